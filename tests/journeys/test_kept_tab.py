"""The tab that journeys take turns in is as new for each of them."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.kept_tab import KeptTab

_KEEP = """async () => {
    localStorage.setItem("kept", "1");
    sessionStorage.setItem("kept", "1");
    document.cookie = "kept=1;path=/";
    await caches.open("kept");
    await new Promise((done, failed) => {
        const opening = indexedDB.open("kept");
        opening.onsuccess = done;
        opening.onerror = failed;
    });
}"""
_STATE = """async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookie: document.cookie,
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).length,
    width: innerWidth,
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    printed: matchMedia("print").matches,
    still: matchMedia("(prefers-reduced-motion: reduce)").matches,
    forced: matchMedia("(forced-colors: active)").matches,
    pointed: document.querySelectorAll("a:hover").length,
    place: scrollY,
})"""


@pytest.fixture
def tab(browser: Browser, server: str) -> Iterator[KeptTab]:
    opened = KeptTab(browser, server)
    yield opened
    opened.close()


def test_what_a_test_leaves_in_it_is_cleared_away(tab: KeptTab) -> None:
    tab.page.goto("en/tricks/")
    as_new = tab.page.evaluate(_STATE)
    tab.page.evaluate(_KEEP)
    tab.page.set_viewport_size({"width": 320, "height": 500})
    tab.page.emulate_media(
        media="print", color_scheme="dark", reduced_motion="reduce", forced_colors="active"
    )
    tab.page.goto("en/glossary/")
    tab.page.locator("main a").last.hover()
    left = tab.page.evaluate(_STATE)
    assert [name for name, value in as_new.items() if left[name] == value] == []
    assert tab.cleared()
    tab.page.goto("en/tricks/")
    assert tab.page.evaluate(_STATE) == as_new
    assert tab.page.go_back() is None or tab.page.url == "about:blank"


@pytest.mark.parametrize(
    "act",
    [
        lambda page: page.add_init_script("1"),
        lambda page: page.route("**", lambda route: route.continue_()),
        lambda page: page.on("dialog", lambda dialog: dialog.accept()),
        lambda page: page.clock.install(),
        lambda page: page.context.grant_permissions(["clipboard-read"]),
        lambda page: page.evaluate("window.open('about:blank')"),
        lambda page: page.close(),
    ],
    ids=["script", "route", "listener", "clock", "permission", "window", "closed"],
)
def test_where_something_lasts_it_is_closed(tab: KeptTab, act: Callable[[Page], object]) -> None:
    act(tab.page)
    assert not tab.cleared()
    assert tab.page.is_closed()


def test_a_fault_is_told_once(tab: KeptTab) -> None:
    tab.page.goto("en/no-such-page/")
    with pytest.raises(AssertionError):
        tab.tell_faults()
    tab.tell_faults()
