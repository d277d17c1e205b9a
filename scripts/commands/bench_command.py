"""`python -m scripts bench`: how the waiting grows with the guide."""

import os
import platform
import tempfile
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from scripts.benchmark import (
    Measure,
    PeersFailed,
    Run,
    compared_with_peers,
    enlarged,
    measured,
    results_page,
)
from scripts.guide import Guide
from scripts.options import checked_or_exit, guide_options, language_option, refuse_odd_date
from scripts.problems import Rulebook

_PEERS = "Build beside mkdocs-material and Zensical instead, and write what came out to this Markdown file."


@dataclass(frozen=True)
class Laid:
    """The guide that is measured, and what is laid over it, which adds so many tricks."""

    root: Path
    overlay: Path | None
    added: int


@click.command()
@guide_options
@click.option(
    "--tricks",
    "sizes",
    multiple=True,
    type=click.IntRange(1, 100_000),
    default=(100, 1000),
    show_default=True,
)
@click.option("--whole", is_flag=True, help="Also time the checklists' PDFs and a whole build.")
@click.option(
    "--peers", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help=_PEERS, show_default=True
)
@click.option("--runs", type=click.IntRange(1, 100), default=3, show_default=True, help="With --peers.")
@language_option
def bench(
    root: Path,
    overlay: Path | None,
    sizes: tuple[int, ...],
    whole: bool,
    peers: Path | None,
    runs: int,
    words: Rulebook,
) -> None:
    """Time a check and a save in the preview for guides of several sizes, against this one."""
    refuse_odd_date()
    laid = Laid(root, overlay, _added(checked_or_exit(root, words, overlay=overlay)))
    if peers is not None:
        _beside_peers(laid, sizes, runs, peers)
        return
    found: list[Measure] = []
    for size in (0, *sizes):
        found += _measured(laid, size, whole=whole)
    _show(found)


def _beside_peers(laid: Laid, sizes: tuple[int, ...], runs: int, page: Path) -> None:
    done: list[Run] = []
    try:
        for run in compared_with_peers(laid.root, sizes, runs, laid.overlay):
            click.echo(f"{run.tricks:>6} {run.what:<30} {run.wall:8.1f} s {run.cpu:8.1f} CPU s", err=True)
            done.append(run)
    except PeersFailed as failed:
        raise click.ClickException(str(failed)) from failed
    saves = [save for size in sizes for save in _measured(laid, size) if save.step == "save"]
    asked = " ".join(f"--tricks {size}" for size in sizes)
    over = "--overlay DIR " if laid.overlay else ""
    command = f"python -m scripts bench {over}--peers {page.name} --runs {runs} {asked}"
    where = f"{os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}."
    page.write_text(results_page(done, saves, command, where), encoding="utf-8")


def _measured(laid: Laid, size: int, *, whole: bool = False) -> list[Measure]:
    with tempfile.TemporaryDirectory() as folder:
        guide = Path(folder) / "guide"
        tricks = enlarged(laid.root, guide, size, laid.added)
        return list(measured(guide, tricks, whole=whole, overlay=laid.overlay))


def _show(found: list[Measure]) -> None:
    first = {each.step: each for each in reversed(found)}
    table = Table("step", box=None, pad_edge=False)
    for name in ("tricks", "seconds", "ratio"):
        table.add_column(name, justify="right")
    for each in found:
        ratio = each.seconds / first[each.step].seconds
        table.add_row(each.step, str(each.tricks), f"{each.seconds:.2f}", f"{ratio:.1f}")
    Console().print(table)


def _added(guide: Guide) -> int:
    return sum(guide.origin(trick) == "added" for trick in guide.tricks.values())
