"""The pages of a locale that an earlier build put into the same frame."""

import json
import shutil
from pathlib import Path

from scripts.store import Store

_HOME = Path("index.md")
"""The page that the configuration names, so that the engine has to see it."""
_NOT_FOUND = Path("404.html")
"""The page that the engine makes of the frame alone."""


class KeptPages:
    """The pages of one configuration: those in the store are put in place, new ones go there."""

    def __init__(self, config: Path, store: Store) -> None:
        settings = json.loads(config.read_text(encoding="utf-8"))
        self._docs, self._site = Path(settings.pop("docs_dir")), Path(settings.pop("site_dir"))
        # Where the work is done leaves no trace in a page.
        self._frame = json.dumps(settings, sort_keys=True)
        self._store = store
        self._kept: dict[Path, bytes] = {}
        self._new: dict[Path, str] = {}

    def left_to_make(self) -> bool:
        """Take out of the engine's way what it need not make; return whether anything is left."""
        for name, made_of in self._sources().items():
            html = self._store.get("page", made_of)
            if html is None:
                self._new[name] = made_of
            else:
                self._kept[name] = html
        if self._new:
            # The engine begins with an empty folder: what is kept is put there after it.
            for name in self._kept.keys() - {_NOT_FOUND, _HOME}:
                (self._docs / name).unlink()
        else:
            shutil.copytree(self._docs, self._site, ignore=shutil.ignore_patterns("*.md"), dirs_exist_ok=True)
        return bool(self._new)

    def finish(self) -> None:
        """Put what was kept in its place, and keep what the engine made."""
        for name, html in self._kept.items():
            target = self._page(name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(html)
        for name, made_of in self._new.items():
            self._store.put("page", made_of, self._page(name).read_bytes())

    def _sources(self) -> dict[Path, str]:
        """Return all that each page is made of, by its name in the engine's folder."""
        pages = sorted(self._docs.rglob("*.md"))
        texts = {page.relative_to(self._docs): page.read_text(encoding="utf-8") for page in pages}
        texts[_NOT_FOUND] = ""
        return {name: f"{self._frame}\0{name.as_posix()}\0{text}" for name, text in texts.items()}

    def _page(self, name: Path) -> Path:
        return self._site / (name if name == _NOT_FOUND else name.parent / "index.html")
