"""Every picture of the guide as Chromium draws it: on the narrowest phone, on a desk, in forced colours."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scripts.guide import Guide, Voice
from scripts.pages.page import Page as SitePage
from scripts.pages.page import turn_to
from scripts.pages.render import page_environment
from scripts.pictures import draw
from scripts.places import ASSETS
from tests.axe import expect_no_faults
from tests.conftest import serving

_ALL = """{% import '_picture.j2' as pictures %}
{% for trick, drawing in drawn %}<section id="{{ trick.slug }}">{{ pictures.figure(trick.picture, drawing) }}
</section>{% endfor %}"""
_OUT = """() => [...document.querySelectorAll('.drawing svg')].flatMap((svg) => {
    const where = svg.closest('section').id, box = svg.viewBox.baseVal;
    const texts = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBBox()]);
    const out = texts.filter(([, b]) => b.x < -0.5 || b.y < -0.5 ||
        b.x + b.width > box.width + 0.5 || b.y + b.height > box.height + 0.5);
    const meet = (a, b) => a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 &&
        a.y < b.y + b.height - 3 && b.y < a.y + a.height - 3;
    const upon = texts.filter(([, a], i) => texts.some(([, b], j) => i < j && meet(a, b)));
    const small = svg.getBoundingClientRect().width / box.width * 15 < 13;
    const told = [...out, ...upon].map(([words, b]) => `${where}: ${words} at ${b.x}, ${b.y}`);
    return small ? [...told, `${where}: small`] : told;
})"""
_FORCED = """() => [...document.querySelectorAll('.drawing svg :is(text, path, rect)')].filter((shape) => {
    const probe = (colour) => {
        const made = document.body.appendChild(document.createElement('i'));
        made.style.setProperty('color', colour);
        const told = getComputedStyle(made).color;
        made.remove();
        return told;
    };
    const known = [probe('CanvasText'), probe('Canvas'), 'none'];
    const { fill, stroke } = getComputedStyle(shape);
    return ![fill, stroke].every((colour) => known.includes(colour) || colour.startsWith('url('));
}).map((shape) => shape.outerHTML)"""


@pytest.fixture(scope="module")
def pictures(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a folder with a page of all pictures in each language."""
    folder: Path = tmp_path_factory.mktemp("pictures") / "site"
    shutil.copytree(ASSETS, folder / "assets")
    for locale in guide.site.locales:
        voice = Voice(guide, locale)
        environment = page_environment(voice, "https://forewarned.example/")
        turn_to(environment, SitePage("all/", "", "", "", {}))
        template = environment.from_string(_ALL)
        drawn = [(each, draw(each.picture, voice)) for each in guide.tricks.values() if each.picture]
        body = template.render(drawn=drawn)
        (folder / f"{locale}.html").write_text(
            f'<!doctype html><html lang="{locale}"><meta charset="utf-8"><title>Pictures</title>'
            f'<link rel="stylesheet" href="assets/site.css"><main class="frame"><article class="page">'
            f"<h1>Pictures</h1>{body}</article></main></html>",
            encoding="utf-8",
        )
    with serving(folder) as address:
        yield address


def _opened(browser: Browser, address: str, width: int) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => true)")
    return page


@pytest.mark.parametrize("width", [320, 1280])
def test_no_words_leave_their_picture_or_meet(
    browser: Browser, pictures: str, guide: Guide, width: int
) -> None:
    for locale in guide.site.locales:
        page = _opened(browser, f"{pictures}{locale}.html", width)
        assert page.evaluate(_OUT) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()


def test_forced_colours_are_the_readers_own(browser: Browser, pictures: str) -> None:
    page = _opened(browser, f"{pictures}en.html", 1280)
    page.emulate_media(forced_colors="active")
    assert page.evaluate(_FORCED) == []
    page.close()


def test_a_picture_is_told_to_who_does_not_see_it(browser: Browser, pictures: str, guide: Guide) -> None:
    page = _opened(browser, f"{pictures}es.html", 1280)
    voice = Voice(guide, "es")
    for trick in guide.tricks.values():
        if trick.picture:
            figure = page.locator(f"#{trick.slug} figure")
            assert figure.locator("svg[role=img] > title").text_content() == voice.words(trick.picture.title)
            assert figure.locator("svg[role=img] > desc").text_content()
            assert voice.words(trick.picture.caption) in figure.locator("figcaption").inner_text()
    # One picture a page, as on a trick's own page: ids are unique there.
    page.evaluate("document.querySelectorAll('section').forEach((each, n) => n && each.remove())")
    expect_no_faults(page)
    page.close()
