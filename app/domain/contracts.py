"""Contracts and needs that come round: plans, renewals, prices, pauses, ends; inspections, refills, seasons."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP


class ContractKind(StrEnum):
    """PLAN runs on until it is ended; JOB (a job or project) is done one day."""

    PLAN = "plan"
    JOB = "job"


class PriceEvery(StrEnum):
    MONTH = "month"
    YEAR = "year"
    ONCE = "once"


class ContractEventKind(StrEnum):
    STARTED = "started"
    RENEWED = "renewed"
    PRICE = "price"
    PAUSED = "paused"
    RESUMED = "resumed"
    CANCELLED = "cancelled"
    ENDED = "ended"


KIND_NAMES: Mapping[ContractKind, str] = {
    ContractKind.PLAN: QT_TRANSLATE_NOOP("Contracts", "Contract"),
    ContractKind.JOB: QT_TRANSLATE_NOOP("Contracts", "Job or project"),
}


class ContractGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This contract is not there any more. Nothing was changed.")


class NeedGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This need is not there any more. Nothing was changed.")
