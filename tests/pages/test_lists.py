"""The lists of all, as HTML: what their filters offer, and where they lead who is short of time."""

from selectolax.lexbor import LexborHTMLParser

from scripts.guide import Voice
from scripts.pages import page_environment, render_page
from scripts.pages.list_pages import catalogue_page, countermeasures_page
from scripts.pages.matrix_pages import matrix_pages
from scripts.pages.page import Page
from tests.built_site import ADDRESS
from tests.real_guide import real_guide

GUIDE = real_guide()


def _rendered(page: Page, voice: Voice) -> LexborHTMLParser:
    return LexborHTMLParser(render_page(page_environment(voice, ADDRESS), page))


def test_every_choice_of_a_filter_finds_something() -> None:
    """A rule over data: a choice that leaves its list empty is not offered."""
    empty = []
    for locale in GUIDE.site.locales:
        voice = Voice(GUIDE, locale)
        for page in (catalogue_page(voice), countermeasures_page(voice), *matrix_pages(voice)):
            tree = _rendered(page, voice)
            listed = tree.css("[data-listed]")
            facets = tree.css("select[data-facet]")
            assert listed
            assert facets
            for facet in facets:
                name = f"data-{facet.attributes['name']}"
                held = {value for entry in listed for value in str(entry.attributes[name]).split()}
                offered = {str(option.attributes["value"]) for option in facet.css("option")} - {""}
                empty += [(locale, page.path, name, value) for value in offered - held]
    assert empty == []


def test_who_is_short_of_time_is_led_to_the_path_that_takes_least_of_it() -> None:
    shortest = min(path.minutes for path in GUIDE.paths.values())
    for locale in GUIDE.site.locales:
        voice = Voice(GUIDE, locale)
        tree = _rendered(catalogue_page(voice), voice)
        (led,) = {slug for slug in GUIDE.paths if tree.css(f'.page-head a[href="../paths/{slug}/"]')}
        assert GUIDE.paths[led].minutes == shortest
