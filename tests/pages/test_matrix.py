"""The tables of what meets what, as HTML: every meeting of row and column, each cell with its headers."""

from itertools import product

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts.guide import Voice
from scripts.pages import page_environment, render_page
from scripts.pages.matrix_pages import matrix_pages
from tests.built_site import ADDRESS
from tests.real_guide import real_guide

GUIDE = real_guide()


def _tables(locale: str) -> list[list[LexborNode]]:
    voice = Voice(GUIDE, locale)
    environment = page_environment(voice, ADDRESS)
    return [
        LexborHTMLParser(render_page(environment, page)).css("table.matrix") for page in matrix_pages(voice)
    ]


def _marks(table: LexborNode) -> list[tuple[str, str]]:
    """Return the row's and the column's link of each filled cell."""
    columns = [str(link.attributes["href"]) for link in table.css("thead th a")]
    found = []
    for row in table.css("tr[data-listed]"):
        name = str(row.css("th[scope=row] a")[0].attributes["href"])
        cells = row.css("td")
        assert len(cells) == len(columns)
        found += [(name, column) for cell, column in zip(cells, columns, strict=True) if cell.css("a")]
    return found


def test_every_trick_is_marked_at_its_meetings() -> None:
    for locale in GUIDE.site.locales:
        (table,), _ = _tables(locale)
        wanted = {
            (f"../tricks/{trick.slug}/", f"../checklists/{meeting}/")
            for trick in GUIDE.tricks.values()
            for meeting in trick.meetings
        }
        assert set(_marks(table)) == wanted


def test_every_trick_is_marked_at_its_countermeasures() -> None:
    for locale in GUIDE.site.locales:
        _, tables = _tables(locale)
        wanted = {
            (f"../../countermeasures/{act}/", f"../../tricks/{trick.slug}/")
            for trick in GUIDE.tricks.values()
            for act in trick.countermeasures
        }
        marks = [mark for table in tables for mark in _marks(table)]
        assert set(marks) == wanted
        assert len(marks) == len(wanted)


def test_every_header_says_what_it_heads() -> None:
    for locale, number in product(GUIDE.site.locales, (0, 1)):
        for table in _tables(locale)[number]:
            assert {str(th.attributes.get("scope")) for th in table.css("th")} <= {"col", "row", "rowgroup"}
            assert all((link.text() or "").strip() for link in table.css("a"))
