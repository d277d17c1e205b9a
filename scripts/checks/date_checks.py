"""Check that nothing was written, read or reviewed on a day that has not come yet."""

import datetime
from collections.abc import Iterator, Mapping

from scripts.entries import FieldPath, MarkedYaml
from scripts.guide import Guide, Reviewed
from scripts.problems import Problem, fault

Marks = Mapping[str, MarkedYaml]


def dates_to_come(guide: Guide, marks: Marks, today: datetime.date | None = None) -> Iterator[Problem]:
    """Yield a problem for each date after `today`, the clock's day where none is given.

    The day after is let through: it has begun where the contributor is, though perhaps not here.
    """
    latest = ((today or datetime.datetime.now(datetime.UTC).date()) + datetime.timedelta(days=1)).isoformat()
    for file, path, written in _dates(guide):
        # ISO dates of one length sort as days do; a year or a month alone is compared as such.
        if written > latest[: len(written)]:
            yield marks[file].problem(path, fault("date-to-come", given=written))


def _dates(guide: Guide) -> Iterator[tuple[str, FieldPath, str]]:
    for entry in guide.entries():
        if isinstance(entry, Reviewed) and entry.reviewed:
            yield entry.file, ("reviewed",), entry.reviewed
    for entry in guide.citing():
        for index, source in enumerate(entry.sources):
            yield entry.file, ("sources", index, "date"), source.date
            yield entry.file, ("sources", index, "accessed"), source.accessed
