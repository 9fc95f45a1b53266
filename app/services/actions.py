"""Recording a user's act with the rows it wrote, so that it can be undone and done again, also after a restart.

Inside `recorded(…)` every row that the session flushes leaves an image: its columns before and after. Undo puts the
"before" back, redo the "after"; both refuse when a row was changed again in between.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Table, and_, delete, event, func, insert, inspect, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import InstanceState, LoaderCallableStatus, Mapper, Session, UOWTransaction

from app.domain.actions import KEPT_ACTIONS, ActionKind, ActionRow, ChangedSince, NothingToRedo, NothingToUndo
from app.domain.entities import Entity
from app.domain.measures import MeasureState
from app.domain.points import NotEnoughPoints, PointsUsedAlready
from app.domain.surveys import ResponseState
from app.models.base import Base
from app.models.care_rows import forget_made
from app.models.changes import ShopSession, mark_changed
from app.models.counter import FollowUp
from app.models.customer import Customer
from app.models.inquiries import Inquiry
from app.models.measure_rows import assigned_in, end_of, in_other_measures
from app.models.measures import Measure
from app.models.points import PointAct, PointEntry, PointLot, PointRule
from app.models.purchase import Purchase
from app.models.records import Action, PrintPiece
from app.models.shop import Shop
from app.models.surveys import SurveyResponse, SurveySheet
from app.services.ledger import follow_purchases, settle_accounts
from app.services.summaries import bring_to_day, settle

Image = dict[str, Any]
_UNRECORDED = {"action"}
_CUSTOMERS = Customer.__tablename__


@dataclass(slots=True)
class Recorded:
    """`action_id` is known when the block has ended."""

    values: dict[str, Any]
    images: list[Image] = field(default_factory=list)
    action_id: int = 0


@contextmanager
def recorded(session: Session, kind: ActionKind, *, now: datetime, **values: str | int | None) -> Iterator[Recorded]:
    """Everything the session writes within the block is one act; `values` fill the sentence that names it."""
    session.flush()
    act = Recorded(dict(values))
    session.info["recorder"] = act
    try:
        yield act
        session.flush()
    finally:
        session.info.pop("recorder", None)
    action = Action(at=now, kind=kind, values=act.values, images=act.images, undone_at=None)
    session.add(action)
    session.flush()
    act.action_id = action.id
    _forget_old(session)


def join_with_last(session: Session, action_id: int, *, since: datetime, after: Collection[ActionKind] = ()) -> int:
    """Make an act one with the act before it, where that one is of the same kind or of one of `after`, wrote the same rows and is not
    older than `since`. The id of the act that is left."""
    action = session.get_one(Action, action_id)
    last = session.scalar(select(Action).where(Action.id < action_id).order_by(Action.id.desc()).limit(1))
    if last is None or last.kind not in (action.kind, *after) or last.undone_at is not None or last.at < since:
        return action_id
    rows = [{(image["table"], *image["key"].values()): image for image in act.images} for act in (last, action)]
    if rows[0].keys() != rows[1].keys() or any(image["op"] == "delete" for act in rows for image in act.values()):
        return action_id
    last.images = [_joined(image, rows[1][key]) for key, image in rows[0].items()]
    last.at, last.values = action.at, action.values
    session.delete(action)
    session.flush()
    return last.id


def join_acts(session: Session, earlier_id: int | None, later_id: int, **values: str | int) -> int:
    """Make the later of two acts the whole of both, as for work that is saved in portions, with these `values`; they stay two where the
    earlier was undone meanwhile or is forgotten. The id of the later."""
    earlier = None if earlier_id is None else session.get(Action, earlier_id)
    later = session.get_one(Action, later_id)
    if earlier is None or earlier.undone_at is not None or earlier.kind is not later.kind:
        return later_id
    later.images = [*earlier.images, *later.images]
    later.values = later.values | values
    session.delete(earlier)
    session.flush()
    return later_id


def _joined(earlier: Image, later: Image) -> Image:
    before = {} if earlier["op"] == "insert" else later["before"] | earlier["before"]
    return earlier | {"before": before, "after": earlier["after"] | later["after"]}


@event.listens_for(ShopSession, "after_flush")
def _take_images(session: Session, _context: UOWTransaction) -> None:
    act = cast("Recorded | None", session.info.get("recorder"))
    if act is None:
        return
    connection = session.connection()
    for rows, op in ((session.new, "insert"), (session.dirty, "update"), (session.deleted, "delete")):
        for row in rows:
            image = _image(cast("InstanceState[Any]", inspect(row)), op, connection)
            if image is not None:
                act.images.append(image)


def _image(state: InstanceState[Any], op: str, connection: Connection) -> Image | None:
    mapper: Mapper[Any] = state.mapper
    table = cast("Table", mapper.local_table)
    if table.name in _UNRECORDED:
        return None
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for attribute in mapper.column_attrs:
        column = table.c[attribute.columns[0].name]
        history = state.attrs[attribute.key].history
        if op == "update" and not history.has_changes():
            continue
        if op != "insert":
            before[column.name] = _stored(column, _old_value(state, attribute.key, op), connection)
        if op != "delete":
            after[column.name] = _stored(column, state.attrs[attribute.key].loaded_value, connection)
    if op == "update" and not after:
        return None
    if op == "insert":
        key = {c.name: after[c.name] for c in table.primary_key.columns}
    else:
        key = {c.name: v for c, v in zip(table.primary_key.columns, state.identity or (), strict=True)}
    return {"table": table.name, "op": op, "key": key, "before": before, "after": after}


def _old_value(state: InstanceState[Any], key: str, op: str) -> Any:
    history = state.attrs[key].history
    if history.deleted:
        return history.deleted[0]
    if op == "update":
        raise RuntimeError(f"{key} was written before it was read: what undo would put back is not known")
    return state.attrs[key].loaded_value


def _stored(column: Any, value: Any, connection: Connection) -> Any:
    # A column that was never set is written as NULL.
    value = None if value is LoaderCallableStatus.NO_VALUE else value
    process = column.type.bind_processor(connection.dialect)
    stored = process(value) if process is not None else value
    if isinstance(stored, bytes | memoryview):
        return {"hex": bytes(stored).hex()}
    return stored


def _restored(column: Any, value: Any, connection: Connection) -> Any:
    if isinstance(value, dict):
        return bytes.fromhex(value["hex"])
    process = column.type.result_processor(connection.dialect, None)
    return process(value) if process is not None and value is not None else value


def undo(session: Session, action_id: int | None = None, *, now: datetime) -> ActionRow:
    """Undo the named action, or the latest that is not undone. NothingToUndo, ChangedSince."""
    query = select(Action).where(Action.undone_at.is_(None)).order_by(Action.id.desc()).limit(1)
    action = session.scalar(query if action_id is None else query.where(Action.id == action_id))
    if action is None:
        raise NothingToUndo
    _refuse_moved_points(session, action)
    _refuse_answered_sheets(session, action)
    _refuse_sent_measures(session, action)
    forget_made(session, [image["key"]["id"] for image in action.images if image["table"] == _CUSTOMERS and image["op"] == "insert"])
    _apply_all(session, reversed(action.images), backwards=True)
    _refuse_mixed_up_answers(session, action)
    _refuse_measures_at_once(session, action, now, backwards=True)
    _settle(session, action, now)
    action.undone_at = now
    return action.row()


def redo(session: Session, *, now: datetime) -> ActionRow:
    """Do the action undone last once more, unless something else was done since. NothingToRedo, ChangedSince."""
    action = session.scalar(select(Action).where(Action.undone_at.is_not(None)).order_by(Action.undone_at.desc(), Action.id).limit(1))
    if action is None or session.scalar(select(Action.id).where(Action.at > action.undone_at).limit(1)) is not None:
        raise NothingToRedo
    _apply_all(session, action.images, backwards=False)
    _refuse_mixed_up_answers(session, action)
    _refuse_measures_at_once(session, action, now, backwards=False)
    _settle(session, action, now)
    action.undone_at = None
    return action.row()


def _apply_all(session: Session, images: Iterable[Image], *, backwards: bool) -> None:
    try:
        for image in images:
            _apply(session, image, backwards=backwards)
    except IntegrityError as error:
        # Somebody points to a row that would go, or has taken a number that would come back.
        raise ChangedSince from error


def _apply(session: Session, image: Image, *, backwards: bool) -> None:
    table = Base.metadata.tables[image["table"]]
    source, target = (image["after"], image["before"]) if backwards else (image["before"], image["after"])
    is_here = and_(*(table.c[name] == value for name, value in image["key"].items()))
    connection = session.connection()
    wanted = {name: _restored(table.c[name], value, connection) for name, value in target.items()}
    unchanged = and_(is_here, *(_same(table.c[n], _restored(table.c[n], v, connection)) for n, v in source.items()))
    if not source:
        if session.scalar(select(func.count()).select_from(table).where(is_here)):
            raise ChangedSince
        session.execute(insert(table).values(**wanted))
    else:
        if not target:
            _refuse_to_take_along(session, table, image["key"])
        statement = update(table).where(unchanged).values(**wanted) if target else delete(table).where(unchanged)
        if cast("Any", session.execute(statement)).rowcount != 1:
            raise ChangedSince
    entity = next((m.class_.entity for m in Base.registry.mappers if m.local_table is table), None)
    if isinstance(entity, Entity):
        mark_changed(session, entity)


def _refuse_to_take_along(session: Session, table: Table, key: Image) -> None:
    """ChangedSince when rows written by other acts would silently go with this one, or be nobody's."""
    for other in Base.metadata.tables.values():
        for constraint in other.foreign_key_constraints:
            if constraint.referred_table is table and constraint.ondelete in ("CASCADE", "SET NULL"):
                column = constraint.columns[0]
                if session.scalar(select(func.count()).where(column == key["id"])):
                    raise ChangedSince


def _same(column: Any, value: Any) -> Any:
    return column.is_(None) if value is None else column == value


def _settle(session: Session, action: Action, now: datetime) -> None:
    """Bring what is derived from purchases along with the rows put back."""
    session.expire_all()
    today = _today(session, now)
    if any("window_days" in image["before"] for image in action.images if image["table"] == Shop.__tablename__):
        bring_to_day(session, today)
    try:
        _settle_points_too(session, action, now, today)
    except (PointsUsedAlready, NotEnoughPoints) as error:
        raise ChangedSince from error


def _today(session: Session, now: datetime) -> date:
    return now.astimezone(ZoneInfo(session.scalars(select(Shop.timezone)).one())).date()


def _settle_points_too(session: Session, action: Action, now: datetime, today: date) -> None:
    purchases, visitors = _settle_purchases(session, action)
    acts = {image["key"]["id"] for image in action.images if image["table"] == PointAct.__tablename__}
    follow_purchases(session, purchases, now=now, today=today, visitors=visitors, acts=acts)
    if action.kind is ActionKind.MERGE_CUSTOMERS:
        settle_accounts(session, (action.values["keep"], action.values["gone"]), now=now, today=today)


def _settle_purchases(session: Session, action: Action) -> tuple[set[int], set[int | None]]:
    """The purchases that the act wrote or gave back of, and whose they were and are."""
    purchases = Purchase.__tablename__
    touched = [image for image in action.images if image["table"] == purchases]
    if not touched:
        return set(), set()
    sides = [side for image in touched for side in (image["before"], image["after"])]
    ids = {image["key"]["id"] for image in touched}
    ids |= {side["refund_of_id"] for side in sides if side.get("refund_of_id") is not None}
    customers: set[int | None] = {side["customer_id"] for side in sides if "customer_id" in side}
    customers |= set(session.scalars(select(Purchase.customer_id).where(Purchase.id.in_(ids))))
    settle(session, customers, ids)
    return ids, customers


def _refuse_moved_points(session: Session, action: Action) -> None:
    """ChangedSince when points went in or out of a lot that moved to another customer with the act, or a purchase or an entry keeps
    the rule."""
    lots = [image["key"]["id"] for image in action.images if image["table"] == PointLot.__tablename__]
    moved = select(PointEntry.id).where(PointEntry.lot_id.in_(lots), PointEntry.at > action.at)
    if lots and session.scalar(moved.limit(1)) is not None:
        raise ChangedSince
    rules = [image["key"]["id"] for image in action.images if image["table"] == PointRule.__tablename__]
    # The entries of a deleted purchase keep it as well: the purchase may come back.
    for keeper in (Purchase, PointEntry) if rules else ():
        if session.scalar(select(keeper.id).where(keeper.rule_id.in_(rules)).limit(1)) is not None:
            raise ChangedSince


def _refuse_answered_sheets(session: Session, action: Action) -> None:
    """ChangedSince when a sheet that went over to another customer with the act was answered since: the sheet would go back to whose it
    was, and its answer stay with somebody else."""
    sheets = {image["key"]["id"]: image["after"]["customer_id"] for image in action.images if _is_sheet_handed_over(image)}
    moved = {image["key"]["id"] for image in action.images if image["table"] == SurveyResponse.__tablename__}
    one = SurveyResponse
    for number, sheet, customer in session.execute(select(one.id, one.sheet_id, one.customer_id).where(one.sheet_id.in_(sheets))):
        if number not in moved and customer == sheets[sheet]:
            raise ChangedSince


def _refuse_sent_measures(session: Session, action: Action) -> None:
    """ChangedSince when pieces of a measure went out since it was started: as a draft its list would be drawn anew, and nobody could say
    any more who had got one. The print run is taken back first."""
    started = [image["key"]["id"] for image in action.images if _is_start(image)]
    sent = select(PrintPiece.id).join(Measure, Measure.run_id == PrintPiece.run_id).where(PrintPiece.sent_on.is_not(None))
    if started and session.scalar(sent.where(Measure.id.in_(started)).limit(1)) is not None:
        raise ChangedSince


def _is_start(image: Image) -> bool:
    return bool(image["table"] == Measure.__tablename__ and image["before"].get("state") == MeasureState.DRAFT)


def _refuse_measures_at_once(session: Session, action: Action, now: datetime, *, backwards: bool) -> None:
    """ChangedSince when a measure counts again that did not, and somebody of its list is in another running one meanwhile."""
    side = "before" if backwards else "after"
    begun = {image["key"]["id"] for image in action.images if image["table"] == Measure.__tablename__ and _starts(image[side])}
    if not begun:
        return
    session.expire_all()
    today = _today(session, now)
    for measure in session.scalars(select(Measure).where(Measure.id.in_(begun))):
        over = end_of(session, measure)
        if measure.sent_on is None or over is None or over <= today:
            continue
        others = in_other_measures(session, measure.sent_on, over, today=today, except_id=measure.id)
        if others.keys() & assigned_in(session, [measure.id]).keys():
            raise ChangedSince


def _starts(side: Image) -> bool:
    return bool(side.get("state") == MeasureState.STARTED)


def _refuse_mixed_up_answers(session: Session, action: Action) -> None:
    """ChangedSince when a sheet would count twice: its answers come back, and it was recorded anew meanwhile. Or when an answer would go
    to another customer than what it made since, its follow-up, its complaint or its points."""
    one = SurveyResponse
    ids = {image["key"]["id"] for image in action.images if image["table"] == one.__tablename__}
    sheets = set(session.scalars(select(one.sheet_id).where(one.id.in_(ids), one.sheet_id.is_not(None)))) if ids else set()
    kept = select(one.sheet_id).where(one.sheet_id.in_(sheets), one.state != ResponseState.THROWN_OUT).group_by(one.sheet_id)
    if sheets and session.scalar(kept.having(func.count() > 1).limit(1)) is not None:
        raise ChangedSince
    for table, made in ((FollowUp, one.follow_up_id), (PointAct, one.point_act_id)) if ids else ():
        anothers = select(one.id).join(table, table.id == made).where(one.id.in_(ids), table.customer_id.is_distinct_from(one.customer_id))
        if session.scalar(anothers.limit(1)) is not None:
            raise ChangedSince
    if ids:
        since = select(Inquiry.id).join(one, one.id == Inquiry.response_id).where(one.id.in_(ids), Inquiry.created_at > action.at)
        if session.scalar(since.where(Inquiry.customer_id.is_distinct_from(one.customer_id)).limit(1)) is not None:
            raise ChangedSince


def _is_sheet_handed_over(image: Image) -> bool:
    return image["table"] == SurveySheet.__tablename__ and image["op"] == "update" and "customer_id" in image["after"]


def _forget_old(session: Session) -> None:
    oldest = session.scalar(select(Action.id).order_by(Action.id.desc()).offset(KEPT_ACTIONS).limit(1))
    if oldest is not None:
        session.execute(delete(Action).where(Action.id <= oldest))
