"""Pages whose addresses name files: of a folder a browser shows the list, not the page that stands in it."""

from collections.abc import Callable, Mapping
from html import escape
from html.parser import HTMLParser
from itertools import accumulate
from urllib.parse import urlsplit, urlunsplit

_ADDRESSES = frozenset({"href", "data-to-checklist"})
"""The attributes that hold the address of a page to go to."""

_LEFT_OUT = frozenset({"apple-touch-icon", "manifest", "preload"})
"""Links for installed sites, and for letters that a page may not fetch beforehand from a folder."""

_THEN = "data-then"
"""Of a script: the module that it asks for once the page is painted (overrides/assets/first_paint.js)."""
_WATCHES_NETWORK = "data-offline-sign"
"""The mark of the line that says when there is no network: in a folder all is there."""


def straightened(html: str) -> str:
    """Return a page, or a piece of one, as a folder has to hold it; the rest of it stays letter by letter."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    return reader.changed()


def file_of(address: str) -> str:
    """Return the address of the file that a web server gives for a relative address."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return address
    folder, _, name = parts.path.rpartition("/")
    if name not in ("", ".", ".."):
        return address
    return urlunsplit(parts._replace(path="/".join(filter(None, [folder, name, "index.html"]))))


class _Reader(HTMLParser):
    """Notes which start tags to write otherwise, and where."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self._html = html
        # The parser counts these lines and no others.
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self._changes: list[tuple[int, int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a start tag that has to change."""
        written = self.get_starttag_text() or ""
        left_out = _is_left_out(tag, dict(attrs))
        changed = _changed(tag, attrs)
        if changed == attrs and not left_out:
            return
        line, column = self.getpos()
        begin = self._lines[line - 1] + column
        new = "" if left_out else _written(tag, changed)
        # A script that would ask for a module later is followed by that one as a script of its own.
        then = dict(attrs).get(_THEN)
        if tag == "script" and then:
            new += f"</script>{_written(tag, [('defer', None), ('src', then)])}"
        self._changes.append((begin, begin + len(written), new))

    def changed(self) -> str:
        """Return the page with every change made."""
        pieces, place = [], 0
        for begin, end, new in self._changes:
            pieces += [self._html[place:begin], new]
            place = end
        return "".join([*pieces, self._html[place:]])


def _is_left_out(tag: str, attributes: Mapping[str, str | None]) -> bool:
    return tag == "link" and attributes.get("rel") in _LEFT_OUT


def _changed(tag: str, attributes: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    names = dict(attributes)
    if _WATCHES_NETWORK in names:
        return [(name, value) for name, value in attributes if not name.startswith("data-")]
    if tag == "script" and _THEN in names:
        return [pair for pair in attributes if pair[0] != _THEN]
    if tag == "script" and names.get("type") == "module":
        # A module may not come from a folder.
        return [("defer", None), *((name, value) for name, value in attributes if name != "type")]
    if tag == "meta" and "http-equiv" in names:
        change = _REACTIONS.get(names["http-equiv"] or "", str)
        return [(name, change(value) if name == "content" and value else value) for name, value in attributes]
    return [(name, file_of(value) if name in _ADDRESSES and value else value) for name, value in attributes]


def _sent_on(content: str) -> str:
    seconds, mark, address = content.partition("url=")
    return f"{seconds}{mark}{file_of(address)}"


def _policy(content: str) -> str:
    """Let a page take what stands in its folder: not every browser counts that as the page's own."""
    widened = content.replace("'self'", "'self' file:").replace("img-src", "img-src data:")
    return widened.replace("trusted-types guide", "trusted-types guide folder")


_REACTIONS: Mapping[str, Callable[[str], str]] = {
    "refresh": _sent_on,
    "Content-Security-Policy": _policy,
}


def _written(tag: str, attributes: list[tuple[str, str | None]]) -> str:
    told = (name if value is None else f'{name}="{escape(value)}"' for name, value in attributes)
    return f"<{' '.join([tag, *told])}>"
