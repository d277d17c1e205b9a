"""Which pages are looked at."""

from collections.abc import Iterator, Sequence

from scripts.guide import Guide, Voice
from scripts.pages.all_pages import all_pages

_BESIDE = ("404.html", "offline.html")
"""Of each language, beside its pages."""


def one_of_each_kind(guide: Guide) -> Sequence[str]:
    """Return addresses below the site: for every language one page of each template, then those beside."""
    found: list[str] = []
    for locale in guide.site.locales:
        kinds: dict[str, str] = {}
        for page in all_pages(Voice(guide, locale)):
            kinds.setdefault(page.template, page.path)
        found += [f"{locale}/{path}" for path in (*kinds.values(), *_BESIDE)]
    return [*found, "", "404.html"]


def most_read(guide: Guide) -> Iterator[str]:
    """Yield for every language the home page, the catalogue, a trick, a checklist and a quiz."""
    first = {
        "tricks": guide.tricks,
        "checklists": guide.meetings,
        "quizzes": guide.quizzes,
    }
    for locale in guide.site.locales:
        yield from (f"{locale}/", f"{locale}/tricks/")
        yield from (f"{locale}/{folder}/{next(iter(entries))}/" for folder, entries in first.items())
