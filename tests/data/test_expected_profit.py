"""What customers are still expected to bring, from the purchases of a shop to the figure that is kept and shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import select, update

from app.domain.expected_profit import KeptFit
from app.domain.figure_people import FigureFilter, FilterKind
from app.domain.lifetime_models import Backtest, BgNbd, GammaGamma, LifetimeFit
from app.domain.periods import Period
from app.domain.segments import Segment
from app.domain.tiles import Tile, TileKey, TileNote
from app.models.customer import Customer
from app.models.database import Database
from app.models.measures import KeptLifetimeFit
from app.queries.lifetimes import fit_basis, fit_ground, kept_fit, worked_out
from app.queries.people import people_behind
from app.queries.tiles import tiles
from app.services.customers import archive_customer
from app.services.lifetimes import keep_fit
from app.services.purchases import delete_visit
from app.services.shop import change_shop
from tests.bench.big_shop import make_shop
from tests.factories import NOW, SHOP, TODAY, add_customer, add_purchase

END = date(2026, 11, 1)
OCTOBER = Period(date(2026, 10, 1), END)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = make_shop(Path(tmp_path_factory.mktemp("shop")) / "okaeri.db", customers=900, purchases=9_000)
    yield database
    database.close()


def shown(database: Database, narrowed: FigureFilter | None = None) -> Tile:
    with database.read() as session:
        return tiles(session, TODAY, OCTOBER, (TileKey.PROFIT_EXPECTED,), narrowed)[0]


def fit_with(miss: float | None) -> LifetimeFit:
    told = None if miss is None else Backtest(6, 100, 100 * (1 + miss), miss)
    return LifetimeFit(300, 150, BgNbd(0.8, 10, 0.9, 3, -1.0), GammaGamma(6, 4, 1_500, -1.0), told)


def keep(database: Database, fit: LifetimeFit | None, mean: float | None) -> None:
    with database.write() as session:
        made = KeptFit(END, fit_basis(session, END), fit, mean, 300, 0.6, 36, 0.10)
        keep_fit(session, made, now=NOW, today=TODAY)


def test_a_fit_is_worked_out_apart_and_then_kept(shop: Database) -> None:
    assert shown(shop).note is TileNote.NOT_FITTED
    with shop.read() as session:
        ground = fit_ground(session, END)
    made = worked_out(ground)
    with shop.write() as session:
        keep_fit(session, made, now=NOW, today=TODAY)
        keep_fit(session, made, now=NOW, today=TODAY)
    with shop.read() as session:
        assert session.scalars(select(KeptLifetimeFit.as_of)).all() == [END]
        assert kept_fit(session, END) == made
        assert made.fit is not None
        assert made.fit.customers == len(np.unique(ground.occasions[0][ground.occasions[1] < 20_758]))
    assert made.mean is not None
    assert made.mean > 0


def test_what_is_expected_of_some_is_a_part_of_what_is_expected_of_all(shop: Database) -> None:
    with shop.read() as session:
        made = worked_out(fit_ground(session, END))
    fit = LifetimeFit(made.customers, 1, made.fit.bgnbd, made.fit.gamma_gamma, Backtest(6, 1, 1.0, 0.0)) if made.fit else None
    with shop.write() as session:
        keep_fit(
            session, KeptFit(END, made.basis, fit, made.mean, made.customers, made.margin, made.months, made.discount), now=NOW, today=TODAY
        )
    regulars = shown(shop, FigureFilter(FilterKind.SEGMENT, Segment.LOYAL))
    away = shown(shop, FigureFilter(FilterKind.SEGMENT, Segment.DORMANT))
    assert regulars.value is not None
    assert away.value is not None
    assert regulars.value > (made.mean or 0) > away.value


def test_of_everybody_by_a_filter_as_much_is_expected_as_of_everybody(shop: Database) -> None:
    with shop.write() as session:
        session.execute(update(Customer).values(channel="看板"))
        for number in session.scalars(select(Customer.id).order_by(Customer.id).limit(200)).all():
            archive_customer(session, number, now=NOW)
    with shop.read() as session:
        made = worked_out(fit_ground(session, END))
    assert made.fit is not None
    fit = replace(made.fit, backtest=Backtest(6, 1, 1.0, 0.0))
    with shop.write() as session:
        keep_fit(session, replace(made, fit=fit), now=NOW, today=TODAY)
    everybody, same = shown(shop), shown(shop, FigureFilter(FilterKind.CHANNEL, "看板"))
    assert everybody.value is not None
    assert (same.value, same.count) == (everybody.value, everybody.count)
    assert shown(shop, FigureFilter(FilterKind.CHANNEL, "紹介")).value is None


def test_another_margin_asks_for_another_fit(database: Database) -> None:
    with database.write() as session:
        add_purchase(session, add_customer(session), date(2026, 9, 1))
    keep(database, fit_with(-0.12), 16_234.4)
    assert shown(database).value == 16_234.0
    with database.write() as session:
        change_shop(session, replace(SHOP, margin_rate=0.4), now=NOW, today=TODAY)
    assert shown(database).note is TileNote.NOT_FITTED


def test_a_forecast_says_by_how_much_it_missed_and_a_bad_one_is_not_shown(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        purchase = add_purchase(session, customer, date(2026, 9, 1))
    keep(database, fit_with(-0.12), 16_234.4)
    good = shown(database)
    assert (good.value, good.miss, good.note) == (16_234.0, -0.12, TileNote.FORECAST)
    assert good.people is not None
    with database.read() as session:
        assert people_behind(session, good.people) == [customer]
    keep(database, fit_with(0.26), 16_234.4)
    bad = shown(database)
    assert (bad.value, bad.miss, bad.note) == (None, 0.26, TileNote.MODEL_MISSES)
    keep(database, fit_with(None), 16_234.4)
    assert shown(database).note is TileNote.NO_MODEL
    keep(database, None, None)
    assert shown(database).note is TileNote.NO_MODEL
    # Another past asks for another fit.
    with database.write() as session:
        delete_visit(session, purchase, now=NOW, today=TODAY)
    assert shown(database).note is TileNote.NOT_FITTED


def test_too_few_customers_make_no_model(database: Database) -> None:
    with database.write() as session:
        add_purchase(session, add_customer(session), date(2026, 9, 1))
    with database.read() as session:
        made = worked_out(fit_ground(session, END))
    assert (made.fit, made.mean, made.is_shown) == (None, None, False)
    assert KeptFit.from_json(END, made.to_json()) == made
    assert KeptFit.from_json(END, {"basis": "?"}) is None
