"""What was written: beside its score, searched, by tag; each remark can be filed under tags."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.context import AppContext
from app.domain.survey_results import Remark, RemarkList, tidy_tags
from app.domain.surveys import DETRACTOR_TO
from app.jobs.job import JobControl
from app.views.labels_customers import polite_name
from app.views.moments import short_day
from app.views.surveys.results_tags import TagPopover
from app.views.surveys.results_words import score_tone
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import IconButton, LinkButton, escape_mnemonic
from app.views.widgets.card import Card
from app.views.widgets.chip import Chip
from app.views.widgets.filter_chips import FilterChips
from app.views.widgets.labels import Caption, WrapLabel
from app.views.widgets.layouts import STRETCH, FlowLayout, ScrollColumn, boxed, clear, column, row, set_shown
from app.views.widgets.text_field import SearchField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

AT_ONCE = 30
TAGS_SHOWN = 6
WORDS_SHOWN = 8
LIST_HEIGHT = 300


class RemarkRows(ScrollColumn):
    """As tall as its rows, up to a few of them: the page goes on below."""

    def __init__(self) -> None:
        super().__init__(gap=10)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), min(hint.height(), theme_of(self).px(LIST_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


class RemarksCard(Card):
    """`changed` when another tag or other words were asked for, or more rows."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__(" ", gap=8)
        self._context = context
        self._found = RemarkList(0, 0, (), (), ())
        self._tag = ""
        self._limit = AT_ONCE
        self._build()
        self._connect()

    @property
    def tag(self) -> str:
        return self._tag

    @property
    def words(self) -> str:
        return self.search.text().strip()

    @property
    def limit(self) -> int:
        return self._limit

    def shown(self) -> Sequence[Remark]:
        return self._found.shown

    def begin_anew(self) -> None:
        """For another wave: everything of it from the top."""
        self._tag, self._limit = "", AT_ONCE

    def show_remarks(self, found: RemarkList, *, is_named: bool) -> None:
        """`is_named` False: of staff, without days and names."""
        self._found = found
        self.set_title(self.tr("%n remark(s)", "", found.all))
        tags = list(found.tags[:TAGS_SHOWN])
        if self._tag and all(one.word != self._tag for one in tags):
            tags += [one for one in found.tags if one.word == self._tag]
        self.chips.set_options([("", self.tr("All")), *((one.word, one.word, one.count) for one in tags)], self._tag)
        set_shown(self.chips, bool(tags))
        self._show_words(found)
        clear(self.rows.body)
        # Before it is filled: what comes into a hidden area is not counted when it is measured.
        set_shown(self.rows, bool(found.shown))
        texts = {one.question for one in found.shown if one.answer_id is not None}
        for one in found.shown:
            line = self._row(one, is_named=is_named, has_question=len(texts) > 1)
            self.rows.body.addWidget(line)
            line.show()
        self.rows.body.addStretch(1)
        self.more.setText(self.tr("Show %n more", "", found.found - len(found.shown)))
        set_shown(self.more, found.found > len(found.shown))
        is_narrowed = bool(self._tag or self.words)
        self.nothing.setText(self.tr("No remark has these words.") if is_narrowed else self.tr("Nobody has written anything yet."))
        set_shown(self.nothing, not found.shown)

    def _build(self) -> None:
        self.search = SearchField(self.tr("Search the words"))
        self.search.setFixedWidth(theme_of(self).px(170))
        self.title_row.addWidget(self.search)
        self.chips = FilterChips([], name=self.tr("Tag"))
        self._frequent = FlowLayout(4)
        self.frequent = boxed(self._frequent)
        self.rows = RemarkRows()
        self.nothing = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.more = LinkButton("", small=True)
        self.add(self.chips)
        self.add(self.frequent)
        self.add(self.nothing)
        self.add(self.rows, 1)
        self.add(row(self.more, STRETCH))

    def _connect(self) -> None:
        self.search.search_changed.connect(self._on_search)
        self.search.cleared.connect(self._on_search)
        self.chips.changed.connect(self._on_tag)
        self.more.clicked.connect(self._on_more)

    def _show_words(self, found: RemarkList) -> None:
        clear(self._frequent)
        words = found.words[:WORDS_SHOWN]
        heading = Caption(self.tr("Often:"))
        self._frequent.addWidget(heading)
        for one in words:
            link = LinkButton(self.tr("{word} {count}").format(word=one.word, count=one.count), small=True)
            link.setAccessibleName(self.tr("Search for {word}").format(word=one.word))
            link.clicked.connect(partial(self._on_word, one.word))
            heading.setFixedHeight(link.sizeHint().height())
            self._frequent.addWidget(link)
        set_shown(self.frequent, bool(words))
        self.frequent.updateGeometry()

    def _row(self, one: Remark, *, is_named: bool, has_question: bool) -> QWidget:
        score = Chip("—" if one.score is None else str(one.score), _tone(one.score))
        score.setFixedWidth(max(theme_of(self).px(30), score.sizeHint().width()))
        about = row(gap=4)
        if one.customer_id is not None:
            link = LinkButton(polite_name(one.name, is_company=one.is_company), small=True)
            link.clicked.connect(partial(self._on_person, one.customer_id))
            about.addWidget(link)
        if is_named:
            about.addWidget(Caption(self._day(one)))
        if one.answer_id is None:
            about.addWidget(Caption(self.tr("Note of a talk")))
        elif has_question:
            about.addWidget(Caption(one.question if len(one.question) < 16 else f"{one.question[:15]}…"))
        for tag in one.tags:
            chosen = LinkButton(f"#{tag}", small=True)
            chosen.setAccessibleName(self.tr("Remarks under {tag}").format(tag=tag))
            chosen.clicked.connect(partial(self._on_tag, tag))
            about.addWidget(chosen)
        about.addStretch(1)
        words = WrapLabel(one.words, TextStyle.BODY, Tone.TEXT)
        line = row(gap=8)
        line.addWidget(score, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(words, about, gap=0), 1)
        if one.answer_id is not None:
            tags = IconButton("tag", self.tr("File under tags"), size=24)
            tags.clicked.connect(partial(self._on_tags, one, tags))
            line.addWidget(tags, 0, Qt.AlignmentFlag.AlignTop)
        return boxed(line)

    def _day(self, one: Remark) -> str:
        day = short_day(one.day, self._context.clock.today())
        return day if one.customer_id is not None else self.tr("without a name · {day}").format(day=day)

    def menu_of(self, one: Remark, anchor: QWidget) -> QMenu:
        """The tags in use, those of the remark ticked, and another one."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        known = list(dict.fromkeys([*one.tags, *(tag.word for tag in self._found.tags)]))
        for tag in known:
            entry = menu.addAction(escape_mnemonic(tag))
            entry.setCheckable(True)
            entry.setChecked(tag in one.tags)
            entry.triggered.connect(partial(self._on_toggled, one, tag))
        if known:
            menu.addSeparator()
        menu.addAction(self.tr("Another tag")).triggered.connect(partial(self._on_new_tag, one, anchor))
        return menu

    def set_tags(self, answer_id: int | None, tags: tuple[str, ...]) -> None:
        """File a remark; a toast takes it back. What was noted in a talk is filed nowhere."""
        now = self._context.clock.now()
        if answer_id is None:
            return

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.survey_acts import set_tags

            return set_tags(session, answer_id, tags, now=now)

        self._context.tasks.command(op, self._on_filed, owner=self)

    def _on_filed(self, action_id: int | None) -> None:
        if action_id is not None:
            self._context.messages.toast(self.tr("The remark is filed"), undo_action_id=action_id)

    def _on_tags(self, one: Remark, anchor: QWidget, _checked: bool = False) -> None:
        self.menu_of(one, anchor).popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def _on_toggled(self, one: Remark, tag: str, _checked: bool = False) -> None:
        kept = tuple(known for known in one.tags if known != tag)
        self.set_tags(one.answer_id, kept if tag in one.tags else (*one.tags, tag))

    def _on_new_tag(self, one: Remark, anchor: QWidget, _checked: bool = False) -> None:
        popover = TagPopover(anchor)
        popover.typed.connect(lambda text: self.set_tags(one.answer_id, tidy_tags(" ".join([*one.tags, text]))))
        popover.open()
        popover.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_search(self, _text: str = "") -> None:
        self._limit = AT_ONCE
        self.changed.emit()

    def _on_word(self, word: str, _checked: bool = False) -> None:
        self.search.setText("" if self.words == word else word)
        self._on_search()

    def _on_tag(self, tag: object, _checked: bool = False) -> None:
        self._tag = str(tag or "")
        self.chips.set_current(self._tag)
        self._limit = AT_ONCE
        self.changed.emit()

    def _on_more(self) -> None:
        self._limit += AT_ONCE
        self.changed.emit()

    def _on_person(self, customer_id: int, _checked: bool = False) -> None:
        self._context.navigate.show_page("customers", customer_id=customer_id)


def _tone(score: int | None) -> Tone:
    return Tone.NEUTRAL if score is None else score_tone(score, DETRACTOR_TO)
