"""What a command will not or cannot do, said in the contributor's language."""

from functools import partial

from scripts.problems.problem import visible
from scripts.problems.rulebook import REFERENCE, Rulebook


class Refused(Exception):
    """What was asked for is not done.

    `reason` names the words of `rules/<locale>.yml` that say why, `values` fill their placeholders.
    """

    def __init__(self, reason: str, **values: object) -> None:
        self.reason = reason
        self.values = values
        super().__init__(self.said(REFERENCE))

    def __reduce__(self) -> tuple[object, ...]:
        """Cross from one process to another with the reason itself, not with its words."""
        return partial(type(self), self.reason, **self.values), ()

    def said(self, rulebook: Rulebook) -> str:
        """Return why, in the rulebook's language."""
        shown = {key: shown_lines(str(value)) for key, value in self.values.items()}
        return rulebook.word(self.reason, **shown)


def shown_lines(text: str) -> str:
    """Return a text of one or more lines so that a terminal shows each as it is."""
    return "\n".join(visible(line, longest=2000) for line in text.split("\n"))
