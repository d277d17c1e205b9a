"""A checklist as a calendar: the date where it is asked for, the file, entries that move with the meeting."""

import json
import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Page, expect

from scripts.derived.checklist import acts_against
from scripts.guide.voice import Voice
from tests.built_site import sample_guide
from tests.kept import FORBIDDEN, NO_PAGE, fill_storage, keep, keep_text, key_of

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
LOCALES = GUIDE.site.locales
AHEAD = {"days": 10, "hours": 3, "minutes": 1}
FAR = date.today() + timedelta(days=40)
Events = Mapping[str, icalendar.Event]


def _say(locale: str, key: str) -> str:
    return Voice(GUIDE, locale).say(key)


def _open(page: Page, path: str = "en/checklists/demo/") -> None:
    page.goto(path)
    page.locator(".exports summary").click()


def _file(page: Page, meeting: date, locale: str = "en") -> bytes:
    page.get_by_label(_say(locale, "calendar_date"), exact=True).fill(meeting.isoformat())
    with page.expect_download() as download:
        page.get_by_role("button", name=_say(locale, "calendar_save")).click()
    assert download.value.suggested_filename.endswith(".ics")
    return Path(download.value.path()).read_bytes()


def _events(data: bytes) -> Events:
    """Return a file's entries by their UID."""
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar["VERSION"] == "2.0"
    assert not calendar.errors
    assert not [event for event in calendar.events if event.errors]
    events = {str(event.uid): event for event in calendar.events}
    assert len(events) == len(calendar.events)
    return events


def _taken_in(calendar: Events, file: Events) -> Events:
    """Return a calendar that has opened a file: an entry with a higher SEQUENCE takes the place of its like.

    RFC 5546, 2.1.5.
    """
    newer = {
        uid: event
        for uid, event in file.items()
        if uid not in calendar or calendar[uid].sequence < event.sequence
    }
    return {**calendar, **newer}


def _days(events: Events) -> set[date]:
    return {event.start for event in events.values()}


def test_the_date_is_asked_for_where_one_looks_and_one_that_will_not_do_is_named(page: Page) -> None:
    locale = "es"
    _open(page, f"{locale}/checklists/demo/")
    field = page.get_by_label(_say(locale, "calendar_date"), exact=True)
    error = page.locator("[data-calendar-error]")
    page.get_by_role("button", name=_say(locale, "calendar_save")).press("Enter")
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(_say(locale, "calendar_date_first"))
    expect(error).to_have_role("alert")
    expect(error).to_be_in_viewport()
    field.fill(FAR.isoformat())
    expect(error).to_have_text("")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    # Written once, it is the list's own date too, kept as that is.
    expect(page.locator("#field-date")).to_have_value(FAR.isoformat())
    page.reload()
    page.locator(".exports summary").click()
    expect(field).to_have_value(FAR.isoformat())
    _what_will_not_do_is_named(page, locale)


def _what_will_not_do_is_named(page: Page, locale: str) -> None:
    field = page.get_by_label(_say(locale, "calendar_date"), exact=True)
    save = page.get_by_role("button", name=_say(locale, "calendar_save"))
    error = page.locator("[data-calendar-error]")
    field.fill("")
    field.focus()
    page.keyboard.type("12")
    save.click()
    expect(error).to_have_text(_say(locale, "calendar_date_whole"))
    field.fill("12026-12-03")
    save.click()
    expect(error).to_have_text(_say(locale, "calendar_date_year"))
    expect(field).to_be_focused()


def test_the_file_is_sound_and_has_what_is_left_to_do(page: Page) -> None:
    tricks = GUIDE.tricks_of_meeting("demo")
    page.goto("es/glossary/")
    keep(page, "selection", {"tricks": [trick.slug for trick in tricks], "countermeasures": []})
    _open(page, "es/checklists/mine/")
    page.locator(".item input").first.check()
    ticked = page.locator(".item label").first.inner_text()
    meeting = date.today() + timedelta(days=9)
    data = _file(page, meeting, "es")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    voice = Voice(GUIDE, "es")
    before = {
        voice.words(act.countermeasure.check): act.countermeasure
        for act in acts_against(GUIDE.countermeasures, tricks)
        if act.section == "before"
    }
    del before[ticked]
    events = _events(data)
    said = {str(event["SUMMARY"]).removeprefix("Mi lista: "): event for event in events.values()}
    assert set(said) == set(before)
    for words, event in said.items():
        effort = before[words].effort
        assert event.start == max(date.today(), meeting - timedelta(days=AHEAD[effort])), words
        assert event.duration == timedelta(days=1)
        assert event.DTSTAMP is not None
        assert event.sequence == 0
        assert str(event["URL"]) == page.url
        assert page.url in str(event.description)
        assert _say("es", f"effort_{effort}") in str(event.description)
    assert len(_days(events)) > 1
    expect(page.locator("[data-calendar-status]")).to_have_text(_say("es", "export_saved"))


def test_the_same_step_is_the_same_entry_in_every_language_and_on_every_day(page: Page) -> None:
    known: set[str] = set()
    for number, locale in enumerate([*LOCALES, *LOCALES]):
        _open(page, f"{locale}/checklists/demo/")
        events = _events(_file(page, FAR + timedelta(days=number), locale))
        known = known or set(events)
        assert set(events) == known
    slugs = {uid.split("@")[0].rpartition(".")[2] for uid in known}
    assert slugs <= set(GUIDE.countermeasures)
    _open(page, f"{LOCALES[0]}/checklists/pricing/")
    assert not known & set(_events(_file(page, FAR, LOCALES[0]))), "two meetings share entries"


def test_opening_the_file_of_a_meeting_that_moved_moves_its_entries(page: Page) -> None:
    _open(page)
    calendar = _taken_in({}, _events(_file(page, FAR)))
    for weeks in (1, 3, 2):
        later = FAR + timedelta(weeks=weeks)
        if weeks == 3:
            page.reload()
            page.locator(".exports summary").click()
        file = _events(_file(page, later))
        expect(page.locator("[data-calendar-status]")).to_have_text(_say("en", "calendar_moved"))
        count = len(calendar)
        calendar = _taken_in(calendar, file)
        assert len(calendar) == count
        assert _days(calendar) == {later - timedelta(days=AHEAD[kind]) for kind in _efforts(page)}


def _efforts(page: Page) -> set[str]:
    steps = page.locator('section[data-section="before"] .item')
    efforts: list[str] = steps.evaluate_all("all => all.map((one) => one.dataset.effort)")
    return set(efforts)


def test_what_stays_keeps_its_revision_and_a_step_ticked_meanwhile_moves_when_it_comes_back(
    page: Page,
) -> None:
    _open(page)
    calendar = _events(_file(page, FAR))
    # Of a meeting that stays, the file is the same.
    again = _events(_file(page, FAR))
    assert {event.sequence for event in [*calendar.values(), *again.values()]} == {0}
    expect(page.locator("[data-calendar-status]")).to_have_text(_say("en", "export_saved"))
    box = page.locator('section[data-section="before"] .item input').first
    box.check()
    left = _events(_file(page, FAR + timedelta(days=1)))
    box.uncheck()
    back = _events(_file(page, FAR + timedelta(days=1)))
    (uid,) = set(back) - set(left)
    assert back[uid].sequence > calendar[uid].sequence
    assert {back[other].sequence for other in left} == {1}


def test_what_cannot_be_noted_is_told(page: Page) -> None:
    _open(page)
    page.get_by_label("Date of the meeting", exact=True).fill(FAR.isoformat())
    fill_storage(page)
    _file(page, FAR)
    expect(page.locator("[data-calendar-status]")).to_have_text(_say("en", "calendar_not_noted"))


def test_where_storage_is_forbidden_the_file_is_saved_all_the_same(page: Page) -> None:
    page.add_init_script(FORBIDDEN)
    _open(page)
    assert _events(_file(page, FAR))
    expect(page.locator("[data-calendar-status]")).to_have_text(_say("en", "calendar_not_noted"))


def test_spoilt_notes_of_a_calendar_harm_nothing(page: Page, subtests: pytest.Subtests) -> None:
    page.goto("en/checklists/demo/")
    steps = page.locator('section[data-section="before"] .item').evaluate_all(
        "all => all.map((one) => one.id.slice('act-'.length))"
    )
    assert len(steps) >= 3
    of_steps = (5, {"revision": -1}, {"revision": "x"})
    notes: list[object] = [7, [], dict(zip(steps, of_steps, strict=False))]
    for spoilt in ("{", *map(json.dumps, notes)):
        with subtests.test(spoilt):
            keep_text(page, "calendar.demo", spoilt)
            _open(page)
            events = _events(_file(page, FAR))
            assert {event.sequence for event in events.values()} == {0}
            assert all(uid.startswith(key_of("demo.")) for uid in events)


def test_nothing_left_to_do_is_said(page: Page) -> None:
    page.goto(NO_PAGE)
    keep(page, "selection", {"tricks": [], "countermeasures": ["work-in-the-demo-yourself"]})
    _open(page, "en/checklists/mine/")
    page.get_by_label("Date of the meeting", exact=True).fill(FAR.isoformat())
    page.locator(".item input").first.check()
    page.get_by_role("button", name=re.compile("calendar")).click()
    expect(page.locator("[data-calendar-status]")).to_have_text(_say("en", "calendar_nothing"))
