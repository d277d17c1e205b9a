"""Where a sentence ends, in the words of a text without Markdown."""

import re
import unicodedata

_SENTENCE_END = re.compile(
    r"(?<=[.!?…\u3002\uff01\uff1f])(?P<closing>[”»\u2019\"')\]]*)(?:\s+|(?<=[\u3002\uff01\uff1f])(?=\S))"
)
"""Where a sentence ends and another begins: behind the sign that ends it, and quotes that close with it."""
_A_HANDFUL = 50
"""The characters below which a sentence says little by itself."""
_ENDS_A_SENTENCE = (
    *(".", "?", "!", ":", "\N{IDEOGRAPHIC FULL STOP}"),
    *("\N{ARABIC QUESTION MARK}", "\N{DEVANAGARI DANDA}"),
)
_CLOSING = "\"')]»\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"


def sentences(words: str) -> list[str]:
    """Return the sentences of a text without Markdown, each with what ends it."""
    begun, found = 0, []
    for end in _SENTENCE_END.finditer(words):
        if words[end.end() : end.end() + 1].islower():
            continue  # a quotation within a sentence: “When?” they ask
        found.append(words[begun : end.end("closing")].strip())
        begun = end.end()
    rest = words[begun:].strip()
    return [*found, rest] if rest else found


def opening(words: str) -> str:
    """Return the first sentence, and the next with it where the first is a handful of words."""
    first, *others = sentences(words) or [""]
    return f"{first} {others[0]}" if others and len(first) < _A_HANDFUL else first


def full_stop(words: str) -> str:
    """Return the full stop that words lack as a sentence of their own: none after a question mark."""
    # NFKC makes an ellipsis three full stops and a wide question mark a narrow one.
    end = unicodedata.normalize("NFKC", words.rstrip(_CLOSING)[-1:])
    return "" if end.endswith(_ENDS_A_SENTENCE) else "."
