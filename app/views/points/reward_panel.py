"""Adding or changing a reward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from app.context import AppContext
from app.domain.errors import DomainError
from app.domain.money import currency_of
from app.domain.rewards import LARGEST_STOCK, MOST_POINTS, RewardFields, RewardKind, RewardRow, RewardShelf
from app.jobs.job import JobControl
from app.views.leaving import may_leave
from app.views.points.reward_words import kind_text
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.form_field import FormField
from app.views.widgets.layouts import STRETCH, row, set_shown
from app.views.widgets.number_field import MoneyField, NumberField
from app.views.widgets.segmented import Segmented
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 560


def open_reward_panel(context: AppContext, window: QWidget, reward: RewardRow | None, shelf: RewardShelf) -> RewardPanel:
    """The form of a new reward (None), or of one that is there."""
    panel = RewardPanel(context, window, reward, shelf)
    panel.open_panel(panel.name)
    return panel


class RewardPanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, reward: RewardRow | None, shelf: RewardShelf) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("Add a reward") if reward is None else self.tr("Change a reward"))
        self._context = context
        self._reward = reward
        self._build(shelf)
        self._show(reward.fields if reward is not None else RewardFields(RewardKind.GIFT, "", 0))
        self._connect()
        self._before = self._fields()

    def _build(self, shelf: RewardShelf) -> None:
        currency = currency_of(shelf.currency)
        self.kind = Segmented([(kind, kind_text(kind)) for kind in RewardKind], RewardKind.GIFT, self.tr("Kind"))
        self.name = TextField(self.tr("Head spa"))
        self.points = NumberField(1, MOST_POINTS, step=50)
        self.value, self.cost = MoneyField(currency, minimum=1), MoneyField(currency, minimum=0)
        self._products = {number for number, _ in shelf.products}
        self._tiers = {tier.id for tier in shelf.tiers}
        self.product = ComboField([(0, self.tr("Not in the list of products")), *shelf.products], 0)
        tiers = [(tier.id, tier.fields.name) for tier in shelf.tiers]
        self.tier = ComboField([(0, self.tr("Everybody")), *((number, self._and_above(name)) for number, name in tiers)], 0)
        self.stock = NumberField(0, LARGEST_STOCK)
        self.name_field = FormField(self.tr("Name"), self.name, required=True)
        self.points_field = FormField(self.tr("Points it takes"), self.points, required=True)
        self.value_field = FormField(self.tr("Amount off"), self.value)
        self.product_field = FormField(self.tr("Product"), self.product)
        self.tier_field = FormField(self.tr("For whom"), self.tier)
        set_shown(self.tier_field, bool(tiers))
        hint = self.tr("For the costs of the programme; empty counts as nothing.")
        self.cost_field = FormField(self.tr("What it costs the shop"), self.cost, hint=hint)
        self.stock_field = FormField(self.tr("How many are left"), self.stock, hint=self.tr("Empty: as many as are wanted."))
        self.save = PrimaryButton(self.tr("Save"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave without saving"))
        self.body.addWidget(FormField(self.tr("Kind"), self.kind))
        self.body.addWidget(self.name_field)
        self.body.addLayout(_halves(self.points_field, self.value_field))
        self.body.addWidget(self.product_field)
        self.body.addLayout(_halves(self.stock_field, self.cost_field))
        self.body.addWidget(self.tier_field)
        self.body.addLayout(row(STRETCH, self.cancel, self.save))
        self.body.addStretch(1)

    def _and_above(self, tier: str) -> str:
        return self.tr("{tier} and above").format(tier=tier)

    def _show(self, fields: RewardFields) -> None:
        self.kind.set_current(fields.kind)
        self.name.setText(fields.name)
        self.points.set_value(fields.points or None)
        self.value.set_value(fields.value or None)
        self.cost.set_value(fields.cost or None)
        self.stock.set_value(fields.stock)
        for field, key, offered in ((self.product, fields.product_id, self._products), (self.tier, fields.tier_id, self._tiers)):
            if key is not None and key in offered:
                field.set_current(key)
        self._on_kind()

    def _connect(self) -> None:
        self.kind.changed.connect(self._on_kind)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)

    def _fields(self) -> RewardFields:
        def whole(field: NumberField) -> int | None:
            value = field.value()
            return None if value is None else int(value)

        kind = RewardKind(str(self.kind.current()))
        return RewardFields(
            kind=kind,
            name=self.name.text().strip(),
            points=whole(self.points) or 0,
            value=(whole(self.value) or 0) if kind is RewardKind.DISCOUNT else 0,
            cost=(whole(self.cost) or 0) if kind is not RewardKind.DISCOUNT else 0,
            product_id=_key_of(self.product) if kind is RewardKind.PRODUCT else None,
            tier_id=_key_of(self.tier),
            stock=whole(self.stock),
        )

    def _on_kind(self) -> None:
        kind = self.kind.current()
        set_shown(self.value_field, kind == RewardKind.DISCOUNT)
        set_shown(self.product_field, kind == RewardKind.PRODUCT)
        set_shown(self.cost_field, kind != RewardKind.DISCOUNT)

    def _may_close(self) -> bool:
        if self._fields() == self._before:
            return True
        return may_leave(self._context.messages)

    def _on_save(self) -> None:
        for field in (self.name_field, self.points_field, self.value_field, self.stock_field, self.cost_field):
            field.clear_error()
        if not self.stock.is_valid():
            self.stock_field.set_error(self.tr("Please type a number, or leave it empty."))
            self.stock.setFocus()
            return
        fields, reward, now = self._fields(), self._reward, self._context.clock.now()
        with_stock = fields.stock != self._before.stock

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.rewards import add_reward, edit_reward

            if reward is None:
                return add_reward(session, fields, now=now).action_id
            return edit_reward(session, reward.id, fields, now=now, with_stock=with_stock)

        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, action_id: int | None) -> None:
        self._before = self._fields()
        self.close_panel()
        if action_id is not None:
            sentence = self.tr("{name} is added") if self._reward is None else self.tr("{name} is changed")
            self._context.messages.toast(sentence.format(name=self._before.name), undo_action_id=action_id)

    def _on_failed(self, error: Exception) -> None:
        fields = {
            "name": self.name_field,
            "points": self.points_field,
            "value": self.value_field,
            "stock": self.stock_field,
            "cost": self.cost_field,
        }
        field = fields.get(error.field) if isinstance(error, DomainError) else None
        if field is None:
            self._context.messages.error(error)
        else:
            field.set_error(self._context.messages.sentence(error))
            field.field.setFocus()


def _halves(left: QWidget, right: QWidget) -> QLayout:
    line = row(gap=12)
    line.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
    line.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
    return line


def _key_of(field: ComboField) -> int | None:
    key = field.current()
    return key if isinstance(key, int) and key else None
