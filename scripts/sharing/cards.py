"""Which card stands for which page, and what it says."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.guide import Entry, Picture, Voice, path_to

WIDTH, HEIGHT = 640, 336
"""In pixels: sites that show a link show its image large from 600 x 315 on; what is larger is slower."""

FOLDER = "share/"


@dataclass(frozen=True, eq=False)
class Card:
    """One image of a locale: where it stands below it, what is written and drawn, the same in words."""

    voice: Voice
    path: str
    kind: str
    title: str
    summary: str
    picture: Picture | None = None

    @property
    def made_of(self) -> str:
        """All that the image shows but the interface's words, as text."""
        picture = self.picture.model_dump_json() if self.picture else ""
        return "\0".join((self.voice.locale, self.kind, self.title, self.summary, picture))

    @property
    def alt(self) -> str:
        """What the image shows, for who does not see it."""
        if self.picture is None:
            return f"{self.title} · {self.summary}"
        told = (self.picture.title, self.picture.caption)
        return " · ".join([self.title, *map(self.voice.words, told)])


def card_of(voice: Voice, address: str) -> Card:
    """Return the card of the page at an address below the locale; the guide's own where it has none."""
    slug = address.partition("/")[2].rstrip("/")
    guide = voice.guide
    if slug in guide.tricks and address == path_to("trick", slug):
        trick = guide.tricks[slug]
        return _of_entry(voice, trick, trick.picture)
    if slug in guide.meetings and address == path_to("meeting", slug):
        return _of_entry(voice, guide.meetings[slug])
    return Card(
        voice,
        f"{FOLDER}guide.png",
        voice.say("site_tagline"),
        voice.say("site_name"),
        voice.say("site_description"),
    )


def _of_entry(voice: Voice, entry: Entry, picture: Picture | None = None) -> Card:
    path = f"{FOLDER}{entry.kind}-{entry.slug}.png"
    name, summary = voice.words(entry.name), voice.words(entry.summary)
    return Card(voice, path, voice.kind_of(entry), name, summary, picture)


def all_cards(voice: Voice) -> Iterator[Card]:
    """Yield every card of the locale once."""
    yield card_of(voice, "")
    for kind, slugs in (("trick", voice.guide.tricks), ("meeting", voice.guide.meetings)):
        for slug in slugs:
            yield card_of(voice, path_to(kind, slug))
