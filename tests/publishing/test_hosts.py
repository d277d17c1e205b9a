"""A real nginx and a real Caddy serve a small site with our files: headers, caching, 404s, compression."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from scripts.derived.former_addresses import former_addresses
from scripts.guide.addresses import API
from scripts.guide.whole import Guide
from scripts.publishing.compression import precompress
from scripts.publishing.host_files import (
    IMMUTABLE,
    MEDIA_TYPES,
    REVALIDATED,
    security_headers,
    write_files_in_site,
    write_server_files,
)
from scripts.publishing.own_site import files_below
from tests.real_guide import real_guide
from tests.web_servers import SERVERS, WebServer

pytestmark = [pytest.mark.xdist_group("hosts"), pytest.mark.thorough]

LOCALES = list(real_guide().site.locales)
LONG = "a line that shrinks well\n" * 200
BINARY = bytes(range(256)) * 8
HASHED = (
    "{locale}/assets/stylesheets/main.3f2a9c1b.css",
    "{locale}/assets/javascripts/quiz/quiz.0123456789abcdef.js",
    "{locale}/assets/fonts/literata.3f2a9c1b.woff2",
)
BY_HASH = ("assets/fonts/literata.3f2a9c1b.woff2", "assets/site.7264dd4baf.js")


def small_site(root: Path) -> Path:
    """Write a file of every kind below `root`, one of each page kind a language; return `root`."""

    def put(path: str, data: str | bytes) -> None:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)

    put("index.html", f"<!doctype html><p>choose: {LONG}")
    put("404.html", f"<!doctype html><p>nothing in any language {LONG}")
    put("service-worker.js", LONG)
    put(".git/config", "secret")
    put(f"{API}index.json", LONG)
    for path in BY_HASH:
        put(path, BINARY)
    for locale in LOCALES:
        put(f"{locale}/index.html", f"<!doctype html><p>home in {locale} {LONG}")
        put(f"{locale}/404.html", f"<!doctype html><p>nothing in {locale} {LONG}")
        put(f"{locale}/tricks/a-trick/index.html", f"<!doctype html><p>ñ in {locale} {LONG}")
        put(f"{locale}/service-worker.js", LONG)
        for path in HASHED:
            put(path.format(locale=locale), LONG)
        for ending in MEDIA_TYPES:
            put(f"{locale}/kinds/file.{ending}", LONG)
    return root


@pytest.fixture(
    scope="module", params=[(name, base) for name in SERVERS for base in ("/", "/our/guide/")], ids=str
)
def serving(
    request: pytest.FixtureRequest, guide: Guide, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[WebServer, str, Path]]:
    """A server with our files, where the site begins on it, and the site's folder."""
    program, base = request.param
    folder = tmp_path_factory.mktemp(program)
    site = small_site(folder / "www" / base.strip("/"))
    address = f"https://forewarned.example{base}"
    write_files_in_site(guide, site, address, files_below(site))
    precompress(site)
    start, file = SERVERS[program]
    write_server_files(guide, folder / "hosts", address)
    with start(folder / "www", folder / "hosts" / file, folder) as server:
        yield server, base, site


def test_every_answer_bears_the_security_headers(serving: tuple[WebServer, str, Path]) -> None:
    server, base, _ = serving
    asked = [
        "",
        "es/",
        "service-worker.js",
        *BY_HASH,
        "es/kinds/file.pdf",
        "es/nowhere/",
        "nowhere",
        "es/kinds/",
    ]
    wanted = {name.lower(): value for name, value in security_headers().items()}
    bare = {
        path: missing
        for path in asked
        if (missing := set(wanted.items()) - set(server.ask(base + path).headers.items()))
    }
    assert bare == {}


def test_pages_of_any_site_may_read_what_other_programs_are_given_and_nothing_else(
    serving: tuple[WebServer, str, Path],
) -> None:
    server, base, _ = serving
    asked = [f"{API}index.json", "", "es/", "es/kinds/file.json", BY_HASH[0]]
    readers = {path: server.ask(base + path).headers.get("access-control-allow-origin") for path in asked}
    assert readers == {**dict.fromkeys(asked), f"{API}index.json": "*"}


def test_only_names_with_a_hash_are_kept_for_a_year(serving: tuple[WebServer, str, Path]) -> None:
    server, base, _ = serving
    hashed = [*BY_HASH, *(path.format(locale=locale) for path in HASHED for locale in LOCALES)]
    others = ["", "service-worker.js"]
    for locale in LOCALES:
        others += [f"{locale}/", f"{locale}/tricks/a-trick/", f"{locale}/service-worker.js"]
        others += [f"{locale}/kinds/file.{ending}" for ending in MEDIA_TYPES]
    wanted = {**dict.fromkeys(hashed, IMMUTABLE), **dict.fromkeys(others, REVALIDATED)}
    answers = {path: server.ask(base + path) for path in wanted}
    assert {path: answer.status for path, answer in answers.items() if answer.status != 200} == {}
    assert {path: answer.headers.get("cache-control") for path, answer in answers.items()} == wanted


def test_a_missing_file_is_not_missing_for_a_year(serving: tuple[WebServer, str, Path]) -> None:
    server, base, _ = serving
    for path in ("es/assets/stylesheets/gone.3f2a9c1b.css", "assets/gone.7264dd4baf.js"):
        answer = server.ask(base + path)
        assert answer.status == 404
        assert "immutable" not in answer.headers.get("cache-control", "")
        assert answer.headers["content-type"].startswith("text/html")


def test_every_kind_of_file_has_its_type(serving: tuple[WebServer, str, Path]) -> None:
    server, base, _ = serving
    given = {
        kind: server.ask(f"{base}es/kinds/file.{kind}").headers.get("content-type", "")
        for kind in MEDIA_TYPES
    }
    assert {kind: value.split(";")[0] for kind, value in given.items()} == dict(MEDIA_TYPES)
    texts = [value for value in given.values() if value.startswith("text/")]
    assert [value for value in texts if not value.lower().endswith("charset=utf-8")] == []


def test_a_page_is_sent_compressed_and_means_the_same(serving: tuple[WebServer, str, Path]) -> None:
    server, base, site = serving
    for path in ("es/index.html", "es/tricks/a-trick/index.html", HASHED[0].format(locale="en")):
        asked = base + path.removesuffix("index.html")
        plain = server.ask(asked)
        assert plain.body == (site / path).read_bytes()
        assert "content-encoding" not in plain.headers
        assert "accept-encoding" in plain.headers["vary"].lower()
        zipped = server.ask(asked, accept_encoding="gzip, deflate")
        assert zipped.headers["content-encoding"] == "gzip"
        assert zipped.body == (site / f"{path}.gz").read_bytes()
        assert gzip.decompress(zipped.body) == plain.body
        assert zipped.headers["content-type"] == plain.headers["content-type"]
        if server.sends_brotli:
            smallest = server.ask(asked, accept_encoding="gzip, deflate, br")
            assert smallest.headers["content-encoding"] == "br"
            assert brotli.decompress(smallest.body) == plain.body
            assert len(smallest.body) < len(plain.body)


def test_without_precompressed_files_pages_are_compressed_on_the_way(
    serving: tuple[WebServer, str, Path],
) -> None:
    server, base, site = serving
    (site / "es" / "fresh").mkdir(exist_ok=True)
    (site / "es" / "fresh" / "index.html").write_text(LONG, encoding="utf-8")
    answer = server.ask(f"{base}es/fresh/", accept_encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(answer.body) == LONG.encode()


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_found_is_said_in_the_language_asked_for(
    serving: tuple[WebServer, str, Path], locale: str
) -> None:
    server, base, _ = serving
    for path in ("nowhere/", "tricks/none/", "tricks/none/index.html", "x.css", "tricks/", "assets/"):
        answer = server.ask(f"{base}{locale}/{path}")
        assert (path, answer.status) == (path, 404)
        assert f"nothing in {locale}".encode() in answer.body


def test_nothing_found_elsewhere_is_said_in_every_language(serving: tuple[WebServer, str, Path]) -> None:
    server, base, _ = serving
    for path in ("nowhere", "assets/", "zz/index.html"):
        answer = server.ask(base + path)
        assert (path, answer.status) == (path, 404)
        assert b"nothing in any language" in answer.body


def test_no_folder_is_listed_and_nothing_hidden_is_shown(serving: tuple[WebServer, str, Path]) -> None:
    server, base, _ = serving
    for path in ("es/kinds/", "assets/fonts/", ".git/config", "_headers", "_redirects"):
        answer = server.ask(base + path)
        assert (path, answer.status) == (path, 404)
        assert b"secret" not in answer.body
        assert b"woff2" not in answer.body


def test_nobody_gets_out_of_the_folder(serving: tuple[WebServer, str, Path]) -> None:
    server, base, site = serving
    outside = site.parents[len(base.strip("/").split("/")) if base != "/" else 0] / "outside.txt"
    outside.write_text("not for readers", encoding="utf-8")
    up = "../" * 6
    for path in (
        "../outside.txt",
        f"{up}outside.txt",
        "es/../../outside.txt",
        "%2e%2e/outside.txt",
        "..%2foutside.txt",
        "es/..%2f..%2foutside.txt",
        "..%5coutside.txt",
        "%00../outside.txt",
        f"{up}etc/passwd",
    ):
        answer = server.ask(base + path)
        assert answer.status < 500, path
        assert b"not for readers" not in answer.body
        assert b"root:" not in answer.body


def test_a_folder_without_its_slash_leads_to_the_page(serving: tuple[WebServer, str, Path]) -> None:
    server, base, _ = serving
    answer = server.ask(f"{base}es/tricks/a-trick")
    assert answer.status in (301, 308)
    assert answer.headers["location"] == f"{base}es/tricks/a-trick/"


def test_head_range_and_conditions(serving: tuple[WebServer, str, Path]) -> None:
    server, base, site = serving
    path = f"{base}es/kinds/file.pdf"
    whole = server.ask(path)
    head = server.ask(path, method="HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == str(len(whole.body))
    part = server.ask(path, range="bytes=5-14")
    assert (part.status, part.body) == (206, whole.body[5:15])
    assert part.headers["content-range"] == f"bytes 5-14/{len(whole.body)}"
    assert server.ask(path, range=f"bytes={len(whole.body)}-").status == 416
    for conditions in (
        {"if_none_match": whole.headers["etag"]},
        {"if_modified_since": whole.headers["last-modified"]},
    ):
        kept = server.ask(path, **conditions)
        assert (kept.status, kept.body) == (304, b"")
        assert kept.headers["cache-control"] == REVALIDATED
    (site / "es/kinds/changed.txt").write_text("before", encoding="utf-8")
    tag = server.ask(f"{base}es/kinds/changed.txt").headers["etag"]
    (site / "es/kinds/changed.txt").write_text("and after", encoding="utf-8")
    changed = server.ask(f"{base}es/kinds/changed.txt", if_none_match=tag)
    assert (changed.status, changed.body) == (200, b"and after")


def test_nothing_can_be_written(serving: tuple[WebServer, str, Path]) -> None:
    server, base, _ = serving
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        answer = server.ask(f"{base}es/", method=method, content_length="0")
        assert (method, answer.status) in {(method, 403), (method, 404), (method, 405)}


def test_an_address_of_old_is_answered_with_todays(
    serving: tuple[WebServer, str, Path], guide: Guide
) -> None:
    server, base, _ = serving
    wanted = {name.lower(): value for name, value in security_headers().items()}
    moved = list(former_addresses(guide))
    assert moved
    for locale in LOCALES:
        for each in moved:
            answer = server.ask(f"{base}{locale}/{each.address}")
            assert answer.status == 301, each.address
            assert answer.headers["location"] == f"{base}{locale}/{each.target}"
            assert wanted.items() <= answer.headers.items()
            assert answer.headers["cache-control"] == REVALIDATED
