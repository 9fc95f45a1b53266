"""ランクを変える: on or off, by what and in which time, the tiers themselves; what it would make of today's customers is shown live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.errors import DomainError
from app.domain.formats import CountUnit, format_count
from app.domain.money import currency_of
from app.domain.tiers import (
    MOST_GRACE_MONTHS,
    MOST_TIERS,
    FallingRate,
    LoyaltySettings,
    TierBasis,
    TierBoard,
    TierDraft,
    TierFields,
    TierPeriod,
    TierPreview,
    falling_rates,
)
from app.jobs.job import JobControl
from app.views.leaving import may_leave
from app.views.moments import language
from app.views.points.sentences import rate_text
from app.views.points.tier_editor import TierEditor
from app.views.points.tier_words import NO_TIER, say
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton, PrimaryButton
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Caption, Text, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.number_field import NumberField
from app.views.widgets.segmented import Segmented
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.summary import AmountLines
from app.views.widgets.switch import Switch

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

PREVIEW_MILLISECONDS = 150
_FIRST_THRESHOLDS = (50_000, 100_000)
_FIRST_RATES = (120, 150)
_FIRST_VISITS = (6, 12)


def open_tier_panel(context: AppContext, window: QWidget, board: TierBoard) -> TierPanel:
    """The tiers of the shop to be changed, or ready-made ones to begin with."""
    panel = TierPanel(context, window, board)
    panel.open_panel(panel.switch)
    return panel


class TierPanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, board: TierBoard) -> None:
        super().__init__(window, "")
        self.set_title(self.tr("Change the tiers"))
        self._context = context
        self._board = board
        self._currency = currency_of(board.currency)
        self.editors: list[TierEditor] = []
        self._build()
        self._fill()
        self._connect()
        self._before = self._typed()
        self._on_edited()

    def _build(self) -> None:
        settings = self._board.settings
        self.switch = Switch(self.tr("Use tiers"))
        self.basis = Segmented(
            [(TierBasis.SPEND, self.tr("Purchases")), (TierBasis.VISITS, self.tr("Visits"))], settings.basis, self.tr("What counts")
        )
        self.period = Segmented(
            [(TierPeriod.LAST_12_MONTHS, self.tr("The last 12 months")), (TierPeriod.CALENDAR_YEAR, self.tr("Calendar year"))],
            settings.period,
            self.tr("In which time"),
        )
        self.period_words = WrapLabel("", TextStyle.CAPTION, Tone.TEXT3)
        self.grace = NumberField(0, MOST_GRACE_MONTHS)
        months = boxed(row(self.grace, Text(self.tr("months"), TextStyle.BODY, Tone.TEXT2), STRETCH, gap=8))
        months.setFocusProxy(self.grace)
        self.grace.setAccessibleName(self.tr("Months a tier is kept before it goes down"))
        self.grace_field = FormField(
            self.tr("Before a tier goes down it is kept for"), months, hint=self.tr("0: at once, on the next 1st of a month.")
        )
        self.add_tier = LinkButton(self.tr("Add a tier"), "plus", small=True)
        self._tiers = column(gap=10)
        switch_line = row(self.switch, Text(self.tr("Use tiers"), TextStyle.BODY_BOLD), STRETCH, gap=8)
        self._settings = boxed(
            column(
                row(column(Caption(self.tr("What counts"), Tone.TEXT2), self.basis, gap=4), 16, self._period_part(), STRETCH, gap=0),
                self.period_words,
                Title(self.tr("Tiers")),
                self._tiers,
                row(self.add_tier, STRETCH),
                self.grace_field,
                gap=10,
            )
        )
        self.body.addLayout(switch_line)
        self.body.addWidget(self._settings)
        self.body.addStretch(1)
        self._build_summary()

    def _period_part(self) -> QWidget:
        return boxed(column(Caption(self.tr("In which time"), Tone.TEXT2), self.period, gap=4))

    def _build_summary(self) -> None:
        self.heading = Title(self.tr("If saved now"))
        self.counts = AmountLines()
        self.note = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.save = PrimaryButton(self.tr("Save"), "check")
        self.cancel = NormalButton(self.tr("Leave without saving"))
        for widget in (self.heading, self.counts, self.note):
            self.summary.addWidget(widget)
        self.summary.addStretch(1)
        self.set_primary(self.save, self.cancel)

    def _fill(self) -> None:
        settings = self._board.settings
        tiers = [line.tier for line in self._board.rows if line.tier is not None]
        # Who opens this while tiers are off wants to switch them on.
        self.switch.setChecked(True)
        self.grace.set_value(settings.grace_months)
        drafts = [TierDraft(tier.id, tier.fields) for tier in tiers] or self._ready_made()
        for draft in drafts:
            self._add_editor(draft)

    def _ready_made(self) -> list[TierDraft]:
        by_visits = self._board.settings.basis is TierBasis.VISITS
        thresholds = _FIRST_VISITS if by_visits else _FIRST_THRESHOLDS
        silver = TierDraft(None, TierFields(self.tr("Silver"), thresholds[0], _FIRST_RATES[0]))
        return [TierDraft(None, TierFields(self.tr("Gold"), thresholds[1], _FIRST_RATES[1])), silver]

    def _add_editor(self, draft: TierDraft) -> TierEditor:
        basis = self.basis.current()
        editor = TierEditor(draft, TierBasis(basis) if isinstance(basis, str) else TierBasis.SPEND, self._currency)
        editor.edited.connect(self._on_edited)
        editor.remove_requested.connect(self._on_remove)
        self.editors.append(editor)
        self._tiers.addWidget(editor)
        return editor

    def _connect(self) -> None:
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PREVIEW_MILLISECONDS)
        self._soon.timeout.connect(self._ask_preview)
        self.switch.toggled.connect(self._on_edited)
        self.basis.changed.connect(self._on_basis)
        self.period.changed.connect(self._on_edited)
        self.grace.value_changed.connect(self._on_edited)
        self.add_tier.clicked.connect(self._on_add_tier)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)

    def _typed(self) -> tuple[tuple[TierDraft, ...], LoyaltySettings]:
        grace = self.grace.value()
        settings = LoyaltySettings(
            tiers_on=self.switch.isChecked(),
            basis=TierBasis(str(self.basis.current())),
            period=TierPeriod(str(self.period.current())),
            grace_months=-1 if grace is None else int(grace),
        )
        return tuple(editor.draft() for editor in self.editors), settings

    def _on_edited(self) -> None:
        is_on = self.switch.isChecked()
        set_shown(self._settings, is_on)
        set_shown(self.heading, is_on)
        set_shown(self.counts, is_on)
        self.add_tier.setEnabled(len(self.editors) < MOST_TIERS)
        self._show_falling_rates()
        calendar = self.period.current() == TierPeriod.CALENDAR_YEAR
        self.period_words.setText(
            self.tr("From January on, or the whole year before: whichever is better for the customer.")
            if calendar
            else self.tr("Counted on the 1st of every month, up to the day before.")
        )
        if is_on:
            self._soon.start()
        else:
            self._soon.stop()
            self.note.setText(self.tr("Without tiers every purchase earns the points of the rule alone. The tiers are kept for later."))

    def _show_falling_rates(self) -> None:
        drafts, _settings = self._typed()
        warned = {pair.higher: self._falling_words(drafts, pair) for pair in falling_rates(drafts)}
        for place, editor in enumerate(self.editors):
            editor.set_warning(warned.get(place, ""))

    def _falling_words(self, drafts: Sequence[TierDraft], pair: FallingRate) -> str:
        lower, higher = drafts[pair.lower].fields, drafts[pair.higher].fields
        words = self.tr("Harder to reach than {lower}, yet it earns fewer points: {rate}, there {lower_rate}.")
        rates = {"rate": rate_text(higher.rate), "lower_rate": rate_text(lower.rate)}
        return words.format(lower=lower.name or self.tr("New tier"), **rates)

    def _may_save(self, drafts: Sequence[TierDraft], settings: LoyaltySettings) -> bool:
        """Fewer points for who buys more are rarely meant."""
        falling = falling_rates(drafts)
        if not settings.tiers_on or not falling:
            return True
        names = self.tr(", ").join(drafts[pair.higher].fields.name or self.tr("New tier") for pair in falling)
        return self._context.messages.confirm(
            self.tr("Save although a higher tier earns fewer points?"),
            self.tr("Who rises to {tiers} will earn fewer points than before. Saving it can be undone.").format(tiers=names),
            safe=self.tr("Look at the tiers again"),
            danger=self.tr("Save the tiers as they are"),
        )

    def _on_basis(self) -> None:
        basis = TierBasis(str(self.basis.current()))
        for editor in self.editors:
            editor.set_basis(basis)
        self._on_edited()

    def _on_add_tier(self) -> None:
        editor = self._add_editor(TierDraft(None, TierFields("", 0)))
        editor.name.setFocus()
        self._on_edited()

    def _on_remove(self, editor: TierEditor) -> None:
        self.editors.remove(editor)
        self._tiers.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self.add_tier.setFocus()
        self._on_edited()

    def _ask_preview(self) -> None:
        drafts, settings = self._typed()
        whole = tuple(draft for draft in drafts if draft.fields.threshold)
        settings = replace(settings, grace_months=max(settings.grace_months, 0))
        today = self._context.clock.today()

        def op(session: Session, _control: JobControl) -> TierPreview:
            from app.queries.tiers import preview_tiers

            return preview_tiers(session, whole, settings, today)

        self._context.tasks.query(op, self._on_preview, owner=self, replaces="preview")

    def _on_preview(self, preview: TierPreview) -> None:
        if not self.switch.isChecked():
            return
        self.counts.clear()
        counts = iter(preview.counts)
        for editor in self.editors:
            draft = editor.draft()
            count = next(counts, 0) if draft.fields.threshold else None
            words = "" if count is None else format_count(count, CountUnit.CUSTOMERS, language())
            editor.set_preview(self.tr("{count} will be in it").format(count=words) if words else "")
            if words:
                self.counts.add(draft.fields.name or self.tr("New tier"), words, bold=True)
        self.counts.add(say(NO_TIER), format_count(preview.others, CountUnit.CUSTOMERS, language()))
        graced = self.tr("%n of them would be kept in their tier for the grace only.", "", preview.in_grace) if preview.in_grace else ""
        decided = (
            self.tr("Everybody is decided for today at once, then on the 1st of every month.")
            if preview.is_decided
            else self.tr("Everybody stays in their tier; the next decision is on the 1st of the month.")
        )
        self.note.setText(f"{graced}\n{decided}".strip())

    def _may_close(self) -> bool:
        if self._typed() == self._before:
            return True
        return may_leave(self._context.messages)

    def _on_save(self) -> None:
        for editor in self.editors:
            editor.clear_errors()
        self.grace_field.clear_error()
        drafts, settings = self._typed()
        if not self._may_save(drafts, settings):
            return
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.tiers import set_tiers

            return set_tiers(session, drafts, settings, now=now, today=today)

        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, action_id: int | None) -> None:
        self._before = self._typed()
        self.close_panel()
        if action_id is None:
            return
        self._context.messages.toast(self.tr("The tiers are changed"), undo_action_id=action_id)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, DomainError):
            self._context.messages.error(error)
            return
        sentence = self._context.messages.sentence(error)
        place = error.values.get("place")
        if error.field == "grace":
            self.grace_field.set_error(sentence)
            self.grace.setFocus()
        elif isinstance(place, int) and place < len(self.editors):
            field = self.editors[place].field_named(error.field)
            field.set_error(sentence)
            field.field.setFocus()
        else:
            self._context.messages.error(error)
