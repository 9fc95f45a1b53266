"""Reading a pile from the window: what is read is stored in portions, stopped, told in words; a folder is looked after."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from app.context import AppContext
from app.domain.errors import Cancelled
from app.domain.survey_pages import Doubt, PageState, PictureUnreadable
from app.domain.survey_queue import PageReason, TakenPage
from app.jobs.job import JobControl
from app.models.database import Database
from app.models.surveys import SurveyBatch, SurveyPage, SurveyResponse
from app.reports.survey_reading import PORTION_PAGES, PageRead
from app.views.surveys.scan_desk import Forms, Known, ScanDesk
from app.views.surveys.scan_panel import ScanDrop, ScanPanel
from app.views.surveys.scan_watch import ScanWatch
from app.views.widgets.labels import WrapLabel
from tests.factories import add_customer
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.widgets.audit import clipped
from tests.scanned import CODES, Printed, print_sheets, read_as, taken

LEFT = Qt.MouseButton.LeftButton
SURE = {"q1": ("9",)}


class Pile:
    """Stands for the reader: each file holds the page of its number; what it is asked to read is kept."""

    def __init__(self, printed: Printed) -> None:
        self.printed = printed
        self.asked: list[str] = []
        self.stop_after = 10**6
        self.pages: dict[str, TakenPage] = {}

    def __call__(self, files: Sequence[tuple[Path, str]], _forms: Forms, known: Known, control: JobControl) -> Iterable[PageRead]:
        for number, (path, file_hash) in enumerate(files):
            if number >= self.stop_after:
                raise Cancelled
            self.asked.append(path.name)
            control.advance(number, len(files))
            page = self.pages.get(path.name) or taken(read_as(self.printed, CODES[number % len(CODES)], SURE), file_hash)
            error = PictureUnreadable(name=path.name) if page.state is PageState.BROKEN else None
            yield PageRead(path, page, error)


@pytest.fixture
def printed(database: Database) -> Printed:
    with database.write() as session:
        return print_sheets(session, [add_customer(session), *[None] * 5])


@pytest.fixture
def pile(printed: Printed) -> Pile:
    return Pile(printed)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(1240, 760)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def desk(context: AppContext, window: QWidget, pile: Pile) -> ScanDesk:
    return ScanDesk(context, window, pile)


@pytest.fixture
def panel(desk: ScanDesk, window: QWidget) -> Iterator[ScanPanel]:
    panel = ScanPanel(desk, window)
    panel.open_panel(panel.files)
    yield panel


def files(folder: Path, *names: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_bytes(name.encode())
    return [folder / name for name in names]


def said(panel: ScanPanel) -> list[str]:
    """What the panel says of the last go."""
    return [label.text() for label in panel.result.findChildren(WrapLabel) if not label.isHidden()]


def test_a_pile_is_read_stored_and_told_in_words(
    panel: ScanPanel, desk: ScanDesk, pile: Pile, database: Database, messages: MessageSpy, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = files(tmp_path / "束", "1.jpg", "2.jpg", "3.jpg", "4.jpg", "torn.pdf")
    pile.pages["2.jpg"] = taken(read_as(pile.printed, CODES[1], SURE, doubts={"q1": Doubt.FAINT}), "2")
    pile.pages["3.jpg"] = taken(None, "3", state=PageState.UNLOCATED)
    pile.pages["4.jpg"] = taken(read_as(pile.printed, CODES[0], SURE), "4")
    pile.pages["torn.pdf"] = taken(None, "torn", state=PageState.BROKEN, reason="PictureUnreadable")
    desk.read(paths)
    result = desk.result
    assert result is not None
    assert result.pages == {
        PageState.READ: 1,
        PageState.WAITING: 1,
        PageState.UNLOCATED: 1,
        PageState.DOUBLE: 1,
        PageState.BROKEN: 1,
    }
    words = said(panel)
    assert "5 page(s) looked at: 1.jpg and 4 more" in words
    assert "1 pages read without a doubt" in words
    assert "torn.pdf cannot be opened as a picture or a PDF. The other files were read." in words
    assert panel.check.label() == "Look at 2 page(s)"
    assert messages.toasts == [("Read 5 page(s); 2 are to be looked at.", result.action_id)]
    qtbot.waitUntil(lambda: clipped(panel) == [])
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(SurveyPage)) == 5


def test_blank_pages_are_told_and_counted_apart(panel: ScanPanel, desk: ScanDesk, pile: Pile, tmp_path: Path) -> None:
    pile.pages["2.jpg"] = taken(None, "2", state=PageState.THROWN_OUT, reason=PageReason.BLANK)
    desk.read(files(tmp_path / "束", "1.jpg", "2.jpg"))
    words = said(panel)
    assert "1 page(s) looked at: 1.jpg and 1 more" in words and "1 page(s) were blank." in words
    desk.read(files(tmp_path / "束", "2.jpg"))
    words = said(panel)
    assert "0 page(s) looked at: 2.jpg" in words and "There was no picture among what was chosen." not in words


def test_a_large_pile_is_one_go_in_portions_and_taken_back_as_one(
    panel: ScanPanel, desk: ScanDesk, pile: Pile, database: Database, navigation: NavigationSpy, tmp_path: Path, qtbot: QtBot
) -> None:
    count = 2 * PORTION_PAGES + 3
    desk.read(files(tmp_path / "束", *(f"{number:02}.jpg" for number in range(count))), "十月の束")
    with database.read() as session:
        assert [(row.name, row.pages) for row in session.scalars(select(SurveyBatch))] == [("十月の束", count)]
        assert session.scalar(select(func.count()).select_from(SurveyResponse)) == len(CODES)
    result = desk.result
    assert result is not None and result.pages == {PageState.READ: len(CODES), PageState.DOUBLE: count - len(CODES)}
    qtbot.mouseClick(panel.more, LEFT)
    assert navigation.shown == [("undo", {"action_id": result.action_id})]


def test_what_was_read_before_it_was_stopped_stays(
    panel: ScanPanel, desk: ScanDesk, pile: Pile, database: Database, messages: MessageSpy, tmp_path: Path
) -> None:
    pile.stop_after = 3
    desk.read(files(tmp_path / "束", *(f"{number}.jpg" for number in range(6))))
    result = desk.result
    assert result is not None and result.is_stopped and result.total == 3
    assert messages.errors == []
    assert "Stopped after 3 page(s): 0.jpg and 5 more" in said(panel)
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(SurveyResponse)) == 3


def test_the_pages_to_look_at_are_one_click_away(
    panel: ScanPanel, desk: ScanDesk, pile: Pile, navigation: NavigationSpy, tmp_path: Path, qtbot: QtBot
) -> None:
    pile.pages["1.jpg"] = taken(None, "1", state=PageState.UNLOCATED)
    desk.read(files(tmp_path / "束", "1.jpg"))
    qtbot.mouseClick(panel.check, LEFT)
    assert navigation.shown == [("surveys", {"view": "review"})]


def test_a_folder_without_pictures_says_so(panel: ScanPanel, desk: ScanDesk, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    desk.read([tmp_path / "空"])
    assert "There was no picture among what was chosen." in said(panel)
    assert not panel.check.isVisible() and not panel.more.isVisible()


def test_scans_dropped_on_the_page_are_read(context: AppContext, window: QWidget, desk: ScanDesk, pile: Pile, tmp_path: Path) -> None:
    page = QWidget(window)
    drop = ScanDrop(context, page)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in files(tmp_path / "束", "1.jpg", "2.jpg")])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    assert drop.eventFilter(page, QDropEvent(QPoint(5, 5), copy, dropped, LEFT, none))
    assert pile.asked == ["1.jpg", "2.jpg"]
    assert any(one.isVisible() for one in window.findChildren(ScanPanel))


def test_a_folder_is_looked_after_and_each_file_is_read_once(
    context: AppContext, desk: ScanDesk, pile: Pile, tmp_path: Path, window: QWidget
) -> None:
    folder = tmp_path / "スキャナー"
    files(folder, "1.jpg", "notes.txt", ".hidden.jpg")
    watch = ScanWatch(desk)
    watch.look()
    assert pile.asked == []
    context.settings.survey_folder = str(folder)
    assert pile.asked == []
    # A file that is as it was a look ago is whole.
    watch.look()
    assert pile.asked == ["1.jpg"]
    watch.look()
    (folder / "2.jpg").write_bytes(b"half")
    watch.look()
    (folder / "2.jpg").write_bytes(b"the whole of it")
    watch.look()
    assert pile.asked == ["1.jpg"]
    watch.look()
    assert pile.asked == ["1.jpg", "2.jpg"]
    assert sorted(os.listdir(folder)) == [".hidden.jpg", "1.jpg", "2.jpg", "notes.txt"]
    # The program begins anew: what is there was read.
    again = ScanWatch(desk)
    again.look()
    again.look()
    assert pile.asked == ["1.jpg", "2.jpg"]


def test_a_folder_that_is_away_is_looked_for_again(
    context: AppContext, desk: ScanDesk, pile: Pile, messages: MessageSpy, tmp_path: Path
) -> None:
    context.settings.survey_folder = str(tmp_path / "later")
    watch = ScanWatch(desk)
    watch.look()
    files(tmp_path / "later", "1.jpg")
    watch.look()
    watch.look()
    assert (pile.asked, messages.errors) == (["1.jpg"], [])


def test_the_watched_folder_is_a_matter_of_this_machine(panel: ScanPanel, context: AppContext, qtbot: QtBot) -> None:
    assert not panel.watch.isChecked() and not panel.watched.isVisible()
    context.settings.survey_folder = "/srv/scans"
    other = ScanPanel(ScanDesk(context, panel), panel.parentWidget() or panel)
    other.open_panel(other.files)
    assert other.watch.isChecked() and other.watched.text() == "/srv/scans"
    qtbot.mouseClick(other.watch, LEFT)
    assert context.settings.survey_folder == "" and not other.watched.isVisible()
