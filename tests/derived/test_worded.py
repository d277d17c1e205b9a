"""What a meeting says in its own way: the line and the question of an act that would come too late there."""

from scripts.contributing.translation_files import places
from scripts.derived.checklist import checklist_for, worded
from scripts.derived.questionnaire import questionnaire_for
from scripts.derived.side_by_side import questions_by_meeting
from scripts.guide.meeting import Meeting, WordedHere
from scripts.guide.voice import Voice
from scripts.guide.whole import Guide
from scripts.texts.localized import BlockText, InlineText, Summary

ACT = "own-what-you-paid-for"
LINE = Summary({"en": "Have it in your folders.", "es": "Téngalo en sus carpetas."})
QUESTION = InlineText({"en": "What is missing?", "es": "¿Qué falta?"})
SENT = BlockText({"en": "Please send what is missing.", "es": "Envíe lo que falta."})


def _acceptance(guide: Guide) -> Meeting:
    here = WordedHere(check=LINE, ask=QUESTION, ask_in_writing=SENT)
    return guide.meetings["acceptance"].model_copy(update={"worded": {ACT: here}, "contract": "open"})


def test_the_lists_say_it_and_keep_all_else(guide: Guide) -> None:
    full, own = checklist_for(guide, _acceptance(guide)), guide.countermeasures[ACT]
    for checklist in (full, full.short, full.printed(8)):
        said = next(each.countermeasure for each in checklist.acts if each.countermeasure.slug == ACT)
        assert (said.check, said.ask, said.ask_in_writing) == (LINE, QUESTION, SENT)
        assert (said.name, said.proof, said.clause, said.how) == (own.name, own.proof, own.clause, own.how)
        others = [each.countermeasure for each in checklist.acts if each.countermeasure.slug != ACT]
        assert others == [guide.countermeasures[each.slug] for each in others]


def test_once_it_is_signed_no_clause_is_asked_for(guide: Guide) -> None:
    """The lists and what is sent hold none, and what had one is said at the table."""
    meeting = _acceptance(guide)
    before, after = (
        checklist_for(guide, meeting.model_copy(update={"contract": state})) for state in ("open", "signed")
    )
    assert before.sections["in_writing"]
    assert "in_writing" not in after.sections
    assert [act.countermeasure.slug for act in after.acts] == [act.countermeasure.slug for act in before.acts]
    moved = {act.countermeasure.slug for act in after.sections["ask"]}
    assert moved >= {act.countermeasure.slug for act in before.sections["in_writing"]}
    signed = [each for each in guide.meetings.values() if each.contract == "signed"]
    assert signed
    assert [each.slug for each in signed if questionnaire_for(guide, each).clauses] == []


def test_before_there_is_a_contract_a_list_shows_the_clauses_that_are_sent_and_no_other(guide: Guide) -> None:
    wrong = {}
    for slug, meeting in guide.meetings.items():
        acts = [act.countermeasure for act in checklist_for(guide, meeting).acts]
        shown = {act.slug for act in acts if act.clause}
        sent = {act.slug for act in questionnaire_for(guide, meeting).clauses}
        if meeting.contract == "not-yet" and shown != sent:
            wrong[slug] = shown ^ sent
    assert wrong == {}


def test_before_a_price_is_asked_for_no_contract_is_on_the_table(guide: Guide) -> None:
    """What comes before the price, and the buyer's own meeting, ask for no clauses but those they name."""
    price = guide.meetings["pricing"].order
    early = [each for each in guide.meetings.values() if each.order < price or each.vendor == "absent"]
    assert [each.slug for each in early if each.contract != "not-yet"] == []


def test_a_clause_that_is_not_asked_for_leaves_its_act_on_the_list(guide: Guide) -> None:
    trial = guide.meetings["trial"]
    sent = trial.drafts[0]
    act = next(
        slug for slug in trial.short if slug not in trial.drafts and guide.countermeasures[slug].clause
    )
    said = {each.countermeasure.slug: each.countermeasure for each in checklist_for(guide, trial).acts}
    assert said[sent].clause
    assert said[act].clause is None
    assert said[act].check.root


def test_a_question_may_be_for_others_than_elsewhere(guide: Guide) -> None:
    meeting = guide.meetings["internal-review"]
    here = WordedHere(ask=QUESTION, ask_of="team")
    said = worded(meeting.model_copy(update={"worded": {ACT: here}}), guide.countermeasures[ACT])
    assert guide.countermeasures[ACT].ask_of == "vendor"
    assert Voice(guide, "en").asking(said) == "Ask · Your own team"


def test_without_a_vendor_no_question_of_the_sheet_is_for_one(guide: Guide) -> None:
    """At a table without the vendor, what is asked there is asked of those who sit at it, and says so."""
    wrong = [
        f"{meeting.slug}: {act.countermeasure.slug}"
        for meeting in guide.meetings.values()
        if meeting.vendor == "absent"
        for act in checklist_for(guide, meeting).short.spoken
        if act.countermeasure.ask and act.countermeasure.ask_of == "vendor"
    ]
    own = worded(guide.meetings["internal-review"], guide.countermeasures["set-your-own-figure-and-date"])
    assert own.ask_of == "team"
    assert wrong == []


def test_an_act_stands_where_it_stood(guide: Guide) -> None:
    meeting = _acceptance(guide)
    plain = meeting.model_copy(update={"worded": {}})
    places = [
        [(each.countermeasure.slug, each.section) for each in checklist_for(guide, one).acts]
        for one in (meeting, plain)
    ]
    assert places[0] == places[1]


def test_what_is_sent_ahead_says_it_too(guide: Guide) -> None:
    questions = questionnaire_for(guide, _acceptance(guide)).questions
    assert next(act for act in questions if act.slug == ACT).ask_in_writing == SENT


def test_elsewhere_the_act_says_what_it_always_says(guide: Guide) -> None:
    own = guide.countermeasures[ACT]
    assert worded(guide.meetings["contract"], own) is own


def test_every_question_of_a_comparison_is_said_as_its_meeting_says_it(guide: Guide) -> None:
    wrong = [
        f"{meeting.slug}: {act.slug}"
        for meeting, acts in questions_by_meeting(guide)
        for act in acts
        if act.ask != worded(meeting, guide.countermeasures[act.slug]).ask
    ]
    assert wrong == []


def test_nobody_is_told_to_agree_when_it_is_too_late(guide: Guide) -> None:
    """At acceptance and on the way out what was not agreed can only be held to, asked for or done."""
    late = ("agree ", "acuerde ", "pacte ")
    wrong = [
        f"{slug}: {act.countermeasure.slug}: {words}"
        for slug in ("acceptance", "exit")
        for act in checklist_for(guide, guide.meetings[slug]).acts
        for words in act.countermeasure.check.root.values()
        if words.lower().startswith(late)
    ]
    assert wrong == []


def test_a_translator_is_asked_for_it_under_the_name_of_the_act(guide: Guide) -> None:
    names = {place.name for place in places(guide)}
    assert "content/meetings/exit.yml#worded.agree-the-way-out.check" in names
