"""The assessments' data: complete, fair to answer, and their faults located."""

import re
from collections.abc import Mapping
from itertools import product
from pathlib import Path

import pytest

from scripts.checks.guide_checks import check
from scripts.entries.loading import load
from scripts.guide.assessment import addresses
from scripts.guide.scoring import expose
from scripts.guide.voice import Voice
from scripts.options import load_checked
from scripts.pages.all_pages import all_pages
from scripts.problems.problem import Problem
from scripts.problems.rulebook import rulebook
from scripts.texts import markdown as texts
from tests import DATA
from tests.real_guide import real_guide

GUIDE = real_guide()
SOUND = (DATA / "sound-assessment.yml").read_text(encoding="utf-8")
FOLDER = "content/assessments"

# name: (what is replaced, by what, where in the file the error points, what it says)
SPOILT: Mapping[str, tuple[str, str, tuple[int, int], str]] = {
    "misspelt-field": ("weight: 1", "wieght: 1\n    weight: 1", (10, 5), "did you mean 'weight'?"),
    "missing-why": ("    why: {es: Porque cuesta., en: Because it costs.}\n", "", (8, 5), "is missing"),
    "heavy": ("weight: 3", "weight: 4", (17, 13), "is not one of 1, 2 or 3"),
    "weight-as-text": ("weight: 3", 'weight: "3"', (17, 13), "is not one of 1, 2 or 3"),
    "unknown-phase": ("phase: people", "phase: peopl", (16, 12), "did you mean 'people'?"),
    "unknown-trick": ("[kickbacks]", "[kickback]", (21, 14), "did you mean 'kickbacks'?"),
    "unknown-act": ("[price-every-task]", "[price-every-tas]", (14, 23), "did you mean 'price-every-task'?"),
    "act-twice": ("[split-the-decision,", "[declare-interests,", (22, 42), "stands twice"),
    "idle-act": ("[price-every-task]", "[refuse-gifts-and-trips]", (14, 23), "answers none of"),
    "same-id": ("id: second", "id: first", (15, 9), "used twice"),
    "no-tricks": ("tricks: [kickbacks]", "tricks: []", (21, 13), "at least 1 needed"),
    "html": ("Algo es verdad.", "Algo<br>", (11, 16), "raw HTML"),
    "unknown-link": ("Algo es verdad.", '"[x](trick:kickback)"', (11, 16), "link to unknown trick"),
    "unknown-language": ("text: {es: Algo", "text: {fr: Non., es: Algo", (11, 12), "unknown language 'fr'"),
}

# A short form of all statements; its list stands in the last line.
WITH_SHORT = (
    SOUND
    + "".join(
        SOUND[SOUND.index("  - id: second") :].replace("second", name).rstrip() + "\n"
        for name in ("third", "fourth")
    )
    + "short: [first, second, third, fourth]\n"
)
SHORT_LINE = WITH_SHORT.count("\n")
# name: (the list, the column to which the error points, what it says in English and in Spanish)
SPOILT_SHORT: Mapping[str, tuple[str, int, str, str]] = {
    "unknown": ("[first, secnd, third, fourth]", 16, "unknown statement 'secnd'", "no existe 'secnd'"),
    "twice": ("[first, second, third, fourth, first]", 39, "stands twice", "aparece dos veces"),
    "few": ("[first, second, third]", 8, "at least 4 needed", "hacen falta 4"),
    "none": ("[]", 8, "at least 4 needed", "hacen falta 4"),
    "many": (f"[{', '.join(['first'] * 16)}]", 8, "at most 15", "caben 15"),
    "no-list": ("first", 8, "must be a list", "debe ser una lista"),
}


@pytest.mark.thorough
def test_the_sound_assessment_is_sound(guide_folder: Path) -> None:
    (guide_folder / FOLDER / "sound.yml").write_text(SOUND, encoding="utf-8")
    assert [p for p in check(load(guide_folder)) if p.file == f"{FOLDER}/sound.yml"] == []


def test_one_fault_gives_one_located_error(guide_folder: Path) -> None:
    for name, (old, new, _, _) in SPOILT.items():
        assert old in SOUND, f"{name} changes nothing"
        file = guide_folder / FOLDER / f"spoilt-{name}.yml"
        file.write_text(SOUND.replace(old, new, 1), encoding="utf-8")
    found: dict[str, list[Problem]] = {}
    for problem in check(load(guide_folder)):
        found.setdefault(problem.file, []).append(problem)
    faults = []
    for name, (_, _, place, message) in SPOILT.items():
        told = found.pop(f"{FOLDER}/spoilt-{name}.yml", [])
        if [(each.line, each.column) for each in told] != [place] or message not in str(told[0]):
            faults.append(f"{name}: expected {place}: {message}, got {told}")
    assert faults == []
    assert found == {}, "sound files are told to be at fault"


def test_one_fault_of_a_short_form_gives_one_located_error(guide_folder: Path) -> None:
    (guide_folder / FOLDER / "sound-short.yml").write_text(WITH_SHORT, encoding="utf-8")
    for name, (short, *_) in SPOILT_SHORT.items():
        spoilt = WITH_SHORT.replace("[first, second, third, fourth]", short)
        (guide_folder / FOLDER / f"spoilt-{name}.yml").write_text(spoilt, encoding="utf-8")
    found: dict[str, list[Problem]] = {}
    for problem in check(load(guide_folder)):
        found.setdefault(problem.file, []).append(problem)
    faults = []
    for name, (_, column, *messages) in SPOILT_SHORT.items():
        told = found.pop(f"{FOLDER}/spoilt-{name}.yml", [])
        places = [(each.line, each.column) for each in told]
        said = [told[0].fault.said(rulebook(locale)) for locale in ("en", "es")] if told else []
        if places != [(SHORT_LINE, column)] or any(a not in b for a, b in zip(messages, said, strict=True)):
            faults.append(f"{name}: expected column {column}: {messages}, got {told} {said}")
    assert faults == []
    assert found == {}, "sound files are told to be at fault"


def test_the_guides_own_short_form_weighs_as_much_as_any_statement() -> None:
    assessment = GUIDE.assessment
    assert assessment is not None
    assert len(assessment.short) >= 4
    assert {statement.weight for statement in assessment.weighed("short")} == {3}


def test_one_language_passes_unless_strict(guide_folder: Path) -> None:
    text = SOUND.replace("{es: Porque cuesta., en: Because it costs.}", "{en: Because it costs.}")
    (guide_folder / FOLDER / "one-language.yml").write_text(text, encoding="utf-8")
    assert check(load(guide_folder)) == []
    problems = check(load(guide_folder), strict=True)
    found = [p.path for p in problems if p.file == f"{FOLDER}/one-language.yml" and "'es'" in p.message]
    assert found == ["statements.0.why"]


def test_a_second_assessment_stands_below_the_first_and_both_say_so(guide_folder: Path) -> None:
    (guide_folder / FOLDER / "sound.yml").write_text(SOUND, encoding="utf-8")
    guide = load_checked(guide_folder)
    first, *_ = GUIDE.assessments
    assert addresses(guide.assessments) == {first: "assessment/", "sound": "assessment/sound/"}
    pages = {page.path: page for page in all_pages(Voice(guide, guide.site.default_locale))}
    others = {path: pages[path].context["others"] for path in ("assessment/", "assessment/sound/")}
    assert others == {
        "assessment/": [("assessment/sound/", guide.assessments["sound"])],
        "assessment/sound/": [("assessment/", guide.assessments[first])],
    }


def test_a_guide_without_assessments_has_no_such_page(guide_folder: Path) -> None:
    for file in (guide_folder / FOLDER).iterdir():
        file.unlink()
    for words in (guide_folder / "content/search").iterdir():
        text = words.read_text(encoding="utf-8")
        words.write_text(
            re.sub(r"^  assessment/: \[\n(?:    .*\n)*  \]\n", "", text, flags=re.MULTILINE), encoding="utf-8"
        )
    guide = load_checked(guide_folder)
    assert guide.assessment is None
    paths = [page.path for page in all_pages(Voice(guide, guide.site.default_locale))]
    assert not [path for path in paths if path.startswith("assessment")]


def test_the_guides_own_covers_every_trick_and_phase() -> None:
    assessment = GUIDE.assessment
    assert assessment is not None
    assert 25 <= len(assessment.statements) <= 60
    exposure = expose(assessment.weighed(), {})
    assert set(exposure.tricks) == set(GUIDE.tricks)
    assert list(exposure.phases) == list(GUIDE.phases)
    assert {statement.weight for statement in assessment.statements} == {1, 2, 3}


def test_a_statement_can_be_answered_in_two_seconds() -> None:
    faults = []
    for slug, assessment in GUIDE.assessments.items():
        for statement, locale in product(assessment.statements, GUIDE.site.locales):
            said = texts.words(statement.text.root.get(locale, "."))
            if len(said.split()) > 22 or not said.endswith("."):
                faults.append(f"{slug}, {locale}: {said}")
            if len(statement.why.root.get(locale, "")) > 200:
                faults.append(f"{slug}, {locale}: the reason for {statement.id} is too long")
    assert faults == []
