"""Pictures of who says, pays, holds and wins."""

from scripts.guide import AnnotatedQuote, Keys, MoneyFlow, PaperHierarchy
from scripts.pictures.drawing import Box, Room, Sheet
from scripts.pictures.lettering import LINE, WIDTH, wrapped

_LEFT, _RIGHT = 2, WIDTH - 2
_ROOM = _RIGHT - _LEFT


def draw_quote(picture: AnnotatedQuote, sheet: Sheet) -> None:
    """Draw the lines on a sheet of paper, each note below its line, tied to it."""
    page = len(sheet.shapes)
    sheet.y += 14
    for line in picture.lines:
        begun = sheet.y
        sheet.y = sheet.words(line.text, Room(_LEFT + 14, sheet.y, _ROOM - 28)) + 4
        said = sheet.said(line.text)
        if line.note:
            sheet.stroke(
                "rise",
                (_LEFT + 5, begun + 2),
                (_LEFT + 5, sheet.y + 9),
                (_LEFT + 26, sheet.y + 9),
                arrow=True,
            )
            sheet.y = sheet.words(line.note, Room(_LEFT + 33, sheet.y, _ROOM - 47), "warn strong") + 4
            said = f"{said} → {sheet.said(line.note)}"
        sheet.told.append(said)
        sheet.y += 4
        if line is not picture.lines[-1]:
            sheet.stroke("thin", (_LEFT + 14, sheet.y), (_RIGHT - 14, sheet.y))
            sheet.y += 9
    sheet.y += 6
    fold = 16
    outline = (
        (_LEFT, 0.0 + 2),
        (_RIGHT - fold, 2),
        (_RIGHT, 2 + fold),
        (_RIGHT, sheet.y),
        (_LEFT, sheet.y),
    )
    paper = Sheet(sheet.voice)
    paper.area("paper", *outline)
    paper.stroke("edge", (_RIGHT - fold, 2), (_RIGHT - fold, 2 + fold), (_RIGHT, 2 + fold))
    sheet.shapes[page:page] = paper.shapes


def draw_money_flow(picture: MoneyFlow, sheet: Sheet) -> None:
    """Draw the parties side by side and below them who pays whom, row by row."""
    wide = _ROOM / len(picture.parties)
    middle = {party.id: _LEFT + wide * (index + 0.5) for index, party in enumerate(picture.parties)}
    names = {party.id: sheet.said(party.label) for party in picture.parties}
    tallest = max(len(wrapped(name, wide - 20, bold=True)) for name in names.values()) * LINE
    for party in picture.parties:
        x = middle[party.id]
        sheet.add(Box(x - wide / 2 + 4, 2, wide - 8, tallest + 12, "actor", round=4))
        lines = len(wrapped(names[party.id], wide - 20, bold=True)) * LINE
        sheet.words(party.label, Room(x, 8 + (tallest - lines) / 2, wide - 20, "middle"), "strong")
    sheet.y = tallest + 14
    for number, payment in enumerate(picture.payments, 1):
        sheet.y += 8
        look = "warn strong" if payment.hidden else "ink"
        label = f"{number}. {sheet.said(payment.label)}"
        sheet.y = (
            sheet.words(
                label, Room(_LEFT, sheet.y, _ROOM), look, language=sheet.voice.language(payment.label)
            )
            + 2
        )
        start, end = middle[payment.payer], middle[payment.payee]
        for x in middle.values():
            sheet.stroke("thin", (x, sheet.y), (x, sheet.y + 20))
        towards = 1 if end > start else -1
        sheet.add(Box(start - 4, sheet.y + 6, 8, 8, "dot-hidden" if payment.hidden else "dot", round=4))
        sheet.stroke(
            "hidden-arrow" if payment.hidden else "arrow",
            (start, sheet.y + 10),
            (end - towards, sheet.y + 10),
            arrow=True,
        )
        sheet.y += 20
        said = sheet.sentence(sheet.said(payment.label))
        sheet.told.append(f"{number}. {names[payment.payer]} → {names[payment.payee]}: {said}")
    sheet.y += 2


def draw_papers(picture: PaperHierarchy, sheet: Sheet) -> None:
    """Draw the papers one below the other, the strongest first and widest, joined by an arrow down."""
    step = 11
    left = _LEFT + 24
    for rank, paper in enumerate(picture.papers, 1):
        sheet.y += 6
        x = left + step * (rank - 1)
        inner = _RIGHT - x - 24
        look = "paper-promise" if paper.promise else ("paper-first" if rank == 1 else "paper")
        behind = len(sheet.shapes)
        top = sheet.y
        below = sheet.words(
            f"{rank}. {sheet.said(paper.label)}",
            Room(x + 12, top + 8, inner),
            "strong",
            language=sheet.voice.language(paper.label),
        )
        if paper.says:
            below = sheet.words(paper.says, Room(x + 12, below + 2, inner))
        told = sheet.said(paper.label) + (f": {sheet.said(paper.says)}" if paper.says else "")
        if paper.promise:
            note = sheet.voice.say("picture_promise_here")
            below = sheet.words(note, Room(x + 12, below + 2, inner), "warn strong")
            told = f"{told} {note}"
        page = Sheet(sheet.voice)
        page.add(Box(x, top, _RIGHT - x, below + 8 - top, look, round=3))
        sheet.shapes[behind:behind] = page.shapes
        sheet.y = below + 8
        sheet.told.append(f"{rank}. {told}")
    sheet.stroke("arrow", (_LEFT + 8, sheet.y), (_LEFT + 8, 8), arrow=True)
    sheet.y += 6
    sheet.y = sheet.words(sheet.voice.say("picture_wins"), Room(_LEFT, sheet.y, _ROOM), "muted")


def draw_keys(picture: Keys, sheet: Sheet) -> None:
    """Draw a row for each thing with a key in the column of whoever holds it."""
    voice = sheet.voice
    column = 90
    middles = {"you": _RIGHT - column * 1.5, "vendor": _RIGHT - column / 2}
    heads = {who: voice.say(f"picture_holder_{who}") for who in middles}
    lines = {who: len(wrapped(head, column - 4, bold=True)) for who, head in heads.items()}
    tallest = max(lines.values()) * LINE
    for who, x in middles.items():
        sheet.words(
            heads[who], Room(x, sheet.y + tallest - lines[who] * LINE, column - 4, "middle"), "strong"
        )
    sheet.y += tallest + 5
    table = sheet.y
    for thing in picture.things:
        sheet.stroke("thin", (_LEFT, sheet.y), (_RIGHT, sheet.y))
        below = sheet.words(thing.label, Room(_LEFT, sheet.y + 8, _ROOM - 2 * column - 8))
        _key(sheet, middles[thing.holder], (sheet.y + below + 8) / 2, thing.holder)
        sheet.y = below + 8
        sheet.told.append(f"{sheet.said(thing.label)}: {sheet.sentence(heads[thing.holder])}")
    sheet.stroke("firm", (_LEFT, sheet.y), (_RIGHT, sheet.y))
    sheet.stroke("thin", (_RIGHT - column, table), (_RIGHT - column, sheet.y))


def _key(sheet: Sheet, x: float, y: float, holder: str) -> None:
    look = "key-yours" if holder == "you" else "key-theirs"
    sheet.add(Box(x - 17, y - 7, 14, 14, f"{look} ring", round=7))
    sheet.stroke(look, (x - 3, y), (x + 16, y), (x + 16, y + 7))
    sheet.stroke(look, (x + 9, y), (x + 9, y + 6))
