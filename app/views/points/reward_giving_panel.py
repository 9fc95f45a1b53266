"""ポイントを特典に換える: what one customer can have for his points; one press gives it, and can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.rewards import RewardGiven, RewardOffer, RewardOffers
from app.jobs.job import JobControl
from app.views.labels_customers import polite_name
from app.views.points.reward_words import KIND_ICONS, bar_text, detail_text, points_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, TonalButton
from app.views.widgets.card import Inset
from app.views.widgets.combo_field import ComboField
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.form_field import FormField
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import Caption, ElidedLabel, Text, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, clear, column, row, set_shown
from app.views.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 560
_NOBODY = ""


def open_reward_giving(context: AppContext, window: QWidget, customer_id: int) -> RewardGivingPanel:
    """What this customer can have for points."""
    panel = RewardGivingPanel(context, window, customer_id)
    panel.open_panel(panel.first_button())
    return panel


class RewardGivingPanel(SidePanel):
    """Closes once a reward is given, and frees itself."""

    def __init__(self, context: AppContext, window: QWidget, customer_id: int) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("Change points into a reward"))
        self._context = context
        self._customer_id = customer_id
        self.buttons: list[TonalButton] = []
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        customer_id, today = self._customer_id, self._context.clock.today()

        def op(session: Session, _control: JobControl) -> RewardOffers:
            from app.queries.rewards import reward_offers

            return reward_offers(session, customer_id, today)

        self._context.tasks.query(op, self._on_offers, owner=self, replaces="offers", failed=self._on_failed)

    def first_button(self) -> QWidget:
        return self.buttons[0] if self.buttons else self.leave

    def _build(self) -> None:
        self.name = ElidedLabel("", TextStyle.ROW_TITLE)
        self.usable = Text("", TextStyle.PAGE_TITLE)
        self._offers = column(gap=8)
        self.empty = EmptyState(
            "gift", self.tr("No rewards yet"), self.tr("Rewards are kept on the page “Points & tiers”, behind the tiers.")
        )
        self.empty.hide()
        self.staff = ComboField([(_NOBODY, self.tr("Nobody in particular"))], _NOBODY)
        self.staff_field = FormField(self.tr("Handed over by"), self.staff)
        self.staff_field.hide()
        self.leave = NormalButton(self.tr("Close"))
        head = Inset(Tone.PRIMARY)
        head.add(self.name)
        head.add(row(Caption(self.tr("Can be used today"), Tone.TEXT2), self.usable, STRETCH, gap=10))
        self.body.addWidget(head)
        self.body.addWidget(self.staff_field)
        self.body.addLayout(self._offers)
        self.body.addWidget(self.empty)
        self.body.addLayout(row(STRETCH, self.leave))
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.leave.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)

    def _on_offers(self, found: RewardOffers) -> None:
        self.name.setText(polite_name(found.name, is_company=found.is_company))
        self.usable.setText(points_text(found.usable))
        clear(self._offers)
        self.buttons = []
        for offer in found.offers:
            self._offers.addWidget(self._line(offer, found.currency))
        set_shown(self.empty, not found.offers)
        self._show_staff(found.staff)
        if self.isVisible():
            self.first_button().setFocus()

    def _show_staff(self, names: Sequence[str]) -> None:
        chosen = self.staff.current()
        options = [(_NOBODY, self.tr("Nobody in particular")), *((name, name) for name in names)]
        self.staff.set_options(options, chosen if chosen in names else _NOBODY)
        set_shown(self.staff_field, bool(names and self.buttons))

    def _line(self, offer: RewardOffer, currency: str) -> QWidget:
        fields = offer.row.fields
        box = Inset()
        words = boxed(column(ElidedLabel(fields.name, TextStyle.ROW_TITLE), Caption(detail_text(offer.row, currency), Tone.TEXT2), gap=2))
        line = row(IconLabel(KIND_ICONS[fields.kind], size=20, tone=Tone.PRIMARY), gap=12)
        line.addWidget(words, 1)
        if offer.bar is None:
            give = TonalButton(self.tr("Give for {points}").format(points=points_text(fields.points)))
            give.setAccessibleName(self.tr("Give {name} for {points}").format(name=fields.name, points=points_text(fields.points)))
            give.clicked.connect(partial(self._give, offer.row.id))
            self.buttons.append(give)
            line.addWidget(give)
        else:
            reason = WrapLabel(bar_text(offer), TextStyle.CAPTION, Tone.TEXT3)
            line.addWidget(boxed(column(Text(points_text(fields.points), tone=Tone.TEXT3), reason, gap=2)))
        box.add(line)
        return box

    def _give(self, reward_id: int, _checked: bool = False) -> None:
        customer_id, now, today = self._customer_id, self._context.clock.now(), self._context.clock.today()
        staff = str(self.staff.current())
        for button in self.buttons:
            button.setEnabled(False)

        def op(session: Session, _control: JobControl) -> RewardGiven:
            from app.services.rewards import give_reward

            return give_reward(session, customer_id, reward_id, now=now, today=today, staff=staff)

        self._context.tasks.command(op, self._on_given, owner=self, failed=self._on_refused)

    def _on_given(self, given: RewardGiven) -> None:
        self.close_panel()
        sentence = self.tr("{name} is given for {points}").format(name=given.name, points=points_text(given.points))
        self._context.messages.toast(sentence, undo_action_id=given.action_id)

    def _on_refused(self, error: Exception) -> None:
        """Somebody else may have been quicker: what can be had now is asked for again."""
        self._context.messages.error(error)
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._context.messages.error(error)
        self.close_panel()
