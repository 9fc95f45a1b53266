"""Suggestions: what could be suggested and why now, what is prepared, what was decided, and how many were accepted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.money import JPY, Currency, currency_of
from app.domain.proposal_rows import Candidate, CandidateList, CandidatePeople, ProposalRow, ProposalsDecided, WinRates
from app.domain.proposals import ProposalOutcome, ProposalSettings, ProposalStep
from app.jobs.job import JobControl
from app.views.pages.page import Page
from app.views.proposals.acts import ProposalActs
from app.views.proposals.detail_card import ProposalDetail
from app.views.proposals.wins_card import WinsCard
from app.views.proposals.words import PRESENT, row_of_candidate, row_of_proposal
from app.views.theme import theme_of
from app.views.widgets.buttons import IconButton, LinkButton, NormalButton
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.key_cap import KeyHints
from app.views.widgets.labels import plain_tooltip
from app.views.widgets.layouts import ScrollColumn, boxed, column, row, set_shown
from app.views.widgets.page_header import PageHeader
from app.views.widgets.row_list import RowList
from app.views.widgets.tabs import Tabs

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

CANDIDATES, OPEN, DECIDED = "candidates", "open", "decided"
SIDE_WIDTH = 420
NARROW_SIDE_WIDTH = 372
FOLDED_BELOW = 1180
WORDS_FROM = 900


@dataclass(frozen=True, slots=True)
class _Answer:
    open: tuple[ProposalRow, ...]
    decided: tuple[ProposalRow, ...]
    rates: WinRates
    currency: str
    has_products: bool


class ProposalsPage(Page):
    """`open_with(proposal_id=…)` stands on one; `open_with(customer_id=…)` on the first of a customer."""

    name = "proposals"
    shows = frozenset(
        {Entity.PROPOSAL, Entity.CUSTOMER, Entity.PURCHASE, Entity.PRODUCT, Entity.SHOP, Entity.STAFF, Entity.CONTACT, Entity.PRINT_RUN}
        | {Entity.FOLLOW_UP, Entity.INQUIRY}
    )

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._answer: _Answer | None = None
        self._found: CandidateList | None = None
        self._money: Currency = JPY
        self._wanted: int | None = None
        self._wanted_customer: int | None = None
        self._shown: Candidate | ProposalRow | None = None
        self.acts = ProposalActs(context, self)
        self._build()
        self._connect()
        self._fit()

    def open_with(self, **arguments: Any) -> None:
        wanted, customer = arguments.get("proposal_id"), arguments.get("customer_id")
        self._wanted = wanted if isinstance(wanted, int) else None
        self._wanted_customer = customer if isinstance(customer, int) else None
        self.mark_stale()

    def refresh(self) -> None:
        today = self.context.clock.today()

        def op(session: Session, _control: JobControl) -> _Answer:
            from app.queries.products import product_book
            from app.queries.proposal_rates import win_rates
            from app.queries.proposals import decided_proposals, open_proposals
            from app.queries.shop import shop_fields

            has_products = any(product.is_active for product in product_book(session).products)
            rates, currency = win_rates(session, today), shop_fields(session).currency
            return _Answer(open_proposals(session), decided_proposals(session), rates, currency, has_products)

        self.context.tasks.query(op, self._on_answer, owner=self, replaces="proposals")
        self._look_for_candidates()

    def trigger_primary(self) -> None:
        button = self.detail.primary() if self._shown is not None else None
        if button is not None:
            button.click()

    def focus_search(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Suggestions"))
        self.settings = LinkButton(self.tr("When something is suggested"), "sliders-horizontal")
        self.everybody = LinkButton(self.tr("All names"), "users")
        self.add_button = NormalButton(self.tr("Prepare a suggestion"), "plus")
        self.paper_words = IconButton("file-text", self.tr("Words of the page to hand over"), size=34)
        for button in (self.everybody, self.settings, self.paper_words, self.add_button):
            self.header.add(button)
        self.tabs = Tabs([(CANDIDATES, ""), (OPEN, ""), (DECIDED, "")], self.tr("Which suggestions"))
        self.list = RowList(self.tr("Suggestions"), row_height=62)
        self.empty = EmptyState("lightbulb", "", "", self.tr("Register products"), action_icon="plus")
        self.keys = KeyHints([("↑↓", self.tr("choose")), ("Space", self.tr("presented")), ("Enter", self.tr("open the customer"))])
        listed = Card()
        listed.add(self.tabs)
        listed.add_list(boxed(column(self.list, self.empty, gap=0)))
        listed.add(self.keys)
        self.detail, self.wins = ProposalDetail(), WinsCard()
        self.side = ScrollColumn(gap=12)
        self.side.body.addWidget(self.detail)
        self.side.body.addWidget(self.wins)
        self.side.body.addStretch(1)
        both = row(gap=12)
        both.addWidget(listed, 1)
        both.addWidget(self.side)
        layout = column(self.header, gap=12, margins=(24, 16, 24, 16))
        layout.addWidget(boxed(both), 1)
        self.setLayout(layout)
        self.setFocusProxy(self.list)
        # Nothing of one suggestion before there is one, and no list before it has been read.
        for part in (self.detail, self.empty, self.empty.button, self.everybody, self.keys):
            set_shown(part, False)
        self._name_tabs()

    def _connect(self) -> None:
        self.tabs.changed.connect(self._fill)
        self.list.current_changed.connect(self._on_current)
        self.list.activated_key.connect(self._on_activated)
        self.list.action_triggered.connect(self._on_row_act)
        self.detail.act_requested.connect(self._perform)
        self.detail.step_chosen.connect(self._on_step)
        self.detail.customer_requested.connect(self._open_customer)
        self.wins.names_requested.connect(self._on_names)
        self.settings.clicked.connect(self._on_settings)
        self.everybody.clicked.connect(self._on_everybody)
        self.paper_words.clicked.connect(lambda: self.acts.change_words(self._shown))
        self.add_button.clicked.connect(lambda: self.acts.add())
        self.empty.action_clicked.connect(self._on_products)
        self.acts.made.connect(self._on_made)

    def _fit(self) -> None:
        px = theme_of(self).px
        narrow = self.window().width() < px(FOLDED_BELOW)
        wanted = px(NARROW_SIDE_WIDTH if narrow else SIDE_WIDTH)
        # With large letters the list keeps its half.
        half = max(self.side.minimumSizeHint().width(), self.width() // 2 - px(24))
        self.side.setFixedWidth(min(wanted, half))
        words = self.tr("When something is suggested")
        self.settings.setText("" if self.window().width() < px(WORDS_FROM) else words)
        self.settings.setAccessibleName(words)
        self.settings.setToolTip(plain_tooltip(words))

    def _look_for_candidates(self) -> None:
        """A portion after the other, so that nothing else has to wait."""
        today = self.context.clock.today()

        def op(session: Session, _control: JobControl) -> CandidateList:
            from app.queries.proposal_candidates import candidates

            return candidates(session, today)

        self.context.tasks.query(op, self._on_candidates, owner=self, replaces="candidates")

    def _on_candidates(self, found: CandidateList) -> None:
        if found.read < 1.0:
            self._show_reading(found.read)
            QTimer.singleShot(0, self, self._look_for_candidates)
            return
        self._found = found
        self._name_tabs()
        self._fill()

    def _on_answer(self, answer: _Answer) -> None:
        self._answer = answer
        self._money = currency_of(answer.currency)
        self.wins.show_rates(answer.rates, self._money)
        waiting = len(answer.open)
        self.header.set_fact(self.tr("%n open", "", waiting) if waiting else "")
        self._go_to_wanted(answer)
        self._name_tabs()
        self._fill()

    def _go_to_wanted(self, answer: _Answer) -> None:
        """The list in which what was asked for stands."""
        for key, rows in ((OPEN, answer.open), (DECIDED, answer.decided)):
            found = next((one for one in rows if one.id == self._wanted or one.customer_id == self._wanted_customer), None)
            if found is not None:
                self._wanted, self._wanted_customer = found.id, None
                self.tabs.set_current(key)
                return

    def _name_tabs(self) -> None:
        found, answer = self._found, self._answer
        counts = (None if found is None else found.count, None if answer is None else len(answer.open), None)
        words = (self.tr("To suggest"), self.tr("Prepared"), self.tr("Decided"))
        for key, text, count in zip((CANDIDATES, OPEN, DECIDED), words, counts, strict=True):
            self.tabs.set_text(key, f"{text} {count:,}" if count else text)

    def _show_reading(self, read: float) -> None:
        if self.tabs.current() == CANDIDATES and self._found is None:
            percent = round(read * 100)
            self.empty.set(self.tr("The purchases are being read"), self.tr("{percent}% so far.").format(percent=percent))
            self._set_empty(True)

    def _fill(self) -> None:
        today, chosen = self.context.clock.today(), self.tabs.current()
        before = self.list.current_key()
        if chosen == CANDIDATES:
            rows = [row_of_candidate(place, one, today) for place, one in enumerate(self._candidates())]
        else:
            rows = [row_of_proposal(one, today) for one in self._proposals()]
        self.list.set_rows(rows)
        set_shown(self.everybody, chosen == CANDIDATES and bool(rows))
        if self._wanted is not None and self._wanted in [content.key for content in rows]:
            before, self._wanted = self._wanted, None
        keys = [content.key for content in rows]
        if keys:
            self.list.select_key(before if before in keys else keys[0])
        self._set_empty(not rows)
        if not rows:
            self._say_why_empty()
        self._on_current(self.list.current_key())

    def _set_empty(self, is_empty: bool) -> None:
        set_shown(self.list, not is_empty)
        set_shown(self.empty, is_empty)
        set_shown(self.keys, not is_empty)
        has_products = self._answer is None or self._answer.has_products
        set_shown(self.empty.button, is_empty and self.tabs.current() == CANDIDATES and self._found is not None and not has_products)

    def _say_why_empty(self) -> None:
        chosen, found = self.tabs.current(), self._found
        if chosen == OPEN:
            self.empty.set(self.tr("Nothing is prepared"), self.tr("What you prepare, or a customer thinks about, stands here."))
        elif chosen == DECIDED:
            self.empty.set(self.tr("Nothing has been decided yet"), self.tr("What customers accepted or declined stands here."))
        elif found is not None:
            self.empty.set(*self._missing(found))

    def _missing(self, found: CandidateList) -> tuple[str, str]:
        """What it takes for a suggestion, and how far one is."""
        least = found.settings
        title = self.tr("Register what you sell, and what to suggest to whom is found from the visits")
        if found.products < 2:
            words = self.tr("It takes visits with at least two products by name. So far there are {products}.")
            return title, words.format(products=found.products)
        if found.most_buyers < least.buyers:
            words = self.tr("It takes {buyers} customers who bought the same product. So far the most are {most}.")
            return title, words.format(buyers=least.buyers, most=found.most_buyers)
        if not found.pairs:
            words = self.tr("Of {products} products bought by {customers} customers no two go together by more than chance yet.")
            none = self.tr("No pattern is sure yet")
            return none, words.format(products=found.products, customers=f"{found.sold:,}")
        return self.tr("Nothing to suggest today"), self.tr(
            "Nobody has just bought what others take something else after. Whoever declined, was contacted lately or has an open complaint "
            "is left in peace."
        )

    def _candidates(self) -> tuple[Candidate, ...]:
        return () if self._found is None else self._found.rows

    def _proposals(self) -> tuple[ProposalRow, ...]:
        if self._answer is None:
            return ()
        return self._answer.open if self.tabs.current() == OPEN else self._answer.decided

    def _of_key(self, key: object) -> Candidate | ProposalRow | None:
        if not isinstance(key, int):
            return None
        if self.tabs.current() == CANDIDATES:
            rows = self._candidates()
            return rows[key] if key < len(rows) else None
        return next((one for one in self._proposals() if one.id == key), None)

    def _on_current(self, key: object) -> None:
        self._shown = self._of_key(key)
        today = self.context.clock.today()
        set_shown(self.detail, self._shown is not None)
        if isinstance(self._shown, Candidate):
            self.detail.show_candidate(self._shown, self._money, today)
        elif self._shown is not None:
            self.detail.show_proposal(self._shown, self._money, today)
        self._fit()

    def _on_activated(self, key: object) -> None:
        found = self._of_key(key)
        if found is not None:
            self._open_customer(found.customer_id)

    def _on_row_act(self, act: str, key: object) -> None:
        self._shown = self._of_key(key)
        self._perform(act)

    def _perform(self, act: str) -> None:
        if isinstance(self._shown, Candidate):
            self.acts.of_candidate(act, self._shown)
        elif self._shown is not None:
            self.acts.of_proposal(act, self._shown)

    def _on_step(self, step: ProposalStep) -> None:
        shown = self._shown
        if not isinstance(shown, ProposalRow) or shown.outcome is not ProposalOutcome.OPEN:
            return
        if step is ProposalStep.PRESENTED:
            self.acts.of_proposal(PRESENT, shown)
            return
        number, fields = shown.id, replace(shown.fields(), step=step)
        now, today = self.context.clock.now(), self.context.clock.today()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.proposals import edit_proposal

            return edit_proposal(session, number, fields, now=now, today=today)

        def done(action_id: int | None) -> None:
            if action_id is not None:
                self.context.messages.toast(self.tr("The step is noted"), undo_action_id=action_id)

        self.context.tasks.command(op, done, owner=self)

    def _on_made(self, proposal_id: int) -> None:
        """What was made here is what one wants to see next."""
        self._wanted = proposal_id
        self.mark_stale()

    def _open_customer(self, customer_id: int) -> None:
        self.context.navigate.show_page("customers", customer_id=customer_id)

    def _on_names(self, spec: ProposalsDecided, title: str) -> None:
        self.context.navigate.show_page("people", spec=spec, title=title)

    def _on_everybody(self) -> None:
        spec = CandidatePeople(self.context.clock.today())
        self.context.navigate.show_page("people", spec=spec, title=self.tr("Something could be suggested to them"))

    def _on_settings(self) -> None:
        from app.views.proposals.settings_panel import open_proposal_settings

        usual = ProposalSettings()
        open_proposal_settings(self.context, self.window(), usual if self._found is None else self._found.settings)

    def _on_products(self) -> None:
        self.context.navigate.show_page("products")
