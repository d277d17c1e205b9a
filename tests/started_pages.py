"""A page in the browser is one whose scripts run: they come after its first paint, and no event tells."""

import functools
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Error, Page

_COMING = "document.documentElement?.dataset.scripts === 'coming'"


def wait_for_scripts(page: Page) -> None:
    """Wait until the scripts that the page in `page` has asked for run, if it has asked for any."""
    try:
        coming = page.evaluate(_COMING)
    except Error:
        # The page has sent the reader on meanwhile.
        coming = True
    if coming:
        page.wait_for_selector("html:not([data-scripts=coming])", state="attached")


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
