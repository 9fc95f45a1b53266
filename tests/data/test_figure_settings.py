"""What the owner chose about the figures and aims at: kept, refused out of range, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import DomainError
from app.domain.figure_settings import (
    ChoiceWeights,
    FigureNumberOutOfRange,
    FigureSettings,
    GeneralFigure,
    NothingWeighs,
    SourceTooLong,
    TargetOutOfRange,
)
from app.models.database import Database
from app.queries.figure_settings import figure_settings, fiscal_year, targets
from app.services.actions import redo, undo
from app.services.figure_settings import change_figure_settings, set_target
from tests.factories import NOW

CHOSEN = FigureSettings(
    tiles=("return_rate", "average_amount"),
    report_tiles=("return_rate",),
    weights=ChoiceWeights(2, 3, 1, 0),
    general={"win_back": GeneralFigure(0.3, "業界誌 2025年6月号")},
    new_share=0.25,
    ltv_months=24,
    ltv_discount=0.05,
    wage=1200,
    new_customer_cost=8000,
)


def test_what_was_chosen_is_kept_and_taken_back(database: Database) -> None:
    with database.write() as session:
        act = change_figure_settings(session, CHOSEN, now=NOW)
        assert change_figure_settings(session, CHOSEN, now=NOW) is None
    with database.read() as session:
        assert figure_settings(session) == CHOSEN
    with database.write() as session:
        undo(session, act, now=NOW)
    with database.read() as session:
        assert figure_settings(session) == FigureSettings()


@pytest.mark.parametrize(
    ("wrong", "error", "field"),
    [
        (replace(CHOSEN, weights=ChoiceWeights(0, 0, 0, 0)), NothingWeighs, "weights"),
        (replace(CHOSEN, weights=ChoiceWeights(1, -1, 1, 1)), FigureNumberOutOfRange, "weights"),
        (replace(CHOSEN, new_share=1.01), FigureNumberOutOfRange, "new_share"),
        (replace(CHOSEN, ltv_discount=-0.1), FigureNumberOutOfRange, "ltv_discount"),
        (replace(CHOSEN, ltv_months=0), FigureNumberOutOfRange, "ltv_months"),
        (replace(CHOSEN, wage=-1), FigureNumberOutOfRange, "wage"),
        (replace(CHOSEN, new_customer_cost=-1), FigureNumberOutOfRange, "new_customer_cost"),
        (replace(CHOSEN, general={"event": GeneralFigure(1.0, "x" * 201)}), SourceTooLong, "general"),
    ],
)
def test_what_cannot_be_changes_nothing(database: Database, wrong: FigureSettings, error: type[DomainError], field: str) -> None:
    with pytest.raises(error) as refused, database.write() as session:
        change_figure_settings(session, wrong, now=NOW)
    assert refused.value.field == field
    with database.read() as session:
        assert figure_settings(session) == FigureSettings()


def test_a_target_stands_for_its_figure_and_year(database: Database) -> None:
    with database.write() as session:
        set_target(session, "return_rate", 2026, 0.7, now=NOW)
        assert set_target(session, "return_rate", 2026, 0.7, now=NOW) is None
        set_target(session, "return_rate", 2025, 0.65, now=NOW)
        raised = set_target(session, "return_rate", 2026, 0.75, now=NOW)
    with database.read() as session:
        assert targets(session, 2026) == {"return_rate": 0.75}
        assert targets(session, 2025) == {"return_rate": 0.65}
    with database.write() as session:
        undo(session, raised, now=NOW)
        assert targets(session, 2026) == {"return_rate": 0.7}
        redo(session, now=NOW)
        assert targets(session, 2026) == {"return_rate": 0.75}


def test_a_target_is_taken_away_and_comes_back(database: Database) -> None:
    with database.write() as session:
        set_target(session, "average_amount", 2026, 6000, now=NOW)
        gone = set_target(session, "average_amount", 2026, None, now=NOW)
        assert set_target(session, "average_amount", 2026, None, now=NOW) is None
        assert targets(session, 2026) == {}
        undo(session, gone, now=NOW)
        assert targets(session, 2026) == {"average_amount": 6000.0}


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e13])
def test_a_target_is_a_number(database: Database, value: float) -> None:
    with pytest.raises(TargetOutOfRange), database.write() as session:
        set_target(session, "return_rate", 2026, value, now=NOW)


def test_the_fiscal_year_is_named_after_the_year_it_begins_in(database: Database) -> None:
    with database.read() as session:
        assert [fiscal_year(session, day) for day in (date(2026, 3, 31), date(2026, 4, 1), date(2026, 12, 31))] == [2025, 2026, 2026]
