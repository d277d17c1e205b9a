"""Let Typst make a document, and say something about it."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import typst

from scripts.zipping import declared_moment

_PAGE_COUNT = re.compile(rb"/Type\s*/Pages\s*/Count\s+(\d+)")
"""The root of a PDF's page tree, with the number of pages (ISO 32000-1, 7.7.3.2); Typst writes it plainly."""


def compiled(
    source: bytes, fonts: typst.Fonts, question: str, standard: Literal["ua-1"] | None = None
) -> tuple[bytes, bytes]:
    """Return Typst's answer to `question`, an expression about the document, as JSON; and the PDF.

    `fonts` are its letters; `standard` is what the PDF must keep to. Raises TypstError.
    """
    with TemporaryDirectory() as folder:
        # Of a document that is no file nothing can be asked.
        file = Path(folder) / "paper.typ"
        file.write_bytes(source)
        compiler = typst.Compiler(str(file), font_paths=fonts, ignore_system_fonts=True)
        moment = declared_moment() or 0
        made = compiler.compile(format="pdf", pdf_standards=standard, timestamp=moment)
        if not isinstance(made, bytes):
            raise TypeError("a PDF is one file")
        return compiler.eval(question).encode(), made


def pages_of(pdf: bytes) -> int:
    """Return the number of pages of a PDF that Typst made."""
    found = _PAGE_COUNT.search(pdf)
    if found is None:
        raise TypeError("not a PDF of Typst's")
    return int(found[1])
