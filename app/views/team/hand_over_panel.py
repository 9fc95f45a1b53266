"""Handing the day, a holiday or everything of one member over to another, with the sheet that goes with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QWidget

from app.context import AppContext
from app.domain.hand_over import HandOverView
from app.domain.staff import HandedOver, HandOverSpan, StaffRow
from app.jobs.job import JobControl
from app.views.failures import show_failure
from app.views.moments import language
from app.views.printing.loose_sheets import A4, LooseSheets
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton, PrimaryButton
from app.views.widgets.card import Inset
from app.views.widgets.check_box import CheckBox, RadioButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.date_field import DateField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.reports.hand_over import HandOverPaper

WIDTH = 500
PRINTS = "hand_over_prints"
_DAY = timedelta(days=1)


class HandOverWhat(StrEnum):
    TODAY = "today"
    DAYS = "days"
    EVERYTHING = "everything"


def open_hand_over_days(context: AppContext, window: QWidget, paper: LooseSheets) -> HandOverDaysPanel:
    panel = HandOverDaysPanel(context, window, paper)
    panel.open_panel(panel.giver)
    return panel


class HandOverDaysPanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, paper: LooseSheets) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("Hand work over"))
        self._context = context
        self._paper = paper
        self._staff: list[StaffRow] = []
        self._build()
        self._connect()
        context.tasks.query(_find_staff, self._on_staff, owner=self)

    def _build(self) -> None:
        today = self._context.clock.today()
        self.giver, self.taker = ComboField(), ComboField()
        self.taker_field = FormField(self.tr("To"), self.taker)
        self.today = RadioButton(self.tr("What is due up to today"))
        self.days = RadioButton(self.tr("What is due in these days, for instance a holiday"))
        self.everything = RadioButton(self.tr("Everything, with the customers"))
        self._what = QButtonGroup(self)
        for button in (self.today, self.days, self.everything):
            self._what.addButton(button)
        self.today.setChecked(True)
        self.first, self.last = DateField(today=today, optional=False), DateField(today=today, optional=False)
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        self.first.set_value(today + _DAY)
        self.last.set_value(today + 7 * _DAY)
        self._span = boxed(row(self.first, Text("–", TextStyle.BODY, Tone.TEXT2), self.last, STRETCH, gap=8, margins=(27, 0, 0, 0)))
        self.preview = WrapLabel("", TextStyle.BODY)
        self.after = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        told = Inset()
        told.add(self.preview)
        told.add(self.after)
        self.prints = CheckBox(self.tr("Print the sheet that goes with it"))
        self.prints.setChecked(self._context.settings.remembered(PRINTS, "1") == "1")
        self.only_print = LinkButton(self.tr("Only print the sheet"), "printer")
        self.save = PrimaryButton(self.tr("Hand over"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave it"))
        self.body.addWidget(FormField(self.tr("From"), self.giver))
        self.body.addWidget(self.taker_field)
        self.body.addWidget(boxed(column(self.today, self.days, self._span, self.everything, gap=4)))
        self.body.addWidget(told)
        self.body.addWidget(self.prints)
        self.body.addLayout(row(self.only_print, STRETCH, self.cancel, self.save))
        self.body.addStretch(1)
        set_shown(self._span, False)

    def _connect(self) -> None:
        self.giver.changed.connect(self._on_giver)
        self._what.buttonToggled.connect(self._on_what)
        self.first.editingFinished.connect(self._ask)
        self.last.editingFinished.connect(self._ask)
        self.save.clicked.connect(self._on_save)
        self.only_print.clicked.connect(self._on_only_print)
        self.cancel.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)

    def what(self) -> HandOverWhat:
        if self.days.isChecked():
            return HandOverWhat.DAYS
        return HandOverWhat.EVERYTHING if self.everything.isChecked() else HandOverWhat.TODAY

    def span(self) -> HandOverSpan | None:
        """None: everything. Days that are none give a span in which nothing is due."""
        if self.what() is HandOverWhat.EVERYTHING:
            return None
        today = self._context.clock.today()
        if self.what() is HandOverWhat.TODAY:
            return HandOverSpan(None, today + _DAY)
        first, last = self.first.value(), self.last.value()
        return HandOverSpan(first, last + _DAY) if first and last and first <= last else HandOverSpan(today, today)

    def _on_staff(self, rows: list[StaffRow]) -> None:
        self._staff = rows
        here = next((one.id for one in rows if one.name == self._context.settings.staff_name), None)
        self.giver.set_options([(one.id, one.name) for one in rows], here)
        self._on_giver(None)

    def _on_giver(self, _key: object) -> None:
        giver = self.giver.current()
        self.taker.set_options([(one.id, one.name) for one in self._staff if one.id != giver])
        self._ask()

    def _on_what(self, _button: object, is_on: bool) -> None:
        if is_on:
            set_shown(self._span, self.what() is HandOverWhat.DAYS)
            self._ask()

    def _ask(self) -> None:
        giver, span = self.giver.current(), self.span()
        if not isinstance(giver, int):
            return

        def op(session: Session, _control: JobControl) -> HandOverView:
            from app.queries.hand_over import hand_over_view

            return hand_over_view(session, giver, span)

        self._context.tasks.query(op, self._on_view, owner=self, replaces="hand over")

    def _on_view(self, view: HandOverView) -> None:
        counts = (
            self.tr("%n customer(s)", "", view.customers) if view.customers else "",
            self.tr("%n follow-up(s)", "", view.follow_ups) if view.follow_ups else "",
            self.tr("%n voice(s) to answer", "", view.promises) if view.promises else "",
            self.tr("%n suggestion(s)", "", view.proposals) if view.proposals else "",
            self.tr("%n contract(s)", "", view.contracts) if view.contracts else "",
            self.tr("%n rule(s)", "", view.rules) if view.rules else "",
        )
        said = self.tr(", ").join(part for part in counts if part)
        self.preview.setText(self.tr("Handed over: {what}").format(what=said) if said else self.tr("There is nothing to hand over."))
        after = {
            HandOverWhat.TODAY: self.tr("What is late goes along. The customers stay."),
            HandOverWhat.DAYS: self.tr("The customers stay."),
            HandOverWhat.EVERYTHING: self.tr("What is closed stays with who did it."),
        }
        self.after.setText(after[self.what()])
        has_others = len(self._staff) > 1
        self.save.setEnabled(bool(said) and has_others)
        self.only_print.setEnabled(bool(said) and has_others)

    def _on_save(self) -> None:
        giver, taker, span, prints = self.giver.current(), self.taker.current(), self.span(), self.prints.isChecked()
        if not isinstance(giver, int) or not isinstance(taker, int):
            return
        now, to = self._context.clock.now(), self.taker.currentText()
        make = self._paper_of(giver, to, span)
        self._context.settings.remember(PRINTS, "1" if prints else "0")

        def op(session: Session, control: JobControl) -> tuple[HandedOver, HandOverPaper | None]:
            from app.services.staff import hand_over

            paper = make(session, control) if prints else None
            return hand_over(session, giver, taker, now=now, span=span), paper

        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, done: tuple[HandedOver, HandOverPaper | None]) -> None:
        handed, paper = done
        name, sheets = self.taker.currentText(), self._paper
        self.close_panel()
        sentence = self.tr("Handed over to {name}").format(name=name)
        self._context.messages.toast(sentence, undo_action_id=handed.action_id, is_bulk=True)
        if paper is not None:
            _print(sheets, paper)

    def _on_only_print(self) -> None:
        giver = self.giver.current()
        if isinstance(giver, int):
            make = self._paper_of(giver, self.taker.currentText(), self.span())
            self._context.tasks.query(make, partial(_print, self._paper), owner=self)

    def _paper_of(self, giver: int, to: str, span: HandOverSpan | None) -> Callable[[Session, JobControl], HandOverPaper]:
        today, spoken = self._context.clock.today(), language()

        def make(session: Session, _control: JobControl) -> HandOverPaper:
            from app.reports.hand_over import hand_over_paper

            return hand_over_paper(session, giver, to, span, today=today, language=spoken)

        return make

    def _on_failed(self, error: Exception) -> None:
        show_failure(self._context.messages, error, {"to": self.taker_field})


def _find_staff(session: Session, _control: JobControl) -> list[StaffRow]:
    from app.queries.staff import staff_rows

    return staff_rows(session)


def _print(sheets: LooseSheets, paper: HandOverPaper) -> None:
    sheets.print_document(paper.document, paper.title, [A4] * paper.pages)
