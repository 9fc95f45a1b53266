"""All surveys of the shop and what can be done with each; while there is none, what they are good for and three ready ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.formats import CountUnit, format_count
from app.domain.survey_rows import SurveyRow
from app.domain.survey_templates import SurveyTemplate
from app.domain.surveys import Audience, SurveyState
from app.jobs.job import JobControl
from app.views.moments import language, moment_text, short_day
from app.views.surveys.list_acts import ListActs
from app.views.surveys.words import audience_word, state_word, template_facts
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.card import Card
from app.views.widgets.check_box import CheckBox
from app.views.widgets.key_cap import KeyHints
from app.views.widgets.labels import Title, WrapLabel
from app.views.widgets.layouts import ScrollColumn, boxed, column, set_shown
from app.views.widgets.page_header import PageHeader
from app.views.widgets.row_list import RowAction, RowContent, RowList

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

READY_SHOWN = 3
Found = tuple[tuple[SurveyRow, ...], tuple[SurveyTemplate, ...], int]


class SurveyList(QWidget):
    """`open_requested(id, place)`: a view of a survey; the id None: of all. `make_requested`: to make one, from a ready-made one or empty.
    `read_requested`: to read sheets that came back."""

    open_requested = Signal(object, str)
    make_requested = Signal()
    read_requested = Signal()

    def __init__(self, context: AppContext, offered: frozenset[str]) -> None:
        """`offered`: which views of a survey there are."""
        super().__init__()
        self._context = context
        self._offered = offered
        self._all: Sequence[SurveyRow] = ()
        self._rows: Sequence[SurveyRow] = ()
        self._ready: Sequence[SurveyTemplate] = ()
        self._wanted: int | None = None
        self._opens_first = ""
        self.acts = ListActs(context, self)
        self._build()
        self._connect()

    def refresh(self) -> None:
        spoken = language()

        def op(session: Session, _control: JobControl) -> Found:
            from app.domain.survey_templates import templates_for
            from app.printing.survey_templates import survey_templates
            from app.queries.shop import shop_fields
            from app.queries.survey_queue import count_waiting
            from app.queries.surveys import surveys

            ready = templates_for(shop_fields(session).trade, survey_templates(spoken))
            return surveys(session, with_archived=True), tuple(ready), count_waiting(session)

        self._context.tasks.query(op, self._on_found, owner=self, replaces="surveys")

    def stand_on(self, survey_id: int) -> None:
        """Put the keyboard on this survey, now or when it has come."""
        self._wanted = survey_id
        self._stand()

    def open_first(self, place: str) -> None:
        """A view of the survey at the top, when the list has come."""
        self._opens_first = place
        self.refresh()

    def trigger_primary(self) -> None:
        self.make.click()

    def focus_search(self) -> None:
        (self.list if self._rows else self.proposed).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Surveys"))
        self.archived = CheckBox(self.tr("Archived too"))
        self.make = PrimaryButton(self.tr("Make a survey"), "plus")
        self.make.set_shortcut_hint("Ctrl+Return", live=False)
        self.check = NormalButton("", "triangle-alert")
        self.read = NormalButton(self.tr("Read sheets"), "scan-text")
        self.read.setVisible("review" in self._offered)
        self.check.hide()
        for part in (self.archived, self.check, self.read):
            self.header.add(part)
        self.header.set_primary(self.make)
        self.list = RowList(self.tr("Surveys"), row_height=62)
        self.list.set_open_on_click(True)
        self.keys = KeyHints(self._key_hints())
        self._card = Card()
        self._card.add_list(boxed(column(self.list, self._first_words(), gap=0)))
        self._card.add(self.keys)
        layout = column(self.header, gap=12, margins=(24, 16, 24, 16))
        layout.addWidget(self._card, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.list)

    def _first_words(self) -> QWidget:
        """What stands in place of the list while there is none."""
        self.proposed = RowList(self.tr("Ready-made surveys"), row_height=62, grows=True)
        self.proposed.set_open_on_click(True)
        title = Title(self.tr("Hear what your customers think, and act on it the same day"), TextStyle.DIALOG_TITLE)
        words = self.tr(
            "Print a sheet, hand it over, and put what comes back into the scanner or type it in. The answers stand on the customer's "
            "page, and whoever was not satisfied is on the list of today. Begin with one of these:"
        )
        body = WrapLabel(words, TextStyle.BODY, Tone.TEXT2)
        scroll = ScrollColumn(gap=10)
        scroll.body.addWidget(boxed(column(title, body, gap=6, margins=(14, 10, 14, 0))))
        scroll.body.addWidget(self.proposed)
        scroll.body.addStretch(1)
        self.empty = scroll
        return scroll

    def _connect(self) -> None:
        self.make.clicked.connect(self.make_requested)
        self.archived.clicked.connect(self._show)
        self.read.clicked.connect(self.read_requested)
        self.check.clicked.connect(lambda: self.open_requested.emit(None, "review"))
        self.list.activated_key.connect(self._on_opened)
        self.list.action_triggered.connect(self._on_action)
        self.proposed.activated_key.connect(self._on_proposed)

    def _on_found(self, found: Found) -> None:
        self._all, self._ready, waiting = found
        self.check.setText(self.tr("Check %n page(s)", "", waiting))
        self.check.setVisible(bool(waiting) and "review" in self._offered)
        self._show()
        self._stand()
        place, self._opens_first = self._opens_first, ""
        if place and self._rows:
            self.open_requested.emit(self._rows[0].id, place)

    def _show(self) -> None:
        put_aside = [row for row in self._all if row.state is SurveyState.ARCHIVED]
        set_shown(self.archived, bool(put_aside))
        is_whole = self.archived.isChecked() and bool(put_aside)
        rows = self._rows = tuple(row for row in self._all if is_whole or row.state is not SurveyState.ARCHIVED)
        self.header.set_fact(format_count(len(rows), CountUnit.ITEMS, language()) if rows else "")
        self.list.set_rows([self._row(row) for row in rows])
        self.proposed.set_rows([self._proposal(one) for one in self._ready[:READY_SHOWN]])
        for part in (self.list, self.keys):
            set_shown(part, bool(rows))
        set_shown(self.empty, not rows)

    def _stand(self) -> None:
        if self._wanted is not None and self.list.select_key(self._wanted):
            self._wanted = None
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _key_hints(self) -> list[tuple[str, str]]:
        hints = [("Enter", self.tr("open"))]
        for place, key, text in (("entry", "E", self.tr("enter answers")), ("results", "R", self.tr("results"))):
            if place in self._offered:
                hints.append((key, text))
        return [*hints, ("Del", self.tr("archive"))]

    def _row(self, row: SurveyRow) -> RowContent:
        chip = None if row.state is SurveyState.IN_USE else (state_word(row.state), _tone(row.state))
        # As the builder says it: what is edited becomes the next one.
        number = row.version + (1 if row.changed else 0)
        version = self.tr("Version {version}").format(version=number) if row.version else ""
        what = [audience_word(row.audience)] if row.audience is Audience.STAFF else []
        what += [version] if version else []
        side = self.tr("%n answer(s)", "", row.answers) if row.version else ""
        last = self._last(row)
        return RowContent(
            row.id, row.title, what="  ".join(what), detail=self._detail(row), icon="clipboard-list", icon_tone=Tone.PRIMARY,
            icon_circle=True, chip=chip, side="" if chip else side, side_detail="" if chip else last, actions=self._actions(row),
            accessible=". ".join(part for part in (row.title, *what, self._detail(row), side, last, chip[0] if chip else "") if part),
        )  # fmt: skip

    def _detail(self, row: SurveyRow) -> str:
        parts = [self.tr("%n question(s)", "", row.questions)]
        if row.handed_out:
            parts.append(self.tr("%n sheet(s) handed out", "", row.handed_out))
        if row.open:
            parts.append(self.tr("%n sheet(s) with doubts", "", row.open))
        if sum(one.title == row.title for one in self._rows) > 1:
            # The title stands on the sheets, so another one is not made up.
            parts.append(self.tr("changed {moment}").format(moment=moment_text(row.updated_at, self._context.clock)))
        return self.tr(" · ").join(parts)

    def _last(self, row: SurveyRow) -> str:
        if row.last_answer is None:
            return ""
        return self.tr("last on {day}").format(day=short_day(row.last_answer, self._context.clock.today()))

    def _actions(self, row: SurveyRow) -> tuple[RowAction, ...]:
        acts = []
        if row.questions and "entry" in self._offered:
            # Also answers that never stood on paper: a talk is noted before anything is printed.
            is_used = bool(row.version)
            acts.append(RowAction("entry", self.tr("Enter answers"), key="E", shown=is_used, always=is_used))
        if row.version and "results" in self._offered:
            acts.append(RowAction("results", self.tr("Results"), key="R"))
        if row.open and "review" in self._offered:
            acts.append(RowAction("review", self.tr("Settle doubts"), key="D"))
        if "print" in self._offered and row.state is not SurveyState.ARCHIVED:
            acts.append(RowAction("print", self.tr("Print sheets"), key="P", shown=False))
        if "import" in self._offered:
            # Of one in use it stands on the results too.
            acts.append(RowAction("import", self.tr("Bring in answers"), shown=not row.version))
        acts.append(RowAction("copy", self.tr("Copy"), shown=False))
        if row.state is SurveyState.ARCHIVED:
            acts.append(RowAction("restore", self.tr("Put back into the list"), shown=False))
        elif row.version:
            acts.append(RowAction("archive", self.tr("Archive"), key="Del", shown=False))
        else:
            acts.append(RowAction("delete", self.tr("Delete the draft"), key="Del", shown=False))
        return tuple(acts)

    def _proposal(self, one: SurveyTemplate) -> RowContent:
        return RowContent(
            one.key, one.content.title, detail=template_facts(one), icon="sparkles", icon_tone=Tone.PRIMARY, icon_circle=True
        )  # fmt: skip

    def _row_of(self, key: object) -> SurveyRow | None:
        return next((row for row in self._rows if row.id == key), None)

    def _on_opened(self, key: object) -> None:
        if isinstance(key, int):
            self.open_requested.emit(key, "builder")

    def _on_action(self, action: str, key: object) -> None:
        row = self._row_of(key)
        if row is None:
            return
        acts = {"copy": self.acts.copy, "archive": self.acts.archive, "restore": self.acts.restore, "delete": self.acts.delete}
        if action in acts:
            acts[action](row)
        else:
            self.open_requested.emit(row.id, action)

    def _on_proposed(self, key: object) -> None:
        ready = next((one for one in self._ready if one.key == key), None)
        if ready is not None:
            self.acts.make(ready.content, ready.audience)


def _tone(state: SurveyState) -> Tone:
    return Tone.ACCENT if state is SurveyState.DRAFT else Tone.NEUTRAL
