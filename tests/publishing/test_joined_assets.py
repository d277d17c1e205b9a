"""Joining scripts and sheets: what the page gets is what stands in the modules, in their order."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from scripts.places import ASSETS
from scripts.publishing.hashed_assets import write_assets
from scripts.publishing.joined_assets import NotJoined, joined_script, joined_sheet

_MAIN = """import { one as first,
  two } from "./parts/a.js";
import * as b from "./parts/b.js";
const later = () => import("./parts/lazy.js");
globalThis.found = [first(), two, b.all(), String(later)];
"""
_ONE = """// A comment.
import { three } from "./b.js";
export const two = `${"}"} // no comment`;
const hidden = 1;
export function one() {
  return hidden + three;
}
"""
_OTHER = """let count = 0;
export const three = 3;
export async function wait() {}
export class Hidden {}
export function all() {
  count += 1;
  return count;
}
"""


def _write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _named(path: str) -> str:
    return f"./named/{path}"


@pytest.mark.browser
def test_modules_become_one_script(modules: Page, tmp_path: Path) -> None:
    folder = _write(tmp_path, {"main.js": _MAIN, "parts/a.js": _ONE, "parts/b.js": _OTHER})
    script = joined_script(folder, "main.js", _named)
    modules.evaluate(script)
    found = modules.evaluate("found")
    assert found[:3] == [4, "} // no comment", 1]
    assert 'import("./named/parts/lazy.js")' in found[3]
    assert script.count("count += 1") == 1


@pytest.mark.parametrize(
    "text",
    [
        'import two from "./a.js";\n',
        'export { two } from "./a.js";\n',
        "export default 1;\n",
        "export let changing = 1;\n",
        'import "./main.js";\n',
        'import { main } from "./main.js";\n',
        "const lines = `one\n// two`;\n",
    ],
)
def test_what_cannot_be_joined_is_refused(tmp_path: Path, text: str) -> None:
    folder = _write(tmp_path, {"main.js": 'import { a } from "./a.js";\n', "a.js": text})
    with pytest.raises(NotJoined, match=r"\.js"):
        joined_script(folder, "main.js", _named)


def test_sheets_become_one_in_their_order(tmp_path: Path) -> None:
    folder = _write(
        tmp_path,
        {
            "all.css": '/* All. */\n@import "./b/b.css";\n@import "./a/a.css";\n',
            "a/a.css": 'a { background: url("./x.svg"); }\n',
            "b/b.css": 'b { src: url("../fonts/y.woff2"); }\n',
        },
    )
    assert joined_sheet(folder, "all.css", _named) == (
        'b{src:url("./named/fonts/y.woff2")}a{background:url("./named/a/x.svg")}\n'
    )


def test_our_own_assets_are_whole_and_the_same_each_time(tmp_path: Path) -> None:
    first, second = write_assets(tmp_path / "one"), write_assets(tmp_path / "two")
    assert first == second
    parts = {file for file in ASSETS.rglob("*.*") if file.suffix in (".css", ".js") and file.parent != ASSETS}
    looks = ("site.css", "tools.css", "other_media.css")
    written = "".join((tmp_path / "one" / first[name]).read_text("utf-8") for name in ("site.js", *looks))
    assert "@import" not in written
    sheets = [*(ASSETS / name for name in looks), ASSETS / "course/course.css"]
    imported = "".join(sheet.read_text("utf-8") for sheet in sheets)
    missing = [
        file
        for file in parts
        if file.suffix == ".css" and file not in sheets and f'/{file.name}"' not in imported
    ]
    assert not missing
