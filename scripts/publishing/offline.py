"""Make the site installable and readable without a network: manifests, icons, service workers.

Each locale has a service worker of its own, which keeps that language whole; one at the root keeps
a page for every language that says so where a page is not kept.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from scripts.derived import former_addresses
from scripts.guide import Guide, Voice
from scripts.publishing.app_icons import ICONS, write_icons
from scripts.publishing.hashed_assets import Addresses
from scripts.publishing.kept_files import (
    ON_DEMAND,
    KeptFile,
    kept_file,
    kept_of_locale,
    too_large_of_locale,
    version_of,
)
from scripts.publishing.security import content_security_policy
from scripts.store import NOTHING_KEPT, Store
from scripts.templating import html_templates

_TEMPLATES = Path(__file__).parent / "templates"
_SCRIPTS = Path(__file__).parent / "service_worker"
_PAGE = "offline.html"
_OF_PLAIN_PAGES = ("plain.css", "language_choice.js", "offline_page.js")


def write_offline(
    guide: Guide, site: Path, address: str, assets: Addresses, store: Store = NOTHING_KEPT
) -> None:
    """Write what an installed guide needs into the finished `site`, after every other file.

    `address` is the site's address, `assets` are those that `write_assets` gave.
    """
    environment = html_templates(_TEMPLATES / "offline")
    write_icons(site / "favicon.svg", site, store)
    voices = [Voice(guide, locale) for locale in guide.site.locales]
    for voice in voices:
        context = {
            "voice": voice,
            # By W3C's Application Manifest an id is told from the host's top, whatever the manifest's place.
            "id": f"{urlsplit(address).path}{voice.locale}/",
            "say": voice.say,
            "icons": ICONS,
            "voices": voices,
            "assets": assets,
            "security_policy": content_security_policy(),
            "has_quizzes": bool(guide.quizzes),
            "too_large": [
                (name, f"{voice.wording.number(round(size / 1_000_000, 1))} MB")
                for name, size in too_large_of_locale(site, voice.locale)
            ],
        }
        for name in ("manifest.webmanifest", _PAGE):
            text = environment.get_template(f"{name}.j2").render(context)
            (site / voice.locale / name).write_text(text + "\n", encoding="utf-8", newline="\n")
    moved = {each.address for each in former_addresses(guide)}
    for locale in guide.site.locales:
        files = kept_of_locale(site, locale, moved)
        _write_worker(site / locale, files, {"": _PAGE}, ON_DEMAND)
        facts = {"files": len(files), "bytes": sum(file.size for file in files)}
        (site / locale / "kept.json").write_text(json.dumps(facts) + "\n", encoding="utf-8")
    _write_root_worker(guide, site, assets)


def _write_root_worker(guide: Guide, site: Path, assets: Addresses) -> None:
    pages = {f"{locale}/": f"{locale}/{_PAGE}" for locale in guide.site.locales}
    parts = [assets[name] for name in _OF_PLAIN_PAGES]
    files = [kept_file(site, path) for path in ("index.html", "favicon.svg", *parts, *pages.values())]
    _write_worker(site, files, {**pages, "": pages[f"{guide.site.default_locale}/"]}, "")


def _write_worker(
    folder: Path, files: Sequence[KeptFile], fallbacks: Mapping[str, str], on_demand: str
) -> None:
    """Write a service worker into the folder that it serves.

    `fallbacks` gives, by how an address below the folder begins, the page to show in its place; the
    first that fits counts.
    """
    constants = {
        "VERSION": version_of(files),
        "FILES": [[file.url, file.digest] for file in files],
        "FALLBACKS": list(fallbacks.items()),
        "ON_DEMAND": on_demand,
    }
    given = "\n".join(f"const {name} = {json.dumps(value)};" for name, value in constants.items())
    parts = ((_SCRIPTS / "workbox.js").read_text("utf-8"), given, (_SCRIPTS / "worker.js").read_text("utf-8"))
    (folder / "service-worker.js").write_text("\n".join(parts), encoding="utf-8", newline="\n")
