"""What a reader does with search: typing as people type, by keyboard, on the way there and back."""

import json
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from scripts.guide import Voice
from tests.built_site import sample_guide

GUIDE = sample_guide()


def _search(page: Page, typed: str, locale: str = "en") -> Locator:
    """Type into the search of the glossary; return the links of the answer, once it stands."""
    page.goto(f"{locale}/glossary/")
    page.keyboard.press("/")
    _type(page, typed)
    return page.locator(".search-results a")


def _type(page: Page, typed: str) -> None:
    """Type into the search that is open; return once its answer stands."""
    page.get_by_role("searchbox").fill(typed)
    answer = f".search-results[data-answers={json.dumps(typed, ensure_ascii=False)}]"
    page.locator(answer).wait_for(state="attached")


def _leads_to(path: str) -> re.Pattern[str]:
    return re.compile(re.escape(path) + "$")


ARRIVALS = {
    "en": {
        "the demo was perfect but the real thing isn't": "tricks/demo-always-works/",
        "what to ask in a demo": "checklists/demo/",
        "hiden price": "tricks/attractive-price/",
        "favoritism": "tricks/kickbacks/",
        "soborno": "tricks/kickbacks/",
        "subscription vs perpetual": "tricks/rent-or-buy/",
    },
    "es": {
        "qué preguntar en una demo": "checklists/demo/",
        "intregacion": "tricks/integration-no-problem/",
        "coima": "tricks/kickbacks/",
        "mordida": "tricks/kickbacks/",
        "kickback": "tricks/kickbacks/",
    },
}


@pytest.mark.parametrize("locale", ARRIVALS)
def test_words_as_people_type_them_arrive(page: Page, locale: str, subtests: pytest.Subtests) -> None:
    links = _search(page, next(iter(ARRIVALS[locale])), locale)
    for typed, arrives in ARRIVALS[locale].items():
        with subtests.test(typed):
            _type(page, typed)
            expect(links.first).to_have_attribute("href", _leads_to(f"/{locale}/{arrives}"))


def test_a_result_shows_its_kind_and_the_words_in_their_sentence_and_how_many_there_are(page: Page) -> None:
    voice = Voice(GUIDE, "en")
    links = _search(page, "minutes of the promises")
    marks = links.first.locator("mark")
    expect(marks.first).to_be_visible()
    assert {word.lower() for word in marks.all_inner_texts()} & {"minutes", "promises"}
    kinds = set(page.locator(".search-results .result-kind").all_inner_texts())
    assert voice.say("kind_countermeasure") in kinds
    said = page.locator(".result-said").first
    expect(said.locator("mark").first).to_be_visible()
    # The count is told, and the rest is shown when asked for.
    _type(page, "price")
    shown = links.count()
    status = page.get_by_role("dialog").get_by_role("status")
    told = re.match(r"(\d+) results", status.inner_text())
    assert told
    assert int(told[1]) > shown
    page.get_by_role("button", name=voice.say("search_more")).click()
    expect(links.nth(shown)).to_be_focused()


def test_what_is_pressed_is_not_taken_away_by_an_answer_on_its_way(page: Page) -> None:
    page.clock.install()
    page.goto("en/glossary/")
    page.keyboard.press("/")
    page.keyboard.type("demo")
    page.clock.run_for(1000)
    results = page.locator(".search-results")
    expect(results).to_have_attribute("data-answers", "demo")
    pressed = results.locator("a").nth(1)
    leads_to = str(pressed.get_attribute("href"))
    pressed.hover()
    # At once: letter by letter, a slow machine would have asked for an answer before the button is down.
    page.keyboard.insert_text("nstration")
    page.mouse.down()
    page.clock.run_for(1000)
    # What was typed last has its answer as soon as the button is let go, and not before.
    page.evaluate("() => new Promise((done) => requestIdleCallback(done))")
    expect(results).to_have_attribute("data-answers", "demo")
    page.mouse.move(1, 1)
    page.mouse.up()
    page.clock.run_for(1000)
    expect(results).to_have_attribute("data-answers", "demonstration")

    page.get_by_role("searchbox").fill("demo")
    page.clock.run_for(1000)
    pressed = results.locator(f'a[href="{leads_to}"]')
    pressed.hover()
    page.get_by_role("searchbox").press_sequentially("s")
    page.mouse.down()
    page.clock.run_for(1000)
    page.mouse.up()
    expect(page).to_have_url(leads_to)


def test_where_nothing_is_found_near_things_are_offered(page: Page) -> None:
    voice = Voice(GUIDE, "en")
    links = _search(page, "xyzzyq")
    expect(links).to_have_count(0)
    near = page.locator(".search-near")
    first = voice.say("example_searches").split(",")[0].strip()
    near.get_by_role("button", name=first).click()
    expect(links.first).to_be_visible()
    expect(near).to_be_hidden()
    page.get_by_role("searchbox").fill("integrrrratttn")
    expect(page.locator(".search-status")).to_have_text(voice.say("search_none"))
    expect(near).to_contain_text(voice.say("search_near"))
    expect(near.locator("a").first).to_have_attribute("href", re.compile("integration"))
    page.keyboard.press("ArrowDown")
    expect(near.locator("a").first).to_be_focused()


def test_enter_takes_what_is_typed_by_then_and_back_returns_to_the_words(page: Page) -> None:
    _search(page, "price")
    # Enter takes the first result of what is typed by then.
    page.get_by_role("searchbox").fill("bribe")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/en/tricks/kickbacks/$"))
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("bribe")
    expect(page.locator(".search-results a").first).to_have_attribute("href", _leads_to("/tricks/kickbacks/"))
    page.keyboard.press("Escape")
    page.reload()
    expect(page.get_by_role("dialog")).to_be_hidden()
