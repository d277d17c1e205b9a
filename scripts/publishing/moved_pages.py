"""A small page at each address of old, which leads on to where its entry stands today.

It is for hosts that cannot answer with a redirect, and for readers without a network. Search engines are
told the new address; search, navigation and the sitemap do not know it.
"""

from pathlib import Path

from scripts.derived import former_addresses
from scripts.guide import HOME, Guide, Voice, relative
from scripts.publishing.hashed_assets import Addresses
from scripts.publishing.security import content_security_policy
from scripts.templating import html_templates

_TEMPLATES = Path(__file__).parent / "templates" / "moved"


def write_moved_pages(guide: Guide, site: Path, address: str, assets: Addresses) -> None:
    """Write the page of every former slug into each locale's folder of `site`.

    `address` is the site's, `assets` are the addresses that `write_assets` gave.
    """
    template = html_templates(_TEMPLATES).get_template("page.html.j2")
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
