"""Following the links of a finished site."""

from pathlib import Path

import pytest

from scripts.publishing.links import LinksInSum, broken_links, in_sum, links_of, links_told

ADDRESS = "https://example.org/guide/"


def _site(tmp_path: Path, body: str) -> Path:
    (tmp_path / "es" / "a").mkdir(parents=True)
    (tmp_path / "es" / "a" / "index.html").write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    (tmp_path / "es" / "index.html").write_text("<h1 id='top'>x</h1>", encoding="utf-8")
    return tmp_path


def _sums(site: Path) -> list[LinksInSum]:
    """Return the sum of each page's links, as if every page were of another process."""
    pages = {file.relative_to(site).as_posix(): file for file in site.rglob("*.html")}
    return [
        in_sum({name: links_of(links_told(file.read_text("utf-8"), name, ADDRESS))})
        for name, file in pages.items()
    ]


@pytest.mark.parametrize(
    "good",
    [
        '<a href="../">x</a>',
        '<a href="../#top">x</a>',
        '<a href="#here" id="here">x</a>',
        '<a href="/guide/es/">x</a>',
        '<a href="https://example.org/guide/es/a/">x</a>',
        '<a href="https://elsewhere.example/x">x</a>',
        '<a href="mailto:a@example.org">x</a>',
        '<link rel="canonical" href="https://example.org/guide/es/a/">',
    ],
)
def test_good_links(tmp_path: Path, good: str) -> None:
    site = _site(tmp_path, good)
    assert broken_links(site, ADDRESS) == broken_links(site, ADDRESS, _sums(site)) == []


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ('<a href="../b/">x</a>', "broken link: ../b/"),
        ('<a href="../#nowhere">x</a>', "broken link: ../#nowhere"),
        ('<a href="#nowhere">x</a>', "broken link: #nowhere"),
        ('<a href="https://example.org/guide/es/b/">x</a>', "broken link"),
        ('<img src="x.png" alt="">', "broken link: x.png"),
        ('<script src="https://elsewhere.example/x.js"></script>', "fetches from outside"),
        ('<link rel="stylesheet" href="//elsewhere.example/x.css">', "fetches from outside"),
        ('<iframe src="https://elsewhere.example/"></iframe>', "fetches from outside"),
    ],
)
def test_bad_links(tmp_path: Path, bad: str, message: str) -> None:
    site = _site(tmp_path, bad)
    found = broken_links(site, ADDRESS)
    assert broken_links(site, ADDRESS, _sums(site)) == found
    assert len(found) == 1
    assert message in found[0]
    assert found[0].startswith("es/a/index.html: ")


def test_pages_that_are_sound_are_not_read_again(tmp_path: Path) -> None:
    site = _site(tmp_path, '<a href="../#top">x</a>')
    sums = _sums(site)
    (site / "es/a/index.html").write_text('<a href="../gone/">x</a>', encoding="utf-8")
    assert broken_links(site, ADDRESS, sums) == []
    (site / "es/index.html").write_text("<h1>x</h1>", encoding="utf-8")
    lost = broken_links(site, ADDRESS, sums)
    assert lost == ["es/a/index.html: broken link: ../gone/"], "one that is not makes all be read"
