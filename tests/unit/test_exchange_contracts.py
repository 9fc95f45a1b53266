"""Lists of contracts as shops keep them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.contracts import PriceEvery
from app.domain.money import JPY
from app.exchange.columns import Subject, guess_columns
from app.exchange.contracts import read_contracts
from app.exchange.source import open_table


@pytest.mark.parametrize("header", ["支払い", "お支払い", "支払区分", "支払周期"])
def test_how_often_it_is_paid_is_understood_in_the_words_of_shops(tmp_path: Path, header: str) -> None:
    path = tmp_path / "契約.csv"
    rows = "1,車検・点検プラン,2025/12/10,12000,年払い\n2,オイル会員,2026/01/15,3300,月払い\n3,コーティング,2026/02/01,80000,一括払い\n"
    path.write_bytes(f"顧客番号,契約名,開始日,金額,{header}\n{rows}".encode("cp932"))
    table = open_table(path)
    reading = read_contracts(table, guess_columns(table, Subject.CONTRACTS), currency=JPY)
    assert [draft.every for draft in reading.drafts] == [PriceEvery.YEAR, PriceEvery.MONTH, PriceEvery.ONCE]
    assert not reading.refused
