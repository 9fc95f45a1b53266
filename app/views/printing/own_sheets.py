"""The shop's own label sheets: made, changed and removed from the workspace."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.views.printing.acts import PrintActs
from app.views.printing.label_sheet_panel import KeptSheet, LabelSheetPanel
from app.views.printing.settings_card import SettingsCard


class OwnSheets(QObject):
    """Opens the panel for what the settings card asks for, and gives it what was made of it."""

    def __init__(self, context: AppContext, settings_card: SettingsCard, acts: PrintActs, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._settings_card = settings_card
        self._acts = acts
        self._over = over
        self.panel: LabelSheetPanel | None = None
        settings_card.paper.sheet_requested.connect(self._on_requested)
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
        self._settings_card.choose(chosen.with_sheet(kept.before, kept.name, kept.sheet))

    def _on_removal(self, name: str) -> None:
        if self._context.messages.confirm(
            self.tr("Remove the label sheet {name}?").format(name=name),
            self.tr("Its measures are forgotten. What was printed on it stays in the log."),
            safe=self.tr("Keep it"),
            danger=self.tr("Remove"),
        ):
            self._settings_card.choose(self._settings_card.settings().kinds.without_sheet(name))

    def _on_test(self, measures: str) -> None:
        self._acts.print_test_sheet(self._settings_card.paper.calibration(), measures)
