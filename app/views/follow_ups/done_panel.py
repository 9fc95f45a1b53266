"""How a follow-up went: with the steps to follow while at it, what came of it, and what was said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.care_guides import guide_steps, topic_of
from app.domain.follow_ups import Attempt, FollowUpKind, FollowUpRow, Outcome
from app.jobs.job import JobControl
from app.views.follow_ups.words import due_text, what_text, why_text
from app.views.labels_customers import polite_name
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.card import Inset
from app.views.widgets.filter_chips import FilterChips
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import ElidedLabel, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextArea

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

_TRIABLE = (FollowUpKind.CALL, FollowUpKind.VISIT)


@dataclass(frozen=True, slots=True)
class _Saved:
    """`back`: the day a call that nobody took comes back."""

    action_id: int
    back: date | None = None


def open_done(context: AppContext, window: QWidget, follow_up: FollowUpRow) -> DonePanel:
    panel = DonePanel(context, window, follow_up)
    panel.open_panel(panel.text)
    return panel


class DonePanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, follow_up: FollowUpRow) -> None:
        super().__init__(window, "", width=480)
        self.set_title(self.tr("How did it go?"))
        self._context = context
        self._follow_up = follow_up
        self._build()
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.outcome.changed.connect(self._show_outcome)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)
        self._show_outcome()
        self._load_steps()

    def _build(self) -> None:
        planned, today = self._follow_up, self._context.clock.today()
        name = polite_name(planned.customer_name, is_company=planned.is_company)
        self.body.addWidget(ElidedLabel(name, TextStyle.ROW_TITLE))
        for words in (what_text(planned, today), why_text(planned, today), planned.phone):
            if words:
                self.body.addWidget(WrapLabel(words, TextStyle.BODY, Tone.TEXT2))
        self.steps = column(gap=4)
        self._steps_box = Inset()
        self._steps_box.add(Title(self.tr("Step by step"), TextStyle.CAPTION_BOLD))
        self._steps_box.add(self.steps)
        set_shown(self._steps_box, False)
        self.body.addWidget(self._steps_box)
        self.outcome = FilterChips(self._outcomes(), Outcome.DONE, self.tr("What came of it"))
        self.text = TextArea(self.tr("What was said, in a word or two"), lines=6)
        self.save = PrimaryButton(self.tr("Done"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave it open"))
        self.body.addWidget(boxed(column(Title(self.tr("What came of it"), TextStyle.CAPTION_BOLD), self.outcome, gap=6)))
        self.body.addWidget(FormField(self.tr("Note"), self.text, hint=self.tr("It is kept in the history of the customer.")))
        self.body.addLayout(row(STRETCH, self.cancel, self.save))
        self.body.addStretch(1)

    def _outcomes(self) -> list[tuple[object, str]]:
        found: list[tuple[object, str]] = [(Outcome.DONE, self.tr("Done"))]
        if self._follow_up.kind in _TRIABLE:
            found.append((Attempt.NO_ANSWER, self.tr("Nobody answered")))
        if self._follow_up.kind is FollowUpKind.CALL:
            found.append((Attempt.VOICE_MAIL, self.tr("Left a voice mail")))
        return [*found, (Outcome.NOT_NEEDED, self.tr("Not needed this time"))]

    def _load_steps(self) -> None:
        def op(session: Session, _control: JobControl) -> dict[str, tuple[str, ...]]:
            from app.queries.care import guides

            return dict(guides(session))

        self._context.tasks.query(op, self._on_steps, owner=self, replaces="steps")

    def _on_steps(self, stored: dict[str, tuple[str, ...]]) -> None:
        for step in guide_steps(topic_of(self._follow_up.kind), stored, QCoreApplication.translate):
            self.steps.addWidget(WrapLabel(self.tr("· {step}").format(step=step), TextStyle.BODY, Tone.TEXT2))
            set_shown(self._steps_box, True)

    def _show_outcome(self) -> None:
        words = {
            Outcome.DONE: self.tr("Done"),
            Outcome.NOT_NEEDED: self.tr("Not needed this time"),
            Attempt.NO_ANSWER: self.tr("Try again later"),
            Attempt.VOICE_MAIL: self.tr("Try again later"),
        }
        chosen = self.outcome.current()
        self.save.setText(words[chosen] if isinstance(chosen, Outcome | Attempt) else words[Outcome.DONE])

    def _may_close(self) -> bool:
        if not self.text.text().strip():
            return True
        return self._context.messages.confirm(
            self.tr("Throw the note away?"),
            self.tr("What you typed is not saved yet."),
            safe=self.tr("Go on writing"),
            danger=self.tr("Throw it away"),
        )

    def _on_save(self) -> None:
        number, note, chosen = self._follow_up.id, self.text.text(), self.outcome.current()
        now, today, by = self._context.clock.now(), self._context.clock.today(), self._context.settings.staff_name

        def op(session: Session, _control: JobControl) -> _Saved:
            from app.services.follow_ups import finish_follow_up, try_follow_up

            if isinstance(chosen, Attempt):
                tried = try_follow_up(session, number, chosen, note=note, by=by, now=now, today=today)
                return _Saved(tried.action_id, tried.due)
            outcome = chosen if isinstance(chosen, Outcome) else Outcome.DONE
            return _Saved(finish_follow_up(session, number, note=note, outcome=outcome, by=by, now=now, today=today))

        self._context.tasks.command(op, self._on_saved, owner=self)

    def _on_saved(self, saved: _Saved) -> None:
        chosen = self.outcome.current()
        self.set_close_guard(lambda: True)
        self.close_panel()
        name = polite_name(self._follow_up.customer_name, is_company=self._follow_up.is_company)
        sentence = self.tr("The follow-up for {name} is done").format(name=name)
        if saved.back is not None:
            day = due_text(saved.back, self._context.clock.today())
            sentence = self.tr("{name} was not reached. It comes back: {day}.").format(name=name, day=day)
        elif chosen is Outcome.NOT_NEEDED:
            sentence = self.tr("The follow-up for {name} is not needed this time").format(name=name)
        self._context.messages.toast(sentence, undo_action_id=saved.action_id)
