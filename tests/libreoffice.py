"""LibreOffice, where the machine has it, as the program that opens and prints what we write."""

import shutil
import subprocess
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook, load_workbook
from pypdf import PdfReader


def find_libreoffice() -> str | None:
    """Return the path of LibreOffice's command on this machine, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def to_pdf(program: str, files: Sequence[Path], folder: Path) -> list[Path]:
    """Print files into a folder, in one call with a profile of its own; return the PDFs in order."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], capture_output=True, check=True)
    return [folder / f"{file.stem}.pdf" for file in files]


def worked_out(program: str, files: Sequence[Path], folder: Path) -> list[Workbook]:
    """Have LibreOffice work workbooks out anew, in one call; return what the cells of each then show."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out")]
    subprocess.run([*command, *map(str, files)], capture_output=True, check=True)
    return [load_workbook(folder / "out" / file.name, data_only=True) for file in files]


def sizes_of_words(file: Path) -> tuple[tuple[int, int], Counter[float]]:
    """Return the size of a PDF's paper, and how many signs stand in it in each size, all in points."""
    sizes: Counter[float] = Counter()

    def count(text: str, page: list[float], line: list[float], font: object, size: float) -> None:
        if text.strip():
            sizes[round(abs(page[0] * line[0]) * size, 1)] += len(text.strip())

    pages = PdfReader(file).pages
    for page in pages:
        page.extract_text(visitor_text=count)
    width, height = pages[0].mediabox[2:]
    return (round(float(width)), round(float(height))), sizes
