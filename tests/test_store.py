"""What an earlier build made is used again only where the same would be made."""

import dataclasses
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from scripts import store as storing
from scripts.build import How, Progress, build
from scripts.options import load_checked
from scripts.publishing.comparison import compared
from scripts.store import NOTHING_KEPT, Store
from tests import fonts


class _Counted:
    def __init__(self, content: bytes = b"made") -> None:
        self.content, self.times = content, 0

    def __call__(self) -> bytes:
        self.times += 1
        return self.content


def test_the_same_is_made_once(tmp_path: Path) -> None:
    make = _Counted()
    for store in (Store(tmp_path), Store(tmp_path)):
        assert store.kept("pdf", "words", make) == b"made"
    assert make.times == 1
    for kind, made_of in (("pdf", "other words"), ("docx", "words"), ("pd", "fwords"), ("pdf", "words ")):
        Store(tmp_path).kept(kind, made_of, make)
    assert make.times == 5
    assert NOTHING_KEPT.kept("pdf", "words", make) == b"made"
    assert make.times == 6


@pytest.mark.parametrize("spoilt", [b"", b"x", b"\0" * 40, None], ids=["empty", "short", "zeros", "gone"])
def test_a_spoilt_file_is_made_anew(tmp_path: Path, spoilt: bytes | None) -> None:
    make = _Counted()
    Store(tmp_path).kept("pdf", "words", make)
    (file,) = tmp_path.glob("*/*")
    if spoilt is None:
        file.unlink()
    else:
        file.write_bytes(spoilt)
    for _ in range(2):
        assert Store(tmp_path).kept("pdf", "words", make) == b"made"
    assert make.times == 2


def test_where_nothing_can_be_kept_all_is_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    make = _Counted()
    store = Store(tmp_path / "file" / "store")
    assert [store.kept("pdf", "words", make) for _ in range(2)] == [b"made", b"made"]
    store.tidy()
    assert make.times == 2


def test_what_nobody_asks_for_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    store.put("pdf", "words", b"made")
    store.tidy()
    assert store.get("pdf", "words") == b"made"
    month = 31 * 24 * 60 * 60
    later = time.time() + month
    monkeypatch.setattr(time, "time", lambda: later)
    store.tidy()
    assert store.get("pdf", "words") is None


def test_many_at_once_get_what_they_asked_for(tmp_path: Path) -> None:
    def ask(number: int) -> bool:
        words = str(number % 7)
        return Store(tmp_path).kept("pdf", words, lambda: words.encode() * 10_000) == words.encode() * 10_000

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, range(300)))


def test_what_is_alike_in_what_is_replaced_is_taken_from_there(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
    for name, content in (("alike", b"words"), ("other", b"other words"), ("aimed-at", b"words")):
        (old / name).write_bytes(content)
    (old / "link").symlink_to("aimed-at")
    (old / "folder").mkdir()
    writing = Store(tmp_path / "store").replacing(old, new)
    names = ("alike", "other", "link", "folder", "new")
    for name in names:
        writing.write(new / name, b"words")
    assert {name: (new / name).read_bytes() for name in names} == dict.fromkeys(names, b"words")
    assert [name for name in names if (new / name).is_symlink() or (new / name).stat().st_nlink > 1] == [
        "alike"
    ]
    assert (new / "alike").samefile(old / "alike")
    # Who keeps nothing shares nothing either.
    NOTHING_KEPT.replacing(old, new).write(new / "afresh", b"words")
    NOTHING_KEPT.replacing(old, tmp_path).write(tmp_path / "alike", b"words")
    assert (tmp_path / "alike").stat().st_nlink == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda home: (home / "scripts/pages/trick.md.j2").write_text("another look", encoding="utf-8"),
        lambda home: (home / "scripts/build.py").write_text("another way", encoding="utf-8"),
        lambda home: (home / "scripts/build.py").rename(home / "scripts/built.py"),
        lambda home: (home / "overrides/main.html").write_text("another frame", encoding="utf-8"),
        lambda home: (home / "mkdocs.yml").write_text("another engine", encoding="utf-8"),
        lambda home: (home / "libraries/typst-1.0.dist-info").rename(home / "libraries/typst-1.1.dist-info"),
    ],
    ids=["template", "code", "name", "frame", "configuration", "library"],
)
def test_whoever_changes_what_makes_things_gets_them_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object]
) -> None:
    for file in ("scripts/pages/trick.md.j2", "scripts/build.py", "overrides/main.html", "mkdocs.yml"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("as it was", encoding="utf-8")
    (tmp_path / "libraries/typst-1.0.dist-info").mkdir(parents=True)
    monkeypatch.setattr(storing, "REPOSITORY", tmp_path)
    monkeypatch.setattr(storing, "OVERRIDES", tmp_path / "overrides")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "libraries"), *sys.path])
    before, again = storing.maker.__wrapped__(), storing.maker.__wrapped__()
    change(tmp_path)
    assert before == again != storing.maker.__wrapped__()


def _edit(file: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(guide: Path) -> None:
        text = (guide / file).read_text(encoding="utf-8")
        assert old in text, (file, old)
        (guide / file).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    return edit


def _new_trick(guide: Path) -> None:
    text = (guide / "tricks/people/kickbacks.yml").read_text(encoding="utf-8")
    text = text.replace("en: Kickbacks", "en: More kickbacks", 1).replace(
        "es: Comisiones", "es: Más comisiones", 1
    )
    (guide / "tricks/people/more-kickbacks.yml").write_text(text, encoding="utf-8", newline="\n")


_TRICK = "tricks/people/kickbacks.yml"
EDITS: Mapping[str, Sequence[Callable[[Path], None]]] = {
    "a text, a name, a question": (
        _edit(_TRICK, "Alguien de su empresa", "Alguien en su empresa"),
        _edit(_TRICK, "es: Comisiones encubiertas", "es: Comisiones ocultas"),
        _edit(_TRICK, "scene:\n      es: >-\n        ", "scene:\n      es: >-\n        Hoy. "),
    ),
    "a new trick, a meeting, a countermeasure": (
        _new_trick,
        _edit("content/meetings/demo.yml", "name: {es: La demo", "name: {es: La otra demo"),
        lambda guide: _edit(_an_act(guide), "check:\n  es: ", "check:\n  es: Hoy ")(guide),
    ),
    "a removed trick, an interface word, a quiz": (
        lambda guide: (guide / "tricks/people/more-kickbacks.yml").unlink(),
        _edit("content/ui/es.yml", "\n  home: ", "\n  home: Al "),
        _edit("content/quizzes/people.yml", "Test: las", "Test: todas las"),
    ),
    "the guide's address and its name": (
        _edit("content/site.yml", "url: https://", "url: https://new."),
        _edit("content/ui/es.yml", "\n  site_name: ", "\n  site_name: Nuevo "),
    ),
}


def _an_act(guide: Path) -> str:
    for file in sorted((guide / "content/countermeasures").glob("*.yml")):
        if "check:\n  es: " in file.read_text(encoding="utf-8"):
            return file.relative_to(guide).as_posix()
    raise AssertionError("no countermeasure to edit")


@pytest.mark.site
@pytest.mark.long
def test_what_is_reused_is_what_would_be_made(
    tiny_folder: Path, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    store = Store(tmp_path / "store")
    _built(tiny_folder, tmp_path / "first", store)
    for kinds, edits in EDITS.items():
        for edit in edits:
            edit(tiny_folder)
        reused, clean = tmp_path / "reused", tmp_path / "clean"
        _built(tiny_folder, reused, store)
        with fonts.at_hand():
            _built(tiny_folder, clean, NOTHING_KEPT)
        with subtests.test(kinds):
            assert [str(each) for each in compared(reused, clean)] == []


@pytest.mark.site
def test_a_build_that_fails_changes_nothing_of_the_site_whose_files_it_takes(
    tiny_folder: Path, tmp_path: Path
) -> None:
    store, out = Store(tmp_path / "store"), tmp_path / "site"
    _built(tiny_folder, out, store)
    before = _bytes_below(out)
    _edit(_TRICK, "es: Comisiones", "es: Algunas comisiones")(tiny_folder)

    def stumble(step: str) -> None:
        if step == "swap":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _built(tiny_folder, out, store, stumble)
    assert _bytes_below(out) == before
    dates = {file: file.stat().st_mtime_ns for file in out.rglob("*.html")}
    _built(tiny_folder, out, store)
    kept = [file for file, date in dates.items() if file.is_file() and file.stat().st_mtime_ns == date]
    assert 0 < len(kept) < len(dates)


def _bytes_below(folder: Path) -> Mapping[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.site
def test_two_builds_share_a_store(tiny_folder: Path, tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    folders = [tmp_path / name for name in ("one", "other")]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda out: _built(tiny_folder, out, store), folders))
    assert [str(each) for each in compared(*folders)] == []


def _built(guide: Path, out: Path, store: Store, progress: Progress = lambda step: None) -> None:
    checked = load_checked(guide)
    # One language is enough, and half the work.
    alone = checked.site.model_copy(update={"locales": [checked.site.default_locale]})
    build(dataclasses.replace(checked, site=alone), out, progress, how=How(store))
