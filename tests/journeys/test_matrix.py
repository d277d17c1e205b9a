"""The tables of what meets what: looked at, narrowed, followed and printed."""

import re

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.axe import expect_no_faults_and_no_overflow
from tests.built_site import sample_guide
from tests.printed import squeezed, texts_of

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
PATHS = ("matrix/", "matrix/countermeasures/")
PAPERS = {"A4": (210, 297), "Letter": (215.9, 279.4)}


def test_a_mark_leads_to_where_both_meet(page: Page) -> None:
    page.goto("en/matrix/")
    row = page.locator("tr").filter(has=page.locator('th[scope=row] a[href$="/kickbacks/"]'))
    row.get_by_role("cell").get_by_role("link").first.click()
    meeting = next(slug for slug in GUIDE.meetings if slug in GUIDE.tricks["kickbacks"].meetings)
    sign = GUIDE.tricks["kickbacks"].warning_signs[0].id
    expect(page).to_have_url(re.compile(f"/en/checklists/{meeting}/#sign-kickbacks-{sign}$"))
    expect(page.locator(f"#sign-kickbacks-{sign}")).to_be_in_viewport()
    page.goto("en/matrix/countermeasures/")
    act = GUIDE.tricks["kickbacks"].countermeasures[0]
    page.locator(f'td a[href$="/kickbacks/#act-{act}"]').click()
    expect(page.locator(f"#act-{act}")).to_be_in_viewport()


@pytest.mark.parametrize("path", PATHS)
def test_a_phase_by_itself(page: Page, path: str) -> None:
    page.goto(f"en/{path}?phase=people")
    rows = page.locator("[data-listed]:visible")
    tricks = GUIDE.tricks_of_phase("people")
    acts = {slug for trick in tricks for slug in trick.countermeasures}
    expect(rows).to_have_count(len(tricks) if path == "matrix/" else len(acts))
    expect(page.locator("[data-group]:visible")).to_have_count(1)
    page.goto(f"en/{path}?phase=constructor")
    expect(page.locator("[data-group]:visible")).to_have_count(
        sum(bool(GUIDE.tricks_of_phase(phase)) for phase in GUIDE.phases)
    )


@pytest.mark.parametrize(("locale", "path"), [*zip(("es", "en"), PATHS, strict=True)])
def test_no_faults_and_only_the_table_scrolls_and_paper_lies_on_its_side(
    page: Page, locale: str, path: str, subtests: pytest.Subtests
) -> None:
    expect_no_faults_and_no_overflow(page, f"{locale}/{path}")
    scrolled = page.locator(".matrix-scroll").first
    assert scrolled.evaluate("box => box.scrollWidth > box.clientWidth")
    scrolled.focus()
    expect(scrolled).to_be_focused()
    page.emulate_media(media="print")
    for paper in PAPERS:
        with subtests.test(paper):
            _on_paper_it_lies_on_its_side_and_is_whole(page, paper, locale)


def _on_paper_it_lies_on_its_side_and_is_whole(page: Page, paper: str, locale: str) -> None:
    width = int((PAPERS[paper][1] - 30) / 25.4 * 96)
    page.set_viewport_size({"width": width, "height": 700})
    outside = page.evaluate(
        "width => [...document.querySelectorAll('.matrix, .matrix :is(th, td)')]"
        ".filter(e => e.getBoundingClientRect().right > width + 1).length",
        width,
    )
    assert outside == 0
    printed = page.pdf(format=paper, prefer_css_page_size=True)
    with pypdfium2.PdfDocument(printed) as document:
        assert all(width > height for width, height in (sheet.get_size() for sheet in document))
    words = "".join(texts_of(printed))
    for trick in GUIDE.tricks.values():
        assert squeezed(trick.name.root[locale]) in words


def test_without_a_script_the_tables_are_whole(plain_page: Page) -> None:
    plain_page.goto("en/matrix/")
    expect(plain_page.locator("[data-listed]:visible")).to_have_count(len(GUIDE.tricks))
    expect(plain_page.locator(".filters")).to_be_hidden()
