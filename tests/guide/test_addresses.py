"""Which addresses lead a reader anywhere."""

import pytest

from scripts.guide import reachable


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://forewarned.example/",
        "https://www.forewarned.example./below/",
        "https://EXAMPLE.com/",
        "https://guide.example.org/",
        "https://example.net/",
        "https://guide.test/",
        "https://guide.invalid/",
        "http://localhost:8000/",
        "http://guide.localhost/",
        "http://127.0.0.1:8000/",
        "http://0.0.0.0/",
        "http://[::1]/",
    ],
)
def test_what_only_stands_for_an_address_leads_nowhere(address: str) -> None:
    assert reachable(address) == ""


@pytest.mark.parametrize(
    "address",
    [
        "https://forewarned.guide/",
        "https://forewarned.internal/below/",
        "https://example.es/",
        "https://myexample.com/",
        "https://latest.org/",
        "https://example.com.mx/",
        "http://10.0.0.7/guide/",
        "https://somebody.github.io/forewarned/",
    ],
)
def test_every_other_is_handed_on_as_it_is(address: str) -> None:
    assert reachable(address) == address
