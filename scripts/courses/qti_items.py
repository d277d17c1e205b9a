"""A question as a QTI 2.1 item: what is asked, what is right, how points are counted, what is explained."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from html import unescape

from lxml import etree, html
from lxml.builder import ElementMaker

from scripts.courses.pieces import explanation, prompt
from scripts.courses.portable import Choice, Choices, Judgement, Matches, PortableQuestion, Rich, Steps

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_Q = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
_FEEDBACK = "FEEDBACK"
_GENERAL = "general_explanation"
"""The names by which Canvas's reader knows what is said of an answer, and of the whole question."""


@dataclass(frozen=True)
class _Scored:
    """What the kinds of question differ in."""

    declaration: etree._Element
    interaction: etree._Element
    scoring: Sequence[etree._Element]
    reasons: Sequence[etree._Element] = ()


def item_name(question: PortableQuestion) -> str:
    """Return the question's name as a QTI identifier, which may not begin with a digit."""
    return f"q-{question.name}"


def written(root: etree._Element) -> bytes:
    """Return the document as UTF-8."""
    document: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return document


def item(question: PortableQuestion, locale: str, title: str) -> etree._Element:
    """Return the question as an `assessmentItem`.

    SCORE is the part of the point earned, from 0 to 1. After an answer, modal feedback tells the reason
    for each chosen option, and what explains the question as a whole. Many platforms show `title` to
    learners, so that it may not tell an answer; `label` is for trainers alone (QTI 2.1, 5.1).
    """
    scored = _scored(question)
    return _Q.assessmentItem(
        scored.declaration,
        _outcome("SCORE", "single", "float", "0", normalMaximum="1", normalMinimum="0"),
        # Without it and `normalMaximum` some readers, Canvas's among them, do not know the points.
        _outcome("MAXSCORE", "single", "float", "1"),
        _outcome(_FEEDBACK, "multiple", "identifier"),
        _Q.itemBody(*_nodes(prompt(question)), scored.interaction),
        _Q.responseProcessing(*scored.scoring, _tell(_GENERAL)),
        *scored.reasons,
        _modal(_GENERAL, _nodes(explanation(question))),
        {_LANGUAGE: locale},
        identifier=item_name(question),
        title=title,
        label=question.title,
        adaptive="false",
        timeDependent="false",
    )


def _scored(question: PortableQuestion) -> _Scored:
    task = question.task
    match task:
        case Choices():
            shares = [task.share(option) for option in task.options]
            return _choice(task.options, shares, several=task.several)
        case Judgement():
            shares = [Fraction(option.right) for option in task.options]
            return _choice(task.options, shares, several=False)
        case Matches():
            return _matching(task)
        case Steps():
            return _ordering(task)


def _choice(options: Sequence[Choice], shares: Sequence[Fraction], *, several: bool) -> _Scored:
    cardinality = "multiple" if several else "single"
    names = _numbered("option", options)
    right = [name for name, option in zip(names, options, strict=True) if option.right]
    return _Scored(
        declaration=_response(cardinality, "identifier", right, zip(names, shares, strict=True)),
        interaction=_Q.choiceInteraction(
            *(
                _Q.simpleChoice(*_inline(option.text), identifier=name)
                for name, option in zip(names, options, strict=True)
            ),
            responseIdentifier="RESPONSE",
            shuffle="true",
            maxChoices="0" if several else "1",
        ),
        scoring=[_score_by_map(), *(_tell_of_chosen(name, several=several) for name in names)],
        reasons=[
            _modal(name, [_Q.p(*_inline(option.why))]) for name, option in zip(names, options, strict=True)
        ],
    )


def _matching(task: Matches) -> _Scored:
    signs, tricks = _numbered("sign", task.pairs), _numbered("trick", task.pairs)
    pairs = [f"{sign} {trick}" for sign, trick in zip(signs, tricks, strict=True)]
    share = Fraction(1, len(pairs))
    return _Scored(
        declaration=_response("multiple", "directedPair", pairs, [(pair, share) for pair in pairs]),
        interaction=_Q.matchInteraction(
            _match_set(signs, [pair.sign for pair in task.pairs]),
            _match_set(tricks, [pair.trick for pair in task.pairs]),
            responseIdentifier="RESPONSE",
            shuffle="true",
            maxAssociations=str(len(pairs)),
        ),
        scoring=[_score_by_map()],
    )


def _ordering(task: Steps) -> _Scored:
    names = _numbered("step", task.steps)
    share = repr(1 / len(names))
    return _Scored(
        declaration=_response("ordered", "identifier", names),
        interaction=_Q.orderInteraction(
            *(
                _Q.simpleChoice(*_inline(step.text), identifier=name)
                for name, step in zip(names, task.steps, strict=True)
            ),
            responseIdentifier="RESPONSE",
            shuffle="true",
        ),
        scoring=[_score_place(place, share) for place in range(1, len(names) + 1)],
    )


def _numbered(name: str, items: Sequence[object]) -> list[str]:
    return [f"{name}-{number}" for number in range(1, len(items) + 1)]


def _match_set(names: Sequence[str], texts: Sequence[Rich]) -> etree._Element:
    return _Q.simpleMatchSet(
        *(
            _Q.simpleAssociableChoice(*_inline(text), identifier=name, matchMax="1")
            for name, text in zip(names, texts, strict=True)
        )
    )


def _response(
    cardinality: str, kind: str, right: Iterable[str], shares: Iterable[tuple[str, Fraction]] = ()
) -> etree._Element:
    declaration = _Q.responseDeclaration(
        _Q.correctResponse(*map(_Q.value, right)),
        identifier="RESPONSE",
        cardinality=cardinality,
        baseType=kind,
    )
    entries = [_Q.mapEntry(mapKey=key, mappedValue=repr(float(share))) for key, share in shares]
    if entries:
        declaration.append(_Q.mapping(*entries, lowerBound="0", upperBound="1", defaultValue="0"))
    return declaration


def _outcome(
    name: str, cardinality: str, kind: str, default: str | None = None, **limits: str
) -> etree._Element:
    children = [] if default is None else [_Q.defaultValue(_Q.value(default))]
    return _Q.outcomeDeclaration(*children, identifier=name, cardinality=cardinality, baseType=kind, **limits)


def _set(name: str, value: etree._Element) -> etree._Element:
    return _Q.setOutcomeValue(value, identifier=name)


def _score_by_map() -> etree._Element:
    # Without an answer the map has no value to give; the score then stays at its default.
    answered = getattr(_Q, "not")(_Q.isNull(_Q.variable(identifier="RESPONSE")))
    return _Q.responseCondition(_Q.responseIf(answered, _set("SCORE", _Q.mapResponse(identifier="RESPONSE"))))


def _score_place(place: int, share: str) -> etree._Element:
    """Return the rule that adds a share where the right step stands at this place."""
    in_place = _Q.match(
        _Q.index(_Q.variable(identifier="RESPONSE"), n=str(place)),
        _Q.index(_Q.correct(identifier="RESPONSE"), n=str(place)),
    )
    more = _Q.sum(_Q.variable(identifier="SCORE"), _Q.baseValue(share, baseType="float"))
    return _Q.responseCondition(_Q.responseIf(in_place, _set("SCORE", more)))


def _tell_of_chosen(name: str, *, several: bool) -> etree._Element:
    """Return the rule that tells an option's reason to whoever chose it."""
    option, response = _Q.baseValue(name, baseType="identifier"), _Q.variable(identifier="RESPONSE")
    chosen = _Q.member(option, response) if several else _Q.match(response, option)
    return _Q.responseCondition(_Q.responseIf(chosen, _tell(name)))


def _tell(name: str) -> etree._Element:
    told = _Q.multiple(_Q.variable(identifier=_FEEDBACK), _Q.baseValue(name, baseType="identifier"))
    return _set(_FEEDBACK, told)


def _modal(name: str, content: Iterable[etree._Element | str]) -> etree._Element:
    return _Q.modalFeedback(*content, outcomeIdentifier=_FEEDBACK, identifier=name, showHide="show")


def _inline(rich: Rich) -> list[etree._Element | str]:
    return _nodes(rich.html)


def _nodes(fragment: str) -> list[etree._Element | str]:
    """Return HTML as QTI's own elements, which have the same names."""
    if "<" not in fragment:
        # Most answers are words alone, which no parser need look at.
        return [unescape(fragment)] if fragment else []
    root = html.fragment_fromstring(fragment, create_parent="div")
    for element in root.iter(etree.Element):
        element.tag = f"{{{NAMESPACE}}}{element.tag}"
    texts = [root.text] if root.text else []
    return [*texts, *root]
