"""Check where links of texts and words that search goes by lead: to entries, pages and headings there are."""

from collections.abc import Iterator, Mapping, Sequence

from scripts import texts
from scripts.checks import former_checks
from scripts.checks.word_checks import holding
from scripts.derived import claims, entry_addresses, former_addresses
from scripts.entries import MarkedYaml
from scripts.guide import HOME, SEARCHED, Guide, HandWritten, HomePage, path_to
from scripts.problems import Fault, Problem, fault

Marks = Mapping[str, MarkedYaml]
Known = Mapping[str, Sequence[str]]


def link_problems(guide: Guide, marks: Marks, known: Known) -> Iterator[Problem]:
    """Yield a problem for each link that leads nowhere; `known` holds the names of each kind."""
    links = _Links(guide, known)
    for placed in guide.placed():
        for path, address in placed.part.links:
            if found := links.fault(address, frozenset()):
                yield marks[placed.file].problem((*placed.at, *path), found)
    for file, path, source in guide.sources():
        if found := links.fault(source.url, frozenset()):
            yield marks[file].problem((*path, "url"), found)
    for versions in guide.pages.values():
        for page in versions.values():
            yield from _of_page(page, marks, known, links)


def _of_page(page: HandWritten, marks: Marks, known: Known, links: "_Links") -> Iterator[Problem]:
    anchors = frozenset(texts.anchors(page.body))
    reached = 0
    for address in texts.addresses(page.body):
        at = page.body.find(address, reached)
        reached = at if at >= 0 else reached
        if found := links.fault(address, anchors):
            yield Problem(page.file, *page.place_of(reached), "body", found)
    fine_print = page.front.fine_print if isinstance(page.front, HomePage) else []
    for index, line in enumerate(fine_print):
        if line.trick not in known["trick"]:
            unknown = links.unknown_trick(line.trick)
            yield marks[page.file].problem(("fine_print", index, "trick"), unknown)


class _Links:
    def __init__(self, guide: Guide, known: Known) -> None:
        self._known = {kind: frozenset(names) for kind, names in known.items()}
        self._names = known
        self._guide = guide
        self._address = guide.site.url
        below = [address for address, _ in claims(guide)]
        # A text leads to a tool's page or to a list as it does to a hand-written one: page:calculator.
        self._known["page"] |= {
            path.removesuffix("/") for path in below if path and path.find("/") == len(path) - 1
        }
        self._pages = {""} | {f"{locale}/{path}" for locale in guide.site.locales for path in below}
        self._former = {
            f"{locale}/{former.address}": former
            for locale in guide.site.locales
            for former in former_addresses(guide)
        }
        self._pages |= {
            f"{locale}/{path_to(kind, name)}"
            for locale in guide.site.locales
            for kind in ("phase", "term")
            for name in known[kind]
        }

    def fault(self, address: str, anchors: frozenset[str]) -> Fault | None:
        """Return what is wrong with where an address leads from a text with these anchors."""
        if reference := texts.reference(address):
            kind, name = reference
            if name not in self._known[kind]:
                if heir := self._guide.heirs.get((kind, name)):
                    return fault("former-link", kind=kind, name=name, heir=heir)
                return fault("unknown-link", kind=kind, name=name, among=self._names[kind])
        elif address.startswith("#"):
            # An entry's text stands on several pages: an anchor leads somewhere on one at the most.
            if address[1:] and address[1:] not in anchors:
                return fault("dead-link", address=address)
        elif address.startswith(self._address):
            path = address.removeprefix(self._address)
            if former := self._former.get(path.partition("#")[0]):
                entry = former.heir
                return fault("former-link", kind=entry.kind, name=former.slug, heir=entry.slug)
            if path not in self._pages:
                return fault("dead-link", address=address)
        return None

    def unknown_trick(self, name: str) -> Fault:
        """Return the fault of a reference to a trick that there is not."""
        return former_checks.unknown_reference(self._guide, "trick", name, self._names["trick"])


def unknown_pages(guide: Guide, marks: Marks, pages: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each address in search's words that leads nowhere; `pages` are the hand-written.

    Under `pages` stand those without aliases alone.
    """
    nameless = {*SEARCHED, *(path_to("page", slug) for slug in pages)} - {HOME}
    every = {*nameless, *(address for _, address in entry_addresses(guide))}
    for words in guide.search.values():
        named = [("pages", address, nameless) for address in words.pages]
        asked = [("asked", address, every) for address in words.asked]
        for field, address, known in (*named, *asked):
            if address not in known:
                unknown = fault("unknown-reference", kind="page", name=address, among=sorted(known))
                path = (field, address)
                marked = holding(guide, marks, f"content/search/{words.code}.yml", path)
                yield marked.problem(path, unknown, at_key=True)
