"""Questions: what each kind asks of its data (the errors are in test_broken_entries)."""

import pytest
import yaml
from pydantic import TypeAdapter, ValidationError

from scripts.guide.model import Trick
from scripts.guide.question import OneRight, Question
from scripts.problems.field_places import find_place
from tests import DATA

QUESTIONS: TypeAdapter[Question] = TypeAdapter(Question)
SOUND = yaml.safe_load((DATA / "sound-trick.yml").read_text(encoding="utf-8"))
PARTS = {"one": "options", "several": "options", "truth": "claim", "match": "pairs", "order": "steps"}
BY_KIND = {question.get("kind", "one"): question for question in SOUND["quiz"]}


@pytest.mark.parametrize("kind", BY_KIND)
def test_a_sound_question_is_of_its_kind(kind: str) -> None:
    assert QUESTIONS.validate_python(BY_KIND[kind]).kind == kind


def test_a_question_without_a_kind_has_one_right_option() -> None:
    assert "kind" not in BY_KIND["one"]
    assert isinstance(QUESTIONS.validate_python(BY_KIND["one"]), OneRight)


@pytest.mark.parametrize("kind", BY_KIND)
def test_every_text_of_a_question_is_found_in_both_languages(kind: str) -> None:
    question = QUESTIONS.validate_python(BY_KIND[kind])
    found = dict(question.texts())
    assert ("scene",) in found
    assert all(set(text.root) == {"es", "en"} for text in found.values())
    written = str(BY_KIND[kind])
    assert all(repr(text.root["es"]) in written for text in found.values())


@pytest.mark.parametrize("kind", BY_KIND)
def test_a_question_without_its_parts_lacks_them(kind: str) -> None:
    field = {"one": "options", "several": "options", "truth": "claim", "match": "pairs", "order": "steps"}[
        kind
    ]
    spoilt = {name: value for name, value in BY_KIND[kind].items() if name != field}
    with pytest.raises(ValidationError) as caught:
        QUESTIONS.validate_python(spoilt)
    assert [(error["type"], error["loc"][-1]) for error in caught.value.errors()] == [("missing", field)]


def test_the_kind_is_no_step_of_a_place_in_the_file() -> None:
    place = find_place(Trick, ("quiz", 0, "match", "pairs", 1, "tric"))
    assert place.path == ("quiz", 0, "pairs", 1, "tric")
    assert place.fields == ["sign", "trick", "why"]
    assert place.elsewhere == {}


def test_a_field_of_another_kind_is_known_to_belong_there() -> None:
    place = find_place(Trick, ("quiz", 3, "truth", "steps"))
    assert place.path == ("quiz", 3, "steps")
    assert (place.kind, place.elsewhere["steps"], place.elsewhere["options"]) == ("truth", "order", "one")


def test_a_place_in_a_list_of_texts_is_kept_as_it_is() -> None:
    assert find_place(Trick, ("name", "es")).path == ("name", "es")
    assert find_place(Trick, ("variants", 2, "text", "en")).path == ("variants", 2, "text", "en")
