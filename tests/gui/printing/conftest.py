"""A few people to write to, and what the system would have been asked to open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.customers import Consent
from app.domain.print_runs import LeftOut, PrintSettings
from app.models.database import Database
from app.queries import shop as shops
from app.queries.codes import codes_for
from app.reports.card_runs import check_list, people_for, print_run
from app.services.prints import record_print_run
from app.views.printing.page import PrintingPage
from app.views.printing.settings_card import SettingsCard
from app.views.theme import Density, Mode, Theme
from app.views.widgets.combo_field import ComboField
from tests.factories import NOW, TODAY, add_customer, add_purchase

Shown = Callable[..., PrintingPage]
Recorded = Callable[..., int]
HOME = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区"}


class Viewer(QObject):
    """Stands for the system's program for PDF files: reads each document when it is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.documents: list[bytes] = []

    @Slot(QUrl)
    def show_file(self, url: QUrl) -> None:
        self.documents.append(Path(url.toLocalFile()).read_bytes())


def choose(field: ComboField, text: str) -> None:
    place = field.findText(text)
    assert place >= 0, [field.itemText(number) for number in range(field.count())]
    field.setCurrentIndex(place)
    field.activated.emit(place)


def type_heading(card: SettingsCard, words: str) -> None:
    # What an input method commits; keys cannot write Japanese.
    card.text.headline.setText(words)
    card.text.headline.textEdited.emit(words)


@pytest.fixture
def viewer(qapp: QApplication) -> Iterator[Viewer]:
    opened = Viewer()
    # The stubs ask for bytes, the library takes text alone.
    QDesktopServices.setUrlHandler("file", opened, "show_file")  # type: ignore[arg-type]
    yield opened
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[Theme]:
    kept = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Japanese))
    yield Theme.install(qapp, mode=Mode.LIGHT, text_percent=100, density=Density.NORMAL, crisp=False)
    QLocale.setDefault(kept)
    Theme.install(qapp, mode=Mode.LIGHT)


@pytest.fixture
def people(database: Database) -> dict[str, int]:
    """Two without a stop, one without a house number, one who wants no post, one without an address."""
    with database.write() as session:
        found = {
            "watanabe": add_customer(session, "渡辺 真理", street="渋谷1-2-3", **HOME),
            "shimizu": add_customer(session, "清水 あゆみ", street="渋谷4-5", **HOME),
            "otsuka": add_customer(session, "大塚 昭", street="渋谷", **HOME),
            "kimura": add_customer(session, "木村 直人", street="渋谷9-9", post_consent=Consent.NO, **HOME),
            "hara": add_customer(session, "原 久美"),
        }
        for customer in found.values():
            add_purchase(session, customer, TODAY - timedelta(days=60))
    return found


@pytest.fixture
def shown(qtbot: QtBot, context: AppContext, viewer: Viewer) -> Shown:
    def show(width: int = 1162, height: int = 720, **arguments: Any) -> PrintingPage:
        page = PrintingPage(context)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.open_with(**arguments)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return show


@pytest.fixture
def ids(database: Database) -> list[int]:
    with database.write() as session:
        return [
            add_customer(session, f"{family} 花子", kana=f"{kana} はなこ", street=f"渋谷{number}-2", **HOME)
            for number, (family, kana) in enumerate(
                [("秋山", "あきやま"), ("石田", "いしだ"), ("上野", "うえの"), ("江口", "えぐち"), ("小川", "おがわ")], start=1
            )
        ]


@pytest.fixture
def record(database: Database) -> Recorded:
    def made(ids: list[int], *, left_out: tuple[LeftOut, ...] = ()) -> int:
        with database.write() as session:
            card = PrintSettings().card(shops.shop_fields(session), "ja", TODAY)
            lines = check_list(people_for(session, ids, TODAY), PrintSettings(), card)
            codes = codes_for(session, card, ids)
            run = print_run(lines, PrintSettings(), shops.shop_fields(session), card, codes=codes, occasion="11月のお礼")
            return record_print_run(session, replace(run, left_out=left_out), now=NOW, today=TODAY).run_id

    return made
