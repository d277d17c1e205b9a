"""`python -m scripts spell`: words that no dictionary knows, at their place."""

from pathlib import Path

import click

from scripts.entries import FORMATS, Format, Report, load
from scripts.options import language_option, root_option
from scripts.problems import Rulebook


@click.command()
@root_option
@language_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="As for check.")
def spell(root: Path, words: Rulebook, form: Format) -> None:
    """Warn of each word that is in no dictionary and not in content/words."""
    try:
        from scripts.entries import misspelt  # noqa: PLC0415 - a checker that only tests install
    except ModuleNotFoundError as error:
        raise click.ClickException(words.word("no_speller", module=error.name)) from error
    problems = misspelt(load(root))
    if problems or form != "text":
        click.echo(Report(problems, root, words).written(form))
    else:
        click.echo(words.word("all_spelt"))
