"""Search shows what its readers look for: queries as they type them, written before search was tuned."""

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page

from scripts.cli import main
from scripts.commands.search_quality_command import Query, measured, read_queries
from tests.real_guide import real_guide

QUERIES = read_queries()
LEAST_RECALL = 0.95
"""The share of queries that find what they look for among the first three results."""
LEAST_QUERIES = 100


def test_what_people_type_is_among_the_first_three(page: Page, server: str) -> None:
    for quality in measured(page, server, QUERIES):
        missed = [query.typed for query, _ in quality.missed]
        assert quality.recall(3) >= LEAST_RECALL, (quality.locale, missed)


def test_a_language_is_asked_enough_and_only_for_pages_that_exist(site: Path) -> None:
    """A language just begun may have no queries yet; a few of them would measure chance."""
    asked = Counter(query.locale for query in QUERIES)
    assert asked.keys() <= set(real_guide().site.locales)
    assert {code: count for code, count in asked.items() if count < LEAST_QUERIES} == {}
    pages = {(query.locale, path) for query in QUERIES for path in query.expected}
    assert [page for page in sorted(pages) if not (site.joinpath(*page) / "index.html").is_file()] == []
    assert [
        typed for typed, count in Counter((q.locale, q.typed) for q in QUERIES).items() if count > 1
    ] == []


@pytest.mark.parametrize(
    ("shown", "rank"),
    [
        (["http://x/g/en/tricks/kickbacks/", "http://x/g/en/glossary/"], 1),
        (["http://x/g/es/tricks/kickbacks/", "http://x/g/en/glossary/"], 2),
        (["http://x/g/en/tricks/"], 0),
        ([], 0),
    ],
)
def test_a_rank_is_that_of_the_first_page_that_answers(shown: list[str], rank: int) -> None:
    assert Query("en", "bribe", ["tricks/kickbacks/", "glossary/"]).rank_among(shown) == rank


def test_a_table_in_another_form_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "queries.tsv"
    for text in ("", "locale\tquery\n", "locale\tquery\texpected\nen\tbribe\n"):
        table.write_text(text, encoding="utf-8")
        done = CliRunner().invoke(main, ["search-quality", "--site", str(tmp_path), "--queries", str(table)])
        assert done.exit_code == 2, done.output
