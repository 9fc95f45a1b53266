"""What the panels of groups have in common: the name, saving as one act, deleting, and not losing what was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.groups import GroupOutcome, GroupSummary
from app.jobs.job import JobControl
from app.views.failures import show_failure
from app.views.leaving import may_leave
from app.views.widgets.buttons import LinkButton, PrimaryButton
from app.views.widgets.form_field import FormField
from app.views.widgets.layouts import set_shown
from app.views.widgets.side_panel import PANEL_WIDTH, SidePanel
from app.views.widgets.text_field import TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class GroupPanel(SidePanel):
    """Frees itself when closed. `group` None: a new one. The parts are laid out by the panel of each kind of group."""

    def __init__(self, context: AppContext, window: QWidget, group: GroupSummary | None, *, width: int = PANEL_WIDTH) -> None:
        super().__init__(window, "", width=width)
        self._context = context
        self._group = group
        self._before: tuple[object, str] = ((), "")
        self.name = TextField()
        self.name_field = FormField(self.tr("Name of the group"), self.name, required=True)
        self.delete = LinkButton(self.tr("Delete the group"), "trash-2", small=True)
        set_shown(self.delete, group is not None)
        self.save = PrimaryButton(self.tr("Save the group"), "check")
        self.delete.clicked.connect(self._on_delete)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)

    def content(self) -> object:
        """What the group is made of beside its name."""
        return ()

    def title(self) -> str:
        """The name as it stands."""
        return self.name.text().strip() or self.tr("Group")

    def begin_as(self, content: object) -> None:
        """What is there now is nothing the user would lose."""
        self._before = (content, self.name.text())

    def keep(self, op: Callable[[Session, JobControl], GroupOutcome]) -> None:
        """Save by `op` and close; what was not changed is only closed."""
        if self._group is not None and not self._has_changed():
            self.close_panel()
        else:
            self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _has_changed(self) -> bool:
        return (self.content(), self.name.text()) != self._before

    def _may_close(self) -> bool:
        return not self._has_changed() or may_leave(self._context.messages)

    def _close(self) -> None:
        self.set_close_guard(lambda: True)
        self.close_panel()

    def _on_delete(self) -> None:
        if self._group is not None:
            from app.views.groups.acts import delete_group

            self._close()
            delete_group(self._context, self._group)

    def _on_saved(self, outcome: GroupOutcome) -> None:
        name = self.title()
        self._close()
        self._context.messages.toast(self.tr("The group {name} is saved").format(name=name), undo_action_id=outcome.action_id)

    def _on_failed(self, error: Exception) -> None:
        show_failure(self._context.messages, error, {"name": self.name_field})
