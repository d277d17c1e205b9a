"""The carried files: every address in them is a file's, and what need not change stays letter by letter."""

import json
import re
from pathlib import Path
from posixpath import dirname, normpath
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from scripts import build as building
from scripts.carrying.addresses import file_of, straightened
from scripts.carrying.assets_of_folder import handing_over
from scripts.cli import main
from scripts.guide import Guide
from tests.publishing.hostile_guide import MARKUP

_TAKING = ("data-index", "data-source", "data-bank")
"""What a script asks for: a script stands in its place."""


def _addresses(html: str) -> set[tuple[str, str]]:
    """Return each relative address in a page, those within templates too, with its attribute."""
    found = re.findall(r'\s(href|src|data-index|data-source|data-bank|data-to-checklist)="([^"]*)"', html)
    return {(name, address) for name, address in found if not urlsplit(address).scheme}


@pytest.mark.xdist_group("carried")
def test_every_address_leads_to_a_file(folder: Path) -> None:
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    lost = set()
    pages = [name for name in files if name.endswith(".html")]
    for page in pages:
        for name, address in _addresses((folder / page).read_text(encoding="utf-8")):
            path = unquote(urlsplit(address).path)
            within = normpath(f"{dirname(page)}/{path}" if path else page).removeprefix("/")
            if name in _TAKING:
                within = f"{within}/index.html.js" if address.endswith("/") else f"{within}.js"
            if within not in files:
                lost.add(f"{page}: {name}={address}")
    assert lost == set()
    assert {"index.html", "es/index.html", "en/search.json.js"} <= files
    served = ("service-worker.js", "kept.json", "_headers", "404.html", "manifest.webmanifest", "search.json")
    assert [name for name in files if name.endswith(tuple(f"/{each}" for each in served))] == []
    # Nothing in a page is a module, which a browser takes from no folder.
    html = "".join((folder / page).read_text(encoding="utf-8") for page in pages)
    assert 'type="module"' not in html
    assert "data-then" not in html


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("tricks/", "tricks/index.html"),
        ("./", "./index.html"),
        ("../..", "../../index.html"),
        ("..", "../index.html"),
        ("x/?t=a,b#sign", "x/index.html?t=a,b#sign"),
        ("print/demo-a4.pdf", "print/demo-a4.pdf"),
        ("#sign", "#sign"),
        ("?path=x", "?path=x"),
        ("https://forewarned.example/es/", "https://forewarned.example/es/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("", ""),
    ],
)
def test_an_address_names_the_file_that_a_server_gives(address: str, file: str) -> None:
    assert file_of(address) == file


def test_a_page_keeps_all_but_its_addresses() -> None:
    page = (
        "<!doctype html>\n<html lang=es>\u2028\x0b<title>a &amp; b</title>\r\n<!-- <a href='x/'> -->"
        '<script type="application/ld+json">{"a": "<a href=\\"x/\\">"}</script>'
        '<meta http-equiv="refresh" content="0; url=../x/">'
        "<template><p><A\n  HREF='a&amp;b/' title=\"&quot;><b>\" hidden>ñ 😀</A></template>"
        '<p class="offline-sign" data-offline-sign data-worker="../service-worker.js"></p>'
        '<script type="module" src="a.js"></script><link rel="manifest" href="m"><path d="M0/"/>'
        '<script src="b.js" data-then="c.js"></script>'
    )
    assert straightened(page) == (
        page.replace("url=../x/", "url=../x/index.html")
        .replace(
            "<A\n  HREF='a&amp;b/' title=\"&quot;><b>\" hidden>",
            '<a href="a&amp;b/index.html" title="&quot;&gt;&lt;b&gt;" hidden>',
        )
        .replace(' data-offline-sign data-worker="../service-worker.js"', "")
        .replace('<script type="module" src', "<script defer src")
        .replace('<link rel="manifest" href="m">', "")
        .replace(' data-then="c.js"></script>', '></script><script defer src="c.js"></script>')
    )


@given(
    st.lists(
        st.sampled_from([MARKUP, "<a href='x/'>", "</a>", '"', "\n", "&lt;", "<!--", "-->", "ñ"]), max_size=9
    )
)
def test_texts_that_are_markup_make_nothing_new(pieces: list[str]) -> None:
    def told(html: str) -> list[tuple[str | None, object]]:
        tree = LexborHTMLParser(html)
        return [
            (node.tag, {k: v for k, v in node.attributes.items() if k not in ("href",)})
            for node in tree.css("*")
        ]

    page = f"<!doctype html><html><head></head><body>{''.join(pieces)}</body></html>"
    assert told(straightened(page)) == told(page)


@pytest.mark.parametrize("text", [MARKUP, "\u2028\u2029\\", '");alert(1);("', "</script>\0"])
def test_what_is_handed_over_is_data(text: str) -> None:
    name, script = handing_over("es/x.json", text)
    assert name == "es/x.json.js"
    handed = re.fullmatch(r"carried\.take\((.*)\);\n", script.decode(), re.DOTALL)
    assert handed
    assert json.loads(f"[{handed[1]}]") == ["es/x.json", text]


def test_the_command_writes_one_zip(
    tiny_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(guide: Guide, site: Path, *_: object) -> None:
        site.mkdir()
        for name in ("index.html", "robots.txt"):
            (site / name).write_text("<a href='es/'>", encoding="utf-8")

    monkeypatch.setattr(building, "build", build)
    out = tmp_path / "out"
    done = CliRunner().invoke(main, ["carry", "--root", str(tiny_folder), "--out", str(out)])
    assert done.exit_code == 0, done.output
    assert done.stdout.split() == [str(out / "guide.zip")]
    assert [file.name for file in out.iterdir()] == ["guide.zip"]
    with ZipFile(out / "guide.zip") as archive:
        assert archive.namelist() == ["guide/index.html"]
        assert archive.read("guide/index.html") == b'<a href="es/index.html">'
