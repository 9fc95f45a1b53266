"""The shop's row: its beginning, its changes, and what they bring along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.domain.errors import DomainError
from app.domain.money import UnknownCurrency
from app.domain.shop import (
    CurrencyFixed,
    MarginOutOfRange,
    ShopExists,
    ShopFields,
    ShopNameMissing,
    TaxEntry,
    Trade,
    UnknownTimezone,
    WindowOutOfRange,
)
from app.models.database import Database
from app.models.shop import SummaryState
from app.queries.shop import is_demo_shop, print_settings, shop_fields, shop_zone
from app.services.actions import undo
from app.services.shop import change_shop, create_shop, save_print_settings
from app.services.summaries import is_consistent
from tests.factories import NOW, SHOP, TODAY, add_customer, add_purchase


def test_a_new_shop_says_what_its_owner_said(tmp_path: Path) -> None:
    fields = ShopFields(
        name="  Gift   Shop ", currency="gbp", timezone="Europe/London", trade=Trade.RETAIL, closed_weekdays=(6, 0, 6), window_days=60,
        margin_rate=0.45, tax_entry=TaxEntry.EXCLUDED, person="A. Smith",
    )  # fmt: skip
    create_shop(tmp_path / "s" / "okaeri.db", fields, now=NOW, is_demo=True)
    database = Database.of_file(tmp_path / "s" / "okaeri.db")
    with database.read() as session:
        assert shop_fields(session) == replace(fields, name="Gift Shop", currency="GBP", closed_weekdays=(0, 6))
        assert is_demo_shop(session)
        assert str(shop_zone(session)) == "Europe/London"
        state = session.scalars(select(SummaryState)).one()
        assert (state.window_days, state.as_of) == (60, date(2026, 11, 20))
    database.close()


def test_a_shop_is_never_made_over_another(shop_file: Path) -> None:
    before = shop_file.read_bytes()
    with pytest.raises(ShopExists):
        create_shop(shop_file, SHOP, now=NOW)
    assert shop_file.read_bytes() == before


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"name": " 　"}, ShopNameMissing),
        ({"window_days": 6}, WindowOutOfRange),
        ({"window_days": 1096}, WindowOutOfRange),
        ({"margin_rate": 1.01}, MarginOutOfRange),
        ({"margin_rate": float("nan")}, MarginOutOfRange),
        ({"timezone": "Asia/Shibuya"}, UnknownTimezone),
        ({"timezone": "../etc/passwd"}, UnknownTimezone),
        ({"timezone": ""}, UnknownTimezone),
        ({"currency": "XXX"}, UnknownCurrency),
    ],
)
def test_what_cannot_be_is_refused_before_a_file_is_made(tmp_path: Path, wrong: dict[str, Any], error: type[DomainError]) -> None:
    with pytest.raises(error):
        create_shop(tmp_path / "okaeri.db", replace(SHOP, **wrong), now=NOW)
    assert list(tmp_path.iterdir()) == []


def test_a_change_can_be_undone(database: Database) -> None:
    with database.write() as session:
        action = change_shop(session, replace(SHOP, phone="03-9999-0000", closed_weekdays=(1,)), now=NOW, today=TODAY)
        assert shop_fields(session).closed_weekdays == (1,)
        assert action is not None
    with database.write() as session:
        undo(session, action, now=NOW)
    with database.read() as session:
        assert shop_fields(session) == SHOP


def test_saving_the_same_is_no_act(database: Database) -> None:
    with database.write() as session:
        assert change_shop(session, SHOP, now=NOW, today=TODAY) is None


def test_the_currency_stays_once_there_are_purchases(database: Database) -> None:
    with database.write() as session:
        assert change_shop(session, replace(SHOP, currency="GBP"), now=NOW, today=TODAY) is not None
        add_purchase(session, None, TODAY)
    with database.write() as session, pytest.raises(CurrencyFixed):
        change_shop(session, SHOP, now=NOW, today=TODAY)


def test_a_new_number_of_days_counts_the_figures_anew_and_undo_back(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        for day in (date(2026, 5, 1), date(2026, 8, 20), date(2026, 11, 1)):
            add_purchase(session, customer, day)
        action = change_shop(session, replace(SHOP, window_days=30), now=NOW, today=TODAY)
    with database.read() as session:
        assert session.scalars(select(SummaryState.window_days)).one() == 30
        assert is_consistent(session)
    with database.write() as session:
        undo(session, action, now=NOW)
    with database.read() as session:
        assert session.scalars(select(SummaryState.window_days)).one() == SHOP.window_days
        assert is_consistent(session)


def test_print_settings_are_kept(database: Database) -> None:
    with database.write() as session:
        save_print_settings(session, {"thank_you": {"design": "maple", "dx": 0.5}})
    with database.read() as session:
        assert print_settings(session) == {"thank_you": {"design": "maple", "dx": 0.5}}
