"""The language of the window, the look, and a shop with people who have not come for long."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication

from app.models.database import Database
from app.views.theme import Mode, Theme
from tests.gui.measures.shown import away


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[Theme]:
    kept = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Japanese))
    yield Theme.install(qapp, mode=Mode.LIGHT, text_percent=100)
    QLocale.setDefault(kept)
    # Windows closed by now would be given the new look too.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    Theme.install(qapp, mode=Mode.LIGHT)


@pytest.fixture
def people(database: Database) -> list[int]:
    """Twelve who came a year ago and have an address; one of them wishes no post."""
    with database.write() as session:
        return away(session, 12)
