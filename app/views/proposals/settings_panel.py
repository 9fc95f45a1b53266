"""From when on purchases say that something can be proposed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.proposals import BUYERS, FOLLOWED, LIFT, WITHIN, ProposalSettings
from app.jobs.job import JobControl
from app.views.contracts.form_panel import FormPanel, Op
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton
from app.views.widgets.labels import WrapLabel
from app.views.widgets.number_field import NumberField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def open_proposal_settings(context: AppContext, window: QWidget, settings: ProposalSettings) -> ProposalSettingsPanel:
    panel = ProposalSettingsPanel(context, window, settings)
    panel.open_panel(panel.buyers)
    return panel


class ProposalSettingsPanel(FormPanel):
    def __init__(self, context: AppContext, window: QWidget, settings: ProposalSettings) -> None:
        super().__init__(context, window, "", "")
        self.set_title(self.tr("When something is suggested"))
        self.save.setText(self.tr("Save"))
        self._build()
        self._show(settings)
        self.usual.clicked.connect(self._on_usual)
        self.finish(self._settings, self._act_of_saving)

    def _build(self) -> None:
        words = self.tr(
            "Products are suggested when others took them after the same purchase, more often than chance would have it. "
            "With higher numbers there are fewer suggestions, and they are surer."
        )
        self.body.addWidget(WrapLabel(words, TextStyle.BODY, Tone.TEXT2))
        self.buyers, self.followed = NumberField(*BUYERS), NumberField(*FOLLOWED)
        self.lift, self.within = NumberField(int(LIFT[0]), int(LIFT[1]), decimals=1), NumberField(*WITHIN)
        self.usual = LinkButton(self.tr("As in the beginning"), "undo-2", small=True)
        self.body.addWidget(self.add_field("buyers", self.tr("At least so many customers bought the one"), self.buyers))
        self.body.addWidget(self.add_field("followed", self.tr("and so many of them then the other"), self.followed))
        self.body.addWidget(self.add_field("within", self.tr("within so many days"), self.within))
        hint = self.tr("1.2 means: a fifth more often than everybody who comes as often.")
        self.body.addWidget(self.add_field("lift", self.tr("and so many times as often as usual"), self.lift, hint=hint))
        self.body.addWidget(self.usual)

    def _show(self, settings: ProposalSettings) -> None:
        self.buyers.set_value(settings.buyers)
        self.followed.set_value(settings.followed)
        self.within.set_value(settings.within)
        self.lift.set_value(Decimal(str(settings.lift)))

    def _on_usual(self) -> None:
        self._show(ProposalSettings())

    def _settings(self) -> ProposalSettings | None:
        values = [field.value() for field in (self.buyers, self.followed, self.lift, self.within)]
        if any(value is None for value in values):
            return None
        buyers, followed, lift, within = (float(value or 0) for value in values)
        return ProposalSettings(int(buyers), int(followed), lift, int(within))

    def _act_of_saving(self) -> tuple[Op, str] | None:
        wanted = self._settings()
        if not all([self.number_of(name) for name in ("buyers", "followed", "within", "lift")]) or wanted is None:
            return None
        now = self.context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.queries.care import care_settings
            from app.services.care_settings import change_care

            return change_care(session, replace(care_settings(session), proposals=wanted), now=now)

        return op, self.tr("From now on these numbers count")
