"""The calculator in a browser: by keyboard, from links and hostile addresses, and without a script."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from scripts.derived.cost import CASES, ONE, Estimate, Offer, cumulated, total
from scripts.guide.calculator import COMPANY_SETTINGS, MOST_OFFERS
from scripts.guide.voice import Voice
from scripts.guide.whole import Guide
from tests.axe import expect_no_faults_and_no_overflow
from tests.built_site import sample_guide
from tests.cost_vectors import made_up
from tests.libreoffice import find_libreoffice, worked_out
from tests.turns import HELD_BACK

LOCALES = ("es", "en")
EIGHT_IN_ORDER = (4, 1, 7, 2, 8, 3, 6, 5)
"""What eight offers ask a month for a user, in tens: the second is the cheapest."""
NUMBER_HEIGHT = 16
"""What a number at a line's end needs: charts.js."""
OFFERS = "o=Rent;subscription:30&o=Buy;licence:5000"
SHARED = f"v=1&y=5&b=users:10&{OFFERS}"
"""Ten users at 30 a month are 3600 a year: dearer than 5000 at once from the second year on."""


@pytest.fixture
def guide() -> Guide:
    return sample_guide()


def _named(page: Page, guide: Guide, locale: str, name: str) -> Locator:
    """Return the fields of an input, in order, by what is read aloud."""
    inputs = [each for group in guide.calculator.values() for each in group.inputs]
    label = next(each.name.root[locale] for each in inputs if each.id == name)
    return page.get_by_role("textbox", name=re.compile(rf"^{re.escape(label)}(,|$)"))


def _wait_until_drawn(page: Page) -> None:
    """Fields and results come in turns."""
    expect(page.locator("[data-calculator]:not([aria-busy]) .cost-result:not([aria-busy])")).to_be_attached()


def _figures(page: Page) -> list[str]:
    """Return the digits of each year's row, offer after offer, in sight or not."""
    _wait_until_drawn(page)
    rows = page.locator("[data-years-body] tr").all()
    cells = [row.locator("th, td").all_text_contents() for row in rows]
    return [" ".join(re.sub(r"\D", "", text) for text in row) for row in cells]


@pytest.mark.parametrize("locale", LOCALES)
def test_two_offers_are_compared_by_keyboard_and_kept(page: Page, guide: Guide, locale: str) -> None:
    page.goto(f"{locale}/calculator/")
    expect(page.locator("[data-none]")).to_be_visible()
    users = _named(page, guide, locale, "users")
    users.focus()
    page.keyboard.type("10")
    rent = _named(page, guide, locale, "subscription")
    rent.first.focus()
    page.keyboard.type("30")
    page.keyboard.press("Tab")
    expect(rent.last).to_be_focused()
    page.keyboard.press("Tab")
    buy = _named(page, guide, locale, "licence").last
    buy.focus()
    page.keyboard.type("5.000")
    page.keyboard.press("Tab")
    expect(buy).to_have_value("5000" if locale == "es" else "5,000")
    expect(page.locator("[data-years-body] tr")).to_have_count(5)
    assert _figures(page)[:2] == ["1 3600 5000", "2 7200 5000"]
    voice = Voice(guide, locale)
    one, other = (voice.say("cost_offer_numbered", number=number) for number in (1, 2))
    said = page.locator("[data-said]")
    expect(said).to_contain_text(voice.say("cost_cheaper_until", count=1, first=1, last=1, offer=one))
    expect(said).to_contain_text(re.compile(rf"2.*{other}.*13[.,]000"))
    page.reload()
    expect(buy).to_have_value("5000" if locale == "es" else "5,000")
    assert _figures(page)[:2] == ["1 3600 5000", "2 7200 5000"]


def test_what_is_no_number_is_said_and_not_counted_and_a_currency_is_the_readers_choice(
    page: Page, guide: Guide
) -> None:
    page.goto(f"en/calculator/#{SHARED}")
    field = _named(page, guide, "en", "licence").last
    field.fill("about 5000")
    field.blur()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("alert")).to_contain_text("from 0 to 999,999,999")
    assert _figures(page)[0] == "1 3600 5000"
    field.fill("6,000.5")
    field.blur()
    expect(field).to_have_attribute("aria-invalid", "false")
    expect(page.get_by_role("alert")).to_have_count(0)
    assert _figures(page)[0] == "1 3600 6001"
    # A currency is the reader's choice.
    expect(page.locator("[data-totals] strong").first).to_have_text("18,000")
    page.locator("[data-currency]").select_option("JPY")
    expect(page.locator("[data-totals] strong").first).to_contain_text("18,000")
    expect(page.locator("[data-totals] strong").first).not_to_have_text("18,000")


def test_a_link_does_not_take_the_place_of_ones_own_until_one_says_so(page: Page, guide: Guide) -> None:
    page.goto(f"en/calculator/#{SHARED}")
    _named(page, guide, "en", "users").fill("20")
    _named(page, guide, "en", "users").blur()
    page.goto("en/calculator/?again#v=1&y=3&b=users:1&o=Other;subscription:1")
    expect(page.locator("[data-linked]")).to_be_visible()
    expect(_named(page, guide, "en", "users")).to_have_value("1")
    page.locator("[data-back-to-mine]").click()
    expect(_named(page, guide, "en", "users")).to_have_value("20")
    expect(page.locator("[data-linked]")).to_be_hidden()
    assert "#" not in page.url


def test_the_example_can_be_taken_back_and_offers_come_and_go(page: Page) -> None:
    page.goto(f"en/calculator/#{SHARED}")
    page.locator("[data-example]").click()
    expect(page.locator("[data-status]")).to_contain_text("invented")
    expect(page.locator("[data-totals] dt")).to_have_text(["Subscription (invented)", "Licence (invented)"])
    page.locator("[data-undo]").click()
    expect(page.locator("[data-totals] dt")).to_have_text(["Rent", "Buy"])
    for count in range(3, MOST_OFFERS + 1):
        page.locator("[data-add-offer]").click()
        expect(page.locator("[data-names] li")).to_have_count(count)
    expect(page.locator("[data-add-offer]")).to_be_hidden()
    page.locator("[data-remove]").first.click()
    expect(page.locator("[data-totals] dt")).to_have_text(["Buy"])


def test_a_choice_draws_only_what_it_changes(page: Page) -> None:
    # To draw all of a full comparison would take a phone half a second.
    page.goto(f"en/calculator/#{SHARED}")
    _wait_until_drawn(page)
    page.evaluate("for (const each of document.querySelectorAll('[data-end], .chart')) each.drawn = true;")
    anew = "(all) => all.filter((each) => !each.drawn).length"
    fields, pictures = page.locator("[data-end]"), page.locator("[data-lines] > .chart")
    page.locator("[data-name-of]").first.fill("Hire")
    page.keyboard.press("Tab")
    expect(page.locator("[data-totals] dt")).to_have_text(["Hire", "Buy"])
    expect(page.locator(".cost-table thead th", has_text="Hire").first).to_be_visible()
    rent = page.locator("[data-input=subscription] [data-end]").first
    expect(rent).to_have_accessible_name(re.compile(", Hire(, |$)"))
    expect(page.locator("[data-input=subscription] .cell-offer").first).to_have_text("Hire")
    page.locator("[data-years]").select_option("3")
    expect(page.locator("[data-years-body] tr")).to_have_count(3)
    _wait_until_drawn(page)
    assert fields.evaluate_all(anew) == 0
    pictures.evaluate_all("(all) => { for (const each of all) each.drawn = true; }")
    # The likely stays where it stands; what it could be besides comes, and goes again.
    for checked in (True, False):
        page.locator("[data-ranges]").set_checked(checked)
        expect(fields.and_(page.locator("[data-of=hours-end]"))).to_have_count(6 if checked else 2)
        new = page.locator("[data-end=low], [data-end=high]")
        assert fields.evaluate_all(anew) == new.count()
    assert new.count() == 0
    assert pictures.evaluate_all(anew) == 0


def test_a_full_table_comes_in_turns_and_whoever_prints_has_it_whole(page: Page) -> None:
    page.add_init_script(HELD_BACK)
    page.goto(f"en/calculator/#{SHARED}")
    expect(page.locator("[data-totals] strong").first).to_have_text("18,000")
    expect(page.locator("[data-calculator]")).to_have_attribute("aria-busy", "true")
    last = page.locator("[data-of=hours-end]")
    expect(last).to_have_count(0)
    expect(page.locator("[data-swings] li")).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(last).to_have_count(2)
    expect(page.locator("[data-swings] li").first).to_be_attached()
    _wait_until_drawn(page)


def test_a_price_that_is_held_rises_later_and_what_was_kept_before_rises_from_the_second_year(
    page: Page, guide: Guide
) -> None:
    # As it was written before there was such a year.
    page.goto("en/calculator/#v=1&y=4&o=Fee;flat-fee:1000;rise:10")
    assert _figures(page) == ["1 1000", "2 2100", "3 3310", "4 4641"]
    held = _named(page, guide, "en", "rise-from")
    expect(held).to_have_value("")
    held.fill("4")
    held.blur()
    expect(page.locator("[data-totals] strong")).to_have_text("4,100")
    assert _figures(page) == ["1 1000", "2 2000", "3 3000", "4 4100"]
    page.goto("en/calculator/?again")
    expect(held).to_have_value("4")
    assert _figures(page)[-1] == "4 4100"
    page.goto("en/calculator/?again#v=1&y=4&r=1&o=Fee;flat-fee:1000;rise:10;rise-from:3~4~5")
    expect(page.locator("[data-totals] dd span")).to_have_text("from 4,000 to 4,310")


def _written(offer: Offer, *, company: bool) -> str:
    """Return what a reader gave as the address has it: comparison.js."""

    def number(value: int | None) -> str:
        return "" if value is None else f"{value // ONE}.{value % ONE:04}"

    return ";".join(
        f"{name}:{'~'.join(map(number, (each.low, each.likely, each.high)))}"
        for name, each in offer.given.items()
        if (name in COMPANY_SETTINGS) == company
    )


def test_libreoffice_works_the_saved_figures_out_as_the_page_does(
    page: Page, guide: Guide, tmp_path: Path
) -> None:
    program = find_libreoffice()
    if program is None:
        pytest.skip("no LibreOffice on this machine")
    costs = [cost for group in guide.calculator.values() for cost in group.costs]
    names = [each.id for group in guide.calculator.values() for each in group.inputs]
    one, other = (made_up(costs, names, 7, seed) for seed in (5, 6))
    shared: dict[str, Estimate] = {name: one.given[name] for name in COMPANY_SETTINGS if name in one.given}
    own: dict[str, Estimate] = {
        name: each for name, each in other.given.items() if name not in COMPANY_SETTINGS
    }
    other = replace(other, given={**own, **shared})
    offers = "&".join(
        f"o={quote(quote(name))};{_written(offer, company=False)}"
        for name, offer in (("=1+1", one), ("B's", other))
    )
    page.goto(f"en/calculator/#v=1&y=7&r=1&b={_written(one, company=True)}&{offers}")
    with page.expect_download() as started:
        page.locator("[data-workbook]").click()
    file = tmp_path / "cost.xlsx"
    started.value.save_as(file)
    (book,) = worked_out(program, [file], tmp_path)
    _, result, *sheets = book.worksheets
    assert [sheet["A1"].value for sheet in sheets] == ["=1+1", "B's"]
    rows = [[cell.value for cell in row] for row in result.iter_rows()]
    first = next(number for number, row in enumerate(rows) if row[0] == "Year 1")
    for place, offer in enumerate((one, other), start=1):
        cents = [round(rows[row][place] * 100) for row in (4, 5, 6)]
        assert cents == [total(offer, case) for case in CASES]
        assert [round(rows[first + year][place] * 100) for year in range(7)] == cumulated(offer)
        assert not any(rows[first + year][place] for year in range(7, 10))
        parts = [row[place] for row in rows[9 : first - 2]]
        assert round(sum(parts) * 100) == total(offer)


HOSTILE = (
    "v=1&o=%3Cimg%20src=x%20onerror=alert(1)%3E;licence:5",
    f"v=1&o={quote(quote('<img src=x onerror=alert(1)>'))};licence:5",
    "v=1&o=a;__proto__:5;constructor:5;licence:5&b=__proto__:1",
    "v=1&o=%E0%A4%A;licence:5",
    "v=1&y=1e9&o=a;licence:5",
    "v=1&c=</script>&o=a;licence:5~4~3~2~1",
    "v=1&c=ZZZ&y=-3&o=a;licence:5",
    "v=1&o=a;licence:9999999999;subscription:-1;support:NaN;hosting:1e5;exit:Infinity;discount:500",
    "v=1&" + "&".join(["o=a;licence:5"] * 50),
    "v=2&o=a;licence:5",
    "v=1&o=" + "x" * 50_000,
    "v=1&o=a;kind:__proto__;licence:5",
    "v=1&o=a;kind:<b>;kind:constructor;licence:5",
    "%",
)


_DRAWN = """() => [
    document.querySelectorAll("[data-names] li").length,
    document.querySelectorAll(".calculator img").length,
    document.querySelector("[data-years]").value,
    document.querySelector(".cost-result").textContent,
]"""


def test_a_hostile_address_is_harmless(page: Page, subtests: pytest.Subtests) -> None:
    for number, address in enumerate(HOSTILE):
        with subtests.test(address=address[:60]):
            # Another query: what follows the # alone would not load the page anew.
            page.goto(f"en/calculator/?{number}#{address}")
            expect(page.locator("[data-tools]")).to_be_visible()
            _wait_until_drawn(page)
            offers, images, years, shown = page.evaluate(_DRAWN)
            assert offers <= MOST_OFFERS
            assert images == 0
            assert years == "5"
            assert not re.search(r"NaN|Infinity|undefined|-\d", shown)


EIGHT = "v=1&y=5&r=1&b=users:10&" + "&".join(
    f"o=Offer{number};subscription:{10 * number - 1}~{10 * number}~{10 * number + 1}"
    for number in EIGHT_IN_ORDER
)


def test_eight_offers_stand_beside_the_cheapest_and_are_told_apart(page: Page) -> None:
    page.goto(f"en/calculator/#{EIGHT}")
    _wait_until_drawn(page)
    cheapest_first = [f"Offer{number}" for number in sorted(EIGHT_IN_ORDER)]
    # Not 28 pairs: the cheapest with each of the others.
    pairs = page.locator("[data-said] li strong")
    expect(pairs).to_have_text([f"Offer1 and {other}: " for other in cheapest_first[1:]])
    expect(page.locator("[data-beside-cheapest]")).to_be_visible()
    expect(page.locator(".cost-bar > span")).to_have_text(cheapest_first)
    # The key goes down as the lines' ends do, and its numbers stand at those ends, none upon another.
    places = {f"Offer{number}": place for place, number in enumerate(EIGHT_IN_ORDER, start=1)}
    key = page.locator("[data-lines] .cost-key > span")
    expect(key).to_have_text([f"{places[name]} {name}" for name in reversed(cheapest_first)])
    numbers = page.locator("[data-lines] > .chart text[text-anchor=end]").evaluate_all(
        "(all) => all.map((each) => [each.textContent, Number(each.getAttribute('y'))])"
    )
    ends = sorted((y, int(words)) for words, y in numbers[-8:])
    assert [place for _, place in ends] == [places[name] for name in reversed(cheapest_first)]
    assert min(lower[0] - upper[0] for upper, lower in pairwise(ends)) >= NUMBER_HEIGHT
    # No two have the same look without their colour.
    looks = key.evaluate_all("""(all) => all.map((each) => {
        const [line, mark] = each.querySelectorAll("svg > *");
        const shape = mark.cloneNode();
        shape.removeAttribute("class");
        return getComputedStyle(line).strokeDasharray + shape.outerHTML;
    })""")
    assert len(set(looks)) == MOST_OFFERS
    hatched = page.locator(".cost-key .chart-hatch").evaluate_all(
        "(all) => all.map((each) => document.querySelector(each.getAttribute('fill').slice(4, -1))?.tagName)"
    )
    assert hatched == ["pattern"] * (page.locator(".cost-key .chart-part").count() - 1)
    # Bands of eight would hide each other; the ranges stand in the totals.
    expect(page.locator(".chart-band")).to_have_count(0)
    expect(page.locator("[data-band-hint]")).to_be_hidden()
    expect(page.locator("[data-totals] dd span").first).to_contain_text("from")


def test_eight_offers_at_their_longest_are_kept_and_come_back(page: Page, guide: Guide) -> None:
    inputs = [each for group in guide.calculator.values() for each in group.inputs]
    longest = ";".join(f"{each.id}:9.1234~9.1235~9.1236" for each in inputs if not each.of_company)
    long = longest.replace("9.12", "999999998.12")
    name = "\U00020000" * 60
    offers = "&".join(
        f"o={quote(quote(name))};{long if number else longest}" for number in range(MOST_OFFERS)
    )
    page.goto("en/calculator/")
    page.goto(f"en/calculator/#v=1&y=10&r=1&{offers}")
    _wait_until_drawn(page)
    _named(page, guide, "en", "users").first.fill("3")
    page.keyboard.press("Tab")
    page.goto("en/calculator/?again")
    _wait_until_drawn(page)
    expect(page.locator("[data-names] input")).to_have_count(MOST_OFFERS)
    assert page.locator("[data-name-of]").last.input_value() == name
    assert (
        page.locator('[data-of="exit"][data-place="7"][data-end="high"]').input_value() == "999,999,998.1236"
    )


_CUT = "(all) => all.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.value)"


def test_eight_offers_fit_every_screen(page: Page, subtests: pytest.Subtests) -> None:
    page.goto(f"es/calculator/#{EIGHT}")
    _wait_until_drawn(page)
    field = page.locator('[data-of="licence"][data-place="7"][data-end="high"]')
    named = page.locator('[data-input="licence"] .cell-offer')
    for width in (320, 768, 1440):
        with subtests.test(f"{width} wide"):
            page.set_viewport_size({"width": width, "height": 900})
            field.fill("")
            page.keyboard.press("Tab")
            _wait_until_drawn(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            field.fill("1250000")
            page.keyboard.press("Tab")
            expect(field).to_have_value("1.250.000")
            assert page.locator("[data-end]").evaluate_all(_CUT) == []
            expect(named).to_have_text([f"Offer{number}" for number in EIGHT_IN_ORDER])
            expect(named.last).to_be_visible()


def _chosen(page: Page, place: int, kind: str) -> None:
    page.locator(f'[data-kind-of="{place}"]').select_option(kind)


def test_a_kind_of_purchase_says_what_to_fill_in_and_fills_only_what_is_empty_by_a_source(
    page: Page, guide: Guide
) -> None:
    page.goto("en/calculator/#v=1&o=Rent;subscription:30&o=Buy;licence:10000;support:5")
    voice = Voice(guide, "en")
    kind = guide.kinds_of_purchase["licence"]
    share = kind.shares[0]
    _chosen(page, 1, "licence")
    # What the auditors counted, a fifth of the licence; what stood there stays.
    maintenance = page.locator('[data-of="maintenance"][data-place="1"]')
    expect(maintenance).to_have_value("2,000")
    expect(page.locator('[data-of="support"][data-place="1"]')).to_have_value("5")
    told = page.locator("[data-told]")
    expect(told).to_have_attribute("role", "status")
    expect(told).to_contain_text("Buy, Maintenance of the licence: filled in, likely 2,000.")
    expect(told.locator("a")).to_have_attribute("href", share.sources[0].url)
    expect(page.locator('[data-kind-of="1"]')).to_be_focused()
    # Empty fields of its lines say so, those of others and of the other offer do not.
    hint = voice.say("cost_asked")
    expect(page.locator('[data-of="hosting"][data-place="1"]')).to_have_attribute("placeholder", hint)
    expect(page.locator('[data-of="subscription"][data-place="1"]')).to_have_attribute("placeholder", "")
    expect(page.locator('[data-of="hosting"][data-place="0"]')).to_have_attribute("placeholder", "")
    expect(page.locator('[data-of="users"]')).to_have_attribute("placeholder", hint)
    open_lines = page.locator("[data-kinds-of] details").nth(1)
    left = len(kind.lines) - len({"licence", "support", "maintenance"})
    expect(open_lines.locator("summary")).to_have_text(voice.say("cost_kind_open", count=left))
    page.locator('[data-of="hosting"][data-place="1"]').fill("90")
    page.keyboard.press("Tab")
    expect(open_lines.locator("summary")).to_have_text(voice.say("cost_kind_open", count=left - 1))
    # No line is hidden.
    rows = [each for group in guide.calculator.values() for each in group.inputs]
    expect(page.locator("[data-input]:not([hidden])")).to_have_count(len(rows))
    # It goes again, and what was written since stays.
    page.locator("[data-undo-fill]").click()
    expect(maintenance).to_have_value("")
    expect(page.locator('[data-of="hosting"][data-place="1"]')).to_have_value("90")
    expect(page.locator("[data-undo-fill]")).to_be_hidden()
    page.locator('[data-fill="1"]').click()
    expect(maintenance).to_have_value("2,000")
    # A reader's own figure is never written over.
    maintenance.fill("1500")
    page.keyboard.press("Tab")
    page.locator("[data-undo-fill]").click()
    expect(maintenance).to_have_value("1,500")
    expect(page.locator('[data-fill="1"]')).to_be_hidden()
    page.goto("en/calculator/?again")
    expect(page.locator('[data-kind-of="1"]')).to_have_value("licence")
    expect(page.locator('[data-kind-of="0"]')).to_have_value("")


def test_what_a_figure_may_become_is_shown_with_it(page: Page) -> None:
    page.goto("es/calculator/#v=1&o=Encargo;project:8000")
    _chosen(page, 0, "own-development")
    expect(page.locator("[data-ranges]")).to_be_checked()
    expect(page.locator('[data-of="project"][data-end="high"]')).to_have_value("16.000")
    expect(page.locator('[data-of="project"][data-end="likely"]')).to_have_value("8000")
    expect(page.locator("[data-totals] dd span")).to_have_text("de 8000 a 16.000")
    page.locator("[data-undo-fill]").click()
    expect(page.locator("[data-ranges]")).not_to_be_checked()
    expect(page.locator("[data-totals] dd span")).to_have_count(0)


@pytest.mark.parametrize("locale", LOCALES)
def test_without_a_script_it_is_a_table_to_fill_in_by_hand_and_kinds_and_their_sources_are_read(
    plain_page: Page, guide: Guide, locale: str
) -> None:
    plain_page.goto(f"{locale}/calculator/")
    rows = [each for group in guide.calculator.values() for each in group.inputs]
    assert plain_page.locator(".cost-table tbody tr").count() == len(rows)
    assert plain_page.locator("td.blank").count() == sum(1 if each.of_company else 3 for each in rows)
    assert plain_page.locator("main noscript").inner_text()
    assert plain_page.request.get(f"{locale}/calculator/cost.xlsx").ok
    section = plain_page.locator(".cost-kinds-told")
    for kind in guide.kinds_of_purchase.values():
        expect(section.get_by_role("heading", name=kind.name.root[locale], exact=True)).to_be_visible()
        for share in kind.shares:
            if share.low is None and share.high is None:
                one_figure = guide.wordings[locale].say("cost_one_figure")
                expect(section).to_contain_text(f"{one_figure} {share.likely} %")
            for source in share.sources:
                expect(section.get_by_role("link", name=source.title)).to_have_attribute("href", source.url)


def test_copied_links_bring_the_same_back(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("en/calculator/")
    page.locator("[data-example]").click()
    before = _figures(page)
    page.locator("[data-copy-link]").click()
    expect(page.locator("[data-copied-words]")).to_be_visible()
    address = page.evaluate("navigator.clipboard.readText()")
    page.locator("[data-clear]").click()
    expect(page.locator("[data-none]")).to_be_visible()
    page.goto("en/about/")
    page.goto(address)
    expect(page.locator("[data-some]")).to_be_visible()
    assert _figures(page) == before


def test_on_a_narrow_phone_no_figure_is_cut(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto("es/calculator/")
    page.locator("[data-example]").click()
    page.locator("[data-ranges]").check()
    _wait_until_drawn(page)
    page.locator("[data-end]:visible").last.fill("1250000")
    page.keyboard.press("Tab")
    expect(page.locator("[data-end]:visible").last).to_have_value("1.250.000")
    assert page.locator("[data-end]").evaluate_all(_CUT) == []


def test_axe_finds_no_fault_and_nothing_sticks_out_on_a_narrow_phone(page: Page) -> None:
    ranged = "v=1&r=1&b=users:10~20~30&o=Rent;subscription:20~30~40;rise:3&o=Buy;licence:5000"
    expect_no_faults_and_no_overflow(page, f"es/calculator/#{ranged}")


def test_axe_finds_no_fault_with_eight_offers_and_their_kinds(page: Page) -> None:
    kinds = EIGHT.replace(";subscription", ";kind:subscription;subscription")
    expect_no_faults_and_no_overflow(page, f"en/calculator/#{kinds}")
