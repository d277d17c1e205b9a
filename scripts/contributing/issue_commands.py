"""`python -m scripts new from-issue`: turn a report made by an issue form into the draft of a trick."""

from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

import click

from scripts.contributing.asking import Asking, asking
from scripts.contributing.issue_forms import (
    FORMS,
    MAX_CHARACTERS,
    FilledForm,
    NotAReport,
    harmless,
    issue_forms,
    read_report,
)
from scripts.contributing.new_commands import draft_trick, slug_option
from scripts.guide import SEVERITIES, Guide
from scripts.options import guide_options, language_option
from scripts.places import REPOSITORY
from scripts.problems import Rulebook

_KIND = "trick"
_ONE_LINE = ("name", "summary")
_CHOSEN = ("phase", "meetings", "severity", "warning_signs")


@click.command("from-issue")
@guide_options
@language_option
@slug_option
@click.option("--locale", help="The language of the texts. Default: the form's.")
@click.argument("body", type=click.File(encoding="utf-8", errors="replace"))
def from_issue(
    root: Path,
    overlay: Path | None,
    words: Rulebook,
    slug: str | None,
    locale: str | None,
    body: TextIO,
) -> None:
    """Write the draft of a trick from BODY, the text of an issue made by the form (- for standard input)."""
    talk = asking(root, words, locale, silent=True, overlay=overlay)
    try:
        report = read_report(_text_of(body), issue_forms(root if (root / FORMS).is_dir() else REPOSITORY))
    except NotAReport as error:
        talk.refuse(error.reason, **error.values)
    if report.form.kind != _KIND:
        talk.refuse("report_of_other_kind", kind=report.form.kind)
    spoken = locale or report.form.locale
    if spoken not in talk.guide.site.locales:
        talk.refuse("choice_bad", given=spoken, known=", ".join(talk.guide.site.locales))
    if report.form.locale not in talk.guide.site.locales:
        talk.refuse("choice_bad", given=report.form.locale, known=", ".join(talk.guide.site.locales))
    _write_draft(Asking(talk.guide, words, spoken, silent=True), report, slug)


def _text_of(body: TextIO) -> str:
    # One character more than is allowed: enough to tell that it is too long, however long it is.
    return body.read(MAX_CHARACTERS + 1)


def _write_draft(talk: Asking, report: FilledForm, slug: str | None) -> None:
    told = {field: answer for field, answer in report.answers.items() if field not in _CHOSEN}
    told |= {field: " ".join(told[field].split()) for field in _ONE_LINE if field in told}
    signs = [harmless(line) for line in report.lines("warning_signs")]
    safe = {field: text if field in _ONE_LINE else harmless(text) for field, text in told.items()}
    if safe != told or signs != report.lines("warning_signs"):
        click.echo(talk.words.word("report_html"), err=True)
    offered = _offered(talk.guide, report.form.locale)
    phase = _chosen(talk, offered["phase"], report.answers.get("phase"))
    severity = _chosen(talk, offered["severity"], report.answers.get("severity"))
    meetings = [_chosen(talk, offered["meetings"], label) for label in report.ticked("meetings")]
    name, slug = talk.name_and_slug(_KIND, safe.pop("name", ""), slug, talk.guide.tricks)
    draft_trick(
        talk,
        f"{phase or next(iter(talk.guide.phases))}/{slug}",
        name=name,
        summary=safe.pop("summary", ""),
        chosen=meetings,
        severity=severity or "medium",
        told=safe,
        signs=signs,
    )


def _offered(guide: Guide, locale: str) -> Mapping[str, Mapping[str, str]]:
    """Return what a form in `locale` may offer to choose from, by the words it offers it in."""
    default = guide.site.default_locale
    wording, fallback = guide.wordings[locale], guide.wordings[default]
    return {
        "phase": {each.name.words(locale, default): slug for slug, each in guide.phases.items()},
        "meetings": {each.name.words(locale, default): slug for slug, each in guide.meetings.items()},
        "severity": {wording.say(f"severity_{each}", fallback): each for each in SEVERITIES},
    }


def _chosen(talk: Asking, offered: Mapping[str, str], given: str | None) -> str:
    if given is None:
        return ""
    if given not in offered:
        talk.refuse("choice_bad", given=" ".join(given.split())[:80], known=", ".join(offered))
    return offered[given]
