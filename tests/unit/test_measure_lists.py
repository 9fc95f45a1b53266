"""Lists of measures drawn elsewhere: read whatever they are called and written with, each bad row with its reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.measure_lists import OutsideRow
from app.domain.measures import Arm
from app.domain.money import CURRENCIES, JPY
from app.exchange.measure_lists import AssignmentReading, open_assignment, read_assignment
from app.exchange.problems import HeaderOnly, MissingColumns, RowReason
from tests.unit.exchange_files import write_text

R = RowReason


def read(path: Path, text: str, encoding: str = "utf-8") -> AssignmentReading:
    table, mapping = open_assignment(write_text(path / "list.csv", text, encoding))
    return read_assignment(table, mapping, currency=JPY)


def test_the_two_columns_are_enough(tmp_path: Path) -> None:
    reading = read(tmp_path, "customer_code,arm\n0001,sent\n0002,held\n")
    assert reading.rows == [OutsideRow(2, "0001", Arm.SENT), OutsideRow(3, "0002", Arm.HELD)]
    assert reading.refused == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp932", "utf-16"])
def test_tabs_japanese_names_and_other_characters(tmp_path: Path, encoding: str) -> None:
    text = "お客様番号\t割付\t送付日\t費用\n１０１\t送る\t2026年10月1日\t107円\n102\t送らない\t\t\n"
    reading = read(tmp_path, text, encoding)
    assert reading.rows == [OutsideRow(2, "101", Arm.SENT, date(2026, 10, 1), 107), OutsideRow(3, "102", Arm.HELD)]


def test_other_columns_in_any_order_are_passed_over(tmp_path: Path) -> None:
    reading = read(tmp_path, "arm,name,cost,customer_code,date\n SENT ,林,12,A-1,2026-10-01\nControl,森,,A-2,\n")
    assert reading.rows == [OutsideRow(2, "A-1", Arm.SENT, date(2026, 10, 1), 12), OutsideRow(3, "A-2", Arm.HELD)]


def test_each_bad_row_is_refused_with_its_reason(tmp_path: Path) -> None:
    text = "customer_code,arm,date,cost\n,sent,,\n1,maybe,,\n2,sent,2026-13-01,\n3,held,,-5\n4,sent,,a lot\n5,sent\n6,held,,0\n"
    reading = read(tmp_path, text)
    assert [row.customer_code for row in reading.rows] == ["6"]
    assert [(error.row, error.reason) for error in reading.refused] == [
        (2, R.CODE_MISSING),
        (3, R.ARM_UNKNOWN),
        (4, R.NO_SUCH_MONTH),
        (5, R.AMOUNT_UNREADABLE),
        (6, R.AMOUNT_UNREADABLE),
        (7, R.TOO_FEW_CELLS),
    ]
    assert reading.refused[1].value == "maybe"


def test_costs_are_in_the_minor_units_of_the_shop(tmp_path: Path) -> None:
    table, mapping = open_assignment(write_text(tmp_path / "list.csv", "customer_code,arm,cost\n1,sent,1.07\n"))
    assert read_assignment(table, mapping, currency=CURRENCIES["EUR"]).rows[0].cost == 107


@pytest.mark.parametrize(("text", "missing"), [("customer_code,name\n1,林\n", "arm"), ("arm,amount\nsent,1\n", "customer_code")])
def test_without_customers_or_arms_it_is_no_such_list(tmp_path: Path, text: str, missing: str) -> None:
    with pytest.raises(MissingColumns) as refused:
        open_assignment(write_text(tmp_path / "list.csv", text))
    assert refused.value.values["fields"] == missing


def test_a_header_alone_is_no_list(tmp_path: Path) -> None:
    with pytest.raises(HeaderOnly):
        open_assignment(write_text(tmp_path / "list.csv", "customer_code,arm\n"))
