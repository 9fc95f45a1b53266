"""The results of a survey for one wave or all: what its page shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from math import floor, isnan, log10

import numpy as np
from sqlalchemy.orm import Session

from app.analytics.nps import is_beyond_chance, nps_of
from app.analytics.occasions import Floats
from app.analytics.survey_figures import mean_of, survivors, welch
from app.domain.periods import day_number, day_of
from app.domain.rates import ENOUGH, rate_of
from app.domain.survey_results import (
    FEWEST_SHOWN,
    Bar,
    CrossBy,
    Nps,
    QuestionResult,
    Soundness,
    Step,
    SurveyResults,
    Wave,
    WaveMean,
)
from app.domain.surveys import BOXED, FEWEST_STAFF_ANSWERS, SCORED, WORDED, Audience, QuestionKind
from app.queries.survey_acts import coming_back, to_answer, to_thank
from app.queries.survey_book import Asked, Flags, Noted, SurveyBook, is_dated, survey_book
from app.queries.survey_cross import cross_table, possible_crosses

MOST_VALUES = 10
MOST_MONTHS = 12
_STEPS = (1, 2, 5, 10)


def survey_results(session: Session, survey_id: int, *, wave: date | None = None, by: CrossBy | None = None, today: date) -> SurveyResults:
    """`wave` None: all together; `by` None: no cross table. SurveyGone."""
    book = survey_book(session, survey_id)
    number = None if wave is None else day_number(wave)
    chosen = chosen_of(book, wave)
    count = int(chosen.sum())
    withheld = is_withheld(book, count)
    is_few = count < FEWEST_SHOWN
    shown = withheld or is_few
    waves = waves_of(book)
    before = previous_wave(waves, wave)
    named = book.audience is Audience.CUSTOMERS and not shown
    crosses = possible_crosses(session, book) if named else ()
    return SurveyResults(
        survey_id,
        book.title,
        book.audience,
        book.language,
        book.version,
        withheld,
        is_few,
        _wave(book, wave),
        waves,
        book.nps_key,
        None if shown else _nps_step(book, number, before),
        () if withheld else questions_of(book, chosen, number, before, is_few=is_few),
        cross_table(session, book, chosen, by, today) if by in crosses and by is not None else None,
        crosses,
        to_answer(session, book, chosen) if book.audience is Audience.CUSTOMERS else None,
        to_thank(session, book, chosen) if book.audience is Audience.CUSTOMERS else None,
        coming_back(session, book, chosen, today) if named else None,
        book.open_answers,
        0 if withheld else len(notes_of(book, wave)),
    )


def latest_wave(session: Session, survey_id: int) -> date | None:
    """The last one that is shown with answers; None where all are shown together. SurveyGone."""
    return next((one.wave for one in reversed(waves_of(survey_book(session, survey_id))) if one.answers), None)


def chosen_of(book: SurveyBook, wave: date | None) -> Flags:
    """The responses of a wave, or all. Of staff, all are those of the waves that are shown: what is shown of a small wave could else be
    told from the difference."""
    chosen = book.chosen(None if wave is None else day_number(wave))
    if book.audience is not Audience.STAFF or wave is not None:
        return chosen
    waves, sizes = np.unique(book.wave, return_counts=True)
    shown = waves[sizes >= FEWEST_STAFF_ANSWERS]
    return np.isin(book.wave, shown) if len(shown) else chosen


def notes_of(book: SurveyBook, wave: date | None) -> tuple[Noted, ...]:
    """What was noted in talks in a wave, or in all. Of staff in the waves that are shown."""
    number = None if wave is None else day_number(wave)
    shown = None if book.audience is not Audience.STAFF else set(book.wave[chosen_of(book, wave)].tolist())
    return tuple(one for one in book.noted if number in (None, one.wave) and (shown is None or one.wave in shown))


def waves_of(book: SurveyBook) -> tuple[Wave, ...]:
    """Every month in which sheets were printed, answers came or a talk was noted, the oldest first. Of staff those with five answers
    alone."""
    noted = np.array([one.wave for one in book.noted], dtype=np.int64)
    numbers = np.union1d(np.union1d(book.wave, book.sheet_wave), noted)
    found = tuple(_wave(book, day_of(int(number))) for number in numbers)
    return tuple(one for one in found if one.answers >= FEWEST_STAFF_ANSWERS) if book.audience is Audience.STAFF else found


def previous_wave(waves: Sequence[Wave], wave: date | None) -> date | None:
    """The wave with answers before this one; before the last one when all are shown together."""
    answered = [one.wave for one in waves if one.answers and one.wave is not None]
    if wave is None:
        return answered[-2] if len(answered) > 1 else None
    return max((one for one in answered if one < wave), default=None)


def _wave(book: SurveyBook, wave: date | None) -> Wave:
    number = None if wave is None else day_number(wave)
    chosen = chosen_of(book, wave)
    sheets = np.ones(len(book.sheet_wave), dtype=np.bool_) if number is None else book.sheet_wave == number
    handed_out, came_back = int(sheets.sum()), int((sheets & book.sheet_came_back).sum())
    return Wave(wave, handed_out, int(chosen.sum()), rate_of(came_back, handed_out), nps_in(book, chosen))


def nps_in(book: SurveyBook, chosen: Flags) -> Nps | None:
    """None where the survey does not ask for it; of nobody where it is withheld."""
    if not book.nps_key:
        return None
    column = book.column(book.nps_key)
    scores = column.value[column.of(chosen)]
    return nps_of(scores[:0] if is_withheld(book, len(scores)) else scores)


def is_withheld(book: SurveyBook, answers: int) -> bool:
    """Whether so many answers, to a survey or to one question of it, are too few to be shown."""
    return book.audience is Audience.STAFF and answers < FEWEST_STAFF_ANSWERS


def _nps_step(book: SurveyBook, number: int | None, before: date | None) -> Step | None:
    """From the wave before; None unless both have the thirty answers a comparison asks for. All together: of the last wave."""
    if before is None or not book.nps_key:
        return None
    last = int(book.wave.max()) if number is None else number
    return nps_step(before, nps_in(book, book.chosen(last)), nps_in(book, book.chosen(day_number(before))))


def nps_step(before: date, now: Nps | None, then: Nps | None) -> Step | None:
    """From the wave `before`; None unless both have the thirty answers a comparison asks for."""
    if now is None or then is None or Soundness.SOUND not in {now.soundness} & {then.soundness}:
        return None
    # Between the shown figures, so that the screen adds up.
    return Step(before, (now.shown or 0) - (then.shown or 0), is_beyond_chance(now, then))


def questions_of(
    book: SurveyBook, chosen: Flags, number: int | None, before: date | None, *, is_few: bool = False
) -> tuple[QuestionResult, ...]:
    """In the order of the newest sheet, then what only older ones ask. `is_few`: without means."""
    steps = {} if is_few else _steps(book, number, before)
    return tuple(_question(book, asked, chosen, steps.get(asked.key), is_few=is_few) for asked in book.asked)


def _question(book: SurveyBook, asked: Asked, chosen: Flags, step: Step | None, *, is_few: bool) -> QuestionResult:
    column, question = book.column(asked.key), asked.question
    rows = column.of(chosen)
    n = len(np.unique(column.place[rows]))
    remarks = sum(1 for one in book.written if one.key == asked.key and chosen[one.place])
    head = (asked.key, question, asked.number, asked.version, asked.is_current)
    if question.kind in WORDED:
        return QuestionResult(*head, remarks, remarks=remarks)
    if is_withheld(book, n):
        return QuestionResult(*head, n, remarks=remarks)
    values = column.value[rows]
    if question.kind in BOXED:
        counts = np.bincount(column.code[rows & (column.code >= 0)], minlength=len(asked.choices))
        bars = tuple(Bar(choice, int(count), rate_of(int(count), n)) for choice, count in zip(asked.choices, counts, strict=True))
    else:
        bars = value_bars(asked, values)
    if is_few or question.kind not in SCORED:
        ends = (day_of(int(values.min())), day_of(int(values.max()))) if is_dated(asked) and n else None
        return QuestionResult(*head, n, bars, days=ends, remarks=remarks)
    waves = tuple(WaveMean(day_of(wave), mean_of(values)) for wave, values in _by_wave(book, asked))
    middle = float(np.median(values)) if question.kind is QuestionKind.NUMBER and n else None
    return QuestionResult(*head, n, bars, mean_of(values), waves, step, middle, remarks=remarks)


def _by_wave(book: SurveyBook, asked: Asked) -> Iterator[tuple[int, Floats]]:
    for wave in np.unique(book.wave):
        values = _values(book, asked, int(wave))
        if not is_withheld(book, len(values)):
            yield int(wave), values


def _values(book: SurveyBook, asked: Asked, wave: int) -> Floats:
    column = book.column(asked.key)
    return column.value[column.of(book.chosen(wave))]


def _steps(book: SurveyBook, number: int | None, before: date | None) -> dict[str, Step]:
    """The means of scales and numbers beside those of the wave before, corrected for as many comparisons as there are."""
    if before is None:
        return {}
    last = int(book.wave.max()) if number is None else number
    found: dict[str, tuple[float, float | None]] = {}
    for asked in book.asked:
        if asked.question.kind not in (QuestionKind.SCALE, QuestionKind.NUMBER):
            continue
        now, then = _values(book, asked, last), _values(book, asked, day_number(before))
        if min(len(now), len(then)) >= ENOUGH:
            found[asked.key] = (float(now.mean() - then.mean()), welch(now, then))
    kept = survivors([p for _difference, p in found.values()])
    return {key: Step(before, difference, is_sure) for (key, (difference, _p)), is_sure in zip(found.items(), kept, strict=True)}


def value_bars(asked: Asked, values: Floats) -> tuple[Bar, ...]:
    """Numbers one by one where there are few different ones, else in steps of a round size; dates by month, the newest twelve."""
    known = values[~np.isnan(values)]
    counts = Counter(value_names(asked, known))
    order = sorted(counts, key=_place)
    if is_dated(asked):
        order = order[-MOST_MONTHS:]
    return tuple(Bar(name, counts[name], rate_of(counts[name], len(known))) for name in order)


def value_names(asked: Asked, values: Floats) -> list[str]:
    """Under which bar each value stands."""
    if is_dated(asked):
        return [f"{day_of(int(value)):%Y-%m}" for value in values]
    known = [float(value) for value in values if not isnan(value)]
    if len(set(known)) <= MOST_VALUES:
        return [_plain(value) for value in values]
    size = step_size(max(known) - min(known))
    starts = [floor(value / size) * size for value in values]
    return [f"{_plain(start)}–{_plain(start + size)}" for start in starts]


def step_size(span: float) -> float:
    """1, 2 or 5 times a power of ten, so that a span has ten steps at the most."""
    power = 10.0 ** floor(log10(span / MOST_VALUES))
    return next(size * power for size in _STEPS if span / (size * power) < MOST_VALUES)


def _plain(value: float) -> str:
    return f"{value:.0f}" if float(value).is_integer() else f"{value:.10g}"


def _place(name: str) -> tuple[float, str]:
    try:
        return float(name.split("–")[0]), name
    except ValueError:
        return 0.0, name
