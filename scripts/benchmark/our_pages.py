"""`python -m scripts.benchmark.our_pages GUIDE SITE`: our pages and their search, without any other file."""

import sys
from pathlib import Path

from scripts.guide import Voice
from scripts.options import load_checked
from scripts.pages import render_locale
from scripts.publishing import (
    PageFrame,
    content_security_policy,
    run_engine,
    write_assets,
    write_config,
    write_root_pages,
)


def build_pages(root: Path, site: Path) -> None:
    """Write the pages and the search of the guide below `root` into the folder `site`; nothing is reused."""
    guide = load_checked(root)
    assets = write_assets(site)
    frame = PageFrame(assets, content_security_policy())
    paths, configs = {}, []
    for locale in guide.site.locales:
        voice = Voice(guide, locale)
        folder = site.parent / f"{site.name}-{locale}"
        paths[locale] = render_locale(voice, folder / "docs", guide.site.url)
        configs.append(write_config(voice, folder, site, guide.site.url, frame))
    run_engine(configs)
    write_root_pages(guide, paths, site, guide.site.url, assets)


if __name__ == "__main__":
    build_pages(Path(sys.argv[1]), Path(sys.argv[2]))
