"""Design and paper: what is printed and how, and what it promises, in four tabs. Everything shows on the desk at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal

from app.domain.cards import Card as PrintJob
from app.domain.cards import CardSide
from app.domain.print_runs import PrintSettings
from app.domain.shop import ShopFields
from app.domain.template_choice import find_row, in_order
from app.domain.templates import ElementKind, Slot, Template, TemplateKind, TemplateRow
from app.domain.typed_words import without_typed
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
    """`changed` carries the settings as they are now. The words belong to the templates; those changed are in `typed_templates`."""

    changed = Signal(object)
    test_requested = Signal()

    def __init__(self, today: date) -> None:
        super().__init__(self.tr("Design and paper"))
        self._settings = PrintSettings()
        self._today = today
        self._rows: dict[str, TemplateRow] = {}
        self._words: dict[str, Template] = {}
        self._build()
        self._connect()

    def settings(self) -> PrintSettings:
        return self._settings

    def template(self) -> Template | None:
        """The one chosen, with its words as they are typed; None before there are any."""
        row = find_row(list(self._rows.values()), self._settings.template_key, self._settings.design)
        return None if row is None else self._words.get(row.template.key, row.template)

    def job(self, shop: ShopFields) -> PrintJob:
        """What is printed for everybody."""
        template = self.template()
        if template is None:
            return self._settings.card(shop, language(), self._today)
        return self._settings.card_after(template, shop, language(), self._today)

    def typed_templates(self) -> list[Template]:
        """Those whose words are no longer as they were read."""
        return [template for key, template in self._words.items() if template != self._rows[key].template]

    def has_personal_words(self) -> bool:
        """Whether the piece has a place for words to one customer alone."""
        template = self.template()
        is_seen = self._settings.side is not CardSide.ADDRESS
        return is_seen and template is not None and any(one.kind is ElementKind.PERSONAL for one in template.elements)

    def show_settings(self, settings: PrintSettings, templates: Sequence[TemplateRow]) -> None:
        """Put these into the fields; nothing is announced."""
        cards = [row for row in templates if row.template.kind is TemplateKind.CARD]
        self._rows = {row.template.key: row for row in in_order(cards, settings.greeting, self._today.month)}
        self._words = {}
        self.text.set_templates(list(self._rows.values()))
        self._show(settings)

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
        self.text.template_chosen.connect(self._on_template)
        self.text.reset_requested.connect(self._on_reset)
        self.offer.changed.connect(self._on_changed)
        self.address.changed.connect(self._on_changed)
        self.paper.changed.connect(self._on_changed)
        self.paper.test_requested.connect(self.test_requested)

    def _on_changed(self) -> None:
        template = self.template()
        settings = replace(self._settings, handwriting_lines=self.text.lines.isChecked())
        settings = self.paper.applied_to(self.address.applied_to(self.offer.applied_to(settings)))
        self._take(settings, template and self.text.applied_to(template))

    def _on_template(self, key: str) -> None:
        self._take(self._settings.with_template(key), None)

    def _on_reset(self) -> None:
        template = self.template()
        shipped = None if template is None else self._rows[template.key].shipped
        if template is None or shipped is None:
            return
        for slot in Slot:
            template = template.with_text(slot, shipped.text_of(slot))
        texts = without_typed(self._settings.texts, template.key, language())
        self._take(replace(self._settings, texts=texts), template)

    def _take(self, settings: PrintSettings, template: Template | None) -> None:
        """`template`: as its words are now, None: as they were."""
        is_typed = template is not None and template != self.template()
        if is_typed and template is not None:
            self._words[template.key] = template
        if settings == self._settings and not is_typed:
            return
        self._show(settings)
        self.changed.emit(settings)

    def _show(self, settings: PrintSettings) -> None:
        self._settings = settings
        template = self.template()
        if template is not None:
            shipped = self._rows[template.key].shipped
            is_changed = shipped is not None and any(template.text_of(slot) != shipped.text_of(slot) for slot in Slot)
            self.text.show_settings(settings, template, is_changed=is_changed)
        self.offer.show_settings(settings)
        self.address.show_settings(settings)
        self.paper.show_settings(settings)
