"""The names of the files in which a quiz is offered to trainers."""

from collections.abc import Mapping

ENDINGS: Mapping[str, str] = {
    "moodle": "-moodle.xml",
    "gift": ".gift.txt",
    "qti": "-qti.zip",
    "anki": ".apkg",
    "csv": "-quiz.csv",
}
"""Each format and how its files end, in the order in which readers see them."""


def file_name(slug: str, form: str) -> str:
    """Return the name of a quiz's file in a format, below the locale."""
    return f"{slug}{ENDINGS[form]}"


def downloads(slug: str) -> dict[str, str]:
    """Return each format with the name of the quiz's file."""
    return {form: file_name(slug, form) for form in ENDINGS}
