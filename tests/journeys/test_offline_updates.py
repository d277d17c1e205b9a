"""A new version of the kept guide: whole or not at all, and never under an open page."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from scripts.publishing import Addresses
from scripts.publishing.offline import write_offline
from tests.built_site import ADDRESS, sample_guide
from tests.hosting import Host, visit_and_wait, wait_until

pytestmark = pytest.mark.browser

GUIDE = sample_guide()


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    """A copy of the built site, published; it can be changed."""
    shutil.copytree(site, tmp_path / "guide")
    hosting = Host(tmp_path / "guide")
    yield hosting
    hosting.stop()


@pytest.fixture
def page(keeping: BrowserContext) -> Page:
    return keeping.new_page()


NEW_COLOUR = "rgb(1, 2, 3)"
NEW_SHEET = "site.new.css"


def _publish(host: Host, *, worker: bool = True) -> None:
    """Change one text and the sheet of the site, and publish that as the next version."""
    old = _sheet(host)
    new = old.with_name(NEW_SHEET)
    new.write_text(
        f"{old.read_text('utf-8')}\nbody {{ border-top-color: {NEW_COLOUR}; }}\n", encoding="utf-8"
    )
    page = host.folder / "es/tricks/kickbacks/index.html"
    text = page.read_text(encoding="utf-8").replace("<h1", "<h1 data-new", 1)
    page.write_text(text.replace(old.name, NEW_SHEET), encoding="utf-8")
    old.unlink()
    if worker:
        write_offline(GUIDE, host.folder, ADDRESS, _addresses(host))


def _sheet(host: Host) -> Path:
    return next((host.folder / "assets").glob("site.*.css"))


def _addresses(host: Host) -> Addresses:
    """Where a site's own assets are, as `write_assets` says it."""
    files = [file.relative_to(host.folder).as_posix() for file in (host.folder / "assets").iterdir()]
    return {re.sub(r"^assets/|\.[0-9a-z]{3,10}(?=\.\w+$)", "", file): file for file in files}


def _is_new(page: Page) -> tuple[bool, bool]:
    """Whether text and sheet of the open page are the new ones."""
    text = page.locator("h1[data-new]").count() == 1
    return text, page.evaluate("getComputedStyle(document.body).borderTopColor") == NEW_COLOUR


TAKEN_OVER = """async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (!registration.installing) await registration.update().catch(() => {});
    const names = (await caches.keys()).filter((name) => /\\/es\\/ [0-9a-f]{16}$/.test(name));
    return names.length === 2 && !registration.installing && !registration.waiting
        && registration.active.state === "activated";
}"""


def test_an_update_never_mixes_two_versions_and_an_open_page_stays_with_its_own(
    page: Page, host: Host, keeping: BrowserContext
) -> None:
    trick = "es/tricks/kickbacks/"
    visit_and_wait(page, trick)
    page.goto(trick)
    assert _is_new(page) == (False, False)
    _publish(host)
    # What is kept serves until the new version is whole: either all old or all new.
    meanwhile = keeping.new_page()
    meanwhile.goto(trick)
    assert _is_new(meanwhile) in ((False, False), (True, True))
    meanwhile.close()
    wait_until(page, TAKEN_OVER)
    looks = "document.querySelector('[rel=stylesheet]:not([media])').href"
    late = f"async () => (await (await fetch({looks})).text())"
    assert NEW_COLOUR not in page.evaluate(late)
    second = keeping.new_page()
    second.goto(trick)
    assert _is_new(second) == (True, True)
    assert NEW_COLOUR in second.evaluate(late)
    assert NEW_COLOUR not in page.evaluate(late)
    page.reload()
    assert _is_new(page) == (True, True)
    assert NEW_COLOUR in page.evaluate(late)


def test_a_site_that_is_half_published_is_not_taken_and_of_a_whole_one_only_what_changed_is_fetched(
    page: Page, host: Host
) -> None:
    """The new worker and text are there, the new sheet is not: the old version stays whole."""
    trick = "es/tricks/kickbacks/"
    visit_and_wait(page, trick)
    page.goto(trick)
    _publish(host)
    host.asked.clear()
    new = _sheet(host)
    away = new.rename(host.folder / "on-its-way.css")
    page.evaluate(
        """async () => {
            const registration = await navigator.serviceWorker.getRegistration();
            await registration.update();
            const worker = registration.installing;
            if (worker) await new Promise((done) => worker.addEventListener("statechange",
                () => worker.state === "redundant" && done()));
        }"""
    )
    page.goto(trick)
    assert _is_new(page) == (False, False)
    away.rename(new)
    wait_until(page, TAKEN_OVER)
    asked = {path.removeprefix("/guide/es/") for path in host.asked}
    assert asked <= {"service-worker.js", "tricks/kickbacks/", f"/guide/assets/{NEW_SHEET}"} | {
        "/guide/service-worker.js"
    }
    page.goto(trick)
    assert _is_new(page) == (True, True)


def test_a_page_that_is_newer_than_what_is_kept_takes_its_parts_from_the_network(
    page: Page, host: Host
) -> None:
    visit_and_wait(page, "es/")
    _publish(host, worker=False)
    shutil.copytree(host.folder / "es/tricks/kickbacks", host.folder / "es/tricks/brand-new")
    page.goto("es/tricks/brand-new/")
    assert _is_new(page) == (True, True)
