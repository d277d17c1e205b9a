"""Plain words, escaped for what they are written into."""

import re
from html import escape


def as_text(value: str) -> str:
    """Return `value` escaped for HTML text and attributes."""
    return escape(value, quote=True)


def as_cleaned(words: str) -> str:
    """Return words without marks as the sanitiser writes them (HTML, section 13.3, "escaping a string")."""
    return words.replace(">", "&gt;").replace("\u00a0", "&nbsp;")


def as_heading(plain: str) -> str:
    """Return plain words as a heading of Python-Markdown, which escapes fewer signs than CommonMark does."""
    entities = plain.replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"([\\`*_{}\[\]>#])", r"\\\1", entities)


def as_markdown(plain: str) -> str:
    """Return CommonMark that shows plain words as they are; it may escape any ASCII punctuation."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", plain)
