"""A real Firefox, where the machine has one, driven over Marionette, the protocol that is built into it.

Protocol: firefox-source-docs.mozilla.org/testing/marionette/Protocol.html. A message is its length in bytes,
a colon and JSON; commands are WebDriver's (w3.org/TR/webdriver2).
"""

import json
import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO, Self

PATIENCE = 60
"""Seconds for what should be there at once, on a machine that does other things too."""
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The name under which WebDriver tells of an element."""
_FAULTS = """
const [folder] = arguments;
return Services.console.getMessageArray()
    .filter(each => each instanceof Ci.nsIScriptError && each.sourceName.startsWith(folder))
    .map(each => each.toString());
"""


class FirefoxFailed(Exception):
    """What was asked of Firefox could not be done; the message holds its own words."""


def find_firefox() -> str | None:
    """Return the path of a Firefox on this machine, or None."""
    return os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")


@contextmanager
def firefox(program: str, folder: Path, languages: str) -> Iterator["Firefox"]:
    """Yield a window of a new Firefox whose profile stands in `folder`; it ends with the context."""
    profile = folder / "profile"
    profile.mkdir(parents=True)
    # Port 0: one that is free; Firefox writes it down.
    settings = {
        "marionette.port": 0,
        "intl.accept_languages": languages,
        "browser.shell.checkDefaultBrowser": False,
    }
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in settings.items())
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    command = [program, "--headless", "--marionette", "--remote-allow-system-access", "--no-remote"]
    # It keeps more than its profile at home.
    environment = {**os.environ, "HOME": str(folder)}
    running = subprocess.Popen(
        [*command, "--profile", str(profile)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        encoding="utf-8",
        errors="replace",
    )
    assert running.stdout is not None
    # Whatever it says beyond its port must find a reader.
    reader = Thread(target=running.stdout.read, daemon=True)
    try:
        port = _port(running.stdout)
        reader.start()
        with (
            socket.create_connection(("127.0.0.1", port), PATIENCE) as connection,
            connection.makefile("rb") as said,
        ):
            yield Firefox(connection, said)
    finally:
        running.terminate()
        running.wait(PATIENCE)
        if reader.is_alive():
            reader.join(PATIENCE)
        running.stdout.close()


def _port(said: Iterable[str]) -> int:
    """Return the port that Firefox listens at, as soon as it says so."""
    lines = []
    for line in said:
        if found := re.search(r"Listening on port (\d+)", line):
            return int(found[1])
        lines.append(line)
    raise FirefoxFailed("".join(lines))


class Firefox:
    """One window. What it looks for it waits for."""

    def __init__(self, connection: socket.socket, said: BinaryIO) -> None:
        self._connection = connection
        self._said = said
        self._count = 0
        self._read()
        self.version = str(self._ask("WebDriver:NewSession")["capabilities"]["browserVersion"])
        self._ask("WebDriver:SetTimeouts", implicit=PATIENCE * 1000, script=PATIENCE * 1000)
        self._connection.settimeout(PATIENCE * 2)

    def _read(self) -> Any:
        length = b""
        while (sign := self._said.read(1)) not in (b":", b""):
            length += sign
        if not length:
            raise FirefoxFailed("it ended")
        return json.loads(self._said.read(int(length)))

    def _ask(self, command: str, **given: object) -> Any:
        self._count += 1
        message = json.dumps([0, self._count, command, given]).encode()
        self._connection.sendall(b"%d:%s" % (len(message), message))
        _, _, error, value = self._read()
        if error:
            raise FirefoxFailed(f"{command} {given}: {error['error']}: {error['message']}")
        return value

    def open(self, address: str) -> Self:
        """Go to an address."""
        self._ask("WebDriver:Navigate", url=address)
        return self

    def reload(self) -> None:
        """Load the page again."""
        self._ask("WebDriver:Refresh")

    @property
    def address(self) -> str:
        """The address of the page that is shown."""
        return str(self._ask("WebDriver:GetCurrentURL")["value"])

    def find(self, selector: str) -> str:
        """Return the reference of the first element that a CSS selector names; raises FirefoxFailed."""
        found = self._ask("WebDriver:FindElement", using="css selector", value=selector)
        return str(found["value"][_ELEMENT])

    def text(self, selector: str) -> str:
        """Return the words that an element shows."""
        return str(self._ask("WebDriver:GetElementText", id=self.find(selector))["value"])

    def click(self, selector: str) -> None:
        """Click on an element, as with a mouse; raises FirefoxFailed where it cannot be reached."""
        self._ask("WebDriver:ElementClick", id=self.find(selector))

    def type(self, selector: str, words: str) -> None:
        """Type into a field."""
        self._ask("WebDriver:ElementSendKeys", id=self.find(selector), text=words)

    def run(self, script: str, *given: object) -> Any:
        """Return what the body of a function returns in the page; it may be a promise."""
        return self._ask("WebDriver:ExecuteScript", script=script, args=given)["value"]

    def faults(self, begins: str) -> list[str]:
        """Return what Firefox has complained of since it began in files whose address begins so."""
        self._ask("Marionette:SetContext", value="chrome")
        found = self._ask("WebDriver:ExecuteScript", script=_FAULTS, args=[begins])["value"]
        self._ask("Marionette:SetContext", value="content")
        return [str(each) for each in found]
