"""Step 1: three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.demo import DEMO_CUSTOMERS
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.card import Card
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, column, row


class BeginStep(QWidget):
    demo_chosen = Signal()
    import_chosen = Signal()
    empty_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        demo_text = self.tr("A shop with {count} invented customers to try everything with. It can be removed at any time.")
        self.demo_button = PrimaryButton(self.tr("Try the sample"))
        self.import_button = NormalButton(self.tr("Choose a file"))
        self.empty_button = NormalButton(self.tr("Type the shop's name"))
        cards = row(gap=16)
        for icon, title, body, button in (
            ("sun", self.tr("Try the sample shop"), demo_text.format(count=DEMO_CUSTOMERS), self.demo_button),
            (
                "download",
                self.tr("Bring in the list you have"),
                self.tr("From Excel, CSV or a postcard program. You see what is in it before anything is stored."),
                self.import_button,
            ),
            (
                "plus",
                self.tr("Begin with nothing"),
                self.tr("Add customers one by one. A list can be brought in later too."),
                self.empty_button,
            ),
        ):
            cards.addWidget(_card(icon, title, body, button), 1)
        welcome = WrapLabel(self.tr("Welcome to Okaeri"), TextStyle.KPI, Tone.TEXT)
        lead = WrapLabel(
            self.tr("Not to forget a customer, and not to be forgotten: that is what it is for. Where would you like to begin?"),
            TextStyle.BODY,
            Tone.TEXT2,
        )
        safe = WrapLabel(
            self.tr("Customers' data stay on this computer. Nothing is sent over the internet."), TextStyle.CAPTION, Tone.TEXT2
        )
        self.setLayout(column(welcome, lead, 8, cards, 4, safe, gap=8))
        self.demo_button.clicked.connect(self.demo_chosen)
        self.import_button.clicked.connect(self.import_chosen)
        self.empty_button.clicked.connect(self.empty_chosen)


def _card(icon: str, title: str, body: str, button: QPushButton) -> Card:
    card = Card()
    card.add(row(IconLabel(icon, size=28, tone=Tone.PRIMARY), STRETCH))
    card.add(WrapLabel(title, TextStyle.DIALOG_TITLE, Tone.TEXT))
    card.add(WrapLabel(body, TextStyle.BODY, Tone.TEXT2), 1)
    card.add(row(button, STRETCH))
    return card
