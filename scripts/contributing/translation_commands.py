"""`python -m scripts translations`: what is missing or stale, and the marks that say so."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import click
import yaml
from rich.console import Console
from rich.table import Table

from scripts.checks import Coverage, NoSuchPart, Report, check, coverage, with_stale, worst
from scripts.contributing.drafts import plain, read_yaml, write_over
from scripts.contributing.translation_files import exported, taken
from scripts.contributing.worded_yaml import with_words
from scripts.entries import load
from scripts.guide import with_front_matter
from scripts.options import checked_or_exit, guide_options, language_option
from scripts.problems import Faulty, Problem, Rulebook, fault, visible
from scripts.store import OF_THIS_REPOSITORY
from scripts.texts import LOCALE

_PAGES = ("content", "pages")


@click.group(invoke_without_command=True)
@guide_options
@language_option
@click.option("--locale", help="Only this language, with every file that waits.")
@click.pass_context
def translations(
    context: click.Context, root: Path, overlay: Path | None, words: Rulebook, locale: str | None
) -> None:
    """Show what each language lacks; mark and clear texts that fell behind."""
    if context.invoked_subcommand:
        # `translations --overlay DIR export` means what `translations export --overlay DIR` does.
        context.default_map = {context.invoked_subcommand: {"root": root, "overlay": overlay}}
        return
    guide = checked_or_exit(root, words, overlay=overlay)
    if locale is not None and locale not in guide.site.locales:
        raise click.BadParameter(f"{locale}: {', '.join(guide.site.locales)}", param_hint="--locale")
    covered = [coverage(guide, code) for code in guide.site.locales if locale in (None, code)]
    console = Console()
    console.print(_shares(covered, words))
    for each in covered:
        for gap in each.gaps:
            click.echo(
                words.word("gap_stale" if gap.stale else "gap_missing", file=gap.file, count=gap.missing)
            )


def _shares(covered: list[Coverage], words: Rulebook) -> Table:
    table = Table(words.word("column_language"), box=None, pad_edge=False)
    for name in ("column_share", "column_missing", "column_stale"):
        table.add_column(words.word(name), justify="right")
    for each in covered:
        missing = each.texts - each.present
        table.add_row(each.locale, f"{each.percent} %", str(missing), str(each.stale))
    return table


def _of_texts(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command name a language and files of the guide."""
    targets = click.argument("targets", nargs=-1, required=True, metavar="FILE[#ID]...")
    return guide_options(click.argument("locale")(targets(command)))


@translations.command("mark-stale")
@_of_texts
def mark_stale(root: Path, overlay: Path | None, locale: str, targets: tuple[str, ...]) -> None:
    """Mark that LOCALE's words are older than the others' in each FILE (of a list: FILE#ID)."""
    _write_all(root, overlay, targets, locale, stale=True)


@translations.command("clear-stale")
@_of_texts
def clear_stale(root: Path, overlay: Path | None, locale: str, targets: tuple[str, ...]) -> None:
    """Clear the mark once LOCALE's words are up to date in each FILE (of a list: FILE#ID)."""
    _write_all(root, overlay, targets, locale, stale=False)


def _write_all(
    root: Path, overlay: Path | None, targets: tuple[str, ...], locale: str, *, stale: bool
) -> None:
    # What is laid over the guide may stand within it: what is in both folders is the overlay's.
    homes = [*([overlay] if overlay else ()), root]
    words = f"content/ui/{locale}.yml"
    if not re.fullmatch(LOCALE, locale) or not any((home / words).is_file() for home in homes):
        raise click.BadParameter(visible(locale), param_hint="LOCALE")
    tops = [Path(os.path.realpath(home)) for home in homes]
    for target in targets:
        _write(tops, target, locale, stale=stale)


def _write(tops: list[Path], target: str, locale: str, *, stale: bool) -> None:
    """Write a mark into a file of one of the folders `tops`; the last is the guide's own."""
    name, _, part = target.partition("#")
    root = tops[-1]
    # os.path.realpath, unlike Path.resolve, takes a link that leads to itself.
    file = Path(os.path.realpath(root / name if (root / name).exists() else name))
    top = next((top for top in tops if file.is_relative_to(top)), None)
    if top is None or not file.is_file() or file.suffix not in (".yml", ".md"):
        raise click.BadParameter(f"{visible(name)}: no such file of the guide", param_hint="FILE")
    try:
        text = file.read_text(encoding="utf-8")
        changed = _marked(file.relative_to(top), text, locale, part or None, stale=stale)
    except (NoSuchPart, yaml.YAMLError, ValueError, RecursionError) as error:
        told = " ".join(str(error).split()) or "no entry"
        raise click.BadParameter(f"{visible(target)}: {visible(told)}", param_hint="FILE") from error
    write_over(file, changed)
    click.echo(Path(os.path.relpath(file, root)).as_posix())


def _marked(file: Path, text: str, locale: str, part: str | None, *, stale: bool) -> str:
    if file.suffix == ".md":
        if file.parts[:3] != (*_PAGES, locale):
            raise NoSuchPart(f"the page is not in '{locale}'")
        return with_front_matter(text, lambda front: with_stale(front, "true" if stale else None))
    data = read_yaml(text)
    if isinstance(data, list):
        entry = next((item for item in data if isinstance(item, dict) and item.get("id") == part), {})
    else:
        entry = data if isinstance(data, dict) else {}
    marked = entry.get("stale")
    known = [code for code in marked if isinstance(code, str)] if isinstance(marked, list) else []
    locales = ({*known} - {locale}) | ({locale} if stale else set())
    return with_stale(text, f"[{', '.join(map(plain, sorted(locales)))}]" if locales else None, part)


MOST_BYTES = 20_000_000
"""Of a PO file: the whole guide has two million."""


@translations.command("export")
@guide_options
@language_option
@click.option("--source", help="The language to translate from. Default: the guide's own.")
@click.option("--all", "all_texts", is_flag=True, help="Also the texts that are translated and up to date.")
@click.argument("locale")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def export(
    root: Path,
    overlay: Path | None,
    words: Rulebook,
    source: str | None,
    all_texts: bool,
    locale: str,
    file: Path,
) -> None:
    """Write the texts that LOCALE lacks into FILE, a PO file for programs in which translators work."""
    guide = checked_or_exit(root, words, overlay=overlay)
    source = source or next(code for code in guide.site.locales if code != locale)
    for code, hint in ((locale, "LOCALE"), (source, "--source")):
        if code not in guide.site.locales:
            raise click.BadParameter(f"{visible(code)}: {', '.join(guide.site.locales)}", param_hint=hint)
    if locale == source:
        raise click.BadParameter(visible(source), param_hint="--source")
    text = exported(guide, locale, source, all_texts=all_texts)
    file.write_text(text, encoding="utf-8", newline="\n")
    click.echo(words.word("po_written", count=text.count("\nmsgctxt "), file=visible(str(file))))


@translations.command("import")
@guide_options
@language_option
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def take(root: Path, overlay: Path | None, words: Rulebook, file: Path) -> None:
    """Write what FILE translates into the guide's files; nothing where any of it is at fault."""
    loaded = load(root, store=OF_THIS_REPOSITORY, overlay=overlay)
    _tell(check(loaded), root, words, overlay)
    shown_as = os.path.relpath(file, root)
    try:
        brought = taken(loaded, _read(file), shown_as)
    except Faulty as faulty:
        _tell([Problem(shown_as, 1, 1, "", each) for each in faulty.faults], root, words, overlay)
        return
    _tell(brought.problems, root, words, overlay)
    changed = {
        name: with_words((root / name).read_text(encoding="utf-8"), worded, brought.locale)
        for name, worded in brought.words.items()
    }
    for name, written in changed.items():
        write_over(root / name, written)
        click.echo(name)
    count = sum(map(len, brought.words.values()))
    click.echo(words.word("po_taken", count=count, files=len(changed)))


def _read(file: Path) -> str:
    """Return the file's text; raises Faulty."""
    size = file.stat().st_size
    if size > MOST_BYTES:
        raise Faulty(fault("file-too-large", size=f"{size:,}", limit=f"{MOST_BYTES:,}"))
    try:
        return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Faulty(fault("not-utf8")) from None


def _tell(problems: list[Problem], root: Path, words: Rulebook, overlay: Path | None) -> None:
    """Say what is wrong; end with 1 where any of it is an error."""
    if problems:
        click.echo(Report(sorted(problems), root, words, overlay).written("text"), err=True)
    if worst(problems) == "error":
        sys.exit(1)
