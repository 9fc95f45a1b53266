"""What a campaign brought in and what it cost, with the costs to be corrected by whoever paid them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.errors import DomainError
from app.domain.measure_cost import LARGEST_AMOUNT, CostLines, corrected
from app.domain.measure_view import MeasureResult
from app.domain.money import currency_of
from app.jobs.job import JobControl
from app.views.measures.result_words import ResultWords
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.card import Card
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, ScrollColumn, row, set_shown
from app.views.widgets.number_field import MoneyField, NumberField
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.summary import AmountLines

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class MoneyWords(QObject):
    """Only to say how the parts of a cost are called."""

    def lines(self, words: ResultWords) -> list[tuple[str, str]]:
        """The parts that are not nothing, and their sum."""
        cost = words.result.lines
        named = {
            "initial": self.tr("Bought once, training and other"),
            "running": self.tr("Running"),
            "postage": self.tr("Postage"),
            "printing": self.tr("Paper and ink"),
            "labour": self.tr("Work of the staff"),
            "own": self.tr("As the list says"),
        }
        found = [(name, words.money(getattr(cost, key))) for key, name in named.items() if getattr(cost, key)]
        return [*found, (self.tr("Cost in all"), words.money(cost.without_incentives))]

    def incentives(self, words: ResultWords, cost: CostLines) -> str:
        if not cost.incentives:
            return ""
        text = self.tr("Points and offers, planned at {amount}, have lowered the profit already and are not counted twice.")
        return text.format(amount=words.money(cost.incentives))


class MoneyCard(Card):
    edit_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Money in and out"), gap=6)
        self._say = MoneyWords(self)
        self.lines = AmountLines()
        self.range = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.note = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.edit = NormalButton(self.tr("Correct the costs"), "pencil", small=True)
        self.add(self.lines)
        self.add(self.range)
        self.add(self.note)
        self.body.addStretch(1)
        self.add(row(self.edit, STRETCH))
        self.edit.clicked.connect(self.edit_requested)

    def show_result(self, words: ResultWords) -> None:
        self.lines.clear()
        for name, amount, is_bold in self.amounts(words):
            self.lines.add(name, amount, bold=is_bold)
        self.range.setText(self._range(words))
        set_shown(self.range, bool(self.range.text()))
        self.note.setText(self._say.incentives(words, words.result.lines))
        set_shown(self.note, bool(self.note.text()))

    def amounts(self, words: ResultWords) -> list[tuple[str, str, bool]]:
        """Name, amount, whether it is a sum."""
        result, effect = words.result, words.result.cuped
        costs = self._say.lines(words)
        last = len(costs) - 1
        found = [(name, amount, place == last) for place, (name, amount) in enumerate(costs)]
        if effect is not None:
            found.insert(0, (self.tr("Gross profit brought in"), words.money(effect.effect * result.n_sent), True))
            left = effect.effect * result.n_sent - result.charged
            found.append((self.tr("Left over"), words.money(left), True))
        return found

    def _range(self, words: ResultWords) -> str:
        result, effect = words.result, words.result.cuped
        if effect is None:
            return ""
        known = {"each": words.money(effect.effect), "people": result.n_sent}
        known |= {name: words.money(getattr(effect, name) * result.n_sent) for name in ("low", "high")}
        return self.tr("Brought in: {each} x {people} people; allowing for chance {low} to {high}.").format(**known)


class CostPanel(SidePanel):
    """What it really cost, typed anew. Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, result: MeasureResult) -> None:
        super().__init__(window, "", width=440)
        self.set_title(self.tr("What it really cost"))
        self._context = context
        self._result = result
        self._build()
        self._connect()

    def changes(self) -> dict[str, float]:
        """What is typed, by the names of MeasureCost."""
        return {name: float(value) for name, field in self.fields.items() if (value := self._value(field)) is not None}

    def _build(self) -> None:
        currency, cost = currency_of(self._result.currency), self._result.plan.cost
        names = {
            "postage": self.tr("Postage for each"),
            "printing": self.tr("Paper and ink for each"),
            "minutes": self.tr("Minutes of work for each"),
            "minutes_once": self.tr("Minutes of work once"),
            "wage": self.tr("Wage an hour"),
            "initial": self.tr("Bought once (design, equipment)"),
            "running": self.tr("Running, each month"),
            "training": self.tr("Training, once"),
            "other": self.tr("Anything else, once"),
        }
        self.fields: dict[str, FormField] = {}
        column = ScrollColumn(gap=10)
        for name, label in names.items():
            is_minutes = name.startswith("minutes")
            field = NumberField(0, LARGEST_AMOUNT, decimals=1) if is_minutes else MoneyField(currency, minimum=0)
            value = getattr(cost, name)
            field.set_value(Decimal(str(value)) if is_minutes else int(value))
            self.fields[name] = FormField(label, field)
            column.body.addWidget(self.fields[name])
        column.body.addStretch(1)
        self.body.addWidget(WrapLabel(self.tr("The result is worked out anew from these. Who came is not touched by it.")))
        self.body.addWidget(column, 1)
        self.save = PrimaryButton(self.tr("Save the costs"))
        self.set_primary(self.save)

    def _connect(self) -> None:
        self.save.clicked.connect(self._on_save)

    def _value(self, box: FormField) -> int | Decimal | None:
        field = box.field
        return field.value() if isinstance(field, NumberField) else None

    def _on_save(self) -> None:
        for box in self.fields.values():
            box.clear_error()
        wrong = [box for box in self.fields.values() if isinstance(box.field, NumberField) and not box.field.is_valid()]
        if wrong:
            wrong[0].set_error(self.tr("Please enter a number that can be."))
            return
        try:
            cost = corrected(self._result.plan.cost, self.changes())
        except DomainError as error:
            self._on_failed(error)
            return
        number, now = self._result.measure_id, self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.measures import change_cost

            return change_cost(session, number, cost, now=now)

        self.save.setEnabled(False)
        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, action_id: int | None) -> None:
        self.close_panel()
        if action_id is not None:
            self._context.messages.toast(self.tr("The costs are corrected"), undo_action_id=action_id)

    def _on_failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        name = error.field if isinstance(error, DomainError) else ""
        if name in self.fields and isinstance(error, DomainError):
            self.fields[name].set_error(self._context.messages.sentence(error))
        else:
            self._context.messages.error(error)
