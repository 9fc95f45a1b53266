"""Days since the last visit, with the yearly gross profit of those away, as lines of bars."""

from __future__ import annotations

from app.charts.insight_specs import RowBar, RowsSpec
from app.domain.chart_rows import AtStake
from app.domain.chart_words import ChartWords
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.rfm import RECENCY_NAMES

A_YEAR = QT_TRANSLATE_NOOP("Charts", "{margin} a year · {people}")


def stake_chart(stake: AtStake, words: ChartWords) -> RowsSpec:
    """The band beyond 60 days with most at stake stands out; bands of fewer than 30 customers are for reference."""
    worst = stake.worst
    rows = tuple(
        RowBar(
            str(band.band),
            words.say("CustomerMap", RECENCY_NAMES[band.band]),
            (float(band.margin),),
            words.word(A_YEAR, margin=words.money(band.margin), people=words.people(band.customers)),
            is_marked=band is worst,
            is_faint=band.is_reference,
        )
        for band in stake.bands
    )
    return RowsSpec(rows)
