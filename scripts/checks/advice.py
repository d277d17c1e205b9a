"""Warn of what is allowed but could be better; warnings never stop a build.

Every rule is measurable, so that nobody has to argue with a machine about taste. The limits are ours:
a card shows about 160 characters of a summary, and a sentence of 50 words is read twice.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from scripts import texts
from scripts.checks.guide_checks import Marks
from scripts.entries import Loaded
from scripts.guide import Guide, OneRight, Question, SeveralRight, passive_voice
from scripts.problems import Fault, Problem, bounded, fault
from scripts.texts import UNWRITTEN, Summary

CARD = 160
"""The characters of a summary that a card has room for."""
LONG_SENTENCE = 50
"""The words above which a sentence is called long."""
TEMPTING = 0.4
"""The least length of the longest wrong option, as a share of the right one's."""
SHOUTED = 4
"""The letters from which on a word in capitals is no abbreviation; two in a row shout."""

_WORD = re.compile(r"[^\W\d_]+|!!+")
_LAW = re.compile(r"\b(?:[1-9]\d{0,3}/(?:19|20)\d\d|(?:19|20)\d\d/[1-9]\d{0,3})\b")
"""The number of a law with its year, as much of Europe writes it: 7/1998, 2023/2854."""


def advise(loaded: Loaded) -> list[Problem]:
    """Return the warnings about a guide that could be loaded, sorted."""
    guide, marks = loaded.guide, loaded.marks
    if guide is None:
        return bounded(_cut_texts(marks))
    found = [
        *_text_warnings(guide, marks),
        *_without_source(guide, marks),
        *_undated_in_words(guide, marks),
        *_law_without_source(guide, marks),
        *_weak_questions(guide, marks),
    ]
    return bounded([*_cut_texts(marks), *found])


def _cut_texts(marks: Marks) -> Iterator[Problem]:
    for marked in marks.values():
        for path, lost in marked.cut.items():
            yield marked.problem(path, fault("text-cut", lost=lost), level="warning")


def _text_warnings(guide: Guide, marks: Marks) -> Iterator[Problem]:
    for placed in guide.placed():
        for path, text in placed.part.texts():
            for locale, words in text.root.items():
                passive = guide.wordings[locale].passive if locale in guide.wordings else None
                for each in _style(words, passive, on_a_card=isinstance(text, Summary)):
                    where = (*placed.at, *path, locale)
                    yield marks[placed.file].problem(where, each, level="warning")


# The same words are looked at again at every save.
@lru_cache(maxsize=20_000)
def _style(words: str, passive: str | None, *, on_a_card: bool) -> tuple[Fault, ...]:
    return tuple(_faults_of_style(words, passive, on_a_card=on_a_card))


def _faults_of_style(words: str, passive: str | None, *, on_a_card: bool) -> Iterator[Fault]:
    plain = texts.words(words)
    if on_a_card and len(plain) > CARD:
        yield fault("long-summary", length=len(plain), limit=CARD)
    if plain == UNWRITTEN:
        yield fault("unwritten")
    if shouted := _shouted(plain):
        yield fault("shouting", excerpt=shouted)
    sentences = (each for paragraph in texts.paragraphs(words) for each in texts.sentences(paragraph))
    for sentence in sentences:
        if (count := len(sentence.split())) > LONG_SENTENCE:
            yield fault("long-sentence", count=count, limit=LONG_SENTENCE)
        if passive and (hit := passive_voice(passive, sentence)):
            yield fault("passive", excerpt=hit)


def _shouted(plain: str) -> str:
    for one, other in pairwise(_WORD.findall(plain)):
        if other.startswith("!!"):
            return f"{one}{other}"
        if one.isupper() and other.isupper() and min(len(one), len(other)) >= SHOUTED:
            return f"{one} {other}"
    return ""


def _without_source(guide: Guide, marks: Marks) -> Iterator[Problem]:
    for trick in guide.tricks.values():
        if not trick.sources:
            yield marks[trick.file].problem(("sources",), fault("no-source"), level="warning")


def _law_without_source(guide: Guide, marks: Marks) -> Iterator[Problem]:
    """Yield a warning for each law whose number an entry names and none of its sources does."""
    for entry in guide.citing():
        cited = {law for each in entry.sources for law in _LAW.findall(f"{each.title} {each.url}")}
        for path, text in entry.texts():
            for locale, words in text.root.items() if path[0] != "sources" else ():
                for law in sorted({*_LAW.findall(texts.words(words))} - cited):
                    told = fault("law-without-source", law=law)
                    yield marks[entry.file].problem((*path, locale), told, level="warning")


def _undated_in_words(guide: Guide, marks: Marks) -> Iterator[Problem]:
    """Yield a warning for each source that says in words, beside its date, that it bears none."""
    for file, path, source in guide.sources():
        for locale, words in source.supports.root.items() if source.supports else ():
            said = guide.wordings[locale].words.get("source_undated") if locale in guide.wordings else None
            if isinstance(said, str) and re.search(rf"\b{re.escape(said)}\b", words, re.IGNORECASE):
                told = fault("date-in-words", words=said)
                yield marks[file].problem((*path, "supports", locale), told, level="warning")


def _weak_questions(guide: Guide, marks: Marks) -> Iterator[Problem]:
    for trick in guide.tricks.values():
        for index, question in enumerate(trick.quiz):
            for locale in guide.site.locales:
                if _gives_itself_away(question, locale):
                    weak = fault("weak-question", locale=locale)
                    yield marks[trick.file].problem(("quiz", index, "options"), weak, level="warning")


def _gives_itself_away(question: Question, locale: str) -> bool:
    """Tell whether no wrong option is long enough to be taken for the right one."""
    if not isinstance(question, OneRight | SeveralRight):
        return False
    right = [len(o.text.root.get(locale, "")) for o in question.options if o.correct]
    wrong = [len(o.text.root.get(locale, "")) for o in question.options if not o.correct]
    return bool(wrong) and max(wrong) < TEMPTING * min(right, default=0)
