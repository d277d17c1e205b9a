"""How a sheet prints, on which paper, and what of it others may change."""

from openpyxl.worksheet.worksheet import Worksheet

from scripts.guide import Wording

_A4, _LETTER = 9, 1
"""Names of papers in a sheet's set-up (ECMA-376 part 1, 18.3.1.63)."""
_USES_LETTER = frozenset(("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"))
"""The countries that do not use A4 (Unicode CLDR, supplemental data, paperSize)."""
_LONGEST = 200
"""Characters of a header or footer; Excel takes 255 with the codes (ECMA-376 part 1, 18.3.1.46)."""


def paper_of(wording: Wording) -> int:
    """Return the paper of a language's country; A4 where it names none."""
    country = wording.tag.rpartition("-")[2]
    return _LETTER if country in _USES_LETTER else _A4


def set_up_print(worksheet: Worksheet, wording: Wording, title: str, source: str) -> None:
    """Fit the sheet to the width of the paper; head it with the title, foot it with source and page."""
    worksheet.sheet_properties.pageSetUpPr.fitToPage = True
    worksheet.page_setup.paperSize = paper_of(wording)
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.fitToWidth = 1
    worksheet.page_setup.fitToHeight = 0
    margins = worksheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.header, margins.footer = 0.7, 0.7, 0.35, 0.35
    worksheet.oddHeader.left.text = _escaped(title)
    worksheet.oddFooter.left.text = _escaped(source)
    worksheet.oddFooter.right.text = "&P / &N"


def protect(worksheet: Worksheet) -> None:
    """Lock what is not to be filled in. Without a password: this keeps from slips, not from intent.

    Columns and rows can still be sized, and rows be filtered.
    """
    protection = worksheet.protection
    protection.sheet = True
    # Of these, True is what openpyxl calls forbidden.
    protection.formatColumns = protection.formatRows = False
    protection.autoFilter = protection.sort = False


def _escaped(words: str) -> str:
    """Return words for a header or footer, where & begins a code; what is too long loses its end."""
    kept = words
    while len(kept) + kept.count("&") > _LONGEST:
        kept = kept[:-1]
    return kept.replace("&", "&&")
