"""The one style sheet of the program, made from the tokens. No font sizes here: fonts are set in code.

A box with rounded corners never asks for a radius above half its height (Qt then draws it square without a word);
pills, switches and check boxes are painted by their own widgets.
"""

from __future__ import annotations

from string import Template

from app.views.tokens import Tokens, Tone

_BOXES = Template("""
QToolTip { border: 1px solid $line; padding: ${p4}px ${p8}px; background: $surface; color: $text; }
QAbstractScrollArea { border: none; background: transparent; }
QAbstractItemView { border: none; outline: none; background: transparent; selection-background-color: $select;
  selection-color: $text; }
ScrollColumn, ScrollColumn > QWidget > QWidget { background: transparent; border: none; }
QPushButton, QToolButton { outline: none; }

Card { background: $surface; border: 1px solid $line; border-radius: ${p10}px; }
Inset { background: $inset; border: none; border-radius: ${p8}px; }
Inset[tone="primary"] { background: $primary_soft; } Inset[tone="ok"] { background: $ok_soft; }
Inset[tone="warn"] { background: $warn_soft; } Inset[tone="danger"] { background: $danger_soft; }
Inset[tone="info"] { background: $info_soft; } Inset[tone="accent"] { background: $accent_soft; }
BuilderCard { background: $surface; border: 1px solid $line; border-radius: ${p8}px; }
BuilderCard:hover { background: $hover; }
BuilderCard[open="true"] { background: $primary_soft; border: 2px solid $primary; }
Hairline { background: $line; border: none; max-height: 1px; min-height: 1px; }
VerticalHairline { background: $line; border: none; max-width: 1px; min-width: 1px; }

PrimaryButton { background: $primary; color: $on_primary; border: 1px solid $primary; }
PrimaryButton:hover { background: $primary_hover; border-color: $primary_hover; }
PrimaryButton:pressed { background: $primary_hover; }
NormalButton, MenuButton { background: $surface; color: $text; border: 1px solid $line_strong; }
NormalButton[small="true"] { border-color: $line; }
TonalButton { background: $surface; color: $primary; border: 1px solid $primary; }
TonalButton:hover { background: $primary_soft; }
DangerButton { background: $danger; color: $on_danger; border: 1px solid $danger; }
NormalButton:hover, MenuButton:hover, IconButton:hover { background: $hover; }
NormalButton:pressed, IconButton:pressed, TonalButton:pressed { background: $track; }
QuietButton { background: transparent; color: $primary; border: 1px solid transparent; }
QuietButton:hover { background: $hover; color: $primary_hover; }
QuietButton[tone="danger"] { color: $danger; }
IconButton { background: transparent; border: 1px solid transparent; }
IconButton[framed="true"] { background: $surface; border-color: $line_strong; }
OkaeriButton { border-radius: ${p7}px; padding: 0 ${p14}px; }
OkaeriButton[small="true"] { padding: 0 ${p10}px; }
QuietButton { padding: 0 ${p4}px; } QuietButton[small="true"] { padding: 0 ${p4}px; }
IconButton { padding: 0; border-radius: ${p7}px; } IconButton[small="true"] { padding: 0; }
OkaeriButton:disabled { background: $hover; color: $text3; border-color: $line; }
QuietButton:disabled, IconButton:disabled { background: transparent; border-color: transparent; }
OkaeriButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit { background: $surface; color: $text; border: 1px solid $line_strong;
  border-radius: ${p7}px; padding: 0 ${p11}px; selection-background-color: $primary; selection-color: $on_primary; }
QPlainTextEdit, QTextEdit { padding: ${p6}px ${p7}px; }
QLineEdit:focus { border: 2px solid $focus; padding: 0 ${p10}px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; padding: ${p5}px ${p6}px; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $inset; border-color: $line; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: $inset; border-color: $line; color: $line_strong; }
QLineEdit[error="true"], QPlainTextEdit[error="true"] { border: 2px solid $danger; }
QLineEdit[error="true"] { padding: 0 ${p10}px; }
QLineEdit[bare="true"] { border: none; background: transparent; padding: 0; }
SearchField { padding-left: ${p30}px; } SearchField:focus { padding-left: ${p29}px; }

QMenu { background: $surface; color: $text; border: 1px solid $line; padding: ${p4}px; }
QMenu::item { padding: ${p6}px ${p20}px ${p6}px ${p12}px; border-radius: ${p5}px; }
QMenu::icon { padding-left: ${p8}px; }
QMenu::item:selected { background: $select; color: $text; }
QMenu::item:disabled { color: $line_strong; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px ${p8}px; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $line; outline: none; padding: ${p4}px; }
QComboBox QAbstractItemView::item { min-height: ${p30}px; padding: 0 ${p8}px; border-radius: ${p5}px; color: $text; }
QComboBox QAbstractItemView::item:selected { background: $select; color: $text; }

QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: $text2; border: none; border-bottom: 1px solid $line;
  padding: 0 ${p8}px; }
QTableCornerButton::section { background: transparent; border: none; }

QScrollBar:vertical { background: transparent; width: ${p10}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${p10}px; margin: 0; }
QScrollBar::handle:vertical { background: $scroll; border-radius: ${half}px; min-height: ${p32}px; margin: 1px ${p2}px; }
QScrollBar::handle:horizontal { background: $scroll; border-radius: ${half}px; min-width: ${p32}px; margin: ${p2}px 1px; }
QScrollBar::handle:hover { background: $line_strong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSlider { min-height: ${p20}px; }
QSlider::groove:horizontal { background: $track; height: ${p4}px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $primary; border-radius: 2px; }
QSlider::handle:horizontal { background: $primary; width: ${p14}px; height: ${p14}px; margin: -${p5}px 0; border-radius: ${p6}px; }
QSlider::handle:horizontal:hover { background: $primary_hover; }

QDialog, QMessageBox { background: $surface; }
QSplitter::handle { background: transparent; }
Popover { background: $surface; border: 1px solid $line_strong; border-radius: ${p10}px; }
ToastBar { background: $toast; border: none; border-radius: ${p10}px; }
ToastBar QLabel { color: $on_toast; }
ToastAction { background: transparent; color: $toast_action; border: none; border-radius: ${p5}px; padding: 0 ${p6}px; outline: none; }
SidePanelFrame { background: $surface; border: none; border-left: 1px solid $line; }
SidePanelSummary { background: $inset; border: none; border-left: 1px solid $line; }
SidePanelHeader { background: $surface; border: none; border-bottom: 1px solid $line; }
JobsPanel { background: $surface; border: 1px solid $line_strong; border-radius: ${p10}px; }
Sidebar { background: $sidebar; border: none; border-right: 1px solid $line; }
Desk, DesignDesk, ReportDesk { background: $desk; border: none; border-radius: ${p10}px; }
PageSurface { background: $bg; border: none; }
KpiCard:hover { border-color: $line_strong; }
NextStepBar { background: $primary_soft; border: none; border-radius: ${p10}px; }
""")

_LABEL_TONES = (Tone.TEXT, Tone.TEXT2, Tone.TEXT3, Tone.PRIMARY, Tone.ACCENT, Tone.OK, Tone.WARN, Tone.DANGER, Tone.INFO)


def style_sheet(tokens: Tokens, scale: float, *, coloured: bool) -> str:
    """The sheet for the application. Without `coloured` (system high contrast) only sizes, no colours of ours."""
    if not coloured:
        return f"OkaeriButton {{ padding: 0 {round(14 * scale)}px; }}"
    sizes = {f"p{n}": str(round(n * scale)) for n in (2, 4, 5, 6, 7, 8, 10, 11, 12, 14, 20, 29, 30, 32)}
    colours = {name: str(getattr(tokens, name)) for name in tokens.__slots__}
    extra = {
        "half": str(max(1, (round(10 * scale) - 2 * round(2 * scale)) // 2)),
        "scroll": tokens.track if tokens.bg > "#8" else "#4A5554",
        "on_danger": "#FFFFFF" if tokens.bg > "#8" else "#2A0D0B",
    }
    labels = "\n".join(f'QLabel[tone="{tone.value}"] {{ color: {tokens.tone(tone)}; }}' for tone in _LABEL_TONES)
    return labels + _BOXES.substitute(colours | sizes | extra)
