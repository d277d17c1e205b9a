"""A quiz as Moodle XML, for the question bank of Moodle 4.4 or newer.

Elements follow https://docs.moodle.org/en/Moodle_XML_format; `ordering` belongs to Moodle since 4.4. What
the importer demands beyond that page is in its source: question/format/xml/format.php, lib/xmlize.php and
question/type/ordering/questiontype.php.
"""

from lxml import etree
from lxml.builder import E

from scripts.courses.pieces import deck_description, explanation, prompt, short_name
from scripts.courses.portable import Choices, Judgement, Matches, PortableQuestion, PortableQuiz, Steps


def moodle_xml(quiz: PortableQuiz) -> bytes:
    """Return the quiz as one category of a question bank, each answer with its feedback."""
    root = E.quiz(_category(quiz), *map(_question, quiz.questions))
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return written


def _category(quiz: PortableQuiz) -> etree._Element:
    # A slash parts categories from each other; Moodle reads a double one as part of the name.
    name = quiz.title.replace("/", "//")
    return E.question(
        E.category(_text(f"$course$/top/{name}")),
        _html("info", deck_description(quiz)),
        type="category",
    )


def _question(question: PortableQuestion) -> etree._Element:
    task = question.task
    match task:
        case Choices():
            kind, answers = "multichoice", _choices(task)
        case Judgement():
            kind, answers = "truefalse", _judgement(task)
        case Matches():
            kind, answers = "matching", _matches(task)
        case Steps():
            kind, answers = "ordering", _steps(task)
    return E.question(
        E.name(_text(question.title)),
        _html("questiontext", prompt(question)),
        _html("generalfeedback", explanation(question)),
        E.defaultgrade("1"),
        E.idnumber(short_name(question)),
        *answers,
        type=kind,
    )


def _choices(task: Choices) -> list[etree._Element]:
    return [
        E.single("false" if task.several else "true"),
        E.shuffleanswers("true"),
        E.answernumbering("ABCD"),
        *(
            _html(
                "answer",
                option.text.html,
                _html("feedback", option.why.html),
                fraction=percent(float(task.share(option))),
            )
            for option in task.options
        ),
    ]


def _judgement(task: Judgement) -> list[etree._Element]:
    # Moodle knows the two answers by these English words in every language.
    return [
        E.answer(
            E.text(word),
            _html("feedback", answer.why.html),
            fraction="100" if answer.right else "0",
            format="moodle_auto_format",
        )
        for word, answer in (("true", task.true), ("false", task.false))
    ]


def _matches(task: Matches) -> list[etree._Element]:
    return [
        E.shuffleanswers("true"),
        *(_html("subquestion", pair.sign.html, E.answer(_text(pair.trick.plain))) for pair in task.pairs),
    ]


def _steps(task: Steps) -> list[etree._Element]:
    return [
        E.layouttype("VERTICAL"),
        E.selecttype("ALL"),
        E.selectcount(str(len(task.steps))),
        E.gradingtype("ABSOLUTE_POSITION"),
        E.showgrading("SHOW"),
        E.numberingstyle("none"),
        # Without it the importer makes up hints that have no text, and the database refuses them.
        E.shownumcorrect("1"),
        *(
            _html("answer", step.text.html, fraction=str(place))
            for place, step in enumerate(task.steps, start=1)
        ),
    ]


def percent(share: float) -> str:
    """Return a share of the point as Moodle's list of grades writes it: 100, 33.33333, -25."""
    return f"{100 * share:.5f}".rstrip("0").rstrip(".")


def _html(name: str, html: str, *children: etree._Element, **attributes: str) -> etree._Element:
    return E(name, _text(html), *children, format="html", **attributes)


def _text(words: str) -> etree._Element:
    # The importer drops white space that its parser hands over alone, as between an entity and a letter
    # that is not ASCII. In a CDATA section nothing is parted.
    return E.text(etree.CDATA(words))
