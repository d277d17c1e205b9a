"""`python -m scripts serve`: the preview for who writes."""

import threading
from pathlib import Path

import click

from scripts.options import language_option, root_option
from scripts.pages import TEMPLATES
from scripts.places import OVERRIDES
from scripts.preview.live import Preview
from scripts.preview.server import PreviewServer, keep_fresh
from scripts.problems import Rulebook


@click.command()
@root_option
@language_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; this machine only.")
@click.option("--port", default=8000, show_default=True, help="0 takes any port that is free.")
def serve(root: Path, words: Rulebook, host: str, port: int) -> None:
    """Show the guide while you write: a saved file is in the browser at once, with its faults."""
    root = root.resolve()
    try:
        server = PreviewServer(Preview(root), words, host, port)
    except OSError as error:
        raise click.BadParameter(f"{port}: {error.strerror}", param_hint="--port") from error
    report = server.refresh()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    click.echo(words.word("preview_at", address=f"http://{host}:{server.server_port}/"))
    _tell(report)
    folders = [root / "content", root / "tricks", TEMPLATES, OVERRIDES]
    try:
        keep_fresh(server, folders, _tell)
    except KeyboardInterrupt:
        click.echo("")
    finally:
        server.shutdown()
        server.preview.close()


def _tell(report: str) -> None:
    if report:
        click.echo(report, err=True)
