"""Preferences of this machine (not of the shop), typed, kept in an INI file."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

LANGUAGES = ("ja", "en")
TEXT_SCALES = (90, 100, 115, 130, 150)


class Settings(QObject):
    """`changed(name)` follows every change. Unknown or damaged values fall back to the default."""

    changed = Signal(str)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """ "ja", "en", or empty while the system's language decides."""
        return self._choice("language", ("", *LANGUAGES))

    @language.setter
    def language(self, value: str) -> None:
        self._put("language", value)

    @property
    def theme(self) -> str:
        return self._choice("theme", ("auto", "light", "dark"))

    @theme.setter
    def theme(self, value: str) -> None:
        self._put("theme", value)

    @property
    def text_scale(self) -> int:
        """Per cent."""
        value = self._number("text_scale", 100)
        return value if value in TEXT_SCALES else 100

    @text_scale.setter
    def text_scale(self, value: int) -> None:
        self._put("text_scale", value)

    @property
    def is_roomy(self) -> bool:
        return self._number("is_roomy", 0) == 1

    @is_roomy.setter
    def is_roomy(self, value: bool) -> None:
        self._put("is_roomy", int(value))

    @property
    def is_crisp(self) -> bool:
        return self._number("is_crisp", 0) == 1

    @is_crisp.setter
    def is_crisp(self, value: bool) -> None:
        self._put("is_crisp", int(value))

    @property
    def backup_folder(self) -> str:
        """Empty: beside the data."""
        return str(self._store.value("backup_folder", ""))

    @backup_folder.setter
    def backup_folder(self, value: str) -> None:
        self._put("backup_folder", value)

    @property
    def survey_folder(self) -> str:
        """Where a scanner puts pictures of survey sheets, to be read by themselves; empty: nowhere."""
        return str(self._store.value("survey_folder", ""))

    @survey_folder.setter
    def survey_folder(self, value: str) -> None:
        self._put("survey_folder", value)

    @property
    def backup_minutes(self) -> int:
        """How often a changed shop is backed up while the window is open; 0: only at close."""
        return max(0, self._number("backup_minutes", 30))

    @backup_minutes.setter
    def backup_minutes(self, value: int) -> None:
        self._put("backup_minutes", value)

    @property
    def window_geometry(self) -> QByteArray:
        value = self._store.value("window_geometry", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    @window_geometry.setter
    def window_geometry(self, value: QByteArray) -> None:
        self._store.setValue("window_geometry", value)

    @property
    def user_name(self) -> str:
        """Who sits at this computer, as the system says: written beside every list that is taken out."""
        try:
            return getpass.getuser()
        except (KeyError, OSError):
            return ""

    @property
    def staff_name(self) -> str:
        """The member of the staff who works at this computer; empty: not chosen."""
        return str(self._store.value("staff_name", ""))

    @staff_name.setter
    def staff_name(self, value: str) -> None:
        self._put("staff_name", value)

    @property
    def calendar_file(self) -> str:
        """The .ics file that is kept up to date; empty: none."""
        return str(self._store.value("calendar_file", ""))

    @calendar_file.setter
    def calendar_file(self, value: str) -> None:
        self._put("calendar_file", value)

    def remembered(self, name: str, default: str = "") -> str:
        """A small choice a page keeps (sort order, last folder)."""
        return str(self._store.value(f"remembered/{name}", default))

    def remember(self, name: str, value: str, *, at_once: bool = False) -> None:
        """`at_once`: before anything else happens, so that a power cut does not take it along."""
        self._store.setValue(f"remembered/{name}", value)
        if at_once:
            self._store.sync()

    def _choice(self, name: str, allowed: tuple[str, ...]) -> str:
        value = str(self._store.value(name, allowed[0]))
        return value if value in allowed else allowed[0]

    def _number(self, name: str, default: int) -> int:
        value: Any = self._store.value(name, default)
        try:
            return int(value)
        except (TypeError, ValueError):
            return default

    def _put(self, name: str, value: str | int) -> None:
        if str(self._store.value(name, "")) != str(value):
            self._store.setValue(name, value)
            self.changed.emit(name)
