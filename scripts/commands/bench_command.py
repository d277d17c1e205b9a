"""`python -m scripts bench`: how the waiting grows with the guide."""

import tempfile
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from scripts.benchmark import Measure, enlarged, measured
from scripts.options import checked_or_exit, language_option, refuse_odd_date, root_option
from scripts.problems import Rulebook


@click.command()
@root_option
@click.option(
    "--tricks",
    "sizes",
    multiple=True,
    type=click.IntRange(1, 100_000),
    default=(100, 1000),
    show_default=True,
)
@click.option("--whole", is_flag=True, help="Also time the checklists' PDFs and a whole build.")
@language_option
def bench(root: Path, sizes: tuple[int, ...], whole: bool, words: Rulebook) -> None:
    """Time a check and a save in the preview for guides of several sizes, against this one."""
    refuse_odd_date()
    checked_or_exit(root, words)
    found: list[Measure] = []
    for size in (0, *sizes):
        with tempfile.TemporaryDirectory() as folder:
            guide = Path(folder) / "guide"
            found += measured(guide, enlarged(root, guide, size), whole=whole)
    first = {each.step: each for each in reversed(found)}
    table = Table("step", box=None, pad_edge=False)
    for name in ("tricks", "seconds", "ratio"):
        table.add_column(name, justify="right")
    for each in found:
        ratio = each.seconds / first[each.step].seconds
        table.add_row(each.step, str(each.tricks), f"{each.seconds:.2f}", f"{ratio:.1f}")
    Console().print(table)
