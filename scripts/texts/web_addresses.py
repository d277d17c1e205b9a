"""Addresses of the web that browsers, office programs and this program all read in the same way."""

import re
from urllib.parse import SplitResult, urlsplit

from scripts.problems import Faulty, fault
from scripts.texts.letters import unseen

LONGEST = 2000
"""The longest address: that of Excel's links is 2,079 characters (Microsoft, «Excel specifications»)."""

_HOST = re.compile(r"(?=.{1,253}\Z)[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)*\.?\Z")
_PLAIN_HOST = re.compile(r"[a-z0-9.-]+\Z", re.IGNORECASE)
_PLAIN_PATH = re.compile(r"/(?:[A-Za-z0-9._~%-]+/)*\Z")


def is_web_address(address: str) -> bool:
    """Tell whether `address` is one of a page on the web (RFC 3986 with the schemes http and https).

    Names before an `@`, which make an address look like another one, are refused.
    """
    if len(address) > LONGEST or re.search(r'[\s"<>\\^`{|}]', address):
        return False
    parts = urlsplit_or_none(address)
    if parts is None or parts.scheme not in ("http", "https") or "@" in parts.netloc:
        return False
    host = parts.hostname or ""
    return "." in host.strip(".") and bool(_HOST.match(host))


def urlsplit_or_none(address: str) -> SplitResult | None:
    """Return the parts of an address; None where a bracket or the port makes it none."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return parts


def web_address(address: str) -> str:
    """Return `address` as given; raises Faulty where it is none of the web."""
    if found := unseen(address):
        raise Faulty(found)
    if not is_web_address(address):
        raise Faulty(fault("not-a-web-address", given=address))
    return address


def site_address(url: str) -> str:
    """Return the address of a site as given; raises Faulty, a ValueError, where it cannot be one.

    It is joined to every page's path and compared with every link, so that it holds plain letters
    only: another alphabet's are written as browsers send them (`xn--…`, `%C3%AD`).
    """
    parts = urlsplit_or_none(url)
    if (
        parts is None
        or parts.scheme not in ("http", "https")
        or len(url) > LONGEST
        or not url.startswith(f"{parts.scheme}://{parts.netloc}/")
        or "@" in parts.netloc
        or not _PLAIN_HOST.match(parts.hostname or "")
        or not _HOST.match(parts.hostname or "")
        or not _PLAIN_PATH.match(parts.path)
        or {".", ".."} & set(parts.path.split("/"))
        or re.search(r"%(?![0-9A-Fa-f]{2})", parts.path)
        or re.search(r"[?#\s]", url)
    ):
        raise Faulty(fault("bad-site-address"))
    return url
