"""Pieces of HTML that several export formats show: the prompt, the explanation, the Anki card."""

from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from weakref import WeakKeyDictionary

import jinja2
from markupsafe import Markup

from scripts.courses.portable import PortableQuestion, PortableQuiz
from scripts.guide import Voice, reachable
from scripts.templating import html_templates
from scripts.texts import full_stop

TEMPLATES = Path(__file__).parent / "templates"

_laid_out: WeakKeyDictionary[PortableQuestion, dict[str, str]] = WeakKeyDictionary()
"""What has been laid out of each question: several formats and quizzes show the same."""


def prompt(question: PortableQuestion) -> str:
    """Return the scene, and the claim where there is one, as paragraphs of HTML."""
    return _once("prompt", question)


def explanation(question: PortableQuestion) -> str:
    """Return what explains the answer as a whole, and the link to the trick, as HTML."""
    return _once("explanation", question)


def card_task(question: PortableQuestion) -> str:
    """Return what a card's front shows below the scene; signs and steps are mixed, the same way each time."""
    return _once("card_task", question)


def card_key(question: PortableQuestion, voice: Voice) -> str:
    """Return what a card's back shows: each answer with its reason."""
    return _once("card_key", question, say=voice.say)


def deck_description(quiz: PortableQuiz) -> str:
    """Return what a question category says of itself, as HTML."""
    return about(quiz.summary, quiz.address)


def about(words: str, address: str) -> str:
    """Return words and the address where there is more, as HTML."""
    return _piece("about", words=words, address=reachable(address))


def short_name(question: PortableQuestion, longest: int = 100) -> str:
    """Return the question's name within `longest` characters, the end of a longer one as a hash.

    100 is what Moodle's column `idnumber` holds (lib/db/install.xml).
    """
    if len(question.name) <= longest:
        return question.name
    digest = sha256(question.name.encode()).hexdigest()[:16]
    return f"{question.name[: longest - len(digest) - 1]}-{digest}"


def _once(name: str, question: PortableQuestion, **context: object) -> str:
    pieces = _laid_out.setdefault(question, {})
    if name not in pieces:
        pieces[name] = _piece(name, question=question, **context)
    return pieces[name]


def _piece(name: str, **context: object) -> str:
    html = _template(name).render(context)
    return "".join(line.strip() for line in html.splitlines())


@cache
def _template(name: str) -> jinja2.Template:
    # An environment looks at the file's date each time it is asked for one.
    return _environment().get_template(f"{name}.html.j2")


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    environment = html_templates(TEMPLATES)
    environment.filters["html"] = lambda rich: Markup(rich.html)  # noqa: S704 (sanitised by `texts`)
    environment.filters["full_stop"] = lambda rich: full_stop(rich.plain)
    return environment
