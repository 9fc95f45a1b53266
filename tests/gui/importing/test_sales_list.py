"""A sales list: receipts, sales without a customer, refunds, and what happens with customers nobody knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.models.database import Database
from app.models.purchase import Purchase, PurchaseLine
from app.views.importing.strangers_card import StrangersCard
from tests.factories import add_customer
from tests.gui.importing.conftest import RESULT, Wizard, list_file

SALES = (
    ("伝票番号", "売上日", "会員番号", "商品名", "金額"),
    ("R-1", "2026/2/3", "101", "カット", "4,950"),
    ("R-1", "2026/2/3", "101", "シャンプー", "￥２，６４０"),
    ("R-2", "令和8年6月1日", "999", "カット", "4950"),
    ("R-3", "2026/6/3", "", "物販", "1200"),
    ("R-4", "2026/6/4", "101", "取消", "△500"),
    ("R-5", "いつか", "101", "カット", "4950"),
)


@pytest.fixture
def sales(wizard: Wizard, tmp_path: Path, database: Database) -> Wizard:
    with database.write() as session:
        add_customer(session, "髙橋 由美子", code="101")
    return wizard.open(list_file(tmp_path, SALES, "売上.csv"))


def stored(database: Database) -> tuple[int, int, int]:
    """Receipts, lines, and the sum of all amounts."""
    with database.read() as session:
        lines = session.scalar(select(func.count()).select_from(PurchaseLine))
        receipts, amount = session.execute(select(func.count(), func.coalesce(func.sum(Purchase.amount), 0)).select_from(Purchase)).one()
        return receipts, lines or 0, amount


def test_what_is_in_it_is_said_before(sales: Wizard) -> None:
    sales.press()
    assert sales.check.counts.texts() == [
        "5 rows come in",
        "4 items receipts",
        "1 row without a customer",
        "1 item refunds",
        "1 row cannot come in",
    ]
    strangers = sales.page.findChild(StrangersCard)
    assert strangers is not None
    assert strangers.isVisible()
    assert sales.primary.label() == "Import 5 rows"


def test_unknown_customers_are_registered(sales: Wizard, database: Database) -> None:
    sales.press().press()
    assert sales.step == RESULT
    assert sales.names() == ["髙橋 由美子", "999"]
    assert stored(database) == (4, 5, 4950 + 2640 + 4950 + 1200 - 500)
    assert sales.result.counts.texts() == [
        "5 rows came in",
        "1 customer newly registered",
        "1 row sales without a customer",
        "1 row left out",
    ]


def test_or_their_rows_are_left_out_and_listed(sales: Wizard, database: Database) -> None:
    sales.columns.creates_chosen.emit(False)
    sales.press()
    assert sales.primary.label() == "Import 4 rows"
    sales.press()
    assert sales.names() == ["髙橋 由美子"]
    assert stored(database) == (3, 4, 4950 + 2640 + 1200 - 500)
    table = sales.result.table.model()
    assert [table.index(row, 4).data() for row in range(2)] == ["There is no customer 999.", "This cannot be read as a date."]


def test_a_date_is_typed_anew(sales: Wizard, database: Database) -> None:
    sales.press()
    sales.type_into("This cannot be read as a date.", "R8.6.5")
    assert sales.primary.label() == "Import 6 rows"
    sales.press()
    assert stored(database)[0] == 5


def test_receipts_that_are_there_already_stay_out(sales: Wizard, database: Database, tmp_path: Path) -> None:
    sales.press().press()
    more = (*SALES, ("R-6", "2026/7/1", "101", "カット", "4950"))
    sales.open(list_file(tmp_path, more, "売上2.csv")).press()
    assert "5 rows there already, left out" in sales.check.counts.texts()
    assert sales.primary.label() == "Import 1 row"
    sales.press()
    assert stored(database)[0] == 5


def test_undoing_takes_the_sales_out(sales: Wizard, database: Database) -> None:
    sales.press().press()
    sales.click("Undo this import")
    assert (stored(database), sales.names()) == ((0, 0, 0), ["髙橋 由美子"])
