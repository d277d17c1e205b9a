"""Larger guides, made of the real one."""

import shutil
from pathlib import Path

import yaml


def enlarged(root: Path, folder: Path, tricks: int, added: int = 0) -> int:
    """Copy the guide below `root` into `folder` with at least `tricks` tricks; return how many it has.

    `added` of them are not made here: what is laid over the guide brings them.

    Each copy of a trick has a slug and a name of its own and stays in its phase, its meetings and among its
    countermeasures, so that all of these grow with it.
    """
    for name in ("content", "tricks"):
        shutil.copytree(root / name, folder / name)
    originals = sorted((root / "tricks").glob("*/*.yml"))
    for number in range(max(0, tricks - added - len(originals))):
        original = originals[number % len(originals)]
        turn = number // len(originals) + 2
        copy = folder / "tricks" / original.parent.name / f"{original.stem[:50]}-{turn}.yml"
        copy.write_text(_renamed(original.read_text(encoding="utf-8"), turn), encoding="utf-8")
    return max(tricks, len(originals) + added)


def _renamed(text: str, turn: int) -> str:
    trick = yaml.safe_load(text)
    trick["name"] = {locale: f"{words} {turn}" for locale, words in trick["name"].items()}
    # What once was the original's stays its own.
    trick.pop("formerly", None)
    for question in trick["quiz"]:
        question.pop("formerly_of", None)
    return yaml.safe_dump(trick, allow_unicode=True, sort_keys=False, width=float("inf"))
