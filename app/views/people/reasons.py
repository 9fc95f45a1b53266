"""What a list of names says of each of them, where it is about more than names: what is due again, how many points lapse or are left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from app.domain.cyclic import DueAgain
from app.domain.figure_people import NotContacted
from app.domain.figures import DueAgainSoon, PeopleSpec, PointHolders, PointsLapsing
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import format_number
from app.views.labels import translated
from app.views.moments import day_text
from app.views.people.due_again import due_text

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

CONTEXT = "NameReasons"
DUE_NAMED = 3
LAPSING = QT_TRANSLATE_NOOP("NameReasons", "{points} points lapse, the first of them count up to and including {day}")
LAST_TOUCH = QT_TRANSLATE_NOOP("NameReasons", "Last in touch: {day}")
NEVER_TOUCHED = QT_TRANSLATE_NOOP("NameReasons", "Never in touch so far")
HELD = QT_TRANSLATE_NOOP("NameReasons", "Points: {points}")


@dataclass(frozen=True, slots=True)
class Lapsing:
    points: int
    first: date


@dataclass(frozen=True, slots=True)
class Held:
    points: int


@dataclass(frozen=True, slots=True)
class LastTouch:
    """`day` None: nobody was ever in touch."""

    day: date | None


Reason = Sequence[DueAgain] | Lapsing | Held | LastTouch


@dataclass(frozen=True, slots=True)
class Names:
    """Who is listed, in order; `reasons` by customer."""

    ids: list[int]
    reasons: Mapping[int, Reason] = field(default_factory=dict)


def names_behind(session: Session, spec: PeopleSpec) -> Names:
    """By kana; those due the longest overdue first, points the most first, those nobody was in touch with the longest ago first."""
    if isinstance(spec, DueAgainSoon):
        return _due_again(session, spec)
    if isinstance(spec, NotContacted):
        return _longest_ago_first(session, spec)
    if isinstance(spec, PointsLapsing):
        from app.queries.point_lapse import lapses_within

        lapses = lapses_within(session, spec.period, within_reach=spec.within_reach)
        return _most_first(session, {number: Lapsing(*lapse) for number, lapse in lapses.items()})
    if isinstance(spec, PointHolders):
        from app.queries.points import balances

        return _most_first(session, {number: Held(points) for number, points in balances(session, spec.day).items() if points > 0})
    from app.queries.customers import in_kana_order
    from app.queries.people import people_behind

    return Names(in_kana_order(session, people_behind(session, spec)))


def reason_text(reason: Reason, today: date) -> str:
    if isinstance(reason, Lapsing):
        return translated(CONTEXT, LAPSING, points=format_number(reason.points), day=day_text(reason.first, today=today))
    if isinstance(reason, LastTouch):
        if reason.day is None:
            return translated(CONTEXT, NEVER_TOUCHED)
        return translated(CONTEXT, LAST_TOUCH, day=day_text(reason.day, today=today))
    if isinstance(reason, Held):
        return translated(CONTEXT, HELD, points=format_number(reason.points))
    return due_text(reason[:DUE_NAMED], today)


def _due_again(session: Session, spec: DueAgainSoon) -> Names:
    from app.queries.cyclic import due_again_rows

    due: dict[int, list[DueAgain]] = {}
    for row in due_again_rows(session, spec.day, spec.days_ahead, product_id=spec.product_id):
        due.setdefault(row.customer_id, []).append(row)
    return Names(list(due), due)


def _longest_ago_first(session: Session, spec: NotContacted) -> Names:
    from app.queries.customers import in_kana_order
    from app.queries.people import people_behind
    from app.queries.tile_standing import last_touches

    ids = in_kana_order(session, people_behind(session, spec))
    last = last_touches(session, spec.day)
    reasons = {number: LastTouch(last.get(number)) for number in ids}
    return Names(sorted(ids, key=lambda number: reasons[number].day or date.min), reasons)


def _most_first(session: Session, found: Mapping[int, Lapsing] | Mapping[int, Held]) -> Names:
    from app.queries.customers import in_kana_order

    return Names(sorted(in_kana_order(session, list(found)), key=lambda number: -found[number].points), found)
