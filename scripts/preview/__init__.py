"""The live preview: single pages made at once from files that keep changing.

In: a folder that somebody edits. Out: each page as the whole build would make it, with its faults. Writes
nothing that stays.
"""

from scripts.preview.live import Preview
from scripts.preview.serve_command import serve

__all__ = ["Preview", "serve"]
