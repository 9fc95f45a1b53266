"""print survey: sheets to fill in, for named customers or for anybody."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from app.cli.call import REFUSED, USAGE, Call, Outcome, target_of
from app.cli.print_answers import left_out_rows, left_out_words
from app.cli.print_people import people_asked_for
from app.domain.codes import written
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_problems import NothingToPrint
from app.domain.survey_sheets import SheetChoice, SheetPaper, TypeSize

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from app.domain.survey_jobs import SurveyJob
    from app.models.database import Database

PAPERS = {"a4": (SheetPaper.A4, 1), "a5": (SheetPaper.A5, 1), "a5x2": (SheetPaper.A5, 2)}

_EITHER = QT_TRANSLATE_NOOP("CommandLine", "Please give --customer or --group for sheets with names, or --copies for sheets without.")
_PRINTED = QT_TRANSLATE_NOOP("CommandLine", "Sheets: {count}, pages: {pages}, in {file}. They are recorded as handed over.")
_AGAIN = QT_TRANSLATE_NOOP(
    "CommandLine", "The same as run {run} of the same day, the same bytes: in {file}. Nothing was recorded a second time."
)


def print_survey(call: Call) -> Outcome:
    """UnknownSurvey, UnknownGroup, NobodyCoded, NoNamesOfStaff and what SurveyContent.checked raises."""
    given = call.options
    is_named = bool(given.customer or given.group)
    if is_named == bool(given.copies):
        said = call.say(_EITHER)
        return Outcome({"error": said}, [], USAGE, said)
    from app.queries.shop import shop_zone
    from app.queries.surveys import survey_named
    from app.services.survey_sheets import prepare_sheets

    target, layout = target_of(given.out), target_of(given.layout) if given.layout else None
    with call.database() as database:
        with database.read() as session:
            day = given.date or call.today(shop_zone(session))
            survey_id = survey_named(session, given.survey)
        paper, per_page = PAPERS[given.paper]
        choice = SheetChoice(paper, per_page, TypeSize.LARGE if given.large else TypeSize.NORMAL)
        with database.write() as session:
            job = prepare_sheets(session, survey_id, choice, is_named=is_named, now=call.now)
        prints = _print_named if is_named else _print_open
        return prints(call, database, job, day, target, layout)


def _print_named(call: Call, database: Database, job: SurveyJob, day: date, target: Path, layout: Path | None) -> Outcome:
    from app.reports.run_record import record_run
    from app.reports.survey_runs import made_sheets, sheet_plan
    from app.services.prints import save_document

    with database.read() as session:
        plan = sheet_plan(session, job, people_asked_for(call, session, day), day)
        left_out = left_out_rows(call, plan.stopped)
        if not plan.kept:
            complaint = call.sentence(NothingToPrint())
            return Outcome({"pages": 0, "printed": [], "left_out": left_out}, left_out_words(call, left_out), REFUSED, complaint)
        made = made_sheets(session, plan, plan.kept)
    with database.write() as session:
        done = record_run(session, made, now=call.now, today=day)
        if layout is not None:
            save_document(layout, _layout(job))
        save_document(target, done.document)
    names = {line.candidate.customer_id: line.candidate.code for line in plan.kept}
    pieces = [{"customer": names[number], "code": written(code)} for number, code in done.pieces]
    facts = _facts(job, done.outcome.run_id, made.pages, target) | {"printed": [one["customer"] for one in pieces], "pieces": pieces}
    warnings: list[dict[str, Any]] = []
    if done.outcome.is_again:
        said = call.say(_AGAIN, run=done.outcome.run_id, file=target)
        warnings = [{"row": None, "text": said}]
        call.heed(warnings)
    else:
        said = call.say(_PRINTED, count=len(pieces), pages=made.pages, file=target)
    return Outcome(facts | {"left_out": left_out, "warnings": warnings}, [said, *left_out_words(call, left_out)])


def _print_open(call: Call, database: Database, job: SurveyJob, day: date, target: Path, layout: Path | None) -> Outcome:
    from app.printing.survey_pieces import laid_for
    from app.printing.survey_sheets import pages_of
    from app.reports.survey_runs import open_document, record_open, sheet_card
    from app.services.prints import save_document
    from app.services.survey_sheets import draw_open_sheets

    with database.write() as session:
        card = sheet_card(session, job, day)
        codes = draw_open_sheets(session, job, call.options.copies, today=day)
    document = open_document(card, codes)
    with database.write() as session:
        outcome = record_open(session, card, codes, document, now=call.now, today=day)
        if layout is not None:
            save_document(layout, _layout(job))
        save_document(target, document)
    pages = pages_of(laid_for(job), len(codes))
    pieces = [{"customer": None, "code": written(code)} for code in codes]
    facts = _facts(job, outcome.run_id, pages, target) | {"printed": [], "pieces": pieces, "left_out": [], "warnings": []}
    return Outcome(facts, [call.say(_PRINTED, count=len(codes), pages=pages, file=target)])


def _facts(job: SurveyJob, run_id: int, pages: int, target: Path) -> dict[str, Any]:
    return {"survey": job.survey_id, "version": job.version, "run": run_id, "pages": pages, "pages_of_one": job.pages, "file": target}


def _layout(job: SurveyJob) -> bytes:
    """Of one sheet."""
    from app.printing.survey_pieces import laid_for

    return (json.dumps(laid_for(job).layout.shown(), ensure_ascii=False) + "\n").encode()
