"""特典: the catalogue of what points can be changed into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.rewards import RewardRow, RewardShelf
from app.jobs.job import JobControl
from app.views.points.reward_panel import open_reward_panel
from app.views.points.reward_words import KIND_ICONS, detail_text, given_text, points_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, row, set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList
from app.views.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 560
_ARCHIVE, _BACK = "archive", "back"
_SHOWN_BY = frozenset({Entity.POINTS, Entity.PRODUCT})


def open_rewards_panel(context: AppContext, window: QWidget) -> RewardsPanel:
    panel = RewardsPanel(context, window)
    panel.open_panel(panel.add)
    return panel


class RewardsPanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("Rewards"))
        self._context = context
        self._window_of = window
        self._shelf: RewardShelf | None = None
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        def op(session: Session, _control: JobControl) -> RewardShelf:
            from app.queries.rewards import reward_shelf

            return reward_shelf(session)

        self._context.tasks.query(op, self._on_shelf, owner=self, replaces="rewards")

    def _build(self) -> None:
        about = self.tr(
            "What customers can have for their points. It is given on the customer's page; undoing gives points and piece back."
        )
        self.list = RowList(self.tr("Rewards"), row_height=58, grows=True)
        self.list.set_open_on_click(True)
        self.empty = EmptyState(
            "gift",
            self.tr("No rewards yet"),
            self.tr("For example: a head spa for 300 points, ¥500 off for 500 points."),
        )
        self.empty.hide()
        self.add = PrimaryButton(self.tr("Add a reward"), "plus")
        self.add.set_shortcut_hint("Ctrl+Return")
        self.close_all = NormalButton(self.tr("Close"))
        self.body.addWidget(WrapLabel(about, TextStyle.BODY, Tone.TEXT2))
        self.body.addWidget(self.list)
        self.body.addWidget(self.empty)
        self.body.addLayout(row(STRETCH, self.close_all, self.add))
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.list.activated_key.connect(self._on_opened)
        self.list.action_triggered.connect(self._on_action)
        self.add.clicked.connect(self._on_add)
        self.close_all.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)
        self._context.tasks.data_changed.connect(self._on_data_changed)

    def _on_shelf(self, shelf: RewardShelf) -> None:
        self._shelf = shelf
        self.list.set_rows([self._content(reward, shelf) for reward in shelf.rewards])
        set_shown(self.list, bool(shelf.rewards))
        set_shown(self.empty, not shelf.rewards)

    def _content(self, reward: RewardRow, shelf: RewardShelf) -> RowContent:
        is_active = reward.fields.is_active
        act = RowAction(_ARCHIVE, self.tr("Put aside"), key="Del") if is_active else RowAction(_BACK, self.tr("Bring back"))
        return RowContent(
            reward.id,
            reward.fields.name,
            detail=detail_text(reward, shelf.currency),
            icon=KIND_ICONS[reward.fields.kind],
            chip=None if is_active else (self.tr("Not offered now"), Tone.NEUTRAL),
            side=points_text(reward.fields.points),
            side_tone=Tone.TEXT,
            side_detail=given_text(reward),
            actions=(act,),
        )

    def _reward(self, key: object) -> RewardRow | None:
        rewards = self._shelf.rewards if self._shelf is not None else ()
        return next((reward for reward in rewards if reward.id == key), None)

    def _on_add(self) -> None:
        if self._shelf is not None:
            open_reward_panel(self._context, self._window_of, None, self._shelf)

    def _on_opened(self, key: object) -> None:
        reward = self._reward(key)
        if reward is not None and self._shelf is not None:
            open_reward_panel(self._context, self._window_of, reward, self._shelf)

    def _on_action(self, action: str, key: object) -> None:
        reward = self._reward(key)
        if reward is None:
            return
        reward_id, now, is_archiving = reward.id, self._context.clock.now(), action == _ARCHIVE

        def op(session: Session, _control: JobControl) -> int:
            from app.services.rewards import archive_reward, bring_reward_back

            return archive_reward(session, reward_id, now=now) if is_archiving else bring_reward_back(session, reward_id, now=now)

        sentence = self.tr("{name} is put aside") if is_archiving else self.tr("{name} is offered again")
        self._sentence = sentence.format(name=reward.fields.name)
        self._context.tasks.command(op, self._on_done, owner=self)

    def _on_done(self, action_id: int) -> None:
        self._context.messages.toast(self._sentence, undo_action_id=action_id)

    def _on_data_changed(self, entities: frozenset[Entity], _initiator: object) -> None:
        if entities & _SHOWN_BY and self.isVisible():
            self.refresh()
