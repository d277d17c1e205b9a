"""From Markdown to a finished site: mkdocs, the root's files, what is kept offline, every link followed.

In: the pages' Markdown and addresses. Out: a folder that any web server can serve. Knows no entry's content.
"""

from scripts.publishing.comparison import compared
from scripts.publishing.engine import EngineFailed, run_engine, write_config
from scripts.publishing.links import broken_links
from scripts.publishing.offline import write_offline
from scripts.publishing.own_site import refuse_sources, refuse_strangers, write_facts
from scripts.publishing.root_pages import write_root_pages
from scripts.publishing.taking_place import put_in_place, work_folder

__all__ = [
    "EngineFailed",
    "broken_links",
    "compared",
    "put_in_place",
    "refuse_sources",
    "refuse_strangers",
    "run_engine",
    "work_folder",
    "write_config",
    "write_facts",
    "write_offline",
    "write_root_pages",
]
