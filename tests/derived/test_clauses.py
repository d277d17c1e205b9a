"""Clauses that are put together: their shared words have one meaning, and one form each."""

import re
from itertools import groupby

import pytest

from scripts.derived import caption_of, clauses_by_subject, first_clauses, shared_by_clauses
from scripts.guide import Voice
from scripts.pages.list_pages import clauses_page
from scripts.pages.tool_pages import purchase_page
from tests.real_guide import real_guide

GUIDE = real_guide()

OTHER_WORDS = {
    "es": r"este anexo|hoja de pedido|este pedido|laborable|naturales|periodo contratado|[Cc]ompradora?\b"
    r"|\btécnico\b|\bperito|sin penalización|no disfrutad[ao]",
    "en": r"\b[Tt]his (?:annex|order)\b|order form|business day|contracted|\b[Bb]uyer|\b[Ss]upplier"
    r"|\btechnician|without penalty|and not used",
}
"""What a clause would say for a word that the meanings explain, or a rule that they lay down for all."""


@pytest.mark.parametrize("locale", OTHER_WORDS)
def test_every_clause_says_the_words_that_are_explained(locale: str) -> None:
    found = {
        slug: odd[0]
        for slug, act in GUIDE.countermeasures.items()
        if act.clause and (odd := re.search(OTHER_WORDS[locale], act.clause.root[locale]))
    }
    assert found == {}


@pytest.mark.parametrize("locale", GUIDE.site.locales)
def test_where_clauses_are_put_together_their_words_are_explained(locale: str) -> None:
    voice = Voice(GUIDE, locale)
    shared = shared_by_clauses(voice)
    told = [each for group in shared.values() for each in group]
    assert len(set(told)) == len(told) > 1
    spoken = clauses_page(voice).context["patterns"]
    assert isinstance(spoken, dict)
    copied = spoken["clauses_shared"]
    assert (
        copied.splitlines()
        == [line for head, group in shared.items() for line in (head, "", *group, "")][:-1]
    )
    assert purchase_page(voice).context["shared"] == shared


def test_what_the_parties_owe_stands_as_a_rule_and_not_as_a_meaning() -> None:
    words, _ = shared_by_clauses(Voice(GUIDE, "en")).values()
    assert [each for each in words if re.search(r"\bshall\b|\bmust\b", each)] == []


@pytest.mark.parametrize("locale", GUIDE.site.locales)
def test_the_list_says_which_few_to_start_with(locale: str) -> None:
    voice = Voice(GUIDE, locale)
    first = first_clauses(clauses_by_subject(voice))
    assert 2 < len(first) < 8
    assert all(act.clause for act in first)
    # Who cannot change the contract is sent to a clause that the page has under that very name.
    captions = [caption_of(voice, act) for act in GUIDE.countermeasures.values() if act.clause]
    named = re.findall(r"[“«](.+?)[”»]", voice.say("clauses_first_order"))
    assert len(named) == 1
    assert named[0] in set(captions) - {caption_of(voice, act) for act in first}


@pytest.mark.parametrize("locale", GUIDE.site.locales)
def test_every_clause_stands_once_under_its_subject_beside_those_of_its_matter(locale: str) -> None:
    groups = clauses_by_subject(Voice(GUIDE, locale))
    assert list(groups) == list(GUIDE.clause_subjects)
    listed = [act for acts in groups.values() for act in acts]
    assert len(listed) == len({act.slug for act in listed})
    assert {act.slug for act in listed} == {act.slug for act in GUIDE.countermeasures.values() if act.clause}
    for acts in groups.values():
        matters = [act.clause_matter for act in acts if act.clause_matter]
        runs = [matter for matter, _ in groupby(matters)]
        assert len(runs) == len(set(runs))


@pytest.mark.parametrize("locale", GUIDE.site.locales)
def test_no_caption_is_another_clause_s_or_the_buyer_s_own_move(locale: str) -> None:
    voice = Voice(GUIDE, locale)
    captions = [caption_of(voice, act) for act in GUIDE.countermeasures.values() if act.clause]
    assert sorted(captions) == sorted(set(captions))
    moves = {voice.words(act.name) for act in GUIDE.countermeasures.values()}
    assert moves & set(captions) == set()
