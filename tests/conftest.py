"""What the tests share: the repository's guide, guides to spoil, the built site, the browser.

Every test that needs the built site or a browser is marked so here, by the fixtures it asks for;
`make quick` leaves those out.
"""

import functools
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from scripts.guide.whole import Guide
from scripts.places import ASSETS, REPOSITORY
from scripts.rubbish import seldom_collect
from tests.built_site import built_site
from tests.chromium import FLAGS, find_chromium
from tests.hosting import Host
from tests.kept_tab import KeptTab, notice_what_lasts
from tests.real_guide import real_guide
from tests.small_guide import small_guide, tiny_guide
from tests.started_pages import wait_after_each_page

# A run holds guides, sites and browsers to its end: there is hardly any rubbish to look for.
seldom_collect()
wait_after_each_page()
notice_what_lasts()

# Whatever a shell begins in the background ignores Ctrl-C; the programs that are tested are to hear it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Drawn anew at each run. `--hypothesis-profile=long` looks longer, as after a change of what they hold to.
settings.register_profile("run", deadline=None, max_examples=25)
settings.register_profile("long", deadline=None, max_examples=1000)
settings.load_profile("run")

_ASK_FOR = {"site": {"site", "hostile_site", "server", "host", "keeping"}, "browser": {"browser"}}
"""The fixtures that make a test slow, by the mark it gets for asking for one."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by what it needs, and let those marked `long` begin first.

    Workers take whole groups, then one test after the other: whoever took the longest last would be
    waited for by all.
    """
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        for mark, fixtures in _ASK_FOR.items():
            if asked & fixtures:
                item.add_marker(mark)
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The repository's own guide."""
    return real_guide()


@pytest.fixture(scope="session")
def _small_guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_guide(tmp_path_factory.mktemp("small") / "guide")


@pytest.fixture
def guide_folder(_small_guide: Path, tmp_path: Path) -> Path:
    """A small guide's folder (see small_guide.py), to be changed at will."""
    return Path(shutil.copytree(_small_guide, tmp_path / "guide"))


@pytest.fixture(scope="session")
def _tiny_guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_guide(tmp_path_factory.mktemp("tiny") / "guide")


@pytest.fixture
def tiny_folder(_tiny_guide: Path, tmp_path: Path) -> Path:
    """The folder of a guide that is quick to build, to be changed at will."""
    return Path(shutil.copytree(_tiny_guide, tmp_path / "guide"))


@pytest.fixture
def whole_guide_folder(tmp_path: Path) -> Path:
    """A copy of the repository's data, to be changed at will."""
    for name in ("content", "tricks"):
        shutil.copytree(REPOSITORY / name, tmp_path / "guide" / name)
    return tmp_path / "guide"


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site, which tests may read and must not change."""
    return built_site()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def serving(site: Path, *others: str) -> Iterator[str]:
    """Serve a built site below a sub-path, as project pages are; give its address.

    It stands below each of `others` too, as further guides of the same origin.
    """
    with tempfile.TemporaryDirectory() as above:
        for name in ("guide", *others):
            (Path(above) / name).symlink_to(site)
        handler = functools.partial(_Quiet, directory=above)
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
            threading.Thread(target=running.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{running.server_port}/guide/"
            running.shutdown()


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the built site."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    executable = find_chromium()
    if executable is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def _tabs(browser: Browser) -> Iterator[dict[str, KeptTab]]:
    """The tab of each address that is as new, in the browser."""
    tabs: dict[str, KeptTab] = {}
    yield tabs
    for tab in tabs.values():
        tab.close()


@pytest.fixture
def page(browser: Browser, server: str, _tabs: dict[str, KeptTab]) -> Iterator[Page]:
    """A tab that fails the test on a script error or a request that leaves the site.

    Nothing is kept of the tests before; the browser may know the site's styles and scripts by now.
    """
    tab = _tabs.pop(server, None) or KeptTab(browser, server)
    yield tab.page
    if tab.cleared():
        _tabs[server] = tab
    tab.tell_faults()


@pytest.fixture
def new_tab(browser: Browser, server: str) -> Iterator[Page]:
    """A `page` of a browser that has never seen the site."""
    tab = KeptTab(browser, server)
    yield tab.page
    tab.close()
    tab.tell_faults()


@pytest.fixture(scope="session")
def modules(browser: Browser) -> Iterator[Page]:
    """A page beside the script modules as they are written: the site has them joined."""
    handler = functools.partial(_Quiet, directory=str(ASSETS))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        context = browser.new_context()
        opened = context.new_page()
        opened.goto(f"http://127.0.0.1:{running.server_port}/plain.css")
        yield opened
        context.close()
        running.shutdown()


@contextmanager
def hosted(site: Path, folder: Path) -> Iterator[Host]:
    """Publish a built site below `folder`; what is given can be stopped and started again."""
    (folder / "guide").symlink_to(site)
    hosting = Host(folder / "guide")
    yield hosting
    with suppress(OSError):
        hosting.stop()


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    """The built site, published; it can be stopped and started again, and must not be changed."""
    with hosted(site, tmp_path) as hosting:
        yield hosting


@pytest.fixture
def keeping(browser: Browser, host: Host) -> Iterator[BrowserContext]:
    """A browser that may keep the guide, at the address of `host`."""
    context = browser.new_context(base_url=host.address, locale="es-ES", service_workers="allow")
    yield context
    context.close()
