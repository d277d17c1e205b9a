"""Every address of the site below a locale's folder, said once, and whether the site has one yet.

Paths end with `/` where a page stands there; the home page's is empty.
"""

import re
from collections.abc import Iterable, Mapping
from ipaddress import ip_address
from pathlib import PurePosixPath
from urllib.parse import urlsplit

_NOBODYS = re.compile(
    r"(?:.*\.)?(?:example|invalid|test|localhost|localdomain|example\.(?:com|net|org))\.?\Z", re.IGNORECASE
)
"""Hosts that stand for one to come (RFC 2606, RFC 6761), and what machines call themselves."""

_PATHS: Mapping[str, str] = {
    "trick": "tricks/{}/",
    "countermeasure": "countermeasures/{}/",
    # Named as its countermeasure is.
    "clause": "clauses/#clause-{}",
    "meeting": "checklists/{}/",
    "quiz": "quizzes/{}/",
    "phase": "phases/{}/",
    "path": "paths/{}/",
    "questions": "questions/{}/",
    "term": "glossary/#{}",
    "calculator": "calculator/#group-{}",
    "kind": "calculator/#kind-{}",
    # A subject of which there is no clause has no section.
    "subject": "clauses/",
    "page": "{}/",
}

HOME = ""
TRICKS = "tricks/"
COUNTERMEASURES = "countermeasures/"
CHECKLISTS = "checklists/"
MY_CHECKLIST = "checklists/mine/"
QUIZZES = "quizzes/"
PATHS = "paths/"
PURCHASE = "purchase/"
QUESTIONS = "questions/"
GLOSSARY = "glossary/"
SOURCES = "sources/"
TRANSLATIONS = "translations/"
CALCULATOR = "calculator/"
CLAUSES = "clauses/"
COMPARE = "compare/"
NEWS = "new/"
FEED = "new/feed.atom"
DATA = "data/"
API = "api/v1/"
"""Beside the languages' folders: what other programs are given."""
MATRIX_OF_MEETINGS = "matrix/"
MATRIX_OF_COUNTERMEASURES = "matrix/countermeasures/"

SEARCHED = frozenset(
    (
        *(CHECKLISTS, MY_CHECKLIST, QUIZZES, GLOSSARY, MATRIX_OF_MEETINGS, MATRIX_OF_COUNTERMEASURES),
        *(PATHS, PURCHASE, COMPARE, CALCULATOR, CLAUSES, NEWS, DATA),
    )
)
"""Pages of FIXED that search leads to; no entry's aliases say what they are called."""

_STOPS = (CHECKLISTS, CLAUSES, COMPARE, GLOSSARY, NEWS, PURCHASE, QUIZZES)
STOPS = frozenset(path.rstrip("/") for path in _STOPS)
"""Pages of tools and lists to which a guided path can lead, besides entries and hand-written pages.

The interface's words `<name>_title` and `<name>_description` say what each is.
"""

FIXED = frozenset((*(HOME, TRICKS, COUNTERMEASURES, QUESTIONS, SOURCES, TRANSLATIONS), *SEARCHED))
"""The pages that every guide has or may have, whatever its entries; those of assessments come beside."""


def path_to(kind: str, name: str) -> str:
    """Return the address below the locale of the entry `name` of `kind`."""
    return HOME if (kind, name) == ("page", "index") else _PATHS[kind].format(name)


def of_assessments(slugs: Iterable[str]) -> dict[str, str]:
    """Return each assessment's address below the locale: the first is the guide's own."""
    return {slug: f"assessment/{slug}/" if position else "assessment/" for position, slug in enumerate(slugs)}


def relative(target: str, page: str) -> str:
    """Return the address of `target` as seen from `page`; both are paths below the locale."""
    up = "../" * len(PurePosixPath(page).parts)
    return (up + target) or "./"


def reachable(address: str) -> str:
    """Return an address that a reader may be led to; empty where its host only stands for one to come.

    What people see (paper, files, links out of both) asks here. What programs are told, and cannot go without
    a whole address (the sitemap, the feed, identifiers), takes the address as it is.
    """
    host = urlsplit(address).hostname or ""
    return "" if not host or _NOBODYS.match(host) or _is_this_machine(host) else address


def _is_this_machine(host: str) -> bool:
    try:
        number = ip_address(host)
    except ValueError:
        return False
    return number.is_loopback or number.is_unspecified
