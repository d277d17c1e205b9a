"""The guide as office files: questionnaires as DOCX and XLSX, the calculator as XLSX.

In: a `Guide`. Out: the same bytes on every build. Knows no page and no PDF.
"""

from scripts.office.cost_workbook import write_cost_workbook
from scripts.office.data_table import write_table
from scripts.office.questionnaire_files import write_questionnaires

__all__ = ["write_cost_workbook", "write_questionnaires", "write_table"]
