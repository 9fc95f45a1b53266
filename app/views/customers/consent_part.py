"""What the customer said about cards and e-mails, when and how; who shares the post; and what stops everything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.context import Messages
from app.domain.customers import Consent, CustomerFields
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.text import collapse_spaces
from app.views.customers.form_parts import FormPart, beside, day_check
from app.views.customers.passed_away import confirm_passed_away
from app.views.labels import label_of, translated
from app.views.labels_customers import CONSENT_NAMES, field_name
from app.views.widgets.buttons import LinkButton
from app.views.widgets.check_box import CheckBox
from app.views.widgets.date_field import DateField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Title
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.segmented import Segmented
from app.views.widgets.text_field import TextField

SOURCES = (
    QT_TRANSLATE_NOOP("ConsentChannel", "Form at the shop"),
    QT_TRANSLATE_NOOP("ConsentChannel", "Told us at the shop"),
    QT_TRANSLATE_NOOP("ConsentChannel", "By phone"),
    QT_TRANSLATE_NOOP("ConsentChannel", "By letter or e-mail"),
)
_COMMAS = str.maketrans({"、": ",", "，": ",", ";": ",", "；": ","})


class ConsentChannel(QWidget):
    """The answer about one channel, with its day and how it was given. A new answer is of today."""

    def __init__(self, name: str, today: date) -> None:
        super().__init__()
        self._today = today
        answers = [(answer, label_of(answer, CONSENT_NAMES, "CustomerFields")) for answer in (Consent.UNKNOWN, Consent.YES, Consent.NO)]
        self.answer = Segmented(answers, Consent.UNKNOWN, field_name(name))
        self.on, self.source = DateField(today=today), TextField()
        self.day_field = FormField(self.tr("Asked on"), self.on)
        self.day_field.set_validator(day_check(self.on))
        self.source_field = FormField(self.tr("How we know"), self.source)
        offered = row(gap=10)
        self.offered: list[LinkButton] = []
        for text in SOURCES:
            words = translated("ConsentChannel", text)
            button = LinkButton(words, small=True)
            button.clicked.connect(partial(self._on_offered, words))
            self.offered.append(button)
            offered.addWidget(button)
        offered.addStretch(1)
        self._told = boxed(column(beside((self.day_field, 1), (self.source_field, 2)), offered, gap=4))
        self.setLayout(column(Title(field_name(name)), row(self.answer, STRETCH), self._told, gap=8))
        self.answer.changed.connect(self._on_answer)
        self._show_told()

    def show_answer(self, consent: Consent, on: date | None, source: str) -> None:
        self.answer.set_current(consent)
        self.on.set_value(on)
        self.source.setText(source)
        self._show_told()

    def current(self) -> Consent:
        chosen = self.answer.current()
        return chosen if isinstance(chosen, Consent) else Consent.UNKNOWN

    def day(self) -> date | None:
        return None if self.current() is Consent.UNKNOWN else self.on.value()

    def told(self) -> str:
        return "" if self.current() is Consent.UNKNOWN else collapse_spaces(self.source.text())

    def _show_told(self) -> None:
        set_shown(self._told, self.current() is not Consent.UNKNOWN)

    def _on_answer(self, answer: object) -> None:
        if answer is not Consent.UNKNOWN:
            self.on.set_value(self._today)
            self.source.clear()
        self._show_told()

    def _on_offered(self, words: str) -> None:
        self.source.setText(words)


class ConsentPart(FormPart):
    def __init__(self, today: date, messages: Messages) -> None:
        super().__init__()
        self._messages = messages
        self.post, self.mail = ConsentChannel("post_consent", today), ConsentChannel("email_consent", today)
        self.mourning = DateField(today=today)
        self.mourning_field = FormField(field_name("mourning_until"), self.mourning, hint=self.tr("No festive cards until then."))
        self.mourning_field.set_validator(day_check(self.mourning))
        self.joint = TextField()
        hint = self.tr("Family members without a record of their own. Several, with commas between.")
        self.joint_field = FormField(field_name("joint_names"), self.joint, hint=hint)
        self.stop = CheckBox(self.tr("Does not want to be contacted"))
        self.bad_address = CheckBox(self.tr("Mail came back from this address"))
        self.deceased = CheckBox(self.tr("Has passed away"))
        self.deceased.clicked.connect(self._on_deceased)
        marks = (self.joint_field, self.stop, self.bad_address, self.mourning_field, self.deceased)
        self.setLayout(column(self.post, self.mail, *marks, gap=12))

    def show_fields(self, fields: CustomerFields) -> None:
        self.post.show_answer(fields.post_consent, fields.post_consent_on, fields.post_consent_source)
        self.mail.show_answer(fields.email_consent, fields.email_consent_on, fields.email_consent_source)
        self.mourning.set_value(fields.mourning_until)
        self.joint.setText(self.tr(", ").join(fields.joint_names))
        self.stop.setChecked(fields.do_not_contact)
        self.bad_address.setChecked(fields.bad_address)
        self.deceased.setChecked(fields.is_deceased)

    def written(self, fields: CustomerFields) -> CustomerFields:
        joint = (collapse_spaces(name) for name in self.joint.text().translate(_COMMAS).split(","))
        return replace(
            fields,
            post_consent=self.post.current(),
            post_consent_on=self.post.day(),
            post_consent_source=self.post.told(),
            email_consent=self.mail.current(),
            email_consent_on=self.mail.day(),
            email_consent_source=self.mail.told(),
            mourning_until=self.mourning.value(),
            joint_names=tuple(dict.fromkeys(name for name in joint if name)),
            do_not_contact=self.stop.isChecked(),
            bad_address=self.bad_address.isChecked(),
            is_deceased=self.deceased.isChecked(),
        )

    def form_fields(self) -> list[FormField]:
        return [self.post.day_field, self.mail.day_field, self.mourning_field]

    def _on_deceased(self, is_wanted: bool) -> None:
        if is_wanted and not confirm_passed_away(self._messages):
            self.deceased.setChecked(False)
