"""What the commands share: their options, and loading a checked guide."""

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, TypeVar

import click

from scripts.checks import Report
from scripts.checks import check as check_guide
from scripts.derived import skeleton_of
from scripts.entries import Loaded, load, reading_ahead
from scripts.guide import Guide
from scripts.places import REPOSITORY
from scripts.problems import (
    ProblemsFound,
    Refused,
    Rulebook,
    contributor_locale,
    rulebook,
    rulebook_locales,
    visible,
)
from scripts.rubbish import keeping_all
from scripts.store import NOTHING_KEPT, OF_THIS_REPOSITORY, Store
from scripts.texts import site_address
from scripts.workers import WorkerLost, workers, workers_are_copies

WORDS = "scripts.words"
"""Where click's context keeps the Rulebook in which a command speaks."""
DATE = "SOURCE_DATE_EPOCH"
LATEST_DATE = 4_354_819_199
"""The last second of 2107, the latest that a ZIP can hold (APPNOTE 4.4.6)."""

C = TypeVar("C", bound=Callable[..., Any] | click.Command)


class _OutFolder(click.Path):
    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        # An empty name, as of a variable that is not set, would mean the folder one happens to be in.
        if not str(value) or "\0" in str(value):
            self.fail(f"{str(value)!r}", param, ctx)
        return super().convert(value, param, ctx)


_root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=REPOSITORY,
    help="A folder with content/ and tricks/. Default: this repository.",
)
_overlay_option = click.option(
    "--overlay",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with a content/ or tricks/ of your own, laid over the guide: it adds and replaces.",
)


def guide_options(command: C) -> C:
    """Give a command what every reader of a guide takes: `root`, its folder, and `overlay`, laid over it."""
    return _root_option(_overlay_option(command))


out_folder = _OutFolder(file_okay=False, path_type=Path)
"""The type of every --out: a folder, or what may become one."""
strict_option = click.option(
    "--strict", is_flag=True, help="Ask for every text in every language; nothing stale."
)


def _rulebook(context: click.Context, _parameter: click.Parameter, locale: str | None) -> Rulebook:
    words: Rulebook = rulebook(locale or contributor_locale())
    context.meta[WORDS] = words
    return words


language_option = click.option(
    "--lang",
    "words",
    type=click.Choice(rulebook_locales()),
    callback=_rulebook,
    help="The language of the messages. Default: your system's.",
)


def load_checked(
    root: Path,
    *,
    strict: bool = False,
    store: Store = NOTHING_KEPT,
    overlay: Path | None = None,
    ahead: bool = False,
) -> Guide:
    """Load and check the guide below `root`, with `overlay` laid over it; raises ProblemsFound.

    What `store` holds is not read again. With `ahead` many files are read by processes of their own: only for
    a program that has no threads yet.
    """
    with reading_ahead(store) if ahead else nullcontext(store) as reading, keeping_all():
        loaded = load(root, store=reading, overlay=overlay)
    problems = check_guide(loaded, strict=strict)
    if problems or loaded.guide is None:
        raise ProblemsFound(problems)
    return loaded.guide


def load_to_build(
    root: Path,
    *,
    store: Store,
    strict: bool = False,
    overlay: Path | None = None,
    meanwhile: Callable[[], object] = lambda: None,
) -> Guide:
    """Return what `load_checked` does, looked through for what `store` holds of it while it is checked.

    What is done `meanwhile` costs no time where checking takes longer than looking through. Only for a
    program that has no threads yet. Raises ProblemsFound.
    """
    if not workers_are_copies():
        return load_checked(root, strict=strict, store=store, overlay=overlay, ahead=True)
    with keeping_all(for_good=True):
        with reading_ahead(store) as reading:
            loaded = load(root, store=reading, overlay=overlay)
        return _checked_beside(loaded, store, meanwhile, strict=strict)


def _checked_beside(loaded: Loaded, store: Store, meanwhile: Callable[[], object], *, strict: bool) -> Guide:
    with workers(loaded, at_most=1) as staff:
        checked = staff.begin(check_guide, strict=strict)
        try:
            if loaded.guide and store.keeps:
                skeleton_of(loaded.guide)
            meanwhile()
        finally:
            try:
                problems = checked.result()
            except WorkerLost:
                problems = check_guide(loaded, strict=strict)
            # What fails on a guide at fault fails for its faults: they are told in its place.
            if problems or loaded.guide is None:
                raise ProblemsFound(problems)
    return loaded.guide


def checked_or_exit(
    root: Path,
    words: Rulebook,
    *,
    strict: bool = False,
    store: Store = OF_THIS_REPOSITORY,
    overlay: Path | None = None,
) -> Guide:
    """Return the checked guide below `root`; where it is at fault, tell every fault and exit with 1."""
    with faults_told(root, words, overlay):
        return load_checked(root, strict=strict, store=store, overlay=overlay, ahead=True)


@contextmanager
def faults_told(root: Path, words: Rulebook, overlay: Path | None) -> Iterator[None]:
    """Where the guide that is loaded meanwhile is at fault, tell every fault and exit with 1."""
    try:
        yield
    except ProblemsFound as found:
        click.echo(Report(found.problems, root, words, overlay).written("text"), err=True)
        sys.exit(1)


def refuse_unknown(option: str, named: Sequence[str], known: Sequence[str]) -> None:
    """Raise click.BadParameter, which says what is known, where `option` names anything else."""
    for name in named:
        if name not in known:
            raise click.BadParameter(f"{name}: {', '.join(known)}", param_hint=option)


def refuse_odd_date(environment: Mapping[str, str] = os.environ) -> None:
    """Raise Refused where SOURCE_DATE_EPOCH is set and is no second that all made files can bear.

    The form is that of reproducible-builds.org's specification: digits as of `date +%s`, nothing else.
    """
    given = environment.get(DATE)
    if given is None:
        return
    if not re.fullmatch("[0-9]{1,10}", given) or int(given) > LATEST_DATE:
        raise Refused("date_bad", variable=DATE, given=visible(given, 40), latest=LATEST_DATE)


def published_at(url: str | None) -> str | None:
    """Return the address given by --url, whole; raises click.BadParameter where it is none."""
    if url is None:
        return None
    try:
        return site_address(url if url.endswith("/") else f"{url}/")
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--url") from error
