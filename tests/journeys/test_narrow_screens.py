"""On the narrowest phone: whole words in titles, no button alone on a line, no line led by a dot."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PATHS = ("", "tricks/", "countermeasures/", "checklists/demo/", "glossary/", "clauses/", "calculator/")
_LETTERS = "html:not([data-letters])[data-scripts=here]"
_TEXT = """
const texts = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
};
const rect = (node, start, end) => {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    return range.getClientRects();
};
"""
_BROKEN = f"""() => {{ {_TEXT}
    const broken = [];
    for (const heading of document.querySelectorAll(".page :is(h1, h2, h3)")) {{
        if (!heading.checkVisibility()) continue;
        for (const node of texts(heading)) {{
            for (const word of node.data.matchAll(/[\\p{{L}}\\p{{N}}]+/gu)) {{
                const lines = [...rect(node, word.index, word.index + word[0].length)];
                if (new Set(lines.map((line) => Math.round(line.top))).size > 1) broken.push(word[0]);
            }}
        }}
    }}
    return broken;
}}"""
_LED_BY_A_DOT = f"""() => {{ {_TEXT}
    const led = [];
    for (const node of texts(document.querySelector(".page"))) {{
        const at = node.data.indexOf("·");
        if (at < 0 || !node.parentElement.checkVisibility() || !node.previousSibling) continue;
        const [dot] = rect(node, at, at + 1);
        const before = [...node.previousSibling.getClientRects?.() ?? []].at(-1);
        if (dot && before && dot.top > before.bottom - 4) led.push(node.parentElement.textContent.trim());
    }}
    return led;
}}"""


@pytest.mark.parametrize("locale", ["es", "en"])
def test_titles_keep_their_words_and_lines_begin_with_words(
    page: Page, locale: str, subtests: pytest.Subtests
) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    for path in PATHS:
        page.goto(f"{locale}/{path}")
        expect(page.locator(_LETTERS)).to_be_attached()
        with subtests.test(path or "home"):
            assert page.evaluate(_BROKEN) == []
            assert page.evaluate(_LED_BY_A_DOT) == []


def test_the_button_of_a_card_stands_beside_what_is_said_last(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto("en/countermeasures/")
    expect(page.locator(".add-on-card").first).to_be_visible()
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate(_BUTTONS_APART) == 0, width


_BUTTONS_APART = """() => [...document.querySelectorAll(".card-meta")].filter((line) => {
    const button = line.querySelector(".add-on-card").getBoundingClientRect();
    const last = [...line.querySelectorAll(".chip")].at(-1).getBoundingClientRect();
    return last.right > button.left + 12 || Math.abs(last.bottom - button.bottom) > 16;
}).length"""


def test_the_link_to_a_countermeasure_stands_beside_what_is_said_last(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    for path in ("en/tricks/demo-always-works/", "es/tricks/demo-always-works/"):
        page.goto(path)
        apart = page.evaluate(
            """() => [...document.querySelectorAll(".act-meta")].filter((line) => {
                const link = line.querySelector(".permalink").getBoundingClientRect();
                const last = [...line.querySelectorAll(".chip")].at(-1).getBoundingClientRect();
                return link.top > last.bottom || link.right > line.getBoundingClientRect().right + 8;
            }).length"""
        )
        assert apart == 0


def test_below_a_short_page_its_foot_goes_on(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 2400})
    page.goto("en/checklists/mine/")
    ground = "(of) => getComputedStyle(document.querySelector(of)).backgroundColor"
    assert page.evaluate("document.body.getBoundingClientRect().bottom < innerHeight")
    assert page.evaluate(ground, "html") == page.evaluate(ground, ".site-footer")
