"""The sheets of a survey before they are printed, and the record of those that carry no customer."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.cards import Card
from app.domain.codes import piece_code
from app.domain.print_cost import PrintRates, job_cost
from app.domain.print_jobs import card_to_json
from app.domain.print_runs import YEN, PrintOutcome, card_key
from app.domain.prints import PrintKind
from app.domain.survey_errors import NoNamesOfStaff
from app.domain.survey_jobs import CopiesOfSheets, SurveyJob, places_of
from app.domain.survey_prints import SheetShop
from app.domain.survey_sheets import MOST_SHEETS, SheetChoice
from app.domain.surveys import Audience
from app.models.code_rows import pieces_coded, secret_of
from app.models.records import PrintDocument, PrintRun
from app.models.sheet_rows import layout_like, sheets_coded
from app.models.shop import Shop
from app.models.survey_versions import content_of, survey_row
from app.models.surveys import SurveyLayout, SurveySheet
from app.printing.survey_layout import lay_out
from app.printing.survey_sheets import draw_blank
from app.services.actions import recorded
from app.services.sheet_notes import sheet_values
from app.services.surveys import ensure_version, keep_choice


def prepare_sheets(session: Session, survey_id: int, choice: SheetChoice, *, is_named: bool, now: datetime) -> SurveyJob:
    """The version and the layout that are printed, made now where they are not there yet. Both stay, whatever is taken back: a sheet
    may come back. SurveyGone, NoNamesOfStaff and what SurveyContent.checked raises."""
    if is_named and survey_row(session, survey_id).audience is Audience.STAFF:
        raise NoNamesOfStaff(field="survey")
    version = ensure_version(session, survey_id, now=now)
    keep_choice(session, survey_id, choice, is_open=not is_named)
    content = content_of(version)
    laid = lay_out(content, choice)
    places = places_of(laid.layout)
    row = layout_like(session, version.id, places)
    if row is None:
        name, phone = session.execute(select(Shop.name, Shop.phone)).one()
        drawn = draw_blank(laid, SheetShop(name, phone))
        row = SurveyLayout(version_id=version.id, choice=choice.to_json(), content=laid.layout.to_json(), drawn=drawn, made_at=now)
        session.add(row)
        session.flush()
    return SurveyJob(survey_id, version.number, row.id, places, content, choice, laid.layout.pages, is_named)


def draw_open_sheets(session: Session, job: SurveyJob, copies: int, *, today: date) -> tuple[str, ...]:
    """Codes for so many sheets that carry no customer, noted before they are printed: no two sheets are ever alike. CopiesOfSheets."""
    if not 1 <= copies <= MOST_SHEETS:
        raise CopiesOfSheets(field="copies", most=MOST_SHEETS)
    secret = secret_of(session)
    there = session.scalar(select(func.count()).where(SurveySheet.layout_id == job.layout, SurveySheet.customer_id.is_(None))) or 0
    codes: list[str] = []
    asked = job.asked
    seeds = [f"open:{asked}:{today.isoformat()}:{there + number}" for number in range(copies)]
    taken: set[str] = set()
    while seeds:
        drawn = {seed: piece_code(secret, seed, taken) for seed in seeds}
        held = set(sheets_coded(session, drawn.values())) | set(pieces_coded(session, drawn.values()))
        again = []
        for seed, code in drawn.items():
            if code in held or code in taken:
                again.append(seed)
            else:
                codes.append(code)
            taken.add(code)
        seeds = again
    session.execute(insert(SurveySheet), [sheet_values(job, code, position, today) for position, code in enumerate(codes, start=1)])
    return tuple(codes)


def record_open_run(session: Session, card: Card, codes: Sequence[str], document: bytes, *, now: datetime, today: date) -> PrintOutcome:
    """Note that sheets without a customer were printed, as one act."""
    shop = session.execute(select(Shop.currency, Shop.print_rates)).one()
    cost = job_cost(card, len(codes), today, PrintRates.from_json(shop.print_rates)).total if shop.currency == YEN else 0
    digest = hashlib.sha256(document).hexdigest()
    with recorded(session, ActionKind.PRINT_CARDS, now=now, count=len(codes)) as act:
        row = PrintRun(
            at=now,
            day=today,
            kind=PrintKind.SURVEY,
            title=card.survey.title if card.survey else "",
            recipe=card_to_json(card) | {"occasion": "", "key": card_key(card), "follows": 0},
            template_hash=card.survey.places if card.survey else "",
            file_hash=digest,
            pieces=len(codes),
            cost=cost,
            fingerprint=digest,
            left_out=[],
        )
        session.add(row)
        session.flush()
        act.values["run"] = row.id
    session.execute(insert(PrintDocument).values(run_id=row.id, content=document))
    session.execute(update(SurveySheet).where(SurveySheet.code.in_(codes)).values(run_id=row.id))
    return PrintOutcome(row.id, act.action_id, len(codes), document)
