"""“My checklist” in a real Chromium: adding, the address, the rules, what it saves, no script."""

import csv
import io
import json
import random
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Page, expect

from scripts.derived.checklist import SECTIONS, acts_against, checklist_for
from scripts.guide.voice import Voice
from scripts.texts import full_stop
from tests.built_site import sample_guide
from tests.kept import FORBIDDEN, NO_PAGE, keep, kept, key_of
from tests.printed import words_of

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
LOCALES = GUIDE.site.locales


def _say(locale: str, key: str, **values: object) -> str:
    return Voice(GUIDE, locale).say(key, **values)


def _name(locale: str, kind: str, slug: str) -> str:
    entry = GUIDE.tricks[slug] if kind == "tricks" else GUIDE.countermeasures[slug]
    return Voice(GUIDE, locale).words(entry.name)


def _keep(page: Page, tricks: list[str], countermeasures: list[str]) -> None:
    page.goto(NO_PAGE)
    keep(page, "selection", {"tricks": tricks, "countermeasures": countermeasures})


def _kept(page: Page) -> Any:
    return kept(page, "selection")


def _chosen(page: Page) -> list[str]:
    return page.locator(".chosen-list a").all_inner_texts()


@pytest.mark.parametrize(
    ("locale", "path", "tricks", "countermeasures"),
    [
        ("es", "tricks/kickbacks/", ["kickbacks"], []),
        ("en", "countermeasures/put-it-in-the-annex/", [], ["put-it-in-the-annex"]),
    ],
    ids=["trick", "countermeasure"],
)
def test_adding_and_removing_on_an_entrys_page(
    page: Page, locale: str, path: str, tricks: list[str], countermeasures: list[str]
) -> None:
    page.goto(f"{locale}/{path}")
    link = page.locator("a[data-mine-tool]")
    expect(link).to_be_hidden()
    page.get_by_role("button", name=_say(locale, "add_to_mine"), exact=True).click()
    assert _kept(page) == {"tricks": tricks, "countermeasures": countermeasures}
    expect(page.locator("[data-selection-status]")).to_have_text(_say(locale, "mine_added", count=1))
    expect(link).to_have_accessible_name(_say(locale, "mine_see", count=1))
    page.reload()
    remove = page.get_by_role("button", name=_say(locale, "on_mine_remove"), exact=True)
    expect(remove).to_be_visible()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(_say(locale, "mine_title"))
    (kind, slug) = ("tricks", tricks[0]) if tricks else ("countermeasures", countermeasures[0])
    expect(page.locator(".chosen-list a")).to_have_text([_name(locale, kind, slug)])
    page.go_back()
    remove.click()
    assert _kept(page) == {"tricks": [], "countermeasures": []}
    expect(link).to_be_hidden()


@pytest.mark.parametrize(("path", "kind"), [("tricks/", "tricks"), ("countermeasures/", "countermeasures")])
def test_adding_from_a_card(page: Page, path: str, kind: str) -> None:
    page.goto(f"en/{path}")
    card = page.locator(".card[data-slug]").nth(2)
    name = card.locator(".card-title").inner_text()
    button = card.get_by_role("button", name=f"Add to my checklist: {name}")
    button.focus()
    page.keyboard.press("Enter")
    expect(card.get_by_role("button", name=f"Remove from my checklist: {name}")).to_be_focused()
    expect(page).to_have_url(re.compile(f"/en/{path}$"))
    assert _kept(page)[kind] == [card.get_attribute("data-slug")]


def test_taking_a_whole_meeting(page: Page) -> None:
    """One's own list has every act of the meeting's tricks, also one that the meeting itself strikes."""
    voice = Voice(GUIDE, "es")
    for meeting in GUIDE.meetings:
        _keep(page, [], [])
        page.goto(f"es/checklists/{meeting}/")
        signs = page.locator(".signs .item label").all_inner_texts()
        acts = acts_against(GUIDE.countermeasures, GUIDE.tricks_of_meeting(meeting))
        by_section = [act for section in SECTIONS for act in acts if act.section == section]
        page.get_by_role("button", name="Añadir todo a mi lista").click()
        page.locator("a.see-mine").click()
        mine = page.locator('.checklist section:not([data-section="signs"]) .item label[for^="box-"]')
        expect(mine).to_have_text([voice.words(act.countermeasure.check) for act in by_section])
        expect(page.locator(".signs .item label")).to_have_text(signs)


def test_a_meeting_is_added_on_the_page_itself(page: Page) -> None:
    page.goto("en/checklists/mine/")
    expect(page.locator(".checklist")).to_be_hidden()
    page.get_by_role("button", name="Add: The demo").click()
    expect(page.locator(".checklist .item").first).to_be_visible()
    assert _kept(page)["tricks"] == [trick.slug for trick in GUIDE.tricks_of_meeting("demo")]
    expect(page).to_have_url(re.compile(r"/en/checklists/mine/\?t=[a-z,-]+$"))


def test_the_browser_follows_the_rules_of_the_build(page: Page) -> None:
    """As lists that come by address, and as one's own that is changed in another tab."""
    for seed in range(12):
        chance = random.Random(seed)  # noqa: S311 (selections, not secrets)
        tricks = chance.sample(sorted(GUIDE.tricks), chance.randint(0, len(GUIDE.tricks)))
        acts = chance.sample(sorted(GUIDE.countermeasures), chance.randint(0 if tricks else 1, 9))
        if seed < 3:
            page.goto(f"en/checklists/mine/?t={','.join(tricks)}&c={','.join(acts)}")
        else:
            if seed == 3:
                page.goto("en/checklists/mine/")
            keep(page, "selection", {"tricks": tricks, "countermeasures": acts})
            page.evaluate("key => dispatchEvent(new StorageEvent('storage', { key }))", key_of("selection"))
        ordered = [trick for trick in GUIDE.tricks.values() if trick.slug in tricks]
        expected = [
            [act.countermeasure.slug, [str(number) for number in act.answers]]
            for section in SECTIONS
            for act in acts_against(GUIDE.countermeasures, ordered, acts)
            if act.section == section
        ]
        expect(page.locator(".item[data-effort]")).to_have_count(len(expected))
        shown = page.locator(".item[data-effort]").evaluate_all(
            """items => items.map((item) => [item.id.replace("act-", ""),
                [...item.querySelectorAll(".ref-number")].map((number) => number.textContent)])"""
        )
        assert shown == expected
        groups = page.locator("[data-trick]").evaluate_all("items => items.map(i => [i.dataset.trick, i.id])")
        assert groups == [[trick.slug, f"trick-{number}"] for number, trick in enumerate(ordered, start=1)]


def test_the_address_goes_round_and_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _keep(page, ["kickbacks", "rent-or-buy"], ["put-it-in-the-annex"])
    page.goto("en/checklists/mine/")
    own = re.compile(r"/en/checklists/mine/\?t=kickbacks,rent-or-buy&c=put-it-in-the-annex$")
    expect(page).to_have_url(own)
    chosen = _chosen(page)
    assert len(chosen) == 3
    page.reload()
    expect(page.locator(".chosen-list a")).to_have_text(chosen)
    expect(page.locator("[data-mine-foreign]")).to_be_hidden()
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("[data-copied-words]")).to_contain_text("Link copied.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    # Where copying is refused, the link is there to be taken.
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.get_by_role("button", name="Copy link").click()
    field = page.get_by_label("Copy this link:")
    expect(field).to_be_focused()
    expect(field).to_have_value(page.url)


class TestAListThatCameByAddress:
    SENT = "en/checklists/mine/?t=demo-always-works"

    @pytest.fixture
    def sent(self, page: Page) -> Page:
        _keep(page, ["kickbacks"], [])
        page.goto(self.SENT)
        expect(page.locator("[data-mine-foreign]")).to_be_visible()
        expect(page.locator(".chosen-list a")).to_have_text([_name("en", "tricks", "demo-always-works")])
        return page

    def test_it_does_not_touch_ones_own_and_goes_into_the_other_language(self, sent: Page) -> None:
        sent.locator(".item input").first.check()
        assert _kept(sent)["tricks"] == ["kickbacks"]
        assert kept(sent, "checklist.mine") is None
        expect(sent.locator(".chosen-list button:visible")).to_have_count(0)
        sent.reload()
        expect(sent.locator("[data-mine-foreign]")).to_be_visible()
        sent.get_by_role("link", name="Español").click()
        expect(sent).to_have_url(re.compile(r"/es/checklists/mine/\?t=demo-always-works$"))
        expect(sent.locator("[data-mine-foreign]")).to_be_visible()

    @pytest.mark.parametrize(
        ("answer", "kept"),
        [
            ("Keep it as my checklist", ["demo-always-works"]),
            ("Add it to mine", ["kickbacks", "demo-always-works"]),
            ("See mine instead", ["kickbacks"]),
        ],
    )
    def test_the_reader_decides(self, sent: Page, answer: str, kept: list[str]) -> None:
        sent.locator(".item input").first.check()
        sent.get_by_role("button", name=answer).click()
        expect(sent.locator("[data-mine-foreign]")).to_be_hidden()
        expect(sent.locator("#chosen")).to_be_focused()
        assert _kept(sent)["tricks"] == kept
        assert sorted(_chosen(sent)) == sorted(_name("en", "tricks", slug) for slug in kept)
        ticked = 0 if answer == "See mine instead" else 1
        sent.reload()
        expect(sent.locator(".item").first).to_be_visible()
        expect(sent.locator(".item input:checked")).to_have_count(ticked)


def test_unknown_names_in_an_old_address_are_told_and_the_rest_works(page: Page) -> None:
    page.goto("es/checklists/mine/?t=rent-or-buy,long-gone,<b>&c=never-was,put-it-in-the-annex")
    told = page.locator("[data-mine-unknown]")
    expect(told).to_contain_text("long-gone")
    expect(told).to_contain_text("never-was")
    expect(told).to_contain_text("2")
    expect(page.locator(".chosen-list a")).to_have_count(2)
    expect(page.locator(".item").first).to_be_visible()


def test_removing_keeps_the_focus_and_can_be_undone(page: Page) -> None:
    _keep(page, ["kickbacks", "rent-or-buy"], [])
    page.goto("en/checklists/mine/")
    removers = page.locator(".chosen-list").get_by_role("button")
    first = page.locator(".chosen-list a").first.inner_text()
    removers.first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-mine-status]")).to_have_text(f"Removed: {first}{full_stop(first)}")
    expect(removers).to_have_count(1)
    expect(removers.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".checklist")).to_be_hidden()
    undo = page.locator("[data-mine-undo]").get_by_role("button")
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    expect(removers).to_have_count(1)
    assert len(_kept(page)["tricks"]) == 1


def test_ticks_and_notes_are_kept_and_printed(page: Page) -> None:
    _keep(page, ["kickbacks"], ["put-it-in-the-annex"])
    page.goto("en/checklists/mine/")
    page.locator(".item input").first.check()
    page.get_by_label("Answer", exact=True).first.fill("They will send it on Monday")
    page.reload()
    expect(page.locator(".item input:checked")).to_have_count(1)
    for paper in ("A4", "Letter"):
        printed = " ".join(words_of(page.pdf(format=paper)))
        assert "They will send it on Monday" in printed
        assert "?t=kickbacks&c=put-it-in-the-annex" in printed.replace(" ", "")
        for key in ("copy_link", "export", "mine_start", "mine_chosen"):
            assert _say("en", key) not in printed


def test_without_storage_a_list_travels_in_its_address(page: Page) -> None:
    page.add_init_script(FORBIDDEN)
    page.goto("en/tricks/kickbacks/")
    page.get_by_role("button", name="Add to my checklist", exact=True).click()
    page.get_by_role("link", name="Open a list with this entry").click()
    expect(page).to_have_url(re.compile(r"/mine/\?t=kickbacks$"))
    expect(page.locator("[data-not-kept]")).to_be_visible()
    expect(page.locator(".item").first).to_be_visible()
    page.locator(".item input").first.check()
    expect(page.locator("[data-progress]")).to_contain_text("1 of")
    page.locator(".chosen-list").get_by_role("button").first.click()
    expect(page.locator(".checklist")).to_be_hidden()


def test_without_a_script_it_says_so_and_leads_to_the_meetings(plain_page: Page) -> None:
    plain_page.goto("es/checklists/mine/")
    expect(plain_page.locator("noscript .notice")).to_be_visible()
    expect(plain_page.locator('.start-list a[href$=".pdf"]:visible')).to_have_count(len(GUIDE.meetings) * 2)
    links = plain_page.locator('.start-list a:visible:not([href$=".pdf"])')
    expect(links).to_have_count(len(GUIDE.meetings))
    expect(plain_page.locator("article :is(button, input, textarea, progress):visible")).to_have_count(0)
    links.first.click()
    expect(plain_page.locator(".item").first).to_be_visible()


AWKWARD = '=1+1, "quoted"; *not* <b>bold</b>\n# second line, ñandú\n- third'


def _filled(page: Page) -> None:
    """Have the demo's checklist as one's own list, with a tick, an awkward note and a date in nine days."""
    tricks = [trick.slug for trick in GUIDE.tricks_of_meeting("demo")]
    _keep(page, tricks, [])
    page.goto("es/checklists/mine/")
    page.locator(".item input").first.check()
    page.get_by_label("Respuesta", exact=True).first.fill(AWKWARD)
    page.get_by_label("Fecha", exact=True).fill((date.today() + timedelta(days=9)).isoformat())
    page.get_by_label("Otras notas").fill("@algo más")


def _saved(page: Page, button: str) -> tuple[str, bytes]:
    if not page.locator(".export-choices").is_visible():
        page.locator(".exports summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile(button)).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def _expected_acts() -> list[tuple[str, str]]:
    acts = acts_against(GUIDE.countermeasures, GUIDE.tricks_of_meeting("demo"))
    voice = Voice(GUIDE, "es")
    return [
        (section, voice.words(act.countermeasure.check))
        for section in SECTIONS
        for act in acts
        if act.section == section
    ]


def test_what_it_saves_is_sound(page: Page, subtests: pytest.Subtests) -> None:
    _filled(page)
    with subtests.test("CSV"):
        _csv_is_sound(page)
    with subtests.test("Markdown"):
        _markdown_is_sound(page)


def _csv_is_sound(filled: Page) -> None:
    name, data = _saved(filled, "Hoja de cálculo")
    assert name == "lista-mia.csv"
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert re.search(r"(?<!\r)\n", re.sub(r'"[^"]*"', "", text)) is None
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert {len(row) for row in rows} == {9}
    steps = [row[1] for row in rows]
    assert [words for _, words in _expected_acts() if words not in steps] == []
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r")]
    noted = next(row for row in rows if "ñandú" in row[8])
    assert noted[8] == "'" + AWKWARD
    assert rows[-1][8] == "'@algo más"
    done = [row for row in rows if row[7] == "Sí"]
    assert [row[1] for row in done] == [filled.locator(".item label").first.inner_text()]


def _markdown_is_sound(filled: Page) -> None:
    name, data = _saved(filled, "Markdown")
    assert name == "lista-mia.md"
    text = data.decode("utf-8")
    tokens = MarkdownIt("commonmark").parse(text)
    headings = [tokens[i + 1].content for i, token in enumerate(tokens) if token.type == "heading_open"]
    sections = filled.locator(".checklist section:visible h2").all_inner_texts()
    assert headings == ["Mi lista", *sections, "Otras notas"]
    assert not [t for t in tokens if t.type in ("html_block", "code_block", "fence", "table_open")]
    children = [child for token in tokens for child in token.children or ()]
    assert not [child for child in children if child.type in ("html_inline", "em_open", "strong_open")]
    boxes = re.findall(r"^- \[([ x])\] ", text, flags=re.MULTILINE)
    assert len(boxes) == filled.locator(".checklist .item").count()
    assert boxes.count("x") == 1
    said = "".join(child.content for child in children if child.type == "text")
    for _, words in _expected_acts():
        assert words in said
    assert '=1+1, "quoted"; *not* <b>bold</b># second line, ñandú- third' in said


def test_a_meetings_own_page_saves_as_well(page: Page, subtests: pytest.Subtests) -> None:
    page.goto("en/checklists/demo/")
    page.get_by_label("Date", exact=True).fill("2027-01-20")
    acts = checklist_for(GUIDE, GUIDE.meetings["demo"]).acts
    first = next(act.countermeasure for act in acts if act.section == "before")
    for kind in ("Markdown", "Spreadsheet", "calendar"):
        with subtests.test(kind):
            name, data = _saved(page, kind)
            assert name.startswith("checklist-demo.")
            assert Voice(GUIDE, "en").words(first.check)[:20] in data.decode("utf-8").replace("\r\n ", "")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_data_are_lean_and_hold_every_entry(site: Path, locale: str) -> None:
    file = site / locale / "checklists/mine/data.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    assert [trick["slug"] for trick in data["tricks"]] == list(GUIDE.tricks)
    assert list(data["acts"]) == list(GUIDE.countermeasures)
    assert file.stat().st_size / (len(data["tricks"]) + len(data["acts"])) < 3000
