"""`python -m scripts build`: the whole site."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from scripts.options import (
    faults_told,
    guide_options,
    language_option,
    load_to_build,
    out_folder,
    published_at,
    strict_option,
)
from scripts.places import REPOSITORY
from scripts.problems import Rulebook, visible
from scripts.store import NOTHING_KEPT, OF_THIS_REPOSITORY

if TYPE_CHECKING:
    from scripts.build import Progress as Tell
    from scripts.build import Step


@click.command()
@guide_options
@strict_option
@click.option(
    "--out",
    type=out_folder,
    default=REPOSITORY / "site",
    help="Where the site goes. Default: site/ in this repository.",
)
@click.option("--url", help="The address it will be published at. Default: content/site.yml's.")
@click.option(
    "--precompress", is_flag=True, help="Also write a .gz and a .br of every text, for nginx and Caddy."
)
@click.option("--afresh", is_flag=True, help="Make everything anew, whatever earlier builds left in .build/.")
@language_option
def build(
    root: Path,
    overlay: Path | None,
    strict: bool,
    out: Path,
    url: str | None,
    precompress: bool,
    afresh: bool,
    words: Rulebook,
) -> None:
    """Check all entries, then build the whole site; a failed build leaves the old one."""
    began = time.monotonic()
    store = NOTHING_KEPT if afresh else OF_THIS_REPOSITORY
    with faults_told(root, words, overlay):
        guide = load_to_build(root, strict=strict, store=store, overlay=overlay, meanwhile=_load_builder)
    from scripts import build as building  # noqa: PLC0415 (loaded by now, as a rule)

    how = building.How(store, compressed=precompress)
    with _progress_shown(building.STEPS) as progress:
        pages = building.build(guide, out, progress, published_at(url), how)
    click.echo(f"{pages} pages in {time.monotonic() - began:.1f} s: {visible(str(out))}")


def _load_builder() -> None:
    """Load the program that builds, which takes a quarter of a second."""
    import_module("scripts.build")


@contextmanager
def _progress_shown(steps: Mapping["Step", str]) -> Iterator["Tell"]:
    """Show each of the `steps` on a terminal; say nothing elsewhere."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=len(steps))

        def show(step: "Step") -> None:
            bar.update(task, description=steps[step], completed=list(steps).index(step))

        yield show
