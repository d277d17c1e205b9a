"""How much of the guide each locale has: what is missing, what is stale."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.guide import Guide
from scripts.texts import Text


@dataclass(frozen=True)
class Gap:
    """A file, or a part of one, that waits for a translator.

    `missing` counts its texts without words in the locale; `stale` says that the words are older
    than the other locales'. `reference` is the kind and name of its page, None for interface words.
    """

    file: str
    title: Text | str
    missing: int
    stale: bool
    reference: tuple[str, str] | None = None


@dataclass(frozen=True)
class Coverage:
    """One locale's share of the guide: `present` of `texts` texts are there; `gaps` by file."""

    locale: str
    texts: int
    present: int
    gaps: tuple[Gap, ...]

    @property
    def percent(self) -> int:
        """The share of texts that are there, in whole per cent, 100 only where none is missing."""
        return self.present * 100 // self.texts if self.texts else 100

    @property
    def stale(self) -> int:
        """The number of entries and pages that are marked stale."""
        return sum(gap.stale for gap in self.gaps)


def coverage(guide: Guide, locale: str) -> Coverage:
    """Count the texts of entries, pages and interface words that `locale` has.

    A page and each of the interface's words count as one text.
    """
    sizes = _sizes(guide)
    gaps = tuple(_gaps(guide, locale))
    total = sum(sizes.values())
    return Coverage(locale, total, total - sum(gap.missing for gap in gaps), gaps)


def _sizes(guide: Guide) -> Mapping[str, int]:
    return {
        "entries": sum(len(placed.part.texts()) for placed in guide.placed()),
        "pages": len(guide.pages),
        "words": len(guide.wordings[guide.site.default_locale].words),
    }


def _gaps(guide: Guide, locale: str) -> Iterator[Gap]:
    for placed in guide.placed():
        texts = () if locale in placed.part.whole_in else placed.part.texts()
        missing = sum(not text.has(locale) for _, text in texts)
        stale = locale in placed.part.stale
        if missing or stale:
            yield Gap(placed.file, placed.title, missing, stale, placed.reference)
    for slug, versions in guide.pages.items():
        page = versions.get(locale)
        if page is None or page.front.stale:
            shown = page or next(iter(versions.values()))
            yield Gap(shown.beside(locale), shown.title, int(page is None), page is not None, ("page", slug))
    wanted = guide.wordings[guide.site.default_locale].words
    lacking = len(set(wanted) - set(guide.wordings[locale].words))
    if lacking:
        file = f"content/ui/{locale}.yml"
        yield Gap(file, guide.wordings[locale].language, lacking, stale=False)
