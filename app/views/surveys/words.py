"""Surveys in the words of the window: their states, the kinds of questions, and what a closed question says of itself."""

from __future__ import annotations

from collections.abc import Mapping

from app.context import Clock
from app.domain import survey_templates
from app.domain.dates import format_time
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import format_number
from app.domain.survey_rows import SurveyView
from app.domain.survey_sheets import SheetChoice
from app.domain.survey_templates import SurveyTemplate
from app.domain.surveys import Audience, Question, QuestionKind, SurveyState
from app.views.labels import label_of, translated
from app.views.moments import moment_text

CONTEXT = "Surveys"
LINE_MM = 8
KINDS: Mapping[QuestionKind, str] = {
    QuestionKind.NPS: QT_TRANSLATE_NOOP("Surveys", "Recommend 0 to 10"),
    QuestionKind.SCALE: QT_TRANSLATE_NOOP("Surveys", "Scale"),
    QuestionKind.SINGLE: QT_TRANSLATE_NOOP("Surveys", "Choose one"),
    QuestionKind.MULTI: QT_TRANSLATE_NOOP("Surveys", "Choose any"),
    QuestionKind.NUMBER: QT_TRANSLATE_NOOP("Surveys", "Number"),
    QuestionKind.DATE: QT_TRANSLATE_NOOP("Surveys", "Day"),
    QuestionKind.LINE: QT_TRANSLATE_NOOP("Surveys", "Short words"),
    QuestionKind.TEXT: QT_TRANSLATE_NOOP("Surveys", "Free words"),
    QuestionKind.HEADING: QT_TRANSLATE_NOOP("Surveys", "Heading"),
}
ADDING: Mapping[QuestionKind, str] = {
    QuestionKind.NPS: QT_TRANSLATE_NOOP("Surveys", "Recommend"),
    QuestionKind.SCALE: QT_TRANSLATE_NOOP("Surveys", "Scale"),
    QuestionKind.SINGLE: QT_TRANSLATE_NOOP("Surveys", "One"),
    QuestionKind.MULTI: QT_TRANSLATE_NOOP("Surveys", "Any number"),
    QuestionKind.NUMBER: QT_TRANSLATE_NOOP("Surveys", "Number"),
    QuestionKind.DATE: QT_TRANSLATE_NOOP("Surveys", "Day"),
    QuestionKind.LINE: QT_TRANSLATE_NOOP("Surveys", "Short words"),
    QuestionKind.TEXT: QT_TRANSLATE_NOOP("Surveys", "Free words"),
    QuestionKind.HEADING: QT_TRANSLATE_NOOP("Surveys", "Heading"),
}
"""As a chip says what it adds."""
STATES: Mapping[SurveyState, str] = {
    SurveyState.DRAFT: QT_TRANSLATE_NOOP("Surveys", "Draft"),
    SurveyState.IN_USE: QT_TRANSLATE_NOOP("Surveys", "In use"),
    SurveyState.ARCHIVED: QT_TRANSLATE_NOOP("Surveys", "Archived"),
}
AUDIENCES: Mapping[Audience, str] = {
    Audience.CUSTOMERS: QT_TRANSLATE_NOOP("Surveys", "Customers"),
    Audience.STAFF: QT_TRANSLATE_NOOP("Surveys", "Staff"),
}


def kind_word(kind: QuestionKind) -> str:
    return label_of(kind, KINDS, CONTEXT)


def adding_word(kind: QuestionKind) -> str:
    return label_of(kind, ADDING, CONTEXT)


def state_word(state: SurveyState) -> str:
    return label_of(state, STATES, CONTEXT)


def audience_word(audience: Audience) -> str:
    return label_of(audience, AUDIENCES, CONTEXT)


def height_text(lines: int) -> str:
    """Of a frame to write in: 4 cm, 2.4 cm."""
    tenths = lines * LINE_MM
    number = format_number(tenths // 10) if tenths % 10 == 0 else format_number(tenths / 10, 1)
    return translated(CONTEXT, QT_TRANSLATE_NOOP("Surveys", "{number} cm"), number=number)


def question_facts(question: Question) -> str:
    """How it is asked, in one short line."""
    parts = [_how(question)]
    if question.required:
        parts.append(translated(CONTEXT, QT_TRANSLATE_NOOP("Surveys", "required")))
    if question.has_other and question.kind in (QuestionKind.SINGLE, QuestionKind.MULTI):
        parts.append(translated(CONTEXT, QT_TRANSLATE_NOOP("Surveys", "with “other”")))
    return translated(CONTEXT, QT_TRANSLATE_NOOP("Surveys", " · ")).join(parts)


def _how(question: Question) -> str:
    if question.kind is QuestionKind.SCALE:
        if question.smileys:
            return translated(CONTEXT, QT_TRANSLATE_NOOP("Surveys", "{points} faces"), points=question.points)
        return translated(CONTEXT, QT_TRANSLATE_NOOP("Surveys", "{points} points"), points=question.points)
    if question.kind is QuestionKind.TEXT:
        return translated(CONTEXT, QT_TRANSLATE_NOOP("Surveys", "Free words ({height})"), height=height_text(question.lines))
    if question.kind is QuestionKind.NUMBER and (question.low is not None or question.high is not None):
        return f"{kind_word(question.kind)} {_limits(question)}{question.unit}"
    return kind_word(question.kind)


def _limits(question: Question) -> str:
    low, high = question.low, question.high
    if low is not None and high is not None:
        return f"{plain_number(low)}–{plain_number(high)}"
    if low is not None:
        return translated(CONTEXT, QT_TRANSLATE_NOOP("Surveys", "{number} or more"), number=plain_number(low))
    return translated(CONTEXT, QT_TRANSLATE_NOOP("Surveys", "up to {number}"), number=plain_number(high or 0))


def plain_number(value: float) -> str:
    """Without a point where it is whole."""
    return format_number(int(value)) if value == int(value) else format_number(value, 2)


def saved_words(view: SurveyView, clock: Clock, *, is_waiting: bool) -> str:
    """Which version it is and when it was kept last."""
    version = view.version + (1 if view.changed else 0)
    number = translated(CONTEXT, QT_TRANSLATE_NOOP("Surveys", "Version {version}"), version=version)
    if is_waiting:
        when = translated(CONTEXT, QT_TRANSLATE_NOOP("Surveys", "being saved"))
    else:
        local = view.updated_at.astimezone(clock.zone())
        moment = format_time(local.time()) if local.date() == clock.today() else moment_text(view.updated_at, clock)
        when = translated(CONTEXT, QT_TRANSLATE_NOOP("Surveys", "saved {moment}"), moment=moment)
    return translated(CONTEXT, QT_TRANSLATE_NOOP("Surveys", " · ")).join((number, when))


def sheet_words(choice: SheetChoice, pages: int) -> str:
    """What lies on the desk."""
    paper = choice.paper.value
    if choice.per_page == 2:
        paper = translated(CONTEXT, QT_TRANSLATE_NOOP("Surveys", "A5, two on a page"))
    if pages > 1:
        return translated(CONTEXT, QT_TRANSLATE_NOOP("Surveys", "{paper}, {pages} pages · changes at once"), paper=paper, pages=pages)
    return translated(CONTEXT, QT_TRANSLATE_NOOP("Surveys", "{paper}, 1 page · changes at once"), paper=paper)


_SUITS = {
    survey_templates.SHOP_VISIT: QT_TRANSLATE_NOOP("Surveys", "For shops of every kind"),
    survey_templates.SALON: QT_TRANSLATE_NOOP("Surveys", "For hair and beauty salons"),
    survey_templates.RESTAURANT: QT_TRANSLATE_NOOP("Surveys", "For restaurants and cafés"),
    survey_templates.CLINIC: QT_TRANSLATE_NOOP("Surveys", "For clinics"),
    survey_templates.AFTER_EVENT: QT_TRANSLATE_NOOP("Surveys", "For guests of an event"),
    survey_templates.B2B_HEARING: QT_TRANSLATE_NOOP("Surveys", "For companies you supply"),
    survey_templates.WIN_BACK: QT_TRANSLATE_NOOP("Surveys", "For customers who stay away"),
    survey_templates.STAFF: QT_TRANSLATE_NOOP("Surveys", "For the staff, without names"),
}


def template_facts(ready: SurveyTemplate) -> str:
    """For whom a ready-made survey is, and how much it asks, in one line."""
    words = QT_TRANSLATE_NOOP("Surveys", "{suits} · {number} questions")
    return translated(CONTEXT, words, suits=translated(CONTEXT, _SUITS[ready.key]), number=len(ready.content.asked))
