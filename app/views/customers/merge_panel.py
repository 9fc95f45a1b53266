"""別の方の記録とひとつにする: find the other record, choose what counts, and make one of two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.customer_rows import SimilarCustomer, SimilarWhy
from app.domain.customers import CustomerKind
from app.domain.formats import CountUnit, format_count
from app.domain.merges import MergeOutcome, MergeSide, MergeView, Moved
from app.domain.money import currency_of, format_money
from app.domain.names import initials
from app.jobs.job import JobControl
from app.views.customers.merge_fields import MergeFields
from app.views.labels_customers import polite_name
from app.views.moments import day_text, language
from app.views.purchases.customer_search import CustomerSearch
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, PrimaryButton
from app.views.widgets.card import Inset
from app.views.widgets.labels import Caption, ElidedLabel, Text, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, hairline, row, set_shown
from app.views.widgets.row_list import RowContent, RowList
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.summary import AmountLines

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def open_merge(context: AppContext, window: QWidget, customer_id: int) -> MergePanel:
    """To make the record of this customer one with another's."""
    panel = MergePanel(context, window, customer_id)
    panel.open_panel(panel.search.search)
    return panel


class MergePanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, customer_id: int) -> None:
        super().__init__(window, "")
        self.set_title(self.tr("Make one record of two"))
        self._context = context
        self._keep, self._gone = customer_id, 0
        self._view: MergeView | None = None
        self._build()
        self._connect()
        self._show_part()
        self._load_similar()

    def choose(self, customer_id: int) -> None:
        """This is the other record."""
        if customer_id == self._keep:
            self.problem.setText(self.tr("This is the same record. Please choose another one."))
            set_shown(self.problem, True)
            return
        self._gone = customer_id
        self._load()

    def _build(self) -> None:
        today = self._context.clock.today()
        self.explanation = WrapLabel(
            self.tr("When somebody is in the list twice, choose the other record here. Visits, notes, cards and points come together."),
            TextStyle.BODY,
            Tone.TEXT2,
        )
        self.similar_title = Title(self.tr("These may be the same customer"))
        self.similar = RowList(self.tr("These may be the same customer"), grows=True)
        self.similar.set_open_on_click(True)
        self.search = CustomerSearch(self._context, offers_newcomer=False)
        self.search.nobody.hide()
        self.problem = WrapLabel("", TextStyle.BODY, Tone.DANGER)
        find = column(self.explanation, self.search, self.problem, self.similar_title, self.similar, gap=12)
        self._find = boxed(find)
        self.keep_side, self.gone_side = MergeSideBox(self.tr("This record stays")), MergeSideBox(self.tr("This one is added to it"))
        self.swap = LinkButton(self.tr("Swap the two"), small=True)
        self.other = LinkButton(self.tr("Another record"), small=True)
        sides = row(gap=12)
        sides.addWidget(self.keep_side, 1)
        sides.addWidget(self.gone_side, 1)
        self.fields_title = Title(self.tr("Where the two differ"))
        self.same = WrapLabel(
            self.tr("Nothing contradicts. What one record does not say is taken from the other."), TextStyle.BODY, Tone.TEXT2
        )
        self.fields = MergeFields(today)
        self._choose = boxed(
            column(sides, row(self.swap, self.other, STRETCH), hairline(), self.fields_title, self.same, self.fields, gap=12)
        )
        self.body.addWidget(self._find)
        self.body.addWidget(self._choose)
        self.body.addStretch(1)
        self._build_summary()

    def _build_summary(self) -> None:
        self.summary.addWidget(Title(self.tr("What moves over")))
        self.moves = AmountLines()
        self.nothing = Caption(self.tr("The other record holds nothing yet."))
        self.summary.addWidget(self.moves)
        self.summary.addWidget(self.nothing)
        self.summary.addWidget(hairline())
        stops = self.tr("Marks like “do not contact” stay when either record has them. Tags and own fields of both are kept.")
        self.summary.addWidget(WrapLabel(stops, TextStyle.CAPTION, Tone.TEXT2))
        self.summary.addStretch(1)
        self.save = PrimaryButton(self.tr("Make one record"), "merge")
        self.set_primary(self.save, Caption(self.tr("You can take it back afterwards.")))

    def _connect(self) -> None:
        self.search.chosen.connect(self.choose)
        self.similar.activated_key.connect(self._on_similar)
        self.swap.clicked.connect(self._on_swap)
        self.other.clicked.connect(self._on_other)
        self.save.clicked.connect(self._on_save)
        self.closed.connect(self.deleteLater)

    def _show_part(self) -> None:
        is_chosen = self._view is not None
        set_shown(self._find, not is_chosen)
        set_shown(self._choose, is_chosen)
        self.set_summary_visible(is_chosen)
        self.save.setEnabled(is_chosen)
        set_shown(self.problem, False)

    def _load_similar(self) -> None:
        customer_id = self._keep

        def op(session: Session, _control: JobControl) -> list[SimilarCustomer]:
            from app.queries.customers import customer_card, similar_customers

            return similar_customers(session, customer_card(session, customer_id).fields, besides=customer_id)

        set_shown(self.similar_title, False)
        set_shown(self.similar, False)
        self._context.tasks.query(op, self._on_similar_found, owner=self)

    def _load(self) -> None:
        keep, gone, today = self._keep, self._gone, self._context.clock.today()

        def op(session: Session, _control: JobControl) -> MergeView:
            from app.queries.merges import merge_view

            return merge_view(session, keep, gone, today)

        self._context.tasks.query(op, self._on_view, owner=self, replaces="view")

    def _on_similar_found(self, found: list[SimilarCustomer]) -> None:
        why = {SimilarWhy.PHONE: self.tr("The same phone number"), SimilarWhy.NAME: self.tr("The same name")}
        self.similar.set_rows(
            [
                RowContent(
                    customer.id,
                    polite_name(customer.name, is_company=customer.is_company),
                    detail=" · ".join(part for part in (why[customer.why], customer.phone) if part),
                    avatar=initials(customer.name),
                    side=self.tr("Archived") if customer.is_archived else "",
                )
                for customer in found
            ]
        )
        set_shown(self.similar_title, bool(found))
        set_shown(self.similar, bool(found))

    def _on_view(self, view: MergeView) -> None:
        self._view = view
        self._show_part()
        for box, side in ((self.keep_side, view.keep), (self.gone_side, view.gone)):
            box.show_side(side, view.currency)
        self.fields.show_view(view)
        has_choice = bool(view.differing)
        set_shown(self.fields, has_choice)
        set_shown(self.same, not has_choice)
        self.moves.clear()
        names = self._moved_names()
        for kind, count in view.moved.items():
            if count:
                self.moves.add(names[kind], f"{count:,}")
        set_shown(self.moves, any(view.moved.values()))
        set_shown(self.nothing, not any(view.moved.values()))
        self.save.setFocus()

    def _moved_names(self) -> dict[Moved, str]:
        return {
            Moved.PURCHASES: self.tr("Purchases"),
            Moved.CONTACTS: self.tr("Calls and notes"),
            Moved.PIECES: self.tr("Cards sent"),
            Moved.FOLLOW_UPS: self.tr("Follow-ups"),
            Moved.POINTS: self.tr("Points"),
            Moved.CODES: self.tr("Codes used"),
            Moved.REFERRED: self.tr("Customers they sent"),
            Moved.ANSWERS: self.tr("Answered surveys"),
            Moved.INQUIRIES: self.tr("Voices"),
            Moved.CONTRACTS: self.tr("Contracts"),
            Moved.PROPOSALS: self.tr("Suggestions"),
        }

    def _on_similar(self, key: object) -> None:
        if isinstance(key, int):
            self.choose(key)

    def _on_swap(self) -> None:
        self._keep, self._gone = self._gone, self._keep
        self._load()

    def _on_other(self) -> None:
        self._view = None
        self._show_part()
        self._load_similar()
        self.search.begin()

    def _on_save(self) -> None:
        if self._view is None:
            return
        keep, gone, choices = self._keep, self._gone, dict(self.fields.choices())
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> MergeOutcome:
            from app.services.merges import merge_customers

            return merge_customers(session, keep, gone, choices=choices, now=now, today=today)

        self.save.setEnabled(False)
        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, outcome: MergeOutcome) -> None:
        self.close_panel()
        self._context.navigate.show_page("customers", customer_id=outcome.customer_id)
        self._context.messages.toast(self.tr("The two records are one now"), undo_action_id=outcome.action_id)

    def _on_failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self._context.messages.error(error)


class MergeSideBox(Inset):
    """One of the two records in a few words."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.name = ElidedLabel("", TextStyle.ROW_TITLE)
        self.facts = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.add(Text(title, TextStyle.CAPTION_BOLD, Tone.PRIMARY))
        self.add(self.name)
        self.add(self.facts)

    def show_side(self, side: MergeSide, currency: str) -> None:
        fields = side.fields
        self.name.setText(polite_name(fields.name, is_company=fields.kind is CustomerKind.COMPANY))
        visits = format_count(side.visits, CountUnit.TIMES, language())
        facts = (
            self.tr("No. {code}").format(code=fields.code) if fields.code else "",
            fields.mobile or fields.phone,
            self.tr("{visits} · {amount}").format(visits=visits, amount=format_money(side.amount, currency_of(currency), language())),
            self.tr("last {day}").format(day=day_text(side.last_day)) if side.last_day is not None else "",
            self.tr("%n point(s)", "", side.points) if side.points else "",
            self.tr("archived") if side.is_archived else "",
        )
        self.facts.setText("\n".join(fact for fact in facts if fact))
