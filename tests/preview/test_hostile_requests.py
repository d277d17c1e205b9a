"""The preview and whoever is not the contributor's own browser: it answers itself, and nobody else."""

import errno
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from email.message import Message
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, expect

from scripts.cli import main
from scripts.places import OVERRIDES, REPOSITORY
from scripts.preview.live import Preview
from scripts.preview.server import PreviewServer
from scripts.preview.visitors import Door
from scripts.problems.rulebook import rulebook
from tests.small_guide import small_guide

pytestmark = [pytest.mark.xdist_group("hostile-requests"), pytest.mark.thorough]

PAGE = "/es/tricks/kickbacks/"
EVERYWHERE = "0.0.0.0"  # noqa: S104 - only told apart, never bound to
STYLES = "/es/assets/plain.css"


@contextmanager
def _serving(preview: Preview, host: str = "127.0.0.1") -> Iterator[PreviewServer]:
    with closing(preview):
        server = PreviewServer(preview, rulebook("en"), host, 0)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        server.refresh()
        yield server
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_guide(tmp_path_factory.mktemp("previewed") / "guide")


@pytest.fixture(scope="module")
def server(root: Path) -> Iterator[PreviewServer]:
    with _serving(Preview(root)) as serving:
        yield serving


def _raw(server: PreviewServer, sent: bytes) -> tuple[int, dict[str, str], bytes, bytes]:
    """Send bytes as they are; return status, headers (each only once), body and all that came."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=60) as line:
        line.sendall(sent)
        line.shutdown(socket.SHUT_WR)
        came = b"".join(iter(lambda: line.recv(65_536), b""))
    head, _, body = came.partition(b"\r\n\r\n")
    status, *lines = head.decode("latin-1").split("\r\n")
    names = [each.partition(":")[0].lower() for each in lines]
    assert len(names) == len(set(names)), lines
    headers = {each.partition(":")[0].lower(): each.partition(":")[2].strip() for each in lines}
    return int(status.split()[1]) if status.startswith("HTTP/") else 0, headers, body, came


def _ask(server: PreviewServer, target: str, *more: str, method: str = "GET", host: str = "") -> bytes:
    host = host or f"127.0.0.1:{server.server_port}"
    head = [f"{method} {target} HTTP/1.1", f"Host: {host}", "Connection: close", *more]
    return "\r\n".join([*head, "", ""]).encode("latin-1")


def test_what_the_preview_is_for(server: PreviewServer) -> None:
    for target in (PAGE, STYLES, "/-/preview.js", "/-/preview.css", f"{PAGE}?x=1"):
        status, headers, body, _ = _raw(server, _ask(server, target))
        assert status == 200, target
        assert body
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        again, heads, nothing, _ = _raw(server, _ask(server, target, method="HEAD"))
        assert (again, heads["content-length"], nothing) == (200, str(len(body)), b"")


_NOWHERE = f"""
//evil.example //evil.example/x ///evil.example /%5cevil.example /%5cevil.example/x /es//evil.example
/\\evil.example/x /%2f/evil.example/x /%2fevil.example/x /%09/evil.example
/es/%0d%0aSet-Cookie:%20a=b /es/x%0d%0a%0d%0a<script> /%0d%0aLocation:%20http://evil.example
/es/x%0aX-Evil:1 /es/%e2%80%a8 /es/%00 /es/assets/%00.css /es/x%00/ /%00
/es/{"a" * 300} /es/{"a" * 5000} /es/{"a/" * 2000} /{"%61" * 3000} /es/%ff%fe /%c0%af
/es/../../../../etc/passwd /es/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd /es/..%2f..%2f..%2fetc/passwd
/es/assets/..%5c..%5c..%5cetc/passwd /es/%252e%252e/%252e%252e/etc/passwd /es//etc/passwd
/es/assets/../main.html /es/main.html /es/./assets/stylesheets/base.css /es/assets /es/assets/
/../etc/passwd /etc/passwd /-/ /-/../ /-/%2e%2e/server.py /-/server.py /-/preview.html.j2
/xx/ /constructor/ /es/tricks/no-such /es/tricks/no-such/ /es/mkdocs.yml /.git/config
/es/CON /es/%F0%9F%98%80 /es/{{{{7*7}}}} /es/<script>alert(1)</script> /?/es/ /# /es/*
""".split()


def test_addresses_that_lead_nowhere(server: PreviewServer) -> None:
    faults = []
    for target in _NOWHERE:
        status, headers, _, came = _raw(server, _ask(server, target))
        elsewhere = headers.get("location", "")
        at_home = status == 302 and target[:2] in ("/?", "/#") and elsewhere == "/es/"
        bad = [
            each for each in (b"root:", b"<script>alert(1)", b"evil.example", b"Traceback") if each in came
        ]
        if bad or elsewhere != ("/es/" if at_home else "") or not (at_home or status == 404):
            faults.append((target[:60], status, elsewhere, bad))
        if {"x-evil", "set-cookie"} & set(headers):
            faults.append((target, status, "split", []))
    assert faults == []


def _refusals(port: int) -> dict[str, tuple[bytes, int]]:
    here = f"127.0.0.1:{port}"

    def ask(*lines: str, first: str = f"GET {PAGE} HTTP/1.1") -> bytes:
        return "\r\n".join([first, *lines, "", ""]).encode()

    host = f"Host: {here}"
    found: dict[str, tuple[bytes, int]] = {
        f"host {name!r}": (ask(f"Host: {name}"), 421)
        for name in (
            "evil.example", f"evil.example:{port}", "localhost", "127.0.0.1", f"localhost:{port + 1}",
            f"localhost.evil.example:{port}", f"127.0.0.1.evil.example:{port}", f"evil.example@{here}",
            f"{here}@evil.example", f"0.0.0.0:{port}", f"192.0.2.1:{port}", f"[::2]:{port}", f"127.1:{port}",
            f"2130706433:{port}", f"localhost.:{port}", f"{here}/", f"http://{here}", "", ":", f":{port}",
            f"localhost:{port}:80", "localhost:٣", f"localhost:0{'0' * 9}{port}",
        )
    }  # fmt: skip
    found |= {
        "no host": (ask(), 400),
        "two hosts": (ask(host, "Host: evil.example"), 400),
        "whole address": (ask(host, first=f"GET http://evil.example{PAGE} HTTP/1.1"), 400),
        "whole own address": (ask(host, first=f"GET http://{here}{PAGE} HTTP/1.1"), 400),
        "star": (ask(host, first="OPTIONS * HTTP/1.1"), 405),
        "connect": (ask(host, first="CONNECT evil.example:443 HTTP/1.1"), 405),
        "body": (ask(host, "Content-Length: 5") + b"hello", 400),
        "chunks": (ask(host, "Transfer-Encoding: chunked") + b"0\r\n\r\n", 400),
        "old": (ask(first=f"GET {PAGE} HTTP/1.0"), 400),
        "no path": (ask(host, first="GET es/ HTTP/1.1"), 400),
        "nonsense": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 0),
        "long line": (ask(host, first=f"GET /{'a' * 70_000} HTTP/1.1"), 414),
        "many headers": (ask(host, *(f"X-{n}: 1" for n in range(200))), 431),
    }
    found |= {
        f"method {method}": (ask(host, first=f"{method} {PAGE} HTTP/1.1"), 405)
        for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get", "X")
    }
    for target in (PAGE, STYLES, "/-/changes"):
        first = f"GET {target} HTTP/1.1"
        for origin in (
            "http://evil.example",
            "null",
            f"https://{here}",
            "http://127.0.0.1",
            "",
            f"http://{here}/x",
        ):
            found[f"{target} of origin {origin!r}"] = (ask(host, f"Origin: {origin}", first=first), 403)
        for site in ("cross-site", "same-site", "odd"):
            fetched = ("Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty")
            framed = ("Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe")
            for name, how in (("fetched", fetched), ("framed", framed)):
                found[f"{target} {name} {site}"] = (
                    ask(host, f"Sec-Fetch-Site: {site}", *how, first=first),
                    403,
                )
    return found


def test_who_may_not_look_is_refused_before_anything_is_looked_up(server: PreviewServer) -> None:
    faults = []
    for name, (sent, expected) in _refusals(server.server_port).items():
        status, headers, body, _ = _raw(server, sent)
        if status != expected or "location" in headers or b"kickbacks" in body.lower():
            faults.append((name, status, expected, body[:80]))
    assert faults == []
    status, headers, *_ = _raw(server, _ask(server, PAGE, method="POST"))
    assert headers["allow"] == "GET, HEAD"


def test_what_follows_a_body_is_no_second_request(server: PreviewServer) -> None:
    inner = _ask(server, PAGE)
    sent = _ask(server, PAGE, f"Content-Length: {len(inner)}").replace(b"Connection: close\r\n", b"") + inner
    assert _raw(server, sent)[3].count(b"HTTP/1.1 ") == 1


def test_ones_own_browser_is_let_in(server: PreviewServer) -> None:
    port = server.server_port
    for host in (f"localhost:{port}", f"LOCALHOST:{port}", f"127.0.0.1:{port}", f"[::1]:{port}"):
        for more in (
            (),
            ("Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"),
            ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"),
            ("Sec-Fetch-Site: same-origin", f"Origin: http://{host}"),
        ):
            assert _raw(server, _ask(server, PAGE, *more, host=host))[0] == 200, (host, more)


def test_the_stream_tells_its_own_pages_alone(server: PreviewServer) -> None:
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=60) as line:
        line.sendall(_ask(server, "/-/changes", "Sec-Fetch-Site: same-origin"))
        came = b""
        while b"data: " not in came:
            came += line.recv(4096)
    assert b"text/event-stream" in came
    assert b"nosniff" in came


@pytest.mark.parametrize(
    ("host", "authority", "let_in"),
    [
        (EVERYWHERE, "192.0.2.7:8000", True),
        (EVERYWHERE, "[2001:db8::1]:8000", True),
        ("::", "192.0.2.7:8000", True),
        (EVERYWHERE, "laptop.example:8000", False),
        (EVERYWHERE, "0.0.0.0.example:8000", False),
        ("laptop.example", "laptop.example:8000", True),
        ("laptop.example", "other.example:8000", False),
        ("192.0.2.7", "192.0.2.7:8000", True),
        ("127.0.0.1", "192.0.2.7:8000", False),
    ],
)
def test_the_host_that_was_asked_for_is_let_in_too(host: str, authority: str, let_in: bool) -> None:
    headers = Message()
    headers["Host"] = authority
    assert (Door(host, 8000).refusal("GET", PAGE, headers) is None) == let_in


def test_a_link_does_not_lead_out_of_the_folder(
    server: PreviewServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = tmp_path / "theme"
    theme.mkdir()
    (tmp_path / "secret.css").write_text("secret", encoding="utf-8")
    (theme / "out.css").symlink_to(tmp_path / "secret.css")
    (theme / "up").symlink_to(tmp_path)
    (theme / "loop.css").symlink_to(theme / "loop.css")
    (theme / "own.css").write_text("own", encoding="utf-8")
    os.mkfifo(theme / "pipe.css")
    frame = server.preview._frame("es")
    assert frame is not None
    monkeypatch.setattr(frame._config.theme, "dirs", [str(theme)])
    for name in ("out.css", "up/secret.css", "loop.css", "pipe.css", "n" * 300 + ".css"):
        assert _raw(server, _ask(server, f"/es/{name}"))[0] == 404, name
    assert _raw(server, _ask(server, "/es/own.css"))[2] == b"own"


def test_a_file_that_vanishes_while_it_is_looked_at(
    server: PreviewServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    vanished = OVERRIDES / "gone.css"
    monkeypatch.setattr(server.preview, "asset", lambda locale, path: vanished)
    assert _raw(server, _ask(server, STYLES))[0] == 404
    monkeypatch.undo()
    assert _raw(server, _ask(server, STYLES))[0] == 200


def test_the_preview_outlives_what_vanishes_while_it_reads(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = tmp_path / "guide"
    shutil.copytree(root, guide)
    with _serving(Preview(guide)) as server:
        lost = guide / "tricks/people/kickbacks.yml"

        def gone(*_: object, **__: object) -> None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(lost))

        monkeypatch.setattr("scripts.preview.live.load", gone)
        assert server.refresh().startswith("tricks/people/kickbacks.yml:1:1: ")
        assert _raw(server, _ask(server, PAGE))[0] == 200, "the last sound guide is still shown"
        monkeypatch.undo()
        assert server.refresh() == ""


def test_a_fault_is_shown_by_the_previews_own_script_and_styles(
    browser: Browser, root: Path, tmp_path: Path
) -> None:
    guide = tmp_path / "guide"
    shutil.copytree(root, guide)
    trick = guide / "tricks/people/kickbacks.yml"
    with _serving(Preview(guide)) as server:
        page = browser.new_context().new_page()
        page.goto(f"http://localhost:{server.server_port}{PAGE}")
        trick.write_text(trick.read_text("utf-8").replace("severity: high", "severity: <b>x</b>"), "utf-8")
        server.refresh()
        alert = page.get_by_role("alert")
        expect(alert).to_contain_text("severity")
        expect(alert).to_have_css("position", "fixed")
        expect(alert.locator("b")).to_have_count(0)
        page.context.close()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--port", "99999999"], "--port"),
        (["--port", "-1"], "--port"),
        (["--port", "x"], "--port"),
        (["--port", ""], "--port"),
        (["--host", ""], "--host"),
        (["--host", "a\nb"], "--host"),
        (["--host", "x" * 300, "--port", "0"], "--host"),
        (["--host", "no-such.invalid", "--port", "0"], "--host"),
        (["--host", "192.0.2.1", "--port", "0"], "--host"),
        (["--root", "/no/such"], "--root"),
    ],
    ids=lambda value: " ".join(value)[:30],
)
def test_odd_places_to_listen_are_wrong_usage(arguments: list[str], told: str) -> None:
    result = CliRunner().invoke(main, ["serve", "--root", str(REPOSITORY), *arguments])
    assert result.exit_code == 2, result.output
    assert told in result.output.splitlines()[-1] or told in result.output


def test_ctrl_c_ends_the_preview_in_peace(root: Path) -> None:
    command = [
        sys.executable,
        "-u",
        "-m",
        "scripts",
        "serve",
        "--port",
        "0",
        "--lang",
        "en",
        "--root",
        str(root),
    ]
    with subprocess.Popen(
        command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert "http://127.0.0.1:" in running.stdout.readline()
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert "Traceback" not in said
    assert running.returncode in (0, 130)
