"""What customers are still expected to bring, as it is kept: the fitted models of a month's end and what they gave."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from app.domain.lifetime_models import Backtest, BgNbd, GammaGamma, LifetimeFit
from app.domain.stored import as_mapping, is_number


@dataclass(frozen=True, slots=True)
class KeptFit:
    """As of a day. `fit` None: there was too little for one. `mean` expected gross margin of each of `customers` who had bought and not
    left, minor units. `basis`: visits and net sales it was made from; other ones ask for another fit. `margin` of net sales, `months` and
    yearly `discount` as they were set."""

    as_of: date
    basis: tuple[int, int]
    fit: LifetimeFit | None = None
    mean: float | None = None
    customers: int = 0
    margin: float = 0.0
    months: int = 0
    discount: float = 0.0

    @property
    def miss(self) -> float | None:
        """By which share it missed the last months; None: they were too short to be foretold."""
        return None if self.fit is None or self.fit.backtest is None else self.fit.backtest.error

    @property
    def is_shown(self) -> bool:
        """Whether it missed by so little that it may be shown."""
        return self.mean is not None and self.fit is not None and self.fit.backtest is not None and self.fit.backtest.is_good

    def to_json(self) -> dict[str, Any]:
        fit = self.fit
        return {
            "basis": list(self.basis),
            "mean": self.mean,
            "customers": self.customers,
            "margin": self.margin,
            "months": self.months,
            "discount": self.discount,
            "fit": None
            if fit is None
            else {
                "customers": fit.customers,
                "repeaters": fit.repeaters,
                "bgnbd": asdict(fit.bgnbd),
                "gamma_gamma": None if fit.gamma_gamma is None else asdict(fit.gamma_gamma),
                "backtest": None if fit.backtest is None else asdict(fit.backtest),
            },
        }

    @classmethod
    def from_json(cls, as_of: date, stored: object) -> KeptFit | None:
        """None where it is not understood: it is worked out again."""
        found = as_mapping(stored)
        basis, mean = found.get("basis"), found.get("mean")
        if not isinstance(basis, list) or len(basis) != 2 or not all(is_number(one) for one in basis):
            return None
        try:
            return cls(
                as_of,
                (int(basis[0]), int(basis[1])),
                _fit(found.get("fit")),
                float(mean) if is_number(mean) else None,
                int(found.get("customers") or 0),
                float(found.get("margin") or 0.0),
                int(found.get("months") or 0),
                float(found.get("discount") or 0.0),
            )
        except (TypeError, ValueError, KeyError):
            return None


def _fit(stored: object) -> LifetimeFit | None:
    if not stored:
        return None
    found = as_mapping(stored)
    worth, told = found["gamma_gamma"], found["backtest"]
    return LifetimeFit(
        int(found["customers"]),
        int(found["repeaters"]),
        BgNbd(**found["bgnbd"]),
        None if worth is None else GammaGamma(**worth),
        None if told is None else Backtest(**told),
    )
