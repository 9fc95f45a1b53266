"""A receipt among a customer's purchases says how it was paid: with points, and with the tax that comes on top."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.points import RuleFields
from app.domain.shop import TaxEntry
from app.models.database import Database
from app.models.shop import Shop
from app.services.points import adjust_points, set_rule
from app.services.purchases import refund_visit
from tests.factories import NOW, TODAY, add_purchase
from tests.gui.customers.conftest import Shown


@pytest.mark.parametrize(
    ("entry", "title", "paid"),
    [(TaxEntry.INCLUDED, "¥5,000", "paid ¥4,900"), (TaxEntry.EXCLUDED, "¥5,000 without tax", "paid ¥5,390")],
)
def test_points_and_payment_stand_above_the_lines(
    shown: Shown, people: dict[str, int], database: Database, entry: TaxEntry, title: str, paid: str
) -> None:
    with database.write() as session:
        session.query(Shop).one().tax_entry = entry
        set_rule(session, RuleFields(point_value=2), valid_from=None, now=NOW)
        adjust_points(session, people["never"], 50, "開店のとき", now=NOW, today=TODAY)
        add_purchase(session, people["never"], TODAY, 5000, points_used=50)
    tab = shown(customer_id=people["never"], tab="purchases").detail.purchases
    assert tab.title.text().endswith(title)
    assert "points used 50" in tab.note.text() and paid in tab.note.text()


def test_what_was_paid_as_priced_says_no_more(shown: Shown, people: dict[str, int], database: Database, qtbot: QtBot) -> None:
    with database.write() as session:
        number = add_purchase(session, people["never"], TODAY, 5000)
        refund_visit(session, number, now=NOW, today=TODAY)
    tab = shown(customer_id=people["never"], tab="purchases").detail.purchases
    for _ in range(2):
        assert "paid" not in tab.note.text() and "points" not in tab.note.text() and "tax" not in tab.title.text()
        qtbot.keyClick(tab.table, Qt.Key.Key_Down)
