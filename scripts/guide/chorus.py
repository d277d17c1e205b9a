"""The guide as spoken in several languages at once, for files that hold them side by side."""

from dataclasses import dataclass

from scripts.guide.addresses import path_to
from scripts.guide.model import Meeting
from scripts.guide.voice import Voice
from scripts.texts import Paragraph, Text, paragraph_runs


@dataclass(frozen=True)
class Chorus:
    """One or more languages in one file, the first one leading; `address` is the site's."""

    voices: tuple[Voice, ...]
    address: str

    @property
    def lead(self) -> Voice:
        """The language that comes first and names the file's own."""
        return self.voices[0]

    def say(self, key: str, **values: object) -> str:
        """Return interface words in every language, each once: `Pregunta / Question`."""
        return " / ".join(dict.fromkeys(voice.say(key, **values) for voice in self.voices))

    def title(self, key: str, text: Text) -> str:
        """Return words about a named entry in every language."""
        return " / ".join(voice.say(key, meeting=voice.words(text)) for voice in self.voices)

    def headers(self, key: str) -> list[str]:
        """Return one header a language, made distinct where two languages use the same word."""
        words = [voice.say(key) for voice in self.voices]
        if len(set(words)) == len(words):
            return words
        return [f"{voice.say(key)} ({voice.wording.language})" for voice in self.voices]

    def told(self, voice: Voice, text: Text | None) -> list[Paragraph]:
        """Return a text's paragraphs in one language, links leading to the published site."""

        def resolve(kind: str, name: str) -> str:
            return f"{self.address}{voice.locale}/{path_to(kind, name)}"

        return paragraph_runs(voice.words(text), resolve) if text else []

    def page_of(self, meeting: Meeting, voice: Voice | None = None) -> str:
        """Return the address of the meeting's checklist."""
        return f"{self.address}{(voice or self.lead).locale}/checklists/{meeting.slug}/"
