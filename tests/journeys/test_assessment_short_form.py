"""The few statements to start with, as readers answer them alone or on the way to all."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from scripts.entries.json_schemas import FOLDER as SCHEMAS
from scripts.guide.scoring import Answer, Form, Tally, expose, plan
from scripts.guide.voice import Voice
from scripts.pages.assessment_pages import ANSWERS
from scripts.texts import markdown as texts
from tests.axe import expect_no_faults
from tests.built_site import sample_guide
from tests.json_schema import faults_in
from tests.kept import FORBIDDEN, NO_PAGE, keep, kept
from tests.printed import words_of

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
ASSESSMENT = next(iter(GUIDE.assessments.values()))
FORM_KEY = f"assessment-form.{ASSESSMENT.slug}"
STATEMENTS = sorted(ASSESSMENT.statements, key=lambda statement: list(GUIDE.phases).index(statement.phase))
ALL = [statement.id for statement in STATEMENTS]
SHORT = [name for name in ALL if name in ASSESSMENT.short]
OTHERS = [name for name in ALL if name not in SHORT]
PHASES = [phase for phase in GUIDE.phases if any(s.phase == phase and s.id in SHORT for s in STATEMENTS)]
# Answers to every statement: the short form's are better than the others'.
ANSWERED: Mapping[str, Answer] = {
    name: "no" if name in OTHERS else ANSWERS[number % 3] for number, name in enumerate(ALL)
}


def _whole(answers: Mapping[str, Answer], form: Form) -> Tally:
    return expose(ASSESSMENT.weighed(form), answers).whole


def _open(page: Page, locale: str = "en", query: str = "") -> Voice:
    page.goto(f"{locale}/assessment/{query}")
    return Voice(GUIDE, locale)


def _form(page: Page, form: Form) -> None:
    """Expect `form`, and no other, on the page and in its address."""
    names = SHORT if form == "short" else ALL
    expect(page.locator(".statement:visible")).to_have_count(len(names))
    shown = page.locator(".statement:visible")
    assert shown.evaluate_all("fields => fields.map(field => field.id)") == names
    numbers = shown.locator(".statement-number").all_text_contents()
    assert numbers == [str(number) for number, _ in enumerate(names, start=1)]
    expect(page.locator("[data-forms] [aria-current]")).to_have_attribute("data-form-choice", form)
    expect(page.locator("[data-progress]")).to_have_attribute("max", str(len(names)))


def _choose(page: Page, form: Form) -> None:
    page.locator(f'[data-forms] [data-form-choice="{form}"]').click()
    expect(page).to_have_url(re.compile(rf"[?]form={form}$"))
    _form(page, form)


def _answer(page: Page, answers: Mapping[str, Answer]) -> None:
    for name, answer in answers.items():
        page.locator(f'#{name} input[value="{answer}"]').check()


def _has_answered(page: Page, answers: Mapping[str, Answer]) -> None:
    """Have the answers of an earlier visit."""
    page.goto(NO_PAGE)
    keep(page, f"assessment.{ASSESSMENT.slug}", dict(answers))


def _show(page: Page, voice: Voice) -> None:
    page.get_by_role("button", name=voice.say("show_result")).click()
    expect(page.locator("#result-title")).to_be_focused()


def _result(page: Page, voice: Voice, form: Form, answers: Mapping[str, Answer]) -> None:
    """Expect the result of `form` over the answers, saying of which form it is."""
    tally = _whole(answers, form)
    share = "–" if tally.percent is None else voice.say("percent", number=tally.percent)
    expect(page.locator("[data-whole-percent]")).to_have_text(share)
    count = len(SHORT if form == "short" else ALL)
    said = voice.say(f"result_of_{form}", count=count, all=len(ALL))
    expect(page.locator("[data-basis]")).to_contain_text(said)


def test_the_few_that_weigh_most_are_answered_by_keyboard_alone(page: Page) -> None:
    locale = "en"
    voice = _open(page, locale)
    _form(page, "all")
    choice = page.get_by_role("navigation", name=voice.say("forms")).get_by_role("link")
    assert choice.all_text_contents() == [
        voice.say("form_short", count=len(SHORT)),
        voice.say("form_all", count=len(ALL)),
    ]
    choice.first.focus()
    page.keyboard.press("Enter")
    _form(page, "short")
    expect(choice.first).to_be_focused()
    expect(page.locator("[data-form-status]")).to_have_text(voice.say("form_shown", count=len(SHORT)))
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            break
    for name in SHORT:
        assert page.evaluate("document.activeElement.name") == name
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#result-title")).to_be_focused()
    _result(page, voice, "short", dict.fromkeys(SHORT, "yes"))


def test_the_result_counts_the_chosen_form_and_the_plan_names_its_numbers(page: Page) -> None:
    _has_answered(page, ANSWERED)
    voice = _open(page)
    _show(page, voice)
    _result(page, voice, "all", ANSWERED)
    _choose(page, "short")
    _result(page, voice, "short", ANSWERED)
    assert _whole(ANSWERED, "short").percent != _whole(ANSWERED, "all").percent
    rows = page.locator("[data-result] > .exposure tbody tr:visible")
    assert rows.evaluate_all("rows => rows.map(row => row.dataset.row)") == PHASES
    bars = page.locator("[data-bar]:visible")
    assert bars.evaluate_all("bars => bars.map(bar => bar.dataset.bar)") == PHASES
    efforts = {slug: act.effort for slug, act in GUIDE.countermeasures.items()}
    steps = plan(
        [statement.weighed() for statement in STATEMENTS if statement.id in SHORT], ANSWERED, efforts
    )
    items = page.locator(".plan > li")
    assert [item.get_attribute("data-item") for item in items.all()] == [s.countermeasure for s in steps]
    for item, step in zip(items.all(), steps, strict=True):
        numbers = [str(SHORT.index(name) + 1) for name in step.closes]
        assert item.locator("[data-closes] a").all_text_contents() == numbers
    # Who answered all goes on to the result.
    page.locator("[data-rest] a").click()
    _form(page, "all")
    expect(page.locator("#result-title")).to_be_focused()
    _result(page, voice, "all", ANSWERED)


def test_from_short_to_all_nothing_answered_is_lost(page: Page) -> None:
    voice = _open(page, query="?form=short")
    answers: dict[str, Answer] = dict.fromkeys(SHORT, "partly")
    _answer(page, answers)
    _show(page, voice)
    expect(page.locator("[data-first-unanswered]")).to_be_hidden()
    page.get_by_role("link", name=voice.say("go_on_to_rest", count=len(OTHERS))).click()
    _form(page, "all")
    expect(page.locator(f"#{OTHERS[0]} input").first).to_be_focused()
    expect(page.locator("[data-form] input:checked")).to_have_count(len(SHORT))
    done = voice.say("answered_of", answered=len(SHORT), all=len(ALL))
    expect(page.locator("[data-progress-words]")).to_have_text(done)
    _result(page, voice, "all", answers)
    _answer(page, {OTHERS[0]: "no"})
    _choose(page, "short")
    _result(page, voice, "short", answers)
    _choose(page, "all")
    expect(page.locator(f'#{OTHERS[0]} input[value="no"]')).to_be_checked()


@pytest.mark.parametrize("storage", ["", FORBIDDEN], ids=["with storage", "without"])
def test_back_reload_and_a_shared_address_keep_the_form(page: Page, storage: str) -> None:
    page.add_init_script(storage)
    voice = _open(page, query="?form=short")
    _form(page, "short")
    _answer(page, {SHORT[0]: "no"})
    _choose(page, "all")
    _answer(page, {OTHERS[0]: "no"})
    page.go_back()
    _form(page, "short")
    page.reload()
    _form(page, "short")
    _show(page, voice)
    _result(page, voice, "short", {SHORT[0]: "no"})
    page.go_forward()
    _form(page, "all")
    page.goto("en/glossary/")
    page.go_back()
    _form(page, "all")
    expect(page.locator("[data-form] input:checked")).to_have_count(2)
    _result(page, voice, "all", {SHORT[0]: "no", OTHERS[0]: "no"})


def test_a_kept_result_remembers_its_form_and_the_address_says_it(page: Page) -> None:
    voice = _open(page)
    _choose(page, "short")
    _answer(page, {SHORT[0]: "no"})
    _show(page, voice)
    voice = _open(page, "es")
    expect(page).to_have_url(re.compile("[?]form=short$"))
    _form(page, "short")
    _result(page, voice, "short", {SHORT[0]: "no"})
    # An address that tells goes before what is remembered, and so does one of a statement.
    _open(page, query="?form=all")
    _form(page, "all")
    _open(page, query=f"#{OTHERS[0]}")
    _form(page, "all")
    page.goto(NO_PAGE)
    voice = _open(page)
    _form(page, "short")
    page.get_by_role("button", name=voice.say("start_again")).click()
    page.get_by_role("button", name=voice.say("reset_yes")).click()
    expect(page.locator(f"#{SHORT[0]} input").first).to_be_focused()
    assert kept(page, FORM_KEY) is None


def test_an_address_that_names_no_form_shows_all(page: Page, subtests: pytest.Subtests) -> None:
    for query in ("?form=", "?form=long", "?form=toString", "?other=short"):
        with subtests.test(query):
            _open(page, query=query)
            _form(page, "all")


def test_an_assessment_without_a_short_form_is_answered_as_ever(page: Page) -> None:
    def without(route: Route) -> None:
        body = route.fetch().text()
        body = re.sub(r"(&#34;short&#34;: )\[[^\]]*\]", r"\1[]", body)
        for part in (
            '<nav class="forms".*?</nav>',
            '<p class="result-rest".*?</p>',
            "<p[^>]* data-form-status.*?</p>",
        ):
            body = re.sub(part, "", body, flags=re.DOTALL)
        route.fulfill(body=body, content_type="text/html")

    page.route("**/assessment/*", without)
    voice = _open(page, query="?form=short")
    expect(page.locator("[data-forms], [data-rest]")).to_have_count(0)
    expect(page.locator(".statement:visible")).to_have_count(len(ALL))
    _answer(page, {OTHERS[0]: "no"})
    _show(page, voice)
    expect(page.locator("[data-basis]")).to_contain_text(voice.say("result_counted", count=1))
    expect(page.locator("[data-basis]")).not_to_contain_text(voice.say("result_of_all", count=len(ALL)))
    assert kept(page, FORM_KEY) is None


def test_without_an_answer_to_the_form_there_is_no_result_and_a_saved_file_brings_the_form_back(
    page: Page, tmp_path: Path
) -> None:
    voice = _open(page)
    _answer(page, {OTHERS[0]: "no"})
    _choose(page, "short")
    page.get_by_role("button", name=voice.say("show_result")).click()
    expect(page.locator("[data-status]")).to_have_text(voice.say("answer_first"))
    expect(page.locator(f"#{SHORT[0]} input").first).to_be_focused()
    _answer(page, {SHORT[0]: "no"})
    _show(page, voice)
    with page.expect_download() as download:
        page.get_by_role("button", name=voice.say("save_answers")).click()
    saved = tmp_path / "saved.json"
    download.value.save_as(saved)
    data = json.loads(saved.read_text(encoding="utf-8"))
    assert faults_in(data, json.loads((SCHEMAS / "saved-assessment.json").read_text(encoding="utf-8"))) == []
    assert data["form"] == "short"
    _choose(page, "all")
    page.locator("[data-continue]").set_input_files(saved)
    _form(page, "short")
    # A file of a short form is compared with the same statements of today.
    _choose(page, "all")
    page.locator("[data-compare]").set_input_files(saved)
    expect(page.locator("#comparison-title")).to_be_focused()
    _form(page, "short")
    expect(page.locator("[data-status]")).to_have_text(voice.say("form_of_file"))
    rows = page.locator("[data-comparison] tbody tr:visible")
    assert rows.evaluate_all("rows => rows.map(row => row.dataset.row)") == PHASES


def _printed(page: Page) -> tuple[str, int]:
    sheets = words_of(page.pdf(format="A4"))
    return "".join(" ".join(sheets).split()), len(sheets)


def _letters(markdown: str) -> str:
    return "".join(texts.words(markdown).split())


def _nothing_is_at_fault_and_nothing_sticks_out(page: Page) -> None:
    for width in (1280, 360, 320):
        page.set_viewport_size({"width": width, "height": 800})
        for direction in ("ltr", "rtl"):
            page.evaluate("direction => { document.documentElement.dir = direction }", direction)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.locator("[data-forms] a").first.bounding_box()["height"] >= 44  # type: ignore[index]
        page.evaluate("document.documentElement.dir = 'ltr'")
    expect_no_faults(page)


def test_the_short_form_holds_its_statements_and_their_points_on_paper_and_everybody_can_use_it(
    page: Page,
) -> None:
    locale = "es"
    voice = _open(page, locale, "?form=short")
    printed, sheets = _printed(page)
    for statement in STATEMENTS:
        assert (_letters(voice.words(statement.text)) in printed) == (statement.id in SHORT)
    for phase in PHASES:
        points = sum(s.weight for s in STATEMENTS if s.phase == phase and s.id in SHORT)
        assert "".join(voice.say("by_hand_sum", points=points).split()) in printed
    assert sheets <= 3
    _answer(page, {SHORT[0]: "no"})
    _show(page, voice)
    printed, _ = _printed(page)
    said = voice.say("result_of_short", count=len(SHORT), all=len(ALL))
    assert "".join(said.split()) in printed
    assert _letters(voice.words(STATEMENTS[ALL.index(OTHERS[0])].text)) not in printed
    _nothing_is_at_fault_and_nothing_sticks_out(page)


def test_without_a_script_the_few_are_marked_and_linked_among_all(plain_page: Page) -> None:
    locale = "en"
    voice = _open(plain_page, locale, "?form=short")
    expect(plain_page.locator(".statement:visible")).to_have_count(len(ALL))
    expect(plain_page.locator("[data-forms]")).to_be_hidden()
    links = plain_page.locator(".short-list a")
    assert links.evaluate_all("links => links.map(link => link.hash.slice(1))") == SHORT
    assert links.all_text_contents() == [str(ALL.index(name) + 1) for name in SHORT]
    marked = plain_page.locator(".statement:has(.short-mark)")
    assert marked.evaluate_all("fields => fields.map(field => field.id)") == SHORT
    expect(marked.first.locator(".short-mark")).to_have_text(voice.say("form_mark"))
