"""Translators of the window: the program's own words and Qt's."""

from __future__ import annotations

from functools import cache
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
            old.deleteLater()
        self._installed.clear()
        QLocale.setDefault(QLocale(QLocale.Language.English))

    def _install(self, path: str) -> None:
        content = _content_of(path)
        translator = QTranslator(self)
        if content and translator.load(content):
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)


# Read into memory: a catalogue mapped from disk takes the program down when an update rewrites the file under it.
# Qt reads on in these very bytes and takes no copy. They are never let go, as even the end of a translator asks the
# others for words once more: bytes gone before the last translator would be read after they were freed.
@cache
def _content_of(path: str) -> bytes:
    return Path(path).read_bytes() if Path(path).is_file() else b""
