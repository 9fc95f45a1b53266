"""The survey of the sample shop: what its page has to show."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.survey_results import CrossBy, NpsGroup, Soundness
from app.models.database import Database
from app.queries.actions import recent_actions
from app.queries.prints_log import print_log
from app.queries.survey_remarks import remarks
from app.queries.survey_results import survey_results
from app.queries.surveys import surveys
from app.services.demo import create_demo
from tests.factories import NOW, TODAY


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_sample_shop_has_a_survey_with_three_waves(tmp_path: Path, language: str) -> None:
    path = tmp_path / "okaeri.db"
    create_demo(path, now=NOW, today=TODAY, language=language)
    database = Database.of_file(path)
    with database.read() as session:
        (row,) = surveys(session)
        assert (row.language, row.open) == (language, 0)
        results = survey_results(session, row.id, by=CrossBy.STAFF, today=TODAY)
        assert 190 <= results.chosen.answers <= 230
        assert len(results.waves) == 3
        assert all(wave.nps is not None and wave.nps.soundness is Soundness.SOUND for wave in results.waves)
        assert results.chosen.returned.numerator == results.chosen.answers
        # The list counts the sheets as the results do, and the print log has their runs.
        assert row.handed_out == results.chosen.handed_out > 500
        assert sorted(run.day for run in print_log(session)) == [wave.wave for wave in results.waves]
        # One of the staff lets people wait, and the figures find it.
        assert results.cross is not None
        assert results.cross.sure
        assert results.coming_back is not None
        assert dict(results.coming_back.groups)[NpsGroup.PROMOTERS].denominator > 20
        assert results.to_answer is not None
        assert results.to_answer.people
        found = remarks(session, row.id)
        assert found.all > 60
        assert len(found.tags) >= 5
        assert len(found.words) >= 8
        assert recent_actions(session) == []
    database.close()
