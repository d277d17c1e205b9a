"""Markdown of the texts: what is refused, what comes out as HTML."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from scripts.texts import faults as text_faults
from scripts.texts import markdown as texts
from scripts.texts.localized import BlockText


def _at_root(kind: str, name: str) -> str:
    return f"/{kind}/{name}/"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a **b** *c*", "a <strong>b</strong> <em>c</em>"),
        ("[x](trick:demo)", '<a href="/trick/demo/">x</a>'),
        ("[x](https://example.org/a?b=c&d)", '<a href="https://example.org/a?b=c&amp;d">x</a>'),
        ("5 < 6 & 7", "5 &lt; 6 &amp; 7"),
        ("`code`", "<code>code</code>"),
    ],
)
def test_inline_html(text: str, html: str) -> None:
    assert texts.to_inline_html(text, _at_root) == html


def test_block_html_keeps_paragraphs_and_lists() -> None:
    html = LexborHTMLParser(texts.to_block_html("One.\n\n1. two\n2. three\n", _at_root))
    assert [p.text() for p in html.css("p")] == ["One."]
    assert [li.text().strip() for li in html.css("ol > li")] == ["two", "three"]


def test_a_page_keeps_its_headings_as_markdown() -> None:
    page = texts.to_page_markdown("Before.\n\n## A *b*\n\nAfter.", _at_root)
    assert re.search(r"^## A b \{ #a-b \}$", page, re.MULTILINE)
    assert '<div class="prose">\n<p>After.</p>\n</div>' in page


@pytest.mark.parametrize(
    ("text", "subset", "fault"),
    [
        ("", "inline", "the text is empty"),
        ("  ", "plain", "the text is empty"),
        ("<b>x</b>", "inline", "raw HTML"),
        ("<!-- x -->", "block", "raw HTML"),
        ("![x](https://example.org/x.png)", "block", "images"),
        ("[x](javascript:alert(1))", "inline", "unsafe"),
        ("[x](JaVaScRiPt:alert(1))", "inline", "unsafe"),
        ("[x](vbscript:x)", "inline", "unsafe"),
        ("[x](//example.org)", "inline", "unsafe"),
        ("[x](../../etc/passwd)", "inline", "unsafe"),
        ("<javascript:alert(1)>", "inline", "unsafe"),
        ("[x][y]\n\n[y]: javascript:alert(1)", "block", "unsafe"),
        ("a\n\nb", "inline", "single paragraph"),
        ("- a", "inline", "list is not allowed"),
        ("# a", "block", "heading is not allowed"),
        ("a\n===", "block", "heading is not allowed"),
        ("    code", "block", "a block of code"),
        ("a\u202eb", "inline", "U+202E"),
        ("a\u0007b", "plain", "U+0007"),
        ("**a**", "plain", "takes no Markdown"),
        ("a\nb", "plain", "single line"),
    ],
)
def test_faults(text: str, subset: text_faults.Subset, fault: str) -> None:
    assert any(fault in found.said() for found in text_faults.find_faults(text, subset))


@pytest.mark.parametrize("text", ["a < b", "5 > 4", "R&D", "C:\\x", "a * b", "50 % [nota]", "1. de mayo"])
def test_plain_words_are_no_fault(text: str) -> None:
    assert list(text_faults.find_faults(text, "plain")) == []


def test_references() -> None:
    assert list(texts.references("[a](trick:x) [b](term:y) [c](https://example.org/z)")) == [
        ("trick", "x"),
        ("term", "y"),
    ]


def test_words() -> None:
    assert texts.words("A **b** [c](trick:x),\nd.\n\n- e") == "A b c, d. e"


@given(st.text())
def test_no_text_yields_a_script(text: str) -> None:
    """Whatever a contributor writes, the HTML holds no element or attribute that could act."""
    for render in (texts.to_block_html, texts.to_inline_html):
        tree = LexborHTMLParser(render(text, _at_root))
        assert tree.css("script, style, iframe, object, embed, img, svg, form, input, link, meta") == []
        for node in tree.css("body *"):
            for name, value in node.attributes.items():
                assert name in ("href", "title", "start", "class")
                assert name != "href" or re.match(r"(https?:|mailto:|/|#|[^:]*\Z)", str(value))


@given(
    st.sampled_from(["<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "<svg/onload=x>"]), st.text()
)
def test_known_attacks_are_harmless_even_unchecked(attack: str, around: str) -> None:
    html = texts.to_block_html(f"{around}{attack}{around}", _at_root)
    tree = LexborHTMLParser(html)
    assert tree.css("[onerror], [onload], svg, img") == []
    assert not [a for a in tree.css("a") if str(a.attributes.get("href")).lower().startswith("javascript")]


_SIGNS = st.sampled_from("aB1é¿¡«“(.-+=>#~|:!) \t\n\x0b\x0c\x1c\x85\xa0\u2028\\`*_[]<&")


@settings(max_examples=300)
@example("<?>")
@given(st.text(alphabet=st.one_of(_SIGNS, st.characters(codec="utf-8")), max_size=12))
def test_a_text_without_marks_is_what_the_parser_makes_of_it(text: str) -> None:
    """Most texts have no marks and are not given to the parser: nobody may see a difference."""
    assert texts.tokens(text) == tuple(MarkdownIt("commonmark", {"html": True}).enable("table").parse(text))
    assert list(texts.paragraphs(text)) == list(texts.paragraphs(f"{text}\n"))
    # With a line end behind it, or one before it, no text is taken for one without marks.
    parsed = texts.to_block_html(f"{text}\n", _at_root)
    # Behind a block of HTML, of which nothing is left, the line end is.
    assert texts.to_block_html(text, _at_root).rstrip("\n") == parsed.rstrip("\n")
    if texts.has_no_marks(text):
        assert f"<p>{texts.to_inline_html(text, _at_root)}</p>\n" == parsed
    subsets: tuple[text_faults.Subset, ...] = ("inline", "block", "page")
    for subset in subsets:
        found = [*text_faults.find_faults(text, subset)]
        assert found == [*text_faults.find_faults(f"\n{text}", subset)]


def test_no_line_ends_between_a_figure_and_its_sign() -> None:
    """Whoever types a plain space, as everybody does, gets one at which no line is broken."""
    typed = {"es": "Sube un 15 % y\nbaja un [20]\n% en 5 meses.", "en": "It rises by 15% in 5 % of cases."}
    assert BlockText(typed).root == {
        "es": "Sube un 15\u00a0% y\nbaja un [20]\u00a0% en 5 meses.",
        "en": "It rises by 15% in 5\u00a0% of cases.",
    }
