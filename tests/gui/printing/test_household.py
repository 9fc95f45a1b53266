"""The family's names on the address side: one card for those who live together, with or without their names."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.domain.cards import CardSide
from app.models.database import Database
from app.models.records import PrintPiece, PrintPieceJoint
from app.queries.shop import print_settings
from app.views.printing.page import PrintingPage
from tests.factories import add_customer
from tests.gui.printing.conftest import HOME, Viewer

Shown = Callable[..., PrintingPage]


def _family(database: Database) -> list[int]:
    with database.write() as session:
        return [add_customer(session, name, street="渋谷7-7", **HOME) for name in ("三浦 隆", "三浦 葵")]


def test_those_who_live_together_get_one_card(shown: Shown, database: Database, viewer: Viewer) -> None:
    family = _family(database)
    page = shown(customer_ids=family)
    assert [row.key for row in page.recipients.checks()] == [family[1]]
    page.trigger_primary()
    with database.read() as session:
        assert list(session.scalars(select(PrintPiece.customer_id))) == [family[0]]
        assert list(session.scalars(select(PrintPieceJoint.customer_id))) == [family[1]]


def test_whoever_is_taken_in_gets_an_own_card(shown: Shown, database: Database, viewer: Viewer) -> None:
    family = _family(database)
    page = shown(customer_ids=family)
    page.recipients.tick_requested.emit(family[1])
    page.trigger_primary()
    with database.read() as session:
        assert sorted(session.scalars(select(PrintPiece.customer_id))) == family
        assert list(session.scalars(select(PrintPieceJoint.customer_id))) == []


def test_the_names_of_the_family_can_be_left_away(shown: Shown, database: Database, qtbot: QtBot) -> None:
    page = shown(customer_ids=_family(database))
    page.settings_card.pages.set_current("address")
    address = page.settings_card.address
    assert address.with_family.isChecked() and page.settings_card.settings().print_joint_names
    address.with_family.click()
    assert not page.settings_card.settings().print_joint_names

    def is_kept() -> bool:
        with database.read() as session:
            return print_settings(session).get("print_joint_names") is False

    qtbot.waitUntil(is_kept)


def test_whoever_gets_an_own_card_is_not_named_on_the_other_one_shown(shown: Shown, database: Database) -> None:
    family = _family(database)
    page = shown(customer_ids=family)
    page.recipients.chosen.emit(family[0])
    together = page.desk.paper.image(CardSide.ADDRESS)
    page.recipients.tick_requested.emit(family[1])
    page.recipients.chosen.emit(family[0])
    alone = page.desk.paper.image(CardSide.ADDRESS)
    assert together is not None and alone is not None and together != alone
