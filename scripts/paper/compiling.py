"""Let Typst make a document, and say something about it."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import typst

from scripts.zipping import declared_moment


def drawn(source: bytes, fonts: typst.Fonts, ppi: float) -> Sequence[bytes]:
    """Return each page of a document as PNG, at so many pixels an inch. Raises TypstError."""
    compiler = typst.Compiler(font_paths=fonts, ignore_system_fonts=True)
    made = compiler.compile(source, format="png", ppi=ppi)
    # A document of one page comes as it is.
    return [made] if isinstance(made, bytes) else [page for page in made or () if page]


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
