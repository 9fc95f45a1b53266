"""For whom the template is seen: real customers, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.print_runs import Candidate
from app.views.labels_customers import polite_name
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import IconButton
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.layouts import row


class RecipientLine(QWidget):
    """`changed`: another person is shown."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._people: Sequence[Candidate] = ()
        self._place = 0
        self.back = IconButton("chevron-left", self.tr("Person before"), size=32, framed=True)
        self.forward = IconButton("chevron-right", self.tr("Next person"), size=32, framed=True)
        self.name = ElidedLabel("", TextStyle.BODY_BOLD, Tone.TEXT)
        self.name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line = row(self.back, gap=8)
        line.addWidget(self.name, 1)
        line.addWidget(self.forward)
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.back.clicked.connect(self._on_back)
        self.forward.clicked.connect(self._on_forward)
        self._show()

    def person(self) -> Candidate | None:
        """None: somebody made up, as the shop has no customers yet."""
        return self._people[self._place] if self._people else None

    def set_people(self, people: Sequence[Candidate]) -> None:
        """The same person stays, if he is among them."""
        shown = self.person()
        ids = [one.customer_id for one in people]
        self._people = people
        self._place = ids.index(shown.customer_id) if shown is not None and shown.customer_id in ids else 0
        self._show()

    def step(self, step: int) -> None:
        if len(self._people) > 1:
            self._place = (self._place + step) % len(self._people)
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        person = self.person()
        if person is None:
            self.name.setText(self.tr("Somebody made up"))
        else:
            name = polite_name(person.name, is_company=person.is_company)
            self.name.setText(f"{self._place + 1} / {len(self._people)}  {name}")
        for button in (self.back, self.forward):
            button.setEnabled(len(self._people) > 1)

    def _on_back(self) -> None:
        self.step(-1)

    def _on_forward(self) -> None:
        self.step(1)
