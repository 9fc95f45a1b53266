"""One day of the page of follow-ups: whom to look after, who comes by itself, and who is due beyond what the day takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout

from app.domain.care_page import CareDay
from app.domain.care_view import Foreseen
from app.domain.care_words import reason_sentence, short_day, what_to_do
from app.domain.follow_ups import FollowUpKind, FollowUpRow
from app.views.care.dragging import RowDragging
from app.views.care.guides_panel import steps_of
from app.views.care.words import speaker
from app.views.follow_ups.follow_up_list import FollowUpList, ListSection
from app.views.follow_ups.words import ICONS, kind_text
from app.views.labels_customers import polite_name
from app.views.moments import day_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton
from app.views.widgets.card import Card, Inset
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.filter_chips import FilterChips
from app.views.widgets.icons import IconLabel
from app.views.widgets.key_cap import KeyHints
from app.views.widgets.labels import ElidedLabel, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, ScrollColumn, boxed, column, row, set_shown
from app.views.widgets.row_list import RowContent


class DayCard(Card):
    """`act_requested`, `bulk_requested` and `reopen_requested` as FollowUpList has them."""

    customer_opened = Signal(int)
    act_requested = Signal(str, object)
    bulk_requested = Signal(str, object)
    reopen_requested = Signal(int)
    print_requested = Signal()
    guide_requested = Signal(object)
    cards_requested = Signal(object)
    choose_requested = Signal(object)
    add_requested = Signal()

    def __init__(self) -> None:
        super().__init__(gap=6, padding=10)
        self._day = CareDay(date.min)
        self._today = date.min
        self._cap = 0
        self._is_low = False
        self._guides: Mapping[str, tuple[str, ...]] = {}
        self._rows: dict[int, FollowUpRow] = {}
        self._build()
        self._connect()

    def set_day(self, day: CareDay, today: date, cap: int) -> None:
        """The staff that was chosen stays chosen while there is something for them."""
        self._day, self._today, self._cap = day, today, cap
        counts = day.by_staff()
        chosen = self.staff.current()
        total = len(day.open) + len(day.foreseen)
        kept = chosen if chosen in counts else ""
        self.staff.set_options([("", self.tr("Everybody"), total), *((name, name, count) for name, count in counts.items())], kept)
        set_shown(self.staff, bool(counts))
        self._show()

    def set_guides(self, guides: Mapping[str, tuple[str, ...]]) -> None:
        self._guides = guides
        self._show_guide()

    def staff_chosen(self) -> str:
        """Whose follow-ups are shown; empty: everybody's."""
        name = self.staff.current()
        return name if isinstance(name, str) else ""

    def set_narrow(self, is_narrow: bool) -> None:
        """Beside a month: keys and the number of the done are not said."""
        set_shown(self.hints, not is_narrow)
        set_shown(self.count, not is_narrow)
        self._more_line.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)

    def set_low(self, is_low: bool) -> None:
        """In a low window the list needs the line of what to ask."""
        self._is_low = is_low
        self._show_guide()

    def _build(self) -> None:
        self.heading = Title("", TextStyle.DIALOG_TITLE)
        self.count = ElidedLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.staff = FilterChips([("", self.tr("Everybody"), None)], "", self.tr("Whose follow-ups are shown"))
        head = row(self.heading, gap=10)
        head.addWidget(self.count, 1)
        head.addWidget(self.staff)
        self.add(head)
        self.list = FollowUpList(self.tr("Follow-ups of the day"))
        self.empty = EmptyState("calendar-check", "", "", self.tr("Plan a follow-up"))
        lists = column(gap=0)
        lists.addWidget(self.list, 1)
        self._empty_place = ScrollColumn()
        self._empty_place.body.addWidget(self.empty)
        lists.addWidget(self._empty_place, 1)
        self.add_list(boxed(lists))
        self.guide = ElidedLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.guide_button = LinkButton(self.tr("What to ask"), "message-circle", small=True)
        line = row(gap=8)
        line.addWidget(self.guide, 1)
        line.addWidget(self.guide_button)
        self._guide_line = boxed(line)
        self._guide_line.hide()
        self.add(self._guide_line)
        self.more = Inset(Tone.PRIMARY)
        self.more_title = WrapLabel("", TextStyle.BODY_BOLD, Tone.TEXT)
        self.more_detail = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.cards = NormalButton("", "mail", small=True)
        self.choose = NormalButton(self.tr("Choose"), small=True)
        words = row(IconLabel("users", size=18, tone=Tone.PRIMARY), gap=12)
        words.addWidget(boxed(column(self.more_title, self.more_detail, gap=2)), 1)
        self._more_line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._more_line.setContentsMargins(0, 0, 0, 0)
        self._more_line.addWidget(boxed(words), 1)
        self._more_line.addWidget(boxed(row(self.cards, self.choose, STRETCH, gap=8)))
        self.more.add(boxed(self._more_line))
        self.more.hide()
        self.add(self.more)
        hints: Sequence[tuple[str, str]] = (
            ("↑↓", self.tr("choose")),
            ("Space", self.tr("done")),
            ("T", self.tr("to tomorrow")),
            ("W", self.tr("a week later")),
            ("Enter", self.tr("open")),
        )
        self.hints = KeyHints(hints)
        self.print = LinkButton(self.tr("Print on A4"), "printer", small=True)
        self.set_footer(column(boxed(row(self.hints, STRETCH, self.print)), gap=0))

    def _connect(self) -> None:
        self.list.customer_opened.connect(self.customer_opened)
        self.list.act_requested.connect(self.act_requested)
        self.list.bulk_requested.connect(self.bulk_requested)
        self.list.reopen_requested.connect(self.reopen_requested)
        self.list.rows.current_changed.connect(lambda _key: self._show_guide())
        self.list.other_opened.connect(self._on_foreseen)
        self.staff.changed.connect(lambda _name: self._show())
        self.print.clicked.connect(self.print_requested)
        self.guide_button.clicked.connect(lambda: self.guide_requested.emit(self._current_kind()))
        self.cards.clicked.connect(lambda: self.cards_requested.emit(self._day))
        self.choose.clicked.connect(lambda: self.choose_requested.emit(self._day))
        self.empty.action_clicked.connect(self.add_requested)
        self._dragging = RowDragging(self.list.rows, self._taken)

    def _show(self) -> None:
        shown, today = self._day.of(self.staff_chosen()), self._today
        self.heading.setText(day_text(shown.day, today=today))
        done, left = len(shown.done), len(shown.open) + len(shown.foreseen)
        self.count.setText(self.tr("{done} of {total} done").format(done=done, total=done + left) if done + left else "")
        self._rows = {one.id: one for one in (*shown.open, *shown.done)}
        self.list.set_sections(self._sections(shown), today, self._talks())
        set_shown(self.list, bool(self._rows) or bool(shown.foreseen))
        set_shown(self._empty_place, not self._rows and not shown.foreseen)
        self._show_empty(shown)
        set_shown(self.print, shown.day == today)
        self._show_more(shown)
        self._show_guide()

    def _talks(self) -> dict[int, str]:
        said = speaker(self._today)
        return {number: f"{short_day(day, said)} {words}" for number, (day, words) in self._day.talks.items()}

    def _sections(self, day: CareDay) -> Sequence[ListSection]:
        is_today = day.day == self._today
        due = self.tr("%n today", "", len(day.due)) if is_today else self.tr("%n planned", "", len(day.due))
        parts = (
            ("late", self.tr("%n overdue", "", len(day.late)), day.late, Tone.DANGER),
            ("due", due, day.due, Tone.TEXT2),
            ("done", self.tr("%n done", "", len(day.done)), day.done, Tone.TEXT2),
        )
        sections = [ListSection(key, title, rows, tone) for key, title, rows, tone in parts if rows]
        if day.foreseen:
            title = self.tr("%n come(s) by itself that day", "", len(day.foreseen))
            others = [self._foreseen_row(number, one) for number, one in enumerate(day.foreseen)]
            sections.append(ListSection("foreseen", title, (), others=others))
        return sections

    def _foreseen_row(self, place: int, one: Foreseen) -> RowContent:
        said = speaker(self._today)
        return RowContent(
            ("foreseen", place),
            polite_name(one.customer_name, is_company=one.is_company),
            what=what_to_do(one.kind, one.words, one.reason, said),
            detail=reason_sentence(one.reason, said),
            icon=ICONS[one.kind],
            side=self.tr("by {name}").format(name=one.staff) if one.staff else "",
        )

    def _show_empty(self, day: CareDay) -> None:
        if day.day == self._today:
            self.empty.set(self.tr("Nothing is left for today"), self.tr("All of today's follow-ups are done, or none is due."))
        elif day.day < self._today:
            self.empty.set(self.tr("Nothing was done on this day"), self.tr("What was left over stands on today."))
        else:
            self.empty.set(self.tr("Nothing is planned for this day"), self.tr("Plan a follow-up, or carry one here from another day."))

    def _show_more(self, day: CareDay) -> None:
        count = len(day.more)
        set_shown(self.more, count > 0 and day.day == self._today)
        if not count:
            return
        detail = self.tr("A customer gets one task a day; what else is due for the same customer waits here.")
        if day.ready:
            detail = self.tr("At most %n a day was decided. The others come within 7 days without fail.", "", self._cap)
        if day.resting:
            resting = self.tr("%n were in touch only lately.", "", day.resting)
            detail = self.tr("{rule} {resting}").format(rule=detail, resting=resting) if day.ready else resting
        title = self.tr("%n more customer(s) are due today", "", count)
        if self.staff_chosen():
            # What is beyond the day is told for everybody: it is nobody's yet.
            title = self.tr("In the whole shop %n more customer(s) due today", "", count)
        self.more_title.setText(title)
        self.more_detail.setText(detail)
        set_shown(self.cards, bool(day.ready))
        self.cards.setText(self.tr("Make cards for %n", "", len(day.ready)))

    def _show_guide(self) -> None:
        kind = self._current_kind()
        steps = steps_of(kind, self._guides) if kind is not None else ()
        set_shown(self._guide_line, bool(steps) and not self._is_low)
        if kind is not None:
            self.guide.setText(self.tr("{kind}: {steps}").format(kind=kind_text(kind), steps=self.tr(" → ").join(steps)))

    def _current_kind(self) -> FollowUpKind | None:
        key = self.list.rows.current_key()
        found = self._rows.get(key) if isinstance(key, int) else None
        return found.kind if found is not None and found.done_on is None else None

    def _taken(self) -> Sequence[int]:
        key = self.list.rows.current_key()
        found = self._rows.get(key) if isinstance(key, int) else None
        if found is None or found.done_on is not None:
            return ()
        picked = [one.id for one in self.list.picked()]
        return picked if found.id in picked else [found.id]

    def _on_foreseen(self, key: object) -> None:
        shown = self._day.of(self.staff_chosen()).foreseen
        place = key[1] if isinstance(key, tuple) else -1
        if isinstance(place, int) and 0 <= place < len(shown):
            self.customer_opened.emit(shown[place].customer_id)
