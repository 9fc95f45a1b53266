"""Of the staff nothing is shown before five have answered: not of a wave, not of one question, not in the file that is saved."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.survey_export import AnswerSheet, ExportWords
from app.domain.surveys import Answer, Audience, ResponseSource
from app.models.database import Database
from app.queries.survey_export import answer_sheet
from app.queries.survey_results import survey_results
from app.services.survey_bulk import record_many
from tests.factories import NOW, TODAY
from tests.surveys import add_survey, answered, nps

SEPTEMBER, OCTOBER = date(2026, 9, 5), date(2026, 10, 5)


def _give(session: Session, survey: int, count: int, *answers: Answer, day: date) -> None:
    record_many(session, [answered(survey, *answers, day=day)] * count, now=NOW, today=TODAY)


def test_of_a_wave_of_four_neither_score_nor_means_are_known(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, audience=Audience.STAFF)
        _give(session, survey, 5, nps(9), Answer("staff", ("5",)), Answer("visits", number=3.0), day=SEPTEMBER)
        _give(session, survey, 4, nps(0), Answer("staff", ("1",)), Answer("visits", number=9.0), day=OCTOBER)
        whole = survey_results(session, survey, today=TODAY)
        assert {wave.wave for asked in whole.questions for wave in asked.waves} == {SEPTEMBER.replace(day=1)}
        few = survey_results(session, survey, wave=OCTOBER.replace(day=1), today=TODAY)
        assert (few.is_withheld, few.questions) == (True, ())
        assert few.chosen.nps is not None and few.chosen.nps.n == 0
        _give(session, survey, 1, nps(0), Answer("staff", ("1",)), day=OCTOBER)
        enough = survey_results(session, survey, wave=OCTOBER.replace(day=1), today=TODAY)
        assert enough.chosen.nps is not None and enough.chosen.nps.n == 5


def test_of_a_question_that_four_answered_only_their_number_is_known(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, audience=Audience.STAFF)
        _give(session, survey, 2, nps(9), day=OCTOBER)
        _give(session, survey, 4, nps(9), Answer("staff", ("1",)), Answer("why", ("チラシ",)), Answer("visits", number=9.0), day=OCTOBER)
        found = {asked.key: asked for asked in survey_results(session, survey, today=TODAY).questions}
        for key in ("staff", "why", "visits"):
            assert (found[key].n, found[key].bars, found[key].mean, found[key].waves, found[key].middle) == (4, (), None, (), None)
        assert found["nps"].bars
        assert "チラシ" not in str(_saved(session, survey).rows)
        _give(session, survey, 1, Answer("why", ("チラシ",)), day=OCTOBER)
        assert "チラシ" in str(_saved(session, survey).rows)


def _saved(session: Session, survey: int) -> AnswerSheet:
    words = ExportWords(**{name: name for name in ("day", "wave", "code", "name", "sheet", "source", "staff", "tags", "other", "between")},
                        sources={source: source.value for source in ResponseSource})  # fmt: skip
    return answer_sheet(session, survey, words)
