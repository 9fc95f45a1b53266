"""Putting one customer into a tier by hand, whatever the figures say; or leaving it to the figures again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.tiers import CustomerTier, TierReason
from app.jobs.job import JobControl
from app.views.failures import show_failure
from app.views.points.tier_words import NO_TIER, condition_texts, say, tier_sentence
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton, PrimaryButton
from app.views.widgets.choice_row import ChoiceRows
from app.views.widgets.date_field import DateField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, row, set_shown
from app.views.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 480
_NONE = 0


def open_tier_hand_panel(context: AppContext, window: QWidget, customer_id: int, view: CustomerTier) -> TierHandPanel:
    """Choose this customer's tier."""
    panel = TierHandPanel(context, window, customer_id, view)
    panel.open_panel(panel.first_choice())
    return panel


class TierHandPanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, customer_id: int, view: CustomerTier) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("Choose the tier by hand"))
        self._context = context
        self._customer_id = customer_id
        self._view = view
        self._build()
        self._connect()

    def first_choice(self) -> QWidget:
        """The one that is chosen."""
        current = self.choices.current()
        return self.choices.row(current if isinstance(current, int) else _NONE)

    def _build(self) -> None:
        today = self._context.clock.today()
        is_by_hand = self._view.standing.reason is TierReason.HAND
        self.why = WrapLabel(tier_sentence(self._view, today), TextStyle.BODY, Tone.TEXT)
        standing, offered = self._view.standing, self._view.offered
        current = standing.tier.id if standing.tier is not None and standing.tier in offered else _NONE
        conditions = condition_texts([tier.fields.threshold for tier in offered], self._view.settings, self._view.currency)
        choices = [(tier.id, tier.fields.name, [condition]) for tier, condition in zip(offered, conditions, strict=True)]
        self.choices = ChoiceRows([*choices, (_NONE, say(NO_TIER), [])], current, self.tr("Tier"))
        self.until = DateField(today=today)
        hint = self.tr("Through this day the figures do not count. Empty: until it is chosen again.")
        self.until_field = FormField(self.tr("Until"), self.until, hint=hint)
        self.release = LinkButton(self.tr("Leave it to the figures again"))
        set_shown(self.release, is_by_hand)
        self.save = PrimaryButton(self.tr("Save"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave without saving"))
        self.body.addWidget(self.why)
        self.body.addWidget(self.choices)
        self.body.addWidget(self.until_field)
        self.body.addLayout(row(self.release, STRETCH, gap=8))
        self.body.addLayout(row(STRETCH, self.cancel, self.save))
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.save.clicked.connect(self._on_save)
        self.release.clicked.connect(self._on_release)
        self.cancel.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)

    def _on_save(self) -> None:
        if not self.until.is_valid():
            self.until_field.set_error(self.tr("Please type a day, or leave it empty."))
            self.until.setFocus()
            return
        chosen, until, customer_id = self.choices.current(), self.until.value(), self._customer_id
        tier_id = chosen if isinstance(chosen, int) and chosen else None
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.tiers import set_tier

            return set_tier(session, customer_id, tier_id, now=now, today=today, until=until)

        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_release(self) -> None:
        customer_id, now, today = self._customer_id, self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.tiers import release_tier

            return release_tier(session, customer_id, now=now, today=today)

        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, action_id: int) -> None:
        self.close_panel()
        self._context.messages.toast(self.tr("The tier is changed"), undo_action_id=action_id)

    def _on_failed(self, error: Exception) -> None:
        show_failure(self._context.messages, error, {"until": self.until_field})
