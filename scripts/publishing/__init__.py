"""From Markdown to a finished site: mkdocs, the root's files, what is kept offline, every link followed.

In: the pages' Markdown and addresses. Out: a folder that any web server can serve. Knows no entry's content.
"""

from scripts.publishing.comparison import compared
from scripts.publishing.engine import EngineFailed, run_engine, write_config
from scripts.publishing.links import broken_links
from scripts.publishing.offline import write_offline
from scripts.publishing.root_pages import write_root_pages

__all__ = [
    "EngineFailed",
    "broken_links",
    "compared",
    "run_engine",
    "write_config",
    "write_offline",
    "write_root_pages",
]
