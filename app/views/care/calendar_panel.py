"""Follow-ups in the owner's own calendar: a file once, or one that is kept up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.context import AppContext
from app.domain.text import as_file_name
from app.jobs.job import JobControl
from app.views.moments import language
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.card import Inset
from app.views.widgets.labels import ElidedLabel, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, row, set_shown
from app.views.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 520
FOLDER = "calendar_folder"


def open_calendar(context: AppContext, window: QWidget) -> CalendarPanel:
    panel = CalendarPanel(context, window)
    panel.open_panel(panel.save)
    return panel


class CalendarPanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("Put follow-ups into a calendar"))
        self._context = context
        self._build()
        self.save.clicked.connect(self._on_save)
        self.keep.clicked.connect(self._on_keep)
        self.stop.clicked.connect(self._on_stop)
        self.closed.connect(self.deleteLater)
        context.settings.changed.connect(self._on_setting)
        self._show()

    def write(self, path: Path) -> None:
        """All that is open, as it is now; a toast says how many."""
        said, now = language(), self._context.clock.now()

        def op(session: Session, _control: JobControl) -> tuple[str, int]:
            from app.reports.calendar import calendar_of
            from app.services.prints import save_document

            made = calendar_of(session, said, now)
            save_document(path, made.document)
            return path.name, made.events

        self._context.tasks.query(op, self._on_written, owner=self)

    def keep_in(self, path: Path) -> None:
        """From now on this file follows what is planned."""
        self._context.settings.calendar_file = str(path)
        self._context.messages.toast(self.tr("The calendar file {file} is kept up to date from now on").format(file=path.name))

    def _build(self) -> None:
        once = Inset()
        what = self.tr("One file with all open follow-ups. Open it with your calendar, on the phone or the computer; days move with it.")
        once.add(Title(self.tr("Once")))
        once.add(WrapLabel(what, TextStyle.BODY, Tone.TEXT2))
        self.save = PrimaryButton(self.tr("Save a calendar file"), "download")
        once.add(row(self.save, STRETCH))
        kept = Inset()
        how = self.tr(
            "The program writes the file anew whenever something is planned, done or moved, and every morning. Choose a folder that your "
            "calendar reads, such as one that is shared between your computers."
        )
        kept.add(Title(self.tr("Always up to date")))
        kept.add(WrapLabel(how, TextStyle.BODY, Tone.TEXT2))
        self.place = ElidedLabel("", TextStyle.BODY_BOLD, Tone.TEXT)
        kept.add(self.place)
        self.keep = NormalButton(self.tr("Choose the file"), "folder-open")
        self.stop = NormalButton(self.tr("Keep it no longer"))
        kept.add(row(self.keep, self.stop, STRETCH))
        mind = self.tr("The file holds names, telephone numbers and notes. Keep it where only the shop can read it.")
        self.body.addWidget(once)
        self.body.addWidget(kept)
        self.body.addWidget(WrapLabel(mind, TextStyle.CAPTION, Tone.TEXT3))
        self.body.addStretch(1)

    def _show(self) -> None:
        path = self._context.settings.calendar_file
        self.place.setText(path)
        set_shown(self.place, bool(path))
        set_shown(self.stop, bool(path))

    def _asked(self, title: str) -> Path | None:
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(self._context.settings.remembered(FOLDER, usual))
        name = as_file_name(self.tr("Follow-ups")) + ".ics"
        chosen, _kind = QFileDialog.getSaveFileName(self, title, str(folder / name), self.tr("Calendar (*.ics)"))
        if not chosen:
            return None
        path = Path(chosen)
        self._context.settings.remember(FOLDER, str(path.parent))
        return path if path.suffix.lower() == ".ics" else path.with_name(f"{path.name}.ics")

    def _on_save(self) -> None:
        path = self._asked(self.tr("Save a calendar file"))
        if path is not None:
            self.write(path)

    def _on_keep(self) -> None:
        path = self._asked(self.tr("The calendar file to keep up to date"))
        if path is not None:
            self.keep_in(path)

    def _on_stop(self) -> None:
        self._context.settings.calendar_file = ""
        self._context.messages.toast(self.tr("The calendar file is left as it is now"))

    def _on_setting(self, name: str) -> None:
        if name == "calendar_file":
            self._show()

    def _on_written(self, written: tuple[str, int]) -> None:
        file, count = written
        self._context.messages.toast(self.tr("%n follow-up(s) are in {file}", "", count).format(file=file))
