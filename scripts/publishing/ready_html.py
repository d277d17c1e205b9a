"""A Python-Markdown extension for pages whose HTML is made already: only their headings are Markdown.

`render` writes sanitised HTML between headings. Markdown's own HTML parser would find nothing to do in
it, and would take most of the time of a build.
"""

import re
from collections.abc import Iterator, Sequence

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_HEADING = re.compile(r"#{2,6} ")
_END = re.compile(r"</\w+>\s*\Z")


class ReadyHtml(Extension):
    """Takes every line but headings as it stands."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        """Register the step that sets the HTML aside, after line ends are normalised, before all else."""
        md.preprocessors.register(_SetAside(md), "ready_html", priority=29)


class _SetAside(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        kept: list[str] = []
        for heading, text in headings_and_html(lines):
            kept += ["", text if heading else self.md.htmlStash.store(text)]
        return kept


def headings_and_html(lines: Sequence[str]) -> Iterator[tuple[bool, str]]:
    """Yield the page in its parts: (whether it is a heading, its text).

    A heading stands after a blank line that follows the end of an element or another heading. Within a
    paragraph or a listing, where texts are, a line that looks like one never does.
    """
    begun = 0
    for place, line in enumerate(lines):
        # Hardly any line begins so: what stands before it is looked at only then.
        if line.startswith("##") and _HEADING.match(line) and _may_begin(lines, place):
            yield from _html(lines[begun:place])
            yield True, line
            begun = place + 1
    yield from _html(lines[begun:])


def _may_begin(lines: Sequence[str], place: int) -> bool:
    """Tell whether nothing that stands before a line can have the line in it."""
    if place and lines[place - 1]:
        return False
    before = next((line for line in reversed(lines[:place]) if line.strip()), "")
    return not before or bool(_END.search(before) or _HEADING.match(before))


def _html(block: Sequence[str]) -> Iterator[tuple[bool, str]]:
    text = "\n".join(block).strip()
    if text:
        yield False, text
