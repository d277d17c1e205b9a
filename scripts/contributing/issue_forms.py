"""Read what people report by an issue form: the form's own file says which heading holds which field.

A form is `.github/ISSUE_TEMPLATE/<kind>.<locale>.yml` in GitHub's form schema; one more file there is one
more language. GitHub turns what people fill in into Markdown: `### Label`, an empty line, the answer.
What arrives is anybody's text: it is made harmless here and judged by `check` like every other.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scripts.contributing.drafts import read_yaml
from scripts.texts import faults as text_faults

FORMS = ".github/ISSUE_TEMPLATE"
MAX_CHARACTERS = 65_536
"""The longest body that GitHub takes."""
NO_ANSWER = "_No response_"
"""What GitHub writes for a field that was left empty."""

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Each pattern is tried on one stripped line, at its beginning alone: no run of blanks can keep it busy.
_TICKED = re.compile(r"- \[[xX]\] ")
_HEADING = "### "
_ITEM = re.compile(r"(?:[-*+•]|\d+[.)])\s+")


class NotAReport(ValueError):
    """A text that cannot be read as a filled-in form; `reason` names the words that say why."""

    def __init__(self, reason: str, **values: object) -> None:
        self.reason = reason
        self.values = values
        super().__init__(reason)


@dataclass(frozen=True)
class Form:
    """An issue form: what it reports, in which language, and its headings.

    `fields` gives the id behind each label, in the form's order; empty for a field that has none.
    `options` gives the choices of the fields that have some.
    """

    kind: str
    locale: str
    fields: Mapping[str, str]
    options: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class FilledForm:
    """The answers of one filled-in form, by field id; a field without an answer is left out."""

    form: Form
    answers: Mapping[str, str]

    def lines(self, field: str) -> list[str]:
        """Return an answer's lines without their list marks."""
        found = (_without(_ITEM, line) for line in self.answers.get(field, "").split("\n"))
        return [line for line in found if line]

    def ticked(self, field: str) -> list[str]:
        """Return the labels of the boxes that were ticked."""
        lines = map(str.strip, self.answers.get(field, "").split("\n"))
        return [_without(_TICKED, line) for line in lines if _TICKED.match(line)]


def _without(mark: re.Pattern[str], line: str) -> str:
    line = line.strip()
    found = mark.match(line)
    return line[found.end() :].strip() if found else line


def issue_forms(root: Path) -> list[Form]:
    """Return the issue forms of the repository at `root`, in a fixed order.

    Raises NotAReport where one of them is not in GitHub's form schema; OSError.
    """
    return [_form(path) for path in sorted((root / FORMS).glob("*.*.yml"))]


def _form(path: Path) -> Form:
    kind, _, locale = path.stem.rpartition(".")
    try:
        return _read_form(kind, locale, read_yaml(path.read_text("utf-8")))
    except (yaml.YAMLError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise NotAReport("form_bad", file=f"{FORMS}/{path.name}") from error


def _read_form(kind: str, locale: str, data: Mapping[str, list[Mapping[str, Any]]]) -> Form:
    asked = [each for each in data["body"] if each["type"] != "markdown"]
    fields = {each["attributes"]["label"]: each.get("id", "") for each in asked}
    options = {
        each.get("id", ""): [
            option["label"] if isinstance(option, dict) else option
            for option in each["attributes"]["options"]
        ]
        for each in asked
        if "options" in each["attributes"]
    }
    return Form(kind, locale, fields, options)


def read_report(body: str, forms: Sequence[Form]) -> FilledForm:
    """Return the answers in an issue's body, read by the form whose headings it has.

    Raises NotAReport where it is too long, has the headings of no form, or has one of them twice.
    """
    if len(body) > MAX_CHARACTERS:
        raise NotAReport("report_too_long", limit=MAX_CHARACTERS)
    body = visible(body)
    headings = [heading for _, heading, _ in _headings(body)]
    form = max(forms, key=lambda each: len(set(headings) & set(each.fields)), default=None)
    if form is None or not set(headings) & set(form.fields):
        raise NotAReport("report_of_no_form")
    twice = next((label for label in form.fields if headings.count(label) > 1), None)
    if twice is not None:
        raise NotAReport("report_heading_twice", heading=twice)
    return FilledForm(form, dict(_answers(body, form)))


def _answers(body: str, form: Form) -> list[tuple[str, str]]:
    # A heading that is none of the form's own belongs to the answer in which somebody wrote it.
    own = [place for place in _headings(body) if place[1] in form.fields]
    ends = [*(start for start, _, _ in own[1:]), len(body)]
    found = []
    for (_, heading, begin), end in zip(own, ends, strict=True):
        field = form.fields[heading]
        answer = body[begin:end].strip()
        if field and answer and answer != NO_ANSWER:
            found.append((field, answer))
    return found


def _headings(body: str) -> Iterator[tuple[int, str, int]]:
    """Yield where each heading begins, its words, and where its line ends."""
    start = 0
    for line in body.split("\n"):
        words = line.removeprefix(_HEADING).rstrip()
        if line.startswith(_HEADING) and words:
            yield start, words, start + len(line)
        start += len(line) + 1


def visible(text: str) -> str:
    """Return a text with plain line ends and spaces, and without characters that cannot be seen."""
    text = _LINE_ENDS.sub("\n", text).replace("\t", "    ")
    return "".join(
        sign if sign == "\n" or sign.isprintable() else " " if sign.isspace() else "" for sign in text
    )


def harmless(text: str) -> str:
    """Return a Markdown text whose HTML, if any, is shown as it was typed."""
    if any(each.rule in ("raw-html", "too-long") for each in text_faults.find_faults(text, "page")):
        return text.replace("<", "&lt;")
    return text
