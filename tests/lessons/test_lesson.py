"""What a lesson holds: three tricks, forty-five minutes, eight cards of whole sentences."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.checks import check
from scripts.derived import LESSON_MINUTES
from scripts.entries import load
from scripts.guide import MOST_TAUGHT, Voice
from scripts.lessons import Lesson, taught_phases
from scripts.lessons.role_cards import role_cards
from scripts.options import load_checked
from tests.made_guide import FILES, small_guide, write
from tests.real_guide import real_guide

SCENE = {
    "aim": {"es": "Un fin.", "en": "An aim."},
    "table": {"es": "Una mesa.", "en": "A table."},
    "vendor": {"es": "Usted vende.", "en": "You sell."},
    "buyer": {"es": "Usted compra.", "en": "You buy."},
}
LINE = {
    "trick": "second-trick",
    "sign": "seen",
    "answer": "act",
    "says": {"es": "Fíese.", "en": "Trust me."},
}


def with_lesson(folder: Path, **changed: object) -> Path:
    """Give the first phase of a made guide a lesson of one line, with some of its fields changed."""
    phases = FILES["content/phases.yml"]
    assert isinstance(phases, list)
    first = {**phases[0], "lesson": {**SCENE, "lines": [{**LINE, **changed}]}}
    write(folder / "content/phases.yml", json.dumps([first, *phases[1:]], ensure_ascii=False, indent=1))
    return folder


def _all() -> Iterator[Lesson]:
    guide = real_guide()
    for phase in guide.phases.values():
        for locale in guide.site.locales:
            yield Lesson(Voice(guide, locale), phase)


def _name(lesson: Lesson) -> str:
    return f"{lesson.phase.id}, {lesson.voice.locale}"


def test_the_parts_of_every_lesson_follow_each_other_and_fill_its_time_and_its_slides() -> None:
    wrong = []
    for lesson in _all():
        minute, slide = 0, 1
        for part in lesson.timetable:
            if (part.begins, part.slides[0]) != (minute, slide) or part.minutes < 3:
                wrong.append(f"{_name(lesson)}: {part}")
            minute, slide = part.ends, part.slides[1] + 1
        if (minute, slide - 1) != (LESSON_MINUTES, len(lesson.slides)):
            wrong.append(f"{_name(lesson)}: {minute} minutes, {slide - 1} slides")
    assert wrong == []


def test_every_moment_of_the_guide_is_taught_in_every_language_with_a_question_and_a_quiz() -> None:
    guide = real_guide()
    assert taught_phases(guide) == list(guide.phases)
    wrong = [
        _name(lesson)
        for lesson in _all()
        if lesson.scene is None
        or lesson.voice.untranslated(lesson.phase)
        or len(lesson.taught) != MOST_TAUGHT
        or any(taught.says is None for taught in lesson.taught)
        or not lesson.question
        or not lesson.quiz
    ]
    assert wrong == []


def test_a_sheet_has_eight_cards_and_each_says_whole_sentences_of_the_guide() -> None:
    wrong = []
    for lesson in _all():
        cards = role_cards(lesson)
        if [(card.side, card.number) for card in cards] != [
            (side, number) for number in range(4) for side in ("vendor", "buyer")
        ]:
            wrong.append(f"{_name(lesson)}: {len(cards)} cards")
        wrong += [
            f"{_name(lesson)}, {card.side} {card.number}: {piece.words}"
            for card in cards
            for piece in card.pieces
            if not piece.words or piece.words.endswith("…") or piece.language != lesson.voice.locale
        ]
    assert wrong == []


def test_nothing_that_a_vendor_is_handed_names_the_trick() -> None:
    """Whoever sells says it in good faith."""
    wrong = [
        f"{_name(lesson)}: {piece.words}"
        for lesson in _all()
        for card in role_cards(lesson)
        for taught in lesson.taught
        for piece in card.pieces
        if card.side == "vendor" and lesson.voice.words(taught.trick.name) in (card.title, piece.words)
    ]
    assert wrong == []


def test_a_guide_without_written_lessons_has_them_from_its_tricks(tmp_path: Path) -> None:
    guide = load_checked(small_guide(tmp_path))
    for phase in guide.phases.values():
        lesson = Lesson(Voice(guide, "en"), phase)
        tricks = guide.tricks_of_phase(phase.id)
        assert {taught.trick.slug for taught in lesson.taught} == {trick.slug for trick in tricks}
        assert sum(part.minutes for part in lesson.timetable) == LESSON_MINUTES
        cards = role_cards(lesson)
        assert len(cards) == 2 * len(tricks)
        assert [card.pieces[0].label for card in cards] == ["show", "catch"] * len(tricks)


def test_a_phase_without_tricks_has_no_lesson(tmp_path: Path) -> None:
    guide = load_checked(small_guide(tmp_path))
    tricks = {slug: trick for slug, trick in guide.tricks.items() if trick.phase == "using"}
    assert taught_phases(replace(guide, tricks=tricks)) == ["using"]


def test_an_editors_line_comes_first(tmp_path: Path) -> None:
    guide = load_checked(with_lesson(small_guide(tmp_path)))
    lesson = Lesson(Voice(guide, "en"), guide.phases["buying"])
    assert [taught.trick.slug for taught in lesson.taught] == ["second-trick", "first-trick"]
    assert [card.pieces[0].words for card in role_cards(lesson)[:4]] == [
        "You sell.",
        "You buy.",
        "Trust me.",
        guide.tricks["second-trick"].warning_signs[0].text.root["en"],
    ]


@pytest.mark.parametrize(
    ("changed", "field", "message"),
    [
        ({"trick": "third-trick"}, "trick", "no trick of this moment"),
        ({"trick": "secnd-trick"}, "trick", "did you mean 'second-trick'"),
        ({"sign": "nothing"}, "sign", "unknown sign 'nothing'"),
        ({"answer": "none"}, "answer", "unknown countermeasure 'none'"),
        ({"says": {"es": "a" * 201, "en": "b"}}, "says.es", "at most 200"),
        ({"says": {"es": "**a**", "en": "b"}}, "says.es", "**"),
    ],
)
def test_a_line_that_does_not_hold_is_told_at_its_place(
    tmp_path: Path, changed: dict[str, object], field: str, message: str
) -> None:
    folder = with_lesson(small_guide(tmp_path), **changed)
    (problem,) = check(load(folder))
    assert (problem.file, problem.path) == ("content/phases.yml", f"0.lesson.lines.0.{field}")
    assert message in str(problem)


def test_an_answer_that_nobody_can_say_and_a_trick_taught_twice_are_told(tmp_path: Path) -> None:
    folder = with_lesson(small_guide(tmp_path))
    acts = FILES["content/countermeasures/act.yml"]
    phases = json.loads((folder / "content/phases.yml").read_text(encoding="utf-8"))
    phases[0]["lesson"]["lines"].append(LINE)
    write(folder / "content/phases.yml", json.dumps(phases))
    assert isinstance(acts, dict)
    silent = {key: value for key, value in acts.items() if key not in ("ask", "proof")}
    write(folder / "content/countermeasures/act.yml", json.dumps(silent))
    found = [str(problem) for problem in check(load(folder)) if "lesson" in problem.path]
    assert sum("no question to say aloud" in each for each in found) == 2
    assert sum("stands twice" in each for each in found) == 1
