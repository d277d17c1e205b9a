"""Files for search in the browser: one index a language, and beside each page what a result shows of it."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from scripts.guide import SearchWords, Voice
from scripts.pages.search_terms import columns_of, in_order, terms
from scripts.pages.searchable import Searchable, searchables
from scripts.store import NOTHING_KEPT, Store

INDEX = "search.json"
PASSAGES = "found.json"
"""Below the locale's folder the one, beside each page the other."""

_COLUMNS = ("titles", "aliases", "elsewhere", "asked", "shown", "rest")
"""What a page is found by, the weightiest first."""

MOST_PLACED = 170_000
"""How many words of pages an index holds: with more, a phone's first search would cost above 300 kB."""


def write_search(voice: Voice, docs: Path, store: Store = NOTHING_KEPT) -> None:
    """Write the locale's index and every page's passages below `docs`."""
    found = list(searchables(voice, store))
    _write(docs / INDEX, search_index(found, voice.guide.search.get(voice.locale)), store)
    pages: dict[str, dict[str, object]] = {}
    for each in found:
        page, _, place = each.path.partition("#")
        pages.setdefault(page, {})[place] = passages(each)
    for page, places in pages.items():
        _write(docs / page / PASSAGES, places, store)


def _write(file: Path, data: object, store: Store) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    store.write(file, f"{text}\n".encode())


def passages(each: Searchable) -> Mapping[str, object]:
    """Return what a result shows: its kind, title and summary, and sentences to show the words typed in."""
    said = [*each.first, *each.rest]
    return {"label": each.label, "title": each.title, "summary": each.summary, "said": said}


def search_index(found: Sequence[Searchable], words: SearchWords | None) -> Mapping[str, object]:
    """Return the index as overrides/assets/search/index.js reads it, pages column by column.

    Each column holds the words of a page as steps through the sorted list of all words: small numbers,
    which compress well. Each word stands in the weightiest column of its page alone.
    """
    columns = _columns(found, _silent(words))
    vocabulary = sorted({word for column in columns.values() for page in column for word in page})
    numbers = {word: number for number, word in enumerate(vocabulary)}
    return {
        "paths": [each.path for each in found],
        "kinds": [each.kind for each in found],
        "words": " ".join(vocabulary),
        **{
            name: [_steps(sorted(numbers[word] for word in page)) for page in column]
            for name, column in columns.items()
        },
        **_asked(words),
    }


def _asked(words: SearchWords | None) -> Mapping[str, object]:
    if words is None:
        return {"stops": [], "same": [], "asking": {}}
    return {
        "stops": _phrases(words.stops),
        "same": [_phrases(group) for group in words.same],
        "asking": {kind: _phrases(asked) for kind, asked in words.asking.items()},
    }


def _phrases(written: Sequence[str]) -> list[str]:
    return [phrase for each in written if (phrase := " ".join(in_order(each)))]


def _silent(words: SearchWords | None) -> set[str]:
    return terms(words.stops) if words else set()


def _columns(found: Sequence[Searchable], silent: set[str]) -> dict[str, list[set[str]]]:
    pages = [_columns_of(each) for each in found]
    for page in pages:
        # Ways of asking are many and alike: of them only what tells, and what nothing weightier says.
        page["asked"] -= silent | page["titles"] | page["aliases"]
    return _fitted({name: [page[name] for page in pages] for name in _COLUMNS})


def _columns_of(each: Searchable) -> dict[str, set[str]]:
    columns = {name: set(words) for name, words in each.found_by.items()} or columns_of(each.said)
    columns["asked"] = terms(each.asked)
    columns["rest"] -= columns["asked"]
    return columns


def _fitted(columns: dict[str, list[set[str]]]) -> dict[str, list[set[str]]]:
    """Leave out of the last columns what the most pages hold, which tells least, until the index fits."""
    surplus = sum(len(page) for column in columns.values() for page in column) - MOST_PLACED
    for name in ("rest", "shown", "asked"):
        often = Counter(word for page in columns[name] for word in page)
        gone = set()
        for word, count in sorted(often.items(), key=lambda item: (-item[1], item[0])):
            if surplus <= 0:
                break
            gone.add(word)
            surplus -= count
        columns[name] = [page - gone for page in columns[name]]
    return columns


def _steps(numbers: Sequence[int]) -> list[int]:
    return [number - before for before, number in zip((0, *numbers), numbers, strict=False)]
