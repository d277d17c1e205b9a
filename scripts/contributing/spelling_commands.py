"""`python -m scripts spell`: words that no dictionary knows, at their place."""

import sys
from pathlib import Path

import click

from scripts.checks import FORMATS, Format, Report, misspelt, worst
from scripts.entries import load
from scripts.options import guide_options, language_option
from scripts.problems import ProblemsFound, Refused, Rulebook
from scripts.store import OF_THIS_REPOSITORY


@click.command()
@guide_options
@language_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="As for check.")
def spell(root: Path, overlay: Path | None, words: Rulebook, form: Format) -> None:
    """Warn of each word that is in no dictionary and not in content/words."""
    loaded = load(root, store=OF_THIS_REPOSITORY, overlay=overlay)
    try:
        problems = misspelt(loaded) if loaded.guide else sorted(set(loaded.problems))
    except ModuleNotFoundError as error:
        raise Refused("no_speller", module=error.name) from error
    except ProblemsFound as found:
        problems = found.problems
    if problems or form != "text":
        click.echo(Report(problems, root, words, overlay).written(form))
    else:
        click.echo(words.word("all_spelt"))
    if worst(problems) == "error":
        sys.exit(1)
