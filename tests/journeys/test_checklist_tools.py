"""What helps on a checklist beside ticking: jumps, twenty minutes, what does not apply, copying, paper."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from scripts.derived.checklist import Checklist, checklist_for
from scripts.guide.voice import Voice
from tests.axe import expect_no_faults
from tests.built_site import ADDRESS, sample_guide
from tests.printed import words_of

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
SELECTED = "is selected now"
NOTHING_COPIES = f"{NO_CLIPBOARD} document.execCommand = () => false;"


def _say(locale: str, key: str, **values: object) -> str:
    return Voice(GUIDE, locale).say(key, **values)


def _checklist(meeting: str = "demo") -> Checklist:
    return checklist_for(GUIDE, GUIDE.meetings[meeting])


def _quick(page: Page, locale: str = "en") -> Locator:
    return page.get_by_role("button", name=_say(locale, "quick"))


def _leave_out(page: Page) -> Locator:
    return page.locator(".item").get_by_role("button", name=re.compile("^Does not apply: "))


def _in_minutes(checklist: Checklist) -> int:
    return sum(act.countermeasure.effort == "minutes" for act in checklist.acts)


_WHERE = """() => {
    const [bar, list] = [".checklist-bar", ".checklist ul.items"].map((one) =>
        document.querySelector(one).getBoundingClientRect());
    return { beside: bar.left >= list.right, foot: Math.round(bar.bottom) === innerHeight };
}"""


@pytest.mark.parametrize(("locale", "width"), [("es", 360), ("en", 1280)])
def test_jumps_lead_to_each_part_and_stay_in_sight(page: Page, locale: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{locale}/checklists/contract/")
    jumps = page.get_by_role("navigation", name=_say(locale, "jumps"))
    parts = ["before", "ask", "also", "signs", "after"]
    expect(jumps.get_by_role("link")).to_have_text([_say(locale, f"jump_{part}") for part in parts])
    for part in reversed(parts):
        jumps.get_by_role("link", name=_say(locale, f"jump_{part}"), exact=True).click()
        expect(page.locator(f"h2#{part}")).to_be_in_viewport()
        expect(jumps).to_be_in_viewport(ratio=1)
        current = jumps.locator("[aria-current]")
        expect(current).to_have_text(_say(locale, f"jump_{part}"))
    # On a wide screen they stand beside the list and on a phone at its foot.
    page.locator(".item").first.scroll_into_view_if_needed()
    assert page.evaluate(_WHERE) == {"beside": width > 360, "foot": width == 360}


def test_twenty_minutes_shows_and_counts_only_what_takes_minutes(page: Page) -> None:
    checklist = _checklist()
    count = _in_minutes(checklist)
    page.goto("en/checklists/demo/")
    acts = page.locator(".item[data-effort]:visible")
    signs = page.locator(".signs .item:visible").count()
    expect(acts).to_have_count(checklist.size)
    _quick(page).focus()
    page.keyboard.press("Enter")
    expect(_quick(page)).to_have_attribute("aria-pressed", "true")
    expect(acts).to_have_count(count)
    expect(page.locator(".signs .item:visible")).to_have_count(signs)
    expect(page.locator(".quick [role=status]")).to_have_text(
        _say("en", "quick_shown", count=count, all=checklist.size)
    )
    progress = page.locator("[data-progress]")
    expect(progress).to_have_text(_say("en", "checklist_progress", done=0, count=count))
    page.locator(".item[data-effort]:visible input").first.check()
    expect(progress).to_have_text(_say("en", "checklist_progress", done=1, count=count))
    page.reload()
    expect(acts).to_have_count(count)
    expect(_quick(page)).to_have_attribute("aria-pressed", "true")
    expect(progress).to_have_text(_say("en", "checklist_progress", done=1, count=count))
    _quick(page).click()
    expect(acts).to_have_count(checklist.size)
    expect(progress).to_have_text(_say("en", "checklist_progress", done=1, count=checklist.size))
    expect(page.locator(".quick [role=status]")).to_have_text(_say("en", "quick_over", count=checklist.size))


def test_no_list_leads_to_nothing_in_twenty_minutes_and_each_to_its_questionnaire(page: Page) -> None:
    link = page.locator(".page-head").get_by_role("link", name=_say("en", "questions_jump"))
    for meeting in GUIDE.meetings:
        page.goto(f"en/checklists/{meeting}/")
        expect(link).to_have_count(page.locator("section.questionnaire").count())
        _quick(page).click()
        empty = page.evaluate(
            """() => [...document.querySelectorAll(".checklist :is(section, .phase-of-acts)")]
                .filter((part) => part.checkVisibility())
                .filter((part) => ![...part.querySelectorAll(".item")].some((item) => item.checkVisibility()))
                .map((part) => part.textContent)"""
        )
        assert empty == []
        shown = page.locator(".checklist section:visible h2").evaluate_all("all => all.map((h) => h.id)")
        jumps = page.locator(".jumps a:visible").evaluate_all("all => all.map((a) => a.hash.slice(1))")
        assert jumps == shown
    page.goto("en/checklists/demo/")
    link.click()
    expect(page.locator("h2#questionnaire")).to_be_in_viewport()


def test_what_does_not_apply_is_out_of_the_count_until_it_is_brought_back(page: Page) -> None:
    size = _checklist().size
    page.goto("en/checklists/demo/")
    item = page.locator(".item[data-effort]").first
    progress = page.locator("[data-progress]")
    button = _leave_out(page).first
    button.focus()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    left = f"{_say('en', 'checklist_progress', done=0, count=size - 1)} · 1 does not apply"
    expect(progress).to_have_text(left)
    expect(item.get_by_role("checkbox")).to_be_disabled()
    expect(item.locator(".ask, .note-field").first).to_be_hidden()
    page.reload()
    expect(progress).to_have_text(left)
    expect(button).to_have_attribute("aria-pressed", "true")
    page.get_by_role("link", name="Español").click()
    expect(page.locator("[data-progress]")).to_contain_text(_say("es", "checklist_left_out", count=1))
    page.go_back()
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(progress).to_have_text(_say("en", "checklist_progress", done=0, count=size))
    expect(item.get_by_role("checkbox")).to_be_enabled()


def test_an_export_and_paper_say_what_does_not_apply_until_all_is_cleared(page: Page) -> None:
    page.goto("en/checklists/demo/")
    item = page.locator(".item[data-effort]").first
    question = item.locator("q").inner_text()
    _leave_out(page).first.click()
    page.get_by_text("Save as…").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("Markdown")).click()
    text = download.value.path().read_text(encoding="utf-8")
    assert text.count("(Does not apply") == 1
    page.emulate_media(media="print")
    # It is struck through, and what is printed leads to the one sheet.
    expect(item.locator(".item-body > label")).to_have_css("text-decoration-line", "line-through")
    expect(item.locator(".note-field")).to_be_hidden()
    expect(page.locator(".jumps:visible, .quick button:visible")).to_have_count(0)
    printed = re.sub(r"\s+", "", " ".join(words_of(page.pdf())))
    assert re.sub(r"\s+", "", question) not in printed
    assert f"{ADDRESS.removeprefix('https://')}en/print/demo-short-a4.pdf" in printed
    assert re.sub(r"\s+", "", _say("en", "print_instead")) in printed
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Clear ticks and notes").click()
    expect(page.locator(".is-left-out")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".is-left-out")).to_have_count(1)


def test_a_question_and_a_clause_are_copied_whole(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("en/checklists/contract/")
    act = next(act for act in _checklist("contract").acts if act.countermeasure.clause).countermeasure
    item = page.locator(f"#act-{act.slug}")
    item.get_by_role("button", name=re.compile("^Copy the question")).click()
    expect(page.locator("[data-copied-text]")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == item.locator("q").text_content()
    item.locator("summary").click()
    item.get_by_role("button", name=re.compile("^Copy the clause")).click()
    expect(item.locator('[data-copy="clause"]')).to_have_text("Copied.")
    expect(item.locator('[data-copy="question"]')).to_have_text("Copy the question")
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    words = " ".join(item.locator(".clause > :not(.label, button)").all_text_contents())
    assert copied.split() == words.split()


@pytest.mark.parametrize(
    ("trouble", "said"), [(NO_CLIPBOARD, "Copied."), (NOTHING_COPIES, "is selected now")]
)
def test_without_a_clipboard_the_words_are_selected(page: Page, trouble: str, said: str) -> None:
    page.add_init_script(trouble)
    page.goto("en/checklists/demo/")
    page.get_by_role("button", name=re.compile("^Copy the question")).first.click()
    expect(page.locator("[data-copied-text]")).to_contain_text(said)
    selected = page.evaluate("getSelection().toString()")
    assert selected == page.locator(".item q").first.text_content()


def test_a_list_of_ones_own_has_the_same_tools(page: Page) -> None:
    page.goto("en/checklists/mine/?t=kickbacks,demo-always-works")
    expect(page.locator(".item[data-effort]").first).to_be_visible()
    size = page.locator(".item[data-effort]").count()
    expect(page.locator(".ref-name").first).not_to_be_empty()
    _leave_out(page).first.click()
    expect(page.locator("[data-progress]")).to_contain_text(f"of {size - 1} done · 1 does not apply")
    jumps = page.locator(".jumps a:visible").evaluate_all("all => all.map((a) => a.hash.slice(1))")
    shown = page.locator(".checklist section:visible h2").evaluate_all("all => all.map((h) => h.id)")
    assert jumps == shown
    _quick(page).click()
    expect(page.locator(".item[data-effort]:visible")).to_have_count(
        page.locator('.item[data-effort="minutes"]').count()
    )


def test_axe_finds_nothing_in_any_state_and_a_number_says_its_trick_without_a_mouse(page: Page) -> None:
    locale = "es"
    page.goto(f"{locale}/checklists/contract/")
    _quick(page, locale).click()
    page.locator("[data-left-out]:visible").first.click()
    page.locator("[data-copy]:visible").first.click()
    expect_no_faults(page)
    for width in (1280, 360, 320):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    _quick(page, locale).click()
    checklist = _checklist("contract")
    for act in checklist.acts:
        names = [Voice(GUIDE, locale).words(checklist.tricks[number - 1].name) for number in act.answers]
        expect(page.locator(f"#act-{act.countermeasure.slug} .ref-name")).to_have_text(names)
    link = page.locator(".refs a").first
    link.click()
    expect(page.locator(":target h3")).to_be_in_viewport()


def test_without_a_script_jumps_work_and_no_tool_is_dead(plain_page: Page) -> None:
    plain_page.goto("en/checklists/contract/")
    plain_page.locator(".jumps a").last.click()
    expect(plain_page.locator("h2#after")).to_be_in_viewport()
    expect(plain_page.locator(".checklist button:visible, .quick:visible")).to_have_count(0)
    size = _checklist("contract").size
    expect(plain_page.locator(".checklist .item[data-effort]:visible")).to_have_count(size)
