"""`python -m scripts book`: the whole guide of a language as a book."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import click

from scripts.books import Handbook, Tell, made_as
from scripts.checks import Report
from scripts.commands.release_files import write_files
from scripts.derived import BOOK_FORMS, EPUB, PAPERS, book_name
from scripts.guide import Voice
from scripts.options import (
    checked_or_exit,
    guide_options,
    language_option,
    out_folder,
    published_at,
    refuse_odd_date,
    refuse_unknown,
    strict_option,
)
from scripts.paper import Press
from scripts.places import REPOSITORY
from scripts.problems import Problem, Rulebook

_FOLDER = REPOSITORY / "exports" / "books"


@click.command()
@guide_options
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

    Warns of each trick that does not stand on two facing pages and of each last page with only a few lines.
    Made for a release and not in every build: one PDF of a hundred tricks takes about half a minute.
    """
    refuse_odd_date()
    guide = checked_or_exit(root, words, strict=strict, overlay=overlay)
    refuse_unknown("--locale", locales, guide.site.locales)
    address = published_at(url) or guide.site.url
    forms = list(_forms(formats, papers))
    found: list[Problem] = []
    wanted = {
        book_name(locale, form): partial(_made, Voice(guide, locale), form, found.extend)
        for locale in locales or guide.site.locales
        for form in forms
    }
    write_files(wanted, out, guide.folders, address)
    if found:
        click.echo(Report(sorted(found), root, words, overlay).written("text"), err=True)


def _made(voice: Voice, form: str, tell: Tell, press: Press) -> bytes:
    return made_as(form, Handbook(voice, press.address), press, tell)


def _forms(formats: Sequence[str], papers: Sequence[str]) -> Iterator[str]:
    for each in formats or BOOK_FORMS:
        yield from (form for form in BOOK_FORMS[each] if form == EPUB or not papers or form in papers)
