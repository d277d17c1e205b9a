"""The whole catalogue as rows of a table: one entry a row."""

import csv
import io
from collections.abc import Sequence

from scripts.open_data.telling import Fields
from scripts.texts import as_cell

_PLAIN = ("id", "kind", "slug", "phase", "severity", "when", "effort")
_TOLD = ("name", "summary", "check", "ask", "url")
_DAYS = ("added", "reviewed", "lastmod")
_LISTS = ("meetings", "countermeasures", "tricks", "related")
_WHOSE = "origin"
"""Last: who reads a table by the place of its columns finds the others where they were."""


def catalogue_rows(
    entries: Sequence[Fields], locales: Sequence[str] | None
) -> tuple[list[str], list[list[str]]]:
    """Return the header and the rows; ids in a cell are parted by blanks, what an entry lacks is empty.

    `locales` are those that have a column each for what is told, None where texts are in one language.
    """
    told = [(field, locale) for field in _TOLD for locale in locales or [""]]
    header = [
        *_PLAIN,
        *(f"{field}_{locale}" if locale else field for field, locale in told),
        *_DAYS,
        *_LISTS,
        _WHOSE,
    ]
    rows = [
        [
            *(str(entry.get(field) or "") for field in _PLAIN),
            *(_words(entry.get(field), locale) for field, locale in told),
            *(str(entry.get(field) or "") for field in _DAYS),
            *(" ".join(entry.get(field) or ()) for field in _LISTS),
            str(entry[_WHOSE]),
        ]
        for entry in entries
    ]
    return header, rows


def _words(text: object, locale: str) -> str:
    return str(text.get(locale, "") if isinstance(text, dict) else text or "")


def written_csv(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Return a table as CSV (RFC 4180) in UTF-8, no cell of which is a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows(map(as_cell, row) for row in rows)
    return out.getvalue().encode()
