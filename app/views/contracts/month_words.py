"""Names of months: 4月, April."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from app.views.moments import language


def month_name(month: int) -> str:
    """`month` from 1."""
    return f"{month}月" if language() == "ja" else QLocale(QLocale.Language.English).standaloneMonthName(month)
