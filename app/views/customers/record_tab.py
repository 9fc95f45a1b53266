"""基本情報: everything the record says, and what was changed on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.context import AppContext
from app.domain.addresses import Address, join_address
from app.domain.customer_rows import ChangeRow, CustomerView
from app.domain.customers import Consent, CustomerFields, CustomerKind, PartialDate
from app.domain.dates import DateStyle, format_birthday, format_date
from app.domain.formats import EMPTY_CELL
from app.views.contracts.company_part import CompanyPart
from app.views.customers.household_part import HouseholdPart
from app.views.customers.referral_part import ReferralPart
from app.views.labels import label_of
from app.views.labels_customers import CONSENT_NAMES, field_name
from app.views.moments import language, moment_text
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import NormalButton
from app.views.widgets.labels import Caption, Text, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, ScrollColumn, clear, column, hairline, row

SHOWN_CHANGES = 30
Lines = Sequence[tuple[str, str]]


class RecordTab(QWidget):
    edit_requested = Signal()
    customer_requested = Signal(int)
    household_act_requested = Signal(str, list)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._clock = context.clock
        self.edit = NormalButton(self.tr("Edit the record"), "pencil", small=True)
        self.edit.clicked.connect(self.edit_requested)
        self._scroll = ScrollColumn(gap=8, margins=(18, 12, 14, 14))
        self.setLayout(column(self._scroll, gap=0))
        self._place = column(gap=8)
        self._changed_place = column(gap=8)
        self.household = HouseholdPart()
        self.household.customer_requested.connect(self.customer_requested)
        self.household.add_requested.connect(lambda: self.household_act_requested.emit("add", []))
        self.household.join_requested.connect(lambda ids: self.household_act_requested.emit("join", ids))
        self.household.leave_requested.connect(lambda number: self.household_act_requested.emit("leave", [number]))
        self.household.order_requested.connect(lambda ids: self.household_act_requested.emit("order", ids))
        self.company = CompanyPart(context)
        self.referrals = ReferralPart()
        self.referrals.customer_requested.connect(self.customer_requested)
        self._scroll.body.addWidget(self.company)
        self._scroll.body.addLayout(row(Title(self.tr("On record")), STRETCH, self.edit))
        self._scroll.body.addLayout(self._place)
        self._scroll.body.addWidget(self.household)
        self._scroll.body.addWidget(self.referrals)
        self._scroll.body.addLayout(self._changed_place)
        self._scroll.body.addStretch(1)

    def show_customer(self, view: CustomerView, today: date) -> None:
        clear(self._place)
        clear(self._changed_place)
        self.company.show_customer(view)
        self.household.show_customer(view)
        self.referrals.show_customer(view)
        fields = view.card.fields
        for title, lines in self._groups(view, fields, today):
            self._add_group(title, [(name, value) for name, value in lines if value])
        if view.changes:
            self._changed_place.addWidget(Title(self.tr("What was changed")))
            for change in view.changes[:SHOWN_CHANGES]:
                self._changed_place.addLayout(self._change_line(change))

    def words(self) -> str:
        """All that is shown, for tests and for copying."""
        return "\n".join(label.text() for label in self.findChildren(Text))

    def _groups(self, view: CustomerView, fields: CustomerFields, today: date) -> list[tuple[str, Lines]]:
        address = join_address(Address(fields.prefecture, fields.city, fields.street, fields.building))
        birthday = format_birthday(fields.birthday, language(), today=today) if fields.birthday else ""
        is_company = fields.kind is CustomerKind.COMPANY
        return [
            (
                "",
                [
                    (field_name("name"), fields.name),
                    (field_name("kana"), fields.kana),
                    (field_name("company"), fields.company if not is_company or fields.company != fields.name else ""),
                    (field_name("department"), fields.department),
                    (field_name("role"), fields.role),
                    (field_name("honorific"), fields.honorific),
                    (field_name("code"), fields.code),
                ],
            ),
            (
                self.tr("Where to reach"),
                [
                    (field_name("mobile"), fields.mobile),
                    (field_name("phone"), fields.phone),
                    (field_name("postal_code"), fields.postal_code),
                    (self.tr("Address"), address),
                    (field_name("email"), fields.email),
                ],
            ),
            (
                self.tr("About"),
                [
                    (field_name("birthday"), birthday),
                    (field_name("gender"), fields.gender),
                    (field_name("joined_on"), self._day(fields.joined_on)),
                    (field_name("channel"), fields.channel),
                    (field_name("referred_by"), view.referrer[1] if view.referrer else ""),
                    (field_name("staff"), fields.staff),
                    (field_name("tags"), self.tr(", ").join(fields.tags)),
                    (field_name("left_on"), self._day(view.card.left_on)),
                ],
            ),
            (self.tr("Own fields"), sorted(fields.own.items())),
            (self.tr("What may be sent"), self._consents(fields)),
        ]

    def _consents(self, fields: CustomerFields) -> Lines:
        lines = []
        for name, consent, day, source in (
            ("post_consent", fields.post_consent, fields.post_consent_on, fields.post_consent_source),
            ("email_consent", fields.email_consent, fields.email_consent_on, fields.email_consent_source),
        ):
            word = label_of(consent, CONSENT_NAMES, "CustomerFields")
            told = self.tr(", ").join(part for part in (self._day(day), source) if part)
            lines.append((field_name(name), self.tr("{answer} ({told})").format(answer=word, told=told) if told else word))
        yes = self.tr("Yes")
        lines.append((field_name("do_not_contact"), yes if fields.do_not_contact else ""))
        lines.append((field_name("mourning_until"), self._day(fields.mourning_until)))
        lines.append((field_name("is_deceased"), yes if fields.is_deceased else ""))
        lines.append((field_name("bad_address"), yes if fields.bad_address else ""))
        lines.append((field_name("joint_names"), self.tr(", ").join(fields.joint_names)))
        return lines

    def _day(self, day: date | None) -> str:
        return "" if day is None else format_date(day, language(), DateStyle.TABLE)

    def _add_group(self, title: str, lines: Lines) -> None:
        if not lines:
            return
        if title:
            self._place.addWidget(Title(title))
        grid = QGridLayout()
        px = theme_of(self).px
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(5))
        grid.setColumnMinimumWidth(0, px(132))
        grid.setColumnStretch(1, 1)
        for number, (name, value) in enumerate(lines):
            grid.addWidget(Text(name, TextStyle.BODY, Tone.TEXT2), number, 0)
            words = WrapLabel(value, TextStyle.BODY, Tone.TEXT)
            grid.addWidget(words, number, 1)
        self._place.addLayout(grid)
        self._place.addWidget(hairline())

    def _change_line(self, change: ChangeRow) -> QGridLayout:
        grid = QGridLayout()
        px = theme_of(self).px
        grid.setHorizontalSpacing(px(16))
        grid.setColumnMinimumWidth(0, px(132))
        grid.setColumnStretch(1, 1)
        grid.addWidget(Caption(moment_text(change.at, self._clock)), 0, 0)
        before, after = self._told(change.field, change.before), self._told(change.field, change.after)
        sentence = self.tr("{field}: {before} → {after}").format(field=field_name(change.field), before=before, after=after)
        grid.addWidget(WrapLabel(sentence, TextStyle.BODY, Tone.TEXT), 0, 1)
        return grid

    def _told(self, field: str, text: str) -> str:
        """A stored value in words."""
        if not text:
            return EMPTY_CELL
        if field in ("post_consent", "email_consent"):
            return label_of(Consent(text), CONSENT_NAMES, "CustomerFields")
        if field in ("do_not_contact", "is_deceased", "bad_address"):
            return self.tr("Yes")
        if field == "kind":
            return self.tr("Company") if text == CustomerKind.COMPANY else self.tr("Person")
        if field == "birthday":
            return format_birthday(PartialDate.parse(text), language(), today=self._clock.today())
        if field.endswith("_on") or field.endswith("_until"):
            return self._day(date.fromisoformat(text))
        return text
