"""`python -m scripts check`: every fault of the guide at its place."""

import sys
from pathlib import Path

import click

from scripts.checks import (
    FORMATS,
    Format,
    Past,
    Report,
    UnknownRevision,
    advise,
    left_behind,
    lost_slugs,
    untrue_to_history,
    worst,
)
from scripts.checks import check as check_guide
from scripts.entries import Loaded, load, reading_ahead
from scripts.options import guide_options, language_option, strict_option
from scripts.problems import Problem, Rulebook
from scripts.store import OF_THIS_REPOSITORY


@click.command()
@guide_options
@strict_option
@language_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    help="text for people, json for programs, github and sarif to annotate a pull request.",
)
@click.option(
    "--base",
    metavar="REV",
    help="A git revision: also find texts that changed since in one language only, and slugs that were lost.",
)
@click.option(
    "--history",
    is_flag=True,
    help="Compare with git the day on which each entry was added and the one on which it was reviewed.",
)
def check(
    root: Path,
    overlay: Path | None,
    strict: bool,
    words: Rulebook,
    form: Format,
    base: str | None,
    history: bool,
) -> None:
    """Check all entries and say every fault as file:line:column, with how to mend it."""
    with reading_ahead(OF_THIS_REPOSITORY) as ahead:
        loaded = load(root, store=ahead, overlay=overlay)
    compared = [*_since(loaded, base, strict), *_against_history(loaded, history, strict)]
    problems = sorted([*check_guide(loaded, strict=strict), *advise(loaded), *compared])
    if form != "text":
        click.echo(Report(problems, root, words, overlay).written(form))
    elif problems:
        click.echo(Report(problems, root, words, overlay).written(form), err=True)
    if worst(problems) == "error":
        sys.exit(1)
    if form == "text" and loaded.guide:
        guide = loaded.guide
        counts = {"tricks": guide.tricks, "countermeasures": guide.countermeasures, "locales": guide.wordings}
        click.echo(words.word("all_fine", **{name: len(found) for name, found in counts.items()}))


def _since(loaded: Loaded, base: str | None, strict: bool) -> list[Problem]:
    if base is None or loaded.guide is None:
        return []
    try:
        past = Past(loaded.guide.root, base)
        behind = left_behind(loaded.guide, loaded.marks, past, strict=strict)
        return [*behind, *lost_slugs(loaded.guide, past)]
    except UnknownRevision as error:
        raise click.BadParameter(str(error), param_hint="--base") from error


def _against_history(loaded: Loaded, wanted: bool, strict: bool) -> list[Problem]:
    if not wanted or loaded.guide is None:
        return []
    try:
        return untrue_to_history(loaded.guide, loaded.marks, strict=strict)
    except UnknownRevision as error:
        raise click.BadParameter(str(error), param_hint="--history") from error
