"""import answers: what people said in a web form, as answers to a survey of the shop."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.call import REFUSED, Call, Outcome
from app.cli.moving import Rehearsed, problem_lines, reason_of, refused_rows
from app.domain.imports import ImportSource, SurveyNotNamed
from app.domain.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.exchange.survey_answers import AnswerReading
    from app.models.database import Database
    from app.services.import_customers import ImportOutcome

_DONE = QT_TRANSLATE_NOOP("CommandLine", "Import {import_id} is done. Answers: {accepted}; without a customer: {without_customer}.")
_TRIED = QT_TRANSLATE_NOOP("CommandLine", "Only tried, nothing was stored. Answers: {accepted}; without a customer: {without_customer}.")
_AGAIN = QT_TRANSLATE_NOOP("CommandLine", "This file was imported before, on {day}, as import {id}.")
_NO_DAYS = QT_TRANSLATE_NOOP("CommandLine", "No column says when was answered. All answers are taken to be of today.")
_LEFT_OUT = QT_TRANSLATE_NOOP("CommandLine", "Columns that were not imported: {columns}")
_NO_QUESTION = QT_TRANSLATE_NOOP("CommandLine", "a question of the survey")
_NOTHING = QT_TRANSLATE_NOOP(
    "CommandLine", "None of the rows could be imported. Nothing was changed. The first reason, row {row}: {reason}"
)


def import_answers(call: Call) -> Outcome:
    """SurveyNotNamed, UnknownSurvey, what opening the file raises, MissingColumns."""
    from app.services.import_answers import store_answers
    from app.services.imports import fingerprint_of

    path = Path(call.options.file)
    if not call.options.survey.strip():
        raise SurveyNotNamed(field="survey")
    with call.database() as database:
        read = _read(call, path, database)
        if not call.options.dry_run:
            call.back_up_first()
        source = ImportSource(path.name, fingerprint_of(path))
        try:
            with database.write() as session:
                outcome = store_answers(session, read.reading, read.survey_id, source=source, now=call.now, today=read.today)
                report = _report(call, read, outcome)
                call.heed(report.facts["warnings"])
                if report.code != 0 or call.options.dry_run:
                    raise Rehearsed
        except Rehearsed:
            return replace(report, facts={**report.facts, "import_id": None})
        return report


@dataclass(frozen=True, slots=True)
class _Read:
    """What the file says, before anything is stored."""

    survey_id: int
    reading: AnswerReading
    unmapped: tuple[str, ...]
    today: date
    warnings: list[dict[str, Any]]


def _read(call: Call, path: Path, database: Database) -> _Read:
    from app.exchange.problems import MissingColumns
    from app.exchange.source import Reading
    from app.exchange.survey_answers import read_answers
    from app.exchange.survey_form import open_form
    from app.queries.imports import imported_before
    from app.queries.shop import shop_zone
    from app.queries.surveys import survey_named, survey_view
    from app.services.imports import fingerprint_of

    with database.read() as session:
        survey_id = survey_named(session, call.options.survey.strip())
        content, zone = survey_view(session, survey_id).content, shop_zone(session)
        form = open_form(path, content, Reading(encoding=call.options.encoding), overrides=call.options.map)
        before = imported_before(session, fingerprint_of(path))
    today = call.today(zone)
    try:
        reading = read_answers(form, form.mapping, content, today=today, zone=zone)
    except MissingColumns as missing:
        raise MissingColumns(fields=call.say(_NO_QUESTION)) from missing
    warnings: list[dict[str, Any]] = []
    if before is not None:
        warnings.append({"row": None, "text": call.say(_AGAIN, day=call.day_of(before.at, zone), id=before.id)})
    if not reading.has_days:
        warnings.append({"row": None, "text": call.say(_NO_DAYS)})
    return _Read(survey_id, reading, form.mapping.unmapped, today, warnings)


def _report(call: Call, read: _Read, outcome: ImportOutcome) -> Outcome:
    warnings = [*read.warnings, *({"row": one.row, "text": reason_of(call, one)} for one in outcome.warnings)]
    refused = refused_rows(call, outcome.refused)
    facts: dict[str, Any] = {
        "import_id": outcome.import_id, "survey": read.survey_id, "accepted": outcome.accepted, "created": 0, "updated": outcome.updated,
        "without_customer": outcome.without_customer, "refused": refused, "warnings": warnings, "left_for_later": [],
        "columns_left_out": list(read.unmapped), "dry_run": bool(call.options.dry_run),
    }  # fmt: skip
    if refused and not outcome.accepted:
        complaint = call.say(_NOTHING, row=refused[0]["row"], reason=refused[0]["reason"])
        return Outcome(facts, problem_lines(call, refused, []), REFUSED, complaint)
    counts = {name: facts[name] for name in ("import_id", "accepted", "without_customer")}
    lines = [call.say(_TRIED if call.options.dry_run else _DONE, **counts)]
    if read.unmapped:
        lines.append(call.say(_LEFT_OUT, columns=", ".join(read.unmapped)))
    return Outcome(facts, lines + problem_lines(call, refused, warnings))
