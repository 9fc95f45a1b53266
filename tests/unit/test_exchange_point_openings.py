"""Lists of points that customers bring along."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.exchange.columns import Subject, guess_columns, label
from app.exchange.point_openings import OpeningDraft, OpeningReading, read_openings
from app.exchange.problems import MissingColumns, RowReason
from app.exchange.purchases import CustomerKey
from app.exchange.source import open_table
from tests.unit.exchange_files import TODAY, csv_text, write_text


def read(folder: Path, *rows: tuple[str, ...]) -> OpeningReading:
    table = open_table(write_text(folder / "ポイント.csv", csv_text(rows)))
    return read_openings(table, guess_columns(table, Subject.POINTS), today=TODAY)


def test_rows_become_points_with_their_last_valid_day(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        ("customer_code", "points", "expires"),
        ("C1", "1240", "2027-03-31"),
        ("00012", "1,300 pt", ""),
        ("C3", "３００ポイント", "令和9年3月31日"),
        ("C1", "80", "無期限"),
        ("C5", "0", "2026-11-20"),
    )

    assert reading.refused == []
    assert reading.drafts == [
        OpeningDraft(2, CustomerKey("C1"), 1240, date(2027, 3, 31)),
        OpeningDraft(3, CustomerKey("00012"), 1300, None),
        OpeningDraft(4, CustomerKey("C3"), 300, date(2027, 3, 31)),
        OpeningDraft(5, CustomerKey("C1"), 80, None),
        OpeningDraft(6, CustomerKey("C5"), 0, date(2026, 11, 20)),
    ]


def test_what_cannot_come_in_says_why(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        ("会員番号", "保有ポイント", "有効期限"),
        ("", "10", ""),
        ("C1", "", ""),
        ("C1", "たくさん", ""),
        ("C1", "-5", ""),
        ("C1", "10.5", ""),
        ("C1", "10", "2027/13/1"),
        ("C1", "10", "2026/11/19"),
        ("C1", "10", "2027/3/31"),
        ("C1", "20", "2027-03-31"),
        ("C1", "10000000000", ""),
    )

    assert [(error.row, error.reason, error.field) for error in reading.refused] == [
        (2, RowReason.CODE_MISSING, "customer_code"),
        (3, RowReason.POINTS_MISSING, "points"),
        (4, RowReason.NUMBER_UNREADABLE, "points"),
        (5, RowReason.NUMBER_UNREADABLE, "points"),
        (6, RowReason.NUMBER_UNREADABLE, "points"),
        (7, RowReason.NO_SUCH_MONTH, "expires"),
        (8, RowReason.POINTS_LAPSED, "expires"),
        (10, RowReason.POINTS_TWICE, "points"),
        (11, RowReason.NUMBER_UNREADABLE, "points"),
    ]
    assert reading.refused[-2].other == "9"
    assert [draft.row for draft in reading.drafts] == [9]
    assert reading.rows_read == 10


def test_a_list_without_numbers_or_points_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingColumns) as caught:
        read(tmp_path, ("メモ", "備考"), ("吉田 和子", "10"))
    assert caught.value.values["fields"] == "customer_code, points"


def test_a_paper_card_has_a_name_and_perhaps_a_phone(tmp_path: Path) -> None:
    reading = read(
        tmp_path, ("お名前", "電話番号", "ポイント"), ("吉田 和子", "", "10"), ("渡辺 真理", "０３-3711-1234", "20"), ("", "", "5")
    )
    assert [(draft.customer.name, draft.customer.phone, draft.points) for draft in reading.drafts] == [
        ("吉田 和子", "", 10),
        ("渡辺 真理", "03-3711-1234", 20),
    ]
    assert [(error.row, error.reason, error.field) for error in reading.refused] == [(4, RowReason.NAME_MISSING, "customer_name")]


def test_the_columns_have_names_in_both_languages() -> None:
    assert (label("expires", "ja"), label("expires", "en")) == ("使える最後の日", "Last valid day")
