"""Spoil a sound trick in one way each: one located error, in words that help, and nothing built."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner

from scripts.checks.guide_checks import check
from scripts.checks.reports import FORMATS
from scripts.cli import main
from scripts.entries.loading import load
from scripts.places import REPOSITORY
from scripts.problems.problem import Problem
from tests import DATA

SOUND = (DATA / "sound-trick.yml").read_text(encoding="utf-8")

# name: (what is replaced, by what, the words at whose start the error points, what it says)
SPOILT: Mapping[str, tuple[str, str, str, str]] = {
    "unclosed-brace": (
        "name: {es: Un truco sano, en: A sound trick}",
        "name: {es: Un truco sano, en: A sound trick",
        ": {es: Una frase",
        "cannot be read as YAML",
    ),
    "colon-in-text": ("cost: {es: Cuesta dinero., en: It costs money.}", "cost: a: b", ": b", "needs quotes"),
    "picture-of-no-kind": (
        "severity: low",
        "severity: low\npicture: {title: {es: A}, caption: {es: B}, term: 12}",
        "{title: {es: A}",
        "'kind' is missing",
    ),
    "picture-of-unknown-kind": (
        "severity: low",
        "severity: low\npicture: {kind: notice-calender, title: {es: A}, caption: {es: B}}",
        "notice-calender",
        "did you mean 'notice-calendar'",
    ),
    "picture-that-cannot-be": (
        "severity: low",
        "severity: low\npicture: {kind: notice-calendar, title: {es: A}, caption: {es: B}, "
        "term: 2, notice: 3, renewal: 1}",
        "{kind: notice",
        "must be shorter than the term",
    ),
    "picture-with-long-words": (
        "severity: low",
        "severity: low\npicture: {kind: keys, title: {es: A}, caption: {es: B}, things: [{label: {es: A}, "
        f"holder: you}}, {{label: {{es: {'a' * 41}}}, holder: you}}]}}",
        "a" * 41,
        "at most 40",
    ),
    "tab": ("  - {id: seen", "\t- {id: seen", "\t- {id: seen", "tab"),
    "duplicate-field": ("severity: low", "severity: low\nseverity: high", "severity: high", "stands twice"),
    "reviewed-ahead": (
        "severity: low",
        'severity: low\nreviewed: "2999-12-31"',
        '"2999-12-31"',
        "has not come yet",
    ),
    "reviewed-never": (
        "severity: low",
        'severity: low\nreviewed: "2026-02-30"',
        '"2026-02-30"',
        "must be a date",
    ),
    "tab-by-escape": (
        "cost: {es: Cuesta dinero., en: It costs money.}",
        'cost: {es: "Está en C:\\temp.", en: It costs money.}',
        '"Está en C:',
        "a backslash needs another one",
    ),
    "break-by-escape": (
        "cost: {es: Cuesta dinero., en: It costs money.}",
        'cost: {es: Cuesta dinero., en: "It is in C:\\new."}',
        '"It is in C:',
        "a backslash needs another one",
    ),
    "anchor": ("[demo]", "&all [demo]", "&all", "anchors"),
    "alias-bomb": ("severity: low", "severity: *all", "*all", "aliases"),
    "python-object": ("severity: low", "severity: !!python/name:os.system low", "!!python", "tags"),
    "misspelt-field": ("severity: low", "severty: low\nseverity: low", "severty", "did you mean 'severity'?"),
    "missing-field": ("severity: low\n", "", "name:", "severity: is missing"),
    "unknown-severity": ("severity: low", "severity: lw", "lw", "did you mean 'low'?"),
    "empty-text": ("cost: {es: Cuesta dinero.,", 'cost: {es: "",', '"",', "the text is empty"),
    "number-for-text": ("name: {es: Un truco sano,", "name: {es: 12,", "12,", "put it in quotes"),
    "text-for-languages": (
        "name: {es: Un truco sano, en: A sound trick}",
        "name: Un truco sano",
        "Un truco",
        "one text per language",
    ),
    "no-language": ("summary: {es: Una frase., en: One sentence.}", "summary: {}", "{}", "no language"),
    "source-in-no-language": (
        "kind: article",
        "kind: article\n    used_in: [es-MX]",
        "es-MX",
        "unknown language 'es-MX'",
    ),
    "source-in-a-language-twice": (
        "kind: article",
        "kind: article\n    used_in: [es, en, es]",
        "es]",
        "stands twice",
    ),
    "unknown-language": ("cost: {es:", "cost: {fr: Non., es:", "fr:", "unknown language 'fr'"),
    "bad-language-code": ("cost: {es:", "cost: {Spanish: Sí., es:", "Spanish:", "not a language code"),
    "script": ("Una forma.", "<script>alert(1)</script>", "<script>", "raw HTML"),
    "event-handler": ("Una forma.", "'<img src=x onerror=alert(1)>'", "'<img", "raw HTML"),
    "javascript-link": ("Una forma.", '"[x](javascript:alert(1))"', '"[x]', "unsafe or unknown link"),
    "data-link": ("Una forma.", '"[x](data:text/html,x)"', '"[x]', "unsafe or unknown link"),
    "image": ("Una forma.", '"![x](https://example.org/x.png)"', '"![x]', "images are not allowed"),
    "heading": (
        "cost: {es: Cuesta dinero.,",
        'cost: {es: "# Cuesta",',
        '"# Cuesta"',
        "heading is not allowed",
    ),
    "markdown-in-name": ("Un truco sano", "Un **truco**", "Un **truco**", "takes no Markdown"),
    "invisible-character": ("Una frase.", '"Una \\u202e frase."', '"Una', "U+202E"),
    "two-lines": ("{es: Un truco sano,", '{es: "Uno\\ndos",', '"Uno', "single line"),
    "long-summary": ("Una frase.", "x" * 201, "xxxx", "at most 200 characters, this has 201"),
    "unknown-countermeasure": (
        "[put-it-in-the-annex]",
        "[put-it-in-annex]",
        "put-it",
        "did you mean 'put-it-in",
    ),
    "unknown-meeting": ("[demo]", "[demos]", "demos", "did you mean 'demo'?"),
    "unknown-related": ("[kickbacks]", "[kickback]", "kickback]", "did you mean 'kickbacks'?"),
    "related-twice": ("[kickbacks]", "[kickbacks, kickbacks]", "kickbacks]", "stands twice"),
    "unknown-link": ("Una forma.", '"[x](term:cmr)"', '"[x]', "link to unknown term 'cmr'"),
    "same-id": ("{id: second,", "{id: first,", "first, name: {es: Segunda", "used twice"),
    "two-right": (
        "{text: {es: No.,",
        "{correct: true, text: {es: No.,",
        "- {text: {es: Sí.",
        "exactly one option",
    ),
    "none-right": (
        " correct: true, why: {es: Porque sí.",
        " why: {es: Porque sí.",
        "- {text: {es: Sí.",
        "exactly one",
    ),
    "one-option": (
        '      - {text: {es: No., en: "No."}, why: {es: Porque no., en: It is wrong.}}\n',
        "",
        "- {text: {es: Sí.",
        "at least 2 needed",
    ),
    "unknown-kind": ("kind: match", "kind: mach", "mach", "did you mean 'match'?"),
    "kind-is-no-word": ("kind: order", "kind: [order]", "[order]", "is not one of 'one', 'several'"),
    "question-is-no-mapping": ("  - id: two\n", "  - three\n  - id: two\n", "three", "must be fields"),
    "one-right-of-several": (
        "{es: Tercera., en: Third.}, correct: true,",
        "{es: Tercera., en: Third.},",
        "- {text: {es: Primera.",
        "at least two options must have 'correct: true'; 1 have it",
    ),
    "all-right-of-several": (
        "{es: Segunda., en: Second.}, why: {es: No vale., en: Not enough.}}\n"
        "      - {text: {es: Tercera., en: Third.}, correct: true, why: {es: También vale., en: Good too.}}\n"
        "      - {text: {es: Cuarta., en: Fourth.},",
        "{es: Segunda., en: Second.}, correct: true, why: {es: No vale., en: Not enough.}}\n"
        "      - {text: {es: Tercera., en: Third.}, correct: true, why: {es: También vale., en: Good too.}}\n"
        "      - {text: {es: Cuarta., en: Fourth.}, correct: true,",
        "- {text: {es: Primera.",
        "at least one option must be wrong",
    ),
    "three-options-of-several": (
        "      - {text: {es: Cuarta., en: Fourth.}, why: {es: Tampoco., en: Not this one.}}\n",
        "",
        "- {text: {es: Primera.",
        "at least 4 needed",
    ),
    "truth-is-no-word": ("correct: false", "correct: no way", "no way", "must be true or false"),
    "truth-without-claim": (
        "    claim: {es: Es así., en: It is so.}\n",
        "",
        "id: four",
        "quiz.3.claim: is missing",
    ),
    "unknown-field-of-truth": (
        "    correct: false\n",
        "    correct: false\n    why_tru: {es: No., en: No.}\n",
        "why_tru:",
        "did you mean 'why_true'?",
    ),
    "field-of-another-kind": (
        "    correct: false\n",
        "    correct: false\n    pairs: []\n",
        "pairs:",
        "'pairs' does not go with 'kind: truth'; it needs 'kind: match'",
    ),
    "one-trick-for-two-signs": (
        "trick: kickbacks, why",
        "trick: demo-always-works, why",
        "- {sign: {es: Nadie",
        "'demo-always-works' stands in two pairs",
    ),
    "unknown-trick-to-match": (
        "trick: kickbacks, why",
        "trick: kickback, why",
        "kickback,",
        "quiz.4.pairs.1.trick: unknown trick 'kickback' — did you mean 'kickbacks'?",
    ),
    "two-pairs": (
        "      - {sign: {es: Barato., en: Cheap.}, trick: attractive-price,"
        " why: {es: Precio., en: A price.}}\n",
        "",
        "- {sign: {es: Nadie",
        "at least 3 needed",
    ),
    "unknown-field-of-a-pair": (
        "trick: kickbacks, why:",
        "trick: kickbacks, y: {es: A., en: B.}, why:",
        "y: {es",
        "unknown field 'y'",
    ),
    "pair-without-a-reason": (
        "trick: kickbacks, why: {es: Pagos., en: Payments.}",
        "trick: kickbacks",
        "{sign: {es: Regalos",
        "quiz.4.pairs.1.why: is missing",
    ),
    "two-steps": (
        "      - {text: {es: Después., en: After.}, why: {es: Termina., en: It ends.}}\n",
        "",
        "- {text: {es: Antes",
        "at least 3 needed",
    ),
    "seven-steps": (
        "    steps:\n",
        "    steps:\n" + "      - {text: {es: Más., en: More.}, why: {es: Más., en: More.}}\n" * 4,
        "- {text: {es: Más.",
        "at most 6 allowed, 7 given",
    ),
    "same-question-id": ("- id: two", "- id: one", "one\n    scene: {es: Otra", "used twice"),
    "bad-date": ('"2019-03-01"', "March", "March", "must be a date"),
    "no-such-day": ('"2019-03-01"', '"2019-02-31"', '"2019-02-31"', "must be a date"),
    "no-such-month": ('"2026-11-24"', '"2026-13-01"', '"2026-13-01"', "must be a date"),
    "foreign-digits": ('"2019-03-01"', '"٢٠١٩"', '"٢٠١٩"', "must be a date"),
    "quote-in-address": (
        "https://example.org/a-source",
        """'https://example.org/"onmouseover=x'""",
        "'https",
        "must be a web address",
    ),
    "unseen-in-address": (
        "https://example.org/a-source",
        '"https://example.org/\\u202ea"',
        '"https',
        "U+202E",
    ),
    "unseen-entity": ("Una forma.", '"Una &#x202e; forma."', '"Una &', "U+202E"),
    "unseen-field": ("severity: low", '"seve\\nrity": low\nseverity: low', '"seve', r"'seve\nrity'"),
    "bad-address": ("https://example.org/a-source", "example.org", "example.org", "must be a web address"),
    "reviewed-before-reading": (
        "severity: low",
        'severity: low\nreviewed: "2026-11-23"',
        '"2026-11-23"',
        "before 2026-11-24, the newest day",
    ),
    "bad-id": ("{id: seen,", "{id: Seen It,", "Seen It", "lower-case letters"),
    "phase-written": ("severity: low", "severity: low\nphase: people", "phase: people", "its place says it"),
    "too-deep": ("severity: low", "severity: " + "[" * 19 + "{a: b}" + "]" * 19, "{a: b}", "nested deeper"),
    "second-document": ("severity: low", "severity: low\n---\na: b", "---", "only one document"),
}


def spoil(name: str) -> tuple[str, int, int, str]:
    """Return the spoilt text, where the error must point, and what it must say."""
    old, new, needle, message = SPOILT[name]
    assert old in SOUND, f"{name} changes nothing"
    text = SOUND.replace(old, new, 1)
    if name == "missing-field":
        before = text[: text.index("name:")]
    elif needle in new:
        before = text[: text.index(new) + new.index(needle)]
    else:
        before = text[: text.index(needle)]
    return text, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1, message


def test_the_sound_trick_is_sound(guide_folder: Path) -> None:
    file = "tricks/people/sound-trick.yml"
    (guide_folder / file).write_text(SOUND, encoding="utf-8")
    assert _strict(guide_folder, file) == []


def _strict(folder: Path, file: str) -> list[Problem]:
    """Return what a strict check finds in one file, but for languages that the sound trick is not in."""
    found = [problem for problem in check(load(folder), strict=True) if problem.file == file]
    return [each for each in found if dict(each.fault.values).get("locale", "es") in ("es", "en")]


@pytest.mark.thorough
def test_one_fault_gives_one_located_error(guide_folder: Path) -> None:
    found = _found_in(guide_folder, {f"tricks/people/spoilt-{name}.yml": spoil(name)[0] for name in SPOILT})
    faults = []
    for name in SPOILT:
        _, line, column, message = spoil(name)
        told = found.pop(f"tricks/people/spoilt-{name}.yml", [])
        if [(each.line, each.column) for each in told] != [(line, column)] or message not in str(told[0]):
            faults.append(f"{name}: expected {line}:{column}: {message}, got {told}")
    assert faults == []
    assert found == {}, "sound files are told to be at fault"


def _found_in(folder: Path, files: Mapping[str, str]) -> dict[str, list[Problem]]:
    """Write the files and return, by file, what a check finds."""
    for file, text in files.items():
        (folder / file).write_text(text, encoding="utf-8")
    found: dict[str, list[Problem]] = {}
    for problem in check(load(folder)):
        found.setdefault(problem.file, []).append(problem)
    return found


@pytest.mark.thorough
def test_all_faults_come_in_one_run_and_the_old_site_stays(guide_folder: Path, tmp_path: Path) -> None:
    for name in SPOILT:
        (guide_folder / f"tricks/people/spoilt-{name}.yml").write_text(spoil(name)[0], encoding="utf-8")
    old = tmp_path / "site"
    old.mkdir()
    (old / "index.html").write_text("the old site", encoding="utf-8")
    (old / "build.json").write_text("{}", encoding="utf-8")
    result = CliRunner().invoke(main, ["build", "--root", str(guide_folder), "--out", str(old)])
    assert result.exit_code == 1
    located = re.findall(r"^tricks/people/spoilt-([a-z-]+)\.yml:\d+:\d+: ", result.stderr, re.MULTILINE)
    assert sorted(located) == sorted(SPOILT)
    assert "Traceback" not in result.output
    assert sorted(path.name for path in old.iterdir()) == ["build.json", "index.html"]
    assert (old / "index.html").read_text(encoding="utf-8") == "the old site"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["guide", "site"]


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("tricks/people/latin.yml", SOUND.encode("latin-1"), "not UTF-8"),
        ("tricks/people/huge.yml", b"# " + b"x" * 300_000, "bytes; at most"),
        ("tricks/people/empty.yml", b"", "the file is empty"),
        ("tricks/people/list.yml", b"- a\n", "must be fields"),
        ("tricks/people/Capital.yml", SOUND.encode(), "lower-case letters"),
        ("tricks/people/notes.txt", b"x", "does not belong here"),
        ("tricks/loose.yml", SOUND.encode(), "folder of its phase"),
        ("tricks/buying/kickbacks.yml", SOUND.replace("[kickbacks]", "[]").encode(), "is taken by"),
        ("tricks/payng/other.yml", SOUND.encode(), "unknown phase 'payng'"),
        ("content/pages/es/loose.md", b"# No front matter\n", "must begin with '---'"),
        (
            "content/pages/es/loose.md",
            b"---\ntitle: A\ndescription: B\n---\n# Two\n",
            "has its title already",
        ),
        ("content/pages/es/tricks.md", b"---\ntitle: A\ndescription: B\n---\nC\n", "at the address tricks/"),
        (f"tricks/people/{'x' * 61}.yml", SOUND.encode(), "at most 60 characters"),
        ("tricks/people/x\n.yml", SOUND.encode(), "lower-case letters"),
        ("content/phases.yml", b"[]\n", "at least one phase"),
        ("content/site.yml", b"url: https://a.example/\ndefault_locale: es\nlocales: [es, es]\n", "twice"),
        ("content/site.yml", b"url: https://a.example/\ndefault_locale: fr\nlocales: [es]\n", "'fr'"),
        ("content/site.yml", b'url: https://a.example/"x/\ndefault_locale: es\nlocales: [es]\n', "address"),
        ("content/countermeasures/x.yml", b"name: {es: A, en: B}\n", "is missing"),
    ],
)
def test_a_file_that_cannot_be_an_entry_is_named(
    guide_folder: Path, file: str, content: bytes, message: str
) -> None:
    path = guide_folder / file
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    problems = check(load(guide_folder))
    assert problems
    assert any(message in problem.message for problem in problems), problems


def test_a_file_in_a_wrong_place_comes_before_the_faults_that_follow(guide_folder: Path) -> None:
    act = next((guide_folder / "content/countermeasures").glob("ask-*.yml"))
    act.rename(act.with_name("Z wrong.yml"))
    (guide_folder / "tricks/wrong").mkdir()
    (guide_folder / "content/assessments/purchase.yml").write_text("name: 1\n", encoding="utf-8")
    first, second, *rest = check(load(guide_folder))
    assert [first.file, second.file] == ["content/countermeasures/Z wrong.yml", "tricks/wrong"]
    assert rest == sorted(rest)
    assert any(problem.file < first.file for problem in rest)


@pytest.mark.parametrize(
    ("locales", "rule"), [("[es, en, es]", "listed-twice"), ("[en]", "default-not-listed")]
)
def test_a_fault_among_the_locales_stands_there(guide_folder: Path, locales: str, rule: str) -> None:
    site = guide_folder / "content/site.yml"
    lines = re.sub(r"(?m)^locales: .*", f"locales: {locales}", site.read_text(encoding="utf-8"))
    site.write_text(lines, encoding="utf-8")
    found = next(problem for problem in check(load(guide_folder)) if problem.fault.rule == rule)
    assert lines.splitlines()[found.line - 1].startswith("locales:")


def test_a_link_out_of_the_folder_is_refused(guide_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text(SOUND, encoding="utf-8")
    (guide_folder / "tricks/people/secret.yml").symlink_to(tmp_path / "secret.yml")
    messages = [problem.message for problem in check(load(guide_folder))]
    assert "leads outside the guide's folder" in messages


_CHECK_EACH = """
import json, sys
from click.testing import CliRunner
from scripts.cli import main
for folder in sys.argv[1:]:
    result = CliRunner().invoke(main, ["check", "--root", folder, "--lang", "en"])
    print(json.dumps([result.exit_code, result.stderr]), flush=True)
"""


def _checked_soon(folders: Sequence[Path]) -> list[tuple[int, str]]:
    """Check each folder in one process of its own, so that a check that never ends is seen as such."""
    command = [sys.executable, "-c", _CHECK_EACH, *map(str, folders)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=300, check=True)
    return [tuple(json.loads(line)) for line in done.stdout.splitlines()]


def _put(kind: str, path: Path) -> None:
    path.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to({"device": "/dev/zero", "link to itself": path.name, "link to nowhere": "none"}[kind])


@pytest.mark.thorough
def test_what_is_no_ordinary_file_is_refused_unread(guide_folder: Path, tmp_path: Path) -> None:
    places = ("tricks/people/x.yml", "content/site.yml", "content/pages/es/about.md")
    kinds = ("pipe", "device", "link to itself", "link to nowhere", "folder")
    folders = {case: tmp_path / f"{number}" for number, case in enumerate(product(places, kinds))}
    for (place, kind), folder in folders.items():
        # What is put there takes a file's place; none is written to.
        shutil.copytree(guide_folder, folder, copy_function=os.link)
        _put(kind, folder / place)
    said = dict(zip(folders, _checked_soon(list(folders.values())), strict=True))
    refusal = ":1:1: (is not an ordinary file|leads outside|cannot be read)"
    assert [
        (case, told)
        for case, (code, told) in said.items()
        if code != 1 or not re.search(case[0] + refusal, told)
    ] == []


@pytest.mark.parametrize("place", ["tricks/people/x.yml", "content/pages/es/about.md"])
def test_what_a_link_leads_to_is_not_told(place: str, guide_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the password is open sesame\n", encoding="utf-8")
    (guide_folder / place).unlink(missing_ok=True)
    (guide_folder / place).symlink_to(tmp_path / "secret")
    said = CliRunner().invoke(main, ["check", "--root", str(guide_folder)]).output
    assert f"{place}:1:1" in said
    assert "sesame" not in said


@pytest.mark.parametrize("form", FORMATS)
def test_names_with_unseen_signs_are_shown_as_they_are(form: str, guide_folder: Path) -> None:
    for name in ("x\nfake.yml:1:1: fine.yml", "x\x1b[31m.yml", "x\u202e.yml", "x\udcff.yml"):
        (guide_folder / "tricks/people" / name).write_text(SOUND, encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--root", str(guide_folder), "--format", form])
    assert result.exit_code == 1
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert all(sign.isprintable() or sign == "\n" for sign in result.output)
    assert not re.search(r"^fake", result.output, re.MULTILINE)


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_the_line_ends_of_other_systems_are_read(line_end: str, guide_folder: Path) -> None:
    for path in [*guide_folder.rglob("*.yml"), *guide_folder.rglob("*.md")]:
        path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig", newline=line_end)
    assert check(load(guide_folder)) == []


def test_a_meeting_may_not_take_the_place_of_a_page(guide_folder: Path) -> None:
    meetings = guide_folder / "content/meetings"
    shutil.copy(meetings / "demo.yml", meetings / "mine.yml")
    assert [str(problem) for problem in check(load(guide_folder))] == [
        "content/meetings/mine.yml:1:1: the site itself has a page or file at the address checklists/mine/"
    ]


def test_a_missing_language_passes_unless_strict(guide_folder: Path) -> None:
    text = SOUND.replace("cost: {es: Cuesta dinero., en: It costs money.}", "cost: {en: It costs money.}")
    (guide_folder / "tricks/people/one-language.yml").write_text(text, encoding="utf-8")
    assert check(load(guide_folder)) == []
    file = "tricks/people/one-language.yml"
    problems = _strict(guide_folder, file)
    assert [(p.line, p.path) for p in problems] == [(8, "cost")]
    assert "has no text in 'es'" in problems[0].message


def test_a_folder_that_is_no_guide_is_said_so(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--root", str(tmp_path)])
    assert result.exit_code == 1
    assert "is --root right?" in result.stderr


def test_a_broken_frame_gives_errors_not_a_traceback(guide_folder: Path) -> None:
    shutil.rmtree(guide_folder / "content/ui")
    (guide_folder / "content/phases.yml").write_text("- id: 3\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--root", str(guide_folder)])
    assert result.exit_code == 1
    assert result.exception is None or isinstance(result.exception, SystemExit)
