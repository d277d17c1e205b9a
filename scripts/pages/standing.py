"""What a page stands on, told to its reader: how many sources of which kinds, and when they were read."""

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from scripts.guide import Meeting, Source, Voice

_KINDS: Sequence[str] = get_args(Source.model_fields["kind"].annotation)
_ONLY_WARN = {"practitioner", "interested"}
"""The kinds that warn and prove nothing: where a page has no other, it says so."""


def sources_of_meeting(voice: Voice, meeting: Meeting) -> list[Source]:
    """Return the sources of the meeting's tricks, each once."""
    tricks = voice.guide.tricks_of_meeting(meeting.slug)
    return list({source.url: source for trick in tricks for source in voice.sources(trick)}.values())


def told_sources(voice: Voice, sources: Sequence[Source]) -> str:
    """Return how many sources of each kind there are, when the newest was read, and if all only warn."""
    read = [source.accessed for source in sources]
    kinds = Counter[str](source.kind for source in sources)
    if not read:
        return voice.say("stands_on_none")
    counted = [voice.say(f"source_count_{kind}", count=kinds[kind]) for kind in _KINDS if kinds[kind]]
    told = voice.say("stands_on", sources=voice.wording.listed(counted), date=voice.wording.date(max(read)))
    return f"{told} {voice.say('stands_on_word')}" if kinds.keys() <= _ONLY_WARN else told
