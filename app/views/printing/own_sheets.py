"""The shop's own label sheets: made, changed and removed from the workspace."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.label_sheets import label_sheet
from app.domain.print_kinds import KindChoices
from app.jobs.job import JobControl
from app.views.printing.acts import PrintActs
from app.views.printing.label_sheet_panel import KeptSheet, LabelSheetPanel
from app.views.printing.settings_card import SettingsCard

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class OwnSheets(QObject):
    """Opens the panel for what the settings card asks for, and gives it what was made of it."""

    def __init__(self, context: AppContext, settings_card: SettingsCard, acts: PrintActs, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._settings_card = settings_card
        self._acts = acts
        self._over = over
        self._before = KindChoices()
        self.panel: LabelSheetPanel | None = None
        settings_card.paper.sheet_requested.connect(self._on_requested)
        settings_card.paper.put_back.clicked.connect(self._on_put_back)
        settings_card.paper.sheet_removal_requested.connect(self._on_removal)

    def _on_requested(self, name: str) -> None:
        chosen = self._settings_card.settings().kinds
        panel = LabelSheetPanel(self._over.window(), self._context.messages, chosen.sheets, name, chosen.sheet)
        panel.kept.connect(self._on_kept)
        panel.test_requested.connect(self._on_test)
        self.panel = panel
        panel.open_panel(panel.name)

    def _on_kept(self, kept: KeptSheet) -> None:
        chosen = self._settings_card.settings().kinds
        self._take(chosen, chosen.with_sheet(kept.before, kept.name, kept.sheet))
        if kept.before:
            self._offer_back(chosen, self.tr("Take back the change of {name}").format(name=kept.before))

    def _on_removal(self, name: str) -> None:
        chosen = self._settings_card.settings().kinds
        self._take(chosen, chosen.without_sheet(name))
        self._context.messages.toast(self.tr("Removed the label sheet {name}. What was printed on it stays in the log.").format(name=name))
        self._offer_back(chosen, self.tr("Put back {name}").format(name=name))

    def _on_put_back(self) -> None:
        before, now = self._before, self._settings_card.settings().kinds
        self._take(now, replace(now, sheets=before.sheets, sheet=before.sheet))

    def _take(self, before: KindChoices, now: KindChoices) -> None:
        self._before = before
        self._settings_card.paper.offer_back("")
        self._settings_card.choose(now)
        gone, come = set(before.sheets.values()) - set(now.sheets.values()), set(now.sheets.values()) - set(before.sheets.values())
        if len(gone) == len(come) == 1:
            self._carry_profiles(gone.pop(), come.pop())

    def _carry_profiles(self, before: str, after: str) -> None:
        """The sheet is the same one, however it is measured: each printer lays it as it did."""
        old, new, moment = label_sheet(before).name, label_sheet(after).name, self._context.clock.now()

        def op(session: Session, _control: JobControl) -> None:
            from app.services.print_profiles import carry_profiles

            carry_profiles(session, old, new, now=moment)

        self._context.tasks.command(op, None, owner=self)

    def _offer_back(self, before: KindChoices, words: str) -> None:
        self._before = before
        self._settings_card.paper.offer_back(words)

    def _on_test(self, measures: str) -> None:
        self._acts.print_test_sheet(self._settings_card.paper.calibration(), measures)
