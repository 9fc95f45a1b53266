"""A list of contracts in the wizard: found out by itself, checked against the shop, stored and undone."""

from __future__ import annotations

from pathlib import Path

from app.domain.imports import ImportKind
from app.models.database import Database
from app.queries.contracts import contracts_of
from app.views.widgets.table_view import SimpleTable
from tests.factories import TODAY, add_customer
from tests.fakes import MessageSpy
from tests.gui.importing.conftest import CHECK, COLUMNS, FILE, RESULT, Wizard, list_file

ROWS = (
    ("会員番号", "契約内容", "契約開始日", "解約日", "月額", "解約理由"),
    ("1", "会員", "2025/1/15", "", "8000", ""),
    ("1", "保守", "2024/4/1", "2026/3/31", "500", "引っ越し"),
    ("9", "会員", "2025/1/15", "", "8000", ""),
)


def test_contracts_come_in_and_go_again(wizard: Wizard, database: Database, messages: MessageSpy, tmp_path: Path) -> None:
    with database.write() as session:
        customer = add_customer(session, "吉田 和子", code="1")
    wizard.open(list_file(tmp_path, ROWS, "契約.csv"))
    opened = wizard.page.desk.draft.opened
    assert opened is not None and opened.kind is ImportKind.CONTRACTS
    assert wizard.step == COLUMNS and wizard.columns.is_complete()
    wizard.press()
    assert wizard.step == CHECK
    assert wizard.check.counts.texts() == [
        "2 rows come in or bring a contract up to date",
        "1 row with the day of the end",
        "1 row cannot come in",
    ]
    wizard.press()
    assert wizard.step == RESULT
    with database.read() as session:
        assert [(row.plan, row.price, row.reason) for row in contracts_of(session, customer, TODAY)] == [
            ("会員", 8_000, ""),
            ("保守", 500, "引っ越し"),
        ]
    assert wizard.primary.label() == "See the contracts"
    wizard.click("Undo this import")
    assert wizard.step == FILE
    with database.read() as session:
        assert contracts_of(session, customer, TODAY) == ()
    assert "contracts taken out" in messages.toasts[-1][0]


def test_a_list_without_doubts_shows_how_it_comes_in(wizard: Wizard, database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        add_customer(session, "吉田 和子", code="1")
    wizard.open(list_file(tmp_path, ROWS[:3], "契約.csv")).press()
    wizard.click("See how it comes in")
    table = wizard.check.findChild(SimpleTable)
    assert table is not None
    model = table.model()
    shown = [[str(model.index(row, column).data() or "") for column in range(model.columnCount())] for row in range(model.rowCount())]
    assert [(cells[1], cells[3], cells[7]) for cells in shown] == [("1", "会員", ""), ("1", "保守", "引っ越し")]
