"""No full stop follows a question or an exclamation mark, wherever a name ends in one."""

import functools
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page

from scripts.guide.question import MatchSigns
from scripts.guide.voice import Voice
from tests.built_site import page_at
from tests.real_guide import real_guide

GUIDE = real_guide()
ASKING = {
    trick.slug
    for trick in GUIDE.tricks.values()
    if any(name.endswith(("?", "!")) for name in trick.name.root.values())
}


@functools.cache
def _pages_that_match_signs() -> list[tuple[str, str]]:
    """Return the pages of the questions in which a name that asks is a right answer, in each language."""
    asked_of = [
        trick.slug
        for trick in GUIDE.tricks.values()
        for question in trick.quiz
        if isinstance(question, MatchSigns) and any(pair.trick in ASKING for pair in question.pairs)
    ]
    return [(locale, f"questions/{slug}") for locale, slug in product(GUIDE.site.locales, asked_of)]


def test_a_name_that_asks_takes_no_full_stop_in_an_answer(site: Path) -> None:
    if not ASKING:
        pytest.skip("no trick's name asks anything")
    assert _pages_that_match_signs() != []
    stopped = [
        f"{locale}/{path}: {name}."
        for locale, path in _pages_that_match_signs()
        for name in (Voice(GUIDE, locale).words(GUIDE.tricks[slug].name) for slug in ASKING)
        if f"{name}." in page_at(site, locale, path).text()
    ]
    assert stopped == []


def test_a_name_that_asks_takes_no_full_stop_in_the_words_of_a_script(modules: Page) -> None:
    said = modules.evaluate(
        """async (names) => {
            document.documentElement.lang = "en";
            const { say } = await import("/shell/words.js");
            return names.map((name) => say("Removed: {name}. Left: {count}.", { name, count: 2 }));
        }""",
        ["Subscribe or buy?", "Sign now!", "The demo", ""],
    )
    assert said == [
        "Removed: Subscribe or buy? Left: 2.",
        "Removed: Sign now! Left: 2.",
        "Removed: The demo. Left: 2.",
        "Removed: . Left: 2.",
    ]
