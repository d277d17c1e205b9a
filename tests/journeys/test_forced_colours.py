"""Where readers force their own colours, what spoke by a colour alone is still there."""

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

DRAWN = r"""() => {
  const clear = (colour) => /^rgba\(.*, 0\)$|^transparent$/.test(colour);
  const ground = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if (!clear(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const isSeen = (style, behind) =>
    (!clear(style.backgroundColor) && style.backgroundColor !== behind) ||
    style.backgroundImage !== "none" ||
    ["Top", "Right", "Bottom", "Left"].some((side) =>
      parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Color`] !== behind &&
      !clear(style[`border${side}Color`]));
  const seen = new Map();
  const all = [...document.querySelectorAll("body *")];
  for (const [at, element] of all.entries()) {
    const box = element.getBoundingClientRect();
    if (element.closest("svg, dialog") || !element.checkVisibility()) continue;
    if (box.width < 2 || box.height < 2) continue;
    const empty = !element.textContent.trim() && !element.children.length;
    const isControl = element.matches("input, select, textarea, progress, meter, img, hr");
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      if (part ? style.content !== '""' || style.display === "none" : !empty || isControl) continue;
      const name = `${element.parentElement.className} > ${element.tagName}.${element.className}`;
      const behind = ground(part ? element : element.parentElement);
      seen.set(`${at}${part}`, [name + (part ?? ""), isSeen(style, behind)]);
    }
  }
  return Object.fromEntries(seen);
}"""
"""What is drawn without words: an empty element or a drawn part of one; whether it is seen on its ground."""

STATES = r"""() => {
  const faults = [];
  const style = (element) => getComputedStyle(element);
  const apart = (one, others, by) => others.every((other) => by(style(one)) !== by(style(other)));
  const groups = [
    [".site-sections a[aria-current]", ".site-sections a:not([aria-current])", (s) => s.borderBottomColor],
    [".choice:has(:checked), .option input:checked + label",
      ".choice:not(:has(:checked)), .option input:not(:checked) + label", (s) => s.outlineStyle],
    ['[aria-pressed="true"]', '[aria-pressed="false"]', (s) => s.backgroundColor],
    [".menu li a[aria-current], .contents a[aria-current]",
      ".menu li a:not([aria-current]), .contents a:not([aria-current])", (s) => s.borderInlineStartStyle],
  ];
  for (const [chosen, other, by] of groups) {
    const others = [...document.querySelectorAll(other)].slice(0, 3);
    for (const each of document.querySelectorAll(chosen))
      if (!apart(each, others, by)) faults.push(`${chosen} looks like the rest: ${each.textContent.trim()}`);
  }
  for (const bar of document.querySelectorAll("progress"))
    if (bar.checkVisibility() && style(bar).borderTopStyle === "none" && style(bar).appearance === "none")
      faults.push(`a progress bar without a frame in ${bar.parentElement.className}`);
  return faults;
}"""
"""What is chosen, pressed or current and cannot be told from the rest."""

ONLY_DECORATION = {" > HEADER.site-header::before"}


def _answer(page: Page) -> None:
    """Answer what the page asks, so that its bars and choices have something to say."""
    for name in ("Start", "Check", "See the result", "I have 20 minutes"):
        button = page.get_by_role("button", name=name, exact=True)
        if name == "Check":
            _choose(page)
        if button.count() and button.first.is_visible():
            button.first.click()
    _choose(page)
    result = page.locator(".assessment-bar button")
    if result.count():
        result.click()


def _choose(page: Page) -> None:
    choice = page.locator("main :is(.choice, .option) input:visible")
    if choice.count():
        choice.nth(1).check()


def test_nothing_that_speaks_by_colour_is_lost(page: Page) -> None:
    lost = set()
    paths = ("", "tricks/", "tricks/demo-always-works/", "checklists/demo/", "quizzes/buying/", "assessment/")
    for path in (*paths, "translations/"):
        page.emulate_media(forced_colors="none")
        page.goto(f"en/{path}")
        _answer(page)
        before = page.evaluate(DRAWN)
        page.emulate_media(forced_colors="active")
        after = page.evaluate(DRAWN)
        gone = {name for at, (name, seen) in before.items() if seen and at in after and not after[at][1]}
        lost |= {f"{path}: not seen: {name}" for name in gone - ONLY_DECORATION}
        lost |= {f"{path}: {fault}" for fault in page.evaluate(STATES)}
    assert lost == set()
