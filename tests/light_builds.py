"""Builds whose slow steps write a file or two, in processes that end when and how a test wants.

`python -m tests.light_builds FOLDER GUIDE TRIAL...` loads the guide once, then forks a process a
build; what became of each is told, by trial, as JSON on standard output.
"""

import errno
import itertools
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from types import SimpleNamespace

from click.testing import CliRunner

from scripts import build as building
from scripts import workshop
from scripts.build import build
from scripts.cli import main
from scripts.commands import build_command
from scripts.derived import Piece
from scripts.guide import Guide, Voice
from scripts.options import load_checked
from scripts.pages.render import RenderedPage
from scripts.publishing import LinksInSum, taking_place
from scripts.publishing.own_site import FACTS

Replace = Callable[[object, str, object], None]
MOMENTS = 20
_ADDS = {"os.mkdir", "os.rename", "shutil.copyfile"}
_CHANGES = {"os.rename", "shutil.copyfile", "os.remove", "os.rmdir", "shutil.rmtree"}
"""Without new folders: whether this process or one beside it makes a folder first is a matter of luck."""


def lighten(replace: Replace, version: str = "1") -> None:
    """Let the slow steps of a build write little, marked with `version`, where they would write much."""

    def write(file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{file.name} {version}", encoding="utf-8")

    def sheets(_: object, papers: Path, *__: object) -> dict[str, int]:
        write(papers / "es/print/demo.pdf")
        return {"es/print/demo.pdf": 1}

    def assets(site: Path) -> dict[str, str]:
        write(site / "assets/site.js")
        return {}

    def locale(*_: object) -> list[RenderedPage]:
        return [RenderedPage(path, Piece(None)) for path in ("", "tricks/")]

    def config(voice: Voice, folder: Path, site: Path, *_: object) -> Path:
        write(folder / "mkdocs.yml")
        return site / voice.locale

    def publish(place: Path, *_: object) -> LinksInSum:
        for name in ("index.html", "tricks/index.html", "assets/images/favicon.svg"):
            write(place / name)
        return LinksInSum(frozenset(), frozenset(), fetch_outside=False)

    # What processes beside the build look up in a module when they are told to make a piece.
    pieces: dict[str, Callable[..., object]] = {
        "write_questionnaires": lambda voice, papers, *_: write(papers / voice.locale / "print/demo.docx"),
        "write_cost_workbook": lambda voice, papers, *_: write(
            papers / voice.locale / "calculator/cost.xlsx"
        ),
        "write_quizzes": lambda guide, papers, *_, **__: write(papers / "en/quizzes.csv"),
        "write_api": lambda guide, papers, *_: write(papers / "api/v1/index.json"),
        "render_locale": locale,
        "write_config": config,
        "frame_of": lambda *_: "",
        "publish_pages": publish,
        "write_beside_pages": lambda voice, folder, *_: write(folder / "search.json"),
        "all_printed": lambda guide: ("demo",),
        "fonts_in": lambda folder: None,
        "Press": lambda *_: SimpleNamespace(pieces=SimpleNamespace(beforehand=nullcontext)),
        "write_cards": lambda voice, papers, *_: write(papers / voice.locale / "share/guide.png"),
        "print_sheets": sheets,
    }
    steps: dict[str, Callable[..., object]] = {
        # What is replaced here is replaced in copies of this process alone; Typst runs in none of them.
        "libraries_have_threads": lambda: False,
        "all_printed": lambda guide: ("demo",),
        "unpack_fonts": lambda woff2, folder, *_: write(folder / "font.ttf"),
        "write_assets": assets,
        "write_root_pages": lambda guide, paths, site, address, assets: write(site / "index.html"),
        "write_moved_pages": lambda guide, site, address, assets: write(site / "es/old/index.html"),
        "write_offline": lambda guide, site, *_: write(site / "service-worker.js"),
        "write_files_in_site": lambda *_: [],
        "broken_links": lambda *_: [],
    }
    for module, replaced in ((workshop, pieces), (building, steps)):
        for name, act in replaced.items():
            replace(module, name, act)


def version_of(site: Path) -> str:
    """Return the version that every file of a site bears; `none` without a site, `mixed` if they differ."""
    if not site.is_dir():
        return "none"
    listed = set(json.loads((site / FACTS).read_text(encoding="utf-8"))["files"])
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    versions = {file.read_text(encoding="utf-8").split()[-1] for name, file in files.items() if name != FACTS}
    whole = len(versions) == 1 and listed == set(files) - {FACTS}
    return versions.pop() if whole else "mixed"


class Moments:
    """Counts what changes the disk and at the count asked for does what a test wants."""

    def __init__(self, folder: Path, act: Callable[[str], None], at: int, *, only_adding: bool) -> None:
        self.count = 0
        self._folder = str(folder)
        self._act, self._at = act, at
        self._events = _ADDS if only_adding else _CHANGES

    def listen(self) -> None:
        """Begin to count; for as long as the process lives."""
        sys.addaudithook(self._hear)
        exchange = taking_place.exchange

        def heard(one: Path, other: Path) -> bool:
            self.pass_by(str(one))
            done = exchange(one, other)
            if "shutil.rmtree" in self._events:
                self.pass_by(str(one))
            return done

        taking_place.exchange = heard

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        writes = event == "open" and _is_writing(arguments[2])
        if (writes or event in self._events) and str(arguments[0]).startswith(self._folder):
            self.pass_by(str(arguments[0]))

    def pass_by(self, place: str) -> None:
        """Count a moment."""
        self.count += 1
        if 0 < self._at <= self.count:
            self._act(place)


def _is_writing(flags: object) -> bool:
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def _full(place: str) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), place)


def _set(where: object, name: str, value: object) -> None:
    setattr(where, name, value)


def _in_a_process(act: Callable[[], object]) -> int:
    """Run `act` in a process of its own; return the process's id."""
    child = os.fork()
    if child:
        return child
    try:
        act()
    except BaseException:
        sys.excepthook(*sys.exc_info())
        os._exit(70)
    os._exit(0)


def _run(act: Callable[[], object]) -> int:
    return os.waitpid(_in_a_process(act), 0)[1]


class Trials:
    """Builds of one guide into `folder`/site."""

    def __init__(self, guide: Guide, folder: Path) -> None:
        self.guide, self.folder, self.out = guide, folder, folder / "site"

    def build(self, version: str) -> None:
        """Build in this process."""
        lighten(_set, version)
        build(self.guide, self.out, lambda step: None)

    def state(self) -> dict[str, object]:
        """Tell what is there now."""
        beside = sorted(path.name for path in self.folder.iterdir() if path != self.out)
        return {"site": version_of(self.out), "beside": beside}

    def _killing(self, at: int) -> None:
        """Let this process be killed at a moment of its own, or of one that works beside it."""
        building = os.getpid()
        Moments(self.folder, lambda place: os.kill(building, signal.SIGKILL), at, only_adding=False).listen()

    def moments(self) -> int:
        """Return how many moments a build has that replaces a site."""
        reading, writing = os.pipe()

        def count() -> None:
            counting = Moments(self.folder, lambda place: None, 0, only_adding=False)
            counting.listen()
            self.build("old")
            os.write(writing, str(counting.count).encode())

        _run(lambda: self.build("old"))
        _run(count)
        # A count that failed leaves nothing to read, not a pipe to wait at.
        os.close(writing)
        return int(os.read(reading, 20))

    def killed(self) -> Iterator[dict[str, object]]:
        """Kill a build at moments from first to last; tell the state then and after the next build."""
        last = self.moments()
        old = "old"
        _run(lambda: self.build(old))
        for at in sorted({1 + number * (last - 1) // (MOMENTS - 1) for number in range(MOMENTS)}):

            def killed(at: int = at) -> None:
                self._killing(at)
                self.build("new")

            status = _run(killed)
            then = "old" if (site := self.state()["site"]) == old else site
            ended = os.waitstatus_to_exitcode(status)
            # The next build is the old one of the next trial.
            old = f"after-{at}"
            code = _run(partial(self.build, old))
            left = self.state()
            yield {"ended": ended, "then": then, "next": code, **left, "is_next": left["site"] == old}

    def full(self) -> Iterator[dict[str, object]]:
        """Let the disk be full from one moment on, at each moment in turn; tell what the command says.

        The last trial is the first whose moment never came: two threads write, so no count is certain.
        """
        reading, writing = os.pipe()
        code = None
        untouched = {"site": "old", "beside": []}
        for at in itertools.count(1):
            if code == 0:
                return
            if self.state() != untouched:
                _run(lambda: self.build("old"))

            def command(at: int = at) -> None:
                lighten(_set, "new")
                _set(build_command, "load_to_build", lambda *_, **__: self.guide)
                Moments(self.folder, _full, at, only_adding=True).listen()
                result = CliRunner().invoke(main, ["build", "--lang", "en", "--out", str(self.out)])
                os.write(writing, json.dumps([result.exit_code, result.output]).encode())

            _run(command)
            code, said = json.loads(os.read(reading, 60_000))
            yield {"at": at, "code": code, "said": said, **self.state()}

    def by_turns(self) -> Iterator[dict[str, object]]:
        """Kill a build where the system has no exchange, after each of its renames."""
        for at in (1, 2):
            _run(lambda: self.build("old"))

            def killed(at: int = at) -> None:
                taking_place.exchange = lambda one, other: False
                turns = iter(range(1, 9))
                sys.addaudithook(
                    lambda event, arguments: (
                        os.kill(os.getpid(), signal.SIGKILL)
                        if event == "os.rename" and self._is_swap(arguments, turns, at)
                        else None
                    )
                )
                self.build("new")

            _run(killed)
            before = self.state()
            _run(self._look)
            yield {"before": before["site"], **self.state()}

    def _is_swap(self, arguments: tuple[object, ...], turns: Iterator[int], at: int) -> bool:
        # The audit tells a rename before it is done: the first one kills with the old site still in place.
        return str(self.out) in map(str, arguments) and next(turns) == at

    def _look(self) -> None:
        with taking_place.work_folder(self.out):
            pass

    def two(self) -> Iterator[dict[str, object]]:
        """Build twice at once, several times over."""
        for _ in range(5):
            both = [_in_a_process(partial(self.build, version)) for version in ("a", "b")]
            yield {"ended": [os.waitpid(each, 0)[1] for each in both], **self.state()}


if __name__ == "__main__":
    made = Trials(load_checked(Path(sys.argv[2])), Path(sys.argv[1]))
    print(json.dumps({trial: list(getattr(made, trial)()) for trial in sys.argv[3:]}))
