"""What Netlify and Cloudflare Pages read: no rule that spoils an update, none doubled, within limits."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from scripts.cli import main
from scripts.guide.addresses import API
from scripts.guide.whole import Guide
from scripts.publishing.host_files import (
    IMMUTABLE,
    REVALIDATED,
    bears_its_hash,
    immutable_folders,
    security_headers,
    write_files_in_site,
)
from scripts.publishing.own_site import files_below
from tests.publishing.test_hosts import BY_HASH, HASHED, LOCALES, small_site

pytestmark = pytest.mark.thorough

Rule = tuple[str, list[tuple[str, str]]]


def rules_of(text: str) -> list[Rule]:
    """Read a `_headers` file as both hosts do: a path, then its indented headers."""
    rules: list[Rule] = []
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith(" "):
            name, value = line.strip().split(": ", 1)
            rules[-1][1].append((name, value))
        else:
            rules.append((line, []))
    return rules


def sent(rules: list[Rule], path: str) -> list[tuple[str, str]]:
    """Return every header that the rules give a path; a host joins what comes twice."""
    return [
        header
        for pattern, headers in rules
        if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path)
        for header in headers
    ]


@pytest.fixture(params=["/", "/our/guide/"])
def base(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_each_file_is_kept_as_long_as_its_name_allows(guide: Guide, tmp_path: Path, base: str) -> None:
    site = small_site(tmp_path)
    write_files_in_site(guide, site, f"https://forewarned.example{base}", files_below(site))
    rules = rules_of((site / "_headers").read_text("utf-8"))
    for file in (file for file in site.rglob("*") if file.is_file()):
        path = file.relative_to(site).as_posix()
        given = sent(rules, base + path)
        assert len({name for name, _ in given}) == len(given), f"{path}: a header twice"
        assert security_headers().items() <= dict(given).items(), path
        assert (("Access-Control-Allow-Origin", "*") in given) == path.startswith(API), path
        kept = dict(given).get("Cache-Control", REVALIDATED)
        assert (kept == IMMUTABLE) <= bears_its_hash(file.name), path
    for path in (*BY_HASH[:1], *(each.format(locale=LOCALES[0]) for each in HASHED)):
        assert ("Cache-Control", IMMUTABLE) in sent(rules, base + path)
    # Cloudflare's limits.
    assert len(rules) <= 100
    assert max(map(len, (site / "_headers").read_text("utf-8").splitlines())) <= 2000
    assert [pattern for pattern, _ in rules if pattern.count("*") > 1] == []


def test_one_file_without_a_hash_keeps_its_folder_from_being_immutable(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    assert immutable_folders(files_below(site)) == ["assets", "en/assets", "es/assets"]
    (site / "es/assets/stylesheets/LICENSE-x.txt").write_text("MIT")
    assert "es/assets" in immutable_folders(files_below(site))
    (site / "es/assets/stylesheets/plain.css").write_text("p {}")
    assert immutable_folders(files_below(site)) == [
        "assets",
        "en/assets",
        "es/assets/fonts",
        "es/assets/javascripts",
    ]


@pytest.mark.parametrize(
    ("name", "hashed"),
    [
        ("main.3f2a9c1b.css", True),
        ("en_12605c3.pf_fragment", True),
        ("literata.0123456789.woff2", True),
        ("being-defaced-moodle.xml", False),
        ("defaced.apkg", False),
        ("being-defaced.apkg", False),
        ("main.css", False),
        ("service-worker.js", False),
        ("2026-11-26.json", False),
    ],
)
def test_a_hash_in_a_name_is_told_from_a_word(name: str, hashed: bool) -> None:
    assert bears_its_hash(name) is hashed


def test_nothing_found_has_a_page_in_each_language(guide: Guide, tmp_path: Path, base: str) -> None:
    write_files_in_site(guide, tmp_path, f"https://forewarned.example{base}", [])
    lines = (tmp_path / "_redirects").read_text("utf-8").splitlines()
    rules = [line.split() for line in lines if not line.startswith("#")]
    for locale in LOCALES:
        assert [f"{base}{locale}/*", f"{base}{locale}/404.html", "404"] in rules
    assert (["/", base, "302"] in rules) is (base != "/")


def test_the_command_writes_what_servers_include(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["hosts", "--out", str(tmp_path), "--url", "https://a.example/b"])
    assert done.exit_code == 0, done.output
    assert sorted(file.name for file in tmp_path.iterdir()) == ["Caddyfile", "nginx.conf"]
    assert "location ^~ /b/ {" in (tmp_path / "nginx.conf").read_text("utf-8")


@pytest.mark.parametrize("path", ["a%20b", "a;b", "a{b", "a$b", "a'b"])
def test_the_command_refuses_a_path_that_would_spoil_a_configuration(tmp_path: Path, path: str) -> None:
    done = CliRunner().invoke(main, ["hosts", "--out", str(tmp_path), "--url", f"https://a.example/{path}/"])
    assert done.exit_code == 2
    assert list(tmp_path.iterdir()) == []
