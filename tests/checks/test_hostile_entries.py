"""Hostile and unlucky input, kind by kind: refused at its place in the contributor's language, or built."""

# Tables of which each line is a case.
# ruff: noqa: E501

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest

from scripts.checks.advice import advise
from scripts.checks.guide_checks import check
from scripts.checks.letter_checks import EVERYDAY, printed_letters
from scripts.derived.page_ids import OWN
from scripts.entries.loading import load
from scripts.guide.wording import passive_voice
from scripts.places import OVERRIDES, REPOSITORY
from scripts.problems import Problem, rulebook
from scripts.problems.problem import MOST
from scripts.texts.headings import FRAME_IDS
from tests.fuzz import fuzz
from tests.made_guide import ADDRESS, FILES, make_all, small_guide, trick, write

pytestmark = pytest.mark.thorough

TRICK = "tricks/buying/first-trick.yml"
SOUND = trick()
ES = (REPOSITORY / "content/ui/es.yml").read_text(encoding="utf-8")
EN = (REPOSITORY / "content/ui/en.yml").read_text(encoding="utf-8")
Files = Mapping[str, str | bytes]


def spoilt(old: str, new: str) -> Files:
    """Return the small guide's first trick with a change."""
    assert old in SOUND, old
    return {TRICK: SOUND.replace(old, new, 1)}


def said(text: str) -> Files:
    """Return the trick with another text, written as JSON, in a field of one paragraph."""
    return spoilt("Una forma.", json.dumps(text))


def told(text: str) -> Files:
    """Return the trick with another text in a field of several paragraphs."""
    return spoilt('es: "Así **funciona**."', f"es: {json.dumps(text)}")


def named(text: str) -> Files:
    """Return the trick with another name."""
    return spoilt("name: {es: Un truco sano", f"name: {{es: {json.dumps(text, ensure_ascii=False)}")


def site(**fields: object) -> Files:
    """Return the site's file with other fields."""
    return {"content/site.yml": json.dumps(FILES["content/site.yml"] | fields)}  # type: ignore[operator]


def page(body: str) -> Files:
    """Return a hand-written page."""
    return {"content/pages/es/about.md": f"---\ntitle: A\ndescription: B\n---\n{body}"}


def words(line: str, *, key: str = "which_trick_scene") -> Files:
    """Return both languages' interface words with a line in the place of one of them."""
    return {
        f"content/ui/{code}.yml": re.sub(rf"(?m)^  {key}:.*\n", lambda _: line, text)
        for code, text in (("es", ES), ("en", EN))
    }


def meeting(slug: str) -> Files:
    """Return one more meeting."""
    return {f"content/meetings/{slug}.yml": json.dumps(FILES["content/meetings/demo.yml"])}


LONG_SIGN = "palabra y palabra " * 60
LONG_SIGNS = "".join(
    f'\n  - {{id: long-{n}, text: {{es: "{LONG_SIGN}", en: "{LONG_SIGN}"}}}}' for n in (1, 2)
)
AS_QUOTE = "a[]:*?/\\\\ '<b>&amp; \U0001f6a9"

ODD_WORDS = "odd words of files"
ACCEPTED: Mapping[str, Files] = {
    "two long signs": spoilt("\n  - {id: seen, text: {es: Se ve., en: It shows.}}", LONG_SIGNS),
    "a list in a name": named("- 1. #x"),
    "a line in a name": named("---"),
    "a fence in a name": named("~~~ | x"),
    "markup in a name": named("</title><script>AT&amp;T</script>"),
    "letters of the world": named("回 🚩 ✓ العربية 👨‍👩‍👧"),
    "a name that YAML 1.1 takes for false": spoilt("name: {es: Primera, en: First}", "name: {es: No, en: No}"),
    "its own address": said("a <trick:second-trick> b"),
    "a tool, a list and a hand-written page": page("[a](page:calculator) [b](page:checklists) [c](page:about)\n"),
    "the clause of a countermeasure": page("[a](clause:act)\n"),
    "an address in another alphabet": said("[x](https://münchen.example/ñ)"),
    "marks that never close": told("[*" * 300),
    "four quotations": told("> " * 4 + "x"),
    "steps in menus, and less than": named("Settings > Users, a->b, x >-1"),
    "headings of the page's own": page("## Search\n\n## Search\n\n[x](#search_2)\n\n### 1 < 2 {#x}\n"),
    "plural words where one asks for none": words('  which_trick_scene: {other: "x {signs}"}\n'),
    ODD_WORDS: {
        f"content/ui/{code}.yml": re.sub(r"(?m)^(  questions_\w+): (?![>|{])[^{\n]*\n", rf'\1: "{AS_QUOTE}"\n', text)
        for code, text in (("es", ES), ("en", EN))
    },
}  # fmt: skip

REFUSED: Mapping[str, Sequence[tuple[Files, str, str]]] = {
    # Each: what is written, the rule it breaks, the words at whose start the problem points.
    "links that lead nowhere": [
        (said("a <trick:nope> b"), "unknown-link", '"a <trick'),
        (told("[x][y]\n\n[y]: trick:nope"), "unknown-link", '"[x]'),
        (said("[x][y]\n\n[y]: https://example.org/"), "address-apart", '"[x]'),
        (said("[x](#nowhere)"), "dead-link", '"[x]'),
        (said(f"[x]({ADDRESS}es/tricks/nope/)"), "dead-link", '"[x]'),
        (page("x [a](#nope)\n"), "dead-link", "#nope"),
        (page("á á <trick:nope>\n"), "unknown-link", "trick:nope"),
        (page("á [a](page:calculators)\n"), "unknown-link", "page:calculators"),
        (page("á [a](clause:no-act)\n"), "unknown-link", "clause:no-act"),
        (page("á [a](page:print/x-a4.pdf)\n"), "unknown-link", "page:print"),
    ],
    "addresses that no browser reads": [
        *(
            (said(f"[x]({address})"), "unsafe-link", '"[x]')
            for address in ("http://[a.b", "https://a.b]c/", "https://a.bc:99999/", "https://a.bc@b.cd/")
        ),
        *(
            (spoilt("https://example.org/a-source", f'"{address}"'), "not-a-web-address", f'"{address}')
            for address in ("https://[::1].x/", "https://a.b:99999/", "ftp://a.bc/", "https://a b.c/")
        ),
        *(
            (site(url=f"https://{address}"), "bad-site-address", '"https')
            for address in ("a.bc/?q=/", "a.bc/#/", "[a.bc/", "a.bc:99999/", "u@a.bc/", "a.bc/../", "a b/", "ñ.bc/")
        ),
        (site(repository="javascript:alert(1)"), "not-a-web-address", '"javascript'),
    ],
    "words that pages ask for in vain": [
        (words(""), "words-nowhere", "words:"),
        (words('  which_trick_scene: "{nope}"\n'), "unknown-placeholder", '"{nope}'),
        (words('  home: "{count}"\n', key="home"), "unknown-placeholder", '"{count}'),
    ],
    "signs that are no text": [
        *(
            (spoilt("Una frase.", f'"á \\{code}"'), "invisible-character", '"á')
            for code in ("uFFFF", "uFDD0", "uE000", "u202E", "x01", "U0001FFFE")
        ),
        (said("&#xD800;"), "invisible-character", '"&#'),
        (spoilt("Una frase.", "á \u0001"), "yaml-character", "\u0001"),
        (spoilt("Una frase.", "á \u0085"), "yaml-character", "\u0085"),
        (spoilt("Una frase.", "á \ufeff"), "yaml-character", "\ufeff"),
        (page("á\n\ná \u200b x\n"), "invisible-character", "\u200b"),
    ],
    "texts that show nothing": [
        *((named(sign), "shows-nothing", '"') for sign in "\u200e\u3164\u2800\u115f\u00ad\u0301\ufe0f"),
        *((told(text), "shows-nothing", '"') for text in (">", "- ", "[y]: https://a.bc/", "&nbsp;")),
        (said("Algo [](https://a.bc/)"), "link-without-words", '"Algo'),
        (page("x\n\n##\n"), "shows-nothing", "##\n"),
    ],
    "nesting without end": [
        (told("> " * 19 + "x"), "nested-too-deep", '"'),
        (told("- " * 19 + "x"), "nested-too-deep", '"'),
        (told("**" * 300 + "x" + "**" * 300), "nested-too-deep", '"'),
        ({TRICK: "[" * 100_000}, "too-deep", ""),
    ],
    "faults of a page": [
        (page("á\n\ná <b>x</b>\n"), "raw-html", "<b>"),
        (page("á\n\n- á [x](javascript:y)\n"), "unsafe-link", "javascript"),
        (page("x\n\n# Title\n"), "second-title", "# Title"),
        (page("[" * 60_000), "too-long", "["),
    ],
    "names that meet": [
        (
            {
                "tricks/buying/a-trick.yml": SOUND.replace("- id: one", "- id: b-x"),
                "tricks/buying/a-trick-b.yml": SOUND.replace("- id: one", "- id: x"),
            },
            "id-shared",
            "",
        ),
        (
            {
                "tricks/buying/a-trick.yml": SOUND.replace("{id: seen", "{id: b-x"),
                "tricks/buying/a-trick-b.yml": SOUND.replace("{id: seen", "{id: x"),
            },
            "id-shared",
            "",
        ),
        (spoilt("- id: one", "- id: which-trick"), "id-shared", "which-trick"),
        ({"tricks/buying/search.yml": SOUND}, "id-of-the-page", "name:"),
        ({"tricks/buying/result.yml": SOUND}, "id-of-the-page", "name:"),
    ],
    "addresses that meet": [
        (meeting("demo-short"), "address-taken", "{"),
        (meeting("all-quiz"), "address-taken", ""),
        (site(locales=["es", "en", "zh-Hans", "zh-HANS"]), "listed-twice", '["es"'),
    ],
    "names that Windows keeps for itself": [
        *(({f"tricks/buying/{name}.yml": SOUND}, "windows-name", "#") for name in ("con", "aux", "com1", "lpt9")),
        ({"content/pages/es/nul.md": "x"}, "windows-name", "x"),
        (site(locales=["es", "con"]), "windows-name", '["es"'),
    ],
    "numbers and other words of YAML": [
        *(
            (spoilt("severity: low", f"severity: {value}"), "not-one-of", f"{value}\nmeetings")
            for value in ("no", "1:30:00.5", "0x", "1_000", "2001-12-14t21:59:43Z", "off")
        ),
        (spoilt("correct: false", "correct: no"), "not-true-or-false", "no\n"),
        (spoilt("en: First}", "en: 1.5}"), "not-text", "1.5"),
        ({"content/quizzes/all.yml": json.dumps(FILES["content/quizzes/all.yml"]).replace("1,", "9" * 6000 + ",", 1)},
         "too-large", "9"),
        *((spoilt("severity: low", f"severity: {tag} low"), "no-tags", tag) for tag in ("!!binary", "!!set", "!", "!x")),
        (spoilt("severity: low", "<<: {severity: low}"), "unknown-field", "<<"),
    ],
    "mistakes of YAML": [
        (spoilt("severity: low", "severity:\n\t- low"), "yaml-tab", "\t"),
        (spoilt("severity: low", "severity: * low"), "yaml-star", " low"),
        (spoilt("en: A form.", "en: - A form"), "yaml-hyphen", "- A"),
        (spoilt("severity: low", "severity: - low"), "yaml-hyphen", "- low"),
        (spoilt("severity: low", "severity: > low"), "yaml-block-sign", ""),
        (spoilt("Una forma.", '"a \\q"'), "yaml-backslash", "\\q"),
        (spoilt("severity: low", "severity: 'low"), "yaml-open-quote", "'low"),
        (spoilt("severity: low", 'severity: "low'), "yaml-quote-swallows", '"low'),
        (spoilt("en: A form.", "en: Our #1 problem"), "text-cut", "#1"),
    ],
    "letters that no paper has": [(named("\U00020000"), "no-glyph", '"')],
    "signs of YAML within a text": [
        (named("one: >- two"), "block-sign-in-text", '"one'),
        (words('  which_trick_scene: "{signs} |+ x"\n'), "block-sign-in-text", '"{signs}'),
        (words('  which_trick_scene: {one: "{signs}", other: "{signs} >-"}\n'), "block-sign-in-text", '{one: "{signs}"'),
    ],
    "expressions that never end": [
        ({"content/ui/en.yml": re.sub(r"(?m)^passive:.*", r"passive: '(?=a)b'", EN)}, "bad-expression", "'(?="),
        ({"content/ui/en.yml": re.sub(r"(?m)^passive:.*", r"passive: '(a)\\1'", EN)}, "bad-expression", "'(a"),
    ],
}  # fmt: skip


def found_in(folder: Path, files: Files) -> tuple[list[Problem], dict[str, str]]:
    """Return what a check of the small guide with these files finds, and what each file holds."""
    small_guide(folder)
    for name, content in files.items():
        if isinstance(content, str):
            write(folder / name, content)
        else:
            (folder / name).write_bytes(content)
    return check(load(folder)), {name: content for name, content in files.items() if isinstance(content, str)}


def place_of(text: str, needle: str) -> tuple[int, int]:
    """Return line and column, from 1 and in characters, of where `needle` first stands."""
    at = text.index(needle)
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


@pytest.mark.parametrize("kind", REFUSED)
def test_what_no_build_can_take_is_refused_where_it_stands(kind: str, tmp_path: Path) -> None:
    faults: list[object] = []
    for number, (files, rule, needle) in enumerate(REFUSED[kind]):
        problems, texts = found_in(tmp_path / str(number), files)
        matching = [problem for problem in problems if problem.fault.rule == rule]
        if not matching:
            faults.append((number, rule, [str(problem) for problem in problems][:3]))
            continue
        first = matching[0]
        text = texts.get(first.file, "")
        if needle and (first.line, first.column) != place_of(text, needle):
            faults.append((number, str(first), place_of(text, needle)))
        for locale in ("es", "en"):
            book = rulebook(locale)
            assert first.fault.said(book)
            assert first.fault.mend(book)
    assert faults == []


def each_apart(kinds: Iterable[str]) -> Files:
    """Return what these kinds write, each trick in a file of its own."""
    files: dict[str, str | bytes] = {}
    for kind in kinds:
        for name, content in ACCEPTED[kind].items():
            own = f"tricks/buying/{re.sub('[^a-z]+', '-', kind.lower())}.yml"
            files[own if name == TRICK else name] = content
    return files


@pytest.mark.parametrize("alone", [False, True], ids=["side by side", ODD_WORDS])
def test_what_check_accepts_can_be_built(alone: bool, tmp_path: Path) -> None:
    files = each_apart(kind for kind in ACCEPTED if (kind == ODD_WORDS) is alone)
    problems, _ = found_in(tmp_path / "guide", files)
    assert [str(problem) for problem in problems] == []
    guide = load(tmp_path / "guide").guide
    assert guide
    make_all(guide, tmp_path / "out", papers=not alone)


@pytest.mark.parametrize(
    "content",
    [
        "".join(f"k{number}: 1\n" for number in range(4_000)),
        SOUND + "---\n" * 4_000,
        SOUND.replace("[demo]", f"[{', '.join(f'nope-{number}' for number in range(2_000))}]"),
        SOUND.replace("aliases: {es: [sano]", f"aliases: {{es: [{', '.join(['1'] * 4_000)}]"),
    ],
    ids=["fields", "documents", "references", "values"],
)
def test_of_many_faults_in_a_file_the_first_are_told_and_the_rest_counted(
    content: str, tmp_path: Path
) -> None:
    problems, _ = found_in(tmp_path, {TRICK: content})
    assert 0 < len(problems) <= MOST + 1
    assert len(problems) <= MOST or [p.fault.rule for p in problems].count("and-more") == 1


def test_a_text_cut_by_a_comment_is_warned_of(tmp_path: Path) -> None:
    problems, texts = found_in(
        tmp_path,
        spoilt("cost: {es: Cuesta dinero., en: It costs money.}", "cost:\n  en: Our #1 problem\n  es: C"),
    )
    warnings = [warning for warning in advise(load(tmp_path)) if warning.fault.rule == "text-cut"]
    assert problems == []
    assert [(w.path, w.level) for w in warnings] == [("cost.en", "warning")]
    assert (warnings[0].line, warnings[0].column) == place_of(texts[TRICK], "Our #1")


def test_the_passive_voice_is_looked_for_in_linear_time() -> None:
    assert passive_voice(r"(\pL+\s?)+x$", "palabra " * 20_000) == ""
    assert passive_voice(r"fue \pL+ por", "El plazo FUE señalado por ellos") == "FUE señalado por"


def test_the_pages_own_ids_are_known() -> None:
    """Every `id` that a template or the frame gives by itself is one that an entry may not bring."""
    faults = []
    for kind, file in (("trick", "trick"), ("quiz", "quiz"), ("assessment", "assessment")):
        text = (REPOSITORY / f"scripts/pages/templates/{file}.md.j2").read_text(encoding="utf-8")
        own = set(re.findall(r'\bid="([a-z0-9-]+)"|\{ #([a-z0-9-]+) \}', text))
        faults += [(file, name) for pair in own for name in pair if name and name not in OWN[kind]]
    for path in (*OVERRIDES.glob("*.html"), *OVERRIDES.glob("partials/*.html")):
        own_of_frame = set(re.findall(r'\bid="([^"{]+)"', path.read_text(encoding="utf-8")))
        faults += [(path.name, name) for name in own_of_frame if name not in FRAME_IDS]
    assert faults == []


def test_the_letters_of_every_day_need_no_font_to_be_opened() -> None:
    everyday = {code for code in range(32, 0x3000) if EVERYDAY.match(chr(code))}
    assert everyday <= printed_letters()


def test_mutants_are_refused_or_made(tmp_path: Path) -> None:
    counts, failures = fuzz(20, 2026, tmp_path)
    assert failures == []
    assert counts.total() == 20
