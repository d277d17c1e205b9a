"""From YAML to a checked guide, and everything that is said about entries.

In: a folder with `content/` and `tricks/`. Out: a `Guide` and the `Problem`s found on the way, each at its
line and column; advice, spelling, what waits for translation; the JSON Schemas of the files. Knows no page.
"""

from scripts.entries.advice import advise
from scripts.entries.checks import check
from scripts.entries.json_schemas import write_schemas
from scripts.entries.likeness import alike
from scripts.entries.loading import Loaded, load
from scripts.entries.reading import Memory
from scripts.entries.reports import FORMATS, Format, Report, worst
from scripts.entries.spelling import misspelt
from scripts.entries.stale_marks import NoSuchPart, with_stale
from scripts.entries.staleness import UnknownRevision, left_behind
from scripts.entries.translations import Coverage, coverage

__all__ = [
    "FORMATS",
    "Coverage",
    "Format",
    "Loaded",
    "Memory",
    "NoSuchPart",
    "Report",
    "UnknownRevision",
    "advise",
    "alike",
    "check",
    "coverage",
    "left_behind",
    "load",
    "misspelt",
    "with_stale",
    "worst",
    "write_schemas",
]
