"""The news of a language as an Atom feed (RFC 4287)."""

from pathlib import Path

from scripts.derived import entry_addresses, newest_day
from scripts.guide import FEED, NEWS, Voice
from scripts.templating import html_templates

MOST_NEWS = 50
"""The newest entries that a feed holds: more than came in any month, few enough to fetch every hour."""

_TEMPLATES = Path(__file__).parent / "templates"
_LONG_AGO = "1970-01-01"
"""The day of a feed whose guide tells none: RFC 4287 wants one."""


def write_feed(voice: Voice, folder: Path, address: str) -> None:
    """Write the feed of a locale into its `folder`; `address` is the whole site's (ends with `/`).

    The newest entries come first; those of a day stand in the guide's order. A day is told as its first
    moment in UTC: entries know no hour.
    """
    home = f"{address}{voice.locale}/"
    told = [(entry, path) for entry, path in entry_addresses(voice.guide) if newest_day(entry)]
    told.sort(key=lambda each: (newest_day(each[0]), each[0].added or ""), reverse=True)
    text = (
        html_templates(_TEMPLATES)
        .get_template("feed.atom.j2")
        .render(
            voice=voice,
            say=voice.say,
            address=f"{home}{FEED}",
            page=f"{home}{NEWS}",
            home=home,
            told=[(entry, path, newest_day(entry), voice.kind_of(entry)) for entry, path in told[:MOST_NEWS]],
            updated=newest_day(told[0][0]) if told else _LONG_AGO,
        )
    )
    file = folder / FEED
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text + "\n", encoding="utf-8", newline="\n")
