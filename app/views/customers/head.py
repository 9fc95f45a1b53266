"""Who it is: name, marks, phone and birthday, and what can be done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from app.domain.addresses import Address, join_address
from app.domain.customer_rows import CustomerView
from app.domain.customers import CustomerFields, CustomerKind
from app.domain.dates import format_birthday
from app.domain.segments import Segment
from app.domain.status import Chip as StatusChip
from app.views.labels_customers import chip_word, polite_name
from app.views.moments import language
from app.views.points.tier_chip import TierChip
from app.views.theme import TextStyle, Tone
from app.views.widgets.avatar import Avatar
from app.views.widgets.buttons import IconButton, MenuButton, NormalButton, PrimaryButton
from app.views.widgets.chip import Chip
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.layouts import STRETCH, boxed, clear, column, row, set_shown


class CustomerHead(QWidget):
    """`act_requested` carries one of: plan, edit, call, talk, card, tier, merge, archive, restore, stop, allow, left, back,
    deceased, alive."""

    visit_requested = Signal()
    back_requested = Signal()
    act_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._fields = CustomerFields()
        self.tier: TierChip | None = None
        self._build()

    def show_customer(self, view: CustomerView, today: date) -> None:
        card, fields = view.card, view.card.fields
        self._fields = fields
        is_company = fields.kind is CustomerKind.COMPANY
        self.avatar.set_name(fields.name)
        self.name.setText(polite_name(fields.name, is_company=is_company))
        phone = fields.mobile or fields.phone
        birthday = format_birthday(fields.birthday, language(), today=today) if fields.birthday else ""
        company = fields.company if fields.company != fields.name else ""
        self.line.setText("    ".join(part for part in (company, fields.kana, phone, birthday) if part))
        set_shown(self.line, bool(self.line.text()))
        self._show_chips(view, today)
        self.visit.setEnabled(card.archived_at is None)
        self.plan.setEnabled(card.archived_at is None and not fields.is_deceased)
        self._fill_menu(view)

    def set_narrow(self, narrow: bool) -> None:
        """Planning stays in the menu when there is no room for its button."""
        set_shown(self.plan, not narrow)

    def set_back_visible(self, visible: bool) -> None:
        set_shown(self.back, visible)

    def _build(self) -> None:
        self.back = IconButton("arrow-left", self.tr("Back to the list"), size=34)
        self.back.clicked.connect(self.back_requested)
        self.back.hide()
        self.avatar = Avatar("", 52)
        self.name = ElidedLabel("", TextStyle.PAGE_TITLE)
        self.line = ElidedLabel("", TextStyle.BODY, Tone.TEXT2)
        self._chips = row(gap=8)
        self.plan = NormalButton(self.tr("Plan a follow-up"), "calendar-check")
        self.plan.clicked.connect(self._on_plan)
        self.visit = PrimaryButton(self.tr("Record a visit"), "plus")
        self.visit.clicked.connect(self.visit_requested)
        self.menu = MenuButton(name=self.tr("More"))
        first = row(self.name, gap=10)
        first.addLayout(self._chips)
        first.addStretch(1)
        layout = row(self.back, self.avatar, gap=10)
        layout.addWidget(boxed(column(STRETCH, first, self.line, STRETCH, gap=3)), 1)
        layout.addWidget(self.plan)
        layout.addWidget(self.visit)
        layout.addWidget(self.menu)
        self.setLayout(layout)

    def _show_chips(self, view: CustomerView, today: date) -> None:
        clear(self._chips)
        self.tier = None
        card, facts = view.card, view.facts
        chips: list[tuple[str, Tone]] = []
        if card.archived_at is not None:
            chips.append((self.tr("Archived"), Tone.NEUTRAL))
        elif card.fields.is_deceased:
            chips.append((self.tr("Has passed away"), Tone.NEUTRAL))
        elif facts.status.chip is not StatusChip.FINE:
            chips.append(chip_word(facts.status.chip))
        is_in_tier = view.tier is not None and view.tier.standing.tier is not None
        is_coming = facts.status.chip in (StatusChip.FINE, StatusChip.WATCH, StatusChip.ATTENTION)
        if facts.segment is Segment.LOYAL and is_coming and not is_in_tier:
            chips.insert(0, (self.tr("Regular"), Tone.OK))
        if card.fields.do_not_contact:
            chips.append((self.tr("Do not contact"), Tone.DANGER))
        if card.fields.mourning_until is not None and card.fields.mourning_until >= today:
            chips.append((self.tr("In mourning"), Tone.NEUTRAL))
        if card.fields.bad_address:
            chips.append((self.tr("Mail came back"), Tone.WARN))
        if view.tier is not None and is_in_tier:
            self.tier = TierChip(view.tier, today)
            self.tier.change_requested.connect(self._on_tier)
            self._chips.addWidget(self.tier)
        for text, tone in chips:
            self._chips.addWidget(Chip(text, tone))

    def _fill_menu(self, view: CustomerView) -> None:
        card, menu = view.card, self.menu.menu()
        menu.clear()
        self._entry("edit", self.tr("Edit the record"), "pencil")
        is_gone = card.fields.is_deceased
        self._entry("plan", self.tr("Plan a follow-up"), "calendar-check").setEnabled(card.archived_at is None and not is_gone)
        self._entry("call", self.tr("Note a phone call"), "phone")
        self._entry("talk", self.tr("Note a talk"), "message-circle")
        self._entry("voice", self.tr("Receive a complaint or an opinion"), "message-square-text").setEnabled(card.archived_at is None)
        self._entry("card", self.tr("Print a thank-you card"), "printer").setEnabled(not card.fields.do_not_contact and not is_gone)
        is_noted = card.fields.bad_address or is_gone or not self._address()
        self._entry("returned", self.tr("Post came back"), "mail-x").setEnabled(not is_noted)
        if view.tier is not None:
            self._entry("tier", self.tr("Choose the tier by hand"), "award")
        copy = self.menu.add_action(self.tr("Copy the address"), self._on_copy_address, icon="copy")
        copy.setEnabled(bool(self._address()))
        self._entry("merge", self.tr("Make one with another record…"), "merge")
        menu.addSeparator()
        if card.fields.do_not_contact:
            self._entry("allow", self.tr("May be contacted again"), "check")
        else:
            self._entry("stop", self.tr("Do not contact"), "eye-off")
        if is_gone:
            self._entry("alive", self.tr("Was recorded as passed away by mistake"), "undo-2")
        else:
            self._entry("deceased", self.tr("Has passed away"), "user")
        if card.left_on is not None:
            self._entry("back", self.tr("Is a customer again"), "undo-2")
        else:
            self._entry("left", self.tr("Mark as having left"), "log-out")
        if card.archived_at is not None:
            self._entry("restore", self.tr("Bring back from the archive"), "archive-restore")
        else:
            self._entry("archive", self.tr("Archive"), "archive")

    def _entry(self, act: str, text: str, icon: str) -> QAction:
        return self.menu.add_action(text, lambda: self.act_requested.emit(act), icon=icon)

    def _address(self) -> str:
        fields = self._fields
        address = join_address(Address(fields.prefecture, fields.city, fields.street, fields.building))
        return f"〒{fields.postal_code} {address}" if fields.postal_code and address else address

    def _on_plan(self) -> None:
        self.act_requested.emit("plan")

    def _on_tier(self) -> None:
        self.act_requested.emit("tier")

    def _on_copy_address(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._address()} {polite_name(self._fields.name)}")
