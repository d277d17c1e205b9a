"""What others made is listed with its licence, may be handed on, and stands in the bill of materials."""

import json
import re
from pathlib import Path

import pytest

from scripts.places import REPOSITORY
from tests.third_party import (
    COMPATIBLE,
    COMPATIBLE_IF_ONLY_CALLED,
    DOCUMENT,
    bill_of_materials,
    build_packages,
    document,
    is_compatible,
    shipped,
)

pytestmark = pytest.mark.thorough

_FONTS = (".woff2", ".woff", ".ttf", ".otf")
_SAYS_ITS_LICENCE = re.compile(rb"licen[cs]e: ?LICEN[CS]E", re.IGNORECASE)


def _made_by_others() -> set[Path]:
    """Return every file of others' making in what the build copies: fonts, and scripts that say so."""
    files = [file for room in ("overrides", "scripts") for file in (REPOSITORY / room).rglob("*")]
    return {
        file
        for file in files
        if file.suffix in _FONTS
        or (
            file.suffix in (".js", ".css", ".mjs")
            and (file.parent.name == "vendor" or _SAYS_ITS_LICENCE.search(file.read_bytes()[:400]))
        )
    }


def test_the_document_is_up_to_date() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "run `make licences`"


def test_every_licence_lets_us_hand_the_part_on() -> None:
    handed_on = {each.name for each in shipped() if not is_compatible(each.licence, COMPATIBLE)}
    called = {
        name
        for name, licence in build_packages().items()
        if not is_compatible(licence, COMPATIBLE_IF_ONLY_CALLED)
    }
    assert handed_on | called == set()


def test_a_licence_that_does_not_fit_is_noticed() -> None:
    assert is_compatible("MIT AND (Apache-2.0 OR GPL-3.0-only)", COMPATIBLE)
    for licence in ("AGPL-3.0-or-later", "MIT AND GPL-3.0-only", "UNKNOWN", "CC-BY-NC-4.0", ""):
        assert not is_compatible(licence, COMPATIBLE_IF_ONLY_CALLED), licence


def test_every_file_of_others_is_listed_with_its_licence_beside_it() -> None:
    claimed: set[Path] = set()
    for each in shipped():
        if each.files:
            found = set(REPOSITORY.glob(each.files))
            assert found, f"{each.name}: no file is {each.files}"
            assert each.text, each.name
            assert any(text.read_text(encoding="utf-8") for text in REPOSITORY.glob(each.text)), each.name
            claimed |= found
    assert _made_by_others() - claimed == set()


def test_the_bill_of_materials_is_valid_whole_and_the_same_each_time() -> None:
    # Imported here: it takes seconds, which every worker would pay at every run.
    from cyclonedx.schema import SchemaVersion  # noqa: PLC0415
    from cyclonedx.validation.json import JsonStrictValidator  # noqa: PLC0415

    bill = bill_of_materials()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None
    names = {component["name"].lower() for component in json.loads(bill)["components"]}
    assert {each.name.lower() for each in shipped()} <= names
    assert set(build_packages()) <= {name.replace("_", "-").replace(".", "-") for name in names}
    assert [each["name"] for each in json.loads(bill)["components"] if not each.get("licenses")] == []
    assert bill == bill_of_materials()
    assert str(REPOSITORY) not in bill
