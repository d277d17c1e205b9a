"""Finish what Typst set: the same pages on every paper, in small files.

Setting is most of what a paper costs, so what is only read is set once: a page holds nothing where one of the
papers ends, and lies in the middle of each. What is filled in by hand needs the height of each paper, and is
set for each.
"""

from collections.abc import Mapping
from io import BytesIO

import pikepdf

_MILLIMETRE = 72 / 25.4
_SIZES = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""The width and height of each paper in `PAPERS`, in millimetres (ISO 216, ANSI/ASME Y14.1)."""


def on_each_paper(pdf: bytes) -> Mapping[str, bytes]:
    """Return the PDF for each paper in `PAPERS`, by its name there; what is set stays as it is."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return {paper: _with_size(opened, *size) for paper, size in _SIZES.items()}


def smaller(pdf: bytes) -> bytes:
    """Return the PDF as it is, packed; the same PDF gives the same bytes."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return _packed(opened)


def pages_of(pdf: bytes) -> int:
    """Return the number of pages of a PDF."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def _with_size(pdf: pikepdf.Pdf, width: float, height: float) -> bytes:
    """Return the PDF with pages so many millimetres wide and high around the middle of each."""
    for page in pdf.pages:
        left, bottom, right, top = map(float, page.mediabox)
        x, y = left + right, bottom + top
        wide, high = width * _MILLIMETRE, height * _MILLIMETRE
        edges = (x - wide, y - high, x + wide, y + high)
        page.mediabox = pikepdf.Array([round(edge / 2, 3) for edge in edges])
    return _packed(pdf)


def _packed(pdf: pikepdf.Pdf) -> bytes:
    """Return a PDF whose many small parts, the tags for screen readers, are packed (ISO 32000-1, 7.5.7)."""
    made = BytesIO()
    pdf.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return made.getvalue()
