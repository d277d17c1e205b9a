"""What the commands share: their options, and loading a checked guide."""

import sys
from pathlib import Path

import click

from scripts.entries import Report, load
from scripts.entries import check as check_guide
from scripts.guide import Guide, site_address
from scripts.places import REPOSITORY
from scripts.problems import ProblemsFound, Rulebook, contributor_locale, rulebook, rulebook_locales

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=REPOSITORY,
    help="A folder with content/ and tricks/. Default: this repository.",
)
strict_option = click.option(
    "--strict", is_flag=True, help="Ask for every text in every language; nothing stale."
)


def _rulebook(_context: click.Context, _parameter: click.Parameter, locale: str | None) -> Rulebook:
    return rulebook(locale or contributor_locale())


language_option = click.option(
    "--lang",
    "words",
    type=click.Choice(rulebook_locales()),
    callback=_rulebook,
    help="The language of the messages. Default: your system's.",
)


def load_checked(root: Path, *, strict: bool = False) -> Guide:
    """Load and check the guide below `root`; raises ProblemsFound."""
    loaded = load(root)
    problems = check_guide(loaded, strict=strict)
    if problems or loaded.guide is None:
        raise ProblemsFound(problems)
    return loaded.guide


def checked_or_exit(root: Path, words: Rulebook, *, strict: bool = False) -> Guide:
    """Return the checked guide below `root`; where it is at fault, tell every fault and exit with 1."""
    try:
        return load_checked(root, strict=strict)
    except ProblemsFound as found:
        click.echo(Report(found.problems, root, words).written("text"), err=True)
        sys.exit(1)


def published_at(url: str | None) -> str | None:
    """Return the address given by --url, whole; raises click.BadParameter where it is none."""
    if url is None:
        return None
    try:
        return site_address(url if url.endswith("/") else f"{url}/")
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--url") from error
