"""The images that stand for pages where their addresses are sent."""

import re
import struct
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from scripts.guide import Voice
from scripts.paper import PaperFailed
from scripts.pictures import draw
from scripts.pictures.as_svg import ALONE
from scripts.sharing import HEIGHT, WIDTH, all_cards, card_of, write_cards
from scripts.store import Store
from tests.made_guide import press
from tests.real_guide import real_guide

GUIDE = real_guide()
STYLE = ALONE.read_text(encoding="utf-8")
NO_LOOK_OF_ITS_OWN = {"ink"}


def test_each_trick_and_checklist_has_a_card_and_other_pages_the_guides() -> None:
    voice = Voice(GUIDE, "en")
    paths = [card.path for card in all_cards(voice)]
    assert len(paths) == len(set(paths)) == 1 + len(GUIDE.tricks) + len(GUIDE.meetings)
    shared = {card_of(voice, path).path for path in ("", "tricks/", "checklists/mine/", "quizzes/buying/")}
    assert shared == {"share/guide.png"}
    kickbacks = card_of(voice, "tricks/kickbacks/")
    picture = GUIDE.tricks["kickbacks"].picture
    assert picture
    assert kickbacks.alt == " · ".join(["Kickbacks", *map(voice.words, (picture.title, picture.caption))])


def test_a_cards_drawing_has_every_look_that_pictures_use() -> None:
    voice = Voice(GUIDE, "en")
    pictures = [trick.picture for trick in GUIDE.tricks.values() if trick.picture]
    looks = {look for each in pictures for shape in draw(each, voice).shapes for look in shape.look.split()}
    assert looks - NO_LOOK_OF_ITS_OWN - set(re.findall(r"\.([a-z-]+)", STYLE)) == set()


@pytest.mark.thorough
def test_a_card_is_small_and_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few = dict(islice(GUIDE.tricks.items(), 4))
    guide, store = replace(GUIDE, tricks=few), Store(tmp_path / "store")
    for locale in guide.site.locales:
        write_cards(Voice(guide, locale), tmp_path / "site", press(), store)
    cards = {file.relative_to(tmp_path / "site"): file for file in (tmp_path / "site").rglob("*.png")}
    assert len(cards) == len(guide.site.locales) * (1 + len(guide.tricks) + len(guide.meetings))
    sizes = {struct.unpack(">II", file.read_bytes()[16:24]) for file in cards.values()}
    assert sizes == {(WIDTH, HEIGHT)}
    assert {
        str(name): file.stat().st_size for name, file in cards.items() if file.stat().st_size > 40_960
    } == {}
    monkeypatch.setattr("typst.Compiler", None)
    for locale in guide.site.locales:
        write_cards(Voice(guide, locale), tmp_path / "again", press(), store)
    assert {name: (tmp_path / "again" / name).read_bytes() for name in cards} == {
        name: file.read_bytes() for name, file in cards.items()
    }


@pytest.mark.thorough
def test_what_typst_refuses_is_a_fault_of_paper_with_its_words() -> None:
    with pytest.raises(PaperFailed, match="share/"):
        press().drawn("#panic()", "share/", "tricks/")
