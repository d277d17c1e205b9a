"""Write the questionnaire of every meeting into `<locale>/print/`, as spreadsheet and document."""

from pathlib import Path

from scripts.derived import (
    REPLIES,
    VERDICTS,
    Questionnaire,
    caption_of,
    questionnaire_for,
    questionnaire_names,
)
from scripts.guide import Chorus, Countermeasure, Voice
from scripts.office import word_file, workbook
from scripts.office.shared_words import shared_cells, shared_sections
from scripts.office.word_text import Spoken, Told
from scripts.store import NOTHING_KEPT, Store
from scripts.texts import Paragraph, Run, Text

_ASKED_OF = {"team": "questions_of_team", "others": "questions_of_others"}


def write_questionnaires(voice: Voice, site: Path, address: str, store: Store = NOTHING_KEPT) -> None:
    """Write the files of every meeting in the voice's locale below `site`; `address` is the site's own.

    What `store` holds is not made again.
    """
    guide = voice.guide
    folder = site / voice.locale / "print"
    folder.mkdir(parents=True, exist_ok=True)
    alone = Chorus((voice,), address)
    others = (Voice(guide, code) for code in guide.site.locales if code != voice.locale)
    together = Chorus((voice, *others), address)
    for meeting in guide.meetings.values():
        names = questionnaire_names(guide, meeting)
        if not names:
            continue
        questionnaire = questionnaire_for(guide, meeting)
        for chorus, kind in ((alone, ""), (together, "all_")):
            if f"{kind}xlsx" in names:
                write_spreadsheet(folder / names[f"{kind}xlsx"], chorus, questionnaire, store)
                write_document(folder / names[f"{kind}docx"], chorus, questionnaire, store)
        write_key(folder / names["key"], alone, questionnaire, store)


def write_spreadsheet(
    file: Path, chorus: Chorus, questionnaire: Questionnaire, store: Store = NOTHING_KEPT
) -> None:
    """Write what is sent to the vendor as XLSX."""
    say = chorus.say
    reply = say("questions_reply")
    cover = workbook.Cover(
        name=say("questions_sheet_cover"),
        title=chorus.title("questions_title", questionnaire.meeting.name),
        text=_cover_text(chorus, questionnaire),
        fields=_fields(chorus),
        choices=[("replies", reply, [say(key) for key in REPLIES])] if questionnaire.clauses else [],
        source=_source(chorus, questionnaire),
    )
    columns = [
        workbook.Column(say("questions_number"), 7),
        *(workbook.Column(header, 46) for header in chorus.headers("questions_question")),
        workbook.Column(say("questions_answer"), 46),
        workbook.Column(say("questions_evidence"), 24),
        workbook.Column(say("questions_attachment"), 20),
    ]
    rows = [_told_by_all(chorus, entry.ask_in_writing) for entry in questionnaire.questions]
    sheets = [workbook.Sheet(say("questions_sheet"), "questions", columns, rows)]
    if questionnaire.clauses:
        columns = [
            workbook.Column(say("questions_number"), 7),
            *(workbook.Column(header, 64) for header in chorus.headers("questions_clause")),
            workbook.Column(reply, 20, "replies"),
            workbook.Column(say("questions_comment"), 44),
        ]
        rows = [[_draft(chorus, v, entry) for v in chorus.voices] for entry in questionnaire.clauses]
        sheets.append(workbook.Sheet(say("questions_sheet_clauses"), "clauses", columns, rows))
        heads = chorus.headers("clauses_words_and_rules")
        columns = [columns[0], *(workbook.Column(head, 100) for head in heads)]
        rows = [list(each) for each in zip(*map(shared_cells, chorus.voices), strict=True)]
        sheets.append(workbook.Sheet(say("questions_sheet_meanings"), "meanings", columns, rows))
    workbook.write_workbook(file, chorus, cover, sheets, store)


def write_key(file: Path, chorus: Chorus, questionnaire: Questionnaire, store: Store = NOTHING_KEPT) -> None:
    """Write the buyer's own scoring sheet: what good answers show, and whom else to ask."""
    say, told, voice = chorus.say, chorus.told, chorus.lead
    verdict = say("questions_verdict")
    cover = workbook.Cover(
        name=say("questions_sheet_cover"),
        title=chorus.title("questions_key_title", questionnaire.meeting.name),
        text=[(say("questions_key_label"), say("questions_key_intro"))],
        fields=[say("questions_vendor_numbered", number=number) for number in (1, 2, 3)],
        choices=[("verdicts", verdict, [say(key) for key in VERDICTS])],
        source=_source(chorus, questionnaire),
    )
    number = workbook.Column(say("questions_number"), 7)
    shown = [workbook.Column(say("questions_question"), 44), workbook.Column(say("good_answer"), 44)]
    notes = workbook.Column(say("questions_notes"), 30, own=True)
    vendors = [
        workbook.Column(say("questions_vendor_numbered", number=place), 18, "verdicts", own=True)
        for place in (1, 2, 3)
    ]
    rows = [
        [_asked(chorus, voice, entry, entry.ask_in_writing), told(voice, entry.proof)]
        for entry in questionnaire.questions
    ]
    columns = [number, *shown, *vendors, notes]
    sheets = [workbook.Sheet(say("questions_sheet_scores"), "scores", columns, rows)]
    if questionnaire.elsewhere:
        rows = [
            [
                _plain(say(_ASKED_OF[entry.ask_of])),
                _asked(chorus, voice, entry, entry.ask),
                told(voice, entry.proof),
            ]
            for entry in questionnaire.elsewhere
        ]
        columns = [number, workbook.Column(say("questions_asked_of"), 22), *shown, notes]
        sheets.append(workbook.Sheet(say("questions_sheet_elsewhere"), "elsewhere", columns, rows))
    workbook.write_workbook(file, chorus, cover, sheets, store)


def write_document(
    file: Path, chorus: Chorus, questionnaire: Questionnaire, store: Store = NOTHING_KEPT
) -> None:
    """Write what is sent to the vendor as DOCX."""

    def spoken(key: str, **values: object) -> list[Spoken]:
        return [Spoken(v.say(key, **values), v.wording.tag) for v in chorus.voices]

    def shares(total: int) -> int:
        return total // len(chorus.voices)

    number = word_file.Column(spoken("questions_number"), 6)
    asked_share = 38 if len(chorus.voices) == 1 else 44
    columns = [
        number,
        *(word_file.Column([part], shares(asked_share)) for part in spoken("questions_question")),
        word_file.Column(spoken("questions_answer"), 66 - asked_share),
        word_file.Column(spoken("questions_evidence"), 15),
        word_file.Column(spoken("questions_attachment"), 13),
    ]
    asked = [
        [Told(chorus.told(v, e.ask_in_writing), _tag(v, e.ask_in_writing)) for v in chorus.voices]
        for e in questionnaire.questions
    ]
    sections = [word_file.Section(spoken("questions_sheet"), [], columns, asked)]
    if questionnaire.clauses:
        wanted = [word_file.Column([part], shares(54)) for part in spoken("questions_clause")]
        columns = [
            number,
            *wanted,
            word_file.Column(spoken("questions_reply"), 14, [chorus.say(key) for key in REPLIES]),
            word_file.Column(spoken("questions_comment"), 26),
        ]
        drafts = [
            [Told(_draft(chorus, v, e), _tag(v, e.clause)) for v in chorus.voices]
            for e in questionnaire.clauses
        ]
        intro = spoken("questions_clauses_intro")
        sections.append(word_file.Section(spoken("questions_clauses_heading"), intro, columns, drafts))
        sections += shared_sections(chorus)
    meeting = questionnaire.meeting
    letter = word_file.Letter(
        title=[
            Spoken(v.say("questions_title", meeting=v.words(meeting.name)), v.wording.tag)
            for v in chorus.voices
        ],
        intro=spoken("questions_intro"),
        fields=[spoken(key) for key in _FIELDS],
        sections=sections,
        source=[Spoken(_source_line(chorus, v, questionnaire), v.wording.tag) for v in chorus.voices],
        choose=chorus.say("questions_choose"),
    )
    word_file.write_word_file(file, chorus, letter, store)


_FIELDS = (
    "field_vendor",
    "questions_sent_by",
    "questions_reply_until",
    "questions_attached",
    "questions_filled_in_by",
    "field_date",
)


def _fields(chorus: Chorus) -> list[str]:
    return [chorus.say(key) for key in _FIELDS]


def _cover_text(chorus: Chorus, questionnaire: Questionnaire) -> list[tuple[str, str]]:
    parts = [("questions_intro_label", "questions_intro")]
    if questionnaire.clauses:
        parts.append(("questions_clauses_heading", "questions_clauses_intro"))
    return [(voice.say(label), voice.say(part)) for label, part in parts for voice in chorus.voices]


def _draft(chorus: Chorus, voice: Voice, entry: Countermeasure) -> list[Paragraph]:
    """Return a clause as it is sent: captioned, marked for a lawyer, row by row and in its own language.

    The caption is what both parties call it: the name of the act is the buyer's own.
    """
    own = Voice(voice.guide, voice.language(entry.clause)) if entry.clause else voice
    caption = Paragraph((Run(caption_of(own, entry), bold=True),))
    mark = Paragraph((Run(own.say("questions_for_your_lawyer"), italic=True),))
    return [caption, mark, *chorus.told(voice, entry.clause)]


def _asked(chorus: Chorus, voice: Voice, entry: Countermeasure, text: Text | None) -> list[Paragraph]:
    """Return a question of the key, and below it that an organisation laid it over the guide.

    What is sent to the vendor does not say so: it is no business of theirs.
    """
    own = Voice(voice.guide, voice.language(text)) if text else voice
    origin = own.origin(entry)
    mark = [Paragraph((Run(origin, italic=True),))] if origin else []
    return [*chorus.told(voice, text), *mark]


def _source(chorus: Chorus, questionnaire: Questionnaire) -> list[str]:
    return [_source_line(chorus, voice, questionnaire) for voice in chorus.voices]


def _source_line(chorus: Chorus, voice: Voice, questionnaire: Questionnaire) -> str:
    address = chorus.page_of(questionnaire.meeting, voice)
    source = ", ".join(filter(None, (voice.say("site_name"), address)))
    return voice.say("questions_source", source=source)


def _told_by_all(chorus: Chorus, text: Text | None) -> list[list[Paragraph]]:
    return [chorus.told(voice, text) for voice in chorus.voices]


def _tag(voice: Voice, text: Text | None) -> str:
    """Return the language tag of the words shown, which may be another locale's."""
    if text is None:
        return voice.wording.tag
    return voice.guide.wordings[voice.language(text)].tag


def _plain(words: str) -> list[Paragraph]:
    return [Paragraph((Run(words),))]
