"""What is new, on the page, in the sitemap and in the head of every page: the days that entries tell."""

import dataclasses
from pathlib import Path

from lxml import etree

from scripts.derived import changed_days, entry_addresses, newest_day, news
from scripts.guide import FEED, Guide
from tests.built_site import ADDRESS, page_at


def test_each_entry_is_told_once_on_the_day_it_came(guide: Guide) -> None:
    days = news(guide)
    assert [each.day for each in days] == sorted({each.day for each in days}, reverse=True)
    told = [(entry.slug, day.day) for day in days for entry in day.added]
    assert sorted(told) == sorted((entry.slug, entry.added) for entry in guide.entries())
    for day in days:
        assert not {*map(id, day.added)} & {*map(id, day.reviewed)}
        assert {newest_day(entry) for entry in day.reviewed} <= {day.day}


def test_what_was_read_on_the_day_it_came_is_only_new(guide: Guide) -> None:
    slug, trick = next(iter(guide.tricks.items()))
    days = {"added": "2020-01-02", "reviewed": "2020-01-02"}
    dated = dataclasses.replace(guide, tricks={slug: trick.model_copy(update=days)})
    (found,) = [day for day in news(dated) if day.day == "2020-01-02"]
    assert ([entry.slug for entry in found.added], list(found.reviewed)) == ([slug], [])


def test_the_page_of_each_language_shows_all_of_it(guide: Guide, site: Path) -> None:
    for locale in guide.site.locales:
        page = page_at(site, locale, "new")
        shown = {link.attributes["href"] for link in page.css(".news-list a")}
        assert shown == {f"../{path}" for _, path in entry_addresses(guide)}
        assert [node.attributes["id"] for node in page.css("article h2")] == [
            f"day-{each.day}" for each in news(guide)
        ]


def test_every_page_leads_to_the_feed_of_its_language(guide: Guide, site: Path) -> None:
    for locale in guide.site.locales:
        assert (site / locale / FEED).is_file()
        for address, way in (((), "new/"), (("tricks",), "../new/"), (("checklists", "demo"), "../../new/")):
            link = page_at(site, locale, *address).css_first('link[type="application/atom+xml"]')
            assert link is not None
            assert link.attributes["href"] == f"{way}feed.atom"


def test_the_sitemap_says_when_entries_changed(guide: Guide, site: Path) -> None:
    told = {}
    for url in etree.parse(site / "sitemap.xml").getroot():
        day = url.find("{*}lastmod")
        if day is not None:
            told[url.find("{*}loc").text] = day.text
    wanted = changed_days(guide)
    assert told == {
        f"{ADDRESS}{locale}/{path}": day for locale in guide.site.locales for path, day in wanted.items()
    }
