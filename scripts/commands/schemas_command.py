"""`python -m scripts schemas`: what editors know of the files."""

import click

from scripts.entries import write_schemas
from scripts.places import REPOSITORY


@click.command()
def schemas() -> None:
    """Write the JSON Schemas that editors use, after a change of the models."""
    for file in write_schemas():
        click.echo(file.relative_to(REPOSITORY))
