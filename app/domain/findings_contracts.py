"""The sentence above the curve of contracts."""

from __future__ import annotations

from app.domain.contract_figures import ContractFigures
from app.domain.findings import Finding
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.rates import RateStatus, percent_of

FEW_CONTRACTS = 30
NONE_YET = QT_TRANSLATE_NOOP("Findings", "{active} contracts are running. How long they last is seen once they are some months old.")
RUNNING = QT_TRANSLATE_NOOP("Findings", "{active} contracts are running. {share}% last longer than {months} months.")
RUNNING_FEW = QT_TRANSLATE_NOOP(
    "Findings", "{active} contracts are running. {share}% last longer than {months} months: of {count} only, for reference."
)
RENEWED = QT_TRANSLATE_NOOP(
    "Findings", "Of {count} contracts a year ago {renewal}% still run and {churn}% ended. {share}% last longer than {months} months."
)
RENEWED_FEW = QT_TRANSLATE_NOOP(
    "Findings", "Of only {count} contracts a year ago {renewal}% still run: for reference. {share}% last longer than {months} months."
)
_YEAR = 12


def contract_finding(figures: ContractFigures) -> Finding:
    """What became of those of a year ago, and how many outlast a year; of shorter histories the last month with enough behind it."""
    known = [row for row in figures.survival if row.at_risk >= FEW_CONTRACTS] or list(figures.survival)
    if not known:
        return Finding(NONE_YET, {"active": figures.active})
    row = next((row for row in known if row.month == _YEAR), known[-1])
    values: dict[str, object] = {"active": figures.active, "share": percent_of(row.survival), "months": row.month}
    if figures.renewal.denominator == 0:
        few = figures.contracts < FEW_CONTRACTS
        return Finding(RUNNING_FEW if few else RUNNING, values | {"count": figures.contracts})
    values |= {"count": figures.renewal.denominator, "renewal": figures.renewal.percent, "churn": figures.churn.percent}
    return Finding(RENEWED if figures.renewal.status is RateStatus.SOUND else RENEWED_FEW, values)
