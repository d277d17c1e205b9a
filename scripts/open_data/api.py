"""Write `/api/v1/`: every entry as JSON, in each language and in all, with indexes, a schema and tables."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from scripts.guide import API, Guide
from scripts.office import write_table
from scripts.open_data.description import description, schema
from scripts.open_data.public_models import KINDS, VERSION, ByLanguage, Index
from scripts.open_data.tables import catalogue_rows, written_csv
from scripts.open_data.telling import ALL, Fields, Teller
from scripts.store import NOTHING_KEPT, Store

_LICENCE = "https://creativecommons.org/licenses/by-sa/4.0/"


def languages_told(guide: Guide) -> Sequence[str]:
    """Return the languages of the guide, and last what stands for every language at once."""
    return [*guide.site.locales, ALL]


def write_api(
    guide: Guide,
    site: Path,
    address: str,
    store: Store = NOTHING_KEPT,
    languages: Sequence[str] | None = None,
) -> None:
    """Write the files below `API` in `site`; `address` is the site's own (ends with `/`).

    Of the `languages_told` it writes `languages`, by default all; the last brings what describes them all.
    The tables that `store` holds are not made again. Raises pydantic's ValidationError where an entry is not
    what is promised, which is a fault of this program.
    """
    base, folder = f"{address}{API}", site / API
    for language in languages or languages_told(guide):
        entries = list(Teller(guide, language, address).entries())
        shape = ByLanguage if language == ALL else str
        _write_entries(folder / language, f"{base}{language}/", entries, shape, store)
        header, rows = catalogue_rows(entries, guide.site.locales if language == ALL else None)
        store.write(folder / language / "catalogue.csv", written_csv(header, rows))
        if language == ALL:
            default = guide.wordings[guide.site.default_locale]
            name = default.say("site_name")
            write_table(folder / language / "catalogue.xlsx", name, default.tag, [header, *rows], store)
            _write_description(guide, folder, base, store)


def _write_description(guide: Guide, folder: Path, base: str, store: Store) -> None:
    languages = languages_told(guide)
    _write(folder / "schema.json", schema(base), store)
    _write(folder / "openapi.json", description(base, languages), store)
    _write(folder / "index.json", _index(guide, base, languages), store)


def _write_entries(folder: Path, base: str, entries: Sequence[Fields], shape: Any, store: Store) -> None:
    for kind, (plural, of_any_text) in KINDS.items():
        model = of_any_text[shape]
        held = [entry for entry in entries if entry["kind"] == kind]
        (folder / plural if held else folder).mkdir(parents=True, exist_ok=True)
        for entry in held:
            _write_model(folder / plural / f"{entry['slug']}.json", model.model_validate(entry), store)
        items = [_listed(entry, f"{base}{plural}/{entry['slug']}.json") for entry in held]
        index = Index[shape].model_validate({"kind": kind, "count": len(items), "items": items})
        _write_model(folder / f"{plural}.json", index, store)


def _listed(entry: Fields, data: str) -> Fields:
    shown = ("id", "kind", "slug", "name", "summary", "url", "lastmod")
    return {**{field: entry[field] for field in shown}, "data": data}


def _index(guide: Guide, base: str, languages: Sequence[str]) -> Mapping[str, object]:
    default = guide.wordings[guide.site.default_locale]
    return {
        "version": VERSION,
        "licence": _LICENCE,
        "default_language": guide.site.default_locale,
        "schema": f"{base}schema.json",
        "openapi": f"{base}openapi.json",
        "xlsx": f"{base}{ALL}/catalogue.xlsx",
        "languages": {
            language: {
                "name": guide.wordings.get(language, default).say("site_name", default),
                "kinds": {plural: f"{base}{language}/{plural}.json" for plural, _ in KINDS.values()},
                "csv": f"{base}{language}/catalogue.csv",
            }
            for language in languages
        },
    }


def _write_model(file: Path, told: BaseModel, store: Store) -> None:
    store.write(file, f"{told.model_dump_json()}\n".encode())


def _write(file: Path, data: object, store: Store) -> None:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    store.write(file, f"{text}\n".encode())
