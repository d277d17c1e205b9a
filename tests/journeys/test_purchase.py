"""A purchase on the reader's device: vendors apart, promises, a file to carry it away; hostile files."""

import json
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import docx
import icalendar
import pytest
from playwright.sync_api import BrowserContext, Download, Locator, Page, expect
from pypdf import PdfReader

from scripts.derived import caption_of, shared_by_clauses
from scripts.derived.side_by_side import questions_by_meeting
from scripts.entries.json_schemas import FOLDER as SCHEMAS
from scripts.guide.voice import Voice
from tests.axe import expect_no_faults_and_no_overflow
from tests.built_site import sample_guide
from tests.hosting import Host, cut_off, visit_and_wait
from tests.json_schema import faults_in
from tests.libreoffice import find_libreoffice, to_pdf
from tests.printed import squeezed, texts_of
from tests.purchases import file_of, load, made_up, open_purchase
from tests.renamed import as_if_renamed

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
FIRST, SECOND = [slug for slug in GUIDE.meetings if slug in ("demo", "pricing")]
NO_DATABASE = """Object.defineProperty(window, "indexedDB", {
    get() { throw new DOMException("denied", "SecurityError"); } });"""
SOUND: dict[str, object] = {"id": "one", "name": "Stock program", "vendors": [{"id": "a", "name": "Acme"}]}


def _say(locale: str, key: str, **values: object) -> str:
    return Voice(GUIDE, locale).say(key, **values)


def _once_kept(page: Page) -> None:
    """Return when what was changed is in the database, whose transactions follow each other."""
    page.evaluate("""async () => {
        const {name} = (await indexedDB.databases()).find(({name}) => name.endsWith(":purchases"));
        await new Promise((done, failed) => {
            const opening = indexedDB.open(name);
            opening.onerror = failed;
            opening.onsuccess = () => {
                const last = opening.result.transaction("purchases", "readwrite");
                last.objectStore("purchases").count();
                last.onerror = failed;
                last.oncomplete = () => { opening.result.close(); done(); };
            };
        });
    }""")


def _reload_once_kept(page: Page) -> None:
    _once_kept(page)
    page.reload()


def _let_the_device_be_busy(page: Page) -> None:
    """Have another transaction before all that the page writes until it is left."""
    page.evaluate("""async () => {
        const {name} = (await indexedDB.databases()).find(({name}) => name.endsWith(":purchases"));
        const opening = indexedDB.open(name);
        await new Promise((done) => { opening.onsuccess = done; });
        const store = opening.result.transaction("purchases", "readwrite").objectStore("purchases");
        await new Promise((done) => {
            const again = () => { done(); store.count().onsuccess = again; };
            store.count().onsuccess = again;
        });
    }""")


def _begin(page: Page, locale: str = "en", vendors: str = "Acme\nBeta\nCima") -> None:
    page.goto(f"{locale}/purchase/")
    page.locator("#begin-name").fill("Stock program")
    page.locator("#begin-vendors").fill(vendors)
    page.locator("[data-begin] [type=submit]").click()
    expect(page.locator("[data-title]")).to_have_text("Stock program")


def _go_to(page: Page, path: str) -> None:
    if not page.url.endswith(f"/{path}"):
        page.goto(path)


def _choose(page: Page, vendor: str) -> None:
    page.locator("#meeting-vendor").select_option(label=vendor)
    expect(page.locator("#field-vendor")).to_have_value(vendor)


def _in_the_meeting(page: Page, locale: str, meeting: str, vendor: str, verdict: str) -> None:
    """Tick, answer, judge and note a promise; every trace bears the vendor's name."""
    _go_to(page, f"{locale}/checklists/{meeting}/")
    _choose(page, vendor)
    expect(page.locator(".item input:checked")).to_have_count(0)
    page.locator(".item input").first.check()
    page.locator(".item .note-field textarea").first.fill(f"{vendor} says {meeting}")
    page.locator(f'[data-verdict="{verdict}"]').first.click()
    if page.locator("#promise-what").is_hidden():
        page.locator("[data-promise-fold] summary").click()
    status = page.locator("[data-promise-status]")
    status.evaluate("status => { status.textContent = ''; }")
    page.locator("#promise-what").fill(f"{vendor}: free in {meeting}")
    page.keyboard.press("Enter")
    expect(status).not_to_be_empty()


def _expect_meeting(page: Page, locale: str, meeting: str, vendor: str, verdict: str) -> None:
    _go_to(page, f"{locale}/checklists/{meeting}/")
    _choose(page, vendor)
    expect(page.locator(".item input:checked")).to_have_count(1)
    expect(page.locator(".item .note-field textarea").first).to_have_value(f"{vendor} says {meeting}")
    expect(page.locator('[data-verdict][aria-pressed="true"]')).to_have_text(
        _say(locale, f"verdict_{verdict}")
    )


def _save(page: Page, folder: Path) -> Path:
    with page.expect_download() as started:
        page.locator("[data-save]").click()
    download: Download = started.value
    file = folder / "purchase.json"
    download.save_as(file)
    return file


def _pick_clauses(page: Page, locale: str) -> list[str]:
    """Pick two clauses; return their captions."""
    page.goto(f"{locale}/clauses/")
    names = []
    for box in page.locator("[data-pick] input").all()[:2]:
        box.check()
        names.append(caption_of(Voice(GUIDE, locale), GUIDE.countermeasures[box.input_value()]))
    _once_kept(page)
    return names


def _cost(page: Page, locale: str) -> Locator:
    """Return the fields of what each vendor's licence costs, in order."""
    page.goto(f"{locale}/calculator/")
    expect(page.locator("[data-names] input").first).to_have_value("Acme")
    return page.locator('[data-of="licence"]')


def _expect_comparison(page: Page, locale: str) -> None:
    """Acme answered well, Beta poorly and Cima not at all, to the first question, which is a must-have."""
    page.goto(f"{locale}/compare/")
    row = page.locator("[data-row]").filter(has=page.locator("[data-must]:checked"))
    expect(row.locator(".cell-verdict")).to_have_text(
        [_say(locale, f"verdict_{verdict}") for verdict in ("good", "poor", "none")]
    )
    expect(row.locator("td").first).to_contain_text(f"Acme says {FIRST}")
    results = page.locator(".compare-result td")
    expect(results.nth(0).locator(".total-failed")).to_have_count(0)
    for place in (1, 2):
        expect(results.nth(place).locator("p").first).to_have_class("total-failed")


def _save_annex(page: Page, folder: Path) -> Path:
    with page.expect_download() as started:
        page.locator("[data-annex-word]").click()
    file = folder / "annex.docx"
    started.value.save_as(file)
    return file


def _expect_annex(file: Path, locale: str, clauses: list[str]) -> None:
    """The chosen vendor's promises and the clauses stand in one numbering, also as LibreOffice opens it."""
    paragraphs = [paragraph.text for paragraph in docx.Document(str(file)).paragraphs]
    assert paragraphs[0] == _say(locale, "annex_title")
    assert _say(locale, "annex_for_lawyer") in paragraphs
    assert set(clauses) <= set(paragraphs)
    moves = {Voice(GUIDE, locale).words(act.name) for act in GUIDE.countermeasures.values()}
    assert moves & set(paragraphs) == set()
    lines = ("annex_sign_name", "annex_sign_post", "field_date", "annex_sign_signature")
    parties = (_say(locale, "annex_sign_customer"), _say(locale, "annex_sign_vendor", vendor="Acme"))
    expected = [words for party in parties for words in (party, *(_say(locale, line) for line in lines))]
    assert [paragraph.rstrip("_ :") for paragraph in paragraphs[-len(expected) :]] == expected
    # What was agreed comes first, and behind it what its words mean and what rules them all.
    for heading, shared in shared_by_clauses(Voice(GUIDE, locale)).items():
        told = paragraphs.index(heading)
        assert paragraphs[told + 1 :][: len(shared)] == shared
        assert max(map(paragraphs.index, clauses)) < told
    program = find_libreoffice()
    if program is None:
        return
    (pdf,) = to_pdf(program, [file], file.parent)
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())
    blank = _say(locale, "promise_blank")
    for number, promise in enumerate((f"Acme: free in {FIRST}", f"Acme: free in {SECOND}"), start=1):
        assert f"{number}. {promise} ({_say(locale, 'promise_price')}: {blank};" in text
    for number, clause in enumerate(clauses, start=3):
        assert f"{number}. {clause}" in text
    assert "Beta" not in text


_TODAY = "2026-11-27"
_MARKED = {"ticks": [], "notes": {}, "leftOut": [], "verdicts": {"x": "good"}}
_UNMARKED = {**_MARKED, "verdicts": {}}
_TWO = [{"id": "a", "name": "Acme", "today": False}, {"id": "b", "name": "Beta", "today": False}]
_MET: dict[str, object] = {"vendors": _TWO, "lists": {"a": {"demo": _MARKED}, "b": {"demo": _MARKED}}}
_DONE: dict[str, object] = {**_MET, "cost": "v=1&y=5", "musts": ["x"]}


def _promises(**statuses: int) -> list[dict[str, str]]:
    """Return promises of Beta, so many of each status, and of Acme one that is in the contract."""
    of_beta = [{"vendor": "b", "status": status} for status, count in statuses.items() for _ in range(count)]
    return [{"vendor": "a", "status": "contract"}, *of_beta]


NEXT: dict[str, tuple[dict[str, object], list[str], list[str]]] = {
    "nothing yet": ({}, ["20261201"], ["vendor"]),
    "today's system alone": (
        {"vendors": [{"id": "t", "name": "Today", "today": True}]},
        [],
        ["vendor", "cost"],
    ),
    "nobody met": ({"vendors": _TWO}, [], ["meeting Acme", "cost"]),
    "a list that was cleared, and answers to what is one's own": (
        {"vendors": _TWO, "lists": {"a": {"demo": _UNMARKED, "own--requirements": _MARKED}}},
        [],
        ["meeting Acme", "cost"],
    ),
    "one met": ({**_MET, "lists": {"a": {"demo": _MARKED}}}, [], ["meeting Beta", "cost"]),
    "all met": (_MET, [], ["cost", "compare"]),
    "promises heard": ({**_DONE, "promises": _promises(heard=2)}, [], ["message Beta 2"]),
    "promises confirmed": ({**_DONE, "promises": _promises(confirmed=1)}, [], ["annex Beta 1"]),
    "three at the most": (
        {**_MET, "promises": _promises(heard=1, confirmed=1)},
        ["20261230"],
        ["message Beta 1", "annex Beta 1", "cost"],
    ),
    "weights are no must-haves": ({**_DONE, "musts": [], "weights": {"x": 3}}, [], []),
    "all done": (_DONE, [], []),
    "a date that is near comes first": (_MET, ["20261211"], ["date 2026-12-11", "cost", "compare"]),
    "one that is not comes last": (_MET, ["20261212"], ["cost", "compare", "date 2026-12-12"]),
    "only the nearest": (_DONE, ["20270126", "20261127", "20261126"], ["date 2026-11-27"]),
    "past or far away is not told": (_DONE, ["20261126", "20270127"], []),
}
"""What there is, the days, and the steps in their order."""


@pytest.mark.parametrize("case", NEXT)
def test_the_next_steps_follow_from_what_there_is(modules: Page, case: str) -> None:
    purchase, days, expected = NEXT[case]
    found = modules.evaluate(
        """async ([changes, days, today]) => {
            const { nextSteps } = await import(new URL("purchase/next_steps.js", location.href).href);
            const { begun } = await import(new URL("purchase/purchase.js", location.href).href);
            const kinds = ["date", "vendor", "meeting", "message", "annex", "cost", "compare"];
            return nextSteps({ ...begun("p", { name: "P" }), ...changes }, days, today, kinds)
                .map(({ kind, vendor, count, day }) => [kind, vendor?.name, count, day])
                .map((step) => step.filter(Boolean).join(" "));
        }""",
        [purchase, [{"day": day, "kind": "notice", "summary": ""} for day in days], _TODAY],
    )
    assert found == expected


def test_what_comes_next_leads_there(page: Page) -> None:
    steps = page.locator("[data-next] li")
    _begin(page, vendors="Acme\nBeta")
    meeting = next(each for each in GUIDE.meetings.values() if each.vendor != "absent")
    named = Voice(GUIDE, "en").words(meeting.name)
    expect(steps).to_have_text(
        [_say("en", "next_meeting", vendor="Acme", meeting=named), _say("en", "next_cost")]
    )
    steps.first.get_by_role("link").click()
    page.wait_for_url(f"**/en/checklists/{meeting.slug}/")
    expect(page.locator("#meeting-vendor option:checked")).to_have_text("Acme")
    _in_the_meeting(page, "en", meeting.slug, "Beta", "good")
    _once_kept(page)
    page.goto("en/purchase/")
    message = page.locator('[data-step="message"]')
    expect(message).to_have_text(_say("en", "next_message", vendor="Beta", count=1))
    message.get_by_role("link").click()
    expect(page.locator("[data-copy-message]")).to_be_in_viewport()
    page.locator(".promise-list select").select_option("confirmed")
    expect(message).to_have_count(0)
    page.locator("#annex-vendor").select_option(label="Acme")
    page.locator('[data-step="annex"]').get_by_role("link").click()
    expect(page.locator("#annex-vendor option:checked")).to_have_text("Beta")
    page.locator("#purchase-decide").fill((date.today() + timedelta(days=3)).isoformat())
    expect(steps.first).to_have_attribute("data-step", "date")
    expect(steps).to_have_count(3)
    for remove in range(2):
        page.locator("[data-vendors] button").first.click()
        expect(page.locator("[data-vendors] li")).to_have_count(1 - remove)
    expect(steps).to_have_text([_say("en", "next_vendor")])
    steps.get_by_role("link").click()
    expect(page.locator("#vendor-new")).to_be_focused()


def test_a_whole_purchase_on_a_phone_without_a_network(
    host: Host, keeping: BrowserContext, tmp_path: Path
) -> None:
    locale = "es"
    page = keeping.new_page()
    page.set_viewport_size({"width": 360, "height": 740})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    visit_and_wait(page, f"{locale}/about/")
    cut_off(host, keeping)
    _begin(page, locale)
    walked = [
        (meeting, vendor, verdict)
        for meeting in (FIRST, SECOND)
        for vendor, verdict in (("Acme", "good"), ("Beta", "poor"), ("Cima", "none"))
    ]
    for meeting, vendor, verdict in walked:
        _in_the_meeting(page, locale, meeting, vendor, verdict)
    page.goto(f"{locale}/compare/")
    page.locator("[data-must]").first.check()
    _expect_comparison(page, locale)
    clauses = _pick_clauses(page, locale)
    _cost(page, locale).nth(1).fill("14000")
    page.keyboard.press("Tab")
    expect(page.locator("[data-totals] dt")).to_have_text("Beta")
    _once_kept(page)
    page.goto(f"{locale}/purchase/")
    promises = page.locator(".promise-what")
    expect(promises).to_have_count(6)
    first = page.locator(".promise-list select").first
    first.select_option("contract")
    _reload_once_kept(page)
    expect(first).to_have_value("contract")
    _expect_annex(_save_annex(page, tmp_path), locale, clauses)
    file = _save(page, tmp_path)
    schema = json.loads((SCHEMAS / "saved-purchase.json").read_text(encoding="utf-8"))
    assert faults_in(json.loads(file.read_text(encoding="utf-8")), schema) == []

    page.evaluate(
        """async () => {
            localStorage.clear();
            for (const {name} of await indexedDB.databases()) {
                if (name.endsWith(":purchases")) indexedDB.deleteDatabase(name);
            }
        }"""
    )
    page.goto(f"{locale}/purchase/")
    expect(page.locator("#begin-name")).to_be_visible()
    expect(page.locator("[data-one]")).to_be_hidden()
    page.locator("[data-load]").set_input_files(file)
    expect(page.locator("[data-done-words]")).to_have_text(_say(locale, "purchase_loaded"))
    expect(promises).to_have_count(6)
    expect(first).to_have_value("contract")
    expect(page.locator("[data-annex-list] > li > strong")).to_have_text(clauses)
    for meeting, vendor, verdict in walked:
        _expect_meeting(page, locale, meeting, vendor, verdict)
    _expect_comparison(page, locale)
    licences = _cost(page, locale)
    expect(licences).to_have_count(3)
    assert [re.sub(r"\D", "", field.input_value()) for field in licences.all()] == ["", "14000", ""]
    assert faults == []


def test_clearing_a_list_clears_its_verdicts_and_undoing_brings_them_back(page: Page) -> None:
    _begin(page)
    _in_the_meeting(page, "en", FIRST, "Acme", "good")
    pressed = page.locator('[data-verdict][aria-pressed="true"]')
    page.locator("[data-clear]").click()
    expect(pressed).to_have_count(0)
    page.locator("[data-undo]").click()
    expect(pressed).to_have_count(1)
    page.locator("[data-clear]").click()
    _reload_once_kept(page)
    expect(page.locator("#field-vendor")).to_have_value("Acme")
    expect(pressed).to_have_count(0)
    # A verdict alone can be cleared too.
    page.locator('[data-verdict="poor"]').first.click()
    expect(page.locator("[data-clear]")).to_be_visible()
    page.locator("[data-clear]").click()
    expect(pressed).to_have_count(0)


def test_what_was_judged_under_a_name_of_old_keeps_its_place(page: Page) -> None:
    act = next(act for _, acts in questions_by_meeting(GUIDE) for act in acts)
    trick = next(iter(GUIDE.tricks.values()))
    sign = f"{trick.slug}-{trick.warning_signs[0].id}"
    as_if_renamed(
        page,
        {
            "countermeasure": {"asked-of-old": act.slug},
            "meeting": {"show": FIRST},
            "trick": {"trick-of-old": trick.slug},
        },
    )
    purchase = made_up(GUIDE, ("Acme", "Beta"), share=0)
    old = {
        "ticks": ["box-asked-of-old", sign.replace(trick.slug, "sign-trick-of-old", 1)],
        "notes": {"note-asked-of-old": "Said then"},
        "leftOut": [],
        "verdicts": {"asked-of-old": "poor"},
    }
    purchase["lists"]["vendor-0"] = {"show": old}
    purchase["weights"] = {"asked-of-old": 3}
    purchase["musts"] = ["asked-of-old"]
    open_purchase(page, "en", purchase)
    page.goto(f"en/checklists/{FIRST}/")
    _choose(page, "Acme")
    item = page.locator(f"#act-{act.slug}")
    expect(item.locator('[data-verdict="poor"]')).to_have_attribute("aria-pressed", "true")
    expect(page.locator(f"#note-{act.slug}")).to_have_value("Said then")
    expect(page.locator(f"#box-{act.slug}")).to_be_checked()
    page.goto("en/compare/")
    expect(page.locator(f"#weight-{act.slug}")).to_have_value("3")
    expect(page.locator(f"#must-{act.slug}")).to_be_checked()
    expect(page.locator(f"#row-{act.slug} .cell-verdict").first).to_have_text(_say("en", "verdict_poor"))
    expect(page.locator(".cell-signs")).to_contain_text(Voice(GUIDE, "en").words(trick.name))


def _calendar(page: Page) -> dict[str, icalendar.Event]:
    with page.expect_download() as started:
        page.locator("[data-save-dates]").click()
    calendar = icalendar.Calendar.from_ical(Path(started.value.path()).read_bytes())
    assert not calendar.errors
    assert not [event for event in calendar.events if event.errors]
    return {str(event.uid): event for event in calendar.events}


def test_the_days_of_a_purchase_go_into_one_calendar(page: Page) -> None:
    purchase = made_up(GUIDE, ("Acme", "Beta"), share=0)
    promise = {"id": "p", "vendor": "vendor-1", "what": "Import; done, by us", "by": "2027-05-03"}
    purchase["promises"] = [promise, {**promise, "id": "q", "by": ""}]
    open_purchase(page, "en", purchase)
    page.locator("#date-vendor").select_option(label="Beta")
    page.locator("#date-day").fill("2027-10-01")
    page.keyboard.press("Enter")
    listed = page.locator("[data-date-words]")
    expect(listed).to_have_text(f"1 October 2027: {_say('en', 'date_notice')}: Beta")
    first = _calendar(page)
    said = {str(event["SUMMARY"]): event for event in first.values()}
    notice = said[f"{_say('en', 'date_notice')}: Beta"]
    assert notice.start == date(2027, 10, 1)
    assert [alarm.decoded("TRIGGER") for alarm in notice.walk("VALARM")] == [
        timedelta(hours=9) - timedelta(days=days) for days in (60, 30, 7)
    ]
    assert said["Promised by Beta: Import; done, by us"].start == date(2027, 5, 3)
    assert said["Decide: Stock program"].start == date(2027, 3, 1)
    assert len(said) == 3
    # A day that moves is the same entry with a higher revision.
    page.locator("#purchase-decide").fill("2027-04-01")
    page.locator("#purchase-decide").blur()
    _reload_once_kept(page)
    expect(page.locator("#purchase-decide")).to_have_value("2027-04-01")
    again = _calendar(page)
    expect(page.locator("[data-dates-status]")).to_have_text(_say("en", "calendar_moved"))
    assert set(again) == set(first)
    assert {uid: event.sequence for uid, event in again.items()} == {
        uid: int(str(event["SUMMARY"]).startswith("Decide")) for uid, event in first.items()
    }
    page.get_by_role("button", name=f"Remove: {_say('en', 'date_notice')}: Beta").click()
    expect(listed).to_have_count(0)
    page.locator("[data-undo]").click()
    expect(listed).to_have_count(1)


def test_an_annex_is_one_vendors_and_says_what_conflicts(page: Page) -> None:
    matters = Counter(act.clause_matter for act in GUIDE.countermeasures.values() if act.clause_matter)
    matter = matters.most_common(1)[0][0]
    same = [act for act in GUIDE.countermeasures.values() if act.clause_matter == matter][:2]
    page.goto("en/clauses/")
    for act in same:
        page.locator(f'[data-pick] input[value="{act.slug}"]').check()
    promise = {"id": "p", "vendor": "vendor-1", "what": "Free import", "by": "2027-05-03"}
    purchase = made_up(GUIDE, ("Acme", "Beta"), share=0)
    purchase["promises"] = [promise, {**promise, "id": "q", "vendor": "vendor-0", "what": "Free training"}]
    open_purchase(page, "en", purchase)
    page.locator("#annex-vendor").select_option(label="Beta")
    voice = Voice(GUIDE, "en")
    names = " and ".join(sorted((caption_of(voice, act) for act in same), key=voice.sorting))
    expect(page.locator("[data-annex] .notice")).to_have_text(_say("en", "clauses_conflict", clauses=names))
    page.emulate_media(media="print")
    expect(page.locator(".promise-what:visible")).to_have_text("Free import")
    expect(page.locator("[data-annex-list] .clause:visible")).to_have_count(2)
    assert page.locator("[data-annex-list]").get_attribute("start") == "2"
    # It goes to the other side's lawyer: the address of this guide has no business there.
    printed = "".join(texts_of(page.pdf(format="A4")))
    assert squeezed(_say("en", "annex_title")) in printed
    assert "/en/purchase/" not in printed


def test_a_sheet_to_sign_says_what_it_is_signed_for(page: Page) -> None:
    """Wherever the clauses end on their sheet; and no ring of the keys is printed."""
    page.goto("en/clauses/")
    page.locator("[data-pick] input").first.check()
    open_purchase(page, "en", made_up(GUIDE, ("Acme",), share=0))
    page.locator("[data-title]").focus()
    page.emulate_media(media="print")
    assert page.locator("[data-title]").evaluate("title => getComputedStyle(title).outlineStyle") == "none"
    page.evaluate(
        "document.querySelector('.annex-end').before("
        "Object.assign(document.createElement('div'), { id: 'filling' }))"
    )
    alone = []
    # Less than what is signed is high: were it apart, it would be so at one of these.
    for height in range(0, 280, 20):
        page.evaluate(f"document.querySelector('#filling').style.height = '{height}mm'")
        last = texts_of(page.pdf(format="A4"))[-1]
        assert squeezed(_say("en", "annex_sign_signature")) in last
        if squeezed(_say("en", "annex_blanks")) not in last:
            alone.append(height)
    assert alone == []


def test_what_was_ticked_before_goes_to_the_vendor_that_the_reader_names(page: Page) -> None:
    page.goto(f"en/checklists/{FIRST}/")
    page.locator(".item input").nth(1).check()
    _begin(page)
    page.goto(f"en/checklists/{FIRST}/")
    expect(page.locator(".item input:checked")).to_have_count(1)
    expect(page.locator("[data-old-marks]")).to_be_hidden()
    _choose(page, "Beta")
    expect(page.locator(".item input:checked")).to_have_count(0)
    page.locator(".item input").first.check()
    page.get_by_role("button", name=_say("en", "take_old_marks", vendor="Beta")).click()
    expect(page.locator(".item input:checked")).to_have_count(2)
    expect(page.locator("[data-old-marks]")).to_be_hidden()
    _reload_once_kept(page)
    expect(page.locator("#field-vendor")).to_have_value("Beta")
    expect(page.locator(".item input:checked")).to_have_count(2)
    expect(page.locator("[data-old-marks]")).to_be_hidden()


def test_two_tabs_lose_nothing_of_each_other(page: Page) -> None:
    _begin(page)
    page.goto(f"en/checklists/{FIRST}/")
    _choose(page, "Acme")
    other = page.context.new_page()
    other.goto(f"en/checklists/{FIRST}/")
    expect(other.locator("#field-vendor")).to_have_value("Acme")
    page.locator(".item input").first.check()
    other.locator(".item input").nth(1).check()
    for tab in (page, other):
        expect(tab.locator(".item input:checked")).to_have_count(2)
    _reload_once_kept(page)
    expect(page.locator("#field-vendor")).to_have_value("Acme")
    expect(page.locator(".item input:checked")).to_have_count(2)


def test_what_is_still_being_written_when_the_page_goes_is_not_lost(page: Page) -> None:
    _begin(page)
    page.goto(f"en/checklists/{FIRST}/")
    _choose(page, "Acme")
    _once_kept(page)
    _let_the_device_be_busy(page)
    page.locator(".item input").first.check()
    page.locator(".item input").nth(1).check()
    page.reload()
    expect(page.locator(".item input:checked")).to_have_count(2)
    # It is put in its place once: later changes are not undone by it.
    page.locator(".item input").first.uncheck()
    _reload_once_kept(page)
    expect(page.locator(".item input:checked")).to_have_count(1)
    page.goto("en/purchase/")
    _let_the_device_be_busy(page)
    page.locator("#purchase-people").fill("Ana, Bo")
    page.locator("#purchase-people").blur()
    page.goto(f"en/checklists/{FIRST}/")
    page.goto("en/purchase/")
    expect(page.locator("#purchase-people")).to_have_value("Ana, Bo")
    page.goto("en/clauses/")
    expect(page.locator("[data-picked-for]")).to_be_visible()
    _let_the_device_be_busy(page)
    for place in (0, 1):
        page.locator("[data-pick] input").nth(place).check()
    page.reload()
    expect(page.locator("[data-pick] input:checked")).to_have_count(2)
    page.goto("en/assessment/")
    page.locator("#assessment-vendor").select_option(label="Acme")
    _once_kept(page)
    _let_the_device_be_busy(page)
    for place in (0, 1):
        page.locator("fieldset:has([type=radio])").nth(place).locator("[type=radio]").first.check(force=True)
    page.reload()
    expect(page.locator("[type=radio]:checked")).to_have_count(2)


def test_a_purchase_begun_in_the_moment_of_leaving_is_there_and_open(page: Page) -> None:
    _begin(page)
    _once_kept(page)
    _let_the_device_be_busy(page)
    page.locator("[data-begin-fold] summary").click()
    page.locator("#begin-name").fill("Second program")
    page.locator("#begin-vendors").fill("Delta")
    page.locator("[data-begin] [type=submit]").click()
    page.goto("en/about/")
    page.goto("en/purchase/")
    expect(page.locator("[data-title]")).to_have_text("Second program")
    expect(page.locator("[data-vendors] input")).to_have_value("Delta")
    others = page.get_by_role("button", name="Open: Stock program", exact=True)
    expect(others).to_be_visible()
    # It is put in its place once: a purchase that is removed later does not come again.
    page.locator("[data-delete]").click()
    expect(page.locator("[data-one]")).to_be_hidden()
    page.goto("en/about/")
    page.goto("en/purchase/")
    expect(others).to_be_visible()
    expect(page.get_by_role("button", name="Open: Second program", exact=True)).to_have_count(0)


def test_who_begins_finds_the_worked_case(page: Page) -> None:
    for locale in GUIDE.site.locales:
        page.goto(f"{locale}/purchase/")
        link = page.get_by_role("link", name=_say(locale, "purchase_worked_case"))
        expect(link).to_be_visible()
        link.click()
        page.wait_for_url(f"**/{locale}/worked-case/")


def test_what_is_removed_comes_back(page: Page) -> None:
    _begin(page)
    _in_the_meeting(page, "en", FIRST, "Beta", "good")
    page.goto("en/purchase/")
    vendors = page.locator(".vendor-list li")
    page.get_by_role("button", name="Remove: Beta", exact=True).click()
    expect(vendors).to_have_count(2)
    expect(page.locator(".promise-what")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(vendors).to_have_count(3)
    expect(page.locator(".promise-what")).to_have_count(1)
    page.locator("[data-copy]").click()
    expect(page.locator("[data-title]")).to_have_text("Stock program (copy)")
    page.locator("[data-delete]").click()
    expect(page.locator("[data-one]")).to_be_hidden()
    page.locator("[data-undo]").click()
    expect(page.locator("[data-title]")).to_have_text("Stock program (copy)")
    page.get_by_role("button", name="Open: Stock program", exact=True).click()
    expect(page.locator("[data-title]")).to_have_text("Stock program")
    _expect_meeting(page, "en", FIRST, "Beta", "good")


REFUSED: list[tuple[object, str]] = [
    ("{", "purchase_file_foreign"),
    ([], "purchase_file_foreign"),
    (file_of(None), "purchase_file_foreign"),
    (file_of({**SOUND, "id": "__proto__"}), "purchase_file_foreign"),
    (file_of({**SOUND, "id": "constructor"}), "purchase_file_foreign"),
    (file_of({**SOUND, "name": " "}), "purchase_file_foreign"),
    (
        file_of({**SOUND, "vendors": [{"id": "a", "name": "A"}, {"id": "a", "name": "B"}]}),
        "purchase_file_foreign",
    ),
    (file_of(SOUND, format="forewarned-assessment"), "purchase_file_foreign"),
    (file_of(SOUND, version=2), "file_newer"),
]


def test_a_file_that_is_no_purchase_is_refused_in_words(page: Page, subtests: pytest.Subtests) -> None:
    page.goto("en/purchase/")
    for data, words in REFUSED:
        with subtests.test(str(data)[:60]):
            page.locator("[data-done-words]").evaluate("words => { words.textContent = ''; }")
            load(page, data)
            expect(page.locator("[data-done-words]")).to_have_text(_say("en", words))
            expect(page.locator("[data-one]")).to_be_hidden()
    load(page, file_of(SOUND), 5_000_001)
    expect(page.locator("[data-done-words]")).to_have_text(_say("en", "purchase_file_large"))


def test_what_a_file_says_that_makes_no_sense_is_counted_and_harmless(page: Page) -> None:
    page.goto("en/purchase/")
    hostile = (
        '{"__proto__": {"ticks": ["x"]}, "demo": {"ticks": [7, "box-a"], "notes": {"constructor": "x"}}}'
    )
    purchase = {
        **SOUND,
        "name": "<img src=x onerror=alert(1)>",
        "decide": "soon",
        "lists": {"a": json.loads(hostile), "nobody": {}},
        "promises": [{"id": "p", "vendor": "a", "what": "<b>free</b>", "status": "sure"}, {"id": "q"}],
        "assessments": {
            "nobody": {},
            "a": {
                "x": {
                    "answers": {"one": "yes", "two": "maybe", "constructor": "no"},
                    "results": [{"id": "r", "day": "2026-02-31", "answers": 7}, {"id": "s", "day": "soon"}],
                }
            },
        },
    }
    load(page, file_of(purchase))
    loaded = _say("en", "purchase_loaded")
    expect(page.locator("[data-done-words]")).to_have_text(
        f"{loaded} {_say('en', 'purchase_skipped', count=13)}"
    )
    expect(page.locator("[data-title]")).to_have_text("<img src=x onerror=alert(1)>")
    expect(page.locator(".promise-what")).to_have_text("<b>free</b>")
    load(page, file_of(SOUND))
    expect(page.locator("[data-done-words]")).to_have_text(_say("en", "purchase_loaded_beside"))
    expect(page.locator("[data-others] li")).to_have_count(1)


def test_where_nothing_can_be_kept_a_word_says_so_and_all_works(page: Page, tmp_path: Path) -> None:
    page.add_init_script(NO_DATABASE)
    _begin(page)
    expect(page.locator("[data-not-kept]")).to_have_text(_say("en", "purchase_not_kept"))
    assert (
        json.loads(_save(page, tmp_path).read_text(encoding="utf-8"))["purchase"]["name"] == "Stock program"
    )


def test_without_a_script_the_page_leads_to_paper(plain_page: Page) -> None:
    plain_page.goto("en/purchase/")
    expect(plain_page.locator("noscript a")).to_be_visible()
    expect(plain_page.locator("article button:visible, article input:visible")).to_have_count(0)


def test_a_promise_is_written_to_the_vendor_with_what_is_missing_and_everybody_can_use_it(
    page: Page,
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _begin(page)
    _in_the_meeting(page, "en", FIRST, "Acme", "good")
    expect_no_faults_and_no_overflow(page, f"en/checklists/{FIRST}/")
    expect_no_faults_and_no_overflow(page, "en/purchase/")
    page.get_by_role("button", name=_say("en", "message_copy")).click()
    expect(page.locator("[data-promises-status]")).to_have_text(_say("en", "copied_text"))
    message = page.evaluate("navigator.clipboard.readText()")
    assert (
        f"1. Acme: free in {FIRST} (Price: [missing]; By when: [missing]; Who said it: [missing])" in message
    )
    page.emulate_media(media="print")
    expect(page.locator(".annex-head")).to_contain_text(_say("en", "annex_for_lawyer"))
    expect(page.locator(".promise-list .is-blank:visible")).to_have_count(3)
    expect(
        page.locator("article button:visible, article input:visible, article select:visible")
    ).to_have_count(0)


def test_texts_written_at_once_both_stay(modules: Page) -> None:
    made = modules.evaluate(
        """async () => {
            const {mergedMarks} = await import("/purchase/purchase.js");
            const marks = (ticks, notes) => ({ticks, notes, leftOut: []});
            return mergedMarks(
                marks(["a", "b"], {x: "was", y: "was", z: "was"}),
                marks(["b", "c"], {x: "mine", y: "mine"}),
                marks(["a", "b", "d"], {x: "theirs", y: "was", z: "theirs", w: "new"}),
            );
        }"""
    )
    assert made["ticks"] == ["b", "d", "c"]
    assert made["notes"] == {"x": "theirs\nmine", "y": "mine", "z": "theirs", "w": "new"}
