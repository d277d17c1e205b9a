"""What a browser keeps of a reader, as shell/kept.js names it; storages that keep nothing."""

import json

from playwright.sync_api import Page

FORBIDDEN = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("denied", "SecurityError"); } });"""
"""To be run before a page's own scripts: no page may keep anything."""

NO_PAGE = "robots.txt"
"""An address of every site's origin that shows no page: what is kept can be changed there at once."""
FILLING = "of-another-program"
_FILL = """(key) => {
    const room = (name, text) => {
        try {
            localStorage.setItem(name, text);
            return true;
        } catch {
            return false;
        }
    };
    // Pieces, so that none is written twice; the one there from the start takes the last letters.
    room(key, "");
    for (let size = 1 << 22, piece = 0; size >= 64; size /= 2) {
        while (room(`${key}-${piece}`, "x".repeat(size))) piece += 1;
    }
    for (let size = 1; room(key, "x".repeat(size)); size += 1);
}"""
_EMPTY = """(key) => Object.keys(localStorage).filter((name) => name.startsWith(key))
    .forEach((name) => localStorage.removeItem(name))"""


def key_of(name: str, guide: str = "/guide/") -> str:
    """Return the key of what is kept by `name` in the guide published at the path `guide`."""
    return f"forewarned:{guide}:{name}"


def keep(page: Page, name: str, value: object, guide: str = "/guide/") -> None:
    """Keep `value` as JSON; a page of the origin must be open."""
    keep_text(page, name, json.dumps(value), guide)


def keep_text(page: Page, name: str, text: str, guide: str = "/guide/") -> None:
    """Keep a text, whatever it is."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key_of(name, guide), text])


def kept(page: Page, name: str, guide: str = "/guide/") -> object:
    """Return what is kept by `name`, None where there is nothing."""
    text = page.evaluate("key => localStorage.getItem(key)", key_of(name, guide))
    return None if text is None else json.loads(text)


def fill_storage(page: Page) -> None:
    """Leave no room for a single letter in the storage of the page's origin."""
    page.evaluate(_FILL, FILLING)


def empty_storage(page: Page) -> None:
    """Make room again in a filled storage."""
    page.evaluate(_EMPTY, FILLING)
