"""The look of the window as the preferences have it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from app.settings import Settings
from app.views.theme import Density, Mode, Theme


def install_theme(app: QApplication, settings: Settings, forced_mode: str) -> Theme:
    """`forced_mode` from the start's options wins over the preference."""
    return Theme.install(
        app, mode=Mode(forced_mode or settings.theme), text_percent=settings.text_scale, density=_density(settings), crisp=settings.is_crisp
    )


def follow_preference(theme: Theme, settings: Settings, name: str) -> None:
    """Bring the theme to a preference that changed; names of other preferences are passed over."""
    if name == "theme":
        theme.set_mode(Mode(settings.theme))
    elif name == "text_scale":
        theme.set_text_percent(settings.text_scale)
    elif name == "is_roomy":
        theme.set_density(_density(settings))
    elif name == "is_crisp":
        theme.set_crisp(settings.is_crisp)


def show_fitting(window: QWidget, *, keeps_size: bool = False) -> None:
    """Show a window of ours; where the screen is smaller than it would like, as large as the screen."""
    fitting = window.size().boundedTo(window.screen().availableSize())
    if keeps_size or fitting == window.size():
        window.show()
    else:
        window.resize(fitting)
        window.showMaximized()


def _density(settings: Settings) -> Density:
    return Density.COMFORTABLE if settings.is_roomy else Density.NORMAL
