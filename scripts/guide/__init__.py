"""What the guide is: its parts as checked models, its texts, its languages, its addresses.

In: plain data, already read. Out: a `Guide`, and the guide as spoken in one language (`Voice`) or several
at once (`Chorus`). Knows no file, no page and no format of a file.
"""

from scripts.guide.addresses import (
    CHECKLISTS,
    COUNTERMEASURES,
    FIXED,
    GLOSSARY,
    HOME,
    MATRIX_OF_COUNTERMEASURES,
    MATRIX_OF_MEETINGS,
    MY_CHECKLIST,
    PATHS,
    PURCHASE,
    QUESTIONS,
    QUIZZES,
    SOURCES,
    TRANSLATIONS,
    TRICKS,
    of_assessments,
    path_to,
    relative,
)
from scripts.guide.assessment import Assessment, SavedAssessment, Statement
from scripts.guide.chorus import Chorus
from scripts.guide.guided_path import GuidedPath, Step
from scripts.guide.hand_written import HandPage, HandWritten, HomePage, Written, with_front_matter
from scripts.guide.icons import icon, icon_names
from scripts.guide.model import (
    MOST_PRINTED_SIGNS,
    Countermeasure,
    Entry,
    Listed,
    Meeting,
    Phase,
    Quiz,
    Reviewed,
    Site,
    Term,
    Trick,
    WarningSign,
)
from scripts.guide.part import LONGEST_SLUG, SLUG, Part, is_windows_name
from scripts.guide.purchase import SavedPurchase
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
from scripts.guide.search_words import SearchKind, SearchWords
from scripts.guide.source import Source
from scripts.guide.voice import Voice
from scripts.guide.whole import GLOSSARY_FILE, PHASES_FILE, SEVERITIES, Guide, Placed
from scripts.guide.wording import PluralForm, Wording, passive_voice, placeholders

__all__ = [
    "CHECKLISTS",
    "COUNTERMEASURES",
    "DEFAULT_KIND",
    "EFFORT_MINUTES",
    "FIXED",
    "GLOSSARY",
    "GLOSSARY_FILE",
    "HOME",
    "KINDS",
    "LEVELS",
    "LONGEST_SLUG",
    "MATRIX_OF_COUNTERMEASURES",
    "MATRIX_OF_MEETINGS",
    "MOST_PRINTED_SIGNS",
    "MY_CHECKLIST",
    "OPEN_HALVES",
    "PATHS",
    "PHASES_FILE",
    "PURCHASE",
    "QUESTIONS",
    "QUIZZES",
    "SEVERITIES",
    "SLUG",
    "SOURCES",
    "TRANSLATIONS",
    "TRICKS",
    "Assessment",
    "Chorus",
    "Countermeasure",
    "Entry",
    "Guide",
    "GuidedPath",
    "HandPage",
    "HandWritten",
    "HomePage",
    "Listed",
    "MatchSigns",
    "Meeting",
    "OneRight",
    "Option",
    "Pair",
    "Part",
    "Phase",
    "Placed",
    "PluralForm",
    "PutInOrder",
    "Question",
    "Quiz",
    "Reviewed",
    "SavedAssessment",
    "SavedPurchase",
    "SearchKind",
    "SearchWords",
    "SeveralRight",
    "Site",
    "Source",
    "Statement",
    "Step",
    "Term",
    "Trick",
    "TrueOrFalse",
    "Voice",
    "WarningSign",
    "Wording",
    "Written",
    "icon",
    "icon_names",
    "is_windows_name",
    "of_assessments",
    "passive_voice",
    "path_to",
    "placeholders",
    "relative",
    "with_front_matter",
]
