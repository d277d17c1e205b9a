"""Names within a workbook, which Excel calls damaged where two of a kind are the same, case aside."""

import re
from collections.abc import Iterable


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Return names that Excel takes: at most 31 characters, no brackets, slashes, colons, each once."""
    names = [re.sub(r"\s*[\[\]:*?/\\]\s*", " · ", words).strip(" '")[:31].strip(" '") for words in wanted]
    return distinct(names, taken=["", "history"], longest=31)


def distinct(wanted: Iterable[str], taken: Iterable[str] = (), longest: int = 255) -> list[str]:
    """Return names of which Excel holds no two for the same, case aside; a repeated one gets a number."""
    seen = {name.casefold() for name in taken}
    names = []
    for words in wanted:
        name, number = words[:longest], 1
        while name.casefold() in seen:
            number += 1
            name = f"{words[: longest - 4]} {number}".strip()
        seen.add(name.casefold())
        names.append(name)
    return names
