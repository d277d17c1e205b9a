"""A meeting's page asks what its sheet asks, in that order and by these numbers."""

from itertools import product
from pathlib import Path

from scripts.derived.checklist import checklist_for
from scripts.guide.voice import Voice
from tests.built_site import page_at
from tests.real_guide import real_guide

GUIDE = real_guide()
PAGES = list(product(GUIDE.site.locales, GUIDE.meetings.values()))


def test_acts_stand_as_they_are_read_with_the_numbers_of_the_sheet(site: Path) -> None:
    wrong = []
    for locale, meeting in PAGES:
        checklist = checklist_for(GUIDE, meeting)
        acts = [act.countermeasure.slug for act in checklist.in_order]
        items = page_at(site, locale, "checklists", meeting.slug).css(".item[data-effort]")
        numbered = {}
        for item in items:
            number = item.css_first("[data-sheet-number]")
            if number:
                numbered[str(item.attributes["id"]).removeprefix("act-")] = int(number.text())
        # What a reader has kept is found by these names, wherever an act stands.
        boxes = [str(node.attributes["id"]) for item in items for node in item.css("input[id^='box-']")]
        if boxes != [f"box-{slug}" for slug in acts] or numbered != checklist.numbers:
            wrong.append(f"{locale}: {meeting.slug}")
    assert wrong == []


def test_what_to_ask_first_leads_to_it_by_its_number(site: Path) -> None:
    wrong = []
    for locale, meeting in PAGES:
        first = page_at(site, locale, "checklists", meeting.slug).css(".first-asked li")
        told = [(node.attributes["value"], a.attributes["href"]) for node in first for a in node.css("a")]
        asked = checklist_for(GUIDE, meeting).first
        if told != [(str(number), f"#act-{act.countermeasure.slug}") for number, act in asked]:
            wrong.append(f"{locale}: {meeting.slug}: {told}")
    assert wrong == []


def test_only_where_no_vendor_comes_its_signs_are_said_to_prove_nothing_of_anyone(site: Path) -> None:
    for locale, meeting in PAGES:
        (intro,) = page_at(site, locale, "checklists", meeting.slug).css(".signs-intro")
        assert (Voice(GUIDE, locale).say("sheet_signs_own") in intro.text()) == (meeting.vendor == "absent")
