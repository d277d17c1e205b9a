"""Guided paths as pages: each step leads to the next, on every page of the path."""

from pathlib import PurePosixPath
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts.guide import GuidedPath, Voice, path_to
from scripts.pages import all_pages, page_environment, render_page
from tests.built_site import ADDRESS, sample_guide

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
            on = [f"{address}?path={slug}" for address in _addresses(path)]
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
