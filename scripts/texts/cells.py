"""Words as a spreadsheet shows them: never taken for a formula."""

import unicodedata

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_cell(words: str) -> str:
    """Return words for a cell of a file that cannot say “this is text”, such as CSV.

    What a spreadsheet would take for a formula begins with an apostrophe
    (https://owasp.org/www-community/attacks/CSV_Injection).
    """
    # NFKC makes a wide sign a narrow one, as spreadsheets do where such signs are typed.
    # A text's own apostrophe before such a sign is guarded too: whoever takes ours away has the text again.
    first = unicodedata.normalize("NFKC", words.lstrip("'")[:1])
    return f"'{words}" if first.startswith(_FORMULA_STARTS) else words
