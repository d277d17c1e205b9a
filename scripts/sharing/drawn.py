"""Draw the cards with Typst: all that the store does not hold, as the pages of one document.

A document of sixty cards takes a second less than sixty documents.
"""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from scripts.guide import Voice
from scripts.paper import Press, language_code, literal
from scripts.pictures import draw, svg_of
from scripts.places import ASSETS
from scripts.sharing.cards import FOLDER, WIDTH, Card, all_cards
from scripts.store import NOTHING_KEPT, Store
from scripts.templating import plain_templates

_TEMPLATES = Path(__file__).parent / "templates"
_FONT = "Atkinson Hyperlegible Next"
_POINTS = 600
"""The width of a card in points; 72 of them are an inch, which is what resolution counts by."""


def write_cards(voice: Voice, site: Path, press: Press, store: Store = NOTHING_KEPT) -> None:
    """Write the cards of a locale below `site`; raises PaperFailed."""
    cards = list(all_cards(voice))
    words = sha256(repr(sorted(voice.guide.wordings.items())).encode()).hexdigest()
    made_of = {card: f"{words}{card.made_of}" for card in cards}
    made = {card: store.get("card", made_of[card]) for card in cards}
    missing = [card for card, image in made.items() if image is None]
    drawn = dict(zip(missing, _drawn(missing, press), strict=True))
    for card, drawing in drawn.items():
        store.put("card", made_of[card], drawing)
    for card in cards:
        file = site / card.voice.locale / card.path
        file.parent.mkdir(parents=True, exist_ok=True)
        store.write(file, made[card] or drawn[card])


def _drawn(cards: Sequence[Card], press: Press) -> Sequence[bytes]:
    """Return each card as PNG; raises PaperFailed."""
    if not cards:
        return []
    sheets = plain_templates(_TEMPLATES, finalize=literal)
    mark = (ASSETS / "images/favicon.svg").read_text(encoding="utf-8")
    frame = sheets.get_template("frame.typ.j2").render(families=press.families, mark=mark)
    page = sheets.get_template("card.typ.j2")
    pages = [
        page.render(
            card=card,
            site_name=card.voice.say("site_name"),
            drawing=svg_of(draw(card.picture, card.voice), [_FONT]) if card.picture else "",
            language=language_code(card.voice.locale, card.voice.wording.direction),
        )
        for card in cards
    ]
    source = frame + "\n#pagebreak()\n".join(pages)
    return press.drawn(source, FOLDER, "tricks/", ppi=WIDTH * 72 / _POINTS)
