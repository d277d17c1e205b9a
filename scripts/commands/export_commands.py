"""`python -m scripts export`: the quizzes in the formats of learning platforms."""

import os
from pathlib import Path

import click

from scripts.courses import Wanted, write_quizzes
from scripts.derived import ENDINGS, forms_of
from scripts.options import (
    checked_or_exit,
    guide_options,
    language_option,
    out_folder,
    refuse_unknown,
)
from scripts.places import REPOSITORY
from scripts.problems import Rulebook, visible
from scripts.publishing import refuse_sources, work_folder
from scripts.scorm import scorm_package


@click.command()
@guide_options
@click.option(
    "--out",
    type=out_folder,
    default=REPOSITORY / "exports",
    help="Where the files go, in a folder a language. Default: exports/ in this repository.",
)
@click.option("--quiz", "quizzes", multiple=True, metavar="SLUG", help="Only this quiz; may be repeated.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(tuple(ENDINGS)),
    help="Only this format; may be repeated.",
)
@click.option("--locale", "locales", multiple=True, help="Only this language; may be repeated.")
@language_option
def export(
    root: Path,
    overlay: Path | None,
    out: Path,
    quizzes: tuple[str, ...],
    formats: tuple[str, ...],
    locales: tuple[str, ...],
    words: Rulebook,
) -> None:
    """Write each quiz as Moodle XML, GIFT, QTI 2.1, SCORM 1.2, an Anki deck and CSV, in each language.

    A quiz that draws questions at random is written only in formats that can draw.
    """
    guide = checked_or_exit(root, words, overlay=overlay)
    refuse_unknown("--quiz", quizzes, list(guide.quizzes))
    refuse_unknown("--locale", locales, guide.site.locales)
    for slug in quizzes:
        possible = forms_of(guide.quizzes[slug])
        if formats and not set(formats) & set(possible):
            raise click.BadParameter(f"{slug}: {', '.join(possible)}", param_hint="--format")
    wanted = Wanted(quizzes, formats, locales, {"scorm": scorm_package})
    real = Path(os.path.realpath(out))
    refuse_sources(real, *guide.folders)
    with work_folder(real) as work:
        made = write_quizzes(guide, work / "made", guide.site.url, wanted)
        for file in made:
            _move(file, real / file.relative_to(work / "made"))
    for file in made:
        click.echo(visible(str(out / file.relative_to(work / "made"))))


def _move(file: Path, place: Path) -> None:
    """Put a finished file at its place: whoever opens it there finds the old one or the new one, whole."""
    place.parent.mkdir(parents=True, exist_ok=True)
    file.replace(place)
