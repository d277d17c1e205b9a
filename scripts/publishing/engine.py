"""Run mkdocs on the Markdown of one locale that `render` wrote."""

import json
import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from scripts.guide import Guide, Voice, reachable
from scripts.places import OVERRIDES, REPOSITORY
from scripts.publishing.frame import SHOWN
from scripts.publishing.hashed_assets import Addresses
from scripts.store import NOTHING_KEPT, Store

_FORMS = ".github/ISSUE_TEMPLATE"
_FRAME_HOOK = Path(__file__).parent / "frame.py"
_HOME = Path("index.md")
"""The page that the configuration names, so that the engine has to see it."""
_NOT_FOUND = Path("404.html")
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

    `site` is where the HTML goes, `address` the whole site's address (ends with `/`).
    """
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


def run_engine(config: Path, store: Store = NOTHING_KEPT) -> None:
    """Build the pages of one configuration; raises EngineFailed with the engine's words.

    Pages that `store` holds are written from there.
    """
    pages = _KeptPages(config, store)
    if pages.left_to_make():
        _run(config)
    pages.finish()


def _run(config: Path) -> None:
    """Let mkdocs work in this process: one of its own would take half a second to begin."""
    said: list[str] = []
    # What the theme's makers say of its future is no news to whoever builds a guide.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        with _heard(said):
            build(load_config(config_file=str(config), strict=True))
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


class _KeptPages:
    """The pages of one configuration that an earlier build put into the same frame.

    Those in the store are put in place, new ones go there.
    """

    def __init__(self, config: Path, store: Store) -> None:
        settings = json.loads(config.read_text(encoding="utf-8"))
        settings["extra"] = json.loads(config.with_name(SHOWN).read_text(encoding="utf-8"))
        self._docs, self._site = Path(settings.pop("docs_dir")), Path(settings.pop("site_dir"))
        self._data = self._docs.with_name("data")
        # Where the work is done leaves no trace in a page.
        self._frame = sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()
        self._store = store
        self._kept: dict[Path, bytes] = {}
        self._new: dict[Path, str] = {}

    def left_to_make(self) -> bool:
        """Take out of the engine's way what it need not make; return whether anything is left."""
        for name, made_of in self._sources().items():
            html = self._store.get("page", made_of)
            if html is None:
                self._new[name] = made_of
            else:
                self._kept[name] = html
        if self._new:
            # The engine begins with an empty folder: what is kept is put there after it.
            for name in self._kept.keys() - {_NOT_FOUND, _HOME}:
                (self._docs / name).unlink()
            self._move_data(self._docs, self._data)
        return bool(self._new)

    def finish(self) -> None:
        """Put what was kept and what is no page in its place, and keep what the engine made."""
        self._move_data(self._data if self._new else self._docs, self._site)
        for name, html in self._kept.items():
            target = self._page(name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(html)
        for name, made_of in self._new.items():
            self._store.put("page", made_of, self._page(name).read_bytes())

    def _move_data(self, source: Path, target: Path) -> None:
        """Move every file that is no page: the engine would copy each."""
        for folder, _, names in os.walk(source):
            moved = [name for name in names if not name.endswith(".md")]
            place = target / Path(folder).relative_to(source)
            if moved:
                place.mkdir(parents=True, exist_ok=True)
            for name in moved:
                (Path(folder) / name).rename(place / name)

    def _sources(self) -> dict[Path, str]:
        """Return all that each page is made of, by its name in the engine's folder."""
        pages = sorted(self._docs.rglob("*.md"))
        texts = {page.relative_to(self._docs): page.read_text(encoding="utf-8") for page in pages}
        texts[_NOT_FOUND] = ""
        return {name: f"{self._frame}\0{name.as_posix()}\0{text}" for name, text in texts.items()}

    def _page(self, name: Path) -> Path:
        return self._site / (name if name == _NOT_FOUND else name.parent / "index.html")
