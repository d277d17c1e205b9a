"""The built site on a real nginx and a real Caddy: every file known, no page at odds with the policy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from scripts.guide.whole import Guide
from scripts.publishing.host_files import MEDIA_TYPES, bears_its_hash, security_headers, write_server_files
from tests.built_site import ADDRESS
from tests.hosting import visit_and_wait
from tests.sample_fixtures import guide, site
from tests.web_servers import SERVERS, WebServer

pytestmark = pytest.mark.xdist_group("hosts-built")

# What a server does with a file does not depend on how many there are.
__all__ = ["guide", "site"]


@pytest.fixture(scope="module", params=list(SERVERS))
def serving(
    request: pytest.FixtureRequest, guide: Guide, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[WebServer]:
    start, file = SERVERS[request.param]
    folder = tmp_path_factory.mktemp(request.param)
    write_server_files(guide, folder / "hosts", ADDRESS)
    with start(site, folder / "hosts" / file, folder) as server:
        yield server


def one_of_each_kind(guide: Guide, locale: str) -> list[str]:
    """Return the address of one page of every kind of a language, then of those beside the languages."""
    kinds = {
        "tricks": guide.tricks,
        "countermeasures": guide.countermeasures,
        "phases": guide.phases,
        "checklists": guide.meetings,
        "quizzes": guide.quizzes,
    }
    pages = ["", "checklists/mine/", "glossary/", "sources/", "translations/", "offline.html", "nowhere/"]
    pages += [f"{folder}/" for folder in ("tricks", "countermeasures", "checklists", "quizzes")]
    pages += [f"{folder}/{next(iter(entries))}/" for folder, entries in kinds.items()]
    pages += [f"{slug}/" for slug in guide.pages if slug != "index"]
    return [f"{locale}/{page}" for page in pages] + ["nowhere"]


def test_every_kind_of_file_has_a_type(site: Path) -> None:
    endings = {file.suffix.removeprefix(".") for file in site.rglob("*") if file.suffix}
    assert endings - set(MEDIA_TYPES) - {"br"} == set()


def test_netlify_and_cloudflare_keep_assets_for_a_year(site: Path) -> None:
    rules = (site / "_headers").read_text(encoding="utf-8")
    folders = {
        file.relative_to(site).parts[0]
        for file in site.rglob("*")
        if bears_its_hash(file.name) and file.is_file()
    }
    assert folders
    assert {folder for folder in folders if f"/{folder}/" not in rules} == set()


def test_every_kind_of_page_is_sent_with_the_headers(serving: WebServer, guide: Guide) -> None:
    wanted = {name.lower(): value for name, value in security_headers().items()}
    for path in one_of_each_kind(guide, guide.site.default_locale):
        answer = serving.ask(f"/{path}")
        assert answer.status == (404 if "nowhere" in path else 200), path
        assert wanted.items() <= answer.headers.items(), path


@pytest.mark.browser
def test_no_kind_of_page_is_at_odds_with_the_policy(
    serving: WebServer, guide: Guide, browser: Browser
) -> None:
    context = browser.new_context(base_url=f"http://127.0.0.1:{serving.port}/", service_workers="block")
    # The browser's own news of a breach, under `<meta>` and header alike.
    context.add_init_script(
        "addEventListener('securitypolicyviolation', (event) =>"
        " console.error(`breach: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));"
    )
    breaches: set[str] = set()
    page = context.new_page()
    page.on(
        "console",
        lambda said: breaches.add(f"{page.url}: {said.text}") if "breach:" in said.text else None,
    )
    # Every other kind in every other language: they differ in words.
    lists = [one_of_each_kind(guide, locale) for locale in guide.site.locales]
    for number, path in enumerate(zip(*lists, strict=True)):
        page.goto(path[number % len(lists)], wait_until="load")
    page.goto(f"{guide.site.default_locale}/glossary/")
    page.keyboard.press("/")
    page.keyboard.type("demo")
    expect(page.locator(".search-results a").first).to_be_visible()
    page.goto("", wait_until="load")
    context.close()
    assert breaches == set()


@pytest.mark.browser
def test_a_language_is_kept_offline_from_a_real_server(
    serving: WebServer, guide: Guide, browser: Browser
) -> None:
    context = browser.new_context(base_url=f"http://127.0.0.1:{serving.port}/")
    page = context.new_page()
    locale = guide.site.default_locale
    visit_and_wait(page, f"{locale}/")
    context.set_offline(True)
    page.goto(f"{locale}/tricks/{next(iter(guide.tricks))}/")
    expect(page.locator("h1")).to_be_visible()
    context.close()
