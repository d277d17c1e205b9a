"""What a page tells of itself as JSON-LD, in the words of schema.org: nothing that it does not show.

No page is a list of questions that readers asked, so none is an `FAQPage`.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from scripts import texts
from scripts.derived import newest_day, worded
from scripts.guide import GLOSSARY, HOME, TRICKS, Countermeasure, Entry, Meeting, Quiz, Reviewed, Trick, Voice
from scripts.guide import path_to as path_of

Node = dict[str, object]
Trail = Sequence[tuple[str, str]]
"""The pages above a page as it shows them, home left out: the address below the locale and the name."""

_ESCAPED = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"})


class Described(Protocol):
    """What must be known of a page: its address below the locale, its words, what its template shows."""

    @property
    def path(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def description(self) -> str: ...  # noqa: D102
    @property
    def context(self) -> Mapping[str, object]: ...  # noqa: D102


def linked_data(voice: Voice, address: str, page: Described, trail: Trail | None) -> str:
    """Return a page's JSON-LD, fit to stand in a `<script>` as it is: no text in it can end that.

    `address` is the whole site's (ends with `/`), `trail` what the page shows above its title, None where
    it shows nothing.
    """
    home = f"{address}{voice.locale}/"
    entry = page.context.get("entry")
    described: Node = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "url": f"{home}{page.path}",
        "name": page.title,
        "description": page.description,
        "inLanguage": voice.wording.tag,
        "isPartOf": {"@type": "WebSite", "name": voice.say("site_name"), "url": home},
    }
    if isinstance(entry, Entry):
        described |= _days(entry)
    if trail is not None:
        described["breadcrumb"] = _crumbs(voice, home, page, trail)
    subject = _subject(voice, home, page)
    if subject:
        described["mainEntity"] = subject
    return json.dumps(described, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)


def _days(entry: Entry) -> Node:
    days: Node = {}
    if entry.added:
        days["datePublished"] = entry.added
    if newest_day(entry):
        days["dateModified"] = newest_day(entry)
    if isinstance(entry, Reviewed) and entry.reviewed:
        days["lastReviewed"] = entry.reviewed
    return days


def _crumbs(voice: Voice, home: str, page: Described, trail: Trail) -> Node:
    above = [(HOME, voice.say("home")), *trail, (page.path, page.title)]
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": _place(f"{home}{path}")}
        for place, (path, name) in enumerate(above, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _place(address: str) -> Node:
    return {"@type": "WebPage", "@id": address}


def _subject(voice: Voice, home: str, page: Described) -> Node | None:
    """Return what the page is about, None where schema.org has no true word for it."""
    if page.path == GLOSSARY:
        return _glossary(voice, home)
    entry = page.context.get("entry")
    for kind, tell in _TELLING.items():
        if isinstance(entry, kind):
            return {**_named(voice, home, entry), **tell(voice, home, entry)}
    return None


def _named(voice: Voice, home: str, entry: Entry) -> Node:
    return {
        "name": voice.words(entry.name),
        "description": voice.words(entry.summary),
        "url": f"{home}{path_of(entry.kind, entry.slug)}",
    }


def _trick(voice: Voice, home: str, trick: Trick) -> Node:
    catalogue = {
        "@type": "DefinedTermSet",
        "name": voice.say("tricks_title"),
        "url": f"{home}{TRICKS}",
    }
    return {"@type": "DefinedTerm", "termCode": trick.slug, "inDefinedTermSet": catalogue}


def _countermeasure(voice: Voice, home: str, act: Countermeasure) -> Node:
    said = [*texts.paragraphs(voice.words(act.how))]
    told = [{"@type": "HowToStep", "name": voice.words(act.check), "text": "\n".join(said)}]
    return {"@type": "HowTo", "step": told}


def _meeting(voice: Voice, home: str, meeting: Meeting) -> Node:
    acts = [worded(meeting, voice.guide.countermeasures[slug]) for slug in meeting.short]
    told = [
        {
            "@type": "HowToStep",
            "name": voice.words(act.name),
            "text": voice.words(act.check),
            "url": f"{home}{path_of(act.kind, act.slug)}",
        }
        for act in acts
    ]
    return {"@type": "HowTo", "step": told} if told else {"@type": "HowTo"}


def _quiz(voice: Voice, home: str, quiz: Quiz) -> Node:
    return {
        "@type": "Quiz",
        "inLanguage": voice.wording.tag,
        "educationalUse": "self-assessment",
        "isAccessibleForFree": True,
    }


_TELLING: Mapping[type[Entry], Callable[..., Node]] = {
    Trick: _trick,
    Countermeasure: _countermeasure,
    Meeting: _meeting,
    Quiz: _quiz,
}
"""What there is to say of an entry by its kind."""


def _glossary(voice: Voice, home: str) -> Node:
    return {
        "@type": "DefinedTermSet",
        "name": voice.say("glossary_title"),
        "url": f"{home}{GLOSSARY}",
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "name": voice.words(term.term),
                "description": texts.words(voice.words(term.definition)),
                "url": f"{home}{path_of('term', term.id)}",
                "termCode": term.id,
            }
            for term in voice.guide.terms.values()
        ],
    }
