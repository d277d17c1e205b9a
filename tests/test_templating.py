"""Templates that an earlier run compiled."""

from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest

from scripts import templating


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(templating, "KEPT", tmp_path / "kept")
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "page").write_text("{{ 'words' | shown }}", encoding="utf-8")
    templating.compiled_templates.cache_clear()
    yield folder
    templating.compiled_templates.cache_clear()


def _printed(templates: Path, program: str, shown: object, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(templating, "maker", lambda: program)
    environment = templating.plain_templates(templates)
    environment.filters["shown"] = shown
    return environment.get_template("page").render(place="here")


def test_a_filter_that_comes_to_ask_for_the_context_is_given_it(
    templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The template has not changed; what it is compiled to has."""

    @jinja2.pass_context
    def with_context(context: jinja2.runtime.Context, words: str) -> str:
        return f"{words} {context['place']}"

    assert _printed(templates, "before", lambda words: words, monkeypatch) == "words"
    assert _printed(templates, "after", with_context, monkeypatch) == "words here"
    assert _printed(templates, "later", lambda words: words, monkeypatch) == "words"


def test_the_same_program_compiles_nothing_again(templates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def compiled(*_arguments: object, **_options: object) -> str:
        raise AssertionError("compiled again")

    assert _printed(templates, "before", lambda words: words, monkeypatch) == "words"
    monkeypatch.setattr(jinja2.Environment, "compile", compiled)
    assert _printed(templates, "before", lambda words: words, monkeypatch) == "words"
