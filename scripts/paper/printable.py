"""What can be printed, whatever it holds."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from scripts.guide import Entry, Part, Voice


class Printable(Protocol):
    """One paper to make, of one entry in one locale."""

    @property
    def voice(self) -> Voice:
        """The guide in the locale of the paper."""

    @property
    def paths(self) -> Mapping[str, str]:
        """Where the PDF for each paper in `PAPERS` stands below the site, by the paper's name there."""

    @property
    def template(self) -> str:
        """The name of the Typst template."""

    @property
    def fills_paper(self) -> bool:
        """Whether it is set anew for each paper, to fill it; else once, and lies in the middle of each."""

    @property
    def entry(self) -> Entry:
        """The meeting or quiz; its page is where the paper leads back to."""

    @property
    def title(self) -> str:
        """The title of the document."""

    @property
    def shown(self) -> Iterable[Part]:
        """What is shown, of which all should be in the paper's language."""

    @property
    def facts(self) -> Mapping[str, object]:
        """What the template needs beyond what every paper has."""
