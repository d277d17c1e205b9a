"""Print the checklists: one PDF a meeting, paper and form, tagged for screen readers (PDF/UA-1).

Typst sets them from `templates/checklist.typ.j2`, which holds the looks. What it prints are texts of
entries and words of the interface, handed over as string literals (see `typesetting`).
"""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jinja2
import segno
import typst

from scripts.fonts import families, print_fonts
from scripts.guide import Guide
from scripts.localized import Text
from scripts.model import Meeting
from scripts.render import TEMPLATES, path_to
from scripts.sheets import PAPERS, Sheet, all_sheets
from scripts.typesetting import Typst, language_code, literal, to_typst

REPOSITORY = Path(__file__).resolve().parent.parent
FONTS = REPOSITORY / "overrides" / "assets" / "fonts"


class PaperFailed(Exception):
    """A checklist could not be printed; the message names the meeting and holds Typst's words."""


def print_sheets(guide: Guide, site: Path, work: Path, address: str) -> list[str]:
    """Write every PDF below `site`; return their paths below it, sorted.

    `work` is a folder for fonts, `address` the site's address. The date in the PDFs is that of the
    environment's SOURCE_DATE_EPOCH, else 1970. Raises PaperFailed.
    """
    press = Press(print_fonts(FONTS, work / "fonts"), address)
    sheets = list(all_sheets(guide))

    def write(sheet: Sheet) -> str:
        target = site / sheet.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(press.print(sheet))
        return sheet.path

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return sorted(pool.map(write, sheets))


class Press:
    """Turns sheets into PDFs with a fixed set of fonts."""

    def __init__(self, fonts: typst.Fonts, address: str) -> None:
        self._fonts = fonts
        self._families = families(fonts)
        self._address = address
        self._template = _environment().get_template("checklist.typ.j2")

    def source(self, sheet: Sheet) -> str:
        """Return the sheet as a Typst document."""
        voice, meeting = sheet.voice, sheet.checklist.meeting
        home = f"{self._address}{voice.locale}/"

        def resolve(kind: str, name: str) -> str:
            return home + path_to(kind, name)

        def marked(text: Text, content: Typst) -> Typst:
            """Say the language of a text that is not in the sheet's own."""
            language = voice.language(text)
            if language == voice.locale:
                return content
            wording = voice.guide.wordings.get(language, voice.wording)
            return Typst(f"text({language_code(language, wording.direction)}, {content})")

        page = resolve("meeting", meeting.slug)
        return self._template.render(
            say=voice.say,
            title=voice.say("checklist_for", meeting=voice.words(meeting.name)),
            words=voice.words,
            plain=lambda text: marked(text, literal(voice.words(text))),
            rich=lambda text: marked(text, to_typst(voice.words(text), resolve)),
            address_of=resolve,
            checklist=sheet.checklist,
            short=sheet.form == "short",
            untranslated=_untranslated(sheet),
            paper=PAPERS[sheet.paper],
            language=language_code(voice.locale, voice.wording.direction),
            near="right" if voice.wording.direction == "rtl" else "left",
            families=self._families,
            page=page,
            shown_address=page.split("://", 1)[1].rstrip("/"),
            qr=segno.make(page, error="m", micro=False).svg_inline(border=0, scale=4, omitsize=True),
        )

    def print(self, sheet: Sheet) -> bytes:
        """Return the sheet as a PDF; raises PaperFailed."""
        compiler = typst.Compiler(font_paths=self._fonts, ignore_system_fonts=True)
        moment = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
        try:
            made = compiler.compile(
                self.source(sheet).encode(), format="pdf", pdf_standards="ua-1", timestamp=moment
            )
        except typst.TypstError as error:
            raise PaperFailed(_complaint(sheet.checklist.meeting, sheet.path, error)) from error
        if not isinstance(made, bytes):
            raise TypeError("a PDF is one file")
        return made


def _complaint(meeting: Meeting, path: str, error: typst.TypstError) -> str:
    message = f"{meeting.file}: {path} cannot be printed: {error.message}"
    if "could not be displayed with font" in error.message:
        return f"{message}\n  hint: put a .woff2 font that has these letters into {_relative(FONTS)}"
    return message + "".join(f"\n  hint: {hint}" for hint in error.hints)


def _relative(folder: Path) -> Path:
    return folder.relative_to(REPOSITORY)


def _untranslated(sheet: Sheet) -> bool:
    voice, checklist = sheet.voice, sheet.checklist
    acts = (act.countermeasure for act in checklist.acts)
    return any(voice.untranslated(entry) for entry in (checklist.meeting, *checklist.tricks, *acts))


def _environment() -> jinja2.Environment:
    """Return an environment in which everything printed is Typst code, never bare text."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=False,  # HTML's escapes are not Typst's
        finalize=literal,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
