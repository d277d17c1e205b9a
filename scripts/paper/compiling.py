"""Let Typst make a document, and say something about it."""

import re
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import typst

from scripts.zipping import declared_moment

_NOT_SETTLED = "did not converge within"
_STANDS_AT = re.compile(r"final: page (\d+)")


class NotSettledError(Exception):
    """A document whose pages move each time it is set: the numbers printed are not those of its sheets.

    The message says what makes it so, where Typst knows it: a text that is a line longer for the number of a
    page, which is another number where the text is a line longer.
    """

    hints: Sequence[str] = ()

    @property
    def message(self) -> str:
        """What is wrong, in words."""
        return str(self)


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

    `fonts` are its letters; `standard` is what the PDF must keep to. Raises TypstError and NotSettledError.
    """
    with TemporaryDirectory() as folder:
        # Of a document that is no file nothing can be asked.
        file = Path(folder) / "paper.typ"
        file.write_bytes(source)
        compiler = typst.Compiler(str(file), font_paths=fonts, ignore_system_fonts=True)
        moment = declared_moment() or 0
        made, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=standard, timestamp=moment
        )
        if not isinstance(made, bytes):
            raise TypeError("a PDF is one file")
        _refuse_unsettled(warnings)
        return compiler.eval(question).encode(), made


def _refuse_unsettled(warnings: Sequence[typst.TypstWarning]) -> None:
    """Refuse a document that Typst gave up on after five attempts, of which it only warns."""
    if not any(_NOT_SETTLED in each.message for each in warnings):
        return
    pages = [int(page) for each in warnings for hint in each.hints for page in _STANDS_AT.findall(hint)]
    where = f", the first of them page {min(pages)}" if pages else ""
    message = f"its pages do not settle{where}: numbers printed would not be those of the sheets"
    raise NotSettledError(f"{message}; make a text before it shorter or longer by a line")
