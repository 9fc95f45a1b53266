"""担当: who serves, and whose customers are whose."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from app.context import AppContext
from app.domain.formats import CountUnit, format_count
from app.domain.staff import StaffHasCustomers, StaffHasVoices, StaffRow
from app.jobs.job import JobControl
from app.views.moments import language
from app.views.settings.section import SettingsCard
from app.views.settings.staff_panel import open_hand_over, open_staff_panel
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton
from app.views.widgets.labels import Caption, ElidedLabel, NumberText, WrapLabel
from app.views.widgets.layouts import STRETCH, clear, column, hairline, row, set_shown

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class StaffCard(SettingsCard):
    def __init__(self, context: AppContext) -> None:
        super().__init__("staff", "users")
        self.set_title(self.tr("Staff"))
        self._context = context
        self._rows: list[StaffRow] = []
        self._shows_former = False
        self._build()

    def show_staff(self, rows: list[StaffRow]) -> None:
        """Active members first, as the query gives them."""
        self._rows = rows
        active = [row for row in rows if row.is_active]
        former = [row for row in rows if not row.is_active]
        self._begin_table()
        if active:
            self._add_heads()
        for member in active:
            self._add_member(member, has_others=len(active) > 1)
        for member in former if self._shows_former else ():
            self._add_former(member)
        self._hint.setText(
            self.tr("Who has customers can be removed once they are handed over.")
            if active
            else self.tr("With staff in the list, visits and customers can be put in somebody's charge.")
        )
        set_shown(self.former, bool(former))
        set_shown(self.team, bool(active))
        words = self.tr("Hide former staff") if self._shows_former else self.tr("Former staff (%n)", "", len(former))
        self.former.setText(words)

    def first_field(self) -> QWidget:
        return self.add_button

    def _build(self) -> None:
        self.add_button = LinkButton(self.tr("Add staff"), "plus", small=True)
        self.add_button.clicked.connect(self._on_add)
        self.title_row.addWidget(self.add_button)
        self.team = LinkButton(self.tr("What everybody has done"), small=True)
        self.team.clicked.connect(self._on_team)
        self._place = column(gap=0)
        self._hint = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.former = LinkButton("", small=True)
        self.former.clicked.connect(self._on_former)
        self.add(self._place)
        self.add(self._hint)
        self.body.addLayout(row(self.former, self.team, STRETCH, gap=8))
        self.former.hide()
        self.also_found_by(self.tr("Add staff"), self.tr("Hand over"))

    def _begin_table(self) -> None:
        clear(self._place)
        px = theme_of(self).px
        table = QWidget()
        self._grid = QGridLayout(table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(2))
        self._place.addWidget(table)

    def _add_heads(self) -> None:
        for place, words in enumerate((self.tr("Name"), self.tr("Role"))):
            self._grid.addWidget(Caption(words, Tone.TEXT2), 0, place)
        self._grid.addWidget(NumberText(self.tr("Customers"), TextStyle.CAPTION, Tone.TEXT2), 0, 2)
        self._grid.addWidget(hairline(), 1, 0, 1, 5)

    def _add_member(self, member: StaffRow, *, has_others: bool) -> None:
        line = self._grid.rowCount()
        self._grid.addWidget(ElidedLabel(member.name), line, 0)
        self._grid.addWidget(ElidedLabel(member.role or "—", TextStyle.BODY, Tone.TEXT2), line, 1)
        self._grid.addWidget(NumberText(format_count(member.customers, CountUnit.CUSTOMERS, language())), line, 2)
        if (member.customers or member.voices) and has_others:
            hand_over = LinkButton(self.tr("Hand over"), small=True)
            hand_over.setAccessibleName(self.tr("Hand the customers of {name} over").format(name=member.name))
            hand_over.clicked.connect(partial(self._hand_over, member, removes=False))
            self._grid.addWidget(hand_over, line, 3)
        change = LinkButton(self.tr("Change"), small=True)
        change.setAccessibleName(self.tr("Change {name}").format(name=member.name))
        change.clicked.connect(partial(self._edit, member))
        self._grid.addWidget(change, line, 4)

    def _add_former(self, member: StaffRow) -> None:
        line = self._grid.rowCount()
        self._grid.addWidget(ElidedLabel(member.name, TextStyle.BODY, Tone.TEXT3), line, 0)
        self._grid.addWidget(ElidedLabel(self.tr("has left"), TextStyle.BODY, Tone.TEXT3), line, 1)
        back = LinkButton(self.tr("Bring back"), small=True)
        back.setAccessibleName(self.tr("Bring {name} back").format(name=member.name))
        back.clicked.connect(partial(self._bring_back, member))
        self._grid.addWidget(back, line, 2, 1, 2)

    def _edit(self, member: StaffRow, _checked: bool = False) -> None:
        panel = open_staff_panel(self._context, self.window(), member)
        panel.remove_requested.connect(partial(self._remove, member))

    def _remove(self, member: StaffRow) -> None:
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.staff import remove_staff

            return remove_staff(session, member.id, now=now)

        sentence = self.tr("{name} is removed from the staff").format(name=member.name)
        self._context.tasks.command(op, partial(self._on_done, sentence), owner=self, failed=partial(self._on_not_removed, member))

    def _on_not_removed(self, member: StaffRow, error: Exception) -> None:
        others = [row for row in self._rows if row.is_active and row.id != member.id]
        if isinstance(error, StaffHasCustomers | StaffHasVoices) and others:
            self._hand_over(member, removes=True)
        else:
            self._context.messages.error(error)

    def _bring_back(self, member: StaffRow, _checked: bool = False) -> None:
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.staff import bring_staff_back

            return bring_staff_back(session, member.id, now=now)

        self._context.tasks.command(op, partial(self._on_done, self.tr("{name} is back").format(name=member.name)), owner=self)

    def _hand_over(self, member: StaffRow, _checked: bool = False, *, removes: bool) -> None:
        others = [row for row in self._rows if row.is_active and row.id != member.id]
        open_hand_over(self._context, self.window(), member, others, removes=removes)

    def _on_done(self, sentence: str, action_id: int) -> None:
        self._context.messages.toast(sentence, undo_action_id=action_id)

    def _on_add(self) -> None:
        open_staff_panel(self._context, self.window(), None)

    def _on_team(self) -> None:
        self._context.navigate.show_page("team")

    def _on_former(self) -> None:
        self._shows_former = not self._shows_former
        self.show_staff(self._rows)
