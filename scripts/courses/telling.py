"""The guide's quizzes told in one locale: each question once, whatever quizzes and formats it goes into."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pydantic import TypeAdapter

from scripts import texts
from scripts.courses.portable import (
    Choice,
    Choices,
    Judgement,
    Match,
    Matches,
    PortableQuestion,
    PortableQuiz,
    Rich,
    Step,
    Steps,
    Task,
)
from scripts.derived import WHICH_TRICK, Asked, Pieces, all_asked, presented
from scripts.guide import (
    HOME,
    MatchSigns,
    OneRight,
    Pair,
    PutInOrder,
    Question,
    Quiz,
    SeveralRight,
    Trick,
    TrueOrFalse,
    Voice,
    path_to,
    reachable,
)
from scripts.store import NOTHING_KEPT, Store
from scripts.texts import InlineText

Changed = Callable[[Sequence[str]], int]
"""Tells when the latest of some of the guide's files changed, in seconds since 1970."""

_WRITTEN = TypeAdapter(PortableQuestion)


def portable(voice: Voice, quiz: Quiz, address: str) -> PortableQuiz:
    """Return one quiz in the voice's locale; links lead to the site at `address`, which ends with `/`."""
    return Course(voice, address).quiz(quiz)


class Course:
    """All quizzes of a guide in one locale, with links to the site at `address`.

    What `store` holds of a question of the same words is not told again.
    """

    def __init__(
        self,
        voice: Voice,
        address: str,
        changed: Changed = lambda files: 0,
        store: Store = NOTHING_KEPT,
    ) -> None:
        self._voice = voice
        self._base = f"{address}{voice.locale}/"
        self._changed = changed
        self._pieces = Pieces(store)
        self._told: dict[str, PortableQuestion] = {}

    def quiz(self, quiz: Quiz) -> PortableQuiz:
        """Return a quiz; a question that an earlier one asks too is the same object."""
        voice = self._voice
        asked = all_asked(voice.guide, quiz)
        numbers: Counter[str] = Counter()
        questions = []
        for one in asked:
            numbers[one.trick.slug] += 1
            questions.append(self._once(one, numbers[one.trick.slug]))
        places = range(1, len(asked) + 1)
        return PortableQuiz(
            slug=quiz.slug,
            locale=voice.locale,
            title=voice.words(quiz.name),
            summary=voice.words(quiz.summary),
            address=self._address("quiz", quiz.slug),
            drawn=quiz.select.random,
            questions=tuple(questions),
            headings=tuple(voice.say("quiz_position", number=place, all=len(asked)) for place in places),
            guide=_name_among_all(voice),
            guide_address=self._base + HOME,
        )

    def _address(self, kind: str, name: str) -> str:
        return self._base + path_to(kind, name)

    def _link(self, kind: str, name: str) -> str:
        """Return the address of an entry; empty where the site has none yet."""
        return reachable(self._address(kind, name))

    def _once(self, asked: Asked, number: int) -> PortableQuestion:
        if asked.name not in self._told:
            written = self._pieces.made(
                self._voice.guide,
                "portable",
                f"{self._voice.locale}/{asked.name}",
                f"{self._base}\0{number}",
                lambda: _WRITTEN.dump_json(self._question(asked, number)).decode(),
            )
            changed = self._changed([*self._files(asked)])
            self._told[asked.name] = replace(_WRITTEN.validate_json(written), changed=changed)
        return self._told[asked.name]

    def _question(self, asked: Asked, number: int) -> PortableQuestion:
        voice, trick = self._voice, asked.trick
        name = voice.words(trick.name)
        return PortableQuestion(
            name=asked.name,
            title=f"{name} {number}",
            kind=asked.question.kind,
            trick=name,
            scene=self._rich(asked.question.scene),
            task=self._task(asked.question),
            lesson=self._lesson(trick, name),
            phase=voice.words(voice.guide.phases[trick.phase].name),
            local=voice.origin(trick),
            tags=(
                f"phase::{trick.phase}",
                f"trick::{trick.slug}",
                *([WHICH_TRICK] if asked.question.id == WHICH_TRICK else []),
            ),
        )

    def _files(self, asked: Asked) -> Iterator[str]:
        """Yield the files from which the words of a question come."""
        voice, guide = self._voice, self._voice.guide
        for top in guide.tops:
            yield f"{top}content/site.yml"
            yield from (f"{top}content/ui/{code}.yml" for code in {voice.locale, guide.site.default_locale})
        yield asked.trick.file
        if asked.question.id == WHICH_TRICK:
            yield from (trick.file for trick in guide.tricks.values())
        elif isinstance(asked.question, MatchSigns):
            yield from (guide.tricks[pair.trick].file for pair in asked.question.pairs)

    def _task(self, question: Question) -> Task:
        rich, said = self._rich, self._said
        match question:
            case OneRight() | SeveralRight():
                options = [Choice(rich(each.text), each.correct, rich(each.why)) for each in question.options]
                return Choices(tuple(options), several=isinstance(question, SeveralRight))
            case TrueOrFalse():
                return Judgement(
                    rich(question.claim),
                    Choice(said("answer_true"), question.correct, rich(question.why_true)),
                    Choice(said("answer_false"), not question.correct, rich(question.why_false)),
                )
            case MatchSigns():
                pairs = [self._match(pair) for pair in question.pairs]
                offered = [pairs[place - 1].trick for place, _ in presented(question.pairs)]
                return Matches(tuple(pairs), tuple(offered))
            case PutInOrder():
                steps = [Step(rich(each.text), rich(each.why)) for each in question.steps]
                return Steps(tuple(steps), tuple(steps[place - 1] for place, _ in presented(question.steps)))

    def _match(self, pair: Pair) -> Match:
        name = self._voice.words(self._voice.guide.tricks[pair.trick].name)
        return Match(self._rich(pair.sign), _unmarked(name), self._rich(pair.why))

    def _rich(self, text: InlineText) -> Rich:
        words = self._voice.words(text)
        return Rich(texts.words(words), " ".join(texts.to_inline_html(words, self._link).split()))

    def _said(self, key: str) -> Rich:
        return _unmarked(self._voice.say(key))

    def _lesson(self, trick: Trick, name: str) -> Rich:
        words = self._voice.say("learn_this_trick", trick=name)
        link, told = self._link("trick", trick.slug), texts.as_text(words)
        return Rich(words, f'<a href="{texts.as_text(link)}">{told}</a>' if link else told)


def _unmarked(words: str) -> Rich:
    return Rich(words, texts.as_text(words))


def _name_among_all(voice: Voice) -> str:
    """Return the guide's name, with its language where another language has the same name for it."""
    name = voice.say("site_name")
    others = (Voice(voice.guide, code) for code in voice.guide.site.locales if code != voice.locale)
    shared = any(other.say("site_name") == name for other in others)
    return f"{name} ({voice.wording.language_in_a_phrase})" if shared else name
