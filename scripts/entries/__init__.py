"""From YAML to a checked guide, and everything that is said about entries.

In: a folder with `content/` and `tricks/`. Out: a `Guide` and the `Problem`s found on the way, each at its
line and column; advice, spelling, what waits for translation; the JSON Schemas of the files. Knows no page.
"""

from scripts.entries.ahead import reading_ahead
from scripts.entries.json_schemas import FOLDER, write_schemas
from scripts.entries.loading import Loaded, load
from scripts.entries.marked_yaml import MAX_BYTES, MarkedYaml, is_within, parse_marked, read_text
from scripts.entries.memory import Memory
from scripts.entries.plain_yaml import FieldPath
from scripts.entries.validation import explain

__all__ = [
    "FOLDER",
    "MAX_BYTES",
    "FieldPath",
    "Loaded",
    "MarkedYaml",
    "Memory",
    "explain",
    "is_within",
    "load",
    "parse_marked",
    "read_text",
    "reading_ahead",
    "write_schemas",
]
