"""The guide for other programs: entries as JSON and tables, news as a feed, what each page tells of itself.

In: a `Guide`. Out: `/api/v1/`, an Atom feed a language, JSON-LD. Knows what is published under which address,
not how pages look.
"""

from scripts.open_data.api import languages_told, write_api
from scripts.open_data.feed import write_feed
from scripts.open_data.linked_data import Described, linked_data
from scripts.open_data.public_models import PLURALS

__all__ = ["PLURALS", "Described", "languages_told", "linked_data", "write_api", "write_feed"]
