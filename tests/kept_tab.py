"""A tab that tests take turns in: one anew costs as much as the page that it shows.

What a test leaves in it is cleared away. What cannot be, as a script for each page, a route, a listener, a
clock or whatever its context was given, makes that test the last one in its tab.
"""

import functools
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit
from weakref import WeakSet

from playwright.sync_api import Browser, Error, Page, ViewportSize

_SIZE = ViewportSize(width=1280, height=800)
_LASTING = (
    "add_init_script",
    "add_locator_handler",
    "expose_binding",
    "expose_function",
    "on",
    "once",
    "route",
    "route_from_har",
    "route_web_socket",
    "set_default_navigation_timeout",
    "set_default_timeout",
    "set_extra_http_headers",
)
_LASTING_PARTS = ("clock", "context")
_KEPT_BY_SITES = "cookies,local_storage,indexeddb,cache_storage"

_touched: WeakSet[Page] = WeakSet()
"""The tabs in which something was done that lasts."""


def notice_what_lasts() -> None:
    """From now on, remember which tabs were given something that outlives the page they show."""
    for name in _LASTING:
        setattr(Page, name, _noticed(getattr(Page, name)))
    for name in _LASTING_PARTS:
        setattr(Page, name, property(_noticed(getattr(Page, name).fget)))


def _noticed(act: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(act)
    def noticing(page: Page, *arguments: Any, **options: Any) -> Any:
        _touched.add(page)
        return act(page, *arguments, **options)

    return noticing


class KeptTab:
    """A tab of a context of its own, which notes script errors and requests that leave the site."""

    def __init__(self, browser: Browser, address: str) -> None:
        """Open a tab of a browser for the site at `address`."""
        self._faults: list[str] = []
        parts = urlsplit(address)
        self._origin = f"{parts.scheme}://{parts.netloc}"
        self._context = browser.new_context(
            base_url=address,
            locale="es-ES",
            viewport=_SIZE,
            # What is kept offline has tests of its own; elsewhere it would answer in the server's place.
            service_workers="block",
        )
        self.page = self._context.new_page()
        self.page.on("pageerror", lambda error: self._faults.append(f"script error: {error}"))
        self.page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith(address)
                else self._faults.append(f"left the site: {request.url}")
            ),
        )
        self.page.on(
            "response",
            lambda response: (
                self._faults.append(f"{response.status}: {response.url}") if response.status >= 400 else None
            ),
        )
        _touched.discard(self.page)

    def tell_faults(self) -> None:
        """Fail where anything was noted since the last time."""
        noted, self._faults[:] = [*self._faults], []
        assert noted == []

    def cleared(self) -> bool:
        """Clear away what a test left, or close the tab where that cannot be; tell whether it is as new."""
        try:
            if self.page in _touched or len(self._context.pages) > 1:
                raise Error("something lasts")
            self._clear()
        except Error:
            self._context.close()
            return False
        return True

    def _clear(self) -> None:
        # Elsewhere than over the next page, of which it would open what opens below the pointer.
        self.page.mouse.move(-1, -1)
        self.page.evaluate("() => { try { sessionStorage.clear(); } catch { /* there is none */ } }")
        self.page.goto("about:blank")
        # Not for longer: with a second session, the next page loses the medium that the first one emulates.
        session = self._context.new_cdp_session(self.page)
        session.send("Storage.clearDataForOrigin", {"origin": self._origin, "storageTypes": _KEPT_BY_SITES})
        session.send("Page.resetNavigationHistory")
        session.detach()
        if self.page.viewport_size != _SIZE:
            self.page.set_viewport_size(_SIZE)
        self.page.emulate_media(
            media="null", color_scheme="null", reduced_motion="null", forced_colors="null", contrast="null"
        )

    def close(self) -> None:
        """Close the tab, with all that its context holds."""
        self._context.close()
