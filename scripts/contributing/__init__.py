"""A contributor's commands: new entries, reports turned into entries, translations, spelling.

In: answers, options, the text of an issue. Out: drafts that never overwrite a file. Knows no page.
"""

from scripts.contributing.issue_commands import from_issue
from scripts.contributing.new_commands import new
from scripts.contributing.spelling_commands import spell
from scripts.contributing.translation_commands import translations

new.add_command(from_issue)

__all__ = ["new", "spell", "translations"]
