"""The palette of a set of tokens, and tokens read back from a system palette (high contrast)."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtGui import QColor, QPalette

from app.views.tokens import DARK, LIGHT, Tokens, contrast

_Role = QPalette.ColorRole


def palette_of(tokens: Tokens) -> QPalette:
    palette = QPalette()
    colours = {
        _Role.Window: tokens.bg,
        _Role.WindowText: tokens.text,
        _Role.Base: tokens.surface,
        _Role.AlternateBase: tokens.inset,
        _Role.Text: tokens.text,
        _Role.PlaceholderText: tokens.text3,
        _Role.Button: tokens.surface,
        _Role.ButtonText: tokens.text,
        _Role.BrightText: tokens.danger,
        _Role.Highlight: tokens.select,
        _Role.HighlightedText: tokens.text,
        _Role.ToolTipBase: tokens.surface,
        _Role.ToolTipText: tokens.text,
        _Role.Link: tokens.primary,
        _Role.LinkVisited: tokens.primary,
        _Role.Accent: tokens.primary,
        _Role.Light: tokens.surface,
        _Role.Midlight: tokens.hover,
        _Role.Mid: tokens.line,
        _Role.Dark: tokens.line_strong,
        _Role.Shadow: tokens.line_strong,
    }
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText, _Role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.line_strong))
    return palette


def tokens_of_palette(palette: QPalette) -> Tokens:
    """Every token from the system's own colours: text on window, highlight for what stands out."""
    window, text, base = (palette.color(role).name() for role in (_Role.Window, _Role.WindowText, _Role.Base))
    highlight, on_highlight = palette.color(_Role.Highlight).name(), palette.color(_Role.HighlightedText).name()
    plain = {field.name: text for field in fields(Tokens) if field.type == "str"}
    grounds = ("bg", "sidebar", "inset", "hover", "desk", "track", "select")
    plain |= dict.fromkeys(grounds, window) | {"surface": base, "primary": highlight, "primary_hover": highlight}
    plain |= {"on_primary": on_highlight, "focus": highlight, "toast": text, "on_toast": window, "toast_action": window}
    plain |= {name: window for name in plain if name.endswith("_soft")}
    drawn = LIGHT if contrast(window, "#000000") > contrast(window, "#FFFFFF") else DARK
    plain["chart_grey"] = drawn.chart_grey
    return Tokens(**plain, chart=drawn.chart, sequential=drawn.sequential)
