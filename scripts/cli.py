"""The command line: `python -m scripts COMMAND`.

Exit codes: 0 fine, 1 the data or the machine are at fault (each fault on a line), 2 wrong usage, 130 ended
by Ctrl-C.
"""

import errno
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

import click

from scripts.options import WORDS
from scripts.problems import Refused, Rulebook, contributor_locale, rulebook, visible

COMMANDS: Mapping[str, str] = {
    "bench": "scripts.commands.bench_command",
    "book": "scripts.commands.book_command",
    "build": "scripts.commands.build_command",
    "carry": "scripts.commands.carry_command",
    "check": "scripts.commands.check_command",
    "compare": "scripts.commands.compare_command",
    "export": "scripts.commands.export_commands",
    "hosts": "scripts.commands.hosts_command",
    "new": "scripts.contributing",
    "schemas": "scripts.commands.schemas_command",
    "search-quality": "scripts.commands.search_quality_command",
    "serve": "scripts.preview",
    "spell": "scripts.contributing",
    "translations": "scripts.contributing",
}
"""Each command, which bears its name there, by the module that is loaded once it is called."""
ENDED_BY_HAND = 130
"""128 and the number of the signal, as shells have it."""


class FrontDoor(click.Group):
    """Loads the command that is called and no other; turns what stops any of them into one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a name, None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name]), cmd_name.replace("-", "_"))
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that is called; end in one line and with 1 where the machine stops it."""
        try:
            _escape_what_the_terminal_lacks()
            return super().invoke(ctx)
        except KeyboardInterrupt:
            _end_by_hand()
        except click.Abort as aborted:
            if isinstance(aborted.__context__, KeyboardInterrupt):
                _end_by_hand()
            raise
        except BrokenPipeError:
            # Who reads has seen enough: click ends without a word.
            raise
        except Refused as refused:
            _end(refused.said(_words(ctx)))
        except OSError as error:
            _end(_stopped(error, _words(ctx)))
        except UnicodeError as error:
            _end(_words(ctx).word("stopped", reason=visible(str(error))))


@click.group(cls=FrontDoor, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check and build the guide Forewarned / Prevenido."""


def _words(context: click.Context) -> Rulebook:
    known: Rulebook | None = context.meta.get(WORDS)
    return known or rulebook(contributor_locale())


def _stopped(error: OSError, words: Rulebook) -> str:
    """Return what the operating system said, in a line: the file it is about and why."""
    code = f"os_{errno.errorcode.get(error.errno or 0, '')}"
    reason = words.word(code) if words.word(code) != code else visible(error.strerror or str(error))
    if error.filename is None:
        return words.word("stopped", reason=reason)
    return words.word("stopped_at", file=visible(os.fsdecode(error.filename)), reason=reason)


def _end(said: str) -> NoReturn:
    # Also where the terminal itself is what failed: python -m scripts check > /dev/full.
    with suppress(OSError):
        click.echo(said, err=True)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    sys.exit(1)


def _end_by_hand() -> NoReturn:
    with suppress(OSError):
        click.echo("", err=True)
    sys.exit(ENDED_BY_HAND)


def _escape_what_the_terminal_lacks() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")
