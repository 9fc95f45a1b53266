"""Why it came about and what keeps it from happening again: asked when a voice is closed."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.context import AppContext
from app.domain.inquiries import Closing, InquiryKind
from app.domain.inquiry_rows import InquiryDetail
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import MenuButton, escape_mnemonic
from app.views.widgets.check_box import CheckBox
from app.views.widgets.form_field import FormField
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import Caption, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.text_field import TextField

PREVENT_IN = timedelta(days=7)
_SIDE_BY_SIDE = 440


class ClosingPart(QWidget):
    """`typed` with every key."""

    typed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._detail: InquiryDetail | None = None
        self._causes: tuple[str, ...] = ()
        self._is_wide: bool | None = None
        self._build()
        self.cause.textEdited.connect(lambda _text: self._on_typed())
        self.prevention.textEdited.connect(lambda _text: self._on_typed())

    def closing(self) -> Closing:
        day: date | None = None
        if not self.plan.isHidden() and self.plan.isChecked() and self.prevention.text().strip():
            day = self._context.clock.today() + PREVENT_IN
        return Closing(self.cause.text().strip(), self.prevention.text().strip(), day)

    def show_detail(self, detail: InquiryDetail, *, keeps_typed: bool) -> None:
        """`keeps_typed`: what stands in the fields is newer than what is stored."""
        is_other = self._detail is None or self._detail.row.id != detail.row.id
        self._detail = detail
        if is_other:
            self.cause_field.clear_error()
            self.plan.setChecked(bool(detail.row.customer_id))
        if not keeps_typed:
            for field, text in ((self.cause, detail.cause), (self.prevention, detail.prevention)):
                if field.text().strip() != text:
                    field.setText(text)
                    field.setCursorPosition(0)
        is_complaint = detail.row.kind is InquiryKind.COMPLAINT
        self.hint.setText(self.tr("asked when it is closed") if is_complaint else self.tr("not needed, but it helps"))
        self._fill_causes(detail.causes)
        self._show_same()
        set_shown(self.plan, detail.row.customer_id is not None)

    def set_read_only(self, read_only: bool) -> None:
        for field in (self.cause, self.prevention):
            field.setReadOnly(read_only)
        self.known.setEnabled(not read_only and bool(self._causes))

    def ask(self, sentence: str) -> None:
        """Something is missing before it can be closed."""
        self.cause_field.set_error(sentence)
        self.cause.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_fields(is_wide=self.width() >= theme_of(self).px(_SIDE_BY_SIDE))

    def _build(self) -> None:
        self.hint = Caption()
        self.cause = TextField()
        self.prevention = TextField(self.tr("What you will do differently"))
        self.known = MenuButton("", "chevron-down", name=self.tr("Causes given before"), small=True)
        cause_line = row(gap=4)
        cause_line.addWidget(self.cause, 1)
        cause_line.addWidget(self.known)
        self.cause_field = FormField(self.tr("Cause"), boxed(cause_line))
        self.cause_field.label.setBuddy(self.cause)
        self.prevention_field = FormField(self.tr("So that it does not happen again"), self.prevention)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.same = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self._same_box = row(IconLabel("info", size=15, tone=Tone.INFO), gap=6)
        self._same_box.addWidget(self.same, 1)
        self._same_line = boxed(self._same_box)
        self.plan = CheckBox(self.tr("Plan it as a follow-up in a week"))
        head = row(Title(self.tr("Cause, and what prevents it")), self.hint, STRETCH, gap=8)
        self.setLayout(column(head, self._grid, self._same_line, self.plan, gap=6))
        self._place_fields(is_wide=True)

    def _place_fields(self, *, is_wide: bool) -> None:
        if self._is_wide is is_wide:
            return
        self._is_wide = is_wide
        self._grid.removeWidget(self.prevention_field)
        self._grid.setHorizontalSpacing(theme_of(self).px(10))
        # At the top: what is missing may stand under the one alone.
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self.cause_field, 0, 0, top)
        self._grid.addWidget(self.prevention_field, 0 if is_wide else 1, 1 if is_wide else 0, top)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if is_wide else 0)

    def _fill_causes(self, causes: tuple[str, ...]) -> None:
        if causes == self._causes:
            return
        self._causes = causes
        self.known.menu().clear()
        for cause in causes:
            self.known.menu().addAction(escape_mnemonic(cause)).triggered.connect(partial(self._on_cause, cause))
        self.known.setEnabled(bool(causes))

    def _show_same(self) -> None:
        detail = self._detail
        is_stored = detail is not None and bool(detail.cause) and self.cause.text().strip() == detail.cause
        count = detail.same_cause + 1 if detail is not None and is_stored else 0
        is_told = count > 1 and detail is not None and detail.row.kind is InquiryKind.COMPLAINT
        self.same.setText(self.tr("With this cause it is no. %n within three months.", "", count) if is_told else "")
        set_shown(self._same_line, is_told)

    def _on_cause(self, cause: str, _checked: bool = False) -> None:
        self.cause.setText(cause)
        self._on_typed()

    def _on_typed(self) -> None:
        self.cause_field.clear_error()
        self._show_same()
        self.typed.emit()
