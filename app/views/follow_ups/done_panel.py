"""A follow-up that is done, with a word about how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.follow_ups import FollowUpRow
from app.jobs.job import JobControl
from app.views.follow_ups.words import kind_text
from app.views.labels_customers import polite_name
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import ElidedLabel, WrapLabel
from app.views.widgets.layouts import STRETCH, row
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextArea

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def open_done(context: AppContext, window: QWidget, follow_up: FollowUpRow) -> DonePanel:
    panel = DonePanel(context, window, follow_up)
    panel.open_panel(panel.text)
    return panel


class DonePanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, follow_up: FollowUpRow) -> None:
        super().__init__(window, "", width=480)
        self.set_title(self.tr("Done, with a note"))
        self._context = context
        self._follow_up = follow_up
        self._build()
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)

    def _build(self) -> None:
        planned = self._follow_up
        name = polite_name(planned.customer_name, is_company=planned.is_company)
        self.body.addWidget(ElidedLabel(name, TextStyle.ROW_TITLE))
        words = (
            self.tr("{kind}: {note}").format(kind=kind_text(planned.kind), note=planned.note) if planned.note else kind_text(planned.kind)
        )
        self.body.addWidget(WrapLabel(words, TextStyle.BODY, Tone.TEXT2))
        self.text = TextArea(self.tr("What was said, in a word or two"), lines=6)
        self.save = PrimaryButton(self.tr("Done"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave it open"))
        self.body.addWidget(FormField(self.tr("How did it go?"), self.text, hint=self.tr("It is kept in the history of the customer.")))
        self.body.addLayout(row(STRETCH, self.cancel, self.save))
        self.body.addStretch(1)

    def _may_close(self) -> bool:
        if not self.text.text().strip():
            return True
        return self._context.messages.confirm(
            self.tr("Throw the note away?"),
            self.tr("What you typed is not saved yet."),
            safe=self.tr("Go on writing"),
            danger=self.tr("Throw it away"),
        )

    def _on_save(self) -> None:
        number, note = self._follow_up.id, self.text.text()
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.follow_ups import finish_follow_up

            return finish_follow_up(session, number, note=note, now=now, today=today)

        self._context.tasks.command(op, self._on_saved, owner=self)

    def _on_saved(self, action_id: int) -> None:
        self.set_close_guard(lambda: True)
        self.close_panel()
        name = polite_name(self._follow_up.customer_name, is_company=self._follow_up.is_company)
        self._context.messages.toast(self.tr("The follow-up for {name} is done").format(name=name), undo_action_id=action_id)
