"""健康度: how much each part of the score counts, with what that makes of real customers while it is being tried."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from app.context import AppContext
from app.domain.care import CareSettings, HealthWeights
from app.domain.health import PARTS
from app.domain.health_preview import HealthChange, HealthPreview
from app.domain.numbers import format_percent
from app.jobs.job import JobControl
from app.views.health.words import part_name
from app.views.labels_customers import polite_name
from app.views.settings.section import FlowBox, SettingsCard
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton, TonalButton
from app.views.widgets.labels import ElidedLabel, Text, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, clear, column, row, set_shown
from app.views.widgets.number_field import NumberField
from app.views.widgets.slider import Slider

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

HEAVIEST, STEP = 100, 5


class HealthCard(SettingsCard):
    def __init__(self, context: AppContext) -> None:
        super().__init__("health", "heart-pulse")
        self.set_title(self.tr("Health"))
        self._context = context
        self._care = CareSettings()
        self._is_trying = False
        self._build()
        self._connect()

    def show_care(self, care: CareSettings) -> None:
        """Fill the fields in; weights that are being tried are left alone."""
        self._care = care
        if not self.high.hasFocus():
            self.high.set_value(care.high)
        if not self._is_trying:
            self._set_weights(care.weights)

    def weights(self) -> HealthWeights:
        """As the sliders stand."""
        return HealthWeights(*(slider.value() / HEAVIEST for slider in self.sliders))

    def first_field(self) -> QWidget:
        return self.sliders[0]

    def _build(self) -> None:
        self.sliders: list[Slider] = []
        self.shares: list[Text] = []
        for part in PARTS:
            slider, share = Slider(), Text("", TextStyle.BODY, Tone.TEXT2)
            slider.setRange(0, HEAVIEST)
            slider.setSingleStep(STEP)
            slider.setPageStep(2 * STEP)
            share.setMinimumWidth(share.fontMetrics().horizontalAdvance("100%") + 4)
            self.add_line(part_name(part), slider, share)
            self.sliders.append(slider)
            self.shares.append(share)
        self.use = TonalButton(self.tr("Use these weights"), "check", small=True)
        self.back = NormalButton(self.tr("Put back"), small=True)
        self.usual = LinkButton(self.tr("As delivered"), small=True)
        self.add(FlowBox(self.use, self.back, self.usual))
        self.fact = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.rising, self.falling = column(gap=2), column(gap=2)
        self._moves = boxed(row(boxed(column(self.rising, STRETCH)), boxed(column(self.falling, STRETCH)), gap=16))
        self.add(self.fact)
        self.add(self._moves)
        self.high = NumberField(1, 100)
        self.high.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        hint = self.tr("Customers who stand so high are shown first where something could be suggested.")
        self.high_line = self.add_line(self.tr("High from"), self.high, STRETCH, hint=hint)
        self.check = LinkButton(self.tr("See how well the score foresaw who stayed away"), "chart-line", small=True)
        self.add(boxed(row(self.check, STRETCH)))
        set_shown(self._moves, False)

    def _connect(self) -> None:
        for slider in self.sliders:
            slider.valueChanged.connect(self._on_moved)
        self.use.clicked.connect(self._on_use)
        self.back.clicked.connect(self._on_back)
        self.usual.clicked.connect(self._on_usual)
        self.high.value_changed.connect(self._check_high)
        self.high.edited_done.connect(self._on_high)
        self.check.clicked.connect(lambda: self._context.navigate.show_page("health"))

    def _set_weights(self, weights: HealthWeights) -> None:
        for slider, weight in zip(self.sliders, weights.as_tuple(), strict=True):
            slider.blockSignals(True)
            slider.setValue(round(weight * HEAVIEST))
            slider.blockSignals(False)
        self._show_shares()

    def _show_shares(self) -> None:
        whole = sum(slider.value() for slider in self.sliders)
        kept = [round(weight * HEAVIEST) for weight in self._care.weights.as_tuple()]
        self._is_trying = [slider.value() for slider in self.sliders] != kept
        for slider, share, part in zip(self.sliders, self.shares, PARTS, strict=True):
            said = format_percent(slider.value() / whole, 0) if whole else "—"
            share.setText(said)
            slider.setAccessibleName(self.tr("{part}: counts {share}").format(part=part_name(part), share=said))
        self.use.setEnabled(self._is_trying and whole > 0)
        self.back.setEnabled(self._is_trying)
        if not whole:
            self.fact.setText(self.tr("At least one part must count."))
        elif not self._is_trying:
            self.fact.setText(self.tr("Move a weight: five customers who would rise and five who would fall are shown here."))
        set_shown(self._moves, self._is_trying and whole > 0)

    def _on_moved(self) -> None:
        self._show_shares()
        if self._is_trying:
            self._preview()

    def _preview(self) -> None:
        weights, today = self.weights(), self._context.clock.today()
        high = self._care.high
        if not any(weights.as_tuple()):
            return

        def op(session: Session, _control: JobControl) -> HealthPreview:
            from app.queries.health_preview import preview

            return preview(session, today, weights, high)

        self._context.tasks.query(op, self._on_preview, owner=self, replaces="health preview")

    def _on_preview(self, found: HealthPreview) -> None:
        if not self._is_trying:
            return
        words = self.tr(
            "Of %n customer(s) with a score {changed} would have another, {high} would stand at {limit} or above.", "", found.customers
        )
        self.fact.setText(words.format(changed=found.changed, high=found.high, limit=self._care.high))
        self._fill(self.rising, self.tr("Would rise"), found.rising)
        self._fill(self.falling, self.tr("Would fall"), found.falling)

    def _fill(self, layout: QBoxLayout, title: str, changes: Sequence[HealthChange]) -> None:
        clear(layout)
        layout.addWidget(Text(title, TextStyle.CAPTION_BOLD, Tone.TEXT2))
        if not changes:
            layout.addWidget(Text(self.tr("Nobody"), TextStyle.CAPTION, Tone.TEXT3))
        for one in changes:
            name = polite_name(one.name, is_company=one.is_company)
            said = self.tr("{name} {before} → {after}").format(name=name, before=one.before, after=one.after)
            layout.addWidget(ElidedLabel(said, TextStyle.CAPTION, Tone.TEXT))

    def _on_use(self) -> None:
        self._is_trying = False
        self._save(weights=self.weights())

    def _on_back(self) -> None:
        self._set_weights(self._care.weights)

    def _on_usual(self) -> None:
        self._set_weights(HealthWeights())
        self._on_moved()

    def _check_high(self) -> None:
        self.high_line.set_error("" if self.high.value() is not None else self.tr("Please type a number within the range."))

    def _on_high(self) -> None:
        value = self.high.value()
        if value is not None and int(value) != self._care.high:
            self._save(high=int(value))

    def _save(self, *, weights: HealthWeights | None = None, high: int | None = None) -> None:
        """Only what is meant here: the other settings of care may have been changed elsewhere meanwhile."""
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.queries.health import health_care
            from app.services.care_settings import change_care

            kept = health_care(session)
            wanted = replace(kept, weights=weights or kept.weights, high=high or kept.high)
            return change_care(session, wanted, now=now)

        self._context.tasks.command(op, self._on_saved, owner=self)

    def _on_saved(self, action_id: int | None) -> None:
        if action_id is not None:
            self._context.messages.toast(self.tr("The change is saved"), undo_action_id=action_id)
