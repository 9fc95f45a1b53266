"""What is kept around voices, as lists in a panel: answers, sample replies, requests put together, causes of a month."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.dates import DateStyle
from app.domain.entities import Entity
from app.domain.inquiry_replies import CONTEXT as REPLIES
from app.domain.inquiry_replies import READY_REPLIES, ReplyFields
from app.domain.inquiry_rows import CauseCount, RequestGroupRow, RequestsView, SampleReply, SimilarAnswer
from app.domain.periods import add_months, month_start
from app.jobs.job import JobControl
from app.views.inquiries.forms import FaqForm, GroupForm, ReplyForm
from app.views.inquiries.words import kind_word, ready_words
from app.views.labels import translated
from app.views.moments import day_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import IconButton, LinkButton, MenuButton, NormalButton
from app.views.widgets.gauges import ProgressLine
from app.views.widgets.labels import ElidedLabel, NumberText, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, Hairline, boxed, clear, column, row, set_shown
from app.views.widgets.row_list import RowContent, RowList
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import SearchField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 560


class BookPanel(SidePanel):
    """Asks again when voices change; frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, title: str) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(title)
        self.context = context
        self.closed.connect(self.deleteLater)
        context.tasks.data_changed.connect(self._on_data_changed)

    def refresh(self) -> None:
        """Ask for the data anew."""

    def _on_data_changed(self, changed: frozenset[Entity], _initiator: object) -> None:
        if Entity.INQUIRY in changed and self.isVisible():
            self.refresh()


class FaqPanel(BookPanel):
    """All answers that are kept; a press opens one."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(context, window, self.tr("Answers that are kept"))
        self._rows: dict[Hashable, SimilarAnswer] = {}
        self.search = SearchField(self.tr("Search questions and answers"))
        self.add = NormalButton(self.tr("New answer"), "plus")
        self.list = RowList(self.tr("Answers that are kept"), grows=True)
        self.list.set_open_on_click(True)
        self.none = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        head = row(gap=8)
        head.addWidget(self.search, 1)
        head.addWidget(self.add)
        self.body.addLayout(head)
        self.body.addWidget(self.none)
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        self.search.search_changed.connect(lambda _text: self.refresh())
        self.add.clicked.connect(lambda: _opened(FaqForm(context, window)))
        self.list.activated_key.connect(self._on_opened)
        self.refresh()

    def refresh(self) -> None:
        text = self.search.text().strip()

        def op(session: Session, _control: JobControl) -> tuple[SimilarAnswer, ...]:
            from app.queries.faq import faq_entries

            return faq_entries(session, text)

        self.context.tasks.query(op, self._on_found, owner=self, replaces="faq")

    def _on_found(self, found: tuple[SimilarAnswer, ...]) -> None:
        self._rows = {one.id: one for one in found}
        rows = [
            RowContent(one.id, one.question, detail=" ".join(one.answer.split()), side=self.tr("used %n time(s)", "", one.used))
            for one in found
        ]
        self.list.set_rows(rows)
        set_shown(self.list, bool(rows))
        set_shown(self.none, not rows)
        searched = self.search.text().strip()
        self.none.setText(
            self.tr("Nothing is found for “{text}”.").format(text=searched)
            if searched
            else self.tr("Keep what you answered once, and it is offered when somebody asks the like again.")
        )

    def _on_opened(self, key: Hashable) -> None:
        if key in self._rows:
            _opened(FaqForm(self.context, self.parentWidget() or self, kept=self._rows[key]))


class RepliesPanel(BookPanel):
    """The sample replies, and ready-made ones to begin with."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(context, window, self.tr("Sample replies"))
        self._rows: dict[Hashable, SampleReply] = {}
        self.add = NormalButton(self.tr("New sample reply"), "plus")
        self.list = RowList(self.tr("Sample replies"), grows=True)
        self.ready = RowList(self.tr("Ready-made ones"), grows=True)
        self.ready.set_rows(
            [
                RowContent(place, translated(REPLIES, one.title), detail=" ".join(ready_words(one.text).split()))
                for place, one in enumerate(READY_REPLIES)
            ]
        )
        self.body.addLayout(
            row(WrapLabel(self.tr("Put into a draft with one press, with the name filled in."), TextStyle.BODY, Tone.TEXT2))
        )
        self.body.addWidget(self.list)
        self.body.addLayout(row(self.add, STRETCH))
        self.body.addWidget(Title(self.tr("Begin with a ready-made one"), TextStyle.CAPTION_BOLD))
        self.body.addWidget(self.ready)
        self.body.addStretch(1)
        for listed in (self.list, self.ready):
            listed.set_open_on_click(True)
        self.add.clicked.connect(lambda: _opened(ReplyForm(context, window, None)))
        self.list.activated_key.connect(self._on_opened)
        self.ready.activated_key.connect(self._on_ready)
        self.refresh()

    def refresh(self) -> None:
        def op(session: Session, _control: JobControl) -> tuple[SampleReply, ...]:
            from app.queries.faq import sample_replies

            return sample_replies(session)

        self.context.tasks.query(op, self._on_found, owner=self, replaces="replies")

    def _on_found(self, found: tuple[SampleReply, ...]) -> None:
        self._rows = {one.id: one for one in found}
        rows = []
        for one in found:
            side = kind_word(one.kind) if one.kind is not None else self.tr("For any")
            rows.append(RowContent(one.id, one.title, detail=" ".join(one.text.split()), side=side))
        self.list.set_rows(rows)
        set_shown(self.list, bool(rows))

    def _on_opened(self, key: Hashable) -> None:
        if key in self._rows:
            _opened(ReplyForm(self.context, self.parentWidget() or self, self._rows[key]))

    def _on_ready(self, key: object) -> None:
        if isinstance(key, int):
            one = READY_REPLIES[key]
            fields = ReplyFields(translated(REPLIES, one.title), ready_words(one.text), one.kind)
            _opened(ReplyForm(self.context, self.parentWidget() or self, None, fields))


class RequestsPanel(BookPanel):
    """Groups with how many asked for it, and requests that stand alone, each with the group it may belong to."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(context, window, self.tr("Requests put together"))
        self.lines = column(gap=8)
        self.body.addLayout(self.lines)
        self.body.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        def op(session: Session, _control: JobControl) -> RequestsView:
            from app.queries.inquiry_requests import requests_view

            return requests_view(session)

        self.context.tasks.query(op, self._on_found, owner=self, replaces="requests")

    def _on_found(self, found: RequestsView) -> None:
        clear(self.lines)
        if not found.groups and not found.alone:
            self.lines.addWidget(WrapLabel(self.tr("No request was received yet."), TextStyle.BODY, Tone.TEXT2))
        for group in found.groups:
            self.lines.addWidget(self._group_line(group))
        if found.alone:
            self.lines.addWidget(Title(self.tr("Not put together yet"), TextStyle.CAPTION_BOLD))
        for one in found.alone:
            self.lines.addWidget(self._single_line(one, found))

    def _group_line(self, group: RequestGroupRow) -> QWidget:
        names = LinkButton(self.tr("%n request(s)", "", group.count), small=True)
        names.clicked.connect(partial(self._on_names, group))
        names.setEnabled(bool(group.customer_ids))
        change = LinkButton(self.tr("Change"), small=True)
        change.clicked.connect(lambda: _opened(GroupForm(self.context, self.parentWidget() or self, group)))
        head = row(gap=8)
        head.addWidget(ElidedLabel(group.title, TextStyle.ROW_TITLE), 1)
        head.addWidget(names)
        head.addWidget(change)
        state = WrapLabel(group.state or self.tr("Nothing is decided yet."), TextStyle.CAPTION, Tone.TEXT2)
        return boxed(column(head, state, Hairline(), gap=4))

    def _single_line(self, one: RequestGroupRow, found: RequestsView) -> QWidget:
        number = one.inquiry_ids[0]
        line = row(gap=8)
        line.addWidget(ElidedLabel(one.title, TextStyle.BODY), 1)
        like = found.suggestions.get(number)
        if like is not None:
            join = NormalButton(self.tr("Put to “{title}”").format(title=_short(like.title)), small=True)
            join.clicked.connect(partial(self._on_join, one, like))
            line.addWidget(join)
        elif found.groups:
            line.addWidget(self._groups_button(one, found))
        else:
            begin = NormalButton(self.tr("Begin a group"), small=True)
            begin.clicked.connect(partial(self._on_join, one, None))
            line.addWidget(begin)
        return boxed(line)

    def _groups_button(self, one: RequestGroupRow, found: RequestsView) -> QWidget:
        button = MenuButton(self.tr("Put to …"), "plus", small=True)
        for group in found.groups:
            button.add_action(group.title, partial(self._on_join, one, group))
        button.menu().addSeparator()
        button.add_action(self.tr("Begin a group"), partial(self._on_join, one, None))
        return button

    def _on_join(self, one: RequestGroupRow, like: RequestGroupRow | None, _checked: bool = False) -> None:
        now = self.context.clock.now()
        alone = like is not None and like.id is None
        ids = (*one.inquiry_ids, *(like.inquiry_ids if like is not None and alone else ()))
        title = like.title if like is not None else one.title
        group_id = like.id if like is not None else None

        def op(session: Session, _control: JobControl) -> int:
            from app.services.request_groups import group_requests

            return group_requests(session, ids, title=title, group_id=group_id, now=now)

        self.context.tasks.command(op, partial(self._on_joined, title), owner=self)

    def _on_joined(self, title: str, action_id: int) -> None:
        self.context.messages.toast(self.tr("Put together: {title}").format(title=title), undo_action_id=action_id)

    def _on_names(self, group: RequestGroupRow, _checked: bool = False) -> None:
        self.close_panel()
        self.context.navigate.show_page("people", customer_ids=list(group.customer_ids), title=group.title)


class CausesPanel(BookPanel):
    """Complaints that were closed in a month by what caused them, with the names behind each."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(context, window, self.tr("Causes of complaints"))
        self._month = month_start(context.clock.today())
        self.before = IconButton("chevron-left", self.tr("The month before"))
        self.after = IconButton("chevron-right", self.tr("The month after"))
        self.title = Title("")
        self.lines = column(gap=10)
        self.body.addLayout(row(self.before, self.title, self.after, STRETCH, gap=8))
        self.body.addLayout(self.lines)
        self.body.addStretch(1)
        self.before.clicked.connect(partial(self._on_step, -1))
        self.after.clicked.connect(partial(self._on_step, 1))
        self.refresh()

    def refresh(self) -> None:
        start, end = self._month, add_months(self._month, 1)
        self.title.setText(day_text(start, DateStyle.MONTH))
        self.after.setEnabled(end <= self.context.clock.today())

        def op(session: Session, _control: JobControl) -> tuple[CauseCount, ...]:
            from app.queries.inquiry_figures import causes

            return causes(session, start, end)

        self.context.tasks.query(op, self._on_found, owner=self, replaces="causes")

    def _on_found(self, found: tuple[CauseCount, ...]) -> None:
        clear(self.lines)
        if not found:
            words = self.tr("No complaint was closed in this month.")
            self.lines.addWidget(WrapLabel(words, TextStyle.BODY, Tone.TEXT2))
        most = max((one.count for one in found), default=0)
        for one in found:
            self.lines.addWidget(self._line(one, most))

    def _line(self, one: CauseCount, most: int) -> QWidget:
        words = one.cause or self.tr("No cause given")
        bar = ProgressLine()
        bar.set_value(one.count, most)
        names = LinkButton(self.tr("Names"), small=True)
        names.setAccessibleName(self.tr("Names behind {cause}").format(cause=words))
        names.setEnabled(bool(one.customer_ids))
        names.clicked.connect(partial(self._on_names, one, words))
        head = row(gap=8)
        head.addWidget(WrapLabel(words, TextStyle.BODY_BOLD, Tone.TEXT), 1)
        head.addWidget(NumberText(self.tr("%n complaint(s)", "", one.count)), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(names, 0, Qt.AlignmentFlag.AlignTop)
        return boxed(column(head, bar, gap=4))

    def _on_step(self, months: int, _checked: bool = False) -> None:
        self._month = add_months(self._month, months)
        self.refresh()

    def _on_names(self, one: CauseCount, words: str, _checked: bool = False) -> None:
        self.close_panel()
        self.context.navigate.show_page("people", customer_ids=list(one.customer_ids), title=words)


def _opened(panel: SidePanel) -> None:
    panel.open_panel()


def _short(text: str, length: int = 14) -> str:
    return text if len(text) <= length else f"{text[:length]}…"
