"""Of a company: the persons to talk to, and what is known of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from app.context import AppContext
from app.domain.companies import CompanyProfile, CompanyView, PersonRow
from app.domain.customer_rows import CustomerView
from app.domain.names import initials
from app.jobs.job import JobControl
from app.views.contracts.month_words import month_name
from app.views.contracts.person_panel import open_person, open_profile
from app.views.contracts.words import join
from app.views.labels_customers import polite_name
from app.views.moments import day_text
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton
from app.views.widgets.labels import Text, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, clear, column, hairline, row, set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_CHANGE, _ADDRESS, _DELETE = "change", "address", "delete"


class CompanyPart(QWidget):
    """Nothing of it is shown for a person."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._customer, self._name = 0, ""
        self._view = CompanyView()
        self._build()

    def show_customer(self, view: CustomerView) -> None:
        self._customer, self._name = view.card.id, view.card.fields.name
        set_shown(self, view.company is not None)
        self._view = view.company or CompanyView()
        self.persons.set_rows([self._content(person) for person in self._view.persons])
        set_shown(self.persons, bool(self._view.persons))
        set_shown(self.hint, not self._view.persons)
        clear(self._known)
        lines = [(name, value) for name, value in self._profile_lines(self._view.profile) if value]
        if lines:
            self._known.addLayout(self._grid(lines))
        self.edit.setText(self.tr("Change") if lines else self.tr("Note what is known"))

    def _build(self) -> None:
        self.add = LinkButton(self.tr("Add a contact person"), "plus", small=True)
        self.add.clicked.connect(lambda: open_person(self._context, self.window(), self._customer, self._name))
        self.edit = LinkButton("", small=True)
        self.edit.clicked.connect(lambda: open_profile(self._context, self.window(), self._customer, self._name, self._view.profile))
        self.persons = RowList(self.tr("Contact persons"), row_height=48, uniform=False, grows=True)
        self.persons.activated_key.connect(self._on_opened)
        self.persons.action_triggered.connect(self._on_act)
        self.hint = WrapLabel(
            self.tr("With whom do you talk there? One of them can be the addressee of the post."), TextStyle.CAPTION, Tone.TEXT2
        )
        self._known = column(gap=4)
        head = row(Title(self.tr("Contact persons")), STRETCH, self.add)
        about = row(Title(self.tr("About the company")), STRETCH, self.edit)
        self.setLayout(column(head, self.persons, self.hint, hairline(), about, self._known, hairline(), gap=6))

    def _content(self, person: PersonRow) -> RowContent:
        fields = person.fields
        what = join(fields.department, fields.role)
        parts = [fields.phone, fields.email]
        if not person.is_current and fields.until is not None:
            parts = [self.tr("no longer since {day}").format(day=day_text(fields.until, today=self._context.clock.today()))]
        elif fields.since is not None:
            parts.append(self.tr("since {day}").format(day=day_text(fields.since, today=self._context.clock.today())))
        chip = (self.tr("Addressee"), Tone.INFO) if fields.is_addressee else (self.tr("New"), Tone.ACCENT) if person.is_new else None
        actions = [RowAction(_CHANGE, self.tr("Change"), key="Space"), RowAction(_DELETE, self.tr("Delete"), key="Del", shown=False)]
        if person.is_current and not fields.is_addressee:
            actions.insert(1, RowAction(_ADDRESS, self.tr("Address post to them")))
        return RowContent(
            person.id,
            polite_name(fields.name),
            what=what,
            detail=join(*parts, fields.note),
            avatar=initials(fields.name),
            chip=chip if person.is_current else None,
            actions=tuple(actions),
        )

    def _profile_lines(self, profile: CompanyProfile) -> list[tuple[str, str]]:
        return [
            (self.tr("Industry"), profile.industry),
            (self.tr("Size"), profile.size),
            (self.tr("Its year begins in"), month_name(profile.fiscal_month) if profile.fiscal_month else ""),
            (self.tr("It decides on money in"), month_name(profile.budget_month) if profile.budget_month else ""),
            (self.tr("What it has to solve"), profile.issues),
        ]

    def _grid(self, lines: list[tuple[str, str]]) -> QGridLayout:
        grid, px = QGridLayout(), theme_of(self).px
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(5))
        grid.setColumnMinimumWidth(0, px(132))
        grid.setColumnStretch(1, 1)
        for number, (name, value) in enumerate(lines):
            grid.addWidget(Text(name, TextStyle.BODY, Tone.TEXT2), number, 0)
            grid.addWidget(WrapLabel(value, TextStyle.BODY, Tone.TEXT), number, 1)
        return grid

    def _person(self, key: object) -> PersonRow | None:
        return next((person for person in self._view.persons if person.id == key), None)

    def _on_opened(self, key: object) -> None:
        person = self._person(key)
        if person is not None:
            open_person(self._context, self.window(), self._customer, self._name, person)

    def _on_act(self, act: str, key: object) -> None:
        person = self._person(key)
        if person is None:
            return
        if act == _CHANGE:
            self._on_opened(key)
            return
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from dataclasses import replace

            from app.services.companies import delete_person, edit_person

            if act == _DELETE:
                return delete_person(session, person.id, now=now)
            return edit_person(session, person.id, replace(person.fields, is_addressee=True), now=now)

        sentence = self.tr("{name} is deleted") if act == _DELETE else self.tr("Post is addressed to {name}")
        self._context.tasks.command(op, partial(self._on_done, sentence.format(name=person.fields.name)), owner=self)

    def _on_done(self, sentence: str, action_id: int | None) -> None:
        if action_id is not None:
            self._context.messages.toast(sentence, undo_action_id=action_id)
