"""Put the pages of a locale into their frame with mkdocs, or as an earlier build kept them."""

import json
import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from scripts.derived import Piece
from scripts.guide import Guide, Voice, reachable
from scripts.pages import RenderedPage
from scripts.places import OVERRIDES, REPOSITORY
from scripts.publishing.frame import SHOWN
from scripts.publishing.hashed_assets import Addresses
from scripts.publishing.links import LinksInSum, in_sum, links_of, links_told
from scripts.store import Store

_FORMS = ".github/ISSUE_TEMPLATE"
_FRAME_HOOK = Path(__file__).parent / "frame.py"
_NOT_FOUND = "404.html"
"""The page that the engine makes of the frame alone."""


class EngineFailed(Exception):
    """The site's engine refused a page; the message holds its own words."""


@dataclass(frozen=True)
class PageFrame:
    """What the frame of every page refers to.

    `assets` is where scripts and styles are, `policy` the pages' Content-Security-Policy, if any;
    `offline` says whether the pages may be kept on the reader's device: a preview's must not. `joined`
    says whether each script stands in one with what it imports; apart, all of them are modules.
    """

    assets: Addresses
    policy: str = ""
    offline: bool = True
    joined: bool = True


def write_config(voice: Voice, folder: Path, site: Path, address: str, frame: PageFrame) -> Path:
    """Write the locale's mkdocs configuration into `folder`; return its path.

    The HTML goes below `site`; the folder of Markdown that the engine asks for stays empty. `address` is the
    whole site's (ends with `/`).
    """
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    config = folder / "mkdocs.yml"
    settings = _settings(voice, folder, site, address)
    for file, data in ((config, settings), (folder / SHOWN, _shown_by(frame, voice, address))):
        file.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    return config


def _settings(voice: Voice, folder: Path, site: Path, address: str) -> dict[str, object]:
    return {
        "INHERIT": str(REPOSITORY / "mkdocs.yml"),
        "site_name": voice.say("site_name"),
        "site_url": f"{address}{voice.locale}/",
        "site_description": voice.say("site_description"),
        "docs_dir": str(folder / "docs"),
        "site_dir": str(site / voice.locale),
        "theme": {"custom_dir": str(OVERRIDES)},
        # The frame has navigation of its own; mkdocs would gather every page for one of its own.
        "nav": [{voice.say("home"): "index.md"}],
        "hooks": [str(_FRAME_HOOK)],
    }


def _shown_by(frame: PageFrame, voice: Voice, address: str) -> Mapping[str, object]:
    """Return what the frame's templates show beside the page."""
    guide = voice.guide
    return {
        "assets": frame.assets,
        "security_policy": frame.policy,
        "offline": frame.offline,
        "joined": frame.joined,
        "locale": voice.locale,
        "tag": voice.wording.tag,
        "direction": voice.wording.direction,
        "site_address": address,
        "is_reachable": bool(reachable(address)),
        "default_locale": guide.site.default_locale,
        "locales": [{"code": code, "language": guide.wordings[code].language} for code in guide.site.locales],
        "formerly": _formerly(guide),
        "has_assessment": bool(guide.assessments),
        "has_calculator": bool(guide.calculator),
        "has_method": "method" in guide.pages,
        "has_paths": bool(guide.paths),
        "repository": _repository(guide, voice.locale),
        "words": {key: voice.pattern(key) for key in _all_keys(voice)},
    }


def _repository(guide: Guide, locale: str) -> Mapping[str, str]:
    """Return where the guide's files are kept, where one of them stands, and where to report a trick.

    The addresses are GitHub's, which GitLab takes too; empty where the guide names no repository.
    """
    home = (guide.site.repository or "").rstrip("/")
    if not home:
        return {}
    form = f"trick.{locale}.yml"
    asked = f"?template={form}" if (guide.root / _FORMS / form).is_file() else "/choose"
    return {"home": home, "files": f"{home}/blob/HEAD/", "report": f"{home}/issues/new{asked}"}


def _formerly(guide: Guide) -> Mapping[str, Mapping[str, str]]:
    """Return the slug of today by that of old, of each kind that has any: devices keep slugs."""
    by_kind: dict[str, dict[str, str]] = {}
    for (kind, slug), heir in guide.heirs.items():
        by_kind.setdefault(kind, {})[slug] = heir
    return by_kind


def _all_keys(voice: Voice) -> Iterator[str]:
    yield from voice.guide.wordings[voice.guide.site.default_locale].words


class _NoSettings(Config):  # type: ignore[no-untyped-call]  # the engine's own is untyped
    """What whoever writes an engine's configuration can set of it: nothing."""


class PagesAtHand(BasePlugin[_NoSettings]):  # type: ignore[no-untyped-call]
    """Pages' Markdown by their names as files; `take` is given each page's name and HTML as it is made."""

    def __init__(self, markdown: dict[str, str], take: Callable[[str, str], None]) -> None:
        self._markdown = markdown
        self._take = take

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add the pages to the files that the engine knows."""
        for name in self._markdown:
            files.append(File.generated(config, name, content=""))
        return files

    def on_page_read_source(self, /, *, page: Page, config: MkDocsConfig) -> str:
        """Return a page's Markdown, which nobody needs afterwards."""
        return self._markdown.pop(page.file.src_uri)

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Hand over a page as it will be written."""
        self._take(page.file.dest_uri, output)
        return output


def run_engine(config: Path, pages: PagesAtHand) -> None:
    """Build the pages of one configuration; raises EngineFailed with the engine's words.

    In this process: one of its own would take half a second to begin.
    """
    said: list[str] = []
    # What the theme's makers say of its future is no news to whoever builds a guide.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        with _heard(said):
            settings = load_config(config_file=str(config), strict=True)
            settings.plugins["pages_at_hand"] = pages
            build(settings)
    except Exception as error:
        raise EngineFailed("\n".join([*said, f"{type(error).__name__}: {error}"])) from error


@contextmanager
def _heard(said: list[str]) -> Iterator[None]:
    """Add to `said` what mkdocs complains of meanwhile, which it would write to the terminal."""
    logger, hearing = logging.getLogger("mkdocs"), _Hearing(said)
    before = logger.propagate, logger.level
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    logger.addHandler(hearing)
    try:
        yield
    finally:
        logger.removeHandler(hearing)
        logger.propagate = before[0]
        logger.setLevel(before[1])


class _Hearing(logging.Handler):
    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._said = said

    def emit(self, record: logging.LogRecord) -> None:
        self._said.append(record.getMessage())


def frame_of(config: Path) -> str:
    """Return a digest of what a configuration puts around each page."""
    settings = json.loads(config.read_text(encoding="utf-8"))
    # Where the work is done leaves no trace in a page.
    for name in ("docs_dir", "site_dir"):
        settings.pop(name)
    settings["extra"] = json.loads(config.with_name(SHOWN).read_text(encoding="utf-8"))
    return sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()


def publish_pages(
    config: Path, frame: str, pages: Sequence[RenderedPage], address: str, store: Store
) -> LinksInSum:
    """Put every page of a locale into its folder of the site, which the engine empties; return their links.

    `config` is the engine's, `frame` its `frame_of`, `pages` are all of the locale, `address` is the site's.
    New pages are kept. Raises EngineFailed.
    """
    site = Path(json.loads(config.read_text(encoding="utf-8"))["site_dir"])
    locale = site.name
    made_of = f"{frame}\0{locale}/{_NOT_FOUND}"
    not_found = Piece(store.get("page", made_of), put=lambda _, made: store.put("page", made_of, made))
    files = {f"{page.path}index.html": page.piece for page in pages} | {_NOT_FOUND: not_found}
    told: dict[str, str] = {}

    def take(name: str, html: str) -> None:
        if files[name].made is None:
            told[name] = links_told(html, f"{locale}/{name}", address)
            files[name].keep(f"{told[name]}\n{html}".encode())

    if any(piece.made is None for piece in files.values()):
        markdown = {f"{page.path}index.md": page.markdown for page in pages if page.markdown is not None}
        run_engine(config, PagesAtHand(markdown, take))
        if not_found.made is None:
            take(_NOT_FOUND, (site / _NOT_FOUND).read_text(encoding="utf-8"))
    for name, piece in files.items():
        if piece.made is not None:
            told[name] = _written_again(site / name, piece.made, store)
    return in_sum({f"{locale}/{name}": links_of(told[name]) for name in files})


def _written_again(file: Path, kept: bytes, store: Store) -> str:
    """Write a page that was kept; return its links."""
    links, _, html = kept.partition(b"\n")
    store.folders.make(file.parent)
    store.write(file, html)
    return links.decode()
