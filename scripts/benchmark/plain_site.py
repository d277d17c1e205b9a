"""The guide's texts as the usual way has them: plain Markdown, a page an entry, links between files."""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path, PurePosixPath

from scripts.guide import Entry, Guide, Voice
from scripts.texts import REFERENCE_KINDS

_LINK = re.compile(rf"\]\(({'|'.join((*REFERENCE_KINDS, 'phase', 'assessment'))}):([a-z0-9-]+)\)")


def write_plain(guide: Guide, folder: Path) -> Mapping[str, Path]:
    """Write the texts of `guide` below `folder`; return the configuration of each program that builds them.

    `usual` is mkdocs with the material theme and the static-i18n plugin, all languages in one; `zensical:es`
    and its like are Zensical's, one a language. Both have the theme's own navigation and search.
    """
    for locale in guide.site.locales:
        for address, page in _pages(Voice(guide, locale)):
            file = folder / "docs" / locale / address
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(page, encoding="utf-8")
    return {"usual": _usual(guide, folder)} | {
        f"zensical:{locale}": _zensical(folder, locale) for locale in guide.site.locales
    }


def _pages(voice: Voice) -> Iterator[tuple[str, str]]:
    guide = voice.guide
    home = [f"- [{voice.words(each.name)}]({_file(each.kind, each.slug)})" for each in guide.entries()]
    yield "index.md", "\n".join([f"# {voice.say('site_name')}", "", *home, ""])
    terms = [
        f"## {voice.words(term.term)}\n\n{voice.words(term.definition)}" for term in guide.terms.values()
    ]
    yield "glossary.md", _linked("\n\n".join([f"# {voice.say('glossary_title')}", *terms, ""]), "glossary.md")
    for entry in guide.entries():
        address = _file(entry.kind, entry.slug)
        yield address, _linked(_page(entry, voice), address)


def _page(entry: Entry, voice: Voice) -> str:
    parts = [f"# {voice.words(entry.name)}"]
    for field, texts in groupby(entry.texts(), key=lambda found: str(found[0][0])):
        if field not in ("name", "aliases"):
            parts += [f"## {field.replace('_', ' ').capitalize()}", *(voice.words(text) for _, text in texts)]
    return "\n\n".join([*parts, *_lists(entry, voice), ""])


def _lists(entry: Entry, voice: Voice) -> Iterator[str]:
    """Yield what an entry leads to."""
    for field in ("countermeasures", "related", "meetings", "short"):
        kind = {"related": "trick", "short": "countermeasure"}.get(field, field.removesuffix("s"))
        entries = {"trick": voice.guide.tricks, "meeting": voice.guide.meetings}
        named = entries.get(kind, voice.guide.countermeasures)
        # The short form of an assessment names statements.
        if slugs := [slug for slug in getattr(entry, field, ()) if slug in named]:
            links = [f"- [{voice.words(named[slug].name)}]({kind}:{slug})" for slug in slugs]
            yield "\n".join([f"## {field.capitalize()}", "", *links])


def _linked(markdown: str, address: str) -> str:
    up = "../" * (len(PurePosixPath(address).parts) - 1)
    return _LINK.sub(lambda link: f"]({up}{_file(link[1], link[2])})", markdown)


def _file(kind: str, slug: str) -> str:
    if kind == "term":
        return "glossary.md"
    if kind in ("page", "phase"):
        return "index.md"
    # A clause stands in the page of its countermeasure.
    return f"{'countermeasure' if kind == 'clause' else kind}/{slug}.md"


def _usual(guide: Guide, folder: Path) -> Path:
    languages = [
        {"locale": locale, "name": guide.wordings[locale].language, "build": True}
        | {"default": locale == guide.site.default_locale}
        for locale in guide.site.locales
    ]
    i18n = {"docs_structure": "folder", "languages": languages}
    return _configured(folder, "usual", folder / "docs", {"plugins": ["search", {"i18n": i18n}]})


def _zensical(folder: Path, locale: str) -> Path:
    return _configured(folder, f"zensical-{locale}", folder / "docs" / locale, {})


def _configured(folder: Path, name: str, docs: Path, more: Mapping[str, object]) -> Path:
    # YAML takes JSON.
    settings = {
        "site_name": "A guide",
        "site_url": "https://guide.example/",
        "docs_dir": str(docs.relative_to(folder)),
        "site_dir": f"sites/{name}",
        "theme": {"name": "material"},
        "markdown_extensions": ["admonition", "attr_list", "def_list", "tables"],
    }
    config = folder / f"{name}.yml"
    config.write_text(json.dumps({**settings, **more}, ensure_ascii=False, indent=1), encoding="utf-8")
    return config
