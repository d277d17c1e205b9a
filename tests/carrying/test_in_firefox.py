"""The unpacked guide in Firefox, opened from its folder: its rules for pages of files are its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.built_site import sample_guide
from tests.firefox import Firefox, find_firefox, firefox

PROGRAM = find_firefox()
pytestmark = [
    pytest.mark.xdist_group("carried"),
    pytest.mark.skipif(PROGRAM is None, reason="no Firefox on this machine"),
]


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """A Firefox, which takes seconds to start."""
    with firefox(PROGRAM or "", tmp_path_factory.mktemp("firefox") / "home", "en-GB, en") as opened:
        yield opened


@pytest.fixture
def window(folder: Path, started: Firefox) -> Iterator[Firefox]:
    """A window at the folder, nothing kept; whatever Firefox complains of in its files fails the test."""
    started.open((folder / "index.html").as_uri())
    yield started
    assert started.faults(folder.as_uri()) == []
    started.run("localStorage.clear(); sessionStorage.clear()")


def _scripts_have_run(window: Firefox) -> None:
    window.find("html[data-scripts=here]")


@pytest.mark.parametrize(("locale", "typed"), [("en", "favoritism"), ("es", "coima")])
def test_home_search_trick_checklist_and_quiz(window: Firefox, folder: Path, locale: str, typed: str) -> None:
    # The root page has gone to the browser's own language.
    window.find("html[lang=en]")
    if locale == "es":
        window.click("[data-locale=es]")
        window.find("html[lang=es]")
    _scripts_have_run(window)
    window.click(".tool-search")
    window.type("[type=search]", typed)
    window.find(f".search-results[data-answers='{typed}']")
    window.click(".search-results a")
    window.find("[data-add]")
    assert sample_guide().tricks["kickbacks"].name.root[locale] in window.text("h1")
    assert window.address == (folder / locale / "tricks/kickbacks/index.html").as_uri()

    _scripts_have_run(window)
    window.click("[data-add]")
    window.click("[data-mine-tool]")
    window.find("[data-mine] .item")
    window.click("[data-mine-page] a[href$='tricks/kickbacks/index.html']")
    window.find("[data-add]")

    window.click(".site-sections a[href*=checklists]")
    window.click("main a[href$='/demo/index.html']")
    window.find("[data-checklist]")
    _scripts_have_run(window)
    window.click("[data-checklist] [type=checkbox]")
    window.reload()
    window.find("[data-checklist] [type=checkbox]:checked")

    window.click(".site-sections a[href*=quizzes]")
    window.click("main a[href$='/ten-at-random/index.html']")
    window.click("[data-start] [type=submit]")
    for right in (False, True, True):
        _answer_with_a_click(window, right=right)
        window.click(f"{_NOW} [type=submit]")
        window.click("[data-next]")
    window.click("[data-finish]")
    assert "2" in window.text("[data-points]")
    window.click(".weak-tricks a")
    window.find("[data-question]")


def _answer_with_a_click(window: Firefox, *, right: bool) -> None:
    """Answer the next question in which one click is an answer; pass over the others."""
    while window.find(_NOW) and not window.run(f"return document.querySelector({_BY_A_CLICK!r}) !== null"):
        window.click("[data-skip]")
    window.click(f"{_NOW} [data-part]{'[data-correct]' if right else ':not([data-correct])'} label")


_NOW = "form.question:not([hidden])"
_BY_A_CLICK = ", ".join(f"{_NOW}[data-question={kind}]" for kind in ("one", "truth"))
