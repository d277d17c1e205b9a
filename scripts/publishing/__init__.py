"""From Markdown to a finished site: mkdocs, the root's files, what is kept offline, what hosts must know.

In: the pages' Markdown and addresses. Out: a folder that any web server can serve. Knows no entry's content.
"""

from scripts.publishing.comparison import compared
from scripts.publishing.compression import Compressed, precompress
from scripts.publishing.engine import EngineFailed, PageFrame, frame_of, publish_pages, write_config
from scripts.publishing.hashed_assets import Addresses, sources_as_assets, write_assets, write_own_looks
from scripts.publishing.host_files import OddPath, write_files_in_site, write_server_files
from scripts.publishing.joined_assets import joined_script, joined_sheet
from scripts.publishing.links import LinksInSum, broken_links
from scripts.publishing.offline import write_offline
from scripts.publishing.own_site import files_below, refuse_sources, refuse_strangers, write_facts
from scripts.publishing.root_pages import write_moved_pages, write_root_pages
from scripts.publishing.security import content_security_policy, content_security_policy_header
from scripts.publishing.taking_place import move_in, put_in_place, work_folder

__all__ = [
    "Addresses",
    "Compressed",
    "EngineFailed",
    "LinksInSum",
    "OddPath",
    "PageFrame",
    "broken_links",
    "compared",
    "content_security_policy",
    "content_security_policy_header",
    "files_below",
    "frame_of",
    "joined_script",
    "joined_sheet",
    "move_in",
    "precompress",
    "publish_pages",
    "put_in_place",
    "refuse_sources",
    "refuse_strangers",
    "sources_as_assets",
    "work_folder",
    "write_assets",
    "write_config",
    "write_facts",
    "write_files_in_site",
    "write_moved_pages",
    "write_offline",
    "write_own_looks",
    "write_root_pages",
    "write_server_files",
]
