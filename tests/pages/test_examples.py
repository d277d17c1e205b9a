"""The examples of shared macros: each file has some, and each renders to sound HTML."""

import html5lib
import pytest

from scripts.guide import Guide, Voice
from scripts.pages import TEMPLATES, page_environment, turn_to
from scripts.pages.examples import examples, examples_page
from tests.built_site import ADDRESS


def test_every_file_of_macros_has_examples() -> None:
    macros = {file.name for file in TEMPLATES.glob("_*.j2") if "{% macro" in file.read_text(encoding="utf-8")}
    assert set(examples()) == macros


@pytest.mark.parametrize("locale", ["es", "en"])
def test_every_example_renders(guide: Guide, locale: str) -> None:
    page = examples_page(Voice(guide, locale))
    assert page.context["examples"] == examples(), "the guide lacks a kind that is shown"
    environment = page_environment(Voice(guide, locale), ADDRESS)
    template = environment.from_string("{{ shown(file, call) }}")
    faults = []
    for file, states in examples().items():
        for state in states:
            turn_to(environment, page)
            html = template.render(**page.context, file=file, call=state["call"])
            parser = html5lib.HTMLParser()
            parser.parseFragment(html)
            if not html.strip() or parser.errors:
                faults.append(f"{file}: {state['shows']}: {parser.errors or 'nothing'}")
    assert not faults, "\n".join(faults)
