"""The rules in a contributor's language: what each one says and how to mend a breach of it.

The words stand in `scripts/problems/rules/<locale>.yml`; one more file there is one more language.
"""

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field

# The parser in C, where it is: this file is read at the start of every command.
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FOLDER = Path(__file__).parent / "rules"
_REFERENCE_LOCALE = "en"


class Rule(BaseModel):
    """One rule: `says` is what is wrong, on one line; `mend` what to do about it."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    says: str
    mend: str


class Rulebook(BaseModel):
    """All rules in one language, and the few words around them."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    locale: str
    did_you_mean: str
    words: Mapping[str, str]
    """Words of reports and names of kinds, by their English name."""
    rules: Mapping[Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")], Rule]

    def say(self, rule: str, values: Mapping[str, str], near: str = "") -> str:
        """Return what the rule says with `values` filled in, and the name probably meant."""
        said = self._rule(rule).says.format_map(self._named(values))
        return said + self.did_you_mean.format(near=near) if near else said

    def mend(self, rule: str, values: Mapping[str, str]) -> str:
        """Return how to mend a breach of the rule."""
        return self._rule(rule).mend.format_map(self._named(values))

    def word(self, name: str, **values: object) -> str:
        """Return a word or sentence of the report, with its placeholders filled."""
        return (self.words.get(name) or REFERENCE.words.get(name, name)).format_map(values)

    def _rule(self, name: str) -> Rule:
        # A language may lag behind: its gaps are told in the reference language.
        return self.rules.get(name) or REFERENCE.rules[name]

    def _named(self, values: Mapping[str, str]) -> Mapping[str, str]:
        return {key: self.word(value) if key == "kind" else value for key, value in values.items()}


def rulebook_locales() -> list[str]:
    """Return the languages in which the rules are written."""
    return sorted(file.stem for file in _FOLDER.glob("*.yml"))


@lru_cache
def rulebook(locale: str) -> Rulebook:
    """Return the rules in `locale`; raises FileNotFoundError where they are not written in it."""
    text = (_FOLDER / f"{locale}.yml").read_text(encoding="utf-8")
    words = yaml.load(text, Loader=_Loader)  # noqa: S506 - it is a safe one
    return Rulebook.model_validate({**words, "locale": locale})


def contributor_locale(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language of the contributor's machine as far as the rules are written in it.

    Order of the variables: POSIX.1-2017, section 8.2; LANGUAGE as in GNU gettext.
    """
    wanted = [environment.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    known = rulebook_locales()
    for value in wanted:
        for tag in filter(None, value.split(":")):
            code = tag.partition(".")[0].partition("@")[0].replace("_", "-")
            for candidate in (code, code.partition("-")[0]):
                if candidate in known:
                    return candidate
    return _REFERENCE_LOCALE


REFERENCE = rulebook(_REFERENCE_LOCALE)
