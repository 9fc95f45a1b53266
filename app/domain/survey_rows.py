"""Surveys as lists and the builder show them, and what became of changing one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.survey_sheets import SheetChoice
from app.domain.surveys import Audience, SurveyContent, SurveyRules, SurveyState


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """A survey in the list. `version` 0: only a draft; `changed`: it was edited since. `handed_out` sheets, `answers` that count, `open`:
    those with doubts."""

    id: int
    title: str
    language: str
    audience: Audience
    state: SurveyState
    version: int
    questions: int
    handed_out: int
    answers: int
    open: int
    last_answer: date | None
    updated_at: datetime
    changed: bool = False


@dataclass(frozen=True, slots=True)
class SurveyView:
    """A survey as the builder opens it: `content` is the draft, which is the newest version where nothing was edited since. `answers` count
    all versions; `changed`: the draft differs from `version`. `choice`, `is_open`: how it was printed last."""

    id: int
    content: SurveyContent
    audience: Audience
    rules: SurveyRules
    state: SurveyState
    version: int
    answers: int
    printed: int
    changed: bool
    updated_at: datetime
    choice: SheetChoice
    is_open: bool


@dataclass(frozen=True, slots=True)
class SurveyOutcome:
    """`action_id` None when nothing differed."""

    survey_id: int
    version: int
    action_id: int | None
