"""Render pages to Markdown files with jinja2; texts come out as safe HTML."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup

from scripts import texts
from scripts.derived import (
    CARRIED,
    LESSON_MINUTES,
    Piece,
    Pieces,
    as_typed,
    book_names,
    lesson_names,
    packages_name,
    parts_of,
    place_shown,
    presented,
    question_name,
    way_back,
)
from scripts.guide import Voice, icon, path_to, reachable, relative
from scripts.open_data import linked_data
from scripts.pages.all_pages import all_pages
from scripts.pages.page import Page, ThisPage, turn_to
from scripts.pages.path_pages import ways_on
from scripts.pages.standing import told_sources
from scripts.pictures import draw
from scripts.sharing import HEIGHT, WIDTH, card_of
from scripts.store import NOTHING_KEPT, Store
from scripts.templating import html_templates
from scripts.texts import Text

TEMPLATES = Path(__file__).parent / "templates"
NOT_PRINTED: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True)
class RenderedPage:
    """A page of a locale by its address below it; `piece` is what becomes of it in its frame.

    `markdown` is what is put there; None where the piece was kept: the page is not rendered again then.
    """

    path: str
    piece: Piece
    markdown: str | None = None


@dataclass(frozen=True)
class Reuse:
    """What earlier builds made: what `store` holds, of the pages those that stood in the same `frame`."""

    store: Store = NOTHING_KEPT
    frame: str = ""


_NO_REUSE = Reuse()


def render_locale(
    voice: Voice,
    address: str,
    pdf_pages: Mapping[str, int] = NOT_PRINTED,
    reuse: Reuse = _NO_REUSE,
) -> list[RenderedPage]:
    """Return every page of the locale as Markdown, sorted by address.

    `address` is the whole site's (ends with `/`): what is printed tells the way back. `pdf_pages` is the
    number of pages of each PDF by its path below the site; a link to a PDF that is not there gives none.
    What `reuse` holds is not rendered again, but for the first page, which the site's engine needs to begin.
    """
    pieces = Pieces(reuse.store)
    with pieces.beforehand():
        environment = page_environment(voice, address, pdf_pages)
    beside = json.dumps([address, dict(pdf_pages), reuse.frame])
    pages = []
    for page in _each(all_pages(voice), pieces):
        piece = pieces.sought(voice.guide, "page", f"{voice.locale}/{page.path}", beside)
        markdown = None
        if piece.made is None or not page.path:
            with piece.making():
                markdown = render_page(environment, page)
        pages.append(RenderedPage(page.path, piece, markdown))
    return sorted(pages, key=lambda page: page.path)


def _each(pages: Iterator[Page], pieces: Pieces) -> Iterator[Page]:
    """Yield the pages; what is read to choose and to name one may be shown by every later one."""
    while True:
        with pieces.beforehand():
            page = next(pages, None)
        if page is None:
            return
        yield page


def render_page(environment: jinja2.Environment, page: Page) -> str:
    """Return the page's Markdown with its front matter."""
    told = turn_to(environment, page)
    body = environment.get_template(page.template).render(**page.context)
    ways = environment.get_template("path_ways.j2").render()
    tell: Mapping[str, Any] = environment.globals
    card = tell["card_of"](page.path)
    front_matter = {
        "title": page.title,
        "description": page.description,
        "kind": page.template.partition(".")[0],
        # A file that lies over the guide is in no repository of the guide's.
        "source": "" if tell["guide"].is_local(page.source) else page.source,
        "image": {"path": card.path, "width": WIDTH, "height": HEIGHT, "alt": card.alt},
        "linked_data": tell["linked_data"](page, told.trail),
        "hide": ["navigation"] if page.toc else ["navigation", "toc"],
    }
    # JSON is YAML, quoted safely.
    return f"---\n{json.dumps(front_matter, ensure_ascii=False)}\n---\n\n{body}\n{ways}"


def page_environment(
    voice: Voice,
    address: str,
    pdf_pages: Mapping[str, int] = NOT_PRINTED,
    seen_from: Callable[[str, str], str] = relative,
) -> jinja2.Environment:
    """Return the templates of pages with what they may call; the arguments are those of `render_locale`.

    `seen_from` gives the address of a path below the locale as the page at another one links to it.
    """

    @jinja2.pass_context
    def to(context: Context, path: str) -> str:
        return seen_from(path, context["page_info"].path)

    @jinja2.pass_context
    def url(context: Context, kind: str, name: str) -> str:
        return to(context, path_to(kind, name))

    environment = html_templates(TEMPLATES)
    environment.globals.update(
        page_info=ThisPage(),
        voice=voice,
        guide=voice.guide,
        say=voice.say,
        pattern=voice.pattern,
        presented=presented,
        place_shown=place_shown,
        parts_of=parts_of,
        question_name=question_name,
        listed=voice.wording.listed,
        icon=icon,
        told_sources=lambda sources: told_sources(voice, sources),
        book_names=book_names,
        carried=CARRIED,
        packages_name=packages_name,
        lesson_names=lesson_names,
        lesson_minutes=LESSON_MINUTES,
        address=address,
        way_back=lambda path: way_back(f"{address}{voice.locale}/{path}"),
        address_typed=lambda path: as_typed(reachable(f"{address}{voice.locale}/{path}")),
        drawn=lambda picture: draw(picture, voice),
        ways_on=ways_on(voice),
        pages_of=lambda path: pdf_pages.get(f"{voice.locale}/{path}", 0),
        once=_kept(),
        card_of=partial(card_of, voice),
        linked_data=partial(linked_data, voice, address),
        url=url,
        to=to,
    )
    environment.filters.update(_text_filters(voice, url))
    return environment


def _kept() -> Callable[..., Markup]:
    """Return what a template calls around a piece that many pages show: it is made once.

    The key says which piece it is; its links hold for every page as deep as the first.
    """
    made: dict[tuple[object, ...], tuple[Markup, texts.TextsRead]] = {}

    @jinja2.pass_context
    def once(context: Context, *key: object, caller: Callable[[], Markup]) -> Markup:
        place = (*key, context["page_info"].path.count("/"))
        if place not in made:
            read: texts.TextsRead = {}
            with texts.noting(read):
                made[place] = caller(), read
        piece, read = made[place]
        texts.note(read)
        return piece

    return once


def _text_filters(voice: Voice, url: Callable[[Context, str, str], str]) -> dict[str, Callable[..., object]]:
    def marked(text: Text, html: str, element: str) -> Markup:
        """Say the language of a text that is not in the page's own."""
        language = voice.language(text)
        if language != voice.locale:
            html = f'<{element} lang="{language}">{html}</{element}>'
        return Markup(html)  # noqa: S704 (escaped or sanitised by `texts`)

    def resolver(context: Context) -> texts.Resolve:
        return partial(url, context)

    def plain(text: Text) -> Markup:
        return marked(text, texts.as_text(voice.words(text)), "span")

    @jinja2.pass_context
    def inline(context: Context, text: Text) -> Markup:
        html = texts.to_inline_html(voice.words(text), resolver(context))
        return marked(text, html, "span")

    def opening(text: Text) -> Markup:
        """Return the first sentence of a text that stands whole further down."""
        first = texts.opening(" ".join(texts.words(voice.words(text)).split()))
        return marked(text, texts.as_text(first), "span")

    @jinja2.pass_context
    def block(context: Context, text: Text) -> Markup:
        html = texts.to_block_html(voice.words(text), resolver(context))
        return marked(text, html, "div")

    @jinja2.pass_context
    def page_body(context: Context, body: str) -> Markup:
        return Markup(texts.to_page_markdown(body, resolver(context)))  # noqa: S704

    return {
        "words": voice.words,
        "heading": lambda words: Markup(texts.as_heading(words)),  # noqa: S704 (escaped for Markdown)
        "said": lambda text: texts.words(voice.words(text)),
        "plain": plain,
        "inline": inline,
        "block": block,
        "opening": opening,
        "full_stop": texts.full_stop,
        "page_body": page_body,
    }
