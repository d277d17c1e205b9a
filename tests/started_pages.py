"""A page in the browser is one whose scripts run, in its own letters: both come after its first paint."""

import contextlib
import functools
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Error, Page

_COMING = "document.documentElement?.dataset.scripts === 'coming'"
# Letters are asked for by what is laid out in them.
_LETTERS = "() => { document.body?.offsetWidth; return document.fonts.ready.then(() => null); }"


def wait_for_scripts(page: Page) -> None:
    """Wait until what the page in `page` asks for after its first paint is here, if it asks for any."""
    try:
        coming = page.evaluate(_COMING)
    except Error:
        # The page has sent the reader on meanwhile.
        coming = True
    if coming:
        page.wait_for_selector("html:not([data-scripts=coming], [data-letters=coming])", state="attached")
        with contextlib.suppress(Error):
            page.evaluate(_LETTERS)


def _then_waiting(show: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(show)
    def showing(page: Page, *arguments: Any, **options: Any) -> Any:
        response = show(page, *arguments, **options)
        wait_for_scripts(page)
        return response

    return showing


def wait_after_each_page() -> None:
    """From now on, whatever shows a page returns once its scripts run."""
    for name in ("goto", "reload", "go_back", "go_forward"):
        setattr(Page, name, _then_waiting(getattr(Page, name)))
