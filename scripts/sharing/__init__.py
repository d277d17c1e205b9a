"""Images that stand for a page where its address is sent to somebody: one for each trick and checklist.

In: a `Guide` and a `Press` with its fonts. Out: PNG files below each locale, and which of them, with what
words, stands for an address. Knows no HTML page.
"""

from scripts.sharing.cards import HEIGHT, WIDTH, Card, all_cards, card_of
from scripts.sharing.drawn import write_cards

__all__ = ["HEIGHT", "WIDTH", "Card", "all_cards", "card_of", "write_cards"]
