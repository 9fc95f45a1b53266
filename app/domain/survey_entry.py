"""A sheet while it is typed in: which question is next, what a key means, and the way back step by step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from string import ascii_uppercase

from app.domain.survey_answers import ResponseView, SheetFound
from app.domain.surveys import (
    BOXED,
    NPS_POINTS,
    OTHER,
    Answer,
    Audience,
    Question,
    QuestionKind,
    ResponseState,
    SurveyContent,
)

BLANK_KEY, BACK_KEY = "B", "U"
TEN_KEY = "T"
_KEPT_FREE = frozenset({BLANK_KEY, BACK_KEY, "P", "X"})
_LETTERS = tuple(letter for letter in ascii_uppercase if letter not in _KEPT_FREE)


@dataclass(frozen=True, slots=True)
class KeyedChoice:
    """`key` as it stands on a key cap, empty where the keys do not reach; `text` as on the sheet, empty for OTHER."""

    key: str
    choice: str
    text: str


def keyed_choices(question: Question) -> tuple[KeyedChoice, ...]:
    """What can be chosen, in the order of the sheet: 0 to 9 and T on NPS, else 1 to 9 and then letters. A scale with words or faces begins
    with the best, as it is printed."""
    if question.kind is QuestionKind.NPS:
        return tuple(KeyedChoice(TEN_KEY if one == str(NPS_POINTS[-1]) else one, one, one) for one in question.choices)
    if question.kind is QuestionKind.SCALE:
        named = is_named(question)
        texts = question.labels if named else question.choices
        pairs = list(zip(question.choices, texts, strict=True))
        if named or question.smileys:
            pairs.reverse()
    elif question.kind in BOXED:
        pairs = [(one, "" if one == OTHER and question.has_other else one) for one in question.choices]
    else:
        return ()
    keys = (*(str(number) for number in range(1, 10)), *_LETTERS)
    return tuple(
        KeyedChoice(keys[place] if place < len(keys) else "", choice, text) for place, (choice, text) in enumerate(pairs)
    )


def is_named(question: Question) -> bool:
    """Whether each point of a scale has a word of its own."""
    return len(question.labels) == question.points and all(label.strip() for label in question.labels)


def ends_of(question: Question) -> tuple[str, str]:
    """The words at the two ends of NPS or a scale in the order of `keyed_choices`; empty where each point has its own."""
    if question.kind is QuestionKind.NPS:
        return question.ends
    if question.kind is not QuestionKind.SCALE or is_named(question):
        return "", ""
    ends = question.ends
    if question.labels and not any(end.strip() for end in ends):
        ends = (question.labels[0], question.labels[-1])
    return (ends[1], ends[0]) if question.smileys else ends


@dataclass(frozen=True, slots=True)
class _Step:
    place: int
    question: str
    answer: Answer | None


class SheetDraft:
    """The answers to `content.asked` so far; `place` is the question that is next, its length when all were passed."""

    def __init__(self, content: SurveyContent, answers: Iterable[Answer] = ()) -> None:
        self.content = content
        self.place = 0
        self._answers = {one.question: one for one in answers if not one.is_blank}
        self._begun_with = dict(self._answers)
        self._steps: list[_Step] = []

    @property
    def current(self) -> Question | None:
        """None at the end of the sheet."""
        return self.content.asked[self.place] if self.place < len(self.content.asked) else None

    @property
    def is_touched(self) -> bool:
        return self._answers != self._begun_with

    def answer(self, question: str) -> Answer:
        return self._answers.get(question, Answer(question))

    def answers(self) -> tuple[Answer, ...]:
        """What is not blank, in the order of the sheet."""
        return tuple(self._answers[one.id] for one in self.content.asked if one.id in self._answers)

    def choose(self, question: Question, choice: str) -> None:
        """Tick a box: of a question with one answer it goes on to the next, but where words belong to the choice; a tick of several is put
        or taken away, and one that stands already is taken away too."""
        before = self.answer(question.id)
        if question.is_single:
            chosen: tuple[str, ...] = (choice,)
        else:
            kept = {*before.chosen} ^ {choice}
            chosen = tuple(one for one in question.choices if one in kept)
        words = before.words if OTHER in chosen and question.has_other else ""
        self._put(question, replace(before, chosen=chosen, words=words))
        needs_words = question.has_other and OTHER in chosen
        if question.is_single and not needs_words:
            self.place = self.content.asked.index(question) + 1

    def press(self, key: str) -> bool:
        """A key on the question that is next; False when it means nothing there."""
        question = self.current
        if question is None:
            return False
        if key == BLANK_KEY:
            self.leave_blank(question)
            return True
        found = next((one for one in keyed_choices(question) if one.key == key), None)
        if found is not None:
            self.choose(question, found.choice)
        return found is not None

    def write(self, question: Question, *, words: str = "", number: float | None = None, day: date | None = None) -> None:
        """What was typed; what was typed to one question in one go is one step back."""
        answer = replace(self.answer(question.id), words=words, number=number, day=day)
        if answer == self.answer(question.id):
            return
        last = self._steps[-1] if self._steps else None
        if last is not None and last.question == question.id and last.place == self.content.asked.index(question):
            self._keep(question.id, answer)
        else:
            self._put(question, answer)

    def leave_blank(self, question: Question) -> None:
        self._put(question, Answer(question.id))
        self.place = self.content.asked.index(question) + 1

    def go_on(self) -> None:
        """To the next question, leaving this one as it is."""
        self.place = min(self.place + 1, len(self.content.asked))

    def go_to(self, place: int) -> None:
        self.place = max(0, min(place, len(self.content.asked)))

    def back(self) -> bool:
        """Take the last step back, and stand where it was made; False when there is none."""
        if not self._steps:
            return False
        step = self._steps.pop()
        self._keep(step.question, step.answer)
        self.place = step.place
        return True

    def _put(self, question: Question, answer: Answer) -> None:
        self._steps.append(_Step(self.content.asked.index(question), question.id, self._answers.get(question.id)))
        self._keep(question.id, answer)

    def _keep(self, question: str, answer: Answer | None) -> None:
        if answer is None or answer.is_blank:
            self._answers.pop(question, None)
        else:
            self._answers[question] = answer


@dataclass(frozen=True, slots=True)
class EntryStart:
    """What typing in begins with. `version` 0: nothing was printed or answered yet, so `content` is the draft. `left`: printed sheets that
    are not recorded, `waiting` the first of them. `staff`: who may have talked with the customer."""

    survey_id: int
    title: str
    content: SurveyContent
    version: int
    audience: Audience
    left: int
    waiting: tuple[SheetFound, ...]
    staff: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntryTarget:
    """What is typed in now: a printed sheet (`sheet`), or an answer of somebody without one. `recorded`: what there is of it already, to be
    corrected or with doubts of a scan; `pictures`: its scanned pages as JPEGs."""

    content: SurveyContent
    version: int
    sheet: SheetFound | None = None
    customer_id: int | None = None
    customer_name: str = ""
    is_company: bool = False
    recorded: ResponseView | None = None
    pictures: tuple[bytes, ...] = ()

    @property
    def is_correction(self) -> bool:
        return self.recorded is not None and self.recorded.state is ResponseState.SETTLED
