"""Texts compressed beside the plain ones: the same in meaning, the same each time, and no other file."""

import gzip
from pathlib import Path

import brotli

from scripts.publishing.compression import precompress


def test_texts_are_compressed_and_nothing_else(tmp_path: Path) -> None:
    text = "ñandú, señales y contramedidas\n" * 100
    for name in ("page.html", "a.css", "b.js", "c.json", "d.xml", "e.webmanifest", "f.svg", "g.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "short.txt").write_text("short", encoding="utf-8")
    for name in ("sheet.pdf", "image.png", "en_0123456.pf_index", "quiz.apkg"):
        (tmp_path / name).write_bytes(bytes(range(256)) * 20)
    done = precompress(tmp_path)
    assert len(done) == 8
    for name in ("page.html", "e.webmanifest", "f.svg"):
        assert gzip.decompress((tmp_path / f"{name}.gz").read_bytes()).decode() == text
        assert brotli.decompress((tmp_path / f"{name}.br").read_bytes()).decode() == text
    assert {file.suffix for file in tmp_path.iterdir() if "short" in file.name} == {".txt"}
    assert {file.name for file in tmp_path.glob("*.[gb][zr]")} == {
        f"{name}.{ending}"
        for name in ("page.html", "a.css", "b.js", "c.json", "d.xml", "e.webmanifest", "f.svg", "g.txt")
        for ending in ("gz", "br")
    }
    assert all(each.brotlied < each.plain and each.gzipped < each.plain for each in done)


def test_the_same_text_gives_the_same_bytes(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("the same page\n" * 200, encoding="utf-8")
    made = []
    for _ in range(2):
        file.touch()
        precompress(tmp_path)
        made.append([file.with_name(f"page.html{ending}").read_bytes() for ending in (".gz", ".br")])
    assert made[0] == made[1]
