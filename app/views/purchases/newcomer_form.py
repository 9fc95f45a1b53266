"""The few words that make a new customer at the counter; the rest of the record can wait."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.customers import CustomerFields
from app.domain.phones import is_mobile
from app.domain.text import is_kana, to_hiragana
from app.views.widgets.contact_fields import PhoneField
from app.views.widgets.form_field import FormField
from app.views.widgets.layouts import column, row
from app.views.widgets.name_field import KanaField, NameField


class NewcomerForm(QWidget):
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name, self.kana, self.phone = NameField(), KanaField(), PhoneField()
        self.kana.follow(self.name)
        self.name_field = FormField(self.tr("Name"), self.name, required=True)
        self.name_field.set_validator(self._name_problem)
        line = row(gap=12)
        for field, share in (
            (self.name_field, 3),
            (FormField(self.tr("Reading"), self.kana), 3),
            (FormField(self.tr("Phone"), self.phone), 2),
        ):
            line.addWidget(field, share, Qt.AlignmentFlag.AlignBottom)
        self.setLayout(column(line, gap=0))
        for box in (self.name, self.kana, self.phone):
            box.textChanged.connect(self.edited)

    def begin(self, typed: str) -> None:
        """Put what was searched for where it belongs, and the cursor where something is still missing."""
        self.name.clear()
        self.kana.set_value("")
        self.phone.clear()
        if any(char.isdigit() for char in typed):
            self.phone.set_value(typed)
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.name.setText(typed)
        if typed and is_kana(typed):
            self.kana.set_value(to_hiragana(typed))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.name.selectAll()
        else:
            self.kana.setFocus(Qt.FocusReason.OtherFocusReason)

    def fields(self) -> CustomerFields:
        number = self.phone.value()
        fields = CustomerFields(name=self.name.text().strip(), kana=self.kana.value())
        return replace(fields, mobile=number) if is_mobile(number) else replace(fields, phone=number)

    def check(self) -> bool:
        if self.name_field.validate():
            return True
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _name_problem(self) -> str:
        return "" if self.name.text().strip() else self.tr("Please type a name, so that the customer can be found again.")
