"""What the guide is: its parts as checked models, its texts, its languages, its addresses.

In: plain data, already read. Out: a `Guide`, and the guide as spoken in one language (`Voice`) or several
at once (`Chorus`). Knows no file, no page and no format of a file.
"""

from scripts.guide import addresses, texts
from scripts.guide.assessment import Assessment, SavedAssessment, Statement
from scripts.guide.chorus import Chorus
from scripts.guide.hand_written import HandPage, HandWritten, HomePage, Written, with_front_matter
from scripts.guide.icons import icon, icon_names
from scripts.guide.localized import LOCALE, UNWRITTEN, Aliases, InlineText, Summary, Text
from scripts.guide.model import (
    MOST_PRINTED_SIGNS,
    Countermeasure,
    Entry,
    Meeting,
    Phase,
    Quiz,
    Site,
    Source,
    Term,
    Trick,
    WarningSign,
    site_address,
)
from scripts.guide.part import LONGEST_SLUG, SLUG, Part
from scripts.guide.question import (
    DEFAULT_KIND,
    KINDS,
    MatchSigns,
    OneRight,
    Option,
    Pair,
    PutInOrder,
    Question,
    SeveralRight,
    TrueOrFalse,
)
from scripts.guide.scoring import EFFORT_MINUTES, LEVELS, OPEN_HALVES
from scripts.guide.text_runs import Paragraph, Run
from scripts.guide.voice import Voice
from scripts.guide.whole import GLOSSARY_FILE, PHASES_FILE, SEVERITIES, Guide, Placed
from scripts.guide.wording import PluralForm, Wording, placeholders

__all__ = [
    "DEFAULT_KIND",
    "EFFORT_MINUTES",
    "GLOSSARY_FILE",
    "KINDS",
    "LEVELS",
    "LOCALE",
    "LONGEST_SLUG",
    "MOST_PRINTED_SIGNS",
    "OPEN_HALVES",
    "PHASES_FILE",
    "SEVERITIES",
    "SLUG",
    "UNWRITTEN",
    "Aliases",
    "Assessment",
    "Chorus",
    "Countermeasure",
    "Entry",
    "Guide",
    "HandPage",
    "HandWritten",
    "HomePage",
    "InlineText",
    "MatchSigns",
    "Meeting",
    "OneRight",
    "Option",
    "Pair",
    "Paragraph",
    "Part",
    "Phase",
    "Placed",
    "PluralForm",
    "PutInOrder",
    "Question",
    "Quiz",
    "Run",
    "SavedAssessment",
    "SeveralRight",
    "Site",
    "Source",
    "Statement",
    "Summary",
    "Term",
    "Text",
    "Trick",
    "TrueOrFalse",
    "Voice",
    "WarningSign",
    "Wording",
    "Written",
    "addresses",
    "icon",
    "icon_names",
    "placeholders",
    "site_address",
    "texts",
    "with_front_matter",
]
