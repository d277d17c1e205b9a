"""Who may look at the preview: a browser that was sent to it by its own address, and its own pages.

A page of another site, open in the same browser, could otherwise ask for the preview's pages: by its
address, or by a name of its own that it lets point to this machine (DNS rebinding).
"""

import ipaddress
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from urllib.parse import unquote_to_bytes

_AUTHORITY = re.compile(
    r"(?:\[(?P<six>[0-9A-Fa-f:.]{2,45})\]|(?P<name>[^\s:\[\]@/\\]{1,253}))(?::(?P<port>\d{1,5}))?"
)
_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}
_EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104 - named so as to be told apart, not bound to
_LONGEST = 1000


@dataclass(frozen=True)
class Door:
    """The host and port at which the preview listens."""

    host: str
    port: int

    @property
    def address(self) -> str:
        """The address to open in a browser on this machine."""
        host = "localhost" if self.host in _EVERYWHERE else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"

    def refusal(self, method: str, target: str, headers: Message) -> HTTPStatus | None:
        """Return the status with which a request is refused, None where it is let in.

        Rules: RFC 9112, section 3.2 (one Host, the target a path); RFC 9110, 15.5.20 (another host's);
        the Fetch standard's Origin and Sec-Fetch-Site for what another site's page asks for.
        """
        if method not in ("GET", "HEAD"):
            return HTTPStatus.METHOD_NOT_ALLOWED
        hosts: Sequence[str] = headers.get_all("Host", [])
        framed = "Content-Length" in headers or "Transfer-Encoding" in headers
        if len(hosts) != 1 or not target.startswith("/") or framed:
            return HTTPStatus.BAD_REQUEST
        if not self._is_own(hosts[0]):
            return HTTPStatus.MISDIRECTED_REQUEST
        if not self._asks_from_here(headers):
            return HTTPStatus.FORBIDDEN
        return None

    def _is_own(self, authority: str) -> bool:
        found = _AUTHORITY.fullmatch(authority)
        if found is None or int(found["port"] or 80) != self.port:
            return False
        name = (found["six"] or found["name"]).lower()
        if self.host in _EVERYWHERE and _is_number(name):
            # A name can be made to point here, a number cannot.
            return True
        return name in {*_THIS_MACHINE, self.host.lower()} - _EVERYWHERE

    def _asks_from_here(self, headers: Message) -> bool:
        origins: Sequence[str] = headers.get_all("Origin", [])
        if any(
            not each.startswith("http://") or not self._is_own(each[len("http://") :]) for each in origins
        ):
            return False
        site = headers.get("Sec-Fetch-Site", "none")
        # A link that somebody follows from elsewhere shows the page to that person, not to the other site.
        followed = headers.get("Sec-Fetch-Mode") == "navigate" and headers.get("Sec-Fetch-Dest") == "document"
        return site in ("same-origin", "none") or followed


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def path_of(target: str) -> str | None:
    """Return the path that a request asks for; None where no page or file could have such a one."""
    asked = target.partition("#")[0].partition("?")[0]
    try:
        path = unquote_to_bytes(asked).decode("utf-8")
    except UnicodeDecodeError:
        return None
    if len(path) > _LONGEST or not path.isprintable() or "\\" in path or "//" in path:
        return None
    return None if {".", ".."} & set(path.split("/")) else path
