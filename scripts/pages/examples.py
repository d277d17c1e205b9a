"""The shared macros of pages in each of their states: one page for who works on them, never published."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from scripts.guide import Voice
from scripts.pages.page import Page, ThisPage
from scripts.pictures import draw

EXAMPLES = "-/examples/"
"""Below a locale: no entry can stand there."""

_FILE = Path(__file__).parent / "templates" / "examples.yml"


def examples() -> Mapping[str, Sequence[Mapping[str, str]]]:
    """Return for each file of macros its examples: what it `shows`, and the `call` that shows it."""
    found: Mapping[str, Sequence[Mapping[str, str]]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return found


def examples_page(voice: Voice) -> Page:
    """Return the page that shows every example with entries of the guide at hand."""
    guide = voice.guide
    acts = list(guide.countermeasures.values())
    tricks = list(guide.tricks.values())
    asked: dict[str, Mapping[str, object]] = {}
    for trick in tricks:
        for question in trick.quiz:
            asked.setdefault(question.kind, {"trick": trick, "question": question})
        if trick.picture:
            drawn = {"picture": trick.picture, "drawing": draw(trick.picture, voice)}
            asked.setdefault(f"drawn_{trick.picture.kind.replace('-', '_')}", drawn)
    return Page(
        path=EXAMPLES,
        template="examples.md.j2",
        title="Examples",
        description="Every shared macro in every state.",
        context={
            "examples": {
                file: [
                    each for each in states if "asked." not in each["call"] or _kind(each["call"]) in asked
                ]
                for file, states in examples().items()
            },
            "shown": _shown,
            "trick": tricks[0],
            "tricks": tricks[:2],
            "act": next((act for act in acts if act.ask), acts[0]),
            "with_clause": next((act for act in acts if act.clause), acts[0]),
            "assessment": guide.assessment,
            "asked": asked,
        },
    )


def _kind(call: str) -> str:
    return call.partition("asked.")[2].partition(".")[0]


@pass_context
def _shown(context: Context, file: str, call: str) -> Markup:
    source = f"{{% import '{file}' as feature %}}{{{{ feature.{call} }}}}"
    this: ThisPage = context["page_info"]
    own = this.trail
    html = context.environment.from_string(source).render(context.get_all())
    # What a piece says of a page is not meant of the page of examples.
    this.trail = own
    return Markup(html)  # noqa: S704 (the macros escape)
