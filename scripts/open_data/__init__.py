"""The guide for other programs: its news as a feed, and what each page tells of itself.

In: a `Guide` in one language. Out: an Atom feed and JSON-LD. Knows what is published under which address,
not how pages look.
"""

from scripts.open_data.feed import write_feed
from scripts.open_data.linked_data import Described, linked_data

__all__ = ["Described", "linked_data", "write_feed"]
