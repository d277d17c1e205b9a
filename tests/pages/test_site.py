"""The finished HTML, page by page: what search engines, screen readers and readers need of it."""

import json
import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts.derived.quiz import asked_on_paper
from scripts.guide.voice import Voice
from scripts.guide.whole import Guide
from scripts.options import load_checked
from scripts.pages.all_pages import all_pages
from scripts.pages.page import Page as GuidePage
from scripts.places import REPOSITORY
from scripts.publishing.links import broken_links
from tests.conftest import ADDRESS

GUIDE = load_checked(REPOSITORY)
PAGES = [(locale, page) for locale in GUIDE.site.locales for page in all_pages(Voice(GUIDE, locale))]


def _parsed(file: Path) -> LexborHTMLParser:
    return LexborHTMLParser(file.read_text(encoding="utf-8"))


def _only(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    found = tree.css(selector)
    assert len(found) == 1, f"{len(found)} {selector}"
    return found[0]


@pytest.mark.parametrize(("locale", "page"), [pytest.param(*p, id=f"{p[0]}/{p[1].path}") for p in PAGES])
class TestEveryPage:
    @pytest.fixture
    def html(self, site: Path, locale: str, page: GuidePage) -> LexborHTMLParser:
        return _parsed(site / locale / page.path / "index.html")

    def test_it_says_what_it_is(self, html: LexborHTMLParser, locale: str, page: GuidePage) -> None:
        assert _only(html, "html").attributes["lang"] == locale
        assert [h1.text().strip() for h1 in html.css("h1")] == [page.title]
        title = _only(html, "title").text()
        assert page.title in title
        assert Voice(GUIDE, locale).say("site_name") in title
        description = _only(html, 'meta[name="description"]').attributes["content"] or ""
        assert 20 <= len(description) <= 200
        shared = _only(html, 'meta[property="og:description"]').attributes["content"]
        assert shared == description

    def test_it_knows_its_address_and_its_twins(
        self, html: LexborHTMLParser, site: Path, locale: str, page: GuidePage
    ) -> None:
        path = page.path
        assert _only(html, 'link[rel="canonical"]').attributes["href"] == f"{ADDRESS}{locale}/{path}"
        alternates = {
            a.attributes["hreflang"]: a.attributes["href"] for a in html.css('link[rel="alternate"]')
        }
        twins = {code: f"{ADDRESS}{code}/{path}" for code in GUIDE.site.locales}
        assert alternates == {**twins, "x-default": twins[GUIDE.site.default_locale]}
        for code in GUIDE.site.locales:
            assert (site / code / path / "index.html").is_file()

    def test_its_structure_is_sound(self, html: LexborHTMLParser) -> None:
        ids = [node.attributes["id"] for node in html.css("[id]")]
        assert len(ids) == len(set(ids))
        levels = [
            int(str(node.tag)[1]) for node in html.css("article h1, article h2, article h3, article h4")
        ]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert all(image.attributes.get("alt") is not None for image in html.css("img"))
        article = _only(html, "article").html or ""
        assert not re.search(
            r"\{[a-z_]+\}|%[a-z]+%(?!.*data-)|\]\(|\*\*|None<", re.sub(r'data-[a-z]+="[^"]*"', "", article)
        )

    def test_nothing_comes_from_outside(self, html: LexborHTMLParser) -> None:
        fetched = [node.attributes.get("src") for node in html.css("[src]")]
        fetched += [
            n.attributes.get("href")
            for n in html.css('link[rel~="stylesheet"], link[rel~="icon"], link[rel~="preload"]')
        ]
        assert fetched
        assert not [address for address in fetched if re.match(r"(https?:)?//", str(address))]


def test_every_link_leads_somewhere(site: Path) -> None:
    assert broken_links(site, ADDRESS) == []


def test_the_addresses_of_the_design(site: Path) -> None:
    for locale in GUIDE.site.locales:
        for path in (
            "",
            "tricks",
            "tricks/demo-always-works",
            "phases/buying",
            "countermeasures/put-it-in-the-annex",
        ):
            assert (site / locale / path / "index.html").is_file()
        for path in ("checklists/demo", "quizzes/people", "glossary", "sources", "about", "method"):
            assert (site / locale / path / "index.html").is_file()
    for name in ("index.html", "404.html", "sitemap.xml", "robots.txt", "favicon.svg"):
        assert (site / name).is_file()


def test_the_sitemap_lists_every_page_with_its_twins(site: Path) -> None:
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    urls = ElementTree.parse(site / "sitemap.xml").getroot().findall("s:url", space)  # noqa: S314 (our own file)
    listed = {url.findtext("s:loc", namespaces=space) for url in urls}
    assert listed == {f"{ADDRESS}{locale}/{page.path}" for locale, page in PAGES}
    assert all(len(url.findall("x:link", space)) == len(GUIDE.site.locales) + 1 for url in urls)


def test_the_root_page_offers_the_languages_without_a_script(site: Path) -> None:
    html = _parsed(site / "index.html")
    links = {a.attributes["href"]: a.text() for a in html.css("main a")}
    assert links == {f"{code}/": GUIDE.wordings[code].language for code in GUIDE.site.locales}


@pytest.mark.parametrize("slug", GUIDE.tricks)
@pytest.mark.parametrize("locale", GUIDE.site.locales)
def test_a_trick_page_holds_the_whole_trick(site: Path, locale: str, slug: str) -> None:
    article = _only(_parsed(site / locale / "tricks" / slug / "index.html"), "article")
    said = " ".join(article.text().split())
    trick = GUIDE.tricks[slug]
    voice = Voice(GUIDE, locale)
    countermeasures = [GUIDE.countermeasures[name] for name in trick.countermeasures]
    for name in [*(v.name for v in trick.variants), *(act.name for act in countermeasures)]:
        assert voice.words(name) in said
    hrefs = {str(a.attributes.get("href")) for a in article.css("a")}
    for countermeasure in trick.countermeasures:
        assert f"../../countermeasures/{countermeasure}/" in hrefs
    for meeting in trick.meetings:
        assert f"../../checklists/{meeting}/" in hrefs
    for source in trick.sources:
        assert source.url in hrefs


@pytest.mark.parametrize("slug", GUIDE.meetings)
@pytest.mark.parametrize("locale", GUIDE.site.locales)
def test_a_checklist_has_every_act_and_sign_once(site: Path, locale: str, slug: str) -> None:
    html = _parsed(site / locale / "checklists" / slug / "index.html")
    tricks = GUIDE.tricks_of_meeting(slug)
    acts = [countermeasure for trick in tricks for countermeasure in trick.countermeasures]
    boxes = [str(box.attributes["id"]) for box in html.css('.checklist input[type="checkbox"]')]
    assert sorted(boxes) == sorted(
        {f"box-{act}" for act in acts}
        | {f"sign-{trick.slug}-{sign.id}" for trick in tricks for sign in trick.warning_signs}
    )
    for box in boxes:
        assert _only(html, f'label[for="{box}"]').text().strip()


@pytest.mark.parametrize("slug", GUIDE.quizzes)
def test_a_quiz_tells_its_answers_without_a_script(site: Path, slug: str) -> None:
    html = _parsed(site / "en" / "quizzes" / slug / "index.html")
    questions = html.css("[data-questions] form.question")
    asked = asked_on_paper(GUIDE, GUIDE.quizzes[slug])
    assert [question.attributes["id"] for question in questions] == [one.name for one in asked]
    assert len(html.css("[data-solves]")) == len(html.css("form.question"))
    for question in questions:
        assert _only(question, "fieldset > legend") is not None
        assert question.css("details .answer-list .is-right")
        for part in question.css("[data-part]"):
            assert _only(question, f'details [data-why="{part.attributes["data-part"]}"]').text().strip()


def test_aliases_are_searched_but_not_shown(site: Path, guide: Guide) -> None:
    html = _parsed(site / "es" / "tricks" / "kickbacks" / "index.html")
    words = guide.tricks["kickbacks"].aliases.words("es")
    assert _only(html, "[data-aliases]").attributes["data-aliases"] == ", ".join(words)


def test_no_machine_path_is_in_the_site(site: Path) -> None:
    here = str(REPOSITORY)
    for file in site.rglob("*"):
        if file.suffix in (".html", ".js", ".css", ".json", ".xml", ".txt"):
            assert here not in file.read_text(encoding="utf-8")
    assert json.loads((site / "build.json").read_text(encoding="utf-8"))["pages"] == len(PAGES)
