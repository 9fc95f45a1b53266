"""The language of the paper, and a shop with surveys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication

from app.views.theme import Mode, Theme


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[Theme]:
    kept = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Japanese))
    yield Theme.install(qapp, mode=Mode.LIGHT, text_percent=100)
    QLocale.setDefault(kept)
    # Windows closed by now would be given the new look too.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    Theme.install(qapp, mode=Mode.LIGHT)
