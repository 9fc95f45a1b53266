"""A group built by pressing: conditions as sentences at the left, at the right how many and who, kept up to date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.group_words import name_for, sentence_of
from app.domain.groups import GroupOutcome, GroupRules, GroupSummary
from app.jobs.job import JobControl
from app.views.groups.group_panel import GroupPanel
from app.views.groups.rules_part import RulesPart
from app.views.groups.words import GroupsAnswer, people_text, speaker
from app.views.labels_customers import polite_name
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton
from app.views.widgets.labels import Title, WrapLabel
from app.views.widgets.layouts import Hairline, set_shown
from app.views.widgets.summary import SummaryLine

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

NAMES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Found:
    """Who meets the conditions, by kana, and the first of them by name."""

    ids: list[int]
    names: list[str]


def find_people(session: Session, rules: GroupRules, today: date) -> Found:
    from app.queries.customers import in_kana_order, list_rows
    from app.queries.groups import evaluate

    ids = in_kana_order(session, evaluate(session, rules, today).tolist())
    rows = list_rows(session, ids[:NAMES_SHOWN], today)
    return Found(ids, [polite_name(row.name, is_company=row.is_company) for row in rows])


def open_rules_panel(
    context: AppContext, window: QWidget, answer: GroupsAnswer, group: GroupSummary | None, rules: GroupRules | None = None, name: str = ""
) -> RulesPanel:
    """The group to change, or a new one that may begin with `rules` and a `name`."""
    panel = RulesPanel(context, window, answer, group)
    panel.begin_with(rules if rules is not None else group.rules if group is not None and group.rules is not None else GroupRules(), name)
    panel.open_panel(panel.rules_part.add_button)
    return panel


class RulesPanel(GroupPanel):
    """Frees itself when closed. Until a name is typed, one is made of the conditions."""

    def __init__(self, context: AppContext, window: QWidget, answer: GroupsAnswer, group: GroupSummary | None) -> None:
        super().__init__(context, window, group)
        self.set_title(self.tr("Make a group") if group is None else self.tr("Change the group"))
        self._answer = answer
        self._today = context.clock.today()
        self._found = Found([], [])
        self._proposed = ""
        self._build()
        self._connect()

    def begin_with(self, rules: GroupRules, name: str = "") -> None:
        """Show these conditions; without a name one is proposed."""
        shown = name or (self._group.name if self._group is not None else "")
        self.name.setText(shown)
        self.rules_part.set_rules(rules)
        self._propose()
        self.begin_as(rules)
        self._count()

    def found_ids(self) -> list[int]:
        """Who is in it as it stands."""
        return self._found.ids

    def content(self) -> object:
        return self.rules_part.rules

    def _build(self) -> None:
        self.rules_part = RulesPart(self._answer.choices, self._today)
        self.body.addWidget(WrapLabel(self.tr("Who belongs to it? Press a coloured word to change it."), TextStyle.BODY, Tone.TEXT2))
        self.body.addWidget(self.rules_part)
        self.body.addWidget(Hairline())
        self.body.addWidget(self.name_field)
        self.body.addStretch(1)
        self.count = SummaryLine(self.tr("In the group today"), "…")
        self.sentence = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.names = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.open_list = LinkButton(self.tr("Open the list of names"), "users", small=True)
        self.print = LinkButton(self.tr("Print for them"), "printer", small=True)
        for part in (self.count, self.sentence, Hairline(), Title(self.tr("The first names"), TextStyle.BODY_BOLD), self.names):
            self.summary.addWidget(part)
        for button in (self.open_list, self.print, self.delete):
            self.summary.addWidget(button)
        self.summary.addStretch(1)
        self.set_primary(self.save)

    def _connect(self) -> None:
        self.rules_part.changed.connect(self._on_changed)
        self.save.clicked.connect(self._on_save)
        self.open_list.clicked.connect(self._on_open_list)
        self.print.clicked.connect(self._on_print)

    def _on_changed(self) -> None:
        self._propose()
        self._count()

    def _propose(self) -> None:
        """A name made of the conditions, until one is typed."""
        rules, said = self.rules_part.rules, speaker(self._today)
        self.sentence.setText(sentence_of(rules, self._answer.choices, said))
        set_shown(self.sentence, bool(rules.blocks))
        if self._group is None and self.name.text().strip() in ("", self._proposed):
            self._proposed = name_for(rules, self._answer.choices, said)
            self.name.setText(self._proposed)
            self.name_field.clear_error()

    def _count(self) -> None:
        rules, today = self.rules_part.rules, self._today
        self.save.setEnabled(bool(rules.blocks))
        if any(value == "" for condition in rules.conditions for value in condition.values.values()):
            self._show_found(None)
            return

        def op(session: Session, _control: JobControl) -> Found:
            return find_people(session, rules, today)

        self._context.tasks.query(op, self._show_found, owner=self, replaces="count")

    def _show_found(self, found: Found | None) -> None:
        self._found = found or Found([], [])
        everybody = self.tr("of {count} in all").format(count=people_text(self._answer.customers))
        self.count.set("…" if found is None else people_text(len(self._found.ids)), everybody)
        more = len(self._found.ids) - len(self._found.names)
        lines = [*self._found.names, *([self.tr("and %n more", "", more)] if more > 0 else [])]
        self.names.setText("\n".join(lines) or self.tr("Nobody"))
        for button in (self.open_list, self.print):
            button.setEnabled(bool(self._found.ids))

    def _on_open_list(self) -> None:
        ids, title = self._found.ids, self.title()
        if self.close_panel():
            self._context.navigate.show_page("people", customer_ids=ids, title=title)

    def _on_print(self) -> None:
        ids, title = self._found.ids, self.title()
        if self.close_panel():
            self._context.navigate.show_page("printing", customer_ids=ids, title=title)

    def _on_save(self) -> None:
        rules, name, group, now = self.rules_part.rules, self.name.text(), self._group, self._context.clock.now()

        def op(session: Session, _control: JobControl) -> GroupOutcome:
            from app.services.groups import add_group, edit_group

            if group is not None:
                return edit_group(session, group.id, name, rules, now=now)
            return add_group(session, name, rules, now=now)

        self.keep(op)
