"""Texts as contributors write them, in several languages at once: Markdown, checked, safe.

In: Markdown and plain words. Out: what is wrong with them, and the same as safe HTML, as plain words, as
runs for office files. Knows no entry: a text does not know what it is the text of.
"""

from scripts.texts import faults, letters
from scripts.texts.cells import as_cell
from scripts.texts.escaping import as_heading, as_markdown, as_text
from scripts.texts.headings import FRAME_IDS
from scripts.texts.likeness import are_alike, is_like_any, plain_words, quoted, without_accents
from scripts.texts.localized import (
    LOCALE,
    PLAIN,
    UNWRITTEN,
    Aliases,
    BlockText,
    InlineText,
    Label,
    LocaleCode,
    Name,
    Phrase,
    Summary,
    Text,
)
from scripts.texts.markdown import (
    REFERENCE_KINDS,
    Resolve,
    addresses,
    anchors,
    has_definitions,
    has_no_marks,
    paragraphs,
    parsed,
    reference,
    to_block_html,
    to_inline_html,
    to_page_html,
    to_page_markdown,
    tokens,
    words,
)
from scripts.texts.runs import Paragraph, Run, paragraph_runs
from scripts.texts.sentences import full_stop, opening, sentences
from scripts.texts.texts_read import TextsRead, note, noting
from scripts.texts.web_addresses import site_address, web_address

__all__ = [
    "FRAME_IDS",
    "LOCALE",
    "PLAIN",
    "REFERENCE_KINDS",
    "UNWRITTEN",
    "Aliases",
    "BlockText",
    "InlineText",
    "Label",
    "LocaleCode",
    "Name",
    "Paragraph",
    "Phrase",
    "Resolve",
    "Run",
    "Summary",
    "Text",
    "TextsRead",
    "addresses",
    "anchors",
    "are_alike",
    "as_cell",
    "as_heading",
    "as_markdown",
    "as_text",
    "faults",
    "full_stop",
    "has_definitions",
    "has_no_marks",
    "is_like_any",
    "letters",
    "note",
    "noting",
    "opening",
    "paragraph_runs",
    "paragraphs",
    "parsed",
    "plain_words",
    "quoted",
    "reference",
    "sentences",
    "site_address",
    "to_block_html",
    "to_inline_html",
    "to_page_html",
    "to_page_markdown",
    "tokens",
    "web_address",
    "without_accents",
    "words",
]
