"""The pages of quizzes: one a quiz, and their list."""

from collections.abc import Iterator

from scripts.page import Page, entry_page, index_page
from scripts.voice import Voice


def quiz_pages(voice: Voice) -> Iterator[Page]:
    """Yield the list of quizzes and each quiz."""
    guide = voice.guide
    yield index_page(voice, "quizzes/", "quizzes.md.j2", "quizzes", assessment=guide.assessment)
    for quiz in guide.quizzes.values():
        tricks = [t for phase in quiz.select.phases for t in guide.tricks_of_phase(phase)]
        yield entry_page(
            voice,
            f"quizzes/{quiz.slug}/",
            "quiz.md.j2",
            quiz,
            questions=[(trick, question) for trick in tricks for question in trick.quiz],
        )
