"""Why something is proposed, in words, for the window, the command line and paper. `say(context, source)` gives the user's language."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import format_percent
from app.domain.proposals import CONTEXT, Evidence, ProposalKind

Say = Callable[[str, str], str]

_ALSO = QT_TRANSLATE_NOOP(
    "Proposals",
    "{share} of those who chose {because} chose {product} as well within {days} days (of everybody who comes as often {base}).",
)
_MOVED = QT_TRANSLATE_NOOP(
    "Proposals", "{share} of those who chose {because} moved on to {product} within {days} days (of everybody who comes as often {base})."
)
_SHORT = QT_TRANSLATE_NOOP("Proposals", "{because}: {share} took this next (of everybody {base})")
_LIKED = QT_TRANSLATE_NOOP("Proposals", "Many who chose {because} like {product} as well.")
_BETTER = QT_TRANSLATE_NOOP("Proposals", "Many who chose {because} have moved on to {product}.")
_TARGET = QT_TRANSLATE_NOOP("Proposals", "+{percent}% in {months} months")
_TARGET_ALONE = QT_TRANSLATE_NOOP("Proposals", "+{percent}%")


def reason_of(evidence: Evidence, say: Say) -> str:
    """For the shop, with the numbers."""
    source = _MOVED if evidence.kind is ProposalKind.UP_SELL else _ALSO
    return say(CONTEXT, source).format(
        share=format_percent(evidence.confidence, 0),
        base=format_percent(evidence.base, 0),
        because=evidence.because,
        product=evidence.product,
        days=evidence.within,
    )


def short_reason(evidence: Evidence, say: Say) -> str:
    """The same in one line."""
    share, base = format_percent(evidence.confidence, 0), format_percent(evidence.base, 0)
    return say(CONTEXT, _SHORT).format(because=evidence.because, share=share, base=base)


def words_for_customer(evidence: Evidence, say: Say) -> str:
    """For the customer: what a proposal begins with."""
    source = _BETTER if evidence.kind is ProposalKind.UP_SELL else _LIKED
    return say(CONTEXT, source).format(because=evidence.because, product=evidence.product)


def target_of(percent: int | None, months: int | None, say: Say) -> str:
    """ "" without one."""
    if percent is None:
        return ""
    source = _TARGET_ALONE if months is None else _TARGET
    return say(CONTEXT, source).format(percent=percent, months=months)
