"""The guide without a network, in a real Chromium whose server is really stopped."""

import functools
import io
import json
import shutil
import struct
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from scripts.cli import REPOSITORY, load_checked
from scripts.guide import Guide
from scripts.kept_files import LARGEST_FILE, kept_file, kept_of_locale, version_of
from scripts.offline import write_offline
from scripts.voice import Voice
from tests.conftest import ADDRESS

GUIDE = load_checked(REPOSITORY)
LOCALES = list(GUIDE.site.locales)
each_locale = pytest.mark.parametrize("locale", LOCALES)


class Host:
    """A folder published below a sub-path; it can be stopped, and started again at its address."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = 0
        self.asked: list[str] = []
        self.start()
        self.address = f"http://127.0.0.1:{self.port}/guide/"

    def start(self) -> None:
        host = self

        class Handler(SimpleHTTPRequestHandler):
            def log_message(self, *args: object) -> None:
                host.asked.append(self.path)

        class Server(ThreadingHTTPServer):
            # A browser drops what it no longer wants; that is no fault to print.
            def handle_error(self, *args: object) -> None:
                pass

        self.serving = Server(
            ("127.0.0.1", self.port), functools.partial(Handler, directory=str(self.folder.parent))
        )
        self.port = self.serving.server_port
        threading.Thread(target=self.serving.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.serving.shutdown()
        self.serving.server_close()


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    shutil.copytree(site, tmp_path / "guide")
    hosting = Host(tmp_path / "guide")
    yield hosting
    with suppress(OSError):
        hosting.stop()


@pytest.fixture
def context(browser: Browser, host: Host) -> Iterator[BrowserContext]:
    opened = browser.new_context(base_url=host.address, locale="es-ES", service_workers="allow")
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def _visit_and_wait(page: Page, path: str) -> None:
    """Open a page and wait until its language is kept."""
    page.goto(path)
    _wait_until(
        page,
        """async () => {
            const all = await navigator.serviceWorker.getRegistrations();
            return all.length === 2 && all.every(({active}) => active?.state === "activated");
        }""",
    )


def _wait_until(page: Page, condition: str) -> None:
    """Wait until an asynchronous function says true in the page; a minute is the end of it."""
    page.evaluate(
        f"""async () => {{
            const holds = {condition};
            const end = performance.now() + 60_000;
            while (!(await holds())) {{
                if (performance.now() > end) throw new Error("it never became true");
                await new Promise(requestAnimationFrame);
            }}
        }}"""
    )


def _cut_off(host: Host, context: BrowserContext) -> None:
    host.stop()
    context.set_offline(True)


def _one_of(locale: str, guide: Guide = GUIDE) -> dict[str, str]:
    """The page of each kind that a meeting needs, by its address, with its heading."""
    voice = Voice(guide, locale)
    meeting, trick = next(iter(guide.meetings.values())), next(iter(guide.tricks.values()))
    quiz, countermeasure = next(iter(guide.quizzes.values())), next(iter(guide.countermeasures.values()))
    return {
        f"{locale}/": "",
        f"{locale}/checklists/{meeting.slug}/": voice.say("checklist_for", meeting=voice.words(meeting.name)),
        f"{locale}/tricks/{trick.slug}/": voice.words(trick.name),
        f"{locale}/quizzes/{quiz.slug}/": voice.words(quiz.name),
        f"{locale}/countermeasures/{countermeasure.slug}/": voice.words(countermeasure.name),
        f"{locale}/glossary/": voice.say("glossary_title"),
        f"{locale}/tricks/?phase=buying": voice.say("tricks_title"),
    }


@pytest.mark.browser
@each_locale
def test_after_one_visit_the_language_opens_without_a_network(
    page: Page, host: Host, context: BrowserContext, locale: str
) -> None:
    _visit_and_wait(page, f"{locale}/about/")
    _cut_off(host, context)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    for path, heading in _one_of(locale).items():
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
        sign = page.locator("[data-offline-sign]")
        expect(sign).to_have_text(Voice(GUIDE, locale).say("offline_sign"))
        assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Atkinson")
    assert faults == []


@pytest.mark.browser
@each_locale
def test_search_works_without_a_network(page: Page, host: Host, context: BrowserContext, locale: str) -> None:
    _visit_and_wait(page, f"{locale}/about/")
    _cut_off(host, context)
    page.goto(f"{locale}/glossary/")
    page.keyboard.press("/")
    page.keyboard.type("demo")
    result = page.locator(f'.search-results a[href$="/{locale}/tricks/demo-always-works/"]')
    expect(result).to_be_visible()
    result.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        GUIDE.tricks["demo-always-works"].name.root[locale]
    )


@pytest.mark.browser
def test_every_page_of_the_language_is_kept(page: Page, host: Host, context: BrowserContext) -> None:
    _visit_and_wait(page, "es/")
    _cut_off(host, context)
    addresses = [
        f"es/{file.parent.relative_to(host.folder / 'es').as_posix()}/"
        for file in sorted((host.folder / "es").rglob("index.html"))
    ]
    statuses = page.evaluate(
        """async (addresses) => Promise.all(addresses.map(
            async (address) => (await fetch(address)).status))""",
        [urljoin(host.address, address) for address in addresses],
    )
    assert len(addresses) > 90
    assert set(statuses) == {200}


@pytest.mark.browser
@each_locale
def test_what_is_not_kept_is_said_in_the_language_asked_for(
    page: Page, host: Host, context: BrowserContext, locale: str
) -> None:
    other = next(code for code in LOCALES if code != locale)
    _visit_and_wait(page, f"{locale}/checklists/")
    _cut_off(host, context)
    for path, language in (
        (f"{other}/tricks/kickbacks/", other),
        (f"{locale}/print/no-such.pdf", locale),
        (f"{locale}/tricks/no-such/", locale),
    ):
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_have_text(Voice(GUIDE, language).say("offline_title"))
        assert page.evaluate("document.documentElement.lang") == language
        # It leads to what this device keeps, and to nothing else.
        links = page.locator("main a:visible")
        expect(links).to_have_count(5)
        assert {link.get_attribute("hreflang") for link in links.all()} == {locale}
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
    page.get_by_role("link", name=Voice(GUIDE, locale).say("all_checklists")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(Voice(GUIDE, locale).say("checklists_title"))


@pytest.mark.browser
def test_the_root_leads_to_the_kept_language(page: Page, host: Host, context: BrowserContext) -> None:
    _visit_and_wait(page, "es/about/")
    _cut_off(host, context)
    page.goto("")
    page.wait_for_url("**/es/")
    expect(page.locator("[data-offline-sign]")).not_to_be_empty()


@pytest.mark.browser
def test_a_paper_once_opened_is_kept(page: Page, host: Host, context: BrowserContext) -> None:
    paper = next((host.folder / "es" / "print").glob("*-questions.xlsx"))
    address = f"{host.address}es/print/{paper.name}"
    get = "async (address) => { const r = await fetch(address); return [r.status, (await r.blob()).size]; }"
    _visit_and_wait(page, "es/")
    page.reload()
    assert page.evaluate(get, address) == [200, paper.stat().st_size]
    _cut_off(host, context)
    with pytest.raises(Error, match="Failed to fetch"):
        page.evaluate(get, address.replace(".xlsx", "-all.xlsx"))
    # A click downloads it; the copy that answers is the one kept.
    page.goto("es/checklists/")
    kept = page.evaluate(
        """async (address) => {
            const names = (await caches.keys()).filter((name) => name.endsWith("opened"));
            const copy = await caches.match(address, { cacheName: names[0] });
            return (await copy.blob()).size;
        }""",
        address,
    )
    assert kept == paper.stat().st_size


@pytest.mark.browser
@each_locale
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sign_is_a_status_that_axe_finds_no_fault_with(
    browser: Browser, host: Host, locale: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        base_url=host.address, color_scheme=scheme, viewport={"width": 360, "height": 740}
    )
    page = context.new_page()
    _visit_and_wait(page, f"{locale}/")
    _cut_off(host, context)
    page.goto(f"{locale}/checklists/demo/")
    expect(
        page.get_by_role("status").filter(has_text=Voice(GUIDE, locale).say("offline_sign"))
    ).to_be_visible()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    context.close()


@pytest.mark.browser
def test_the_sign_goes_when_the_network_comes_back(page: Page, host: Host, context: BrowserContext) -> None:
    _visit_and_wait(page, "es/")
    # The device believes in its network; only the server is gone.
    host.stop()
    page.goto("es/tricks/")
    sign = page.locator("[data-offline-sign]")
    expect(sign).not_to_be_empty()
    host.start()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(sign).to_be_empty()


@pytest.mark.browser
@each_locale
def test_the_checklist_says_that_it_is_kept(page: Page, locale: str) -> None:
    page.goto(f"{locale}/checklists/demo/")
    expect(page.get_by_text(Voice(GUIDE, locale).say("kept_here"))).to_be_visible(timeout=60_000)
    expect(page.get_by_text(Voice(GUIDE, locale).say("kept_soon"))).to_be_hidden()


@pytest.mark.browser
def test_who_saves_data_is_asked_first(page: Page, host: Host, context: BrowserContext) -> None:
    context.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    page.goto("es/checklists/demo/")
    facts = json.loads((host.folder / "es/kept.json").read_text(encoding="utf-8"))
    size = f"{facts['bytes'] / 1e6:.1f} MB".replace(".", ",")
    button = page.get_by_role("button", name=Voice(GUIDE, "es").say("keep_here", size=size))
    expect(button).to_be_visible()
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    assert not [path for path in host.asked if "countermeasures/" in path]
    button.click()
    expect(page.get_by_text(Voice(GUIDE, "es").say("kept_here"))).to_be_visible(timeout=60_000)
    expect(button).to_be_hidden()


@pytest.mark.browser
def test_a_first_visit_is_not_held_up(page: Page, host: Host) -> None:
    page.goto("es/tricks/", wait_until="load")
    before = list(host.asked)
    assert not [path for path in before if path.endswith("service-worker.js")]


NEW_COLOUR = "rgb(1, 2, 3)"


def _publish(host: Host, *, worker: bool = True) -> None:
    """Change one text and one sheet of the site, and publish that as the next version."""
    page = host.folder / "es/tricks/kickbacks/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("<h1", "<h1 data-new", 1), encoding="utf-8")
    sheet = host.folder / "es/assets/stylesheets/base.css"
    with sheet.open("a", encoding="utf-8") as style:
        style.write(f"\nbody {{ border-top-color: {NEW_COLOUR}; }}\n")
    if worker:
        write_offline(GUIDE, host.folder)


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


@pytest.mark.browser
def test_an_update_never_mixes_two_versions(page: Page, host: Host, context: BrowserContext) -> None:
    trick = "es/tricks/kickbacks/"
    _visit_and_wait(page, trick)
    page.goto(trick)
    assert _is_new(page) == (False, False)
    _publish(host)
    # What is kept serves until the new version is whole: either all old or all new.
    page.goto(trick)
    assert _is_new(page) in ((False, False), (True, True))
    _wait_until(page, TAKEN_OVER)
    second = context.new_page()
    second.goto(trick)
    assert _is_new(second) == (True, True)


@pytest.mark.browser
def test_a_page_that_stays_open_stays_with_its_version(
    page: Page, host: Host, context: BrowserContext
) -> None:
    trick = "es/tricks/kickbacks/"
    _visit_and_wait(page, trick)
    page.goto(trick)
    _publish(host)
    _wait_until(page, TAKEN_OVER)
    late = "async () => (await (await fetch('../../assets/stylesheets/base.css')).text())"
    assert NEW_COLOUR not in page.evaluate(late)
    second = context.new_page()
    second.goto(trick)
    assert _is_new(second) == (True, True)
    assert NEW_COLOUR in second.evaluate(late)
    assert NEW_COLOUR not in page.evaluate(late)
    page.reload()
    assert _is_new(page) == (True, True)
    assert NEW_COLOUR in page.evaluate(late)


@pytest.mark.browser
def test_a_site_that_is_half_published_is_not_taken(page: Page, host: Host) -> None:
    """The new worker and text are there, the new sheet is not: the old version stays whole."""
    trick = "es/tricks/kickbacks/"
    sheet = host.folder / "es/assets/stylesheets/base.css"
    old = sheet.read_bytes()
    _visit_and_wait(page, trick)
    page.goto(trick)
    _publish(host)
    new = sheet.read_bytes()
    sheet.write_bytes(old)
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
    sheet.write_bytes(new)
    _wait_until(page, TAKEN_OVER)
    page.goto(trick)
    assert _is_new(page) == (True, True)


@pytest.mark.browser
def test_a_page_that_is_newer_than_what_is_kept_takes_its_parts_from_the_network(
    page: Page, host: Host
) -> None:
    _visit_and_wait(page, "es/")
    _publish(host, worker=False)
    shutil.copytree(host.folder / "es/tricks/kickbacks", host.folder / "es/tricks/brand-new")
    page.goto("es/tricks/brand-new/")
    assert _is_new(page) == (True, True)


@pytest.mark.browser
def test_an_update_fetches_only_what_changed(page: Page, host: Host) -> None:
    _visit_and_wait(page, "es/")
    page.goto("es/about/")
    _publish(host)
    host.asked.clear()
    _wait_until(page, TAKEN_OVER)
    asked = {path.removeprefix("/guide/es/") for path in host.asked}
    assert asked <= {"service-worker.js", "tricks/kickbacks/", "assets/stylesheets/base.css"} | {
        "/guide/service-worker.js"
    }


@pytest.mark.browser
@each_locale
def test_chromium_finds_the_guide_installable(page: Page, locale: str) -> None:
    _visit_and_wait(page, f"{locale}/")
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
    width, height = struct.unpack(">II", io.BytesIO(data[16:24]).read())
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
    assert urljoin(address, manifest["scope"]) == ADDRESS
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


def _kept(site: Path, locale: str) -> set[str]:
    return {file.url for file in kept_of_locale(site, locale)}


@each_locale
def test_the_rule_keeps_every_page_its_looks_and_its_search(site: Path, locale: str) -> None:
    kept = _kept(site, locale)
    folder = site / locale
    pages = {
        "./" if file.parent == folder else f"{file.parent.relative_to(folder).as_posix()}/"
        for file in folder.rglob("index.html")
    }
    assert pages <= kept
    for kind in ("*.css", "*.js", "*.woff2"):
        assets = {file.relative_to(folder).as_posix() for file in (folder / "assets").rglob(kind)}
        assert assets
        assert assets <= kept
    assert {"../pagefind/pagefind.js", f"../pagefind/wasm.{locale}.pagefind"} <= kept
    others = [code for code in LOCALES if code != locale]
    assert not [url for url in kept if any(f"/{code}_" in url for code in others)]
    assert not [url for url in kept if url.startswith("print/")]
    assert "404.html" not in kept


def test_what_is_too_big_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "es").mkdir()
    (tmp_path / "es/small.json").write_bytes(b"x" * LARGEST_FILE)
    (tmp_path / "es/big.json").write_bytes(b"x" * (LARGEST_FILE + 1))
    assert _kept(tmp_path, "es") == {"small.json"}


def test_a_version_is_named_by_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    names = []
    for text in ("one", "two", "one"):
        file.write_text(text, encoding="utf-8")
        names.append(version_of([kept_file(file, tmp_path)]))
    assert names[0] == names[2] != names[1]
