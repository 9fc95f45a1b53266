"""What is expected of customers: the fitted models of buying and of spending, and whether they may be shown."""

from __future__ import annotations

from dataclasses import dataclass

FEWEST_CUSTOMERS = 200
FEWEST_REPEATERS = 100
FEWEST_MONTHS = 6
KEPT_OUT_MONTHS = 6
LARGEST_MISS = 0.25
"""A forecast that missed the last months by more is not shown."""
HORIZON_MONTHS = 36
YEARLY_DISCOUNT = 0.10


@dataclass(frozen=True, slots=True)
class BgNbd:
    """Buying and dropping out (Fader, Hardie & Lee 2005, Marketing Science 24): rates are gamma(r, alpha), chances of dropping out after a
    purchase beta(a, b). `ll`: the log-likelihood at the maximum."""

    r: float
    alpha: float
    a: float
    b: float
    ll: float


@dataclass(frozen=True, slots=True)
class GammaGamma:
    """What a purchase is worth (Fader & Hardie 2013, note 025): p, q and the scale v."""

    p: float
    q: float
    v: float
    ll: float

    @property
    def mean(self) -> float:
        """Of all customers; endless spread below q = 1 has none."""
        return self.p * self.v / (self.q - 1) if self.q > 1 else float("nan")


@dataclass(frozen=True, slots=True)
class Sbg:
    """How contracts end (Fader & Hardie 2007, J. Interactive Marketing 21): the chance of ending at a renewal is beta(alpha, beta)."""

    alpha: float
    beta: float
    ll: float

    def survival(self, renewals: int) -> float:
        """Share still there after so many renewals."""
        left = 1.0
        for turn in range(1, renewals + 1):
            left *= (self.beta + turn - 1) / (self.alpha + self.beta + turn - 1)
        return left

    def retention(self, renewal: int) -> float:
        """Of those there before it: the share that stays at a renewal, from 1. It rises, for those who leave easily have left."""
        return (self.beta + renewal - 1) / (self.alpha + self.beta + renewal - 1)


@dataclass(frozen=True, slots=True)
class Backtest:
    """What a fit of the time before foretold for the last `months`: repeat purchases in all. `error`: expected / actual - 1."""

    months: int
    actual: int
    expected: float
    error: float | None

    @property
    def is_good(self) -> bool:
        return self.error is not None and abs(self.error) <= LARGEST_MISS


@dataclass(frozen=True, slots=True)
class LifetimeFit:
    """`gamma_gamma` None where too few bought a second time with a price; `backtest` None where the time is too short for one."""

    customers: int
    repeaters: int
    bgnbd: BgNbd
    gamma_gamma: GammaGamma | None
    backtest: Backtest | None
