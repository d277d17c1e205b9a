"""Mutate the small guide, check each mutant, and make what was accepted: nothing may end in a traceback.

`python -m tests.fuzz --count 10000 --seed 1` is the long run; the suite makes a short one.
"""

# Tables of which each line is a case.
# ruff: noqa: E501

import argparse
import random
import re
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from scripts.checks.advice import advise
from scripts.checks.guide_checks import check
from scripts.checks.reports import Report
from scripts.entries.loading import load
from scripts.entries.memory import Memory
from scripts.pages import render
from scripts.problems import rulebook
from scripts.templating import html_templates
from tests.made_guide import make_all, small_guide

HOSTILE = (
    *("", " ", "\t", "~", "null", "true", "No", "0x", "1_000", "9" * 5000, "1:30:00.5", ".nan", "2019-02-31"),
    *("- ", "* ", "> ", "| ", "# ", " #1", "#", "'", '"', "\\", "{", "}", "[", "]", ",", ": ", "&a", "*a", "!!set", "%"),
    *("<script>", "<trick:nope>", "[x](trick:nope)", "[x][y]", "[](https://a.bc)", "![x](y)", "<!-- -->", "&nbsp;"),
    *("`", "**", "**" * 40, "> " * 9, "- " * 9, "## ", "---", "~~~", "|a|b|", "1. ", "{count}", "{nope}", "{0}", "{{"),
    *("\u200e", "\u3164", "\u2800", "\u202e", "\ufffe", "\ue000", "\x00", "\x1b", "\u0085", "\u2028", "\ufeff"),
    *("回", "🚩", "👨‍👩‍👧", "\U00020000", "e\u0301", "العربية", "ñ", "https://[a", "https://a.bc:99999/", "a" * 700),
    *("search", "result", "first-trick", "second-trick", "one", "demo", "act", "con", "which-trick", "es", "en", "zz"),
)  # fmt: skip

Mutation = Callable[[random.Random, str], str]


def _at(random_: random.Random, text: str) -> int:
    return random_.randint(0, len(text))


def _inserted(random_: random.Random, text: str) -> str:
    at = _at(random_, text)
    return text[:at] + random_.choice(HOSTILE) + text[at:]


def _word_replaced(random_: random.Random, text: str) -> str:
    words = list(re.finditer(r"[^\s{}\[\]:,\"']+", text))
    if not words:
        return text
    word = random_.choice(words)
    return text[: word.start()] + random_.choice(HOSTILE) + text[word.end() :]


def _quoted_value_replaced(random_: random.Random, text: str) -> str:
    """Put something hostile in the place of a value, in such quotes that it stays YAML."""
    values = list(re.finditer(r"(?<=: )[^\s{}\[\],\"'][^{}\[\],\"'\n]*(?=[,}\n])", text))
    if not values:
        return text
    value = random_.choice(values)
    words = random_.choice((random_.choice(HOSTILE), f"A {random_.choice(HOSTILE)} b"))
    return f"{text[: value.start()]}'{words.replace(chr(39), chr(39) * 2)}'{text[value.end() :]}"


def _lines_changed(random_: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    if not lines:
        return text
    one, other = random_.randrange(len(lines)), random_.randrange(len(lines))
    change = random_.randrange(4)
    if change == 0:
        del lines[one]
    elif change == 1:
        lines.insert(other, lines[one])
    elif change == 2:
        lines[one], lines[other] = lines[other], lines[one]
    else:
        lines[one] = random_.choice((" ", "  ", "\t")) + lines[one]
    return "".join(lines)


def _cut(random_: random.Random, text: str) -> str:
    start = _at(random_, text)
    return text[:start] + text[start + random_.randint(1, 40) :]


MUTATIONS: Sequence[Mutation] = (
    *(_inserted, _word_replaced, _lines_changed, _cut),
    *(_quoted_value_replaced,) * 4,
)


def fuzz(count: int, seed: int, folder: Path) -> tuple[Counter[str], list[str]]:
    """Return how many mutants were refused and made, and the traceback of each that was neither."""
    random_ = random.Random(seed)  # noqa: S311 (nothing secret: the same seed gives the same mutants)
    guide = small_guide(folder / "guide")
    sound = {path: path.read_text(encoding="utf-8") for path in sorted(guide.rglob("*")) if path.is_file()}
    files = [path for path in sound for _ in range(1 if "ui" in path.parts else 3)]
    counts: Counter[str] = Counter()
    failures: list[str] = []
    memory: Memory = {}
    for number in range(count):
        file = random_.choice(files)
        text = sound[file]
        for _ in range(random_.choice((1, 1, 1, 2, 3))):
            text = random_.choice(MUTATIONS)(random_, text)
        file.write_text(text, encoding="utf-8", errors="surrogatepass")
        memory.pop(file, None)
        try:
            counts[_result(guide, folder / "out", memory)] += 1
        except Exception:
            failures.append(
                f"mutant {number} of seed {seed}, {file.name}:\n{traceback.format_exc(limit=-4)}\n{text[:3000]}"
            )
        memory.pop(file, None)
        file.write_text(sound[file], encoding="utf-8")
    return counts, failures


def _result(guide: Path, out: Path, memory: Memory) -> str:
    loaded = load(guide, memory)
    problems = check(loaded)
    for locale in ("es", "en"):
        Report([*problems, *advise(loaded)], guide, rulebook(locale)).written("text")
    if problems or loaded.guide is None:
        return "refused"
    make_all(loaded.guide, out)
    return "made"


def main() -> None:
    """Run the long run and tell its counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    # Compiling the templates anew for every guide would take most of the time.
    vars(render)["html_templates"] = cache(html_templates)
    with tempfile.TemporaryDirectory() as folder:
        counts, failures = fuzz(wanted.count, wanted.seed, Path(folder))
    print(dict(counts), f"{len(failures)} failures")
    print("\n".join(failures))


if __name__ == "__main__":
    main()
