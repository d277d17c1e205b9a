"""What the file of a meeting or a trick chooses is there and has a use; if not, it is told at its place."""

import re
import shutil
from pathlib import Path

import pytest

from scripts.checks.guide_checks import check
from scripts.entries.loading import load
from tests.built_site import sample_guide

MEETING, ACT = "content/meetings/demo.yml", "content/countermeasures/rank-the-documents.yml"


@pytest.fixture
def sample_folder(tmp_path: Path) -> Path:
    """A copy of a part of the repository's guide, to be changed at will."""
    return Path(shutil.copytree(sample_guide().root, tmp_path / "guide"))


def _faults(folder: Path, pattern: str, replacement: str, file: str = MEETING) -> list[str]:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    changed = re.sub(pattern, replacement, text, count=1, flags=re.MULTILINE)
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    return [problem.message for problem in check(load(folder))]


def _worded(act: str, said: str = "{check: {es: Mire., en: Look.}}") -> str:
    return f"worded:\n  {act}: {said}"


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("pattern", "replacement", "message"),
    [
        (r"^- check-a-trial-exists$", "- check-a-trail-exists", "did you mean 'check-a-trial-exists'?"),
        (r"^- check-a-trial-exists$", "- agree-a-way-back", "answers no trick of this meeting"),
        (
            r"demo-always-works/no-detours",
            "demo-always-works/no-detour",
            "did you mean 'demo-always-works/no-det",
        ),
        (r"demo-always-works/no-detours", "demo-always-works/nobody-else-drives", "stands twice"),
        (r"^timing:$", "timing:\n  agree-a-way-back: never", "answers no trick of this meeting"),
        (r"check-a-trial-exists: during", "check-a-trial-exists: never", "struck here by timing"),
        (r"^worded:$", _worded("agree-a-way-back"), "answers no trick of this meeting"),
        (r"^worded:$", _worded("check-a-trail-exists"), "did you mean 'check-a-trial-"),
        (r"^worded:$", _worded("keep-minutes-of-promises", "{}"), "says nothing of its own here"),
        (r"^first:$", "first:\n- check-a-trail-exists", "did you mean 'check-a-trial-exists'?"),
        (r"^first:$", "first:\n- keep-minutes-of-promises", "no number among the questions"),
        (r"^first:$", "first:\n- declare-interests", "no number among the questions"),
        (r"^first:$", "first:\n- work-in-the-demo-yourself", "stands twice"),
        (r"^vendor: present$", "vendor: absent", "the vendor is absent"),
        (r"^ask_ahead:$", "ask_ahead:\n- keep-minutes-of-promises", "has no text to send"),
        (r"^timing:$", "drafts:\n- keep-minutes-of-promises\ntiming:", "is not in ask_ahead"),
        (r"^vendor: present$", "vendor: nearby", "'nearby'"),
    ],
)
def test_a_choice_without_use_is_told(
    sample_folder: Path, pattern: str, replacement: str, message: str
) -> None:
    assert any(message in fault for fault in _faults(sample_folder, pattern, replacement))


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("named", "message"),
    [("no-detour", "did you mean 'no-detours'?"), ("a-dozen-records", "stands twice")],
)
def test_a_sign_that_a_trick_is_not_recognised_by_is_told(
    sample_folder: Path, named: str, message: str
) -> None:
    file = "tricks/buying/demo-always-works.yml"
    (fault,) = _faults(sample_folder, r"(^recognised_by:\n\s+signs:\s+\W*)no-detours", rf"\1{named}", file)
    assert message in fault


@pytest.mark.thorough
def test_an_act_that_no_meeting_can_hold_is_told(sample_folder: Path) -> None:
    faults = _faults(sample_folder, r"^timing:$", "timing:\n  define-full-integration: never")
    assert [fault for fault in faults if "no meeting holds this act" in fault]


@pytest.mark.parametrize(
    ("pattern", "replacement", "message"),
    [
        (r"^clause_caption:.*\n(?: .*\n)*", "", "a clause needs clause_caption"),
        (r"^clause_subject: .*\n", "", "a clause needs clause_subject"),
        (r"^clause_subject: .*", "clause_subject: documnets", "did you mean 'documents'?"),
        (r"^clause:\n(?: .*\n|\n)+", "", "clause_caption speaks of a clause that is not there"),
    ],
)
def test_a_clause_has_a_caption_and_a_subject_and_nothing_else_has(
    sample_folder: Path, pattern: str, replacement: str, message: str
) -> None:
    assert any(message in fault for fault in _faults(sample_folder, pattern, replacement, ACT))
