"""ルールを変える: the whole rule as a form, with what it changes beside it. It never works backwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.errors import DomainError
from app.domain.point_money import READY_RULE
from app.domain.points import RuleFields
from app.jobs.job import JobControl
from app.views.points.answer import PointsAnswer
from app.views.points.excluded_panel import open_excluded_panel
from app.views.points.rule_acts import save_rule, tell_saved
from app.views.points.rule_outlook import RuleOutlook
from app.views.points.rule_parts import RulePart, all_parts
from app.views.points.sentences import RuleWord, names_text, word_name
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton, PrimaryButton
from app.views.widgets.date_field import DateField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Text, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, FlowLayout, Hairline, boxed, column, row
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.switch import Switch

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

DATE_WIDTH = 140


def open_rule_panel(context: AppContext, window: QWidget, answer: PointsAnswer, rule: RuleFields | None = None) -> RulePanel:
    """The form of the rule of today, or of `rule` as it was begun elsewhere."""
    panel = RulePanel(context, window, answer, rule)
    panel.open_panel(panel.parts[0].first_field())
    return panel


class RulePanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, answer: PointsAnswer, rule: RuleFields | None) -> None:
        super().__init__(window, "")
        self.set_title(self.tr("Change the rules"))
        self._context = context
        self._answer = answer
        self._before = answer.fields or READY_RULE
        self._build()
        self._show(rule or self._before)
        self._connect()
        self._on_changed()

    def typed_rule(self) -> RuleFields | None:
        """The rule as the form says; None while something cannot be."""
        rule: RuleFields | None = replace(self._before, is_on=self.is_on.isChecked())
        for part in self.parts:
            found = part.applied(rule) if rule is not None else None
            rule = found
        return rule

    def _build(self) -> None:
        self.parts: tuple[RulePart, ...] = tuple(all_parts(self._answer.currency, self._answer.today))
        self.is_on = Switch(self.tr("Purchases earn points"))
        self.body.addLayout(row(self.is_on, Text(self.tr("Purchases earn points")), STRETCH, gap=10))
        earn, tax, rounding, minimum, birthday, first, bonus, referral, use, expiry = self.parts
        self._add_section(self.tr("Earning"), earn, _flowing(tax, rounding), minimum)
        self._add_section(self.tr("More points"), _flowing(birthday, first), bonus, referral)
        self._add_section(self.tr("Using"), use, expiry)
        self._add_section(word_name(RuleWord.EXCLUDED), self._excluded_line())
        self._add_section(self.tr("Below zero"), self._negative_line())
        self.body.addStretch(1)
        self._build_summary()

    def _build_summary(self) -> None:
        today = self._answer.today
        self.outlook = RuleOutlook(self._context, self._answer, is_short=False)
        self.start = DateField(today=today, optional=False)
        self.start.set_value(today)
        self.start.setFixedWidth(theme_of(self).px(DATE_WIDTH))
        self.start_line = FormField(self.tr("For purchases from"), self.start)
        self.start_line.set_validator(self._check_start)
        never = self.tr("It never works backwards: points that customers have stay as they are.")
        self.summary.addWidget(self.outlook)
        self.summary.addWidget(Hairline())
        self.summary.addWidget(self.start_line)
        self.summary.addWidget(WrapLabel(never, TextStyle.CAPTION, Tone.TEXT2))
        self.summary.addStretch(1)
        self.save = PrimaryButton(self.tr("Make this the rule"), "check")
        self.set_primary(self.save)

    def _add_section(self, title: str, *widgets: QWidget) -> None:
        self.body.addWidget(Hairline())
        self.body.addWidget(Title(title))
        for widget in widgets:
            self.body.addWidget(widget)

    def _excluded_line(self) -> QWidget:
        names = names_text(self._answer.excluded) if self._answer.excluded else self.tr("Everything you sell earns points.")
        self.excluded = LinkButton(self.tr("Choose what earns no points"), small=True)
        return boxed(column(WrapLabel(names, TextStyle.BODY, Tone.TEXT2), row(self.excluded, STRETCH), gap=4))

    def _negative_line(self) -> QWidget:
        self.allow_negative = Switch(self.tr("A balance may go below zero"))
        self.allow_negative.setChecked(self._answer.loyalty.allow_negative)
        words = self.tr(
            "When something is given back whose points were used already, the balance goes below zero, and later points fill it up. "
            "Off: the program asks each time. Saved at once."
        )
        name = Text(self.tr("A balance may go below zero"))
        return boxed(column(row(self.allow_negative, name, STRETCH, gap=10), WrapLabel(words, TextStyle.CAPTION, Tone.TEXT2), gap=4))

    def _connect(self) -> None:
        for part in self.parts:
            part.changed.connect(self._on_changed)
        self.is_on.toggled.connect(self._on_changed)
        self.save.clicked.connect(self._on_save)
        self.excluded.clicked.connect(self._on_excluded)
        self.allow_negative.toggled.connect(self._on_negative)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)

    def _show(self, rule: RuleFields) -> None:
        # A rule that is off is opened to be switched on again.
        self.is_on.setChecked(True)
        for part in self.parts:
            part.set_rule(rule)

    def _on_changed(self, _value: object = None) -> None:
        rule = self.typed_rule()
        if rule is not None:
            self.outlook.show_rule(rule)

    def _check_start(self) -> str:
        day = self.start.value()
        if day is None:
            return self.tr("Please type a day.")
        return self.tr("A rule cannot begin before today.") if day < self._answer.today else ""

    def _has_changed(self) -> bool:
        is_other = self._answer.fields is None or self.typed_rule() != self._answer.fields
        return is_other or self.start.value() != self._answer.today

    def _may_close(self) -> bool:
        if self._answer.fields is None or not self._has_changed():
            return True
        return self._context.messages.confirm(
            self.tr("Leave without saving?"),
            self.tr("The rule you typed does not hold yet."),
            safe=self.tr("Go on typing"),
            danger=self.tr("Leave without saving"),
        )

    def _on_save(self) -> None:
        rule, day = self.typed_rule(), self.start.value()
        if rule is None or not self.start_line.validate() or day is None:
            return
        if not self._has_changed():
            self.close_panel()
            return
        save_rule(self._context, rule, day, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, action_id: int) -> None:
        day: date = self.start.value() or self._answer.today
        self.set_close_guard(lambda: True)
        self.close_panel()
        tell_saved(self._context, day, action_id)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, DomainError) and error.field == "valid_from":
            self.start_line.set_error(self._context.messages.sentence(error))
        else:
            self._context.messages.error(error)

    def _on_excluded(self) -> None:
        window = self.parentWidget()
        if window is not None and self.close_panel():
            open_excluded_panel(self._context, window)

    def _on_negative(self, allowed: bool) -> None:
        settings, now = replace(self._answer.loyalty, allow_negative=allowed), self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.points import set_loyalty

            return set_loyalty(session, settings, now=now)

        self._context.tasks.command(op, self._on_negative_saved, owner=self)

    def _on_negative_saved(self, action_id: int | None) -> None:
        if action_id is None:
            return
        on, off = self.tr("A balance may now go below zero"), self.tr("A balance no longer goes below zero without asking")
        self._context.messages.toast(on if self.allow_negative.isChecked() else off, undo_action_id=action_id)


def _flowing(*parts: QWidget) -> QWidget:
    """Beside each other where there is room for them."""
    flow = FlowLayout(16)
    for part in parts:
        flow.addWidget(part)
    return boxed(flow)
