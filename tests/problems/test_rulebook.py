"""What the check says: every rule that the code can break, in every language that has a rulebook."""

import re

import pytest

from scripts.entries.marked_yaml import parse_marked
from scripts.guide.wording import placeholders
from scripts.places import REPOSITORY
from scripts.problems.problem import fault
from scripts.problems.rulebook import REFERENCE, contributor_locale, rulebook, rulebook_locales

_SOURCE = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "scripts").rglob("*.py"))
)
_TABLES = ("entries/validation.py", "entries/marked_yaml.py", "entries/yaml_faults.py")


def _rules_in_code() -> set[str]:
    direct = re.findall(r'\bfault\(\s*"([a-z0-9-]+)"', _SOURCE)
    tables = "\n".join((REPOSITORY / "scripts" / name).read_text(encoding="utf-8") for name in _TABLES)
    in_tables = re.findall(r': "([a-z0-9]+(?:-[a-z0-9]+)*)",?$', tables, re.MULTILINE)
    assigned = re.findall(r'\brule = "([a-z0-9-]+)"|, "(invalid|yaml)"\)', tables)
    return {*direct, *in_tables, *(name for pair in assigned for name in pair if name)}


def test_the_rulebook_and_the_code_know_the_same_rules() -> None:
    assert sorted(REFERENCE.rules) == sorted(_rules_in_code())


@pytest.mark.parametrize("locale", rulebook_locales())
def test_every_language_says_every_rule_with_the_same_facts(locale: str) -> None:
    book = rulebook(locale)
    assert sorted(book.rules) == sorted(REFERENCE.rules)
    assert sorted(book.words) == sorted(REFERENCE.words)
    for name, rule in book.rules.items():
        assert placeholders(rule.says) == placeholders(REFERENCE.rules[name].says), name
        known = placeholders(rule.says) | placeholders(REFERENCE.rules[name].mend)
        assert placeholders(rule.mend) <= known, name
        assert rule.mend.endswith((".", "}")), name
    assert placeholders(book.did_you_mean) == {"near"}


@pytest.mark.parametrize(
    ("environment", "locale"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "es_ES.UTF-8"}, "es"),
        ({"LANG": "es_MX@euro"}, "es"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "es_AR.UTF-8"}, "es"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "ca:es:en"}, "es"),
        ({"LANG": "xx_XX"}, "en"),
    ],
)
def test_the_contributors_language(environment: dict[str, str], locale: str) -> None:
    assert contributor_locale(environment) == locale


def test_a_fault_is_said_in_each_language_with_the_name_meant() -> None:
    found = fault("unknown-reference", kind="trick", name="kickback", among=["kickbacks"])
    assert found.said() == "unknown trick 'kickback' — did you mean 'kickbacks'?"
    assert found.said(rulebook("es")) == "no existe 'kickback' (truco). ¿Quería decir 'kickbacks'?"


def test_a_gap_in_a_language_is_told_in_english() -> None:
    gappy = rulebook("es").model_copy(update={"rules": {}, "words": {}})
    assert fault("two-lines").said(gappy) == "must be a single line"
    assert gappy.word("warning") == "warning"


def test_values_with_braces_are_shown_as_they_are() -> None:
    assert "{x}" in fault("raw-html", excerpt="<b>{x}</b>").said()


@pytest.mark.parametrize("folder", ["rules", "fields"])
@pytest.mark.parametrize("locale", rulebook_locales())
def test_no_rule_or_field_is_told_twice(folder: str, locale: str) -> None:
    file = REPOSITORY / "scripts" / "problems" / folder / f"{locale}.yml"
    assert parse_marked(file.read_text(encoding="utf-8"), file.name).data


@pytest.mark.parametrize("locale", rulebook_locales())
def test_no_sentence_is_cut_by_a_sign_that_begins_a_comment(locale: str) -> None:
    text = (REPOSITORY / f"scripts/problems/rules/{locale}.yml").read_text(encoding="utf-8")
    assert re.findall(r"""^ +[\w-]+: [^"'\s].* #.*""", text, re.MULTILINE) == []
    assert "#" in rulebook(locale).word("draft_head")
