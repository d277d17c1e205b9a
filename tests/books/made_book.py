"""The handbook of a guide of three tricks and a countermeasure, told apart by their names."""

import json
import re
from functools import cache
from pathlib import Path

from scripts.books import Handbook
from scripts.guide.voice import Voice
from scripts.guide.whole import Guide
from scripts.options import load_checked
from tests.made_guide import ADDRESS, FILES, small_guide, write
from tests.throwaway import throwaway

LOCALE = "en"
ATTACK = '#panic() "); pagebreak() $x$ @ref // #read("/etc/passwd") ]]> &amp; '


@cache
def made_book() -> Handbook:
    """Return the handbook, in English."""
    return Handbook(Voice(_guide(throwaway("book-")), LOCALE), ADDRESS)


def _guide(folder: Path) -> Guide:
    small_guide(folder)
    for number, file in enumerate(sorted((folder / "tricks").rglob("*.yml")), start=1):
        named = f"name: {{es: El truco {number}, en: The trick number {number}}}"
        write(file, re.sub(r"(?m)^name: .*$", named, file.read_text("utf-8"), count=1))
    act = "content/countermeasures/act.yml"
    sound = FILES[act]
    assert isinstance(sound, dict)
    write(folder / act, json.dumps({**sound, "name": {"es": "El acto", "en": "The only act"}}))
    meeting = "content/meetings/demo.yml"
    write(folder / meeting, json.dumps(_noted(FILES[meeting])))
    return load_checked(folder)


def _noted(meeting: object) -> dict[str, object]:
    """Return a meeting with all that is answered, ticked, filled in and recorded there."""
    assert isinstance(meeting, dict)

    def said(words: str) -> dict[str, str]:
        return {"es": f"{words} (es)", "en": words}

    return {
        **meeting,
        "asked_back": [{"heard": said("Who decides here"), "answer": said("All of us do.")}],
        "observed": [
            {"what": said("Shown live"), "choices": [said("whole"), said("in part")]},
            {"what": said("Put off")},
        ],
        "grid": {"title": said("Own cases"), "columns": [said("Case"), said("What came out")], "rows": 2},
        "record": said("Today we received the program."),
    }


NOTED = ("Who decides here", "All of us do.", "Shown live", "whole", "in part", "Put off")
"""What is answered and noted at the meeting of the made book, in the order of its sheet."""
FILLED_IN = ("Own cases", "Case", "What came out", "Today we received the program.")
"""What is filled in there and recorded, after that."""
