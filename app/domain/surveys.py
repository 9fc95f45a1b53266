"""Surveys: what is asked, of whom, and what happens with an answer.

A survey is edited as a draft. A version is what was once printed or answered and never changes: editing a survey with answers
makes the next one. Figures join the questions that are the same in several versions (`is_same`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeGuard

from app.domain.follow_ups import FollowUpKind
from app.domain.stored import as_mapping, is_member, is_number
from app.domain.survey_errors import (
    AnswerUnfit,
    LimitsCrossed,
    NothingAsked,
    OptionsMissing,
    OptionTwice,
    QuestionTextMissing,
    SurveyTitleMissing,
    SurveyUnreadable,
    TextTooLong,
    TooMuchAsked,
)
from app.words import LANGUAGES

MOST_QUESTIONS = 60
MOST_OPTIONS = 30
LONGEST_TEXT = 400
LONGEST_TITLE = 80
LONGEST_ID = 80
SCALES = (3, 5, 7)
NPS_POINTS = tuple(range(11))
PROMOTER_FROM = 9
DETRACTOR_TO = 6
COMPLAINT_TO = 2
FEWEST_STAFF_ANSWERS = 5
"""Of a staff survey nothing is shown before as many have answered."""
OTHER = "other"
"""The option "other", with words of one's own. It cannot collide with a typed one: it is told by `Question.has_other`."""


class QuestionKind(StrEnum):
    """MULTI: any number of the options. LINE: a short text; TEXT: a long one, in a frame. HEADING asks nothing."""

    NPS = "nps"
    SCALE = "scale"
    SINGLE = "single"
    MULTI = "multi"
    NUMBER = "number"
    DATE = "date"
    LINE = "line"
    TEXT = "text"
    HEADING = "heading"


class Audience(StrEnum):
    """STAFF: answered without a name, and never linked to anybody."""

    CUSTOMERS = "customers"
    STAFF = "staff"


class SurveyState(StrEnum):
    DRAFT = "draft"
    IN_USE = "in_use"
    ARCHIVED = "archived"


class ResponseSource(StrEnum):
    KEYBOARD = "keyboard"
    SCAN = "scan"
    IMPORT = "import"
    TALK = "talk"


class ResponseState(StrEnum):
    """OPEN: doubts are not settled yet; it counts in no figure. THROWN_OUT: with a reason, counts in none either."""

    OPEN = "open"
    SETTLED = "settled"
    THROWN_OUT = "thrown_out"


BOXED = frozenset({QuestionKind.NPS, QuestionKind.SCALE, QuestionKind.SINGLE, QuestionKind.MULTI})
"""Answered by ticking boxes."""
WORDED = frozenset({QuestionKind.LINE, QuestionKind.TEXT})
SCORED = frozenset({QuestionKind.NPS, QuestionKind.SCALE, QuestionKind.NUMBER})


@dataclass(frozen=True, slots=True)
class Question:
    """`id` is unlike any other of the survey and stays with the question in all versions. `options` of SINGLE and MULTI as they stand on
    the sheet. `points` of a SCALE: 3, 5 or 7; the best is the highest, `labels` name the points from the lowest to the highest, or its
    two ends, or nothing. `ends`: words at the two ends of NPS and SCALE. `smileys`: a SCALE of faces. `lines`: height of a TEXT in
    lines of 8 mm. `low`, `high`: what a NUMBER may be at the least and at the most; `unit` stands behind it."""

    id: str
    kind: QuestionKind
    text: str
    options: tuple[str, ...] = ()
    points: int = 5
    ends: tuple[str, str] = ("", "")
    labels: tuple[str, ...] = ()
    smileys: bool = False
    required: bool = False
    has_other: bool = False
    lines: int = 5
    low: float | None = None
    high: float | None = None
    unit: str = ""

    @property
    def is_single(self) -> bool:
        """Whether one box at most can be ticked."""
        return self.kind in BOXED and self.kind is not QuestionKind.MULTI

    @property
    def choices(self) -> tuple[str, ...]:
        """What a box can stand for, in the order of the sheet: options as typed (with OTHER at the end), "0" to "10", "1" to points."""
        if self.kind is QuestionKind.NPS:
            return tuple(str(point) for point in NPS_POINTS)
        if self.kind is QuestionKind.SCALE:
            return tuple(str(point) for point in range(1, self.points + 1))
        if self.kind in BOXED:
            return (*self.options, *((OTHER,) if self.has_other else ()))
        return ()

    def to_json(self) -> dict[str, Any]:
        """As in a file; what is as usual is left out."""
        plain: dict[str, Any] = {"id": self.id, "kind": self.kind.value, "text": self.text}
        usual = _USUAL
        for name in _FIELDS:
            value = getattr(self, name)
            if value != getattr(usual, name):
                plain[name] = list(value) if isinstance(value, tuple) else value
        return plain

    @classmethod
    def from_json(cls, stored: object, number: int = 0) -> Question:
        """SurveyUnreadable; `number` of the question, from 1, for its words."""
        given = as_mapping(stored)
        place = f"questions[{number}]"
        if not is_member(QuestionKind, given.get("kind")):
            raise SurveyUnreadable(what=f"{place}.kind")
        values: dict[str, Any] = {}
        for name, reads in _FIELDS.items():
            if given.get(name) is None:
                continue
            try:
                values[name] = reads(given[name])
            except ValueError as error:
                raise SurveyUnreadable(what=f"{place}.{name}") from error
        identity, text = given.get("id", f"q{number}"), given.get("text", "")
        if not isinstance(identity, str | int) or isinstance(identity, bool) or not _is_id(str(identity).strip()):
            raise SurveyUnreadable(what=f"{place}.id")
        if not is_text(text):
            raise SurveyUnreadable(what=f"{place}.text")
        return cls(str(identity).strip(), QuestionKind(given["kind"]), text, **values)


def is_text(value: object) -> TypeGuard[str]:
    """Signs that can be kept: half a sign, as a broken file may hold it, cannot."""
    return isinstance(value, str) and not any("\ud800" <= sign <= "\udfff" or sign == "\0" for sign in value)


def _is_id(text: str) -> bool:
    # A frame of "other" is known by the question's id with this sign behind it.
    return 0 < len(text) <= LONGEST_ID and is_text(text) and "|" not in text


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(is_text(one) for one in value):
        raise ValueError(value)
    return tuple(value)


def _labels(value: object) -> tuple[str, ...]:
    texts = _texts(value)
    if len(texts) > SCALES[-1]:
        raise ValueError(value)
    return texts


def _ends(value: object) -> tuple[str, str]:
    texts = _texts(value)
    if len(texts) != 2:
        raise ValueError(value)
    return texts[0], texts[1]


def _points(value: object) -> int:
    if isinstance(value, bool) or value not in SCALES:
        raise ValueError(value)
    return int(str(value))


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MOST_OPTIONS:
        raise ValueError(value)
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


def _number(value: object) -> float:
    if not is_number(value):
        raise ValueError(value)
    return float(value)


def _text(value: object) -> str:
    if not is_text(value):
        raise ValueError(value)
    return value


_FIELDS: Mapping[str, Any] = {
    "options": _texts,
    "points": _points,
    "ends": _ends,
    "labels": _labels,
    "smileys": _flag,
    "required": _flag,
    "has_other": _flag,
    "lines": _count,
    "low": _number,
    "high": _number,
    "unit": _text,
}
_USUAL = Question("", QuestionKind.HEADING, "")


@dataclass(frozen=True, slots=True)
class SurveyContent:
    """What stands on the sheet. `intro` below the title, `purpose` for what the answers are used (both ends of the sheet are its
    place: see printing), `thanks` at the end."""

    title: str
    language: str
    questions: tuple[Question, ...] = ()
    intro: str = ""
    purpose: str = ""
    thanks: str = ""

    @property
    def asked(self) -> tuple[Question, ...]:
        """Without the headings; the first has the number 1 on the sheet."""
        return tuple(one for one in self.questions if one.kind is not QuestionKind.HEADING)

    def question(self, identity: str) -> Question | None:
        return next((one for one in self.questions if one.id == identity), None)

    def number_of(self, identity: str) -> int:
        """The number on the sheet, from 1; 0 for a heading or one that is not there."""
        return next((number for number, one in enumerate(self.asked, 1) if one.id == identity), 0)

    def nps(self) -> Question | None:
        """The question whose answer is the survey's NPS: the first of the kind."""
        return next((one for one in self.questions if one.kind is QuestionKind.NPS), None)

    def free_id(self) -> str:
        """For a new question."""
        taken = {one.id for one in self.questions}
        number = len(taken) + 1
        while f"q{number}" in taken:
            number += 1
        return f"q{number}"

    def checked(self) -> SurveyContent:
        """The content as it can be printed and answered. SurveyTitleMissing, NothingAsked, QuestionTextMissing, OptionsMissing,
        OptionTwice, LimitsCrossed, TooMuchAsked, TextTooLong."""
        if not self.title.strip():
            raise SurveyTitleMissing(field="title")
        if not self.asked:
            raise NothingAsked(field="questions")
        if len(self.questions) > MOST_QUESTIONS:
            raise TooMuchAsked(field="questions", most=MOST_QUESTIONS)
        if len(self.title) > LONGEST_TITLE or any(len(one) > LONGEST_TEXT for one in (self.intro, self.purpose, self.thanks)):
            raise TextTooLong(field="title", most=LONGEST_TITLE if len(self.title) > LONGEST_TITLE else LONGEST_TEXT, number=0)
        number = 0
        for one in self.questions:
            # A heading has none of its own on the sheet: it is told by the question it stands above.
            is_heading = one.kind is QuestionKind.HEADING
            number += not is_heading
            _check(one, number + is_heading)
        if len({one.id for one in self.questions}) != len(self.questions):
            raise SurveyUnreadable(what="id")
        return self

    def to_json(self) -> dict[str, Any]:
        plain: dict[str, Any] = {"title": self.title, "language": self.language}
        plain |= {name: text for name in _WORDS if (text := getattr(self, name))}
        return plain | {"questions": [one.to_json() for one in self.questions]}

    @classmethod
    def from_json(cls, stored: object) -> SurveyContent:
        """As a file or the shop has it, not `checked` yet. SurveyUnreadable."""
        given = as_mapping(stored)
        title, language = given.get("title"), given.get("language", LANGUAGES[0])
        if not is_text(title):
            raise SurveyUnreadable(what="title")
        if language not in LANGUAGES:
            raise SurveyUnreadable(what="language")
        questions = given.get("questions")
        if not isinstance(questions, list):
            raise SurveyUnreadable(what="questions")
        words: dict[str, str] = {}
        for name in _WORDS:
            text = given.get(name, "")
            if not is_text(text):
                raise SurveyUnreadable(what=name)
            words[name] = text
        return cls(title, language, tuple(Question.from_json(one, number) for number, one in enumerate(questions, 1)), **words)


_WORDS = ("intro", "purpose", "thanks")


def _check(question: Question, number: int) -> None:
    if not question.text.strip():
        raise QuestionTextMissing(field="text", number=number)
    if max(len(text) for text in (question.text, question.unit, *question.options, *question.ends, *question.labels)) > LONGEST_TEXT:
        raise TextTooLong(field="text", most=LONGEST_TEXT, number=number)
    if question.kind is QuestionKind.NUMBER and question.low is not None and question.high is not None and question.low > question.high:
        raise LimitsCrossed(field="limits", number=number)
    if question.kind not in (QuestionKind.SINGLE, QuestionKind.MULTI):
        return
    if len([one for one in question.options if one.strip()]) < len(question.options) or len(question.choices) < 2:
        raise OptionsMissing(field="options", number=number)
    if len(question.options) > MOST_OPTIONS:
        raise TooMuchAsked(field="options", most=MOST_OPTIONS)
    seen: set[str] = set()
    for one in question.options:
        if _plain(one) in seen or (question.has_other and one == OTHER):
            raise OptionTwice(field="options", number=number, option=one)
        seen.add(_plain(one))


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def is_same(one: Question, other: Question) -> bool:
    """Whether the answers of two versions belong together: the same question with the same words, kind and number of points. Its options
    may differ; an option is the same where its words are."""
    alike = one.id == other.id and one.kind is other.kind and _plain(one.text) == _plain(other.text)
    return alike and (one.kind is not QuestionKind.SCALE or one.points == other.points)


@dataclass(frozen=True, slots=True)
class SurveyRules:
    """What is done when an answer of a known customer is settled. `low_to`: an NPS up to it, or a SCALE in its lowest `low_fifths`, makes
    a follow-up for the day (`low_kind`); with `complaint_on` one up to `complaint_to`, or in the lowest fifth, a complaint instead.
    `points`: given once for each survey, customer and wave; 0: none."""

    low_on: bool = True
    low_to: int = DETRACTOR_TO
    low_kind: FollowUpKind = FollowUpKind.CALL
    points: int = 0
    complaint_on: bool = False
    complaint_to: int = COMPLAINT_TO
    low_fifths: int = 2

    def to_json(self) -> dict[str, Any]:
        low = {"low_on": self.low_on, "low_to": self.low_to, "low_kind": self.low_kind.value, "points": self.points}
        return low | {"complaint_on": self.complaint_on, "complaint_to": self.complaint_to}

    @classmethod
    def from_json(cls, stored: object) -> SurveyRules:
        """What was stored, as far as it is understood."""
        given = as_mapping(stored)
        values: dict[str, Any] = {"complaint_on": given.get("complaint_on") is True}
        if is_number(given.get("complaint_to")) and 0 <= given["complaint_to"] <= DETRACTOR_TO:
            values["complaint_to"] = int(given["complaint_to"])
        if isinstance(given.get("low_on"), bool):
            values["low_on"] = given["low_on"]
        if is_number(given.get("low_to")) and 0 <= given["low_to"] <= DETRACTOR_TO + 2:
            values["low_to"] = int(given["low_to"])
        if is_member(FollowUpKind, given.get("low_kind")):
            values["low_kind"] = FollowUpKind(given["low_kind"])
        if is_number(given.get("points")) and 0 <= given["points"] <= 10**6:
            values["points"] = int(given["points"])
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Answer:
    """To one question. `chosen`: choices of `Question.choices` (of NPS and SCALE the number as a text). `number` of NUMBER; `words` of
    LINE, TEXT and of the option "other"; `day` of DATE. Nothing at all: left blank."""

    question: str
    chosen: tuple[str, ...] = ()
    number: float | None = None
    words: str = ""
    day: date | None = None

    @property
    def is_blank(self) -> bool:
        return not self.chosen and self.number is None and not self.words.strip() and self.day is None


def checked_answers(content: SurveyContent, answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Those that are not blank, in the order of the sheet. A required question may be blank all the same: paper cannot insist, and what
    was answered counts. AnswerUnfit."""
    by_question = {one.question: one for one in answers}
    for identity in by_question:
        if content.number_of(identity) == 0:
            raise AnswerUnfit(field=identity, value=identity, number=0)
    kept = []
    for question in content.asked:
        answer = by_question.get(question.id)
        if answer is not None and not answer.is_blank:
            kept.append(_fit(question, answer, content.number_of(question.id)))
    return tuple(kept)


def _fit(question: Question, answer: Answer, number: int) -> Answer:
    if question.kind in BOXED:
        wrong = next((one for one in answer.chosen if one not in question.choices), None)
        if wrong is None and question.is_single and len(answer.chosen) > 1:
            wrong = ", ".join(answer.chosen)
        if wrong is not None:
            raise AnswerUnfit(field=question.id, value=wrong, number=number)
        chosen = tuple(one for one in question.choices if one in answer.chosen)
        return Answer(question.id, chosen, words=answer.words.strip() if question.has_other else "")
    if question.kind is QuestionKind.NUMBER:
        value = answer.number
        if value is None or not is_number(value) or not _is_within(question, value):
            raise AnswerUnfit(field=question.id, value=value if value is not None else answer.words, number=number)
        return Answer(question.id, number=value)
    if question.kind is QuestionKind.DATE:
        if answer.day is None:
            raise AnswerUnfit(field=question.id, value=answer.words, number=number)
        return Answer(question.id, day=answer.day)
    return Answer(question.id, words=answer.words.strip())


def _is_within(question: Question, value: float) -> bool:
    return (question.low is None or value >= question.low) and (question.high is None or value <= question.high)


def score_of(question: Question, answer: Answer) -> float | None:
    """The answer as a number to reckon with; None where there is none."""
    if question.kind is QuestionKind.NUMBER:
        return answer.number
    if question.kind in SCORED and answer.chosen:
        return float(answer.chosen[0])
    return None


def is_low(question: Question, answer: Answer, rules: SurveyRules) -> bool:
    """Whether a customer is to be asked what went wrong."""
    score = score_of(question, answer)
    if score is None or not rules.low_on:
        return False
    if question.kind is QuestionKind.NPS:
        return score <= rules.low_to
    return question.kind is QuestionKind.SCALE and score <= question.points * rules.low_fifths / 5


def wave_of(day: date) -> date:
    """The wave an answer belongs to: the month in which its sheet was printed, else the month of the answer; its first day."""
    return day.replace(day=1)


@dataclass(frozen=True, slots=True)
class ResponseFields:
    """One filled sheet. `customer_id` None: nobody in particular; always so of staff. `sheet_id`: of the sheet it stands on, as
    queries.survey_sheets finds it. `day`: when it was filled in."""

    survey_id: int
    version: int
    day: date
    source: ResponseSource
    answers: tuple[Answer, ...] = ()
    customer_id: int | None = None
    sheet_id: int | None = None
    staff: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ResponseOutcome:
    """`follow_up_id` of what a low score made, `inquiry_id` of the complaint a very low one opened; `points` that were given."""

    response_id: int
    action_id: int
    follow_up_id: int | None = None
    points: int = 0
    inquiry_id: int | None = None
