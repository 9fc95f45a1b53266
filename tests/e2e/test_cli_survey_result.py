"""survey result: the figures of a survey by the command line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.surveys import Answer, Audience
from app.models.database import Database
from app.services.survey_bulk import record_many
from tests.e2e.cli_runs import CommandLine
from tests.factories import NOW, TODAY
from tests.surveys import CONTENT, add_sheet, add_survey, answered, nps

JULY = date(2026, 7, 1)


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(tmp_path / "お店", capsys)
    line.json("new", "--name", "美容室 こもれび", "--language", "en")
    database = Database.of_file(line.folder / "okaeri.db")
    with database.write() as session:
        survey = add_survey(session)
        for place in range(4):
            add_sheet(session, survey, f"AAAAAA{place}", wave=JULY)
        fields = [
            answered(survey, nps(score), Answer("staff", ("4",)), Answer("why", ("ネット",)), Answer("words", words="よい"), day=JULY)
            for score in (10, 9, 9, 8, 3)
        ]
        record_many(session, fields, now=NOW, today=TODAY)
        record_many(session, [answered(survey, nps(0), day=TODAY)], now=NOW, today=TODAY)
        staff = add_survey(session, audience=Audience.STAFF)
        record_many(session, [answered(staff, nps(0))], now=NOW, today=TODAY)
    database.close()
    return line


def test_the_figures_of_all_waves_and_of_one(shop: CommandLine) -> None:
    together = shop.json("survey", "result", "1")
    assert (together["survey"], together["title"], together["version"], together["wave"]) == (1, CONTENT.title, 1, None)
    assert (together["handed_out"], together["answers"]) == (4, 6)
    assert together["nps"] == {
        "n": 6,
        "promoters": 3,
        "detractors": 2,
        "nps": pytest.approx(100 / 6),
        "margin": pytest.approx(71.816, abs=1e-3),
    }
    july = shop.json("survey", "result", "1", "--wave", "2026-07")
    assert (july["wave"], july["answers"], july["nps"]["nps"]) == ("2026-07", 5, 40.0)
    assert july["response_rate"] == {"numerator": 0, "denominator": 4, "rate": 0.0, "low": 0.0, "high": pytest.approx(0.4899, abs=1e-4)}
    assert july["questions"]["staff"] == {
        "kind": "scale", "text": "スタッフの対応はいかがでしたか", "n": 5, "counts": {"1": 0, "2": 0, "3": 0, "4": 5, "5": 0},
        "mean": 4.0, "low": 4.0, "high": 4.0, "remarks": 0,
    }  # fmt: skip
    assert july["questions"]["why"]["counts"]["ネット"] == 5
    assert july["questions"]["words"] == {"kind": "text", "text": "ひとこと", "n": 5, "remarks": 5}
    assert [one["wave"] for one in july["waves"]] == ["2026-07", "2026-11"]


def test_the_same_in_sentences(shop: CommandLine) -> None:
    said = shop.text("survey", "result", "1", "--wave", "2026-07", "--language", "en").splitlines()
    assert said[0] == "ご来店アンケート: 5 answers; 0 of 4 sheets came back (0.0%, 0.0–49.0%)"
    assert said[1] == "NPS +40 ± 70 (5 people: 3 promoters, 1 detractors)"
    assert "2. スタッフの対応はいかがでしたか: 4.0 (4.0 to 4.0), 5 answers" in said


def test_of_the_staff_nothing_is_said_before_five(shop: CommandLine) -> None:
    found = shop.json("survey", "result", "2")
    assert (found["answers"], found["nps"], found["questions"], found["waves"]) == (1, None, {}, [])
    assert "before five" in shop.text("survey", "result", "2", "--language", "en")


def test_a_survey_and_a_month_there_are_not(shop: CommandLine) -> None:
    shop.text("survey", "result", "どこにもない", "--language", "en", code=1)
    assert "There is no survey" in shop.said
    shop.text("survey", "result", "1", "--wave", "2026-13", code=2)
