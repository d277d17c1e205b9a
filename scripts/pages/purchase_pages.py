"""The page on which the reader keeps a purchase: its vendors, and what each has promised."""

from scripts.guide import PURCHASE, Voice
from scripts.pages.page import Page, index_page

_SPOKEN = {
    "open": "purchase_open",
    "vendor_removed": "purchase_removed",
    "undone": "purchase_undone",
    "name_first": "purchase_name_first",
    "too_many": "purchase_too_many",
    "today": "purchase_today",
    "copy_of": "purchase_copy_of",
    "copied": "purchase_copied",
    "deleted": "purchase_deleted",
    "file": "purchase_file",
    "saved": "export_saved",
    "loaded": "purchase_loaded",
    "loaded_beside": "purchase_loaded_beside",
    "skipped": "purchase_skipped",
    "file_foreign": "purchase_file_foreign",
    "file_newer": "file_newer",
    "file_large": "purchase_file_large",
}
_SPOKEN_OF_PROMISES = {
    "message_opening": "message_opening",
    "message_end": "message_end",
    "blank": "promise_blank",
    "price": "promise_price",
    "by": "promise_by",
    "who": "promise_who",
    "heard_on": "promise_heard_on",
    "status": "promise_status",
    "status_heard": "promise_status_heard",
    "status_confirmed": "promise_status_confirmed",
    "status_contract": "promise_status_contract",
    "removed": "purchase_removed",
    "copied": "copied_text",
    "copy_failed": "message_by_hand",
}
"""What the page's script says: the interface's words by the names that the script has for them."""


def purchase_page(voice: Voice) -> Page:
    """Return the page of purchases; all that it shows, the browser fills in."""
    patterns: dict[str, object] = {name: voice.pattern(key) for name, key in _SPOKEN.items()}
    patterns["promises"] = {name: voice.pattern(key) for name, key in _SPOKEN_OF_PROMISES.items()}
    return index_page(voice, PURCHASE, "purchase.md.j2", "purchase", patterns=patterns)
