"""What the numbers of a cost are called where they are typed, each with its unit."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.domain.money import Currency
from app.views.moments import language


class CostWords(QObject):
    def names(self, currency: Currency) -> dict[str, str]:
        """By the fields of MeasureCost."""
        unit = "円" if currency.code == "JPY" and language() == "ja" else currency.symbol.strip()
        amounts = {
            "postage": self.tr("Postage for each ({unit})"),
            "printing": self.tr("Paper and ink for each ({unit})"),
            "offer": self.tr("Offer, for each one used ({unit})"),
            "wage": self.tr("Wage an hour ({unit})"),
            "initial": self.tr("Bought once: design, equipment ({unit})"),
            "running": self.tr("Running, each month ({unit})"),
            "training": self.tr("Training, once ({unit})"),
            "other": self.tr("Anything else, once ({unit})"),
            "margin": self.tr("Profit each of them then brings ({unit})"),
        }
        others = {
            "offer_share": self.tr("Used by (%)"),
            "minutes": self.tr("Work for each (minutes)"),
            "minutes_once": self.tr("Work for all (minutes)"),
            "spread_months": self.tr("Spread over (months)"),
            "rate": self.tr("Who comes because of it (%)"),
        }
        return {name: words.format(unit=unit) for name, words in amounts.items()} | others
