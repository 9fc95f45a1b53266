"""What a rule would change: sentences before and after, examples, purchases that earn nothing, and what it would have cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.point_money import RuleTrial
from app.domain.points import RuleFields
from app.jobs.job import JobControl
from app.views.points.answer import PointsAnswer, trial_answer
from app.views.points.sentences import example_text, rule_sentences, zero_warning
from app.views.points.trial_words import detail_text, verdict_text, without_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import Caption, WrapLabel
from app.views.widgets.layouts import boxed, clear, column, row, set_shown

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class RuleOutlook(QWidget):
    """`is_short`: only the sentences that change, for a small box."""

    def __init__(self, context: AppContext, answer: PointsAnswer, *, is_short: bool) -> None:
        super().__init__()
        self._context = context
        self._answer = answer
        self._is_short = is_short
        self._rule: RuleFields | None = None
        self._shown: list[WrapLabel] = []
        self._build()

    def show_rule(self, rule: RuleFields) -> None:
        """Say it at once; the cost follows from the sales."""
        self._rule = rule
        self._show_sentences(rule)
        tier = self._answer.top_tier
        self.examples.setText(example_text(rule, self._answer.currency, None if tier is None else tier.fields))
        set_shown(self.examples, rule.is_on and not self._is_short)
        self.warning.setText(zero_warning(rule, self._answer.currency))
        set_shown(self._warning_box, bool(self.warning.text()) and (not self._is_short or rule.amount != self._amount_now()))
        today = self._answer.today

        def op(session: Session, _control: JobControl) -> RuleTrial:
            return trial_answer(session, today, rule, {})

        self._context.tasks.query(op, self._on_tried, owner=self, replaces="trial")

    def after_text(self) -> str:
        """The sentences as they would be, as shown."""
        return "\n".join(label.text() for label in self._shown)

    def _build(self) -> None:
        self._before, self._after = column(gap=2), column(gap=2)
        before = rule_sentences(self._answer.fields, self._answer.currency, self._answer.excluded) if self._answer.fields else ()
        self._before_lines = [line.text for line in before]
        for text in self._before_lines:
            self._before.addWidget(WrapLabel(text, TextStyle.CAPTION, Tone.TEXT3))
        before_box = boxed(column(Caption(self.tr("Now")), self._before, gap=2))
        set_shown(before_box, bool(self._before_lines) and not self._is_short)
        self.examples = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.warning = WrapLabel("", TextStyle.CAPTION_BOLD, Tone.WARN)
        warning = row(IconLabel("triangle-alert", size=14, tone=Tone.WARN), gap=5)
        warning.addWidget(self.warning, 1)
        self._warning_box = boxed(warning)
        self._warning_box.hide()
        self.verdict = WrapLabel("", TextStyle.BODY_BOLD, Tone.TEXT)
        self.detail = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        after_box = boxed(column(Caption(self.tr("Then")), self._after, gap=2))
        cost_box = boxed(column(self.verdict, self.detail, gap=2))
        self.setLayout(column(before_box, after_box, self.examples, self._warning_box, cost_box, gap=10))

    def _show_sentences(self, rule: RuleFields) -> None:
        clear(self._after)
        self._shown = []
        lines = [line.text for line in rule_sentences(rule, self._answer.currency, self._answer.excluded)]
        changed = [text for text in lines if text not in self._before_lines]
        for text in changed if self._is_short and changed else lines if not self._is_short else ():
            is_new = text in changed and not self._is_short and bool(self._before_lines)
            self._shown.append(WrapLabel(text, TextStyle.BODY_BOLD if is_new else TextStyle.BODY, Tone.TEXT))
        if self._is_short and not changed:
            self._shown.append(WrapLabel(self.tr("as now"), TextStyle.BODY, Tone.TEXT3))
        for label in self._shown:
            self._after.addWidget(label)

    def _on_tried(self, trial: RuleTrial) -> None:
        self.verdict.setText(verdict_text(trial, self._answer.currency))
        parts = [detail_text(trial, self._answer.currency)]
        if self._rule is not None and self._rule.is_on and self.warning.text():
            parts.append(without_text(trial))
        self.detail.setText(" ".join(part for part in parts if part))

    def _amount_now(self) -> int:
        return self._answer.fields.amount if self._answer.fields is not None else 0
