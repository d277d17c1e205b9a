"""Serve the preview on this machine, and tell open pages when something changed."""

import mimetypes
import threading
from collections.abc import Callable, Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from scripts.entries import Report
from scripts.preview.live import Preview, PreviewFailed
from scripts.problems import Rulebook
from scripts.templating import html_templates

_TEMPLATES = Path(__file__).parent / "templates"
QUIET = 0.05
"""Seconds without a further change after which the files are read: an editor writes in several steps."""
HEARTBEAT = 15.0
"""Seconds after which an open page hears that the server still runs."""
EVENTS = "/-/changes"

_CHANGES = ("created", "modified", "moved", "deleted")


class PreviewServer(ThreadingHTTPServer):
    """Answers with pages of a Preview; `port` 0 takes any that is free."""

    daemon_threads = True

    def __init__(self, preview: Preview, rulebook: Rulebook, host: str, port: int) -> None:
        self.preview = preview
        self.rulebook = rulebook
        self.changed = threading.Condition()
        self.working = threading.Lock()
        super().__init__((host, port), _Handler)

    def refresh(self) -> str:
        """Read what changed, tell every open page, and return the report of what is wrong."""
        with self.working:
            self.preview.refresh()
        with self.changed:
            self.changed.notify_all()
        problems = self.preview.problems
        return Report(problems, self.preview.root, self.rulebook).written("text") if problems else ""

    def panel(self, failure: str = "") -> str:
        """Return what is put into each page: the wait for changes, and what is wrong now."""
        environment = html_templates(_TEMPLATES)
        problems = [
            (problem.said(self.rulebook), problem.fault.mend(self.rulebook))
            for problem in self.preview.problems
        ]
        return environment.get_template("preview.html.j2").render(
            problems=problems,
            failure=failure,
            say=self.rulebook.word,
            version=self.preview.version,
            events=EVENTS,
        )


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

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if path == EVENTS:
            self._stream()
            return
        with self.server.working:
            self._answer(path)

    def _answer(self, path: str) -> None:
        locale, _, rest = path.lstrip("/").partition("/")
        preview = self.server.preview
        try:
            if preview.guide is None:
                self._send(HTTPStatus.OK, self.server.panel())
            elif not locale:
                self._redirect(f"/{preview.guide.site.default_locale}/")
            elif file := preview.asset(locale, rest):
                self._send_file(file)
            elif rest and not rest.endswith("/") and "." not in rest:
                self._redirect(f"/{locale}/{rest}/")
            elif (html := preview.html(locale, rest.removesuffix("index.html"))) is not None:
                self._send(HTTPStatus.OK, html.replace("</body>", f"{self.server.panel()}</body>", 1))
            else:
                self._send(HTTPStatus.NOT_FOUND, self.server.panel(self.server.rulebook.word("preview_none")))
        except PreviewFailed as error:
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, self.server.panel(str(error)))

    def _send(self, status: HTTPStatus, html: str) -> None:
        self._send_bytes(status, html.encode(), "text/html; charset=utf-8")

    def _send_file(self, file: Path) -> None:
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self._send_bytes(HTTPStatus.OK, file.read_bytes(), kind)

    def _send_bytes(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def _redirect(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _stream(self) -> None:
        """Send the number of changes seen, now and at every change (WHATWG HTML, server-sent events)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        told = -1
        try:
            while True:
                with self.server.changed:
                    if self.server.preview.version == told:
                        self.server.changed.wait(HEARTBEAT)
                    version = self.server.preview.version
                self.wfile.write(f"data: {version}\n\n".encode() if version != told else b": still here\n\n")
                self.wfile.flush()
                told = version
        except OSError:
            # The page was closed.
            self.close_connection = True

    def log_message(self, *args: object) -> None:
        """Say nothing: the terminal is for what is wrong with the data."""
