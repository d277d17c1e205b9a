"""What the guide's texts say holds in the printed book too, where nothing can be clicked."""

import re
from dataclasses import replace

from scripts.books import Handbook
from scripts.derived import checklist_for
from scripts.guide.voice import Voice
from scripts.guide.whole import Guide
from scripts.texts import markdown as texts
from tests.made_guide import ADDRESS

_PAGED = [kind for kind in texts.REFERENCE_KINDS if kind != "term"]
"""What leads to a term stands without its page: the glossary is found by its alphabet."""
_MARK_AFTER = re.compile(rf"\]\((?:{'|'.join(_PAGED)}):[^)]*\)[”»]")
_QUESTION = re.compile(r"[“«]([^”»]*\?)[”»]")
_HERE = re.compile(r"(?:clause on|cláusula de) (?:this|esta) (?:page|página)")


def _told(guide: Guide) -> list[tuple[str, str]]:
    """Return the name of the file and the words of every text and page of the guide."""
    entries = [
        (placed.file, words)
        for placed in guide.placed()
        for _, text in placed.part.texts()
        for words in text.root.values()
    ]
    return entries + [(page.file, page.body) for each in guide.pages.values() for page in each.values()]


def test_a_reference_holds_its_quotation_marks_since_the_book_names_the_page_after_it(guide: Guide) -> None:
    assert [(file, found[0]) for file, words in _told(guide) if (found := _MARK_AFTER.search(words))] == []


def test_no_text_sends_to_a_clause_on_its_own_page(guide: Guide) -> None:
    """On the site it stands on the page of its countermeasure, in the book a hundred pages further on."""
    assert [(file, found[0]) for file, words in _told(guide) if (found := _HERE.search(words))] == []


def test_each_question_that_the_worked_case_reads_from_a_sheet_is_on_one(guide: Guide) -> None:
    strange, all_quoted = [], []
    for locale, page in guide.pages["worked-case"].items():
        voice = Voice(guide, locale)
        sheets = [checklist_for(guide, meeting).short for meeting in guide.meetings.values()]
        asked = {
            voice.words(act.countermeasure.ask)
            for sheet in sheets
            for act in sheet.acts
            if act.countermeasure.ask
        }
        quoted = _QUESTION.findall(page.body)
        all_quoted += quoted
        strange += [(page.file, words) for words in quoted if words not in asked]
    assert all_quoted
    assert strange == []


def test_the_index_leaves_out_names_and_foreign_words_and_each_of_them_is_searched_for(guide: Guide) -> None:
    entries = (*guide.tricks.values(), *guide.countermeasures.values())
    aliases = [entry.aliases for entry in entries] + [term.aliases for term in guide.terms.values()]
    wrong = []
    for locale, search in guide.search.items():
        book = Handbook(Voice(guide, locale), ADDRESS)
        listed = [each.word for words in book.words.values() for each in words]
        searched = [word for each in aliases for word in each.words(locale)]
        for phrase in search.unlisted:
            whole = re.compile(rf"\b{re.escape(phrase)}\b", re.IGNORECASE)
            wrong += [(locale, "in the index", word) for word in listed if whole.search(word)]
            if not any(whole.search(word) for word in searched):
                wrong.append((locale, "searched for by nobody", phrase))
    assert any(search.unlisted for search in guide.search.values())
    assert wrong == []


def test_a_name_is_filed_in_the_index_without_the_article_that_it_begins_with(guide: Guide) -> None:
    words = Handbook(Voice(guide, "en"), ADDRESS).words
    assert "The silent renewal" in {each.word for each in words["S"]}
    wrong = []
    for locale, search in guide.search.items():
        voice = Voice(guide, locale)
        wrong += [
            (locale, each.word, letter)
            for letter, listed in Handbook(voice, ADDRESS).words.items()
            for each in listed
            for article in search.articles
            if each.word.casefold().startswith(f"{article} ".casefold())
            and voice.initial(each.word[len(article) + 1 :]) != letter
        ]
    assert wrong == []


def test_an_article_ends_with_its_word_or_with_a_sign_of_its_own(guide: Guide) -> None:
    search = guide.search["en"].model_copy(update={"articles": ["back", "e-"], "indexed": {}})
    words = Handbook(Voice(replace(guide, search={"en": search}), "en"), ADDRESS).words
    letters = {each.word: letter for letter, listed in words.items() for each in listed}
    asked = ("back channel", "back-office system", "backup", "e-invoicing", "edition")
    assert [letters[word] for word in asked] == ["C", "B", "B", "I", "E"]


def test_no_letter_of_a_latin_index_is_of_another_alphabet(guide: Guide) -> None:
    letters = {letter for locale in ("es", "en") for letter in Handbook(Voice(guide, locale), ADDRESS).words}
    assert [letter for letter in letters if letter and not letter.casefold() <= "ñ"] == []


def test_the_english_index_writes_a_percent_sign_next_to_its_figure(guide: Guide) -> None:
    words = Handbook(Voice(guide, "en"), ADDRESS).words
    assert [each.word for listed in words.values() for each in listed if re.search(r"\d\s%", each.word)] == []


def test_a_reference_to_a_clause_leads_to_where_the_book_prints_it(guide: Guide) -> None:
    book = Handbook(Voice(guide, "en"), ADDRESS)
    printed = {act.slug for acts in book.clauses.values() for act in acts}
    named = {name for _, words in _told(guide) for kind, name in texts.references(words) if kind == "clause"}
    assert named
    assert named <= printed
    assert {book.resolve("clause", name) for name in named} == {f"clause-{name}" for name in named}


def test_the_index_leads_to_the_wording_of_each_clause_and_to_the_sheet_of_each_meeting(guide: Guide) -> None:
    wanted = {f"clause-{act.slug}" for act in guide.countermeasures.values() if act.clause}
    wanted |= {f"meeting-{slug}" for slug in guide.meetings}
    for locale in guide.site.locales:
        book = Handbook(Voice(guide, locale), ADDRESS)
        listed = {each.word: each.places for words in book.words.values() for each in words}
        found = {place for places in listed.values() for place in places}
        assert wanted - found == set()
        names = {place: word for word, places in listed.items() for place in places}
        assert {place for place in wanted if book.title_of(place) == ""} == set()
        # Whoever looks for the matter under the words of its countermeasure finds the wording as well.
        apart = [
            (locale, word)
            for word, places in listed.items()
            for place in places
            if place.startswith("countermeasure-")
            and f"clause-{place.partition('-')[2]}" in names.keys() - set(places)
        ]
        assert apart == []


def test_what_the_index_prints_under_another_word_is_searched_for_and_not_printed_twice(guide: Guide) -> None:
    wrong = []
    for locale, search in guide.search.items():
        headings = {each.casefold() for each in search.indexed}
        bare = {**guide.search, locale: search.model_copy(update={"indexed": {}})}
        known, listed = (
            {
                each.word.casefold()
                for words in Handbook(Voice(one, locale), ADDRESS).words.values()
                for each in words
            }
            for one in (replace(guide, search=bare), guide)
        )
        said = [(heading, word) for heading, words in search.indexed.items() for word in words]
        wrong += [
            (locale, *each) for each in said if _folded(each[1]) not in {*map(_folded, known | headings)}
        ]
        wrong += [(locale, heading, word) for heading, word in said if word.casefold() in listed - headings]
    assert any(search.indexed for search in guide.search.values())
    assert wrong == []


def _folded(word: str) -> str:
    return re.sub(r"^(?:the|el|la|los|las) |\W", "", word.casefold())
