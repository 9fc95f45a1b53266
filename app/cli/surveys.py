"""survey create, surveys: what the shop asks."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

from app.cli.call import Call, Outcome
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.stored import is_member
from app.domain.survey_errors import SurveyFileUnreadable, SurveyUnreadable
from app.domain.survey_rows import SurveyRow
from app.domain.surveys import Audience, SurveyContent

LARGEST_FILE = 2 * 1024 * 1024

_CREATED = QT_TRANSLATE_NOOP("CommandLine", "Survey {survey}, version {version}: {title}, questions: {questions}")
_ROW = QT_TRANSLATE_NOOP(
    "CommandLine", "{survey}: {title}, version {version}, questions: {questions}, handed out: {handed_out}, answers: {answers}"
)
_NONE = QT_TRANSLATE_NOOP("CommandLine", "There is no survey yet.")
_ACTS = {"create": ("surveys", "create"), "result": ("survey_result", "result")}


def survey(call: Call) -> Outcome:
    """The act that was named: create, result."""
    module, name = _ACTS[call.options.act]
    outcome: Outcome = getattr(import_module(f"app.cli.{module}"), name)(call)
    return outcome


def create(call: Call) -> Outcome:
    """A survey from a file, as its first version. SurveyFileUnreadable, SurveyUnreadable and what SurveyContent.checked raises."""
    from app.services.surveys import create_survey, ensure_version

    content, audience = read_survey(Path(call.options.file))
    with call.database() as database, database.write() as session:
        made = create_survey(session, content.checked(), audience, now=call.now)
        version = ensure_version(session, made.survey_id, now=call.now).number
    facts = {"survey": made.survey_id, "version": version, "title": content.title, "questions": len(content.asked)}
    return Outcome(facts, [call.say(_CREATED, **facts)])


def surveys(call: Call) -> Outcome:
    """Every survey, also those put aside, or those of a state."""
    from app.queries.surveys import surveys as all_surveys

    with call.database() as database, database.read() as session:
        rows = [row for row in all_surveys(session, with_archived=True) if call.options.state in (None, row.state)]
    facts = [_facts(row) for row in rows]
    return Outcome({"rows": facts}, [call.say(_ROW, **one) for one in facts] or [call.say(_NONE)])


def read_survey(path: Path) -> tuple[SurveyContent, Audience]:
    """SurveyFileUnreadable, SurveyUnreadable."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise SurveyFileUnreadable(field="file", name=path.name)
        stored = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise SurveyFileUnreadable(field="file", name=path.name) from error
    content = SurveyContent.from_json(stored)
    audience = stored.get("audience", Audience.CUSTOMERS.value)
    if not is_member(Audience, audience):
        raise SurveyUnreadable(what="audience")
    return content, Audience(audience)


def _facts(row: SurveyRow) -> dict[str, Any]:
    return {
        "survey": row.id,
        "title": row.title,
        "language": row.language,
        "audience": row.audience,
        "state": row.state,
        "version": row.version,
        "questions": row.questions,
        "handed_out": row.handed_out,
        "answers": row.answers,
        "open": row.open,
        "last_answer": row.last_answer,
    }


__all__ = ["create", "read_survey", "survey", "surveys"]
