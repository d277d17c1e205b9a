"""A small guide whose every text is markup, hostile and innocent, and the pages that are made of it."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from scripts.benchmark.our_pages import build_pages
from scripts.entries import load
from scripts.guide import Guide
from scripts.guide.wording import placeholders
from scripts.publishing import (
    write_offline,
)
from scripts.texts.localized import Aliases, BlockText, InlineText, Text
from tests.small_guide import small_guide

MARKUP = (
    """</title><script>alert(1)</script>"gratis" onload='x' &amp; <b>{{7*7}}{%x%} ]]> *a* _b_ #1 \\< `c`"""
)
ADDRESS = "https://forewarned.example/"


def hostile_guide(folder: Path) -> Guide:
    """Return a guide in which MARKUP stands in every text, every alias and every word of the interface."""
    loaded = load(small_guide(folder)).guide
    assert loaded is not None
    # The same text is read once a process: what others were given of it stays as it is.
    guide = deepcopy(loaded)
    for part in _parts(guide):
        _spoil(part)
    for wording in guide.wordings.values():
        _set(wording, "language", MARKUP)
        for key, said in wording.words.items():
            kept = (
                {form: _with_places(words) for form, words in said.items()}
                if isinstance(said, dict)
                else said
            )
            wording.words[key] = kept if isinstance(kept, dict) else _with_places(kept)
    return guide


def written_site(guide: Guide, folder: Path) -> Path:
    """Make pages, root files and what is kept offline of a guide; no papers, no search."""
    site = folder / "site"
    assets = build_pages(guide, site, ADDRESS)
    write_offline(guide, site, ADDRESS, assets)
    return site


def _parts(guide: Guide) -> Iterator[BaseModel]:
    mappings: list[Mapping[str, Any]] = [
        *(guide.tricks, guide.countermeasures, guide.meetings, guide.quizzes),
        *(guide.assessments, guide.phases, guide.terms),
    ]
    for mapping in mappings:
        yield from mapping.values()
    for versions in guide.pages.values():
        for page in versions.values():
            object.__setattr__(page, "body", f"## {_literal(MARKUP)}\n\n{_literal(MARKUP)}\n")
            yield page.front


_WORDS = ("title", "description", "words", "offer", "price")
"""Fields of one language that are words: of sources and of hand-written pages."""


def _spoil(part: BaseModel) -> None:
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, str) and name in _WORDS:
            _set(part, name, MARKUP)
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, Text):
                words = _literal(MARKUP) if isinstance(inner, InlineText | BlockText) else MARKUP
                inner.root.update(dict.fromkeys(inner.root, words))
            elif isinstance(inner, Aliases):
                inner.root.update({locale: [MARKUP] for locale in inner.root})
            elif isinstance(inner, BaseModel):
                _spoil(inner)


def _literal(words: str) -> str:
    """Return Markdown that shows the words (CommonMark 2.4)."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", words)


def _with_places(pattern: str) -> str:
    braces = MARKUP.replace("{", "{{").replace("}", "}}")
    return " ".join([braces, *(f"{{{name}}}" for name in sorted(placeholders(pattern)))])


def _set(part: BaseModel, name: str, value: str) -> None:
    part.__dict__[name] = value
