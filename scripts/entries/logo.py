"""Read the site's own mark, letting in only what draws: an SVG is a document that could act.

A page shows it as a picture, in which nothing runs; whoever opens the file by itself is to be as safe.
"""

import re
import struct
from collections.abc import Iterator

from lxml import etree

from scripts.entries.reading import Reading
from scripts.guide import Logo
from scripts.problems import Fault, Problem, fault

MOST_BYTES = 64 * 1024
"""Every page shows it."""
MOST_PIXELS = 2048
_SVG = "{http://www.w3.org/2000/svg}"
_DRAWS = frozenset(
    {
        *("svg", "g", "defs", "title", "desc", "symbol", "use", "path", "rect", "circle", "ellipse", "line"),
        *(
            "polyline",
            "polygon",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask",
            "text",
            "tspan",
        ),
    }
)
_TELLS = "{http://www.w3.org/XML/1998/namespace}"
_HREF = ("href", "{http://www.w3.org/1999/xlink}href")
_LEADS_OUT = re.compile(r"url\((?!\s*['\"]?#)|javascript:|data:|@import|\\", re.IGNORECASE)
_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"
"""How every PNG begins, up to the data of its first chunk (W3C, PNG specification, 5.2 and 11.2.1)."""


def read_logo(readings: list[Reading], name: str) -> Logo | None:
    """Return the logo of the last of these layers that has one of this name; note why it cannot be shown."""
    having = [each for each in readings if (each.top / "content" / name).is_file()]
    if not having:
        giving = next(each for each in reversed(readings) if (each.top / "content/site.yml").is_file())
        marked = giving.marks[giving.shown(giving.top / "content/site.yml")]
        giving.problems.append(marked.problem(("logo",), fault("no-logo", name=name)))
        return None
    reading = having[-1]
    path = reading.top / "content" / name
    data = reading.binary(path, MOST_BYTES)
    if data is None:
        return None
    faults = list(_odd_svg(data) if path.suffix == ".svg" else _odd_png(data))
    reading.problems += [Problem(reading.shown(path), line, 1, "", each) for line, each in faults]
    return None if faults else Logo(name, data)


def _odd_png(data: bytes) -> Iterator[tuple[int, Fault]]:
    if not data.startswith(_PNG) or len(data) < len(_PNG) + 8:
        yield 1, fault("logo-not-png")
        return
    sides = struct.unpack(">II", data[len(_PNG) : len(_PNG) + 8])
    if not all(0 < side <= MOST_PIXELS for side in sides):
        yield 1, fault("logo-too-wide", sides=" x ".join(map(str, sides)), limit=MOST_PIXELS)


def _odd_svg(data: bytes) -> Iterator[tuple[int, Fault]]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        yield error.lineno or 1, fault("logo-not-svg", detail=error.msg)
        return
    if root.tag != f"{_SVG}svg":
        yield 1, fault("logo-not-svg", detail="svg")
        return
    if root.getroottree().docinfo.doctype:
        yield 1, fault("logo-acts", name="<!DOCTYPE>")
    for before in root.itersiblings(preceding=True):
        yield before.sourceline or 1, fault("logo-acts", name=f"<?{before.target}?>")
    for element in root.iter():
        yield from ((element.sourceline or 1, fault("logo-acts", name=name)) for name in _acting(element))


def _acting(element: etree._Element) -> Iterator[str]:
    """Yield what of an element does more than draw: the element itself, or attributes of it."""
    if not isinstance(element.tag, str):
        # An instruction or an entity: its text is how it is written.
        yield str(element)
        return
    if element.tag.removeprefix(_SVG) not in _DRAWS:
        yield f"<{etree.QName(element).localname}>"
        return
    for name, value in element.attrib.items():
        leads_out = name in _HREF and not value.strip().startswith("#")
        own = not name.startswith("{") or name.startswith(_TELLS) or name in _HREF
        if not own or name.lower().startswith("on") or leads_out or _LEADS_OUT.search(value):
            yield etree.QName(name).localname
