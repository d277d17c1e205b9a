"""The mark `stale:` in files as people write them."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scripts.checks.stale_marks import NoSuchPart, with_stale
from scripts.places import REPOSITORY

FILES = sorted(
    [*(REPOSITORY / "tricks").rglob("*.yml"), *(REPOSITORY / "content/countermeasures").glob("*.yml")]
)


@pytest.mark.thorough
def test_marking_and_clearing_leaves_a_file_as_it_was() -> None:
    faults = []
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        marked = with_stale(text, "[en]")
        if _read(marked) != {**_read(text), "stale": ["en"]}:
            faults.append(f"{file.name}: the mark is not there, or something else is not")
        if len(marked.splitlines()) != len(text.splitlines()) + 1 or with_stale(marked, None) != text:
            faults.append(f"{file.name}: it is not as it was")
    assert faults == []


def _read(text: str) -> dict[str, object]:
    data: dict[str, object] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    return data


@pytest.mark.parametrize(
    ("text", "part", "marked"),
    [
        ("a: 1\nb: 2\n", None, "a: 1\nstale: [en]\nb: 2\n"),
        ("{a: 1, b: 2}", None, "{stale: [en], a: 1, b: 2}"),
        ("- id: x\n  b: 2\n- id: y\n  b: 3\n", "y", "- id: x\n  b: 2\n- id: y\n  stale: [en]\n  b: 3\n"),
        ("- {id: x, b: 2}\n", "x", "- {stale: [en], id: x, b: 2}\n"),
        ("# c\na: 1\n", None, "# c\nstale: [en]\na: 1\n"),
    ],
)
def test_where_the_mark_goes(text: str, part: str | None, marked: str) -> None:
    assert with_stale(text, "[en]", part) == marked
    assert yaml.safe_load(with_stale(marked, None, part)) == yaml.safe_load(text)


@pytest.mark.parametrize("old", ["stale: [es, pt]", "stale:\n  - es\n  - pt", "stale: [es,\n  pt]"])
@pytest.mark.parametrize("after", ["b: 2\n", "", "# a note\nb: 2\n"])
def test_a_mark_that_stands_is_replaced(old: str, after: str) -> None:
    text = f"a: 1\n{old}\n{after}"
    for value, expected in (("[en]", ["en"]), (None, None)):
        result = yaml.safe_load(with_stale(text, value))
        assert result.get("stale") == expected
        assert {k: v for k, v in result.items() if k != "stale"} == {
            k: v for k, v in yaml.safe_load(text).items() if k != "stale"
        }


def test_an_item_that_is_not_there() -> None:
    with pytest.raises(NoSuchPart):
        with_stale("- id: x\n", "[en]", "y")
    with pytest.raises(NoSuchPart):
        with_stale("a", "[en]")


@given(
    st.dictionaries(st.sampled_from("abcdefg"), st.text("xyz :#\n'", max_size=20), min_size=1), st.booleans()
)
def test_any_file_keeps_its_other_fields(fields: dict[str, str], flow: bool) -> None:
    text = yaml.safe_dump(fields, default_flow_style=flow)
    marked = with_stale(text, "[en]")
    assert yaml.safe_load(marked) == {**fields, "stale": ["en"]}
    assert yaml.safe_load(with_stale(marked, None)) == fields
