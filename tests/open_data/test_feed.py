"""The feed of news, judged by libxml2 after RFC 4287 and read by a feed reader's library."""

import dataclasses
from pathlib import Path

import feedparser
import pytest
from lxml import etree

from scripts.derived import news
from scripts.guide import FEED, Guide, Voice
from scripts.open_data import write_feed
from scripts.open_data.feed import MOST_NEWS
from tests import DATA

ADDRESS = "https://forewarned.example/below/"


@pytest.fixture
def rules() -> etree.RelaxNG:
    """What RFC 4287 asks of a feed."""
    return etree.RelaxNG(etree.parse(DATA / "atom.rng"))


def _feed(guide: Guide, locale: str, folder: Path) -> Path:
    write_feed(Voice(guide, locale), folder, ADDRESS)
    return folder / FEED


def test_the_feed_of_each_language_is_valid(guide: Guide, rules: etree.RelaxNG, tmp_path: Path) -> None:
    for locale in guide.site.locales:
        rules.assertValid(etree.parse(_feed(guide, locale, tmp_path / locale)))


def test_the_rules_refuse_a_feed_without_what_they_ask(
    guide: Guide, rules: etree.RelaxNG, tmp_path: Path
) -> None:
    said = _feed(guide, "en", tmp_path).read_text(encoding="utf-8")
    for mark in ("<id>", "<updated>", "<author>", 'rel="self" '):
        start = said.index(mark)
        end = said.index("\n", start) if mark[0] == "<" else start + len(mark)
        assert not rules.validate(etree.fromstring((said[:start] + said[end:]).encode())), mark


def test_a_reader_finds_the_newest_first_with_their_pages(guide: Guide, tmp_path: Path) -> None:
    read = feedparser.parse(_feed(guide, "es", tmp_path).read_bytes())
    assert not read.bozo
    assert read.feed.language == guide.wordings["es"].tag
    newest = news(guide)[0].day
    assert read.feed.updated == f"{newest}T00:00:00Z" == read.entries[0].updated
    days = [each.updated for each in read.entries]
    assert days == sorted(days, reverse=True)
    assert len(days) == min(MOST_NEWS, len([*guide.entries()]))
    assert len({each.id for each in read.entries}) == len(days)
    shown = {each.id: each.title for each in read.entries}
    trick = max(guide.tricks.values(), key=lambda each: each.added or "")
    assert shown[f"{ADDRESS}es/tricks/{trick.slug}/"] == trick.name.root["es"]


def test_hostile_words_stay_words(guide: Guide, rules: etree.RelaxNG, tmp_path: Path) -> None:
    words = "]]></title><script>alert(1)</script> & \"'"
    trick = max(guide.tricks.values(), key=lambda each: each.added or "")
    spoilt = trick.model_copy(update={"name": type(trick.name)({"en": words})})
    spoilt_guide = dataclasses.replace(guide, tricks={trick.slug: spoilt})
    # It has one language only: the other's feed says so.
    for locale, language in (("en", None), ("es", "en")):
        file = _feed(spoilt_guide, locale, tmp_path / locale)
        tree = etree.parse(file)
        rules.assertValid(tree)
        titles = {
            title.text: title.get("{http://www.w3.org/XML/1998/namespace}lang")
            for title in tree.iter("{*}title")
        }
        assert titles[words] == language


def test_a_guide_that_tells_no_day_has_an_empty_feed(
    guide: Guide, rules: etree.RelaxNG, tmp_path: Path
) -> None:
    none: dict[str, object] = {"added": None, "reviewed": None}
    silent = {slug: trick.model_copy(update=none) for slug, trick in guide.tricks.items()}
    quiet = dataclasses.replace(
        guide, tricks=silent, countermeasures={}, meetings={}, quizzes={}, assessments={}, paths={}
    )
    assert news(quiet) == []
    tree = etree.parse(_feed(quiet, "en", tmp_path))
    rules.assertValid(tree)
    assert tree.find("{*}entry") is None
