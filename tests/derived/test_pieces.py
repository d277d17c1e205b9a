"""A piece is kept for as long as what was read for it is as it was, and no text is read unseen."""

import json
import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import pytest

from scripts.courses.quiz_files import Wanted, write_quizzes
from scripts.derived.pieces import Piece, Pieces, Skeleton, _unpacked, skeleton_of
from scripts.guide import Guide, Voice, path_to
from scripts.options import load_checked
from scripts.pages.all_pages import all_pages
from scripts.pages.beside_pages import DATA, my_checklist_data, write_beside_pages
from scripts.pages.render import Reuse, page_environment, render_locale, render_page
from scripts.pages.searchable import searchables
from scripts.paper.blank_sheets import all_blank_sheets
from scripts.paper.printable import Printable
from scripts.paper.printing import Press
from scripts.paper.quiz_sheets import all_quiz_sheets
from scripts.paper.sheets import all_sheets
from scripts.store import Store
from scripts.texts import InlineText, Text
from tests.built_site import ADDRESS
from tests.fonts import site_fonts
from tests.printed import path_of

T = TypeVar("T")


class _Watched(Store):
    """A store that remembers of which places in the guide each piece was made."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.places: dict[tuple[str, str], list[int]] = {}
        self.beforehand: dict[tuple[str, str], set[int]] = {}
        self.made: dict[tuple[str, str], bytes] = {}

    def put(self, kind: str, made_of: str, content: bytes) -> None:
        super().put(kind, made_of, content)
        if kind not in {"terms", "quiz with dates"}:
            piece = kind, made_of.partition("\0")[0]
            places, _, made = _unpacked(content)
            self.places[piece], self.made[piece] = list(places), made


def _watch_what_was_read_beforehand(store: _Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the store remember it too, among the places of each piece."""
    sought = Pieces.sought

    def watched(pieces: Pieces, guide: Guide, kind: str, name: str, beside: str) -> Piece:
        piece = sought(pieces, guide, kind, name, beside)
        found = skeleton_of(guide).places(pieces._beforehand._added)
        store.beforehand[kind, name] = set(found or ())
        return piece

    monkeypatch.setattr(Pieces, "sought", watched)


class _Counted:
    def __init__(self, make: Callable[[], bytes]) -> None:
        self.make, self.times = make, 0

    def __call__(self) -> bytes:
        self.times += 1
        return self.make()


def _copy(guide: Guide) -> Guide:
    copied: Guide = pickle.loads(pickle.dumps(guide))  # noqa: S301 (our own)
    for placed in copied.placed():
        # A part never changes, and knows by heart what it was: but here it is about to be another.
        for known in vars(placed.part).keys() - type(placed.part).model_fields.keys():
            del vars(placed.part)[known]
    return copied


def _source(press: Press, sheet: Printable) -> bytes:
    return press.source(sheet).encode()


def _texts(guide: Guide) -> list[Text]:
    return Skeleton(guide)._texts


def _change(text: Text) -> None:
    for locale, words in text.root.items():
        text.root[locale] = f"{words} 7"


def test_only_what_was_read_has_a_piece_made_again(tiny_folder: Path, tmp_path: Path) -> None:
    guide, store = load_checked(tiny_folder), Store(tmp_path)
    trick = next(iter(guide.tricks.values()))

    def times(of: Guide) -> int:
        make = _Counted(lambda: next(iter(of.tricks.values())).name.words("es", "es").encode())
        assert Pieces(store).made(of, "piece", "name", "", make) == make.make()
        return make.times

    assert [times(guide), times(guide), times(_copy(guide))] == [1, 0, 0]
    changed = _copy(guide)
    _change(changed.tricks[trick.slug].mechanism)
    assert times(changed) == 0
    _change(changed.tricks[trick.slug].name)
    assert times(_copy(changed)) == 1
    bones = _copy(guide)
    bones.tricks[trick.slug].meetings.append("another")
    assert times(bones) == 1


def test_what_was_read_beforehand_counts_for_every_piece(tiny_folder: Path, tmp_path: Path) -> None:
    guide, store = load_checked(tiny_folder), Store(tmp_path)

    def times(of: Guide) -> int:
        pieces = Pieces(store)
        with pieces.beforehand():
            name = next(iter(of.tricks.values())).name.words("es", "es")
        make = _Counted(name.encode)
        assert pieces.made(of, "piece", "name", "", make).decode() == name
        return make.times

    changed = _copy(guide)
    _change(next(iter(changed.tricks.values())).name)
    assert [times(guide), times(guide), times(changed)] == [1, 0, 1]


def test_a_piece_of_words_that_are_not_the_guides_is_not_kept(tiny_folder: Path, tmp_path: Path) -> None:
    guide = load_checked(tiny_folder)
    foreign = InlineText({"es": "de otra parte"})
    make = _Counted(lambda: foreign.words("es", "es").encode())
    for _ in range(2):
        Pieces(Store(tmp_path)).made(guide, "piece", "name", "", make)
    assert make.times == 2


@pytest.mark.thorough
def test_no_text_is_read_unseen(
    tiny_folder: Path, tmp_path: Path, subtests: pytest.Subtests, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every text that a page or paper is not known to read is changed: it comes out as it was.

    One piece of each template, which is where texts are read.
    """
    guide, store = load_checked(tiny_folder), _Watched(tmp_path / "store")
    _watch_what_was_read_beforehand(store, monkeypatch)
    voice = Voice(guide, "es")
    press = Press(site_fonts(), ADDRESS)
    for rendered in render_locale(voice, ADDRESS, reuse=Reuse(store)):
        rendered.piece.keep(str(rendered.markdown).encode())
    write_beside_pages(voice, tmp_path / "beside", ADDRESS, store=store)
    sheets = _one_of_each(_sheets(guide, voice.locale), lambda sheet: sheet.template)
    for sheet in sheets:
        set_once = partial(_source, press, sheet)
        Pieces(store).made(guide, "sheet", path_of(sheet), "", set_once)
    pages = _one_of_each(all_pages(voice), lambda page: page.template)
    wanted = {("page", f"{voice.locale}/{page.path}") for page in pages}
    wanted |= {("sheet", path_of(sheet)) for sheet in sheets} | {("json", f"{voice.locale}/{DATA}")}
    write_quizzes(guide, tmp_path / "quizzes", ADDRESS, Wanted(locales=[voice.locale]), store)
    wanted |= {("quiz", f"{voice.locale}/{slug}/gift") for slug in guide.quizzes}
    wanted.add(("searchable", f"{voice.locale}/{path_to('trick', next(iter(guide.tricks)))}"))
    assert wanted <= store.places.keys()
    for kind, name in sorted(wanted):
        changed = _copy(guide)
        known = {*store.places[kind, name], *store.beforehand[kind, name]}
        for place, text in enumerate(_texts(changed)):
            if place not in known:
                _change(text)
        with subtests.test(f"{kind} {name}"):
            assert _made(changed, kind, name, press) == store.made[kind, name]


def _one_of_each(items: Iterable[T], kind: Callable[[T], object]) -> list[T]:
    return list({kind(item): item for item in items}.values())


def _sheets(guide: Guide, locale: str) -> Iterator[Printable]:
    every: Iterator[Printable] = chain(all_sheets(guide), all_blank_sheets(guide), all_quiz_sheets(guide))
    return (sheet for sheet in every if sheet.voice.locale == locale)


def _made(guide: Guide, kind: str, name: str, press: Press) -> bytes:
    """Return a piece, made by itself of a guide that no earlier piece was made of."""
    locale, _, path = name.partition("/")
    voice = Voice(guide, locale)
    match kind:
        case "quiz":
            slug, form = path.split("/")
            with TemporaryDirectory() as folder:
                only = Wanted(quizzes=[slug], formats=[form], locales=[locale])
                [file] = write_quizzes(guide, Path(folder), ADDRESS, only)
                return file.read_bytes()
        case "sheet":
            return _source(press, next(each for each in _sheets(guide, locale) if path_of(each) == name))
        case "searchable":
            found = next(each for each in searchables(voice) if each.path == path)
            # How people ask is added to what is kept: it is no text of an entry.
            return json.dumps(asdict(replace(found, asked=())), ensure_ascii=False).encode()
    environment = page_environment(voice, ADDRESS)
    if kind == "json":
        return my_checklist_data(environment, voice).encode()
    return render_page(environment, next(page for page in all_pages(voice) if page.path == path)).encode()
