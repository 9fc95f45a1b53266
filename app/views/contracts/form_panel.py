"""A small form in a side panel: fields, one button that saves, and a question before typed words are thrown away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.jobs.job import JobControl
from app.views.failures import show_failure
from app.views.labels_customers import polite_name
from app.views.leaving import may_leave
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.date_field import DateField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.layouts import STRETCH, row
from app.views.widgets.number_field import NumberField
from app.views.widgets.side_panel import SUMMARY_WIDTH, SidePanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Op = Callable[["Session", JobControl], "int | None"]
WIDTH = 480


class FormPanel(SidePanel):
    """Frees itself when closed. `fields` by the names the errors have for them."""

    def __init__(
        self,
        context: AppContext,
        window: QWidget,
        title: str,
        save: str,
        *,
        about: str = "",
        width: int = WIDTH,
        summary_width: int = SUMMARY_WIDTH,
    ) -> None:
        super().__init__(window, "", width=width, summary_width=summary_width)
        self.set_title(title)
        self.context = context
        self.fields: dict[str, FormField] = {}
        self.save = PrimaryButton(save, "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave it"))
        if about:
            self.body.addWidget(ElidedLabel(polite_name(about)))
        self._before: object = None
        self._typed: Callable[[], object] = lambda: None
        self._act: Callable[[], tuple[Op, str] | None] = lambda: None

    def finish(self, typed: Callable[[], object], act: Callable[[], tuple[Op, str] | None]) -> None:
        """The last of the form: its buttons. `typed`: whatever the form says, to tell whether something was typed; `act`: what saving does
        and the sentence that says so, None when something is still wrong."""
        self._typed, self._act = typed, act
        self.place_buttons()
        self.body.addStretch(1)
        self.keep_as_begun()
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)

    @property
    def is_untouched(self) -> bool:
        return self._typed() == self._before

    def keep_as_begun(self) -> None:
        """What stands there now was not typed."""
        self._before = self._typed()

    def place_buttons(self) -> None:
        self.body.addLayout(row(STRETCH, self.cancel, self.save))

    def add_field(self, name: str, label: str, field: QWidget, *, required: bool = False, hint: str = "") -> FormField:
        form = FormField(label, field, required=required, hint=hint)
        self.fields[name] = form
        return form

    def day_of(self, name: str) -> bool:
        """Whether a field of a day says one, or may stay empty; else it says what is wrong."""
        form = self.fields[name]
        field = form.field
        if not isinstance(field, DateField) or field.is_valid():
            form.clear_error()
            return True
        form.set_error(self.tr("Please enter a day, such as 2026/11/20."))
        field.setFocus()
        return False

    def number_of(self, name: str) -> bool:
        """As `day_of`, for a number or an amount."""
        form = self.fields[name]
        field = form.field
        if not isinstance(field, NumberField) or not field.text().strip() or field.value() is not None:
            form.clear_error()
            return True
        form.set_error(self.tr("Please enter a number."))
        field.setFocus()
        return False

    def _may_close(self) -> bool:
        return self.is_untouched or may_leave(self.context.messages)

    def _on_save(self) -> None:
        for form in self.fields.values():
            form.clear_error()
        found = self._act()
        if found is None:
            return
        op, sentence = found

        def done(action_id: int | None) -> None:
            self.keep_as_begun()
            self.close_panel()
            if action_id is not None:
                self.context.messages.toast(sentence, undo_action_id=action_id)

        self.context.tasks.command(op, done, owner=self, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        show_failure(self.context.messages, error, self.fields)
