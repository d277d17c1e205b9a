"""The page that tells how much of the guide each language has."""

from collections.abc import Iterator

from scripts.assessment import addresses
from scripts.page import Page, index_page
from scripts.translations import coverage
from scripts.voice import Voice


def translation_pages(voice: Voice) -> Iterator[Page]:
    """Yield the translations' page: every language's share, and what this one waits for."""
    guide = voice.guide
    covered = {code: coverage(guide, code) for code in guide.site.locales}
    yield index_page(
        voice,
        "translations/",
        "translations.md.j2",
        "translations",
        covered=covered,
        gaps=covered[voice.locale].gaps,
        assessments=addresses(guide.assessments),
    )
