"""Serve the preview on this machine, and tell open pages when something changed."""

import socket
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from scripts.preview.answers import EVENTS, Answer, Answers
from scripts.preview.live import Preview
from scripts.preview.visitors import Door, path_of
from scripts.problems import Rulebook, visible
from scripts.publishing import content_security_policy_header

QUIET = 0.05
"""Seconds without a further change after which the files are read: an editor writes in several steps."""
HEARTBEAT = 15.0
"""Seconds after which an open page hears that the server still runs."""
PATIENCE = 60.0
"""Seconds after which a visitor who neither asks nor listens is let go."""
_CHANGES = ("created", "modified", "moved", "deleted")
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": content_security_policy_header(),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""What every answer carries: no other site frames it, reads it or takes it for another kind of file."""


class PreviewServer(ThreadingHTTPServer):
    """Answers with pages of a Preview; `port` 0 takes any that is free. Raises OSError, UnicodeError."""

    daemon_threads = True

    def __init__(self, preview: Preview, rulebook: Rulebook, host: str, port: int) -> None:
        self.preview = preview
        self.changed = threading.Condition()
        self.address_family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        super().__init__((host, port), _Handler)
        self.door = Door(host, self.server_port)
        self.answers = Answers(preview, rulebook, self.door.address)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say in a line what went wrong with a request; nothing where the visitor has gone."""
        error = sys.exception()
        if error is not None and not isinstance(error, OSError):
            sys.stderr.write(visible(f"{type(error).__name__}: {error}") + "\n")

    def refresh(self) -> str:
        """Read what changed, tell every open page, and return the report of what is wrong."""
        with self.answers.working:
            self.preview.refresh()
        with self.changed:
            self.changed.notify_all()
        return self.answers.report()


class _Changes(FileSystemEventHandler):
    """Sets `seen` at every change of a file."""

    def __init__(self) -> None:
        self.seen = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _CHANGES and not event.is_directory:
            self.seen.set()


def keep_fresh(server: PreviewServer, folders: Sequence[Path], tell: Callable[[str], None]) -> None:
    """Refresh the server after every change below `folders`, for ever; `tell` hears each report."""
    changes = _Changes()
    observer = Observer()
    for folder in folders:
        if folder.is_dir():
            observer.schedule(changes, str(folder), recursive=True)
    observer.start()
    try:
        while True:
            changes.seen.wait()
            while changes.seen.is_set():
                changes.seen.clear()
                changes.seen.wait(QUIET)
            tell(server.refresh())
    finally:
        observer.stop()


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version = "preview"
    sys_version = ""
    timeout = PATIENCE

    def do_GET(self) -> None:
        refusal = self.server.door.refusal(self.command, self.path, self.headers)
        if refusal:
            # What follows may be the body that was not asked for, not a request.
            self.close_connection = True
            self._send(self.server.answers.refused(refusal))
            return
        path = path_of(self.path)
        if path == EVENTS:
            self._stream()
        else:
            self._send(self.server.answers.at(path))

    def __getattr__(self, name: str) -> object:
        # Whatever the method, it is the door that lets in or refuses.
        if name.startswith("do_"):
            return self.do_GET
        raise AttributeError(name)

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.body)))
        if answer.location:
            self.send_header("Location", answer.location)
        if answer.status == HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def end_headers(self) -> None:
        """End the headers with those that every answer carries, also one that the library makes."""
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def _stream(self) -> None:
        """Send the number of changes seen, now and at every change (WHATWG HTML, server-sent events)."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "HEAD":
            return
        told = -1
        # It ends when the page is closed.
        with suppress(OSError):
            while True:
                with self.server.changed:
                    if self.server.preview.version == told:
                        self.server.changed.wait(HEARTBEAT)
                    version = self.server.preview.version
                self.wfile.write(f"data: {version}\n\n".encode() if version != told else b": still here\n\n")
                self.wfile.flush()
                told = version

    def log_message(self, *args: object) -> None:
        """Say nothing: the terminal is for what is wrong with the data."""
