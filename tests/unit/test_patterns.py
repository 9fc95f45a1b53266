"""Which product follows which, by hand; and whether two shares differ, judged by scipy."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import chi2_contingency

from app.analytics.patterns import followings, two_shares

CUT, CARE, WAX = 0, 1, 2


def rows(*sold: tuple[int, int, int]) -> dict[str, np.ndarray]:
    columns = np.array(sold, dtype=np.int64)
    return {"customer": columns[:, 0], "day": columns[:, 1], "product": columns[:, 2]}


def test_a_pair_by_hand() -> None:
    """Cut first: 1, 2, 3 (and 4, whose 90 days are not over). Care after it within 90 days: 1 and 2; 3 on the same day, which is no after.
    Without a cut: 5, who bought care after wax, and 6, who bought wax alone. Everybody seen long enough: 1, 2, 3, 5, 6; of them bought care
    after their first day: 1, 2, 5."""
    sold = rows(
        (1, 0, CUT), (1, 30, CARE), (1, 40, CARE), (2, 0, CUT), (2, 90, CARE), (3, 5, CUT), (3, 5, CARE), (3, 96, CARE),
        (4, 60, CUT), (4, 61, CARE), (5, 0, WAX), (5, 10, CARE), (6, 0, WAX),
    )  # fmt: skip
    found = {(one.first, one.then): one for one in followings(**sold, within=90, until=100, fewest=1)}
    pair = found[CUT, CARE]
    assert (pair.buyers, pair.followed, pair.others, pair.others_then) == (3, 2, 2, 1)
    assert (pair.everybody, pair.bought_then) == (5, 3)
    assert (pair.confidence, pair.support, pair.lift) == pytest.approx((2 / 3, 2 / 5, (2 / 3) / (3 / 5)))
    assert (found[WAX, CARE].buyers, found[WAX, CARE].followed) == (2, 1)
    assert (CARE, CUT) not in found


def test_few_pairs_are_no_pattern() -> None:
    sold = rows((1, 0, CUT), (1, 30, CARE), (2, 0, CUT), (2, 30, CARE))
    assert len(followings(**sold, within=90, until=200, fewest=2)) == 1
    assert followings(**sold, within=90, until=200, fewest=3) == []
    nobody = np.empty(0, dtype=np.int64)
    assert followings(nobody, nobody, nobody, within=90, until=200) == []


@pytest.mark.parametrize(("one", "of_one", "other", "of_other"), [(48, 120, 30, 300), (5, 40, 9, 60), (0, 20, 3, 30)])
def test_two_shares_as_the_judge_says(one: int, of_one: int, other: int, of_other: int) -> None:
    judged = chi2_contingency([[one, of_one - one], [other, of_other - other]], correction=False)
    assert two_shares(one, of_one, other, of_other) == pytest.approx(judged.pvalue)


def test_shares_without_anybody_are_not_compared() -> None:
    assert two_shares(0, 0, 3, 10) is None
    assert two_shares(0, 10, 0, 10) is None
