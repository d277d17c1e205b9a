"""Texts cut to the room of a card or a slide, at the end of a sentence."""

from scripts import texts
from scripts.guide import Voice
from scripts.texts import Text, sentences

_CUT = "…"


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
