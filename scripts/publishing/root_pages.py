"""The files beside the locales: language choice, 404, sitemap with alternates, robots."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from scripts.guide import Guide
from scripts.publishing.hashed_assets import Addresses
from scripts.publishing.security import content_security_policy
from scripts.templating import html_templates

_TEMPLATES = Path(__file__).parent / "templates"
_FILES = ("index.html", "404.html", "sitemap.xml", "robots.txt")


def write_root_pages(
    guide: Guide, paths: Mapping[str, Sequence[str]], site: Path, address: str, assets: Addresses
) -> None:
    """Write the root's files into `site`.

    `paths` holds each locale's page addresses, `assets` the addresses that `write_assets` gave.
    """
    environment = html_templates(_TEMPLATES / "root")
    default = guide.wordings[guide.site.default_locale]
    context = {
        "guide": guide,
        "address": address,
        "base": urlsplit(address).path,
        "locales": guide.site.locales,
        "default": guide.site.default_locale,
        "paths": paths,
        "assets": assets,
        "security_policy": content_security_policy(),
        "say": lambda code, key: guide.wordings[code].say(key, default),
    }
    for name in _FILES:
        text = environment.get_template(f"{name}.j2").render(context)
        (site / name).write_text(text + "\n", encoding="utf-8", newline="\n")
