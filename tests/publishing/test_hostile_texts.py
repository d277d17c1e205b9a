"""Texts are data: whatever stands in one, it is read as its own words and nothing else."""

import functools
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from tests.publishing.hostile_guide import MARKUP, hostile_guide, written_site

# The site is made once.
pytestmark = pytest.mark.xdist_group("hostile")

# What a file's name has of its bytes may hold any figure.
_HASH = re.compile(r"\.[0-9a-f]{10}\.")
# What shows where a text was escaped twice, or for another place than its own; or what became of 7 times 7,
# which is no part of a longer figure in an address.
_SPOILT = re.compile(r"&amp;amp;|&lt;|&gt;|&quot;|&#34;|&#39;|\\\\<|(?<!\d)49(?!\d)")


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    return written_site(hostile_guide(folder / "guide"), folder)


def _fault_of_script(text: str, marks: Mapping[str, str | None]) -> str:
    """Scripts are files of ours; what a page says of itself is data, which nothing in it can end."""
    if marks.get("type") == "application/ld+json":
        return "" if isinstance(json.loads(text), dict) and not set("<>&") & set(text) else "data with markup"
    return "a script" if text.strip() or "assets/" not in (marks.get("src") or "") else ""


def _faults(html: str) -> Iterator[str]:
    tree = LexborHTMLParser(html)
    for node in tree.css("*"):
        marks = dict(node.attributes)
        if node.tag == "script" and (fault := _fault_of_script(node.text(), marks)):
            yield f"{fault}: {node.html}"
        if node.tag in ("style", "b"):
            yield f"an element from data: {node.html}"
        for name, value in marks.items():
            if name.startswith("on") or name == "style":
                yield f"an attribute that runs or styles: {node.tag} {name}={value}"
            told = _HASH.sub(".", value or "")
            if node.tag != "path" and (spoilt := _SPOILT.findall(told)):
                yield f"escaped wrongly in {node.tag} {name}: {spoilt}: {told[:300]}"
    for node in tree.css(
        "title, h1, h2, h3, h4, p, li, a, dt, dd, th, td, label, button, summary, legend, option"
    ):
        words = node.text()
        if spoilt := _SPOILT.findall(words):
            yield f"escaped wrongly in {node.tag}: {spoilt}: {words[:300]}"


def test_no_text_becomes_markup(hostile_site: Path) -> None:
    pages = sorted(hostile_site.rglob("*.html"))
    assert len(pages) > 50
    faults = {
        f"{page.relative_to(hostile_site)}: {fault}"
        for page in pages
        for fault in _faults(page.read_text(encoding="utf-8"))
    }
    assert not faults, "\n".join(sorted(faults)[:40])


def test_titles_and_descriptions_are_the_words(hostile_site: Path) -> None:
    faults = []
    for page in sorted(hostile_site.rglob("index.html")):
        tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
        said = {"title": "".join(node.text() for node in tree.css("title"))}
        for name in (
            'meta[name="description"]',
            'meta[property="og:title"]',
            'meta[property="og:description"]',
        ):
            if node := tree.css_first(name):
                said[name] = str(node.attributes["content"])
        said |= {
            f"heading {number}": node.text() for number, node in enumerate(tree.css("h1, .contents li a"))
        }
        faults += [f"{page}: {name}: {words}" for name, words in said.items() if MARKUP not in words]
    assert not faults, "\n".join(faults[:40])


def test_files_for_programs_hold_the_words(hostile_site: Path) -> None:
    for locale in ("es", "en"):
        manifest = json.loads((hostile_site / locale / "manifest.webmanifest").read_text(encoding="utf-8"))
        assert manifest["short_name"] == MARKUP
        data = json.loads((hostile_site / locale / "checklists/mine/data.json").read_text(encoding="utf-8"))
        assert data["tricks"][0]["name"] == MARKUP
        pieces = [trick[key] for trick in data["tricks"] for key in ("link", "signs")]
        pieces += [act[key] for act in data["acts"].values() for key in ("link", "item")]
        assert [fault for piece in pieces for fault in _faults(piece)] == []
    etree.parse(hostile_site / "sitemap.xml", etree.XMLParser(resolve_entities=False))


def test_data_for_scripts_is_sound(hostile_site: Path) -> None:
    """What stands in `data-words` and its like is JSON, with the words as they are."""
    faults = []
    for page in sorted(hostile_site.rglob("*.html")):
        for node in LexborHTMLParser(page.read_text(encoding="utf-8")).css("[data-words], [data-say]"):
            for name in ("data-words", "data-say"):
                given = node.attributes.get(name)
                if given and given[0] in '{["':
                    try:
                        json.loads(given)
                    except ValueError as error:
                        faults.append(f"{page}: {name}: {error}")
    assert not faults, "\n".join(faults[:20])


@functools.cache
def _unlike(site: Path) -> Sequence[Path]:
    """Return the pages of which no two have the same elements with the same attributes in one order."""
    by_structure = {}
    for page in sorted(site.rglob("*.html")):
        tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
        by_structure[tuple((node.tag, *node.attributes) for node in tree.css("*"))] = page
    return list(by_structure.values())


@functools.cache
def _parsed(html: str) -> tuple[Sequence[str], Element]:
    """Return what the WHATWG's parser finds at fault, and the tree; it takes its time."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(html)
    return [f"line {place[0]}: {code}" for place, code, _ in parser.errors], tree


def _invalid(html: str) -> Iterator[str]:
    """What the WHATWG's HTML forbids and no parser notices."""
    tree = LexborHTMLParser(html)
    ids = Counter(node.attributes["id"] for node in tree.css("[id]"))
    yield from (f"id {name} stands {count} times" for name, count in ids.items() if count > 1)
    for node in tree.css("h1, h2, h3, h4"):
        if not node.text().strip():
            yield f"an empty heading: {node.html}"
    for node in tree.css(
        ":is([type=checkbox], [type=radio])[autocomplete], [markdown], [class*=md-], [id^=__]"
    ):
        yield f"does not belong here: {node.html}"
    for node in tree.css("button:not([hidden]):not([data-say])"):
        if not (node.text().strip() or node.attributes.get("aria-label")):
            yield f"a button without words: {node.html}"


def test_every_page_is_valid_and_asks_for_few_files(hostile_site: Path) -> None:
    faults = {
        f"{page.relative_to(hostile_site)}: {fault}"
        for page in _unlike(hostile_site)
        for fault in _parsed(page.read_text(encoding="utf-8"))[0]
    }
    for page in sorted(hostile_site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        faults |= {f"{page.relative_to(hostile_site)}: {fault}" for fault in _invalid(html)}
        tree = LexborHTMLParser(html)
        waited_for = "head > link[rel=stylesheet]:not([media])"
        asked = len(tree.css("script[src]")), len(tree.css(waited_for))
        if asked[0] > 2 or asked[1] not in (1, 2):
            faults.add(f"{page}: asks for {asked[0]} scripts and waits for {asked[1]} style sheets")
    assert not faults, "\n".join(sorted(faults)[:40])


def test_every_asset_is_named_by_what_it_holds(hostile_site: Path) -> None:
    for file in (hostile_site / "assets").rglob("*.*"):
        assert hashlib.sha256(file.read_bytes()).hexdigest().startswith(file.name.split(".")[-2]), file
    assert not list(hostile_site.glob("*/assets"))


def test_pages_make_sense_without_styles_and_scripts(hostile_site: Path) -> None:
    """No result stands before its questions, no sentence waits for a script, no words run into others."""
    faults = []
    for page in _unlike(hostile_site):
        tree = deepcopy(_parsed(page.read_text(encoding="utf-8"))[1])
        for template in list(tree.iter("template")):
            tail = template.tail
            template.clear()
            template.tail = tail
        for node in tree.iter():
            if "data-result" in node.attrib or "data-kept-when" in node.attrib:
                faults.append(f"{page}: waits for a script: {node.attrib}")
        for parent in tree.iter():
            for chip, after in pairwise(parent):
                chips = "chip" in f"{chip.get('class')} {after.get('class')}".split()
                if chips and not chip.tail:
                    faults.append(f"{page}: runs on: {chip.get('class')} {after.get('class')}")
    assert not faults, "\n".join(faults[:40])
