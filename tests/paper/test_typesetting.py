"""Texts as Typst code: whatever a contributor writes, it prints as the same words and acts as none."""

import json
from collections.abc import Iterable

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from scripts.paper.printing import PaperFailed
from scripts.paper.typesetting import language_code, literal, reply_to_typst, to_typst
from scripts.texts import faults as text_faults
from scripts.texts import markdown as texts
from tests.made_guide import press

pytestmark = pytest.mark.thorough

SPECIAL = "#$*_`~@<>\\\"'[](){}=+-/|&%:;!?.,\n\t 0aé«»—☐\u2028\x01"
ATTACKS = [
    '#read("/etc/passwd")',
    '"; panic("x"); "',
    "*]#pagebreak()[*",
    "$ x^2 $",
    "\\u{41}",
    "/* ",
    "// x",
]
FLAT = """{
  let flat(it) = if type(it) == str { it } else if it == none { "" } else if it.has("text") { it.text }
    else if it.func() == parbreak or it.func() == linebreak or it.func() == [ ].func() { " " }
    else if it.has("children") { it.children.map(flat).join(" ", default: "") }
    else if it.has("body") { flat(it.body) } else { "" }
  flat(%s)
}"""


def _at_root(kind: str, name: str) -> str:
    return f"https://example.org/{kind}/{name}/"


# Not st.text(): its table of all letters takes seconds to be made, once in each clone.
_LETTER = (st.integers(0, 0x2FF) | st.integers(0x300, 0xD7FF) | st.integers(0xE000, 0x10FFFF)).map(chr)
_TEXT = st.lists(_LETTER, max_size=30).map("".join)


def _several(texts: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    """Return lists of texts: to begin Typst takes longer than what it is asked."""
    return st.lists(texts, min_size=1, max_size=9)


def _evaluated_all(codes: Iterable[str]) -> list[object]:
    code = "".join(f"{each}, " for each in codes)
    found = json.loads(typst.eval(b"", f"({code})", ignore_system_fonts=True))
    assert isinstance(found, list)
    return found


@given(_several(_TEXT | st.text(alphabet=SPECIAL) | st.sampled_from(ATTACKS)))
def test_a_literal_is_the_text_itself(several: list[str]) -> None:
    assert _evaluated_all(map(literal, several)) == several


def test_other_values_keep_their_kind() -> None:
    values = [True, False, None, 3, [1, "a"], [], ["only"]]
    assert [(type(each), each) for each in _evaluated_all(map(literal, values))] == [
        (type(each), each) for each in values
    ]


@given(_several(_TEXT | st.text(alphabet=SPECIAL) | st.lists(st.sampled_from(ATTACKS)).map(" ".join)))
def test_any_text_prints_as_its_words(several: list[str]) -> None:
    """No Markdown text breaks the document, and none of its words is lost or made up."""
    all_printed = _evaluated_all(FLAT % to_typst(text, _at_root) for text in several)
    for text, printed in zip(several, all_printed, strict=True):
        assert isinstance(printed, str)
        if not list(text_faults.find_faults(text, "block")):
            assert "".join(printed.split()) == "".join(texts.words(text).split())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a **b** *c*", '{"a "; strong("b"); " "; emph("c")}'),
        ("[x](trick:y)", 'link("https://example.org/trick/y/", "x")'),
        ("- a\n- b", 'list("a", "b", )'),
        ("3. a\n4. b", 'enum(start: 3, "a", "b", )'),
        ("a\n\nb", '{"a"; parbreak(); "b"}'),
        ("> a", 'quote(block: true, "a")'),
        ("a  \nb", '{"a"; linebreak(); "b"}'),
        ('say "#x"', r'"say \"#x\""'),
    ],
)
def test_markdown_becomes_typst(text: str, code: str) -> None:
    assert to_typst(text, _at_root) == code


@pytest.mark.parametrize(
    ("locale", "direction", "code"),
    [
        ("es", "ltr", 'lang: "es", dir: ltr'),
        ("pt-BR", "ltr", 'lang: "pt", dir: ltr, region: "BR"'),
        ("zh-Hant", "ltr", 'lang: "zh", dir: ltr, script: "hant"'),
        ("ar", "rtl", 'lang: "ar", dir: rtl'),
    ],
)
def test_the_language_of_a_text(locale: str, direction: str, code: str) -> None:
    assert language_code(locale, direction) == code


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        ("“Which day?” Accept **two**.", '{emph("“Which day?”"); " "; {"Accept "; strong("two"); "."}}'),
        ("«¿Qué día?». Acepte «pronto».", '{emph("«¿Qué día?».");" "; "Acepte «pronto»."}'),
        ("„Bis wann?“ Nicht mehr.", '{emph("„Bis wann?“"); " "; "Nicht mehr."}'),
        ("“Which day?”", 'emph("“Which day?”")'),
        ("Accept “soon” at most.", '"Accept “soon” at most."'),
    ],
)
def test_of_a_reply_only_the_words_to_say_are_set_apart(reply: str, code: str) -> None:
    assert reply_to_typst(reply, lambda kind, name: "").replace(" ", "") == code.replace(" ", "")


def test_a_paper_whose_pages_move_each_time_it_is_set_is_refused_and_the_first_of_them_named() -> None:
    """Typst only warns of it: a handbook had no pages 72 and 73, and all after them bore a wrong number."""
    titled = "#set document(title: [A])\n"
    moves = "#pagebreak()#context if query(<x>).any(it => calc.even(it.location().page())) { pagebreak() }"
    settled = "#pagebreak()#metadata(none)<x>#context counter(page).at(<x>)"
    assert press().typeset(f"{titled}{settled}", "paper.pdf", "tricks/").startswith(b"%PDF")
    with pytest.raises(PaperFailed, match=r"tricks/: paper.pdf cannot .* do not settle.* of them page [23]:"):
        press().typeset(f"{titled}{moves}#metadata(none)<x>", "paper.pdf", "tricks/")
