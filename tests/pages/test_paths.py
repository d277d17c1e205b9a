"""Guided paths as pages: each step leads to the next, on every page of the path."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts.guide import GuidedPath, Step, Voice, path_to
from scripts.pages import all_pages, page_environment, render_page
from tests.built_site import ADDRESS, sample_guide
from tests.real_guide import real_guide

GUIDE = sample_guide()


def _rendered(locale: str, wanted: set[str]) -> dict[str, LexborHTMLParser]:
    voice = Voice(GUIDE, locale)
    environment = page_environment(voice, ADDRESS)
    return {
        page.path: LexborHTMLParser(render_page(environment, page))
        for page in all_pages(voice)
        if page.path in wanted
    }


def _addresses(path: GuidedPath) -> list[str]:
    return [path_to(*step.reference) for step in path.steps]


def _stops(path: GuidedPath) -> list[str]:
    ends = ["#in-one-minute" if step.only == "minute" else "" for step in path.steps]
    return [f"{address}?path={path.slug}{end}" for address, end in zip(_addresses(path), ends, strict=True)]


def _led_to(page: str, node: LexborHTMLParser | LexborNode, selector: str) -> list[str]:
    """Return the addresses below the locale of the links that the selector finds on a page."""
    base = f"https://x.example/{PurePosixPath(page)}/" if page else "https://x.example/"
    links = (str(link.attributes["href"]) for link in node.css(selector))
    return [urljoin(base, link).removeprefix("https://x.example/") for link in links]


def test_a_path_leads_through_its_pages_in_order() -> None:
    assert GUIDE.paths
    for locale in GUIDE.site.locales:
        wanted = {path_to("path", slug) for slug in GUIDE.paths}
        pages = _rendered(locale, wanted | {a for path in GUIDE.paths.values() for a in _addresses(path)})
        for slug, path in GUIDE.paths.items():
            start = path_to("path", slug)
            on = _stops(path)
            assert _led_to(start, pages[start], ".stops a") == on
            for place, address in enumerate(_addresses(path)):
                (way,) = pages[address].css(f'[data-path="{slug}"]')
                assert _led_to(address, way, "[rel=prev]") == on[max(0, place - 1) : place]
                assert _led_to(address, way, "[rel=next]") == (on[place + 1 : place + 2] or [start])


def test_a_page_on_no_path_has_no_way_on() -> None:
    on_some = {address for path in GUIDE.paths.values() for address in _addresses(path)}
    others = {path_to("trick", slug) for slug in GUIDE.tricks} - on_some
    assert others
    for page in _rendered("en", others).values():
        assert not page.css("[data-path]")


HURRIED = 250
"""The words that somebody in a hurry reads in a minute."""
_READ_NOT = ".sources, .standing, .page-actions, .cards, .quiz-one, nav, script"
"""What of a page is looked up, or leads on, rather than read from end to end."""


def test_a_path_takes_no_less_time_than_reading_it() -> None:
    """A quiz takes what it takes: it is left out here."""
    guide = real_guide()
    hurried: list[str] = []
    for locale in guide.site.locales:
        voice = Voice(guide, locale)
        environment = page_environment(voice, ADDRESS)
        paths = guide.paths.values()
        read = {
            a for path in paths for step, a in zip(path.steps, _addresses(path), strict=True) if not step.only
        }
        counted = {
            page.path: _words_read(LexborHTMLParser(render_page(environment, page)))
            for page in all_pages(voice)
            if page.path in read
        }
        for path in paths:
            words = sum(_words(voice, step, counted) for step in path.steps)
            if path.minutes < words / HURRIED:
                hurried.append(f"{locale}: {path.slug}: {words} words in {path.minutes} minutes")
    assert hurried == []


def _words(voice: Voice, step: Step, counted: Mapping[str, int]) -> int:
    kind, slug = step.reference
    if step.only == "minute":
        trick = voice.guide.tricks[slug]
        return len(f"{voice.words(trick.cost)} {voice.words(trick.warning_signs[0].text)}".split())
    if step.only == "sheet":
        acts = [voice.guide.countermeasures[act] for act in voice.guide.meetings[slug].short]
        said = [text for act in acts for text in (act.check, act.ask, act.proof) if text]
        return sum(len(voice.words(text).split()) for text in said)
    return 0 if kind == "quiz" else counted[path_to(kind, slug)]


def _words_read(page: LexborHTMLParser) -> int:
    for node in page.css(_READ_NOT):
        node.decompose()
    return len(page.text(separator=" ").split())
