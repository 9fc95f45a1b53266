"""Surveys for tests, made by the program's own services; printed sheets are put down as a print run leaves them."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.domain.prints import PrintKind
from app.domain.survey_sheets import SheetChoice, SheetLayout
from app.domain.surveys import (
    Answer,
    Audience,
    Question,
    QuestionKind,
    ResponseFields,
    ResponseSource,
    SurveyContent,
    SurveyRules,
)
from app.models.records import PrintPiece, PrintRun
from app.models.surveys import SurveyLayout, SurveySheet
from tests.factories import NOW, TODAY

CONTENT = SurveyContent(
    "ご来店アンケート",
    "ja",
    (
        Question("nps", QuestionKind.NPS, "ご友人にすすめたいと思いますか", required=True),
        Question("staff", QuestionKind.SCALE, "スタッフの対応はいかがでしたか", points=5, ends=("不満", "満足")),
        Question("why", QuestionKind.SINGLE, "来店のきっかけ", options=("ご紹介", "チラシ", "ネット"), has_other=True),
        Question("liked", QuestionKind.MULTI, "よかったところ", options=("技術", "雰囲気", "価格", "立地")),
        Question("head", QuestionKind.HEADING, "お客様のこと"),
        Question("visits", QuestionKind.NUMBER, "年に何回", low=0, high=60, unit="回"),
        Question("since", QuestionKind.DATE, "はじめての日"),
        Question("words", QuestionKind.TEXT, "ひとこと"),
    ),
)
THIS_MONTH = TODAY.replace(day=1)
NO_LAYOUT = SheetLayout(595.0, 842.0, 1, (), (), {}, {}, {})


def add_survey(
    session: Session, content: SurveyContent = CONTENT, *, rules: SurveyRules | None = None, audience: Audience = Audience.CUSTOMERS
) -> int:
    """With its first version; without `rules` a low answer plans a follow-up, however low it is."""
    from app.services.surveys import create_survey, ensure_version

    if rules is None and audience is Audience.CUSTOMERS:
        rules = SurveyRules()
    number = create_survey(session, content, audience, now=NOW, rules=rules).survey_id
    ensure_version(session, number, now=NOW)
    return number


def add_sheet(session: Session, survey_id: int, code: str, customer_id: int | None = None, wave: date = THIS_MONTH) -> int:
    """A sheet of the newest version, as a print run leaves it."""
    from app.services.surveys import ensure_version

    version = ensure_version(session, survey_id, now=NOW)
    layout = SurveyLayout(version_id=version.id, choice=SheetChoice().to_json(), content=NO_LAYOUT.to_json(), drawn=b"", made_at=NOW)
    session.add(layout)
    session.flush()
    run = PrintRun(
        at=NOW, day=wave, kind=PrintKind.SURVEY, title="", recipe={}, template_hash="", file_hash="", pieces=1, cost=0, left_out=[]
    )
    session.add(run)
    session.flush()
    if customer_id is not None:
        session.add(PrintPiece(run_id=run.id, position=1, customer_id=customer_id, code=code, sent_on=wave))
    sheet = SurveySheet(
        layout_id=layout.id, survey_id=survey_id, code=code, customer_id=customer_id, run_id=run.id, position=1, wave=wave
    )
    session.add(sheet)
    session.flush()
    return sheet.id


def answered(
    survey_id: int, *answers: Answer, day: date = TODAY, source: ResponseSource = ResponseSource.KEYBOARD, **more: Any
) -> ResponseFields:
    return ResponseFields(survey_id, more.pop("version", 1), day, source, answers, **more)


def nps(score: int) -> Answer:
    return Answer("nps", (str(score),))
