"""The guide as PDF, by Typst: checklists, blank sheets and quizzes on A4 and Letter.

In: a `Guide` and the site's fonts. Out: PDF files below the addresses that pages link. Knows no HTML and no
other file format.
"""

from scripts.paper.blank_sheets import all_blank_sheets
from scripts.paper.finishing import on_each_paper
from scripts.paper.fonts import fonts_in, unpack_fonts
from scripts.paper.printable import Printable
from scripts.paper.printing import TEMPLATES, PaperFailed, Press, print_sheets
from scripts.paper.quiz_sheets import all_quiz_sheets
from scripts.paper.sheets import all_sheets
from scripts.paper.typesetting import Typst, in_language, language_code, literal, to_typst, typst_templates

__all__ = [
    "TEMPLATES",
    "PaperFailed",
    "Press",
    "Printable",
    "Typst",
    "all_blank_sheets",
    "all_quiz_sheets",
    "all_sheets",
    "fonts_in",
    "in_language",
    "language_code",
    "literal",
    "on_each_paper",
    "print_sheets",
    "to_typst",
    "typst_templates",
    "unpack_fonts",
]
