"""A small box under a coloured word of the rules, in which just that word is changed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.context import AppContext
from app.domain.points import PER_CENT, RuleFields
from app.views.points.answer import PointsAnswer
from app.views.points.excluded_panel import open_excluded_panel
from app.views.points.rule_acts import save_rule, tell_saved
from app.views.points.rule_outlook import RuleOutlook
from app.views.points.rule_panel import open_rule_panel
from app.views.points.rule_parts import parts_for
from app.views.points.sentences import RuleWord, word_name
from app.views.theme import theme_of
from app.views.widgets.buttons import LinkButton, TonalButton
from app.views.widgets.explanation import Popover
from app.views.widgets.layouts import STRETCH, Hairline, column, row
from app.views.widgets.sentence import WordButton

WIDTH = 400
TWICE, HUNDRED = 200, 100


def open_chooser(context: AppContext, answer: PointsAnswer, word: RuleWord, button: WordButton) -> RuleChooser | None:
    """The box of a word; what earns no points has a panel of its own (None)."""
    if word is RuleWord.EXCLUDED or answer.fields is None:
        open_excluded_panel(context, button.window())
        return None
    chooser = RuleChooser(context, answer, answer.fields, word, button)
    chooser.open()
    chooser.part.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
    return chooser


class RuleChooser(Popover):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, answer: PointsAnswer, rule: RuleFields, word: RuleWord, button: WordButton) -> None:
        super().__init__(button, width=WIDTH)
        self._context = context
        self._answer = answer
        self._rule = rule
        self.setAccessibleName(word_name(word))
        self._build(word)
        self._connect()
        self._on_changed()

    def event(self, event: QEvent) -> bool:
        # Ctrl+Enter means this box while it is open, not the page behind it.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_enter(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.place()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_enter(event):
            self.apply.click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A list that one of the fields has opened is no press elsewhere.
        return False if QApplication.activePopupWidget() is not None else super().eventFilter(watched, event)

    def _build(self, word: RuleWord) -> None:
        self.part = parts_for(word, self._answer.currency, self._answer.today)
        self.part.set_rule(_begun(self._rule, word))
        self.outlook = RuleOutlook(self._context, self._answer, is_short=True)
        self.apply = TonalButton(self.tr("Use from today on"), "check")
        self.more = LinkButton(self.tr("Change more"), small=True)
        buttons = row(self.apply, STRETCH, self.more, gap=10)
        self.setLayout(column(self.part, Hairline(), self.outlook, buttons, gap=10, margins=(14, 12, 14, 12)))

    def _connect(self) -> None:
        self.part.changed.connect(self._on_changed)
        self.apply.clicked.connect(self._on_apply)
        self.more.clicked.connect(self._on_more)
        self.closed.connect(self.deleteLater)
        theme_of(self).changed.connect(self.close_again)

    def _on_changed(self) -> None:
        rule = self.part.applied(self._rule)
        self.apply.setEnabled(rule is not None and rule != self._rule)
        if rule is not None:
            self.outlook.show_rule(rule)

    def _on_apply(self) -> None:
        rule = self.part.applied(self._rule)
        if rule is not None:
            save_rule(self._context, rule, self._answer.today, self._on_saved, owner=self, failed=self._context.messages.error)

    def _on_saved(self, action_id: int) -> None:
        tell_saved(self._context, self._answer.today, action_id)
        self.close_again()

    def _on_more(self) -> None:
        rule = self.part.applied(self._rule) or self._rule
        window = self.window()
        self.close_again()
        open_rule_panel(self._context, window, self._answer, rule)


def _begun(rule: RuleFields, word: RuleWord) -> RuleFields:
    """A word that is not used yet begins with what is usual."""
    if word is RuleWord.BIRTHDAY and rule.birthday_rate == PER_CENT:
        return replace(rule, birthday_rate=TWICE)
    if word is RuleWord.FIRST_VISIT and not rule.first_visit_points:
        return replace(rule, first_visit_points=HUNDRED)
    if word is RuleWord.BONUS_DAYS and rule.bonus_rate == PER_CENT:
        return replace(rule, bonus_rate=TWICE)
    if word is RuleWord.REFERRER and not (rule.referrer_points or rule.referred_points):
        return replace(rule, referrer_points=HUNDRED, referred_points=HUNDRED)
    return rule


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~(
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier
    )
