"""What every page leaves on paper: nothing that is for the screen alone, no sheet with next to nothing."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.guide.voice import Voice
from tests.built_site import sample_guide
from tests.printed import squeezed, texts_of

pytestmark = pytest.mark.browser

FOR_THE_SCREEN = ".not-printed, .page-actions, .page button, .site-header, .site-footer, .standing a"
PATHS = (
    "",
    "tricks/",
    "tricks/kickbacks/",
    "countermeasures/",
    "countermeasures/bring-your-own-demo-script/",
    "checklists/demo/",
    "clauses/",
    "quizzes/people/",
    "assessment/",
    "calculator/",
)


def test_what_is_for_the_screen_alone_stays_there(page: Page, subtests: pytest.Subtests) -> None:
    for path in PATHS:
        page.emulate_media(media="screen")
        page.goto(f"en/{path}")
        page.emulate_media(media="print")
        with subtests.test(path or "home"):
            expect(page.locator(FOR_THE_SCREEN).filter(visible=True)).to_have_count(0)


def test_no_last_sheet_holds_the_address_alone(page: Page) -> None:
    """Wherever the text above ends on its sheet."""
    page.goto("en/countermeasures/bring-your-own-demo-script/")
    page.evaluate(
        """() => {
            const page = document.querySelector("#content");
            page.append(Object.assign(document.createElement("div"), { id: "filling" }));
            const last = document.createElement("p");
            last.textContent = "The last line of the text.";
            page.append(last);
        }"""
    )
    alone = []
    # Less than the address is high: were it alone, it would be so at one of these.
    for height in range(0, 280, 8):
        page.evaluate(f"document.querySelector('#filling').style.height = '{height}mm'")
        last = texts_of(page.pdf(format="A4"))[-1]
        assert "/en/countermeasures/" in last
        if "Thelastlineofthetext." not in last:
            alone.append(height)
    assert alone == []


@pytest.mark.parametrize("locale", ["es", "en"])
def test_a_checklist_from_the_page_is_little_longer_than_its_pdf(page: Page, site: Path, locale: str) -> None:
    """The PDF has half of the signs, and is read at home: it has no room to write answers in."""
    made = texts_of(site / locale / "print" / "demo-a4.pdf")
    page.goto(f"{locale}/checklists/demo/")
    expect(page.locator("html:not([data-letters])[data-scripts=here]")).to_be_attached()
    assert len(texts_of(page.pdf(format="A4"))) <= len(made) + 3


def test_an_answer_is_written_beside_its_question_and_once_written_below_it(page: Page) -> None:
    page.goto("en/checklists/contract/")
    item = page.locator(".item:has(.ask):has(.clause)").first
    where = """(item) => {
        const [asked, note, clause] = [".ask", ".note-field", ".clause"].map((part) =>
            item.querySelector(part).getBoundingClientRect());
        return { beside: note.left >= asked.right, clear: note.bottom <= clause.top };
    }"""
    page.emulate_media(media="print")
    assert item.evaluate(where) == {"beside": True, "clear": True}
    page.emulate_media(media="screen")
    item.locator("textarea").fill("Until the end of the month")
    page.emulate_media(media="print")
    assert item.evaluate(where) == {"beside": False, "clear": True}


@pytest.mark.parametrize("locale", ["es", "en"])
def test_the_page_of_purchases_without_one_prints_what_it_is(page: Page, locale: str) -> None:
    voice = Voice(sample_guide(), locale)
    page.goto(f"{locale}/purchase/")
    expect(page.locator("[data-purchases]")).to_be_visible()
    (sheet,) = texts_of(page.pdf(format="A4"))
    assert sheet.removeprefix("1/1").startswith(
        squeezed(voice.say("purchase_title") + voice.say("purchase_description"))
    )
    assert squeezed(voice.say("purchase_begin")) not in sheet
