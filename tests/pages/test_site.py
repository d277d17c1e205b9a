"""The finished HTML, page by page: what search engines, screen readers and readers need of it."""

import functools
import json
import re
from collections import Counter
from itertools import accumulate, pairwise, product
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts.derived.quiz import all_asked, carried, questions_of
from scripts.guide.voice import Voice
from scripts.guide.whole import Guide
from scripts.pages.all_pages import all_pages
from scripts.pages.page import Page as GuidePage
from scripts.pages.search_terms import terms
from scripts.places import REPOSITORY
from scripts.publishing.links import broken_links
from tests.built_site import ADDRESS, page_at, parsed
from tests.real_guide import real_guide

GUIDE = real_guide()


@functools.cache
def _pages() -> list[tuple[str, GuidePage]]:
    return [(locale, page) for locale in GUIDE.site.locales for page in all_pages(Voice(GUIDE, locale))]


class Faults(list[str]):
    """What is wrong, each with its page."""

    def expect(self, holds: object, page: str, what: str) -> None:
        if not holds:
            self.append(f"{page}: {what}")


def _only(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    found = tree.css(selector)
    assert len(found) == 1, f"{len(found)} {selector}"
    return found[0]


def _said_of_itself(html: LexborHTMLParser) -> dict[str, object]:
    return {
        "lang": _only(html, "html").attributes["lang"],
        "headings": [h1.text().strip() for h1 in html.css("h1")],
        "canonical": _only(html, 'link[rel="canonical"]').attributes["href"],
        "alternates": {
            a.attributes["hreflang"]: a.attributes["href"]
            for a in html.css('link[rel="alternate"][hreflang]')
        },
    }


def test_every_page_says_what_it_is_and_knows_its_twins(site: Path) -> None:
    faults = Faults()
    for locale, page in _pages():
        html = page_at(site, locale, page.path)
        name = f"{locale}/{page.path}"
        twins = {code: f"{ADDRESS}{code}/{page.path}" for code in GUIDE.site.locales}
        expected = {
            "lang": locale,
            "headings": [page.title],
            "canonical": f"{ADDRESS}{name}",
            "alternates": {**twins, "x-default": twins[GUIDE.site.default_locale]},
        }
        said = _said_of_itself(html)
        for key, value in expected.items():
            faults.expect(said[key] == value, name, f"{key}: {said[key]}, not {value}")
        title = _only(html, "head > title").text()
        faults.expect(page.title in title, name, f"its title is {title}")
        faults.expect(Voice(GUIDE, locale).say("site_name") in title, name, f"its title is {title}")
        description = _only(html, 'meta[name="description"]').attributes["content"] or ""
        faults.expect(20 <= len(description) <= 200, name, f"described as {description}")
        shared = _only(html, 'meta[property="og:description"]').attributes["content"]
        faults.expect(shared == description, name, f"shared as {shared}")
        for code in GUIDE.site.locales:
            twin = site / code / page.path / "index.html"
            faults.expect(twin.is_file(), name, f"has no twin in {code}")
    assert faults == []


_UNFILLED = re.compile(r"\{[a-z_]+\}|%[a-z]+%(?!.*data-)|\]\(|\*\*|None<")


def test_every_pages_structure_is_sound(site: Path) -> None:
    faults = Faults()
    for locale, page in _pages():
        html = page_at(site, locale, page.path)
        name = f"{locale}/{page.path}"
        counts = Counter(node.attributes["id"] for node in html.css("[id]"))
        faults.expect(max(counts.values()) == 1, name, f"an id stands twice: {counts.most_common(1)}")
        levels = [
            int(str(node.tag)[1]) for node in html.css("article h1, article h2, article h3, article h4")
        ]
        steps = all(after - before <= 1 for before, after in pairwise(levels))
        faults.expect(levels[:1] == [1] and steps, name, f"levels of headings: {levels}")
        mute = [node.html for node in html.css("img") if node.attributes.get("alt") is None]
        faults.expect(not mute, name, f"images without words: {mute}")
        article = re.sub(r'data-[a-z]+="[^"]*"', "", _only(html, "article").html or "")
        unfilled = _UNFILLED.search(article)
        faults.expect(not unfilled, name, f"shows {unfilled}")
    assert faults == []


def test_nothing_comes_from_outside(site: Path) -> None:
    faults = Faults()
    for locale, page in _pages():
        html = page_at(site, locale, page.path)
        fetched = [node.attributes.get("src") for node in html.css("[src]")]
        fetched += [
            node.attributes.get("href")
            for node in html.css('link[rel~="stylesheet"], link[rel~="icon"], link[rel~="preload"]')
        ]
        outside = [address for address in fetched if re.match(r"(https?:)?//", str(address))]
        faults.expect(fetched, f"{locale}/{page.path}", "fetches nothing at all")
        faults.expect(not outside, f"{locale}/{page.path}", f"fetches {outside}")
    assert faults == []


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
    assert listed == {f"{ADDRESS}{locale}/{page.path}" for locale, page in _pages()}
    assert all(len(url.findall("x:link", space)) == len(GUIDE.site.locales) + 1 for url in urls)


def test_a_languages_404_leads_straight_to_its_pages(site: Path) -> None:
    """It is shown at any address below the language, so that only addresses from the top hold."""
    base = urlsplit(ADDRESS).path
    for locale in GUIDE.site.locales:
        page = parsed(site / locale / "404.html")
        addresses = [str(a.attributes["href"]) for a in page.css("[href]")]
        assert [a for a in addresses if "." in a.split("/") or ".." in a.split("/") or "//" in a] == []
        assert {address[0] for address in addresses} <= {"/", "#"}
        for other in GUIDE.site.locales:
            assert f"{base}{other}/" in addresses, (locale, other)


def test_the_root_page_offers_the_languages_without_a_script(site: Path) -> None:
    html = page_at(site)
    links = {a.attributes["href"]: a.text() for a in html.css("main a")}
    assert links == {f"{code}/": GUIDE.wordings[code].language for code in GUIDE.site.locales}


def test_a_trick_page_holds_the_whole_trick(site: Path) -> None:
    faults = Faults()
    for locale, trick in product(GUIDE.site.locales, GUIDE.tricks.values()):
        article = _only(page_at(site, locale, "tricks", trick.slug), "article")
        said = " ".join(article.text().split())
        voice = Voice(GUIDE, locale)
        acts = [GUIDE.countermeasures[name] for name in trick.countermeasures]
        for name in (*(v.name for v in trick.variants), *(act.name for act in acts)):
            faults.expect(voice.words(name) in said, f"{locale}: {trick.file}", voice.words(name))
        hrefs = {str(a.attributes.get("href")) for a in article.css("a")}
        wanted = {
            *(f"../../countermeasures/{slug}/" for slug in trick.countermeasures),
            *(f"../../checklists/{slug}/" for slug in trick.meetings),
            *(source.url for source in voice.sources(trick)),
        }
        faults.expect(wanted <= hrefs, f"{locale}: {trick.file}", f"no link to {wanted - hrefs}")
    assert faults == []


def test_a_checklist_has_every_act_and_sign_once(site: Path) -> None:
    faults = Faults()
    for locale, slug in product(GUIDE.site.locales, GUIDE.meetings):
        html = page_at(site, locale, "checklists", slug)
        tricks = GUIDE.tricks_of_meeting(slug)
        struck = {act for act, when in GUIDE.meetings[slug].timing.items() if when == "never"}
        wanted = {f"box-{act}" for trick in tricks for act in trick.countermeasures if act not in struck}
        wanted |= {f"sign-{trick.slug}-{sign.id}" for trick in tricks for sign in trick.warning_signs}
        boxes = [str(box.attributes["id"]) for box in html.css('.checklist li.item > input[type="checkbox"]')]
        faults.expect(sorted(boxes) == sorted(wanted), f"{locale}: {slug}", f"{set(boxes) ^ wanted}")
        labels = {str(label.attributes.get("for")): label.text().strip() for label in html.css("label[for]")}
        unnamed = [box for box in boxes if not labels.get(box)]
        faults.expect(not unnamed, f"{locale}: {slug}", f"boxes without words: {unnamed}")
    assert faults == []


def test_a_quiz_tells_its_answers_without_a_script(site: Path) -> None:
    faults = Faults()
    for slug, quiz in GUIDE.quizzes.items():
        html = page_at(site, "en", "quizzes", slug)
        questions = html.css("[data-questions] form.question")
        asked = [one.name for one in carried(GUIDE, quiz)]
        faults.expect([form.attributes["id"] for form in questions] == asked, slug, f"does not ask {asked}")
        solved = len(html.css("[data-solves]")) == len(html.css("form.question"))
        faults.expect(solved, slug, "solves more or fewer than it asks")
        for form in questions:
            name = f"{slug}: {form.attributes['id']}"
            faults.expect(len(form.css("fieldset > legend")) == 1, name, "has no legend, or more")
            faults.expect(form.css("details .answer-list .is-right"), name, "tells no right answer")
            reasons = {str(why.attributes["data-why"]): why.text().strip() for why in form.css("[data-why]")}
            parts = [str(part.attributes["data-part"]) for part in form.css("[data-part]")]
            faults.expect(all(reasons.get(part) for part in parts), name, "a part has no reason")
    assert faults == []


def test_the_page_of_a_quiz_is_small_whatever_it_asks(site: Path) -> None:
    faults = Faults()
    for locale in GUIDE.site.locales:
        for slug in GUIDE.quizzes:
            size = (site / locale / "quizzes" / slug / "index.html").stat().st_size
            faults.expect(size <= 120_000, f"{locale}: {slug}", f"{size} bytes")
    assert faults == []


def test_the_pages_of_questions_hold_all_that_quizzes_ask(site: Path) -> None:
    found: set[str] = set()
    for slug, trick in GUIDE.tricks.items():
        html = page_at(site, "es", "questions", slug)
        forms = [str(form.attributes["id"]) for form in html.css("form.question")]
        assert forms == [one.name for one in questions_of(GUIDE, trick)]
        found.update(forms)
    asked = {one.name for quiz in GUIDE.quizzes.values() for one in all_asked(GUIDE, quiz)}
    assert asked <= found


def test_aliases_are_searched_but_not_shown(site: Path, guide: Guide) -> None:
    index = json.loads((site / "es/search.json").read_text(encoding="utf-8"))
    words = index["words"].split(" ")
    steps = index["aliases"][index["paths"].index("tricks/kickbacks/")]
    aliases = guide.tricks["kickbacks"].aliases.words("es")
    assert {words[number] for number in accumulate(steps)} == terms(aliases)
    shown = [
        (site / "es/tricks/kickbacks" / name).read_text("utf-8") for name in ("index.html", "found.json")
    ]
    assert [text for text in shown if ", ".join(aliases[:3]) in text] == []


def test_no_machine_path_is_in_the_site(site: Path) -> None:
    here = str(REPOSITORY)
    for file in site.rglob("*"):
        if file.suffix in (".html", ".js", ".css", ".json", ".xml", ".txt"):
            assert here not in file.read_text(encoding="utf-8")
    assert json.loads((site / "build.json").read_text(encoding="utf-8"))["pages"] == len(_pages())
