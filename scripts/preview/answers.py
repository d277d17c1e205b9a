"""What the preview answers: pages with what is wrong in a panel, the theme's files, its own script."""

import mimetypes
import threading
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

from scripts.checks import Report
from scripts.preview.live import Preview, PreviewFailed
from scripts.problems import Rulebook
from scripts.templating import html_templates

_TEMPLATES = Path(__file__).parent / "templates"
EVENTS = "/-/changes"
_OWN_FILES = {f"/-/{name}": _TEMPLATES / name for name in ("preview.js", "preview.css")}
_HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Answer:
    """What a request gets; `location` where it is sent elsewhere."""

    status: HTTPStatus
    body: bytes = b""
    kind: str = _HTML
    location: str = ""


class Answers:
    """Finds what stands at a path of the preview; `address` is where the preview is to be opened.

    Who holds `working` may read and change the preview.
    """

    def __init__(self, preview: Preview, rulebook: Rulebook, address: str) -> None:
        self.preview = preview
        self.rulebook = rulebook
        self.working = threading.Lock()
        self._address = address

    def report(self) -> str:
        """Return what is wrong now, for a terminal; nothing where all is well."""
        problems = self.preview.problems
        return (
            Report(problems, self.preview.root, self.rulebook, self.preview.overlay).written("text")
            if problems
            else ""
        )

    def at(self, path: str | None) -> Answer:
        """Return what stands at a path, None being one at which nothing can stand."""
        try:
            if path in _OWN_FILES:
                return _file(_OWN_FILES[path])
            with self.working:
                return self._found(path or "")
        except PreviewFailed as error:
            return _page(HTTPStatus.INTERNAL_SERVER_ERROR, self.panel(str(error)))
        except OSError:
            # It went away while we looked.
            return self._none()

    def _found(self, path: str) -> Answer:
        guide = self.preview.guide
        if guide is None:
            return _page(HTTPStatus.OK, self.panel())
        if path == "/":
            return _sent_to(f"/{guide.site.default_locale}/")
        locale, slash, rest = path.removeprefix("/").partition("/")
        if locale in guide.site.locales:
            return self._below(locale, rest) if slash else _sent_to(f"/{locale}/")
        return self._none()

    def _below(self, locale: str, path: str) -> Answer:
        """Return what stands at a path below a locale's."""
        if file := self.preview.asset(locale, path):
            return _file(file)
        html = self.preview.html(locale, path.removesuffix("index.html"))
        if html is not None:
            return _page(HTTPStatus.OK, html.replace("</body>", f"{self.panel()}</body>", 1))
        if not path.endswith("/") and self.preview.html(locale, f"{path}/") is not None:
            return _sent_to(f"/{locale}/{path}/")
        if target := self.preview.moved(path):
            return _sent_to(f"/{locale}/{target}")
        return self._none()

    def _none(self) -> Answer:
        return _page(HTTPStatus.NOT_FOUND, self.panel(self.rulebook.word("preview_none")))

    def refused(self, status: HTTPStatus) -> Answer:
        """Return what who may not look gets to read."""
        said = self.rulebook.word("preview_refused", address=self._address)
        return Answer(status, said.encode(), "text/plain; charset=utf-8")

    def panel(self, failure: str = "") -> str:
        """Return what is put into each page: the wait for changes, and what is wrong now."""
        environment = html_templates(_TEMPLATES)
        problems = [
            (problem.said(self.rulebook), problem.fault.mend(self.rulebook))
            for problem in self.preview.problems
        ]
        script, styles = _OWN_FILES
        return environment.get_template("preview.html.j2").render(
            problems=problems,
            failure=failure,
            say=self.rulebook.word,
            version=self.preview.version,
            events=EVENTS,
            script=script,
            styles=styles,
        )


def _page(status: HTTPStatus, html: str) -> Answer:
    return Answer(status, html.encode(errors="replace"))


def _sent_to(path: str) -> Answer:
    return Answer(HTTPStatus.FOUND, location=quote(path))


def _file(file: Path) -> Answer:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return Answer(HTTPStatus.OK, file.read_bytes(), kind)
