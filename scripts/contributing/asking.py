"""The conversation in which a contributor begins a new entry, by questions or by flags."""

import functools
import re
import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Concatenate, NoReturn, ParamSpec

import click

from scripts.checks import alike
from scripts.contributing.drafts import add, draft, one_line, proposed_slug, write_new
from scripts.guide import LONGEST_SLUG, SLUG, Guide
from scripts.options import checked_or_exit, guide_options, language_option
from scripts.problems import Rulebook, visible

P = ParamSpec("P")


@dataclass(frozen=True)
class Asking:
    """A conversation with a contributor; with `silent`, the flags must say all."""

    guide: Guide
    words: Rulebook
    locale: str
    silent: bool

    def ask(self, question: str, given: str | None, default: str = "") -> str:
        """Return what was given, or the answer, on one line; the default where nobody may be asked."""
        if given is None and not self.silent:
            given = click.prompt(self.words.word(question), default=default, show_default=bool(default))
        return one_line(default if given is None else given)

    def name_and_slug(
        self, kind: str, name: str | None, slug: str | None, taken: Collection[str]
    ) -> tuple[str, str]:
        """Return the new entry's name and slug; show what is alike, refuse what is taken."""
        name = self.ask("ask_name", name)
        if not name:
            self.refuse("name_needed")
        self._show_alike(kind, name)
        slug = self.ask_slug("ask_slug", slug, proposed_slug(name))
        if slug in taken:
            self.refuse("slug_taken", slug=slug)
        if heir := self.guide.heirs.get((kind, slug)):
            self.refuse("slug_former", slug=slug, heir=heir)
        return name, slug

    def ask_slug(self, question: str, given: str | None, default: str) -> str:
        """Return a name for a file or part as given or answered; refuse what cannot be one."""
        slug = given if given is not None else self.ask(question, None, default)
        if not re.fullmatch(SLUG, slug) or slug.endswith("\n") or len(slug) > LONGEST_SLUG:
            self.refuse("slug_bad", slug=visible(slug, LONGEST_SLUG))
        return slug

    def _show_alike(self, kind: str, name: str) -> None:
        found = alike(self.guide, kind, name)
        if not found:
            return
        click.echo(self.words.word("alike"))
        for each in found:
            click.echo(f"  {each.file}: {each.words}")
        if not self.silent and not click.confirm(self.words.word("go_on"), default=True):
            sys.exit(0)

    def draft(self, kind: str, **values: object) -> str:
        """Return the draft of an entry of `kind` in the contributor's language."""
        return draft(kind, self.locale, self.words, **values)

    def refuse(self, reason: str, **values: object) -> NoReturn:
        """Say why nothing is written, and end."""
        click.echo(self.words.word(reason, **values), err=True)
        sys.exit(1)

    def place(self, file: str) -> str:
        """Return the name of a new file, which stands in what is laid over the guide where that is given."""
        return f"{self.guide.overlay.top}{file}" if self.guide.overlay else file

    def write(self, file: str, text: str) -> None:
        """Write a file that does not exist yet; refuse to write over one that does."""
        try:
            write_new(self.guide.root / file, text)
        except FileExistsError:
            self.refuse("file_exists", file=file)

    def write_entry(self, name: str, text: str) -> None:
        """Write a new entry's file and say what comes next."""
        self.write(self.place(name), text)
        self.written(self.place(name))

    def append(self, file: str, item: str, path: tuple[str, ...]) -> None:
        """Append an item to the list at `path` of a file, and say what comes next."""
        add(self.guide.root / file, item, path)
        self.written(file)

    def written(self, file: str) -> None:
        """Say what was written and what comes next."""
        click.echo(self.words.word("draft_written", file=file))
        click.echo(self.words.word("draft_next"))


def begins_entry(command: Callable[Concatenate[Asking, P], None]) -> Callable[..., None]:
    """Give a command the options that every kind of entry takes, and an `Asking` made of them."""

    @functools.wraps(command)
    def begin(
        root: Path,
        overlay: Path | None,
        words: Rulebook,
        locale: str | None,
        silent: bool,
        *args: P.args,
        **given: P.kwargs,
    ) -> None:
        command(asking(root, words, locale, silent=silent, overlay=overlay), *args, **given)

    options = (
        guide_options,
        language_option,
        click.option("--locale", help="The language of the texts. Default: that of the messages."),
        click.option("--yes", "silent", is_flag=True, help="Ask nothing; take what the options say."),
    )
    return functools.reduce(lambda made, option: option(made), options, begin)


def asking(
    root: Path, words: Rulebook, locale: str | None, *, silent: bool, overlay: Path | None = None
) -> Asking:
    """Load the guide and choose the language of the texts."""
    guide = checked_or_exit(root, words, overlay=overlay)
    known = guide.site.locales
    if locale is not None and locale not in known:
        raise click.BadParameter(f"{locale} ({', '.join(known)})", param_hint="--locale")
    spoken = words.locale if words.locale in known else guide.site.default_locale
    return Asking(guide, words, locale or spoken, silent)
