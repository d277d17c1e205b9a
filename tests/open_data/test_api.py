"""What is under `/api/v1/`, held to what it promises by programs that are not ours."""

import csv
import dataclasses
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from scripts.guide import API, Guide
from scripts.open_data import PLURALS, write_api
from tests import DATA
from tests.json_schema import faults_of_description, validator_of

ADDRESS = "https://forewarned.example/below/"
PROMISED = DATA / "api-v1-fields.json"


@pytest.fixture(scope="module")
def api(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all files for programs, which tests may read and must not change."""
    site = tmp_path_factory.mktemp("api")
    write_api(guide, site, ADDRESS)
    return site / API


# The validators are imported once.
pytestmark = pytest.mark.xdist_group("json-schema")


def _read(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


def _kinds(guide: Guide) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for entry in guide.entries():
        kinds.setdefault(entry.kind, []).append(entry.slug)
    return kinds | {"phase": [*guide.phases], "term": [*guide.terms]}


@pytest.mark.thorough
def test_every_file_has_the_shape_that_is_published(api: Path) -> None:
    schema = _read(api / "schema.json")
    judge = validator_of(schema)
    judges = {
        name: judge.evolve(schema={**schema, "anyOf": [{"$ref": f"#/$defs/{name}"}]})
        for name in schema["$defs"]
    }
    faults = [
        f"{file.relative_to(api)}: {fault.message[:200]}"
        for file in sorted(api.glob("*/**/*.json"))
        for fault in judges[_shape_of(file, api)].iter_errors(_read(file))
    ]
    assert faults == []


def _shape_of(file: Path, api: Path) -> str:
    """Return the name of the shape that a file promises to have."""
    language, *below = file.relative_to(api).parts
    name = "Index" if len(below) == 1 else str(_read(file)["kind"]).capitalize()
    return name + ("InAllLanguages" if language == "every-language" else "")


@pytest.mark.thorough
def test_the_shape_refuses_what_is_not_promised(api: Path) -> None:
    judge = validator_of(_read(api / "schema.json"))
    trick = _read(next((api / "en/tricks").glob("*.json")))
    assert judge.is_valid(trick)
    for spoilt in ({**trick, "more": 1}, {**trick, "severity": "huge"}, {**trick, "name": {"en": "x"}}):
        assert not judge.is_valid(spoilt)
    assert not judge.is_valid({name: value for name, value in trick.items() if name != "id"})


def test_nothing_promised_is_gone(api: Path) -> None:
    """Fields of v1 stay; after adding one: python -c 'from tests.open_data.test_api import note; note()'."""
    assert _shapes(_read(api / "schema.json")) == _read(PROMISED)


def _shapes(schema: Mapping[str, Any]) -> dict[str, list[str]]:
    return {name: sorted(shape["properties"]) for name, shape in sorted(schema["$defs"].items())}


def note() -> None:
    """Write down the fields that are promised today."""
    from scripts.open_data.description import schema  # noqa: PLC0415

    PROMISED.write_text(json.dumps(_shapes(schema(ADDRESS)), indent=1) + "\n", encoding="utf-8")


@pytest.mark.thorough
def test_the_description_is_sound_and_leads_to_files(api: Path) -> None:
    described = _read(api / "openapi.json")
    assert faults_of_description(described) == []
    assert described["servers"] == [{"url": f"{ADDRESS}{API}".rstrip("/")}]
    languages = described["paths"]["/{language}/tricks.json"]["get"]["parameters"][0]["schema"]["enum"]
    slug = next((api / "en/tricks").glob("*.json")).stem
    for path in described["paths"]:
        for language in languages:
            found = path.format(language=language, slug=slug)
            assert ("{slug}" in path and "tricks/" not in path) or (api / found.lstrip("/")).is_file(), found


def test_every_entry_is_there_in_each_language_and_in_all(guide: Guide, api: Path) -> None:
    wanted = sorted(f"{kind}/{slug}" for kind, slugs in _kinds(guide).items() for slug in slugs)
    assert sorted(path.name for path in api.iterdir() if path.is_dir()) == sorted(
        [*guide.site.locales, "every-language"]
    )
    for language in (*guide.site.locales, "every-language"):
        listed = [item for name in PLURALS for item in _read(api / language / f"{name}.json")["items"]]
        assert sorted(item["id"] for item in listed) == wanted
        for item in listed:
            entry = _read(api / item["data"].removeprefix(f"{ADDRESS}{API}"))
            assert {name: entry[name] for name in item if name != "data"} == {
                name: value for name, value in item.items() if name != "data"
            }
    trick = next(iter(guide.tricks.values()))
    told = _read(api / f"every-language/tricks/{trick.slug}.json")
    assert told["name"] == trick.name.root
    assert told["lastmod"] == max(trick.added or "", trick.reviewed or "")


def test_links_in_texts_are_whole_addresses(api: Path) -> None:
    kinds = ("trick", "countermeasure", "meeting", "quiz", "term", "phase", "page", "path")
    faults = [
        file.name
        for file in api.glob("*/**/*.json")
        if any(f"]({kind}:" in file.read_text(encoding="utf-8") for kind in kinds)
    ]
    assert faults == []


def test_the_index_leads_to_files(api: Path) -> None:
    index = _read(api / "index.json")
    addresses = [index["schema"], index["openapi"], index["xlsx"]]
    for language in index["languages"].values():
        addresses += [*language["kinds"].values(), language["csv"]]
    for address in addresses:
        assert (api / address.removeprefix(f"{ADDRESS}{API}")).is_file(), address


def test_the_tables_hold_every_entry(guide: Guide, api: Path) -> None:
    count = sum(map(len, _kinds(guide).values()))
    rows = list(csv.DictReader(io.StringIO((api / "es/catalogue.csv").read_text(encoding="utf-8"))))
    assert len({row["id"] for row in rows}) == len(rows) == count
    both = list(
        csv.DictReader(io.StringIO((api / "every-language/catalogue.csv").read_text(encoding="utf-8")))
    )
    assert [row["name_es"] for row in both] == [row["name"] for row in rows]
    sheet = load_workbook(api / "every-language/catalogue.xlsx").active
    assert sheet is not None
    header, *cells = sheet.iter_rows(values_only=True)
    assert [dict(zip(header, [cell or "" for cell in row], strict=True)) for row in cells] == both


def test_words_that_look_like_a_formula_stay_words(guide: Guide, tmp_path: Path) -> None:
    words = '=HYPERLINK("https://evil.example")'
    trick = next(iter(guide.tricks.values()))
    named = trick.model_copy(update={"name": type(trick.name)({"en": words})})
    write_api(dataclasses.replace(guide, tricks={**guide.tricks, trick.slug: named}), tmp_path, ADDRESS)
    rows = csv.DictReader(io.StringIO((tmp_path / API / "en/catalogue.csv").read_text(encoding="utf-8")))
    assert f"'{words}" in [row["name"] for row in rows]
    sheet = load_workbook(tmp_path / API / "every-language/catalogue.xlsx").active
    assert sheet is not None
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == words]
    assert cell.data_type == "s"
    # Its Spanish is missing: the file in Spanish says so and has the English.
    told = _read(tmp_path / API / f"es/tricks/{trick.slug}.json")
    assert (told["name"], told["translated"]) == (words, False)


def test_the_same_guide_gives_the_same_bytes(guide: Guide, api: Path, tmp_path: Path) -> None:
    write_api(guide, tmp_path, ADDRESS)
    files = {file.relative_to(api): file.read_bytes() for file in api.rglob("*") if file.is_file()}
    again = tmp_path / API
    assert files == {
        file.relative_to(again): file.read_bytes() for file in again.rglob("*") if file.is_file()
    }
