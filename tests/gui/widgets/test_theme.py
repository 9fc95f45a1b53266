from __future__ import annotations

import itertools

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.views.palette import tokens_of_palette
from app.views.stylesheet import style_sheet
from app.views.theme import TEXT_PERCENTS, Density, Mode, TextStyle, Theme, Tone, theme_of
from app.views.tokens import DARK, LIGHT, Tokens, contrast, readable_on, sequential_colour
from app.views.widgets.buttons import PrimaryButton
from app.views.widgets.labels import Text
from app.views.widgets.layouts import boxed, column
from tests.gui.widgets.conftest import Shower

_TONES = (Tone.PRIMARY, Tone.ACCENT, Tone.OK, Tone.WARN, Tone.DANGER, Tone.INFO)
_GROUNDS = ("bg", "sidebar", "surface", "inset", "hover", "select")


def _text_pairs(tokens: Tokens) -> list[tuple[str, str, str]]:
    pairs = [
        (f"{ink} on {ground}", getattr(tokens, ink), getattr(tokens, ground))
        for ink, ground in itertools.product(("text", "text2", "text3"), _GROUNDS)
    ]
    pairs += [(f"{tone} on its soft", tokens.tone(tone), tokens.soft(tone)) for tone in _TONES]
    pairs += [(f"{tone} on surface", tokens.tone(tone), tokens.surface) for tone in _TONES]
    pairs += [("on primary", tokens.on_primary, tokens.primary), ("on primary hover", tokens.on_primary, tokens.primary_hover)]
    pairs += [("toast", tokens.on_toast, tokens.toast), ("undo in a toast", tokens.toast_action, tokens.toast)]
    pairs += [("disabled button", tokens.text3, tokens.hover), ("unchosen segment", tokens.text2, tokens.track)]
    return pairs


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_of_text_and_ground_can_be_read(tokens: Tokens) -> None:
    weak = {name: round(contrast(ink, ground), 2) for name, ink, ground in _text_pairs(tokens) if contrast(ink, ground) < 4.5}
    assert weak == {}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_borders_of_inputs_and_the_focus_stand_out(tokens: Tokens) -> None:
    assert contrast(tokens.line_strong, tokens.surface) >= 3
    assert contrast(tokens.focus, tokens.surface) >= 3
    assert contrast(tokens.focus, tokens.bg) >= 3


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_number_in_every_heat_cell_can_be_read(tokens: Tokens) -> None:
    grounds = [sequential_colour(tokens, step / 100) for step in range(101)]
    assert min(contrast(readable_on(ground), ground) for ground in grounds) >= 4.5


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_switching_to_dark_changes_the_palette_and_what_is_painted(qapp: QApplication, theme: Theme, show: Shower) -> None:
    window = show(PrimaryButton("記録する"))
    before = window.grab().toImage().pixelColor(2, 2).name().upper()
    theme.set_mode(Mode.DARK)
    after = window.grab().toImage().pixelColor(2, 2).name().upper()
    assert (before, after) == (LIGHT.bg, DARK.bg)
    assert qapp.palette().color(QPalette.ColorRole.PlaceholderText).name().upper() == DARK.text3


def test_the_change_is_announced_once_and_only_when_there_is_one(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_mode(Mode.DARK)
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_mode(Mode.DARK)


@pytest.mark.parametrize("percent", TEXT_PERCENTS)
def test_text_size_scales_fonts_sizes_and_gaps(theme: Theme, show: Shower, percent: int) -> None:
    label, layout = Text("お客様"), column(gap=10, margins=(20, 0, 0, 0))
    box = boxed(layout)
    show(label, box)
    theme.set_text_percent(percent)
    assert label.font().pixelSize() == round(13 * percent / 100)
    assert layout.spacing() == round(10 * percent / 100)
    assert layout.contentsMargins().left() == round(20 * percent / 100)
    assert theme.px(34) == round(34 * percent / 100)


def test_rows_grow_with_density_and_never_cut_their_lines(theme: Theme) -> None:
    normal = theme.row_height(56)
    theme.set_density(Density.COMFORTABLE)
    assert theme.row_height(56) == normal + 8
    assert theme.row_height(10) >= 2 * theme.metrics(TextStyle.ROW_TITLE).lineSpacing() + 14


def test_crisp_letters_use_the_bundled_family(theme: Theme) -> None:
    theme.set_crisp(True)
    assert theme.font(TextStyle.BODY).family() == "BIZ UDPGothic"
    theme.set_crisp(False)
    assert theme.font(TextStyle.BODY).family() == "Noto Sans JP"


def test_high_contrast_takes_every_colour_from_the_system() -> None:
    palette = QPalette(QColor("#000000"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#FFFFFF"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#FFFF00"))
    tokens = tokens_of_palette(palette)
    assert (tokens.text, tokens.bg, tokens.primary, tokens.danger_soft) == ("#ffffff", "#000000", "#ffff00", "#000000")
    assert tokens.sequential == DARK.sequential
    assert "#" not in style_sheet(tokens, 1.0, coloured=False)


def test_the_application_has_one_theme(qapp: QApplication, theme: Theme) -> None:
    assert theme_of() is theme
    assert Theme.install(qapp, mode=Mode.DARK) is theme
    assert theme.is_dark
