"""A long history: after 10,000 acts of every kind the summary tables hold what a recount from all purchases gives."""

from __future__ import annotations

import random

from sqlalchemy import update

from app.models.database import Database
from app.models.shop import Shop
from app.services import summaries
from tests.data.test_summaries import agrees_with_analytics, do, rows_of
from tests.factories import TODAY, add_customer

EDITS = 10_000
LOOKED_AT = 2_500
_KINDS = ("visit",) * 5 + ("edit", "edit", "move", "refund", "refund_all", "delete", "delete", "undo")


def test_ten_thousand_edits_and_a_recount_agree(database: Database) -> None:
    dice = random.Random(20261122)
    people: list[int | None] = []
    with database.write() as session:
        session.execute(update(Shop).values(window_days=90))
        people = [*(add_customer(session, name=f"客 {number}") for number in range(40)), None]
        summaries.rebuild(session, TODAY)
    for edit in range(1, EDITS + 1):
        with database.write() as session:
            act = (
                dice.choice(_KINDS),
                dice.randrange(41),
                dice.choice((dice.randrange(40), dice.randrange(800))),
                dice.randrange(1, 10),
                dice.randrange(10**6),
            )
            do(session, people, act)
        if edit % LOOKED_AT == 0:
            with database.write() as session:
                assert summaries.is_consistent(session)
                kept = rows_of(session)
                summaries.rebuild(session, TODAY)
                assert kept == rows_of(session)
                agrees_with_analytics(session, 90)
