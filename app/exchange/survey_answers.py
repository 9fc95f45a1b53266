"""Rows of a web form's answers as drafts: who answered what and when."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from app.domain.dates import DateError, DateOrder, DateProblem, parse_datetime
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.surveys import BOXED, Answer, Question, QuestionKind, SurveyContent
from app.domain.text import collapse_spaces
from app.exchange.columns import ColumnMapping
from app.exchange.problems import MissingColumns, RowError, RowReason, RowWarning, shown
from app.exchange.survey_choices import CellRead, choice_key, is_ticked, reader_of
from app.exchange.survey_columns import Aim, aim_of
from app.exchange.survey_form import AnswerForm
from app.exchange.typed import DATE_REASONS, code_text, moment_of_serial, month_of, one_line, order_of_dates

_MOST_VALUES = 5_000
_NOBODY = frozenset(("", "anonymous", "匿名", "匿名希望", "-", "なし", "n/a", "不明"))
_ZONE = re.compile(
    r"\s*(?:\(?(?:GMT|UTC)\s*(?P<sign>[+\-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?\)?|(?P<utc>Z|UTC|GMT)|(?P<jst>JST))$",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?<=\d)(?P<sign>[+\-])(?P<hours>\d{2}):?(?P<minutes>\d{2})$")
_HALF_BEHIND = re.compile(r"(?P<time>\d{1,2}:\d{2}(?::\d{2})?)\s*(?P<half>午前|午後)$")
_SHORT_YEAR = re.compile(r"^(\d{1,2}/\d{1,2}/)(\d{2})(?!\d)")
_AMERICAN = re.compile(r"\b(?:AM|PM)\b", re.IGNORECASE)
_JAPAN = 9


@dataclass(frozen=True, slots=True)
class Answerer:
    """Who answered, as the file says it."""

    code: str = ""
    email: str = ""
    phone: str = ""
    name: str = ""
    kana: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.code or self.email or self.phone or self.name or self.kana)

    @property
    def said(self) -> str:
        return self.name or self.code or self.email or self.phone or self.kana


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """One filled-in form. `reference`: the same for the same row of a later file."""

    row: int
    day: date
    answers: tuple[Answer, ...]
    who: Answerer
    staff: str
    note: str
    reference: str


@dataclass(frozen=True, slots=True)
class UnmatchedText:
    """A text that is no choice of the question whose column it is in, as it was met first. `target`: of the column; `count`: how often."""

    target: str
    text: str
    count: int


Meanings = Mapping[tuple[str, str], str]
"""Which choice a text is that is none by itself, by the target of its column and the text."""
NO_MEANINGS: Meanings = {}


@dataclass(slots=True)
class AnswerReading:
    """All rows of the file; `content`: the questions they were read for. `has_days`: the file says when was answered. `unmatched`: the most
    frequent first."""

    content: SurveyContent
    drafts: list[AnswerDraft] = field(default_factory=list)
    refused: list[RowError] = field(default_factory=list)
    warnings: list[RowWarning] = field(default_factory=list)
    rows_read: int = 0
    has_days: bool = True
    unmatched: list[UnmatchedText] = field(default_factory=list)


def read_answers(
    form: AnswerForm,
    mapping: ColumnMapping,
    content: SurveyContent,
    *,
    today: date,
    zone: tzinfo,
    meanings: Meanings = NO_MEANINGS,
    progress: Progress = NO_PROGRESS,
) -> AnswerReading:
    """Read every row. Times with an offset become days of the shop's `zone`; without a column of times all were answered `today`. An answer
    that does not fit, nor is told by `meanings`, is left out with a warning, the rest of the row comes in. MissingColumns where no column
    is a question."""
    if not any(aim_of(target) is not None for target in mapping.targets):
        raise MissingColumns(fields="question")
    reading = AnswerReading(content, has_days="answered_at" in mapping.fields)
    rows = _Rows(form, mapping, content, today, zone, reading, meanings)
    for row, cells in form.records(reading.refused, progress):
        reading.rows_read += 1
        rows.take(row, cells)
    reading.refused.sort(key=lambda error: error.row)
    reading.warnings.sort(key=lambda warning: warning.row)
    reading.unmatched = rows.unmatched()
    return reading


class _Rows:
    """One row after the other into the reading."""

    def __init__(
        self,
        form: AnswerForm,
        mapping: ColumnMapping,
        content: SurveyContent,
        today: date,
        zone: tzinfo,
        reading: AnswerReading,
        meanings: Meanings,
    ) -> None:
        self._fields = {name: place for name, place in mapping.field_indexes.items() if aim_of(name) is None}
        self._today, self._zone, self._reading = today, zone, reading
        self._order = _order_of_times(form, mapping)
        self._targets = mapping.targets
        self._cells = list(_cell_readers(form, mapping, content, meanings))
        self._seen: Counter[str] = Counter()
        self._unmatched: Counter[tuple[str, str]] = Counter()
        self._as_met: dict[tuple[str, str], str] = {}

    def take(self, row: int, cells: Sequence[str]) -> None:
        who = self._who(cells)
        moment = self._moment(row, cells, who)
        answers, problems = self._answers(row, cells, who)
        if moment is None:
            return
        note = self._text(cells, "note")
        if not answers and not note:
            reasons = problems or [RowWarning(row, RowReason.NOTHING_ANSWERED, name=shown(who.said))]
            self._reading.refused += [RowError(one.row, one.reason, one.field, one.value, one.name, one.other) for one in reasons]
            return
        self._reading.warnings += problems
        reference = self._reference(cells, moment)
        draft = AnswerDraft(row, moment.date(), answers, who, collapse_spaces(one_line(self._text(cells, "staff"))), note, reference)
        self._reading.drafts.append(draft)

    def unmatched(self) -> list[UnmatchedText]:
        return [UnmatchedText(key[0], self._as_met[key], count) for key, count in self._unmatched.most_common()]

    def _text(self, cells: Sequence[str], name: str) -> str:
        place = self._fields.get(name)
        return cells[place].strip() if place is not None else ""

    def _who(self, cells: Sequence[str]) -> Answerer:
        def said(name: str) -> str:
            text = collapse_spaces(one_line(self._text(cells, name)))
            return "" if unicodedata.normalize("NFKC", text).casefold() in _NOBODY else text

        name = said("name") or f"{said('family_name')} {said('given_name')}".strip()
        return Answerer(code_text(said("customer_code")), said("email"), code_text(said("phone")), name, said("kana"))

    def _moment(self, row: int, cells: Sequence[str], who: Answerer) -> datetime | None:
        if not self._reading.has_days:
            return datetime.combine(self._today, datetime.min.time())
        text = self._text(cells, "answered_at")
        moment = read_moment(text, self._order, self._zone)
        if not isinstance(moment, DateError) and moment.date() > self._today:
            moment = DateError(DateProblem.IN_FUTURE, text)
        if isinstance(moment, DateError):
            other = month_of(text) if moment.problem is DateProblem.NO_SUCH_MONTH else ""
            error = RowError(row, DATE_REASONS[moment.problem], "answered_at", shown(text), shown(who.said), other)
            self._reading.refused.append(error)
            return None
        return moment

    def _answers(self, row: int, cells: Sequence[str], who: Answerer) -> tuple[tuple[Answer, ...], list[RowWarning]]:
        found: dict[str, Answer] = {}
        problems: list[RowWarning] = []
        for place, question, reads in self._cells:
            read = reads(cells[place])
            if read.problem is not None:
                problems.append(RowWarning(row, read.problem, shown(question.text), shown(read.value), shown(who.said)))
            for text in read.unmatched:
                key = (self._targets[place], choice_key(text))
                self._unmatched[key] += 1
                self._as_met.setdefault(key, text)
            if read.answer is not None:
                found[question.id] = _joined(question, found.get(question.id), read.answer)
        return tuple(found.values()), problems

    def _reference(self, cells: Sequence[str], moment: datetime) -> str:
        """Of what the row says: columns that are matched otherwise, or were added to the form since, make no other row of it. Rows that say
        exactly the same are told apart by counting them."""
        known = self._fields.get("answered_at")
        response_id = self._text(cells, "response_id")
        parts = sorted(_plain(cell) for place, cell in enumerate(cells) if place != known and cell.strip())
        if response_id and known is not None:
            parts = [_plain(response_id)]
        said = "\n".join((moment.isoformat() if known is not None else "", *parts))
        self._seen[said] += 1
        return hashlib.sha256(f"{said}\n{self._seen[said]}".encode()).hexdigest()[:32]


def _plain(cell: str) -> str:
    return " ".join(code_text(unicodedata.normalize("NFKC", cell)).split())


def _cell_readers(
    form: AnswerForm, mapping: ColumnMapping, content: SurveyContent, meanings: Meanings
) -> Iterable[tuple[int, Question, Callable[[str], CellRead]]]:
    aims = {place: aim for place, target in enumerate(mapping.targets) if (aim := aim_of(target)) is not None}
    whole = {place: question for place, aim in aims.items() if not aim.option and (question := content.question(aim.question)) is not None}
    values = _values_of(form, [place for place, one in whole.items() if one.kind is QuestionKind.SCALE])
    for place, aim in aims.items():
        question = content.question(aim.question)
        if question is None:
            continue
        meant = {text: choice for (target, text), choice in meanings.items() if target == mapping.targets[place]}
        if aim.option:
            yield place, question, _option_reader(question, aim, meant)
            continue
        is_day = question.kind is QuestionKind.DATE
        order = order_of_dates(form.table, mapping, (mapping.targets[place],)) if is_day else None
        yield place, question, reader_of(question, values.get(place, ()), order, meant)


def _option_reader(question: Question, aim: Aim, meanings: Mapping[str, str]) -> Callable[[str], CellRead]:
    return lambda cell: is_ticked(question, aim.option, cell, meanings)


def _values_of(form: AnswerForm, places: Sequence[int]) -> Mapping[int, tuple[str, ...]]:
    """The different texts of these columns."""
    found: dict[int, set[str]] = {place: set() for place in places}
    if places:
        for count, (_, cells) in enumerate(form.records([])):
            for place in places:
                found[place].add(cells[place].strip())
            if count >= _MOST_VALUES:
                break
    return {place: tuple(sorted(texts - {""})) for place, texts in found.items()}


def _joined(question: Question, one: Answer | None, other: Answer) -> Answer:
    """The options of several columns together."""
    if one is None or question.kind not in BOXED:
        return other
    chosen = {*one.chosen, *other.chosen} if question.kind is QuestionKind.MULTI else other.chosen
    words = other.words or one.words
    return replace(one, chosen=tuple(choice for choice in question.choices if choice in chosen), words=words)


def _order_of_times(form: AnswerForm, mapping: ColumnMapping) -> DateOrder | None:
    """Who writes AM and PM writes the month first."""
    order = order_of_dates(form.table, mapping, ("answered_at",))
    place = mapping.field_indexes.get("answered_at")
    if order is None and place is not None and any(_AMERICAN.search(cells[place]) for _, cells in form.sample()):
        return DateOrder.MDY
    return order


def read_moment(text: str, order: DateOrder | None, zone: tzinfo) -> datetime | DateError:
    """The shop's local time of a time stamp as programs of web forms write them: "2026/11/20 3:04:05 午後 GMT+9", "11/20/26 15:04",
    "2026-11-20T06:04:05Z". One without an offset is the shop's time."""
    plain = unicodedata.normalize("NFKC", text).strip()
    serial = moment_of_serial(plain)
    if serial is not None:
        return serial
    plain, offset = _without_zone(plain)
    plain = _HALF_BEHIND.sub(lambda match: f"{match['half']}{match['time']}", plain)
    plain = _SHORT_YEAR.sub(r"\g<1>20\2", plain)
    moment = parse_datetime(plain, order=order)
    if isinstance(moment, DateError) or offset is None:
        return moment
    return moment.replace(tzinfo=offset).astimezone(zone).replace(tzinfo=None)


def _without_zone(text: str) -> tuple[str, tzinfo | None]:
    match = _ZONE.search(text) or (_OFFSET.search(text) if ":" in text else None)
    if match is None:
        return text, None
    named = match.groupdict()
    rest = text[: match.start()].strip()
    if named.get("utc"):
        return rest, UTC
    if named.get("jst"):
        return rest, timezone(timedelta(hours=_JAPAN))
    span = timedelta(hours=int(named["hours"]), minutes=int(named["minutes"] or 0))
    if span >= timedelta(days=1):
        return text, None
    return rest, timezone(-span if named["sign"] == "-" else span)
