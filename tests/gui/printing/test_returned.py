"""Recording post that came back, by the keyboard or a hand scanner alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.codes import written
from app.domain.entities import Entity
from app.domain.print_runs import PrintSettings
from app.models.database import Database
from app.queries import shop as shops
from app.queries.codes import codes_for
from app.queries.customers import customer_card
from app.queries.follow_ups import follow_ups_of
from app.queries.returned import returned_pieces
from app.reports.card_runs import check_list, people_for, print_run
from app.services.actions import undo
from app.services.prints import record_print_run
from app.services.returned_mail import record_returned
from app.views.printing.page import PrintingPage
from app.views.printing.returned_panel import ReturnedPanel
from tests.factories import NOW, TODAY
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.printing.conftest import Shown
from tests.gui.widgets.audit import clipped


@pytest.fixture
def codes(database: Database, people: dict[str, int]) -> dict[str, str]:
    """Of the pieces that went out."""
    ids = [people["watanabe"], people["shimizu"]]
    with database.write() as session:
        settings, shop = PrintSettings(), shops.shop_fields(session)
        card = settings.card(shop, "ja", TODAY)
        lines = check_list(people_for(session, ids, TODAY), settings, card)
        found = codes_for(session, card, ids)
        record_print_run(session, print_run(lines, settings, shop, card, codes=found), now=NOW, today=TODAY)
    return {name: found[people[name]] for name in ("watanabe", "shimizu")}


def opened(page: PrintingPage) -> ReturnedPanel:
    assert page.start.printed.action is not None
    page.start.printed.action.click()
    return page.findChildren(ReturnedPanel)[-1]


def scan(panel: ReturnedPanel, code: str) -> None:
    """What a hand scanner types, where the cursor is."""
    field = panel.window().focusWidget()
    assert field is panel.code
    QTest.keyClicks(field, code)
    QTest.keyClick(field, Qt.Key.Key_Return)


def titles(panel: ReturnedPanel) -> list[str]:
    return [row.title for row in panel.taken.rows()]


def test_code_after_code_is_recognised_and_noted_together(
    shown: Shown, codes: dict[str, str], people: dict[str, int], messages: MessageSpy, database: Database
) -> None:
    panel = opened(shown())
    assert not panel.save.isEnabled()
    scan(panel, codes["watanabe"])
    scan(panel, written(codes["shimizu"]).lower())
    assert titles(panel) == ["清水 あゆみ 様", "渡辺 真理 様"]
    assert panel.taken.rows()[1].detail == "150-0002 東京都渋谷区渋谷1-2-3"
    assert panel.save.label() == "Record 2 returned piece(s)"
    QTest.keyClick(panel.code, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert panel.isHidden()
    ((text, action),) = messages.toasts
    assert text.startswith("2 piece(s) recorded as returned")
    with database.write() as session:
        assert customer_card(session, people["watanabe"]).fields.bad_address
        assert [row.note for row in follow_ups_of(session, people["shimizu"])] == ["Post came back. Please ask for the new address."]
        undo(session, action, now=NOW)
        assert returned_pieces(session) == []


def test_a_mistyped_code_is_named_and_the_scanner_goes_on(shown: Shown, codes: dict[str, str]) -> None:
    panel = opened(shown())
    scan(panel, "K7M4-2Q")
    assert "K7M4-2Q" in panel.code_field.error()
    assert panel.code.selectedText() == "K7M4-2Q"
    scan(panel, codes["watanabe"])
    assert (titles(panel), panel.code_field.error(), panel.code.text()) == (["渡辺 真理 様"], "", "")


def test_the_same_piece_twice_says_so(shown: Shown, codes: dict[str, str], database: Database) -> None:
    with database.write() as session:
        record_returned(session, [codes["shimizu"]], note="", now=NOW, today=TODAY)
    panel = opened(shown())
    scan(panel, codes["watanabe"])
    scan(panel, codes["watanabe"])
    assert "渡辺 真理" in panel.code_field.error()
    scan(panel, codes["shimizu"])
    assert "清水 あゆみ" in panel.code_field.error()
    assert titles(panel) == ["渡辺 真理 様"]


def test_a_piece_is_taken_off_the_list_by_the_keyboard(shown: Shown, codes: dict[str, str]) -> None:
    panel = opened(shown())
    for code in codes.values():
        scan(panel, code)
    panel.taken.setFocus()
    QTest.keyClick(panel.taken, Qt.Key.Key_Delete)
    assert len(titles(panel)) == 1
    assert panel.window().focusWidget() is panel.code


def test_what_came_back_is_listed_with_a_way_to_the_record(
    shown: Shown, codes: dict[str, str], people: dict[str, int], database: Database, navigation: NavigationSpy
) -> None:
    page = shown()
    panel = opened(page)
    assert not panel.nothing.isHidden() and panel.before.isHidden()
    panel.close_panel()
    with database.write() as session:
        record_returned(session, [codes["watanabe"]], note="", now=NOW, today=TODAY)
    panel = opened(page)
    assert [row.title for row in panel.before.rows()] == ["渡辺 真理 様"]
    assert panel.nothing.isHidden()
    panel.before.setFocus()
    panel.before.select_key(panel.before.rows()[0].key)
    QTest.keyClick(panel.before, Qt.Key.Key_Return)
    assert navigation.shown[-1] == ("customers", {"customer_id": people["watanabe"]})


def test_what_is_noted_elsewhere_meanwhile_is_listed(shown: Shown, codes: dict[str, str], database: Database) -> None:
    page = shown()
    panel = opened(page)
    QTest.keyClicks(panel.code, codes["shimizu"])
    QTest.keyClick(panel.code, Qt.Key.Key_Return)
    with database.write() as session:
        record_returned(session, [codes["watanabe"]], note="", now=NOW, today=TODAY)
    page.context.tasks.announce(frozenset({Entity.PRINT_RUN}))
    assert [row.title for row in panel.before.rows()] == ["渡辺 真理 様"]
    assert len(panel.taken.rows()) == 1


def test_what_was_scanned_is_not_lost_without_a_question(shown: Shown, codes: dict[str, str], messages: MessageSpy) -> None:
    messages.answer = False
    panel = opened(shown())
    scan(panel, codes["watanabe"])
    QTest.keyClick(panel.code, Qt.Key.Key_Escape)
    assert len(messages.questions) == 1
    assert panel.isVisible()


def test_the_log_says_how_many_came_back(shown: Shown, codes: dict[str, str], database: Database) -> None:
    with database.write() as session:
        record_returned(session, list(codes.values()), note="", now=NOW, today=TODAY)
    page = shown()
    assert page.start.log.rows()[0].detail.endswith("2 returned by post")


@pytest.mark.parametrize("width", [1162, 760])
def test_everything_fits(shown: Shown, codes: dict[str, str], qtbot: QtBot, width: int) -> None:
    panel = opened(shown(width=width))
    for code in codes.values():
        scan(panel, code)
    assert clipped(panel) == []
