"""見た目: size of the text, light or dark, space between rows, language. Everything at once, on this computer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.settings import TEXT_SCALES
from app.views.moments import language
from app.views.settings.section import PLACE_KEY, SettingsCard
from app.views.theme import TextStyle, Tone
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.layouts import STRETCH
from app.views.widgets.segmented import Segmented
from app.views.widgets.switch import Switch


class LookCard(SettingsCard):
    def __init__(self, context: AppContext) -> None:
        super().__init__("look", "moon")
        self.set_title(self.tr("Look"))
        self._settings = context.settings
        self._build()
        self._connect()

    def first_field(self) -> QWidget:
        return self.text_size

    def _build(self) -> None:
        settings = self._settings
        last = TEXT_SCALES[-1]
        sizes = [(scale, f"{scale}%" if scale == last else str(scale)) for scale in TEXT_SCALES]
        self.text_size = Segmented(sizes, settings.text_scale, self.tr("Size of the text"))
        lights = [("auto", self.tr("Automatic")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))]
        self.light = Segmented(lights, settings.theme, self.tr("Brightness"))
        spaces = [(False, self.tr("Normal")), (True, self.tr("Roomy"))]
        self.space = Segmented(spaces, settings.is_roomy, self.tr("Row spacing"))
        self.tongue = Segmented([("ja", "日本語"), ("en", "English")], language(), self.tr("Language"))
        self.crisp = Switch(self.tr("Clear letters"))
        self.crisp.setChecked(settings.is_crisp)
        crisp_words = ElidedLabel(self.tr("When thin letters are hard to read"), TextStyle.BODY, Tone.TEXT2)
        self.add_line(self.tr("Size of the text"), self.text_size, STRETCH)
        self.add_line(self.tr("Brightness"), self.light, STRETCH)
        self.add_line(self.tr("Row spacing"), self.space, STRETCH)
        self.add_line(self.tr("Language"), self.tongue, STRETCH)
        self.add_line(self.tr("Clear letters"), self.crisp, crisp_words)

    def _connect(self) -> None:
        self.text_size.changed.connect(self._on_size)
        self.light.changed.connect(self._on_light)
        self.space.changed.connect(self._on_space)
        self.tongue.changed.connect(self._on_language)
        self.crisp.toggled.connect(self._on_crisp)

    def _on_size(self, key: object) -> None:
        if isinstance(key, int):
            self._settings.text_scale = key

    def _on_light(self, key: object) -> None:
        self._settings.theme = str(key)

    def _on_space(self, key: object) -> None:
        self._settings.is_roomy = key is True

    def _on_language(self, key: object) -> None:
        self._settings.remember(PLACE_KEY, self.key)
        self._settings.language = str(key)

    def _on_crisp(self, is_on: bool) -> None:
        self._settings.is_crisp = is_on
