"""Where a run stopped: the number of the first piece that did not come out well, with the name on it and what follows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from app.domain.run_details import RunDetails
from app.views.printing.log_words import numbered
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.card import Inset
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import ElidedLabel, WrapLabel
from app.views.widgets.layouts import STRETCH, column, row
from app.views.widgets.number_field import NumberField


class StopBox(Inset):
    """`noted` carries the number; `left` when nothing is to be noted after all."""

    noted = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(gap=8)
        self._details: RunDetails | None = None
        self._build()
        self._connect()

    def begin(self, details: RunDetails, position: int | None = None) -> None:
        """`position`: a piece that was pointed at."""
        self._details = details
        self.number.set_value(position)
        self.number_field.clear_error()
        self._show()
        self.number.setFocus()
        self.number.selectAll()

    def renew(self) -> None:
        """What was noted has been answered."""
        self._show()

    def _build(self) -> None:
        self.number = NumberField(1)
        self.number.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        hint = self.tr("Look at the last sheet that is right, and type the number of the next one. ↑↓ change the number.")
        self.number_field = FormField(self.tr("First piece that did not come out well"), self.number, hint=hint)
        self.name = ElidedLabel("", TextStyle.ROW_TITLE)
        self.address = ElidedLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.sentence = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.note = PrimaryButton(self.tr("Note that it stopped here"), "check")
        self.cancel = NormalButton(self.tr("Change nothing"))
        self.add(self.number_field)
        self.add(column(self.name, self.address, gap=1))
        self.add(self.sentence)
        self.add(row(STRETCH, self.cancel, self.note))

    def _connect(self) -> None:
        self.number.value_changed.connect(self._show)
        self.number.returnPressed.connect(self._on_note)
        self.note.clicked.connect(self._on_note)
        self.cancel.clicked.connect(self.left)

    def _position(self) -> int | None:
        value = self.number.value()
        return int(value) if value is not None else None

    def _show(self) -> None:
        details, position = self._details, self._position()
        if details is None:
            return
        piece = details.at(position) if position is not None else None
        stopped = details.stopped_by(position) if position is not None and piece is not None else []
        self.name.setText(numbered(piece) if piece is not None else "")
        self.address.setText(piece.address if piece is not None else "")
        self.note.setEnabled(bool(stopped))
        self.sentence.setText(self._sentence(details, len(stopped), is_typed=bool(self.number.text().strip())))
        self.sentence.set_tone(Tone.TEXT if stopped or not self.number.text().strip() else Tone.DANGER)

    def _sentence(self, details: RunDetails, stopped: int, *, is_typed: bool) -> str:
        if not is_typed:
            return self.tr("Nothing is changed until you note it.")
        if not stopped:
            last = details.pieces[-1].position if details.pieces else 0
            return self.tr("There is no piece with this number that is noted as sent. The numbers go up to {last}.").format(last=last)
        kept = sum(piece.sent_on is not None for piece in details.pieces) - stopped
        words = self.tr("%n piece(s) will be noted as not printed, this one included. {kept}", "", stopped)
        stays = self.tr("%n piece(s) stay noted as sent.", "", kept) if kept else self.tr("None stays noted as sent.")
        return words.format(kept=stays)

    def _on_note(self) -> None:
        position = self._position()
        if position is not None and self.note.isEnabled():
            # Until it is answered; Enter pressed twice is meant once.
            self.note.setEnabled(False)
            self.noted.emit(position)
