"""Today: are things well, and whom should I look after now?"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.figures import ReachOut
from app.views.moments import day_text
from app.views.navigation import BREAKPOINT, RAIL
from app.views.pages.page import Page
from app.views.theme import theme_of
from app.views.today.figures_row import FiguresRow
from app.views.today.finder import Finder
from app.views.today.picture import TodayPicture, picture_of
from app.views.today.reach_out_card import ReachOutCard
from app.views.today.recent_card import RecentCard
from app.views.widgets.buttons import PrimaryButton
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layouts import boxed, column, row
from app.views.widgets.page_header import PageHeader
from app.views.widgets.text_field import SearchField

SIDE_WIDTH = 368


class TodayPage(Page):
    name = "today"
    shows = frozenset({Entity.PURCHASE, Entity.CUSTOMER, Entity.SHOP})

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._build()
        self._connect()

    def refresh(self) -> None:
        self.context.tasks.query(partial(picture_of, self.context.clock.today()), self._on_picture, owner=self, replaces="today")

    def trigger_primary(self) -> None:
        self.context.navigate.record_visit()

    def focus_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _build(self) -> None:
        self._header = PageHeader(self.tr("Today"))
        self._search = SearchField(self.tr("Find by name or phone"), "Ctrl+K")
        self._header.add_search(self._search)
        self._visit = PrimaryButton(self.tr("Record a visit"), "plus")
        self._header.set_primary(self._visit)
        self._figures = FiguresRow()
        self._people = ReachOutCard()
        self._recent = RecentCard()
        self._columns = row(gap=16)
        self._columns.addWidget(self._people, 1)
        self._columns.addWidget(self._recent)
        self._full = boxed(column(self._figures, gap=14))
        self._full.layout().addLayout(self._columns)  # type: ignore[union-attr]
        self._empty = EmptyState(
            "users",
            self.tr("No customers yet"),
            self.tr("With your customers and their visits here, this page says every morning whom to look after."),
            self.tr("Bring in a list"),
            self.tr("Add a customer"),
        )
        self._empty.hide()
        layout = column(self._header, gap=12, margins=(24, 16, 24, 16))
        layout.addWidget(self._full, 1)
        layout.addWidget(self._empty, 1)
        self.setLayout(layout)
        self._finder = Finder(self._search, self.context, self)

    def _connect(self) -> None:
        navigate = self.context.navigate
        self._visit.clicked.connect(self.trigger_primary)
        self._figures.names_requested.connect(self._on_names)
        self._people.opened.connect(self._on_opened)
        self._people.visit_requested.connect(navigate.record_visit)
        self._people.card_requested.connect(self._on_card)
        self._people.cards_requested.connect(self._on_cards)
        self._people.names_requested.connect(self._on_all)
        self._recent.opened.connect(self._on_opened)
        self._finder.chosen.connect(self._on_opened)
        self._empty.action_clicked.connect(self._on_import)
        self._empty.link_clicked.connect(navigate.add_customer)

    def _fold(self) -> None:
        """Below the breakpoint the latest visits make room for the people to look after."""
        theme = theme_of(self)
        narrow = self.width() < theme.px(BREAKPOINT - RAIL)
        self._recent.setFixedWidth(theme.px(SIDE_WIDTH if not narrow else 300))
        self._recent.setVisible(self.width() >= theme.px(880))

    def _on_picture(self, picture: TodayPicture) -> None:
        today = self.context.clock.today()
        self._header.set_fact(f"{day_text(today)}・{picture.shop}")
        self._full.setVisible(picture.customers > 0)
        self._empty.setVisible(picture.customers == 0)
        self._figures.show_figures(picture.figures, picture.window)
        self._people.show_people(picture.people, picture.figures.reach_out)
        self._recent.show_visits(picture.recent, picture.currency, today)
        self._fold()

    def _on_names(self, spec: object, title: str) -> None:
        self.context.navigate.show_page("people", spec=spec, title=title)

    def _on_all(self) -> None:
        self._on_names(ReachOut(self.context.clock.today()), self.tr("Customers to reach out to"))

    def _on_opened(self, customer_id: int) -> None:
        self.context.navigate.show_page("customers", customer_id=customer_id)

    def _on_card(self, customer_id: int) -> None:
        self.context.navigate.show_page("printing", customer_ids=[customer_id])

    def _on_cards(self) -> None:
        self.context.navigate.show_page("printing", is_reach_out=True)

    def _on_import(self) -> None:
        self.context.navigate.show_page("import")
