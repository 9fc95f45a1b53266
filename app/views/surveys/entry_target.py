"""Which sheet is typed in: found by the number at its foot or by whose it is; or one without either."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.survey_answers import SheetFound
from app.domain.survey_entry import EntryStart, EntryTarget
from app.domain.surveys import Audience, ResponseState
from app.jobs.job import JobControl
from app.views.labels_customers import hit_row, polite_name
from app.views.moments import day_text
from app.views.purchases.enter_search import EnterSearch
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton
from app.views.widgets.labels import Caption, ElidedLabel, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.row_list import RowContent, RowList

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.queries.survey_entry import EntryHits

SHEET, PERSON = "sheet", "person"
WAITING, FEW_WAITING = 6, 3


class TargetPart(QWidget):
    """`sheet_chosen` and `customer_chosen` carry ids; `another_requested`: not this one after all."""

    sheet_chosen = Signal(int)
    customer_chosen = Signal(int)
    nobody_chosen = Signal()
    another_requested = Signal()

    def __init__(self, context: AppContext, survey_id: int) -> None:
        super().__init__()
        self._context = context
        self._survey_id = survey_id
        self._start: EntryStart | None = None
        self._is_talk = False
        self._most = WAITING
        self._found_for: str | None = None
        self._takes_first = False
        self._build()
        self._connect()

    def show_start(self, start: EntryStart) -> None:
        self._start = start
        self._fit()
        if not self.search.text().strip():
            self._show_waiting()

    def set_talk(self, is_talk: bool) -> None:
        """After a talk there is no sheet: the customer alone is looked for."""
        self._is_talk = is_talk
        self._fit()
        self._on_search("")

    def give_way(self) -> None:
        """To what was recorded, which stands below from now on."""
        self._most = FEW_WAITING

    def begin(self) -> None:
        """Ready for the next sheet, with the cursor in the field."""
        self._show_found(None)
        # What was typed for the sheet before is over: undoing means that sheet.
        self.search.setText("")
        self.search.send_now()
        self._show_waiting()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_target(self, target: EntryTarget) -> None:
        self._takes_first = False
        self._show_found(target)

    def _build(self) -> None:
        self.search = EnterSearch("")
        self.hits = RowList(self.tr("Sheets and customers found"), row_height=52, grows=True)
        self.hits.set_open_on_click(True)
        self.caption = Caption()
        self.none = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.nobody = NormalButton(self.tr("Type in without a number"), "file-text", small=True)
        self.who = ElidedLabel("", TextStyle.DIALOG_TITLE)
        self.what = ElidedLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.notice = WrapLabel("", TextStyle.CAPTION, Tone.WARN)
        self.another = LinkButton(self.tr("Another sheet"), "undo-2", small=True)
        self._looking = boxed(column(self.search, self.none, row(self.caption, STRETCH), self.hits, row(self.nobody, STRETCH), gap=6))
        self._found = boxed(column(self.who, self.what, self.notice, row(self.another, STRETCH), gap=2))
        for part in (self._found, self.hits, self.none, self.caption):
            part.hide()
        self.setLayout(column(self._looking, self._found, gap=0))

    def _connect(self) -> None:
        self.search.search_changed.connect(self._on_search)
        self.search.entered.connect(self._on_entered)
        self.search.down_pressed.connect(self._on_down)
        self.hits.activated_key.connect(self._on_hit)
        self.nobody.clicked.connect(self.nobody_chosen)
        self.another.clicked.connect(self.another_requested)

    def _fit(self) -> None:
        is_staff = self._start is not None and self._start.audience is Audience.STAFF
        if self._is_talk:
            words = self.tr("Name, reading or phone")
        else:
            words = self.tr("Sheet number") if is_staff else self.tr("Sheet number or name")
        self.search.setPlaceholderText(words)
        self.search.setAccessibleName(words)
        set_shown(self.nobody, not self._is_talk)

    def _show_found(self, target: EntryTarget | None) -> None:
        set_shown(self._looking, target is None)
        set_shown(self._found, target is not None)
        if target is None:
            return
        sheet = target.sheet
        name = polite_name(target.customer_name, is_company=target.is_company) if target.customer_name else self.tr("Without a name")
        self.who.setText(name)
        self.what.setText(self.tr("Sheet {number}").format(number=sheet.shown) if sheet is not None else self.tr("Without a sheet"))
        self.notice.setText(self._notice(target))
        set_shown(self.notice, bool(self.notice.text()))
        self.another.setText(self.tr("Somebody else") if self._is_talk else self.tr("Another sheet"))

    def _notice(self, target: EntryTarget) -> str:
        recorded = target.recorded
        if recorded is None:
            return ""
        if recorded.state is ResponseState.OPEN:
            return self.tr("Its scan has doubts. What you record here settles them.")
        day = day_text(recorded.day, today=self._context.clock.today())
        return self.tr("Recorded already, as of {day}. What you change here corrects it.").format(day=day)

    def _on_search(self, _text: str) -> None:
        text, today = self.search.text().strip(), self._context.clock.today()
        self._found_for = None
        if not text:
            self._takes_first = False
            self.none.hide()
            self._show_waiting()
            return
        survey_id, is_talk = self._survey_id, self._is_talk

        def op(session: Session, _control: JobControl) -> EntryHits:
            from app.queries.survey_entry import find_entry

            hits = find_entry(session, survey_id, text, today)
            return replace(hits, sheets=()) if is_talk else hits

        self._context.tasks.query(op, self._on_hits, owner=self, replaces="entry")

    def _on_hits(self, hits: EntryHits) -> None:
        if hits.text != self.search.text().strip():
            return
        today = self._context.clock.today()
        self._found_for = hits.text
        rows = [self._sheet_row(sheet) for sheet in hits.sheets]
        rows += [replace(hit_row(one, today), key=(PERSON, one.id)) for one in hits.customers]
        self.hits.set_rows(rows)
        set_shown(self.hits, bool(rows))
        self.caption.hide()
        self.none.setText(self.tr("Nothing is found for “{text}”.").format(text=hits.text))
        set_shown(self.none, not rows)
        if self._takes_first:
            self._take_first()

    def _show_waiting(self) -> None:
        """What was printed and did not come back yet, to be clicked on."""
        waiting = () if self._start is None or self._is_talk else self._start.waiting[: self._most]
        self.hits.set_rows([self._sheet_row(sheet) for sheet in waiting])
        set_shown(self.hits, bool(waiting))
        left = self._start.left if self._start is not None else 0
        self.caption.setText(self.tr("%n printed sheet(s) not typed in yet", "", left))
        set_shown(self.caption, bool(waiting))

    def _sheet_row(self, sheet: SheetFound) -> RowContent:
        name = polite_name(sheet.customer_name, is_company=sheet.is_company) if sheet.customer_name else self.tr("Without a name")
        detail = self.tr("Sheet {number}").format(number=sheet.shown)
        if sheet.survey_id != self._survey_id:
            detail = self.tr("{sheet} · of “{title}”").format(sheet=detail, title=sheet.survey_title)
        chip = None
        if sheet.is_recorded:
            chip = (self.tr("Recorded"), Tone.OK)
        elif sheet.response_state is ResponseState.OPEN:
            chip = (self.tr("Doubts"), Tone.WARN)
        return RowContent((SHEET, sheet.sheet_id), name, detail=detail, icon="file-text", icon_circle=True, chip=chip)

    def _on_entered(self, text: str) -> None:
        if not text:
            return
        self._takes_first = True
        if self._found_for == text:
            self._take_first()

    def _take_first(self) -> None:
        self._takes_first = False
        rows = self.hits.rows()
        if rows:
            self._on_hit(rows[0].key)

    def _on_down(self) -> None:
        if self.hits.isVisible():
            self.hits.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_hit(self, key: object) -> None:
        if isinstance(key, tuple):
            (self.sheet_chosen if key[0] == SHEET else self.customer_chosen).emit(key[1])
