"""Quizzes for other programs: Moodle, GIFT, QTI, Anki, CSV.

In: a `Guide`. Out: one file a quiz, language and format, all written from one `PortableQuiz`. To add a
format is to add a writer to `quiz_files` and its ending to `scripts.derived.quiz_names`. Knows no page.
"""

from scripts.courses.portable import PortableQuiz
from scripts.courses.quiz_files import Wanted, write_quizzes

__all__ = ["PortableQuiz", "Wanted", "write_quizzes"]
