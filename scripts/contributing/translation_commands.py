"""`python -m scripts translations`: what is missing or stale, and the marks that say so."""

from collections.abc import Callable
from pathlib import Path

import click
import yaml
from rich.console import Console
from rich.table import Table

from scripts.entries import Coverage, NoSuchPart, coverage, with_stale
from scripts.guide import with_front_matter
from scripts.options import checked_or_exit, language_option, root_option
from scripts.problems import Rulebook

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
    name, _, part = target.partition("#")
    file = (root / name).resolve() if (root / name).exists() else Path(name).resolve()
    if not file.is_file() or not file.is_relative_to(root.resolve()):
        raise click.BadParameter(f"{name}: no such file of the guide", param_hint="FILE")
    text = file.read_text(encoding="utf-8")
    try:
        changed = _marked(file.relative_to(root.resolve()), text, locale, part or None, stale=stale)
    except (NoSuchPart, yaml.YAMLError) as error:
        raise click.BadParameter(f"{target}: {error or 'no entry'}", param_hint="FILE") from error
    file.write_text(changed, encoding="utf-8", newline="\n")
    click.echo(file.relative_to(root.resolve()).as_posix())


def _marked(file: Path, text: str, locale: str, part: str | None, *, stale: bool) -> str:
    if file.suffix == ".md":
        if file.parts[:3] != (*_PAGES, locale):
            raise NoSuchPart(f"the page is not in '{locale}'")
        return with_front_matter(text, lambda front: with_stale(front, "true" if stale else None))
    data = yaml.safe_load(text)
    if isinstance(data, list):
        entry = next((item for item in data if isinstance(item, dict) and item.get("id") == part), {})
    else:
        entry = data if isinstance(data, dict) else {}
    locales = {code for code in entry.get("stale", ()) if code != locale} | ({locale} if stale else set())
    return with_stale(text, f"[{', '.join(sorted(locales))}]" if locales else None, part)
