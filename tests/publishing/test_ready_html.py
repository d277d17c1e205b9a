"""The HTML of our pages passes the site's engine as it is; headings become headings."""

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.publishing.ready_html import ReadyHtml, headings_and_html
from scripts.texts.markdown import to_page_markdown


def _page(source: str) -> LexborHTMLParser:
    engine = markdown.Markdown(extensions=["attr_list", "toc", ReadyHtml()])
    return LexborHTMLParser(engine.convert(source))


def test_headings_are_markdown_and_the_rest_is_html() -> None:
    page = _page(
        "<div><p>Before *the* first</p></div>\n\n## Signs { #signs }\n\n"
        "<ul>\n\n<li>One</li>\n</ul>\n\n### More\n"
    )
    assert [(node.tag, node.id, node.text()) for node in page.css("h2, h3")] == [
        ("h2", "signs", "Signs"),
        ("h3", "more", "More"),
    ]
    assert [node.text() for node in page.css("div > p, ul > li")] == ["Before *the* first", "One"]
    assert not page.css("p > div, p > ul, p:empty")


@pytest.mark.parametrize(
    "text",
    [
        "Some words\n\\## not a heading",
        "```\n## not a heading\n```",
        "```\nshell\n\n## not a heading\n\nshell\n```",
        "- item\n\n  ```\n  x\n\n  ## not a heading\n  ```",
    ],
)
def test_what_looks_like_a_heading_within_a_text_stays_text(text: str) -> None:
    source = to_page_markdown(f"## Heading\n\n{text}\n\n## Last\n\nEnd.", lambda kind, name: "")
    page = _page(source)
    assert [node.text() for node in page.css("h1, h2, h3")] == ["Heading", "Last"]
    assert "## not a heading" in (page.html or "")


def test_headings_may_follow_each_other_and_begin_the_page() -> None:
    assert list(headings_and_html(["## A", "", "### B", "", "<p>x</p>", ""])) == [
        (True, "## A"),
        (True, "### B"),
        (False, "<p>x</p>"),
    ]
