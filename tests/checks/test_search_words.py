"""Words by which people ask for a page without aliases: each address is one that search leads to."""

from pathlib import Path

import pytest

from scripts.checks import check
from scripts.entries import load
from scripts.guide import SEARCHED, Guide, Voice
from scripts.pages.searchable import searchables


@pytest.mark.parametrize("field", ["pages", "asked"])
@pytest.mark.parametrize("address", ["no-such-page/", "tricks/", "compare", "tricks/no-such-trick/"])
def test_a_page_that_search_does_not_lead_to_is_told_at_its_place(
    tiny_folder: Path, address: str, field: str
) -> None:
    guide = load(tiny_folder).guide
    assert guide is not None
    name = f"content/search/{guide.site.default_locale}.yml"
    file = tiny_folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"{field}:\n  compare/: [scorecard]\n  {address}: [lost words]\n", encoding="utf-8")
    found = [(each.file, each.line, each.fault.rule) for each in check(load(tiny_folder))]
    assert found == [(name, 3, "unknown-reference")]


def test_search_leads_to_each_page_that_may_be_named(guide: Guide) -> None:
    paths = {each.path for each in searchables(Voice(guide, guide.site.default_locale))}
    assert sorted(SEARCHED - paths) == []


def test_an_entry_is_found_by_how_people_ask_for_what_it_answers(guide: Guide) -> None:
    code = guide.site.default_locale
    pages = {each.path: each for each in searchables(Voice(guide, code))}
    asked = guide.search[code].asked
    assert {path.partition("/")[0] for path in asked} >= {"tricks", "calculator"}
    for address, ways in asked.items():
        assert list(pages[address].asked) == ways


def test_a_page_is_found_by_what_people_call_it(guide: Guide) -> None:
    code, other = guide.site.locales[:2]
    pages = {each.path: each for each in searchables(Voice(guide, code))}
    for address, called in guide.search[code].pages.items():
        assert list(pages[address].aliases) == called
        assert set(guide.search[other].pages.get(address, [])) <= set(pages[address].elsewhere)
