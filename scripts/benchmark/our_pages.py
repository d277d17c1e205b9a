"""`python -m scripts.benchmark.our_pages GUIDE SITE [OVERLAY]`: our pages and search, and no other file."""

import sys
from pathlib import Path

from scripts.guide import Guide
from scripts.options import load_checked
from scripts.publishing import (
    Addresses,
    PageFrame,
    content_security_policy,
    write_assets,
    write_root_pages,
)
from scripts.rubbish import seldom_collect
from scripts.store import NOTHING_KEPT
from scripts.workers import workers
from scripts.workshop import Workshop, make_pages


def build_pages(guide: Guide, site: Path, address: str) -> Addresses:
    """Write the pages and the search of `guide` into the folder `site`, as published at `address`.

    Nothing is reused. Returns where the assets are.
    """
    assets = write_assets(site)
    frame = PageFrame(assets, content_security_policy())
    with workers(Workshop(guide, address, site, NOTHING_KEPT)) as staff:
        begun = {locale: staff.begin(make_pages, locale, frame, {}) for locale in guide.site.locales}
        paths = {locale: pages.result().paths for locale, pages in begun.items()}
    write_root_pages(guide, paths, site, address, assets)
    return assets


if __name__ == "__main__":
    seldom_collect()
    source, target, *laid = map(Path, sys.argv[1:])
    checked = load_checked(source, overlay=next(iter(laid), None), ahead=True)
    build_pages(checked, target, checked.site.url)
