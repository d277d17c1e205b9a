"""The page of a package: the quiz as the site has it, with every question, and who made it."""

import re
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import jinja2

from scripts.courses import PortableQuiz
from scripts.derived import Asked, all_asked, parts_of
from scripts.guide import Voice, reachable
from scripts.pages import TEMPLATES, Page, page_environment, phases_taught, turn_to
from scripts.publishing import content_security_policy

PAGE = "index.html"
SCRIPT = "quiz.js"
LOOKS = "quiz.css"

_OWN_TEMPLATES = Path(__file__).parent / "templates"


def lesson_page(quiz: PortableQuiz, voice: Voice) -> str:
    """Return the page of a quiz, as HTML. Its links lead to the site and open beside the course.

    Where the site has no address yet, what they would lead to is named, and nothing is linked.
    """
    own = voice.guide.quizzes[quiz.slug]
    asked = all_asked(voice.guide, own)
    templates = _templates(voice, quiz.guide_address)
    turn_to(templates, Page("", "lesson.html.j2", quiz.title, quiz.summary))
    page = templates.get_template("lesson.html.j2").render(
        quiz=own,
        asked=asked,
        phases=phases_taught(voice.guide, asked),
        told=quiz,
        digest=_digest(asked),
        policy=content_security_policy(),
        script=SCRIPT,
        looks=LOOKS,
        reachable=reachable,
    )
    return page if reachable(quiz.guide_address) else _unlinked(page, quiz.guide_address)


def _unlinked(page: str, address: str) -> str:
    """Return our own page with its links to an address left as placeholders: `a` that leads nowhere.

    An `a` without `href` is no link to a keyboard or a screen reader (html.spec.whatwg.org, 4.5.1).
    """
    return re.sub(rf'(<a\b[^>]*?) href="{re.escape(address)}[^"]*"', r"\1", page)


@lru_cache(maxsize=8)
def _templates(voice: Voice, guide_address: str) -> jinja2.Environment:
    """Return the templates of pages and of packages: a question of several quizzes is laid out once."""
    address = guide_address.removesuffix(f"{voice.locale}/")
    environment = page_environment(voice, address, seen_from=lambda path, page: guide_address + path)
    return environment.overlay(loader=jinja2.FileSystemLoader([_OWN_TEMPLATES, TEMPLATES]))


def _digest(asked: list[Asked]) -> str:
    """Return what tells a package from one whose questions differ: what a course keeps goes by it."""
    told = (f"{one.name}:{one.question.kind}:{parts_of(one.question)}" for one in asked)
    return sha256(" ".join(told).encode()).hexdigest()[:8]
