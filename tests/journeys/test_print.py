"""What every page leaves on paper: nothing that is for the screen alone, no sheet with next to nothing."""

import pytest
from playwright.sync_api import Page, expect

from tests.printed import texts_of

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
    for height in range(0, 280, 4):
        page.evaluate(f"document.querySelector('#filling').style.height = '{height}mm'")
        last = texts_of(page.pdf(format="A4"))[-1]
        assert "/en/countermeasures/" in last
        if "Thelastlineofthetext." not in last:
            alone.append(height)
    assert alone == []
