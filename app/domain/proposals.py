"""Proposals: what else could help a customer, why, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP

REST_MONTHS = 3
"""After a no, nothing is proposed for so long."""


class ProposalKind(StrEnum):
    UP_SELL = "up_sell"
    CROSS_SELL = "cross_sell"


class ProposalStep(StrEnum):
    HEARING = "hearing"
    ANALYSIS = "analysis"
    DESIGN = "design"
    PRESENTED = "presented"


class ProposalOutcome(StrEnum):
    """OPEN: not decided; PASSED: looked at and not made this time. The win rate is accepted / (accepted + declined)."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    PASSED = "passed"


STEP_NAMES: Mapping[ProposalStep, str] = {
    ProposalStep.HEARING: QT_TRANSLATE_NOOP("Proposals", "Hearing"),
    ProposalStep.ANALYSIS: QT_TRANSLATE_NOOP("Proposals", "Analysis"),
    ProposalStep.DESIGN: QT_TRANSLATE_NOOP("Proposals", "Plan"),
    ProposalStep.PRESENTED: QT_TRANSLATE_NOOP("Proposals", "Presented"),
}


class ProposalGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This suggestion is not there any more. Nothing was changed.")
