"""Tell problems to a person, to a program, or to the page of a pull request."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import quote

from scripts.entries import MAX_BYTES, is_within
from scripts.problems import Level, Problem, Rulebook, levels

Format = Literal["text", "json", "github", "sarif"]
FORMATS: Sequence[Format] = get_args(Format)

_EXCERPT = 100
"""The longest piece of an offending line that is shown, in characters."""


@dataclass(frozen=True)
class Report:
    """Problems of a guide below `root` and of what lies over it, to be said in the rulebook's language."""

    problems: Sequence[Problem]
    root: Path
    rulebook: Rulebook
    overlay: Path | None = None

    def written(self, form: Format) -> str:
        """Return the whole report in one of the forms."""
        return {"text": self._text, "json": self._json, "github": self._github, "sarif": self._sarif}[form]()

    def _text(self) -> str:
        homes = [self.root, *([self.overlay] if self.overlay else ())]
        lines_of = cache(partial(_lines_of, homes=homes))
        said = [line for problem in self.problems for line in self._lines(problem, lines_of)]
        counts = {level: len(found) for level, found in levels(self.problems).items()}
        summary = self.rulebook.word("summary", errors=counts["error"], warnings=counts["warning"])
        return "\n".join([*said, summary])

    def _lines(self, problem: Problem, lines_of: Callable[[Path], Sequence[str]]) -> Iterable[str]:
        yield problem.said(self.rulebook)
        lines = lines_of(self.root / problem.file)
        offending = lines[problem.line - 1] if problem.line <= len(lines) else ""
        if offending.strip():
            start = max(0, problem.column - 1 - _EXCERPT // 2)
            number = f"{problem.line:>6} | "
            yield number + offending[start : start + _EXCERPT]
            yield " " * (len(number) - 2) + "| " + " " * (problem.column - 1 - start) + "^"
        yield " " * 9 + problem.fault.mend(self.rulebook)

    def _json(self) -> str:
        problems = [
            {
                "file": problem.file,
                "line": problem.line,
                "column": problem.column,
                "path": problem.path,
                "level": problem.level,
                "rule": problem.fault.rule,
                "message": problem.fault.said(self.rulebook),
                "suggestion": problem.fault.near or None,
                "mend": problem.fault.mend(self.rulebook),
            }
            for problem in self.problems
        ]
        return json.dumps({"version": 1, "problems": problems}, ensure_ascii=False, indent=1)

    def _github(self) -> str:
        """Write workflow commands, which GitHub shows beside the lines of a pull request.

        Form: docs.github.com, «Workflow commands for GitHub Actions», error and warning messages.
        """
        return "\n".join(self._command(problem) for problem in self.problems)

    def _command(self, problem: Problem) -> str:
        said = problem.fault.said(self.rulebook)
        message = f"{problem.path}: {said}" if problem.path else said
        message += f"\n{problem.fault.mend(self.rulebook)}"
        place = {"file": problem.file, "line": problem.line, "col": problem.column}
        fields = ",".join(f"{name}={_escaped(str(value), ',:')}" for name, value in place.items())
        return f"::{problem.level} {fields}::{_escaped(message)}"

    def _sarif(self) -> str:
        """Write SARIF 2.1.0 (OASIS standard, 27 March 2020) for code scanning."""
        names = sorted({problem.fault.rule for problem in self.problems})
        rules = [
            {"id": name, "help": {"text": self._help(name)}, "shortDescription": {"text": name}}
            for name in names
        ]
        driver = {"name": "Forewarned", "semanticVersion": "1.0.0", "rules": rules}
        run = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "results": [self._result(problem, names.index(problem.fault.rule)) for problem in self.problems],
        }
        report = {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [run],
        }
        return json.dumps(report, ensure_ascii=False, indent=1)

    def _help(self, rule: str) -> str:
        first = next(problem for problem in self.problems if problem.fault.rule == rule)
        return first.fault.mend(self.rulebook)

    def _result(self, problem: Problem, index: int) -> Mapping[str, object]:
        place = {
            "artifactLocation": {"uri": quote(problem.file), "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": problem.line, "startColumn": problem.column},
        }
        said = problem.fault.said(self.rulebook)
        return {
            "ruleId": problem.fault.rule,
            "ruleIndex": index,
            "level": problem.level,
            "message": {"text": f"{problem.path}: {said}" if problem.path else said},
            "locations": [{"physicalLocation": place}],
        }


def _lines_of(file: Path, homes: Sequence[Path]) -> Sequence[str]:
    """Return the lines of a file that may be missing, huge or no text at all; then none.

    A link out of `homes` is not followed: what stands there may be private, or a device without end.
    """
    if (
        not any(is_within(file, home) for home in homes)
        or not file.is_file()
        or file.stat().st_size > MAX_BYTES
    ):
        return ()
    try:
        text = file.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return ()
    # A control character could change what the terminal shows of the other lines.
    return ["".join(c if c.isprintable() else " " for c in line) for line in text.split("\n")]


def _escaped(text: str, also: str = "") -> str:
    for sign in "%\r\n" + also:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def worst(problems: Iterable[Problem]) -> Level | None:
    """Return `error` where any is one, `warning` where there are only warnings, None where none."""
    found = {problem.level for problem in problems}
    return "error" if "error" in found else "warning" if found else None
