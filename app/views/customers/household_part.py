"""同じ世帯: who shares the post with a customer, who seems to, and whom it is addressed to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.customer_rows import CustomerView
from app.domain.customers import CustomerKind
from app.domain.households import HouseholdMember, HouseholdView
from app.domain.names import initials
from app.views.labels_customers import polite_name
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton
from app.views.widgets.labels import Title, WrapLabel
from app.views.widgets.layouts import STRETCH, clear, column, hairline, row, set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList


class HouseholdPart(QWidget):
    """Ids of customers: `customer_requested` to be opened, `join_requested` to be put into one household, `leave_requested`,
    `order_requested` all of them in their new order; `add_requested`: somebody is still to be chosen."""

    customer_requested = Signal(int)
    add_requested = Signal()
    join_requested = Signal(list)
    leave_requested = Signal(int)
    order_requested = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._shown = 0
        self._household = HouseholdView()
        self.add = LinkButton(self.tr("Add somebody"), small=True)
        self.add.clicked.connect(self.add_requested)
        self.hint = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.members = RowList(self.tr("Same household"), row_height=44, uniform=False, grows=True)
        self.members.set_open_on_click(True)
        self.members.activated_key.connect(self._on_opened)
        self.members.action_triggered.connect(self._on_act)
        self._proposals = column(gap=4)
        self.offers: list[LinkButton] = []
        head = row(Title(self.tr("Same household")), STRETCH, self.add)
        self.setLayout(column(head, self.members, self.hint, self._proposals, hairline(), gap=6))

    def show_customer(self, view: CustomerView) -> None:
        self._shown, self._household = view.card.id, view.household
        members = view.household.members
        self.members.set_rows([self._row(member, place) for place, member in enumerate(members)])
        set_shown(self.members, bool(members))
        if members:
            self.hint.setText(self.tr("One card or letter goes to all of them, addressed to the first who may get post."))
        else:
            self.hint.setText(self.tr("Whoever is added here shares one card or letter with this customer."))
        self._show_proposed(view.household.proposed)
        set_shown(self, view.card.fields.kind is CustomerKind.PERSON)

    def _show_proposed(self, proposed: Sequence[HouseholdMember]) -> None:
        clear(self._proposals)
        self.offers = []
        for other in proposed:
            name = polite_name(other.name)
            words = WrapLabel(self.tr("{name} has the same family name and address.").format(name=name), TextStyle.BODY, Tone.TEXT)
            button = LinkButton(self.tr("Share the post"), small=True)
            button.setAccessibleName(self.tr("Put {name} in the same household").format(name=name))
            button.clicked.connect(lambda _checked=False, number=other.id: self.join_requested.emit([self._shown, number]))
            self.offers.append(button)
            line = row(gap=10)
            line.addWidget(words, 1)
            line.addWidget(button)
            self._proposals.addLayout(line)

    def _row(self, member: HouseholdMember, place: int) -> RowContent:
        notes = [member.kana] if member.kana else []
        if place == 0:
            notes.append(self.tr("addressed first"))
        if member.is_deceased:
            notes.append(self.tr("has passed away"))
        elif member.is_quiet:
            notes.append(self.tr("is not named on post"))
        name, detail = polite_name(member.name), " · ".join(notes)
        actions = [RowAction("leave", self.tr("Take out"))]
        if place:
            actions.insert(0, RowAction("first", self.tr("Address first")))
        return RowContent(
            member.id,
            name,
            detail=detail,
            avatar=initials(member.name),
            actions=tuple(actions),
            accessible=f"{name} {detail}".strip(),
        )

    def _on_opened(self, key: object) -> None:
        if isinstance(key, int) and key != self._shown:
            self.customer_requested.emit(key)

    def _on_act(self, act: str, key: object) -> None:
        if not isinstance(key, int):
            return
        if act == "leave":
            self.leave_requested.emit(key)
        else:
            others = [member.id for member in self._household.members if member.id != key]
            self.order_requested.emit([key, *others])
