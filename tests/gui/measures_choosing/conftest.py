"""A theme of its own for each test, and plans to choose from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.domain.measure_cost import MeasureCost
from app.domain.measures import Audience, AudiencePlan, MeasureChannel, MeasureKind, MeasurePlan, Scores
from app.models.database import Database
from app.services.measures import save_draft
from app.views.theme import Density, Mode, Theme
from tests.factories import NOW, add_customer, add_purchase


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[Theme]:
    kept = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    yield Theme.install(qapp, mode=Mode.LIGHT, text_percent=100, density=Density.NORMAL, crisp=False)
    QLocale.setDefault(kept)
    Theme.install(qapp, mode=Mode.LIGHT)


@pytest.fixture
def people(database: Database) -> list[int]:
    """Ten customers, of whom the first bought for 1,000,000 in October."""
    with database.write() as session:
        ids = [add_customer(session, f"お客 {number}") for number in range(10)]
        add_purchase(session, ids[0], date(2026, 10, 3), 1_000_000)
    return ids


@pytest.fixture
def plans(database: Database, people: list[int]) -> dict[str, int]:
    """年末: for all ten, five held back, easy and quick; アプリ: dear; 福袋: says nothing of what it brings."""
    audience = AudiencePlan(Audience.CHOSEN, customer_ids=tuple(people))
    cheap = MeasurePlan(
        name="年末",
        channel=MeasureChannel.LIST,
        audience=audience,
        cost=MeasureCost(printing=100),
        expected_rate=0.5,
        expected_margin=4000,
        scores=Scores(4, 3),
        sent_on=date(2026, 12, 1),
    )
    dear = replace(cheap, name="アプリ", cost=MeasureCost(initial=400_000), kind=MeasureKind.OTHER, sent_on=None)
    vague = replace(cheap, name="福袋", kind=MeasureKind.SEASON, expected_rate=None, sent_on=None)
    with database.write() as session:
        return {plan.name: save_draft(session, None, plan, now=NOW).measure_id for plan in (dear, vague, cheap)}
