"""今日のフォロー: what is to be done today, what was left over, what else is due, and what comes this week."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import reduce
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from app.domain.day_plan import DayPlan, Waits
from app.domain.errors import in_a_row
from app.domain.figures import ReachOutPerson
from app.domain.follow_ups import FollowUpRow
from app.domain.inquiry_rows import InquiryRow
from app.domain.money import currency_of
from app.domain.names import initials
from app.domain.today import TodayView
from app.views.follow_ups.follow_up_list import FollowUpList, ListSection
from app.views.follow_ups.rank_words import rank_sentences
from app.views.follow_ups.words import late_text, staff_text
from app.views.labels_customers import chip_word, polite_name, reason_sentence
from app.views.moments import short_day
from app.views.theme import TextStyle, Tone, theme_of
from app.views.today.more_line import MoreLine
from app.views.today.reach_out_card import reason_of
from app.views.widgets.buttons import IconButton, LinkButton, NormalButton
from app.views.widgets.card import Card
from app.views.widgets.gauges import ProgressRing
from app.views.widgets.icons import IconLabel
from app.views.widgets.key_cap import KeyHints
from app.views.widgets.labels import ElidedLabel, WrapLabel
from app.views.widgets.layouts import boxed, column, row, set_shown
from app.views.widgets.row_list import RowAction, RowContent
from app.views.widgets.segmented import Segmented

WHY = "why"
OFFERED_PEOPLE = 3
HINTS_FROM, ONE_LINE_FROM = 480, 390
EVERYBODY, MINE = "everybody", "mine"


class FollowUpsCard(Card):
    """`act_requested`, `bulk_requested` and `reopen_requested` as FollowUpList has them; `why_explained` says why a task stands where it
    does; `voice_opened` the id of an inquiry; `more_requested`: the rows of what else is due are wanted (`show_more`)."""

    customer_opened = Signal(int)
    voice_opened = Signal(int)
    add_requested = Signal()
    act_requested = Signal(str, object)
    bulk_requested = Signal(str, object)
    reopen_requested = Signal(int)
    why_explained = Signal(str)
    cards_requested = Signal()
    more_requested = Signal()
    mine_changed = Signal(bool)
    paper_requested = Signal()
    all_requested = Signal()

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._zone = zone
        self._view: TodayView | None = None
        self._today = date.min
        self._more: Sequence[FollowUpRow] = ()
        self._build()
        self._connect()

    def set_view(self, view: TodayView, today: date) -> None:
        self._view, self._today = view, today
        plan = view.plan
        waiting, done = len(plan.tasks) + len(view.voices), len(plan.done)
        self.ring.set_value(done, done + waiting)
        left = self.tr("%n left.", "", waiting) if waiting else self.tr("Nothing is left for today.")
        self.count.setText(self.tr("{left} {done}").format(left=left, done=self.tr("%n done already.", "", done)) if done else left)
        praise = self.tr("All of today's follow-ups are done. Thank you for your care today.")
        self.praise.setText(praise if done else self.tr("Nothing is to be done today."))
        set_shown(self._finished, not waiting)
        self.more.set_plan(plan)
        if self.more.is_open and plan.more:
            self.more_requested.emit()
        else:
            self._show()

    def show_more(self, rows: Sequence[FollowUpRow]) -> None:
        """What else is due, in the list as well."""
        self._more = rows
        self._show()

    def set_mine(self, name: str, *, is_mine: bool) -> None:
        """A choice between everybody's and one's own, where it is known who works here."""
        set_shown(self.whose, bool(name))
        self.whose.set_current(MINE if is_mine else EVERYBODY)

    def set_links(self, *, has_page: bool) -> None:
        """Only what is there is led to."""
        set_shown(self.all, has_page)
        set_shown(self.paper, has_page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = theme_of(self).px
        set_shown(self.hints, self.width() >= px(HINTS_FROM))
        self.more.set_narrow(self.width() < px(ONE_LINE_FROM))

    def _build(self) -> None:
        self.ring = ProgressRing(0, 0)
        self.count = ElidedLabel("", TextStyle.CAPTION, Tone.TEXT3)
        self.whose = Segmented([(EVERYBODY, self.tr("Everybody")), (MINE, self.tr("Mine"))], EVERYBODY, self.tr("Whose follow-ups"))
        set_shown(self.whose, False)
        self.paper = IconButton("printer", self.tr("Print the day on A4"), size=34, framed=True)
        self.add_button = NormalButton(self.tr("Plan a follow-up"), "plus")
        head = row(self.ring, gap=12)
        title = ElidedLabel(self.tr("Today's follow-ups"), TextStyle.DIALOG_TITLE, Tone.TEXT)
        head.addLayout(column(title, self.count, gap=2), 1)
        for widget in (self.whose, self.paper, self.add_button):
            head.addWidget(widget)
        self.add(head)
        self.praise = WrapLabel("", TextStyle.BODY_BOLD, Tone.TEXT)
        finished = row(IconLabel("circle-check", size=20, tone=Tone.OK), gap=10)
        finished.addWidget(self.praise, 1)
        self._finished = boxed(finished)
        self.add(self._finished)
        self.list = FollowUpList(self.tr("Today's follow-ups"))
        self.rows = self.list.rows
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.add_list(self.list)
        self.more = MoreLine()
        self.add(self.more)
        hints = (
            ("↑↓", self.tr("choose")),
            ("Space", self.tr("done")),
            ("T", self.tr("to tomorrow")),
            ("W", self.tr("a week later")),
            ("Enter", self.tr("open the customer")),
        )
        self.hints = KeyHints(list(hints))
        self.all = LinkButton(self.tr("See all follow-ups"), small=True)
        foot = row(gap=8)
        foot.addWidget(boxed(column(self.hints)), 1)
        foot.addWidget(self.all)
        self.set_footer(column(boxed(foot), gap=0))

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_requested)
        self.paper.clicked.connect(self.paper_requested)
        self.all.clicked.connect(self.all_requested)
        self.whose.changed.connect(lambda key: self.mine_changed.emit(key == MINE))
        self.list.customer_opened.connect(self.customer_opened)
        self.list.act_requested.connect(self._on_act)
        self.list.bulk_requested.connect(self.bulk_requested)
        self.list.reopen_requested.connect(self.reopen_requested)
        self.list.other_opened.connect(self._on_other)
        self.more.cards_requested.connect(self.cards_requested)
        self.more.shown_changed.connect(self._on_more_shown)

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        people = {row.customer_id for part in (view.plan.tasks, view.plan.week, self._more) for row in part}
        talks = {
            number: self.tr("{day} {words}").format(day=short_day(day, self._today), words=words)
            for number, (day, words) in view.talks.items()
            if number in people
        }
        self.list.set_sections(list(self._sections(view)), self._today, talks)

    def _sections(self, view: TodayView) -> Iterator[ListSection]:
        plan = view.plan
        why = (RowAction(WHY, self.tr("Why is it here?"), key="Q", shown=False),)
        late = len(plan.overdue) + len(view.voices)
        voices = [self._voice(one) for one in view.voices]
        yield ListSection("late", self.tr("%n overdue", "", late), plan.overdue, Tone.DANGER, voices, why)
        yield ListSection("today", self.tr("%n today", "", len(plan.due_today)), plan.due_today, more=why)
        if not plan.tasks and not view.voices:
            people = [self._person(one, is_company=one.customer_id in view.companies) for one in view.people[:OFFERED_PEOPLE]]
            yield ListSection("people", self.tr("How about a word with these?"), (), Tone.TEXT2, people)
        if self.more.is_open:
            yield from self._waiting(plan)
        yield ListSection("week", self.tr("%n within a week", "", len(plan.week)), plan.week)
        yield ListSection("done", self.tr("%n done today", "", len(plan.done)), plan.done)

    def _waiting(self, plan: DayPlan) -> Iterator[ListSection]:
        resting = set(plan.more.waiting_for(Waits.RESTS).follow_up_ids)
        ready = [row for row in self._more if row.id not in resting]
        rests = [row for row in self._more if row.id in resting]
        yield ListSection("more", self.tr("%n more due today", "", len(ready)), ready)
        yield ListSection("rest", self.tr("%n rest after being contacted lately", "", len(rests)), rests)

    def _voice(self, voice: InquiryRow) -> RowContent:
        due = _day_of(voice.due_at, self._zone) or self._today
        name = polite_name(voice.name, is_company=voice.is_company) if voice.name else self.tr("Somebody")
        return RowContent(
            ("voice", voice.id),
            name,
            what=voice.promise or self.tr("Reply to what was said"),
            detail=" · ".join(part for part in (voice.title, voice.phone, staff_text(voice.staff)) if part),
            icon="message-square-text",
            chip=(late_text(due, self._today) if due < self._today else self.tr("late"), Tone.DANGER),
            actions=(RowAction("open", self.tr("Open"), key="", shown=True),),
        )

    def _person(self, person: ReachOutPerson, *, is_company: bool) -> RowContent:
        return RowContent(
            ("person", person.customer_id),
            polite_name(person.name, is_company=is_company),
            detail=reason_sentence(reason_of(person)),
            avatar=initials(person.name),
            chip=chip_word(person.chip),
        )

    def _on_act(self, act: str, found: FollowUpRow) -> None:
        view = self._view
        if act != WHY or view is None:
            self.act_requested.emit(act, found)
        elif found.id in view.plan.ranks:
            self.why_explained.emit(reduce(in_a_row, rank_sentences(view.plan.ranks[found.id], currency_of(view.currency))))

    def _on_other(self, key: object) -> None:
        if isinstance(key, tuple):
            kind, number = key
            (self.voice_opened if kind == "voice" else self.customer_opened).emit(number)

    def _on_more_shown(self, shown: bool) -> None:
        if shown:
            self.more_requested.emit()
        else:
            self._show()


def _day_of(moment: datetime | None, zone: ZoneInfo) -> date | None:
    return None if moment is None else moment.astimezone(zone).date()
