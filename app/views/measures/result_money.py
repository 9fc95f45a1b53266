"""What a campaign brought in and what it cost."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.domain.errors import in_a_row
from app.domain.measure_cost import CostLines
from app.views.measures.result_words import ResultWords
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton
from app.views.widgets.card import Card
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, row, set_shown
from app.views.widgets.summary import AmountLines


class MoneyWords(QObject):
    """Only to say how the parts of a cost are called."""

    def lines(self, words: ResultWords) -> list[tuple[str, str, bool]]:
        """The parts that are not nothing, their sum, and what of it the profit has borne already."""
        cost = words.result.lines
        named = {
            "initial": self.tr("Bought once, training and other"),
            "running": self.tr("Running"),
            "postage": self.tr("Postage"),
            "printing": self.tr("Paper and ink"),
            "labour": self.tr("Work of the staff"),
            "incentives": self.tr("Points and offers"),
            "own": self.tr("As the list says"),
        }
        found = [(name, words.money(getattr(cost, key)), False) for key, name in named.items() if getattr(cost, key)]
        found.append((self.tr("Cost in all"), words.money(cost.total), True))
        if cost.in_margin:
            found.append((self.tr("Of it taken from the profit already"), words.money(cost.in_margin), False))
        return found

    def incentives(self, words: ResultWords, cost: CostLines) -> str:
        """What of points and offers is in the profit, and what is charged."""
        charged = cost.incentives - cost.in_margin
        if not cost.in_margin:
            return self.tr("Points and gifts are charged in full, because they have not lowered the profit.") if charged else ""
        text = self.tr("{amount} of points and offers has lowered the profit already and is not taken off a second time.")
        said = text.format(amount=words.money(cost.in_margin))
        if not charged:
            return said
        return in_a_row(said, self.tr("The other {amount} is charged on top.").format(amount=words.money(charged)))


class MoneyCard(Card):
    edit_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Money in and out"), gap=6)
        self._say = MoneyWords(self)
        self.lines = AmountLines()
        self.range = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.note = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.edit = NormalButton(self.tr("Correct the costs"), "pencil", small=True)
        self.add(self.lines)
        self.add(self.range)
        self.add(self.note)
        self.body.addStretch(1)
        self.add(row(self.edit, STRETCH))
        self.edit.clicked.connect(self.edit_requested)

    def show_result(self, words: ResultWords) -> None:
        self.lines.clear()
        for name, amount, is_bold in self.amounts(words):
            self.lines.add(name, amount, bold=is_bold)
        self.range.setText(self._range(words))
        set_shown(self.range, bool(self.range.text()))
        self.note.setText(self._say.incentives(words, words.result.lines))
        set_shown(self.note, bool(self.note.text()))

    def amounts(self, words: ResultWords) -> list[tuple[str, str, bool]]:
        """Name, amount, whether it is a sum."""
        result, effect = words.result, words.result.cuped
        found = self._say.lines(words)
        if effect is not None:
            found.insert(0, (self.tr("Gross profit brought in"), words.money(effect.effect * result.n_sent), True))
            left = effect.effect * result.n_sent - result.charged
            found.append((self.tr("Left over"), words.money(left), True))
        return found

    def _range(self, words: ResultWords) -> str:
        result, effect = words.result, words.result.cuped
        if effect is None:
            return ""
        known = {"each": words.money(effect.effect), "people": result.n_sent}
        known |= {name: words.money(getattr(effect, name) * result.n_sent) for name in ("low", "high")}
        return self.tr("Brought in: {each} x {people} people; allowing for chance {low} to {high}.").format(**known)
