"""Translators of the window: the program's own words and Qt's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from app.paths import resource


def system_language() -> str:
    """ "ja" where the system speaks Japanese, else "en"."""
    is_japanese = any(name.lower().startswith("ja") for name in QLocale.system().uiLanguages())
    return "ja" if is_japanese else "en"


class Translators(QObject):
    """Holds the translators of the language in force; `language` is "ja" or "en"."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.language = ""
        self._installed: list[QTranslator] = []
        self._contents: list[bytes] = []

    def use(self, language: str) -> None:
        self.clear()
        self.language = language
        QLocale.setDefault(QLocale(QLocale.Language.Japanese if language == "ja" else QLocale.Language.English))
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._install(f"{qt_folder}/qtbase_{language}.qm")
        self._install(str(resource("i18n", f"okaeri_{language}.qm")))

    def clear(self) -> None:
        """Back to the words of the source."""
        for old in self._installed:
            QCoreApplication.removeTranslator(old)
        self._installed.clear()
        self._contents.clear()
        QLocale.setDefault(QLocale(QLocale.Language.English))

    def _install(self, path: str) -> None:
        # Read into memory: a catalogue mapped from disk takes the program down when an update rewrites the file under it.
        content = Path(path).read_bytes() if Path(path).is_file() else b""
        translator = QTranslator(self)
        if content and translator.load(content):
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)
            self._contents.append(content)
