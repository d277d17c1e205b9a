"""The guide as pages: which there are, what each shows, and their Markdown.

In: a `Guide` in one language. Out: the Markdown of each page, its texts already safe HTML. Knows the
templates of pages, not the frame around them, and nothing of how they are published.
"""

from scripts.pages.all_pages import all_pages
from scripts.pages.beside_pages import write_beside_pages
from scripts.pages.examples import EXAMPLES, examples_page
from scripts.pages.page import Page, turn_to
from scripts.pages.quiz_pages import phases_taught
from scripts.pages.render import (
    TEMPLATES,
    RenderedPage,
    Reuse,
    page_environment,
    render_locale,
    render_page,
)

__all__ = [
    "EXAMPLES",
    "TEMPLATES",
    "Page",
    "RenderedPage",
    "Reuse",
    "all_pages",
    "examples_page",
    "page_environment",
    "phases_taught",
    "render_locale",
    "render_page",
    "turn_to",
    "write_beside_pages",
]
