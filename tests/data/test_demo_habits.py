"""The sample shop: some of what is bought there leads to something else, so that there is something to suggest."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from app.models.database import Database
from app.queries.proposal_candidates import candidates
from app.services.demo import create_demo


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2027, 3, 31)])
def test_those_who_colour_are_offered_what_others_took_afterwards(tmp_path: Path, day: date) -> None:
    path = tmp_path / "okaeri.db"
    create_demo(path, now=datetime.combine(day, time(3), UTC), today=day, language="en")
    database = Database.of_file(path)
    with database.read() as session:
        found = candidates(session, day)
        while found.read < 1:
            found = candidates(session, day)
    database.close()
    pairs = {(row.evidence.because, row.evidence.product) for row in found.rows}
    assert ("Cut and colour", "Treatment") in pairs and ("Root colour", "Head spa") in pairs
    assert 20 < found.count < 400
