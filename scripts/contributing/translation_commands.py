"""`python -m scripts translations`: what is missing or stale, and the marks that say so."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import click
import yaml
from rich.console import Console
from rich.table import Table

from scripts.checks import Coverage, NoSuchPart, coverage, with_stale
from scripts.contributing.drafts import plain, read_yaml, write_over
from scripts.guide import with_front_matter
from scripts.options import checked_or_exit, language_option, root_option
from scripts.problems import Rulebook, visible
from scripts.texts import LOCALE

_PAGES = ("content", "pages")


@click.group(invoke_without_command=True)
@root_option
@language_option
@click.option("--locale", help="Only this language, with every file that waits.")
@click.pass_context
def translations(context: click.Context, root: Path, words: Rulebook, locale: str | None) -> None:
    """Show what each language lacks; mark and clear texts that fell behind."""
    if context.invoked_subcommand:
        return
    guide = checked_or_exit(root, words)
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
    return root_option(click.argument("locale")(targets(command)))


@translations.command("mark-stale")
@_of_texts
def mark_stale(root: Path, locale: str, targets: tuple[str, ...]) -> None:
    """Mark that LOCALE's words are older than the others' in each FILE (of a list: FILE#ID)."""
    for target in targets:
        _write(root, target, locale, stale=True)


@translations.command("clear-stale")
@_of_texts
def clear_stale(root: Path, locale: str, targets: tuple[str, ...]) -> None:
    """Clear the mark once LOCALE's words are up to date in each FILE (of a list: FILE#ID)."""
    for target in targets:
        _write(root, target, locale, stale=False)


def _write(root: Path, target: str, locale: str, *, stale: bool) -> None:
    if not re.fullmatch(LOCALE, locale) or not (root / f"content/ui/{locale}.yml").is_file():
        raise click.BadParameter(visible(locale), param_hint="LOCALE")
    name, _, part = target.partition("#")
    top = Path(os.path.realpath(root))
    # os.path.realpath, unlike Path.resolve, takes a link that leads to itself.
    file = Path(os.path.realpath(root / name if (root / name).exists() else name))
    if not file.is_relative_to(top) or not file.is_file() or file.suffix not in (".yml", ".md"):
        raise click.BadParameter(f"{visible(name)}: no such file of the guide", param_hint="FILE")
    try:
        text = file.read_text(encoding="utf-8")
        changed = _marked(file.relative_to(top), text, locale, part or None, stale=stale)
    except (NoSuchPart, yaml.YAMLError, ValueError, RecursionError) as error:
        told = " ".join(str(error).split()) or "no entry"
        raise click.BadParameter(f"{visible(target)}: {visible(told)}", param_hint="FILE") from error
    write_over(file, changed)
    click.echo(file.relative_to(top).as_posix())


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
