"""Started by test_session.py: the real program with its real threads, used by hands that press keys when things are on screen.

python -m tests.e2e.drive_window FOLDER LANGUAGE
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import StartOptions
from app.bootstrap.program import Program
from app.settings import Settings
from app.views.main_window import MainWindow
from app.views.widgets.buttons import OkaeriButton
from app.views.widgets.labels import Text
from app.views.widgets.row_list import RowList
from app.views.widgets.side_panel import SidePanel

PATIENCE = 600
Step = Iterator[Callable[[], bool]]


class Hands(QObject):
    """Goes on when what it waits for is there; gives up with a word on stderr when it never comes."""

    def __init__(self, steps: Step) -> None:
        super().__init__()
        self._steps = steps
        self._until: Callable[[], bool] = lambda: True
        self._waited = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(20)

    def _on_tick(self) -> None:
        self._waited += 1
        if not self._until():
            if self._waited > PATIENCE:
                sys.stderr.write("it never came\n")
                QApplication.exit(3)
            return
        self._waited = 0
        try:
            self._until = next(self._steps)
        except StopIteration:
            self._timer.stop()


def window() -> MainWindow | None:
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()), None)


def is_on(name: str) -> bool:
    found = window()
    return found is not None and found.current_page is not None and found.current_page.name == name


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(Text) if label.isVisible()]


def title() -> str:
    found = window()
    return "" if found is None or found.current_page is None else next(iter(texts(found.current_page)), "")


def action_titles() -> list[str]:
    found = window()
    page = None if found is None else found.current_page
    rows = None if page is None else page.findChild(RowList)
    return [] if rows is None else [row.title for row in rows.rows()]


def panel() -> SidePanel | None:
    found = window()
    return None if found is None else next((p for p in found.findChildren(SidePanel) if p.isVisible()), None)


def press(key: Qt.Key) -> None:
    """The key with Ctrl, where the cursor is."""
    target = QApplication.focusWidget() or window()
    assert target is not None
    QTest.keyClick(target, key, Qt.KeyboardModifier.ControlModifier)


def record_by_keys(said: dict[str, object]) -> Step:
    """Ctrl+N over the customer's page, Ctrl+Enter: the visit is recorded with last time's lines."""
    main = window()
    assert main is not None
    main.show_page("customers", is_first=True)
    yield lambda: main.current_page is not None and any(b.label() and b.isVisible() for b in main.current_page.findChildren(OkaeriButton))
    main.record_visit(1)
    yield lambda: panel() is not None and any("¥" in b.label() for b in panel().findChildren(OkaeriButton))  # type: ignore[union-attr]
    press(Qt.Key.Key_Return)
    yield lambda: panel() is None
    main.show_page("actions")
    yield lambda: len(action_titles()) == 1
    said["recorded"] = action_titles()
    press(Qt.Key.Key_Z)
    yield lambda: any(row.chip is not None for rows in main.findChildren(RowList) for row in rows.rows() if rows.isVisible())
    said["undone"] = True


def session(folder: Path, language: str, said: dict[str, object]) -> Step:
    yield lambda: is_on("today") and bool(title())
    said["today"] = title()
    yield from go_back_to_a_backup(folder / "demo" / "backups", said)
    yield from record_by_keys(said)
    other = "en" if language == "ja" else "ja"
    old = window()
    for settings in [s for s in _settings() if s.language != other]:
        settings.language = other
    yield lambda: window() is not None and window() is not old and is_on("actions") and bool(action_titles())
    said["in the other language"] = action_titles()
    main = window()
    assert main is not None
    main.close()


def go_back_to_a_backup(backups: Path, said: dict[str, object]) -> Step:
    """Saved by hand, and then the shop is as it was then, which is said."""
    old = window()
    assert old is not None and old.current_page is not None
    door = old.current_page.context.shop
    door.back_up_now()
    yield lambda: old.toasts.current() is not None and any(backups.glob("*.db"))
    door.restore(next(backups.glob("*.db")))
    yield lambda: window() not in (None, old) and is_on("today") and bool(title()) and toast() != ""
    said["restored"] = toast()


def toast() -> str:
    found = window()
    bar = None if found is None else found.toasts.current()
    return "" if bar is None else bar.accessibleName()


def _settings() -> list[Settings]:
    found = window()
    page = None if found is None else found.current_page
    return [] if page is None else [page.context.settings]


def main(folder: Path, language: str) -> int:
    said: dict[str, object] = {}
    program = Program(StartOptions(folder, language, "light", True, None, False))
    hands = Hands(session(folder, language, said))
    code = program.run()
    hands.deleteLater()
    said["backups"] = len(list((folder / "demo" / "backups").glob("*")))
    sys.stdout.write(json.dumps(said, ensure_ascii=False))
    return code


if __name__ == "__main__":
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
