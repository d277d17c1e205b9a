"""A further language or entry is only files, and one language is enough of an entry.

The guide: Esperanto in part, Uyghur with a bare word, and one more entry of every kind.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

from scripts.build import build
from scripts.checks.translations import coverage
from scripts.guide.whole import Guide
from scripts.options import load_checked
from tests import fonts
from tests.built_site import ADDRESS
from tests.checks.test_broken_entries import SOUND
from tests.conftest import serving
from tests.real_guide import real_guide
from tests.small_guide import tiny_guide

# The site of four languages is built once.
pytestmark = pytest.mark.xdist_group("locales")

ONE_LANGUAGE = SOUND.replace("{es: Cuesta dinero., en: It costs money.}", "{en: It costs money.}")
LOCALES = ("eo", "ug", *real_guide().site.locales)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A guide in four languages, two of them hardly begun: no code, no template was touched."""
    folder = tiny_guide(tmp_path_factory.mktemp("locales") / "guide")
    site = folder / "content/site.yml"
    site.write_text(site.read_text("utf-8").replace("locales: [", "locales: [eo, ug, "), encoding="utf-8")
    ui = folder / "content/ui"
    (ui / "eo.yml").write_text(
        "language: Esperanto\nwords:\n  site_name: Prevenido\n  warning_signs: Sinais de alerta\n",
        encoding="utf-8",
    )
    (ui / "ug.yml").write_text(
        "language: ئۇيغۇرچە\ndirection: rtl\nwords:\n  site_name: منتبه\n  home: الرئيسية\n", encoding="utf-8"
    )
    about = (folder / "content/pages/es/about.md").read_text("utf-8")
    (folder / "content/pages/eo").mkdir()
    (folder / "content/pages/eo/about.md").write_text(
        about.replace("title: Acerca de la guía", "title: Sobre o guia"), encoding="utf-8"
    )
    trick = ONE_LANGUAGE.replace("name: {es: Un truco sano, ", "name: {es: Un truco sano, eo: Um truque, ")
    (folder / "tricks/people/one-language.yml").write_text(f"stale: [es]\n{trick}", encoding="utf-8")
    _add_one_of_every_kind(folder)
    return folder


def _add_one_of_every_kind(folder: Path) -> None:
    everywhere = SOUND.replace("meetings: [demo]", "meetings: [golf]").replace(
        "[put-it-in-the-annex]", "[put-it-in-the-annex, count-to-ten]"
    )
    (folder / "tricks/parting").mkdir()
    (folder / "tricks/parting/golden-handcuffs.yml").write_text(everywhere, encoding="utf-8")
    for kind, slug, original in (
        ("meetings", "golf", "demo"),
        ("countermeasures", "count-to-ten", "put-it-in-the-annex"),
        ("quizzes", "parting", "people"),
    ):
        file = folder / "content" / kind / f"{original}.yml"
        text = file.read_text(encoding="utf-8").replace("phases: [people]", "phases: [parting]")
        file.with_stem(slug).write_text(text, encoding="utf-8")
    with (folder / "content/phases.yml").open("a", encoding="utf-8") as phases:
        phases.write(
            "- id: parting\n  name: {es: La salida, en: Leaving}\n"
            "  summary: {es: Irse cuesta., en: To leave is dear.}\n"
            "  intro: {es: Irse., en: Leaving.}\n"
        )
    for locale in ("es", "en"):
        page = folder / f"content/pages/{locale}/extra.md"
        page.write_text("---\ntitle: Extra\ndescription: Una página más.\n---\n\n## Más\n", encoding="utf-8")


@pytest.fixture(scope="module")
def guide(folder: Path) -> Guide:
    return load_checked(folder)


@pytest.fixture(scope="module")
def site(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("locales-built") / "site"
    with fonts.at_hand():
        build(guide, out, lambda step: None, ADDRESS)
    return out


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


def _page(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))


def _words(html: LexborHTMLParser, selector: str) -> str:
    node = html.css_first(selector)
    assert node is not None, selector
    return " ".join(node.text().split())


def test_every_language_has_every_page(site: Path) -> None:
    paths = {
        code: {file.parent.relative_to(site / code) for file in (site / code).rglob("index.html")}
        for code in LOCALES
    }
    assert all(found == paths["es"] for found in paths.values())
    html = _page(site, "eo/tricks/kickbacks")
    assert html.css('html[lang="eo"]')
    alternates = {a.attributes["hreflang"] for a in html.css('link[rel="alternate"][hreflang]')}
    assert alternates == {*LOCALES, "x-default"}
    switches = {a.attributes["hreflang"]: a.attributes["href"] for a in html.css("a[data-locale]")}
    assert switches["ug"] == "../../../ug/tricks/kickbacks/"


@pytest.mark.parametrize(
    "path",
    [
        "tricks/golden-handcuffs",
        "phases/parting",
        "checklists/golf",
        "countermeasures/count-to-ten",
        "quizzes/parting",
        "extra",
    ],
)
def test_a_further_entry_has_its_page(site: Path, path: str) -> None:
    assert (site / "en" / path / "index.html").is_file()


def test_a_borrowed_text_is_marked_with_its_language(site: Path) -> None:
    html = _page(site, "es/tricks/one-language")
    borrowed = [node.text().strip() for node in html.css('article [lang="en"]:not(cite)')]
    # In the minute that opens the page, and at its place.
    assert borrowed == ["It costs money."] * 2
    assert len(html.css("article .notice")) == 2
    for whole in ("es/tricks/kickbacks", "en/tricks/one-language"):
        assert not _page(site, whole).css("article .notice")
    borrowing = _page(site, "eo/tricks/one-language")
    assert _words(borrowing, "h1") == "Um truque"
    assert borrowing.css('article [lang="es"]')


def test_the_words_that_exist_are_used_and_the_rest_come_from_the_default(site: Path) -> None:
    html = _page(site, "eo/tricks/kickbacks")
    assert _words(html, "h2#signs").startswith("Sinais de alerta")
    assert _words(html, "h2#cost").startswith("Lo que le cuesta")
    assert _words(_page(site, "eo/about"), "h1") == "Sobre o guia"


def test_the_state_of_the_translations_is_counted_and_shown(guide: Guide, site: Path) -> None:
    borrowing = coverage(guide, "eo")
    assert borrowing.percent == 0
    assert borrowing.present == 4
    spanish = coverage(guide, "es")
    assert [(gap.file, gap.missing, gap.stale) for gap in spanish.gaps] == [
        ("tricks/people/one-language.yml", 1, True)
    ]
    assert spanish.percent == 99
    html = _page(site, "es/translations")
    assert [row.text().strip() for row in html.css(".shares tbody th")] == [
        guide.wordings[code].language for code in LOCALES
    ]
    assert "99 %" in _words(html, ".shares")
    assert [a.attributes["href"] for a in html.css(".gaps a")] == ["../tricks/one-language/"]


def test_many_languages_share_a_menu(browser: Browser, server: str) -> None:
    context = browser.new_context(
        base_url=server, viewport={"width": 360, "height": 800}, service_workers="block"
    )
    page = context.new_page()
    page.goto("es/tricks/kickbacks/#signs")
    menu = page.locator(".language-menu")
    expect(menu.get_by_role("link", name="English")).to_be_hidden()
    menu.locator("summary").press("Enter")
    assert menu.get_by_role("link").count() == len(LOCALES) - 1
    page.keyboard.press("Escape")
    expect(menu.get_by_role("link", name="English")).to_be_hidden()
    menu.locator("summary").click()
    menu.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(r"/en/tricks/kickbacks/#signs$"))
    context.close()


@pytest.mark.parametrize("path", ["", "tricks/kickbacks/", "tricks/", "checklists/demo/", "quizzes/people/"])
@pytest.mark.parametrize("width", [1280, 360])
def test_right_to_left_is_not_broken(browser: Browser, server: str, path: str, width: int) -> None:
    context = browser.new_context(
        base_url=server, viewport={"width": width, "height": 800}, service_workers="block"
    )
    page = context.new_page()
    page.goto(f"ug/{path}")
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    sticking_out = page.evaluate(
        "() => [...document.querySelectorAll('body *')].filter(e => {const r = e.getBoundingClientRect();"
        " return r.width && r.height && (r.left < -1 || r.right > innerWidth + 1)"
        " && getComputedStyle(e).position !== 'absolute' && !e.closest('.visually-hidden, .skip')})"
        ".map(e => e.outerHTML.slice(0, 90))"
    )
    assert sticking_out == []
    logo, tools = (page.locator(s).bounding_box() for s in (".site-logo", ".site-tools"))
    assert logo is not None
    assert tools is not None
    assert logo["x"] > tools["x"]
    context.close()
