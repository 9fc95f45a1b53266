"""Design and paper: what is printed and how, and what it promises, in four tabs. Everything shows on the desk at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal

from app.domain.cards import CardDesign
from app.domain.print_runs import PrintSettings
from app.views.moments import language
from app.views.printing.address_part import AddressPart
from app.views.printing.offer_part import OfferPart
from app.views.printing.paper_part import PaperPart
from app.views.printing.text_part import TextPart
from app.views.theme import theme_of
from app.views.widgets.card import Card
from app.views.widgets.layouts import set_shown
from app.views.widgets.tabs import TabPages

TABS_BESIDE = 34


class SettingsCard(Card):
    """`changed` carries the settings as they are now."""

    changed = Signal(object)
    test_requested = Signal()

    def __init__(self, today: date) -> None:
        super().__init__(self.tr("Design and paper"))
        self._settings = PrintSettings()
        self._today = today
        self._build()
        self._connect()

    def settings(self) -> PrintSettings:
        return self._settings

    def show_settings(self, settings: PrintSettings) -> None:
        """Put these into the fields; nothing is announced."""
        self._settings = settings
        self.text.show_settings(settings)
        self.offer.show_settings(settings)
        self.address.show_settings(settings)
        self.paper.show_settings(settings)

    def set_titled(self, is_titled: bool) -> None:
        """Without its title where a tab above says the same."""
        set_shown(self._title_box, is_titled)

    def fitting_width(self) -> int:
        """In pixels: so wide that no tab has to be looked for."""
        tabs = self.pages.tabs
        return sum(tabs.tabSizeHint(index).width() for index in range(tabs.count())) + theme_of(self).px(TABS_BESIDE)

    def _build(self) -> None:
        self.text, self.offer, self.address, self.paper = TextPart(), OfferPart(self._today), AddressPart(), PaperPart()
        self.pages = TabPages(self.tr("Design and paper"))
        self.pages.add_page("text", self.tr("Words"), self.text)
        self.pages.add_page("offer", self.tr("Offer"), self.offer)
        self.pages.add_page("address", self.tr("Address"), self.address)
        self.pages.add_page("paper", self.tr("Paper"), self.paper)
        self.add(self.pages, 1)

    def _connect(self) -> None:
        self.text.changed.connect(self._on_changed)
        self.text.design_chosen.connect(self._on_design)
        self.text.reset_requested.connect(self._on_reset)
        self.offer.changed.connect(self._on_changed)
        self.address.changed.connect(self._on_changed)
        self.paper.changed.connect(self._on_changed)
        self.paper.test_requested.connect(self.test_requested)

    def _on_changed(self) -> None:
        settings = replace(self._settings, handwriting_lines=self.text.lines.isChecked())
        settings = settings.with_text(self.text.text(settings.text(language())), language())
        self._take(self.paper.applied_to(self.address.applied_to(self.offer.applied_to(settings))))

    def _on_design(self, design: CardDesign) -> None:
        self._take(self._settings.with_design(design))

    def _on_reset(self) -> None:
        texts = {design: text for design, text in self._settings.texts.items() if design is not self._settings.design}
        self._take(replace(self._settings, texts=texts))

    def _take(self, settings: PrintSettings) -> None:
        if settings == self._settings:
            return
        self.show_settings(settings)
        self.changed.emit(settings)
