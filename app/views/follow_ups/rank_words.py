"""Why a task stands where it does, in words."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.day_plan import PATIENCE_DAYS, Rank, Tier
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.money import Currency, format_money
from app.domain.segments import SEGMENT_NAMES
from app.views.labels import label_of, translated
from app.views.moments import language

CONTEXT = "Ranks"
_TIERS: Mapping[Tier, str] = {
    Tier.DEADLINE: QT_TRANSLATE_NOOP("Ranks", "Its deadline is here, so it stands before everything else."),
    Tier.PROMISED: QT_TRANSLATE_NOOP("Ranks", "Somebody decided on it or it was promised, so it stands before what rules made."),
    Tier.WAITING: QT_TRANSLATE_NOOP("Ranks", "It has waited {days} days or more, so it stands before the other ones that rules made."),
    Tier.SCORE: QT_TRANSLATE_NOOP("Ranks", "Its place comes from value, urgency and the group of the customer."),
}
_VALUE = QT_TRANSLATE_NOOP("Ranks", "About {amount} of gross profit in a year, more than {share}% of the customers.")
_NO_VALUE = QT_TRANSLATE_NOOP("Ranks", "Has not bought anything yet.")
_LATE = QT_TRANSLATE_NOOP("Ranks", "{days} days past its day.")
_GROUP = QT_TRANSLATE_NOOP("Ranks", "Group “{group}” with priority {priority} of 5.")


def rank_sentences(rank: Rank, currency: Currency) -> tuple[str, ...]:
    """What decided first, then value, urgency and group."""
    said = [
        translated(CONTEXT, _TIERS[rank.tier], days=PATIENCE_DAYS) if rank.tier is Tier.WAITING else translated(CONTEXT, _TIERS[rank.tier])
    ]
    if rank.above is None:
        said.append(translated(CONTEXT, _NO_VALUE))
    else:
        amount = format_money(rank.margin, currency, language())
        said.append(translated(CONTEXT, _VALUE, amount=amount, share=int(rank.above * 100)))
    if rank.late:
        said.append(translated(CONTEXT, _LATE, days=rank.late))
    if rank.segment is not None:
        group = label_of(rank.segment, SEGMENT_NAMES, "Segments")
        said.append(translated(CONTEXT, _GROUP, group=group, priority=rank.priority))
    return tuple(said)
