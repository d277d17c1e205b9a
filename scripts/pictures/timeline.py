"""The purchase from its first meeting to its last: what waits at each, and how strong the buyer is there.

The buyer's strength is drawn as a band that runs through all meetings, as wide as the buyer is strong; each
meeting has its own piece of it, which is stretched to whatever height its words take.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from scripts.guide import STRONGEST, Guide, Meeting

PIECE = 100
"""A piece is as many units wide and high."""


@dataclass(frozen=True)
class Station:
    """A meeting, the number of its tricks, and its piece of the band (empty where its strength is not told).

    `falls_from` is the strength at the meeting before, where no other fall is greater; elsewhere it is 0.
    """

    meeting: Meeting
    tricks: int
    piece: str
    falls_from: int


def timeline(guide: Guide) -> list[Station]:
    """Return the meetings in the order of a purchase."""
    meetings = list(guide.meetings.values())
    levels = [meeting.strength.level if meeting.strength else 0 for meeting in meetings]
    lowest = _furthest_fall(levels)
    return [
        Station(
            meeting,
            len(guide.tricks_of_meeting(meeting.slug)),
            _piece(levels, place),
            levels[place - 1] if place == lowest else 0,
        )
        for place, meeting in enumerate(meetings)
    ]


def _furthest_fall(levels: Sequence[int]) -> int:
    """Return the place after the furthest fall, the first of several; -1 where none falls."""
    falls = {place: levels[place - 1] - levels[place] for place in range(1, len(levels)) if levels[place]}
    place = max(falls, key=lambda each: falls[each], default=-1)
    return place if falls.get(place, 0) > 0 else -1


def _piece(levels: Sequence[int], place: int) -> str:
    """Return a meeting's piece of the band as SVG path data: full width in its middle, half-way at its ends.

    An end is half of the curve that leads from one width to the next, so that two pieces join smoothly.
    """
    level = levels[place]
    if not level:
        return ""
    before = levels[place - 1] if place and levels[place - 1] else level
    after = levels[place + 1] if place + 1 < len(levels) and levels[place + 1] else level
    near_before, near_after = level + (before - level) / 4, level + (after - level) / 4
    right = (
        ((before + level) / 2, 0.0),
        (near_before, 7.5),
        (level, 15.0),
        (level, 30.0),
        (level, 50.0),
        (level, 50.0),
        (level, 70.0),
        (level, 85.0),
        (near_after, 92.5),
        ((level + after) / 2, 100.0),
    )
    down = [_at(half, y) for half, y in right]
    up = [_at(-half, y) for half, y in reversed(right)]
    return f"M{down[0]}C{' '.join(down[1:])}L{up[0]}C{' '.join(up[1:])}Z"


def _at(wide: float, y: float) -> str:
    return f"{PIECE / 2 + PIECE * wide / STRONGEST / 2:g} {y:g}"
