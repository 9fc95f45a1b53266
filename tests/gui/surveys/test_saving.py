"""Keeping a survey while the shop is slow: what is typed meanwhile is neither lost nor overwritten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.errors import StorageLocked
from app.domain.surveys import SurveyContent
from app.jobs.job import Job
from app.jobs.tasks import ImmediateTasks
from app.models.database import Database
from app.views.surveys.builder import Builder
from tests.fakes import MessageSpy
from tests.gui.surveys.shown import builder_shown, keep_survey, kept
from tests.surveys import CONTENT


class SlowTasks(ImmediateTasks):
    """What is to be written waits until it is let through."""

    def __init__(self) -> None:
        super().__init__()
        self.is_slow = False
        self.held: list[Callable[[], Job]] = []

    def command(self, *given: Any, **more: Any) -> Job:
        do = partial(super().command, *given, **more)
        if not self.is_slow:
            return do()
        self.held.append(do)
        return Job(more["owner"], "", "")

    def let_through(self) -> None:
        held, self.held = self.held, []
        for do in held:
            do()


@pytest.fixture
def tasks(database: Database) -> SlowTasks:
    slow = SlowTasks()
    slow.open(database)
    return slow


@pytest.fixture
def builder(context: AppContext, qtbot: QtBot) -> Builder:
    return builder_shown(context, qtbot, keep_survey(context, CONTENT))


def change(builder: Builder, intro: str) -> SurveyContent:
    content = replace(builder.draft.content, intro=intro)
    builder.draft.change(content)
    return content


def test_what_is_changed_back_while_it_is_kept_is_kept_too(builder: Builder, tasks: SlowTasks, database: Database) -> None:
    change(builder, "one")
    tasks.is_slow = True
    builder.saving.save_now()
    builder.undo()
    tasks.is_slow = False
    tasks.let_through()
    builder.saving.save_now()
    assert kept(database, builder.survey_id).content == CONTENT == builder.draft.content


def test_what_is_typed_meanwhile_stays(builder: Builder, tasks: SlowTasks, database: Database) -> None:
    change(builder, "one")
    tasks.is_slow = True
    builder.saving.save_now()
    two = change(builder, "two")
    builder.refresh()
    assert builder.draft.content == two
    tasks.is_slow = False
    tasks.let_through()
    assert builder.draft.content == two and builder.saving.is_waiting
    builder.saving.save_now()
    assert kept(database, builder.survey_id).content == two and not builder.saving.is_waiting


def test_a_locked_shop_is_tried_again(builder: Builder, database: Database, messages: MessageSpy, monkeypatch: pytest.MonkeyPatch) -> None:
    one = change(builder, "one")

    def locked(*_given: object, **_more: object) -> None:
        raise StorageLocked

    with monkeypatch.context() as patched:
        patched.setattr("app.services.surveys.save_draft", locked)
        builder.saving.save_now()
    assert [type(error) for error in messages.errors] == [StorageLocked]
    assert builder.saving.is_waiting and builder.draft.content == one
    assert builder.may_leave(lambda: None)
    assert kept(database, builder.survey_id).content == one
