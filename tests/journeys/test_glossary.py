"""The glossary's letters: each leads to its first word, without a script."""

import pytest
from playwright.sync_api import Page, expect

from scripts.guide.voice import Voice
from tests.axe import expect_no_faults_and_no_overflow
from tests.built_site import sample_guide

pytestmark = pytest.mark.browser

GUIDE = sample_guide()


@pytest.mark.parametrize("locale", ["es", "en"])
def test_each_letter_leads_to_its_first_word(plain_page: Page, locale: str) -> None:
    voice = Voice(GUIDE, locale)
    plain_page.goto(f"{locale}/glossary/")
    letters = plain_page.get_by_role("navigation", name=voice.say("glossary_letters"))
    by_letter = voice.terms_by_letter()
    expect(letters.locator("li")).to_have_text([letter or "#" for letter in by_letter])
    used = {letter: terms for letter, terms in by_letter.items() if terms}
    assert 0 < len(used) < len(by_letter), "every letter has words, or none"
    links = letters.get_by_role("link")
    expect(links).to_have_count(len(used))
    for link, terms in zip(links.all(), used.values(), strict=True):
        link.click()
        expect(plain_page.locator(".term h2:target")).to_have_text(voice.words(terms[0].term))
    headings = plain_page.locator(".term h2")
    expect(headings).to_have_text([voice.words(term.term) for terms in used.values() for term in terms])


def test_the_glossary_has_no_faults(page: Page) -> None:
    expect_no_faults_and_no_overflow(page, "es/glossary/")
