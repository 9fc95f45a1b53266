"""measure result, measure export: what a measure did, and the rows it was worked out from."""

from __future__ import annotations

from typing import Any

from app.cli.call import Call, Outcome, target_of
from app.domain.formats import format_range
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.measure_results import VERDICT_WORDS, Effect, Return, Verdict
from app.domain.measure_view import MeasureResult
from app.domain.money import currency_of, format_money
from app.domain.numbers import format_percent, format_rate, round_half_up

_HEAD = QT_TRANSLATE_NOOP("CommandLine", "{name}: sent to {sent} people, {held} held back; visits count from {start} to {end}")
_RUNNING = QT_TRANSLATE_NOOP("CommandLine", "Day {day} of {days}. The verdict is known on {end}.")
_CAME = QT_TRANSLATE_NOOP("CommandLine", "Came: {came_sent} of those sent to ({sent_rate}), {came_held} of those held back ({held_rate})")
_DIFFERENCE = QT_TRANSLATE_NOOP("CommandLine", "Difference of the shares: {difference} ({range})")
_EFFECT = QT_TRANSLATE_NOOP("CommandLine", "Gross profit for each person: {effect} ({low} to {high})")
_ROI = QT_TRANSLATE_NOOP("CommandLine", "Profit on cost: {value} ({low} to {high})")
_NEEDED = QT_TRANSLATE_NOOP("CommandLine", "So many more people would settle it: {needed}")
_OUTSIDE = QT_TRANSLATE_NOOP("CommandLine", "The groups were drawn outside this program.")
_NOT_AS_DRAWN = QT_TRANSLATE_NOOP("CommandLine", "The sizes of the groups do not come from such a draw: do not trust this result.")
_NOT_ALIKE = QT_TRANSLATE_NOOP("CommandLine", "The groups were not alike before: do not trust this result.")
_LAST_TOUCH = QT_TRANSLATE_NOOP("CommandLine", "All that those sent to bought, whatever brought them: {last_touch}")
_WRITTEN = QT_TRANSLATE_NOOP("CommandLine", "Written: {rows} rows to {file}")
_DIGITS = 4


def result(call: Call) -> Outcome:
    """As it stands today, or stood on a day. MeasureGone, MeasureNotStarted."""
    from app.queries.measure_results import measure_result
    from app.queries.shop import shop_zone

    with call.database() as database, database.read() as session:
        today = call.options.as_of or call.today(shop_zone(session))
        found = measure_result(session, call.options.id, today)
    return Outcome({"as_of": today, **facts_of(found)}, _lines(call, found))


def export(call: Call) -> Outcome:
    """The raw rows, from which anybody can check the result. MeasureGone, MeasureNotStarted, FolderMissing."""
    from app.exchange.measure_rows import write_measure_rows
    from app.queries.measure_results import raw_rows
    from app.queries.shop import shop_zone

    target = target_of(call.options.out)
    with call.database() as database, database.read() as session:
        today = call.options.as_of or call.today(shop_zone(session))
        rows = raw_rows(session, call.options.id, today)
    written = write_measure_rows(target, rows)
    return Outcome({"measure": call.options.id, "rows": written, "file": target}, [call.say(_WRITTEN, rows=written, file=target)])


def facts_of(found: MeasureResult) -> dict[str, Any]:
    """Amounts in minor units, of an effect for each person. `margin` null while the window is open, and with fewer than 30 people in the
    smaller group."""
    return {
        "measure": found.measure_id,
        "name": found.name,
        "kind": found.kind,
        "n_sent": found.n_sent,
        "n_held": found.n_held,
        "came_sent": found.came_sent,
        "came_held": found.came_held,
        "margin": None if found.cuped is None else {"welch": _effect(found.welch), "cuped": _effect(found.cuped)},
        "rate": _rates(found),
        "roi": _return(found.roi),
        "verdict": found.verdict,
        "last_touch": found.last_touch,
        "sent_on": found.sent_on,
        "ends_on": found.ends_on,
        "complete": found.is_complete,
        "day": found.day,
        "days": found.days,
        "cost": {"total": found.lines.total, "charged": found.charged},
        "chance": None if found.chance is None else round(found.chance, _DIGITS),
        "needed": found.needed if found.verdict is Verdict.NOT_YET_CLEAR else None,
        "drawn_outside": found.is_outside,
        "as_drawn": found.is_as_drawn,
        "balance": [{"trait": one.trait, "sent": one.sent, "held": one.held, "alike": one.is_alike} for one in found.balance],
        "labels": labels_of(found),
    }


def labels_of(found: MeasureResult) -> list[str]:
    """What has to be said beside the result."""
    said = {
        "running": not found.is_complete,
        "no_holdout": not found.n_held,
        "counts_only": bool(found.n_held) and found.is_complete and not found.has_interval,
        "reference": found.is_reference,
        "drawn_outside": found.is_outside,
        "not_as_drawn": found.is_as_drawn is False,
        "not_alike": any(not one.is_alike for one in found.balance),
        "stopped": found.stopped_on is not None,
    }
    return [label for label, applies in said.items() if applies]


def _effect(effect: Effect | None) -> dict[str, float] | None:
    return None if effect is None else {name: round(getattr(effect, name), _DIGITS) for name in ("effect", "low", "high")}


def _rates(found: MeasureResult) -> dict[str, float | None]:
    between = found.rate
    return {
        "sent": found.sent_rate.rate,
        "held": found.held_rate.rate,
        "difference": None if between is None else between.difference,
        "low": None if between is None else between.low,
        "high": None if between is None else between.high,
    }


def _return(roi: Return | None) -> dict[str, float | None] | None:
    return None if roi is None else {"value": roi.value, "low": roi.low, "high": roi.high, "break_even": round(roi.break_even, _DIGITS)}


def _lines(call: Call, found: MeasureResult) -> list[str]:
    start, end = found.sent_on.isoformat(), found.ends_on.isoformat()
    lines = [call.say(_HEAD, name=found.name, sent=found.n_sent, held=found.n_held, start=start, end=end)]
    if not found.is_complete:
        lines.append(call.say(_RUNNING, day=found.day, days=found.days, end=end))
    came = {
        "sent_rate": format_rate(found.came_sent, found.n_sent),
        "held_rate": format_rate(found.came_held, found.n_held),
    }
    lines.append(call.say(_CAME, came_sent=found.came_sent, came_held=found.came_held, **came))
    between, effect, roi = found.rate, found.cuped, found.roi
    if between is not None:
        range_ = format_range(between.low, between.high)
        lines.append(call.say(_DIFFERENCE, difference=format_percent(between.difference), range=range_))
    if effect is not None:
        lines.append(call.say(_EFFECT, **{name: _money(call, found, getattr(effect, name)) for name in ("effect", "low", "high")}))
    if roi is not None and roi.value is not None:
        lines.append(call.say(_ROI, **{name: format_percent(getattr(roi, name)) for name in ("value", "low", "high")}))
    if found.is_complete or not found.n_held:
        lines.append(call.translate("Measures", VERDICT_WORDS[found.verdict]))
    if found.verdict is Verdict.NOT_YET_CLEAR and found.needed:
        lines.append(call.say(_NEEDED, needed=found.needed))
    said = labels_of(found)
    warned = {"drawn_outside": _OUTSIDE, "not_as_drawn": _NOT_AS_DRAWN, "not_alike": _NOT_ALIKE}
    lines += [call.translate("CommandLine", sentence) for label, sentence in warned.items() if label in said]
    return [*lines, call.say(_LAST_TOUCH, last_touch=_money(call, found, found.last_touch))]


def _money(call: Call, found: MeasureResult, minor: float) -> str:
    return format_money(int(round_half_up(minor)), currency_of(found.currency), call.language)
