"""The manifest of a SCORM 1.2 package: one organisation with one item, which is the quiz."""

from collections.abc import Sequence
from hashlib import sha256

from lxml import etree
from lxml.builder import ElementMaker

from scripts.courses import PortableQuiz

MANIFEST = "imsmanifest.xml"
"""Where a course system looks for it: at the top of the package."""

MASTERY = 75
"""The score, in percent, from which a quiz is passed; the site calls a phase solid from there (marking.js).

Whoever wants another one writes it into the manifest, or tells the course system.
"""

_CONTENT = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
_ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
_XML = "http://www.w3.org/XML/1998/namespace"
_NAMES = {None: _CONTENT, "adlcp": _ADL}
_C = ElementMaker(namespace=_CONTENT, nsmap=_NAMES)
_A = ElementMaker(namespace=_ADL, nsmap=_NAMES)
_LONGEST_TITLE = 200
"""In characters (imscp_rootv1p1p2.xsd, `titleType`)."""


def manifest(quiz: PortableQuiz, tag: str, files: Sequence[str]) -> bytes:
    """Return the manifest of a quiz whose page is the first of `files`; `tag` is its language."""
    title = " ".join(quiz.title.split())
    item = _C.item(
        _C.title(_within(title)), _A.masteryscore(str(MASTERY)), identifier="item", identifierref="resource"
    )
    resource = _C.resource(
        *(_C.file(href=name) for name in files),
        {f"{{{_ADL}}}scormtype": "sco"},
        identifier="resource",
        type="webcontent",
        href=files[0],
    )
    root = _C.manifest(
        _C.metadata(_C.schema("ADL SCORM"), _C.schemaversion("1.2")),
        _C.organizations(
            _C.organization(_C.title(_within(title)), item, identifier="organization"), default="organization"
        ),
        _C.resources(resource),
        {f"{{{_XML}}}lang": tag},
        identifier=_identifier(quiz),
        version="1.0",
    )
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return written


def _identifier(quiz: PortableQuiz) -> str:
    """Return a name that no other quiz of any site has, as XML's ids are written."""
    return f"quiz-{sha256(quiz.address.encode()).hexdigest()[:16]}"


def _within(words: str) -> str:
    return words if len(words) <= _LONGEST_TITLE else f"{words[: _LONGEST_TITLE - 1]}…"
