"""Guides of three tricks with the real frame, for tests of what any guide would show."""

import functools
import re
import shutil
from collections.abc import Set
from pathlib import Path

from scripts.places import REPOSITORY
from tests import DATA

TRICKS = frozenset({"attractive-price", "demo-always-works", "kickbacks"})
_LINK = re.compile(r"\[([^\]]*)\]\(trick:([a-z0-9-]+)\)")
_LIST = re.compile(r"^( *(?:tricks|related): )\[([^\]]*)\]", re.MULTILINE)
_CHOICES = re.compile(
    r"^(?:short|first|signs|timing|ask_ahead|drafts|worded):(?: .*\n|\n(?:(?:[ #].*)?\n)*)", re.MULTILINE
)
"""What a meeting's editor chose among the acts and signs of every trick."""
_LESSON = re.compile(r"^  lesson:\n(?:    .*\n)*", re.MULTILINE)
"""What a trainer needs of a phase, who teaches most of its tricks."""
_ASKED = re.compile(
    r"^  (?:tricks|countermeasures|checklists|paths)/([a-z0-9-]+)/: \[\n(?:    .*\n)*  \]\n", re.MULTILINE
)
"""How people ask for an entry, in the words of search."""
_ITEM = re.compile(r"^(?=  - id: )", re.MULTILINE)


def small_guide(folder: Path) -> Path:
    """Copy the repository's data into `folder`, all but three tricks and what speaks of the others.

    Texts are cut, not written anew: fields, words, meetings and languages are always today's.
    """
    for name in ("content", "tricks"):
        shutil.copytree(REPOSITORY / name, folder / name)
    # A path leads through many tricks.
    shutil.rmtree(folder / "content/paths")
    for file in (folder / "tricks").rglob("*.yml"):
        if file.stem not in TRICKS:
            file.unlink()
    for file in [*folder.rglob("*.yml"), *folder.rglob("*.md")]:
        text = file.read_text(encoding="utf-8")
        cut = _without_the_others(text, items=file.parent.name in ("assessments", "buying", "people"))
        if cut != text:
            file.write_text(cut, encoding="utf-8")
    _drop_unused_acts(folder)
    return folder


def _without_the_others(text: str, *, items: bool) -> str:
    """Return the text without links, list items and (of `items`) parts that name a trick that is gone."""
    gone = rf"\b(?:{'|'.join(sorted(_gone()))})\b"
    if items:
        parts = _ITEM.split(text)
        names = re.compile(rf"^ *(?:- )?(?:tricks: .*|trick: ){gone}|, trick: {gone}", re.MULTILINE)
        text = "".join(part for part in parts if not names.search(part))
    text = _ASKED.sub(lambda asked: asked[0] if asked[1] in TRICKS else "", text)
    text = _LESSON.sub("", _CHOICES.sub("", text))
    text = re.sub(rf"^  - \{{.*, trick: {gone}\}}\n", "", text, flags=re.MULTILINE)
    text = _LINK.sub(lambda link: link[0] if link[2] in TRICKS else link[1], text)
    return _LIST.sub(lambda found: f"{found[1]}[{', '.join(_kept(found[2]))}]", text)


def _kept(names: str) -> list[str]:
    return [name for name in re.split(r",\s*", names.strip()) if name not in _gone()]


@functools.cache
def _gone() -> Set[str]:
    return {file.stem for file in (REPOSITORY / "tricks").rglob("*.yml")} - TRICKS


def _drop_unused_acts(folder: Path) -> None:
    """Delete the countermeasures that no file names any more, nor the entries that tests add."""
    acts = {file.stem: file for file in (folder / "content/countermeasures").glob("*.yml")}
    said = "\n".join(
        file.read_text(encoding="utf-8")
        for file in [*folder.rglob("*.yml"), *folder.rglob("*.md"), *DATA.glob("sound-*.yml")]
        if file not in acts.values()
    )
    named = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", said))
    for slug, file in acts.items():
        if slug not in named:
            file.unlink()
    _cut_links(folder, "countermeasure", {*acts} - named)


def _cut_links(folder: Path, kind: str, gone: Set[str]) -> None:
    """Leave the words of each link to an entry that is gone."""
    link = re.compile(rf"\[([^\]]*)\]\({kind}:([a-z0-9-]+)\)")
    for file in [*folder.rglob("*.yml"), *folder.rglob("*.md")]:
        text = file.read_text(encoding="utf-8")
        cut = link.sub(lambda found: found[1] if found[2] in gone else found[0], text)
        if cut != text:
            file.write_text(cut, encoding="utf-8")


def tiny_guide(folder: Path) -> Path:
    """Copy into `folder` what `small_guide` does, but with one meeting and one quiz: quick to build."""
    small_guide(folder)
    for kind, name, kept in (("meeting", "meetings", "demo"), ("quiz", "quizzes", "people")):
        others = [file for file in (folder / "content" / name).glob("*.yml") if file.stem != kept]
        for file in others:
            file.unlink()
        _cut_links(folder, kind, {file.stem for file in others})
    for file in [*(folder / "tricks").rglob("*.yml"), folder / "content/calculator.yml"]:
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"^( *meetings: ).*", r"\1[demo]", text, flags=re.M), encoding="utf-8")
    return folder
