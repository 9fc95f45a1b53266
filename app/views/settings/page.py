"""設定: one page to scroll and to search; whatever is changed is saved at once and can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from app.context import AppContext
from app.domain.actions import ActionKind, ActionRow
from app.domain.care import CareSettings
from app.domain.entities import Entity
from app.domain.figure_settings import FigureSettings
from app.domain.imports import ImportRow
from app.domain.print_cost import PrintRates
from app.domain.print_profiles import PrinterProfile
from app.domain.print_runs import YEN
from app.domain.products import ProductBook
from app.domain.shop import ShopFields
from app.domain.staff import StaffRow
from app.jobs.job import JobControl
from app.views.labels_actions import action_sentence
from app.views.pages.page import Page
from app.views.printing.printers import Printers
from app.views.settings.backup_card import BackupCard
from app.views.settings.data_card import DataCard
from app.views.settings.figures_card import FiguresCard
from app.views.settings.health_card import HealthCard
from app.views.settings.look_card import LookCard
from app.views.settings.print_costs_card import PrintCostsCard
from app.views.settings.printers_card import PrintersCard
from app.views.settings.products_card import ProductsCard
from app.views.settings.section import PLACE_KEY, SettingsCard
from app.views.settings.shop_card import ShopCard
from app.views.settings.staff_card import StaffCard
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton, NormalButton
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import WrapLabel, plain_tooltip
from app.views.widgets.layouts import STRETCH, ScrollColumn, boxed, column, hairline, row, set_shown
from app.views.widgets.page_header import PageHeader
from app.views.widgets.row_list import RowContent, RowList
from app.views.widgets.text_field import SearchField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

ANCHORS = 186
TWO_COLUMNS = 1120
ONE_COLUMN = 720
OWN_ACTS = frozenset(
    {
        ActionKind.CHANGE_SHOP,
        ActionKind.ADD_STAFF,
        ActionKind.EDIT_STAFF,
        ActionKind.REMOVE_STAFF,
        ActionKind.HAND_OVER,
        ActionKind.HAND_OVER_DAYS,
        ActionKind.ADD_PRODUCT,
        ActionKind.ADD_PRODUCTS,
        ActionKind.EDIT_PRODUCT,
        ActionKind.ARCHIVE_PRODUCT,
        ActionKind.RESTORE_PRODUCT,
        ActionKind.ADD_PRODUCT_GROUP,
        ActionKind.EDIT_PRODUCT_GROUP,
        ActionKind.ARCHIVE_PRODUCT_GROUP,
        ActionKind.CHANGE_PRINT_RATES,
        ActionKind.SAVE_PRINT_PROFILE,
        ActionKind.FORGET_PRINT_PROFILE,
        ActionKind.CHANGE_FIGURES,
        ActionKind.CHANGE_CARE,
    }
)


@dataclass(frozen=True, slots=True)
class _Shown:
    shop: ShopFields
    staff: list[StaffRow]
    products: ProductBook
    print_rates: PrintRates
    figures: FigureSettings
    care: CareSettings
    printers: list[PrinterProfile]
    imports: list[ImportRow]
    latest: ActionRow | None


class SettingsPage(Page):
    """`open_with(section=…)`: shop, staff, products, printers, print_costs, figures, health, look, backup or records."""

    name = "settings"
    shows = frozenset({Entity.SHOP, Entity.STAFF, Entity.PRODUCT, Entity.CUSTOMER, Entity.INQUIRY, Entity.IMPORT, Entity.ACTION})

    def __init__(self, context: AppContext, printers: Printers | None = None) -> None:
        super().__init__(context)
        self._printers = printers
        self._latest: ActionRow | None = None
        self._is_wide: bool | None = None
        self._wanted = context.settings.remembered(PLACE_KEY)
        context.settings.remember(PLACE_KEY, "")
        self._build()
        self._connect()

    def refresh(self) -> None:
        self.context.tasks.query(_find_shown, self._on_shown, owner=self, replaces="settings")
        self.backup.look()

    def open_with(self, **arguments: Any) -> None:
        self._wanted = str(arguments.get("section", ""))
        if self.isVisible():
            self._go_to_wanted()

    def trigger_primary(self) -> None:
        if self.backup.now.isVisible():
            self.backup.now.click()

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def minimumSizeHint(self) -> QSize:
        """Two columns must not keep the window from being made narrower."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), theme_of(self).px(ONE_COLUMN)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Settings"))
        self.undo_last = NormalButton(self.tr("Undo the last change"), "undo-2")
        self.undo_last.setEnabled(False)
        self.header.add(self.undo_last)
        self.shop = ShopCard(self.context)
        self.staff = StaffCard(self.context)
        self.products = ProductsCard(self.context)
        self.printers = PrintersCard(self.context, self._printers)
        self.print_costs = PrintCostsCard(self.context)
        self.figures = FiguresCard(self.context)
        self.health = HealthCard(self.context)
        self.look = LookCard(self.context)
        self.backup = BackupCard(self.context)
        self.records = DataCard(self.context)
        own: tuple[SettingsCard, ...] = (self.shop, self.staff, self.products, self.figures, self.health, self.look)
        self._cards = (*own, self.printers, self.print_costs, self.backup, self.records)
        self._left, self._right = column(gap=12), column(gap=12)
        self._scroll = ScrollColumn(gap=12, margins=(0, 0, 4, 0))
        self._columns = row(gap=12)
        for side in (self._left, self._right):
            holder = column(side, STRETCH, gap=0)
            self._columns.addLayout(holder, 1)
        self._scroll.body.addLayout(self._columns)
        self._scroll.body.addStretch(1)
        self.nothing = WrapLabel(self.tr("Nothing in the settings is called that."), TextStyle.BODY, Tone.TEXT2)
        self.nothing.hide()
        middle = row(self._anchor_column(), gap=16)
        middle.addWidget(self._scroll, 1)
        self.setLayout(column(self.header, middle, gap=12, margins=(24, 16, 20, 16)))
        self.setFocusProxy(self.search)
        self._arrange()

    def _anchor_column(self) -> QBoxLayout:
        self.search = SearchField(self.tr("Find a setting"))
        self.anchors = RowList(self.tr("Sections"), row_height=40)
        self.anchors.set_open_on_click(True)
        self.anchors.set_rows([RowContent(card.key, card.title, icon=card.anchor_icon) for card in self._cards])
        saved = row(IconLabel("check", size=16, tone=Tone.OK), gap=6)
        saved.addWidget(WrapLabel(self.tr("Changes are saved at once"), TextStyle.CAPTION, Tone.TEXT2), 1)
        self.recent = LinkButton(self.tr("See recent actions"), "history", small=True)
        box = boxed(column(self.search, self.nothing, gap=8))
        side = column(box, gap=8)
        side.addWidget(self.anchors, 1)
        side.addWidget(hairline())
        side.addLayout(saved)
        side.addLayout(row(self.recent, STRETCH))
        holder = boxed(side)
        holder.setFixedWidth(theme_of(self).px(ANCHORS))
        self._anchor_box = holder
        return column(holder, gap=0)

    def _connect(self) -> None:
        self.search.search_changed.connect(self._on_search)
        self.search.down_pressed.connect(self._on_down)
        self.anchors.current_changed.connect(self._on_anchor)
        self.anchors.activated_key.connect(self._on_anchor_opened)
        self.undo_last.clicked.connect(self._on_undo)
        self.recent.clicked.connect(lambda: self.context.navigate.show_page("actions"))
        theme_of(self).changed.connect(self._on_theme_changed)

    def _arrange(self) -> None:
        """Two columns where there is room for them, else one."""
        is_wide = self.width() >= theme_of(self).px(TWO_COLUMNS)
        if is_wide is self._is_wide:
            return
        self._is_wide = is_wide
        right = (self.health, self.look, self.printers, self.print_costs, self.backup, self.records) if is_wide else ()
        for card in self._cards:
            # By name and not by place: an item taken out in Python lives on and would answer with the height of before.
            for side in (self._left, self._right):
                side.removeWidget(card)
            (self._right if card in right else self._left).addWidget(card)
        self._columns.setStretch(1, 1 if is_wide else 0)
        self._columns.setSpacing(theme_of(self).px(12) if is_wide else 0)

    def _go_to(self, card: SettingsCard) -> None:
        inside = self._scroll.widget()
        if inside is not None:
            self._scroll.verticalScrollBar().setValue(card.mapTo(inside, card.rect().topLeft()).y())

    def _go_to_wanted(self) -> None:
        if self._wanted:
            # The place of a card is known once the layout has settled.
            QTimer.singleShot(0, self, self._on_settled)

    def _on_settled(self) -> None:
        card = self._card(self._wanted)
        self._wanted = ""
        if card is not None:
            self.anchors.select_key(card.key)
            self._go_to(card)

    def _card(self, key: object) -> SettingsCard | None:
        return next((card for card in self._cards if card.key == key), None)

    def _on_shown(self, shown: _Shown) -> None:
        self.header.set_fact(shown.shop.name)
        self.shop.show_shop(shown.shop)
        self.staff.show_staff(shown.staff)
        self.products.show_products(shown.products, shown.shop.currency)
        self.printers.show_profiles(shown.printers)
        self.print_costs.show_rates(shown.print_rates, has_yen=shown.shop.currency == YEN)
        self.figures.show_figures(shown.figures, shown.shop.trade, shown.shop.currency)
        self.health.show_care(shown.care)
        self.records.show_imports(shown.imports)
        self._latest = shown.latest
        self.undo_last.setEnabled(shown.latest is not None)
        what = action_sentence(shown.latest.kind, shown.latest.values) if shown.latest is not None else ""
        self.undo_last.setToolTip(plain_tooltip(what))
        self._go_to_wanted()

    def _on_search(self, text: str) -> None:
        found = [card for card in self._cards if card.find_words(text.strip())]
        for card in self._cards:
            set_shown(card, card in found)
        self.anchors.set_rows([RowContent(card.key, card.title, icon=card.anchor_icon) for card in found])
        set_shown(self.nothing, not found)

    def _on_down(self) -> None:
        self.anchors.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_anchor(self, key: object) -> None:
        card = self._card(key)
        if card is not None:
            self._go_to(card)

    def _on_anchor_opened(self, key: object) -> None:
        card = self._card(key)
        if card is not None:
            self._go_to(card)
            card.first_field().setFocus(Qt.FocusReason.TabFocusReason)

    def _on_undo(self) -> None:
        if self._latest is not None:
            self.context.navigate.undo(self._latest.id)

    def _on_theme_changed(self) -> None:
        self._anchor_box.setFixedWidth(theme_of(self).px(ANCHORS))
        self._arrange()


def _find_shown(session: Session, _control: JobControl) -> _Shown:
    from app.queries.actions import recent_actions
    from app.queries.figure_settings import figure_settings
    from app.queries.health import health_care
    from app.queries.imports import import_rows
    from app.queries.print_profiles import profiles
    from app.queries.print_rates import print_rates
    from app.queries.products import product_book
    from app.queries.shop import shop_fields
    from app.queries.staff import staff_rows

    latest = next((act for act in recent_actions(session) if act.kind in OWN_ACTS and not act.is_undone), None)
    staff = staff_rows(session, with_inactive=True)
    book, rates, figures = product_book(session), print_rates(session), figure_settings(session)
    care = health_care(session)
    return _Shown(shop_fields(session), staff, book, rates, figures, care, profiles(session), import_rows(session), latest)
