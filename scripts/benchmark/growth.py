"""How the guide's steps grow with the number of tricks: seconds here, and ratios that hold elsewhere."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from scripts.build import build
from scripts.checks import check
from scripts.entries import load
from scripts.paper import Press, all_sheets, print_sheets
from scripts.preview import Preview


@dataclass(frozen=True)
class Measure:
    """The seconds that one step took with `tricks` tricks."""

    step: str
    tricks: int
    seconds: float


def measured(
    root: Path, tricks: int, *, whole: bool = False, overlay: Path | None = None
) -> Iterator[Measure]:
    """Time the steps that a contributor waits for, on the guide below `root`, which is changed.

    `overlay` is laid over it and stays as it is.
    `whole` adds the PDFs of the checklists, and a build with everything in it.
    """

    def timed(step: str, act: Callable[[], object]) -> Measure:
        began = time.perf_counter()
        act()
        return Measure(step, tricks, time.perf_counter() - began)

    yield timed("check", lambda: check(load(root, overlay=overlay)))
    if whole and (guide := load(root, overlay=overlay).guide) is not None:
        made = root.parent / "made"
        yield timed(
            "papers",
            lambda: print_sheets(
                all_sheets(guide), made, Press.with_own_fonts(made / "fonts", guide.site.url)
            ),
        )
        yield timed("build", lambda: build(guide, root.parent / "site", lambda step: None))
    yield from _preview(root, overlay, timed)


def _preview(
    root: Path, overlay: Path | None, timed: Callable[[str, Callable[[], object]], Measure]
) -> Iterator[Measure]:
    with closing(Preview(root, overlay)) as preview:
        preview.refresh()
        guide = preview.guide
        if guide is None:
            return
        locale = guide.site.default_locale
        # What is laid over the guide is no copy: it stays as it is.
        trick = next(each for each in guide.tricks.values() if not guide.is_local(each.file))
        address = f"tricks/{trick.slug}/"
        preview.html(locale, address)
        file = root / trick.file
        file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")

        def save() -> None:
            preview.refresh()
            preview.html(locale, address)

        yield timed("save", save)
