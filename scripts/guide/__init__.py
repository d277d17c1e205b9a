"""What the guide is: its parts as checked models, its texts, its languages, its addresses.

In: plain data, already read. Out: a `Guide`, and the guide as spoken in one language (`Voice`) or several
at once (`Chorus`). Knows no file, no page and no format of a file.
"""

from scripts.guide import addresses, letters, text_faults, texts, web_addresses
from scripts.guide.assessment import Assessment, SavedAssessment, Statement
from scripts.guide.chorus import Chorus
from scripts.guide.hand_written import HandPage, HandWritten, HomePage, Written, with_front_matter
from scripts.guide.icons import icon, icon_names
from scripts.guide.localized import LOCALE, UNWRITTEN, Aliases, InlineText, Summary, Text
from scripts.guide.model import (
    MOST_PRINTED_SIGNS,
    Countermeasure,
    Entry,
    Listed,
    Meeting,
    Phase,
    Quiz,
    Site,
    Source,
    Term,
    Trick,
    WarningSign,
)
from scripts.guide.part import LONGEST_SLUG, SLUG, Part, is_windows_name
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
from scripts.guide.web_addresses import site_address
from scripts.guide.whole import GLOSSARY_FILE, PHASES_FILE, SEVERITIES, Guide, Placed
from scripts.guide.wording import PluralForm, Wording, passive_voice, placeholders

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
    "Listed",
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
    "is_windows_name",
    "letters",
    "passive_voice",
    "placeholders",
    "site_address",
    "text_faults",
    "texts",
    "web_addresses",
    "with_front_matter",
]
