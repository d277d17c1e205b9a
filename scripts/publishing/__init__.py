"""From Markdown to a finished site: mkdocs, the root's files, what is kept offline, what hosts must know.

In: the pages' Markdown and addresses. Out: a folder that any web server can serve. Knows no entry's content.
"""

from scripts.publishing.comparison import compared
from scripts.publishing.compression import Compressed, precompress
from scripts.publishing.engine import EngineFailed, run_engine, write_config
from scripts.publishing.host_files import OddPath, write_files_in_site, write_server_files
from scripts.publishing.links import broken_links
from scripts.publishing.offline import write_offline
from scripts.publishing.root_pages import write_root_pages

__all__ = [
    "Compressed",
    "EngineFailed",
    "OddPath",
    "broken_links",
    "compared",
    "precompress",
    "run_engine",
    "write_config",
    "write_files_in_site",
    "write_offline",
    "write_root_pages",
    "write_server_files",
]
