"""The command line: `python -m scripts COMMAND`.

Exit codes: 0 fine, 1 the data are at fault (each fault on a line), 2 wrong usage.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from scripts import build as building
from scripts.commands import bench, compare, export
from scripts.contributing import from_issue, new, spell, translations
from scripts.entries import (
    FORMATS,
    Format,
    Loaded,
    Report,
    UnknownRevision,
    advise,
    left_behind,
    load,
    worst,
    write_schemas,
)
from scripts.entries import check as check_guide
from scripts.guide import site_address
from scripts.options import (
    checked_or_exit,
    language_option,
    root_option,
    strict_option,
)
from scripts.places import REPOSITORY
from scripts.preview import serve
from scripts.problems import Problem, Rulebook


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check and build the guide Forewarned / Prevenido."""


@main.command()
@root_option
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
    help="A git revision: also find texts that changed since in one language and not in the other.",
)
def check(root: Path, strict: bool, words: Rulebook, form: Format, base: str | None) -> None:
    """Check all entries and say every fault as file:line:column, with how to mend it."""
    loaded = load(root)
    problems = sorted([*check_guide(loaded, strict=strict), *advise(loaded), *_since(loaded, base, strict)])
    if form != "text":
        click.echo(Report(problems, root, words).written(form))
    elif problems:
        click.echo(Report(problems, root, words).written(form), err=True)
    if worst(problems) == "error":
        sys.exit(1)
    if form == "text" and loaded.guide:
        guide = loaded.guide
        counts = {"tricks": guide.tricks, "countermeasures": guide.countermeasures, "locales": guide.wordings}
        click.echo(words.word("all_fine", **{name: len(found) for name, found in counts.items()}))


@main.command()
@root_option
@strict_option
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=REPOSITORY / "site",
    help="Where the site goes. Default: site/ in this repository.",
)
@click.option("--url", help="The address it will be published at. Default: content/site.yml's.")
@language_option
def build(root: Path, strict: bool, out: Path, url: str | None, words: Rulebook) -> None:
    """Check all entries, then build the whole site; a failed build leaves the old one."""
    began = time.monotonic()
    guide = checked_or_exit(root, words, strict=strict)
    try:
        with _progress_shown() as progress:
            pages = building.build(guide, out.absolute(), progress, _address(url))
    except building.BuildFailed as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    click.echo(f"{pages} pages in {time.monotonic() - began:.1f} s: {out}")


def _since(loaded: Loaded, base: str | None, strict: bool) -> list[Problem]:
    if base is None or loaded.guide is None:
        return []
    try:
        return left_behind(loaded.guide, loaded.marks, base, strict=strict)
    except UnknownRevision as error:
        raise click.BadParameter(str(error), param_hint="--base") from error


@main.command()
def schemas() -> None:
    """Write the JSON Schemas that editors use, after a change of the models."""
    for file in write_schemas():
        click.echo(file.relative_to(REPOSITORY))


def _address(url: str | None) -> str | None:
    if url is None:
        return None
    try:
        return site_address(url if url.endswith("/") else f"{url}/")
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--url") from error


@contextmanager
def _progress_shown() -> Iterator[building.Progress]:
    """Show each step on a terminal; say nothing elsewhere."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=len(building.STEPS))

        def show(step: building.Step) -> None:
            done = list(building.STEPS).index(step)
            bar.update(task, description=building.STEPS[step], completed=done)

        yield show


main.add_command(translations)
main.add_command(new)
new.add_command(from_issue)
main.add_command(spell)
main.add_command(serve)
main.add_command(bench)
main.add_command(export)
main.add_command(compare)
