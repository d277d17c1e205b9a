"""The jinja2 environments of every room: strict on names, each with its own way to make text harmless."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import jinja2

from scripts.places import KEPT
from scripts.store import maker


class _OfThisProgram(jinja2.FileSystemBytecodeCache):
    """Compiled templates, each by its own source and by the program that would render it.

    What a template is compiled to depends on its filters too: whether they ask for its context.
    """

    def get_source_checksum(self, source: str) -> str:
        """Return what a kept template has to agree with."""
        return super().get_source_checksum(f"{maker()}\0{source}")


def html_templates(*folders: Path) -> jinja2.Environment:
    """Return the HTML and XML templates in `folders`; what they print is escaped."""
    return _templates(folders, autoescape=True)


def plain_templates(*folders: Path, finalize: Callable[[object], object] | None = None) -> jinja2.Environment:
    """Return the templates in `folders` of what is not HTML; `finalize` escapes what they print."""
    return _templates(folders, autoescape=False, finalize=finalize)


def _templates(
    folders: tuple[Path, ...], *, autoescape: bool, finalize: Callable[[object], object] | None = None
) -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(folders),
        autoescape=autoescape,
        finalize=finalize,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=not autoescape,
        bytecode_cache=compiled_templates(),
    )


@lru_cache(maxsize=1)
def compiled_templates() -> jinja2.BytecodeCache | None:
    """Return where compiled templates are kept from run to run; None where nothing can be written.

    None is stale, whatever of this program or of its libraries has changed.
    """
    folder = KEPT / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return _OfThisProgram(str(folder))
