"""The parts of a customer's form: each shows some of the fields and writes them back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.addresses import Address
from app.domain.customers import CustomerFields, CustomerKind
from app.domain.dates import PROBLEM_SENTENCES, DateError
from app.domain.names import join_name, split_name
from app.domain.phones import PROBLEM_SENTENCES as PHONE_SENTENCES
from app.domain.text import collapse_spaces
from app.views.labels import translated
from app.views.labels_customers import field_name
from app.views.moments import language
from app.views.widgets.contact_fields import PhoneField, PostcodeField
from app.views.widgets.date_field import BirthdayField, DateField
from app.views.widgets.form_field import FormField
from app.views.widgets.layouts import Row, column, row, set_shown
from app.views.widgets.name_field import KanaField, NameField
from app.views.widgets.segmented import Segmented
from app.views.widgets.text_field import TextField

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


class FormPart(QWidget):
    """A part by itself says nothing of the fields; each kind below shows some and writes those back."""

    def show_fields(self, fields: CustomerFields) -> None:
        """Fill in what the record says."""

    def written(self, fields: CustomerFields) -> CustomerFields:
        """The fields with what stands in this part."""
        return fields

    def form_fields(self) -> list[FormField]:
        """Those that must be right before anything is saved."""
        return []


def beside(*fields: tuple[QWidget, int]) -> Row:
    """Fields in one line, as wide as their shares, with their labels on one line whatever is said below."""
    line = row(gap=12)
    for field, share in fields:
        line.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
    return line


class NamePart(FormPart):
    """Person or company. A name is the one thing that is asked for."""

    def __init__(self) -> None:
        super().__init__()
        kinds = [(CustomerKind.PERSON, self.tr("Person")), (CustomerKind.COMPANY, self.tr("Company"))]
        self.kind = Segmented(kinds, CustomerKind.PERSON, self.tr("Person or company"))
        self.company, self.family, self.given = NameField(), NameField(), NameField()
        self.department, self.role, self.kana = TextField(), TextField(), KanaField()
        self.kana.follow(self.family, self.given)
        # Where the family name stands last, a name in one field keeps the order in which it is said.
        self._is_one_field = language() != "ja"
        self.company_field = FormField(field_name("company"), self.company, required=True)
        self.family_field = FormField(field_name("family_name"), self.family, required=True)
        self.given_field = FormField(field_name("given_name"), self.given)
        self.kana_field = FormField(field_name("kana"), self.kana, hint=self.tr("Comes from what you type. Change it if it is wrong."))
        self.department_field = FormField(field_name("department"), self.department)
        self.role_field = FormField(field_name("role"), self.role)
        names = beside((self.family_field, 1), (self.given_field, 1))
        places = beside((self.department_field, 1), (self.role_field, 1))
        head = row(self.kind)
        head.addStretch(1)
        self.setLayout(column(head, self.company_field, names, self.kana_field, places, gap=12))
        self.company_field.set_validator(self._company_problem)
        self.family_field.set_validator(self._name_problem)
        self.given_field.checked.connect(self._on_given_left)
        self.kana_field.set_validator(self._kana_problem)
        self.kind.changed.connect(self._on_kind)
        self._show_kind()

    def first_field(self) -> QWidget:
        return self.company if self.is_company() else self.family

    def is_company(self) -> bool:
        return self.kind.current() is CustomerKind.COMPANY

    def show_fields(self, fields: CustomerFields) -> None:
        self.kind.set_current(fields.kind)
        family, given = fields.family_name, fields.given_name
        if not (family or given) and fields.name != fields.company:
            family, given = split_name(fields.name)
        if self._is_one_field:
            family, given = join_name(family, given), ""
        self.company.setText(fields.company or (fields.name if fields.kind is CustomerKind.COMPANY and not family else ""))
        self.family.setText(family)
        self.given.setText(given)
        self.kana.set_value(fields.kana or join_name(fields.family_kana, fields.given_kana))
        self.department.setText(fields.department)
        self.role.setText(fields.role)
        self._show_kind()

    def written(self, fields: CustomerFields) -> CustomerFields:
        kind = CustomerKind.COMPANY if self.is_company() else CustomerKind.PERSON
        family, given = collapse_spaces(self.family.text()), collapse_spaces(self.given.text())
        if family and not given and (self._is_one_field or kind is CustomerKind.PERSON):
            family, given = split_name(family)
        kana = collapse_spaces(self.kana.value())
        family_kana, given_kana = split_name(kana) if kind is CustomerKind.PERSON else ("", "")
        return replace(
            fields,
            kind=kind,
            name="",
            company=collapse_spaces(self.company.text()),
            family_name=family,
            given_name=given,
            kana=kana,
            family_kana=family_kana,
            given_kana=given_kana,
            department=self.department.text().strip(),
            role=self.role.text().strip(),
        )

    def form_fields(self) -> list[FormField]:
        return [self.company_field, self.kana_field] if self.is_company() else [self.family_field, self.kana_field]

    def _show_kind(self) -> None:
        company = self.is_company()
        set_shown(self.company_field, company)
        set_shown(self.department_field, company)
        set_shown(self.role_field, company)
        set_shown(self.family_field.required_chip, not company)
        set_shown(self.given_field, not self._is_one_field)
        set_shown(self.kana_field, not self._is_one_field or bool(self.kana.text()))
        self.family_field.label.setText(self._name_label(company))

    def _name_label(self, company: bool) -> str:
        if self._is_one_field:
            return self.tr("Contact person") if company else field_name("name")
        return self.tr("Contact person, family name") if company else field_name("family_name")

    def _name_problem(self) -> str:
        if self.is_company() or self.family.text().strip() or self.given.text().strip():
            return ""
        return self.tr("Please enter a name. It is the only thing needed.")

    def _company_problem(self) -> str:
        if not self.is_company() or self.company.text().strip():
            return ""
        return self.tr("Please enter the company's name.")

    def _kana_problem(self) -> str:
        return "" if self.kana.is_valid() else self.tr("Please write the reading in kana only.")

    def _on_given_left(self) -> None:
        if self.family_field.has_error:
            self.family_field.validate()

    def _on_kind(self, _kind: object) -> None:
        self._show_kind()
        self.family_field.clear_error()
        self.company_field.clear_error()


class ContactPart(FormPart):
    """Phones and e-mail. A number that looks wrong is said, but may stand: it may be all that is known."""

    def __init__(self) -> None:
        super().__init__()
        self.mobile, self.phone, self.email = PhoneField(), PhoneField(), TextField()
        self.mobile_field = FormField(field_name("mobile"), self.mobile)
        self.phone_field = FormField(field_name("phone"), self.phone)
        self.email_field = FormField(field_name("email"), self.email)
        self.mobile_field.set_validator(_phone_check(self.mobile))
        self.phone_field.set_validator(_phone_check(self.phone))
        self.email_field.set_validator(self._email_problem)
        phones = beside((self.mobile_field, 1), (self.phone_field, 1))
        self.setLayout(column(phones, self.email_field, gap=12))

    def show_fields(self, fields: CustomerFields) -> None:
        self.mobile.set_value(fields.mobile)
        self.phone.set_value(fields.phone)
        self.email.setText(fields.email)

    def written(self, fields: CustomerFields) -> CustomerFields:
        return replace(fields, mobile=self.mobile.value(), phone=self.phone.value(), email=self.email.text().strip())

    def _email_problem(self) -> str:
        text = self.email.text().strip()
        return self.tr("This does not look like an e-mail address.") if text and not _EMAIL.fullmatch(text) else ""


class AddressPart(FormPart):
    """The postal code fills in what it knows; what was typed by hand is never written over."""

    def __init__(self) -> None:
        super().__init__()
        self.postal_code = PostcodeField()
        self.prefecture, self.city, self.street, self.building = TextField(), TextField(), TextField(), TextField()
        self._filled = Address()
        self.postal_field = FormField(field_name("postal_code"), self.postal_code, hint=self.tr("Fills in the address."))
        self.postal_field.set_validator(self._postal_problem)
        self.street_field = FormField(field_name("street"), self.street)
        first = beside(
            (self.postal_field, 2),
            (FormField(field_name("prefecture"), self.prefecture), 2),
            (FormField(field_name("city"), self.city), 3),
        )
        second = beside((self.street_field, 3), (FormField(field_name("building"), self.building), 2))
        self.setLayout(column(first, second, gap=12))

    def fill_in(self, address: Address | None) -> None:
        """What the postal code knows, where nothing else was typed."""
        if address is None:
            self.postal_field.set_error(self.tr("This postal code is not known. It can be saved all the same."))
            return
        self.postal_field.clear_error()
        old, self._filled = self._filled, address
        for field, before, new in (
            (self.prefecture, old.prefecture, address.prefecture),
            (self.city, old.city, address.city),
            (self.street, old.street, address.street),
            (self.building, old.building, address.building),
        ):
            if field.text().strip() in ("", before):
                field.setText(new)

    def show_fields(self, fields: CustomerFields) -> None:
        self.postal_code.set_value(fields.postal_code)
        self.prefecture.setText(fields.prefecture)
        self.city.setText(fields.city)
        self.street.setText(fields.street)
        self.building.setText(fields.building)

    def written(self, fields: CustomerFields) -> CustomerFields:
        return replace(
            fields,
            postal_code=self.postal_code.value(),
            prefecture=self.prefecture.text().strip(),
            city=self.city.text().strip(),
            street=self.street.text().strip(),
            building=self.building.text().strip(),
        )

    def _postal_problem(self) -> str:
        return "" if self.postal_code.is_valid() else self.tr("A postal code has seven digits, like 150-0001.")


def day_check(field: DateField | BirthdayField) -> Callable[[], str]:
    """A validator that says what is wrong with a day, or what was probably meant."""

    def check() -> str:
        found = field.reading()
        return translated("Formats", PROBLEM_SENTENCES[found.problem]) if isinstance(found, DateError) else ""

    return check


def _phone_check(field: PhoneField) -> Callable[[], str]:
    def check() -> str:
        problem = field.reading().problem
        return "" if problem is None else translated("Formats", PHONE_SENTENCES[problem])

    return check
