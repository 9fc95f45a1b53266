"""A survey of the sample shop: handed out in three months of the past year, and what came back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from app.domain.cards import Card, CardDesign, CardOptions, CardText, Sender
from app.domain.codes import piece_code
from app.domain.demo import DEMO_SEED
from app.domain.periods import add_months, month_start
from app.domain.print_cost import PrintRates, job_cost
from app.domain.print_jobs import card_to_json
from app.domain.print_runs import card_key
from app.domain.prints import PrintKind
from app.domain.survey_jobs import SurveyJob
from app.domain.survey_sheets import SheetChoice
from app.domain.surveys import (
    DETRACTOR_TO,
    PROMOTER_FROM,
    Answer,
    Audience,
    Question,
    QuestionKind,
    ResponseFields,
    ResponseSource,
    SurveyContent,
    SurveyRules,
)
from app.models.code_rows import secret_of
from app.models.purchase import Purchase
from app.models.records import Action, PrintPiece, PrintRun
from app.models.shop import Shop
from app.models.surveys import SurveyAnswer, SurveyResponse, SurveySheet
from app.paths import resource
from app.printing.survey_templates import survey_templates
from app.services.sheet_notes import sheet_values
from app.services.survey_bulk import record_many
from app.services.survey_sheets import prepare_sheets
from app.services.surveys import create_survey

TEMPLATE = "salon"
WAVES = ((7, 150, 56), (4, 180, 64), (1, 230, 100))
"""Months ago, sheets handed out, sheets that came back."""
REMARKS_OF = 0.45
LATE = 1
"""The place of whoever lets people wait among the staff."""
_SEED = DEMO_SEED + 5


def fill_surveys(session: Session, *, now: datetime, today: date, language: str) -> None:
    """On top of the sample shop's visits; nothing of it stands among the recent actions."""
    words = json.loads(resource("sample", "survey.json").read_text(encoding="utf-8"))["ja" if language == "ja" else "en"]
    content = _content(language, words["wait"])
    survey_id = create_survey(session, content, Audience.CUSTOMERS, now=now, rules=SurveyRules(low_on=False)).survey_id
    job = prepare_sheets(session, survey_id, SheetChoice(), is_named=True, now=now)
    draw, taken = Random(_SEED), set[str]()
    for months, handed_out, came_back in WAVES:
        wave = add_months(month_start(today), -months)
        visits = _visits(session, wave)
        chosen = sorted(draw.sample(sorted(visits), min(handed_out, len(visits))))
        sheets = _hand_out(session, job, chosen, wave, taken)
        back = sorted(draw.sample(chosen, min(came_back, len(chosen))))
        fields = [_filled(draw, content, words["remarks"], survey_id, number, visits[number]) for number in back]
        # Nobody answers tomorrow, whoever came on the last day of the month either.
        fields = [replace(one, day=min(one.day, today)) for one in fields]
        _take_back(session, fields, [sheets[number] for number in back], wave, words["remarks"], now=now, today=today)
    session.execute(delete(Action))


def _content(language: str, wait: str) -> SurveyContent:
    """The survey for salons that comes with the program, and how long one waited."""
    content = next(one.content for one in survey_templates("ja" if language == "ja" else "en") if one.key == TEMPLATE)
    scale = next(one for one in content.questions if one.kind is QuestionKind.SCALE)
    place = content.questions.index(scale) + 1
    asked = Question(content.free_id(), QuestionKind.SCALE, wait, labels=scale.labels)
    return replace(content, questions=(*content.questions[:place], asked, *content.questions[place:]))


def _visits(session: Session, wave: date) -> dict[int, tuple[date, int]]:
    """The first visit of each customer within the month: its day, and who received the customer."""
    end = add_months(wave, 1)
    query = select(Purchase.customer_id, Purchase.day, Purchase.staff_id).where(Purchase.day >= wave, Purchase.day < end, Purchase.net > 0)
    found: dict[int, tuple[date, int]] = {}
    for customer, day, staff in session.execute(query.order_by(Purchase.day, Purchase.id)):
        if customer is not None:
            found.setdefault(customer, (day, staff or 0))
    return found


def _hand_out(session: Session, job: SurveyJob, customers: Sequence[int], wave: date, taken: set[str]) -> dict[int, int]:
    """The id of each customer's sheet, printed as one run on the first of the month."""
    secret = secret_of(session)
    run_id = _run(session, job, len(customers), wave)
    rows: list[dict[str, Any]] = []
    for position, customer in enumerate(customers, 1):
        code = piece_code(secret, f"sample:{job.survey_id}:{wave.isoformat()}:{customer}", taken)
        taken.add(code)
        rows.append(sheet_values(job, code, position, wave) | {"customer_id": customer, "run_id": run_id})
    session.execute(insert(SurveySheet), rows)
    pieces = [{name: row[name] for name in ("run_id", "position", "customer_id", "code")} | {"sent_on": wave} for row in rows]
    session.execute(insert(PrintPiece), pieces)
    own = select(SurveySheet.customer_id, SurveySheet.id).where(SurveySheet.survey_id == job.survey_id, SurveySheet.wave == wave)
    return {customer: sheet for customer, sheet in session.execute(own) if customer is not None}


def _run(session: Session, job: SurveyJob, pieces: int, day: date) -> int:
    shop = session.scalars(select(Shop)).one()
    sender = Sender(shop.name, phone=shop.phone)
    options = CardOptions(paper=job.paper, print_joint_names=False)
    card = Card(CardDesign.PLAIN, CardText(), sender, options, day, kind=PrintKind.SURVEY, survey=job)
    rates = PrintRates.from_json(shop.print_rates)
    run = PrintRun(
        at=datetime.combine(day, time(10, 0), ZoneInfo(shop.timezone)).astimezone(UTC),
        day=day,
        kind=card.kind,
        title=job.title,
        recipe=card_to_json(card) | {"occasion": "", "key": card_key(card), "follows": 0},
        template_hash=job.places,
        file_hash="",
        pieces=pieces,
        cost=job_cost(card, pieces, day, rates).total,
    )
    session.add(run)
    session.flush()
    return run.id


def _filled(
    draw: Random,
    content: SurveyContent,
    remarks: Mapping[str, Sequence[Sequence[str]]],
    survey_id: int,
    customer: int,
    visit: tuple[date, int],
) -> ResponseFields:
    day, staff = visit
    mood = draw.gauss(0.0, 1.0) - (0.35 if staff % 3 == LATE + 1 else 0.0)
    score = min(10, max(0, round(8.6 + 1.6 * mood)))
    answers: list[Answer] = []
    scales = 0
    for question in content.asked:
        if question.kind is QuestionKind.NPS:
            answers.append(Answer(question.id, (str(score),)))
        elif question.kind is QuestionKind.SCALE:
            scales += 1
            lower = 0.9 if scales > 1 and staff % 3 == LATE + 1 else 0.0
            point = round(4.4 - lower + 0.6 * mood + draw.gauss(0.0, 0.4))
            answers.append(Answer(question.id, (str(min(question.points, max(1, point))),)))
        elif question.kind is QuestionKind.MULTI:
            answers.append(Answer(question.id, tuple(one for one in question.options if draw.random() < 0.3)))
        elif question.kind is QuestionKind.SINGLE:
            answers.append(Answer(question.id, (draw.choices(question.options, range(len(question.options), 0, -1))[0],)))
        elif draw.random() < REMARKS_OF:
            answers.append(Answer(question.id, words=draw.choice(remarks[_group(score)])[0]))
    return ResponseFields(survey_id, 1, day + timedelta(days=draw.randint(0, 3)), ResponseSource.SCAN, tuple(answers), customer)


def _group(score: int) -> str:
    return "promoters" if score >= PROMOTER_FROM else "detractors" if score <= DETRACTOR_TO else "passives"


def _take_back(
    session: Session,
    fields: Sequence[ResponseFields],
    sheets: Sequence[int],
    wave: date,
    remarks: Mapping[str, Sequence[Sequence[str]]],
    *,
    now: datetime,
    today: date,
) -> None:
    numbers = record_many(session, fields, now=now, today=today)
    for number, sheet in zip(numbers, sheets, strict=True):
        session.execute(update(SurveyResponse).where(SurveyResponse.id == number).values(sheet_id=sheet, wave=wave))
    tags = {row[0]: list(row[1:]) for group in remarks.values() for row in group if row[1:]}
    for words, own in tags.items():
        answer = update(SurveyAnswer).where(SurveyAnswer.words == words, SurveyAnswer.response_id.in_(numbers))
        session.execute(answer.values(tags=own))
