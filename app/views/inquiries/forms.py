"""The small forms around voices: a note, an answer to keep, a sample reply, the steps of a card, a group of requests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.inquiries import InquiryKind
from app.domain.inquiry_cards import checked_steps, topic_of
from app.domain.inquiry_replies import CONTEXT as REPLIES
from app.domain.inquiry_replies import REPLY_FIELDS, ReplyFields
from app.domain.inquiry_rows import InquiryDetail, RequestGroupRow, SampleReply, SimilarAnswer
from app.jobs.job import JobControl
from app.views.inquiries.small_form import SmallForm
from app.views.inquiries.words import kind_word, usual_steps
from app.views.labels import translated
from app.views.theme import TextStyle, Tone
from app.views.widgets.combo_field import ComboField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.text_field import TextArea, TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class NoteForm(SmallForm):
    """Something for the colleagues, in the course."""

    def __init__(self, context: AppContext, window: QWidget, detail: InquiryDetail, by: str) -> None:
        note = FormField(self.tr("Note"), TextArea(self.tr("Only the staff reads this"), lines=4))
        super().__init__(context, window, self.tr("Write a note for the others"), {"note": note}, self.tr("Save"))
        self._number, self._by = detail.row.id, by
        self.saves_by(self._write, self.tr("The note is saved"))

    def _write(self, session: Session, _control: JobControl) -> int:
        from app.services.inquiries import add_note

        return add_note(session, self._number, self.words("note"), by=self._by, now=self.context.clock.now())


class FaqForm(SmallForm):
    """An answer that may help again: a new one, of a voice where one is named, or one there is."""

    def __init__(
        self, context: AppContext, window: QWidget, *, kept: SimilarAnswer | None = None, of: InquiryDetail | None = None, answer: str = ""
    ) -> None:
        question, words = TextField(), TextArea(lines=6)
        nobody = self.tr("Without the name of the customer: it is put into other replies.")
        fields = {
            "question": FormField(self.tr("Question"), question, required=True),
            "answer": FormField(self.tr("Answer"), words, required=True, hint=nobody),
        }
        title = self.tr("Change an answer") if kept is not None else self.tr("Keep an answer for next time")
        super().__init__(context, window, title, fields, self.tr("Save") if kept is not None else self.tr("Keep the answer"))
        self._kept, self._of = kept, of
        question.setText(kept.question if kept is not None else of.row.title if of is not None else "")
        words.set_text(kept.answer if kept is not None else answer)
        self.keep_as_begun()
        self.extra.setText(self.tr("Delete"))
        self.extra.setVisible(kept is not None)
        self.extra.clicked.connect(lambda: self.act(self._delete, self.tr("The answer is deleted")))
        self.saves_by(self._write, self.tr("The answer is kept") if kept is None else self.tr("The answer is changed"))

    def _write(self, session: Session, _control: JobControl) -> int | None:
        from app.services.faq import add_faq, edit_faq

        question, answer, now = self.words("question"), self.words("answer"), self.context.clock.now()
        if self._kept is not None:
            return edit_faq(session, self._kept.id, question, answer, now=now)
        return add_faq(session, question, answer, now=now, inquiry_id=self._of.row.id if self._of is not None else None)

    def _delete(self, session: Session, _control: JobControl) -> int | None:
        from app.services.faq import delete_faq

        return None if self._kept is None else delete_faq(session, self._kept.id, now=self.context.clock.now())


class ReplyForm(SmallForm):
    """A sample reply with its fields."""

    def __init__(self, context: AppContext, window: QWidget, kept: SampleReply | None, ready: ReplyFields | None = None) -> None:
        title, words = TextField(), TextArea(lines=8)
        self.kind = ComboField([(None, self.tr("For any")), *((one, kind_word(one)) for one in InquiryKind)], None)
        names = ", ".join(f"{{{translated(REPLIES, name)}}}" for name in REPLY_FIELDS.values())
        fields = {
            "title": FormField(self.tr("Name"), title, required=True),
            "kind": FormField(self.tr("For which voices"), self.kind),
            "text": FormField(self.tr("Words"), words, required=True, hint=self.tr("Filled in by itself: {fields}").format(fields=names)),
        }
        heading = self.tr("Change a sample reply") if kept is not None else self.tr("New sample reply")
        super().__init__(context, window, heading, fields, self.tr("Save"))
        self._kept = kept
        shown = ReplyFields(kept.title, kept.text, kept.kind) if kept is not None else ready
        if shown is not None:
            title.setText(shown.title)
            words.set_text(shown.text)
            self.kind.set_current(shown.kind)
        if kept is not None:
            self.keep_as_begun()
        self.extra.setText(self.tr("Delete"))
        self.extra.setVisible(kept is not None)
        self.extra.clicked.connect(lambda: self.act(self._delete, self.tr("The sample reply is deleted")))
        self.saves_by(self._write, self.tr("The sample reply is saved"))

    def _write(self, session: Session, _control: JobControl) -> int | None:
        from app.services.replies import save_reply

        kind = self.kind.current()
        fields = ReplyFields(self.words("title"), self.words("text"), kind if isinstance(kind, InquiryKind) else None)
        return save_reply(session, None if self._kept is None else self._kept.id, fields, now=self.context.clock.now())

    def _delete(self, session: Session, _control: JobControl) -> int | None:
        from app.services.replies import delete_reply

        return None if self._kept is None else delete_reply(session, self._kept.id, now=self.context.clock.now())


class StepsForm(SmallForm):
    """The steps of the first-response card of one kind."""

    def __init__(self, context: AppContext, window: QWidget, detail: InquiryDetail) -> None:
        self._kind = detail.row.kind
        steps = TextArea(lines=10)
        field = FormField(self.tr("Steps, one in a line"), steps)
        title = self.tr("First response: {kind}").format(kind=kind_word(self._kind))
        super().__init__(context, window, title, {"steps": field}, self.tr("Save"))
        why = self.tr(
            "Whoever is there can begin with this, also while whoever is in charge is out. What concerns health belongs to a doctor."
        )
        self.body.insertWidget(0, WrapLabel(why, TextStyle.BODY, Tone.TEXT2))
        steps.set_text("\n".join(detail.steps or usual_steps(self._kind)))
        self.keep_as_begun()
        self.extra.setText(self.tr("Back to the usual steps"))
        self.extra.show()
        self.extra.clicked.connect(lambda: steps.set_text("\n".join(usual_steps(self._kind))))
        self.saves_by(self._write, self.tr("The steps are changed"))

    def _write(self, session: Session, _control: JobControl) -> int | None:
        from app.services.care_rules import edit_guide

        steps: Sequence[str] = checked_steps(self.words("steps").splitlines())
        # The usual ones are not written down: they go on speaking the language of the window.
        kept = () if tuple(steps) == usual_steps(self._kind) else steps
        return edit_guide(session, topic_of(self._kind), kept, now=self.context.clock.now())


class GroupForm(SmallForm):
    """What requests that ask for the same are called, and what the shop makes of them."""

    def __init__(self, context: AppContext, window: QWidget, group: RequestGroupRow) -> None:
        title, state = TextField(), TextField(self.tr("Being considered, from next month, not possible …"))
        fields = {"title": FormField(self.tr("Name"), title, required=True), "state": FormField(self.tr("What you make of it"), state)}
        super().__init__(context, window, self.tr("Requests put together"), fields, self.tr("Save"))
        self._group = group
        title.setText(group.title)
        state.setText(group.state)
        self.keep_as_begun()
        self.extra.setText(self.tr("Take them apart again"))
        self.extra.show()
        self.extra.clicked.connect(lambda: self.act(self._part, self.tr("The requests stand for themselves again")))
        self.saves_by(self._write, self.tr("The group of requests is changed"))

    def _write(self, session: Session, _control: JobControl) -> int | None:
        from app.services.request_groups import edit_group

        number = self._group.id
        if number is None:
            return None
        return edit_group(session, number, title=self.words("title"), state=self.words("state"), now=self.context.clock.now())

    def _part(self, session: Session, _control: JobControl) -> int | None:
        from app.services.request_groups import ungroup

        return ungroup(session, self._group.inquiry_ids, now=self.context.clock.now())
