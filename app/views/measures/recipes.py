"""Ready-made beginnings: for each aim a name, whom it is for, and how it usually goes out. One press opens a plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.measures import MeasureChannel, MeasureKind, MeasurePlan
from app.domain.print_kinds import WorkKind
from app.domain.print_runs import Greeting
from app.domain.template_choice import OCCASIONS
from app.domain.templates import Occasion, TemplateRow
from app.views.labels import translated
from app.views.measures.list_words import kind_word
from app.views.theme import TextStyle, theme_of
from app.views.widgets.buttons import KeyedButton
from app.views.widgets.icons import draw_icon
from app.views.widgets.layouts import Margins

_CONTEXT = "Recipes"
WORK_OF_CHANNEL = {MeasureChannel.POSTCARD: WorkKind.CARD, MeasureChannel.LETTER: WorkKind.LETTER}


@dataclass(frozen=True, slots=True)
class Recipe:
    """`name` of the plan and `why` in marked English; `greeting`: what its piece says, for the order of the templates;
    `templates`: keys of those that were made for it."""

    kind: MeasureKind
    icon: str
    name: str
    why: str
    greeting: Greeting = Greeting.MISSED
    templates: tuple[str, ...] = ()
    channel: MeasureChannel = MeasureChannel.POSTCARD


RECIPES: Mapping[MeasureKind, Recipe] = {
    recipe.kind: recipe
    for recipe in (
        Recipe(
            MeasureKind.THANK_YOU,
            "message-circle",
            QT_TRANSLATE_NOOP("Recipes", "Thanks for coming"),
            QT_TRANSLATE_NOOP("Recipes", "To those who were here lately"),
            Greeting.THANKS,
            ("first_visit", "letter_thanks"),
        ),
        Recipe(
            MeasureKind.SECOND_VISIT,
            "calendar-check",
            QT_TRANSLATE_NOOP("Recipes", "Please come a second time"),
            QT_TRANSLATE_NOOP("Recipes", "To those who came once and not again yet"),
            Greeting.SECOND_VISIT,
            ("second_visit",),
        ),
        Recipe(
            MeasureKind.WIN_BACK,
            "history",
            QT_TRANSLATE_NOOP("Recipes", "To those not seen for long"),
            QT_TRANSLATE_NOOP("Recipes", "To those who have not come for 90 days"),
        ),
        Recipe(
            MeasureKind.BIRTHDAY,
            "cake",
            QT_TRANSLATE_NOOP("Recipes", "Birthday wishes"),
            QT_TRANSLATE_NOOP("Recipes", "To those whose birthday is next month"),
            Greeting.BIRTHDAY,
            ("birthday", "letter_birthday"),
        ),
        Recipe(
            MeasureKind.SEASON,
            "sun",
            QT_TRANSLATE_NOOP("Recipes", "News of the season"),
            QT_TRANSLATE_NOOP("Recipes", "To everybody who may be written to"),
        ),
        Recipe(
            MeasureKind.REFERRAL,
            "user-plus",
            QT_TRANSLATE_NOOP("Recipes", "Bring a friend along"),
            QT_TRANSLATE_NOOP("Recipes", "To regulars, who like to tell others"),
            Greeting.THANKS,
            ("referral", "letter_referral"),
        ),
        Recipe(
            MeasureKind.UP_SELL,
            "sparkles",
            QT_TRANSLATE_NOOP("Recipes", "Something we recommend to you"),
            QT_TRANSLATE_NOOP("Recipes", "To those who may like something better"),
            Greeting.THANKS,
            ("notice_card", "letter_season"),
        ),
        Recipe(
            MeasureKind.EVENT,
            "ticket",
            QT_TRANSLATE_NOOP("Recipes", "Invitation to an event"),
            QT_TRANSLATE_NOOP("Recipes", "With a day, a place and who came"),
            Greeting.THANKS,
            ("notice_card", "letter_invitation"),
        ),
    )
}


def recipe_name(kind: MeasureKind) -> str:
    """What a new plan of the kind is called; one without a recipe has no name yet."""
    recipe = RECIPES.get(kind)
    return "" if recipe is None else translated(_CONTEXT, recipe.name)


def fitting_first(rows: Sequence[TemplateRow], kind: MeasureKind, month: int) -> list[TemplateRow]:
    """Templates made for the aim, then those of its occasion that fit this month or the next, then the others."""
    recipe = RECIPES.get(kind)
    made = () if recipe is None else recipe.templates
    occasions = OCCASIONS[Greeting.MISSED if recipe is None else recipe.greeting]
    wanted = frozenset({Occasion.SEASON}) if kind is MeasureKind.SEASON else occasions
    near = (month, month % 12 + 1)

    def place(row: TemplateRow) -> tuple[bool, bool, bool, bool]:
        months = row.template.months
        is_past = bool(months) and not any(one in months for one in near)
        return row.template.key not in made, is_past, row.template.occasion not in wanted, month not in months

    return sorted(rows, key=place)


def new_plan(kind: MeasureKind) -> MeasurePlan:
    """As the recipe begins; whom it is for is found out by the desk."""
    recipe = RECIPES.get(kind)
    return MeasurePlan(name=recipe_name(kind), kind=kind, channel=MeasureChannel.POSTCARD if recipe is None else recipe.channel)


class RecipeButton(KeyedButton):
    """A card with an icon, the aim and for whom it is."""

    def __init__(self, recipe: Recipe) -> None:
        super().__init__()
        self.recipe = recipe
        self._title = kind_word(recipe.kind)
        self._why = translated(_CONTEXT, recipe.why)
        self.setAccessibleName(f"{self._title}. {self._why}")
        self.setFlat(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        words = theme.metrics(TextStyle.ROW_TITLE).lineSpacing() + 2 * theme.metrics(TextStyle.CAPTION).lineSpacing()
        return QSize(theme.px(LEAST), max(theme.px(64), words + theme.px(18)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        px, tokens = theme.px, theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_hot = self.underMouse() or self.isDown()
        painter.setPen(QPen(QColor(tokens.line_strong if is_hot else tokens.line), 1))
        painter.setBrush(QColor(tokens.hover if is_hot else tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8))
        circle = QRectF(px(12), (self.height() - px(34)) / 2, px(34), px(34))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.primary_soft))
        painter.drawEllipse(circle)
        draw_icon(painter, self.recipe.icon, tokens.primary, circle.center().x() - px(9), circle.center().y() - px(9), px(18))
        self._paint_words(painter, round(circle.right()) + px(10))
        painter.end()

    def _paint_words(self, painter: QPainter, left: int) -> None:
        theme = theme_of(self)
        bold, small = theme.metrics(TextStyle.ROW_TITLE), theme.metrics(TextStyle.CAPTION)
        width = self.width() - left - theme.px(8)
        wrapped = small.boundingRect(0, 0, width, 1000, int(Qt.TextFlag.TextWordWrap), self._why)
        lines = 1 if wrapped.height() < 1.5 * small.lineSpacing() else 2
        top = (self.height() - bold.lineSpacing() - lines * small.lineSpacing()) / 2
        painter.setPen(QColor(theme.tokens.text))
        painter.setFont(theme.font(TextStyle.ROW_TITLE))
        title = bold.elidedText(self._title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(left, top, width, bold.lineSpacing()), int(Qt.AlignmentFlag.AlignLeft), title)
        painter.setPen(QColor(theme.tokens.text2))
        painter.setFont(theme.font(TextStyle.CAPTION))
        area = QRectF(left, top + bold.lineSpacing(), width, lines * small.lineSpacing() + theme.px(2))
        painter.drawText(area, int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft), self._why)


LEAST = 206
_GAP = 10


class RecipeCards(QWidget):
    """As many beside each other as there is room for. Arrow keys move among them. `chosen` carries a MeasureKind."""

    chosen = Signal(object)

    def __init__(self, recipes: Sequence[Recipe] = tuple(RECIPES.values()), margins: Margins = (0, 0, 0, 0)) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Aims"))
        self.buttons = [RecipeButton(recipe) for recipe in recipes]
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(*margins)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for button in self.buttons:
            button.clicked.connect(self._on_clicked)
        theme_of(self).changed.connect(self._fit)
        self._place(4)

    def button(self, kind: MeasureKind) -> RecipeButton:
        return next(button for button in self.buttons if button.recipe.kind is kind)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(LEAST), self._grid.minimumSize().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -self._columns, Qt.Key.Key_Down: self._columns}
        here = next((place for place, button in enumerate(self.buttons) if button.hasFocus()), None)
        step = steps.get(Qt.Key(event.key()))
        if here is None or step is None or not 0 <= here + step < len(self.buttons):
            super().keyPressEvent(event)
        else:
            self.buttons[here + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self) -> None:
        px = theme_of(self).px
        room = (self.width() + px(_GAP)) // px(LEAST + _GAP)
        # Eight in rows of four, or of two: never one left over.
        self._place(next((count for count in (4, 2) if room >= count), 1))

    def _place(self, columns: int) -> None:
        gap = theme_of(self).px(_GAP)
        self._grid.setSpacing(gap)
        if columns == self._columns:
            return
        for number in range(max(columns, self._columns)):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
        self._columns = columns
        for place, button in enumerate(self.buttons):
            self._grid.removeWidget(button)
            self._grid.addWidget(button, place // columns, place % columns)
        self.updateGeometry()

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, RecipeButton):
            self.chosen.emit(button.recipe.kind)
