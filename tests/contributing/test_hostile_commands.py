"""Commands given what nobody should give: each ends in words and a code, in no traceback and no half file."""

import errno
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from scripts.cli import COMMANDS, main
from scripts.contributing.drafts import plain, write_new, write_over
from scripts.contributing.issue_forms import FORMS, MAX_CHARACTERS, NotAReport, issue_forms, read_report
from scripts.entries.loading import load
from scripts.guide import Guide
from scripts.options import load_checked
from scripts.places import REPOSITORY
from tests import made_guide
from tests.small_guide import small_guide

pytestmark = pytest.mark.thorough

TRICK = "tricks/people/kickbacks.yml"
ODD_BYTES = b"\xff\xfe\x00\x01caf\xe9\n"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    return load_checked(small_guide(tmp_path_factory.mktemp("original") / "guide"))


@pytest.fixture
def root(original: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small guide to be changed at will; the commands that write take it as read."""
    folder = shutil.copytree(original.root, tmp_path / "guide")
    known = replace(original, root=folder)
    for module in ("contributing.asking", "commands.export_commands"):
        monkeypatch.setattr(f"scripts.{module}.checked_or_exit", lambda *_, **__: known)
    return folder


def _run(*arguments: str, body: str | bytes | None = None, code: int | None = None) -> Result:
    result = CliRunner().invoke(main, list(arguments), input=body)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code in ((0, 1, 2) if code is None else (code,)), result.output
    return result


def _process(*arguments: str, **more: object) -> "subprocess.CompletedProcess[bytes]":
    done: subprocess.CompletedProcess[bytes] = subprocess.run(  # type: ignore[call-overload]
        [sys.executable, "-m", "scripts", *arguments],
        cwd=REPOSITORY,
        timeout=120,
        check=False,
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more},
    )
    assert b"Traceback" not in (done.stderr or b""), done.stderr
    return done


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _disk(code: int, place: str | None = None) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code), place) if place else OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize(
    "code",
    [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO, errno.EMFILE, errno.ELOOP, errno.ENAMETOOLONG],
    ids=errno.errorcode.get,
)
def test_whatever_the_machine_says_is_one_line(code: int, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    place = os.fsdecode(b"/some\n/fold\xff/file")
    monkeypatch.setattr("scripts.commands.check_command.load", _disk(code, place))
    result = _run("check", "--lang", lang, code=1)
    assert len(result.output.splitlines()) == 1
    assert r"/some\n/fold\udcff/file" in result.output
    monkeypatch.setattr("scripts.commands.check_command.load", _disk(code))
    assert len(_run("check", "--lang", lang, code=1).output.splitlines()) == 1


def test_bytes_that_are_no_text_are_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def spoilt(root: Path, **_: object) -> None:
        ODD_BYTES.decode("utf-8")

    monkeypatch.setattr("scripts.commands.check_command.load", spoilt)
    assert len(_run("check", "--lang", "en", code=1).output.splitlines()) == 1


def test_ctrl_c_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("scripts.commands.check_command.load", stop)
    _run("check", code=130)


def test_ctrl_c_while_it_loads() -> None:
    with subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "scripts", "check"],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stderr is not None
        while "scripts.problems.problem" not in running.stderr.readline():
            pass
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130, said
    assert "Traceback" not in said


def test_ctrl_c_at_a_question(tmp_path: Path) -> None:
    root = made_guide.small_guide(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-m", "scripts", "new", "trick", "--root", str(root), "--lang", "en"],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.read(4) == b"Name"
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert (running.returncode, said.strip()) == (130, b"")


def test_a_reader_who_has_seen_enough_and_a_full_terminal(tmp_path: Path) -> None:
    root = made_guide.small_guide(tmp_path)
    reading, writing = os.pipe()
    os.close(reading)
    done = _process("check", "--format", "json", "--root", str(root), stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")
    with Path("/dev/full").open("wb") as full:
        done = _process("check", "--lang", "en", "--format", "json", "--root", str(root), stdout=full)
    assert (done.returncode, done.stderr) == (1, b"Stopped: the disk is full.\n")


def test_a_terminal_without_the_letters(tmp_path: Path) -> None:
    root = made_guide.small_guide(tmp_path)
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    done = _process("new", "trick", "--root", str(root), "--yes", "--name", "Ñandú", "--lang", "es",
                    "--slug", "→", env=environment)  # fmt: skip
    assert done.returncode == 1
    assert b"'\\u2192' no vale" in done.stderr


def test_odd_roots_are_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    faults = []
    for name in ("file", "loop", "none", "file/below", "n" * 300, os.fsdecode(b"\xff")):
        for command in ("check", "build", "export", "spell", "translations", "serve", "bench"):
            result = CliRunner().invoke(main, [command, "--root", str(tmp_path / name)])
            if result.exit_code != 2 or not isinstance(result.exception, SystemExit):
                faults.append((command, name, result.exit_code, result.exception))
    assert faults == []


def test_a_folder_that_is_no_guide_is_told_by_every_command(tmp_path: Path) -> None:
    for command in (
        ["check"],
        ["build"],
        ["export"],
        ["spell"],
        ["translations"],
        ["bench", "--tricks", "1"],
    ):
        result = _run(*command, "--root", str(tmp_path), "--lang", "en", code=1)
        assert "content/" in result.output, command


@pytest.mark.parametrize("number", ["0", "-5", "x", "1e9", "99999999999999999999", "", "1.5", "٣"])
def test_odd_numbers_for_the_benchmark_are_wrong_usage(number: str) -> None:
    if number != "٣":  # int() reads it, and so do we
        _run("bench", "--tricks", number, code=2)


@pytest.mark.parametrize("raw", [ODD_BYTES, b"x" * 400_000], ids=["odd", "huge"])
def test_a_word_list_of_odd_bytes_is_located(root: Path, raw: bytes) -> None:
    (root / "content/words/en.txt").write_bytes(raw)
    result = _run("spell", "--root", str(root), "--lang", "en", code=1)
    assert result.output.startswith("content/words/en.txt:1:1: ")


SLUGS = [
    "a\n",
    "A",
    "",
    " ",
    "a b",
    "../a",
    "a/b",
    "a\0b",
    "-a",
    "a--b",
    "a" * 61,
    "ñ",
    "a\u2028",
    "a.yml",
    "--",
]
CODES = ["pt\n", "PT", "", "p", "pt_BR", "pt-br", "../pt", "pt\0", "pt/", "portugués", "pt-BR\n", "a" * 300]


def test_slugs_and_codes_that_cannot_be_are_refused_and_nothing_is_written(root: Path) -> None:
    before = _files(root)
    faults = []
    for slug in SLUGS:
        for kind, where in (("trick", "--slug"), ("term", "--slug"), ("meeting", "--slug")):
            given = ["new", kind, "--root", str(root), "--yes", "--name", "Otro más", where, slug]
            faults += _fault(given, {1})
        faults += _fault(["new", "question", "kickbacks", "--root", str(root), "--yes", "--id", slug], {1})
    for code in CODES:
        faults += _fault(["new", "locale", "--root", str(root), "--language", "x", "--", code], {1})
        faults += _fault(["translations", "mark-stale", "--root", str(root), "--", code, TRICK], {2})
    assert faults == []
    assert _files(root) == before


def _fault(arguments: list[str], codes: set[int]) -> list[tuple[list[str], int, object]]:
    result = CliRunner().invoke(main, arguments)
    ended = result.exception is None or isinstance(result.exception, SystemExit)
    lines = len(result.output.splitlines())
    fine = ended and result.exit_code in codes and (lines == 1 or 2 in codes)
    return [] if fine else [(arguments, result.exit_code, result.exception or result.output)]


def test_odd_names_become_texts_on_one_line(root: Path) -> None:
    odd = {
        "two-lines": "a\nb: c", "surrogate": os.fsdecode(b"caf\xe9 bueno"), "nul-and-bell": "x\0y\x07z",
        "quotes": "\"'`\\", "yaml": "- {a: [b, *c]} # d", "unseen": "a\u200bb\u202ec",
        "template": "{{ 7 * 7 }}{% x %}",
    }  # fmt: skip
    for slug, name in odd.items():
        given = [
            "--root",
            str(root),
            "--yes",
            "--lang",
            "es",
            "--slug",
            slug,
            "--name",
            name,
            "--summary",
            name,
        ]
        _run("new", "trick", *given, code=0)
        _run("new", "countermeasure", *given, code=0)
        (file,) = root.glob(f"tricks/*/{slug}.yml")
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        assert set(data["name"]) == {"es"}
        assert data["name"]["es"].isprintable()
        assert re.sub(r"\W", "", data["name"]["es"]) == re.sub(r"\W|\udce9", "", name)


@pytest.mark.parametrize(
    "word", ["no", "yes", "on", "off", "null", "true", "12", "1e3", "2024-01-01", "0x10"]
)
def test_a_name_that_yaml_reads_as_something_else_stays_a_name(root: Path, word: str) -> None:
    assert yaml.safe_load(f"- {{id: {plain(word)}}}") == [{"id": word}]
    assert plain("put-it-in-the-annex") == "put-it-in-the-annex"


def test_a_sign_called_no_and_a_language_called_no(root: Path) -> None:
    form = next(each for each in issue_forms(REPOSITORY) if (each.kind, each.locale) == ("trick", "en"))
    answers = {"name": "Yes", "warning_signs": "No\nOn\nnull\n12", "phase": form.options["phase"][0]}
    body = "\n\n".join(f"### {label}\n\n{answers.get(each, '')}" for label, each in form.fields.items())
    _run("new", "from-issue", "--root", str(root), "--lang", "en", "-", body=body, code=0)
    (file,) = root.glob("tricks/*/yes.yml")
    signs = yaml.safe_load(file.read_text(encoding="utf-8"))["warning_signs"]
    assert [each["id"] for each in signs] == ["no", "on", "null", "12"]
    _run("new", "locale", "--root", str(root), "--language", "Norsk", "no", code=0)
    assert yaml.safe_load((root / "content/site.yml").read_text(encoding="utf-8"))["locales"][-1] == "no"


def _blanks() -> dict[str, str]:
    room = MAX_CHARACTERS - 200
    return {
        "line ends": "\n" * room,
        "spaces": " " * room,
        "tabs": "\t" * (room // 4),
        "a heading of blanks": "### Name" + " " * room + "x",
        "headings": "### \n" * (room // 5),
        "a tick and blanks": "- [x] a" + " " * room + "b",
        "blanks before a tick": "\n ".join([""] * (room // 2)) + "- [x] a",
        "digits": "1" * room,
        "stars": "*" * room,
        "marks": "- " * (room // 2),
        "quotes": "> " * (room // 2),
        "brackets": "[" * room,
        "short signs": "a\n" * (room // 2),
    }


@pytest.mark.parametrize("name", _blanks())
def test_no_run_of_signs_keeps_a_report_busy(root: Path, name: str) -> None:
    """As many signs as GitHub takes: quadratic patterns would take minutes. A minute is for slow machines."""
    form = next(each for each in issue_forms(REPOSITORY) if (each.kind, each.locale) == ("trick", "en"))
    labels = {each: label for label, each in form.fields.items()}
    report = f"### {labels['name']}\n\nA name\n\n### {labels['warning_signs']}\n\n{_blanks()[name]}"

    def read() -> None:
        filled = read_report(report[:MAX_CHARACTERS], issue_forms(REPOSITORY))
        filled.lines("warning_signs")
        filled.ticked("warning_signs")

    reading = threading.Thread(target=read, daemon=True)
    reading.start()
    reading.join(60)
    assert not reading.is_alive()


@pytest.mark.parametrize(
    "raw",
    [ODD_BYTES, b"", b"\0", b"### ", b"### \n", b"x" * 10_000_000, b"###" * 9999, "### Ñ".encode("utf-16")],
    ids=range(8),
)
def test_what_is_no_report_is_refused_whatever_its_bytes(root: Path, tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "body"
    file.write_bytes(raw)
    before = _files(root)
    result = _run("new", "from-issue", "--root", str(root), str(file), code=1)
    assert len(result.output.splitlines()) == 1
    assert _files(root) == before
    _run("new", "from-issue", "--root", str(root), str(tmp_path), code=2)


@pytest.mark.parametrize(
    "raw",
    [ODD_BYTES, b"", b"[]", b"body: 3", b"body: [3]", b"body: [{type: input}]", b"body: &a [*a]", b"a: b: c",
     b"body: [{type: input, attributes: {label: {}}}]", b"[" * 5000],
    ids=range(10),
)  # fmt: skip
def test_a_form_that_is_none_is_named(root: Path, raw: bytes) -> None:
    (root / FORMS).mkdir(parents=True)
    (root / FORMS / "trick.en.yml").write_bytes(raw)
    with pytest.raises(NotAReport) as refused:
        issue_forms(root)
    assert refused.value.values == {"file": f"{FORMS}/trick.en.yml"}
    result = _run("new", "from-issue", "--root", str(root), "--lang", "en", "-", body="### Name\n\nx", code=1)
    assert result.output.startswith(f"{FORMS}/trick.en.yml ")


_MARKED = {
    "odd.yml": ODD_BYTES, "empty.yml": b"", "list.yml": b"- 1\n- {id: 3}\n",
    "tag.yml": b"!!python/name:os.system x\n",
    "deep.yml": b"a: " + b"[" * 5000, "date.yml": b"a: 2024-13-45\n", "number.yml": b"a: " + b"9" * 9000,
    "stale.yml": b"name: x\nstale: true\n", "mixed.yml": b"name: x\nstale: [[1], {a: b}, es]\n",
    "note.txt": b"x", "page.md": b"---\ntitle: x\n---\n", "twice.yml": b"a: 1\n---\nb: 2\n",
    "nul.yml": b"a: \0\n",
    "key.yml": b"? [a]\n: b\n", "loop.yml": b"&a [*a]\n",
}  # fmt: skip


def test_marks_in_odd_files_are_written_or_refused(root: Path) -> None:
    for name, raw in _MARKED.items():
        (root / "tricks" / name).write_bytes(raw)
    (root / "tricks/link.yml").symlink_to(root / "tricks/link.yml")
    (root / "tricks/out.yml").symlink_to(REPOSITORY / TRICK)
    faults = []
    targets = [f"tricks/{name}" for name in (*_MARKED, "link.yml", "out.yml", "none.yml", "n" * 300 + ".yml")]
    for target in [
        *targets,
        "tricks",
        "",
        ".",
        "/etc/passwd",
        "../x.yml",
        "content/glossary.yml#no-such",
        "#",
        "\n",
    ]:
        for command in ("mark-stale", "clear-stale"):
            given = ["translations", command, "--root", str(root), "es", "--", target]
            faults += _fault(given, {0, 1, 2})
    assert faults == []
    assert yaml.safe_load((root / "tricks/stale.yml").read_text("utf-8")) == {"name": "x"}
    assert (REPOSITORY / TRICK).read_bytes() == _original()


def _original() -> bytes:
    return subprocess.run(
        ["git", "show", f"HEAD:{TRICK}"], cwd=REPOSITORY, capture_output=True, check=True
    ).stdout


def test_a_full_disk_leaves_a_contributors_file_as_it_was(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _files(root)
    commands = [
        ["new", "question", "kickbacks", "--yes"],
        ["new", "term", "--yes", "--name", "Otra palabra"],
        ["new", "locale", "--language", "Português", "pt"],
        ["translations", "mark-stale", "es", TRICK],
    ]
    monkeypatch.setattr("scripts.contributing.drafts.Path.replace", _disk(errno.ENOSPC, "x"))
    for command in commands:
        result = _run(*command, "--root", str(root), "--lang", "en") if command[0] == "new" else _run(
            *command[:2], "--root", str(root), *command[2:]
        )  # fmt: skip
        assert result.exit_code == 1, command
        assert len(result.output.splitlines()) == 1
        assert _files(root) == before, command


def test_a_draft_that_cannot_be_written_whole_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_new(tmp_path / "a/new.yml", "\udcff")
    old = tmp_path / "old.yml"
    old.write_text("old", encoding="utf-8")
    old.chmod(0o640)
    with pytest.raises(UnicodeEncodeError):
        write_over(old, "\udcff")
    assert [path.name for path in tmp_path.rglob("*.yml")] == ["old.yml"]
    link = tmp_path / "link.yml"
    link.symlink_to(old)
    write_over(link, "new")
    assert link.is_symlink()
    assert (old.read_text(encoding="utf-8"), old.stat().st_mode & 0o777) == ("new", 0o640)


def test_exports_go_nowhere_near_the_sources_and_come_whole(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _files(root)
    given = ["export", "--root", str(root), "--lang", "en", "--quiz", "buying", "--format", "csv"]
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    for out in (root, root / "content", root / "tricks/out", REPOSITORY / "scripts/x", Path("/")):
        assert "guide's own files" in _run(*given, "--out", str(out), code=1).output
    for name, code in (("file", 2), ("file/below", 1), ("", 2), ("n" * 300, 1)):
        _run(*given, "--out", f"{tmp_path}/{name}" if name else "", code=code)
    odd = f"{tmp_path}/{os.fsdecode(bytes([255]))}\nexports"
    assert len(_run(*given, "--out", odd, code=0).output.splitlines()) == len(load_checked(root).site.locales)
    monkeypatch.setattr("scripts.commands.export_commands.write_quizzes", _disk(errno.ENOSPC, "x"))
    _run(*given, "--out", str(tmp_path / "new"), code=1)
    assert not (tmp_path / "new").exists()
    assert not list(tmp_path.glob(".*"))
    assert _files(root) == before
    assert load(root).problems == []


def test_a_command_loads_what_it_needs_and_nothing_else() -> None:
    heavy = ("mkdocs", "typst", "genanki", "docx", "openpyxl", "hunspell", "numpy", "watchdog")
    code = (
        "import sys; from scripts.cli import main\n"
        "try: main(['check', '--help'])\n"
        f"except SystemExit: print('loaded', [each for each in {heavy} if each in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "loaded []"


def test_every_command_is_where_the_front_door_says() -> None:
    told = _run("--help", code=0).output
    for name in COMMANDS:
        assert re.search(rf"^  {name} ", told, re.MULTILINE)
        _run(name, "--help", code=0)
