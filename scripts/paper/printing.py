"""Print the checklists and the quizzes as PDF, tagged for screen readers (PDF/UA-1).

Typst sets them from `templates/*.typ.j2`, which hold the looks. What it prints are texts of
entries and words of the interface, handed over as string literals (see `typesetting`).
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Self

import typst

from scripts.derived import FIRST_PAPER, PAPERS, Pieces, newest_review, way_back
from scripts.guide import Part, Voice, path_to, reachable
from scripts.paper.compiling import NotSettledError, compiled, drawn
from scripts.paper.finishing import on_each_paper, pages_of, smaller
from scripts.paper.fonts import families, print_fonts
from scripts.paper.printable import Printable
from scripts.paper.typesetting import (
    Typst,
    in_language,
    language_code,
    literal,
    reply_to_typst,
    to_typst,
    typst_templates,
)
from scripts.places import FONTS
from scripts.store import NOTHING_KEPT, Store
from scripts.texts import Text

TEMPLATES = Path(__file__).parent / "templates"

_NO_LETTER = "could not be displayed with font"
_MEASURED = "query(<measured>).map(it => it.value).sum(default: (:))"
"""Of a sheet that fills its paper: the heights that were measured, by side and density."""


class PaperFailed(Exception):
    """A paper could not be printed; the message names its entry and holds Typst's words."""


def print_sheets(sheets: Iterable[Printable], site: Path, press: "Press") -> Mapping[str, int]:
    """Write the PDFs of each sheet below `site`; return the number of pages of each by its path there.

    The date in the PDFs is that of the environment's SOURCE_DATE_EPOCH, else 1970. Raises PaperFailed.
    """
    counts = {}
    with press.pieces.beforehand():
        wanted = list(sheets)
    for sheet in wanted:
        printed = press.print(sheet)
        count = pages_of(printed[FIRST_PAPER])
        for paper, path in sheet.paths.items():
            target = site / path
            target.parent.mkdir(parents=True, exist_ok=True)
            press.store.write(target, printed[paper])
            counts[path] = count
    return counts


class Press:
    """Turns sheets into PDFs with a fixed set of fonts; what its store holds is not printed again."""

    @classmethod
    def with_own_fonts(cls, folder: Path, address: str, store: Store = NOTHING_KEPT) -> Self:
        """Return a press with the site's fonts, unpacked into `folder`; `address` is the site's."""
        return cls(print_fonts(FONTS, folder, store), address, store)

    def __init__(self, fonts: typst.Fonts, address: str, store: Store = NOTHING_KEPT) -> None:
        self.fonts = fonts
        self.store = store
        self.pieces = Pieces(store)
        self.families = families(fonts)
        self._address = address
        self._templates = typst_templates(TEMPLATES)
        self._set = cache(self._set_anew)

    def _address_of(self, locale: str, kind: str, name: str) -> str:
        return reachable(f"{self._address}{locale}/{path_to(kind, name)}")

    def _set_anew(self, text: str, locale: str) -> Typst:
        return to_typst(text, partial(self._address_of, locale))

    def source(self, sheet: Printable) -> str:
        """Return the sheet as a Typst document."""
        page = (sheet.entry.kind, sheet.entry.slug)
        return self._templates.get_template(sheet.template).render(
            **self.shared(sheet.voice, page, sheet.shown),
            title=sheet.title,
            entry=sheet.entry,
            local=sheet.voice.origin(sheet.entry),
            **sheet.facts,
        )

    def shared(self, voice: Voice, page: tuple[str, str], shown: Iterable[Part]) -> Mapping[str, object]:
        """Return what a template needs of every paper; `page` is the kind and name of what it leads back to.

        `shown` is all that should be in the paper's language.
        """

        def marked(text: Text, content: Typst) -> Typst:
            return in_language(voice, voice.language(text), content)

        resolve = partial(self._address_of, voice.locale)
        address = resolve(*page)
        back = way_back(address)
        return {
            "say": voice.say,
            "asking": voice.asking,
            "words": voice.words,
            "origin": voice.origin,
            "plain": lambda text: marked(text, literal(voice.words(text))),
            "rich": lambda text: marked(text, self._set(voice.words(text), voice.locale)),
            "reply": lambda text: marked(text, reply_to_typst(voice.words(text), resolve)),
            "address_of": resolve,
            "untranslated": any(voice.untranslated(part) for part in shown),
            "language": language_code(voice.locale, voice.wording.direction),
            "near": "right" if voice.wording.direction == "rtl" else "left",
            "families": self.families,
            "page": address,
            "shown_address": back.shown.rstrip("/") if back else "",
            "qr": back.qr_code if back else "",
            "state": newest_review(voice.guide),
            "date": voice.wording.date,
        }

    @property
    def address(self) -> str:
        """The site's address."""
        return self._address

    def print(self, sheet: Printable) -> Mapping[str, bytes]:
        """Return the sheet as a PDF for each paper in `PAPERS`, by its name there; raises PaperFailed.

        Where it was set of the same words before it is not set again, where it was printed not printed.
        """
        source: list[str] = []

        def set_once() -> bytes:
            source[:] = source or [self.source(sheet)]
            return _name_of(source[0]).encode()

        path = sheet.paths[FIRST_PAPER]
        name = self.pieces.made(sheet.voice.guide, "sheet", path, self._address, set_once).decode()
        found = {paper: self.store.get("pdf", f"{paper} {name}") for paper in PAPERS}
        printed = {paper: pdf for paper, pdf in found.items() if pdf is not None}
        if len(printed) < len(PAPERS):
            set_once()
            printed = dict(self._on_each_paper(sheet, source[0], path))
            for paper, pdf in printed.items():
                self.store.put("pdf", f"{paper} {name}", pdf)
        return printed

    def _on_each_paper(self, sheet: Printable, source: str, path: str) -> Mapping[str, bytes]:
        file = sheet.entry.file
        if not sheet.fills_paper:
            return on_each_paper(self._typeset_anew(source.encode(), path, file)[1])
        printed, measured = {}, b"{}"
        for paper, size in PAPERS.items():
            told = f"{_told_of(size, measured.decode())}{source}"
            # What one paper had to measure, the next one need not.
            measured, pdf = self._typeset_anew(told.encode(), path, file, _MEASURED)
            printed[paper] = smaller(pdf)
        return printed

    def typeset(self, source: str, path: str, file: str) -> bytes:
        """Return a Typst document as a PDF; raises PaperFailed, which names `path` and the data's `file`."""
        return self.typeset_and_asked(source, path, file, "none")[0]

    def typeset_and_asked(self, source: str, path: str, file: str, question: str) -> tuple[bytes, str]:
        """Return what `typeset` does, and Typst's answer to `question`, an expression about it, as JSON."""

        def make() -> bytes:
            answer, pdf = self._typeset_anew(source.encode(), path, file, question)
            return b"\n".join((answer, smaller(pdf)))

        kept = self.store.kept("asked", _name_of(f"{question}\0{source}"), make)
        answer, _, pdf = kept.partition(b"\n")
        return pdf, answer.decode()

    def drawn(self, source: str, path: str, file: str, ppi: float = 144) -> Sequence[bytes]:
        """Return each page of a Typst document as PNG; raises PaperFailed like `typeset`."""
        try:
            return drawn(source.encode(), self.fonts, ppi)
        except typst.TypstError as error:
            raise PaperFailed(_complaint(file, path, error)) from error

    def _typeset_anew(
        self, source: bytes, path: str, file: str, question: str = "none"
    ) -> tuple[bytes, bytes]:
        """Return the answer to a question and the document."""
        try:
            return compiled(source, self.fonts, question, "ua-1")
        except typst.TypstError as error:
            if _NO_LETTER not in error.message:
                raise PaperFailed(_complaint(file, path, error)) from error
        except NotSettledError as error:
            raise PaperFailed(_complaint(file, path, error)) from error
        # No font has all the parts of one letter. `check` refuses a letter that no font has; of what is
        # left the paper shows a box, which PDF/UA forbids: better than no paper.
        try:
            return compiled(source, self.fonts, question)
        except (typst.TypstError, NotSettledError) as error:
            raise PaperFailed(_complaint(file, path, error)) from error


def _told_of(paper: str, measured: str) -> str:
    """Return what a document that fills its paper begins with: which one, and what is known of heights."""
    return f"#let paper = {literal(paper)}\n#let measured = json(bytes({literal(measured)}))\n"


def _name_of(source: str) -> str:
    return sha256(source.encode()).hexdigest()


def _complaint(file: str, path: str, error: typst.TypstError | NotSettledError) -> str:
    message = f"{file}: {path} cannot be printed: {error.message}"
    return message + "".join(f"\n  hint: {hint}" for hint in error.hints)
