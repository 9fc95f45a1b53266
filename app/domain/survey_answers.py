"""Answers of a survey as they are kept and shown, and why a sheet cannot be recorded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.codes import LENGTH, signs_in, written
from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.survey_sheets import sheet_code
from app.domain.surveys import (
    NPS_POINTS,
    OTHER,
    Answer,
    Audience,
    Question,
    QuestionKind,
    ResponseSource,
    ResponseState,
    SurveyContent,
    SurveyRules,
    is_low,
    score_of,
)

FEWEST_SIGNS = 2
_BEFORE_CODE = re.compile(r"^\d+[-\s]+\d+[-\s]+(?=\S)")
MOST_NOTED = 120
"""How many letters of a question stand in a follow-up."""


class ResponseGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "These answers are no longer there. Nothing was changed.")


class SheetAnswered(DomainError):
    """`day`: on which the sheet was recorded first."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors", "The answers of this sheet are recorded already, as of {day}. Nothing was recorded. Please look at them, or correct them."
    )


class SheetOfAnother(DomainError):
    """`name`: of the customer the sheet was printed for."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors", "This sheet was printed for {name}. Nothing was recorded. Please enter it without choosing somebody else."
    )


class SheetOfAnotherSurvey(DomainError):
    """`title`: of the survey the sheet belongs to."""

    sentence = QT_TRANSLATE_NOOP("Errors", "This sheet belongs to the survey “{title}”. Nothing was recorded. Please enter it there.")


class SheetUnknown(DomainError):
    """`code` as typed."""

    sentence = QT_TRANSLATE_NOOP("Errors", "There is no sheet “{code}”. Please look at the number at the foot of the sheet once more.")


class NothingAnswered(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Nothing is answered on this sheet yet. Please answer a question, or leave the sheet out.")


class AnsweredInFuture(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please choose today or an earlier day for the answers.")


class WhyThrownOut(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please type why these answers do not count.")


class AnsweredWithoutName(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The staff answer without a name: these answers are linked to nobody. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """As a row of the shop has it: of a question with several ticked boxes one each."""

    question: str
    choice: str | None = None
    number: float | None = None
    words: str = ""
    day: date | None = None


def kept_answers(content: SurveyContent, answers: Iterable[Answer]) -> tuple[KeptAnswer, ...]:
    """Answers that were checked, as rows. The words beside "other" stand with its tick, or alone where it was not ticked."""
    rows: list[KeptAnswer] = []
    for answer in answers:
        question = content.question(answer.question)
        if question is None:
            continue
        number = score_of(question, answer)
        if not answer.chosen:
            rows.append(KeptAnswer(answer.question, None, number, answer.words, answer.day))
            continue
        rows += [KeptAnswer(answer.question, one, number, answer.words if one == OTHER else "") for one in answer.chosen]
        if answer.words and OTHER not in answer.chosen:
            rows.append(KeptAnswer(answer.question, words=answer.words))
    return tuple(rows)


def answers_kept(rows: Iterable[KeptAnswer]) -> tuple[Answer, ...]:
    """The rows of one sheet, in the order of their writing, as answers."""
    by_question: dict[str, list[KeptAnswer]] = {}
    for row in rows:
        by_question.setdefault(row.question, []).append(row)
    return tuple(_joined(question, own) for question, own in by_question.items())


def _joined(question: str, rows: Sequence[KeptAnswer]) -> Answer:
    chosen = tuple(row.choice for row in rows if row.choice is not None)
    words = next((row.words for row in rows if row.words), "")
    number = next((row.number for row in rows if row.number is not None), None)
    return Answer(question, chosen, None if chosen else number, words, next((row.day for row in rows if row.day is not None), None))


def lowest_answer(content: SurveyContent, answers: Iterable[Answer], rules: SurveyRules) -> tuple[Question, Answer] | None:
    """What a customer is to be asked about: the survey's NPS first, else the first low answer on the sheet."""
    low = [
        (question, answer)
        for answer in answers
        if (question := content.question(answer.question)) is not None and is_low(question, answer, rules)
    ]
    return min(low, key=lambda pair: (pair[0].kind is not QuestionKind.NPS, content.number_of(pair[0].id)), default=None)


def follow_up_note(content: SurveyContent, question: Question, answer: Answer) -> str:
    """In the survey's own words, hence in its language: 来店後アンケート:おすすめしたいですか 3/10."""
    most = NPS_POINTS[-1] if question.kind is QuestionKind.NPS else question.points
    colon = ":" if content.language == "ja" else ": "
    text = question.text if len(question.text) <= MOST_NOTED else f"{question.text[: MOST_NOTED - 1]}…"
    return f"{content.title}{colon}{text} {int(score_of(question, answer) or 0)}/{most}"


@dataclass(frozen=True, slots=True)
class ResponseChange:
    """What can be corrected of a sheet that was recorded."""

    day: date
    answers: tuple[Answer, ...] = ()
    staff: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ResponseView:
    """One answered sheet with what was asked. `code` of the sheet, empty for none; `points` it gave; `cut_out`: the questions of which a
    piece of the scan is kept; `page_ids` of the scanned pages, in order."""

    id: int
    survey_id: int
    content: SurveyContent
    audience: Audience
    version: int
    day: date
    wave: date
    source: ResponseSource
    state: ResponseState
    reason: str
    note: str
    staff: str
    customer_id: int | None
    customer_name: str
    is_company: bool
    sheet_id: int | None
    code: str
    answers: tuple[Answer, ...]
    has_follow_up: bool
    points: int
    cut_out: tuple[str, ...]
    page_ids: tuple[int, ...]

    @property
    def nps(self) -> int | None:
        return nps_answer(self.content, self.answers)

    @property
    def satisfaction(self) -> float | None:
        return satisfaction_of(self.content, self.answers)

    @property
    def remark(self) -> str:
        return remark_of(self.content, self.answers)

    @property
    def counts(self) -> bool:
        return self.state is ResponseState.SETTLED


@dataclass(frozen=True, slots=True)
class ResponsePage:
    """Some of a survey's answers, newest first; `following` for the next ones, None at the end."""

    rows: tuple[ResponseView, ...]
    following: tuple[date, int] | None


@dataclass(frozen=True, slots=True)
class CustomerVoice:
    """What a customer thinks, by the newest sheet that counts: `nps` with its `remark` and `day`; `satisfaction` is the mean of all
    scale answers of the newest sheet that has any, each brought to 1 to 5 (the lowest point is 1, the highest 5). None: never said."""

    sheets: int = 0
    nps: int | None = None
    nps_day: date | None = None
    satisfaction: float | None = None
    satisfaction_day: date | None = None
    remark: str = ""
    remark_day: date | None = None


NO_VOICE = CustomerVoice()


def voice_of(sheets: int, newest: Iterable[tuple[date, SurveyContent, Sequence[Answer]]]) -> CustomerVoice:
    """Of a customer who answered so many `sheets`, from the newest of them, newest first."""
    voice = CustomerVoice(sheets)
    for day, content, answers in newest:
        score, mean, remark = nps_answer(content, answers), satisfaction_of(content, answers), remark_of(content, answers)
        if voice.nps_day is None and score is not None:
            voice = replace(voice, nps=score, nps_day=day)
        if voice.satisfaction_day is None and mean is not None:
            voice = replace(voice, satisfaction=mean, satisfaction_day=day)
        if voice.remark_day is None and remark:
            voice = replace(voice, remark=remark, remark_day=day)
    return voice


def nps_answer(content: SurveyContent, answers: Iterable[Answer]) -> int | None:
    """The score given to the survey's NPS question."""
    question = content.nps()
    answer = next((one for one in answers if question is not None and one.question == question.id), None)
    return int(answer.chosen[0]) if answer is not None and answer.chosen else None


def satisfaction_of(content: SurveyContent, answers: Iterable[Answer]) -> float | None:
    """Mean of the SCALE answers of one sheet on 1 to 5: point p of n counts 1 + 4·(p − 1)/(n − 1)."""
    values = []
    for answer in answers:
        question = content.question(answer.question)
        if question is None or question.kind is not QuestionKind.SCALE:
            continue
        score = score_of(question, answer)
        if score is not None:
            values.append(1 + 4 * (score - 1) / (question.points - 1))
    return sum(values) / len(values) if values else None


def remark_of(content: SurveyContent, answers: Iterable[Answer]) -> str:
    """What was written: to the first question for a long text that has an answer, else for a short one, else beside "other"."""
    written = [(question, one) for one in answers if one.words and (question := content.question(one.question)) is not None]
    places = {QuestionKind.TEXT: 0, QuestionKind.LINE: 1}
    first = min(written, key=lambda pair: (places.get(pair[0].kind, 2), content.number_of(pair[0].id)), default=None)
    return first[1].words if first is not None else ""


def sheet_signs(text: str) -> str:
    """What was typed or scanned of the number at the foot of a sheet, as codes are kept; empty for any other words. The numbers of layout
    and page that stand before it may be left out."""
    plain = unicodedata.normalize("NFKC", text).strip()
    scanned = sheet_code(plain.upper())
    if scanned is not None:
        return scanned[0].code
    signs = signs_in(_BEFORE_CODE.sub("", plain))
    return signs if FEWEST_SIGNS <= len(signs) <= LENGTH else ""


@dataclass(frozen=True, slots=True)
class SheetFound:
    """A printed sheet. `response_id` of the answers that are recorded of it or wait for doubts to be settled (`response_state`);
    `page_ids` of its scanned pages."""

    sheet_id: int
    survey_id: int
    survey_title: str
    version: int
    code: str
    customer_id: int | None
    customer_name: str
    is_company: bool
    position: int
    wave: date
    response_id: int | None = None
    response_state: ResponseState | None = None
    response_day: date | None = None
    page_ids: tuple[int, ...] = ()

    @property
    def shown(self) -> str:
        """As it stands at the foot of the sheet."""
        return written(self.code)

    @property
    def is_recorded(self) -> bool:
        return self.response_state is ResponseState.SETTLED
