"""For whom sheets are printed: a group whose names stand on them, or anybody."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import Signal

from app.context import AppContext
from app.domain.print_runs import GROUP_NAMES, PrintGroup
from app.domain.sheet_people import LATELY_DAYS, SheetPeople
from app.domain.survey_sheets import MOST_SHEETS
from app.domain.surveys import Audience
from app.views.labels import label_of
from app.views.printing.words import people
from app.views.purchases.customer_search import CustomerSearch
from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Card
from app.views.widgets.choice_row import ChoiceRows
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.number_field import NumberField
from app.views.widgets.row_content import RowContent
from app.views.widgets.row_list import RowList

NAMED, OPEN = "named", "open"
LATELY, GIVEN = "lately", "given"
USUAL_COPIES = 40


class SheetPeopleCard(Card):
    """`changed` when other people or another number of sheets is wanted; `customer_chosen` for somebody looked up by name. Keys of the
    groups: LATELY, GIVEN (who was handed over or looked up), a PrintGroup, or the id of one of the shop's own."""

    changed = Signal()
    customer_chosen = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__(self.tr("Whose sheets"))
        self._context = context
        self._given = 0
        self._is_begun = False
        self._build()
        self._connect()

    @property
    def is_open(self) -> bool:
        return self.kinds.current() == OPEN

    def group(self) -> Hashable | None:
        """Whose names stand on the sheets; None while nobody was chosen."""
        return self.groups.current_key()

    def show_people(self, found: SheetPeople, given: int, given_title: str) -> None:
        """`given`: how many were handed over from another page. Read anew, what was chosen here stays."""
        is_staff = found.survey.audience is Audience.STAFF
        set_shown(self.kinds.row(NAMED), not is_staff)
        self._given = given
        if is_staff or not self._is_begun:
            self.kinds.set_current(OPEN if is_staff or (found.survey.is_open and not given) else NAMED)
        self._is_begun = True
        chosen = self.groups.current_key()
        rows = [self._row(GIVEN, given_title or self.tr("Chosen customers"), given)] if given else []
        rows.append(self._row(LATELY, self.tr("Came within {days} days").format(days=LATELY_DAYS), len(found.lately)))
        rows += [self._row(group, label_of(group, GROUP_NAMES, "PrintGroups"), found.ready[group]) for group in PrintGroup]
        rows += [self._row(group.id, group.name, group.count) for group in found.groups]
        self.groups.set_rows(rows)
        if chosen is None or not self.groups.select_key(chosen):
            self.groups.select_key(rows[0].key)
        self._show_kind()

    def copies_wanted(self) -> int:
        """0 while the number cannot be read."""
        return int(self.copies.value() or 0)

    def _build(self) -> None:
        choices = [(NAMED, self.tr("With the name"), ()), (OPEN, self.tr("Without a name"), ())]
        self.kinds = ChoiceRows(choices, NAMED, self.tr("Whose sheets"))
        self.groups = RowList(self.tr("Whose names stand on the sheets"), row_height=44)
        self.copies = NumberField(1, MOST_SHEETS)
        self.copies.set_value(USUAL_COPIES)
        self.named_words = WrapLabel(
            self.tr("Each sheet has a code of its own, and the answers stand on the customer's page."), TextStyle.CAPTION, Tone.TEXT2
        )
        self.open_words = WrapLabel(
            self.tr("Each sheet has a number, so that none is counted twice. Nobody can be told by it."), TextStyle.CAPTION, Tone.TEXT2
        )
        field = FormField(self.tr("Number of sheets"), self.copies)
        self._open_box = boxed(column(self.open_words, row(field, STRETCH, gap=0), gap=8))
        self.add(self.kinds)
        self.add(self.named_words)
        self.search = CustomerSearch(self._context, offers_newcomer=False, is_compact=True)
        self.add(self._open_box)
        self.add(self.search)
        self.add_list(self.groups)

    def _connect(self) -> None:
        self.kinds.changed.connect(self._on_kind)
        self.groups.current_changed.connect(self._on_group)
        self.search.chosen.connect(self._on_customer)
        self.copies.value_changed.connect(self.changed)

    def _show_kind(self) -> None:
        for part in (self.groups, self.named_words, self.search):
            set_shown(part, not self.is_open)
        set_shown(self._open_box, self.is_open)

    def _row(self, key: Hashable, name: str, count: int) -> RowContent:
        return RowContent(key, name, side=people(count))

    def choose_given(self) -> None:
        """Those who were handed over or looked up."""
        self.groups.select_key(GIVEN)

    def _on_customer(self, customer_id: int, _code: str) -> None:
        self.search.begin()
        self.customer_chosen.emit(customer_id)

    def _on_kind(self) -> None:
        self._show_kind()
        self.changed.emit()

    def _on_group(self, _key: object) -> None:
        self.changed.emit()
