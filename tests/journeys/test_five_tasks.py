"""Five things a buyer comes with, on a phone, from the home page to the page that answers."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from scripts.guide import Voice
from tests.built_site import built_site
from tests.conftest import serving
from tests.real_guide import real_guide

PHONE: ViewportSize = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of the whole guide: the right page has to be found among all."""
    with serving(built_site()) as address:
        yield address


def _by_search(typed: str) -> Callable[[Page, Voice], None]:
    def walk(page: Page, voice: Voice) -> None:
        page.locator(".hero-actions [data-search-open]").tap()
        page.get_by_role("searchbox").fill(typed)
        expect(page.locator(".search-results")).to_have_attribute("data-answers", typed)
        page.locator(".search-results a").first.tap()

    return walk


def _by_meeting(page: Page, voice: Voice) -> None:
    page.get_by_role("link", name=real_guide().meetings["demo"].name.root[voice.locale]).first.tap()
    page.get_by_role("button", name=voice.say("quick")).tap()
    expect(page.locator(".item:visible").first).to_be_visible()


def _by_menu(page: Page, voice: Voice) -> None:
    page.locator(".site-menu summary").tap()
    page.locator(".site-menu").get_by_role("link", name=voice.say("paths_title")).tap()
    # The home page has such a link too.
    expect(page).to_have_url(re.compile(f"/{voice.locale}/paths/$"))
    page.get_by_role("link", name=real_guide().paths["an-hour-for-everyone"].name.root[voice.locale]).tap()


TASKS = {
    "en": [
        (_by_search("your vendor offers a discount until Friday"), "tricks/end-of-quarter-discount/"),
        (_by_search("they want to audit your licences"), "tricks/audit-as-a-sale/"),
        (_by_meeting, "checklists/demo/"),
        (_by_search("can you leave this contract?"), "tricks/no-early-exit/"),
        (_by_search("teach your team in an hour"), "paths/an-hour-for-everyone/"),
        (_by_menu, "paths/an-hour-for-everyone/"),
    ],
    "es": [
        (_by_search("me ofrecen un descuento hasta el viernes"), "tricks/end-of-quarter-discount/"),
        (_by_search("quieren auditar mis licencias"), "tricks/audit-as-a-sale/"),
        (_by_meeting, "checklists/demo/"),
        (_by_search("¿puedo salir de este contrato?"), "tricks/no-early-exit/"),
        (_by_search("formar a mi equipo en una hora"), "paths/an-hour-for-everyone/"),
        (_by_menu, "paths/an-hour-for-everyone/"),
    ],
}


@pytest.mark.parametrize("locale", TASKS)
def test_each_task_ends_at_the_page_that_answers(browser: Browser, server: str, locale: str) -> None:
    context = browser.new_context(
        base_url=server, viewport=PHONE, has_touch=True, is_mobile=True, service_workers="block"
    )
    page, voice = context.new_page(), Voice(real_guide(), locale)
    for walk, answer in TASKS[locale]:
        page.goto(f"{locale}/")
        walk(page, voice)
        expect(page).to_have_url(re.compile(f"/{locale}/{answer}$"))
    context.close()
