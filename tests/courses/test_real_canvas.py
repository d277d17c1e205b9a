"""What Canvas's readers look for in QTI, by their source (the gems `qti_exporter` and `qti`)."""

import re
from xml.etree import ElementTree

from scripts.courses.portable import Choices, Judgement
from scripts.courses.qti_items import item, written
from tests.built_site import sample_guide
from tests.exported import all_quizzes

GUIDE = sample_guide()
QUIZZES = ("whole-guide", "which-trick-is-this")
Q = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"


def _reasons(root: ElementTree.Element) -> dict[str, str]:
    """Return each option's reason as `process_response_conditions` and `attach_feedback_values` find it."""
    told = {
        str(each.get("identifier")): " ".join("".join(each.itertext()).split())
        for each in root.iter(f"{Q}modalFeedback")
        if each.find(f"{Q}p") is not None
    }
    found = {}
    for rule in root.iter(f"{Q}responseIf"):
        options = [
            rule.findtext(f"{Q}{test}/{Q}baseValue[@baseType='identifier']") for test in ("match", "member")
        ]
        option = next(filter(None, options), None)
        said = rule.find(f"{Q}setOutcomeValue[@identifier='FEEDBACK']")
        if option and said is not None and said.find(f".//{Q}variable[@identifier='FEEDBACK']") is not None:
            found[option] = told[said.findtext(f".//{Q}baseValue") or ""]
    return found


def test_points_reasons_and_explanations_are_found() -> None:
    faults = []
    for quiz in (each for each in all_quizzes() if each.slug in QUIZZES):
        for question, heading in zip(quiz.questions, quiz.headings, strict=True):
            root = ElementTree.fromstring(written(item(question, quiz.locale, heading)))  # noqa: S314
            outcomes = {str(each.get("identifier")): each for each in root.iter(f"{Q}outcomeDeclaration")}
            points = outcomes["SCORE"].get("normalMaximum"), outcomes["MAXSCORE"].findtext(f".//{Q}value")
            general = [
                each
                for each in root.iter(f"{Q}modalFeedback")
                if re.search(r"general_|_all", str(each.get("identifier")))
                and not re.search(r"wrong|correct|solution|_IC$|_C$", str(each.get("identifier")))
            ]
            expected = []
            if isinstance(question.task, Choices | Judgement):
                expected = [" ".join(option.why.plain.split()) for option in question.task.options]
            if points != ("1", "1") or len(general) != 1 or list(_reasons(root).values()) != expected:
                faults.append(f"{quiz.key}/{question.name}")
    assert faults == []
