"""What the browser needs to make a checklist of any selection: the pieces and who answers whom.

The pieces are rendered by the very macros that make a meeting's page, so that their looks are said
once; the rules of their order are those of `checklist`, kept in step by tests.
"""

import json
from collections.abc import Mapping

import jinja2

from scripts.derived import EFFORTS, section_of
from scripts.guide import MY_CHECKLIST, Voice
from scripts.pages.checklist_pages import my_checklist_page

DATA = f"{MY_CHECKLIST}data.json"
"""Below the locale's folder, beside the page of “my checklist”."""


def my_checklist_data(environment: jinja2.Environment, voice: Voice) -> str:
    """Return what is written as `DATA`."""
    data = _my_checklist_data(environment, voice)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _my_checklist_data(environment: jinja2.Environment, voice: Voice) -> Mapping[str, object]:
    guide = voice.guide
    pieces = environment.get_template("_checklist.j2").make_module({"page_info": my_checklist_page(voice)})

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
