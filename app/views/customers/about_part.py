"""What else a shop may know of a customer. Nothing of it is needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.context import AppContext
from app.domain.customers import CustomerFields
from app.views.customers.form_parts import FormPart, beside, day_check
from app.views.customers.referrer_field import ReferrerField
from app.views.labels_customers import field_name
from app.views.widgets.combo_field import ComboField
from app.views.widgets.date_field import BirthdayField, DateField
from app.views.widgets.form_field import FormField
from app.views.widgets.layouts import boxed, clear, column
from app.views.widgets.text_field import TextArea, TextField

_COMMAS = str.maketrans({"、": ",", ",": ",", ";": ","})


class AboutPart(FormPart):
    def __init__(self, context: AppContext, today: date) -> None:
        super().__init__()
        self.birthday = BirthdayField(today=today)
        self.gender, self.channel, self.tags, self.code = TextField(), TextField(), TextField(), TextField()
        self.joined = DateField(today=today)
        self.staff = ComboField([("", self.tr("Nobody in particular"))], "")
        self.referrer = ReferrerField(context)
        self.note = TextArea(self.tr("Likes tea · left-handed · daughter starts school in April"), lines=3)
        self.birthday_field = FormField(
            field_name("birthday"), self.birthday, hint=self.tr("S33.6.2, 1958/6/2 or 6/2 can be typed as well.")
        )
        self.birthday_field.set_validator(day_check(self.birthday))
        self.joined_field = FormField(field_name("joined_on"), self.joined)
        self.joined_field.set_validator(day_check(self.joined))
        self.staff_field = FormField(field_name("staff"), self.staff)
        self.code_field = FormField(field_name("code"), self.code)
        self._own_place = column(gap=12)
        self._own: dict[str, TextField] = {}
        pairs = (
            (self.birthday_field, FormField(field_name("gender"), self.gender)),
            (self.joined_field, FormField(field_name("channel"), self.channel)),
            (self.staff_field, self.code_field),
        )
        lines = column(gap=12)
        for left, right in pairs:
            lines.addLayout(beside((left, 1), (right, 1)))
        lines.addWidget(FormField(field_name("referred_by"), self.referrer))
        lines.addWidget(FormField(field_name("tags"), self.tags, hint=self.tr("Several, with commas between.")))
        lines.addWidget(FormField(field_name("note"), self.note))
        lines.addWidget(boxed(self._own_place))
        self.setLayout(lines)

    def set_staff(self, names: Sequence[str]) -> None:
        """The list to choose from; a name chosen already stays, even of somebody who has left."""
        kept = self._chosen_staff()
        offered = list(names) if not kept or kept in names else [*names, kept]
        self.staff.set_options([("", self.tr("Nobody in particular")), *((name, name) for name in offered)], kept)
        self.staff_field.setVisible(bool(offered))

    def show_fields(self, fields: CustomerFields) -> None:
        self.birthday.set_value(fields.birthday)
        self.gender.setText(fields.gender)
        self.channel.setText(fields.channel)
        self.joined.set_value(fields.joined_on)
        self.code.setText(fields.code)
        self.tags.setText(self.tr(", ").join(fields.tags))
        self.note.set_text(fields.note)
        if fields.staff:
            self.staff.set_options([("", self.tr("Nobody in particular")), (fields.staff, fields.staff)], fields.staff)
        self._show_own(fields)

    def written(self, fields: CustomerFields) -> CustomerFields:
        tags = (tag.strip() for tag in self.tags.text().translate(_COMMAS).split(","))
        return replace(
            fields,
            birthday=self.birthday.value(),
            gender=self.gender.text().strip(),
            channel=self.channel.text().strip(),
            joined_on=self.joined.value(),
            code=self.code.text().strip(),
            staff=self._chosen_staff(),
            tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
            note=self.note.text().strip(),
            own={key: field.text().strip() for key, field in self._own.items() if field.text().strip()},
        )

    def form_fields(self) -> list[FormField]:
        return [self.birthday_field, self.joined_field]

    def _chosen_staff(self) -> str:
        chosen = self.staff.current()
        return chosen if isinstance(chosen, str) else ""

    def _show_own(self, fields: CustomerFields) -> None:
        clear(self._own_place)
        self._own = {}
        for key, value in sorted(fields.own.items()):
            field = TextField()
            field.setText(value)
            self._own[key] = field
            self._own_place.addWidget(FormField(key, field))
