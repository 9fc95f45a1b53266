"""One answered sheet: to be looked at, corrected, left out, given to somebody else, or deleted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.survey_answers import ResponseView
from app.domain.survey_entry import EntryTarget
from app.domain.surveys import Audience, ResponseFields, ResponseOutcome, ResponseState
from app.views.failures import show_failure
from app.views.labels_customers import polite_name
from app.views.leaving import may_leave
from app.views.moments import day_text
from app.views.purchases.customer_search import CustomerSearch
from app.views.surveys.answer_acts import AnswerActs
from app.views.surveys.answer_words import dotted, source_word
from app.views.surveys.entry_form import SheetForm
from app.views.surveys.entry_picture import SheetPicture
from app.views.surveys.entry_work import Recording, target_of_response
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton, NormalButton, PrimaryButton
from app.views.widgets.date_field import DateField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextArea, TextField

OPEN, THROW_OUT, TAKE_BACK_IN, LINK, DELETE = "open", "throw_out", "take_back_in", "link", "delete"


def open_answers(context: AppContext, window: QWidget, response_id: int, act: str = OPEN) -> AnswersPanel:
    """`act`: open, or throw_out or link to begin with that."""
    panel = AnswersPanel(context, window, response_id, act)
    panel.open_panel(panel.form)
    panel.load()
    return panel


def perform_on_answers(context: AppContext, page: QWidget, act: str, response_id: int) -> None:
    """What a list offers: open, throw_out, take_back_in, link or delete."""
    if act in (OPEN, THROW_OUT, LINK):
        open_answers(context, page.window(), response_id, act)
        return
    acts = AnswerActs(context, page)
    acts.refused.connect(context.messages.error)
    acts.done.connect(acts.deleteLater)
    (acts.delete if act == DELETE else acts.take_back_in)(response_id)


class AnswersPanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, response_id: int, act: str) -> None:
        super().__init__(window, "")
        self.set_title(self.tr("Answers"))
        self._context = context
        self._response_id = response_id
        self._act = act
        self._view: ResponseView | None = None
        self._target: EntryTarget | None = None
        self._acts = AnswerActs(context, self)
        self._build()
        self._connect()

    def load(self) -> None:
        op = target_of_response(self._response_id)
        self._context.tasks.query(op, self._on_loaded, owner=self, failed=self._on_missing)

    def is_touched(self) -> bool:
        view = self._view
        return view is not None and (
            self.form.draft.is_touched or self.note.text().strip() != view.note or self.day.value() != view.day
        )

    def _build(self) -> None:
        today = self._context.clock.today()
        self.survey = WrapLabel("", TextStyle.CARD_TITLE, Tone.TEXT)
        self.facts = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.form = SheetForm(today)
        self.form.setMinimumHeight(theme_of(self).px(360))
        self.problem = WrapLabel("", TextStyle.BODY_BOLD, Tone.DANGER)
        self.picture = SheetPicture()
        self.picture.setMinimumHeight(theme_of(self).px(420))
        self.body.addWidget(boxed(column(self.survey, self.facts, gap=2)))
        self.body.addWidget(self.problem)
        self.body.addWidget(self.form, 1)
        self.body.addWidget(self.picture)
        self.who = Text("", TextStyle.CARD_TITLE)
        self.day = DateField(today=today, optional=False, past_only=True)
        self.day_field = FormField(self.tr("Day of the answers"), self.day)
        self.note = TextArea(lines=4)
        self.save = PrimaryButton(self.tr("Record the correction"), "check")
        self.out = LinkButton(self.tr("Leave out of the figures"), small=True)
        self.back_in = LinkButton(self.tr("Count it again"), small=True)
        self.other = LinkButton(self.tr("Somebody else wrote it"), small=True)
        self.delete = LinkButton(self.tr("Delete"), "trash-2", small=True)
        self.reason = TextField(self.tr("A word or two"))
        self.reason_field = FormField(self.tr("Why does it not count?"), self.reason, required=True)
        self.confirm_out = NormalButton(self.tr("Leave it out"), small=True)
        self.out_part = boxed(column(self.reason_field, row(self.confirm_out, STRETCH), gap=6))
        self.search = CustomerSearch(self._context, offers_newcomer=False)
        self.search.nobody.setText(self.tr("Nobody in particular"))
        self.search.hide()
        self.out_part.hide()
        parts = (self.who, self.day_field, FormField(self.tr("Note"), self.note), self.out, self.back_in, self.out_part)
        for part in (*parts, self.other, self.search, self.delete):
            self.summary.addWidget(part)
        self.summary.addStretch(1)
        self.set_primary(self.save)
        self.problem.hide()
        self.picture.hide()

    def _connect(self) -> None:
        self.save.clicked.connect(self._on_save)
        self.out.clicked.connect(self._on_out)
        self.confirm_out.clicked.connect(self._on_confirm_out)
        self.back_in.clicked.connect(lambda: self._acts.take_back_in(self._response_id))
        self.other.clicked.connect(self._on_other)
        self.delete.clicked.connect(lambda: self._acts.delete(self._response_id))
        self.search.chosen.connect(lambda number, _code: self._acts.link(self._response_id, number))
        self.search.nobody_chosen.connect(lambda: self._acts.link(self._response_id, None))
        self.form.finished.connect(lambda: self.save.setFocus())
        self.form.changed.connect(self.problem.hide)
        self._acts.done.connect(self._on_done)
        self._acts.refused.connect(self._on_failed)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(lambda: not self.is_touched() or may_leave(self._context.messages))

    def _on_loaded(self, target: EntryTarget) -> None:
        view = target.recorded
        if view is None:
            return
        self._target, self._view = target, view
        today = self._context.clock.today()
        self.survey.setText(view.content.title)
        name = polite_name(view.customer_name, is_company=view.is_company) if view.customer_name else self.tr("Without a name")
        self.who.setText(name)
        left_out = self.tr("left out: {reason}").format(reason=view.reason) if view.state is ResponseState.THROWN_OUT else ""
        sheet = self.tr("sheet {number}").format(number=target.sheet.shown) if target.sheet is not None else ""
        self.facts.setText(dotted(day_text(view.day, today=today), source_word(view.source), sheet, left_out))
        self.form.show_sheet(view.content, view.answers)
        self.day.set_value(view.day)
        self.note.set_text(view.note)
        is_out = view.state is ResponseState.THROWN_OUT
        set_shown(self.out, not is_out)
        set_shown(self.back_in, is_out)
        set_shown(self.other, view.audience is Audience.CUSTOMERS)
        set_shown(self.picture, self.picture.show_pictures(target.pictures))
        self.save.setEnabled(view.counts or is_out)
        begin = {THROW_OUT: self._on_out, LINK: self._on_other}.get(self._act, self.form.begin)
        begin()

    def _on_missing(self, error: Exception) -> None:
        self._context.messages.error(error)
        self.close_panel()

    def _on_out(self) -> None:
        self.out_part.show()
        self.reason.setFocus()

    def _on_confirm_out(self) -> None:
        self._acts.throw_out(self._response_id, self.reason.text())

    def _on_other(self) -> None:
        self.search.show()
        self.search.begin()

    def _on_save(self) -> None:
        view, day, number = self._view, self.day.value(), self.form.unreadable()
        if view is None:
            return
        if number:
            self._say(self.tr("What stands at question {number} cannot be read. Please correct it.").format(number=number))
        elif day is None:
            self.day_field.set_error(self.tr("Please type the day."))
        else:
            note, answers = self.note.text().strip(), self.form.draft.answers()
            fields = ResponseFields(view.survey_id, view.version, day, view.source, answers, staff=view.staff, note=note)
            clock = self._context.clock
            recording = Recording(fields, clock.now(), clock.today(), view.id)
            self._context.tasks.command(recording, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, outcome: ResponseOutcome | None) -> None:
        if outcome is not None:
            self._context.messages.toast(self.tr("The sheet is corrected"), undo_action_id=outcome.action_id)
        self._on_done()

    def _on_done(self) -> None:
        self.set_close_guard(lambda: True)
        self.close_panel()

    def _on_failed(self, error: Exception) -> None:
        fields = {"day": self.day_field, "reason": self.reason_field}
        if getattr(error, "field", "") in ("answers", *(block.question.id for block in self.form.blocks())):
            self._say(self._context.messages.sentence(error))
        else:
            show_failure(self._context.messages, error, fields)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        set_shown(self.problem, True)
