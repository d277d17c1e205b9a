"""Check the words that search goes by: those that name a page name one that search leads to."""

from collections.abc import Iterator, Mapping, Sequence

from scripts.entries import MarkedYaml
from scripts.guide import HOME, SEARCHED, Guide, path_to
from scripts.problems import Problem, fault

Marks = Mapping[str, MarkedYaml]


def unknown_pages(guide: Guide, marks: Marks, pages: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each address that no page without aliases has; `pages` are the hand-written."""
    known = sorted({*SEARCHED, *(path_to("page", slug) for slug in pages)} - {HOME})
    for words in guide.search.values():
        for address in words.pages:
            if address not in known:
                unknown = fault("unknown-reference", kind="page", name=address, among=known)
                path = ("pages", address)
                yield _naming(guide, marks, words.code, address).problem(path, unknown, at_key=True)


def _naming(guide: Guide, marks: Marks, code: str, address: str) -> MarkedYaml:
    """Return the file that names a page: what is laid over the guide, or its own."""
    name = f"content/search/{code}.yml"
    local = marks.get(f"{guide.overlay.top}{name}") if guide.overlay else None
    if local and (name not in marks or ("pages", address) in local.keys):
        return local
    return marks[name]
