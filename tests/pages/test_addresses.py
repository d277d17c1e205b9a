"""The addresses that `check` guards are those that pages are made at."""

from scripts.guide.addresses import FIXED, of_assessments, path_to
from scripts.guide.voice import Voice
from scripts.guide.whole import Guide
from scripts.pages import all_pages
from scripts.texts.markdown import REFERENCE_KINDS


def test_every_page_stands_where_addresses_say(guide: Guide) -> None:
    entries = {path_to(each.kind, each.slug) for each in guide.entries() if each.kind in REFERENCE_KINDS}
    named = {
        path_to(kind, slug)
        for kind, slugs in (
            ("phase", guide.phases),
            ("page", guide.pages),
            ("path", guide.paths),
            ("questions", guide.tricks),
        )
        for slug in slugs
    }
    expected = FIXED | entries | named | set(of_assessments(guide.assessments).values())
    for locale in guide.site.locales:
        assert {page.path for page in all_pages(Voice(guide, locale))} == expected
