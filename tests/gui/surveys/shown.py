"""The page of surveys in a window, and what the shop has of a survey."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.survey_rows import SurveyView
from app.domain.surveys import Audience, SurveyContent
from app.jobs.job import JobControl
from app.models.database import Database
from app.queries.surveys import survey_view
from app.services.surveys import create_survey
from app.views.surveys.builder import Builder
from app.views.surveys.page import SurveysPage
from tests.factories import NOW

T = TypeVar("T")
SIZE = (1240, 768)


def done(context: AppContext, op: Callable[[Session], T]) -> T:
    """A change of the shop, from somewhere else than the page."""
    made: list[T] = []

    def run(session: Session, _control: JobControl) -> T:
        return op(session)

    context.tasks.command(run, made.append, owner=context.settings)
    return made[0]


def keep_survey(context: AppContext, content: SurveyContent, audience: Audience = Audience.CUSTOMERS) -> int:
    return done(context, lambda session: create_survey(session, content, audience, now=NOW).survey_id)


def kept(database: Database, survey_id: int) -> SurveyView:
    with database.read() as session:
        return survey_view(session, survey_id)


def page_shown(context: AppContext, qtbot: QtBot, size: tuple[int, int] = SIZE, **arguments: Any) -> SurveysPage:
    page = SurveysPage(context)
    qtbot.addWidget(page)
    page.resize(*size)
    if arguments:
        page.open_with(**arguments)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def builder_shown(context: AppContext, qtbot: QtBot, survey_id: int, size: tuple[int, int] = SIZE) -> Builder:
    page = page_shown(context, qtbot, size, survey_id=survey_id)
    builder = page.shown
    assert isinstance(builder, Builder)
    return builder
