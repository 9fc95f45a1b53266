"""Step 3: what they get: a printed piece with an offer, points, a call, an e-mail, or nothing but being on a list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QAbstractItemView

from app.context import AppContext
from app.domain.measures import BY_POST, MeasureChannel
from app.domain.points import LARGEST_POINTS
from app.domain.print_kinds import WorkKind
from app.domain.print_runs import PrintSettings
from app.domain.print_work import has_offer
from app.domain.templates import Template, TemplateRow
from app.jobs.job import JobControl
from app.views.designer.elements_words import occasion_word
from app.views.designer.gallery_grid import CardGrid, TemplateCard
from app.views.measures.list_words import channel_word
from app.views.measures.recipes import WORK_OF_CHANNEL
from app.views.measures.wizard_desk import Desk
from app.views.moments import language
from app.views.printing.offer_part import OfferPart
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.filter_chips import FilterChips
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Title, WrapLabel
from app.views.widgets.layouts import ScrollColumn, boxed, column, set_shown
from app.views.widgets.number_field import NumberField

if TYPE_CHECKING:
    from app.printing.preview import Picture


class OfferFields(OfferPart):
    """As tall as its fields: here the step scrolls, not the fields."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


class StepWhat(ScrollColumn):
    def __init__(self, context: AppContext, desk: Desk) -> None:
        super().__init__(gap=10, margins=(0, 0, 10, 0))
        self._context = context
        self._desk = desk
        self._shown: Sequence[str] = ()
        self._drawn: dict[str, Template] = {}
        self._is_drawing = False
        self._build()
        self._connect()

    def has_problem(self) -> bool:
        """Whether the points are missing; then it is said at their field, where the keyboard is put."""
        plan = self._desk.plan
        is_wrong = plan.channel is MeasureChannel.POINTS and (self.points.value() is None or not plan.points)
        self._show_points_error(is_wrong=is_wrong)
        if is_wrong:
            self.points.setFocus(Qt.FocusReason.OtherFocusReason)
        return is_wrong

    def focus_first(self) -> None:
        self.channels.setFocus(Qt.FocusReason.OtherFocusReason)
        self.channels.focusNextChild()

    def show_plan(self) -> None:
        plan = self._desk.plan
        if self.channels.current() != plan.channel:
            self.channels.set_current(plan.channel)
        is_printed = plan.channel in BY_POST
        for part, is_shown in ((self.printed, is_printed), (self.points_field, plan.channel is MeasureChannel.POINTS)):
            set_shown(part, is_shown)
        self.said.setText(self._said(plan.channel))
        if self.points.value() != plan.points and not self.points.hasFocus():
            self.points.set_value(plan.points or None)
        if plan.channel is not MeasureChannel.POINTS or plan.points:
            self._show_points_error(is_wrong=plan.channel is MeasureChannel.POINTS and not self.points.is_valid())
        if is_printed:
            self._show_templates()
            self._show_offer()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw_next()

    def chosen_row(self) -> TemplateRow | None:
        """The template that is printed with: the one chosen, else the one that fits the aim best."""
        return self._desk.piece

    def _build(self) -> None:
        self.title = Title(self.tr("What do they get?"), TextStyle.DIALOG_TITLE)
        self.channels = FilterChips([(channel, channel_word(channel)) for channel in MeasureChannel], None, self.tr("How it reaches them"))
        self.said = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.points = NumberField(1, LARGEST_POINTS, step=10)
        self.points_field = FormField(self.tr("Points for each"), self.points)
        self.grid = CardGrid(self.tr("Templates"), has_menu=False)
        self.grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.grid.setMinimumHeight(theme_of(self).px(272))
        self.offer = OfferFields(self._context.clock.today(), has_free_words=False)
        self.offer_title = Title(self.tr("What is promised on it"))
        self.offer_missing = WrapLabel(self.tr("This template has no place for an offer."), TextStyle.BODY, Tone.TEXT2)
        self.printed = boxed(column(Title(self.tr("The piece")), self.grid, self.offer_title, self.offer_missing, self.offer, gap=8))
        for part in (self.title, self.channels, self.said, self.points_field, self.printed):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._desk.changed.connect(self.show_plan)
        self._desk.surrounded.connect(self._on_surrounded)
        self.channels.changed.connect(self._on_channel)
        self.points.value_changed.connect(self._on_points)
        self.grid.opened.connect(self._on_template)
        self.offer.changed.connect(self._on_offer)

    def _said(self, channel: MeasureChannel) -> str:
        return {
            MeasureChannel.POSTCARD: self.tr("Postcards are printed at the start, addressed, each with a code of its own."),
            MeasureChannel.LETTER: self.tr("Letters are printed at the start, each with a code of its own; envelopes follow them."),
            MeasureChannel.POINTS: self.tr("Everybody drawn gets the points at the start, in one act."),
            MeasureChannel.CALLS: self.tr("Everybody drawn gets a follow-up to call them, on the list of each day."),
            MeasureChannel.EMAIL: self.tr("Everybody drawn gets a follow-up to write to them. Okaeri sends no e-mail by itself."),
            MeasureChannel.LIST: self.tr("The program sends nothing: the list is frozen, and what you do with it is counted all the same."),
        }[channel]

    def _work(self) -> WorkKind:
        return WORK_OF_CHANNEL.get(self._desk.plan.channel, WorkKind.CARD)

    def _rows(self) -> list[TemplateRow]:
        return self._desk.pieces

    def _show_templates(self) -> None:
        rows = self._rows()
        keys = [row.template.key for row in rows]
        if keys != self._shown:
            self._shown = keys
            self.grid.set_cards([TemplateCard(row, occasion_word(row.template.occasion)) for row in rows], is_other=True)
        row = self.chosen_row()
        if row is not None and self.grid.current_key() != row.template.key:
            self.grid.select_key(row.template.key)
        if self.isVisible():
            self._draw_next()

    def _show_offer(self) -> None:
        around, row = self._desk.around, self.chosen_row()
        has_place = row is not None and has_offer(row.template)
        set_shown(self.offer, has_place)
        set_shown(self.offer_title, row is not None)
        set_shown(self.offer_missing, row is not None and not has_place)
        if around is not None and self.offer.applied_to(PrintSettings()).offer != self._desk.plan.offer:
            self.offer.set_choices(around.products, around.product_groups, around.currency.code)
            self.offer.show_settings(PrintSettings(offer=self._desk.plan.offer), self._work())

    def _draw_next(self) -> None:
        """One small picture after the other, so that other work is not kept waiting."""
        if self._is_drawing or not self.isVisible():
            return
        size = self.grid.picture_size()
        template = next((row.template for row in self._rows() if self._drawn.get(row.template.key) != row.template), None)
        if template is None:
            return
        self._is_drawing = True
        spoken = language()

        def op(_control: JobControl) -> Picture:
            from app.printing.geometry import PAPERS
            from app.reports.designs import thumbnail

            paper = PAPERS.get(template.paper)
            fits = min(size.width(), size.height() * paper.width / paper.height) if paper is not None else size.width()
            return thumbnail(template, spoken, max(40, round(fits)))

        drawn, undrawn = partial(self._on_drawn, template), partial(self._on_undrawn, template)
        self._context.tasks.run(op, drawn, owner=self, failed=undrawn)

    def _on_drawn(self, template: Template, picture: Picture) -> None:
        # The picture's own bytes may go; the copy stays.
        image = QImage(picture.rgba, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGBA8888).copy()
        self.grid.set_picture(template.key, image)
        self._go_on(template)

    def _on_undrawn(self, template: Template, _error: Exception) -> None:
        # The card stays without a picture; what is wrong with the template is said where it is changed.
        self._go_on(template)

    def _go_on(self, template: Template) -> None:
        self._drawn[template.key] = template
        self._is_drawing = False
        self._draw_next()

    def _on_surrounded(self) -> None:
        around = self._desk.around
        if around is not None:
            self.offer.set_choices(around.products, around.product_groups, around.currency.code)

    def _on_channel(self, channel: object) -> None:
        # A template of another kind would not fit.
        self._desk.change(channel=MeasureChannel(str(channel)), card_key="")

    def _on_template(self, key: str) -> None:
        self._desk.change(card_key=key)

    def _on_points(self) -> None:
        value = self.points.value()
        self._desk.change(points=0 if value is None else int(value))
        self._show_points_error(is_wrong=value is None)

    def _show_points_error(self, *, is_wrong: bool) -> None:
        self.points_field.set_error(self.tr("Please enter how many points each of them gets, 1 or more.") if is_wrong else "")

    def _on_offer(self) -> None:
        offer = self.offer.applied_to(PrintSettings()).offer
        self._desk.change(offer=offer)
        self.offer.show_settings(PrintSettings(offer=offer), self._work())
