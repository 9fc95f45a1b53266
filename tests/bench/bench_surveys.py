"""Entry of many answers, and the results page: python -m tests.bench.bench_surveys [SHOWN ENTERED]

Shown is a survey of 20,000 answers of 10,000 customers in a shop of 200,000 purchases; entered are 100,000 answers at once.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

from sqlalchemy import text

from app.domain.survey_results import Answered, CrossBy
from app.domain.surveys import Answer, Audience, ResponseFields, ResponseSource, SurveyContent
from app.models.database import Database
from app.queries.survey_answerers import people_of
from app.queries.survey_remarks import remarks
from app.queries.survey_results import survey_results
from app.services.survey_bulk import record_many
from app.services.surveys import create_survey, ensure_version
from tests.bench.bench_points import peak_mb, seconds
from tests.bench.big_shop import NOW, TODAY, make_shop
from tests.surveys import CONTENT

CUSTOMERS, PURCHASES = 10_000, 200_000
WORDS = (
    "待ち時間が長い", "スタッフの対応がていねいでした", "仕上がりがきれいです", "予約が取りにくい", "値段が高い", "駐車場が少ない",
    "また来ます", "カラーの色持ちが良い", "土曜は混みます", "店内が清潔で気持ちよい",
)  # fmt: skip
_PLAIN = "SELECT response_id, question, choice, number, words, day, tags FROM survey_answer"


def filled(draw: Random, survey_id: int, content: SurveyContent, customer: int | None) -> ResponseFields:
    day = TODAY - timedelta(days=draw.randrange(300))
    answers = (
        Answer("nps", (str(min(10, max(0, round(draw.gauss(8, 2))))),)),
        Answer("staff", (str(draw.randint(1, 5)),)),
        Answer("why", (draw.choice(content.questions[2].options),)),
        Answer("liked", tuple(one for one in content.questions[3].options if draw.random() < 0.4)),
        Answer("visits", number=float(draw.randrange(30))),
        Answer("words", words="。".join(draw.sample(WORDS, 2)) if draw.random() < 0.4 else ""),
    )
    return ResponseFields(survey_id, 1, day, ResponseSource.KEYBOARD, answers, customer)


def add_answers(database: Database, survey_id: int, count: int) -> float:
    """Seconds."""
    draw = Random(5)
    fields = [filled(draw, survey_id, CONTENT, draw.randrange(1, CUSTOMERS + 1) if n % 10 else None) for n in range(count)]
    begin = time.perf_counter()
    with database.write() as session:
        record_many(session, fields, now=NOW, today=TODAY)
    return time.perf_counter() - begin


def median_ms(act: Callable[[], object], times: int = 9) -> float:
    return statistics.median(seconds(act) for _turn in range(times)) * 1000


def measure(database: Database, survey_id: int) -> list[str]:
    wave = (TODAY - timedelta(days=40)).replace(day=1)
    with database.read() as session:

        def plain() -> None:
            for row in session.connection().execute(text(_PLAIN)):
                json.loads(row[6])

        reading = seconds(plain)
        first = seconds(lambda: survey_results(session, survey_id, by=CrossBy.STAFF, today=TODAY))
        lines = [f"reading every answer by plain SQL {reading:.2f} s; the page for the first time {first:.2f} s: {first / reading:.1f}x"]
        acts: dict[str, Callable[[], object]] = {
            "all waves": lambda: survey_results(session, survey_id, by=CrossBy.STAFF, today=TODAY),
            "one wave": lambda: survey_results(session, survey_id, wave=wave, by=CrossBy.STAFF, today=TODAY),
            "by purchases": lambda: survey_results(session, survey_id, by=CrossBy.PURCHASES, today=TODAY),
            "by area": lambda: survey_results(session, survey_id, by=CrossBy.AREA, today=TODAY),
            "remarks and their words": lambda: remarks(session, survey_id),
            "remarks searched": lambda: remarks(session, survey_id, words="ていねい 予約"),
            "people behind a bar": lambda: people_of(session, survey_id, Answered("nps", "9"), today=TODAY),
        }
        for name, act in acts.items():
            once = seconds(act) * 1000
            lines.append(f"{name}: first {once:.0f} ms, again {median_ms(act):.0f} ms")
    return lines


def main() -> None:
    shown, entered = (int(number) for number in sys.argv[1:3]) if len(sys.argv) > 2 else (20_000, 100_000)
    with tempfile.TemporaryDirectory() as folder:
        database = make_shop(Path(folder) / "okaeri.db", CUSTOMERS, PURCHASES)
        with database.write() as session:
            numbers = [create_survey(session, CONTENT, Audience.CUSTOMERS, now=NOW).survey_id for _survey in range(2)]
            for number in numbers:
                ensure_version(session, number, now=NOW)
        taken = add_answers(database, numbers[0], shown)
        print(f"{shown:,} answers entered at once in {taken:.1f} s", flush=True)
        for line in measure(database, numbers[0]):
            print(line, flush=True)
        taken = add_answers(database, numbers[1], entered)
        print(f"{entered:,} answers entered at once in {taken:.1f} s: {entered / taken:,.0f} a second; up to {peak_mb()} MB", flush=True)
        database.close()


if __name__ == "__main__":
    main()
