"""The wizard on a shop's data, driven as a user would."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.context import AppContext
from app.domain.customers import Consent, PartialDate
from app.i18n import Translators
from app.models.customer import Customer
from app.models.database import Database
from app.views.importing.check_step import CheckStep
from app.views.importing.columns_step import ColumnsStep
from app.views.importing.doubles_card import DoublesCard
from app.views.importing.entry_list import EntryList
from app.views.importing.footer import Footer
from app.views.importing.page import ImportPage
from app.views.importing.result_step import ResultStep
from app.views.widgets.banner import Banner
from app.views.widgets.buttons import OkaeriButton
from app.views.widgets.steps import HorizontalSteps
from tests.factories import add_customer
from tests.unit.exchange_files import SHOP_LIST, csv_text, write_text

P = TypeVar("P", bound=QWidget)
FILE, COLUMNS, CHECK, RESULT = range(4)


class Wizard:
    """The page and the parts of it a user looks at."""

    def __init__(self, qtbot: QtBot, page: ImportPage, database: Database) -> None:
        self._qtbot = qtbot
        self.page = page
        self._database = database

    @property
    def step(self) -> int:
        return self._part(HorizontalSteps).current()

    @property
    def columns(self) -> ColumnsStep:
        return self._part(ColumnsStep)

    @property
    def check(self) -> CheckStep:
        return self._part(CheckStep)

    @property
    def doubles(self) -> DoublesCard:
        return self._part(DoublesCard)

    @property
    def entries(self) -> EntryList:
        return self._part(EntryList)

    @property
    def result(self) -> ResultStep:
        return self._part(ResultStep)

    @property
    def primary(self) -> OkaeriButton:
        return self._part(Footer).primary

    def open(self, path: Path) -> Wizard:
        self.page.open_file(path)
        return self

    def press(self) -> Wizard:
        """The main button of the step."""
        QTest.mouseClick(self.primary, Qt.MouseButton.LeftButton)
        return self

    def click(self, label: str) -> None:
        button = next(b for b in self.page.findChildren(OkaeriButton) if b.label() == label and b.isVisible())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def keys(self, *keys: Qt.Key) -> None:
        """Keys pressed where the keyboard is."""
        for key in keys:
            QTest.keyClick(self.page.focusWidget(), key)

    def notice(self) -> str:
        """What the banner says; nothing when there is none."""
        banner = self._part(Banner)
        return banner.accessibleName() if banner.isVisible() else ""

    def problems(self) -> list[str]:
        """The rows worth a look, each as its sentence."""
        model = self.entries.model()
        return [str(model.data(model.index(row, 0), int(Qt.ItemDataRole.AccessibleTextRole))) for row in range(model.rowCount())]

    def entry(self, words: str) -> QModelIndex:
        """The row of the list of problems that has these words."""
        return self.entries.model().index([words in row for row in self.problems()].index(True), 0)

    def type_into(self, words: str, text: str) -> None:
        """Open the row's field, type and press Enter."""
        index = self.entry(words)
        self.entries.setCurrentIndex(index)
        QTest.keyClick(self.entries, Qt.Key.Key_Return)
        field = self.entries.viewport().findChild(QLineEdit)
        assert field is not None
        field.setText(text)
        before = self.problems()
        QTest.keyClick(field, Qt.Key.Key_Return)
        self._qtbot.waitUntil(lambda: self.problems() != before)

    def names(self) -> list[str]:
        with self._database.read() as session:
            return list(session.scalars(select(Customer.name).order_by(Customer.id)))

    def customer(self, code: str) -> Customer:
        with self._database.read() as session:
            found = session.scalars(select(Customer).where(Customer.code == code)).one()
            session.expunge(found)
            return found

    def _part(self, kind: type[P]) -> P:
        found = self.page.findChild(kind)
        assert found is not None
        return found


def list_file(folder: Path, rows: Sequence[Sequence[str]], name: str = "名簿.csv", encoding: str = "cp932") -> Path:
    return write_text(folder / name, csv_text(rows), encoding)


@pytest.fixture
def shop_list(tmp_path: Path) -> Path:
    """The customer list of an old till: four rows, of which one has no month 13."""
    return list_file(tmp_path, SHOP_LIST)


@pytest.fixture
def yoshida(database: Database) -> int:
    """A customer who is there already and wants no post."""
    with database.write() as session:
        return add_customer(
            session,
            "吉田 和子",
            kana="よしだ かずこ",
            phone="03-3711-1234",
            birthday=PartialDate(1958, 6, 2),
            email="old@example.jp",
            post_consent=Consent.NO,
            post_consent_on=date(2025, 3, 1),
        )


@pytest.fixture
def language() -> str:
    return "en"


@pytest.fixture
def wizard(qtbot: QtBot, qapp: QApplication, context: AppContext, database: Database, language: str) -> Iterator[Wizard]:
    translators = Translators(qapp)
    translators.use(language)
    page = ImportPage(context)
    qtbot.addWidget(page)
    page.resize(1162, 768)
    page.show()
    page.activateWindow()
    yield Wizard(qtbot, page, database)
    translators.clear()
