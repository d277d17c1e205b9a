"""The guide as a zip to carry: unpacked, it opens from its folder, without a web server.

In: a finished site. Out: its files, changed where a browser treats a folder otherwise than a server. Knows
how pages, scripts and data are asked for, and nothing of what they say.
"""

from scripts.carrying.folder import carried, carried_zip

__all__ = ["carried", "carried_zip"]
