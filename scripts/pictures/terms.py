"""Pictures of time: two ways to pay that cross, a term with its notice, and clocks side by side."""

from scripts.guide import BreakEven, Clocks, CostLine, NoticeCalendar
from scripts.pictures.drawing import Box, Room, Sheet
from scripts.pictures.lettering import LINE, WIDTH, words_width

_LEFT, _RIGHT = 2, WIDTH - 2
_ROOM = _RIGHT - _LEFT
_TALL = 150
_BAR = 26
_CLOCK = 15
"""The height of a clock's bar."""


def draw_break_even(picture: BreakEven, sheet: Sheet) -> None:
    """Draw both sums as they grow, and mark where they cross."""
    voice = sheet.voice
    sheet.line_legend("path-first", picture.first.label)
    sheet.line_legend("path-second", picture.second.label)
    sheet.y += 4
    floor = sheet.y + _TALL
    ends = [line.start + line.each * picture.periods for line in (picture.first, picture.second)]
    highest = max(*ends, picture.first.start, picture.second.start)

    def at(period: float, sum_paid: float) -> tuple[float, float]:
        return _LEFT + _ROOM * period / picture.periods, floor - (_TALL - 4) * sum_paid / highest

    sheet.stroke("firm", (_LEFT, floor - _TALL), (_LEFT, floor), (_RIGHT, floor))
    for period in range(1, picture.periods):
        x, _ = at(period, 0)
        sheet.stroke("thin", (x, floor), (x, floor + 5))
        sheet.words(str(period), Room(x, floor + 6, 40, "middle"), "ink")
    for line, look in ((picture.first, "path-first"), (picture.second, "path-second")):
        sheet.stroke(look, at(0, line.start), at(picture.periods, line.start + line.each * picture.periods))
    crossing = picture.crossing
    x, y = at(crossing, picture.first.start + picture.first.each * crossing)
    sheet.stroke("rise", (x, y), (x, floor))
    sheet.add(Box(x - 5, y - 5, 10, 10, "mark", round=5))
    sheet.y = sheet.words(picture.period, Room(_RIGHT, floor + LINE + 6, _ROOM, "end"), "muted") + 4
    said = voice.say("picture_crossing", at=sheet.number(crossing), period=sheet.said(picture.period))
    sheet.add(Box(_LEFT + 6, sheet.y + 5, 10, 10, "mark", round=5))
    sheet.y = sheet.words(said, Room(34, sheet.y, WIDTH - 36), "warn strong")
    sheet.told += [_told(line, picture, sheet) for line in (picture.first, picture.second)]
    sheet.told.append(said)


def _told(line: CostLine, picture: BreakEven, sheet: Sheet) -> str:
    return sheet.voice.say(
        "picture_line_told",
        label=sheet.said(line.label),
        start=sheet.number(line.start),
        each=sheet.number(line.each),
        period=sheet.said(picture.period),
    )


def draw_notice_calendar(picture: NoticeCalendar, sheet: Sheet) -> None:
    """Draw the term month by month, the last day of notice in it, and the renewal that follows."""
    voice = sheet.voice
    last = picture.term - picture.notice
    months = picture.term + picture.renewal
    wide = _ROOM / months
    sheet.y += LINE + 8
    top, flag = sheet.y, _LEFT + wide * last
    sheet.add(Box(_LEFT, top, wide * last, _BAR, "free"))
    sheet.add(Box(flag, top, wide * picture.notice, _BAR, "unsaid"))
    sheet.add(Box(_LEFT + wide * picture.term, top, wide * picture.renewal, _BAR, "bound"))
    if wide >= 5:
        for month in range(1, months):
            x = _LEFT + wide * month
            sheet.stroke("tick", (x, top + _BAR - 5), (x, top + _BAR))
    ended = _LEFT + wide * picture.term
    sheet.stroke("firm", (ended, top - 4), (ended, top + _BAR + 4))
    sheet.stroke("rise", (flag, top - LINE - 2), (flag, top + _BAR + 4))
    flown = flag + (16 if flag + 16 <= WIDTH else -16)
    sheet.area("rise", (flag, top - LINE - 2), (flown, top - LINE + 4), (flag, top - LINE + 10))
    sheet.y = top + _BAR + 14
    for look, key, number in (
        ("free", "picture_notice_open", last),
        ("unsaid", "picture_notice_late", picture.notice),
        ("bound", "picture_renewed", picture.renewal),
    ):
        said = voice.say(key, count=number)
        sheet.legend(look, said)
        sheet.told.append(said)
    said = voice.say("picture_last_day", count=picture.notice)
    sheet.stroke("rise", (_LEFT + 4, sheet.y + 1), (_LEFT + 4, sheet.y + 18))
    sheet.area("rise", (_LEFT + 4, sheet.y + 1), (_LEFT + 18, sheet.y + 6), (_LEFT + 4, sheet.y + 11))
    sheet.y = sheet.words(said, Room(34, sheet.y, WIDTH - 36), "warn strong")
    sheet.told.append(said)


def draw_clocks(picture: Clocks, sheet: Sheet) -> None:
    """Draw a bar for each clock, all on one axis, and the moment that matters across them."""
    unit, marked = sheet.said(picture.unit), _LEFT + _ROOM * picture.moment / picture.length
    for clock in picture.clocks:
        begun, ended = clock.runs
        span = f"{sheet.number(begun)}\u2013{sheet.number(ended)}"
        wide = words_width(span, bold=True)
        sheet.words(span, Room(_RIGHT, sheet.y, wide, "end"), "strong")
        sheet.y = sheet.words(clock.label, Room(_LEFT, sheet.y, _ROOM - wide - 10)) + 4
        left, right = (_LEFT + _ROOM * moment / picture.length for moment in clock.runs)
        sheet.stroke("thin", (_LEFT, sheet.y + _CLOCK / 2), (_RIGHT, sheet.y + _CLOCK / 2))
        sheet.add(Box(left, sheet.y, right - left, _CLOCK, "unsaid" if clock.against else "sure"))
        sheet.stroke("rise", (marked, sheet.y - 4), (marked, sheet.y + _CLOCK + 4))
        sheet.y += _CLOCK + 9
        sheet.told.append(f"{sheet.said(clock.label)}: {span} ({unit}).")
    sheet.stroke("firm", (_LEFT, sheet.y), (_RIGHT, sheet.y))
    foot = min(max(marked, _LEFT + 6), _RIGHT - 6)
    sheet.area("rise", (marked, sheet.y), (foot + 6, sheet.y + 10), (foot - 6, sheet.y + 10))
    sheet.y = sheet.words(picture.unit, Room(_RIGHT, sheet.y + 12, _ROOM, "end"), "muted") + 4
    sheet.area("rise", (_LEFT + 9, sheet.y + 4), (_LEFT + 15, sheet.y + 14), (_LEFT + 3, sheet.y + 14))
    happens = sheet.said(picture.happens)
    said = f"{sheet.number(picture.moment)}. {happens}"
    language = sheet.voice.language(picture.happens)
    sheet.y = sheet.words(said, Room(34, sheet.y, WIDTH - 36), "warn strong", language=language)
    sheet.told.append(f"{sheet.number(picture.moment)} ({unit}): {sheet.sentence(happens)}")
