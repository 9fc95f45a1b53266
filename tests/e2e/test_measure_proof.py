"""A campaign from files to its verdict, in shops where the truth is known: what the program says is what the files and scipy say."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import stats

from tests.e2e.cli_runs import CommandLine

PEOPLE = 300
START = date(2026, 3, 2)
WINDOW = 60
MARGIN = 0.6
"""Of a shop that says nothing about it."""
SPENT_MORE = 5_000
Floats = NDArray[np.float64]


class _Shop:
    """People who buy by chance, each as often and as dear as is his way (gamma-Poisson, lognormal). `share` of those sent to buy once more
    for SPENT_MORE: on average that brings `truth` each."""

    def __init__(self, seed: int, share: float) -> None:
        self._dice = np.random.default_rng(seed)
        self.truth = share * SPENT_MORE * MARGIN
        self.is_sent = self._dice.permutation(PEOPLE) < PEOPLE // 2
        self.before, self.within = np.zeros(PEOPLE), np.zeros(PEOPLE)
        self.came = np.zeros(PEOPLE, dtype=np.bool_)
        self.sales: list[tuple[date, int, int]] = []
        often, dear = self._dice.gamma(0.8, 3.0, PEOPLE), self._dice.lognormal(8.2, 0.5, PEOPLE)
        is_moved = self.is_sent & (self._dice.random(PEOPLE) < share)
        for person in range(PEOPLE):
            for day in self._dice.integers(-400, WINDOW + 10, self._dice.poisson(often[person])):
                self._sell(person, int(day), int(dear[person]))
            if is_moved[person]:
                self._sell(person, int(self._dice.integers(0, WINDOW)), SPENT_MORE)

    def _sell(self, person: int, day: int, amount: int) -> None:
        self.sales.append((START + timedelta(days=day), person, amount))
        self.before[person] += MARGIN * amount * (-365 <= day < 0)
        self.within[person] += MARGIN * amount * (0 <= day < WINDOW)
        self.came[person] |= 0 <= day < WINDOW

    def written(self, folder: Path) -> tuple[str, str, str]:
        texts = {
            "customers.csv": ["customer_code,name", *(f"{one:04},客 {one}" for one in range(PEOPLE))],
            "sales.csv": [
                "receipt,date,customer_code,amount",
                *(f"R{n},{day},{person:04},{amount}" for n, (day, person, amount) in enumerate(self.sales)),
            ],
            "assignment.csv": ["customer_code,arm", *(f"{n:04},{'sent' if sent else 'held'}" for n, sent in enumerate(self.is_sent))],
        }
        for name, lines in texts.items():
            (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        customers, sales, assignment = (str(folder / name) for name in texts)
        return customers, sales, assignment


def _judged(within: Floats, before: Floats, is_sent: NDArray[np.bool_]) -> tuple[float, float, float]:
    """Effect and interval by textbook: the margin less its slope on the margin before, then Welch."""
    slope = float(np.cov(within, before)[0, 1] / before.var(ddof=1))
    left = within - slope * (before - before.mean())
    low, high = stats.ttest_ind(left[is_sent], left[~is_sent], equal_var=False).confidence_interval(0.95)
    return float(left[is_sent].mean() - left[~is_sent].mean()), float(low), float(high)


@pytest.mark.parametrize(("seed", "share", "verdict"), [(11, 0.0, "not_yet_clear"), (12, 0.4, "works"), (13, 0.5, "works")])
def test_a_known_effect_is_found_and_none_where_there_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], seed: int, share: float, verdict: str
) -> None:
    true = _Shop(seed, share)
    customers, sales, assignment = true.written(tmp_path)
    shop = CommandLine(tmp_path / "shop", capsys)
    shop.text("new", "--name", "美容室 こもれび")
    shop.text("import", "customers", customers)
    shop.text("import", "purchases", sales)
    given = ("--name", "春のはがき", "--assignment", assignment, "--sent-on", str(START), "--window", str(WINDOW), "--cost", "20000")
    made = shop.json("measure", "create", *given)
    assert (made["n_sent"], made["n_held"], made["refused"]) == (PEOPLE // 2, PEOPLE // 2, [])
    after = str(START + timedelta(days=WINDOW))
    found = shop.json("measure", "result", "1", "--as-of", after)
    shop.json("measure", "export", "1", "--out", str(tmp_path / "rows.csv"), "--as-of", after)
    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as file:
        rows = {int(row["customer_code"]): row for row in csv.DictReader(file)}

    # The rows are those of the files, person by person.
    def column(name: str) -> Floats:
        return np.array([float(rows[one][name]) for one in range(PEOPLE)])

    assert [rows[one]["arm"] == "sent" for one in range(PEOPLE)] == true.is_sent.tolist()
    assert column("margin_before") == pytest.approx(true.before)
    assert column("margin_in_window") == pytest.approx(true.within)
    assert (column("came") == 1).tolist() == true.came.tolist()
    # What is said of them is what anybody works out.
    effect, low, high = _judged(column("margin_in_window"), column("margin_before"), true.is_sent)
    told = found["margin"]["cuped"]
    assert (told["effect"], told["low"], told["high"]) == pytest.approx((effect, low, high))
    sent = PEOPLE // 2
    assert found["roi"]["value"] == pytest.approx((sent * effect - 20_000) / 20_000)
    assert (found["came_sent"], found["came_held"]) == (int(true.came[true.is_sent].sum()), int(true.came[~true.is_sent].sum()))
    # And the truth is within.
    assert told["low"] < true.truth < told["high"]
    assert (found["verdict"], found["complete"]) == (verdict, True)
    assert "drawn_outside" in found["labels"]
