"""The handbook as EPUB 3.3 for readers on phones and electronic paper.

Source: EPUB 3.3, W3C Recommendation of 25 May 2023. The chapters are made of `templates/epub/*.j2`. No
library writes it: EbookLib has a licence that would bind this whole program (AGPL) and mkepub gives each
book a random identifier and the hour, so that the same commit would not give the same bytes.
"""

import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from itertools import chain

import jinja2
from lxml import etree, html
from markupsafe import Markup

from scripts.books.chapters import Chapter, Chapters
from scripts.books.figures import TEMPLATES, drawing_of, told_of
from scripts.books.handbook import Handbook, Preface
from scripts.books.word_index import is_to_copy, place_of
from scripts.derived import way_back
from scripts.guide import Trick
from scripts.paper import Press, language_code, typst_templates
from scripts.pictures import svg_of
from scripts.places import FONTS
from scripts.templating import html_templates
from scripts.texts import Text, to_block_html, to_inline_html, to_page_html
from scripts.zipping import declared_moment, zipped

_FONT = "Atkinson Hyperlegible Next"
_FONT_FILES = (
    "atkinson-hyperlegible-next-latin-wght-normal",
    "atkinson-hyperlegible-next-latin-ext-wght-normal",
)


def epub_of(book: Handbook, press: Press) -> bytes:
    """Return the book as EPUB; raises PaperFailed where its cover cannot be drawn."""
    made = _Epub(book)
    (cover,) = press.drawn(_cover(book, press), f"{book.voice.locale}, epub", "tricks/")
    chapters = {f"EPUB/{each.file}": made.chapter(each) for top in made.chapters.top for each in top.all()}
    fonts = {f"EPUB/fonts/{name}.woff2": (FONTS / f"{name}.woff2").read_bytes() for name in _FONT_FILES}
    files: dict[str, bytes] = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": made.page("container.xml"),
        "EPUB/package.opf": made.page("package.opf", fonts=_FONT_FILES),
        "EPUB/nav.xhtml": made.page("nav.xhtml"),
        "EPUB/cover.xhtml": made.page("cover.xhtml"),
        "EPUB/book.css": made.page("book.css", fonts=_FONT_FILES, font=_FONT),
        "EPUB/cover.png": cover,
        **chapters,
        **fonts,
    }
    # A reader finds out what it has by the first bytes, so they are not packed (EPUB 3.3, 4.2).
    return zipped(files, stored=["mimetype"])


def _cover(book: Handbook, press: Press) -> str:
    direction = book.voice.wording.direction
    return (
        typst_templates(TEMPLATES)
        .get_template("cover.typ.j2")
        .render(
            say=book.voice.say,
            book=book,
            voice=book.voice,
            language=language_code(book.voice.locale, direction),
            families=press.families,
        )
    )


class _Epub:
    """Makes the files of one book."""

    def __init__(self, book: Handbook) -> None:
        self._book = book
        self.chapters = Chapters(book)
        self._shared: Mapping[str, object] = {
            "book": book,
            "guide": book.guide,
            "voice": book.voice,
            "say": book.voice.say,
            "place": place_of,
            "to_copy": is_to_copy,
            "to": self.chapters.reference,
            "entry": self.chapters.resolve,
            "chapters": self.chapters,
            "every": list(chain.from_iterable(top.all() for top in self.chapters.top)),
            "plain": self._plain,
            "inline": self._inline,
            "block": self._block,
            "body": self._body,
            "picture": self._picture,
            "way_back": way_back(book.home),
            "identifier": uuid.uuid5(uuid.NAMESPACE_URL, f"{book.home}handbook"),
            "modified": _modified(book),
        }

    def page(self, name: str, **context: object) -> bytes:
        """Return a file of the book by the name of its template."""
        return (
            _templates().get_template(f"{name}.j2").render(**self._shared, **context).strip().encode() + b"\n"
        )

    def chapter(self, chapter: Chapter) -> bytes:
        """Return a chapter."""
        return self.page(f"{chapter.template}.xhtml", chapter=chapter, **chapter.context)

    def _plain(self, text: Text) -> Markup:
        return self._marked(text, Markup.escape(self._book.voice.words(text)))

    def _inline(self, text: Text) -> Markup:
        return self._marked(
            text, _as_xml(to_inline_html(self._book.voice.words(text), self.chapters.resolve))
        )

    def _block(self, text: Text) -> Markup:
        made = _as_xml(to_block_html(self._book.voice.words(text), self.chapters.resolve))
        return self._marked(text, made, "div")

    def _body(self, preface: Preface) -> Markup:
        made = _as_xml(to_page_html(preface.page.body, self.chapters.resolve))
        return self._spoken(preface.language, made, "div")

    def _marked(self, text: Text, made: Markup, element: str = "span") -> Markup:
        return self._spoken(self._book.voice.language(text), made, element)

    def _spoken(self, language: str, made: Markup, element: str) -> Markup:
        """Say the language of what is not in the book's own."""
        voice = self._book.voice
        if language == voice.locale:
            return made
        wording = voice.guide.wordings.get(language, voice.wording)
        said = Markup('<{0} lang="{1}" xml:lang="{1}" dir="{2}">{3}</{0}>')
        return said.format(element, wording.tag, wording.direction, made)

    def _picture(self, trick: Trick) -> Mapping[str, object] | None:
        drawing = drawing_of(trick.picture, self._book.voice)
        if drawing is None or trick.picture is None:
            return None
        told = told_of(trick.picture, drawing, self._book.voice)
        # It comes out of a template that escapes.
        return {"svg": Markup(svg_of(drawing, [_FONT], told)), "example": drawing.example}  # noqa: S704


def _as_xml(made: str) -> Markup:
    """Return HTML as XML, which closes every element and knows no names for letters."""
    root = html.fragment_fromstring(made, create_parent="div") if made.strip() else html.Element("div")
    inside = [etree.tostring(child, encoding="unicode") for child in root]
    return Markup.escape(root.text or "") + Markup("".join(inside))  # noqa: S704 (sanitised by `texts`)


def _modified(book: Handbook) -> str:
    """Return the moment of the book as EPUB writes it: the one declared, else the day of its state."""
    moment = declared_moment()
    if moment is None:
        return f"{book.reviewed or '1970-01-01'}T00:00:00Z"
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@cache
def _templates() -> jinja2.Environment:
    return html_templates(TEMPLATES / "epub", TEMPLATES)
