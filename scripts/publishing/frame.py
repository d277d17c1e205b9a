"""Hook of every locale's mkdocs: the frame escapes, and nothing comes along that no page asks for."""

import json
import posixpath
from pathlib import Path

import jinja2
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig

from scripts.templating import compiled_templates

SHOWN = "shown.json"
"""Beside the configuration: what the frame shows beside the page. The engine reads YAML a hundred times as
long."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take what the frame shows; leave out the theme's own sitemap: the root's knows every language."""
    shown = Path(config.config_file_path).with_name(SHOWN)
    config.extra.update(json.loads(shown.read_text(encoding="utf-8")))
    config.theme.static_templates = {"404.html"}
    of_theme = config.theme.get_env

    def env_without_files() -> jinja2.Environment:
        # mkdocs would look at every icon of the theme for what to copy; see `hashed_assets` for what is.
        env = of_theme()
        env.list_templates = lambda *_, **__: []  # type: ignore[method-assign]
        return env

    config.theme.get_env = env_without_files  # type: ignore[method-assign]
    return config


def on_env(env: jinja2.Environment, **_: object) -> jinja2.Environment:
    """Let the frame's templates escape and refuse unknown names, as mkdocs' own do not."""
    env.bytecode_cache = compiled_templates()
    env.autoescape = True
    env.undefined = jinja2.StrictUndefined
    env.trim_blocks = True
    env.lstrip_blocks = True
    said_by_mkdocs = env.filters["url"]

    @jinja2.pass_context
    def url(context: Context, value: str) -> str:
        return _straight(said_by_mkdocs(context, value))

    env.filters |= {"url": url, "straight": _straight}
    return env


def _straight(address: str) -> str:
    """Return an address from the host's top without detours: the 404 page stands nowhere."""
    if not address.startswith("/"):
        return address
    return posixpath.normpath(address).rstrip("/") + "/" * (posixpath.basename(address) in ("", ".", ".."))
