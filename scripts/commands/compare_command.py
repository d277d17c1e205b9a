"""`python -m scripts compare`: what differs between two built sites."""

import sys
from collections import Counter
from pathlib import Path

import click

from scripts.publishing import compared

_Site = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("first", type=_Site)
@click.argument("second", type=_Site)
def compare(first: Path, second: Path) -> None:
    """Name each difference between two built sites: exit code 0 where there is none, else 1.

    Of a page it tells whether what the guide says differs, or only the frame around it.
    """
    kinds: Counter[str] = Counter()
    for difference in compared(first, second):
        kinds[difference.kind] += 1
        click.echo(f"{difference.path}: {difference.kind}")
        if difference.kind == "content":
            click.echo(f"  - {difference.first[:200]}\n  + {difference.second[:200]}")
    told = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    click.echo(f"Differences: {told}." if kinds else "No difference.")
    sys.exit(1 if kinds else 0)
