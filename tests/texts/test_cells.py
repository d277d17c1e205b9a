"""No cell that a spreadsheet would take for a formula leaves the guide as one."""

import pytest

from scripts.open_data.tables import written_csv
from scripts.texts import as_cell


@pytest.mark.parametrize(
    "words", ["=1", "+1", "-1", "@x", "\t=1", "\r1", "\n=1", "\uff1d1", "'=1", "''\uff0b1"]
)
def test_a_formula_is_guarded(words: str) -> None:
    assert as_cell(words) == f"'{words}"
    assert f"'{words}" in written_csv(["name"], [[words]]).decode()


@pytest.mark.parametrize("words", ["", "one = two", "'quoted'", "¿Cuánto?"])
def test_words_stay_as_they_are(words: str) -> None:
    assert as_cell(words) == words
