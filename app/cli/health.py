"""health CODE."""

from __future__ import annotations

from app.cli.call import Call, Outcome
from app.cli.points import customer_coded
from app.domain.health import PART_NAMES
from app.domain.marking import QT_TRANSLATE_NOOP


def health(call: Call) -> Outcome:
    """How well things stand with one customer: the score, each known part from 0 to 100, the two that weigh most, and a month before."""
    from app.queries.health import health_on
    from app.queries.shop import shop_zone

    with call.database() as database, database.read() as session:
        today = call.today(shop_zone(session))
        customer = customer_coded(session, call.options.code)
        view = health_on(session, customer, min(call.options.date or today, today), today)
    facts = {
        "customer": call.options.code,
        "score": view.score,
        "parts": {one.part.value: one.value for one in view.parts},
        "known": view.known,
        "of": view.of,
        "reasons": [part.value for part in view.reasons],
        "before": view.before,
    }
    if view.score is None:
        return Outcome(
            facts, [call.say(QT_TRANSLATE_NOOP("CommandLine", "Nothing is known of {customer} yet."), customer=call.options.code)]
        )
    head = QT_TRANSLATE_NOOP("CommandLine", "{customer}: health {score}, known {known} of {of}; a month before {before}")
    before = "—" if view.before is None else view.before
    lines = [call.say(head, customer=call.options.code, score=view.score, known=view.known, of=view.of, before=before)]
    for one in view.parts:
        value = "—" if one.value is None else f"{one.value:.0f}"
        lines.append(f"  {call.translate('Health', PART_NAMES[one.part])} {value}")
    return Outcome(facts, lines)
