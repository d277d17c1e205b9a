"""The guide as something to install: manifest and icons."""

import json
import struct
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import BrowserContext

from scripts.guide.voice import Voice
from tests.built_site import ADDRESS, sample_site
from tests.conftest import hosted
from tests.hosting import Host, visit_and_wait
from tests.real_guide import real_guide

GUIDE = real_guide()
LOCALES = list(GUIDE.site.locales)
each_locale = pytest.mark.parametrize("locale", LOCALES)


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """A part of the guide, published: to keep all of it takes seconds and tells nothing more."""
    with hosted(sample_site(), tmp_path) as hosting:
        yield hosting


@pytest.mark.browser
@each_locale
def test_chromium_finds_the_guide_installable(keeping: BrowserContext, locale: str) -> None:
    page = keeping.new_page()
    visit_and_wait(page, f"{locale}/")
    page.reload()
    session = page.context.new_cdp_session(page)
    found = session.send("Page.getAppManifest")
    assert found["errors"] == []
    assert json.loads(found["data"])["short_name"] == Voice(GUIDE, locale).say("site_name")
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # A private window installs nothing; every other condition holds.
    assert [error["errorId"] for error in errors if error["errorId"] != "in-incognito"] == []


def _size_of_png(data: bytes) -> tuple[int, int]:
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    return width, height


@each_locale
def test_the_manifest_is_whole(site: Path, locale: str) -> None:
    file = site / locale / "manifest.webmanifest"
    manifest = json.loads(file.read_text(encoding="utf-8"))
    voice = Voice(GUIDE, locale)
    assert manifest["name"].startswith(voice.say("site_name"))
    assert manifest["description"] == voice.say("site_description")
    assert (manifest["lang"], manifest["dir"]) == (voice.wording.tag, voice.wording.direction)
    address = f"{ADDRESS}{locale}/manifest.webmanifest"
    assert urljoin(address, manifest["start_url"]) == f"{ADDRESS}{locale}/"
    assert urljoin(address, manifest["scope"]) == urljoin(ADDRESS, manifest["id"]) == f"{ADDRESS}{locale}/"
    assert manifest["display"] == "standalone"
    shapes = {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]}
    for size in ("192x192", "512x512"):
        assert {(size, "any"), (size, "maskable")} <= shapes
    for icon in manifest["icons"]:
        data = (file.parent / icon["src"]).read_bytes()
        if icon["type"] == "image/png":
            assert "x".join(map(str, _size_of_png(data))) == icon["sizes"]
        else:
            assert data.startswith(b"<svg")
    for shortcut in manifest["shortcuts"]:
        assert (file.parent / shortcut["url"] / "index.html").is_file()
    assert _size_of_png((site / "apple-touch-icon.png").read_bytes()) == (180, 180)
