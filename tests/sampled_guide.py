"""A sample of the repository's guide: a reader does there what one does among a hundred tricks."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from scripts.guide.assessment import LEAST_SHORT_FORM
from scripts.places import REPOSITORY

TRICKS = (
    *("attractive-price", "demo-always-works", "inexperienced-decision-maker", "infrastructure-silence"),
    *("integration-no-problem", "kickbacks", "mandatory-support", "rent-or-buy", "unwelcome-updates"),
)
"""The tricks that journeys name."""

MEETINGS = ("contract", "demo", "internal-review", "pricing")
_COMPLETE = "demo"
"""The meeting whose short list is whole in the sample."""

_LEAST_STEPS = 2

# Those in C take a tenth of the time, and after each change of code the sample is made anew.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

_LINK = re.compile(r"\[([^\]]*)\]\((?:trick|countermeasure|clause|meeting|quiz):([a-z0-9-]+)\)")


def sampled_guide(folder: Path) -> Path:
    """Write into `folder` the data of `TRICKS` and `MEETINGS`, of what these need, and the frame of a guide.

    Texts and fields are always today's: entries are left out, and what speaks of those left out is cut.
    """
    shutil.copytree(REPOSITORY / "content", folder / "content")
    shutil.copytree(REPOSITORY / "tricks", folder / "tricks")
    tricks = _read((folder / "tricks").glob("*/*.yml"))
    kept = _tricks_kept(tricks, folder)
    acts = {act for slug in kept for act in tricks[slug]["countermeasures"]}
    phases = {file.parent.name for file in (folder / "tricks").glob("*/*.yml") if file.stem in kept}
    quizzes = _quizzes_kept(phases, folder)
    answering = {
        meeting: {
            act
            for slug in kept
            if meeting in tricks[slug]["meetings"]
            for act in tricks[slug]["countermeasures"]
        }
        for meeting in MEETINGS
    }
    gone = {
        *_dropped((folder / "tricks").glob("*/*.yml"), kept),
        *_dropped((folder / "content/countermeasures").glob("*.yml"), acts),
        *_dropped((folder / "content/meetings").glob("*.yml"), MEETINGS),
        *_dropped((folder / "content/quizzes").glob("*.yml"), quizzes),
    }
    for file in folder.rglob("*.yml"):
        data = _parsed(file.read_text(encoding="utf-8"))
        file.write_text(_as_yaml(_fitted(file, _cut(data, gone), answering)), encoding="utf-8")
    for file in folder.rglob("*.md"):
        _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
        data = _as_yaml(_cut(_parsed(front), gone))
        file.write_text(f"---\n{data}---\n{_unlinked(body, gone)}", encoding="utf-8")
    return folder


def _as_yaml(data: object) -> str:
    # As wide as it takes: no line is folded, so that no text changes.
    return str(yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1 << 30))


def _parsed(text: str) -> Any:
    return yaml.load(text, Loader=_Loader)  # noqa: S506 (a safe one)


def _fitted(file: Path, data: object, answering: dict[str, set[str]]) -> object:
    """Return an entry's data without what cannot hold among so few: no meeting, an act struck."""
    if isinstance(data, dict) and file.parent.parent.name == "tricks":
        data["meetings"] = data["meetings"] or [_COMPLETE]
    if isinstance(data, dict) and file.parent.name == "meetings" and file.stem != _COMPLETE:
        data.pop("timing", None)
        data.pop("worded", None)
        data.pop("first", None)
        data["short"] = [act for act in data["short"] if act in answering[file.stem]]
    if isinstance(data, dict) and file.parent.name == "paths" and len(data["steps"]) < _LEAST_STEPS:
        data["steps"] = [{"meeting": meeting} for meeting in MEETINGS]
    if isinstance(data, list) and file.name == "phases.yml":
        for phase in data:
            if not phase.get("lesson", {}).get("lines"):
                phase.pop("lesson", None)
    if isinstance(data, dict) and file.parent.name == "assessments":
        data["short"] = _short_form(data)
    return data


def _short_form(assessment: dict[str, Any]) -> list[str]:
    """Return the short form's statements that are left, and as many more as a short form needs."""
    ids = [statement["id"] for statement in assessment["statements"]]
    left = [name for name in assessment["short"] if name in ids]
    more = [name for name in ids if name not in left]
    return left + more[: max(0, LEAST_SHORT_FORM - len(left))]


def _read(files: Iterable[Path]) -> dict[str, dict[str, Any]]:
    return {file.stem: _parsed(file.read_text(encoding="utf-8")) for file in files}


def _tricks_kept(tricks: dict[str, dict[str, Any]], folder: Path) -> list[str]:
    """Return `TRICKS`, one for each other act of the complete meeting's short list, and those of a match."""
    kept = list(TRICKS)
    meeting = _parsed((folder / f"content/meetings/{_COMPLETE}.yml").read_text(encoding="utf-8"))
    for act in [*meeting["short"], *meeting["ask_ahead"]]:
        if not any(act in tricks[slug]["countermeasures"] for slug in kept):
            kept.append(
                next(
                    slug
                    for slug, trick in sorted(tricks.items())
                    if act in trick["countermeasures"] and _COMPLETE in trick["meetings"]
                )
            )
    return sorted({*kept, *_named_by_a_match(tricks, kept)})


def _named_by_a_match(tricks: dict[str, dict[str, Any]], kept: list[str]) -> list[str]:
    """Return the tricks that one question which matches signs names, of those that add the fewest."""
    matches = [
        [pair["trick"] for pair in question["pairs"]]
        for slug in kept
        for question in tricks[slug]["quiz"]
        if question.get("kind") == "match"
    ]
    return min(matches, key=lambda named: len(set(named) - set(kept)))


def _quizzes_kept(phases: set[str], folder: Path) -> list[str]:
    """Return the quizzes that still have something to ask."""
    asked = {
        file.stem: _parsed(file.read_text(encoding="utf-8"))["select"].get("phases")
        for file in (folder / "content/quizzes").glob("*.yml")
    }
    return [slug for slug, named in asked.items() if not named or phases.intersection(named)]


def _dropped(files: Iterable[Path], kept: Iterable[str]) -> set[str]:
    """Delete the files of what is not kept; return their slugs."""
    gone = [file for file in files if file.stem not in set(kept)]
    for file in gone:
        file.unlink()
    return {file.stem for file in gone}


def _cut(data: object, gone: set[str]) -> object:
    """Return the data without references to what is gone, and without list items that depend on it."""
    if isinstance(data, str):
        return _unlinked(data, gone)
    if isinstance(data, list):
        return [_cut(item, gone) for item in data if not _depends(item, gone)]
    if isinstance(data, dict):
        # A phase may bear the name of a meeting; the words of search name entries by their address.
        return {
            key: value if key == "phases" else _cut(value, gone)
            for key, value in data.items()
            if str(key).strip("/").rpartition("/")[2] not in gone
        }
    return data


def _depends(item: object, gone: set[str]) -> bool:
    """Return whether a list item names what is gone, or has nothing left of what it needs."""
    if isinstance(item, str):
        return item.split("/")[0] in gone
    if not isinstance(item, dict):
        return False
    # A statement needs both lists; a term of the glossary only mentions its tricks.
    needed = [item[key] for key in ("tricks", "countermeasures") if "countermeasures" in item and key in item]
    return (
        item.get("trick") in gone
        # A step of a path names a page, and perhaps which part of it is read.
        or (not {*item} - {"meeting", "only"} and item.get("meeting") in gone)
        or (len(item) == 1 and str(next(iter(item.values()))) in gone)
        or any(gone.issuperset(names) for names in needed)
        or any(_depends(pair, gone) for pair in item.get("pairs") or [])
    )


def _unlinked(text: str, gone: set[str]) -> str:
    return _LINK.sub(lambda link: link[1] if link[2] in gone else link[0], text)
