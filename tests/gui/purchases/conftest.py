"""A shop with somebody who comes often, and a window for the panels to lie over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.codes import piece_code
from app.domain.offers import NO_OFFER, Offer
from app.domain.points import RuleFields
from app.domain.prints import PrintKind
from app.domain.purchases import LineFields
from app.domain.tiers import LoyaltySettings, TierDraft, TierFields
from app.models.database import Database
from app.models.purchase import Purchase, PurchaseLine
from app.models.records import PrintPiece, PrintRun
from app.models.shop import Shop
from app.queries.tiers import tiers
from app.services.actions import undo
from app.services.points import adjust_points, set_rule
from app.services.tiers import set_tier, set_tiers
from app.views.theme import Density, Mode, Theme
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.fakes import MessageSpy

TEN = Decimal("0.1")
CUT = LineFields(product="カット", unit_price=4950, amount=4950, tax_rate=TEN)
COLOUR = LineFields(product="白髪染め", unit_price=4400, amount=4400, tax_rate=TEN)
SHAMPOO = LineFields(product="シャンプー 300mL", product_code="S300", unit_price=2640, amount=2640, tax_rate=TEN)

Receipt = tuple[int, int | None, int, list[tuple[str, Decimal, int, int]]]
Receipts = Callable[[], list[Receipt]]


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[Theme]:
    kept = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Japanese))
    yield Theme.install(qapp, mode=Mode.LIGHT, text_percent=100, density=Density.NORMAL, crisp=False)
    QLocale.setDefault(kept)
    Theme.install(qapp, mode=Mode.LIGHT)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def kazuko(database: Database) -> int:
    """Comes every 30 days; bought a cut and a colour last time. A shampoo was sold to somebody else."""
    with database.write() as session:
        customer = add_customer(session, "吉田 和子", kana="よしだ かずこ", note="椅子にクッション")
        other = add_customer(session, "佐藤 花子", kana="さとう はなこ")
        for ago in (150, 120, 90, 60, 30):
            add_purchase(session, customer, TODAY - timedelta(days=ago), lines=(CUT, COLOUR))
        add_purchase(session, other, TODAY - timedelta(days=5), lines=(SHAMPOO,))
    return customer


@pytest.fixture
def gold(database: Database, kazuko: int) -> int:
    """Kazuko with 1,240 points, of which 300 lapse at the end of the year, in a tier that earns 1.5 times; 1 point per 100 yen."""
    with database.write() as session:
        set_rule(session, RuleFields(amount=100, points=1, use_from=10), valid_from=None, now=NOW)
        set_tiers(session, [TierDraft(None, TierFields("ゴールド", 10**9, 150))], LoyaltySettings(tiers_on=True), now=NOW, today=TODAY)
        set_tier(session, kazuko, tiers(session)[0].id, now=NOW, today=TODAY)
        adjust_points(session, kazuko, 300, "開店のとき", now=NOW, today=TODAY, expires=date(2026, 12, 31))
        adjust_points(session, kazuko, 940, "開店のとき", now=NOW, today=TODAY)
    return kazuko


CardOf = Callable[..., str]


@pytest.fixture
def card_of(database: Database) -> CardOf:
    """Prints a card with an offer for a customer and says its code."""

    def make(customer_id: int, offer: Offer = NO_OFFER, title: str = "秋のはがき") -> str:
        with database.write() as session:
            recipe = {"offer": offer.to_json()}
            run = PrintRun(
                at=NOW, day=TODAY - timedelta(days=20), kind=PrintKind.THANK_YOU, title=title, recipe=recipe,
                template_hash="", file_hash="", pieces=1, cost=0,
            )  # fmt: skip
            session.add(run)
            session.flush()
            code = piece_code(session.query(Shop).one().code_secret or b"", f"{run.id}")
            session.add(PrintPiece(run_id=run.id, position=0, customer_id=customer_id, code=code))
        return code

    return make


@pytest.fixture
def recorded_today(database: Database) -> Receipts:
    """Purchases with a day of today: id, customer, amount, lines."""

    def read() -> list[Receipt]:
        with database.read() as session:
            found: list[Receipt] = []
            for purchase in session.query(Purchase).filter(Purchase.day == TODAY).order_by(Purchase.id):
                lines = session.query(PurchaseLine).filter_by(purchase_id=purchase.id).order_by(PurchaseLine.position)
                cells = [(line.product, Decimal(str(line.quantity)), line.unit_price, line.amount) for line in lines]
                found.append((purchase.id, purchase.customer_id, purchase.amount, cells))
            return found

    return read


def commit(field: QWidget, text: str) -> None:
    """What the input method sends when a word is finished."""
    done = QInputMethodEvent()
    done.setCommitString(text)
    QApplication.sendEvent(field, done)


def retype(qtbot: QtBot, field: QWidget, text: str) -> None:
    """Replace what stands in a field by the keyboard."""
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, text)


def press_ctrl_enter(qtbot: QtBot) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def undo_last(database: Database, messages: MessageSpy) -> None:
    """What the toast's button does."""
    action = messages.toasts[-1][1]
    assert action is not None
    with database.write() as session:
        undo(session, action, now=NOW)


def free() -> None:
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
