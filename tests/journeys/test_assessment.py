"""The assessment as readers use it, in a real Chromium, against the numbers of `scripts/guide/scoring.py`."""

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from babel.dates import format_date
from playwright.sync_api import Page, expect

from scripts.entries.json_schemas import FOLDER as SCHEMAS
from scripts.guide.scoring import LEVELS, Answer, Exposure, Step, Tally, expose, plan
from scripts.guide.voice import Voice
from scripts.pages.assessment_pages import ANSWERS
from scripts.texts import markdown as texts
from tests.axe import expect_no_faults
from tests.built_site import sample_guide
from tests.json_schema import faults_in
from tests.kept import FORBIDDEN, empty_storage, fill_storage, kept, key_of
from tests.printed import words_of

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
LOCALES = GUIDE.site.locales
SLUG = next(iter(GUIDE.assessments))
NAME = f"assessment.{SLUG}"
STATEMENTS = sorted(
    GUIDE.assessments[SLUG].statements, key=lambda statement: list(GUIDE.phases).index(statement.phase)
)
IDS = [statement.id for statement in STATEMENTS]
PHASES = [phase for phase in GUIDE.phases if any(s.phase == phase for s in STATEMENTS)]
# A reader's answers: every kind of answer in every phase.
MIXED: Mapping[str, Answer] = {name: ANSWERS[number * 3 % 4] for number, name in enumerate(IDS)}
EARLIER: Mapping[str, Answer] = {name: "yes" if number % 3 == 1 else "no" for number, name in enumerate(IDS)}


def _exposure(answers: Mapping[str, Answer]) -> Exposure:
    return expose([statement.weighed() for statement in STATEMENTS], answers)


def _plan(answers: Mapping[str, Answer]) -> list[Step]:
    efforts = {slug: act.effort for slug, act in GUIDE.countermeasures.items()}
    return plan([statement.weighed() for statement in STATEMENTS], answers, efforts)


def _share(voice: Voice, tally: Tally) -> str:
    return "–" if tally.percent is None else voice.say("percent", number=tally.percent)


def _in_words(voice: Voice, tally: Tally) -> str:
    return voice.say(f"level_{tally.level or 'none'}")


def _open(page: Page, locale: str, answers: Mapping[str, Answer] | None = None, path: str = "") -> Voice:
    """Open the page with answers as an earlier visit kept them."""
    text = json.dumps(json.dumps(dict(answers or {})))
    if answers is not None:
        page.add_init_script(
            f"localStorage['{key_of(NAME)}'] ??= {text}" if answers else "localStorage.clear()"
        )
    page.goto(f"{locale}/assessment/{path}")
    return Voice(GUIDE, locale)


def _show(page: Page, voice: Voice) -> None:
    page.get_by_role("button", name=voice.say("show_result")).click()
    expect(page.locator("#result-title")).to_be_focused()


def _saved(answers: Mapping[str, object], **changed: object) -> dict[str, object]:
    return {
        "format": "forewarned-assessment",
        "version": 1,
        "assessment": SLUG,
        "saved": "2026-10-01",
        "answers": dict(answers),
        **changed,
    }


def _give(page: Page, action: str, content: object) -> None:
    text = content if isinstance(content, str) else json.dumps(content)
    file = {"name": "saved.json", "mimeType": "application/json", "buffer": text.encode()}
    page.locator(f"[data-{action}]").set_input_files(file)  # type: ignore[arg-type]


def _rows(page: Page, table: str) -> list[list[str]]:
    rows = page.locator(f"{table} :is(tbody, tfoot) tr").all()
    return [row.locator("th, td").all_text_contents() for row in rows]


def test_a_whole_assessment_by_keyboard_alone(page: Page) -> None:
    locale = "es"
    voice = _open(page, locale)
    keys = page.keyboard
    focused = "document.activeElement.name + '=' + document.activeElement.value"
    for _ in range(60):
        keys.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            break
    for number, name in enumerate(IDS, start=1):
        assert page.evaluate(focused) == f"{name}=yes"
        keys.press("Space")
        for _ in range(ANSWERS.index(MIXED[name])):
            keys.press("ArrowRight")
        assert page.evaluate(focused) == f"{name}={MIXED[name]}"
        done = voice.say("answered_of", answered=number, all=len(IDS))
        expect(page.locator("[data-progress-words]")).to_have_text(done)
        keys.press("Tab")
        expect(page.locator(f"#{name} summary")).to_be_focused()
        keys.press("Tab")
    keys.press("Enter")
    expect(page.locator("#result-title")).to_be_focused()
    exposure = _exposure(MIXED)
    expect(page.locator("[data-whole-percent]")).to_have_text(_share(voice, exposure.whole))
    expect(page.locator("[data-whole-level]")).to_have_text(_in_words(voice, exposure.whole))
    basis = page.locator("[data-basis]")
    expect(basis).to_contain_text(voice.say("result_counted", count=exposure.counted))
    expect(basis).to_contain_text(voice.say("result_not_applicable", count=exposure.not_applicable))
    for _ in range(80):
        keys.press("Tab")
        if page.evaluate("document.activeElement.hasAttribute('data-to-checklist')"):
            break
    expect(page.locator("[data-to-checklist]")).to_be_focused()


@pytest.mark.parametrize(("locale", "paper"), [("es", "A4"), ("en", "Letter")])
def test_a_result_on_screen_on_paper_in_a_file_and_beside_an_earlier_one(
    page: Page, tmp_path: Path, subtests: pytest.Subtests, locale: str, paper: str
) -> None:
    voice = _open(page, locale, MIXED)
    expect(page.locator("[data-status]")).to_have_text(voice.say("answers_kept"))
    _show(page, voice)
    with subtests.test("on paper"):
        _is_whole_on_paper(page, voice, paper)
    with subtests.test("on screen"):
        _picture_table_tricks_and_plan_say_what_scoring_says(page, voice)
    with subtests.test("beside an earlier one"):
        _is_compared_with_an_earlier_file(page, voice)
    with subtests.test("at every width"):
        _nothing_sticks_out_or_is_at_fault(page, voice)
    with subtests.test("in a file"):
        _a_saved_file_follows_its_schema_and_restores_the_answers(page, voice, tmp_path)


def _picture_table_tricks_and_plan_say_what_scoring_says(page: Page, voice: Voice) -> None:
    exposure = _exposure(MIXED)
    tallies = [*(exposure.phases[phase] for phase in PHASES), exposure.whole]
    names = [*(voice.words(GUIDE.phases[phase].name) for phase in PHASES), voice.say("whole_purchase")]
    table = _rows(page, "[data-result] > .exposure .exposure-table")
    assert [row[:3] for row in table] == [
        [name, _share(voice, tally), _in_words(voice, tally)]
        for name, tally in zip(names, tallies, strict=True)
    ]
    for phase in PHASES:
        bar = page.locator(f'[data-bar="{phase}"]')
        expect(bar.locator("[data-figure]")).to_have_text(_share(voice, exposure.phases[phase]))
        width = bar.locator("[data-open]").evaluate("bar => bar.style.inlineSize")
        assert width == f"{exposure.phases[phase].percent}%"
    tricks = page.locator("[data-open-tricks] a")
    assert tricks.evaluate_all("links => links.map(link => link.pathname.split('/').at(-2))") == (
        exposure.most_open()
    )
    steps = _plan(MIXED)
    if page.locator("[data-plan-rest] summary").is_visible():
        page.locator("[data-plan-rest] summary").click()
    shown = page.locator(".plan > li")
    assert [item.get_attribute("data-item") for item in shown.all()] == [s.countermeasure for s in steps]
    for item, step in zip(shown.all(), steps, strict=True):
        act = GUIDE.countermeasures[step.countermeasure]
        expect(item.locator(".plan-check")).to_have_text(voice.words(act.check))
        expect(item.locator(".chip")).to_have_text(voice.say(f"effort_{act.effort}"))
        numbers = [str(IDS.index(name) + 1) for name in step.closes]
        assert item.locator("[data-closes] a").all_text_contents() == numbers
        then = voice.say("plan_after", percent=_share(voice, step.left))
        expect(item.locator("[data-after]")).to_have_text(then)
    href = page.locator("[data-to-checklist]").evaluate("link => link.href")
    assert href.endswith(f"/{voice.locale}/checklists/mine/?c={','.join(s.countermeasure for s in steps)}")
    item = shown.first.locator("[data-closes] a").first
    item.click()
    expect(page.locator(f"#{steps[0].closes[0]} input:checked")).to_be_focused()


def test_a_result_once_shown_follows_the_answers(page: Page) -> None:
    answers: dict[str, Answer] = {**dict.fromkeys(IDS, "yes"), IDS[0]: "no"}
    voice = _open(page, "en", answers)
    _show(page, voice)
    expect(page.locator("[data-plan] > li")).to_have_count(1)
    page.locator(f'#{IDS[0]} input[value="yes"]').check()
    expect(page.locator("[data-whole-percent]")).to_have_text("0%")
    expect(page.locator("[data-nothing-open]")).to_have_text(voice.say("nothing_open"))
    expect(page.get_by_role("link", name=voice.say("plan_to_checklist"))).to_be_hidden()
    # Where nothing counts, no exposure is claimed.
    _give(page, "continue", _saved(dict.fromkeys(IDS, "not-applicable")))
    expect(page.locator("[data-whole-percent]")).to_have_text("–")
    expect(page.locator("[data-nothing-open]")).to_have_text(voice.say("nothing_counts"))


def test_there_is_a_result_from_the_first_answer_and_it_says_of_what_and_what_is_unanswered(
    page: Page,
) -> None:
    voice = _open(page, "es")
    page.get_by_role("button", name=voice.say("show_result")).click()
    expect(page.locator("[data-status]")).to_have_text(voice.say("answer_first"))
    expect(page.locator("[data-result]")).to_be_hidden()
    expect(page.locator("[data-form] input").first).to_be_focused()
    page.locator(f'#{IDS[0]} input[value="no"]').check()
    expect(page.locator("[data-status]")).to_be_hidden()
    _show(page, voice)
    _figure_says_of_what_and_in_which_direction(page, voice)
    page.locator(f'#{IDS[2]} input[value="yes"]').check()
    waiting = voice.say("result_unanswered", count=len(IDS) - 2)
    expect(page.locator("[data-basis]")).to_contain_text(waiting)
    page.get_by_role("link", name=voice.say("first_unanswered")).click()
    expect(page.locator(f"#{IDS[1]} input").first).to_be_focused()


def _figure_says_of_what_and_in_which_direction(page: Page, voice: Voice) -> None:
    whole = voice.say("whole_open", percent=voice.say("percent", number=100))
    expect(page.locator(".result-share")).to_have_text(whole)
    for level in LEVELS:
        expect(page.locator(".exposure-scale")).to_contain_text(voice.say(f"level_{level}"))
    tracks = page.locator(".exposure-row:visible .exposure-track")
    bounds = tracks.first.locator("[data-up-to]").evaluate_all(
        "all => all.map(band => band.style.inlineSize)"
    )
    assert bounds == [
        f"{LEVELS['medium']}%",
        f"{LEVELS['high'] - LEVELS['medium']}%",
        f"{100 - LEVELS['high']}%",
    ]


@pytest.mark.parametrize("locale", LOCALES)
def test_no_row_jumps_when_it_is_answered_nor_is_it_covered_in_a_low_window(page: Page, locale: str) -> None:
    _open(page, locale)
    heights = "rows => rows.map(row => row.getBoundingClientRect().height)"
    # Others at each width: they must not be answered yet.
    choose = """(rows, [from, place]) => rows.slice(from, from + 4)
        .forEach((row) => row.querySelectorAll("input")[place].click())"""
    rows = page.locator(".choices")
    for number, width in enumerate((1280, 390, 320)):
        page.set_viewport_size({"width": width, "height": 800})
        before = rows.evaluate_all(heights)
        for place in range(len(ANSWERS)):
            rows.evaluate_all(choose, [4 * number, place])
            expect(page.locator(".choices input:checked")).to_have_count(4 * (number + 1))
            assert rows.evaluate_all(heights) == before, width
    # In a low window, as one of 1280 by 1024 at a zoom of 400 %, the bar leaves room for what is answered.
    page.set_viewport_size({"width": 320, "height": 256})
    page.locator(f"#{IDS[3]}").scroll_into_view_if_needed()
    covered = page.locator(".assessment-bar").evaluate(
        "bar => innerHeight - Math.min(innerHeight, bar.getBoundingClientRect().top)"
    )
    assert covered < 256 / 4


def test_answers_stay_on_the_device_until_they_are_deleted(page: Page) -> None:
    voice = _open(page, "en")
    page.locator(f'#{IDS[0]} input[value="partly"]').check()
    page.reload()
    expect(page.locator(f'#{IDS[0]} input[value="partly"]')).to_be_checked()
    # The other language has the same answers.
    page.goto("es/assessment/")
    expect(page.locator(f'#{IDS[0]} input[value="partly"]')).to_be_checked()
    page.goto("en/assessment/")
    page.get_by_role("button", name=voice.say("start_again")).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(voice.say("reset_consequence"))
    dialog.get_by_role("button", name=voice.say("reset_no")).click()
    expect(page.locator(f'#{IDS[0]} input[value="partly"]')).to_be_checked()
    page.get_by_role("button", name=voice.say("start_again")).click()
    page.keyboard.press("Escape")
    expect(page.locator(f'#{IDS[0]} input[value="partly"]')).to_be_checked()
    page.get_by_role("button", name=voice.say("start_again")).click()
    dialog.get_by_role("button", name=voice.say("reset_yes")).click()
    expect(page.locator("[data-status]")).to_have_text(voice.say("reset_done"))
    expect(page.locator("[data-form] input:checked")).to_have_count(0)
    assert kept(page, NAME) is None


def _three_answers(page: Page) -> None:
    for name in IDS[:3]:
        page.locator(f'#{name} input[value="no"]').check()


def test_a_result_once_shown_comes_first_on_return(page: Page) -> None:
    voice = _open(page, "en")
    _three_answers(page)
    page.reload()
    expect(page.locator("[data-result]")).to_be_hidden()
    _show(page, voice)
    page.goto("en/glossary/")
    page.goto("es/assessment/")
    expect(page.locator("[data-result]")).to_be_visible()
    expect(page.locator("[data-whole-percent]")).to_have_text(Voice(GUIDE, "es").say("percent", number=100))
    page.get_by_role("button", name=Voice(GUIDE, "es").say("start_again")).click()
    page.get_by_role("button", name=Voice(GUIDE, "es").say("reset_yes")).click()
    expect(page.locator("[data-result]")).to_be_hidden()
    page.reload()
    expect(page.locator("[data-form] input:checked")).to_have_count(0)
    expect(page.locator("[data-result]")).to_be_hidden()


@pytest.mark.parametrize("storage", ["", FORBIDDEN], ids=["with storage", "without"])
def test_back_does_not_lose_the_result_and_where_storage_is_forbidden_the_page_says_so(
    page: Page, storage: str
) -> None:
    page.add_init_script(storage)
    page.goto("en/assessment/")
    voice = Voice(GUIDE, "en")
    if storage:
        expect(page.locator("[data-status]")).to_have_text(voice.say("answers_not_kept"))
    _three_answers(page)
    _show(page, voice)
    expect(page.locator("[data-whole-percent]")).to_have_text(voice.say("percent", number=100))
    page.locator("[data-plan] a").first.click()
    expect(page.locator("[data-result]")).to_have_count(0)
    page.go_back()
    expect(page.locator("[data-result]")).to_be_visible()
    expect(page.locator("[data-form] input:checked")).to_have_count(3)
    page.reload()
    expect(page.locator("[data-result]")).to_be_visible()
    expect(page.locator("[data-form] input:checked")).to_have_count(3)


def test_back_shows_what_was_answered_meanwhile(page: Page) -> None:
    page.goto("en/assessment/")
    page.locator(f'#{IDS[0]} input[value="no"]').check()
    page.goto("es/assessment/")
    page.locator(f'#{IDS[0]} input[value="yes"]').check()
    page.go_back()
    expect(page.locator(f'#{IDS[0]} input[value="yes"]')).to_be_checked()


def test_without_room_it_is_said_until_there_is_some(page: Page) -> None:
    voice = _open(page, "en")
    page.locator(f'#{IDS[0]} input[value="no"]').check()
    fill_storage(page)
    page.locator(f'#{IDS[1]} input[value="partly"]').check()
    expect(page.locator("[data-status]")).to_have_text(voice.say("answers_no_room"))
    assert kept(page, NAME) == {IDS[0]: "no"}
    page.reload()
    expect(page.locator("[data-status]")).to_have_text(voice.say("answers_no_room"))
    expect(page.locator(f'#{IDS[1]} input[value="partly"]')).to_be_checked()
    empty_storage(page)
    page.locator(f'#{IDS[2]} input[value="yes"]').check()
    expect(page.locator("[data-status]")).to_be_hidden()
    assert kept(page, NAME) == {IDS[0]: "no", IDS[1]: "partly", IDS[2]: "yes"}
    page.goto("en/assessment/")
    expect(page.locator("[data-status]")).to_have_text(voice.say("answers_kept"))
    expect(page.locator("[data-form] input:checked")).to_have_count(3)


def _is_compared_with_an_earlier_file(page: Page, voice: Voice) -> None:
    _give(page, "compare", _saved(EARLIER))
    title = page.locator("#comparison-title")
    expect(title).to_be_focused()
    expect(title).to_contain_text("2026")
    before, now = _exposure(EARLIER), _exposure(MIXED)
    pairs = [(before.phases[phase], now.phases[phase]) for phase in PHASES]
    pairs.append((before.whole, now.whole))
    rows = _rows(page, "[data-comparison] table")
    for (was, is_), row in zip(pairs, rows, strict=True):
        assert row[1:3] == [_share(voice, was), _share(voice, is_)]
        change = (is_.percent or 0) - (was.percent or 0)
        sign, word = ("=", "same") if not change else ("−", "less") if change < 0 else ("+", "more")
        assert sign in row[3]
        assert voice.say(f"compare_{word}") in row[3]
        assert not change or str(abs(change)) in row[3]
    assert {"−" in row[3] or "+" in row[3] for row in rows} == {True}
    expect(page.locator("[data-bar] [data-before]:visible")).to_have_count(len(PHASES))
    page.get_by_role("button", name=voice.say("compare_close")).click()
    expect(title).to_be_hidden()
    expect(page.locator("[data-bar] [data-before]:visible")).to_have_count(0)


def _a_saved_file_follows_its_schema_and_restores_the_answers(page: Page, voice: Voice, folder: Path) -> None:
    with page.expect_download() as download:
        page.get_by_role("button", name=voice.say("save_answers")).click()
    saved = folder / download.value.suggested_filename
    download.value.save_as(saved)
    data = json.loads(saved.read_text(encoding="utf-8"))
    assert faults_in(data, json.loads((SCHEMAS / "saved-assessment.json").read_text(encoding="utf-8"))) == []
    assert data["answers"] == MIXED
    assert saved.name == f"{voice.say('assessment_file')}-{data['saved']}.json"
    page.get_by_role("button", name=voice.say("start_again")).click()
    page.get_by_role("button", name=voice.say("reset_yes")).click()
    page.locator("[data-continue]").set_input_files(saved)
    day = format_date(date.fromisoformat(data["saved"]), "long", {"en": "en_GB", "es": "es"}[voice.locale])
    expect(page.locator("[data-status]")).to_contain_text(day)
    restored = "inputs => Object.fromEntries(inputs.map(input => [input.name, input.value]))"
    assert page.locator("[data-form] input:checked").evaluate_all(restored) == MIXED


FOREIGN = {
    "not-json": "{spoilt",
    "empty": "",
    "a-list": "[]",
    "a-number": "7",
    "null": "null",
    "other-json": {"name": "forewarned"},
    "no-answers": {**_saved({}), "answers": None},
    "answers-a-list": {**_saved({}), "answers": ["no"]},
    "no-version": _saved({}, version="1"),
    "huge": "[" + "0," * 600_000 + "0]",
}


OF_ANOTHER_KIND: Mapping[str, Mapping[str, object]] = {
    "file_newer": {"version": 2},
    "file_other": {"assessment": "other"},
}


def test_a_foreign_file_changes_nothing_and_is_said_so(page: Page, subtests: pytest.Subtests) -> None:
    voice = _open(page, "es", {IDS[0]: "no"})
    _show(page, voice)
    for action in ("continue", "compare"):
        for name, content in FOREIGN.items():
            with subtests.test(f"{action}: {name}"):
                page.locator("[data-status]").evaluate("status => { status.textContent = '' }")
                _refuses(page, voice, action, content, "file_foreign")
    for words, changed in OF_ANOTHER_KIND.items():
        with subtests.test(words):
            _refuses(page, voice, "continue", _saved(EARLIER, **changed), words)


def _refuses(page: Page, voice: Voice, action: str, content: object, words: str) -> None:
    _give(page, action, content)
    expect(page.locator("[data-status]")).to_have_text(voice.say(words))
    expect(page.locator("[data-form] input:checked")).to_have_count(1)
    expect(page.locator("[data-comparison]")).to_be_hidden()


def test_what_makes_no_sense_in_storage_or_a_file_is_passed_over(page: Page) -> None:
    spoilt = {IDS[0]: "no", IDS[1]: "perhaps", "of-another-day": "no", IDS[2]: ["no"]}
    voice = _open(page, "en", spoilt)  # type: ignore[arg-type]
    expect(page.locator("[data-form] input:checked")).to_have_count(1)
    # Of a file they are counted.
    answers = {IDS[0]: "yes", "gone": "no", "__proto__": "no", IDS[1]: "maybe"}
    text = json.dumps(_saved(answers, saved="yesterday"))
    _give(page, "continue", text)
    expect(page.locator("[data-status]")).to_contain_text(voice.say("file_skipped", count=3))
    expect(page.locator("[data-form] input:checked")).to_have_count(1)
    expect(page.locator(f'#{IDS[0]} input[value="yes"]')).to_be_checked()


def _letters(markdown: str) -> str:
    return "".join(texts.words(markdown).split())


def _printed(page: Page, paper: str) -> tuple[str, int]:
    sheets = words_of(page.pdf(format=paper))
    return "".join(" ".join(sheets).split()), len(sheets)


def _is_whole_on_paper(page: Page, voice: Voice, paper: str) -> None:
    printed, sheets = _printed(page, paper)
    for statement in STATEMENTS:
        assert _letters(voice.words(statement.text)) in printed
    for step in _plan(MIXED):
        assert "".join(voice.words(GUIDE.countermeasures[step.countermeasure].check).split()) in printed
    for trick in _exposure(MIXED).most_open():
        assert "".join(voice.words(GUIDE.tricks[trick].name).split()) in printed
    assert "".join(_share(voice, _exposure(MIXED).whole).split()) in printed
    for hidden in ("show_result", "save_answers", "by_hand_title", "statement_why"):
        assert "".join(voice.say(hidden).split()) not in printed
    assert sheets <= 6


def _nothing_sticks_out_or_is_at_fault(page: Page, voice: Voice) -> None:
    """With everything shown; axe looks at a desk in one language and at a phone in the other."""
    _give(page, "compare", _saved(EARLIER))
    expect(page.locator("#comparison-title")).to_be_focused()
    page.locator("article details:not([open]) > summary:visible").evaluate_all(
        "all => all.forEach(summary => summary.click())"
    )
    expect(page.locator("article details:not([open]) > summary:visible")).to_have_count(0)
    looked_at = {"es": 360, "en": 1280}[voice.locale]
    for width in (1280, 768, 360, 320):
        page.set_viewport_size({"width": width, "height": 800})
        sticking_out = page.evaluate(
            "width => [...document.querySelectorAll('article *:not(.visually-hidden)')]"
            ".filter(e => e.getBoundingClientRect().right > width).map(e => e.outerHTML.slice(0, 90))",
            width,
        )
        assert sticking_out == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if width == looked_at:
            expect_no_faults(page)


def test_without_a_script_it_is_a_form_on_paper(plain_page: Page) -> None:
    locale = "es"
    page = plain_page
    page.goto(f"{locale}/assessment/")
    voice = Voice(GUIDE, locale)
    assert page.locator("fieldset.statement").count() == len(IDS)
    for statement in STATEMENTS:
        field = page.locator(f"#{statement.id}")
        assert _letters(voice.words(statement.text)) in "".join(
            (field.locator("legend").text_content() or "").split()
        )
        labels = [" ".join(label.split()) for label in field.locator("label").all_text_contents()]
        figures = {"yes": "0", "partly": ("½", "1", "1½")[statement.weight - 1], "no": str(statement.weight)}
        assert labels == [
            f"{voice.say(f'answer_{answer}')} {figures.get(answer, '')}".strip() for answer in ANSWERS
        ]
        expect(field.locator("input")).to_have_count(len(ANSWERS))
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_text(voice.say("by_hand"))).to_be_visible()
    summary = page.locator(f"#{IDS[0]} summary")
    summary.click()
    expect(page.locator(f"#{IDS[0]} .statement-why a").first).to_be_visible()
    printed, sheets = _printed(page, "A4")
    for phase in PHASES:
        possible = sum(s.weight for s in STATEMENTS if s.phase == phase)
        assert "".join(voice.say("by_hand_sum", points=possible).split()) in printed
    for statement in STATEMENTS:
        assert _letters(voice.words(statement.text)) in printed
        assert _letters(voice.words(statement.why)) in printed
    assert sheets <= 6


def test_home_header_and_quizzes_lead_to_it(page: Page) -> None:
    locale = "en"
    voice = Voice(GUIDE, locale)
    for path in ("", "quizzes/"):
        page.goto(f"{locale}/{path}")
        page.get_by_role("link", name=voice.say("assessment_start")).click()
        expect(page).to_have_url(re.compile(f"/{locale}/assessment/$"))
    section = page.locator(".site-sections").get_by_role("link", name=voice.say("assessment"))
    expect(section).to_have_attribute("aria-current", "page")
    assert page.locator(".site-sections").bounding_box()["height"] < 60  # type: ignore[index]
