"""The page that shows a comparison: a table, a chart, and the ratios that hold on other machines."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from scripts.benchmark.growth import Measure
from scripts.benchmark.peers import EDITED, WHOLE, Run
from scripts.templating import plain_templates

_TEMPLATES = Path(__file__).parent / "templates"


def results_page(runs: Sequence[Run], saves: Sequence[Measure], command: str, where: str) -> str:
    """Return a Markdown page of the comparison; `where` says on what machine, `command` how to repeat it.

    Of several runs of one kind the median counts; times of each stand beside it.
    """
    kinds = list(dict.fromkeys(run.what for run in runs))
    sizes = sorted({run.tricks for run in runs})
    had = {(run.what, run.tricks) for run in runs}
    rows = {(kind, size): _row(runs, kind, size) for size in sizes for kind in kinds if (kind, size) in had}
    again = {
        size: _wall(rows[EDITED, size]) / _wall(rows[WHOLE, size]) for size in sizes if (EDITED, size) in rows
    }
    return (
        plain_templates(_TEMPLATES)
        .get_template("results.md.j2")
        .render(
            rows=rows,
            kinds=kinds,
            compared=[size for size in sizes if all((kind, size) in rows for kind in kinds)],
            saves=saves,
            again=again,
            command=command,
            where=where,
        )
    )


def _wall(row: Mapping[str, object]) -> float:
    return float(str(row["wall"]))


def _row(runs: Sequence[Run], kind: str, size: int) -> Mapping[str, object]:
    those = [run for run in runs if (run.what, run.tricks) == (kind, size)]
    return {
        "wall": median(run.wall for run in those),
        "walls": [run.wall for run in those],
        "cpu": median(run.cpu for run in those),
        "memory": max(run.memory for run in those),
        "last": those[-1],
    }
