"""What is new in the guide, day by day, as its entries tell: no clock is asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scripts.guide import Entry, Guide, Reviewed, of_assessments, path_to


@dataclass(frozen=True)
class NewsOfDay:
    """What came into the guide on a day, and what was read again on it, both in the guide's order."""

    day: str
    added: Sequence[Entry]
    reviewed: Sequence[Entry]


def news(guide: Guide) -> list[NewsOfDay]:
    """Return the days on which entries came or were read again, the newest first.

    What was read on the day on which it came is told once, as new.
    """
    added: dict[str, list[Entry]] = {}
    reviewed: dict[str, list[Entry]] = {}
    for entry in guide.entries():
        if entry.added:
            added.setdefault(entry.added, []).append(entry)
        again = newest_day(entry)
        if again and again != entry.added:
            reviewed.setdefault(again, []).append(entry)
    days = sorted({*added, *reviewed}, reverse=True)
    return [NewsOfDay(day, added.get(day, ()), reviewed.get(day, ())) for day in days]


def newest_day(entry: Entry) -> str:
    """Return the newest day that an entry tells of itself, empty where it tells none."""
    reviewed = entry.reviewed if isinstance(entry, Reviewed) else None
    return max(entry.added or "", reviewed or "")


def newest_review(guide: Guide) -> str | None:
    """Return the day of the latest review of an entry, the state of the guide; None where there is none."""
    entries = (*guide.citing(), *guide.meetings.values())
    return max((entry.reviewed for entry in entries if entry.reviewed), default=None)


def entry_addresses(guide: Guide) -> Iterator[tuple[Entry, str]]:
    """Yield each entry with the address of its page below the locale, in the guide's order."""
    assessments = of_assessments(guide.assessments)
    for entry in guide.entries():
        if entry.kind == "assessment":
            yield entry, assessments[entry.slug]
        else:
            yield entry, path_to(entry.kind, entry.slug)


def changed_days(guide: Guide) -> Mapping[str, str]:
    """Return the newest day of each page that shows an entry, by the page's address below the locale."""
    days = {address: newest_day(entry) for entry, address in entry_addresses(guide)}
    days |= {path_to("questions", slug): newest_day(trick) for slug, trick in guide.tricks.items()}
    return {address: day for address, day in days.items() if day}
