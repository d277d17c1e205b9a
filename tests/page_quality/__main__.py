"""`python -m tests.page_quality SITE`: one table of what three programs of others say of a built site.

SITE is what `python -m scripts build --precompress --out SITE` made of this repository's guide. A real nginx
serves it on loopback with our own rules. Figures of speed depend on the machine: the load stands below them.
"""

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts.guide import Guide
from scripts.options import load_checked
from scripts.places import REPOSITORY
from scripts.publishing.host_files import write_server_files
from tests.built_site import ADDRESS
from tests.chromium import FLAGS, find_chromium
from tests.page_quality import html, ibm, speed
from tests.page_quality.checkers import CheckerFailed, installed
from tests.page_quality.choice import most_read, one_of_each_kind
from tests.page_quality.ibm import Finding
from tests.page_quality.judged import POSSIBLE_BUT_FALSE, SURE_BUT_FALSE
from tests.web_servers import nginx_serving

_CHECKERS = ("lighthouse", "vnu", "ibm")


@contextmanager
def served(guide: Guide, site: Path) -> Iterator[str]:
    """Serve a built site as hosts do, compressed; yield its address."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # nginx reads it as another user where it was started by root.
        folder.chmod(0o755)
        write_server_files(guide, folder / "hosts", ADDRESS)
        with nginx_serving(site, folder / "hosts" / "nginx.conf", folder) as server:
            yield f"http://127.0.0.1:{server.port}/"


def lighthouse(guide: Guide, address: str, modules: Path, runs: int) -> bool:
    """Print a line a page; return whether every mark is full."""
    heads = (*speed.CATEGORIES, "LCP s", "blocked ms", "machine")
    print(f"{'page':44} " + " ".join(f"{name:>14}" for name in heads))
    full = True
    for page in most_read(guide):
        found = speed.marks(address, page, modules, runs)
        marks = " ".join(f"{mark:14}" for mark in found.categories.values())
        figures = f"{found.paint:14.2f} {found.blocked:14.0f} {found.machine:14.0f}"
        print(f"{page:44} {marks} {figures}", flush=True)
        print("".join(f"    {each}\n" for each in found.wanting), end="")
        full &= set(found.categories.values()) == {100}
    print(f"Medians of {runs}; load of the machine over five minutes: {os.getloadavg()[1]:.1f}")
    return full


def pages_of_all_kinds(guide: Guide, address: str, modules: Path) -> list[Finding]:
    """Return what IBM's checker finds on a page of each kind."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        return ibm.findings(browser, address, one_of_each_kind(guide), modules)


def tell(checker: str, found: Sequence[Finding], sure: str) -> bool:
    """Print how often each rule speaks, and where first; return whether none is broken for `sure`."""
    counts = Counter((each.level, each.rule) for each in found)
    first = {(each.level, each.rule): each for each in reversed(found)}
    for (level, rule), count in sorted(counts.items()):
        judged = (SURE_BUT_FALSE if level == sure else POSSIBLE_BUT_FALSE).get(rule)
        told = (
            f"judged false: {judged}"
            if judged
            else f"{first[level, rule].page}: {first[level, rule].message}"
        )
        print(f"{checker:5} {level:25} {rule:32} {count:5}  {told[:160]}")
    broken = [each for each in found if each.level == sure and each.rule not in SURE_BUT_FALSE]
    print(f"{checker}: {len(broken)} errors")
    return not broken


def main() -> int:
    """Run the checkers that are wanted; return 0 if all are content, 1 if one is not, 2 if one cannot run."""
    parser = argparse.ArgumentParser(prog="python -m tests.page_quality", description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--runs", type=int, default=3, help="Lighthouse's, of each page; the median counts")
    parser.add_argument("--only", choices=_CHECKERS, action="append", help="may be given more than once")
    wanted = parser.parse_args()
    checkers = wanted.only or _CHECKERS
    guide = load_checked(REPOSITORY)
    site = wanted.site.resolve()
    content = []
    try:
        modules = installed()
        if "vnu" in checkers:
            content.append(tell("vnu", html.findings(site, modules), "error"))
        with served(guide, site) as address:
            if "ibm" in checkers:
                found = pages_of_all_kinds(guide, address, modules)
                content.append(tell("ibm", found, "VIOLATION FAIL"))
            if "lighthouse" in checkers:
                content.append(lighthouse(guide, address, modules, wanted.runs))
    except CheckerFailed as failed:
        print(failed, file=sys.stderr)
        return 2
    return 0 if all(content) else 1


if __name__ == "__main__":
    sys.exit(main())
