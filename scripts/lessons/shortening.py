"""Texts cut to the room of a card or a slide, at the end of a sentence."""

import re

from scripts import texts
from scripts.guide import Voice
from scripts.texts import Text

_SENTENCE_END = re.compile(
    r"(?<=[.!?…\u3002\uff01\uff1f])(?P<closing>[”»\u2019\"')\]]*)(?:\s+|(?<=[\u3002\uff01\uff1f])(?=\S))"
)
"""Where a sentence ends and another begins: behind the sign that ends it, and quotes that close with it."""
_CUT = "…"


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


def brief(voice: Voice, text: Text, most: int) -> str:
    """Return the words of a text without Markdown in one line, cut as `shortened` does."""
    return shortened(" ".join(texts.words(voice.words(text)).split()), most)


def shortened(words: str, most: int) -> str:
    """Return the first sentences that have `most` characters together, so that what is left makes sense.

    A first sentence that is longer itself is cut behind a word and says so.
    """
    first, *others = sentences(words) or [""]
    if len(first) > most:
        kept = first[: most - len(_CUT)]
        if not first[len(kept)].isspace() and " " in kept:
            kept = kept[: kept.rindex(" ")]  # the rest of a word
        return kept.rstrip(" ,;:") + _CUT
    for sentence in others:
        if len(first) + 1 + len(sentence) > most:
            break
        first = f"{first} {sentence}"
    return first
