"""The handbook as one PDF for print and screen, tagged for screen readers (PDF/UA-1).

Typst sets it from `templates/book.typ.j2`, which holds the looks. References become links to places in the
book, with their page numbers, which Typst alone knows.
"""

from collections.abc import Mapping
from functools import cache, partial

import jinja2

from scripts.books.figures import TEMPLATES, drawing_of, told_of
from scripts.books.handbook import Handbook, Preface
from scripts.books.spreads import QUESTION, Standing, standing_in
from scripts.books.word_index import is_to_copy, place_of
from scripts.derived import PAPERS, as_typed, way_back
from scripts.guide import Trick
from scripts.paper import TEMPLATES as PAPER
from scripts.paper import Press, Typst, in_language, language_code, literal, to_typst, typst_templates
from scripts.pictures import svg_of
from scripts.texts import Text


def pdf_of(book: Handbook, paper: str, press: Press) -> tuple[bytes, Standing]:
    """Return the book on a paper, by its name in `PAPERS`, and where things stand; raises PaperFailed."""
    name = f"{book.voice.locale}, {paper}"
    made, answer = press.typeset_and_asked(source_of(book, paper, press), name, _FILE, QUESTION)
    return made, standing_in(answer)


_FILE = "tricks/"
"""What a fault that Typst finds is about: the book is made of all entries."""


def source_of(book: Handbook, paper: str, press: Press) -> str:
    """Return the book as a Typst document."""
    voice, setting = book.voice, _Setting(book)
    direction = voice.wording.direction
    return (
        _templates()
        .get_template("book.typ.j2")
        .render(
            book=book,
            guide=book.guide,
            voice=voice,
            say=voice.say,
            words=voice.words,
            plain=setting.plain,
            rich=setting.rich,
            body=setting.body,
            place=place_of,
            spoken=setting.language,
            citation_places=lambda each: [place_of(entry.kind, entry.slug) for entry in each.entries],
            places_to_copy=[place for place in book.places if is_to_copy(place)],
            picture=partial(_picture, book, press),
            paper=PAPERS[paper],
            language=language_code(voice.locale, direction),
            right_to_left=direction == "rtl",
            families=press.families,
            way_back=way_back(book.home),
            as_typed=as_typed,
        )
    )


@cache
def _templates() -> jinja2.Environment:
    return typst_templates(TEMPLATES, PAPER)


def _picture(book: Handbook, press: Press, trick: Trick) -> Mapping[str, object] | None:
    drawing = drawing_of(trick.picture, book.voice)
    if drawing is None or trick.picture is None:
        return None
    return {
        "svg": svg_of(drawing, ["Atkinson Hyperlegible Next", *press.families]),
        "told": told_of(trick.picture, drawing, book.voice),
        "example": drawing.example,
    }


class _Setting:
    """Texts of the guide as Typst code, with what leads to other places of the book."""

    def __init__(self, book: Handbook) -> None:
        self._book = book

    def plain(self, text: Text) -> Typst:
        """Return a text without Markdown."""
        return self._marked(text, literal(self._book.voice.words(text)))

    def rich(self, text: Text) -> Typst:
        """Return a text's Markdown; references are followed by the number of their page."""
        return self._marked(text, self._told(self._book.voice.words(text)))

    def body(self, preface: Preface) -> Typst:
        """Return a hand-written page."""
        return self._spoken(preface.language, self._told(preface.page.body))

    def _told(self, words: str) -> Typst:
        return Typst(f"told({to_typst(words, self._resolved)})")

    def _resolved(self, kind: str, name: str) -> str:
        place = self._book.resolve(kind, name)
        address = "" if place else self._book.address_of(kind, name)
        if not (place or address) and name == "index":
            # The site's address is not known: where the book says so it tells whom to ask.
            place = "imprint"
        # A label and no string: `literal` leaves code as it is.
        return Typst(f"std.label({literal(place)})") if place else address

    def _marked(self, text: Text, content: Typst) -> Typst:
        return self._spoken(self._book.voice.language(text), content)

    def _spoken(self, language: str, content: Typst) -> Typst:
        """Say the language of what is not in the book's own."""
        return in_language(self._book.voice, language, content)

    def language(self, locale: str) -> Typst:
        """Return the arguments that say the language of a text."""
        voice = self._book.voice
        return language_code(locale, voice.guide.wordings.get(locale, voice.wording).direction)
