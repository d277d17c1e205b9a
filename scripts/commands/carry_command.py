"""`python -m scripts carry`: the whole guide as a zip that opens without a web server."""

from pathlib import Path

import click

from scripts import build as building
from scripts.carrying import carried_zip
from scripts.commands.release_files import placed_whole
from scripts.derived import CARRIED
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
from scripts.problems import Rulebook
from scripts.store import OF_THIS_REPOSITORY


@click.command()
@guide_options
@strict_option
@click.option(
    "--out",
    type=out_folder,
    default=REPOSITORY / "exports" / "carried",
    help="Where the zip goes. Default: exports/carried/ here.",
)
@click.option("--url", help="The address the guide is published at. Default: content/site.yml's.")
@language_option
def carry(
    root: Path, overlay: Path | None, strict: bool, out: Path, url: str | None, words: Rulebook
) -> None:
    """Write the guide as a zip to carry: unpacked, its index.html opens without a network or a server.

    Made for a release and not in every build: it builds the site first.
    """
    with faults_told(root, words, overlay):
        guide = load_to_build(root, strict=strict, store=OF_THIS_REPOSITORY, overlay=overlay)
    with placed_whole(out, guide.folders) as (work, put):
        how = building.How(OF_THIS_REPOSITORY)
        building.build(guide, work / "site", lambda step: None, published_at(url), how)
        put(CARRIED, carried_zip(work / "site"))
