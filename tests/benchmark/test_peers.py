"""Our build beside others: the same texts, what each made, and the page that shows it."""

import re
import sys
from pathlib import Path

import pytest

from scripts.benchmark import Measure, PeersFailed, Run, results_page
from scripts.benchmark.peers import EDITED, WHOLE, timed
from scripts.benchmark.plain_site import write_plain
from scripts.guide import Voice
from tests.real_guide import real_guide


def test_the_plain_site_holds_every_text_and_its_links_lead_somewhere(tmp_path: Path) -> None:
    guide = real_guide()
    configs = write_plain(guide, tmp_path)
    assert set(configs) == {"usual", *(f"zensical:{locale}" for locale in guide.site.locales)}
    for locale in guide.site.locales:
        voice = Voice(guide, locale)
        docs = tmp_path / "docs" / locale
        pages = {page: page.read_text(encoding="utf-8") for page in docs.rglob("*.md")}
        targets = [
            (page, target)
            for page, text in pages.items()
            for target in re.findall(r"\]\(([^):]+)\)", text)
            if not (page.parent / target).is_file()
        ]
        assert targets == []
        said = "\n".join(pages.values())
        for trick in guide.tricks.values():
            assert voice.words(trick.name) in said
            assert all(voice.words(sign.text).split("](")[0] in said for sign in trick.warning_signs)


def test_what_a_program_made_is_counted_and_a_failure_is_told(tmp_path: Path) -> None:
    site = tmp_path / "site"
    program = (
        "import pathlib, sys; site = pathlib.Path(sys.argv[1]); (site / 'es').mkdir(parents=True);"
        "(site / 'es/index.html').write_text('x' * 500); (site / 'es/search.json').write_text('{}')"
    )
    run = timed("ours", 3, [[sys.executable, "-c", program, str(site)]], [site])
    assert (run.what, run.tricks, run.pages, run.html) == ("ours", 3, 1, 500)
    assert 0 < run.search < 100
    assert run.wall > 0 < run.cpu
    assert run.memory > 1
    with pytest.raises(PeersFailed, match="nothing to see"):
        timed("ours", 3, [[sys.executable, "-c", "raise SystemExit('nothing to see')"]], [site])


def test_the_page_of_results_shows_medians_and_ratios() -> None:
    runs = [
        Run(what, size, size * seconds, 1, 100, 10, 2_000_000, 3000)
        for what, least in ((WHOLE, 1), ("usual", 2), (EDITED, 0.1))
        for size in (100, 300)
        for seconds in (least, least + 1, least + 8)
    ]
    runs.append(Run(WHOLE, 2000, 900, 1, 100, 10, 2_000_000, 3000))
    page = results_page(runs, [Measure("save", 100, 0.5)], "the command", "A machine.")
    assert "| 100 | our whole build | 200.0 | 100.0, 200.0, 900.0 |" in page
    assert "| 300 | 0.67 | 1.00 | 0.37 |" in page
    assert "divided by a whole one: 0.55 at 100 tricks, 0.55 at 300 tricks." in page
    assert "0.50 s at 100 tricks." in page
    assert "line [200.0, 600.0]" in page
    # Where ours alone was built there is nothing to divide by.
    assert "| 2000 | our whole build | 900.0 | 900.0 |" in page
    assert page.count("2000") == 1
