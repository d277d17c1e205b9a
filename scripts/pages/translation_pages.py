"""The page that tells how much of the guide each language has."""

from collections.abc import Iterator

from scripts.checks import coverage
from scripts.guide import TRANSLATIONS, Voice, of_assessments
from scripts.pages.page import Page, index_page


def translation_pages(voice: Voice) -> Iterator[Page]:
    """Yield the translations' page: every language's share, and what this one waits for."""
    guide = voice.guide
    covered = {code: coverage(guide, code) for code in guide.site.locales}
    yield index_page(
        voice,
        TRANSLATIONS,
        "translations.md.j2",
        "translations",
        covered=covered,
        gaps=covered[voice.locale].gaps,
        assessments=of_assessments(guide.assessments),
    )
