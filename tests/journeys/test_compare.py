"""Vendors side by side: totals as the rules count them, must-haves, requirements, files and paper."""

import csv
import io
import warnings
from pathlib import Path
from urllib.parse import quote

import openpyxl
import pypdfium2
import pytest
from playwright.sync_api import Locator, Page, expect

from scripts.derived.cost import CASES, ONE, Estimate, Offer, total
from scripts.derived.side_by_side import Standing, judged_for_all, questions_by_meeting, standing
from scripts.guide.voice import Voice
from tests.axe import expect_no_faults_and_no_overflow
from tests.built_site import sample_guide
from tests.printed import words_of
from tests.purchases import Purchase, answers_of, made_up, open_purchase, rows_of
from tests.turns import HELD_BACK

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
LOCALES = list(GUIDE.site.locales)
NAMES = ("Acme", "<img src=x onerror=alert(1)>", "Cima")
QUESTIONS = [act for _, acts in questions_by_meeting(GUIDE) for act in acts]
FIRST = QUESTIONS[0].slug


def _say(locale: str, key: str, **values: object) -> str:
    return Voice(GUIDE, locale).say(key, **values)


def _stands(purchase: Purchase) -> list[Standing]:
    rows, meetings = rows_of(GUIDE, purchase), list(GUIDE.meetings)
    return [standing(rows, answers_of(purchase, vendor, meetings)) for vendor in purchase["lists"]]


def _uneven(purchase: Purchase) -> bool:
    rows, meetings = rows_of(GUIDE, purchase), list(GUIDE.meetings)
    answers = [answers_of(purchase, vendor, meetings) for vendor in purchase["lists"]]
    judged = [each for each in answers if standing(rows, each).possible]
    shared = judged_for_all(rows, judged)
    possible = [(standing(rows, each).possible, standing(shared, each).possible) for each in judged]
    return len(judged) > 1 and any(one != other for one, other in possible)


def _results(page: Page) -> Locator:
    return page.locator(".compare-result td")


def _expect_totals(page: Page, purchase: Purchase, locale: str = "en") -> None:
    key = "compare_points_uneven" if _uneven(purchase) else "compare_points"
    for place, stands in enumerate(_stands(purchase)):
        said = _say(locale, key, points=stands.points, possible=stands.possible)
        expect(_results(page).nth(place).locator(".total-points")).to_have_text(said)
        expect(_results(page).nth(place).locator(".total-failed a")).to_have_count(len(stands.failed))


def _compare(page: Page, purchase: Purchase, locale: str = "en") -> None:
    open_purchase(page, locale, purchase)
    page.goto(f"{locale}/compare/")
    expect(page.locator("[data-title]")).to_have_text(purchase["name"])


def test_totals_are_as_the_rules_count_them(page: Page) -> None:
    locale = "es"
    purchase = made_up(GUIDE, NAMES)
    purchase["weights"] = {act.slug: number % 4 for number, act in enumerate(QUESTIONS[:6])}
    purchase["musts"] = [act.slug for act in QUESTIONS[2:7]]
    _compare(page, purchase, locale)
    expect(page.locator("[data-scroll] thead th")).to_have_text([_say(locale, "compare_question"), *NAMES])
    expect(page.locator("[data-row]")).to_have_count(len(rows_of(GUIDE, purchase)))
    _expect_totals(page, purchase, locale)
    # What the reader decides counts at once, and is kept.
    page.locator(f"#weight-{FIRST}").select_option("3")
    page.locator(f"#must-{FIRST}").check()
    purchase["weights"][FIRST] = 3
    purchase["musts"].append(FIRST)
    _expect_totals(page, purchase, locale)
    page.reload()
    expect(page.locator(f"#weight-{FIRST}")).to_have_value("3")
    _expect_totals(page, purchase, locale)


def test_a_failed_must_have_stands_above_the_points(page: Page) -> None:
    purchase = made_up(GUIDE, NAMES[:1] + NAMES[2:], share=0)
    purchase["lists"]["vendor-0"]["demo"]["verdicts"] = {FIRST: "poor"}
    _compare(page, purchase)
    result = _results(page).first
    expect(result.locator(".total-failed")).to_have_count(0)
    page.locator(f"#must-{FIRST}").check()
    expect(result.locator("p").first).to_have_class("total-failed")
    page.locator(f"#weight-{FIRST}").select_option("0")
    expect(result.locator("p").first).to_contain_text(_say("en", "compare_failed"))
    # Where nobody has asked, the must-have is open, not failed.
    expect(_results(page).nth(1).locator("p").first).to_contain_text(_say("en", "compare_unsettled"))
    expect(_results(page).nth(1)).to_contain_text(_say("en", "compare_none_judged"))


def test_a_must_have_without_an_answer_is_told_apart_from_a_poor_one(page: Page) -> None:
    purchase = made_up(GUIDE, ("Acme", "Beta"), share=0)
    poor, silent = (act.slug for act in QUESTIONS[:2])
    purchase["lists"]["vendor-0"]["demo"]["verdicts"] = {poor: "poor", silent: "none"}
    purchase["musts"] = [poor, silent]
    _compare(page, purchase)
    failed = _results(page).first.locator(".total-failed")
    expect(failed).to_have_count(2)
    told = {"compare_failed": poor, "compare_unanswered": silent}
    for line, (key, row) in zip(failed.all(), told.items(), strict=True):
        expect(line).to_contain_text(_say("en", key))
        expect(line.locator("a")).to_have_attribute("href", f"#row-{row}")


def test_vendors_judged_on_different_questions_are_told_apart(page: Page) -> None:
    purchase = made_up(GUIDE, ("Acme", "Beta", "Not yet met"), share=0)
    first, second = (act.slug for act in QUESTIONS[:2])
    purchase["lists"]["vendor-0"]["demo"]["verdicts"] = {first: "good", second: "poor"}
    purchase["lists"]["vendor-1"]["demo"]["verdicts"] = {first: "partly"}
    _compare(page, purchase)
    expect(page.locator("[data-uneven]")).to_have_text(_say("en", "compare_uneven", count=1))
    # Points of different ceilings stand beside each other: each says so itself.
    expect(page.locator("[data-results] .total-points")).to_have_text(
        [
            _say("en", "compare_points_uneven", points=2, possible=4),
            _say("en", "compare_points_uneven", points=1, possible=2),
            _say("en", "compare_none_judged"),
        ]
    )
    shared = page.locator(".total-shared")
    expect(shared).to_have_text(
        [_say("en", "compare_shared", count=1, points=points, possible=2) for points in (2, 1)]
    )


def test_the_last_meetings_answer_counts_and_the_others_are_shown(page: Page) -> None:
    purchase = made_up(GUIDE, ("Acme", "Beta"), share=0)
    demo, later = list(GUIDE.meetings)[:2]
    purchase["lists"]["vendor-0"][demo]["verdicts"] = {FIRST: "poor"}
    purchase["lists"]["vendor-0"][later] = {
        **purchase["lists"]["vendor-0"][demo],
        "verdicts": {FIRST: "good"},
        "notes": {f"note-{FIRST}": "Now in writing"},
    }
    _compare(page, purchase)
    cell = page.locator(f"#row-{FIRST} td").first
    expect(cell.locator(".cell-verdict")).to_have_text(_say("en", "verdict_good"))
    expect(cell.locator(".cell-meeting")).to_have_count(2)
    expect(cell.locator(".cell-note")).to_have_text("Now in writing")


def test_the_readers_own_requirements(page: Page) -> None:
    _compare(page, made_up(GUIDE, ("Acme", "Beta"), share=0))
    page.locator("#requirement-new").fill("Answers <b>within a day</b>")
    page.keyboard.press("Enter")
    own = page.locator("[data-row]")
    expect(own.locator(".row-words")).to_have_text(["Prints our labels", "Answers <b>within a day</b>"])
    expect(page.locator("#requirement-new")).to_be_focused()
    cell = own.nth(1).locator("td").nth(1)
    cell.locator("select").select_option("partly")
    cell.locator("textarea").fill("On workdays")
    cell.locator("textarea").blur()
    expect(_results(page).nth(1).locator(".total-points")).to_have_text("1 of 2 points")
    page.reload()
    expect(cell.locator("select")).to_have_value("partly")
    expect(cell.locator("textarea")).to_have_value("On workdays")
    own.nth(1).locator("[data-remove]").click()
    expect(own).to_have_count(1)
    expect(page.locator("[data-undo]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(own).to_have_count(2)
    expect(cell.locator("textarea")).to_have_value("On workdays")
    cell.locator("select").select_option("not-applicable")
    expect(_results(page).nth(1).locator(".total-out")).to_have_text(_say("en", "compare_out", count=1))


def test_what_nobody_asked_is_listed_until_somebody_does(page: Page) -> None:
    purchase = made_up(GUIDE, ("Acme", "Beta"), share=0)
    purchase["musts"] = [FIRST]
    _compare(page, purchase)
    # What stood here as a must-have alone goes back to them.
    page.locator(f"#must-{FIRST}").click()
    expect(page.locator(f"#row-{FIRST}")).to_have_count(0)
    expect(page.locator(".compare-result .total-unsettled")).to_have_count(0)
    expect(page.locator("[data-title]")).to_be_focused()
    expect(page.locator("[data-nothing]")).to_be_visible()
    _only_what_a_vendor_answers_is_listed(page)
    asked = page.locator(f'[data-compared="{FIRST}"]')
    page.locator("[data-meeting] summary").first.click()
    asked.get_by_role("link").click()
    page.wait_for_url(f"**/en/checklists/*/#act-{FIRST}")
    page.locator("#meeting-vendor").select_option(label="Beta")
    page.locator(f'#act-{FIRST} [data-verdict="good"]').click()
    page.locator("[data-compare-link]").click()
    page.wait_for_url("**/en/compare/")
    expect(page.locator(f"#row-{FIRST} .cell-verdict")).to_have_text(
        [_say("en", "compare_not_asked"), _say("en", "verdict_good")]
    )
    expect(asked).to_be_hidden()
    expect(page.locator("[data-nothing]")).to_be_hidden()


def _only_what_a_vendor_answers_is_listed(page: Page) -> None:
    """A lawyer or a customer of theirs is asked elsewhere, as one's own team is."""
    others = [act for act in QUESTIONS if act.ask_of != "vendor"]
    assert others
    for act in others:
        for item in page.locator(f'[data-compared="{act.slug}"]').all():
            expect(item).to_have_attribute("hidden", "")
    asked = next(act for act in QUESTIONS if act.ask_of == "vendor" and act.slug != FIRST)
    shown = page.locator(f'[data-compared="{asked.slug}"]:not([hidden]), #row-{asked.slug}')
    assert shown.count() > 0


def test_without_a_purchase_or_with_one_vendor_the_page_says_what_to_do(page: Page) -> None:
    page.goto("en/compare/")
    expect(page.locator("[data-none]")).to_contain_text(_say("en", "compare_none"))
    expect(page.locator("[data-one]")).to_be_hidden()
    example = page.locator("[data-example]")
    expect(example.locator(".total-points")).to_have_text(["6 of 8 points", "5 of 8 points"])
    expect(example.locator(".is-failed")).to_have_count(1)
    _compare(page, made_up(GUIDE, ("Acme",)))
    expect(example).to_be_hidden()
    expect(page.locator("[data-too-few]")).to_contain_text(_say("en", "compare_two"))


COST = "v=1&y=3&c=EUR&b=users:10&o=acme;licence:5000~6000~9000&o=;licence:1&o=Cima&o=Gone;licence:7"
"""An offer in other letters, one without a name, one still empty, one of nobody."""


def _cents(offer: str) -> dict[str, int]:
    """Return what the rules say that a licence alone costs, low, likely and high, in cents."""
    costs = [cost for group in GUIDE.calculator.values() for cost in group.costs]
    given = {"licence": Estimate(*(int(each) * ONE for each in offer.split("~")))}
    return {case: total(Offer(costs, 3, given), case) for case in CASES}


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


@pytest.mark.parametrize("locale", LOCALES)
def test_what_each_vendor_costs_stands_below_the_points(page: Page, locale: str) -> None:
    purchase = {**made_up(GUIDE, ("Acme", "Beta", "Cima", "Acme")), "cost": COST}
    _compare(page, purchase, locale)
    line = page.locator("[data-results] tr").nth(1)
    expect(line.get_by_role("rowheader")).to_contain_text(_say(locale, "compare_cost", count=3))
    expect(line.get_by_role("rowheader")).to_contain_text(_say(locale, "compare_cost_why"))
    cells = line.locator("td")
    cents = _cents("5000~6000~9000")
    expect(cells.first.locator(".total-cost")).to_contain_text("€")
    assert _digits(cells.first.locator(".total-cost").inner_text()) == str(cents["likely"] // 100)
    between = _digits(cells.first.locator(".cost-between").inner_text())
    assert between == f"{cents['low'] // 100}{cents['high'] // 100}"
    # No offer of its own, one of which nothing is known, and one that another of that name has taken.
    for place in (1, 2, 3):
        expect(cells.nth(place)).to_contain_text(_say(locale, "compare_cost_none"))
    cells.nth(1).get_by_role("link", name=_say(locale, "compare_cost_link")).click()
    page.wait_for_url(f"**/{locale}/calculator/")
    expect(page.locator("[data-names] input").first).to_have_value("acme")


def test_what_a_vendor_costs_changes_no_points(page: Page) -> None:
    purchase = made_up(GUIDE, ("Acme", "Beta"))
    _compare(page, {**purchase, "cost": "v=1&y=1&o=Acme;licence:1&o=Beta;licence:999999"})
    expect(page.locator(".total-cost")).to_have_text(["1", "999,999"])
    expect(page.locator(".cost-between")).to_have_count(0)
    _expect_totals(page, purchase)


def test_a_vendor_that_is_renamed_keeps_what_it_costs(page: Page) -> None:
    cost = f"v=1&y=3&c=EUR&b=users:10&o={quote(quote('Açme & Co; Ltd'))};licence:5000&o=Beta;licence:7"
    open_purchase(page, "en", {**made_up(GUIDE, ("açme & co; ltd", "Beta")), "cost": cost})
    page.locator("[data-vendors] input").first.fill("Acme + Søn = 1;2")
    page.locator("[data-vendors] input").first.blur()
    expect(page.locator("#annex-vendor option").first).to_have_text("Acme + Søn = 1;2")
    page.goto("en/compare/")
    expect(page.locator(".total-cost")).to_have_text(["€5,000", "€7"])
    page.goto("en/calculator/")
    names = page.locator("[data-names] input")
    expect(names.first).to_have_value("Acme + Søn = 1;2")
    expect(names.nth(1)).to_have_value("Beta")
    expect(page.locator('[data-of="users"]')).to_have_value("10")


def test_files_say_what_the_page_says(page: Page, tmp_path: Path) -> None:
    purchase = made_up(GUIDE, ("=1+1", "Beta"), name="Files")
    purchase["cost"] = "v=1&y=3&c=EUR&o=%3D1%2B1;licence:5000~6000.5~9000"
    purchase["lists"]["vendor-1"]["demo"]["notes"] = {f"note-{FIRST}": "bad \x01 sign, \ud83d\ude00"}
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _compare(page, purchase)
    files = {}
    for kind in ("csv", "xlsx"):
        with page.expect_download() as started:
            page.locator(f'[data-export="{kind}"]').click()
        files[kind] = tmp_path / f"comparison.{kind}"
        assert started.value.suggested_filename.endswith(f".{kind}")
        started.value.save_as(files[kind])
    rows = list(csv.reader(io.StringIO(files["csv"].read_text(encoding="utf-8-sig"), newline="")))
    with warnings.catch_warnings(action="ignore"):
        sheet = openpyxl.load_workbook(files["xlsx"]).active
    assert sheet is not None
    cells = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    # A spreadsheet would run a cell of a CSV that begins like a formula; in a workbook it is text.
    assert rows[0][4] == "'=1+1"
    assert cells[0][4] == "=1+1"
    assert [cell.data_type for cell in sheet[1]] == ["s"] * len(rows[0])
    assert cells[2][1] == rows[2][1] == f"{_say('en', 'compare_cost', count=3)} (EUR)"
    assert cells[2][4] == rows[2][4] == "6000.5"
    assert cells[2][5] == rows[2][5] == "from €5,000 to €9,000"
    assert cells[2][7] == rows[2][7] == _say("en", "compare_cost_none")
    assert [row[1] for row in cells[4:]] == page.locator("[data-row] .row-words").all_text_contents()
    assert [row[1:4] for row in cells[4:]] == [row[1:4] for row in rows[4:]]
    for place, stands in enumerate(_stands(purchase)):
        assert cells[1][6 + 3 * place] == rows[1][6 + 3 * place] == str(stands.points)
        points = [int(row[6 + 3 * place]) for row in rows[4:] if row[6 + 3 * place]]
        assert sum(points) == stands.points
    origin = page.url.split("/guide/")[0]
    assert [url for url in asked if not url.startswith((origin, "blob:"))] == []


def test_eight_vendors_stand_in_columns_on_a_desk_and_on_paper(
    page: Page, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    names = [f"Vendor{number}" for number in range(8)]
    page.set_viewport_size({"width": 1000, "height": 800})
    _compare(page, {**made_up(GUIDE, names), "cost": "v=1&y=3&o=Vendor0;licence:4321"})
    for direction in ("rtl", "ltr"):
        with subtests.test(direction):
            _columns_stand_below_their_vendors(page, direction)
    page.set_viewport_size({"width": 360, "height": 740})
    for paper in ("A4", "Letter"):
        with subtests.test(paper):
            _paper_lies_across_and_holds_every_vendor(page, tmp_path / f"{paper}.pdf", paper, names)


def _columns_stand_below_their_vendors(page: Page, direction: str) -> None:
    page.evaluate("(to) => { document.documentElement.dir = to; }", direction)
    page.locator("tr[data-row]").nth(3).scroll_into_view_if_needed()
    edges = """(rows) => rows.slice(0, 4).map((row) =>
        [...row.cells].map((cell) => Math.round(cell.getBoundingClientRect().left)).join(" "))"""
    scroll = page.locator("[data-scroll]")
    scroll.evaluate("(each) => each.scrollTo(0, 0)")
    rows = "thead[role=rowgroup] tr, .compare-result, tr[data-row]"
    assert len(set(scroll.locator(rows).evaluate_all(edges))) == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 1000
    # The question stays beside the vendor that is scrolled to.
    scroll.evaluate("(each, by) => each.scrollBy(by, 0)", 300 if direction == "ltr" else -300)
    assert scroll.evaluate("(each) => Math.abs(each.scrollLeft)") > 0
    expect(page.locator("tr[data-row] .row-words").nth(3)).to_be_in_viewport(ratio=1)


def _paper_lies_across_and_holds_every_vendor(page: Page, file: Path, paper: str, names: list[str]) -> None:
    page.pdf(path=file, format=paper, prefer_css_page_size=True)
    with pypdfium2.PdfDocument(file) as document:
        width, height = document[0].get_size()
    assert width > height
    texts = words_of(file)
    assert len(texts) > 2
    # On the last may stand the site's address alone.
    missing = [[name for name in names if name not in text] for text in texts[:-1]]
    assert missing == [[]] * (len(texts) - 1)
    assert _say("en", "compare_weight_1") in texts[1]
    assert "4,321" in texts[0]
    assert _say("en", "compare_cost_link") not in texts[0]


def test_a_change_draws_only_what_it_changes_and_the_reader_keeps_the_place(
    page: Page, subtests: pytest.Subtests
) -> None:
    # To draw a full table anew would take a phone a second.
    _compare(page, made_up(GUIDE, ("Acme", "Beta")))
    page.evaluate("for (const row of document.querySelectorAll('tr[data-row] *')) row.drawn = true;")
    results = page.locator("[data-results] tr")
    results.evaluate_all("(rows) => { for (const row of rows) row.drawn = true; }")
    field = page.locator("#said-vendor-0-labels")
    field.fill(" In March ")
    page.locator("#answer-vendor-0-labels").select_option("good")
    expect(field).to_have_value("In March")
    page.locator("#requirement-new").fill("Speaks Basque")
    page.keyboard.press("Enter")
    expect(page.locator(".row-words", has_text="Speaks Basque")).to_be_visible()
    page.locator(f"#must-{FIRST}").check()
    anew = """() => [...document.querySelectorAll("tr[data-row]")]
        .filter((row) => [...row.querySelectorAll("th *, select, textarea")].some((each) => !each.drawn))
        .map((row) => row.querySelector(".row-words").textContent)"""
    assert page.evaluate(anew) == ["Speaks Basque"]
    assert results.evaluate_all("(rows) => rows.filter((row) => !row.drawn).length") == 0
    for width, height in ((360, 740), (1280, 700)):
        with subtests.test(f"{width} wide"):
            page.set_viewport_size({"width": width, "height": height})
            _what_is_removed_comes_back_in_the_same_place(page)


def _what_is_removed_comes_back_in_the_same_place(page: Page) -> None:
    removers = page.locator("[data-remove]:visible")
    expect(removers).to_have_count(2)
    expect(page.locator("[data-scroll] table")).not_to_have_attribute("aria-busy", "true")
    removers.first.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    removers.first.click()
    expect(page.locator("[data-undo]")).to_be_focused()
    expect(page.locator("[data-undo]")).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == before
    page.keyboard.press("Enter")


def test_a_full_table_comes_in_turns_and_whoever_prints_has_it_whole(page: Page) -> None:
    purchase = made_up(GUIDE, ("Acme", "Beta"))
    open_purchase(page, "en", purchase)
    page.add_init_script(HELD_BACK)
    page.goto("en/compare/")
    _expect_totals(page, purchase)
    table, rows = page.locator("[data-scroll] table"), page.locator("[data-row]")
    expect(table).to_have_attribute("aria-busy", "true")
    expect(rows).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(rows).to_have_count(len(rows_of(GUIDE, purchase)))
    expect(table).not_to_have_attribute("aria-busy", "true")
    expect(page.locator("[data-row] .row-words").first).to_have_text("Prints our labels")
    # Turns come also where the browser knows no yielding.
    page.add_init_script("Object.defineProperty(globalThis, 'scheduler', {value: undefined});")
    page.goto("en/compare/")
    expect(rows).to_have_count(len(rows_of(GUIDE, purchase)))
    expect(table).not_to_have_attribute("aria-busy", "true")


def test_everybody_can_use_it_and_on_a_phone_each_answer_bears_its_vendors_name(page: Page) -> None:
    purchase = made_up(GUIDE, ("Acme", "Beta", "Cima"))
    purchase["musts"] = [act.slug for act in QUESTIONS[:4]]
    open_purchase(page, "en", purchase)
    expect_no_faults_and_no_overflow(page, "en/compare/")
    # It is as narrow as the narrowest phone by now.
    names = page.locator(f"#row-{FIRST} .cell-vendor")
    expect(names).to_have_text(["Acme", "Beta", "Cima"])
    for place in range(3):
        expect(names.nth(place)).to_be_visible()
    row = page.get_by_role("row").filter(has=page.locator(f"#weight-{FIRST}"))
    expect(row.get_by_role("rowheader")).to_have_count(1)
    expect(row.get_by_role("cell")).to_have_count(3)
    for direction in ("ltr", "rtl"):
        page.evaluate("(to) => { document.documentElement.dir = to; }", direction)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, direction
