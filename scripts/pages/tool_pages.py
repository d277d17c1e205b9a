"""The pages that are tools: the calculator, the purchase and its vendors side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from scripts import texts
from scripts.derived import (
    COST_WORKBOOK,
    HIGHEST,
    MOST_YEARS,
    ONE,
    POINTS,
    WEIGHTS,
    clauses_by_subject,
    example_of,
    questions_by_meeting,
    shared_by_clauses,
)
from scripts.guide import (
    CALCULATOR,
    CALCULATOR_FILE,
    COMPARE,
    MOST_OFFERS,
    PURCHASE,
    CostGroup,
    CostInput,
    KindOfPurchase,
    Voice,
)
from scripts.pages.page import Page, index_page

_SPOKEN = (
    *("cost_offer_numbered", "cost_offer_name", "cost_remove_offer", "cost_low", "cost_likely", "cost_high"),
    *("cost_not_a_number", "cost_total_range", "cost_over_years", "cost_compared", "cost_cheaper_always"),
    *("cost_cheaper_until", "cost_cheaper_from", "cost_same_years", "cost_overlap", "cost_no_overlap"),
    *("cost_year_numbered", "cost_total", "cost_case_low", "cost_case_likely", "cost_case_high"),
    *("cost_swings_ranged", "cost_swings_tenth", "cost_example_shown", "cost_cleared", "cost_not_kept"),
    *("cost_kept", "cost_swing", "cost_year", "cost_years_count", "copied", "cost_currency_none"),
    *("cost_sheet_inputs", "cost_sheet_result", "cost_input", "cost_unit", "cost_value", "cost_years"),
    *("cost_currency", "cost_by_group", "cost_paid_until", "cost_step", "cost_not_advice", "cost_file"),
    *("calculator_title", "export_saved", "compare_export_failed", "cost_of_purchase", "cost_asked"),
    *("cost_kind_none", "cost_kind_open", "cost_kind_full", "cost_kind_fill", "cost_kind_filled"),
)
"""What the page's script says: the interface's words by their keys."""
_OF_PURCHASES = (
    *("purchase_open", "purchase_undone", "purchase_name_first", "purchase_too_many", "purchase_today"),
    *("purchase_copy_of", "purchase_copied", "purchase_deleted", "purchase_file", "purchase_loaded"),
    *("purchase_loaded_beside", "purchase_skipped", "purchase_file_foreign", "purchase_file_large"),
)
_SPOKEN_OF_PURCHASES = {
    **{key.removeprefix("purchase_"): key for key in _OF_PURCHASES},
    **{"vendor_removed": "purchase_removed", "saved": "export_saved", "file_newer": "file_newer"},
}
_SPOKEN_OF_PROMISES = {
    "message_opening": "message_opening",
    "message_end": "message_end",
    "blank": "promise_blank",
    "price": "promise_price",
    "by": "promise_by",
    "who": "promise_who",
    "heard_on": "promise_heard_on",
    "status": "promise_status",
    "status_heard": "promise_status_heard",
    "status_confirmed": "promise_status_confirmed",
    "status_contract": "promise_status_contract",
    "removed": "purchase_removed",
    "copied": "copied_text",
    "copy_failed": "message_by_hand",
}
"""What the page's script says: the interface's words by the names that the script has for them."""
_OF_ANNEXES = (
    *("annex_title", "annex_for_lawyer", "annex_contract", "annex_promises_head", "annex_clauses_head"),
    *("annex_blanks", "annex_empty", "annex_file", "annex_failed", "annex_sign_customer"),
    *("annex_sign_vendor", "annex_sign_name", "annex_sign_post", "annex_sign_signature"),
)
_SPOKEN_OF_ANNEXES = {
    **{key.removeprefix("annex_"): key for key in _OF_ANNEXES},
    **{"conflict": "clauses_conflict", "saved": "export_saved", "date": "field_date"},
}
_SPOKEN_OF_DATES = {
    **{f"kind_{kind}": f"date_{kind}" for kind in ("notice", "renewal", "price", "other")},
    **{"promised": "date_promised", "decide": "date_decide", "file": "dates_file"},
    **{"removed": "purchase_removed", "saved": "export_saved", "moved": "calendar_moved"},
    **{"not_noted": "calendar_not_noted", "site_name": "site_name", "checklists": "purchase_title"},
}
_NEXT = (
    "next_date",
    "next_vendor",
    "next_meeting",
    "next_message",
    "next_annex",
    "next_cost",
    "next_compare",
)
_OF_COMPARISONS = (
    *("compare_result", "compare_signs", "compare_promises", "compare_promises_of", "compare_own"),
    *("compare_weight", "compare_must", "compare_said", "compare_question", "compare_meeting"),
    *("compare_points_head", "compare_cell_points", "compare_failed", "compare_unsettled", "compare_points"),
    *("compare_points_uneven", "compare_unanswered"),
    *("compare_made", "compare_shared", "compare_waiting", "compare_out", "compare_none_judged"),
    *("compare_uneven", "compare_uneven_none", "compare_questions", "compare_file", "compare_not_judged"),
    *("compare_cost", "compare_cost_none", "compare_cost_why"),
    *("compare_not_asked", "compare_sheet_name", "compare_export_failed", "compare_named_more"),
)
_SPOKEN_OF_COMPARISONS = {
    **{key.removeprefix("compare_"): key for key in _OF_COMPARISONS},
    **{f"made_{answer}": f"compare_made_{answer}" for answer in POINTS},
    **{f"verdict_{answer}": f"verdict_{answer}" for answer in POINTS},
    **{f"weight_{weight}": f"compare_weight_{weight}" for weight in WEIGHTS},
    **{"verdict_not-applicable": "does_not_apply", "removed": "purchase_removed", "saved": "export_saved"},
    **{"yes": "yes", "no": "no", "cost_range": "cost_total_range"},
}
"""What the page's script says: the interface's words by the names that the script has for them."""
_LARGEST = 999_999_999
_BLANK_OFFERS = 3
"""The offers for which a printed table without a script has room."""


def calculator_pages(voice: Voice) -> Iterator[Page]:
    """Yield the calculator's page, where the guide says what to ask."""
    groups = list(voice.guide.calculator.values())
    if not groups:
        return
    page = index_page(
        voice,
        CALCULATOR,
        "calculator.md.j2",
        "calculator",
        groups=groups,
        blanks=range(1, _BLANK_OFFERS + 1),
        workbook=COST_WORKBOOK,
        kinds=voice.guide.kinds_of_purchase.values(),
        inputs={each.id: each for group in groups for each in group.inputs},
        years=range(1, MOST_YEARS + 1),
        patterns={key: voice.pattern(key) for key in _SPOKEN},
        asked=_asked(voice),
    )
    parts = [*groups, *voice.guide.kinds_of_purchase.values()]
    yield replace(
        page,
        source=CALCULATOR_FILE,
        untranslated=any(voice.untranslated(part) for part in parts),
        stale=any(voice.locale in part.stale for part in parts),
    )


def _asked(voice: Voice) -> Mapping[str, object]:
    """Return what the script needs of the inputs; an input's example has one value for each offer."""
    groups = voice.guide.calculator.values()
    return {
        "most": MOST_OFFERS,
        "groups": [
            {"name": _said(voice, group), "costs": [cost.id for cost in group.costs]}
            for group in groups
            if group.costs
        ],
        "inputs": [
            {
                **_rules(each),
                "name": _said(voice, each),
                "example": each.example,
                "unit_words": voice.say(unit_key(each)),
            }
            for group in groups
            for each in group.inputs
        ],
        "kinds": [_kind(voice, kind) for kind in voice.guide.kinds_of_purchase.values()],
        "example": [name.strip() for name in voice.say("cost_example_offers").split(",")],
    }


def _kind(voice: Voice, kind: KindOfPurchase) -> Mapping[str, object]:
    shares = [
        {
            **share.model_dump(include={"input", "of", "low", "likely", "high"}),
            "says": texts.words(voice.words(share.says)),
            "sources": [
                each.model_dump(include={"title", "url", "language"}) for each in voice.sources(share)
            ],
        }
        for share in kind.shares
    ]
    return {"id": kind.id, "name": _said(voice, kind), "lines": kind.lines, "shares": shares}


def _counted(voice: Voice) -> Mapping[str, object] | None:
    """Return what another page needs to count what the calculator keeps; None where it asks nothing."""
    groups = voice.guide.calculator.values()
    inputs = [_rules(each) for group in groups for each in group.inputs]
    return {"most": MOST_OFFERS, "inputs": inputs} if inputs else None


def _rules(each: CostInput) -> Mapping[str, object]:
    return {
        "id": each.id,
        "company": each.of_company,
        "highest": HIGHEST.get(each.id, _LARGEST * ONE) // ONE,
        "when": each.when,
        "unit": each.unit,
        "rises": each.rises,
        "discounted": each.discounted,
    }


def unit_key(each: CostInput) -> str:
    """Return the key of the words that say in what an input is given."""
    return f"cost_unit_{f'{each.unit}_{each.when}' if each.when else each.id}"


def _said(voice: Voice, part: CostGroup | CostInput | KindOfPurchase) -> str:
    return texts.words(voice.words(part.name))


def purchase_page(voice: Voice) -> Page:
    """Return the page of purchases; all that it shows, the browser fills in."""
    patterns = {
        **_patterns(voice, _SPOKEN_OF_PURCHASES),
        "promises": _patterns(voice, _SPOKEN_OF_PROMISES),
        "annex": _patterns(voice, _SPOKEN_OF_ANNEXES),
        "dates": _patterns(voice, _SPOKEN_OF_DATES),
        "next": _patterns(voice, {key.removeprefix("next_"): key for key in _NEXT}),
    }
    shown = {"patterns": patterns, "clauses": clauses_by_subject(voice), "shared": shared_by_clauses(voice)}
    return index_page(voice, PURCHASE, "purchase.md.j2", "purchase", **shown)


def compare_page(voice: Voice) -> Page:
    """Return the page of vendors side by side; the browser fills in all but the questions."""
    groups = questions_by_meeting(voice.guide)
    return index_page(
        voice,
        COMPARE,
        "compare.md.j2",
        "compare",
        questions=groups,
        example=example_of(groups),
        weights=WEIGHTS,
        cost=_counted(voice),
        patterns=_patterns(voice, _SPOKEN_OF_COMPARISONS),
    )


def _patterns(voice: Voice, spoken: Mapping[str, str]) -> Mapping[str, object]:
    """Return the patterns of words by the names that a script has for their keys."""
    return {name: voice.pattern(key) for name, key in spoken.items()}
