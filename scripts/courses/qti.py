"""A quiz as a QTI 2.1 content package, for learning platforms other than Moodle.

Elements follow the IMS QTI 2.1 information model (https://www.imsglobal.org/question/qtiv2p1/imsqti_infov2p1.html).
Each question is an item; each answer's reason is feedback shown for that answer.
"""

from functools import lru_cache

from lxml import etree
from lxml.builder import ElementMaker

from scripts.courses.portable import PortableQuestion, PortableQuiz
from scripts.courses.qti_items import NAMESPACE, item, item_name, written
from scripts.zipping import zipped

_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_Q = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
_P = ElementMaker(namespace=_PACKAGE, nsmap={None: _PACKAGE})
_TEST = "test.xml"


def qti_package(quiz: PortableQuiz) -> bytes:
    """Return the quiz as a zip of a manifest, a test and one item a question.

    An item's title names the trick, as in every other format, but where the name would tell an answer.
    """
    items = {
        _file(question.name): _item_file(
            question, quiz.locale, heading if question.names_its_answer else question.title
        )
        for question, heading in zip(quiz.questions, quiz.headings, strict=True)
    }
    return zipped({"imsmanifest.xml": written(_manifest(quiz)), _TEST: written(_test(quiz)), **items})


@lru_cache(maxsize=10_000)
def _item_file(question: PortableQuestion, locale: str, title: str) -> bytes:
    """Return a question's file, made once for the quizzes that share it."""
    return written(item(question, locale, title))


def _file(name: str) -> str:
    return f"items/{name}.xml"


def _test(quiz: PortableQuiz) -> etree._Element:
    references = [
        _Q.assessmentItemRef(identifier=item_name(question), href=_file(question.name))
        for question in quiz.questions
    ]
    draw = [_Q.selection(select=str(quiz.drawn)), _Q.ordering(shuffle="true")] if quiz.drawn else []
    section = _Q.assessmentSection(*draw, *references, identifier="section", title=quiz.title, visible="true")
    part = _Q.testPart(section, identifier="part", navigationMode="nonlinear", submissionMode="individual")
    return _Q.assessmentTest(part, identifier=f"quiz-{quiz.slug}", title=quiz.title)


def _manifest(quiz: PortableQuiz) -> etree._Element:
    names = {question.name: item_name(question) for question in quiz.questions}
    test = _P.resource(
        _P.file(href=_TEST),
        *(_P.dependency(identifierref=f"resource-{identifier}") for identifier in names.values()),
        identifier="resource-test",
        type="imsqti_test_xmlv2p1",
        href=_TEST,
    )
    items = [
        _P.resource(
            _P.file(href=_file(name)),
            identifier=f"resource-{identifier}",
            type="imsqti_item_xmlv2p1",
            href=_file(name),
        )
        for name, identifier in names.items()
    ]
    return _P.manifest(
        _P.metadata(_P.schema("QTIv2.1 Package"), _P.schemaversion("1.0.0")),
        _P.organizations(),
        _P.resources(test, *items),
        identifier=f"package-{quiz.locale}-{quiz.slug}",
    )
