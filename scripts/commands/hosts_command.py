"""`python -m scripts hosts`: what nginx and Caddy include to serve the site."""

from pathlib import Path

import click

from scripts.options import (
    checked_or_exit,
    guide_options,
    language_option,
    out_folder,
    published_at,
)
from scripts.places import REPOSITORY
from scripts.problems import Rulebook
from scripts.publishing import OddPath, write_server_files


@click.command()
@guide_options
@click.option(
    "--out",
    type=out_folder,
    default=REPOSITORY / "exports" / "hosts",
    help="Where the files go. Default: exports/hosts/ in this repository.",
)
@click.option("--url", help="The address it will be published at. Default: content/site.yml's.")
@language_option
def hosts(root: Path, overlay: Path | None, out: Path, url: str | None, words: Rulebook) -> None:
    """Write what nginx and Caddy include: headers, caching, types, a 404 for each language."""
    guide = checked_or_exit(root, words, overlay=overlay)
    try:
        for file in write_server_files(guide, out, published_at(url) or guide.site.url):
            click.echo(file)
    except OddPath as odd:
        raise click.BadParameter(f"{odd}: letters, digits and ._~-/ only", param_hint="--url") from odd
