"""The plain pages that the engine does not make: those of the root, and one at each address of old.

The root has the language choice, a 404, the sitemap with alternates and robots.txt. What stands at an address
of old leads on to where its entry stands today, for hosts that cannot answer with a redirect. Search,
navigation, the sitemap and what is kept offline do not know it.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from scripts.derived import changed_days, former_addresses
from scripts.guide import HOME, Guide, Voice, relative
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
        "changed": changed_days(guide),
        "assets": assets,
        "security_policy": content_security_policy(),
        "say": lambda code, key: guide.wordings[code].say(key, default),
    }
    for name in _FILES:
        text = environment.get_template(f"{name}.j2").render(context)
        (site / name).write_text(text + "\n", encoding="utf-8", newline="\n")


def write_moved_pages(guide: Guide, site: Path, address: str, assets: Addresses) -> None:
    """Write the page of every former slug into each locale's folder of `site`.

    `address` is the site's, `assets` are the addresses that `write_assets` gave.
    """
    template = html_templates(_TEMPLATES / "moved").get_template("page.html.j2")
    for locale in guide.site.locales:
        for moved in former_addresses(guide):
            text = template.render(
                voice=Voice(guide, locale),
                moved=moved,
                target=relative(moved.target, moved.address),
                root=f"../{relative(HOME, moved.address)}",
                address=address,
                assets=assets,
                security_policy=content_security_policy(),
            )
            file = site / locale / moved.address / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text + "\n", encoding="utf-8", newline="\n")
