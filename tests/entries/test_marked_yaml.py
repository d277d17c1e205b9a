"""One file of YAML: what it holds, where that stands, and what of it is passed over."""

import pickle

import pytest

from scripts.entries.marked_yaml import MarkedYaml, parse_marked
from scripts.problems import ProblemsFound, fault

_LISTED = """\
- id: one
  name: {en: "Price #1", es: "Precio"}
  cut: Price #1
- id: two
  steps: [a, [b, c]]
- plain
"""


def test_everything_has_its_place() -> None:
    marked = parse_marked(_LISTED, "list.yml")
    assert marked.data == [
        {"id": "one", "name": {"en": "Price #1", "es": "Precio"}, "cut": "Price"},
        {"id": "two", "steps": ["a", ["b", "c"]]},
        "plain",
    ]
    assert marked.ids == ["one", "two", ""]
    assert marked.keys[(0, "name", "es")] == (2, 26)
    assert marked.values[(0, "name", "es")] == (2, 30)
    assert marked.cut == {(0, "cut"): "#1"}
    assert marked.values[(1, "steps", 1, 1)] == (5, 18)


def test_a_copy_tells_the_same_places() -> None:
    """What a worker or a store hands over holds no places: they are read again where a message asks."""
    marked = parse_marked(_LISTED, "list.yml")
    copied: MarkedYaml = pickle.loads(pickle.dumps(marked))  # noqa: S301
    assert len(pickle.dumps(marked)) < 2 * len(_LISTED) + 300
    assert (copied.data, copied.keys, copied.values) == (marked.data, marked.keys, marked.values)
    assert (copied.cut, copied.ids) == (marked.cut, marked.ids)
    wrong = fault("empty-text")
    path = (0, "name", "es", "no further")
    assert copied.problem(path, wrong) == marked.problem(path, wrong)
    assert copied.problem(path, wrong).line == 2


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("? [a, {b: c, b: d}]\n: {d: [e], d: f}\nlast: 1\nlast: 2\n", ["field-name-not-text", "field-twice"]),
        ("a: 1\na: {b: [c], b: d}\nb: 1\nb: 2\n", ["field-twice", "field-twice"]),
        ("a: 1\n---\nb: &x 2\n---\nc: *x\n", ["one-document", "no-anchors", "one-document"]),
        ("? &x [a]\n: 1\na: !t\na: 2\n", ["no-anchors", "no-tags"]),
        ("", ["file-empty"]),
        ("# nothing\n", ["file-empty"]),
    ],
)
def test_what_is_passed_over_hides_nothing_behind_it(text: str, rules: list[str]) -> None:
    """The value of a field at fault is read to its end, whatever stands in it."""
    with pytest.raises(ProblemsFound) as found:
        parse_marked(text, "a.yml")
    said = [problem.fault.rule for problem in found.value.problems]
    assert said[: len(rules)] == rules
    assert set(said) <= {*rules, "no-aliases"}
