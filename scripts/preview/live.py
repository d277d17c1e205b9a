"""Make single pages of the guide at once, as the whole build would, from files that keep changing."""

import logging
import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import get_navigation

from scripts.checks import check
from scripts.derived import former_addresses
from scripts.entries import Memory, load
from scripts.guide import Guide, Voice
from scripts.pages import EXAMPLES, all_pages, examples_page, page_environment, render_page
from scripts.problems import Problem, fault, visible
from scripts.publishing import PageFrame, sources_as_assets, write_config, write_own_looks
from scripts.store import OF_THIS_REPOSITORY


class Frame:
    """The site's engine in one locale, ready to put its frame around a page."""

    def __init__(self, voice: Voice, folder: Path, address: str) -> None:
        (folder / "docs").mkdir(parents=True, exist_ok=True)
        own = write_own_looks(voice.guide, folder / "own")
        assets = {name: f"{voice.locale}/{path}" for name, path in own.items()}
        looks = PageFrame({**sources_as_assets(voice.locale), **assets}, offline=False, joined=False)
        config = write_config(voice, folder, folder / "site", address, looks)
        self._config: MkDocsConfig = load_config(str(config))
        self._config.plugins.on_startup(command="build", dirty=False)
        self._config = self._config.plugins.on_config(self._config)
        theme = self._config.plugins.on_env(
            self._config.theme.get_env(), config=self._config, files=Files([])
        )
        self._theme = theme
        self._pages = page_environment(voice, address)
        self._own = str(folder / "own")
        self._voice = voice

    def html(self, path: str) -> str | None:
        """Return the page at `path` (below the locale), None where there is none."""
        examples = (examples_page(self._voice) for _ in range(path == EXAMPLES))
        page = next((page for page in chain(examples, all_pages(self._voice)) if page.path == path), None)
        if page is None:
            return None
        uri = f"{path}index.md"
        others = set(_uris(self._config.nav)) - {uri}
        files = Files([File.generated(self._config, other, content="") for other in sorted(others)])
        shown = File.generated(self._config, uri, content=render_page(self._pages, page))
        files.append(shown)
        nav = get_navigation(files, self._config)
        framed = shown.page
        if framed is None:
            return None
        framed.read_source(self._config)
        framed.render(self._config, files)
        framed.active = True
        template = self._theme.get_template("main.html")
        html: str = template.render(get_context(nav, files, self._config, framed))
        return html

    def asset(self, path: str) -> Path | None:
        """Return the theme's file, or one of the guide's own looks, at `path` below the locale; else None."""
        for folder in (*self._config.theme.dirs, self._own):
            # os.path.realpath, unlike Path.resolve, takes a link that leads to itself.
            file = Path(os.path.realpath(Path(folder) / path))
            inside = file.is_relative_to(os.path.realpath(folder))
            if inside and os.path.isfile(file) and file.suffix != ".html":  # noqa: PTH113 - nor raises
                return file
        return None


def _uris(nav: object) -> Sequence[str]:
    """Return the files that a navigation names, at any depth."""
    if isinstance(nav, str):
        return [nav]
    inner = nav.values() if isinstance(nav, Mapping) else nav if isinstance(nav, list) else ()
    return [uri for each in inner for uri in _uris(each)]


@dataclass
class Preview:
    """The guide below `root`, with `overlay` laid over it, as it is now.

    Where the files are at fault, the last sound one is shown.

    `problems` are what is wrong at present, `version` counts the changes seen.
    """

    root: Path
    overlay: Path | None = None
    problems: Sequence[Problem] = ()
    version: int = 0
    guide: Guide | None = None
    _memory: Memory = field(default_factory=dict)
    _frames: dict[str, Frame] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # The engine warns of pages that a preview does not make.
        logging.getLogger("mkdocs").setLevel(logging.ERROR)
        self._folder = tempfile.TemporaryDirectory(prefix="guide-preview-")

    @property
    def data(self) -> list[Path]:
        """The folders whose files are shown."""
        homes = [self.root, *([self.overlay] if self.overlay else ())]
        return [home / name for home in homes for name in ("content", "tricks")]

    def close(self) -> None:
        """Delete what the preview wrote aside."""
        self._folder.cleanup()

    def refresh(self) -> None:
        """Read what changed; keep the last sound guide where it is at fault now."""
        self.version += 1
        try:
            loaded = load(self.root, self._memory, OF_THIS_REPOSITORY, self.overlay)
            self.problems = check(loaded)
        except OSError as error:
            # A file went away between being listed and being read: its going is the next change.
            self.problems = [self._unreadable(error)]
            return
        if loaded.guide is not None and not self.problems:
            self.guide = loaded.guide
            self._frames.clear()

    def _unreadable(self, error: OSError) -> Problem:
        file = os.path.relpath(os.fsdecode(error.filename or "."), self.root)
        return Problem(visible(file), 1, 1, "", fault("unreadable", detail=error.strerror or error))

    def html(self, locale: str, path: str) -> str | None:
        """Return a page, None where there is none; raises PreviewFailed where a template is at fault."""
        frame = self._frame(locale)
        try:
            return frame.html(path) if frame else None
        except (jinja2.TemplateError, OSError, LookupError, AttributeError, TypeError, ValueError) as error:
            raise PreviewFailed(f"{type(error).__name__}: {error}") from error

    def moved(self, path: str) -> str | None:
        """Return where what once stood at `path` (below any locale) stands today, None where nothing did."""
        former = former_addresses(self.guide) if self.guide else ()
        return next((each.target for each in former if each.address == path), None)

    def asset(self, locale: str, path: str) -> Path | None:
        """Return the file of an asset, None where there is none."""
        frame = self._frame(locale)
        return frame.asset(path) if frame else None

    def _frame(self, locale: str) -> Frame | None:
        if self.guide is None or locale not in self.guide.site.locales:
            return None
        if locale not in self._frames:
            voice = Voice(self.guide, locale)
            folder = Path(self._folder.name) / locale
            self._frames[locale] = Frame(voice, folder, self.guide.site.url)
        return self._frames[locale]


class PreviewFailed(Exception):
    """A page could not be made though the data are sound: a template is at fault."""
