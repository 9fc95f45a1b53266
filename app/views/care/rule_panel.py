"""A rule in all its parts: what happened, when, what is done, by whom, with what, and how many in a day at most."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.care import HIGHEST_CAP, SHIPPED_RULES, RuleFields, RuleKind
from app.domain.care_view import RulePreview, RuleRow
from app.domain.care_words import NUMBER_RANGE, NUMBER_SAYS, NumberSays, rule_name, rule_words
from app.domain.follow_ups import FollowUpKind
from app.domain.templates import TemplateKind
from app.jobs.job import JobControl
from app.views.care.words import speaker
from app.views.failures import show_failure
from app.views.follow_ups.words import kind_text
from app.views.leaving import may_leave
from app.views.moments import language
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton, PrimaryButton
from app.views.widgets.card import Inset
from app.views.widgets.combo_field import ComboField
from app.views.widgets.filter_chips import ChoiceChips
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Title, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.number_field import NumberField
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 560
PAUSE_MILLISECONDS = 300
_TIMES = (RuleKind.OVERDUE,)
_PRINTED = {FollowUpKind.CARD: TemplateKind.CARD, FollowUpKind.LETTER: TemplateKind.LETTER}


@dataclass(frozen=True, slots=True)
class _Basis:
    """`rule` None for a new one; `templates` by what is printed."""

    rule: RuleRow | None
    staff: tuple[tuple[int, str], ...]
    templates: tuple[tuple[TemplateKind, str, str], ...]


def open_rule(context: AppContext, window: QWidget, rule_id: int) -> RulePanel:
    """The form of a rule; 0 for a new one."""
    panel = RulePanel(context, window, rule_id)
    panel.open_panel(panel.words if rule_id else panel.what)
    return panel


class RulePanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, rule_id: int) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("Change a rule") if rule_id else self.tr("Add a rule"))
        self._context = context
        self._rule_id = rule_id
        self._basis: _Basis | None = None
        self._is_on = True
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._build()
        self._connect()
        self._before: RuleFields | None = None
        self._load()

    def fields(self) -> RuleFields | None:
        """As typed; None while the number cannot be read."""
        kind, what, cap = self.kind.current(), self.what.current(), self.cap.value()
        field = self._number_field().field
        number = field.value() if isinstance(field, NumberField) and field.is_valid() else None
        if not isinstance(kind, FollowUpKind) or not isinstance(what, RuleKind) or number is None or not self.cap.is_valid():
            return None
        staff, template = self.staff.current(), self.template.current()
        return RuleFields(
            what,
            float(number),
            kind,
            words=self.words.text().strip(),
            staff_id=staff if isinstance(staff, int) and staff else None,
            template=template if isinstance(template, str) and kind in _PRINTED else "",
            cap=int(cap) if cap is not None else None,
            is_on=self._is_on,
        )

    def _build(self) -> None:
        said = speaker(self._context.clock.today())
        self.what = ComboField([(kind, rule_name(kind, said)) for kind in RuleKind], RuleKind.AFTER_VISIT)
        self.what_field = FormField(self.tr("What happened"), self.what)
        set_shown(self.what_field, not self._rule_id)
        self.number, self.times = NumberField(0, 999), NumberField(0, 9, decimals=1)
        self.number_field = FormField(self.tr("Number"), self.number)
        self.times_field = FormField(self.tr("Times the usual time between visits"), self.times)
        kinds: list[tuple[Hashable, str, int | None]] = [(kind, kind_text(kind), None) for kind in FollowUpKind]
        self.kind = ChoiceChips(kinds, FollowUpKind.CALL, self.tr("What will be done"))
        self.words = TextField(self.tr("The usual words"))
        self.staff = ComboField([(0, self.tr("Whoever looks after the customer"))], 0)
        self.template = ComboField([("", self.tr("The one in use"))], "")
        self.template_field = FormField(self.tr("Printed with"), self.template)
        self.cap = NumberField(1, HIGHEST_CAP)
        self.cap.setPlaceholderText(self.tr("no limit of its own"))
        self.cap_field = FormField(self.tr("At most in a day"), self.cap)
        self.sentence = WrapLabel("", TextStyle.BODY_BOLD, Tone.TEXT)
        self.count = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.preview_box = Inset()
        self.preview_box.add(self.sentence)
        self.preview_box.add(self.count)
        self.save = PrimaryButton(self.tr("Save"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave without saving"))
        self.remove = LinkButton(self.tr("Delete the rule"))
        set_shown(self.remove, bool(self._rule_id))
        for item in (self.preview_box, self.what_field, self.number_field, self.times_field):
            self.body.addWidget(item)
        self.body.addWidget(boxed(column(Title(self.tr("What will be done"), TextStyle.CAPTION_BOLD), self.kind, gap=6)))
        self.body.addWidget(FormField(self.tr("In your own words"), self.words))
        self.staff_field = FormField(self.tr("Who does it"), self.staff)
        for field in (self.staff_field, self.template_field, self.cap_field):
            self.body.addWidget(field)
        self.body.addLayout(row(self.remove, STRETCH, self.cancel, self.save))
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.what.changed.connect(self._on_what)
        for typed in (self.number, self.times, self.words, self.cap):
            typed.textChanged.connect(self._on_changed)
        for field in (self.kind, self.staff, self.template):
            field.changed.connect(self._on_changed)
        self._pause.timeout.connect(self._ask_preview)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.remove.clicked.connect(self._on_remove)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)

    def _load(self) -> None:
        number, said = self._rule_id, language()

        def op(session: Session, _control: JobControl) -> _Basis:
            from app.domain.care import RuleGone
            from app.queries.care import rules
            from app.queries.staff import staff_rows
            from app.queries.templates import templates_of

            rule = next((one for one in rules(session) if one.id == number), None)
            if number and rule is None:
                raise RuleGone
            printed = [row for kind in _PRINTED.values() for row in templates_of(session, said, kind)]
            templates = tuple((one.template.kind, one.template.key, one.template.name) for one in printed)
            return _Basis(rule, tuple((one.id, one.name) for one in staff_rows(session)), templates)

        self._context.tasks.query(op, self._on_basis, owner=self, failed=self._on_gone, replaces="basis")

    def _on_basis(self, basis: _Basis) -> None:
        self._basis = basis
        self.staff.set_options([(0, self.tr("Whoever looks after the customer")), *basis.staff], 0)
        set_shown(self.staff_field, bool(basis.staff))
        self._show(basis.rule.fields if basis.rule is not None else _usual(RuleKind.AFTER_VISIT))
        self._before = self.fields()
        self._ask_preview()

    def _show(self, fields: RuleFields) -> None:
        self._is_on = fields.is_on
        self.what.set_current(fields.kind)
        if fields.kind in _TIMES:
            self.times.set_value(Decimal(str(fields.number)))
        else:
            self.number.set_value(int(fields.number))
            says = NUMBER_SAYS[fields.kind]
            self.number_field.label.setText(self._labels()[says])
            self.number.setAccessibleName(self._labels()[says])
        self.kind.set_current(fields.follow_up_kind)
        self._fill_templates()
        self.words.setText(fields.words)
        self.staff.set_current(fields.staff_id or 0)
        self.template.set_current(fields.template)
        self.cap.set_value(fields.cap)

    def _number_field(self) -> FormField:
        return self.times_field if self.what.current() in _TIMES else self.number_field

    def _labels(self) -> Mapping[NumberSays, str]:
        return {
            NumberSays.DAYS_AFTER: self.tr("Days after it"),
            NumberSays.DAYS_BEFORE: self.tr("Days before it"),
            NumberSays.DAYS_LATE: self.tr("Days after the promised day"),
            NumberSays.DAYS: self.tr("Days"),
            NumberSays.AT_MOST: self.tr("Answers of so much or less"),
            NumberSays.TIMES_A_YEAR: self.tr("Times a year"),
            NumberSays.POINTS: self.tr("Points lost within a month, at least"),
        }

    def _fill_templates(self) -> None:
        printed = _PRINTED.get(self.kind.current())  # type: ignore[call-overload]
        rows = [(key, name) for kind, key, name in self._basis.templates if kind is printed] if self._basis is not None else []
        kept = self.template.current()
        keys = [key for key, _name in rows]
        self.template.set_options([("", self.tr("The one in use")), *rows], kept if kept in keys else "")
        set_shown(self.template_field, printed is not None and bool(rows))

    def _on_what(self, kind: object) -> None:
        if isinstance(kind, RuleKind):
            self._show(replace(_usual(kind), words=self.words.text(), is_on=True))
            self._on_changed()

    def _on_changed(self, _value: object = None) -> None:
        self._fill_templates()
        self._pause.start(PAUSE_MILLISECONDS)

    def _ask_preview(self) -> None:
        fields, today, number = self.fields(), self._context.clock.today(), self._rule_id or None
        place = self._number_field()
        place.clear_error()
        set_shown(self.number_field, place is self.number_field)
        set_shown(self.times_field, place is self.times_field)
        if fields is None:
            return
        low, high = NUMBER_RANGE[fields.kind]
        self.sentence.setText(rule_words(fields, speaker(today)).text)
        if not low <= fields.number <= high:
            self.count.setText("")
            place.set_error(self.tr("Please enter a number from {low} to {high}.").format(low=_plain(low), high=_plain(high)))
            return

        def op(session: Session, _control: JobControl) -> RulePreview:
            from app.queries.care import preview

            return preview(session, fields, today, rule_id=number)

        self._context.tasks.query(op, self._on_preview, owner=self, replaces="preview")

    def _on_preview(self, preview: RulePreview) -> None:
        count = self.tr("%n this month", "", preview.this_month)
        over = preview.days_over_cap
        if over:
            count = self.tr("{count}. On {days} that is more than a day takes").format(count=count, days=self.tr("%n day(s)", "", over))
        self.count.setText(count)
        self.count.set_tone(Tone.WARN if over else Tone.TEXT2)

    def _on_save(self) -> None:
        fields, number = self.fields(), self._rule_id
        if fields is None:
            self._number_field().set_error(self.tr("Please enter a number."))
            self._number_field().field.setFocus()
            return
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services import care_rules as service

            if number:
                return service.edit_rule(session, number, fields, now=now, today=today)
            return service.add_rule(session, fields, now=now, today=today)[1]

        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, action_id: int | None) -> None:
        self._close()
        if action_id is not None:
            sentence = self.tr("The rule is changed") if self._rule_id else self.tr("The rule is added. It makes follow-ups from today on.")
            self._context.messages.toast(sentence, undo_action_id=action_id)

    def _on_remove(self) -> None:
        number, now = self._rule_id, self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.care_rules import delete_rule

            return delete_rule(session, number, now=now)

        self._context.tasks.command(op, self._on_removed, owner=self, failed=self._on_gone)

    def _on_removed(self, action_id: int) -> None:
        self._close()
        self._context.messages.toast(self.tr("The rule is deleted. What it has made stays."), undo_action_id=action_id)

    def _on_failed(self, error: Exception) -> None:
        show_failure(self._context.messages, error, {"number": self._number_field(), "staff": self.staff_field})

    def _on_gone(self, error: Exception) -> None:
        self._close()
        self._context.messages.error(error)

    def _may_close(self) -> bool:
        return self._before is None or self.fields() == self._before or may_leave(self._context.messages)

    def _close(self) -> None:
        self.set_close_guard(lambda: True)
        self.close_panel()


def _usual(kind: RuleKind) -> RuleFields:
    return replace(next(one for one in SHIPPED_RULES if one.kind is kind), is_on=True)


def _plain(number: float) -> str:
    return f"{number:g}"
