"""Check the interface's words: those that pages ask for, with the values that pages have."""

import json
from collections.abc import Iterator, Mapping, Set
from functools import lru_cache

from scripts.entries import FOLDER, FieldPath, MarkedYaml
from scripts.guide import Guide, PluralForm, placeholders
from scripts.problems import Problem, fault


@lru_cache(maxsize=1)
def words_asked_for() -> Mapping[str, Set[str]]:
    """Return the key of each of the interface's words that pages ask for, with its placeholders."""
    written = json.loads((FOLDER / "words.json").read_text(encoding="utf-8"))
    return {key: frozenset(names) for key, names in written.items()}


def word_problems(guide: Guide, marks: Mapping[str, MarkedYaml], *, strict: bool) -> Iterator[Problem]:
    """Yield what each language's words lack, have too much, or ask of pages in vain.

    The default language, from which every other one takes what it lacks, must have them all.
    """
    default = guide.site.default_locale
    known = dict(words_asked_for())
    for key, words in guide.wordings[default].words.items():
        known.setdefault(key, _names(words))
    for code, wording in guide.wordings.items():
        for key, words in wording.words.items():
            marked = saying(guide, marks, code, key)
            if key not in known:
                unknown = fault("unknown-words", name=key, among=known)
                yield marked.problem(("words", key), unknown, at_key=True)
            elif extra := _names(words) - known[key]:
                found = fault("unknown-placeholder", names=", ".join(sorted(extra)))
                yield marked.problem(("words", key), found)
        needed = words_asked_for() if code == default else known if strict else ()
        for key in needed:
            if key not in wording.words:
                nowhere, missing = fault("words-nowhere", key=key), fault("missing-words", key=key)
                found = nowhere if code == default else missing
                yield saying(guide, marks, code).problem(("words",), found, at_key=True)


def saying(guide: Guide, marks: Mapping[str, MarkedYaml], code: str, key: str = "") -> MarkedYaml:
    """Return the file that says an interface word in a language: what is laid over the guide, or its own."""
    return holding(guide, marks, f"content/ui/{code}.yml", ("words", key))


def holding(guide: Guide, marks: Mapping[str, MarkedYaml], name: str, key: FieldPath) -> MarkedYaml:
    """Return the file that holds a key of `name`: what is laid over the guide, or its own."""
    local = marks.get(f"{guide.overlay.top}{name}") if guide.overlay else None
    if local and (name not in marks or key in local.keys):
        return local
    return marks[name]


def _names(patterns: str | Mapping[PluralForm, str]) -> Set[str]:
    if isinstance(patterns, str):
        return placeholders(patterns)
    return frozenset().union(*map(placeholders, patterns.values()))
