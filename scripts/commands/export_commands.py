"""`python -m scripts export`: the quizzes in the formats of learning platforms."""

from pathlib import Path

import click

from scripts.courses import Wanted, write_quizzes
from scripts.derived import ENDINGS, forms_of
from scripts.options import checked_or_exit, language_option, root_option
from scripts.places import REPOSITORY
from scripts.problems import Rulebook


@click.command()
@root_option
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
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
    out: Path,
    quizzes: tuple[str, ...],
    formats: tuple[str, ...],
    locales: tuple[str, ...],
    words: Rulebook,
) -> None:
    """Write each quiz as Moodle XML, GIFT, QTI 2.1, an Anki deck and CSV, in each language.

    A quiz that draws questions at random is written only in formats that can draw.
    """
    guide = checked_or_exit(root, words)
    _known("--quiz", quizzes, list(guide.quizzes))
    _known("--locale", locales, guide.site.locales)
    for slug in quizzes:
        possible = forms_of(guide.quizzes[slug])
        if formats and not set(formats) & set(possible):
            raise click.BadParameter(f"{slug}: {', '.join(possible)}", param_hint="--format")
    wanted = Wanted(quizzes, formats, locales)
    for file in write_quizzes(guide, out, guide.site.url, wanted):
        click.echo(file)


def _known(option: str, named: tuple[str, ...], known: list[str]) -> None:
    for name in named:
        if name not in known:
            raise click.BadParameter(f"{name}: {', '.join(known)}", param_hint=option)
