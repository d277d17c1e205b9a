"""The page of an assessment offers a short form where its editor chose one, and only there."""

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.guide import Assessment, Guide, Voice
from scripts.pages import all_pages, page_environment, render_page


def _page(guide: Guide, locale: str, assessment: Assessment) -> LexborHTMLParser:
    voice = Voice(replace(guide, assessments={assessment.slug: assessment}), locale)
    page = next(page for page in all_pages(voice) if page.path == "assessment/")
    return LexborHTMLParser(render_page(page_environment(voice, "https://forewarned.example/"), page))


def _own(guide: Guide) -> Assessment:
    assert guide.assessment is not None
    return guide.assessment


@pytest.mark.parametrize("locale", ["es", "en"])
def test_the_few_are_linked_and_marked_in_the_order_of_the_page(guide: Guide, locale: str) -> None:
    assessment = _own(guide)
    page = _page(guide, locale, assessment.model_copy(update={"short": assessment.short[::-1]}))
    ids = [field.attributes["id"] for field in page.css("fieldset.statement")]
    links = [link.attributes["href"] for link in page.css(".short-list a")]
    assert links == [f"#{name}" for name in ids if name in assessment.short]
    numbers = [link.text() for link in page.css(".short-list a")]
    assert numbers == [str(ids.index(link[1:]) + 1) for link in links if link]
    assert [
        f"#{field.attributes['id']}" for field in page.css("fieldset.statement:has(.short-mark)")
    ] == links


@pytest.mark.parametrize("locale", ["es", "en"])
def test_without_a_short_form_nothing_speaks_of_one(guide: Guide, locale: str) -> None:
    page = _page(guide, locale, _own(guide).model_copy(update={"short": []}))
    assert len(page.css("fieldset.statement")) == len(_own(guide).statements)
    told = "[data-forms], [data-form-status], .short-list, .short-mark, [data-rest], [data-sum=short]"
    assert page.css(told) == []
