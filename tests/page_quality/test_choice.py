"""Which pages are looked at: one of each kind in each language, and those that are read most."""

from collections import Counter

from scripts.guide import Voice
from scripts.pages.all_pages import all_pages
from tests.page_quality.choice import most_read, one_of_each_kind
from tests.real_guide import real_guide


def test_one_page_of_each_kind_in_each_language_and_those_beside() -> None:
    guide = real_guide()
    chosen = one_of_each_kind(guide)
    assert len(set(chosen)) == len(chosen)
    for locale in guide.site.locales:
        kinds = {f"{locale}/{page.path}": page.template for page in all_pages(Voice(guide, locale))}
        seen = Counter(kinds[path] for path in chosen if path in kinds)
        assert seen == Counter(dict.fromkeys(kinds.values(), 1))
        assert {f"{locale}/404.html", f"{locale}/offline.html"} <= set(chosen)
    assert {"", "404.html"} <= set(chosen)


def test_what_is_read_most_is_there_in_every_language() -> None:
    guide = real_guide()
    chosen = list(most_read(guide))
    for locale in guide.site.locales:
        kinds = {f"{locale}/{page.path}": page.template for page in all_pages(Voice(guide, locale))}
        of_language = [kinds[path] for path in chosen if path.startswith(f"{locale}/")]
        assert len(set(of_language)) == len(of_language) == 5
