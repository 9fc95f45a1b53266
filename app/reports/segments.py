"""The groups' shares of customers and of sales, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from app.charts.insight_specs import RowBar, RowsSpec
from app.domain.chart_rows import SegmentShare
from app.domain.chart_words import ChartWords
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import format_percent
from app.domain.segments import SEGMENT_NAMES, Segment

OF_CUSTOMERS = QT_TRANSLATE_NOOP("Charts", "Customers")
OF_SALES = QT_TRANSLATE_NOOP("Charts", "Sales")
ORDER = (Segment.LOYAL, Segment.MAINTAIN, Segment.GROWTH, Segment.NEW, Segment.AT_RISK, Segment.DORMANT)


def in_order(shares: Sequence[SegmentShare]) -> list[SegmentShare]:
    """From those closest to the shop to those furthest away."""
    return sorted(shares, key=lambda share: ORDER.index(share.segment))


def segment_chart(shares: Sequence[SegmentShare], words: ChartWords) -> RowsSpec:
    """Grey: the share of the customers; green: that of the sales. Groups of fewer than 30 are for reference."""
    rows = tuple(
        RowBar(
            share.segment.value,
            words.say("Segments", SEGMENT_NAMES[share.segment]),
            (share.customers.rate, share.sales),
            f"{share.customers.percent}% / {format_percent(share.sales)}",
            is_faint=share.is_reference,
        )
        for share in in_order(shares)
    )
    return RowsSpec(rows, (words.word(OF_CUSTOMERS), words.word(OF_SALES)))
