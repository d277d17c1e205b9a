"""“Mend this page” leads to the file of the repository that holds what the page shows."""

import json
from contextlib import closing
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from scripts.guide.voice import Voice
from scripts.pages.all_pages import all_pages
from scripts.places import REPOSITORY
from scripts.preview.live import Preview
from tests.made_guide import FILES, small_guide, write
from tests.real_guide import real_guide

_OF_MANY = {
    *(
        "catalogue.md.j2",
        "countermeasures.md.j2",
        "matrix_of_meetings.md.j2",
        "matrix_of_countermeasures.md.j2",
    ),
    *("checklists.md.j2", "my_checklist.md.j2", "purchase.md.j2", "compare.md.j2", "quizzes.md.j2"),
    *("questions.md.j2", "clauses.md.j2", "news.md.j2", "data.md.j2", "paths.md.j2", "sources.md.j2"),
    "translations.md.j2",
}
"""Pages that list what stands in many files: they name none."""


def test_each_page_of_one_file_names_a_file_that_is_there() -> None:
    guide = real_guide()
    for locale in guide.site.locales:
        astray = [
            (page.path, page.source)
            for page in all_pages(Voice(guide, locale))
            if bool(page.source) == (page.template in _OF_MANY)
            or (page.source and not (REPOSITORY / page.source).is_file())
            or (page.source.endswith(".md") and f"/{locale}/" not in page.source)
        ]
        assert not astray


def test_the_page_of_an_entry_names_the_entrys_own_file() -> None:
    guide = real_guide()
    files = {entry.file for entry in guide.entries()}
    shown = {page.source for page in all_pages(Voice(guide, "en"))}
    assert files <= shown
    for page in all_pages(Voice(guide, "en")):
        slug = page.path.rstrip("/").rpartition("/")[2]
        if page.source in files and page.path.count("/") == 2:
            assert Path(page.source).stem == slug


def test_the_link_leads_there(tmp_path: Path) -> None:
    root = small_guide(tmp_path)
    site = {**FILES["content/site.yml"], "repository": "https://code.example/guide/"}  # type: ignore[dict-item]
    write(root / "content/site.yml", json.dumps(site))
    with closing(Preview(root)) as preview:
        preview.refresh()
        links = {}
        for path in ("tricks/first-trick/", "tricks/"):
            html = preview.html("en", path)
            assert html
            links[path] = {node.attributes["href"] for node in LexborHTMLParser(html).css(".site-footer a")}
    blob = "https://code.example/guide/blob/HEAD/"
    assert f"{blob}tricks/buying/first-trick.yml" in links["tricks/first-trick/"]
    assert not any(link and link.startswith(blob) for link in links["tricks/"])
