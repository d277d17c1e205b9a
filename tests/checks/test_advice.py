"""Warnings: each measurable rule fires on its own fault, at its place, and never stops a build."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from scripts.checks.advice import CARD, advise
from scripts.checks.guide_checks import check
from scripts.cli import main
from scripts.entries.loading import load
from tests.checks.test_broken_entries import SOUND
from tests.real_guide import real_guide, real_loaded

# rule: (what is replaced, by what, the path warned of)
POOR = {
    "long-summary": ("en: One sentence.", f"en: {'word ' * 33}", "summary.en"),
    "long-sentence": ("en: It costs money.", f"en: {'word ' * 51}", "cost.en"),
    "shouting": ("es: Cuesta dinero.", "es: ATENCIÓN CUESTA dinero.", "cost.es"),
    "passive": ("en: It costs money.", "en: The terms are dictated by the vendor.", "cost.en"),
    "no-source": (SOUND[SOUND.index("sources:") : SOUND.index("quiz:")], "", "sources"),
    "law-without-source": ("en: It costs money.", "en: Law 7/1998 makes it costly.", "cost.en"),
    "date-in-words": (
        "kind: article",
        "kind: article\n    supports: {en: A note. Undated.}",
        "sources.0.supports.en",
    ),
    "weak-question": ('en: "Yes."', "en: Ask for the measured figure of the last year", "quiz.0.options"),
}


@pytest.mark.thorough
def test_one_weakness_gives_one_warning(guide_folder: Path) -> None:
    for rule, (old, new, _) in POOR.items():
        assert old in SOUND
        poor = SOUND.replace(old, new, 1)
        (guide_folder / f"tricks/people/poor-{rule}.yml").write_text(poor, encoding="utf-8")
    loaded = load(guide_folder)
    assert check(loaded) == []
    found = [(w.file, w.fault.rule, w.path, w.level) for w in advise(loaded) if "/poor-" in w.file]
    assert sorted(found) == sorted(
        (f"tricks/people/poor-{rule}.yml", rule, path, "warning") for rule, (_, _, path) in POOR.items()
    )
    result = CliRunner().invoke(main, ["check", "--root", str(guide_folder)])
    assert result.exit_code == 0
    assert all(f"tricks/people/poor-{rule}.yml" in result.stderr for rule in POOR)


def test_the_sound_trick_needs_no_advice(guide_folder: Path) -> None:
    (guide_folder / "tricks/people/sound.yml").write_text(SOUND, encoding="utf-8")
    assert [w for w in advise(load(guide_folder)) if w.file.endswith("sound.yml")] == []


def test_a_sentence_ends_within_the_brackets_around_it(guide_folder: Path) -> None:
    two = f'en: "[{"Word " * 30}ends.] {"Word " * 30}ends."'
    sound = SOUND.replace("en: It costs money.", two, 1)
    (guide_folder / "tricks/people/sound.yml").write_text(sound, encoding="utf-8")
    assert [w for w in advise(load(guide_folder)) if w.file.endswith("sound.yml")] == []


@pytest.mark.thorough
@pytest.mark.xdist_group("loaded")
def test_the_guide_follows_its_own_advice() -> None:
    assert [str(warning) for warning in advise(real_loaded())] == []


def test_links_within_the_guide_are_alive(guide_folder: Path) -> None:
    alive = 'en: "A [form](https://forewarned.example/en/tricks/kickbacks/) and [a home](https://forewarned.example/)."'
    (guide_folder / "tricks/people/sound.yml").write_text(
        SOUND.replace("en: A form.", alive), encoding="utf-8"
    )
    assert check(load(guide_folder)) == []


def test_a_card_holds_the_longest_summary_that_passes() -> None:
    for trick in real_guide().tricks.values():
        assert all(len(words) <= CARD for words in trick.summary.root.values())
