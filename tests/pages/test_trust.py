"""What tells a reader why to believe a page: who reviewed it when, its sources, where to mend it."""

import re
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path
from typing import get_args

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.entries import load
from scripts.guide import SEVERITIES, Trick, path_to
from scripts.guide.model import Source
from scripts.guide.voice import Voice
from scripts.pages.standing import sources_of_meeting, told_sources
from scripts.preview.live import Preview
from tests.real_guide import real_guide

GUIDE = real_guide()
HOME = "https://forge.example/we/guide"


@pytest.fixture
def preview(guide_folder: Path) -> Iterator[Preview]:
    made = Preview(guide_folder)
    yield made
    made.close()


def _footer(preview: Preview, path: str) -> dict[str, str]:
    html = preview.html("en", path)
    assert html is not None
    links = LexborHTMLParser(html).css(".site-footer a")
    return {link.text().strip(): str(link.attributes["href"]) for link in links}


PAGES = {
    "": "content/pages/en/index.md",
    "tricks/kickbacks/": "tricks/people/kickbacks.yml",
    "checklists/demo/": "content/meetings/demo.yml",
    "quizzes/people/": "content/quizzes/people.yml",
    "questions/kickbacks/": "tricks/people/kickbacks.yml",
    "phases/people/": "content/phases.yml",
    "glossary/": "content/glossary.yml",
    "method/": "content/pages/en/method.md",
    "tricks/": "",
}


def test_every_page_leads_to_its_file_and_to_the_form_for_a_trick(
    preview: Preview, guide_folder: Path
) -> None:
    site = guide_folder / "content/site.yml"
    site.write_text(f"{site.read_text(encoding='utf-8')}repository: {HOME}\n", encoding="utf-8")
    preview.refresh()
    voice = Voice(GUIDE, "en")
    for path, file in PAGES.items():
        links = _footer(preview, path)
        assert links.get(voice.say("mend_page"), "") == (f"{HOME}/blob/HEAD/{file}" if file else ""), path
        assert not file or (guide_folder / file).is_file()
        assert links[voice.say("repository")] == HOME
        assert links[voice.say("report_trick")].startswith(f"{HOME}/issues/new")
        assert links[voice.say("how_we_work")].endswith("method/") or path == "method/"


def test_without_a_repository_no_page_names_one(preview: Preview) -> None:
    preview.refresh()
    voice = Voice(GUIDE, "en")
    for path in PAGES:
        links = _footer(preview, path)
        assert not {voice.say(key) for key in ("mend_page", "repository", "report_trick")} & set(links), path


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        ("en", "one article and 2 laws or rulings; the newest was read on 26 November 2026."),
        (
            "es",
            "un artículo y 2 leyes o sentencias; la consulta más reciente es del 26 de noviembre de 2026.",
        ),
    ],
)
def test_sources_are_counted_by_kind(locale: str, told: str) -> None:
    read = (("law", "2026-11-24"), ("article", "2026-11-26"), ("law", "2026-11-25"))
    law = {"title": "A law", "url": "https://law.example/", "date": "2019", "language": "en"}
    sources = [Source.model_validate({**law, "kind": kind, "accessed": day}) for kind, day in read]
    voice = Voice(GUIDE, locale)
    assert told_sources(voice, sources).endswith(told)
    assert told_sources(voice, []) == voice.say("stands_on_none")


@pytest.mark.parametrize("locale", GUIDE.site.locales)
@pytest.mark.parametrize(
    ("kinds", "warned"),
    [
        (("interested",), True),
        (("practitioner", "interested"), True),
        (("interested", "study"), False),
        (("law",), False),
    ],
)
def test_a_page_that_rests_on_somebodys_word_alone_says_so(
    locale: str, kinds: tuple[str, ...], warned: bool
) -> None:
    page = {"title": "A page", "url": "https://page.example/", "accessed": "2026-11-24", "language": "en"}
    sources = [Source.model_validate({**page, "kind": kind}) for kind in kinds]
    voice = Voice(GUIDE, locale)
    assert told_sources(voice, sources).endswith(voice.say("stands_on_word")) == warned


def test_the_article_that_the_guide_began_with_is_by_an_interested_party() -> None:
    """Its author sells what it speaks of (about.md), so no entry may call it anything else (method.md)."""
    began = [
        (file, source) for file, _, source in GUIDE.sources() if "gryaznye-ulovki-vendorov" in source.url
    ]
    assert began
    assert [file for file, source in began if source.kind != "interested"] == []


@pytest.mark.parametrize("locale", GUIDE.site.locales)
def test_a_page_says_when_it_was_reviewed_and_what_it_stands_on(preview: Preview, locale: str) -> None:
    preview.refresh()
    voice = Voice(GUIDE, locale)
    for path, entry in (
        ("tricks/kickbacks/", GUIDE.tricks["kickbacks"]),
        ("checklists/demo/", GUIDE.meetings["demo"]),
        ("countermeasures/split-the-decision/", GUIDE.countermeasures["split-the-decision"]),
    ):
        html = LexborHTMLParser(preview.html(locale, path) or "")
        said = html.css(".standing")
        assert len(said) == 1, path
        assert entry.reviewed
        assert voice.say("last_reviewed", date=voice.wording.date(entry.reviewed)) in said[0].text()


def test_a_source_in_another_language_is_told_in_the_readers(preview: Preview) -> None:
    preview.refresh()
    source = next(one for one in GUIDE.tricks["kickbacks"].sources if one.translation)
    for locale in GUIDE.site.locales:
        page = LexborHTMLParser(preview.html(locale, "tricks/kickbacks/") or "")
        said = [item.text() for item in page.css("li:has(> a > cite)")]
        assert source.translation is not None
        assert any(
            source.title in words and source.translation.words(locale, "es") in words for words in said
        )


@pytest.mark.parametrize("locale", GUIDE.site.locales)
def test_the_page_of_sources_has_every_source_once_those_of_the_calculator_too(
    preview: Preview, guide_folder: Path, locale: str
) -> None:
    preview.refresh()
    guide = load(guide_folder).guide
    assert guide is not None
    page = LexborHTMLParser(preview.html(locale, "sources/") or "")
    items = {str(item.css("a")[0].attributes["href"]): item for item in page.css(".citations > li")}
    assert len(items) == len(page.css(".citations > li"))
    wanted = {
        source.url for _, _, source in guide.sources() if source.used_in is None or locale in source.used_in
    }
    assert set(items) == wanted
    resting = [(kind, source) for kind in guide.kinds_of_purchase.values() for source in kind.sources]
    assert resting
    for kind, source in resting:
        citing = {link.text(): str(link.attributes["href"]) for link in items[source.url].css(".cited-by a")}
        assert citing[kind.name.words(locale, "es")].endswith(f"calculator/#kind-{kind.id}")


@pytest.mark.parametrize("locale", GUIDE.site.locales)
def test_the_page_of_sources_says_from_when_to_when_a_source_was_read(
    preview: Preview, guide_folder: Path, locale: str
) -> None:
    """Entries written at different times give different days: one of them alone would belie the others."""
    days = ("2026-11-22", "2026-11-24", "2026-11-23")
    guide = load(guide_folder).guide
    assert guide is not None
    url = guide.tricks["kickbacks"].sources[0].url
    citing = [entry for entry in guide.citing() if url in {source.url for source in entry.sources}]
    assert len(citing) >= len(days)
    for entry, day in zip(citing, chain(days, repeat(days[-1])), strict=False):
        file = guide_folder / entry.file
        before, cited, after = file.read_text(encoding="utf-8").partition(f"url: {url}\n")
        assert cited, entry.file
        file.write_text(
            before + cited + re.sub(r"accessed: .*", f'accessed: "{day}"', after, count=1), encoding="utf-8"
        )
    preview.refresh()
    page = LexborHTMLParser(preview.html(locale, "sources/") or "")
    told = {str(item.css("a")[0].attributes["href"]): item.text() for item in page.css(".citations > li")}
    voice = Voice(guide, locale)
    first, last = voice.wording.date(min(days)), voice.wording.date(max(days))
    assert voice.say("accessed_between", first=first, last=last) in told[url]
    assert isinstance(citing[0], Trick)
    own_page = preview.html(locale, path_to("trick", citing[0].slug)) or ""
    assert voice.say("accessed", date=first) in own_page


def test_a_meeting_stands_on_the_sources_of_its_tricks_each_once() -> None:
    voice = Voice(GUIDE, "en")
    for meeting in GUIDE.meetings.values():
        urls = [source.url for source in sources_of_meeting(voice, meeting)]
        assert len(urls) == len(set(urls))
        tricks = GUIDE.tricks_of_meeting(meeting.slug)
        assert set(urls) == {source.url for trick in tricks for source in voice.sources(trick)}


@pytest.mark.parametrize("locale", GUIDE.site.locales)
def test_a_source_without_a_date_says_so_and_no_year_of_its_own(
    preview: Preview, guide_folder: Path, locale: str
) -> None:
    for file in (*guide_folder.glob("tricks/*/*.yml"), *guide_folder.glob("content/countermeasures/*.yml")):
        words = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"\n    date: .*(?=\n    accessed)", "", words), encoding="utf-8")
    preview.refresh()
    guide = load(guide_folder).guide
    assert guide is not None
    voice = Voice(guide, locale)
    undated = {source.url: source for source in voice.sources(guide.tricks["kickbacks"])}
    page = LexborHTMLParser(preview.html(locale, "sources/") or "")
    told = {str(item.css("a")[0].attributes["href"]): item.text() for item in page.css(".citations > li")}
    assert undated
    for url, source in undated.items():
        assert source.date is None
        kind, read = voice.say(f"source_kind_{source.kind}"), voice.wording.date(source.accessed)
        wanted = f"{kind}, {voice.say('source_undated')}. {voice.say('accessed', date=read)}"
        assert wanted in told[url], url
    assert not [words for words in told.values() if re.search(r"[?!.…]\.(\s|$)", words)]


def test_every_kind_of_source_is_named_and_counted_in_each_language() -> None:
    one = GUIDE.tricks["kickbacks"].sources[0]
    for locale in GUIDE.site.locales:
        voice = Voice(GUIDE, locale)
        kinds = get_args(Source.model_fields["kind"].annotation)
        assert len({voice.say(f"source_kind_{kind}") for kind in kinds}) == len(kinds)
        for kind in kinds:
            told = told_sources(voice, [one.model_copy(update={"kind": kind})] * 2)
            assert voice.say(f"source_count_{kind}", count=2) in told, (locale, kind)
            assert voice.say(f"source_kinds_{kind}")


def test_no_survey_or_abstract_is_called_an_official_report() -> None:
    """A reader takes an official report for neutral; a survey may have been paid for by a seller."""
    cited = [(slug, source) for slug, trick in GUIDE.tricks.items() for source in trick.sources]
    cited += [(slug, source) for slug, act in GUIDE.countermeasures.items() for source in act.sources]
    wrong = [
        f"{slug}: {source.title}"
        for slug, source in cited
        if source.kind == "report"
        and re.search(r"survey|encuesta|abstract", f"{source.title} {source.supports}", re.IGNORECASE)
    ]
    assert wrong == []


def test_a_source_stands_only_in_the_languages_whose_text_uses_it(preview: Preview) -> None:
    preview.refresh()
    trick = GUIDE.tricks["kickbacks"]
    of_one = {source.url: source.used_in for source in trick.sources if source.used_in}
    assert of_one
    for locale in GUIDE.site.locales:
        page = LexborHTMLParser(preview.html(locale, f"tricks/{trick.slug}/") or "")
        listed = {str(link.attributes["href"]) for link in page.css(".sources li > a")}
        assert {url for url in of_one if url in listed} == {
            url for url, used_in in of_one.items() if locale in used_in
        }
        voice = Voice(GUIDE, locale)
        standing = page.css(".standing")[0].text()
        assert told_sources(voice, voice.sources(trick)) in standing
        assert told_sources(voice, trick.sources) not in standing


def test_a_language_that_shows_anothers_text_shows_what_that_text_rests_on() -> None:
    """A locale added today has no text of its own yet: its pages speak the default language."""
    trick = next(one for one in GUIDE.tricks.values() if any(each.used_in == ["es"] for each in one.sources))
    assert GUIDE.site.default_locale == "es"
    assert {each.url for each in Voice(GUIDE, "pt").sources(trick)} == {
        each.url for each in Voice(GUIDE, "es").sources(trick)
    }


def test_how_we_work_explains_each_cost_that_a_trick_has_and_no_other() -> None:
    for locale in GUIDE.site.locales:
        voice = Voice(GUIDE, locale)
        _, page = voice.page("method")
        explained = {each for each in SEVERITIES if f"**{voice.say(f'severity_{each}')}:**" in page.body}
        assert explained == {trick.severity for trick in GUIDE.tricks.values()}, locale
