"""The guide as office files: questionnaires as DOCX and XLSX, in one language or several side by side.

In: a `Guide`. Out: the same bytes on every build. Knows no page and no PDF.
"""

from scripts.office.questionnaire_files import write_questionnaires

__all__ = ["write_questionnaires"]
