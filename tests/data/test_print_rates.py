"""What printing costs the shop, and how its printers are adjusted: kept, taken back, used."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.cards import Calibration
from app.domain.print_cost import DEFAULT_RATES, MailKind, RateOutOfRange
from app.domain.print_profiles import PrinterProfile, ProfileUnnamed
from app.models.database import Database
from app.queries.print_profiles import profile_of, profiles
from app.queries.print_rates import print_rates
from app.services.actions import undo
from app.services.print_profiles import forget_profile, save_profile
from app.services.print_rates import change_print_rates
from tests.factories import NOW

RATES = replace(DEFAULT_RATES, paper=9, wage=1200, minutes=0.5).with_price(MailKind.POSTCARD, date(2027, 4, 1), 95)
PROFILE = PrinterProfile("EPSON EP-30VA", "はがき", Calibration(0.5, -1.2, 99.5, rotated=True), "前面トレイ")


def test_rates_are_kept_and_taken_back(database: Database) -> None:
    with database.write() as session:
        act = change_print_rates(session, RATES, now=NOW)
        assert change_print_rates(session, RATES, now=NOW) is None
    with database.read() as session:
        assert print_rates(session) == RATES
    with database.write() as session:
        undo(session, act, now=NOW)
    with database.read() as session:
        assert print_rates(session) == DEFAULT_RATES


def test_a_rate_out_of_range_changes_nothing(database: Database) -> None:
    with pytest.raises(RateOutOfRange) as refused, database.write() as session:
        change_print_rates(session, replace(RATES, wage=-1), now=NOW)
    assert refused.value.field == "wage"


def test_a_profile_is_kept_for_each_printer_and_paper(database: Database) -> None:
    with database.write() as session:
        save_profile(session, replace(PROFILE, stock="A4", calibration=Calibration()), now=NOW)
        save_profile(session, PROFILE, now=NOW)
        assert save_profile(session, PROFILE, now=NOW) is None
        act = save_profile(session, replace(PROFILE, calibration=Calibration(1.0)), now=NOW)
    with database.read() as session:
        assert [(one.stock, one.calibration.dx) for one in profiles(session)] == [("A4", 0.0), ("はがき", 1.0)]
        assert profile_of(session, "EPSON EP-30VA", "長形3号") is None
    with database.write() as session:
        undo(session, act, now=NOW)
    with database.read() as session:
        assert profile_of(session, " EPSON EP-30VA", "はがき") == PROFILE


def test_a_profile_is_forgotten(database: Database) -> None:
    with database.write() as session:
        save_profile(session, PROFILE, now=NOW)
        assert forget_profile(session, PROFILE.printer, "A4", now=NOW) is None
        forget_profile(session, PROFILE.printer, PROFILE.stock, now=NOW)
        assert profiles(session) == []


@pytest.mark.parametrize(("change", "field"), [({"printer": " "}, "printer"), ({"stock": ""}, "stock")])
def test_a_profile_needs_a_printer_and_a_paper(database: Database, change: dict[str, str], field: str) -> None:
    with pytest.raises(ProfileUnnamed) as refused, database.write() as session:
        save_profile(session, replace(PROFILE, **change), now=NOW)  # type: ignore[arg-type]
    assert refused.value.field == field
