"""What the owner chose about the figures, and what they are to reach in a year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.figure_settings import FigureSettings
from app.domain.periods import year_of
from app.models.measures import Target
from app.models.shop import Shop


def figure_settings(session: Session) -> FigureSettings:
    return FigureSettings.from_json(session.scalars(select(Shop.figures)).one())


def fiscal_year(session: Session, day: date) -> int:
    """The calendar year in which the fiscal year of the day begins: with April as its first month, 2025 for 31 March 2026."""
    return year_of(day, session.scalars(select(Shop.fiscal_year_start)).one()).start.year


def targets(session: Session, year: int) -> Mapping[str, float]:
    """By key of the figure, for the fiscal year that begins in `year`."""
    return {one.figure: one.value for one in session.scalars(select(Target).where(Target.year == year).order_by(Target.figure))}
