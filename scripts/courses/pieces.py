"""Pieces of HTML that several export formats show: the prompt, the explanation, the Anki card."""

from functools import lru_cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from scripts.courses.portable import PortableQuestion, PortableQuiz
from scripts.guide import Voice
from scripts.templating import html_templates

TEMPLATES = Path(__file__).parent / "templates"


def prompt(question: PortableQuestion) -> str:
    """Return the scene, and the claim where there is one, as paragraphs of HTML."""
    return _piece("prompt", question=question)


def explanation(question: PortableQuestion) -> str:
    """Return what explains the answer as a whole, and the link to the trick, as HTML."""
    return _piece("explanation", question=question)


def card_task(question: PortableQuestion) -> str:
    """Return what a card's front shows below the scene; signs and steps are mixed, the same way each time."""
    return _piece("card_task", question=question)


def card_key(question: PortableQuestion, voice: Voice) -> str:
    """Return what a card's back shows: each answer with its reason."""
    return _piece("card_key", question=question, say=voice.say)


def deck_description(quiz: PortableQuiz) -> str:
    """Return what a deck or a question category says of itself, as HTML."""
    return _piece("about", quiz=quiz)


def _piece(name: str, **context: object) -> str:
    html = _environment().get_template(f"{name}.html.j2").render(context)
    return "".join(line.strip() for line in html.splitlines())


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    environment = html_templates(TEMPLATES)
    environment.filters["html"] = lambda rich: Markup(rich.html)  # noqa: S704 (sanitised by `texts`)
    return environment
