"""From Markdown to a finished site: mkdocs, the root's files, what is kept offline, every link followed.

In: the pages' Markdown and addresses. Out: a folder that any web server can serve. Knows no entry's content.
"""

from scripts.publishing.comparison import compared
from scripts.publishing.engine import EngineFailed, PageFrame, run_engine, write_config
from scripts.publishing.hashed_assets import Addresses, sources_as_assets, write_assets
from scripts.publishing.links import broken_links
from scripts.publishing.offline import write_offline
from scripts.publishing.root_pages import write_root_pages
from scripts.publishing.security import content_security_policy, content_security_policy_header

__all__ = [
    "Addresses",
    "EngineFailed",
    "PageFrame",
    "broken_links",
    "compared",
    "content_security_policy",
    "content_security_policy_header",
    "run_engine",
    "sources_as_assets",
    "write_assets",
    "write_config",
    "write_offline",
    "write_root_pages",
]
