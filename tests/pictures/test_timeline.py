"""The timeline of a purchase: every meeting in its order, what waits there, how strong the buyer is."""

import re
from dataclasses import replace
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser

from scripts.guide import Guide, Voice
from scripts.pages.all_pages import all_pages
from scripts.pages.render import page_environment, render_page
from scripts.pictures import timeline


def test_every_meeting_of_the_guide_says_how_strong_the_buyer_is(guide: Guide) -> None:
    assert [slug for slug, meeting in guide.meetings.items() if meeting.strength is None] == []


def test_the_furthest_fall_is_marked_once_and_where_it_is(guide: Guide) -> None:
    stations = timeline(guide)
    levels = [each.meeting.strength.level for each in stations if each.meeting.strength]
    falls = [before - after for before, after in pairwise(levels)]
    place = falls.index(max(falls))
    marked = {each: station.falls_from for each, station in enumerate(stations) if station.falls_from}
    assert marked == {place + 1: levels[place]}


def test_the_pieces_of_the_band_join(guide: Guide) -> None:
    for before, after in pairwise(timeline(guide)):
        ends = {x for x, y in _points(before.piece) if y == 100}
        begins = {x for x, y in _points(after.piece) if y == 0}
        assert ends == begins, (before.meeting.slug, after.meeting.slug)
        assert all(0 <= x <= 100 for x, _ in _points(before.piece))


def _points(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"([\d.]+) ([\d.]+)", path)]


def test_a_guide_that_judges_no_strength_has_a_plain_list(guide: Guide) -> None:
    meetings = {slug: each.model_copy(update={"strength": None}) for slug, each in guide.meetings.items()}
    silent = replace(guide, meetings=meetings)
    stations = timeline(silent)
    assert [station.piece for station in stations] == [""] * len(meetings)
    assert not any(station.falls_from for station in stations)
    rows = _home(silent, "es").css("ol.timeline > li")
    assert len(rows) == len(meetings)
    assert not any(row.css("svg[preserveAspectRatio]") for row in rows)


def test_home_leads_to_every_meeting_and_says_what_the_band_shows(guide: Guide) -> None:
    for locale in guide.site.locales:
        voice = Voice(guide, locale)
        rows = _home(guide, locale).css("ol.timeline > li")
        assert len(rows) == len(guide.meetings)
        for row, meeting in zip(rows, guide.meetings.values(), strict=True):
            said = " ".join(row.text().split())
            assert [link.attributes["href"] for link in row.css("a")] == [f"checklists/{meeting.slug}/"]
            count = len(guide.tricks_of_meeting(meeting.slug))
            assert voice.say("tricks_wait", count=count) in said
            assert meeting.strength
            assert voice.say("your_strength", level=meeting.strength.level) in said
            assert voice.words(meeting.strength.why) in said


def test_home_says_from_what_to_what_the_strength_falls(guide: Guide) -> None:
    for locale in guide.site.locales:
        told = [
            Voice(guide, locale).say(
                "strength_falls", before=each.falls_from, after=each.meeting.strength.level
            )
            for each in timeline(guide)
            if each.falls_from and each.meeting.strength
        ]
        shown = [mark.text().strip() for mark in _home(guide, locale).css(".station-fall")]
        assert len(told) == 1
        assert shown == told


def _home(guide: Guide, locale: str) -> LexborHTMLParser:
    voice = Voice(guide, locale)
    environment = page_environment(voice, "https://forewarned.example/")
    return LexborHTMLParser(render_page(environment, next(iter(all_pages(voice)))))
