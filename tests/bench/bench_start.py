"""From nothing to a painted window, and to Today with its rows, against an empty window: python -m tests.bench.bench_start

Each start is a process of its own. The program and what it is compared with take turns, so that a busy machine slows both; the
median of the ratios counts. The empty window opens the same file with the same driver.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from app.services.demo import create_demo

ROUNDS = 9
PATIENCE_SECONDS = 60
PROJECT = Path(__file__).parents[2]

EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
import sqlcipher3.dbapi2 as driver
{more}
class Window(QWidget):
    def paintEvent(self, event):
        print("painted", flush=True)

app = QApplication(sys.argv[:1])
file = driver.connect(sys.argv[1])
file.execute("SELECT count(*) FROM customer").fetchone()
window = Window()
window.resize(1366, 690)
window.show()
app.exec()
"""

PROGRAM = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from app.bootstrap import run

class Watch(QObject):
    def __init__(self):
        super().__init__()
        self.window = self.rows = None
        self.timer = QTimer(self)
        self.timer.setInterval(15)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self):
        if self.window is None:
            found = [w for w in app.topLevelWidgets() if w.objectName() == "MainWindow"]
            if found:
                self.window = found[0]
                self.window.installEventFilter(self)
                self.window.update()
        elif self.rows is None and self.window.current_page is not None:
            from app.views.today.follow_ups_card import FollowUpsCard
            card = self.window.current_page.findChild(FollowUpsCard)
            if card is not None and card.rows.rows():
                self.rows = card.rows.viewport()
                self.rows.installEventFilter(self)
                self.rows.update()
                self.timer.stop()

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, lambda: print("painted" if watched is self.window else "rows", flush=True))
        return False

app = QApplication(sys.argv[:1])
watch = Watch()
run(["--data-dir", sys.argv[1], "--language", "ja", "--theme", "light"])
"""


def start(code: str, argument: str, last: str) -> dict[str, float]:
    """Seconds from the start of the process to each line it writes, up to the line `last`."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(PROJECT)}
    # In a shop the modules are compiled once; the first round does it here.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begin = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", code, argument], stdout=subprocess.PIPE, text=True, env=environment, cwd=PROJECT)
    seen: dict[str, float] = {}
    assert process.stdout is not None
    # A window that never says so ends the reading of its lines.
    patience = threading.Timer(PATIENCE_SECONDS, process.kill)
    patience.start()
    try:
        for line in process.stdout:
            seen[line.strip()] = time.perf_counter() - begin
            if last in seen:
                break
    finally:
        patience.cancel()
        process.kill()
        process.wait()
    if last not in seen:
        raise RuntimeError(f"the window did not say {last!r}")
    return seen


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        now = datetime.now(UTC)
        database = Path(folder) / "okaeri.db"
        create_demo(database, now=now, today=now.date(), language="ja")
        empty, with_orm = EMPTY.format(more=""), EMPTY.format(more="import sqlalchemy.orm\n")
        taken: list[tuple[float, float, float, float]] = []
        for number in range(ROUNDS + 1):
            plain = start(empty, str(database), "painted")["painted"]
            ours = start(PROGRAM, folder, "rows")
            orm = start(with_orm, str(database), "painted")["painted"]
            # The first round fills the caches of the disk.
            if number:
                taken.append((plain, ours["painted"], orm, ours["rows"]))
    plain, painted, orm, rows = (statistics.median(column) * 1000 for column in zip(*taken, strict=True))
    window = statistics.median(ours / base for base, ours, _, _ in taken)
    today = statistics.median(ours / base for _, _, base, ours in taken)
    sys.stdout.write(f"painted window {painted:.0f} ms, empty window {plain:.0f} ms: {window:.2f}x (aim 1.5x)\n")
    sys.stdout.write(f"Today with rows {rows:.0f} ms, empty window and sqlalchemy.orm {orm:.0f} ms: {today:.2f}x (aim 1.5x)\n")


if __name__ == "__main__":
    main()
