"""Numbers as readers type them, taken in by the calculator's page."""

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

TYPED = {
    "": None,
    "  ": None,
    "12": "12",
    "12.5": "12.5",
    "12,5": "12.5",
    "0,125": "0.125",
    "0.0035": "0.0035",
    "1.500": "1500",
    "1,500": "1500",
    "1.500,25": "1500.25",
    "1,500.25": "1500.25",
    "1.234.567": "1234567",
    "1,234,567.5": "1234567.5",
    "1 500": "1500",
    "1\u00a0500,5": "1500.5",
    "1'500.50": "1500.5",
    "1,1250": "1.125",
    "5 %": "5",
    "１２": "12",
    ",5": "0.5",
    "5,": "5",
    "999999999": "999999999",
    "0": "0",
}
NO_NUMBERS = (
    "abc",
    "-5",
    "1e5",
    "1.5.2",
    "1,2,3",
    "1.234,5.6",
    "12.34567",
    "9999999999",
    "<b>",
    "NaN",
    "12.5x",
)


def test_numbers_are_read_in_any_way_of_writing_them(modules: Page) -> None:
    found = modules.evaluate(
        """async (typed) => {
            const { read, toText } = await import(new URL("calculator/numbers.js", location.href).href);
            return typed.map((text) => {
                const number = read(text);
                return number === undefined ? "no number" : number === null ? null : toText(number);
            });
        }""",
        [*TYPED, *NO_NUMBERS],
    )
    told = dict(zip([*TYPED, *NO_NUMBERS], found, strict=True))
    assert told == {**TYPED, **dict.fromkeys(NO_NUMBERS, "no number")}


def test_what_a_field_shows_is_read_as_the_same(modules: Page) -> None:
    written = ["0", "0.125", "1.125", "1500", "12500", "123456.789", "999999999.9999", "0.0001", "30.5"]
    found = modules.evaluate(
        """async (written) => {
            const { fromText, read, shown, toText } = await import(
                new URL("calculator/numbers.js", location.href).href);
            const differing = [];
            for (const language of ["es", "en", "es-MX", "de-CH", "fr", "pt-BR"]) {
                document.documentElement.lang = language;
                for (const text of written) {
                    const back = read(shown(fromText(text)));
                    if (back === undefined || toText(back) !== text) differing.push([language, text]);
                }
            }
            return differing;
        }""",
        written,
    )
    assert found == []
