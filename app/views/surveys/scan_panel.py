"""用紙を読み取る: files, a folder or a drop; how far it is; what became of the pages, in words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, QStandardPaths, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QWidget

from app.context import AppContext
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.survey_pages import PageState
from app.views.labels import translated
from app.views.surveys.scan_desk import ScanDesk, ScanResult, scan_desk_of
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import NormalButton, PrimaryButton, QuietButton, TonalButton
from app.views.widgets.gauges import ProgressLine
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import ElidedLabel, Text, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, clear, column, hairline, row, set_shown
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.switch import Switch

CONTEXT = "Scans"
WIDTH = 560
_KINDS = "(*.pdf *.tif *.tiff *.jpg *.jpeg *.png *.heic *.heif)"
_MOST_BROKEN = 12
LINES: tuple[tuple[PageState, str, Tone, str], ...] = (
    (PageState.READ, "circle-check", Tone.OK, QT_TRANSLATE_NOOP("Scans", "{count} pages read without a doubt")),
    (
        PageState.WAITING,
        "triangle-alert",
        Tone.WARN,
        QT_TRANSLATE_NOOP("Scans", "{count} pages with doubts: they count once you have looked"),
    ),
    (PageState.UNLOCATED, "image", Tone.WARN, QT_TRANSLATE_NOOP("Scans", "{count} pictures in which no sheet was found: show where it is")),
    (PageState.THROWN_OUT, "file-text", Tone.TEXT2, QT_TRANSLATE_NOOP("Scans", "{count} sheets on which nothing is filled in: left out")),
    (PageState.DOUBLE, "copy", Tone.TEXT2, QT_TRANSLATE_NOOP("Scans", "{count} pages were read before: they count once")),
    (PageState.FOREIGN, "file-text", Tone.TEXT2, QT_TRANSLATE_NOOP("Scans", "{count} pages are not sheets of this shop: left out")),
    (
        PageState.REFUSED,
        "circle-alert",
        Tone.DANGER,
        QT_TRANSLATE_NOOP("Scans", "{count} pages whose two codes do not agree, or with two sheets in one picture: left out"),
    ),
)


def open_scan_panel(context: AppContext, window: QWidget, paths: Sequence[Path] = ()) -> ScanPanel:
    """`paths`: what was dropped; it is read at once."""
    desk = scan_desk_of(context, window)
    panel = ScanPanel(desk, window)
    panel.open_panel(panel.files)
    if paths:
        desk.read(paths)
    return panel


class DropField(QWidget):
    """A dashed field that takes files and folders."""

    dropped = Signal(object)

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        self._is_over = False
        self.setAcceptDrops(True)
        centre = Qt.AlignmentFlag.AlignHCenter
        title = WrapLabel(self.tr("Drop scans or photos of the sheets here"), TextStyle.CARD_TITLE, Tone.TEXT, align=centre)
        body = self.tr("PDF, TIFF, JPEG and PNG, as many as you like, in any order. Upside down is fine. The files stay as they are.")
        words = WrapLabel(body, TextStyle.BODY, Tone.TEXT2, align=centre)
        icon = row(STRETCH, IconLabel("scan-text", size=32, tone=Tone.PRIMARY), STRETCH)
        self.setLayout(column(icon, title, words, 2, row(STRETCH, *buttons, STRETCH), gap=8, margins=(20, 18, 20, 18)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event):
            event.acceptProposedAction()
            self._set_over(is_over=True)

    def dragLeaveEvent(self, event: QEvent) -> None:
        self._set_over(is_over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_over(is_over=False)
        event.acceptProposedAction()
        self.dropped.emit(dropped_paths(event))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        tokens = theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.primary if self._is_over else tokens.line_strong), 2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(tokens.primary_soft if self._is_over else tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(10), theme.px(10))
        painter.end()

    def _set_over(self, *, is_over: bool) -> None:
        self._is_over = is_over
        self.update()


class ScanDrop(QObject):
    """Lets a page take scans that are dropped anywhere on it."""

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent) and dropped_paths(event):
            event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent) and dropped_paths(event):
            event.acceptProposedAction()
            open_scan_panel(self._context, self._page.window(), dropped_paths(event))
            return True
        return False


def dropped_paths(event: QDropEvent) -> list[Path]:
    """The files and folders that are held over the window."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


class ScanPanel(SidePanel):
    """Frees itself when closed; reading goes on all the same."""

    def __init__(self, desk: ScanDesk, window: QWidget) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("Read sheets"))
        self._context = desk.context
        self._desk = desk
        self._build()
        self._connect()
        self._show()
        self._show_folder()

    def _build(self) -> None:
        self.files = TonalButton(self.tr("Choose files"), "file-plus")
        self.folder = NormalButton(self.tr("Choose a folder"), "folder-open")
        self.drop = DropField(self.files, self.folder)
        self.words = Text("", TextStyle.BODY_BOLD)
        self.line = ProgressLine()
        self.line.setAccessibleName(self.tr("How far it is"))
        self.stop = NormalButton(self.tr("Stop"), small=True)
        note = WrapLabel(
            self.tr("You can go on with other work meanwhile. What was read stays when you stop."), TextStyle.CAPTION, Tone.TEXT2
        )
        head = row(gap=8)
        head.addWidget(self.words, 1)
        head.addWidget(self.stop)
        self._going = boxed(column(head, self.line, note, gap=6))
        self._lines = column(gap=8)
        self.result_title = WrapLabel("", TextStyle.CARD_TITLE, Tone.TEXT)
        self.check = PrimaryButton("", "eye")
        self.more = QuietButton(self.tr("Take this reading back"), "undo-2")
        self.result = boxed(column(self.result_title, boxed(self._lines), row(self.check, self.more, STRETCH), gap=10))
        self.watch = Switch(self.tr("Read new pictures of a folder by itself"))
        self.watched = ElidedLabel("", TextStyle.BODY, Tone.TEXT2)
        self.other_folder = QuietButton(self.tr("Another folder"), small=True)
        self.body.addWidget(self.drop)
        self.body.addWidget(self._going)
        self.body.addWidget(self.result)
        self.body.addStretch(1)
        self.body.addWidget(hairline())
        line = row(gap=10)
        line.addWidget(self.watch)
        line.addWidget(WrapLabel(self.watch.accessibleName(), TextStyle.BODY, Tone.TEXT), 1)
        self.body.addLayout(line)
        place = row(gap=8)
        place.addWidget(self.watched, 1)
        place.addWidget(self.other_folder)
        self._place = boxed(place)
        self.body.addWidget(self._place)
        words = self.tr("Where the scanner of this computer puts its pictures. Each file is read once; nothing is moved or deleted.")
        self.body.addWidget(WrapLabel(words, TextStyle.CAPTION, Tone.TEXT2))

    def _connect(self) -> None:
        self.files.clicked.connect(self._on_files)
        self.folder.clicked.connect(self._on_folder)
        self.drop.dropped.connect(self._desk.read)
        self.stop.clicked.connect(self._desk.stop)
        self.check.clicked.connect(self._on_check)
        self.more.clicked.connect(self._on_take_back)
        self.watch.clicked.connect(self._on_watch)
        self.other_folder.clicked.connect(lambda: self._choose_watched())
        self._desk.changed.connect(self._show)
        self.closed.connect(self.deleteLater)

    def _show(self) -> None:
        running, result = self._desk.is_running, self._desk.result
        set_shown(self._going, running)
        set_shown(self.result, result is not None and not running)
        self.files.setEnabled(not running)
        self.folder.setEnabled(not running)
        done, total = self._desk.done, self._desk.total
        self.line.set_value(done, total)
        self.words.setText(self.tr("{done} of {total} pages").format(done=done, total=total) if total else self.tr("Looking at the files"))
        if result is not None and not running:
            self._show_result(result)

    def _show_result(self, result: ScanResult) -> None:
        clear(self._lines)
        title = self.tr("%n page(s) looked at: {name}", "", result.total)
        if result.is_stopped:
            title = self.tr("Stopped after %n page(s): {name}", "", result.total)
        self.result_title.setText(title.format(name=result.name))
        for state, icon, tone, words in LINES:
            if count := result.pages.get(state, 0):
                self._line(icon, tone, translated(CONTEXT, words, count=count))
        if result.blank:
            self._line("file-text", Tone.TEXT2, self.tr("%n page(s) were blank.", "", result.blank))
        for error in result.broken[:_MOST_BROKEN]:
            self._line("circle-alert", Tone.DANGER, self._context.messages.sentence(error))
        if len(result.broken) > _MOST_BROKEN:
            rest = self.tr("%n more file(s) could not be opened either.", "", len(result.broken) - _MOST_BROKEN)
            self._line("circle-alert", Tone.DANGER, rest)
        if not result.total and not result.blank:
            self._line("info", Tone.INFO, self.tr("There was no picture among what was chosen."))
        self.check.setText(self.tr("Look at %n page(s)", "", result.to_check))
        set_shown(self.check, result.to_check > 0)
        set_shown(self.more, result.action_id is not None)

    def _line(self, icon: str, tone: Tone, words: str) -> None:
        line = row(gap=8)
        line.addWidget(IconLabel(icon, size=16, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(WrapLabel(words, TextStyle.BODY, Tone.TEXT), 1)
        self._lines.addWidget(boxed(line))

    def _show_folder(self) -> None:
        folder = self._context.settings.survey_folder
        self.watch.setChecked(bool(folder))
        self.watched.setText(folder)
        set_shown(self._place, bool(folder))

    def _on_files(self) -> None:
        kinds = self.tr("Pictures and PDF")
        title = self.tr("Choose scans of the sheets")
        chosen, _kind = QFileDialog.getOpenFileNames(self, title, self._begin_at(), f"{kinds} {_KINDS}")
        self._read([Path(one) for one in chosen])

    def _on_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder of scans"), self._begin_at())
        self._read([Path(chosen)] if chosen else [])

    def _read(self, paths: list[Path]) -> None:
        if paths:
            self._context.settings.remember("scan_folder", str(paths[0].parent))
            self._desk.read(paths)

    def _begin_at(self) -> str:
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        return self._context.settings.remembered("scan_folder", usual)

    def _on_check(self) -> None:
        self.close_panel()
        self._context.navigate.show_page("surveys", view="review")

    def _on_take_back(self) -> None:
        result = self._desk.result
        if result is not None and result.action_id is not None:
            self.close_panel()
            self._context.navigate.undo(result.action_id)

    def _on_watch(self, is_on: bool) -> None:
        if is_on:
            self._choose_watched()
        else:
            self._context.settings.survey_folder = ""
        self._show_folder()

    def _choose_watched(self) -> None:
        begin = self._context.settings.survey_folder or self._begin_at()
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder into which the scanner puts its pictures"), begin)
        if chosen:
            self._context.settings.survey_folder = chosen
        self._show_folder()
