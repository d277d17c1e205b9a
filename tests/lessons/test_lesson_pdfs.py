"""A lesson as PDF, as somebody who prints it, cuts it apart, shows it or hears it gets it."""

import ctypes
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from scripts.derived import LESSON_PARTS
from scripts.guide import Guide, Voice
from scripts.lessons import Lesson, made_as
from scripts.lessons.role_cards import Card, role_cards
from scripts.options import load_checked
from scripts.texts.localized import BlockText, InlineText, Name, Summary
from tests.made_guide import press, small_guide
from tests.printed import SIZES, assert_says_what_it_is, squeezed, texts_of
from tests.real_guide import real_guide

# What is printed is shared, so they run in one process.
pytestmark = [pytest.mark.xdist_group("lessons"), pytest.mark.thorough]

ATTACK = '#panic() "); pagebreak() $x$ @ref // #read("/etc/passwd") ]] '
LEAST_SIZE = 9
"""Points: what is read at a table, at arm's length."""
_WIDE = (842, 474)
"""Sixteen to nine, in points."""
LOCALES = real_guide().site.locales


def _lesson(locale: str, phase: str = "pricing") -> Lesson:
    return Lesson(Voice(real_guide(), locale), real_guide().phases[phase])


@cache
def _made(locale: str, part: str, paper: str) -> bytes:
    return made_as(part, paper, _lesson(locale), press())


def _sizes(pdf: bytes) -> set[tuple[int, int]]:
    with pypdfium2.PdfDocument(pdf) as document:
        return {(round(page.get_width()), round(page.get_height())) for page in document}


def _cells(pdf: bytes) -> tuple[list[str], float]:
    """Return the words of each of the eight cells of a sheet, row by row, and the size of the smallest."""
    with pypdfium2.PdfDocument(pdf) as document:
        (page,) = document
        text, found = page.get_textpage(), []
        width, height = page.get_width(), page.get_height()
        # The edges of the cards in millimetres, as the template says, in points.
        left, top, bottom = (each / 25.4 * 72 for each in (8, 11, 8))
        tall, wide = (height - top - bottom) / 4, width / 2 - left
        smallest = 100.0
        for row in range(4):
            for column in range(2):
                x, y = left + column * wide, height - top - row * tall
                found.append(text.get_text_bounded(left=x, top=y, right=x + wide, bottom=y - tall))
        for number in range(text.count_chars()):
            box = [ctypes.c_double() for _ in range(4)]
            pdfium.FPDFText_GetCharBox(text, number, *box)
            if box[3].value < height - top and not pdfium.FPDFText_IsGenerated(text, number):
                matrix = pdfium.FS_MATRIX()
                pdfium.FPDFText_GetMatrix(text, number, matrix)
                smallest = min(smallest, pdfium.FPDFText_GetFontSize(text, number) * abs(matrix.d))
        return [squeezed(each) for each in found], smallest


def _said_on(card: Card, lesson: Lesson) -> list[str]:
    say = lesson.voice.say
    named = [words for each in card.pieces for words in (say(f"lesson_card_{each.label}"), each.words)]
    return [squeezed(words) for words in (card.title, *named)]


def _in_order(words: list[str], text: str) -> bool:
    at = 0
    for each in words:
        at = text.find(each, at)
        if at < 0:
            return False
        at += len(each)
    return True


@pytest.mark.parametrize("paper", LESSON_PARTS["cards"])
def test_eight_cards_stand_on_one_sheet_each_whole_within_its_lines(paper: str) -> None:
    wrong, small = [], {}
    # Letter's cards are the lower ones; on A4 the language of longer words is enough.
    for phase in real_guide().phases:
        for locale in LOCALES if paper == "letter" else LOCALES[:1]:
            lesson = _lesson(locale, phase)
            pdf = made_as("cards", paper, lesson, press())
            assert _sizes(pdf) == {SIZES[paper]}
            cells, smallest = _cells(pdf)
            cards = role_cards(lesson)
            wrong += [
                f"{phase}, {locale}: {card.side} {card.number}: {cell}"
                for card, cell in zip(cards, cells, strict=True)
                if not _in_order(_said_on(card, lesson), cell)
            ]
            # The name of the side is a badge, and what a piece is called stands smaller above it.
            small[f"{phase}, {locale}"] = smallest
    assert wrong == []
    assert {name: size for name, size in small.items() if size < LEAST_SIZE * 0.82 - 0.01} == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_plan_tells_the_whole_lesson_on_each_paper(locale: str) -> None:
    lesson = _lesson(locale)
    say, words = lesson.voice.say, lesson.voice.words
    for paper in LESSON_PARTS["plan"]:
        pdf = _made(locale, "plan", paper)
        assert _sizes(pdf) == {SIZES[paper]}
        text = "".join(texts_of(pdf))
        timetable = [
            squeezed(each)
            for part in lesson.timetable
            for each in (f"{part.begins}–{part.ends}", say(f"lesson_part_{part.part}"))
        ]
        assert _in_order(timetable, text)
        scene, quiz = lesson.scene, lesson.quiz
        assert scene is not None
        assert quiz is not None
        told = (
            scene.aim,
            scene.table,
            scene.vendor,
            scene.buyer,
            quiz.name,
        )
        tricks = [
            text for each in lesson.taught for text in (each.trick.name, each.trick.summary, each.act.check)
        ]
        assert [each for each in map(words, (*told, *tricks)) if squeezed(each) not in text] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_plan_has_what_is_asked_and_noted_at_the_meeting_that_is_played(locale: str) -> None:
    lesson = _lesson(locale)
    meeting, words = lesson.meeting, lesson.voice.words
    assert meeting is not None
    assert (meeting.slug, bool(meeting.asked_back), bool(meeting.observed)) == ("pricing", True, True)
    wanted = [words(meeting.name)]
    wanted += [each for one in meeting.asked_back for each in (words(one.heard), words(one.answer))]
    wanted += [words(text) for one in meeting.observed for text in (one.what, *one.choices)]
    for paper in LESSON_PARTS["plan"]:
        text = "".join(texts_of(_made(locale, "plan", paper)))
        begins = text.index(squeezed(lesson.voice.say("lesson_run_talk")))
        assert _in_order([squeezed(each) for each in wanted], text[begins:])


def test_a_meeting_where_nothing_is_asked_or_noted_adds_nothing_to_the_plan() -> None:
    taught = _lesson("en", "leaving")
    assert taught.meeting is not None
    silent = taught.meeting.model_copy(update={"asked_back": [], "observed": []})
    guide = real_guide()
    quiet = replace(guide, meetings={**guide.meetings, silent.slug: silent})
    lesson = Lesson(Voice(quiet, "en"), quiet.phases["leaving"])
    text = "".join(texts_of(made_as("plan", "a4", lesson, press())))
    assert squeezed(lesson.voice.say("lesson_observed")) not in text


@pytest.mark.parametrize("locale", LOCALES)
def test_there_is_a_slide_for_each_idea_and_the_answer_stands_behind_its_question(locale: str) -> None:
    lesson, pdf = _lesson(locale), _made(locale, "slides", "screen")
    assert _sizes(pdf) == {_WIDE}
    pages = texts_of(pdf)
    assert len(pages) == len(lesson.slides)
    assert lesson.question is not None
    asking, words = lesson.question.question, lesson.voice.words
    at = next(number for number, slide in enumerate(lesson.slides) if slide.kind == "question")
    (right,) = (option for option in asking.options if option.correct)  # type: ignore[union-attr]
    assert squeezed(words(right.text)) in pages[at]
    assert squeezed(words(right.why)) not in "".join(pages[: at + 1])
    assert squeezed(words(right.why)) in pages[at + 1]
    for number, slide in enumerate(lesson.slides):
        if slide.kind == "say":
            ask = lesson.taught[slide.trick - 1].act.ask
            assert ask is not None
            assert squeezed(words(ask)) in pages[number]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_part_says_what_it_is_and_opens_at_its_headings(locale: str, tmp_path: Path) -> None:
    lesson = _lesson(locale)
    name = lesson.voice.words(lesson.phase.name)
    for part, papers in LESSON_PARTS.items():
        made = _made(locale, part, papers[0])
        (tmp_path / part).write_bytes(made)
        with pikepdf.open(tmp_path / part) as pdf:
            assert_says_what_it_is(pdf, locale, lesson.voice.say(f"lesson_{part}_title", phase=name))
        with pypdfium2.PdfDocument(made) as document:
            marks = [(mark.level, mark.get_dest().get_index()) for mark in document.get_toc()]
        assert len(marks) >= len({"plan": range(6), "slides": lesson.slides, "cards": range(8)}[part])
        assert [pages for pages in pairwise(page for _, page in marks) if pages[1] < pages[0]] == []


def _spoilt(folder: Path, words: Mapping[str, str]) -> Guide:
    guide = load_checked(small_guide(folder))
    slug, trick = next(iter(guide.tricks.items()))
    inline, block = InlineText(dict(words)), BlockText(dict(words))
    said = {"ask": inline, "proof": inline, "check": Summary(dict(words))}
    act = guide.countermeasures["act"].model_copy(update=said)
    sign = trick.warning_signs[0].model_copy(update={"text": inline})
    changed = {"name": Name(dict(words)), "image": block, "mechanism": block, "fair_side": block}
    spoilt = trick.model_copy(update={**changed, "warning_signs": [sign]})
    return replace(guide, tricks={**guide.tricks, slug: spoilt}, countermeasures={"act": act})


def test_hostile_texts_are_shown_as_their_words_and_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    guide = _spoilt(tmp_path, {"es": ATTACK, "en": ATTACK})
    lesson = Lesson(Voice(guide, "en"), next(iter(guide.phases.values())))
    for part, papers in LESSON_PARTS.items():
        made = [made_as(part, papers[-1], lesson, press()) for _ in range(2)]
        assert made[0] == made[1]
        assert "".join(texts_of(made[0])).count(squeezed(ATTACK)) >= 3


def test_the_widest_texts_that_a_guide_takes_stay_on_their_card(tmp_path: Path) -> None:
    wide = "W" * 75
    guide = _spoilt(tmp_path, {"es": wide, "en": wide})
    act = guide.countermeasures["act"]
    long = InlineText({"es": "WORD " * 200, "en": "WORD " * 200})
    acts = {"act": act.model_copy(update={"ask": long, "proof": long})}
    guide = replace(guide, countermeasures=acts)
    lesson = Lesson(Voice(guide, "en"), next(iter(guide.phases.values())))
    cells, _ = _cells(made_as("cards", "letter", lesson, press()))
    on_cards = zip(role_cards(lesson), cells, strict=False)
    assert [card for card, cell in on_cards if not _in_order(_said_on(card, lesson), cell)] == []
    assert len(texts_of(made_as("slides", "screen", lesson, press()))) == len(lesson.slides)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("paper", LESSON_PARTS["plan"])
def test_the_play_stands_on_one_page_of_the_plan(locale: str, paper: str) -> None:
    # In both languages its frame or its steps once went over to the next page.
    for phase in ("buying", "using"):
        lesson = _lesson(locale, phase)
        pages = texts_of(made_as("plan", paper, lesson, press()))
        begins, ends = (squeezed(lesson.voice.say(key)) for key in ("lesson_card_table", "lesson_run_talk"))
        (first,) = (number for number, page in enumerate(pages) if begins in page)
        (last,) = (number for number, page in enumerate(pages) if ends in page)
        assert first == last, phase
        assert len(pages) == 3
