"""How the browser tests answer questions: by keyboard alone, and knowing what is right."""

from playwright.sync_api import Locator, Page, expect

FAR = 200
"""More presses of Tab than any page has stops."""


_WAY = """target => {
    const here = document.activeElement;
    if (here === target) return 0;
    const follows = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
    // Backwards a group of radio buttons is entered at its end; to go round the page leads to its beginning.
    const back = follows(target, here) && target.type !== "radio";
    const [from, to] = back ? [target, here] : [here, target];
    const groups = new Set();
    // What has the focus need not be a stop itself, as a heading that was led to.
    const between = [...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, [tabindex="0"]'
    )].filter(stop => follows(from, stop) && follows(stop, to) && !stop.disabled
        && stop.checkVisibility({ visibilityProperty: true })
        && (stop.type !== "radio" || (!groups.has(stop.name) && groups.add(stop.name))));
    return (between.length + 1) * (back ? -1 : 1);
}"""
"""How many stops away an element is, as near as can be told; those behind are below nought."""
_IS_FOCUSED = "target => target === document.activeElement"


def tab_to(page: Page, target: Locator) -> None:
    """Go to `target` with Tab, or back to it with Shift; look only when it cannot be far any more."""
    # An element, not a locator: that would be looked for anew at each stop.
    element = target.element_handle()
    way = element.evaluate(_WAY)
    if way == 0:
        return
    key = "Tab" if way > 0 else "Shift+Tab"
    for _ in range(abs(way) - 2):
        page.keyboard.press(key)
    for _ in range(FAR):
        page.keyboard.press(key)
        if element.evaluate(_IS_FOCUSED):
            return
    raise AssertionError(f"{key} does not reach {target}")


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
    place = question.locator("[data-part]").evaluate_all(
        "(options, right) => options.findIndex(option => option.hasAttribute('data-correct') === right)",
        right,
    )
    press(page, inputs.first, "Space")
    for _ in range(place):
        page.keyboard.press("ArrowDown")
    expect(inputs.nth(place)).to_be_checked()


def _match(page: Page, question: Locator, *, right: bool) -> None:
    pairs = question.locator("[data-part]")
    numbers = pairs.evaluate_all("pairs => pairs.map(pair => Number(pair.dataset.part))")
    for index, number in enumerate(numbers):
        wanted = str(number if right else number % len(numbers) + 1)
        select = pairs.nth(index).locator("select")
        tab_to(page, select)
        for _ in numbers:
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
