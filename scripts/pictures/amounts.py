"""Pictures of amounts: what is stated and what comes on top, bands, and what only rises."""

from itertools import pairwise

from scripts.guide import Band, Ratchet, StackOfCosts, Staircase
from scripts.pictures.drawing import Box, Room, Sheet
from scripts.pictures.lettering import LINE, WIDTH, words_width, wrapped

_BAR = 14
_LEFT, _RIGHT = 2, WIDTH - 2
_ROOM = _RIGHT - _LEFT
_TALL = 130
"""The height of the highest column."""


def draw_stack(picture: StackOfCosts, sheet: Sheet) -> None:
    """Draw each cost as a bar that begins where the last one ended, and the sum below."""
    rows = [(cost, "sure") for cost in picture.stated] + [(cost, "unsaid") for cost in picture.unstated]
    total = sum(cost.amount for cost, _ in rows)
    sheet.legend("sure", sheet.voice.say("picture_stated"))
    sheet.legend("unsaid", sheet.voice.say("picture_unstated"))
    sheet.y += 6
    begun = 0
    for cost, look in rows:
        label, amount = sheet.said(cost.label), sheet.number(cost.amount)
        _row(sheet, label, amount, sheet.voice.language(cost.label))
        start = _LEFT + _ROOM * begun / total
        sheet.add(Box(start, sheet.y, max(2.0, _ROOM * cost.amount / total), _BAR, look))
        begun += cost.amount
        following = _LEFT + _ROOM * begun / total
        sheet.stroke("thin", (following, sheet.y + _BAR), (following, sheet.y + _BAR + 5))
        sheet.y += _BAR + 7
        told = "picture_stated" if look == "sure" else "picture_unstated"
        sheet.told.append(f"{label}: {amount} ({sheet.voice.say(told)}).")
    sheet.y += 3
    sheet.stroke("firm", (_LEFT, sheet.y), (_RIGHT, sheet.y))
    sheet.y += 5
    said, amount = sheet.voice.say("picture_total"), sheet.number(total)
    _row(sheet, said, amount, "", strong=True)
    sheet.told.append(f"{said}: {amount}.")


def _row(sheet: Sheet, label: str, amount: str, language: str, *, strong: bool = False) -> None:
    look = "strong" if strong else "ink"
    room = _ROOM - words_width(amount, bold=True) - 12
    sheet.words(amount, Room(_RIGHT, sheet.y, _ROOM, "end"), "strong")
    sheet.y = sheet.words(label, Room(_LEFT, sheet.y, room), look, language=language) + 3


def draw_staircase(picture: Staircase, sheet: Sheet) -> None:
    """Draw each band as a column as high as its price, with the risers between them marked."""
    sheet.y = sheet.words(picture.price, Room(_LEFT, sheet.y, _ROOM), "muted") + 4
    wide = _ROOM / len(picture.bands)
    highest = picture.bands[-1].price
    head = _lines([sheet.number(band.price) for band in picture.bands], wide)
    floor = sheet.y + head + 4 + _TALL
    under = floor
    tops = [floor - max(3.0, _TALL * band.price / highest) for band in picture.bands]
    for index, (band, top) in enumerate(zip(picture.bands, tops, strict=True)):
        left = _LEFT + wide * index
        sheet.add(Box(left, top, wide, floor - top, "step"))
        price = sheet.number(band.price)
        over = top - 3 - _lines([price], wide)
        sheet.words(price, Room(left + wide / 2, over, wide, "middle"), "strong")
        below = sheet.words(_up_to(band, sheet), Room(left + wide / 2, floor + 4, wide, "middle"), "ink")
        under = max(under, below)
    for index, (before, after) in enumerate(pairwise(tops), 1):
        sheet.stroke("rise", (_LEFT + wide * index, before), (_LEFT + wide * index, after))
    sheet.stroke("firm", (_LEFT, floor), (_RIGHT, floor))
    sheet.y = sheet.words(picture.unit, Room(_RIGHT, under, _ROOM, "end"), "muted") + 4
    lower, higher = _highest_step(picture)
    step = sheet.voice.say(
        "picture_step",
        units=sheet.number(lower.up_to),
        more=sheet.number(lower.up_to + 1),
        price=sheet.number(lower.price),
        dearer=sheet.number(higher.price),
    )
    sheet.stroke("rise", (_LEFT + 3, sheet.y + 1), (_LEFT + 3, sheet.y + LINE))
    sheet.y = sheet.words(step, Room(_LEFT + 14, sheet.y, _ROOM - 14), "warn strong")
    for band in picture.bands:
        units = f"{_up_to(band, sheet)} {sheet.said(picture.unit)}"
        sheet.told.append(f"{units}: {sheet.number(band.price)} ({sheet.said(picture.price)}).")
    sheet.told.append(step)


def _up_to(band: Band, sheet: Sheet) -> str:
    return f"≤\u00a0{sheet.number(band.up_to)}"


def _lines(numbers: list[str], room: float) -> float:
    """Return how tall the tallest of the bold numbers is."""
    return LINE * max(len(wrapped(number, room, bold=True)) for number in numbers)


def _highest_step(picture: Staircase) -> tuple[Band, Band]:
    return max(pairwise(picture.bands), key=lambda step: step[1].price - step[0].price)


def draw_ratchet(picture: Ratchet, sheet: Sheet) -> None:
    """Draw what was needed as columns and what was paid as a line over them that never falls."""
    voice = sheet.voice
    sheet.legend("sure", voice.say("picture_needed"))
    sheet.legend("unsaid", voice.say("picture_paid_in_vain"))
    wide = _ROOM / len(picture.needed)
    sheet.y += _lines([sheet.number(paid) for paid in picture.paid], wide) + 8
    highest = max(picture.paid)
    floor = sheet.y + _TALL
    line = []
    for index, (needed, paid) in enumerate(zip(picture.needed, picture.paid, strict=True)):
        left, right = _LEFT + wide * index, _LEFT + wide * (index + 1)
        top, paid_top = floor - _TALL * needed / highest, floor - _TALL * paid / highest
        sheet.add(Box(left + 4, top, wide - 8, floor - top, "sure"))
        if paid > needed:
            sheet.add(Box(left + 4, paid_top, wide - 8, top - paid_top, "unsaid"))
        line += [(left, paid_top), (right, paid_top)]
        number = sheet.number(paid)
        over = paid_top - 4 - _lines([number], wide)
        sheet.words(number, Room(left + wide / 2, over, wide, "middle"), "strong")
        sheet.words(str(index + 1), Room(left + wide / 2, floor + 4, wide, "middle"), "ink")
        sheet.told.append(
            voice.say(
                "picture_period_told",
                period=sheet.said(picture.period),
                number=index + 1,
                needed=sheet.number(needed),
                paid=sheet.number(paid),
            )
        )
    sheet.stroke("rise", *line)
    sheet.stroke("firm", (_LEFT, floor), (_RIGHT, floor))
    axes = f"{sheet.said(picture.unit)} / {sheet.said(picture.period)}"
    sheet.y = sheet.words(axes, Room(_RIGHT, floor + LINE + 4, _ROOM, "end"), "muted")
