"""The PDFs of the quizzes, as a trainer, a printer and a screen reader get them."""

import functools
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pikepdf
import pytest

from scripts.derived.paper_names import PAPERS
from scripts.derived.quiz import asked_on_paper, carried, presented
from scripts.guide.question import MatchSigns, OneRight, PutInOrder, Question, SeveralRight, TrueOrFalse
from scripts.guide.voice import Voice
from scripts.paper.printable import Printable
from scripts.paper.printing import Press
from scripts.paper.quiz_sheets import QuizSheet, all_quiz_sheets, answer
from scripts.paper.sheets import all_sheets
from scripts.texts import full_stop
from scripts.texts import markdown as texts
from scripts.texts.localized import Text
from tests.built_site import page_at, sample_guide
from tests.printed import assert_says_what_it_is, faults_of_papers, path_of, squeezed, texts_of
from tests.real_guide import real_guide

# Each PDF is read once, so the tests that share them run in one process.
pytestmark = pytest.mark.xdist_group("quiz-paper")

GUIDE = sample_guide()
SHEETS = {path_of(sheet): sheet for sheet in all_quiz_sheets(GUIDE)}


@functools.cache
def _pages(file: Path) -> list[str]:
    return texts_of(file)


def _words(voice: Voice, text: Text) -> str:
    return squeezed(texts.words(voice.words(text)))


def _asked(voice: Voice, question: Question) -> Iterator[str]:
    """Yield what a question shows, in its order."""
    yield _words(voice, question.scene)
    match question:
        case OneRight() | SeveralRight():
            for letter, option in zip("ABCDEF", question.options, strict=False):
                yield letter + _words(voice, option.text)
        case TrueOrFalse():
            yield _words(voice, question.claim)
            yield voice.say("answer_true")
            yield voice.say("answer_false")
        case MatchSigns():
            for number, pair in enumerate(question.pairs, start=1):
                yield str(number) + _words(voice, pair.sign)
            for letter, (_, pair) in zip("ABCDEF", presented(question.pairs), strict=False):
                yield letter + _words(voice, voice.guide.tricks[pair.trick].name)
        case PutInOrder():
            for letter, (_, step) in zip("ABCDEF", presented(question.steps), strict=False):
                yield letter + _words(voice, step.text)


def _reasons(voice: Voice, question: Question) -> Iterator[str]:
    """Yield what the key says to a question after its answer, in its order."""
    right, wrong = (squeezed(voice.say(mark)) for mark in ("right_mark", "wrong_mark"))
    match question:
        case OneRight() | SeveralRight():
            for letter, option in zip("ABCDEF", question.options, strict=False):
                yield letter + (right if option.correct else wrong) + _words(voice, option.why)
        case TrueOrFalse():
            yield (right if question.correct else wrong) + _words(voice, question.why_true)
            yield (wrong if question.correct else right) + _words(voice, question.why_false)
        case MatchSigns():
            for pair in question.pairs:
                name = _words(voice, voice.guide.tricks[pair.trick].name)
                yield name + full_stop(name) + _words(voice, pair.why)
        case PutInOrder():
            for step in question.steps:
                yield _words(voice, step.why)


def _expect_in_order(text: str, pieces: Iterator[str]) -> None:
    place = 0
    for words in pieces:
        found = text.find(words, place)
        assert found >= 0, f"missing or out of order: {words}"
        place = found + len(words)


def _key_begins(sheet: QuizSheet, pages: list[str]) -> int:
    """Return the number, from 0, of the one page on which the key begins, before anything else."""
    head = squeezed(sheet.title + sheet.voice.say("site_name"))
    key = head + squeezed(sheet.voice.say("quiz_key"))
    begins = [number for number, page in enumerate(pages) if page.startswith(key)]
    assert len(begins) == 1
    return begins[0]


def test_every_question_stands_before_the_key_and_every_answer_in_it(
    site: Path, subtests: pytest.Subtests
) -> None:
    for path, sheet in SHEETS.items():
        with subtests.test(path):
            _asks_then_answers(sheet, _pages(site / path))


def _asks_then_answers(sheet: QuizSheet, pages: list[str]) -> None:
    voice, asked = sheet.voice, asked_on_paper(GUIDE, sheet.entry)
    key = _key_begins(sheet, pages)
    questions, solutions = "".join(pages[:key]), "".join(pages[key:])
    _expect_in_order(questions, (words for one in asked for words in _asked(voice, one.question)))
    _expect_in_order(
        solutions,
        (
            words
            for number, one in enumerate(asked, start=1)
            for words in (
                f"{number}{squeezed(answer(voice, one.question))}",
                *_reasons(voice, one.question),
                squeezed(voice.say("learn_this_trick", trick=voice.words(one.trick.name))),
            )
        ),
    )
    for one in asked:
        for reason in _reasons(voice, one.question):
            assert reason not in questions


def test_no_question_is_torn_apart(site: Path) -> None:
    torn = [
        f"{path}: {one.name}"
        for path, sheet in SHEETS.items()
        for one in sheet.asked
        if not any(
            all(words in page for words in _asked(sheet.voice, one.question)) for page in _pages(site / path)
        )
    ]
    assert torn == []


def test_it_is_the_same_on_each_paper_and_wholly_printed(site: Path) -> None:
    assert [fault for sheet in SHEETS.values() for fault in faults_of_papers(site, sheet)] == []


def test_it_is_tagged_and_says_its_title_and_language(site: Path, subtests: pytest.Subtests) -> None:
    for path, sheet in SHEETS.items():
        with subtests.test(path):
            _is_tagged(site / path, sheet)


def _is_tagged(file: Path, sheet: QuizSheet) -> None:
    """ISO 14289-1: 5 identification, 7.1 title and tags, 7.2 language, 7.21 fonts."""
    with pikepdf.open(file) as pdf:
        assert_says_what_it_is(pdf, sheet.voice.locale, sheet.voice.words(sheet.entry.name))
        kinds = [
            str(node.S)
            for node in pdf.objects
            if isinstance(node, pikepdf.Dictionary) and str(node.get("/Type", "")) == "/StructElem"
        ]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 2
    assert kinds.count("/H3") == 2 * len(sheet.asked)


def test_the_key_agrees_with_that_of_the_page(site: Path, subtests: pytest.Subtests) -> None:
    """What the page prints in bold in its key is what the PDF's says: letters, or true and false."""
    for locale, (slug, quiz) in product(GUIDE.site.locales, GUIDE.quizzes.items()):
        in_bold = [
            ", ".join(bold.text().strip() for bold in solution.css("p > strong:first-child"))
            for solution in page_at(site, locale, "quizzes", slug).css(".quiz-key li")
        ]
        voice = Voice(GUIDE, locale)
        with subtests.test(f"{locale}: {slug}"):
            assert in_bold == [answer(voice, one.question) for one in carried(GUIDE, quiz)]


def test_its_page_links_the_pdf_on_each_paper(site: Path) -> None:
    for locale, slug in product(GUIDE.site.locales, GUIDE.quizzes):
        links = page_at(site, locale, "quizzes", slug).css(".downloads .quiz-papers a")
        printed = [
            sheet for sheet in SHEETS.values() if sheet.voice.locale == locale and sheet.entry.slug == slug
        ]
        assert [f"{locale}/" + str(link.attributes["href"]).removeprefix("../../") for link in links] == [
            path for sheet in printed for path in sheet.paths.values()
        ]
        assert [list(sheet.paths) for sheet in printed] == [list(PAPERS)]


def test_no_quiz_is_printed_over_a_checklist() -> None:
    sheets: list[Printable] = [*SHEETS.values(), *all_sheets(GUIDE)]
    paths = [path for sheet in sheets for path in sheet.paths.values()]
    assert len(paths) == len(set(paths))


def test_a_name_that_asks_takes_no_full_stop_in_the_key(tmp_path: Path) -> None:
    """Of the whole guide: which names ask, and where they are right, is for its writers to say."""
    press = Press.with_own_fonts(tmp_path, "https://forewarned.internal/")
    asking = re.compile(r'[?!]"\)? \+ "\."')
    sheets = all_quiz_sheets(real_guide())
    assert [path_of(sheet) for sheet in sheets if asking.search(press.source(sheet))] == []
