"""The QTI package read and run by pyslet, a QTI 2.1 implementation that is not ours.

pyslet knows QTI's elements, where they may stand and which attributes they have, and runs response
processing: the tests answer each question and look at the points and at the feedback that a platform
would show. No package ships the official schema, so the files are not validated against it.
"""

import io
from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given
from pyslet.qtiv2 import tests as qti_tests
from pyslet.qtiv2.core import QTIError
from pyslet.qtiv2.variables import ItemSessionState
from pyslet.qtiv2.xml import QTIDocument

from scripts.courses.portable import Choices, Judgement, Matches, PortableQuestion, PortableQuiz, Rich, Steps
from scripts.courses.qti import qti_package
from scripts.courses.qti_items import item, item_name, written
from tests.exported import all_quizzes, quizzes

CONTENT = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
NAMESPACE = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

# pyslet calls its own older names.
pytestmark = [pytest.mark.filterwarnings("ignore::DeprecationWarning:pyslet"), pytest.mark.thorough]


# The order in which an item's children stand, from the schema that pyslet's documentation quotes.
CHILDREN = [
    *("responseDeclaration", "outcomeDeclaration", "templateDeclaration", "templateProcessing"),
    *("stylesheet", "itemBody", "responseProcessing", "modalFeedback"),
]


COUNTED = {f"{NAMESPACE}{name}" for name in ("value", "mapEntry", "mapping", "responseDeclaration")}
"""What holds the right answer and its points."""


def _read(data: bytes) -> Any:
    """Return the document as pyslet's objects; refuse what QTI 2.1 does not have."""
    document = QTIDocument()
    document.read(src=io.BytesIO(data))
    root = ElementTree.fromstring(data)  # noqa: S314 (our own bytes)
    for element in root.iter():
        name = element.tag.removeprefix(NAMESPACE)
        known = document.get_element_class((NAMESPACE.strip("{}"), name))
        assert known.__name__ != "XMLNSElement", f"QTI has no element {name}"
        for attribute in element.attrib:
            assert attribute == LANGUAGE or hasattr(known, f"XMLATTR_{attribute}"), f"{name}: {attribute}"
    if document.root.xmlname == "assessmentItem":
        places = [CHILDREN.index(each.tag.removeprefix(NAMESPACE)) for each in root]
        assert places == sorted(places)
    return document.root


def _answered(root: Any, response: object) -> dict[str, Any]:
    """Return the outcomes after answering an item that was read."""
    state = ItemSessionState(root)
    state.begin_session()
    state["SCORE"].set_value(0.0)
    state["RESPONSE"].set_value(response)
    root.ResponseProcessing.run(state)
    return {name: state[name].value for name in ("SCORE", "FEEDBACK")}


def _right(question: PortableQuestion) -> object:
    """Return the right answer as pyslet takes it."""
    match question.task:
        case Choices(options=options, several=True):
            return [f"option-{place}" for place, each in enumerate(options, 1) if each.right]
        case Choices(options=options) | Judgement(options=options):
            return next(f"option-{place}" for place, each in enumerate(options, 1) if each.right)
        case Matches(pairs=pairs):
            return [(f"sign-{place}", f"trick-{place}") for place, _ in enumerate(pairs, 1)]
        case Steps(steps=steps):
            return [f"step-{place}" for place, _ in enumerate(steps, 1)]


def _wrong(question: PortableQuestion) -> object:
    """Return an answer of which nothing is right."""
    match question.task:
        case Choices(options=options, several=True):
            return [f"option-{place}" for place, each in enumerate(options, 1) if not each.right]
        case Choices(options=options) | Judgement(options=options):
            return next(f"option-{place}" for place, each in enumerate(options, 1) if not each.right)
        case Matches(pairs=pairs):
            return [(f"sign-{place}", f"trick-{place % len(pairs) + 1}") for place, _ in enumerate(pairs, 1)]
        case Steps(steps=steps):
            return [f"step-{place % len(steps) + 1}" for place, _ in enumerate(steps, 1)]


def _words(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _texts(data: bytes, name: str) -> list[str]:
    root = ElementTree.fromstring(data)  # noqa: S314 (our own bytes)
    return [_words(each) for each in root.iter(f"{NAMESPACE}{name}")]


def _plain(rich: Rich) -> str:
    return " ".join(rich.plain.split())


def _holds(question: PortableQuestion) -> Any:
    """Expect the question's words in its item; return the item as it was read."""
    data = written(item(question, "es", "1"))
    root = _read(data)
    _says(question, data)
    return root


def _says(question: PortableQuestion, data: bytes) -> None:
    """Expect the question's words in its item."""
    task = question.task
    feedback = _texts(data, "modalFeedback")
    match task:
        case Choices(options=options) | Judgement(options=options):
            assert _texts(data, "simpleChoice") == [_plain(each.text) for each in options]
            assert feedback[:-1] == [_plain(each.why) for each in options]
        case Matches():
            shown = _texts(data, "simpleAssociableChoice")
            assert shown == [_plain(p.sign) for p in task.pairs] + [_plain(p.trick) for p in task.pairs]
            assert all(_plain(pair.why) in feedback[-1] for pair in task.pairs)
        case Steps():
            assert _texts(data, "simpleChoice") == [_plain(step.text) for step in task.steps]
            assert all(_plain(step.why) in feedback[-1] for step in task.steps)


def _scores(question: PortableQuestion, root: Any) -> None:
    right, wrong = _answered(root, _right(question)), _answered(root, _wrong(question))
    assert right["SCORE"] == pytest.approx(1)
    assert wrong["SCORE"] == pytest.approx(0)
    for outcome, answer in ((right, _right(question)), (wrong, _wrong(question))):
        chosen = answer if isinstance(answer, list) else [answer]
        told = chosen if isinstance(question.task, Choices | Judgement) else []
        assert sorted(outcome["FEEDBACK"]) == sorted([*told, "general_explanation"])


def _all_but_words(data: bytes) -> Sequence[object]:
    """Return the item's elements, the names of their attributes and what it counts as right."""
    return tuple(
        (each.tag, *each.attrib, *((each.text, *each.attrib.values()) if each.tag in COUNTED else ()))
        for each in ElementTree.fromstring(data).iter()  # noqa: S314 (our own bytes)
    )


def test_every_question_survives_and_counts_points(subtests: pytest.Subtests) -> None:
    """Of the items that differ in words alone, pyslet reads and answers one: it takes its time."""
    read = set()
    for question in dict.fromkeys(question for quiz in all_quizzes() for question in quiz.questions):
        with subtests.test(question.name):
            data = written(item(question, "es", "1"))
            _says(question, data)
            if (kind := _all_but_words(data)) not in read:
                _scores(question, _read(data))
            read.add(kind)


@given(quizzes)
def test_any_words_survive(quiz: PortableQuiz) -> None:
    for question in quiz.questions:
        _holds(question)


def test_the_package_holds_what_its_manifest_says(subtests: pytest.Subtests) -> None:
    for quiz in all_quizzes():
        with subtests.test(f"{quiz.locale}: {quiz.key}"):
            _is_as_its_manifest_says(quiz)


def _is_as_its_manifest_says(quiz: PortableQuiz) -> None:
    with ZipFile(io.BytesIO(qti_package(quiz))) as package:
        assert package.testzip() is None
        manifest = ElementTree.fromstring(package.read("imsmanifest.xml"))  # noqa: S314
        resources = {str(each.get("identifier")): each for each in manifest.iter(f"{CONTENT}resource")}
        hrefs = [str(each.get("href")) for each in resources.values()]
        assert sorted([*hrefs, "imsmanifest.xml"]) == sorted(package.namelist())
        needed = [str(each.get("identifierref")) for each in manifest.iter(f"{CONTENT}dependency")]
        assert set(needed) == set(resources) - {"resource-test"}
        test = _read(package.read("test.xml"))
    references = list(test.find_children_depth_first(qti_tests.AssessmentItemRef))
    assert [each.identifier for each in references] == [item_name(question) for question in quiz.questions]


def test_a_quiz_that_draws_questions_says_how_many() -> None:
    for quiz in all_quizzes():
        with ZipFile(io.BytesIO(qti_package(quiz))) as package:
            test = _read(package.read("test.xml"))
        drawn = [each.select for each in test.find_children_depth_first(qti_tests.Selection)]
        assert drawn == ([quiz.drawn] if quiz.drawn else [])


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"choiceInteraction", b"choicInteraction"),
        (b"maxChoices", b"maxChoicez"),
        (b"<simpleChoice ", b'<simpleChoice colour="red" '),
        (b"<itemBody>", b"<modalFeedback/><itemBody>"),
    ],
)
def test_the_reader_refuses_what_qti_does_not_have(right: bytes, wrong: bytes) -> None:
    choice = next(each for quiz in all_quizzes() for each in quiz.questions if isinstance(each.task, Choices))
    data = written(item(choice, "es", "1"))
    _read(data)
    with pytest.raises((AssertionError, QTIError)):
        _read(data.replace(right, wrong))


def test_a_title_names_the_trick_unless_that_tells_the_answer() -> None:
    for quiz in all_quizzes():
        package = ZipFile(io.BytesIO(qti_package(quiz)))
        for question, heading in zip(quiz.questions, quiz.headings, strict=True):
            made = ElementTree.fromstring(package.read(f"items/{question.name}.xml"))  # noqa: S314 (our own)
            asks_for_names = isinstance(question.task, Matches) or question.name.endswith("-which-trick")
            assert made.get("title") == (heading if asks_for_names else question.title)
            assert question.trick not in heading
            assert made.get("label") == question.title
