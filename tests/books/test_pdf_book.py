"""The handbook as PDF, as somebody who prints it, leafs through it or hears it gets it."""

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import yaml
from click.testing import CliRunner

from scripts.books import Handbook, made_as
from scripts.books.pdf_book import source_of
from scripts.cli import main
from scripts.guide.voice import Voice
from scripts.options import load_checked
from scripts.paper import Press
from scripts.problems import Problem
from scripts.texts import markdown as texts
from scripts.texts.localized import BlockText, Name, Text
from tests.books.made_book import ATTACK, FILLED_IN, LOCALE, NOTED, made_book
from tests.made_guide import ADDRESS, FILES, TRICKS, press, small_guide, write
from tests.printed import SIZES, squeezed, texts_of
from tests.real_guide import real_guide
from tests.throwaway import throwaway

# The book is set once for the tests that read it, so they run in one process.
MILLIMETRE = 72 / 25.4
pytestmark = [pytest.mark.xdist_group("books"), pytest.mark.thorough]


@cache
def _pdf() -> bytes:
    return made_as("a4", made_book(), press())


def _bookmarks(pdf: bytes) -> dict[str, int]:
    """Return the number of the page at which each bookmark opens, by its title."""
    with pypdfium2.PdfDocument(pdf) as document:
        found: dict[str, int] = {}
        for mark in document.get_toc():
            opens = mark.get_dest()
            assert opens is not None
            # The caption of a clause may be the name of something that stands before it.
            found.setdefault(mark.get_title(), int(opens.get_index()) + 1)
        return found


def _said(book: Handbook, text: Text) -> str:
    return squeezed(texts.words(book.voice.words(text)))


def test_every_entry_is_in_it_and_each_countermeasure_once() -> None:
    book, pages = made_book(), texts_of(_pdf())
    whole = "".join(pages)
    missing = [
        f"{entry.slug}: {path}"
        for entry in book.guide.citing()
        for path, text in entry.texts()
        if path[0] not in ("aliases", "quiz", "picture", "sources", "ask_in_writing")
        and _said(book, text) not in whole
    ]
    assert missing == []
    marks = _bookmarks(_pdf())
    for act in book.guide.countermeasures.values():
        assert _said(book, act.name) in pages[marks[book.voice.words(act.name)] - 1]
    for word in (each.word for words in book.words.values() for each in words):
        assert squeezed(word) in whole


def _path(pdf: bytes) -> Path:
    file = throwaway("pdf-") / "book.pdf"
    file.write_bytes(pdf)
    return file


def test_bookmarks_open_the_page_on_which_their_title_stands() -> None:
    book, pages, marks = made_book(), texts_of(_pdf()), _bookmarks(_pdf())
    assert [title for title, page in marks.items() if squeezed(title) not in pages[page - 1]] == []
    names = [book.voice.words(trick.name) for trick in book.guide.tricks.values()]
    phases = [book.voice.words(phase.name) for phase in book.phases.values()]
    chapters = ("book_contents", "book_use", "countermeasures_title", "book_sheets", "clauses_title")
    indexes = ("glossary_title", "sources_title", "book_signs", "book_words")
    expected = {*names, *phases, *(book.voice.say(key) for key in (*chapters, *indexes))}
    assert expected <= marks.keys()


def test_page_numbers_in_the_text_are_those_of_the_pages() -> None:
    book, pages, marks = made_book(), texts_of(_pdf()), _bookmarks(_pdf())
    for trick in book.guide.tricks.values():
        name = book.voice.words(trick.name)
        whole = "".join(pages[marks[name] - 1 :][:3])
        for slug in trick.countermeasures:
            at = marks[book.voice.words(book.guide.countermeasures[slug].name)]
            assert squeezed(book.voice.say("book_page", page=at)) in whole
        contents = pages[marks[book.voice.say("book_contents")] - 1]
        assert f"{squeezed(name)}{marks[name]}" in contents
        assert f"{squeezed(name)},{marks[name]}" in pages[-1]
        # The number at the foot is the one by which the page is found.
        assert str(marks[name]) in re.findall(r"\d+", pages[marks[name] - 1])


def test_the_number_printed_at_the_foot_of_each_page_is_that_of_its_sheet() -> None:
    with pypdfium2.PdfDocument(_pdf()) as document:
        printed = {}
        for number, page in enumerate(document, start=1):
            width = page.get_width()
            found = page.get_textpage().get_text_bounded(left=0, bottom=0, right=width, top=15 * MILLIMETRE)
            printed[number] = re.findall(r"\d+", found)
    # The cover and what stands behind it have none, nor has a page left empty.
    shown = {number: found for number, found in printed.items() if number > 2 and found}
    assert len(shown) > len(printed) / 2
    assert shown == {number: [str(number)] for number in shown}


def test_the_number_of_a_page_is_as_wide_whatever_its_figures() -> None:
    """A text once was a line longer for `74` than for `72`: the pages after it never settled."""
    said = re.escape(made_book().voice.say("book_page", page="\0")).replace("\0", r"(\d+)")
    with pypdfium2.PdfDocument(_pdf()) as document:
        widths = []
        for page in document:
            words = page.get_textpage()
            for found in re.finditer(said, words.get_text_range()):
                boxes = [words.get_charbox(at, loose=True) for at in range(*found.span(1))]
                size = boxes[0][3] - boxes[0][1]
                widths += [(box[2] - box[0]) / size for box in boxes]
    # A 1 of its own width is a third narrower.
    assert max(widths) < 1.1 * min(widths)


def _first_sheet() -> tuple[int, int]:
    """Return the number of the page that lists the sheets and that of the first sheet."""
    opens = _bookmarks(_pdf())[made_book().voice.say("book_sheets")]
    return opens, opens + 1


def test_the_signs_of_a_sheet_stand_below_its_last_step() -> None:
    with pypdfium2.PdfDocument(_pdf()) as document:
        words = document[_first_sheet()[1] + 2].get_textpage()
        found = words.search(made_book().voice.say("signs_to_watch")).get_next()
        assert found is not None
        heading = found[0]
        before = next(at for at in range(heading - 1, 0, -1) if words.get_text_range(at, 1).strip())
        top_of_heading, foot_of_step = words.get_charbox(heading)[3], words.get_charbox(before)[1]
        assert top_of_heading < foot_of_step


def test_it_is_tagged_and_fit_to_be_bound() -> None:
    with pikepdf.open(_path(_pdf())) as pdf:
        root = pdf.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == LOCALE
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        kinds = [str(node.S) for node in pdf.objects if isinstance(node, pikepdf.Dictionary) and "/S" in node]
        alts = [
            str(node.Alt) for node in pdf.objects if isinstance(node, pikepdf.Dictionary) and "/Alt" in node
        ]
        assert {"/H1", "/H2", "/L", "/Figure", "/Link", "/TOC"} <= set(kinds)
        boxes = [pikepdf.Page(page).mediabox for page in pdf.pages]
        sizes = {(round(float(box[2])), round(float(box[3]))) for box in boxes}
        assert sizes == {SIZES["a4"]}
    assert all(alts)
    marks = _bookmarks(_pdf())
    chapters = [made_book().voice.words(phase.name) for phase in made_book().phases.values()]
    assert [title for title in chapters if marks[title] % 2 == 0] == []


def _boxes(pdf: bytes, page: int) -> list[tuple[float, float, float, float]]:
    """Return the left, bottom, right and top of each run of words on a page."""
    with pypdfium2.PdfDocument(pdf) as document:
        words = document[page].get_textpage()
        return [words.get_rect(number) for number in range(words.count_rects())]


def test_no_line_of_a_sheet_is_printed_over_another() -> None:
    sheet = _bookmarks(_pdf())[made_book().voice.say("book_sheets")] + 1
    boxes = _boxes(_pdf(), sheet)
    over = [
        (one, other)
        for number, one in enumerate(boxes)
        for other in boxes[:number]
        if min(one[2], other[2]) > max(one[0], other[0]) and min(one[3], other[3]) > max(one[1], other[1])
    ]
    assert len(boxes) > 10
    assert over == []


def test_sheets_are_listed_and_the_two_pages_for_the_table_face_each_other() -> None:
    book, pages = made_book(), texts_of(_pdf())
    opening, sheet = _first_sheet()
    (checklist,) = book.checklists
    name = squeezed(book.voice.words(checklist.meeting.name))
    assert name in pages[opening - 1]
    assert squeezed(book.voice.say("book_page", page=sheet)) in pages[opening - 1]
    assert sheet % 2 == 0
    assert squeezed(book.voice.say("book_sheet_for_table")) in pages[sheet - 1]


def test_a_page_left_empty_before_a_chapter_bears_no_word() -> None:
    pages, marks = texts_of(_pdf()), _bookmarks(_pdf())
    chapters = {marks[made_book().voice.words(phase.name)] for phase in made_book().phases.values()}
    empty = [number for number, words in enumerate(pages, start=1) if not words]
    assert empty
    assert [number for number in empty if number + 1 in chapters]


def test_a_sheet_has_what_is_answered_noted_filled_in_and_recorded_there() -> None:
    _, sheet = _first_sheet()
    pages = texts_of(_pdf())
    for part, told in (
        (pages[sheet - 1 : sheet + 1], (*NOTED[2:], *FILLED_IN[:-1])),
        (pages[sheet + 2 : sheet + 4], (*NOTED[:2], FILLED_IN[-1])),
    ):
        places = ["".join(part).find(squeezed(words)) for words in told]
        assert -1 not in places
        assert places == sorted(places)
    with pikepdf.open(_path(_pdf())) as pdf:
        kinds = [str(node.S) for node in pdf.objects if isinstance(node, pikepdf.Dictionary) and "/S" in node]
    # Two of the meeting's own table, four of what was promised.
    assert kinds.count("/TH") == 6


def test_what_the_buyer_would_accept_stands_on_no_page_for_the_table() -> None:
    book, (_, sheet), pages = made_book(), _first_sheet(), texts_of(_pdf())
    private = ("sheet_for_you", "good_answer", "sheet_asked_back", "signs_to_watch", "sheet_record")
    words = [squeezed(book.voice.say(each)) for each in private]
    table, alone = "".join(pages[sheet - 1 : sheet + 1]), "".join(pages[sheet + 2 : sheet + 4])
    assert [each for each in words if each in table] == []
    assert [each for each in words if each not in alone] == []


def test_no_leaf_has_the_table_on_one_side_and_on_the_other_what_is_for_the_buyer_alone(
    tmp_path: Path,
) -> None:
    folder = small_guide(tmp_path / "guide")
    meeting = FILES["content/meetings/demo.yml"]
    assert isinstance(meeting, dict)
    vendors = dict(enumerate(("present", "absent", "present"), start=2))
    for file in (folder / "tricks").rglob("*.yml"):
        trick = yaml.safe_load(file.read_text("utf-8"))
        write(file, json.dumps({**trick, "meetings": ["demo", *(f"meeting-{each}" for each in vendors)]}))
    for number, vendor in vendors.items():
        name = {"es": f"Reunión {number}", "en": f"Meeting {number}"}
        more = {**meeting, "name": name, "order": number, "vendor": vendor}
        write(folder / f"content/meetings/meeting-{number}.yml", json.dumps(more))
    book = Handbook(Voice(load_checked(folder), LOCALE), ADDRESS)
    pages = dict(enumerate(texts_of(made_as("a4", book, press())), start=1))

    def bearing(*keys: str) -> set[int]:
        words = [squeezed(book.voice.say(key)) for key in keys]
        return {number for number, page in pages.items() if any(each in page for each in words)}

    table = bearing("book_sheet_for_table", "promises_heard")
    alone = bearing("sheet_for_you", "sheet_for_own", "good_answer", "signs_to_watch") & {
        *range(min(table), 99)
    }
    assert len(table) == 6
    assert len(alone) >= 4
    leaves = {number + number % 2 for number in table}
    assert [number for number in alone if number + number % 2 in leaves] == []


def test_of_a_sheet_the_answers_stand_apart_from_the_questions_in_the_whole_guide() -> None:
    guide = real_guide()
    for locale in guide.site.locales:
        book = Handbook(Voice(guide, locale), ADDRESS)
        source = source_of(book, "a4", press())
        shared = source[
            source.index('#chapter("chapter-sheets"') : source.index('#chapter("chapter-clauses"')
        ]
        parts = shared.split(book.voice.say("book_sheet_for_table"))[1:]
        assert len(parts) == sum(each.vendor != "absent" for each in guide.meetings.values())
        table = [part[: part.index(book.voice.say("sheet_for_you"))] for part in parts]
        for label in ("good_answer", "if_refused", "sheet_first"):
            said = book.voice.say(label, numbers="") if label == "sheet_first" else book.voice.say(label)
            assert [part[:200] for part in table if said.strip() in part] == []


def test_what_is_no_chapter_leads_to_the_site() -> None:
    """A page of tools is nowhere in the book: Typst once refused the whole book for a link to one."""
    guide = real_guide()
    lost = []
    for locale in guide.site.locales:
        book = Handbook(Voice(guide, locale), ADDRESS)
        told = [preface.page.body for preface in book.prefaces]
        told += [book.voice.words(text) for entry in guide.entries() for _, text in entry.texts()]
        named = {found for words in told for found in texts.references(words) if found[0] == "page"}
        assert named
        source = source_of(book, "a4", press())
        places = {place for kind, name in named if (place := book.resolve(kind, name))}
        assert "chapter-clauses" in places
        lost += [place for place in places if f'#chapter("{place}"' not in source]
    assert lost == []


def test_a_question_for_ones_own_team_is_told_from_one_for_the_vendor() -> None:
    book = made_book()
    act = book.guide.countermeasures["act"].model_copy(update={"ask_of": "team"})
    guide = replace(book.guide, countermeasures={"act": act})
    label = squeezed(f"{book.voice.say('ask_aloud')} · {book.voice.say('questions_of_team')}")
    made = made_as("a4", Handbook(Voice(guide, LOCALE), ADDRESS), press())
    # Once where the countermeasure stands, once on the sheet's page for the buyer alone.
    assert "".join(texts_of(made)).count(label) == 2
    assert label not in "".join(texts_of(_pdf()))


def test_hostile_texts_print_as_their_words_and_the_same_data_give_the_same_bytes() -> None:
    book = made_book()
    slug, trick = next(iter(book.guide.tricks.items()))
    hostile = BlockText({LOCALE: ATTACK})
    spoilt = trick.model_copy(update={"name": Name({LOCALE: ATTACK}), "cost": hostile, "mechanism": hostile})
    guide = replace(book.guide, tricks={**book.guide.tricks, slug: spoilt})
    made = [made_as("letter", Handbook(Voice(guide, LOCALE), ADDRESS), press()) for _ in range(2)]
    assert made[0] == made[1]
    assert "".join(texts_of(made[0])).count(squeezed(ATTACK)) >= 4


def test_each_trick_begins_on_the_first_of_two_facing_pages_and_one_that_takes_more_is_told() -> None:
    guide = made_book().guide
    slugs = [trick.slug for phase in guide.phases for trick in guide.tricks_of_phase(phase)]
    tricks = {**guide.tricks}
    paragraphs = "\n\n".join(["A line."] * 400)
    long = BlockText.model_validate(dict.fromkeys(guide.site.locales, paragraphs))
    tricks[slugs[0]] = tricks[slugs[0]].model_copy(update={"mechanism": long})
    told: list[Problem] = []
    book = Handbook(Voice(replace(guide, tricks=tricks), LOCALE), ADDRESS)
    pdf = made_as("a4", book, press(), told.extend)
    marks = _bookmarks(pdf)
    begin = {slug: marks[book.voice.words(tricks[slug].name)] for slug in slugs}
    assert [slug for slug in slugs if begin[slug] % 2] == []
    (warned,) = told
    where = (warned.file, warned.fault.rule, warned.level)
    assert where == (tricks[slugs[0]].file, "more-than-a-spread", "warning")
    with pypdfium2.PdfDocument(pdf) as document:
        pages = int(dict(warned.fault.values)["pages"])
        assert begin[slugs[1]] - begin[slugs[0]] == pages + pages % 2 > 2
        assert len(document) > begin[slugs[1]]


def test_a_last_page_with_only_a_few_lines_is_told() -> None:
    page = made_book().guide.pages["about"][LOCALE]
    told = {}
    for lines in (30, 40, 50):
        body = "\n\n".join(["A line."] * lines)
        pages = {"about": {LOCALE: replace(page, body=body)}}
        found: list[Problem] = []
        book = Handbook(Voice(replace(made_book().guide, pages=pages), LOCALE), ADDRESS)
        made_as("a4", book, press(), found.extend)
        told[lines] = [each.fault.rule for each in found]
    # On one page; on the next as well, where two of them stand; where a dozen do.
    assert told == {30: [], 40: ["few-lines-on-a-page"], 50: []}


def test_the_command_tells_of_it_and_does_not_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small_guide(tmp_path / "guide")
    pages = ((5, 8), (10, 11), (12, 12))
    endings = [(3, 4, 21.5), (5, 5, 21.5), (6, 9, 120.0)]
    answer = json.dumps([[[slug, *each] for slug, each in zip(TRICKS, pages, strict=True)], endings])
    monkeypatch.setattr(Press, "typeset_and_asked", lambda *given: (b"%PDF-", answer))
    asked = ["book", "--root", str(root), "--out", str(tmp_path / "out"), "--locale", "es", "--format", "pdf"]
    told = CliRunner().invoke(main, [*asked, "--paper", "a4", "--lang", "en"])
    assert told.exit_code == 0, told.output
    file = load_checked(root).tricks[TRICKS[0]].file
    assert f"{file}:1:1: warning: takes 4 pages of the handbook (es, a4)" in told.stderr
    few = "page 4 of the handbook (es, a4) holds only the last few lines of a chapter"
    assert f"content/site.yml:1:1: warning: {few}" in told.stderr
    assert "Errors: 0. Warnings: 2." in told.stderr
    assert len([*(tmp_path / "out").iterdir()]) == 1


def test_a_language_from_right_to_left_is_set_and_bound_from_its_side(tmp_path: Path) -> None:
    folder = small_guide(tmp_path / "guide")
    words = "language: العربية\ndirection: rtl\nwords:\n  site_name: منتبه\n  book_page: صفحة {page}\n"
    write(folder / "content/ui/ug.yml", words)
    site = FILES["content/site.yml"]
    write(folder / "content/site.yml", json.dumps({**site, "locales": ["es", "en", "ug"]}))  # type: ignore[dict-item]
    book = Handbook(Voice(load_checked(folder), "ug"), ADDRESS)
    with pikepdf.open(_path(made_as("a4", book, press()))) as pdf:
        assert str(pdf.Root.Lang) == "ug"
        assert pdf.Root.ViewerPreferences.Direction == "/R2L"
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"


def test_what_is_asked_first_is_named_by_its_number_on_the_page_for_the_buyer_alone(tmp_path: Path) -> None:
    folder = small_guide(tmp_path / "guide")
    for file in (folder / "tricks").rglob("*.yml"):
        trick = yaml.safe_load(file.read_text("utf-8"))
        write(file, json.dumps({**trick, "countermeasures": ["act", "other-act"]}))
    act, meeting = FILES["content/countermeasures/act.yml"], FILES["content/meetings/demo.yml"]
    assert isinstance(act, dict)
    assert isinstance(meeting, dict)
    asked = {"es": "¿Y qué más?", "en": "And what else?"}
    named = {"name": {"es": "El otro acto", "en": "The other act"}, "ask": asked, "clause": asked}
    write(folder / "content/countermeasures/other-act.yml", json.dumps({**act, **named}))
    both = {"short": ["act", "other-act"], "first": ["other-act", "act"]}
    write(folder / "content/meetings/demo.yml", json.dumps({**meeting, **both}))
    book = Handbook(Voice(load_checked(folder), LOCALE), ADDRESS)
    pages = texts_of(made_as("a4", book, press()))
    told = squeezed(book.voice.say("sheet_first", numbers="2, 1"))
    (at,) = [number for number, words in enumerate(pages) if told in words]
    assert squeezed(book.voice.say("sheet_for_you")) in pages[at]
    assert squeezed("1“A text.”2“And what else?”") in pages[at - 3]


def test_where_the_site_is_published_the_book_names_its_address_beside_what_is_only_there() -> None:
    guide = real_guide()
    for locale in guide.site.locales:
        source = source_of(Handbook(Voice(guide, locale), "https://guide.test.org/"), "a4", press())
        training = source[source.index('#chapter("page-training"') :]
        assert f'link("https://guide.test.org/{locale}/"' in training[: training.index("#ends")]


def test_where_the_sites_address_is_not_known_the_book_says_whom_to_ask() -> None:
    guide = real_guide()
    for locale in guide.site.locales:
        voice = Voice(guide, locale)
        known, unknown = (
            source_of(Handbook(voice, address), "a4", press())
            for address in ("https://guide.test.org/", "https://guide.example/")
        )
        assert [voice.say("book_no_address") in source for source in (known, unknown)] == [False, True]
        assert [voice.say("book_newest") in source for source in (known, unknown)] == [True, False]
        # What is said to be on the site leads to those words, by the number of their page.
        assert ['std.label("imprint")' in source for source in (known, unknown)] == [False, True]


def test_a_clause_is_named_wherever_the_book_sends_to_it(tmp_path: Path) -> None:
    folder = small_guide(tmp_path / "guide")
    act = FILES["content/countermeasures/act.yml"]
    assert isinstance(act, dict)
    told = {"es": "Lea [el texto](clause:act).", "en": "Read [the wording](clause:act)."}
    caption = {"es": "Un rótulo", "en": "A caption"}
    named = {**act, "name": {"es": "El acto", "en": "The act"}, "how": told, "clause_caption": caption}
    write(folder / "content/countermeasures/act.yml", json.dumps(named))
    book = Handbook(Voice(load_checked(folder), LOCALE), ADDRESS)
    pdf = made_as("a4", book, press())
    whole, marks = "".join(texts_of(pdf)), _bookmarks(pdf)
    at = book.voice.say("book_page", page=marks["A caption"])
    assert squeezed(f"Read the wording (A caption, {at}).") in whole
    assert squeezed(f"{book.voice.say('book_clause_at')} A caption, {at}") in whole
    back = book.voice.say("book_page", page=marks["The act"])
    assert squeezed(f"{book.voice.say('book_clause_of')} The act, {back}") in whole


def test_a_table_a_list_and_the_last_line_of_a_countermeasure_stand_where_what_they_belong_to_does(
    tmp_path: Path,
) -> None:
    folder = small_guide(tmp_path / "guide")
    act = FILES["content/countermeasures/act.yml"]
    assert isinstance(act, dict)
    acts = [f"act-{number:02}" for number in range(60)]
    for number, slug in enumerate(acts):
        name = {"es": f"Acto {number}", "en": f"Deed {number}"}
        how = (
            "\n\n".join(["A line."] * (number * 7 % 11 + 1))
            + f"\n\nWhat leads on {number:02}:\n\n- Led to {number:02}"
        )
        told = {"how": {"es": how, "en": how}, "proof": {"es": f"Prueba {number}", "en": f"Proof {number}"}}
        write(folder / f"content/countermeasures/{slug}.yml", json.dumps({**act, "name": name, **told}))
    for file in (folder / "tricks").rglob("*.yml"):
        trick = yaml.safe_load(file.read_text("utf-8"))
        write(file, json.dumps({**trick, "countermeasures": ["act", *acts]}))
    rows = [f"| Row {table} of {row} |" for table in range(8) for row in range(12)]
    tables = ["\n".join(["| Head |", "|---|", *rows[table * 12 :][:12]]) for table in range(8)]
    body = "\n\n".join(f"{tables[table]}\n\n" + "More.\n\n" for table in range(8))
    for locale in ("es", "en"):
        write(
            folder / f"content/pages/{locale}/long.md", f"---\ntitle: Long\ndescription: Long.\n---\n\n{body}"
        )
    book = Handbook(Voice(load_checked(folder), LOCALE), ADDRESS)
    pages = texts_of(made_as("a4", book, press()))
    together = [
        ("Row {0} of 0", "Row {0} of 11", range(8)),
        ("What leads on {0:02}:", "Led to {0:02}", range(60)),
    ]
    apart = [
        (first.format(number), number)
        for first, last, numbers in together
        for number in numbers
        if not any(
            squeezed(first.format(number)) in page and squeezed(last.format(number)) in page for page in pages
        )
    ]
    assert apart == []
    heads = [page.removeprefix(squeezed(book.voice.say("countermeasures_title"))) for page in pages]
    lone = (book.voice.say("against"), book.voice.say("book_clause_at"))
    assert [head[:40] for head in heads if head.startswith(tuple(map(squeezed, lone)))] == []
