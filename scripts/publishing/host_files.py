"""What a host must be told to serve the site: headers, caching, types, a 404 for each language.

`_headers` and `_redirects` (Netlify, Cloudflare Pages) only work in the site's root, so each build puts
them there. What nginx and Caddy include stands outside the site; a command writes it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from scripts.derived import former_addresses, former_files
from scripts.guide import API, Guide
from scripts.publishing.security import content_security_policy_header
from scripts.templating import plain_templates

IMMUTABLE = "public, max-age=31536000, immutable"
"""For a file whose name changes with its bytes (RFC 8246): kept a year, never asked for again."""

REVALIDATED = "no-cache"
"""For every other file: kept, and asked for again each time, which costs an answer without a body."""

HASHED_NAME = r"[._][0-9a-f]{7,64}[.][0-9a-z_]+$"
"""How a name that bears its content's hash ends, in words that Python, PCRE and RE2 read alike."""

MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "apkg": "application/x-apkg",
        "atom": "application/atom+xml",
        "css": "text/css",
        "csv": "text/csv",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "gz": "application/gzip",
        "html": "text/html",
        "ico": "image/x-icon",
        "ics": "text/calendar",
        "js": "text/javascript",
        "json": "application/json",
        "md": "text/markdown",
        "pdf": "application/pdf",
        "png": "image/png",
        "svg": "image/svg+xml",
        "txt": "text/plain",
        "webmanifest": "application/manifest+json",
        "woff2": "font/woff2",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xml": "application/xml",
        "zip": "application/zip",
    }
)
"""Each kind of file in the site and its media type, as registered with IANA where it is."""

_TEMPLATES = Path(__file__).parent / "templates" / "hosts"
_IN_THE_SITE = ("_headers", "_redirects")
_BESIDE_THE_SITE = ("nginx.conf", "Caddyfile")
_LICENCE = re.compile(r"LICEN[CS]E[^/]*$")
_PLAIN_PATH = re.compile(r"[\w.~/-]*", re.ASCII)


class OddPath(ValueError):
    """The site's address has a path that a web server's configuration cannot safely hold."""


def security_headers() -> dict[str, str]:
    """Return the headers of every answer, by name."""
    return {
        "Content-Security-Policy": content_security_policy_header(),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


def bears_its_hash(name: str) -> bool:
    """Whether a file's name says which bytes it holds, so that it may be kept for ever."""
    return re.search(HASHED_NAME, name) is not None


def write_files_in_site(guide: Guide, site: Path, address: str, names: Iterable[str]) -> list[str]:
    """Write what Netlify and Cloudflare Pages look for into the root of the `site` of these files.

    Returns their names below the site.
    """
    _write(_IN_THE_SITE, site, _context(guide, address) | {"immutable": immutable_folders(names)})
    return [*_IN_THE_SITE]


def write_server_files(guide: Guide, folder: Path, address: str) -> list[Path]:
    """Write what nginx and Caddy include into `folder`; return the files.

    Raises OddPath where the address has a path of other than letters, digits and `._~-/`.
    """
    context = _context(guide, address)
    if not _PLAIN_PATH.fullmatch(str(context["base"])):
        raise OddPath(str(context["base"]))
    folder.mkdir(parents=True, exist_ok=True)
    return _write(_BESIDE_THE_SITE, folder, context)


def immutable_folders(names: Iterable[str]) -> list[str]:
    """Return the topmost folders, of a site of these files, in which every file's name bears its hash.

    Those hosts match by folder, and a rule that takes in one other file would spoil an update. Texts of
    licences do not count: a reader who keeps one for a year loses nothing.
    """
    # The site's own folder counts for none.
    hashed = {"": False}
    for name in names:
        folder, _, file = name.rpartition("/")
        # Above a folder that holds another file, nothing is left to be told.
        while folder and hashed.get(folder, True) and not _LICENCE.match(file):
            hashed[folder] = bears_its_hash(file)
            folder = folder.rpartition("/")[0]
    return sorted(
        each for each, all_of_it in hashed.items() if all_of_it and not hashed[each.rpartition("/")[0]]
    )


def _context(guide: Guide, address: str) -> dict[str, object]:
    return {
        "base": urlsplit(address).path,
        "open": API,
        "locales": guide.site.locales,
        "moved": list(_moved(guide)),
        "security": security_headers(),
        "hashed": HASHED_NAME,
        "immutable_value": IMMUTABLE,
        "revalidated_value": REVALIDATED,
        "types": MEDIA_TYPES,
        "text_types": sorted({kind for kind in MEDIA_TYPES.values() if is_text(kind)}),
    }


def _moved(guide: Guide) -> Iterator[tuple[str, str]]:
    """Yield each old address below the site's and today's."""
    pages = [(former.address, former.target) for former in former_addresses(guide)]
    for locale in guide.site.locales:
        for old, target in [*pages, *former_files(guide)]:
            yield f"{locale}/{old}", f"{locale}/{target}"


def is_text(kind: str) -> bool:
    """Whether a media type is text, so that it has a charset and shrinks when compressed."""
    return kind.startswith("text/") or kind.endswith(("json", "xml"))


def _write(names: tuple[str, ...], folder: Path, context: Mapping[str, object]) -> list[Path]:
    environment = plain_templates(_TEMPLATES)
    for name in names:
        text = environment.get_template(f"{name}.j2").render(context)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return [folder / name for name in names]
