"""How the browser tests answer questions: by keyboard alone, and knowing what is right."""

from playwright.sync_api import Locator, Page, expect

FAR = 200
"""More presses of Tab than any page has stops."""


_STOPS_BEFORE = """target => {
    const stops = [...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, [tabindex="0"]'
    )].filter(stop => !stop.disabled && stop.checkVisibility({ visibilityProperty: true }));
    const groups = new Set();
    const here = document.activeElement;
    return stops.slice(stops.indexOf(here) + 1, Math.max(0, stops.indexOf(target))).filter(stop =>
        stop.type !== "radio" || (!groups.has(stop.name) && groups.add(stop.name))).length;
}"""


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until `target` has the focus; look only when it cannot be far any more."""
    if target.evaluate("element => element === document.activeElement"):
        return
    near = max(0, target.evaluate(_STOPS_BEFORE) - 1)
    for _ in range(near):
        page.keyboard.press("Tab")
    for _ in range(FAR):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {target}")


def press(page: Page, target: Locator, key: str = "Enter") -> None:
    """Go to `target` with Tab and press a key."""
    tab_to(page, target)
    page.keyboard.press(key)


def current(page: Page) -> Locator:
    """Return the question on the screen."""
    return page.locator("form.question:visible")


def answer(page: Page, question: Locator, *, right: bool) -> None:
    """Give an answer that is entirely right, or entirely wrong, without a mouse."""
    kind = question.get_attribute("data-question")
    if kind in ("one", "truth"):
        _choose(page, question, right=right)
    elif kind == "several":
        wanted = "[data-part][data-correct]" if right else "[data-part]:not([data-correct])"
        for box in question.locator(f"{wanted} input").all():
            press(page, box, "Space")
    elif kind == "match":
        _match(page, question, right=right)
    else:
        _order(page, question, right=right)


def _choose(page: Page, question: Locator, *, right: bool) -> None:
    inputs = question.locator("input")
    options = question.locator("[data-part]")
    is_right = [
        options.nth(index).get_attribute("data-correct") is not None for index in range(options.count())
    ]
    place = is_right.index(right)
    press(page, inputs.first, "Space")
    for _ in range(place):
        page.keyboard.press("ArrowDown")
    expect(inputs.nth(place)).to_be_checked()


def _match(page: Page, question: Locator, *, right: bool) -> None:
    pairs = question.locator("[data-part]")
    for index in range(pairs.count()):
        number = int(pairs.nth(index).get_attribute("data-part") or 0)
        wanted = str(number if right else number % pairs.count() + 1)
        select = pairs.nth(index).locator("select")
        tab_to(page, select)
        for _ in range(pairs.count()):
            page.keyboard.press("ArrowDown")
            if select.input_value() == wanted:
                break
        expect(select).to_have_value(wanted)


def _order(page: Page, question: Locator, *, right: bool) -> None:
    count = question.locator("[data-part]").count()
    numbers = list(range(1, count + 1))
    wanted = numbers if right else [*numbers[1:], 1]
    moved = False
    for place, number in enumerate(wanted):
        step = question.locator(f'[data-part="{number}"]')
        while _place(step) > place:
            press(page, step.locator('[data-move="-1"]'))
            moved = True
    if not moved:
        first = question.locator(f'[data-part="{wanted[0]}"]')
        press(page, first.locator('[data-move="1"]'))
        press(page, first.locator('[data-move="-1"]'))


def _place(step: Locator) -> int:
    return int(step.evaluate("step => [...step.parentElement.children].indexOf(step)"))
