"""The rule by which files are kept for reading without a network."""

from pathlib import Path

import pytest

from scripts.derived import former_addresses
from scripts.publishing.kept_files import (
    LARGEST_FILE,
    kept_file,
    kept_of_locale,
    too_large_of_locale,
    version_of,
)
from tests.real_guide import real_guide

GUIDE = real_guide()
LOCALES = list(GUIDE.site.locales)
each_locale = pytest.mark.parametrize("locale", LOCALES)


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
    # Hosts send readers on from an old address: its page is not kept.
    assert pages - {each.address for each in former_addresses(GUIDE)} <= kept
    for kind in ("*.css", "*.js", "*.woff2", "*.svg"):
        assets = {f"../{file.relative_to(site).as_posix()}" for file in (site / "assets").rglob(kind)}
        assert assets
        assert assets <= kept
    assert {"search.json", "tricks/kickbacks/found.json"} <= kept
    assert not [url for url in kept if url.startswith("print/")]
    assert "404.html" not in kept


def test_what_is_too_big_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "es").mkdir()
    (tmp_path / "es/small.json").write_bytes(b"x" * LARGEST_FILE)
    (tmp_path / "es/big.json").write_bytes(b"x" * (LARGEST_FILE + 1))
    (tmp_path / "es/all").mkdir()
    page = f"<title>All of it</title>{'x' * LARGEST_FILE}"
    (tmp_path / "es/all/index.html").write_text(page, encoding="utf-8")
    assert _kept(tmp_path, "es") == {"small.json"}
    # The page that stands in for what is not kept names them.
    assert too_large_of_locale(tmp_path, "es") == [
        ("All of it", len(page)),
        ("big.json", LARGEST_FILE + 1),
    ]


def test_a_version_is_named_by_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    names = []
    for text in ("one", "two", "one"):
        file.write_text(text, encoding="utf-8")
        names.append(version_of([kept_file(tmp_path, file.name)]))
    assert names[0] == names[2] != names[1]
