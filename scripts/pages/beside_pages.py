"""What stands beside the pages of a locale: search, the feed, what the browser makes “my checklist” of.

The pieces of a checklist are rendered by the very macros that make a meeting's page, so that their looks are
said once; the rules of their order are those of `checklist`, kept in step by tests.
"""

import json
from collections.abc import Mapping
from pathlib import Path

import jinja2

from scripts.derived import EFFORTS, Pieces, section_of
from scripts.guide import MY_CHECKLIST, Voice
from scripts.open_data import write_feed
from scripts.pages.checklist_pages import my_checklist_page
from scripts.pages.page import turn_to
from scripts.pages.render import NOT_PRINTED, page_environment
from scripts.pages.search_index import write_search
from scripts.store import NOTHING_KEPT, Store

DATA = f"{MY_CHECKLIST}data.json"
"""Below the locale's folder, beside the page of “my checklist”."""


def write_beside_pages(
    voice: Voice,
    folder: Path,
    address: str,
    pdf_pages: Mapping[str, int] = NOT_PRINTED,
    store: Store = NOTHING_KEPT,
) -> None:
    """Write into the locale's `folder` all that is no page of it.

    The arguments are those of `render_locale`; what `store` holds of the same words is not made again.
    """

    def make() -> bytes:
        return my_checklist_data(page_environment(voice, address, pdf_pages), voice).encode()

    beside = json.dumps([address, dict(pdf_pages)])
    data = Pieces(store).made(voice.guide, "json", f"{voice.locale}/{DATA}", beside, make)
    mine = folder / DATA
    mine.parent.mkdir(parents=True, exist_ok=True)
    store.write(mine, data)
    write_search(voice, folder, store)
    write_feed(voice, folder, address)


def my_checklist_data(environment: jinja2.Environment, voice: Voice) -> str:
    """Return what is written as `DATA`."""
    data = _my_checklist_data(environment, voice)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _my_checklist_data(environment: jinja2.Environment, voice: Voice) -> Mapping[str, object]:
    guide = voice.guide
    turn_to(environment, my_checklist_page(voice))
    pieces = environment.get_template("_checklist.j2").module

    def piece(macro: str, *arguments: object) -> str:
        return str(getattr(pieces, macro)(*arguments)).strip()

    return {
        "tricks": [
            {
                "slug": trick.slug,
                "name": voice.words(trick.name),
                "countermeasures": trick.countermeasures,
                "link": piece("entry_link", trick),
                "signs": piece("sign_group", trick, 0),
            }
            for trick in guide.tricks.values()
        ],
        "acts": {
            slug: {
                "section": section_of(entry),
                "effort": EFFORTS.index(entry.effort),
                "link": piece("entry_link", entry),
                "item": piece("item", entry),
            }
            for slug, entry in guide.countermeasures.items()
        },
    }
