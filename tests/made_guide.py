"""A small sound guide, quick to make, to be spoilt; and all that a build makes of one, in-process."""

import json
from functools import cache
from pathlib import Path

from scripts.courses import write_quizzes
from scripts.guide.voice import Voice
from scripts.guide.whole import Guide
from scripts.office import write_questionnaires
from scripts.pages import render_locale, write_beside_pages
from scripts.paper.blank_sheets import all_blank_sheets
from scripts.paper.printable import Printable
from scripts.paper.printing import Press
from scripts.paper.quiz_sheets import all_quiz_sheets
from scripts.paper.sheets import all_sheets
from scripts.places import REPOSITORY
from tests import DATA
from tests.fonts import site_fonts

ADDRESS = "https://forewarned.internal/"
TRICKS = ("first-trick", "second-trick", "third-trick")

_TEXT = {"es": "Un texto.", "en": "A text."}
_HEAD = {
    "name": {"es": "Un nombre", "en": "A name"},
    "summary": {"es": "Una frase.", "en": "One sentence."},
    "aliases": {"es": ["uno"], "en": ["one"]},
}
FILES: dict[str, object] = {
    "content/site.yml": {"url": ADDRESS, "default_locale": "es", "locales": ["es", "en"]},
    "content/phases.yml": [
        {"id": "buying", "name": _HEAD["name"], "summary": _HEAD["summary"], "intro": _TEXT},
        {"id": "using", "name": _HEAD["name"], "summary": _HEAD["summary"], "intro": _TEXT},
    ],
    "content/glossary.yml": [
        {"id": "crm", "term": _HEAD["name"], "definition": _TEXT, "tricks": ["first-trick"]}
    ],
    "content/clause_subjects.yml": [{"id": "documents", "name": _HEAD["name"]}],
    "content/meetings/demo.yml": {
        **_HEAD,
        "order": 1,
        "icon": "laptop",
        "vendor": "present",
        "short": ["act"],
        "goal": _TEXT,
        "intro": _TEXT,
    },
    "content/countermeasures/act.yml": {
        **_HEAD,
        "when": "during",
        "effort": "hours",
        **dict.fromkeys(("check", "how", "ask", "proof", "clause"), _TEXT),
        "clause_caption": _HEAD["name"],
        "clause_subject": "documents",
    },
    "content/quizzes/all.yml": {**_HEAD, "order": 1, "intro": _TEXT, "select": {"all": True}},
    "content/quizzes/which.yml": {
        **_HEAD,
        "order": 2,
        "intro": _TEXT,
        "select": {"all": True, "ask": "which-trick"},
    },
    "content/assessments/purchase.yml": {
        **_HEAD,
        "order": 1,
        "intro": _TEXT,
        "statements": [
            {
                "id": name,
                "phase": "buying",
                "text": _TEXT,
                "weight": 2,
                "why": _TEXT,
                "tricks": ["first-trick"],
                "countermeasures": ["act"],
            }
            for name in ("one", "two")
        ],
    },
}


def small_guide(folder: Path) -> Path:
    """Write the small guide into `folder`."""
    for name, content in FILES.items():
        write(folder / name, json.dumps(content, ensure_ascii=False, indent=1))
    for locale in ("es", "en"):
        words = (REPOSITORY / f"content/ui/{locale}.yml").read_text(encoding="utf-8")
        write(folder / f"content/ui/{locale}.yml", words)
        front = "---\ntitle: A title\ndescription: A description.\n---\n"
        write(folder / f"content/pages/{locale}/index.md", f"{front}Words.\n")
        write(
            folder / f"content/pages/{locale}/about.md",
            f"{front}Words.\n\n## A heading\n\nMore, [here](#a-heading).\n",
        )
    for slug in TRICKS:
        write(folder / f"tricks/{'using' if slug == TRICKS[2] else 'buying'}/{slug}.yml", trick())
    return folder


def trick() -> str:
    """Return the YAML of a trick of the small guide: every field, every kind of question."""
    sound = (DATA / "sound-trick.yml").read_text(encoding="utf-8")
    for name, slug in zip(("demo-always-works", "kickbacks", "attractive-price"), TRICKS, strict=True):
        sound = sound.replace(f"trick: {name}", f"trick: {slug}")
    return sound.replace("[put-it-in-the-annex]", "[act]").replace("related: [kickbacks]\n", "")


def write(path: Path, text: str) -> None:
    """Write a file of a guide, with the folders it stands in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


@cache
def press() -> Press:
    """Return a press for the tests of one run."""
    return Press(site_fonts(), ADDRESS)


def make_all(guide: Guide, out: Path, *, papers: bool = False) -> None:
    """Make in-process what a build makes of the guide, but for what other programs do with it.

    With `papers`, each sheet is printed too, else only written as Typst.
    """
    for locale in guide.site.locales:
        render_locale(Voice(guide, locale), ADDRESS)
        write_beside_pages(Voice(guide, locale), out / locale, ADDRESS)
        write_questionnaires(Voice(guide, locale), out, ADDRESS)
    write_quizzes(guide, out, ADDRESS)
    sheets: list[Printable] = [*all_sheets(guide), *all_blank_sheets(guide), *all_quiz_sheets(guide)]
    for sheet in sheets:
        press().print(sheet) if papers else press().source(sheet)
