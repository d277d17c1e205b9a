"""The pages of assessments: the first is the guide's own, at `assessment/`; others stand below it."""

from collections.abc import Iterator, Mapping
from functools import partial

from scripts.guide import (
    EFFORT_MINUTES,
    LEVELS,
    OPEN_HALVES,
    Assessment,
    Guide,
    Statement,
    Voice,
    of_assessments,
)
from scripts.pages.page import Page, entry_page
from scripts.pictures import PLOT, draw_gauge

ANSWERS = (*OPEN_HALVES, "not-applicable")
"""The answers in the order in which a form offers them."""
_SPOKEN = (
    *("answered_of", "answer_first", "percent", "whole_open", "points_of", "level_none", "level_unsure"),
    *(f"level_{level}" for level in LEVELS),
    *("result_counted", "result_not_applicable", "result_unanswered", "nothing_open", "nothing_counts"),
    *("plan_after", "plan_more", "assessment_file", "answers_saved", "answers_loaded", "answers_kept"),
    *("answers_not_kept", "answers_no_room", "file_foreign", "file_other", "file_newer", "file_skipped"),
    *("form_shown", "form_of_file", "result_of_short", "result_of_all", "compared_with", "compare_less"),
    *("compare_more", "compare_same", "compare_unknown", "reset_done", "gauge_said", "earlier_results"),
    *("earlier_result", "earlier_short", "result_kept", "meeting_of_nobody", "take_old_marks"),
    *("purchase_removed", "purchase_undone"),
)
"""What the page's script says: the interface's words by their keys."""


def assessment_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page of each assessment, every one with links to the others."""
    guide = voice.guide
    paths = of_assessments(guide.assessments)
    for slug, path in paths.items():
        assessment = guide.assessments[slug]
        yield entry_page(
            voice,
            path,
            "assessment.md.j2",
            assessment,
            answers=ANSWERS,
            halves=OPEN_HALVES,
            patterns={key: voice.pattern(key) for key in _SPOKEN},
            groups=_by_phase(guide, assessment),
            numbers={statement.id: n for n, statement in enumerate(_in_order(guide, assessment), start=1)},
            tricks=[trick for trick in guide.tricks.values() if trick.slug in _named(assessment, "tricks")],
            countermeasures=[
                entry
                for entry in guide.countermeasures.values()
                if entry.slug in _named(assessment, "countermeasures")
            ],
            scored=_scored(guide, assessment),
            others=[(paths[other], guide.assessments[other]) for other in paths if other != slug],
            levels=LEVELS,
            gauge=partial(draw_gauge, LEVELS, voice),
            plot=PLOT,
            minutes=EFFORT_MINUTES,
        )


def _by_phase(guide: Guide, assessment: Assessment) -> Mapping[str, list[Statement]]:
    """Return the statements of each phase that has any, in the order of phases."""
    groups = {
        phase: [statement for statement in assessment.statements if statement.phase == phase]
        for phase in guide.phases
    }
    return {phase: statements for phase, statements in groups.items() if statements}


def _in_order(guide: Guide, assessment: Assessment) -> Iterator[Statement]:
    for statements in _by_phase(guide, assessment).values():
        yield from statements


def _named(assessment: Assessment, field: str) -> set[str]:
    return {slug for statement in assessment.statements for slug in getattr(statement, field)}


def _scored(guide: Guide, assessment: Assessment) -> Mapping[str, object]:
    """Return what scoring in the page needs: the statements, and what each countermeasure costs."""
    return {
        "assessment": assessment.slug,
        "short": assessment.short,
        "statements": [
            {
                "id": statement.id,
                "phase": statement.phase,
                "weight": statement.weight,
                "tricks": statement.tricks,
                "countermeasures": statement.countermeasures,
            }
            for statement in _in_order(guide, assessment)
        ],
        "efforts": {
            slug: guide.countermeasures[slug].effort for slug in sorted(_named(assessment, "countermeasures"))
        },
    }
