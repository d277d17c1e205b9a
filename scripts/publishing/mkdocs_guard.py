"""Hook of the base `mkdocs.yml`: whoever types `mkdocs build` there is told what to run."""

from typing import NoReturn

from mkdocs.exceptions import Abort


def on_startup(*, command: str, dirty: bool) -> NoReturn:
    """Stop mkdocs with one line of advice; the build's own configurations leave this hook out."""
    advice = "python -m scripts build" if command in ("build", "gh-deploy") else "make site"
    raise Abort(f"The pages are made from YAML first: run '{advice}' instead of 'mkdocs {command}'.")
