"""A former slug leads to one entry and is nobody's today; who names it hears which entry took over."""

import json
from pathlib import Path

import pytest

from scripts.checks.guide_checks import check
from scripts.entries.loading import load
from scripts.problems.problem import Problem
from scripts.problems.rulebook import rulebook, rulebook_locales
from tests.made_guide import ADDRESS, small_guide, write

ACT = "content/countermeasures/act.yml"
DEMO = "content/meetings/demo.yml"
KINDS = {
    "trick": "tricks/buying/first-trick.yml",
    "countermeasure": ACT,
    "meeting": DEMO,
    "quiz": "content/quizzes/all.yml",
    "assessment": "content/assessments/purchase.yml",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_guide(tmp_path)


def _add(folder: Path, file: str, **fields: object) -> None:
    """Give a file's entry more fields."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    if text.startswith("{"):
        write(path, json.dumps({**json.loads(text), **fields}, ensure_ascii=False, indent=1))
    else:
        lines = [f"{name}: {json.dumps(value)}" for name, value in fields.items()]
        write(path, text.rstrip("\n") + "\n" + "\n".join(lines) + "\n")


def _problems(folder: Path) -> list[Problem]:
    return check(load(folder))


@pytest.mark.parametrize("file", KINDS.values(), ids=list(KINDS))
def test_an_entry_of_any_kind_may_have_former_slugs(folder: Path, file: str) -> None:
    _add(folder, file, formerly=["of-old", "of-older"])
    assert _problems(folder) == []


@pytest.mark.parametrize("file", KINDS.values(), ids=list(KINDS))
@pytest.mark.parametrize(
    ("formerly", "message"),
    [
        (["Of Old"], "'Of Old'"),
        (["of-old", "con"], "'con'"),
        (["of-old", "of-old"], "'of-old' stands twice"),
        (["of-old", "{own}"], "'{own}' is the slug of this entry itself"),
    ],
)
def test_a_former_slug_that_can_lead_nowhere_is_told_at_its_place(
    folder: Path, file: str, formerly: list[str], message: str
) -> None:
    own = Path(file).stem
    _add(folder, file, formerly=[slug.format(own=own) for slug in formerly])
    found = _problems(folder)
    assert [(each.file, each.path) for each in found] == [(file, f"formerly.{len(formerly) - 1}")]
    assert message.format(own=own) in found[0].message


@pytest.mark.parametrize("kind", KINDS)
def test_a_living_entry_may_not_have_a_slug_that_once_was_anothers(folder: Path, kind: str) -> None:
    file = KINDS[kind]
    other = folder / file.replace(Path(file).stem, "newcomer")
    text = (folder / file).read_text(encoding="utf-8")
    write(other, text)
    _add(folder, file, formerly=["newcomer"])
    found = [each for each in _problems(folder) if each.path.startswith("formerly")]
    assert [(each.file, each.path) for each in found] == [(file, "formerly.0")]
    assert other.relative_to(folder).as_posix() in found[0].message


def test_two_entries_cannot_both_have_taken_over(folder: Path) -> None:
    _add(folder, KINDS["trick"], formerly=["of-old"])
    _add(folder, "tricks/buying/second-trick.yml", formerly=["of-old"])
    found = _problems(folder)
    assert [(each.file, each.path) for each in found] == [("tricks/buying/second-trick.yml", "formerly.0")]
    assert KINDS["trick"] in found[0].message


def test_an_old_address_may_not_be_one_of_the_sites_own(folder: Path) -> None:
    _add(folder, DEMO, formerly=["mine"])
    found = _problems(folder)
    assert [(each.path, each.fault.rule) for each in found] == [("formerly.0", "former-address")]
    assert "checklists/mine/" in found[0].message


_ES = {"es": "Vea [esto]({}).", "en": "A text."}


def _linking(address: str) -> dict[str, str]:
    return {locale: words.format(address) for locale, words in _ES.items()}


@pytest.mark.parametrize(
    ("file", "fields", "place"),
    [
        (DEMO, {"short": ["of-old"]}, "short.0"),
        (DEMO, {"timing": {"of-old": "never"}}, "timing.of-old"),
        (DEMO, {"signs": ["was-a-trick/polished"]}, "signs.0"),
        ("tricks/buying/second-trick.yml", {"related": ["was-a-trick"]}, "related.0"),
        ("content/quizzes/all.yml", {"intro": _linking("countermeasure:of-old")}, "intro.es"),
        (
            "content/quizzes/all.yml",
            {"intro": _linking(f"{ADDRESS}es/countermeasures/of-old/")},
            "intro.es",
        ),
    ],
)
def test_who_names_a_former_slug_hears_which_entry_took_over(
    folder: Path, file: str, fields: dict[str, object], place: str
) -> None:
    _add(folder, ACT, formerly=["of-old"])
    _add(folder, KINDS["trick"], formerly=["was-a-trick"])
    _add(folder, file, **fields)
    found = _problems(folder)
    assert [(each.file, each.path) for each in found] == [(file, place)]
    heir = "first-trick" if "was-a-trick" in json.dumps(fields) else "act"
    for locale in rulebook_locales():
        book = rulebook(locale)
        assert f"'{heir}'" in found[0].fault.said(book)
        assert heir in found[0].fault.mend(book)


def test_a_page_written_by_hand_hears_it_too(folder: Path) -> None:
    _add(folder, KINDS["trick"], formerly=["was-a-trick"])
    about = folder / "content/pages/es/about.md"
    write(about, about.read_text(encoding="utf-8") + "\nVea [esto](trick:was-a-trick).\n")
    assert [each.fault.rule for each in _problems(folder)] == ["former-link"]


def test_a_question_comes_from_a_former_slug_of_its_own_trick(folder: Path) -> None:
    file = folder / KINDS["trick"]
    text = file.read_text(encoding="utf-8")
    spoilt = text.replace("quiz:\n  - id: ", "quiz:\n  - formerly_of: of-old\n    id: ", 1)
    assert spoilt != text
    write(file, spoilt)
    found = _problems(folder)
    assert [(each.path, each.fault.rule) for each in found] == [("quiz.0.formerly_of", "not-formerly-of")]
    _add(folder, KINDS["trick"], formerly=["of-old"])
    assert _problems(folder) == []
