"""The pages of quizzes: one a quiz, and their list."""

from collections.abc import Iterator, Sequence

from scripts.derived import Asked, all_asked, asked_on_paper, downloads, is_printed, quiz_sheet_paths
from scripts.guide import QUIZZES, Guide, MatchSigns, Phase, Trick, Voice, path_to
from scripts.pages.page import Page, entry_page, index_page


def quiz_pages(voice: Voice) -> Iterator[Page]:
    """Yield the list of quizzes and each quiz."""
    guide = voice.guide
    sizes = {quiz.slug: len(all_asked(guide, quiz)) for quiz in guide.quizzes.values()}
    yield index_page(voice, QUIZZES, "quizzes.md.j2", "quizzes", sizes=sizes, assessment=guide.assessment)
    for quiz in guide.quizzes.values():
        asked = all_asked(guide, quiz)
        on_paper = asked_on_paper(guide, quiz)
        printed = {one.name for one in on_paper}
        yield entry_page(
            voice,
            path_to("quiz", quiz.slug),
            "quiz.md.j2",
            quiz,
            asked=on_paper,
            in_reserve=[one for one in asked if one.name not in printed],
            phases=_phases(guide, asked),
            downloads=downloads(quiz),
            papers=quiz_sheet_paths(quiz.slug) if is_printed(guide, quiz) else {},
        )


def _phases(guide: Guide, asked: Sequence[Asked]) -> list[tuple[Phase, list[Trick]]]:
    """Return the phases whose tricks the questions teach, each with those tricks."""
    slugs = {one.trick.slug for one in asked}
    for one in asked:
        if isinstance(one.question, MatchSigns):
            slugs.update(pair.trick for pair in one.question.pairs)
    by_phase = [
        (phase, [trick for trick in guide.tricks_of_phase(phase.id) if trick.slug in slugs])
        for phase in guide.phases.values()
    ]
    return [(phase, tricks) for phase, tricks in by_phase if tricks]
