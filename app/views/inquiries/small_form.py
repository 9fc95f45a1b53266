"""A panel with a few fields and one act that saves them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.jobs.job import JobControl
from app.views.failures import show_failure
from app.views.leaving import may_leave
from app.views.widgets.buttons import LinkButton, NormalButton, PrimaryButton
from app.views.widgets.form_field import FormField
from app.views.widgets.layouts import STRETCH, row
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextArea, TextField

Op = Callable[[Any, JobControl], int | None]
WIDTH = 520


class SmallForm(SidePanel):
    """Frees itself when closed. Subclasses give the operation and the sentence of the toast; `fields` by the names errors have for them."""

    def __init__(self, context: AppContext, window: QWidget, title: str, fields: Mapping[str, FormField], save: str) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(title)
        self.context = context
        self.fields = fields
        self._op: Op | None = None
        self._said = ""
        self.save = PrimaryButton(save, "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave without saving"))
        self.extra = LinkButton("")
        self.extra.hide()
        for field in fields.values():
            self.body.addWidget(field)
        self.body.addLayout(row(self.extra, STRETCH, self.cancel, self.save))
        self.body.addStretch(1)
        self._before = self._typed()
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)

    def saves_by(self, op: Op, sentence: str) -> None:
        """What saving does, and what is said when it is done."""
        self._op, self._said = op, sentence

    def act(self, op: Op, sentence: str) -> None:
        """Do something else than saving, and close."""
        self._said = sentence
        self.context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def words(self, name: str) -> str:
        """What stands in a field."""
        field = self.fields[name].field
        return field.text().strip() if isinstance(field, TextField | TextArea) else ""

    def keep_as_begun(self) -> None:
        """What stands in the fields now is no work that could be lost."""
        self._before = self._typed()

    def _typed(self) -> tuple[str, ...]:
        return tuple(self.words(name) for name in self.fields)

    def _may_close(self) -> bool:
        return self._typed() == self._before or may_leave(self.context.messages)

    def _on_save(self) -> None:
        if self._op is not None:
            self.context.tasks.command(self._op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, action_id: int | None) -> None:
        self.set_close_guard(lambda: True)
        self.close_panel()
        if action_id is not None:
            self.context.messages.toast(self._said, undo_action_id=action_id)

    def _on_failed(self, error: Exception) -> None:
        show_failure(self.context.messages, error, self.fields)
