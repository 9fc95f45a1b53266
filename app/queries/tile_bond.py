"""How close the bond is: how often one is in touch, what customers say of the shop, from how many product groups they buy."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Integer, func, select, type_coerce
from sqlalchemy.orm import Session

from app.analytics.depth import NO_GROUP, groups_used
from app.analytics.lifetime import Bought
from app.analytics.nps import nps_of
from app.analytics.occasions import Floats, Ints
from app.analytics.survey_figures import mean_of
from app.domain.contacts import ContactKind
from app.domain.figure_people import Answered, FigureFilter, Touch, Touched
from app.domain.figures import Visitors
from app.domain.periods import Period
from app.domain.rates import ENOUGH
from app.domain.survey_results import FEWEST_SHOWN
from app.domain.surveys import Audience, QuestionKind
from app.domain.tiles import TileNote
from app.models.arrays import read_columns
from app.models.customer import Contact, Customer
from app.models.mailed_runs import is_mailed_run
from app.models.product_book import product_book
from app.models.purchase import Purchase, PurchaseLine
from app.models.records import PrintPiece, PrintRun
from app.models.surveys import Survey
from app.queries.figure_scope import Scope, ids_in
from app.queries.measured import Measured
from app.queries.receipts import read_occasions
from app.queries.survey_book import Asked, SurveyBook, given_in, survey_book

Flags = NDArray[np.bool_]
SCALE_TOP = 5
_NOTHING = Measured(note=TileNote.NOTHING_YET)
_TALKS = {Touch.TALK: (ContactKind.PHONE, ContactKind.TALK), Touch.INFORMATION: (ContactKind.EMAIL,)}


def touch_points(session: Session, scope: Scope) -> Measured:
    """Visits, talks, e-mails and pieces posted, by the customers with whom one was in touch at all."""
    only = _only(session, scope)
    counts = [_kept(ids, only) for ids in touches(session, scope.counted).values()]
    owners = np.concatenate(counts)
    people = len(np.unique(owners))
    if not people:
        return _NOTHING
    names = scope.names(Touched(scope.counted), scope.period.start)
    return Measured(len(owners) / people, count=people, people=names, is_reference=people < ENOUGH)


def touches(session: Session, period: Period) -> dict[Touch, Ints]:
    """By how one was in touch: the customer of each time, in no order."""
    found = {Touch.VISIT: read_occasions(session, period.start, period.end).customer}
    for touch, kinds in _TALKS.items():
        is_there = (Contact.day.between(period.start, period.last_day), Contact.kind.in_(kinds), Contact.attempt.is_(None))
        query = select(Contact.customer_id).where(*is_there)
        found[touch] = read_columns(session, query)[0]
    query = select(PrintPiece.customer_id).join(PrintRun, PrintRun.id == PrintPiece.run_id)
    sent = query.where(PrintPiece.sent_on.between(period.start, period.last_day), is_mailed_run())
    return found | {Touch.MAILING: read_columns(session, sent)[0]}


def touched_by(session: Session, period: Period) -> dict[tuple[int, Touch], Ints]:
    """The same by the member of staff (0: nobody named): visits and talks by who had them, what was posted by whose customer it is."""
    staff = func.coalesce(Purchase.staff_id, 0)
    within = (Purchase.day.between(period.start, period.last_day), Purchase.net > 0, Purchase.customer_id.is_not(None))
    visits = select(staff, Purchase.customer_id, type_coerce(Purchase.day, Integer)).where(*within).distinct()
    who, customer, _day = read_columns(session, visits)
    found = {(int(one), Touch.VISIT): customer[who == one] for one in np.unique(who)}
    for touch, kinds in _TALKS.items():
        spoken = select(func.coalesce(Contact.staff_id, 0), Contact.customer_id)
        spoken = spoken.where(Contact.day.between(period.start, period.last_day), Contact.kind.in_(kinds), Contact.attempt.is_(None))
        who, customer = read_columns(session, spoken)
        found |= {(int(one), touch): customer[who == one] for one in np.unique(who)}
    posted = select(func.coalesce(Customer.staff_id, 0), PrintPiece.customer_id).join(Customer, Customer.id == PrintPiece.customer_id)
    posted = posted.join(PrintRun, PrintRun.id == PrintPiece.run_id)
    who, customer = read_columns(session, posted.where(PrintPiece.sent_on.between(period.start, period.last_day), is_mailed_run()))
    return found | {(int(one), Touch.MAILING): customer[who == one] for one in np.unique(who)}


def satisfaction(session: Session, scope: Scope) -> Measured:
    """Mean over the answers to surveys of customers, each the mean of its scales, brought to 1 to 5; with Student's interval."""
    means = [_mean_of_scales(book, places) for book, places in _books(session, scope)]
    values = np.concatenate(means) if means else np.empty(0)
    if len(values) < FEWEST_SHOWN:
        return Measured(count=len(values), note=TileNote.NOTHING_YET)
    mean = mean_of(values)
    names = scope.names(Answered(scope.counted), scope.period.start)
    return Measured(mean.mean, None, mean.low, mean.high, mean.n, names, is_reference=mean.n < ENOUGH)


def nps(session: Session, scope: Scope) -> Measured:
    """Of the latest answer of each respondent and wave; its margin is the 95 % interval."""
    scores = [_scores(book, places) for book, places in _books(session, scope)]
    found = nps_of(np.concatenate(scores) if scores else np.empty(0))
    if found.n < FEWEST_SHOWN:
        return Measured(count=found.n, note=TileNote.NOTHING_YET)
    names = scope.names(Answered(scope.counted, is_nps=True), scope.period.start)
    return Measured(found.nps, None, found.low, found.high, found.n, names, is_reference=found.n < ENOUGH)


def groups_per_customer(session: Session, scope: Scope) -> Measured:
    """From how many product groups something was bought and kept within the period, by those who came in it."""
    line, period, book = PurchaseLine, scope.counted, product_book(session)
    came = np.unique(_kept(read_occasions(session, period.start, period.end).customer, _only(session, scope)))
    words = (line.product_code, line.product, line.product_group)
    query = select(Purchase.customer_id, *words, func.sum(line.amount)).join(Purchase, Purchase.id == line.purchase_id)
    query = query.where(Purchase.day.between(period.start, period.last_day), Purchase.customer_id.is_not(None))
    kinds: dict[tuple[str, str, str], int] = {}
    rows = [
        (int(customer or 0), kinds.setdefault((code, name, group), len(kinds)), int(amount))
        for customer, code, name, group, amount in session.execute(query.group_by(Purchase.customer_id, *words))
    ]
    names = [book.group_of(*kind) for kind in kinds]
    numbers = {name: place for place, name in enumerate(sorted({name for name in names if name}))}
    if not numbers or not len(came):
        return _NOTHING
    bought = Bought.of(rows)
    used = groups_used(bought, np.array([numbers.get(name, NO_GROUP) for name in names], dtype=np.int64))
    total = int(used[np.isin(bought.owners(), came)].sum())
    people = scope.names(Visitors(period), scope.period.start)
    return Measured(total / len(came), count=len(came), people=people, is_reference=len(came) < ENOUGH)


def answered_ids(session: Session, spec: Answered, narrowed: FigureFilter | None = None) -> Ints:
    """Whose answers count, ascending, as far as it is known who it was."""
    scope = Scope(spec.period.end, spec.period, narrowed)
    found = [np.empty(0, dtype=np.int64)]
    for book, chosen in _books(session, scope):
        places = _scored(book, chosen) if spec.is_nps else _scaled(book, chosen)
        found.append(book.customer[places])
    ids = np.unique(np.concatenate(found))
    return ids[ids > 0]


def touched_ids_of(session: Session, spec: Touched) -> Ints:
    """Ascending."""
    if spec.staff_id is None:
        found = [ids for touch, ids in touches(session, spec.period).items() if spec.touch in (None, touch)]
    else:
        by = touched_by(session, spec.period)
        found = [ids for (staff, touch), ids in by.items() if staff == spec.staff_id and spec.touch in (None, touch)]
    return np.unique(np.concatenate([np.empty(0, dtype=np.int64), *found]))


def _books(session: Session, scope: Scope) -> Iterator[tuple[SurveyBook, Flags]]:
    """Every survey of customers with its responses of the period, of those to whom it is narrowed."""
    only = _only(session, scope)
    for number in session.scalars(select(Survey.id).where(Survey.audience == Audience.CUSTOMERS).order_by(Survey.id)):
        book = survey_book(session, number)
        chosen = given_in(book, scope.counted)
        yield book, chosen if only is None else chosen & np.isin(book.customer, only)


def _scores(book: SurveyBook, chosen: Flags) -> Floats:
    if not book.nps_key:
        return np.empty(0)
    column = book.column(book.nps_key)
    values = column.value[column.of(chosen)]
    return values[~np.isnan(values)]


def _scored(book: SurveyBook, chosen: Flags) -> Ints:
    column = book.column(book.nps_key)
    return column.place[column.of(chosen) & ~np.isnan(column.value)] if book.nps_key else np.empty(0, dtype=np.int64)


def _scales(book: SurveyBook) -> list[Asked]:
    return [asked for asked in book.asked if asked.question.kind is QuestionKind.SCALE]


def _mean_of_scales(book: SurveyBook, chosen: Flags) -> Floats:
    table = _scale_table(book)
    known = chosen & ~np.isnan(table).all(axis=0) if len(table) else np.zeros(len(book.response), dtype=np.bool_)
    return np.asarray(np.nanmean(table[:, known], axis=0)) if known.any() else np.empty(0)


def _scaled(book: SurveyBook, chosen: Flags) -> Ints:
    table = _scale_table(book)
    return np.flatnonzero(chosen & ~np.isnan(table).all(axis=0)) if len(table) else np.empty(0, dtype=np.int64)


def _scale_table(book: SurveyBook) -> Floats:
    """A row for each scale, a column for each response, on 1 to 5."""
    rows = [1 + (book.dense(asked.key) - 1) * (SCALE_TOP - 1) / (asked.question.points - 1) for asked in _scales(book)]
    return np.array(rows) if rows else np.empty((0, len(book.response)))


def _only(session: Session, scope: Scope) -> Ints | None:
    return None if scope.narrowed is None else ids_in(session, scope.narrowed, scope.period.start, scope.today)


def _kept(ids: Ints, only: Ints | None) -> Ints:
    return ids if only is None else ids[np.isin(ids, only)]
