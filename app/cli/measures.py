"""measure: the measures of the shop, those drawn elsewhere, and what can be seen with so many people."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from app.cli.call import Call, Outcome
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.measures import MeasureRow

_ROW = QT_TRANSLATE_NOOP("CommandLine", "{measure}: {name}, {state}, from {sent_on} for {window} days, sent: {sent}, held back: {held}")
_DRAFT = QT_TRANSLATE_NOOP("CommandLine", "{measure}: {name}, draft")
_NONE = QT_TRANSLATE_NOOP("CommandLine", "There is no measure yet.")
_STATES: Mapping[str, str] = {
    "running": QT_TRANSLATE_NOOP("CommandLine", "running"),
    "done": QT_TRANSLATE_NOOP("CommandLine", "over"),
    "stopped": QT_TRANSLATE_NOOP("CommandLine", "stopped"),
}

# act → module of this package and the function in it.
_ACTS = {
    "list": ("measures", "list_measures"),
}


def measure(call: Call) -> Outcome:
    """The act that was named."""
    module, name = _ACTS[call.options.act]
    outcome: Outcome = getattr(import_module(f"app.cli.{module}"), name)(call)
    return outcome


def list_measures(call: Call) -> Outcome:
    """Drafts, then those running, then the others, the latest first."""
    from app.queries.measures import measures
    from app.queries.shop import shop_zone

    with call.database() as database, database.read() as session:
        today = call.today(shop_zone(session))
        found = [row for row in measures(session, today) if call.options.kind in (None, row.kind)]
        rows = [_facts(row, "running" if row.is_running(today) else "done") for row in found]
    return Outcome({"rows": rows}, [_line(call, one) for one in rows] or [call.say(_NONE)])


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
