"""Run mkdocs, one process a locale, on the Markdown that `render` wrote."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.guide import Guide, Voice
from scripts.places import OVERRIDES, REPOSITORY
from scripts.publishing.hashed_assets import Addresses
from scripts.publishing.kept_pages import KeptPages
from scripts.store import NOTHING_KEPT, Store

_FORMS = ".github/ISSUE_TEMPLATE"
_FRAME_HOOK = Path(__file__).parent / "frame.py"


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
    settings = _settings(voice, folder, site, address) | {"extra": _shown_by(frame, voice, address)}
    config.write_text(json.dumps(settings, ensure_ascii=False, indent=1), encoding="utf-8")
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
        "default_locale": guide.site.default_locale,
        "locales": [{"code": code, "language": guide.wordings[code].language} for code in guide.site.locales],
        "formerly": _formerly(guide),
        "has_assessment": bool(guide.assessments),
        "has_method": "method" in guide.pages,
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


def run_engine(configs: Sequence[Path], store: Store = NOTHING_KEPT) -> None:
    """Build every configuration in parallel; raises EngineFailed with the engine's words.

    Pages that `store` holds are written from there.
    """
    kept = [KeptPages(config, store) for config in configs]
    _run([config for config, pages in zip(configs, kept, strict=True) if pages.left_to_make()])
    for pages in kept:
        pages.finish()


def _run(configs: Sequence[Path]) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", "0")}
    environment |= {"NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}
    running = [
        subprocess.Popen(
            [*command, str(config)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment,
            cwd=REPOSITORY,
        )
        for config in configs
    ]
    outputs = [process.communicate()[0] for process in running]
    failed = [output for process, output in zip(running, outputs, strict=True) if process.returncode]
    if failed:
        raise EngineFailed("\n".join(output.strip() for output in failed))
