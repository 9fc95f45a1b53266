"""Work is done off the GUI thread, in order where it writes, and its results find only those who still want them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.entities import Entity
from app.domain.errors import Cancelled, StorageMissing
from app.jobs.job import Job, JobControl
from app.jobs.tasks import Tasks
from app.models.database import Database
from app.models.shop import Staff


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.threads: set[int] = set()

    def take(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(threading.get_ident())

    def fail(self, error: Exception) -> None:
        self.errors.append(error)


@pytest.fixture
def threaded(qapp: object, database: Database) -> Iterator[Tasks]:
    tasks = Tasks()
    tasks.open(database)
    yield tasks
    tasks.close()


@pytest.fixture
def receiver(qapp: object) -> Receiver:
    return Receiver()


def add_staff(name: str, session: Session, _control: JobControl) -> int:
    staff = Staff(name=name)
    session.add(staff)
    session.flush()
    return threading.get_ident()


def staff_names(session: Session, _control: JobControl) -> list[str]:
    return list(session.scalars(select(Staff.name).order_by(Staff.id)))


def test_a_command_runs_elsewhere_and_answers_on_the_gui_thread(qtbot: QtBot, threaded: Tasks, receiver: Receiver) -> None:
    with qtbot.waitSignal(threaded.data_changed) as changed:
        threaded.command(partial(add_staff, "田中"), receiver.take, owner=receiver, initiator=receiver)
    qtbot.waitUntil(lambda: len(receiver.results) == 1)
    assert receiver.results[0] != threading.get_ident()
    assert receiver.threads == {threading.get_ident()}
    assert changed.args == [frozenset({Entity.STAFF}), receiver]


def test_writes_keep_their_order(qtbot: QtBot, threaded: Tasks, receiver: Receiver) -> None:
    for name in "一二三四五":
        threaded.command(partial(add_staff, name), receiver.take, owner=receiver)
    qtbot.waitUntil(lambda: len(receiver.results) == 5)
    receiver.results.clear()
    threaded.query(staff_names, receiver.take, owner=receiver)
    qtbot.waitUntil(lambda: len(receiver.results) == 1)
    assert receiver.results == [list("一二三四五")]


def test_a_failed_command_leaves_nothing_and_tells_why(qtbot: QtBot, threaded: Tasks, receiver: Receiver) -> None:
    def op(session: Session, control: JobControl) -> None:
        add_staff("消える", session, control)
        raise ValueError("no")

    threaded.command(op, receiver.take, owner=receiver, failed=receiver.fail)
    qtbot.waitUntil(lambda: len(receiver.errors) == 1)
    threaded.query(staff_names, receiver.take, owner=receiver)
    qtbot.waitUntil(lambda: len(receiver.results) == 1)
    assert receiver.results == [[]]


def test_an_error_nobody_took_goes_out_by_the_signal(qtbot: QtBot, threaded: Tasks, receiver: Receiver) -> None:
    def op(_control: JobControl) -> None:
        raise ValueError("no")

    with qtbot.waitSignal(threaded.failed) as failed:
        threaded.run(op, receiver.take, owner=receiver)
    assert isinstance(failed.args[1], ValueError)


def test_the_newest_search_wins(qtbot: QtBot, threaded: Tasks, receiver: Receiver) -> None:
    held = threading.Event()

    def slow(_session: Session, _control: JobControl) -> str:
        held.wait()
        return "old"

    def quick(_session: Session, _control: JobControl) -> str:
        return "new"

    threaded.query(slow, receiver.take, owner=receiver, replaces="search")
    threaded.query(quick, receiver.take, owner=receiver, replaces="search")
    held.set()
    qtbot.waitUntil(lambda: not threaded.open_jobs())
    assert receiver.results == ["new"]


def test_a_cancelled_job_stops_at_its_next_step_and_changes_nothing(qtbot: QtBot, threaded: Tasks, receiver: Receiver) -> None:
    started, goes_on = threading.Event(), threading.Event()

    def op(session: Session, control: JobControl) -> None:
        add_staff("消える", session, control)
        started.set()
        goes_on.wait()
        control.advance(1, 2)

    job = threaded.command(op, receiver.take, owner=receiver, failed=receiver.fail)
    started.wait()
    job.cancel()
    goes_on.set()
    qtbot.waitUntil(lambda: len(receiver.errors) == 1)
    assert isinstance(receiver.errors[0], Cancelled)
    threaded.query(staff_names, receiver.take, owner=receiver)
    qtbot.waitUntil(lambda: len(receiver.results) == 1)
    assert receiver.results == [[]]


def test_a_result_for_a_page_that_is_gone_is_dropped(qtbot: QtBot, threaded: Tasks) -> None:
    gone = Receiver()
    held = threading.Event()
    taken: list[object] = []

    def op(_control: JobControl) -> int:
        held.wait()
        return 1

    threaded.run(op, taken.append, owner=gone)
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    held.set()
    qtbot.waitUntil(lambda: not threaded.open_jobs())
    assert taken == []


def test_progress_reaches_the_job(qtbot: QtBot, threaded: Tasks, receiver: Receiver) -> None:
    begun: list[Job] = []
    threaded.job_started.connect(begun.append)
    held = threading.Event()

    def op(control: JobControl) -> None:
        held.wait()
        control.advance(3, 3)

    job = threaded.run(op, receiver.take, owner=receiver, title="宛名のPDFを作っています")
    assert begun == [job]
    with qtbot.waitSignal(job.progressed) as progressed:
        held.set()
    assert progressed.args == [3, 3]


def test_without_a_shop_the_answer_is_a_sentence(qtbot: QtBot, threaded: Tasks, receiver: Receiver) -> None:
    threaded.open(None)
    threaded.query(staff_names, receiver.take, owner=receiver, failed=receiver.fail)
    qtbot.waitUntil(lambda: len(receiver.errors) == 1)
    assert isinstance(receiver.errors[0], StorageMissing)


def test_closing_lets_short_writes_end_and_stops_long_ones(qapp: object, database: Database, receiver: Receiver) -> None:
    tasks = Tasks()
    tasks.open(database)

    def long(session: Session, control: JobControl) -> None:
        add_staff("消える", session, control)
        control.cancelled.wait()
        control.advance(1, 2)

    tasks.command(long, None, owner=receiver, title="長い仕事")
    tasks.command(partial(add_staff, "残る"), None, owner=receiver)
    tasks.close()
    with database.read() as session:
        assert list(session.scalars(select(Staff.name))) == ["残る"]


def test_nobody_reads_while_the_file_is_replaced(qtbot: QtBot, threaded: Tasks, receiver: Receiver) -> None:
    begun, goes_on = threading.Event(), threading.Event()
    order: list[str] = []

    def replace_file(_database: Database, _control: JobControl) -> None:
        begun.set()
        goes_on.wait()
        order.append("replaced")

    def read(_session: Session, _control: JobControl) -> None:
        order.append("read")

    threaded.exclusive(replace_file, receiver.take, owner=receiver)
    begun.wait()
    threaded.query(read, receiver.take, owner=receiver)
    threaded.run(lambda _control: goes_on.set(), None, owner=receiver)
    qtbot.waitUntil(lambda: len(receiver.results) == 2)
    assert order == ["replaced", "read"]


def test_a_failed_question_nobody_waits_for_is_not_told(qtbot: QtBot, threaded: Tasks, receiver: Receiver) -> None:
    told: list[object] = []
    threaded.failed.connect(lambda _job, error: told.append(error))
    held = threading.Event()
    gone = Receiver()

    def op(_session: Session, _control: JobControl) -> None:
        held.wait()
        raise ValueError("no")

    threaded.query(op, gone.take, owner=gone)
    gone.deleteLater()
    qtbot.waitUntil(lambda: not isValid(gone))
    held.set()
    qtbot.waitUntil(lambda: not threaded.open_jobs())
    assert told == []


def test_a_question_to_a_shop_that_is_closed_is_dropped(qtbot: QtBot, threaded: Tasks, receiver: Receiver) -> None:
    held = threading.Event()

    def slow(_session: Session, _control: JobControl) -> str:
        held.wait()
        return "asked before"

    threaded.query(slow, receiver.take, owner=receiver)
    threaded.query(staff_names, receiver.take, owner=receiver, failed=receiver.fail)
    threaded.open(None)
    held.set()
    qtbot.waitUntil(lambda: not threaded.open_jobs())
    assert (receiver.results, receiver.errors) in ((["asked before"], []), ([], []))
