"""measure: the measures of the shop, those drawn elsewhere, and what can be seen with so many people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.call import REFUSED, Call, Outcome
from app.cli.moving import problem_lines, refused_rows
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.measure_audience import detectable, usual_held
from app.domain.measure_cost import MeasureCost
from app.domain.measures import MeasureForNobody, MeasureHoldoutOutOfRange, MeasureKind, MeasureRow
from app.domain.money import currency_of, format_money
from app.domain.numbers import format_number

if TYPE_CHECKING:
    from app.exchange.problems import RowError

_ROW = QT_TRANSLATE_NOOP("CommandLine", "{measure}: {name}, {state}, from {sent_on} for {window} days, sent: {sent}, held back: {held}")
_DRAFT = QT_TRANSLATE_NOOP("CommandLine", "{measure}: {name}, draft")
_NONE = QT_TRANSLATE_NOOP("CommandLine", "There is no campaign yet.")
_STATES: Mapping[str, str] = {
    "running": QT_TRANSLATE_NOOP("CommandLine", "running"),
    "done": QT_TRANSLATE_NOOP("CommandLine", "over"),
    "stopped": QT_TRANSLATE_NOOP("CommandLine", "stopped"),
}

_CREATED = QT_TRANSLATE_NOOP("CommandLine", "Campaign {measure}: {name}, sent: {sent}, held back: {held}")
_OVERLAPPING = QT_TRANSLATE_NOOP(
    "CommandLine", "Of these people, {count} were in another campaign at the same time. What each of the two did cannot be told apart."
)
_NO_HOLDOUT = QT_TRANSLATE_NOOP("CommandLine", "Nobody was held back, so there is nothing to compare with and no verdict.")
_NOBODY = QT_TRANSLATE_NOOP("CommandLine", "No row could be brought in. Nothing was changed. The first reason, row {row}: {reason}")
_POWER = QT_TRANSLATE_NOOP(
    "CommandLine",
    "Sent: {sent}, held back: {held}. An effect of {margin} or more for each person can be seen, four times in five; "
    "of those who come, {points} points.",
)
_NO_HISTORY = QT_TRANSLATE_NOOP("CommandLine", "There are not enough purchases yet to say from them what effect can be seen.")
_UNSEEN = QT_TRANSLATE_NOOP("CommandLine", "Sent: {sent}, held back: {held}. With these no effect can be seen.")

# act → module of this package and the function in it.
_ACTS = {
    "create": ("measures", "create"),
    "list": ("measures", "list_measures"),
    "power": ("measures", "power"),
    "result": ("measure_results", "result"),
    "export": ("measure_results", "export"),
}


def measure(call: Call) -> Outcome:
    """The act that was named."""
    module, name = _ACTS[call.options.act]
    outcome: Outcome = getattr(import_module(f"app.cli.{module}"), name)(call)
    return outcome


def create(call: Call) -> Outcome:
    """A measure from the list of who was sent to and who was held back. The errors of `bring_in_measure` and of the file; nothing is
    brought in when no row is good."""
    from app.exchange.measure_lists import open_assignment, read_assignment
    from app.queries.shop import shop_fields, shop_zone
    from app.services.measure_lists import bring_in_measure, sort_out

    given = call.options
    table, mapping = open_assignment(Path(given.assignment), encoding=given.encoding)
    with call.database() as database:
        with database.read() as session:
            currency, today = currency_of(shop_fields(session).currency), call.today(shop_zone(session))
            reading = read_assignment(table, mapping, currency=currency)
            known, strangers = sort_out(session, reading.rows)
        if not known:
            return _refused(call, [*reading.refused, *strangers])
        with database.write() as session:
            made = bring_in_measure(
                session,
                given.name,
                MeasureKind(given.kind),
                reading.rows,
                sent_on=given.sent_on,
                window_days=given.window,
                cost=MeasureCost(other=given.cost),
                now=call.now,
                today=today,
            )
            warnings = [{"row": None, "text": call.say(_OVERLAPPING, count=made.overlapping)}] if made.overlapping else []
            warnings += [] if made.held else [{"row": None, "text": call.say(_NO_HOLDOUT)}]
            call.heed(warnings)
    refused = refused_rows(call, (*reading.refused, *made.refused))
    facts = {"measure": made.measure_id, "n_sent": made.sent, "n_held": made.held, "refused": refused, "warnings": warnings}
    line = call.say(_CREATED, measure=made.measure_id, name=given.name, sent=made.sent, held=made.held)
    return Outcome(facts, [line, *problem_lines(call, refused, warnings)])


def list_measures(call: Call) -> Outcome:
    """Drafts, then those running, then the others, the latest first."""
    from app.queries.measures import measures
    from app.queries.shop import shop_zone

    with call.database() as database, database.read() as session:
        today = call.today(shop_zone(session))
        found = [row for row in measures(session, today) if call.options.kind in (None, row.kind)]
        rows = [_facts(row, "running" if row.is_running(today) else "done") for row in found]
    return Outcome({"rows": rows}, [_line(call, one) for one in rows] or [call.say(_NONE)])


def power(call: Call) -> Outcome:
    """From the shop's history: which effect so many people can show. MeasureHoldoutOutOfRange."""
    from app.queries.measure_power import power_of_shop
    from app.queries.shop import shop_fields, shop_zone

    people, given = call.options.n, call.options
    held = usual_held(people) if given.held is None else given.held
    if not 0 <= held < people:
        raise MeasureHoldoutOutOfRange(field="held", high=people - 1)
    with call.database() as database, database.read() as session:
        currency = currency_of(shop_fields(session).currency)
        known = power_of_shop(session, people, call.today(shop_zone(session)), given.window)
    seen = detectable(known, people - held, held)
    facts = {
        "n": people, "n_sent": people - held, "n_held": held, "window": given.window, "sd": known.sd, "rho": known.rho,
        "base_margin": known.base_margin, "base_rate": known.base_rate, "effect": seen.margin, "rate_difference": seen.rate,
    }  # fmt: skip
    said = {"sent": people - held, "held": held}
    if not known.sd:
        return Outcome(facts, [call.say(_NO_HISTORY)])
    if seen.margin is None or seen.rate is None:
        return Outcome(facts, [call.say(_UNSEEN, **said)])
    money = format_money(round(seen.margin), currency, call.language)
    return Outcome(facts, [call.say(_POWER, **said, margin=money, points=format_number(seen.rate * 100, 1))])


def _refused(call: Call, errors: Sequence[RowError]) -> Outcome:
    refused = refused_rows(call, errors)
    facts = {"measure": None, "n_sent": 0, "n_held": 0, "refused": refused, "warnings": []}
    if not refused:
        raise MeasureForNobody(field="assignment")
    complaint = call.say(_NOBODY, row=refused[0]["row"], reason=refused[0]["reason"])
    return Outcome(facts, problem_lines(call, refused, []), REFUSED, complaint)


def _facts(row: MeasureRow, begun: str) -> dict[str, Any]:
    return {
        "measure": row.id,
        "name": row.name,
        "kind": row.kind,
        "channel": row.channel,
        "state": begun if row.state == "started" else row.state.value,
        "outside": row.is_outside,
        "sent_on": row.sent_on,
        "ends_on": row.ends_on,
        "window": row.window_days,
        "n_sent": row.people - row.held,
        "n_held": row.held,
        "cost": row.cost,
    }


def _line(call: Call, one: Mapping[str, Any]) -> str:
    if one["sent_on"] is None:
        return call.say(_DRAFT, measure=one["measure"], name=one["name"])
    known = {name: one[name] for name in ("measure", "name", "window")}
    state = call.say(_STATES[one["state"]])
    return call.say(_ROW, **known, state=state, sent_on=one["sent_on"].isoformat(), sent=one["n_sent"], held=one["n_held"])
