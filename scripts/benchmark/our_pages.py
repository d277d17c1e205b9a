"""`python -m scripts.benchmark.our_pages GUIDE SITE`: our pages and their search, without any other file."""

import sys
from pathlib import Path

from scripts.guide import Guide, Voice
from scripts.options import load_checked
from scripts.pages import render_locale
from scripts.publishing import (
    Addresses,
    PageFrame,
    content_security_policy,
    run_engine,
    write_assets,
    write_config,
    write_root_pages,
)


def build_pages(guide: Guide, site: Path, address: str) -> Addresses:
    """Write the pages and the search of `guide` into the folder `site`, as published at `address`.

    Nothing is reused. Returns where the assets are.
    """
    assets = write_assets(site)
    frame = PageFrame(assets, content_security_policy())
    paths, configs = {}, []
    for locale in guide.site.locales:
        voice = Voice(guide, locale)
        folder = site.parent / f"{site.name}-{locale}"
        paths[locale] = render_locale(voice, folder / "docs", address)
        configs.append(write_config(voice, folder, site, address, frame))
    run_engine(configs)
    write_root_pages(guide, paths, site, address, assets)
    return assets


if __name__ == "__main__":
    checked = load_checked(Path(sys.argv[1]))
    build_pages(checked, Path(sys.argv[2]), checked.site.url)
