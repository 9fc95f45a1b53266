"""Points from paper cards in the wizard: found by number or name, checked, brought in, undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.imports import ImportKind
from app.models.database import Database
from app.queries.points import balances
from app.views.widgets.table_view import SimpleTable
from tests.factories import TODAY, add_customer
from tests.fakes import MessageSpy
from tests.gui.importing.conftest import CHECK, COLUMNS, FILE, RESULT, Wizard, list_file

CARDS = (("お名前", "ポイント", "有効期限"), ("吉田 和子", "120", "2027/3/31"), ("渡辺 真理", "30", ""), ("よしだ", "５", ""))


@pytest.fixture
def customers(database: Database) -> list[int]:
    with database.write() as session:
        return [add_customer(session, name) for name in ("吉田 和子", "渡辺 真理")]


def kept(database: Database) -> dict[int, int]:
    with database.read() as session:
        return {number: points for number, points in balances(session, TODAY).items() if points}


def test_points_of_paper_cards_come_in_by_name_and_go_again(
    wizard: Wizard, customers: list[int], database: Database, messages: MessageSpy, tmp_path: Path
) -> None:
    wizard.page.open_with(kind=ImportKind.POINTS)
    wizard.open(list_file(tmp_path, CARDS, "カード.csv"))
    assert wizard.step == COLUMNS and wizard.columns.is_complete()
    wizard.press()
    assert wizard.step == CHECK
    assert wizard.check.counts.texts() == ["2 rows come in", "150 points in all", "1 row cannot come in"]
    wizard.type_into("よしだ", "吉田 和子")
    assert wizard.primary.label() == "Import 3 rows"
    wizard.press()
    assert wizard.step == RESULT
    assert kept(database) == {customers[0]: 125, customers[1]: 30}
    assert wizard.result.counts.texts() == ["3 rows came in", "0 rows left out"]
    wizard.click("Undo this import")
    assert kept(database) == {} and wizard.step == FILE
    assert messages.toasts[-1][0] == "The import was undone: 155 points taken off again"


def test_a_list_without_doubts_shows_how_it_comes_in(wizard: Wizard, customers: list[int], tmp_path: Path) -> None:
    wizard.page.open_with(kind=ImportKind.POINTS)
    wizard.open(list_file(tmp_path, CARDS[:3], "カード.csv")).press()
    wizard.click("See how it comes in")
    table = wizard.check.findChild(SimpleTable)
    assert table is not None
    model = table.model()
    shown = [[str(model.index(row, column).data() or "") for column in range(model.columnCount())] for row in range(model.rowCount())]
    assert [(cells[2], cells[4]) for cells in shown] == [("吉田 和子", "120"), ("渡辺 真理", "30")]


def test_a_list_of_numbers_and_points_is_recognised(wizard: Wizard, tmp_path: Path) -> None:
    wizard.open(list_file(tmp_path, (("会員番号", "ポイント残高"), ("1", "20")), "list.csv"))
    opened = wizard.page.desk.draft.opened
    assert opened is not None and opened.kind is ImportKind.POINTS


def test_points_without_saying_whose_do_not_go_on(wizard: Wizard, tmp_path: Path) -> None:
    wizard.page.open_with(kind=ImportKind.POINTS)
    wizard.open(list_file(tmp_path, (("メモ", "ポイント"), ("x", "20")), "list.csv"))
    assert not wizard.columns.is_complete()
