"""`python -m scripts new …`: write the draft of an entry and say what to do next."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import click
import yaml

from scripts.contributing.asking import Asking, asking, begins_entry
from scripts.contributing.drafts import draft, list_locale, proposed_slug, quoted
from scripts.guide import GLOSSARY_FILE, KINDS
from scripts.options import guide_options, language_option
from scripts.problems import Rulebook, fieldbook, fieldbook_locales, visible
from scripts.texts import LOCALE

_FIRST_SIGNS = ("first-sign", "second-sign", "third-sign")


@click.group()
def new() -> None:
    """Write a new entry's file, with a short comment on each field. Never overwrites."""


name_option = click.option("--name", help="The entry's name.")
slug_option = click.option("--slug", help="The file's name and address, without the ending.")
summary_option = click.option("--summary", help="One sentence.")


@new.command()
@name_option
@slug_option
@summary_option
@click.option("--phase", help="The moment of the purchase: a folder of tricks/.")
@click.option("--meeting", "meetings", multiple=True, help="A meeting in which it may appear; repeatable.")
@begins_entry
def trick(
    talk: Asking,
    name: str | None,
    slug: str | None,
    summary: str | None,
    phase: str | None,
    meetings: tuple[str, ...],
) -> None:
    """Write the draft of a trick."""
    guide = talk.guide
    name, slug = talk.name_and_slug("trick", name, slug, guide.tricks)
    phase = talk.ask("ask_phase", phase, next(iter(guide.phases)))
    if phase not in guide.phases:
        talk.refuse("choice_bad", given=phase, known=", ".join(guide.phases))
    asked = talk.ask("ask_meetings", " ".join(meetings) or None)
    chosen = [each for each in re.split(r"[,\s]+", asked) if each]
    for each in chosen:
        if each not in guide.meetings:
            talk.refuse("choice_bad", given=each, known=", ".join(guide.meetings))
    said = talk.ask("ask_summary", summary)
    draft_trick(talk, f"{phase}/{slug}", name=name, summary=said, chosen=chosen)


def draft_trick(
    talk: Asking,
    place: str,
    *,
    name: str,
    summary: str,
    chosen: Sequence[str],
    severity: str = "medium",
    told: Mapping[str, str] | None = None,
    signs: Sequence[str] = (),
) -> None:
    """Write the draft of a trick at `place` (its phase, a slash, its slug), never over another file.

    `told` are texts that somebody gave already, by field; those of `countermeasures` and `sources`, which
    name other things, become comments above these fields. `signs` are texts of warning signs.
    """
    text = talk.draft(
        "trick",
        name=name,
        summary=summary,
        meetings=list(talk.guide.meetings),
        chosen=chosen,
        severity=severity,
        told=told or {},
        signs=dict(zip(_ids(signs), signs, strict=True)) or dict.fromkeys(_FIRST_SIGNS, ""),
        examples=_source_example(talk.locale),
    )
    talk.write_entry(f"tricks/{place}.yml", text)


def _ids(texts: Sequence[str]) -> list[str]:
    """Return a short name for each text, made of its first words, no two alike."""
    ids: dict[str, None] = {}
    for number, text in enumerate(texts, start=1):
        short = proposed_slug(text, 40)
        ids[short if short and short not in ids else f"sign-{number}"] = None
    return list(ids)


def _source_example(locale: str) -> dict[str, str]:
    book = fieldbook(fieldbook_locales()[0])
    fields = ("url", "date", "accessed", "kind")
    known = {field: book.of("Source", field) for field in fields}
    example = {field: quoted(str(each.example)) for field, each in known.items() if each}
    unwritten = f"{{{locale}: …}}"
    return {
        **example,
        "title": "…",
        "language": locale,
        "accessed": f'"{date.today()}"',
        "supports": unwritten,
    }


@new.command()
@name_option
@slug_option
@summary_option
@begins_entry
def countermeasure(
    talk: Asking,
    name: str | None,
    slug: str | None,
    summary: str | None,
) -> None:
    """Write the draft of a countermeasure."""
    name, slug = talk.name_and_slug("countermeasure", name, slug, talk.guide.countermeasures)
    subjects = list(talk.guide.clause_subjects)
    text = talk.draft(
        "countermeasure", name=name, summary=talk.ask("ask_summary", summary), subjects=subjects
    )
    talk.write_entry(f"content/countermeasures/{slug}.yml", text)


@new.command()
@name_option
@slug_option
@summary_option
@begins_entry
def meeting(
    talk: Asking,
    name: str | None,
    slug: str | None,
    summary: str | None,
) -> None:
    """Write the draft of a meeting."""
    name, slug = talk.name_and_slug("meeting", name, slug, talk.guide.meetings)
    order = 10 + max((each.order for each in talk.guide.meetings.values()), default=0)
    said = talk.ask("ask_summary", summary)
    talk.write_entry(
        f"content/meetings/{slug}.yml",
        talk.draft("meeting", name=name, summary=said, order=order),
    )


@new.command()
@click.argument("trick")
@click.option("--kind", type=click.Choice(KINDS), help="Its kind. Default: one.")
@click.option("--id", "name", help="Its short name within the trick.")
@begins_entry
def question(
    talk: Asking,
    trick: str,
    kind: str | None,
    name: str | None,
) -> None:
    """Add the draft of a question to TRICK (its file's name)."""
    if trick not in talk.guide.tricks:
        talk.refuse("choice_bad", given=trick, known=", ".join(talk.guide.tricks))
    found = talk.guide.tricks[trick]
    if talk.guide.overlay and not talk.guide.is_local(found.file):
        talk.refuse("trick_not_local", slug=trick)
    taken = {each.id for each in found.quiz}
    number = next(n for n in range(1, 1000) if f"scene-{n}" not in taken)
    slug = talk.ask_slug("ask_id", name, f"scene-{number}")
    if slug in taken:
        talk.refuse("slug_taken", slug=slug)
    others = [each for each in [*found.related, *talk.guide.tricks] if each != trick]
    tricks = [trick, *dict.fromkeys(others)][:3]
    chosen = talk.ask("ask_kind", kind, KINDS[0])
    if chosen not in KINDS:
        talk.refuse("choice_bad", given=chosen, known=", ".join(KINDS))
    item = talk.draft("question", id=slug, question_kind=chosen, tricks=tricks)
    talk.append(found.file, item, ("quiz",))


@new.command()
@name_option
@slug_option
@begins_entry
def term(talk: Asking, name: str | None, slug: str | None) -> None:
    """Add the draft of a term to the glossary."""
    name, slug = talk.name_and_slug("term", name, slug, talk.guide.terms)
    talk.append(talk.place(GLOSSARY_FILE), talk.draft("term", id=slug, name=name), ())


@new.command()
@guide_options
@language_option
@click.argument("code")
@click.option("--language", help="The language's own name: Português.")
@click.option("--direction", type=click.Choice(["ltr", "rtl"]), default="ltr", show_default=True)
def locale(
    root: Path, overlay: Path | None, words: Rulebook, code: str, language: str | None, direction: str
) -> None:
    """Add the language CODE: its file of interface words, and its place in content/site.yml."""
    talk = asking(root, words, None, silent=language is not None, overlay=overlay)
    if not re.fullmatch(LOCALE, code) or code.endswith("\n"):
        talk.refuse("locale_bad", code=visible(code, 40))
    if code in talk.guide.site.locales:
        talk.refuse("locale_taken", code=code)
    default = talk.guide.wordings[talk.guide.site.default_locale]
    rest = yaml.safe_dump(
        default.model_dump(mode="json")["words"], allow_unicode=True, sort_keys=False, width=10_000
    )
    text = draft(
        "locale",
        code,
        words,
        language=talk.ask("ask_language", language, code),
        direction=direction,
        site_name=default.say("site_name"),
        rest="\n".join(f"  # {line}" for line in rest.splitlines() if not line.startswith("site_name:")),
    )
    file = talk.place(f"content/ui/{code}.yml")
    talk.write(file, text)
    try:
        list_locale(talk.guide.root / talk.place("content/site.yml"), code, talk.guide.site.locales)
    except BaseException:
        # Words of a language that the site does not list would be in the way of the next try.
        (root / file).unlink()
        raise
    talk.written(file)
