"""Following the links of a finished site."""

from pathlib import Path

import pytest

from scripts.publishing.links import broken_links

ADDRESS = "https://example.org/guide/"


def _site(tmp_path: Path, body: str) -> Path:
    (tmp_path / "es" / "a").mkdir(parents=True)
    (tmp_path / "es" / "a" / "index.html").write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    (tmp_path / "es" / "index.html").write_text("<h1 id='top'>x</h1>", encoding="utf-8")
    return tmp_path


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
    assert broken_links(_site(tmp_path, good), ADDRESS) == []


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
    found = broken_links(_site(tmp_path, bad), ADDRESS)
    assert len(found) == 1
    assert message in found[0]
    assert found[0].startswith("es/a/index.html: ")
