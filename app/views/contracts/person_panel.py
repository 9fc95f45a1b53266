"""The form of a company's contact person, and the one of what is known of a company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.companies import CompanyProfile, PersonFields, PersonRow
from app.jobs.job import JobControl
from app.views.contracts.form_panel import FormPanel, Op
from app.views.contracts.month_words import month_name
from app.views.customers.form_parts import beside
from app.views.widgets.check_box import CheckBox
from app.views.widgets.combo_field import ComboField
from app.views.widgets.contact_fields import PhoneField
from app.views.widgets.date_field import DateField
from app.views.widgets.form_field import FormField
from app.views.widgets.text_field import TextArea, TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_MONTHS = range(1, 13)


def open_person(context: AppContext, window: QWidget, customer_id: int, company: str, person: PersonRow | None = None) -> PersonPanel:
    panel = PersonPanel(context, window, customer_id, company, person)
    panel.open_panel(panel.name)
    return panel


def open_profile(context: AppContext, window: QWidget, customer_id: int, company: str, profile: CompanyProfile) -> ProfilePanel:
    panel = ProfilePanel(context, window, customer_id, company, profile)
    panel.open_panel(panel.industry)
    return panel


class PersonPanel(FormPanel):
    def __init__(self, context: AppContext, window: QWidget, customer_id: int, company: str, person: PersonRow | None) -> None:
        super().__init__(context, window, "", "")
        self.set_title(self.tr("Add a contact person") if person is None else self.tr("Change a contact person"))
        self.save.setText(self.tr("Add the contact person") if person is None else self.tr("Save"))
        self._customer_id = customer_id
        self._person = person
        self._build(company)
        self.finish(self._fields, self._act_of_saving)

    def _build(self, company: str) -> None:
        today, kept = self.context.clock.today(), self._person.fields if self._person is not None else PersonFields("")
        self.name, self.kana, self.department, self.role = TextField(), TextField(), TextField(), TextField()
        self.phone, self.email, self.note = PhoneField(), TextField(), TextArea(lines=2)
        self.since, self.until = DateField(today=today), DateField(today=today)
        self.addressee = CheckBox(self.tr("Post for {company} is addressed to this person").format(company=company))
        for field, text in ((self.name, kept.name), (self.kana, kept.kana), (self.department, kept.department), (self.role, kept.role)):
            field.setText(text)
        self.phone.setText(kept.phone)
        self.email.setText(kept.email)
        self.note.set_text(kept.note)
        self.since.set_value(kept.since)
        self.until.set_value(kept.until)
        self.addressee.setChecked(kept.is_addressee)
        name = self.add_field("name", self.tr("Name"), self.name, required=True)
        self.body.addLayout(beside((name, 1), (FormField(self.tr("Furigana"), self.kana), 1)))
        self.body.addLayout(beside((FormField(self.tr("Department"), self.department), 1), (FormField(self.tr("Role"), self.role), 1)))
        self.body.addLayout(beside((FormField(self.tr("Phone"), self.phone), 1), (FormField(self.tr("E-mail"), self.email), 1)))
        since = self.add_field("since", self.tr("In charge since"), self.since)
        until = self.add_field("until", self.tr("No longer since"), self.until)
        self.body.addLayout(beside((since, 1), (until, 1)))
        self.body.addWidget(self.addressee)
        self.body.addWidget(FormField(self.tr("Note"), self.note))

    def _fields(self) -> PersonFields:
        return PersonFields(
            self.name.text(),
            self.kana.text(),
            self.department.text(),
            self.role.text(),
            self.phone.text(),
            self.email.text(),
            self.since.value(),
            self.until.value(),
            self.addressee.isChecked(),
            self.note.text(),
        )

    def _act_of_saving(self) -> tuple[Op, str] | None:
        if not all([self.day_of("since"), self.day_of("until")]):
            return None
        fields, person, customer_id = self._fields(), self._person, self._customer_id
        now, today = self.context.clock.now(), self.context.clock.today()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.companies import add_person, edit_person

            if person is None:
                return add_person(session, customer_id, fields, now=now, today=today).action_id
            return edit_person(session, person.id, fields, now=now)

        sentence = self.tr("{name} is added") if person is None else self.tr("{name} is changed")
        return op, sentence.format(name=fields.name.strip())


class ProfilePanel(FormPanel):
    def __init__(self, context: AppContext, window: QWidget, customer_id: int, company: str, profile: CompanyProfile) -> None:
        super().__init__(context, window, "", "")
        self.set_title(company)
        self.save.setText(self.tr("Save"))
        self._customer_id = customer_id
        months = [(0, self.tr("Not known")), *((month, month_name(month)) for month in _MONTHS)]
        self.industry, self.company_size, self.issues = TextField(), TextField(), TextArea(lines=4)
        self.industry.setText(profile.industry)
        self.company_size.setText(profile.size)
        self.issues.set_text(profile.issues)
        self.fiscal, self.budget = ComboField(months, profile.fiscal_month or 0), ComboField(months, profile.budget_month or 0)
        self.body.addLayout(beside((FormField(self.tr("Industry"), self.industry), 1), (FormField(self.tr("Size"), self.company_size), 1)))
        fiscal = self.add_field("fiscal_month", self.tr("Its year begins in"), self.fiscal)
        budget = self.add_field("budget_month", self.tr("It decides on money in"), self.budget)
        self.body.addLayout(beside((fiscal, 1), (budget, 1)))
        self.body.addWidget(FormField(self.tr("What it has to solve"), self.issues))
        self.finish(self._fields, self._act_of_saving)

    def _fields(self) -> CompanyProfile:
        fiscal, budget = self.fiscal.current(), self.budget.current()
        return CompanyProfile(
            self.industry.text(),
            self.company_size.text(),
            self.issues.text(),
            fiscal if isinstance(fiscal, int) and fiscal else None,
            budget if isinstance(budget, int) and budget else None,
        )

    def _act_of_saving(self) -> tuple[Op, str] | None:
        profile, customer_id, now = self._fields(), self._customer_id, self.context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.companies import edit_company

            return edit_company(session, customer_id, profile, now=now)

        return op, self.tr("What is known of the company is saved")
