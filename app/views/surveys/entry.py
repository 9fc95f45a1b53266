"""回答を入力: a pile of paper, typed in sheet by sheet, one key for each question; or what was said in a talk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from app.context import AppContext
from app.domain.errors import DomainError
from app.domain.survey_answers import NothingAnswered, nps_answer
from app.domain.survey_entry import BACK_KEY, EntryStart, EntryTarget
from app.domain.survey_errors import AnswerUnfit
from app.domain.surveys import Audience, ResponseFields, ResponseOutcome, ResponseSource, SurveyContent
from app.views.failures import show_failure
from app.views.labels_customers import polite_name
from app.views.leaving import may_leave
from app.views.points.sentences import points_text
from app.views.surveys.entry_form import SheetForm
from app.views.surveys.entry_picture import SheetPicture
from app.views.surveys.entry_recorded import RecordedPart, RecordedSheet
from app.views.surveys.entry_target import TargetPart
from app.views.surveys.entry_work import (
    Question,
    Recording,
    start_of,
    target_of_customer,
    target_of_response,
    target_of_sheet,
    those_still_there,
)
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.announce import announce
from app.views.widgets.buttons import PrimaryButton
from app.views.widgets.card import Card
from app.views.widgets.combo_field import ComboField
from app.views.widgets.date_field import DateField
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.form_field import FormField
from app.views.widgets.key_cap import KeyHints
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, ScrollColumn, boxed, column, row, set_shown
from app.views.widgets.page_header import PageHeader
from app.views.widgets.segmented import Segmented
from app.views.widgets.text_field import TextArea

SHEETS, TALK = "sheets", "talk"
_SIDE, _NARROW_SIDE, _PICTURE_SIDE = 320, 284, 440
_NARROW_BELOW = 1180


class EntryView(QWidget):
    """With `trial_content` a sheet is only tried out: nothing is asked for and nothing is written."""

    back_requested = Signal()
    people_requested = Signal(str, object)

    def __init__(self, context: AppContext, survey_id: int, *, trial_content: SurveyContent | None = None) -> None:
        super().__init__()
        self.survey_id = survey_id
        self._context = context
        self._trial = trial_content
        self._start: EntryStart | None = None
        self._target: EntryTarget | None = None
        self._is_recording = False
        self._wanted: Question | None = None
        self._build()
        self._connect()
        self._fit()
        if trial_content is not None:
            self._show_target(EntryTarget(trial_content, 0))

    def open_with(self, *, customer_id: int | None = None, response_id: int | None = None, is_talk: bool = False) -> None:
        """Begin with the sheet of a customer, with a note of a talk with them, or with what is to be corrected."""
        if is_talk:
            self._set_mode(TALK)
        if response_id is not None:
            self._wanted = target_of_response(response_id)
        elif customer_id is not None:
            self._wanted = target_of_customer(self.survey_id, customer_id, is_talk=is_talk)

    def refresh(self) -> None:
        if self._trial is None:
            self._context.tasks.query(start_of(self.survey_id), self._on_start, owner=self, replaces="start")
            self._prune()

    def trigger_primary(self) -> None:
        if self.record.isEnabled():
            self.record.click()

    def focus_search(self) -> None:
        if self._target is None:
            self.target.search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._take_keyboard()

    def undo(self) -> bool:
        return self._target is not None and self.form.step_back()

    def is_touched(self) -> bool:
        """Whether something stands here that is recorded nowhere."""
        if self._target is None or self._trial is not None:
            return False
        before = self._target.recorded.note if self._target.recorded is not None else ""
        return self.form.draft.is_touched or self.note.text().strip() != before

    def may_leave(self, go: Callable[[], None]) -> bool:
        return not self.is_touched() or may_leave(self._context.messages)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The button that records has the keyboard when the sheet is through.
        if self._target is not None and (event.text().upper() == BACK_KEY or event.key() == Qt.Key.Key_Backspace):
            self.form.step_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        today, is_trial = self._context.clock.today(), self._trial is not None
        title = self.tr("Answer it yourself") if is_trial else self.tr("Type answers in")
        self.header = PageHeader(title)
        self.back = self.header.add_back(self.tr("Back"))
        self.record = PrimaryButton(self.tr("Begin again") if is_trial else self.tr("Record"), "undo-2" if is_trial else "check")
        self.record.set_shortcut_hint("Ctrl+Return", live=False)
        self.header.set_primary(self.record)
        self.mode = Segmented([(SHEETS, self.tr("Sheets")), (TALK, self.tr("Note of a talk"))], SHEETS, self.tr("What is typed in"))
        self.target = TargetPart(self._context, self.survey_id)
        self.day = DateField(today=today, optional=False, past_only=True)
        self.day.set_value(today)
        self.day_field = FormField(self.tr("Answered on"), self.day)
        self.staff = ComboField([("", "—")])
        self.staff_field = FormField(self.tr("In charge"), self.staff)
        self.note = TextArea(self.tr("What was said"), lines=5)
        self.note_field = FormField(self.tr("Note"), self.note)
        self.target_card = Card(self.tr("Sheet number or customer"))
        self.target_card.add(boxed(column(self.target, self.note_field, row(self.day_field, self.staff_field, gap=12), gap=10)))
        self.recorded = RecordedPart(self._context)
        self.recorded_card = Card(self.tr("Recorded just now"))
        self.recorded_card.add_list(self.recorded, 0)
        self.picture = SheetPicture()
        self.picture_card = Card()
        self.picture_card.add(self.picture, 1)
        self.form = SheetForm(today)
        self.problem = WrapLabel("", TextStyle.BODY_BOLD, Tone.DANGER)
        self._lay_out()
        for part in (self.recorded_card, self.picture_card, self.note_field, self.staff_field, self.problem):
            part.hide()
        set_shown(self._side, not is_trial)
        self._show_place()

    def _lay_out(self) -> None:
        self._side = ScrollColumn(gap=12)
        self._side.body.addWidget(boxed(row(self.mode, STRETCH)))
        for card in (self.target_card, self.recorded_card):
            card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            self._side.body.addWidget(card)
        self._side.body.addWidget(self.picture_card, 20)
        self._side.body.addStretch(1)
        hints = [
            ("1–9", self.tr("choose")),
            ("T", self.tr("10")),
            ("B", self.tr("blank")),
            ("U", self.tr("one back")),
            ("Space", self.tr("go on")),
        ]
        if self._trial is None:
            hints.append(("Ctrl+Enter", self.tr("record")))
        self.hints = KeyHints(hints)
        self.nothing = EmptyState(
            "pen-line",
            self.tr("Take the first sheet in hand"),
            self.tr("Type the number at its foot or the customer's name and press Enter. Then one key answers each question."),
        )
        sheet = boxed(column(self.problem, self.form, self.hints, gap=8))
        self.place = QStackedWidget()
        self.place.addWidget(self.nothing)
        self.place.addWidget(sheet)
        both = row(self._side, gap=16)
        both.addWidget(self.place, 1)
        layout = column(self.header, gap=14, margins=(24, 16, 24, 16))
        layout.addLayout(both, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.record.clicked.connect(self._on_record)
        self.mode.changed.connect(self._on_mode)
        self.target.sheet_chosen.connect(lambda number: self._load(target_of_sheet(self.survey_id, number)))
        self.target.customer_chosen.connect(self._on_customer)
        self.target.nobody_chosen.connect(self._on_nobody)
        self.target.another_requested.connect(self._on_another)
        self.recorded.correct_requested.connect(self._on_correct)
        self.recorded.taken_back.connect(lambda _number: self.refresh())
        self.form.finished.connect(self._on_finished)
        self.form.changed.connect(self._on_changed)
        theme_of(self).changed.connect(self._fit)

    def _fit(self) -> None:
        px = theme_of(self).px
        width = _NARROW_SIDE if self.window().width() < px(_NARROW_BELOW) else _SIDE
        if not self.picture_card.isHidden():
            width = max(width, min(_PICTURE_SIDE, round(self.width() * 0.42 / max(theme_of(self).scale, 0.1))))
        self._side.setFixedWidth(px(width))

    def _show_place(self) -> None:
        self.place.setCurrentIndex(0 if self._target is None else 1)
        self.record.setEnabled(self._target is not None and not self._is_recording)

    def _set_mode(self, mode: str) -> None:
        self.mode.set_current(mode)
        is_talk = mode == TALK
        self.target.set_talk(is_talk)
        set_shown(self.note_field, is_talk)
        self.target_card.set_title(self.tr("With whom you talked") if is_talk else self.tr("Sheet number or customer"))

    def _on_mode(self, mode: object) -> None:
        if self._target is not None and not self.may_leave(lambda: None):
            self.mode.set_current(SHEETS if mode == TALK else TALK)
            return
        self._set_mode(str(mode))
        self._begin_next()

    def _on_start(self, start: EntryStart) -> None:
        is_first = self._start is None
        self._start = start
        self.header.set_fact(start.title)
        set_shown(self.mode, start.audience is Audience.CUSTOMERS)
        self._choose_staff(self._in_charge())
        set_shown(self.staff_field, bool(start.staff))
        if start.audience is Audience.STAFF:
            self.target_card.set_title(self.tr("Sheet number"))
        self.target.show_start(start)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._load(wanted)
        elif is_first and self._target is None:
            self.target.begin()

    def _prune(self) -> None:
        ids = [one.response_id for one in self.recorded.sheets()]
        if ids:
            self._context.tasks.query(
                those_still_there(ids), partial(self._on_still_there, frozenset(ids)), owner=self, replaces="recorded"
            )

    def _on_still_there(self, asked: frozenset[int], ids: frozenset[int]) -> None:
        # What was taken back by the program's own undo leaves the list; what came meanwhile was not asked for.
        self.recorded.keep(ids | {one.response_id for one in self.recorded.sheets() if one.response_id not in asked})
        set_shown(self.recorded_card, bool(self.recorded.sheets()))

    def _load(self, question: Question) -> None:
        self._context.tasks.query(question, self._show_target, owner=self, failed=self._on_not_found, replaces="target")

    def _on_not_found(self, error: Exception) -> None:
        self._context.messages.error(error)
        self.target.search.selectAll()

    def _on_customer(self, customer_id: int) -> None:
        is_talk = self.mode.current() == TALK
        self._load(target_of_customer(self.survey_id, customer_id, is_talk=is_talk))

    def _on_nobody(self) -> None:
        if self._start is not None:
            self._show_target(EntryTarget(self._start.content, self._start.version))

    def _on_correct(self, response_id: int) -> None:
        if self.may_leave(lambda: None):
            self._load(target_of_response(response_id))

    def _on_another(self) -> None:
        if self.may_leave(lambda: None):
            self._begin_next()

    def _show_target(self, target: EntryTarget) -> None:
        self._target = target
        self.recorded.begin(self._context.clock.now())
        recorded = target.recorded
        self.problem.hide()
        self.form.show_sheet(target.content, () if recorded is None else recorded.answers)
        self.note.set_text("" if recorded is None else recorded.note)
        set_shown(self.note_field, self.mode.current() == TALK or bool(self.note.text()))
        self._choose_staff("" if recorded is None else recorded.staff)
        if target.is_correction and recorded is not None:
            self.day.set_value(recorded.day)
        self.record.setText(self._record_words(target))
        self.target.show_target(target)
        set_shown(self.picture_card, self.picture.show_pictures(target.pictures))
        self._fit()
        self._show_place()
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """The note of a talk, or the question in turn."""
        if self.mode.current() == TALK and self._trial is None:
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.form.begin()

    def _record_words(self, target: EntryTarget) -> str:
        if self._trial is not None:
            return self.tr("Begin again")
        return self.tr("Record the correction") if target.is_correction else self.tr("Record")

    def _on_changed(self) -> None:
        self.problem.hide()

    def _on_finished(self) -> None:
        """The keyboard goes to the button, so that Enter alone records."""
        self.record.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.tr("That was the last question."))
        if self._trial is not None:
            self._say(self.tr("That was the last question. Nothing is recorded: it was only tried out."), Tone.OK)

    def _say(self, sentence: str, tone: Tone = Tone.DANGER) -> None:
        self.problem.set_tone(tone)
        self.problem.setText(sentence)
        set_shown(self.problem, True)

    def _on_record(self) -> None:
        target = self._target
        if target is None or self._is_recording:
            return
        if self._trial is not None:
            self._show_target(EntryTarget(self._trial, 0))
            return
        number, day = self.form.unreadable(), self.day.value()
        if number:
            self._say(self.tr("What stands at question {number} cannot be read. Please correct it.").format(number=number))
            self.form.go_to(target.content.asked[number - 1].id)
        elif day is None:
            self.day_field.set_error(self.tr("Please type the day."))
            self.day.setFocus()
        else:
            self.day_field.clear_error()
            self._is_recording = True
            self._show_place()
            recording = Recording(
                self._fields(target, day),
                self._context.clock.now(),
                self._context.clock.today(),
                target.recorded.id if target.is_correction and target.recorded is not None else None,
            )
            self._context.tasks.command(recording, self._on_recorded, owner=self, initiator=self, failed=self._on_failed)

    def _fields(self, target: EntryTarget, day: date) -> ResponseFields:
        is_talk = self.mode.current() == TALK
        return ResponseFields(
            self.survey_id,
            target.version,
            day,
            ResponseSource.TALK if is_talk else ResponseSource.KEYBOARD,
            self.form.draft.answers(),
            target.customer_id,
            None if target.sheet is None else target.sheet.sheet_id,
            self._in_charge(),
            self.note.text().strip(),
        )

    def _choose_staff(self, name: str) -> None:
        """Also somebody who has left since."""
        names = () if self._start is None else self._start.staff
        self.staff.set_options([("", "—"), *((one, one) for one in dict.fromkeys((*names, name)) if one)], name)

    def _in_charge(self) -> str:
        chosen = self.staff.current()
        return chosen if isinstance(chosen, str) else ""

    def _on_recorded(self, outcome: ResponseOutcome | None) -> None:
        self._is_recording = False
        target = self._target
        if target is None:
            return
        if outcome is not None:
            name, facts, now = self._name(target), self._facts(outcome), self._context.clock.now()
            self.recorded.add(RecordedSheet(outcome.response_id, outcome.action_id, name, facts, now))
            set_shown(self.recorded_card, True)
            self.target.give_way()
            self.header.set_fact(self.recorded.counted())
            announce(self, self.tr("Recorded: {name}").format(name=name))
        self._begin_next(again=target.sheet is None and target.customer_id is None and target.recorded is None)

    def _begin_next(self, *, again: bool = False) -> None:
        """The next sheet of the pile; `again`: it has no number either."""
        self._target = None
        self.day.set_value(self.day.value() or self._context.clock.today())
        self.note.set_text("")
        self.picture_card.hide()
        self._fit()
        self._show_place()
        if again and self._start is not None:
            self._context.tasks.query(start_of(self.survey_id), self._on_again, owner=self, replaces="start")
        else:
            self.target.begin()

    def _on_again(self, start: EntryStart) -> None:
        # The first answer of all has made the version that the next ones are given to.
        self._start = start
        self._on_nobody()

    def _on_failed(self, error: Exception) -> None:
        self._is_recording = False
        self._show_place()
        if isinstance(error, AnswerUnfit | NothingAnswered):
            self._say(self._context.messages.sentence(error))
            self.form.go_to(error.field)
        elif isinstance(error, DomainError):
            show_failure(self._context.messages, error, {"day": self.day_field, "staff": self.staff_field})
        else:
            self._context.messages.error(error)

    def _name(self, target: EntryTarget) -> str:
        if target.customer_name:
            return polite_name(target.customer_name, is_company=target.is_company)
        return self.tr("Sheet {number}").format(number=target.sheet.shown) if target.sheet is not None else self.tr("Without a name")

    def _facts(self, outcome: ResponseOutcome) -> str:
        """What stands on the sheet in short, and what came of it."""
        draft = self.form.draft
        score = nps_answer(draft.content, draft.answers())
        parts = [
            "" if score is None else self.tr("{score} of 10").format(score=score),
            "" if outcome.follow_up_id is None else self.tr("follow-up today"),
            "" if outcome.inquiry_id is None else self.tr("complaint opened"),
            self.tr("{count}/{all} answered").format(count=len(draft.answers()), all=len(draft.content.asked)),
            points_text(outcome.points) if outcome.points else "",
        ]
        return self.tr(" · ").join(part for part in parts if part)
