"""What the owner chooses about the figures, and what they are to reach in a year."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.figure_settings import FigureSettings, checked_target
from app.models.measures import Target
from app.models.shop import Shop
from app.services.actions import recorded


def change_figure_settings(session: Session, settings: FigureSettings, *, now: datetime) -> int | None:
    """The act's id, None when nothing differs. The errors of FigureSettings.checked."""
    wanted = settings.checked().to_json()
    shop = session.scalars(select(Shop)).one()
    if FigureSettings.from_json(shop.figures) == FigureSettings.from_json(wanted):
        return None
    with recorded(session, ActionKind.CHANGE_FIGURES, now=now) as act:
        shop.figures = wanted
    return act.action_id


def set_target(session: Session, figure: str, year: int, value: float | None, *, now: datetime) -> int | None:
    """What a figure (its key) is to be in the fiscal year that begins in `year`; None: no target any more. A rate is a fraction, money is
    minor units, as the figure itself. The act's id, None when nothing differs. TargetOutOfRange."""
    wanted = None if value is None else checked_target(value)
    kept = session.scalar(select(Target).where(Target.figure == figure, Target.year == year))
    if wanted == (None if kept is None else kept.value):
        return None
    with recorded(session, ActionKind.SET_TARGET, now=now) as act:
        if kept is None:
            session.add(Target(figure=figure, year=year, value=wanted))
        elif wanted is None:
            session.delete(kept)
        else:
            kept.value = wanted
    return act.action_id
