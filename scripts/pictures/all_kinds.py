"""The picture of each kind."""

from scripts.guide import Picture, Voice
from scripts.pictures.amounts import draw_ratchet, draw_stack, draw_staircase
from scripts.pictures.drawing import Drawing, Sheet
from scripts.pictures.holders import draw_keys, draw_money_flow, draw_papers, draw_quote
from scripts.pictures.terms import draw_break_even, draw_clocks, draw_notice_calendar

_WITH_FIGURES = frozenset(
    {"stack-of-costs", "break-even", "notice-calendar", "staircase", "ratchet", "clocks"}
)
"""The kinds whose figures are an example's and are marked so."""


def draw(picture: Picture, voice: Voice) -> Drawing:
    """Return the picture as its kind is drawn, in the voice's language."""
    sheet = Sheet(voice)
    match picture.kind:
        case "annotated-quote":
            draw_quote(picture, sheet)
        case "stack-of-costs":
            draw_stack(picture, sheet)
        case "break-even":
            draw_break_even(picture, sheet)
        case "money-flow":
            draw_money_flow(picture, sheet)
        case "notice-calendar":
            draw_notice_calendar(picture, sheet)
        case "staircase":
            draw_staircase(picture, sheet)
        case "ratchet":
            draw_ratchet(picture, sheet)
        case "paper-hierarchy":
            draw_papers(picture, sheet)
        case "keys":
            draw_keys(picture, sheet)
        case "clocks":
            draw_clocks(picture, sheet)
    return sheet.drawing(example=picture.kind in _WITH_FIGURES)
