"""How periods and numbers of the team are said."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from app.domain.dates import DateStyle
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.periods import Period
from app.domain.team import CONTEXT, FIGURE_NAMES, TeamFigure, TeamSpan
from app.views.insights.period_picker import period_text
from app.views.labels import label_of
from app.views.moments import day_text, language, short_day

WEEK = QT_TRANSLATE_NOOP("Team", "{first} – {last}")
NOBODY_NAMED = QT_TRANSLATE_NOOP("Team", "nobody named")
BY = QT_TRANSLATE_NOOP("Team", "{figure}, {name}")
OF_ALL = QT_TRANSLATE_NOOP("Team", "Everybody")


def said(source: str, **values: object) -> str:
    return QCoreApplication.translate(CONTEXT, source).format(**values)


def figure_name(figure: TeamFigure) -> str:
    return label_of(figure, FIGURE_NAMES, CONTEXT)


def span_text(period: Period, span: TeamSpan) -> str:
    """A month by its name, a week by its first and last day."""
    if span is TeamSpan.MONTH:
        return period_text(period)
    last = period.end - timedelta(days=1)
    first = day_text(period.start, DateStyle.TEXT, today=last) if language() == "ja" else short_day(period.start, last)
    return said(WEEK, first=first, last=day_text(last, DateStyle.TEXT, today=last) if language() == "ja" else short_day(last, last))


def name_or_nobody(name: str) -> str:
    return name or said(NOBODY_NAMED)


def list_title(figure: TeamFigure, name: str) -> str:
    """What the list of names behind a number is called."""
    return said(BY, figure=figure_name(figure), name=name)
