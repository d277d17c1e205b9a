"""Run mkdocs, one process a locale, on the Markdown that `render` wrote."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from scripts.guide import Voice
from scripts.guide.addresses import (
    CHECKLISTS,
    COUNTERMEASURES,
    GLOSSARY,
    HOME,
    MY_CHECKLIST,
    QUIZZES,
    SOURCES,
    TRICKS,
    of_assessments,
    path_to,
)
from scripts.places import OVERRIDES, REPOSITORY


class EngineFailed(Exception):
    """The site's engine refused a page; the message holds its own words."""


def write_config(voice: Voice, folder: Path, site: Path, address: str, *, offline: bool = True) -> Path:
    """Write the locale's mkdocs configuration into `folder`; return its path.

    `site` is where the HTML goes, `address` the whole site's address (ends with `/`). `offline` says
    whether the pages may be kept on the reader's device; a preview's must not.
    """
    config = folder / "mkdocs.yml"
    settings = _settings(voice, folder, site, address, offline=offline)
    config.write_text(json.dumps(settings, ensure_ascii=False, indent=1), encoding="utf-8")
    return config


def _settings(voice: Voice, folder: Path, site: Path, address: str, *, offline: bool) -> Mapping[str, object]:
    guide = voice.guide
    return {
        "INHERIT": str(REPOSITORY / "mkdocs.yml"),
        "site_name": voice.say("site_name"),
        "site_url": f"{address}{voice.locale}/",
        "site_description": voice.say("site_description"),
        "docs_dir": str(folder / "docs"),
        "site_dir": str(site / voice.locale),
        "theme": {
            "language": voice.locale,
            "custom_dir": str(OVERRIDES),
        },
        "nav": _navigation(voice),
        "hooks": [],
        "extra": {
            "locale": voice.locale,
            "direction": voice.wording.direction,
            "offline": offline,
            "site_address": address,
            "default_locale": guide.site.default_locale,
            "locales": [
                {"code": code, "language": guide.wordings[code].language} for code in guide.site.locales
            ],
            "has_assessment": bool(guide.assessments),
            "words": {key: voice.pattern(key) for key in _all_keys(voice)},
        },
    }


def _all_keys(voice: Voice) -> Iterator[str]:
    yield from voice.guide.wordings[voice.guide.site.default_locale].words


def _navigation(voice: Voice) -> list[Mapping[str, object]]:
    """Return phases and guides, not every trick: a page repeats the whole navigation."""
    guide = voice.guide

    def leaf(title: str, path: str) -> Mapping[str, object]:
        return {title: f"{path}index.md"}

    tricks = [leaf(voice.say("all_tricks"), TRICKS)] + [
        leaf(voice.words(phase.name), path_to("phase", phase.id)) for phase in guide.phases.values()
    ]
    checklists = [
        leaf(voice.say("all_checklists"), CHECKLISTS),
        leaf(voice.say("mine_title"), MY_CHECKLIST),
        *(
            leaf(voice.words(meeting.name), path_to("meeting", meeting.slug))
            for meeting in guide.meetings.values()
        ),
    ]
    quizzes = [leaf(voice.say("all_quizzes"), QUIZZES)] + [
        leaf(voice.words(quiz.name), path_to("quiz", quiz.slug)) for quiz in guide.quizzes.values()
    ]
    assessments = [
        leaf(voice.words(guide.assessments[slug].name), path)
        for slug, path in of_assessments(guide.assessments).items()
    ]
    hand_written = [
        leaf((versions.get(voice.locale) or next(iter(versions.values()))).title, path_to("page", slug))
        for slug, versions in guide.pages.items()
        if slug != "index"
    ]
    return [
        leaf(voice.say("home"), HOME),
        {voice.say("tricks"): tricks},
        leaf(voice.say("countermeasures"), COUNTERMEASURES),
        {voice.say("checklists"): checklists},
        {voice.say("quizzes"): quizzes},
        *([{voice.say("assessment"): assessments}] if assessments else []),
        leaf(voice.say("glossary"), GLOSSARY),
        {voice.say("about_us"): [*hand_written, leaf(voice.say("sources"), SOURCES)]},
    ]


def run_engine(configs: Sequence[Path]) -> None:
    """Build every configuration in parallel; raises EngineFailed with the engine's words."""
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
