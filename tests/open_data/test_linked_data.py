"""What pages tell of themselves in JSON-LD, held to schema.org's own vocabulary and to what pages show."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from scripts.guide import Guide, Voice
from scripts.open_data import linked_data
from scripts.pages.page import Page
from tests import DATA
from tests.built_site import ADDRESS, parsed

TERMS = json.loads((DATA / "schema-org-terms.json").read_text(encoding="utf-8"))
_DATA_TYPES: Mapping[str, tuple[type, ...]] = {
    "Boolean": (bool,),
    "Date": (str,),
    "DateTime": (str,),
    "Integer": (int,),
    "Text": (str,),
    "URL": (str,),
}


def _pages(site: Path) -> Iterator[tuple[str, LexborHTMLParser]]:
    for file in sorted(site.glob("??/**/index.html")):
        page = parsed(file)
        # What leads on from an address of old is no page of the guide.
        if page.css_first("link[rel=canonical]") and page.css_first("article"):
            yield file.parent.relative_to(site).as_posix(), page


def _told(page: LexborHTMLParser) -> list[dict[str, Any]]:
    return [json.loads(node.text()) for node in page.css('script[type="application/ld+json"]')]


def _ancestors(kind: str) -> set[str]:
    return {kind}.union(*(_ancestors(parent) for parent in TERMS["types"].get(kind, ())))


def _breaches(node: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a node says that schema.org's vocabulary has no word for."""
    kind = node["@type"]
    if kind not in TERMS["types"]:
        yield f"no type: {kind}"
        return
    for name, value in node.items():
        if name.startswith("@"):
            continue
        term = TERMS["properties"].get(name)
        if term is None or not _ancestors(kind) & set(term["of"]):
            yield f"{kind} has no {name}"
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                if not _ancestors(each["@type"]) & set(term["holds"]):
                    yield f"{kind}.{name} holds no {each['@type']}"
                yield from _breaches(each)
            elif not any(isinstance(each, _DATA_TYPES.get(held, ())) for held in term["holds"]):
                yield f"{kind}.{name} holds no {each!r}"


def test_every_page_tells_only_what_schema_org_has_words_for(site: Path) -> None:
    faults = []
    kinds = Counter[str]()
    for name, page in _pages(site):
        told = _told(page)
        faults += [f"{name}: {len(told)} blocks"] * (len(told) != 1)
        faults += [f"{name}: {breach}" for each in told for breach in _breaches(each)]
        kinds.update(each["mainEntity"]["@type"] for each in told if "mainEntity" in each)
    assert faults == []
    assert set(kinds) == {"DefinedTerm", "DefinedTermSet", "HowTo", "Quiz"}


def test_what_a_page_tells_is_what_it_shows(site: Path) -> None:
    faults = []
    for name, page in _pages(site):
        (told,) = _told(page)
        canonical = page.css_first("link[rel=canonical]")
        assert canonical is not None
        if told["url"] != canonical.attributes["href"]:
            faults.append(f"{name}: {told['url']}")
        crumbs = [link.text() for link in page.css("nav.crumbs a")]
        trail = [item["name"] for item in told.get("breadcrumb", {}).get("itemListElement", ())]
        if trail[:-1] != crumbs:
            faults.append(f"{name}: {trail} is not {crumbs}")
    assert faults == []


def test_crumbs_lead_to_pages_of_the_site(site: Path) -> None:
    lost = {
        item["item"]["@id"]
        for _, page in _pages(site)
        for item in _told(page)[0].get("breadcrumb", {}).get("itemListElement", ())
        if not (site / item["item"]["@id"].removeprefix(ADDRESS) / "index.html").is_file()
    }
    assert lost == set()


def test_no_words_end_the_element_that_holds_them(guide: Guide) -> None:
    words = "</script><script>alert(1)</script><!-- <script> ]]> \u2028 &amp; \" ' \\"
    page = Page(path="x/", template="page.md.j2", title=words, description=words)
    text = linked_data(Voice(guide, "en"), ADDRESS, page, [("y/", words)])
    html = LexborHTMLParser(f'<head><script type="application/ld+json">{text}</script></head><p>after')
    assert len(html.css("script")) == 1
    (told,) = _told(html)
    assert told["name"] == told["description"] == words
    assert [item["name"] for item in told["breadcrumb"]["itemListElement"]][1:] == [words, words]
