"""A reader's purchases, made up from the sample guide, and how a page takes them in."""

import json
import random
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from playwright.sync_api import Page, expect

from scripts.derived.side_by_side import Answer, Row, last_answer, questions_by_meeting
from scripts.guide.whole import Guide

ANSWERS: Sequence[Answer] = get_args(Answer)
OWN_LIST = "own--requirements"

Purchase = dict[str, Any]
"""As the saved file has it: scripts/entries/saved_purchase.py."""


def file_of(purchase: object, **changes: object) -> dict[str, object]:
    """Return what the file of a purchase holds."""
    return {
        "format": "forewarned-purchase",
        "version": 1,
        "saved": "2026-11-27",
        "purchase": purchase,
        **changes,
    }


def load(page: Page, data: object, size: int = 0) -> None:
    """Give the purchase's page, which is open, a file; text as it is, `size` bytes at the least."""
    text = data if isinstance(data, str) else json.dumps(data)
    page.locator("[data-load]").set_input_files(
        {"name": "p.json", "mimeType": "application/json", "buffer": text.ljust(size).encode()}
    )


def open_purchase(page: Page, locale: str, purchase: Purchase) -> None:
    """Load a purchase and open it."""
    page.goto(f"{locale}/purchase/")
    load(page, file_of(purchase))
    expect(page.locator("[data-title]")).to_have_text(purchase["name"])


def made_up(
    guide: Guide,
    vendors: Sequence[str],
    *,
    name: str = "Stock program",
    id_: str = "made-up",
    share: float = 0.7,
) -> Purchase:
    """Return a purchase whose vendors answered that `share` of the guide's questions; seeded by its id."""
    chance = random.Random(id_)  # noqa: S311 (test data)
    ids = {f"vendor-{number}": each for number, each in enumerate(vendors)}
    return {
        "id": id_,
        "name": name,
        "decide": "2027-03-01",
        "people": "Ana",
        "vendors": [{"id": vendor, "name": each, "today": False} for vendor, each in ids.items()],
        "lists": {vendor: _lists(guide, chance, share) for vendor in ids},
        "promises": [],
        "requirements": [{"id": "labels", "text": "Prints our labels"}],
        "weights": {},
        "musts": [],
    }


def _lists(guide: Guide, chance: random.Random, share: float) -> dict[str, dict[str, Any]]:
    lists: dict[str, dict[str, Any]] = {}
    for meeting, acts in questions_by_meeting(guide):
        asked = [act.slug for act in acts if chance.random() < share]
        answers: dict[str, Answer] = {slug: chance.choice(ANSWERS) for slug in asked}
        lists[meeting.slug] = {
            "ticks": [f"box-{slug}" for slug in asked],
            "notes": {f"note-{slug}": f"Said of {slug}" for slug in asked},
            "leftOut": [f"act-{slug}" for slug, answer in answers.items() if answer == "not-applicable"],
            "verdicts": {slug: answer for slug, answer in answers.items() if answer != "not-applicable"},
        }
    return lists


def answers_of(purchase: Purchase, vendor: str, meetings: Sequence[str]) -> Mapping[str, Answer]:
    """Return the verdicts that count, by question or requirement."""
    found: dict[str, list[Answer | None]] = {}
    for meeting in (OWN_LIST, *meetings):
        kept = purchase["lists"][vendor].get(meeting, {"verdicts": {}, "leftOut": []})
        out: dict[str, Answer] = {act.removeprefix("act-"): "not-applicable" for act in kept["leftOut"]}
        for id_, answer in {**kept["verdicts"], **out}.items():
            found.setdefault(id_, []).append(answer)
    return {id_: answer for id_, all_ in found.items() if (answer := last_answer(all_))}


def rows_of(guide: Guide, purchase: Purchase) -> list[Row]:
    """Return the rows that a comparison of the purchase has."""
    meetings = list(guide.meetings)
    heard = {id_ for vendor in purchase["lists"] for id_ in answers_of(purchase, vendor, meetings)}
    questions = [act.slug for _, acts in questions_by_meeting(guide) for act in acts]
    weights, musts = purchase["weights"], purchase["musts"]
    ids = [
        *(each["id"] for each in purchase["requirements"]),
        *(slug for slug in questions if slug in heard or slug in weights or slug in musts),
    ]
    return [Row(id_, weights.get(id_, 1), id_ in musts) for id_ in ids]
