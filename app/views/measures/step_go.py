"""Step 5: a name, a day, how long visits count, and once more what will happen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal

from app.context import AppContext
from app.domain.measures import LONGEST_NAME, LONGEST_WINDOW, SHORTEST_WINDOW, MeasureKind
from app.views.measures.recipes import recipe_name
from app.views.measures.wizard_desk import Desk
from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Inset
from app.views.widgets.date_field import DateField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Text, Title, WrapLabel
from app.views.widgets.layouts import ScrollColumn, boxed, row, set_shown
from app.views.widgets.number_field import NumberField
from app.views.widgets.text_field import TextArea, TextField


class StepGo(ScrollColumn):
    """`checked`: whether the campaign can be started as it stands."""

    checked = Signal()

    def __init__(self, context: AppContext, desk: Desk, sentences: Callable[[], list[str]]) -> None:
        """`sentences`: what will happen, one for each step."""
        super().__init__(gap=10, margins=(0, 0, 10, 0))
        self._context = context
        self._desk = desk
        self._sentences = sentences
        self._build()
        self._connect()

    @property
    def is_right(self) -> bool:
        """Whether there is a name, an event has its day, and no day is one that cannot be."""
        fields = (self.name_box, self.day_box, self.window_box, self.event_box)
        if self._desk.plan.kind is MeasureKind.EVENT and self._desk.plan.event_on is None:
            return False
        return bool(self.name.text().strip()) and not any(box.has_error for box in fields)

    def focus_first(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_plan(self) -> None:
        plan = self._desk.plan
        for field, text in ((self.name, plan.name), (self.place, plan.place)):
            if not field.hasFocus() and field.text() != text:
                field.setText(text)
        if not self.note.hasFocus() and self.note.toPlainText() != plan.note:
            self.note.setPlainText(plan.note)
        if not self.day.hasFocus() and self.day.value() != self._desk.sent_on:
            self.day.set_value(self._desk.sent_on)
        if not self.event_on.hasFocus() and self.event_on.value() != plan.event_on:
            self.event_on.set_value(plan.event_on)
        if not self.window_days.hasFocus() and self.window_days.value() != plan.window_days:
            self.window_days.set_value(plan.window_days)
        set_shown(self.event_row, plan.kind is MeasureKind.EVENT)
        self._show_event_day()
        self.summary.setText("\n".join(self._sentences()))

    def _build(self) -> None:
        self.title = Title(self.tr("Look at it once more and start"), TextStyle.DIALOG_TITLE)
        today = self._context.clock.today()
        self.name = TextField(self.tr("e.g. Autumn greetings"))
        self.name.setMaxLength(LONGEST_NAME)
        self.name_box = FormField(self.tr("Name of the campaign"), self.name, required=True)
        self.day = DateField(today=today, optional=False)
        self.day_box = FormField(self.tr("Sent on"), self.day)
        self.window_days = NumberField(SHORTEST_WINDOW, LONGEST_WINDOW)
        self.window_box = FormField(self.tr("Visits count for so many days"), self.window_days)
        dates = row(gap=12)
        dates.addWidget(self.day_box, 1)
        dates.addWidget(self.window_box, 1)
        self.event_on = DateField(today=today)
        self.event_box = FormField(self.tr("Day of the event"), self.event_on, required=True)
        self.place = TextField(self.tr("e.g. in the shop"))
        events = row(gap=12)
        events.addWidget(self.event_box, 1)
        events.addWidget(FormField(self.tr("Place"), self.place), 1)
        self.event_row = boxed(events)
        self.note = TextArea(self.tr("For yourself: what you want to find out"), lines=2)
        fixed = self.tr(
            "At the start the list is frozen, and who is held back is drawn by lot. The list, the days and the plan stay as they are then; "
            "only the cost can still be corrected."
        )
        self.summary = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        told = Inset(Tone.INFO)
        told.add(Text(self.tr("What happens"), TextStyle.BODY_BOLD))
        told.add(self.summary)
        told.add(WrapLabel(fixed, TextStyle.CAPTION, Tone.TEXT2))
        for part in (self.title, self.name_box, boxed(dates), self.event_row, FormField(self.tr("Note"), self.note), told):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._desk.changed.connect(self.show_plan)
        self.name.textEdited.connect(self._on_name)
        self.day.value_changed.connect(self._on_day)
        self.window_days.value_changed.connect(self._on_window)
        self.event_on.value_changed.connect(self._on_event_day)
        self.place.textEdited.connect(lambda text: self._desk.change(place=text))
        self.note.textChanged.connect(self._on_note)

    def _on_name(self, text: str) -> None:
        self.name_box.set_error("" if text.strip() else self.tr("Please give the campaign a name."))
        # A draft without a name cannot be kept: until there is one again, it is called as its recipe.
        self._desk.change(name=text if text.strip() else recipe_name(self._desk.plan.kind) or self.tr("New campaign"))
        self.checked.emit()

    def _on_day(self) -> None:
        day, today = self.day.value(), self._context.clock.today()
        is_past = day is not None and day < today
        if is_past:
            self.day_box.set_error(self.tr("A campaign can start today or later: its days must be fixed before anything is sent."))
        else:
            self.day_box.set_error("" if day is not None else self.tr("Please enter a day."))
        if day is not None and not is_past:
            self._desk.change(sent_on=day)
        self.checked.emit()

    def _on_window(self) -> None:
        value = self.window_days.value()
        words = self.tr("Please count for {low} to {high} days.").format(low=SHORTEST_WINDOW, high=LONGEST_WINDOW)
        self.window_box.set_error("" if value is not None else words)
        if value is not None:
            self._desk.change(window_days=int(value))
        self.checked.emit()

    def _on_event_day(self) -> None:
        if self.event_on.is_valid():
            self._desk.change(event_on=self.event_on.value())
        self._show_event_day()
        self.checked.emit()

    def _show_event_day(self) -> None:
        is_given = self._desk.plan.kind is not MeasureKind.EVENT or (self.event_on.is_valid() and self.event_on.value() is not None)
        self.event_box.set_error("" if is_given else self.tr("Please enter the day of the event."))

    def _on_note(self) -> None:
        self._desk.change(note=self.note.toPlainText())
