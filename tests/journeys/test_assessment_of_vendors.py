"""An assessment that belongs to a vendor of a purchase, and its results over time."""

import json
import random
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.entries.json_schemas import FOLDER as SCHEMAS
from scripts.guide.assessment import Assessment
from scripts.guide.scoring import Answer, Form, Tally, expose
from scripts.guide.voice import Voice
from scripts.pages.assessment_pages import ANSWERS
from tests.built_site import sample_guide
from tests.json_schema import faults_in
from tests.purchases import made_up, open_purchase

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
ASSESSMENT: Assessment = next(iter(GUIDE.assessments.values()))
IDS = [statement.id for statement in ASSESSMENT.statements]
WAS: Mapping[str, Answer] = dict.fromkeys(IDS, "no")
IS: Mapping[str, Answer] = {name: ANSWERS[number % 4] for number, name in enumerate(IDS)}


def _whole(answers: Mapping[str, Answer], form: Form = "all") -> Tally:
    return expose(ASSESSMENT.weighed(form), answers).whole


def _share(voice: Voice, answers: Mapping[str, Answer]) -> str:
    return voice.say("percent", number=_whole(answers).percent)


def _line(voice: Voice, date: str, change: str) -> str:
    said = {"date": date, "percent": _share(voice, WAS), "level": voice.say(f"level_{_whole(WAS).level}")}
    return voice.say("earlier_result", **said, now=_share(voice, IS), change=change)


def test_results_of_a_vendor_are_kept_with_their_days_and_compared(page: Page, tmp_path: Path) -> None:
    voice = Voice(GUIDE, "en")
    purchase = made_up(GUIDE, ("Acme", "Beta"), share=0)
    earlier = {"id": "r", "day": "2026-10-01", "form": "all", "answers": WAS}
    purchase["assessments"] = {"vendor-0": {ASSESSMENT.slug: {"answers": IS, "results": [earlier]}}}
    open_purchase(page, "en", purchase)
    page.goto("en/assessment/")
    whose = page.locator("#assessment-vendor")
    lines = page.locator("[data-earlier-results] p")
    checked = page.locator("[data-form] input:checked")
    expect(whose).to_be_visible()
    page.locator(f'#{IDS[0]} input[value="yes"]').check()
    whose.select_option(label="Acme")
    points = _whole(WAS).percent - _whole(IS).percent  # type: ignore[operator]
    expect(lines).to_have_text(_line(voice, "1 October 2026", f"▼ −{points} {voice.say('compare_less')}"))
    expect(checked).to_have_count(len(IS))
    expect(page.locator("#result-title")).to_have_text(f"{voice.say('your_result')}: Acme")
    page.locator("[data-keep-result]").click()
    expect(lines).to_have_count(2)
    expect(lines.first).to_contain_text(f"= {voice.say('compare_same')}")
    page.get_by_role("button", name=f"{voice.say('earlier_by_phase')}: 1 October 2026").click()
    expect(page.locator("#comparison-title")).to_have_text(voice.say("compared_with", date="1 October 2026"))
    page.get_by_role("button", name=f"{voice.say('purchase_remove')}: 1 October 2026").click()
    expect(lines).to_have_count(1)
    page.locator("[data-earlier-undo]").click()
    expect(lines).to_have_count(2)
    whose.select_option(label="Beta")
    expect(lines).to_have_count(0)
    expect(checked).to_have_count(0)
    # What was answered for nobody goes to a vendor when the reader says so.
    page.get_by_role("button", name=voice.say("take_old_marks", vendor="Beta")).click()
    expect(checked).to_have_count(1)
    # They are nobody's until they are kept for the vendor.
    expect(page.locator("[data-old-answers]")).to_be_hidden()
    whose.select_option(label="Acme")
    page.reload()
    expect(lines).to_have_count(2)
    whose.select_option(label=voice.say("meeting_of_nobody"))
    expect(checked).to_have_count(0)

    page.goto("en/purchase/")
    with page.expect_download() as started:
        page.locator("[data-save]").click()
    saved = json.loads(Path(started.value.path()).read_text(encoding="utf-8"))
    assert faults_in(saved, json.loads((SCHEMAS / "saved-purchase.json").read_text(encoding="utf-8"))) == []
    kept = {vendor: all_[ASSESSMENT.slug] for vendor, all_ in saved["purchase"]["assessments"].items()}
    assert kept["vendor-0"]["answers"] == IS
    assert sorted(map(str, (each["answers"] for each in kept["vendor-0"]["results"]))) == sorted(
        map(str, (WAS, IS))
    )
    assert kept["vendor-1"] == {"answers": {IDS[0]: "yes"}, "results": []}


def test_like_is_compared_with_like_the_newest_first(modules: Page) -> None:
    chance = random.Random(8)  # noqa: S311 (test data)
    answers = [
        {name: chance.choice(ANSWERS) for name in IDS if chance.random() < share}
        for share in (0.9, 0.9, 0.3, 0)
    ]
    results = [
        {"id": str(number), "day": day, "form": form, "answers": each}
        for number, (day, form, each) in enumerate(
            zip(("2026-01-02", "2026-03-01", "2026-03-01"), ("all", "short", "all"), answers[1:], strict=True)
        )
    ]
    scored = {
        "short": ASSESSMENT.short,
        "statements": [
            {"id": each.id, "phase": each.phase, "weight": each.weight, "tricks": [], "countermeasures": []}
            for each in ASSESSMENT.weighed()
        ],
    }
    for form in ("all", "short"):
        made = modules.evaluate(
            """async ([results, answers, form, scored]) => {
                const {besideEarlier} = await import("/assessment/earlier.js");
                return besideEarlier(results, answers, form, scored);
            }""",
            [results, answers[0], form, scored],
        )
        assert [each["result"]["id"] for each in made] == ["2", "1", "0"]
        for each in made:
            common: Form = "short" if "short" in (form, each["result"]["form"]) else "all"
            then, now = _whole(each["result"]["answers"], common), _whole(answers[0], common)
            assert each["form"] == common
            assert [each["then"], each["now"]] == [vars(then), vars(now)]
            known = then.percent is not None and now.percent is not None
            assert each["change"] == (now.percent - then.percent if known else None)  # type: ignore[operator]


def test_what_belongs_to_a_vendor_goes_and_comes_back_with_it(modules: Page) -> None:
    purchase = {**made_up(GUIDE, ("Acme", "Beta"), share=0), "dates": []}
    purchase["assessments"] = {"vendor-1": {"a": {"answers": IS, "results": []}}}
    gone, back = modules.evaluate(
        """async (purchase) => {
            const {partOf, putBack, withoutVendor} = await import("/purchase/purchase.js");
            const gone = withoutVendor(purchase, "vendor-1");
            return [gone, putBack(gone, partOf(purchase, "vendor-1"))];
        }""",
        purchase,
    )
    assert gone["assessments"] == {}
    assert back == purchase
