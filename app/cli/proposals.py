"""proposals candidates: what could be proposed to whom, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.cli.call import Call, Outcome
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.proposal_words import reason_of

if TYPE_CHECKING:
    from app.domain.proposal_rows import Candidate

_LINE = QT_TRANSLATE_NOOP("CommandLine", "{customer}: {product}. {reason}")
_NONE = QT_TRANSLATE_NOOP(
    "CommandLine",
    "Nothing to suggest: of {customers} customers who bought {products} products, no two products go together by more than chance "
    "(at least {buyers} buyers of one, {followed} of whom then took the other), or nobody is in the middle of it.",
)


def proposals(call: Call) -> Outcome:
    from app.queries.proposal_candidates import candidates
    from app.queries.shop import shop_zone

    with call.database() as database, database.read() as session:
        today = call.options.date or call.today(shop_zone(session))
        while (found := candidates(session, today, most=call.options.most)).read < 1.0:
            pass
    rows = [_row(call, one) for one in found.rows]
    least = found.settings
    none = call.say(_NONE, customers=found.sold, products=found.products, buyers=least.buyers, followed=least.followed)
    lines = [call.say(_LINE, customer=row["customer"], product=row["product"], reason=row["reason"]) for row in rows]
    return Outcome({"candidates": rows}, lines or [none])


def _row(call: Call, one: Candidate) -> dict[str, Any]:
    evidence = one.evidence
    return {
        "customer": one.customer_code,
        "product": one.product,
        "because": evidence.because,
        "support": one.support,
        "confidence": evidence.confidence,
        "lift": evidence.lift,
        "count": evidence.followed,
        "reason": reason_of(evidence, call.translate),
    }
