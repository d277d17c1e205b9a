"""`python -m scripts serve`: the preview for who writes."""

import threading
from contextlib import closing
from pathlib import Path

import click

from scripts.options import guide_options, language_option, refuse_odd_date
from scripts.pages import TEMPLATES
from scripts.places import OVERRIDES
from scripts.preview.live import Preview
from scripts.preview.server import PreviewServer, keep_fresh
from scripts.problems import Rulebook


@click.command()
@guide_options
@language_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; this machine only.")
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=8000,
    show_default=True,
    help="0 takes any port that is free.",
)
def serve(root: Path, overlay: Path | None, words: Rulebook, host: str, port: int) -> None:
    """Show the guide while you write: a saved file is in the browser at once, with its faults."""
    refuse_odd_date()
    root = root.resolve()
    with closing(Preview(root, overlay and overlay.resolve())) as preview:
        _serve(_listening(preview, words, host, port), words)


def _listening(preview: Preview, words: Rulebook, host: str, port: int) -> PreviewServer:
    if not host or not host.isprintable():
        # An empty one would mean every address that this machine has.
        raise click.BadParameter(repr(host), param_hint="--host")
    try:
        return PreviewServer(preview, words, host, port)
    except (OSError, UnicodeError) as error:
        told = getattr(error, "strerror", None) or str(error)
        raise click.BadParameter(f"{host}:{port}: {told}", param_hint="--host, --port") from error


def _serve(server: PreviewServer, words: Rulebook) -> None:
    report = server.refresh()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    click.echo(words.word("preview_at", address=server.door.address))
    _tell(report)
    try:
        keep_fresh(server, [*server.preview.data, TEMPLATES, OVERRIDES], _tell)
    except KeyboardInterrupt:
        click.echo("")
    finally:
        server.shutdown()
        server.server_close()


def _tell(report: str) -> None:
    if report:
        click.echo(report, err=True)
