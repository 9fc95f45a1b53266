"""アンケート: what the customer said, sheet by sheet, with the latest scores on top."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.customer_rows import CustomerView
from app.domain.survey_answers import ResponseView
from app.domain.surveys import DETRACTOR_TO, PROMOTER_FROM, ResponseState
from app.views.moments import day_text
from app.views.surveys.answer_words import dotted, said_text, source_word
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, escape_mnemonic
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.layouts import boxed, column, hairline, row, set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList


class AnswersTab(QWidget):
    """`act_requested` carries open, throw_out, take_back_in, link or delete, and the sheet; `talk_requested` the survey that a talk is
    noted for."""

    act_requested = Signal(str, int)
    talk_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._surveys: tuple[tuple[int, str], ...] = ()
        self.count = ElidedLabel("", TextStyle.BODY, Tone.TEXT2)
        self.talk = NormalButton(self.tr("Note a talk"), "message-circle", small=True)
        head = row(gap=12, margins=(16, 10, 12, 6))
        head.addWidget(self.count, 1)
        head.addWidget(self.talk)
        self._head = boxed(head)
        self.list = RowList(self.tr("Answered surveys"), row_height=56)
        self.list.set_open_on_click(True)
        self.nothing = EmptyState(
            "clipboard-list",
            self.tr("No answers yet"),
            self.tr("What this customer writes on a sheet or says in a talk stands here, newest first."),
        )
        self.setLayout(column(self._head, hairline(), self.list, self.nothing, gap=0, margins=(2, 0, 2, 6)))
        self.list.activated_key.connect(self._on_row)
        self.list.action_triggered.connect(self._on_action)
        self.talk.clicked.connect(self._on_talk)

    def show_customer(self, view: CustomerView, today: date) -> None:
        self._surveys = view.surveys
        set_shown(self.talk, bool(view.surveys) and view.card.archived_at is None)
        self.count.setText(self.tr("%n sheet(s) in the figures", "", view.voice.sheets))
        self.list.set_rows([self._row(answer, today) for answer in view.answers])
        set_shown(self.list, bool(view.answers))
        set_shown(self.nothing, not view.answers)

    def _row(self, answer: ResponseView, today: date) -> RowContent:
        what = self.tr("with {name}").format(name=answer.staff) if answer.staff else ""
        chip, actions = None, [RowAction("open", self.tr("Look at it"), shown=False)]
        if answer.state is ResponseState.THROWN_OUT:
            chip = (self.tr("Left out"), Tone.NEUTRAL)
            what = answer.reason
            actions.append(RowAction("take_back_in", self.tr("Count it again")))
        else:
            if answer.state is ResponseState.OPEN:
                chip = (self.tr("Doubts"), Tone.WARN)
            elif answer.nps is not None and answer.nps <= DETRACTOR_TO:
                chip = (self.tr("Low score"), Tone.WARN)
            elif answer.nps is not None and answer.nps >= PROMOTER_FROM:
                chip = (self.tr("Recommends"), Tone.OK)
            actions.append(RowAction("throw_out", self.tr("Leave out"), shown=False))
        actions += [
            RowAction("link", self.tr("Somebody else wrote it"), shown=False),
            RowAction("delete", self.tr("Delete"), key="Del", shown=False),
        ]
        return RowContent(
            answer.id,
            answer.content.title,
            detail=dotted(said_text(answer), what) or self.tr("%n answer(s)", "", len(answer.answers)),
            icon="clipboard-list",
            icon_tone=Tone.INFO if answer.counts else Tone.NEUTRAL,
            icon_circle=True,
            chip=chip,
            side=day_text(answer.day, today=today),
            side_detail=source_word(answer.source),
            actions=tuple(actions),
        )

    def _on_row(self, key: object) -> None:
        if isinstance(key, int):
            self.act_requested.emit("open", key)

    def _on_action(self, action: str, key: object) -> None:
        if isinstance(key, int):
            self.act_requested.emit(action, key)

    def _on_talk(self) -> None:
        if len(self._surveys) == 1:
            self.talk_requested.emit(self._surveys[0][0])
            return
        menu = QMenu(self.talk)
        for number, title in self._surveys:
            menu.addAction(escape_mnemonic(title)).setData(number)
        menu.triggered.connect(lambda action: self.talk_requested.emit(action.data()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.talk.mapToGlobal(self.talk.rect().bottomLeft()))
