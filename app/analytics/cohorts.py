"""Classic cohort retention: of those who first came in a month, how many came k months later.

Cell (c, k) = customers of cohort c with an occasion in month c + k / size of c; k = 0 is 100 %.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from app.analytics.occasions import Ints, Occasions
from app.domain.periods import add_months, month_start, months_between
from app.domain.rates import CELL_ENOUGH, Rate, rate_of


@dataclass(frozen=True, slots=True)
class CohortCell:
    """`is_complete` is False for the month still running: shown blank, never compared."""

    cohort: date
    size: int
    k: int
    rate: Rate
    is_complete: bool


@dataclass(frozen=True, slots=True)
class CohortTable:
    """`cohorts` are month starts, oldest first; `active[i][k]` counts, as far as months have begun before `as_of`."""

    as_of: date
    cohorts: tuple[date, ...]
    sizes: tuple[int, ...]
    active: tuple[tuple[int, ...], ...]

    def cells(self) -> Iterator[CohortCell]:
        for cohort, size, counts in zip(self.cohorts, self.sizes, self.active, strict=True):
            for k, count in enumerate(counts):
                over = add_months(cohort, k + 1) <= self.as_of
                yield CohortCell(cohort, size, k, rate_of(count, size, enough=CELL_ENOUGH), over)

    def latest(self, cohorts: int, columns: int) -> CohortTable:
        """The newest `cohorts` rows with at most `columns` cells, for a square picture."""
        rows = tuple(counts[:columns] for counts in self.active[-cohorts:])
        return CohortTable(self.as_of, self.cohorts[-cohorts:], self.sizes[-cohorts:], rows)


def cohort_retention(occasions: Occasions, as_of: date) -> CohortTable:
    """Months in which nobody came for the first time have no row."""
    counted = occasions.before(as_of)
    if not len(counted):
        return CohortTable(as_of, (), (), ())
    month = _month_numbers(counted.day)
    first = counted.first_rows()
    owner = np.cumsum(first) - 1
    cohort = month[first][owner]
    # One entry per customer and month, then one count per (cohort, k).
    fresh = first | np.concatenate(([True], month[1:] != month[:-1]))
    base = int(month.min())
    span = int(month.max()) - base + 1
    where = (cohort[fresh] - base) * span + (month[fresh] - cohort[fresh])
    table = np.bincount(where, minlength=span * span).reshape(span, span)
    rows = ((_month_of_number(base + c), k, int(table[c, k])) for c in range(span) for k in range(span - c) if table[c, 0])
    return cohorts_from_rows(rows, as_of)


def cohorts_from_rows(rows: Iterable[tuple[date, int, int]], as_of: date) -> CohortTable:
    """The same from kept sums: (cohort month, k, active customers); k = 0 gives the size, a missing k counts nobody."""
    counts: dict[date, dict[int, int]] = {}
    for cohort, k, active in rows:
        counts.setdefault(month_start(cohort), {})[k] = active
    cohorts = tuple(sorted(cohort for cohort, cells in counts.items() if cells.get(0)))
    active_rows = tuple(tuple(counts[cohort].get(k, 0) for k in range(_months_begun(cohort, as_of))) for cohort in cohorts)
    return CohortTable(as_of, cohorts, tuple(counts[cohort][0] for cohort in cohorts), active_rows)


def cohort_members(occasions: Occasions, cohort: date, k: int) -> Ints:
    """The ids behind a cell: first came in the month of `cohort`, and came in the k-th month after."""
    month = _month_numbers(occasions.day)
    first = occasions.first_rows()
    owner = np.cumsum(first) - 1
    wanted = cohort.year * 12 + cohort.month - 1
    hit = (month[first][owner] == wanted) & (month == wanted + k)
    return np.unique(occasions.customer[hit])


def _months_begun(cohort: date, as_of: date) -> int:
    begun = months_between(cohort, as_of)
    return begun + (as_of.day > 1)


def _month_numbers(days: Ints) -> Ints:
    """year * 12 + month - 1 of day numbers."""
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return months + 1970 * 12


def _month_of_number(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)
