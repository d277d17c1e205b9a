"""What the tests of every kind of PDF share: the papers' sizes, comparable text, what PDF/UA asks of each."""

import ctypes
import re
from collections import Counter
from pathlib import Path

import pikepdf
import pypdfium2

SIZES = {"a4": (595, 842), "letter": (612, 792)}
"""The papers' width and height in points."""


def squeezed(text: str) -> str:
    """Return the text without what line breaks change: spaces and hyphens, as PDFium tells them too."""
    return re.sub(r"[\s\u00ad\u2010\x02\ufffe-]+", "", text)


def texts_of(pdf: Path | bytes) -> list[str]:
    """Return the words of each page of a PDF in the order they stand in the file, squeezed."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [squeezed(page.get_textpage().get_text_range()) for page in document]


def words_of(pdf: Path | bytes) -> list[str]:
    """Return the words of each page of a PDF with a space between them; a broken word is whole."""
    with pypdfium2.PdfDocument(pdf) as document:
        told = [page.get_textpage().get_text_range() for page in document]
    return [" ".join(re.sub(r"[\u00ad\x02\ufffe]\s*", "", text).split()) for text in told]


def lines_of(pdf: Path) -> list[str]:
    """Return the printed lines of a PDF, as PDFium tells them."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            line.strip() for page in document for line in page.get_textpage().get_text_bounded().splitlines()
        ]


def letters_by_size(pdf: Path) -> list[Counter[float]]:
    """Return how many letters of each size, in points, stand on each page of a PDF."""
    told = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            told.append(
                Counter(
                    round(pypdfium2.raw.FPDFText_GetFontSize(text.raw, place), 1)
                    for place in range(text.count_chars())
                )
            )
    return told


def italics_of(pdf: Path) -> list[str]:
    """Return what of each page of a PDF is set in italics, squeezed."""
    told = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            slanted = (place for place in range(text.count_chars()) if "Italic" in _font_at(text, place))
            told.append(
                squeezed(
                    "".join(chr(pypdfium2.raw.FPDFText_GetUnicode(text.raw, place)) for place in slanted)
                )
            )
    return told


def _font_at(text: pypdfium2.PdfTextPage, place: int) -> str:
    name, flags = ctypes.create_string_buffer(100), ctypes.c_int()
    pypdfium2.raw.FPDFText_GetFontInfo(text.raw, place, name, len(name), ctypes.byref(flags))
    return name.value.decode()


def assert_says_what_it_is(pdf: pikepdf.Pdf, locale: str, title: str) -> None:
    """ISO 14289-1: 5 identification, 7.1 title and tags, 7.2 language."""
    root = pdf.Root
    assert bool(root.MarkInfo.Marked)
    assert str(root.Lang) == locale
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert root.ViewerPreferences.get("/Direction") == "/L2R"
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == title
        assert metadata["pdfuaid:part"] == "1"
