"""The cut points of the customer scores: learned once from a shop with a year behind it, then kept until learned again."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from sqlalchemy import Integer, func, select, type_coerce, update
from sqlalchemy.orm import Session

from app.analytics.rfm import learn_cuts as cuts_from
from app.domain.periods import day_number
from app.domain.rfm import RFM_DAYS, RfmCuts
from app.models.arrays import read_columns
from app.models.shop import Shop
from app.models.summary import CustomerStat

ENOUGH_CUSTOMERS = 200
LIVELY_DAYS = 31


def learn_cuts(session: Session, today: date) -> RfmCuts | None:
    """Learn the cut points from all customers as of `today` and keep them; None, and nothing kept, without a customer."""
    stat = CustomerStat
    query = select(type_coerce(stat.last_day, Integer), stat.n_365, stat.amount_365).where(stat.n > 0)
    last_day, visits, amount = read_columns(session, query)
    cuts = cuts_from(np.int64(day_number(today)) - last_day, visits, amount)
    if cuts is not None:
        kept = {"recency": list(cuts.recency), "frequency": list(cuts.frequency), "monetary": list(cuts.monetary)}
        session.execute(update(Shop).values(rfm_cuts=kept))
    return cuts


def learn_first_cuts(session: Session, today: date) -> bool:
    """Learn them if there are none yet and the shop's figures say enough: 200 customers, a year of visits, one in the last month."""
    if session.scalar(select(Shop.rfm_cuts)) is not None:
        return False
    stat = CustomerStat
    query = select(func.count(), func.min(stat.first_day), func.max(stat.last_day)).where(stat.n > 0)
    customers, first, last = session.execute(query).one()
    if first is None or last is None or customers < ENOUGH_CUSTOMERS:
        return False
    is_ripe = first <= today - timedelta(days=RFM_DAYS) and last >= today - timedelta(days=LIVELY_DAYS)
    return is_ripe and learn_cuts(session, today) is not None
