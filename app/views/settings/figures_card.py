"""キャンペーンと数字: how plans are weighed, what an hour costs, what the figures take as given. Saved when a field is left."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.context import AppContext
from app.domain.errors import DomainError
from app.domain.figure_settings import HEAVIEST_WEIGHT, LONGEST_LTV, ChoiceWeights, FigureSettings, GeneralFigure
from app.domain.measures import KIND_LABELS, MeasureKind
from app.domain.money import currency_of
from app.domain.numbers import format_percent
from app.domain.shop import Trade
from app.domain.spending import planned_new_share
from app.jobs.job import JobControl
from app.views.labels import label_of
from app.views.settings.section import FlowBox, SettingLine, SettingsCard
from app.views.theme import TextStyle, Tone
from app.views.widgets.combo_field import ComboField
from app.views.widgets.labels import Text
from app.views.widgets.layouts import STRETCH, boxed, row
from app.views.widgets.number_field import MoneyField, NumberField
from app.views.widgets.text_field import TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_Field = TypeVar("_Field", bound=NumberField)
_WEIGHTS = ("initial_cost", "effect", "feasibility", "extensibility")
_HUNDRED = Decimal(100)
_HIGHEST_RETURN = 100_000


class FiguresCard(SettingsCard):
    def __init__(self, context: AppContext) -> None:
        super().__init__("figures", "chart-line")
        self.set_title(self.tr("Figures"))
        self._context = context
        self._settings = FigureSettings()
        self._build()
        self._connect()

    def show_figures(self, settings: FigureSettings, trade: Trade, currency: str) -> None:
        """Fill the fields in; what is being typed is left alone."""
        self._settings = settings
        for money_field in (self.wage, self.new_cost):
            money_field.set_currency(currency_of(currency))
        weights = dict(zip(_WEIGHTS, settings.weights.as_tuple(), strict=True))
        values: dict[NumberField, int | Decimal | None] = {field: _short(weights[name]) for name, field in self.weights.items()}
        values |= {self.wage: settings.wage, self.new_cost: settings.new_customer_cost, self.months: settings.ltv_months}
        values |= {self.share: _percent(settings.new_share), self.discount: _percent(settings.ltv_discount)}
        for field, value in values.items():
            if not field.hasFocus():
                field.set_value(value)
        usual = planned_new_share(FigureSettings(), trade)
        hint = self.tr(
            "Of what campaigns cost, the planned part for new customers. Empty: {new} as usual for your trade, {kept} for keeping."
        )
        self.share_line.set_hint(hint.format(new=format_percent(usual, 0), kept=format_percent(1 - usual, 0)))
        self._show_general()

    def figures(self) -> FigureSettings | None:
        """What the form says; None while something in it cannot be read."""
        weights = [field.value() for field in self.weights.values()]
        months, discount, wage = self.months.value(), self.discount.value(), self.wage.value()
        optional = (self.share, self.new_cost, self.general)
        if None in weights or months is None or discount is None or wage is None or not all(field.is_valid() for field in optional):
            return None
        share = self.share.value()
        found = replace(
            self._settings,
            weights=ChoiceWeights(*(float(weight or 0) for weight in weights)),
            wage=wage,
            new_share=None if share is None else float(share / _HUNDRED),
            new_customer_cost=self.new_cost.value(),
            ltv_months=int(months),
            ltv_discount=float(discount / _HUNDRED),
        )
        return replace(found, general=self._general())

    def first_field(self) -> QWidget:
        return self.weights["initial_cost"]

    def _build(self) -> None:
        labels = {
            "initial_cost": self.tr("Initial cost"),
            "effect": self.tr("Effect"),
            "feasibility": self.tr("Easy to do"),
            "extensibility": self.tr("Can grow"),
        }
        self.weights = {name: _narrow(NumberField(0, HEAVIEST_WEIGHT, decimals=1)) for name in labels}
        for name, field in self.weights.items():
            field.setAccessibleName(self.tr("Weight of “{what}”").format(what=labels[name]))
        pairs = [boxed(row(Text(labels[name], TextStyle.BODY, Tone.TEXT2), field, gap=6)) for name, field in self.weights.items()]
        hint = self.tr("How much each counts when planned campaigns are put in order, 0 to {most}.").format(most=HEAVIEST_WEIGHT)
        self.weights_line = self.add_line(self.tr("Weights"), FlowBox(*pairs), hint=hint)
        self.wage, self.new_cost = _narrow(MoneyField(minimum=0)), _narrow(MoneyField(minimum=0))
        self.share = _narrow(NumberField(0, 100, decimals=1))
        self.months, self.discount = _narrow(NumberField(1, LONGEST_LTV)), _narrow(NumberField(0, 100, decimals=1))
        an_hour = Text(self.tr("an hour"), TextStyle.BODY, Tone.TEXT2)
        self.wage_line = self.add_line(self.tr("Staff time"), self.wage, an_hour, STRETCH, hint=self.tr("At 0 the time is not counted."))
        per_cent = [Text("%", TextStyle.BODY, Tone.TEXT2) for _place in range(3)]
        self.share_line = self.add_line(self.tr("New customers"), self.share, per_cent[0], STRETCH, hint=" ")
        hint = self.tr("Empty: what your campaigns for new customers cost for each one won.")
        self.cost_line = self.add_line(self.tr("Winning one"), self.new_cost, STRETCH, hint=hint)
        months = Text(self.tr("months ahead"), TextStyle.BODY, Tone.TEXT2)
        hint = self.tr("How far ahead the expected lifetime profit is counted, and by how much a year later profit counts less.")
        self.months_line = self.add_line(self.tr("Lifetime profit"), self.months, months, STRETCH)
        self.discount_line = self.add_line(self.tr("Less each year"), self.discount, per_cent[1], STRETCH, hint=hint)
        self._build_general(per_cent[2])

    def _build_general(self, unit: Text) -> None:
        self.kind = ComboField([(kind, label_of(kind, KIND_LABELS, "Measures")) for kind in MeasureKind])
        self.kind.set_current(MeasureKind.WIN_BACK)
        self.kind.setAccessibleName(self.tr("Kind of campaign"))
        self.general = _narrow(NumberField(-100, _HIGHEST_RETURN, decimals=1))
        self.general.setAccessibleName(self.tr("Profit on cost elsewhere"))
        self.source = TextField(self.tr("Where it is from"))
        self.source.setAccessibleName(self.tr("Where it is from"))
        hint = self.tr("A profit on cost you read or heard of, to hold your own beside. Write down where it is from.")
        self.general_line = self.add_line(self.tr("Elsewhere"), self.kind, self.general, unit, STRETCH)
        self.source_line = self.add_line(self.tr("Its source"), self.source, hint=hint)

    def _connect(self) -> None:
        fields = (*self.weights.values(), self.wage, self.share, self.new_cost, self.months, self.discount, self.general)
        for field in fields:
            field.value_changed.connect(self._check)
            field.edited_done.connect(self._on_left)
        self.source.edited_done.connect(self._on_left)
        self.kind.changed.connect(self._on_kind)

    def _lines_of_fields(self) -> dict[str, tuple[SettingLine, tuple[NumberField, ...]]]:
        return {
            "weights": (self.weights_line, tuple(self.weights.values())),
            "wage": (self.wage_line, (self.wage,)),
            "new_share": (self.share_line, (self.share,)),
            "new_customer_cost": (self.cost_line, (self.new_cost,)),
            "ltv_months": (self.months_line, (self.months,)),
            "ltv_discount": (self.discount_line, (self.discount,)),
            "general": (self.general_line, (self.general,)),
        }

    def _check(self) -> None:
        may_be_empty = (self.share, self.new_cost, self.general)
        for line, fields in self._lines_of_fields().values():
            is_fine = all(field.is_valid() if field in may_be_empty else field.value() is not None for field in fields)
            line.set_error("" if is_fine else self.tr("Please type a number within the range."))

    def _show_general(self, *, is_other_kind: bool = False) -> None:
        known = self._settings.general.get(str(self.kind.current()))
        if is_other_kind or not self.general.hasFocus():
            self.general.set_value(None if known is None else _percent(known.value))
        if is_other_kind or not self.source.hasFocus():
            self.source.setText("" if known is None else known.source)

    def _on_kind(self, _kind: object) -> None:
        self._show_general(is_other_kind=True)

    def _general(self) -> dict[str, GeneralFigure]:
        """Those known with the one that stands in the fields; an empty number takes it away."""
        found, key, value = dict(self._settings.general), str(self.kind.current()), self.general.value()
        if value is None:
            found.pop(key, None)
        else:
            found[key] = GeneralFigure(float(Decimal(value) / _HUNDRED), self.source.text().strip())
        return found

    def _on_left(self) -> None:
        wanted = self.figures()
        if wanted is None or wanted == self._settings:
            return
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.figure_settings import change_figure_settings

            return change_figure_settings(session, wanted, now=now)

        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, action_id: int | None) -> None:
        if action_id is not None:
            self._context.messages.toast(self.tr("The change is saved"), undo_action_id=action_id)

    def _on_failed(self, error: Exception) -> None:
        lines = self._lines_of_fields()
        if isinstance(error, DomainError) and error.field in lines:
            lines[error.field][0].set_error(self._context.messages.sentence(error))
        else:
            self._context.messages.error(error)


def _percent(fraction: float | None) -> Decimal | None:
    return None if fraction is None else Decimal(str(fraction)) * _HUNDRED


def _short(weight: float) -> Decimal:
    return Decimal(str(weight))


def _narrow(field: _Field) -> _Field:
    # As wide as the field asks for, whatever the size of the text becomes.
    field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return field
