"""A site without an address of its own: nothing that a person reads or prints names a placeholder.

What programs are told needs a whole address and keeps it: the sitemap, robots.txt, the feed, `/api/` with its
tables, JSON-LD, canonical and alternate links, Open Graph, the examples for programmers, an EPUB's metadata.
"""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pikepdf
import pypdfium2
import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.books import Handbook
from scripts.books import made_as as book_as
from scripts.build import build
from scripts.derived import EPUB
from scripts.guide import Guide, Voice
from scripts.lessons import Lesson
from scripts.lessons import made_as as lesson_as
from scripts.office import write_cost_workbook
from scripts.options import load_checked
from scripts.paper import Press
from tests import fonts
from tests.made_guide import ADDRESS, small_guide
from tests.printed import squeezed
from tests.real_guide import real_guide

pytestmark = pytest.mark.thorough

PLACEHOLDER = "https://guide-to-come.example/"
HOST = "guide-to-come"
_FOR_PROGRAMS = (".json", ".xml", ".atom", "robots.txt", ".js", ".webmanifest", "_headers", "_redirects")


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """A guide of three tricks, reviewed on a day, with a questionnaire."""
    folder = tmp_path_factory.mktemp("guide")
    small_guide(folder)
    made = load_checked(folder)
    tricks = {
        slug: trick.model_copy(update={"reviewed": "2026-03-05"}) for slug, trick in made.tricks.items()
    }
    demo = made.meetings["demo"].model_copy(update={"ask_ahead": ["act"]})
    return replace(made, tricks=tricks, meetings={"demo": demo})


@pytest.fixture(scope="module")
def made(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site, books and lesson, without an address."""
    return _made(guide, PLACEHOLDER, tmp_path_factory.mktemp("nowhere"))


@pytest.fixture(scope="module")
def led_back(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with an address."""
    return _made(guide, ADDRESS, tmp_path_factory.mktemp("somewhere"))


def _made(guide: Guide, address: str, folder: Path) -> Path:
    with fonts.at_hand():
        build(guide, folder / "site", lambda step: None, address)
    write_cost_workbook(Voice(real_guide(), "en"), folder / "site", address)
    press = Press(fonts.site_fonts(), address)
    voice = Voice(guide, "en")
    for form, ending in (("a4", "pdf"), (EPUB, "epub")):
        (folder / f"site/book.{ending}").write_bytes(book_as(form, Handbook(voice, address), press))
    lesson = Lesson(voice, guide.phases["buying"])
    for part, paper in (("plan", "a4"), ("slides", "screen"), ("cards", "letter")):
        (folder / f"site/{part}.pdf").write_bytes(lesson_as(part, paper, lesson, press))
    return folder / "site"


def _seen(file: Path) -> Iterator[str]:
    """Yield what a person sees of a file, and where its links lead."""
    if file.suffix == ".pdf":
        with pypdfium2.PdfDocument(file) as document:
            yield from (page.get_textpage().get_text_range() for page in document)
        with pikepdf.open(file) as pdf:
            yield from (
                str(each.URI)
                for each in pdf.objects
                if isinstance(each, pikepdf.Dictionary) and "/URI" in each
            )
    elif file.suffix == ".html":
        page = LexborHTMLParser(file.read_text("utf-8"))
        for node in page.css("pre, script, head"):
            node.decompose()
        yield page.text()
        yield from (str(link.attributes.get("href")) for link in page.css("body a"))
    elif is_zipfile(file):
        with ZipFile(io.BytesIO(file.read_bytes())) as archive:
            yield from (
                archive.read(name).decode("utf-8", "replace")
                for name in archive.namelist()
                if not name.endswith(".opf")
            )
    elif not file.name.endswith(_FOR_PROGRAMS):
        yield file.read_bytes().decode("utf-8", "replace")


def _naming(folder: Path, host: str) -> set[str]:
    """Return the endings of the files that name a host to a person."""
    files = [each for each in folder.rglob("*") if each.is_file() and folder / "api" not in each.parents]
    return {file.suffix for file in files if any(host in words for words in _seen(file))}


def test_nothing_that_is_read_or_printed_names_it(made: Path) -> None:
    assert _naming(made, HOST) == set()


def test_with_an_address_all_of_it_leads_there(led_back: Path) -> None:
    """So that the test above looks where it would stand."""
    host = ADDRESS.removeprefix("https://").rstrip("/")
    assert {".pdf", ".epub", ".html", ".txt", ".apkg", ".docx", ".xlsx"} <= _naming(led_back, host)


def test_paper_says_the_guides_name_and_state_instead(made: Path, led_back: Path, guide: Guide) -> None:
    for locale in guide.site.locales:
        voice = Voice(guide, locale)
        state = squeezed(voice.say("book_state", date=voice.wording.date("2026-03-05")))
        for file in sorted((made / locale / "print").glob("*.pdf")):
            footed = squeezed(voice.say("site_name") + "·") + state
            assert footed in squeezed("".join(_seen(file))), file.name
            assert _pictures(file) == 0, file.name
        for file in sorted((led_back / locale / "print").glob("*.pdf")):
            assert state not in squeezed("".join(_seen(file))), file.name
            assert _pictures(file) == 1, file.name


def _pictures(file: Path) -> int:
    with pikepdf.open(file) as pdf:
        nodes = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        return sum(node.get("/S") == "/Figure" for node in nodes)


def test_programs_are_still_told_a_whole_address(made: Path) -> None:
    for name in ("sitemap.xml", "robots.txt", "en/new/feed.atom", "api/v1/en/tricks.json", "en/index.html"):
        assert PLACEHOLDER in (made / name).read_text("utf-8"), name
