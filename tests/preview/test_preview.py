"""The preview: the same pages as the build's, fresh after each save, alive through every fault."""

import http.client
import re
import threading
from collections.abc import Iterator
from contextlib import closing
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

from scripts.entries.loading import load
from scripts.entries.memory import Memory
from scripts.preview.answers import Answers
from scripts.preview.live import Preview
from scripts.preview.server import PreviewServer, keep_fresh
from scripts.problems.rulebook import rulebook
from tests.built_site import ADDRESS, page_at
from tests.real_guide import real_guide

TRICK = "tricks/people/kickbacks.yml"
GUIDE = real_guide()


@pytest.fixture
def preview(guide_folder: Path) -> Iterator[Preview]:
    with closing(Preview(guide_folder)) as made:
        made.refresh()
        yield made


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def server(preview: Preview, guide_folder: Path, told: list[str]) -> Iterator[PreviewServer]:
    serving = PreviewServer(preview, rulebook("es"), "127.0.0.1", 0)
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    watched = [guide_folder / "content", guide_folder / "tricks"]
    threading.Thread(target=keep_fresh, args=(serving, watched, told.append), daemon=True).start()
    yield serving
    serving.shutdown()
    serving.server_close()


def _rewrite(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _get(server: PreviewServer, path: str) -> tuple[int, str, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read().decode(errors="replace")
    connection.close()
    return answer.status, answer.headers.get("Location", ""), body


def test_a_previewed_page_is_the_built_one(
    whole_guide_folder: Path, site: Path, subtests: pytest.Subtests
) -> None:
    kinds = ("", "tricks/", "tricks/kickbacks/", "checklists/demo/", "quizzes/people/", "about/", "glossary/")
    _rewrite(whole_guide_folder / "content/site.yml", GUIDE.site.url, ADDRESS)
    with closing(Preview(whole_guide_folder)) as preview:
        preview.refresh()
        for locale, path in product(GUIDE.site.locales, kinds):
            with subtests.test(f"{locale}/{path}"):
                _is_the_built_one(preview.html(locale, path), page_at(site, locale, path))


def _is_the_built_one(html: str | None, whole: LexborHTMLParser) -> None:
    assert html is not None
    shown = LexborHTMLParser(html)
    for selector in ("article", "header", "title", "html"):
        one, other = shown.css_first(selector), whole.css_first(selector)
        assert one is not None
        assert other is not None
        assert one.attributes == other.attributes
        # A preview prints no papers, and so cannot say how many pages they have.
        built = re.sub(r", \d+ (?:páginas?|pages?)", "", other.text())
        assert " ".join(one.text().split()) == " ".join(built.split())


def test_what_is_not_there_is_none(preview: Preview) -> None:
    assert preview.html("es", "tricks/no-such/") is None
    assert preview.html("xx", "") is None
    assert preview.asset("es", "assets/shell/shell.css") is not None
    assert preview.asset("es", "../../../../etc/passwd") is None
    assert preview.asset("es", "main.html") is None


def test_only_what_changed_is_read_again(guide_folder: Path) -> None:
    memory: Memory = {}
    first = load(guide_folder, memory)
    _rewrite(guide_folder / TRICK, "severity: high", "severity: low")
    second = load(guide_folder, memory)
    assert first.guide is not None
    assert second.guide is not None
    assert second.guide.tricks["kickbacks"].severity == "low"
    same = [slug for slug, trick in first.guide.tricks.items() if second.guide.tricks[slug] is trick]
    assert sorted(same) == sorted(set(first.guide.tricks) - {"kickbacks"})
    (guide_folder / TRICK).unlink()
    third = load(guide_folder, memory)
    assert third.guide is not None
    assert "kickbacks" not in third.guide.tricks


def test_a_fault_is_remembered_until_it_is_mended(guide_folder: Path) -> None:
    memory: Memory = {}
    _rewrite(guide_folder / TRICK, "severity: high", "severity: hihg")
    for _ in range(2):
        assert [problem.fault.rule for problem in load(guide_folder, memory).problems] == ["not-one-of"]
    _rewrite(guide_folder / TRICK, "severity: hihg", "severity: high")
    assert load(guide_folder, memory).problems == []


def test_a_save_is_in_the_browser(browser: Browser, server: PreviewServer, guide_folder: Path) -> None:
    page = browser.new_context().new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/es/tricks/kickbacks/")
    heading = page.get_by_role("heading", level=1)
    name = GUIDE.tricks["kickbacks"].name.root["es"]
    expect(heading).to_have_text(name)
    _rewrite(guide_folder / TRICK, name, "Otro nombre")
    expect(heading).to_have_text("Otro nombre")
    page.context.close()


def test_a_fault_is_shown_and_the_preview_survives(
    browser: Browser, server: PreviewServer, guide_folder: Path, told: list[str]
) -> None:
    page = browser.new_context().new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/es/tricks/kickbacks/")
    text = (guide_folder / TRICK).read_text(encoding="utf-8")
    line = text[: text.index("severity:")].count("\n") + 1
    _rewrite(guide_folder / TRICK, "severity: high", "severity: <b>x</b>")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(f"{TRICK}:{line}:11: severity: '<b>x</b>' no es uno de estos")
    expect(page.get_by_role("heading", level=1)).to_have_text(GUIDE.tricks["kickbacks"].name.root["es"])
    assert any(f"{TRICK}:{line}:11" in report for report in told)
    _rewrite(guide_folder / TRICK, "severity: <b>x</b>", "severity: low")
    expect(alert).to_have_count(0)
    page.context.close()


def test_addresses(server: PreviewServer) -> None:
    assert _get(server, "/")[:2] == (302, "/es/")
    assert _get(server, "/es/tricks/kickbacks")[:2] == (302, "/es/tricks/kickbacks/")
    assert _get(server, "/en/tricks/kickbacks/")[0] == 200
    assert _get(server, "/es/assets/shell/shell.css")[0] == 200
    for path in (
        "/es/no-such/",
        "/xx/",
        "/es/../../etc/passwd",
        "/es/%2e%2e/%2e%2e/etc/passwd",
        "/es/print/x.pdf",
    ):
        status, _, body = _get(server, path)
        assert status == 404, path
        assert "root:" not in body


def test_an_address_of_old_is_sent_on(guide_folder: Path) -> None:
    _rewrite(guide_folder / "tricks/people/kickbacks.yml", "severity:", "formerly: [of-old]\nseverity:")
    with closing(Preview(guide_folder)) as made:
        made.refresh()
        answer = Answers(made, rulebook("es"), "").at("/en/tricks/of-old/")
    assert (answer.status, answer.location) == (302, "/en/tricks/kickbacks/")


def test_a_guide_that_is_broken_from_the_start(guide_folder: Path) -> None:
    (guide_folder / "content/site.yml").write_text("url: nonsense\n", encoding="utf-8")
    preview = Preview(guide_folder)
    server = PreviewServer(preview, rulebook("en"), "127.0.0.1", 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    assert "content/site.yml:1:" in server.refresh()
    assert "content/site.yml:1:" in _get(server, "/")[2]
    server.shutdown()
    server.server_close()
    preview.close()


def test_a_template_at_fault_is_said(server: PreviewServer, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoilt(*_: object) -> str:
        raise KeyError("no such word")

    monkeypatch.setattr("scripts.preview.live.render_page", spoilt)
    status, _, body = _get(server, "/es/tricks/kickbacks/")
    assert status == 500
    assert "no such word" in body
    monkeypatch.undo()
    assert _get(server, "/es/tricks/kickbacks/")[0] == 200
