"""Groups of products: what holds for all in a group that do not say otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.formats import CountUnit, format_count
from app.domain.products import STANDARD_TAX, GroupFields, GroupRow
from app.jobs.job import JobControl
from app.views.failures import show_failure
from app.views.leaving import may_leave
from app.views.moments import language
from app.views.settings.product_fields import MarginField, TaxField
from app.views.settings.product_words import percent_text, tax_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton, PrimaryButton
from app.views.widgets.check_box import CheckBox
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Title, WrapLabel
from app.views.widgets.layouts import STRETCH, hairline, row, set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 560
_ARCHIVE, _BACK = "archive", "back"


def open_groups_panel(context: AppContext, window: QWidget, groups: Sequence[GroupRow], *, shop_margin: float) -> GroupsPanel:
    """`groups` with those put aside."""
    panel = GroupsPanel(context, window, groups, shop_margin=shop_margin)
    panel.open_panel(panel.list if groups else panel.name)
    return panel


class GroupsPanel(SidePanel):
    """The list, and under it the form of the group chosen there or of a new one. Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, groups: Sequence[GroupRow], *, shop_margin: float) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("Product groups"))
        self._context = context
        self._groups = {group.id: group for group in groups}
        self._chosen: GroupRow | None = None
        self._build(percent_text(shop_margin))
        self._connect()
        self._show_list()
        self._choose(None)
        self.set_close_guard(self._may_leave)

    def _build(self, shop_margin: str) -> None:
        about = self.tr("What a product does not say itself, its group says: tax, gross margin, points.")
        self.list = RowList(self.tr("Product groups"), row_height=52, grows=True)
        self.list.set_open_on_click(True)
        self.form_title = Title()
        self.name = TextField(self.tr("Hair care"))
        self.tax, self.margin = TaxField(self.tr("As usual ({rate})").format(rate=tax_text(STANDARD_TAX))), MarginField()
        self.margin.set_above(self.tr("Empty: {margin}, as the shop").format(margin=shop_margin))
        self.points = CheckBox(self.tr("Earns points"))
        self.name_field = FormField(self.tr("Name"), self.name, required=True)
        self.tax_field, self.margin_field = FormField(self.tr("Tax"), self.tax), FormField(self.tr("Gross margin"), self.margin)
        self.save = PrimaryButton(self.tr("Save"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.another = LinkButton(self.tr("A new group instead"), "plus")
        self.close_all = NormalButton(self.tr("Close"))
        self.body.addWidget(WrapLabel(about, TextStyle.BODY, Tone.TEXT2))
        self.body.addWidget(self.list)
        self.body.addWidget(hairline())
        self.body.addWidget(self.form_title)
        for part in (self.name_field, self.tax_field, self.margin_field, self.points):
            self.body.addWidget(part)
        self.body.addLayout(row(self.another, STRETCH, self.close_all, self.save))
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.list.activated_key.connect(self._on_chosen)
        self.list.action_triggered.connect(self._on_action)
        self.another.clicked.connect(self._on_another)
        self.close_all.clicked.connect(self.close_panel)
        self.save.clicked.connect(self._on_save)
        self.closed.connect(self.deleteLater)
        self._context.tasks.data_changed.connect(self._on_data_changed)

    def _show_list(self) -> None:
        listed = sorted(self._groups.values(), key=lambda group: not group.is_active)
        self.list.set_rows([self._content(group) for group in listed])
        set_shown(self.list, bool(listed))

    def _content(self, group: GroupRow) -> RowContent:
        fields = group.fields
        parts = [
            format_count(group.products, CountUnit.ITEMS, language()),
            self.tr("tax {rate}").format(rate=tax_text(STANDARD_TAX if fields.tax_rate is None else fields.tax_rate)),
        ]
        if fields.margin_rate is not None:
            parts.append(self.tr("margin {rate}").format(rate=percent_text(fields.margin_rate)))
        if not fields.earns_points:
            parts.append(self.tr("no points"))
        aside = None if group.is_active else (self.tr("Put aside"), Tone.NEUTRAL)
        act = RowAction(_ARCHIVE, self.tr("Put aside"), key="Del") if group.is_active else RowAction(_BACK, self.tr("Bring back"))
        return RowContent(group.id, group.name, detail=" · ".join(parts), chip=aside, actions=(act,))

    def _choose(self, group: GroupRow | None) -> None:
        self._chosen = group
        fields = group.fields if group is not None else GroupFields("")
        self.form_title.setText(self.tr("A new group") if group is None else self.tr("Change {name}").format(name=group.name))
        self.name.setText(fields.name)
        self.tax.set_value(fields.tax_rate)
        self.margin.set_value(fields.margin_rate)
        self.points.setChecked(fields.earns_points)
        for field in (self.name_field, self.tax_field, self.margin_field):
            field.clear_error()
        set_shown(self.another, group is not None)
        self._before = self._fields()

    def _fields(self) -> GroupFields:
        return GroupFields(self.name.text().strip(), self.margin.value(), self.tax.value(), self.points.isChecked())

    def _may_leave(self) -> bool:
        if self._fields() == self._before:
            return True
        return may_leave(self._context.messages)

    def _on_chosen(self, key: object) -> None:
        if isinstance(key, int) and self._may_leave():
            self._choose(self._groups[key])
            self.name.setFocus()

    def _on_another(self) -> None:
        if self._may_leave():
            self._choose(None)
            self.name.setFocus()

    def _on_action(self, action: str, key: object) -> None:
        group = self._groups.get(key) if isinstance(key, int) else None
        if group is None:
            return
        group_id, now, is_archiving = group.id, self._context.clock.now(), action == _ARCHIVE

        def op(session: Session, _control: JobControl) -> tuple[str, int]:
            from app.services.products import archive_group, bring_group_back

            return group.name, (archive_group if is_archiving else bring_group_back)(session, group_id, now=now)

        self._context.tasks.command(op, self._on_put_aside if is_archiving else self._on_brought_back, owner=self)

    def _on_put_aside(self, done: tuple[str, int]) -> None:
        self._context.messages.toast(self.tr("{name} is put aside").format(name=done[0]), undo_action_id=done[1])

    def _on_brought_back(self, done: tuple[str, int]) -> None:
        self._context.messages.toast(self.tr("{name} is back").format(name=done[0]), undo_action_id=done[1])

    def _on_save(self) -> None:
        fields, chosen, now = self._fields(), self._chosen, self._context.clock.now()
        for field in (self.name_field, self.tax_field, self.margin_field):
            field.clear_error()
        if not self.margin.is_valid():
            self.margin_field.set_error(self.tr("The margin is a per cent from 0 to 100. Example: 42"))
            return
        if not self.tax.is_valid():
            self.tax_field.set_error(self.tr("The tax rate is a per cent from 0 to 50. Example: 5.5"))
            return

        def op(session: Session, _control: JobControl) -> tuple[str, int]:
            from app.services.products import add_group, edit_group

            if chosen is not None:
                return fields.name, edit_group(session, chosen.id, fields, now=now)
            return fields.name, add_group(session, fields, now=now)

        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, done: tuple[str, int]) -> None:
        self._choose(None)
        self.name.setFocus()
        self._context.messages.toast(self.tr("The group {name} is saved").format(name=done[0]), undo_action_id=done[1])

    def _on_failed(self, error: Exception) -> None:
        show_failure(self._context.messages, error, {"name": self.name_field})

    def _on_data_changed(self, changed: frozenset[Entity], _initiator: object) -> None:
        if Entity.PRODUCT in changed:
            self._context.tasks.query(_find_groups, self._on_groups, owner=self, replaces="groups")

    def _on_groups(self, groups: tuple[GroupRow, ...]) -> None:
        self._groups = {group.id: group for group in groups}
        self._show_list()


def _find_groups(session: Session, _control: JobControl) -> tuple[GroupRow, ...]:
    from app.queries.products import group_rows

    return group_rows(session, with_archived=True)
