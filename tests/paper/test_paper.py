"""The PDFs of the checklists, as a buyer, a printer and a screen reader get them."""

import functools
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise, product
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest

from scripts.derived.checklist import Act
from scripts.derived.paper_names import FIRST_PAPER, PAPERS, form_paths, sheet_paths
from scripts.guide.voice import Voice
from scripts.guide.whole import Guide
from scripts.options import load_checked
from scripts.paper import printing as paper
from scripts.paper.fonts import print_fonts
from scripts.paper.sheets import Sheet, all_sheets
from scripts.places import FALLBACK_FONTS, FONTS
from scripts.texts import markdown as texts
from scripts.texts.localized import Text
from tests.built_site import ADDRESS, page_at, parsed, sample_guide
from tests.fonts import site_fonts
from tests.printed import assert_says_what_it_is, faults_of_papers, path_of, squeezed, texts_of, words_of

# Each PDF is read once, so the tests that share them run in one process.
pytestmark = [pytest.mark.xdist_group("paper"), pytest.mark.thorough]

GUIDE = sample_guide()
SHEETS = {path_of(sheet): sheet for sheet in all_sheets(GUIDE)}


@functools.cache
def _pages(file: Path) -> list[str]:
    # Not PDFium, which tells what stands at one height in an order of its own.
    return [squeezed(page.extract_text()) for page in pypdf.PdfReader(file).pages]


@functools.cache
def _count(file: Path) -> int:
    with pypdfium2.PdfDocument(file) as document:
        return len(document)


@pytest.fixture(scope="module")
def press() -> paper.Press:
    """A press with the site's fonts."""
    return paper.Press(site_fonts(), ADDRESS)


def _words(sheet: Sheet, text: Text) -> str:
    return squeezed(texts.words(sheet.voice.words(text)))


def _printed(sheet: Sheet, act: Act) -> Iterator[str]:
    """Yield what must stand together.

    On the long list: an act's number on the meeting sheet with its line, question, good answer, what to do
    without one, and clause.
    """
    entry = act.countermeasure
    asked = [each.countermeasure.slug for each in sheet.whole.short.spoken if sheet.form == "full"]
    number = str(1 + asked.index(entry.slug)) if entry.slug in asked else ""
    yield number + _words(sheet, entry.check)
    if sheet.form == "full":
        told = (entry.ask, entry.proof, entry.if_refused, entry.clause)
        yield from (_words(sheet, text) for text in told if text)


def test_the_page_links_every_pdf(site: Path) -> None:
    faults = []
    for locale, meeting in product(GUIDE.site.locales, GUIDE.meetings.values()):
        paths = {path for papers in sheet_paths(meeting).values() for path in papers.values()}
        assert len(paths) == 2 * len(PAPERS)
        paths |= {path for papers in form_paths(meeting).values() for path in papers.values()}
        links = page_at(site, locale, "checklists", meeting.slug).css("a[type='application/pdf']")
        missing = {f"../../{path}" for path in paths} ^ {str(node.attributes["href"]) for node in links}
        faults += [f"{locale}: {meeting.slug}: {path}" for path in missing]
    assert faults == []


def test_every_link_to_a_pdf_says_how_many_pages_it_has(site: Path) -> None:
    faults = []
    for locale in GUIDE.site.locales:
        voice = Voice(GUIDE, locale)
        for file in sorted((site / locale).rglob("index.html")):
            for link in parsed(file).css("a[type='application/pdf']"):
                pdf = (file.parent / str(link.attributes["href"])).resolve()
                count = _count(pdf)
                if voice.say("paper_pages", count=count) not in link.text():
                    faults.append(f"{file.relative_to(site)}: {link.text()}: {count}")
    assert faults == []


def test_it_is_the_same_on_each_paper_and_the_short_one_is_a_sheet_and_a_page_of_ones_own(
    site: Path, subtests: pytest.Subtests
) -> None:
    for path, sheet in SHEETS.items():
        with subtests.test(path):
            assert faults_of_papers(site, sheet) == []
            if sheet.form == "short":
                sides = (2 if sheet.entry.vendor == "absent" else 3) + bool(sheet.entry.record)
                assert len(texts_of(site / path)) == sides


def test_it_is_tagged_as_pdf_ua_asks(site: Path, subtests: pytest.Subtests) -> None:
    for path, sheet in SHEETS.items():
        with subtests.test(path):
            _is_tagged(site / path, sheet)


def _is_tagged(file: Path, sheet: Sheet) -> None:
    """ISO 14289-1: 5 identification, 7.1 title and tags, 7.2 language, 7.18 tab order, 7.21 fonts."""
    title = sheet.voice.say("checklist_for", meeting=sheet.voice.words(sheet.checklist.meeting.name))
    with pikepdf.open(file) as pdf:
        assert_says_what_it_is(pdf, sheet.voice.locale, title)
        assert pdf.docinfo["/Title"] == title
        for page in pdf.pages:
            assert "/Annots" not in page or page.Tabs == "/S"
            for font in page.Resources.Font.values():
                descriptor = font.DescendantFonts[0].FontDescriptor
                assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
                assert "/ToUnicode" in font
        elements = list(_elements(pdf.Root.StructTreeRoot))
    kinds = [kind for kind, _ in elements]
    assert kinds.count("/H1") == 1
    levels = [int(kind[2]) for kind in kinds if re.fullmatch(r"/H\d", kind)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    if sheet.form == "full":
        named = sum(1 for phases in sheet.checklist.parts.values() for phase in phases if phase)
        assert kinds.count("/H3") + kinds.count("/H4") == sheet.checklist.size + named
    else:
        assert kinds.count("/H4") == sheet.checklist.size
    assert [alt for kind, alt in elements if kind == "/Figure"] == [
        sheet.voice.say("qr_alt", address=_address(sheet))
    ]
    own_people_only = sheet.entry.vendor == "absent"
    noted = {"full": 0, "short": 3 if own_people_only else 4}[sheet.form]
    own = len(sheet.entry.grid.columns) if sheet.entry.grid and sheet.form == "short" else 0
    assert kinds.count("/TH") == noted + own


def _elements(node: pikepdf.Object) -> Iterator[tuple[str, str]]:
    """Yield each element below `node` with its kind and its alternative text, in reading order."""
    kids: object = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid.S), str(kid.get("/Alt", ""))
            yield from _elements(kid)


def _address(sheet: Sheet) -> str:
    return f"{ADDRESS}{sheet.voice.locale}/checklists/{sheet.checklist.meeting.slug}/"


def test_it_reads_in_order_and_says_each_thing_once(site: Path, subtests: pytest.Subtests) -> None:
    for path, sheet in SHEETS.items():
        with subtests.test(path):
            _reads_in_order(site / path, sheet)


def _reads_in_order(file: Path, sheet: Sheet) -> None:
    say, checklist = sheet.voice.say, sheet.checklist
    text = "".join(_pages(file))
    order = [_words(sheet, checklist.meeting.name)]
    fields = ["date", "vendor", "people"]
    if checklist.meeting.vendor == "absent":
        fields.remove("vendor")
    order += [squeezed(say(f"field_{field}")) for field in fields]
    signs = [squeezed(say("signs_to_watch"))]
    for chosen in checklist.signs:
        # On the short list a sign stands without the name of what it may lead to.
        named = [_words(sheet, chosen.trick.name)] if sheet.form == "full" else []
        signs += [_words(sheet, chosen.sign.text), *named]
    if sheet.form == "short":
        order += signs  # What stands on which of its sides is in `test_short_sheet`.
    else:
        for part in ("before", "ask", "also", "signs", "after", "if_needed"):
            order += signs if part == "signs" else []
            phases = checklist.parts.get(part, {})  # type: ignore[call-overload]
            if part == "ask" and checklist.first:
                numbers = ", ".join(str(number) for number, _ in checklist.first)
                order.append(squeezed(say("sheet_first", numbers=numbers)))
            for phase, acts in phases.items():
                order += [_words(sheet, GUIDE.phases[phase].name)] if phase else []
                order += [words for act in acts for words in _printed(sheet, act)]
    place = 0
    for words in order:
        found = text.find(words, place)
        assert found >= 0, f"missing or out of order: {words}"
        place = found + len(words)
    for act in checklist.acts:
        assert text.count(_words(sheet, act.countermeasure.check)) == 1


def test_nothing_is_torn_apart(site: Path, subtests: pytest.Subtests) -> None:
    for path, sheet in SHEETS.items():
        with subtests.test(path):
            _is_not_torn(site / path, sheet)


def _is_not_torn(file: Path, sheet: Sheet) -> None:
    """An act stands whole on one page, and no heading is the last thing of one."""
    pages = _pages(file)
    for act in sheet.checklist.acts:
        assert any(all(words in page for words in _printed(sheet, act)) for page in pages)
    parts = sheet.checklist.parts if sheet.form == "full" else ()
    headings = [sheet.voice.say(f"section_{part}") for part in parts]
    headings += [sheet.voice.say("signs_to_watch"), sheet.voice.say("paper_signs_intro")]
    if sheet.form == "full":
        headings += [sheet.voice.say("asked_on_sheet"), sheet.voice.say("asked_by_phase")]
        for heading, block in _blocks(sheet):
            assert any(all(words in page for words in (heading, *block)) for page in pages)
    headings += [sheet.voice.words(GUIDE.phases[trick.phase].name) for trick in sheet.checklist.tricks]
    for number, page in enumerate(pages, start=1):
        of = sheet.voice.say("page_of", page=number, pages=len(pages))
        address = _address(sheet).removeprefix("https://").rstrip("/")
        footer = squeezed(address + of)
        if sheet.form == "short" and number < 3 and sheet.checklist.meeting.vendor != "absent":
            # What lies open on the table says instead of its number which of its sides it is.
            side = "sheet_for_table" if number == 1 else "sheet_for_table_back"
            footer = squeezed(sheet.voice.say(side) + address)
        assert page.endswith(footer)
        body = page.removesuffix(footer)
        assert len(body) > 100, "a page with next to nothing on it"
        assert not any(body.endswith(squeezed(heading)) for heading in headings)


def _blocks(sheet: Sheet) -> Iterator[tuple[str, list[str]]]:
    """Yield the heading of what stands whole beside the acts of a long list, and its words."""
    say, meeting = sheet.voice.say, sheet.entry
    if meeting.asked_back:
        told = [words for one in meeting.asked_back for words in (one.heard, one.answer)]
        yield squeezed(say("sheet_asked_back")), [_words(sheet, text) for text in told]
    signs = [_words(sheet, chosen.sign.text) for chosen in sheet.checklist.signs]
    yield squeezed(say("signs_to_watch")), signs
    if meeting.record:
        yield squeezed(say("sheet_record")), [_words(sheet, meeting.record)]


def test_apostrophes_are_round(site: Path) -> None:
    typed = {path: re.findall(r"\w+'\w+", " ".join(words_of(site / path))) for path in SHEETS}
    assert {path: found for path, found in typed.items() if found} == {}


def test_the_date_is_the_one_given(press: paper.Press, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = next(iter(SHEETS.values()))
    made = []
    for moment in ("86400", "86400", "172800"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
        made.append(press.print(sheet)[FIRST_PAPER])
    assert made[0] == made[1] != made[2]
    with pikepdf.open(BytesIO(made[0])) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:19700102")


def test_only_the_sites_fonts_and_those_within_typst_are_used(tmp_path: Path) -> None:
    fonts = print_fonts(FONTS, tmp_path)
    from_files = {Path(font.path or "").stem for font in fonts.fonts() if font.path}
    ours = [*FONTS.glob("*.woff2"), *FALLBACK_FONTS.glob("*.woff2")]
    assert from_files == {file.stem for file in ours}
    families = {font.family for font in fonts.fonts() if font.path}
    assert {"Literata", "Atkinson Hyperlegible Next"} < families


def test_a_language_from_right_to_left_prints(guide_folder: Path, press: paper.Press) -> None:
    (guide_folder / "content/ui/ug.yml").write_text(
        "language: العربية\ndirection: rtl\nwords:\n  field_date: التاريخ\n  site_name: منتبه\n",
        encoding="utf-8",
    )
    site = guide_folder / "content/site.yml"
    site.write_text(
        site.read_text(encoding="utf-8").replace("locales: [es, en", "locales: [es, en, ug"),
        encoding="utf-8",
    )
    guide = load_checked(guide_folder)
    sheets = [sheet for sheet in all_sheets(guide) if sheet.voice.locale == "ug"]
    assert len(sheets) == len(guide.meetings)
    (guide_folder / "ug.pdf").write_bytes(press.print(sheets[0])[FIRST_PAPER])
    with pikepdf.open(guide_folder / "ug.pdf") as pdf:
        assert str(pdf.Root.Lang) == "ug"
        assert pdf.Root.ViewerPreferences.Direction == "/R2L"
        said = {
            str(node.Lang) for node in pdf.objects if isinstance(node, pikepdf.Dictionary) and "/Lang" in node
        }
        assert GUIDE.site.default_locale in said


def test_letters_of_any_script_print(press: paper.Press, tmp_path: Path) -> None:
    sheet = next(iter(SHEETS.values()))
    odd = "演示 🚩 回 ไทย"
    meeting = sheet.checklist.meeting
    name = meeting.name.model_copy(update={"root": {sheet.voice.locale: odd}})
    changed = replace(sheet.checklist, meeting=meeting.model_copy(update={"name": name}))
    (tmp_path / "x.pdf").write_bytes(press.print(replace(sheet, checklist=changed))[FIRST_PAPER])
    assert squeezed(odd) in _pages(tmp_path / "x.pdf")[0]


def test_typst_markup_in_a_text_stays_text(press: paper.Press, guide: Guide, tmp_path: Path) -> None:
    sheet = next(iter(all_sheets(guide)))
    attack = '#panic() "); pagebreak() $x$ <label> @ref #read("/etc/passwd")'
    meeting = sheet.checklist.meeting
    name = meeting.name.model_copy(update={"root": {sheet.voice.locale: attack}})
    spoilt = replace(sheet.checklist, meeting=meeting.model_copy(update={"name": name}))
    changed = replace(sheet, checklist=spoilt)
    (tmp_path / "x.pdf").write_bytes(press.print(changed)[FIRST_PAPER])
    assert squeezed(attack) in _pages(tmp_path / "x.pdf")[0]
