"""The pages of quizzes and their list, and the questions that all quizzes share, one page a trick."""

from collections.abc import Iterator, Sequence

from scripts.derived import (
    Asked,
    all_asked,
    carried,
    downloads,
    is_printed,
    questions_of,
    quiz_sheet_paths,
)
from scripts.guide import QUESTIONS, QUIZZES, Guide, MatchSigns, Phase, Quiz, Trick, Voice, path_to
from scripts.pages.page import Page, entry_page, index_page


def quiz_pages(voice: Voice) -> Iterator[Page]:
    """Yield the list of quizzes and each quiz, then the list of all questions and those of each trick."""
    guide = voice.guide
    sizes = {quiz.slug: len(all_asked(guide, quiz)) for quiz in guide.quizzes.values()}
    yield index_page(voice, QUIZZES, "quizzes.md.j2", "quizzes", sizes=sizes, assessment=guide.assessment)
    for quiz in guide.quizzes.values():
        yield _quiz_page(voice, quiz)
    by_trick = {slug: questions_of(guide, trick) for slug, trick in guide.tricks.items()}
    yield index_page(voice, QUESTIONS, "questions.md.j2", "bank", by_trick=by_trick)
    for slug, trick in guide.tricks.items():
        yield _questions_page(voice, trick, by_trick[slug])


def _quiz_page(voice: Voice, quiz: Quiz) -> Page:
    guide = voice.guide
    every, held = all_asked(guide, quiz), carried(guide, quiz)
    whole = len(held) == len(every)
    return entry_page(
        voice,
        path_to("quiz", quiz.slug),
        "quiz.md.j2",
        quiz,
        asked=held,
        size=len(every),
        # By trick, where the quiz is about some; whoever takes the whole guide finds them in their list.
        elsewhere=[] if whole or quiz.select.all else _tricks_of(every, without=held),
        phases=phases_taught(guide, every),
        downloads=downloads(quiz),
        papers=quiz_sheet_paths(quiz.slug) if is_printed(guide, quiz) else {},
    )


def _questions_page(voice: Voice, trick: Trick, asked: Sequence[Asked]) -> Page:
    name = voice.words(trick.name)
    return Page(
        path=path_to("questions", trick.slug),
        template="trick_questions.md.j2",
        title=voice.say("questions_of_trick", trick=name),
        description=voice.words(trick.summary),
        context={"trick": trick, "asked": asked},
        untranslated=voice.untranslated(trick),
        stale=voice.locale in trick.stale,
        source=trick.file,
        local=voice.origin(trick),
    )


def _tricks_of(asked: Sequence[Asked], without: Sequence[Asked]) -> list[Trick]:
    begun = {one.trick.slug for one in without}
    return list({one.trick.slug: one.trick for one in asked if one.trick.slug not in begun}.values())


def phases_taught(guide: Guide, asked: Sequence[Asked]) -> list[Phase]:
    """Return the phases whose tricks the questions teach."""
    taught = {one.trick.phase for one in asked}
    for one in asked:
        if isinstance(one.question, MatchSigns):
            taught.update(guide.tricks[pair.trick].phase for pair in one.question.pairs)
    return [phase for phase in guide.phases.values() if phase.id in taught]
