"""Design and paper: what is printed and how, and what it promises, in the tabs a kind of work needs. All shows on the desk at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal

from app.domain.cards import Card as PrintJob
from app.domain.cards import CardSide
from app.domain.offers import Offer
from app.domain.print_kinds import ON_SHEETS, TEMPLATES_OF, KindChoices, PieceOrder, WorkKind
from app.domain.print_runs import PrintSettings
from app.domain.print_work import addresses_on_postcards, has_offer, job_of, with_template
from app.domain.shop import ShopFields
from app.domain.template_choice import in_order, usual_row
from app.domain.templates import ElementKind, Slot, Template, TemplateRow
from app.domain.typed_words import without_typed
from app.views.moments import language
from app.views.printing.address_part import AddressPart
from app.views.printing.offer_part import OfferPart
from app.views.printing.paper_part import PaperPart
from app.views.printing.part_column import BAR_ROOM
from app.views.printing.text_part import TextPart
from app.views.theme import theme_of
from app.views.widgets.card import Card
from app.views.widgets.layouts import set_shown
from app.views.widgets.tabs import TabPages

BESIDE = 34
_PAPER_FIELDS = frozenset({"start_at", "copies", "sheet", "paper"})


class SettingsCard(Card):
    """`changed` carries the settings as they are now. The words belong to the templates; those changed are in `typed_templates`."""

    changed = Signal(object)
    test_requested = Signal()

    def __init__(self, today: date) -> None:
        super().__init__(self.tr("Design and paper"))
        self._settings = PrintSettings()
        self._kind = WorkKind.CARD
        self._today = today
        self._rows: dict[str, TemplateRow] = {}
        self._words: dict[str, Template] = {}
        self._widest = 0
        self._is_following = False
        self._build()
        self._connect()

    def settings(self) -> PrintSettings:
        return self._settings

    @property
    def kind(self) -> WorkKind:
        return self._kind

    def show_kind(self, kind: WorkKind) -> None:
        """The settings of another kind of work."""
        if kind is not self._kind:
            self._kind = kind
            self._show_choices()
            self._show(self._settings)

    def set_following(self, *, is_following: bool) -> None:
        """Whether everybody is named as on the pieces of an earlier run; of postcards only the address sides go with those."""
        self.address.set_kept(is_kept=is_following)
        if is_following is not self._is_following:
            self._is_following = is_following
            self._show(self._settings)

    def choose_order(self, order: PieceOrder) -> None:
        """In which order the pieces come out from now on."""
        self.choose(replace(self._settings.kinds, order=order))

    def choose(self, kinds: KindChoices) -> None:
        """What else was chosen for the kinds of work."""
        self._take(replace(self._settings, kinds=kinds), None)

    def choose_template(self, key: str) -> None:
        """Also one that is not among those shown yet."""
        self._take(with_template(self._settings, self._kind, key), None)

    def choose_offer(self, offer: Offer) -> None:
        """What the pieces promise."""
        self._take(replace(self._settings, offer=offer), None)

    def template(self) -> Template | None:
        """The one chosen for the kind, with its words as they are typed; None where there is none."""
        if self._is_address_alone():
            return None
        row = usual_row(self._choices(), self._settings, self._kind)
        return None if row is None else self._words.get(row.template.key, row.template)

    def job(self, shop: ShopFields) -> PrintJob:
        """What is printed for everybody."""
        if self._is_address_alone():
            return addresses_on_postcards(self._settings, shop, language(), self._today)
        return job_of(self._settings, self._kind, self.template(), shop, language(), self._today)

    def typed_templates(self) -> list[Template]:
        """Those whose words are no longer as they were read."""
        return [template for key, template in self._words.items() if template != self._rows[key].template]

    def copies(self) -> int:
        """How many of each piece."""
        return self._settings.kinds.copies.get(self._kind, 1) if self._kind in ON_SHEETS else 1

    def has_personal_words(self) -> bool:
        """Whether the piece has a place for words to one customer alone."""
        template = self.template()
        is_seen = self._kind is not WorkKind.CARD or self._settings.side is not CardSide.ADDRESS
        return is_seen and template is not None and any(one.kind is ElementKind.PERSONAL for one in template.elements)

    def show_settings(self, settings: PrintSettings, templates: Sequence[TemplateRow]) -> None:
        """Put these into the fields; nothing is announced."""
        self._rows = {row.template.key: row for row in in_order(templates, settings.greeting, self._today.month)}
        self._words = {}
        self._settings = settings
        self._show_choices()
        self._show(settings)

    def show_problem(self, sentence: str, field: str = "") -> None:
        """Where it can be mended; empty takes it away. `field`: what of the paper it is about, if it is."""
        is_of_paper = field in _PAPER_FIELDS or not TEMPLATES_OF[self._kind] or self._is_address_alone()
        self.text.show_problem("" if is_of_paper else sentence)
        self.paper.show_problem(sentence if is_of_paper else "")

    def set_titled(self, is_titled: bool) -> None:
        """Without its title where a tab above says the same."""
        set_shown(self._title_box, is_titled)

    def fitting_width(self) -> int:
        """In pixels: so wide that no tab has to be looked for and no field is cut."""
        tabs, parts = self.pages.tabs, (self.text, self.offer, self.address, self.paper)
        needed = sum(tabs.tabSizeHint(index).width() for index in range(tabs.count()))
        # Going from one kind to another it does not become narrower.
        self._widest = max(self._widest, needed, *(part.fields_width() for part in parts))
        return self._widest + theme_of(self).px(BESIDE)

    def _build(self) -> None:
        self.text, self.offer, self.address, self.paper = TextPart(), OfferPart(self._today), AddressPart(), PaperPart()
        self.pages = TabPages(self.tr("Design and paper"))
        self.pages.add_page("text", self.tr("Words"), self.text)
        self.pages.add_page("offer", self.tr("Offer"), self.offer)
        self.pages.add_page("address", self.tr("Address"), self.address)
        self.pages.add_page("paper", self.tr("Paper"), self.paper)
        self.add(self.pages, 1)
        # The bars to scroll with stand in the margin of the card.
        self.body.set_margins(16, 0, 16 - BAR_ROOM, 0)

    def _connect(self) -> None:
        theme_of(self).changed.connect(self._on_theme_changed)
        self.text.changed.connect(self._on_changed)
        self.text.template_chosen.connect(self.choose_template)
        self.text.reset_requested.connect(self._on_reset)
        self.offer.changed.connect(self._on_changed)
        self.address.changed.connect(self._on_changed)
        self.paper.changed.connect(self._on_changed)
        self.paper.test_requested.connect(self.test_requested)

    def _on_theme_changed(self) -> None:
        self._widest = 0

    def _on_changed(self) -> None:
        template = self.template()
        settings = replace(self._settings, handwriting_lines=self.text.lines.isChecked())
        settings = self.paper.applied_to(self.address.applied_to(self.offer.applied_to(settings)))
        self._take(settings, template and self.text.applied_to(template))

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
        self.offer.show_settings(settings, self._kind)
        self.address.show_settings(settings, self._kind)
        self.paper.show_settings(settings, self._kind, template)
        self.paper.offer_sides(is_offered=self._kind is WorkKind.CARD and not self._is_following)
        self._show_tabs(template)

    def _is_address_alone(self) -> bool:
        return self._is_following and self._kind is WorkKind.CARD

    def _choices(self) -> list[TemplateRow]:
        return [row for row in self._rows.values() if row.template.kind in TEMPLATES_OF[self._kind]]

    def _show_choices(self) -> None:
        rows = self._choices()
        if rows:
            self.text.set_templates(rows)

    def _show_tabs(self, template: Template | None) -> None:
        """Words and an offer only where the piece has any, an address only where one is printed."""
        has_address = self._kind is not WorkKind.PURSE
        shown = {"text": template is not None, "offer": has_offer(template), "address": has_address, "paper": True}
        if not shown[str(self.pages.current())]:
            self.pages.set_current("text" if template is not None else "paper")
        for key, is_shown in shown.items():
            self.pages.tabs.set_shown(key, is_shown)
