"""Say what YAML's parser could not read, at the place of the cause."""

import re
from collections.abc import Iterator

import yaml

from scripts.problems import Fault, Problem, fault

_RULES_BY_WORDS = {
    "mapping values are not allowed": "yaml-colon-in-text",
    "found character that cannot start any token": "yaml-bad-start",
    "found character '\\t'": "yaml-tab",
    "found a tab character": "yaml-tab",
    "while scanning an alias": "yaml-star",
    "while scanning an anchor": "yaml-star",
    "block sequence entries are not allowed": "yaml-hyphen",
    "while scanning a block scalar": "yaml-block-sign",
    "unknown escape character": "yaml-backslash",
    "did not find expected hexdecimal number": "yaml-backslash",
    "invalid Unicode character escape code": "yaml-backslash",
    "did not find expected key": "yaml-indentation",
    "could not find expected ':'": "yaml-missing-colon",
    "while scanning a quoted scalar": "yaml-open-quote",
    "did not find expected ',' or": "yaml-brackets",
    "did not find expected node content": "yaml-brackets",
}
# What YAML 1.2.2 lets in (section 5.1, c-printable) but for U+FEFF, less the line ends that no editor
# counts as such: U+0085, U+2028 and U+2029.
_NOT_LET_IN = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_MOST_CHARACTERS = 50
_SWALLOWED = 2
"""The lines from which on a quoted text that ends before an error is taken to have ended by mistake."""


def unreadable_characters(text: str, file: str) -> Iterator[Problem]:
    """Yield a problem for the first of each character that a file may not hold, where it stands."""
    seen: set[str] = set()
    for found in _NOT_LET_IN.finditer(text):
        character = found.group()
        if character not in seen:
            seen.add(character)
            named = fault("yaml-character", character=f"U+{ord(character):04X}")
            yield _problem(file, text, found.start(), named)
        if len(seen) > _MOST_CHARACTERS:
            return


def syntax_problem(error: yaml.YAMLError, text: str, file: str, loader: type) -> Problem:
    """Return the problem that YAML's parser met, located where its cause is."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Problem(file, 1, 1, "", fault("yaml", detail=str(error).splitlines()[0]))
    words = f"{error.context or ''} {error.problem or ''}".strip()
    rule = next((rule for sign, rule in _RULES_BY_WORDS.items() if sign in words), "yaml")
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Problem(file, 1, 1, "", fault(rule, detail=error.problem or words))
    if rule == "yaml-open-quote" and error.context_mark:
        mark = error.context_mark
    elif rule != "yaml-backslash" and (cause := _swallowing_quote(text, mark.line, loader)):
        return cause.at(file)
    if rule == "yaml-brackets" and (cut := _comment_before(text, mark.line)):
        lost = fault("text-cut", lost=cut.group(1))
        line = mark.line if cut.string == _line(text, mark.line) else mark.line - 1
        return Problem(file, line + 1, cut.start(1) + 1, "", lost)
    if rule == "yaml-brackets" and _line(text, mark.line)[mark.column :].startswith("-"):
        rule = "yaml-hyphen"
    if rule in ("yaml-bad-start", "yaml-indentation") and _indented_by_tab(text, mark.line):
        rule = "yaml-tab"
    found = fault(rule, detail=error.problem or words)
    return Problem(file, mark.line + 1, mark.column + 1, "", found)


class _Swallowing:
    """A quoted text that ran on over lines that were meant as fields of their own."""

    def __init__(self, token: yaml.ScalarToken) -> None:
        self._token = token

    def at(self, file: str) -> Problem:
        """Return the problem at the quote that opens the text."""
        start, end = self._token.start_mark, self._token.end_mark
        found = fault("yaml-quote-swallows", lines=end.line - start.line)
        return Problem(file, start.line + 1, start.column + 1, "", found)


def _swallowing_quote(text: str, line: int, loader: type) -> _Swallowing | None:
    """Return the quoted text of several lines that ended just before the error on `line`."""
    last: yaml.ScalarToken | None = None
    try:
        for token in yaml.scan(text, Loader=loader):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                last = token
            if token.start_mark.line > line:
                break
    except yaml.YAMLError:
        pass
    if last is None or last.end_mark.line - last.start_mark.line < _SWALLOWED:
        return None
    return _Swallowing(last) if line - last.end_mark.line in (0, 1) else None


def _comment_before(text: str, line: int) -> re.Match[str] | None:
    """Return the comment on the line or the one above it that may have eaten a closing bracket."""
    found = (re.search(r"[{\[].*?\s(#.*[}\]].*)", _line(text, each)) for each in (line, line - 1))
    return next((match for match in found if match), None)


def _indented_by_tab(text: str, line: int) -> bool:
    indent = re.match(r"\s*", _line(text, line))
    return indent is not None and "\t" in indent.group()


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number] if 0 <= number < len(lines) else ""


def _problem(file: str, text: str, at: int, found: Fault) -> Problem:
    return Problem(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), "", found)
