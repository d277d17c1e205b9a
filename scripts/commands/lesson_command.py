"""`python -m scripts lesson`: what a trainer needs to teach a moment of the purchase."""

from functools import partial
from pathlib import Path

import click

from scripts.commands.release_files import write_files
from scripts.derived import LESSON_PARTS, PAPERS, SCREEN, lesson_name
from scripts.guide import Voice
from scripts.lessons import Lesson, made_as, taught_phases
from scripts.options import (
    checked_or_exit,
    guide_options,
    language_option,
    out_folder,
    published_at,
    refuse_odd_date,
    refuse_unknown,
    strict_option,
)
from scripts.places import REPOSITORY
from scripts.problems import Rulebook

_FOLDER = REPOSITORY / "exports" / "lessons"
_PAPERS = tuple(
    dict.fromkeys(paper for papers in LESSON_PARTS.values() for paper in papers if paper != SCREEN)
)


@click.command()
@guide_options
@strict_option
@click.option(
    "--out", type=out_folder, default=_FOLDER, help="Where the files go. Default: exports/lessons/ here."
)
@click.option("--url", help="The address the guide is published at. Default: content/site.yml's.")
@click.option("--phase", "phases", multiple=True, help="Only this moment of the purchase; may be repeated.")
@click.option("--locale", "locales", multiple=True, help="Only this language; may be repeated.")
@click.option(
    "--part",
    "parts",
    multiple=True,
    type=click.Choice(tuple(LESSON_PARTS)),
    help="Only this part; may be repeated.",
)
@click.option(
    "--paper",
    "papers",
    multiple=True,
    type=click.Choice(tuple(PAPERS)),
    help="Of what is printed, only this paper; may be repeated.",
)
@language_option
def lesson(
    root: Path,
    overlay: Path | None,
    strict: bool,
    out: Path,
    url: str | None,
    phases: tuple[str, ...],
    locales: tuple[str, ...],
    parts: tuple[str, ...],
    papers: tuple[str, ...],
    words: Rulebook,
) -> None:
    """Write a lesson of 45 minutes for each moment of the purchase, in each language.

    A trainer's plan and role cards for A4 and Letter, and slides, all as PDF. Made for a release and not in
    every build.
    """
    refuse_odd_date()
    guide = checked_or_exit(root, words, strict=strict, overlay=overlay)
    taught = taught_phases(guide)
    refuse_unknown("--phase", phases, taught)
    refuse_unknown("--locale", locales, guide.site.locales)
    wanted = {
        lesson_name(phase, locale, part, paper): partial(
            made_as, part, paper, Lesson(Voice(guide, locale), guide.phases[phase])
        )
        for phase in phases or taught
        for locale in locales or guide.site.locales
        for part in parts or LESSON_PARTS
        for paper in LESSON_PARTS[part]
        if paper == SCREEN or not papers or paper in papers
    }
    write_files(wanted, out, guide.folders, published_at(url) or guide.site.url)
