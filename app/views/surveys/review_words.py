"""What the review of scanned sheets says: why a question is asked, what stands at a box, how far one is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from app.domain.codes import written
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.survey_entry import keyed_choices
from app.domain.survey_pages import BoxReading, Doubt, PageRow, PageState
from app.domain.survey_queue import LayoutRow, SheetAnswer
from app.domain.survey_sheets import TypeSize
from app.domain.surveys import OTHER, Question, QuestionKind
from app.views.labels import label_of, translated
from app.views.labels_customers import polite_name
from app.views.moments import short_day

CONTEXT = "SurveyReview"
SECONDS_EACH = 7
"""What a person takes for one question."""
TITLES: Mapping[Doubt, str] = {
    Doubt.FAINT: QT_TRANSLATE_NOOP("SurveyReview", "A mark is faint"),
    Doubt.TWO_MARKS: QT_TRANSLATE_NOOP("SurveyReview", "Two marks where one is asked for"),
    Doubt.STRUCK: QT_TRANSLATE_NOOP("SurveyReview", "Corrected with a double line"),
    Doubt.TRACE: QT_TRANSLATE_NOOP("SurveyReview", "Nothing ticked, but a trace"),
    Doubt.STRAY: QT_TRANSLATE_NOOP("SurveyReview", "A mark beside a box"),
    Doubt.POOR_PAGE: QT_TRANSLATE_NOOP("SurveyReview", "The picture is poor"),
    Doubt.NOT_SEEN: QT_TRANSLATE_NOOP("SurveyReview", "Not all of it is in the picture"),
}
_AT: Mapping[Doubt, str] = {
    Doubt.FAINT: QT_TRANSLATE_NOOP("SurveyReview", "The mark at {options} is faint."),
    Doubt.STRUCK: QT_TRANSLATE_NOOP("SurveyReview", "The mark at {options} was struck out with a double line."),
    Doubt.TRACE: QT_TRANSLATE_NOOP("SurveyReview", "There is a trace at {options}."),
    Doubt.STRAY: QT_TRANSLATE_NOOP("SurveyReview", "There is a mark beside {options}."),
}
_WHOLE: Mapping[Doubt, str] = {
    Doubt.FAINT: QT_TRANSLATE_NOOP("SurveyReview", "The marks are faint. Please look at the picture."),
    Doubt.TWO_MARKS: QT_TRANSLATE_NOOP("SurveyReview", "Marked are {options}."),
    Doubt.STRUCK: QT_TRANSLATE_NOOP("SurveyReview", "Something was struck out. Please look at the picture."),
    Doubt.TRACE: QT_TRANSLATE_NOOP("SurveyReview", "It may have been rubbed out, or be a dirty spot."),
    Doubt.STRAY: QT_TRANSLATE_NOOP("SurveyReview", "Please look whether it is an answer."),
    Doubt.POOR_PAGE: QT_TRANSLATE_NOOP("SurveyReview", "The program is not sure of anything on this page. Please read it yourself."),
    Doubt.NOT_SEEN: QT_TRANSLATE_NOOP("SurveyReview", "Please take the paper at hand, or leave it blank."),
}
_NOTES: Mapping[Doubt, str] = {
    Doubt.NONE: QT_TRANSLATE_NOOP("SurveyReview", "clear mark"),
    Doubt.FAINT: QT_TRANSLATE_NOOP("SurveyReview", "faint mark"),
    Doubt.TWO_MARKS: QT_TRANSLATE_NOOP("SurveyReview", "one of two marks"),
    Doubt.STRUCK: QT_TRANSLATE_NOOP("SurveyReview", "struck out"),
    Doubt.TRACE: QT_TRANSLATE_NOOP("SurveyReview", "trace"),
    Doubt.STRAY: QT_TRANSLATE_NOOP("SurveyReview", "mark beside it"),
    Doubt.POOR_PAGE: QT_TRANSLATE_NOOP("SurveyReview", "not sure"),
    Doubt.NOT_SEEN: QT_TRANSLATE_NOOP("SurveyReview", "not in the picture"),
}


def said(source: str, **values: object) -> str:
    """A marked sentence of the review in the window's language."""
    return translated(CONTEXT, source, **values)


def doubt_title(doubt: Doubt) -> str:
    return label_of(doubt, TITLES, CONTEXT)


def doubt_detail(doubt: Doubt, question: Question, boxes: Iterable[BoxReading], chosen: Sequence[str]) -> str:
    """What the reader saw, in words: “Fair” was struck out; “Good” is marked."""
    at = [box.option for box in boxes if box.doubt is doubt]
    parts = []
    if doubt in _AT and at:
        parts.append(said(_AT[doubt], options=_listed(question, at)))
        kept = [one for one in chosen if one not in at]
        if kept:
            parts.append(said(QT_TRANSLATE_NOOP("SurveyReview", "{options} is clearly marked."), options=_listed(question, kept)))
    else:
        parts.append(said(_WHOLE[doubt], options=_listed(question, chosen)))
    return "".join(parts) if parts[0].endswith("。") else " ".join(parts)


def box_note(box: BoxReading) -> str:
    """What stands at a box; nothing where it is empty without a doubt."""
    return said(_NOTES[box.doubt]) if box.is_ticked or box.doubt is not Doubt.NONE else ""


def choice_word(question: Question, choice: str) -> str:
    """As it stands on the sheet."""
    text = next((one.text for one in keyed_choices(question) if one.choice == choice), choice)
    if not text and choice == OTHER:
        return said(QT_TRANSLATE_NOOP("SurveyReview", "Other"))
    return text or choice


def chosen_words(question: Question, chosen: Sequence[str]) -> str:
    """Fine · Friendly; or that it is blank."""
    if not chosen:
        return said(QT_TRANSLATE_NOOP("SurveyReview", "No answer"))
    return said(QT_TRANSLATE_NOOP("SurveyReview", " · ")).join(choice_word(question, one) for one in chosen)


def answer_words(question: Question, answer: SheetAnswer) -> tuple[str, str]:
    """What a line of the table says, and how sure it is."""
    sure = said(QT_TRANSLATE_NOOP("SurveyReview", "clear")) if answer.is_sure else said(QT_TRANSLATE_NOOP("SurveyReview", "to be checked"))
    if question.choices:
        return chosen_words(question, answer.chosen), sure
    if answer.has_writing:
        kept = said(QT_TRANSLATE_NOOP("SurveyReview", "Written by hand, kept as a picture"))
        return kept, said(QT_TRANSLATE_NOOP("SurveyReview", "typed later"))
    return said(QT_TRANSLATE_NOOP("SurveyReview", "No answer")), sure


def how_many(question: Question) -> str:
    """How many may be chosen."""
    if question.kind is QuestionKind.MULTI:
        return said(QT_TRANSLATE_NOOP("SurveyReview", "Choose any number"))
    if question.choices:
        return said(QT_TRANSLATE_NOOP("SurveyReview", "Choose one"))
    return said(QT_TRANSLATE_NOOP("SurveyReview", "Written by hand"))


def whose(row: PageRow, *, is_staff: bool = False) -> str:
    """Sheet K7M4-2QX · Miyoko Ishii; an open sheet has no name."""
    name = polite_name(row.customer_name, is_company=row.is_company)
    if not name or is_staff:
        name = said(QT_TRANSLATE_NOOP("SurveyReview", "without a name"))
    if not row.code:
        return said(QT_TRANSLATE_NOOP("SurveyReview", "Sheet without a code · {name}"), name=name)
    return said(QT_TRANSLATE_NOOP("SurveyReview", "Sheet {code} · {name}"), code=written(row.code), name=name)


def said_layout(row: LayoutRow, today: date) -> str:
    """A kind of sheet to choose, by the number its paper begins with: 12: Visit survey, version 2, A4, from 22 Nov."""
    paper = f"{row.choice.paper.value}×2" if row.choice.per_page == 2 else row.choice.paper.value
    source = QT_TRANSLATE_NOOP("SurveyReview", "{number}: {title}, version {version}, {paper}, from {day}")
    if row.choice.size is TypeSize.LARGE:
        source = QT_TRANSLATE_NOOP("SurveyReview", "{number}: {title}, version {version}, {paper}, larger letters, from {day}")
    day = short_day(row.made_on, today)
    return said(source, number=row.layout_id, title=row.title, version=row.version, paper=paper, day=day)


def minutes_left(items: int) -> str:
    """What so many take, roughly."""
    minutes = max(1, math.ceil(items * SECONDS_EACH / 60))
    return said(QT_TRANSLATE_NOOP("SurveyReview", "{items} to go · about {minutes} min"), items=items, minutes=minutes)


def go_words(pages: Mapping[PageState, int]) -> str:
    """What became of the pages of a go, in one line."""
    total, read = sum(pages.values()), pages.get(PageState.READ, 0)
    waiting, lost = pages.get(PageState.WAITING, 0), pages.get(PageState.UNLOCATED, 0)
    parts = [said(QT_TRANSLATE_NOOP("SurveyReview", "Of {total} pages {read} were read without a doubt."), total=total, read=read)]
    if waiting:
        source = QT_TRANSLATE_NOOP("SurveyReview", "{count} with doubts are in no figure until they are decided here.")
        parts.append(said(source, count=waiting))
    if lost:
        parts.append(said(QT_TRANSLATE_NOOP("SurveyReview", "{count} on which no sheet was found come last."), count=lost))
    return "".join(parts) if parts[0].endswith("。") else " ".join(parts)


def _listed(question: Question, chosen: Iterable[str]) -> str:
    quoted = QT_TRANSLATE_NOOP("SurveyReview", "“{option}”")
    between = said(QT_TRANSLATE_NOOP("SurveyReview", ", "))
    return between.join(said(quoted, option=choice_word(question, one)) for one in chosen)
