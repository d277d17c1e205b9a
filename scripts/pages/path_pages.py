"""The pages of guided paths, and the ways on that the pages of a path's steps have."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scripts.guide import PATHS, STOPS, GuidedPath, Piece, Step, Voice, path_to
from scripts.pages.page import Page, entry_page, index_page
from scripts.texts import Text

PARAMETER = "path"
"""What an address names the path by that its reader is on."""


@dataclass(frozen=True)
class Stop:
    """A page of a path: its address below the locale, its name, and what it says in one sentence."""

    address: str
    name: Text | str
    gist: Text | str


@dataclass(frozen=True)
class Way:
    """A path as seen from one of its pages: which it is of how many, what comes before it and what after."""

    path: GuidedPath
    number: int
    of: int
    previous: Stop | None
    next: Stop | None
    only: Piece | None
    """The part of the page that is read on this path, if not all of it."""


def path_pages(voice: Voice) -> Iterator[Page]:
    """Yield the list of paths and the page of each."""
    yield index_page(voice, PATHS, "paths.md.j2", "paths")
    for path in voice.guide.paths.values():
        yield entry_page(voice, path_to("path", path.slug), "path.md.j2", path, stops=stops(voice, path))


def stops(voice: Voice, path: GuidedPath) -> Sequence[Stop]:
    """Return the pages of a path in order, each with the path in its address."""
    return [
        Stop(
            f"{path_to(*step.reference)}?{PARAMETER}={path.slug}{_anchor(step)}", *_name_and_gist(voice, step)
        )
        for step in path.steps
    ]


def _anchor(step: Step) -> str:
    """Return where on its page the step begins: a sheet is asked for at the top of its list."""
    return "#in-one-minute" if step.only == "minute" else ""


def ways_on(voice: Voice) -> Mapping[str, Sequence[Way]]:
    """Return, for the address of each page that is on a path, the ways on from there."""
    ways: dict[str, list[Way]] = {}
    for path in voice.guide.paths.values():
        all_stops = stops(voice, path)
        for place, step in enumerate(path.steps):
            before = all_stops[place - 1] if place else None
            after = all_stops[place + 1] if place + 1 < len(all_stops) else None
            way = Way(path, place + 1, len(all_stops), before, after, step.only)
            ways.setdefault(path_to(*step.reference), []).append(way)
    return ways


def _name_and_gist(voice: Voice, step: Step) -> tuple[Text | str, Text | str]:
    guide = voice.guide
    kind, slug = step.reference
    if kind == "page" and slug in STOPS:
        return voice.say(f"{slug}_title"), voice.say(f"{slug}_description")
    if kind == "page":
        _, page = voice.page(slug)
        return page.title, page.description
    if kind == "countermeasure":
        act = guide.countermeasures[slug]
        return act.name, act.check
    named = {
        "trick": guide.tricks,
        "meeting": guide.meetings,
        "quiz": guide.quizzes,
    }
    return named[kind][slug].name, named[kind][slug].summary
