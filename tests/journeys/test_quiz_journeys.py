"""Quizzes as readers take them, in a real Chromium: by keyboard alone, with and without the script."""

import itertools
import re
from collections.abc import Sequence

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from scripts.derived.quiz import Asked, all_asked, carried
from scripts.guide.voice import Voice
from tests.axe import expect_no_faults
from tests.built_site import sample_guide
from tests.kept import FORBIDDEN, NO_PAGE, empty_storage, fill_storage, keep, kept
from tests.printed import words_of
from tests.quiz_readers import answer, current, press

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
LOCALES = GUIDE.site.locales
BY_SIZE = sorted(GUIDE.quizzes.values(), key=lambda quiz: len(all_asked(GUIDE, quiz)))
SMALL = BY_SIZE[0]
RANDOM = next(quiz for quiz in BY_SIZE if quiz.select.random)
WHOLE = next(
    quiz for quiz in BY_SIZE if quiz.select.all and quiz.select.ask == "questions" and quiz != RANDOM
)
WRONG = {"one": "wrong", "truth": "wrong_claim"}
"""What is said of a wrong answer, where the kind has no parts of its own."""
WIDGETS = ".quiz-start, .quiz-progress, .quiz-steps, .quiz-key"
"""What only a script makes use of, hidden without one; the result waits in a template."""


def _first_of_each_kind() -> dict[str, Asked]:
    found: dict[str, Asked] = {}
    for one in all_asked(GUIDE, WHOLE):
        found.setdefault(one.question.kind, one)
    return found


KINDS = _first_of_each_kind()


def _say(locale: str, key: str, **values: object) -> str:
    return Voice(GUIDE, locale).say(key, **values)


def _open(page: Page, locale: str, slug: str, query: str = "?seed=7") -> None:
    page.goto(f"{locale}/quizzes/{slug}/{query}")
    expect(page.locator("[data-quiz][data-ready]")).to_have_count(1)


def _start(page: Page, locale: str, slug: str, query: str = "?seed=7", *, feedback: str = "once") -> None:
    _open(page, locale, slug, query)
    page.get_by_label(_say(locale, f"feedback_{feedback}")).check()
    page.get_by_role("button", name=_say(locale, "quiz_start"), exact=True).click()
    expect(page.locator("[data-progress]")).to_be_visible()


def _check(page: Page, question: Locator) -> None:
    press(page, question.locator("[type=submit]"))


def _one_of_each_kind(page: Page, locale: str, kinds: Sequence[str] = tuple(KINDS)) -> None:
    """Go on with a session of one question of each kind, and one before them that is answered."""
    before = all_asked(GUIDE, SMALL)[0].name
    names = [before, *(KINDS[kind].name for kind in kinds)]
    session = {"seed": 3, "names": names, "answers": {before: 1}, "at": 1, "finished": False}
    page.goto(NO_PAGE)
    keep(page, f"quiz.{WHOLE.slug}", session)
    _open(page, locale, WHOLE.slug, "?seed=3")
    page.get_by_role("button", name=_say(locale, "quiz_continue", count=1)).click()
    expect(page.locator(f"#{names[1]}")).to_be_visible()


def _order_shown(page: Page) -> list[str]:
    """Every question of the session with its options, in the order on the page."""
    shown: list[str] = page.locator("[data-questions] [data-question]").evaluate_all(
        """forms => forms.map(form => form.id + ":" +
        [...form.querySelectorAll("[data-part]")].map(part => part.dataset.part).join())"""
    )
    return shown


def test_a_whole_quiz_by_keyboard_to_the_result_and_again(page: Page) -> None:
    """Every second question wrong; then the wrong ones again, all right."""
    locale = "en"
    asked = all_asked(GUIDE, SMALL)
    _open(page, locale, SMALL.slug)
    press(page, page.get_by_role("button", name=_say(locale, "quiz_start"), exact=True))
    wrong: set[str] = set()
    for number in range(1, len(asked) + 1):
        question = current(page)
        expect(question).to_have_count(1)
        expect(question.locator("legend")).to_be_focused()
        expect(page.locator("[data-position]")).to_have_text(
            _say(locale, "quiz_position", number=number, all=len(asked))
        )
        right = number % 2 == 0
        if not right:
            wrong.add(str(question.get_attribute("data-trick")))
        answer(page, question, right=right)
        _check(page, question)
        expect(question.locator(".feedback")).to_be_focused()
        expect(question.locator(".feedback")).to_have_class(re.compile("is-right" if right else "is-wrong"))
        press(page, page.locator("[data-next]"))
    rights = len(asked) // 2
    result = page.locator("[data-result]")
    expect(result.get_by_role("heading", level=2)).to_be_focused()
    expect(result.locator("[data-points]")).to_have_text(
        _say(locale, "result_points", points=rights, count=len(asked))
    )
    for slug in wrong:
        expect(result.locator(f'[data-weak] a[href$="/tricks/{slug}/"]')).to_be_visible()
    checklist = result.locator("[data-weak-list]")
    assert wrong <= set(str(checklist.get_attribute("href")).partition("?t=")[2].split(","))
    press(page, result.locator("[data-repeat]"))
    repeated = len(asked) - rights
    for _ in range(repeated):
        question = current(page)
        answer(page, question, right=True)
        _check(page, question)
        expect(question.locator(".feedback")).to_have_class(re.compile("is-right"))
        press(page, page.locator("[data-next]"))
    expect(result.locator("[data-points]")).to_have_text(
        _say(locale, "result_points", points=repeated, count=repeated)
    )
    expect(result.locator("[data-flawless]")).to_be_visible()
    expect(result.locator("[data-weak]")).to_be_hidden()
    expect(result.locator("[data-repeat]")).to_be_hidden()


def test_each_kind_by_keyboard_wrong_and_then_right(page: Page, subtests: pytest.Subtests) -> None:
    locale = "es"
    _one_of_each_kind(page, locale)
    for kind, one in KINDS.items():
        with subtests.test(f"{kind}, wrong"):
            question = page.locator(f"#{one.name}")
            expect(question).to_be_visible()
            _check(page, question)
            hint = question.locator(".question-hint")
            expect(hint).to_have_text(str(hint.get_attribute("data-choose")))
            if kind == "order":
                _moving_a_step_is_said_and_keeps_the_focus(page, question, locale)
            answer(page, question, right=False)
            _is_marked(page, question, locale, WRONG.get(kind, "wrong_parts"))
            expect(question.locator(".is-wrong").first).to_be_visible()
        page.locator("[data-next]").click()
    page.locator("[data-repeat]").click()
    for kind, one in KINDS.items():
        question = page.locator(f"#{one.name}")
        with subtests.test(f"{kind}, right"):
            while not question.is_visible():
                _skip(page)
            answer(page, question, right=True)
            _is_marked(page, question, locale, "right")
        page.locator("[data-next]").click()


def test_what_somebody_said_has_its_quotation_marks_once(page: Page) -> None:
    locale = "es"
    _one_of_each_kind(page, locale, ["several"])
    question = page.locator(f"#{KINDS['several'].name}")
    expect(question).to_be_visible()
    said, plain = question.locator("[data-part] label > span:last-child").all()[:2]
    said.evaluate("(option) => { option.textContent = '«Eso se lo hacemos».'; }")
    plain.evaluate("(option) => { option.textContent = 'Pedir el precio.'; }")
    for option in (said, plain):
        option.click()
    _check(page, question)
    told = question.locator(".feedback li")
    expect(told.filter(has_text="«Eso se lo hacemos».").locator("q")).to_have_count(0)
    expect(told.locator("q").filter(has_text="Pedir el precio.")).to_have_count(1)


def _is_marked(page: Page, question: Locator, locale: str, words: str) -> None:
    _check(page, question)
    feedback = question.locator(".feedback")
    expect(feedback).to_be_focused()
    expect(feedback).to_contain_text(_say(locale, words))
    expect(question.locator("fieldset")).to_have_js_property("disabled", True)
    expect(question.locator(".answers")).to_be_visible()


def _skip(page: Page) -> None:
    position = page.locator("[data-position]")
    before = position.text_content() or ""
    press(page, page.locator("[data-skip]"))
    expect(position).not_to_have_text(before)


def _moving_a_step_is_said_and_keeps_the_focus(page: Page, question: Locator, locale: str) -> None:
    number = question.locator("[data-part]").first.get_attribute("data-part")
    down = question.locator(f'[data-part="{number}"] [data-move="1"]')
    press(page, down)
    expect(down).to_be_focused()
    expect(question.get_by_role("status")).to_contain_text(
        _say(locale, "step_moved", number=2, all=question.locator("[data-part]").count(), step="")
    )
    expect(question.locator("[data-part]").nth(1)).to_have_attribute("data-part", str(number))
    first_up = question.locator("[data-part]").first.locator('[data-move="-1"]')
    expect(first_up).to_have_attribute("aria-disabled", "true")


def test_the_answers_come_at_the_end_if_the_reader_wants_and_can_be_taken_back_before(page: Page) -> None:
    _start(page, "en", SMALL.slug, feedback="end")
    count = len(all_asked(GUIDE, SMALL))
    first = str(current(page).get_attribute("id"))
    answer(page, current(page), right=False)
    _check(page, current(page))
    page.locator("[data-previous]").click()
    expect(page.locator(f"#{first}")).to_be_visible()
    expect(page.locator(f"#{first} [type=submit]")).to_have_text(_say("en", "quiz_next"))
    expect(page.locator(f"#{first} fieldset")).to_have_js_property("disabled", False)
    _check(page, current(page))
    for _ in range(count - 1):
        question = current(page)
        answer(page, question, right=False)
        expect(question.locator(".feedback")).to_be_empty()
        expect(question.locator(".answers")).to_be_hidden()
        _check(page, question)
    expect(page.locator("[data-points]")).to_have_text(_say("en", "result_points", points=0, count=count))
    expect(page.locator("[data-questions] .feedback:visible")).to_have_count(count)
    _open(page, "en", RANDOM.slug)
    expect(page.get_by_label(_say("en", "feedback_end"))).to_be_checked()


def test_questions_left_out_do_not_count_and_can_be_taken_up(page: Page) -> None:
    _start(page, "en", SMALL.slug)
    count = len(all_asked(GUIDE, SMALL))
    page.locator("[data-skip]").click()
    answer(page, current(page), right=True)
    _check(page, current(page))
    page.locator("[data-finish]").click()
    expect(page.locator("[data-points]")).to_have_text(_say("en", "result_points", points=1, count=1))
    expect(page.locator("[data-left-out]")).to_have_text(_say("en", "result_left_out", count=count - 1))
    expect(page.locator("[data-questions] form:visible")).to_have_count(0)
    page.locator("[data-show-right]").click()
    expect(page.locator("[data-questions] form:visible")).to_have_count(1)
    page.locator("[data-go-on]").click()
    expect(page.locator("[data-position]")).to_have_text(_say("en", "quiz_position", number=1, all=count))


def test_a_shared_address_shows_the_same_quiz(
    page: Page, browser: Browser, server: str, subtests: pytest.Subtests
) -> None:
    with browser.new_context(base_url=server, service_workers="block") as context:
        other = context.new_page()
        for slug in (RANDOM.slug, WHOLE.slug):
            with subtests.test(slug):
                _shows_the_same(page, other, slug)


def _shows_the_same(page: Page, other: Page, slug: str) -> None:
    _start(page, "es", slug, "?seed=1")
    _start(other, "en", slug, "?seed=1")
    assert _order_shown(other) == _order_shown(page)
    expect(other.locator("[data-position]")).to_contain_text(
        str(RANDOM.select.random if slug == RANDOM.slug else len(all_asked(GUIDE, WHOLE)))
    )
    _start(other, "en", slug, "?seed=2")
    assert _order_shown(other) != _order_shown(page)


def test_the_address_of_a_quiz_names_its_questions_is_copied_and_goes_into_the_other_language(
    page: Page,
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _open(page, "es", RANDOM.slug, "")
    expect(page).to_have_url(re.compile(r"\?seed=\d{1,6}$"))
    _open(page, "es", RANDOM.slug, "?seed=41#somewhere")
    page.get_by_role("button", name=_say("es", "quiz_copy")).click()
    expect(page.locator("[data-start] [data-copied-words]")).to_have_text(_say("es", "quiz_copied"))
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"/es/quizzes/{RANDOM.slug}/?seed=41")
    page.get_by_role("button", name=_say("es", "quiz_start"), exact=True).click()
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(r"/en/quizzes/.*\?seed=41(#somewhere)?$"))


def test_new_questions_come_with_a_new_seed(page: Page) -> None:
    _start(page, "en", RANDOM.slug)
    answer(page, current(page), right=True)
    _check(page, current(page))
    page.locator("[data-finish]").click()
    page.get_by_role("button", name=_say("en", "new_questions")).click()
    expect(page).not_to_have_url(re.compile("seed=7$"))
    expect(page.locator("[data-position]")).to_have_text(_say("en", "quiz_position", number=1, all=10))


def test_progress_stays_on_the_device_and_can_be_reset_and_what_an_older_edition_asked_is_dropped(
    page: Page,
) -> None:
    _start(page, "en", SMALL.slug)
    first = current(page).get_attribute("id")
    answer(page, current(page), right=True)
    _check(page, current(page))
    page.locator("[data-next]").click()
    second = current(page).get_attribute("id")
    page.reload()
    page.get_by_role("button", name=_say("en", "quiz_continue", count=1)).click()
    expect(current(page)).to_have_id(str(second))
    page.locator("[data-previous]").click()
    expect(current(page)).to_have_id(str(first))
    expect(current(page).locator(".feedback")).to_have_class(re.compile("is-right"))
    _open(page, "en", SMALL.slug, "")
    expect(page).to_have_url(re.compile(r"\?seed=7$"))
    page.get_by_role("button", name=_say("en", "quiz_continue", count=1)).click()
    page.locator("[data-finish]").click()
    page.locator("[data-reset]").click()
    expect(page.get_by_role("button", name=_say("en", "quiz_start"), exact=True)).to_be_focused()
    assert kept(page, f"quiz.{SMALL.slug}") is None
    page.reload()
    expect(page.locator("[data-continue]")).to_be_hidden()
    name = all_asked(GUIDE, SMALL)[0].name
    session = {"seed": 7, "names": [name, "gone"], "answers": {name: 99, "gone": 1}, "at": 1}
    keep(page, f"quiz.{SMALL.slug}", session)
    page.reload()
    expect(page.get_by_role("button", name=_say("en", "quiz_start"), exact=True)).to_be_visible()
    expect(page.locator("[data-continue]")).to_be_hidden()


def test_a_quiz_works_where_storage_is_forbidden_and_says_so(page: Page) -> None:
    page.add_init_script(FORBIDDEN)
    _open(page, "es", SMALL.slug)
    expect(page.locator("[data-not-kept]")).to_have_text(_say("es", "quiz_not_kept"))
    expect(page.get_by_text(_say("es", "quiz_kept"))).to_be_hidden()
    page.get_by_role("button", name=_say("es", "quiz_start"), exact=True).click()
    answer(page, current(page), right=True)
    _check(page, current(page))
    expect(page.locator("[data-not-kept]")).to_be_visible()
    page.locator("[data-finish]").click()
    expect(page.locator("[data-points]")).to_have_text(_say("es", "result_points", points=1, count=1))


def test_a_quiz_says_where_there_is_no_room_and_as_long_as_there_is_none(page: Page) -> None:
    _start(page, "en", SMALL.slug)
    told = page.locator("[data-not-kept]")
    expect(told).to_be_hidden()
    before = kept(page, f"quiz.{SMALL.slug}")
    fill_storage(page)
    answer(page, current(page), right=True)
    _check(page, current(page))
    expect(told).to_have_text(_say("en", "quiz_no_room"))
    assert kept(page, f"quiz.{SMALL.slug}") == before
    empty_storage(page)
    page.locator("[data-next]").click()
    expect(told).to_be_hidden()
    page.reload()
    expect(page.get_by_role("button", name=_say("en", "quiz_continue", count=1))).to_be_visible()


def test_a_link_from_a_trick_begins_with_its_questions(page: Page) -> None:
    trick = GUIDE.tricks_of_phase("people")[-1]
    page.goto(f"en/tricks/{trick.slug}/")
    page.locator(".quiz-one > p a").click()
    for _ in trick.quiz:
        expect(current(page)).to_have_attribute("data-trick", trick.slug)
        page.locator("[data-skip]").click()
    expect(current(page)).not_to_have_attribute("data-trick", trick.slug)


def test_the_one_question_of_a_trick_by_keyboard(page: Page) -> None:
    locale = "es"
    page.goto(f"{locale}/tricks/kickbacks/")
    question = page.locator("form.question")
    expect(question).to_have_attribute("data-question", "one")
    answer(page, question, right=False)
    _check(page, question)
    expect(question.locator(".feedback")).to_contain_text(_say(locale, "wrong"))
    press(page, question.get_by_role("button", name=_say(locale, "try_again")))
    expect(question.locator("legend")).to_be_focused()
    expect(question.locator(".feedback")).to_be_empty()
    answer(page, question, right=True)
    _check(page, question)
    expect(question.locator(".feedback")).to_contain_text(_say(locale, "right"))


def test_without_a_script_every_question_stands_with_its_answers(plain_page: Page) -> None:
    for (slug, quiz), locale in zip(GUIDE.quizzes.items(), itertools.cycle(LOCALES), strict=False):
        plain_page.goto(f"{locale}/quizzes/{slug}/")
        expect(plain_page.locator("form.question:visible")).to_have_count(len(carried(GUIDE, quiz)))
        expect(plain_page.locator(WIDGETS)).to_have_count(4)
        expect(plain_page.locator(".quiz-result")).to_have_count(0)
        expect(plain_page.locator(WIDGETS).filter(visible=True)).to_have_count(0)
        expect(plain_page.locator(".question button:visible")).to_have_count(0)
        answers = plain_page.locator("details.answers").first
        answers.locator("summary").click()
        expect(answers.locator(".is-right").first).to_be_visible()


def test_without_a_script_what_a_long_quiz_asks_besides_is_a_link_away(plain_page: Page) -> None:
    locale = "en"
    assert len(carried(GUIDE, WHOLE)) < len(all_asked(GUIDE, WHOLE))
    one = all_asked(GUIDE, WHOLE)[-1]
    plain_page.goto(f"{locale}/quizzes/{WHOLE.slug}/")
    plain_page.get_by_role("link", name=_say(locale, "bank_title")).click()
    plain_page.get_by_role("link", name=Voice(GUIDE, locale).words(one.trick.name)).click()
    question = plain_page.locator(f"#{one.name}")
    expect(question).to_be_visible()
    question.locator("details.answers summary").click()
    expect(question.locator(".is-right").first).to_be_visible()


def test_the_print_button_fetches_the_whole_quiz_first(page: Page) -> None:
    page.add_init_script("window.print = () => document.body.classList.add('printed')")
    _open(page, "en", WHOLE.slug)
    page.locator("[data-start] [data-print]").click()
    expect(page.locator("body.printed")).to_have_count(1)
    everything = page.locator("[data-questions] [data-question]")
    expect(everything).to_have_count(len(all_asked(GUIDE, WHOLE)))
    expect(page.locator("[data-key] li")).to_have_count(everything.count())


def test_a_quiz_fetches_no_more_than_it_asks_and_says_when_it_cannot(page: Page) -> None:
    locale = "es"
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/questions/")[2]))
    _open(page, locale, WHOLE.slug)
    asked.clear()
    page.route("**/questions/*/", lambda route: route.abort())
    start = page.get_by_role("button", name=_say(locale, "quiz_start"), exact=True)
    start.click()
    expect(page.get_by_role("alert")).to_have_text(_say(locale, "quiz_not_loaded"))
    expect(start).to_be_visible()
    page.unroute("**/questions/*/")
    start.click()
    expect(page.locator("[data-position]")).to_be_visible()
    expect(page.get_by_role("alert")).to_be_hidden()
    shown = page.locator("[data-questions] [data-question]")
    wanted = set(shown.evaluate_all("forms => forms.map(form => form.dataset.trick)"))
    fetched = {url.strip("/") for url in asked if url.count("/") == 1}
    assert fetched
    assert fetched <= wanted
    assert shown.count() < len(all_asked(GUIDE, WHOLE))
    # Without so much as the list of questions the page stays readable.
    page.route("**/questions/", lambda route: route.abort())
    page.goto(f"en/quizzes/{WHOLE.slug}/")
    expect(page.get_by_role("alert")).to_have_text(_say("en", "quiz_not_loaded"))
    expect(page.locator("form.question:visible")).to_have_count(len(carried(GUIDE, WHOLE)))


def test_a_result_is_there_again_after_another_page(page: Page) -> None:
    _start(page, "en", WHOLE.slug)
    answer(page, current(page), right=False)
    _check(page, current(page))
    page.locator("[data-finish]").click()
    points = page.locator("[data-points]").text_content() or ""
    page.locator("[data-weak] li a").first.click()
    expect(page).to_have_url(re.compile("/tricks/"))
    page.goto(f"en/quizzes/{WHOLE.slug}/")
    expect(page.locator("[data-points]")).to_have_text(points)
    expect(page.locator("[data-result]")).to_be_visible()
    page.locator("[data-reset]").click()
    expect(page.get_by_role("button", name=_say("en", "quiz_start"), exact=True)).to_be_focused()


@pytest.mark.parametrize(("locale", "script"), [("es", True), ("en", False)], ids=["script", "plain"])
def test_on_paper_the_key_has_a_page_of_its_own(
    page: Page, plain_page: Page, locale: str, script: bool
) -> None:
    reader = page if script else plain_page
    reader.goto(f"{locale}/quizzes/people/?seed=5")
    if script:
        page.get_by_role("button", name=_say(locale, "quiz_start"), exact=True).click()
        answer(page, current(page), right=True)
        _check(page, current(page))
        shown = current(page).get_attribute("id")
    sheets = words_of(reader.pdf())
    key = _say(locale, "quiz_key")
    begins = [index for index, sheet in enumerate(sheets) if re.match(rf"(\d+ / \d+ )?{key}\b", sheet)]
    assert len(begins) == 1
    questions = "".join("".join(sheets[: begins[0]]).split())
    solutions = "".join("".join(sheets[begins[0] :]).split())
    voice = Voice(GUIDE, locale)
    for one in all_asked(GUIDE, GUIDE.quizzes["people"]):
        scene = "".join(voice.words(one.question.scene).split())[:40]
        assert scene in questions
        assert scene not in solutions
    if script:
        expect(page.locator("form.question:visible")).to_have_count(1)
        expect(current(page)).to_have_id(str(shown))


def test_every_kind_is_tried_here() -> None:
    assert set(KINDS) == {"one", "several", "truth", "match", "order"}


def _expect_nothing_to_stick_out_or_be_small(page: Page) -> None:
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        small = page.locator("[data-quiz] :is(button, select, .option label):visible").evaluate_all(
            "all => all.filter(e => e.getBoundingClientRect().height < 24).map(e => e.outerHTML)"
        )
        assert small == []


def _answer_wrongly_at_once(question: Locator) -> None:
    for select in question.locator("select").all():
        select.select_option(index=1)
    for move in question.locator('[data-move="1"]').all()[:1]:
        move.click()
    for wrong in question.locator("[data-part]:not([data-correct]) input").all()[:1]:
        wrong.check()


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_is_at_fault_before_the_start_in_questions_and_in_the_result(page: Page, locale: str) -> None:
    """Each kind at once; what axe looks at is the same in every language, and it is shown one."""

    def expect_no_fault_here() -> None:
        _expect_nothing_to_stick_out_or_be_small(page)
        if locale == "es":
            expect_no_faults(page)

    _one_of_each_kind(page, locale)
    forms = page.locator(", ".join(f"#{one.name}" for one in KINDS.values()))
    forms.evaluate_all("all => all.forEach(form => { form.hidden = false; })")
    expect_no_fault_here()
    forms.evaluate_all("all => all.slice(1).forEach(form => { form.hidden = true; })")
    for one in KINDS.values():
        question = page.locator(f"#{one.name}")
        # It may have to be fetched first.
        expect(question).to_be_visible()
        _answer_wrongly_at_once(question)
        question.locator("[type=submit]").click()
        page.locator("[data-next]").click()
    expect(page.locator("[data-result]")).to_be_visible()
    forms.evaluate_all("all => all.forEach(form => { form.hidden = false; })")
    expect(forms.locator(".feedback:visible")).to_have_count(len(KINDS))
    expect_no_fault_here()
    page.locator("[data-reset]").click()
    expect(page.locator("form[data-start]")).to_be_visible()
    expect_no_fault_here()
