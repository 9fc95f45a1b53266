"""Short steps for each kind of follow-up: what to ask, what to mind. The owner writes them in his own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.care_guides import guide_steps, topic_of
from app.domain.follow_ups import FollowUpKind
from app.jobs.job import JobControl
from app.views.follow_ups.words import kind_text
from app.views.leaving import may_leave
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton, PrimaryButton
from app.views.widgets.filter_chips import ChoiceChips
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, row
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextArea

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 560


def steps_of(kind: FollowUpKind, stored: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The shop's own steps, else the usual ones in the window's language."""
    return guide_steps(topic_of(kind), stored, QCoreApplication.translate)


def open_guides(context: AppContext, window: QWidget, kind: FollowUpKind = FollowUpKind.CALL) -> GuidesPanel:
    panel = GuidesPanel(context, window, kind)
    panel.open_panel(panel.steps)
    return panel


class GuidesPanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, kind: FollowUpKind) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("What to ask and to mind"))
        self._context = context
        self._kind = kind
        self._stored: Mapping[str, tuple[str, ...]] = {}
        self._build()
        self._connect()
        self._load()

    def _build(self) -> None:
        self.kind = ChoiceChips([(kind, kind_text(kind), None) for kind in FollowUpKind], self._kind, self.tr("Kind of follow-up"))
        self.steps = TextArea(lines=9)
        self.steps_field = FormField(self.tr("Steps, one in a line"), self.steps)
        self.usual = LinkButton(self.tr("Back to the usual steps"))
        self.save = PrimaryButton(self.tr("Save"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Close"))
        why = self.tr("They are shown beside a follow-up of this kind, so that everybody asks the same things.")
        self.body.addWidget(WrapLabel(why, TextStyle.BODY, Tone.TEXT2))
        self.body.addWidget(self.kind)
        self.body.addWidget(self.steps_field)
        self.body.addLayout(row(self.usual, STRETCH, self.cancel, self.save))
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.kind.changed.connect(self._on_kind)
        self.usual.clicked.connect(self._on_usual)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)

    def _load(self) -> None:
        def op(session: Session, _control: JobControl) -> dict[str, tuple[str, ...]]:
            from app.queries.care import guides

            return dict(guides(session))

        self._context.tasks.query(op, self._on_loaded, owner=self, replaces="guides")

    def _on_loaded(self, stored: dict[str, tuple[str, ...]]) -> None:
        self._stored = stored
        self._show()

    def _show(self) -> None:
        self.steps.setPlainText("\n".join(steps_of(self._kind, self._stored)))

    def _written(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.steps.toPlainText().splitlines() if line.strip())

    def _is_changed(self) -> bool:
        return self._written() != steps_of(self._kind, self._stored)

    def _on_kind(self, kind: object) -> None:
        if self._is_changed() and not may_leave(self._context.messages):
            self.kind.set_current(self._kind)
        elif isinstance(kind, FollowUpKind):
            self._kind = kind
            self._show()

    def _on_usual(self) -> None:
        self.steps.setPlainText("\n".join(steps_of(self._kind, {})))

    def _may_close(self) -> bool:
        return not self._is_changed() or may_leave(self._context.messages)

    def _on_save(self) -> None:
        topic, steps, now = topic_of(self._kind), self._written(), self._context.clock.now()
        # The usual ones are not written down: they go on speaking the language of the window.
        kept = () if steps == steps_of(self._kind, {}) else steps

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.care_rules import edit_guide

            return edit_guide(session, topic, kept, now=now)

        self._context.tasks.command(op, self._on_saved, owner=self)

    def _on_saved(self, action_id: int | None) -> None:
        self.set_close_guard(lambda: True)
        self.close_panel()
        if action_id is not None:
            self._context.messages.toast(self.tr("The steps are changed"), undo_action_id=action_id)
