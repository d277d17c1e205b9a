"""What Moodle's importer demands of each kind of question, by its source (qformat_xml, Moodle 4.5).

The rules are those of question/format/xml/format.php, lib/xmlize.php, question/type/*/questiontype.php and
of the columns in lib/db/install.xml. Moodle itself needs PHP and a database, which the tests do not have.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given

from scripts.courses.gift import gift
from scripts.courses.moodle_xml import moodle_xml
from scripts.courses.pieces import explanation
from scripts.courses.portable import Match, Matches, PortableQuiz, Rich
from tests.exported import all_quizzes, quizzes

pytestmark = pytest.mark.thorough

LONGEST_IDNUMBER = 100
LONGEST_ANSWER_OF_A_PAIR = 255
NUMBERINGS = {"none", "123", "abc", "ABCD", "iii", "IIII"}
CDATA = re.compile(rb"<!\[CDATA\[.*?\]\]>", re.DOTALL)


def _of_choice(question: ElementTree.Element) -> Iterator[str]:
    if question.findtext("single") not in ("true", "false"):
        yield "single"
    if question.findtext("answernumbering") not in NUMBERINGS:
        yield "answernumbering"
    if not any(float(answer.get("fraction", "0")) > 0 for answer in question.findall("answer")):
        yield "no right answer"


def _of_truth(question: ElementTree.Element) -> Iterator[str]:
    answers = {answer.findtext("text"): answer.get("fraction") for answer in question.findall("answer")}
    if set(answers) != {"true", "false"} or sorted(answers.values(), key=str) != ["0", "100"]:
        yield f"answers {answers}"


def _of_matching(question: ElementTree.Element) -> Iterator[str]:
    pairs = question.findall("subquestion")
    if len(pairs) < 2:
        yield "too few pairs"
    for pair in pairs:
        answer = pair.findtext("answer/text") or ""
        if not 0 < len(answer) <= LONGEST_ANSWER_OF_A_PAIR:
            yield "answer of a pair"


def _of_ordering(question: ElementTree.Element) -> Iterator[str]:
    # Without it the importer makes hints up, which have no text: the database refuses them.
    if question.findtext("shownumcorrect") != "1":
        yield "shownumcorrect"
    if question.findtext("selecttype") != "ALL" or not (question.findtext("selectcount") or "").isdigit():
        yield "selecttype"
    if question.findtext("numberingstyle") not in NUMBERINGS:
        yield "numberingstyle"
    if len(question.findall("answer")) < 2:
        yield "too few steps"


KINDS = {
    "multichoice": _of_choice,
    "truefalse": _of_truth,
    "matching": _of_matching,
    "ordering": _of_ordering,
}


def _faults(data: bytes) -> Iterator[str]:
    _, *questions = ElementTree.fromstring(data).findall("question")  # noqa: S314 (our own bytes)
    numbers: list[str] = []
    for question in questions:
        number = question.findtext("idnumber") or ""
        numbers.append(number)
        if not 0 < len(number) <= LONGEST_IDNUMBER:
            yield f"{number}: length of idnumber"
        if not (question.findtext("name/text") or "").strip():
            yield f"{number}: name"
        for element in question.iter():
            formatted = element.tag in ("questiontext", "generalfeedback", "feedback", "subquestion")
            if formatted and element.get("format") != "html":
                yield f"{number}: format of {element.tag}"
            if element.tag == "hint":
                yield f"{number}: a hint of whose parts this file says nothing"
        yield from (f"{number}: {fault}" for fault in KINDS[question.get("type", "")](question))
    if len(set(numbers)) < len(numbers):
        yield "idnumbers that are the same"
    # Parsers hand over white space between an entity and another letter alone, and the importer drops it.
    if b"&" in CDATA.sub(b"", data):
        yield "an entity outside CDATA"


def test_every_quiz_is_as_the_importer_demands() -> None:
    found = {quiz.key: list(_faults(moodle_xml(quiz))) for quiz in all_quizzes()}
    assert {key: faults for key, faults in found.items() if faults} == {}


@given(quizzes)
def test_any_words_are_as_the_importer_demands(quiz: PortableQuiz) -> None:
    assert list(_faults(moodle_xml(quiz))) == []


def test_a_space_between_markup_and_a_curly_quote_is_not_parted_from_them() -> None:
    quiz = all_quizzes()[0]
    html = "<em>a</em> “b” &amp; “c”"
    question = replace(quiz.questions[0], scene=Rich("a “b” & “c”", html))
    assert f"<![CDATA[<p>{html}</p>]]>".encode() in moodle_xml(replace(quiz, questions=(question,)))


def test_long_names_that_differ_at_the_end_stay_apart() -> None:
    quiz = next(quiz for quiz in all_quizzes() if len(quiz.questions) > 2)
    names = ("a" * 100, "a" * 101, "a" * 100 + "-b")
    questions = tuple(replace(quiz.questions[0], name=name) for name in names)
    made = replace(quiz, questions=questions)
    root = ElementTree.fromstring(moodle_xml(made))  # noqa: S314 (our own bytes)
    found = [str(each.text) for each in root.iter("idnumber")]
    assert found[0] == names[0]
    assert len(set(found)) == 3
    assert max(map(len, found)) <= LONGEST_IDNUMBER
    assert re.findall(r"// \[id:(.*)\]", gift(made)) == found


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Why not?", "Why not?"),
        ("«¿Integración? Sin problema»", "«¿Integración? Sin problema»."),
        ("«¿Integración?»", "«¿Integración?»"),
        ("Soon…", "Soon…"),
        ("Act now!", "Act now!"),
        ("Ltd.", "Ltd."),
        ("The demo", "The demo."),
    ],
)
def test_a_name_in_a_key_ends_in_one_mark(name: str, shown: str) -> None:
    questions = (question for quiz in all_quizzes() for question in quiz.questions)
    question = next(each for each in questions if isinstance(each.task, Matches))
    pair = Match(Rich("s", "s"), Rich(name, name), Rich("w", "w"))
    told = explanation(replace(question, task=Matches((pair,), (pair.trick,))))
    assert f"<strong>{shown}</strong>" in told
