"""A real nginx and a real Caddy, each started on loopback with a folder of its own, and stopped again."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import pytest

from tests.programs import find_program

BROTLI_MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")


class Answer(NamedTuple):
    """What a server answered, unchanged: nothing is decompressed or followed."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class WebServer(NamedTuple):
    """A running server."""

    program: str
    port: int
    sends_brotli: bool

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path as it is written; `if_none_match="x"` sends `If-None-Match: x`."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, found, answer.read())
        finally:
            connection.close()


@contextmanager
def nginx_serving(root: Path, snippet: Path, folder: Path) -> Iterator[WebServer]:
    """Serve what is below `root` as `snippet` says, with everything nginx writes kept in `folder`."""
    program = _found("nginx")
    port = _free_port()
    brotli = BROTLI_MODULE.is_file()
    config = folder / "nginx-test.conf"
    config.write_text(
        f"""
        {f"load_module {BROTLI_MODULE};" if brotli else ""}
        {"user root;" if os.geteuid() == 0 else ""}
        worker_processes 1;
        pid {folder}/nginx.pid;
        error_log {folder}/error.log;
        events {{ worker_connections 512; }}
        http {{
            log_format sent '$bytes_sent $sent_http_content_encoding $request_uri';
            access_log {folder}/sent.log sent;
            client_body_temp_path {folder}/body;
            proxy_temp_path {folder}/proxy;
            fastcgi_temp_path {folder}/fastcgi;
            uwsgi_temp_path {folder}/uwsgi;
            scgi_temp_path {folder}/scgi;
            sendfile on;
            server {{
                listen 127.0.0.1:{port};
                root {root};
                {"brotli_static on;" if brotli else ""}
                include {snippet};
            }}
        }}
        """,
        encoding="utf-8",
    )
    # It comes back once it listens.
    command = [program, "-p", str(folder), "-e", f"{folder}/error.log", "-c", str(config)]
    subprocess.run(command, check=True, capture_output=True)
    pid = int((folder / "nginx.pid").read_text())
    try:
        yield WebServer("nginx", port, brotli)
    finally:
        os.kill(pid, signal.SIGTERM)


@contextmanager
def caddy_serving(root: Path, snippet: Path, folder: Path) -> Iterator[WebServer]:
    """Serve what is below `root` as `snippet` says, with everything Caddy writes kept in `folder`."""
    program = _found("caddy")
    port = _free_port()
    config = folder / "Caddyfile-test"
    config.write_text(
        f"{{\n\tadmin off\n\tauto_https off\n}}\n"
        f"http://127.0.0.1:{port} {{\n\tbind 127.0.0.1\n\troot * {root}\n\timport {snippet}\n}}\n",
        encoding="utf-8",
    )
    pidfile = folder / "caddy.pid"
    environment = {
        **os.environ,
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
    }
    command = [program, "start", "--adapter", "caddyfile", "--config", str(config), "--pidfile", str(pidfile)]
    # It comes back once it listens.
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    pid = _pid_once_written(pidfile)
    try:
        yield WebServer("caddy", port, sends_brotli=True)
    finally:
        os.kill(pid, signal.SIGTERM)


def _pid_once_written(pidfile: Path) -> int:
    """Return the number in the file, which Caddy 2.6 writes after it has said that it listens."""
    end = time.monotonic() + 30
    while not (pidfile.is_file() and pidfile.read_text().strip()):
        if time.monotonic() > end:
            raise TimeoutError(f"no number in {pidfile}")
        time.sleep(0.01)
    return int(pidfile.read_text())


Start = Callable[[Path, Path, Path], AbstractContextManager[WebServer]]
SERVERS: Mapping[str, tuple[Start, str]] = MappingProxyType(
    {"nginx": (nginx_serving, "nginx.conf"), "caddy": (caddy_serving, "Caddyfile")}
)
"""How each server is started, and the file of ours that it includes."""


def _found(name: str) -> str:
    program = find_program(name)
    if program is None:
        pytest.skip(f"no {name} on this machine (Debian: apt install {name})")
    return program


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
