"""Publishing a built site as a web server does, stopping it, and waiting for what the browser keeps."""

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import BrowserContext, Page


class Host:
    """A folder published below a sub-path; it can be stopped, and started again at its address."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = 0
        self.asked: list[str] = []
        self.start()
        self.address = f"http://127.0.0.1:{self.port}/guide/"

    def start(self) -> None:
        host = self

        class Handler(SimpleHTTPRequestHandler):
            def log_message(self, *args: object) -> None:
                host.asked.append(self.path)

        class Server(ThreadingHTTPServer):
            # A browser drops what it no longer wants; that is no fault to print.
            def handle_error(self, *args: object) -> None:
                pass

        self.serving = Server(
            ("127.0.0.1", self.port), functools.partial(Handler, directory=str(self.folder.parent))
        )
        self.port = self.serving.server_port
        threading.Thread(target=self.serving.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.serving.shutdown()
        self.serving.server_close()


def visit_and_wait(page: Page, path: str) -> None:
    """Open a page and wait until its language is kept."""
    page.goto(path)
    wait_until(
        page,
        """async () => {
            const all = await navigator.serviceWorker.getRegistrations();
            return all.length === 2 && all.every(({active}) => active?.state === "activated");
        }""",
    )


def wait_until(page: Page, condition: str) -> None:
    """Wait until an asynchronous function says true in the page; a minute is the end of it."""
    page.evaluate(
        f"""async () => {{
            const holds = {condition};
            const end = performance.now() + 60_000;
            while (!(await holds())) {{
                if (performance.now() > end) throw new Error("it never became true");
                await new Promise(requestAnimationFrame);
            }}
        }}"""
    )


def cut_off(host: Host, keeping: BrowserContext) -> None:
    host.stop()
    keeping.set_offline(True)
