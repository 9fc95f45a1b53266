"""これまでのこと: every touch with a customer, newest first, by year; one kind alone on request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.contacts import ContactKind
from app.domain.customer_rows import CustomerView, TimelineEntry, TimelineKind
from app.domain.money import currency_of, format_money
from app.domain.survey_answers import ResponseView
from app.domain.surveys import ResponseSource
from app.views.customers.sent_words import fate_text, promise_text, sent_sentence
from app.views.customers.timeline_list import TimelineItem, TimelineList
from app.views.customers.timeline_words import care_words, follow_up_text, tried_text
from app.views.labels import label_of
from app.views.labels_customers import CONTACT_NAMES, field_name
from app.views.moments import day_text, language
from app.views.surveys.answer_words import said_text
from app.views.tokens import Tone
from app.views.widgets.buttons import LinkButton
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.filter_chips import FilterChips
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.row_list import RowAction

ICONS: Mapping[TimelineKind, tuple[str, Tone]] = {
    TimelineKind.VISIT: ("shopping-bag", Tone.OK),
    TimelineKind.REFUND: ("undo-2", Tone.DANGER),
    TimelineKind.PRINT: ("mail", Tone.INFO),
    TimelineKind.CONTACT: ("message-circle", Tone.WARN),
    TimelineKind.CHANGE: ("pencil", Tone.NEUTRAL),
    TimelineKind.JOINED: ("user-plus", Tone.ACCENT),
    TimelineKind.FOLLOW_UP: ("calendar-check", Tone.OK),
    TimelineKind.TIER: ("award", Tone.ACCENT),
    TimelineKind.ANSWER: ("clipboard-list", Tone.INFO),
    TimelineKind.INQUIRY: ("message-square-text", Tone.DANGER),
    TimelineKind.PROPOSAL: ("lightbulb", Tone.WARN),
    TimelineKind.CONTRACT: ("file-text", Tone.NEUTRAL),
}
CONTACT_ICONS: Mapping[ContactKind, str] = {
    ContactKind.PHONE: "phone",
    ContactKind.TALK: "message-circle",
    ContactKind.EMAIL: "mail",
    ContactKind.NOTE: "pencil",
}
ALL = "all"
GROUPS: Mapping[str, frozenset[TimelineKind]] = {
    ALL: frozenset(TimelineKind),
    "visits": frozenset({TimelineKind.VISIT, TimelineKind.REFUND}),
    "contacts": frozenset({TimelineKind.CONTACT, TimelineKind.FOLLOW_UP}),
    "voices": frozenset({TimelineKind.INQUIRY, TimelineKind.ANSWER}),
    "sent": frozenset({TimelineKind.PRINT}),
    "offers": frozenset({TimelineKind.PROPOSAL, TimelineKind.CONTRACT}),
    "changes": frozenset({TimelineKind.CHANGE, TimelineKind.JOINED, TimelineKind.TIER}),
}
_SELDOM = ("voices", "offers")
_OPENED: Mapping[TimelineKind, str] = {
    TimelineKind.VISIT: "edit",
    TimelineKind.ANSWER: "open_answers",
    TimelineKind.INQUIRY: "open_inquiry",
    TimelineKind.PROPOSAL: "open_proposal",
    TimelineKind.CONTRACT: "open_contract",
}


class TimelineTab(QWidget):
    """`action_triggered` carries edit, refund, delete (of a purchase), delete_contact, reopen_follow_up, delete_follow_up, open_answers,
    open_inquiry, open_proposal or open_contract, and the row's id. Only kinds that are there have a chip."""

    action_triggered = Signal(str, int)
    more_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view: CustomerView | None = None
        self._today = date.min
        names = {
            ALL: self.tr("All"),
            "visits": self.tr("Visits"),
            "contacts": self.tr("Calls and notes"),
            "voices": self.tr("Voices"),
            "sent": self.tr("Sent"),
            "offers": self.tr("Suggestions and contracts"),
            "changes": self.tr("Record"),
        }
        self._names = names
        self._shown_chips = list(names.items())
        self.chips = FilterChips(list(names.items()), ALL, self.tr("Which touches"))
        self.list = TimelineList(self.tr("History"))
        self.nothing = EmptyState("history", self.tr("Nothing of this kind yet"))
        self.nothing.hide()
        self.more = LinkButton(self.tr("Show what was before"), small=True)
        self._foot = boxed(row(STRETCH, self.more, STRETCH, margins=(0, 4, 0, 4)))
        self._foot.hide()
        chips = boxed(column(self.chips, margins=(16, 10, 16, 4)))
        self.setLayout(column(chips, self.list, self.nothing, self._foot, gap=0, margins=(0, 0, 0, 6)))
        self.chips.changed.connect(self._on_filter)
        self.list.activated_key.connect(self._on_activated)
        self.list.action_triggered.connect(self._on_action)
        self.more.clicked.connect(self.more_requested)

    def show_customer(self, view: CustomerView, today: date) -> None:
        self._view, self._today = view, today
        set_shown(self._foot, view.has_more)
        there = {entry.kind for entry in view.timeline}
        chips = [(key, text) for key, text in self._names.items() if key not in _SELDOM or GROUPS[key] & there]
        if chips != self._shown_chips:
            self._shown_chips = chips
            self.chips.set_options(chips, self.chips.current())
        self._fill()

    def _fill(self) -> None:
        if self._view is None:
            return
        kinds = GROUPS[str(self.chips.current())]
        entries = [entry for entry in self._view.timeline if entry.kind in kinds]
        self.list.set_items(self._items(entries))
        set_shown(self.list, bool(entries))
        set_shown(self.nothing, not entries)

    def _items(self, entries: Sequence[TimelineEntry]) -> list[TimelineItem]:
        items: list[TimelineItem] = []
        year = 0
        for entry in entries:
            if entry.day.year != year:
                year = entry.day.year
                items.append(TimelineItem(("year", year), self.tr("{year}").format(year=year)))
            items.append(self._item(entry))
        return items

    def _item(self, entry: TimelineEntry) -> TimelineItem:
        icon, tone = ICONS[entry.kind]
        if entry.contact is not None:
            icon = CONTACT_ICONS[entry.contact]
        care = care_words(entry)
        title, detail, amount = care if care is not None else (*self._words(entry), "")
        if care is not None and entry.staff:
            detail = "\n".join(part for part in (detail, self.tr("with {name}").format(name=entry.staff)) if part)
        if entry.amount is not None and self._view is not None:
            amount = format_money(entry.amount, currency_of(self._view.currency), language())
        day = day_text(entry.day, today=entry.day)
        key = (entry.kind.value, entry.source_id, entry.at)
        return TimelineItem(key, title, detail, icon, tone, day, amount, self._actions(entry))

    def _words(self, entry: TimelineEntry) -> tuple[str, str]:
        staff = self.tr("with {name}").format(name=entry.staff) if entry.staff else ""
        below = "\n".join(part for part in (staff, entry.detail) if part)
        if entry.kind is TimelineKind.VISIT:
            return (self.tr("Visit: {products}").format(products=entry.title) if entry.title else self.tr("Visit")), below
        if entry.kind is TimelineKind.REFUND:
            return (self.tr("Refund: {products}").format(products=entry.title) if entry.title else self.tr("Refund")), below
        if entry.kind is TimelineKind.PRINT:
            return sent_sentence(entry.sent), self._sent(entry)
        if entry.answer is not None:
            return self._said(entry.answer), "\n".join(part for part in (entry.title, said_text(entry.answer), staff) if part)
        if entry.attempt is not None:
            return tried_text(entry.attempt), "\n".join(part for part in (entry.title, staff) if part)
        if entry.contact is not None:
            planned = self.tr("Planned as: {note}").format(note=entry.detail) if entry.detail else ""
            return label_of(entry.contact, CONTACT_NAMES, "Contacts"), "\n".join(part for part in (entry.title, planned, staff) if part)
        if entry.follow_up is not None:
            return follow_up_text(entry), "\n".join(part for part in (entry.title, staff) if part)
        if entry.kind is TimelineKind.JOINED:
            return self.tr("Became a customer"), ""
        if entry.kind is TimelineKind.TIER:
            return (self.tr("Is now {tier}").format(tier=entry.title) if entry.title else self.tr("Is in no tier any more")), ""
        fields = self.tr(", ").join(field_name(name) for name in entry.title.splitlines())
        return self.tr("The record was changed"), fields

    def _said(self, answer: ResponseView) -> str:
        return self.tr("Told us in a talk") if answer.source is ResponseSource.TALK else self.tr("Answered a survey")

    def _sent(self, entry: TimelineEntry) -> str:
        if entry.sent is None:
            return entry.title
        name = self._view.card.fields.name if self._view is not None else ""
        first = " · ".join(part for part in (entry.title, promise_text(entry.sent)) if part)
        return "\n".join(part for part in (first, fate_text(entry.sent, name)) if part)

    def _actions(self, entry: TimelineEntry) -> tuple[RowAction, ...]:
        if entry.kind is TimelineKind.VISIT:
            return (
                RowAction("edit", self.tr("Change this visit")),
                RowAction("refund", self.tr("Give money back")),
                RowAction("delete", self.tr("Delete"), key="Del"),
            )
        if entry.kind is TimelineKind.REFUND:
            return (RowAction("delete", self.tr("Delete"), key="Del"),)
        if entry.kind is TimelineKind.ANSWER:
            return (RowAction("open_answers", self.tr("Look at the answers")),)
        if entry.kind in (TimelineKind.INQUIRY, TimelineKind.PROPOSAL, TimelineKind.CONTRACT):
            return (RowAction(_OPENED[entry.kind], self.tr("Open")),)
        if entry.kind is TimelineKind.CONTACT:
            return (RowAction("delete_contact", self.tr("Delete"), key="Del"),)
        if entry.kind is TimelineKind.FOLLOW_UP:
            return (RowAction("reopen_follow_up", self.tr("Open it again")), RowAction("delete_follow_up", self.tr("Delete"), key="Del"))
        return ()

    def _on_filter(self, _key: object) -> None:
        self._fill()

    def _on_activated(self, key: object) -> None:
        if isinstance(key, tuple) and (act := _OPENED.get(TimelineKind(key[0]))):
            self.action_triggered.emit(act, key[1])

    def _on_action(self, action: str, key: object) -> None:
        if isinstance(key, tuple):
            self.action_triggered.emit(action, key[1])
