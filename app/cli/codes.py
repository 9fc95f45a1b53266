"""redeem."""

from __future__ import annotations

from typing import Any

from app.cli.call import Call, Outcome
from app.cli.points import customer_coded
from app.domain.codes import CodeFinding, written
from app.domain.marking import QT_TRANSLATE_NOOP


def redeem(call: Call) -> Outcome:
    """Use the code of a printed piece without recording a visit."""
    from app.queries.codes import look_up, number_of
    from app.queries.shop import shop_zone
    from app.services.codes import redeem_code

    given = call.options
    with call.database() as database:
        with database.read() as session:
            today = call.today(shop_zone(session))
            user = None if given.customer is None else customer_coded(session, given.customer)
            found = look_up(session, given.code, today)
        warnings = _warnings(call, found, user)
        call.heed(warnings)
        with database.write() as session:
            done = redeem_code(session, given.code, customer_id=user, now=call.now, today=today, by_another=True).finding
            owner, used_by = number_of(session, done.customer_id), number_of(session, user or done.customer_id)
    facts: dict[str, Any] = {
        "code": written(done.code),
        "customer": used_by,
        "piece": {"customer": owner, "run": done.run_id, "title": done.title, "day": done.sent_on, "position": done.position},
        "offer": done.offer,
        "day": today,
        "warnings": warnings,
    }
    said = call.say(_USED, code=facts["code"], name=done.customer_name, offer=done.offer.words or call.say(_NO_OFFER))
    return Outcome(facts, [said, *(warning["text"] for warning in warnings)])


_USED = QT_TRANSLATE_NOOP("CommandLine", "{code}: sent to {name}. {offer}")
_NO_OFFER = QT_TRANSLATE_NOOP("CommandLine", "It promises nothing; that it came back is noted.")
_ANOTHER = QT_TRANSLATE_NOOP("CommandLine", "This was sent to {name}; it was used by somebody else.")


def _warnings(call: Call, found: CodeFinding, user: int | None) -> list[dict[str, Any]]:
    if user in (None, found.customer_id) or found.is_referral:
        return []
    return [{"row": None, "text": call.say(_ANOTHER, name=found.customer_name)}]
