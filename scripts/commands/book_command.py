"""`python -m scripts book`: the whole guide of a language as a book."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click

from scripts.books import Handbook, made_as
from scripts.derived import BOOK_FORMS, EPUB, PAPERS, book_name
from scripts.guide import Guide, Voice
from scripts.options import (
    checked_or_exit,
    language_option,
    out_folder,
    overlay_option,
    published_at,
    refuse_odd_date,
    refuse_unknown,
    root_option,
    strict_option,
)
from scripts.paper import PaperFailed, Press
from scripts.places import REPOSITORY
from scripts.problems import Refused, Rulebook, visible
from scripts.publishing import refuse_sources, work_folder

_FOLDER = REPOSITORY / "exports" / "books"


@click.command()
@root_option
@overlay_option
@strict_option
@click.option(
    "--out", type=out_folder, default=_FOLDER, help="Where the files go. Default: exports/books/ here."
)
@click.option("--url", help="The address the guide is published at. Default: content/site.yml's.")
@click.option("--locale", "locales", multiple=True, help="Only this language; may be repeated.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(tuple(BOOK_FORMS)),
    help="Only this format; may be repeated.",
)
@click.option(
    "--paper",
    "papers",
    multiple=True,
    type=click.Choice(tuple(PAPERS)),
    help="Of the PDF, only this paper; may be repeated.",
)
@language_option
def book(
    root: Path,
    overlay: Path | None,
    strict: bool,
    out: Path,
    url: str | None,
    locales: tuple[str, ...],
    formats: tuple[str, ...],
    papers: tuple[str, ...],
    words: Rulebook,
) -> None:
    """Write the handbook: the whole guide as PDF for A4 and Letter and as EPUB, in each language.

    Made for a release and not in every build: one PDF of a hundred tricks takes about half a minute.
    """
    refuse_odd_date()
    guide = checked_or_exit(root, words, strict=strict, overlay=overlay)
    refuse_unknown("--locale", locales, guide.site.locales)
    address = published_at(url) or guide.site.url
    real = Path(os.path.realpath(out))
    refuse_sources(real, *guide.folders)
    forms = list(_forms(formats, papers))
    with work_folder(real) as work:
        press = Press.with_own_fonts(work / "fonts", address)
        for name, made in _made(guide, locales or guide.site.locales, forms, press):
            (work / name).write_bytes(made)
            real.mkdir(parents=True, exist_ok=True)
            (work / name).replace(real / name)
            click.echo(visible(str(out / name)))


def _forms(formats: Sequence[str], papers: Sequence[str]) -> Iterator[str]:
    for each in formats or BOOK_FORMS:
        yield from (form for form in BOOK_FORMS[each] if form == EPUB or not papers or form in papers)


def _made(
    guide: Guide, locales: Sequence[str], forms: Sequence[str], press: Press
) -> Iterator[tuple[str, bytes]]:
    """Yield the name and bytes of each file, in the order asked for; raises Refused."""
    wanted = [(locale, form) for locale in locales for form in forms]

    def make(one: tuple[str, str]) -> bytes:
        locale, form = one
        return made_as(form, Handbook(Voice(guide, locale), press.address), press)

    # Typst leaves Python's lock alone.
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        try:
            yield from zip((book_name(*one) for one in wanted), pool.map(make, wanted), strict=True)
        except PaperFailed as failed:
            pool.shutdown(cancel_futures=True)
            raise Refused("as_told", detail=failed) from failed
