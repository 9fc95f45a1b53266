"""Kill the program N times (50) at every kind of work it does and print the toll: python -m tests.bench.kill [N]"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.e2e.killing import Toll, kill_during_backups, kill_during_imports, kill_during_redemptions, kill_during_visits
from tests.e2e.killing_prints import kill_during_prints


def main(kills: int) -> int:
    ways: dict[str, Callable[[Path, int], Toll]] = {
        "visits": kill_during_visits,
        "redemptions": kill_during_redemptions,
        "backups": kill_during_backups,
        "imports": kill_during_imports,
        "print runs": kill_during_prints,
    }
    is_clean = True
    for name, way in ways.items():
        with tempfile.TemporaryDirectory() as folder:
            toll = way(Path(folder), kills)
        print(f"{name}: {toll.kills} kills, {toll.confirmed} confirmed, lost {toll.lost or 0}, half {toll.half or 0}", flush=True)
        is_clean = is_clean and toll.is_clean
    return 0 if is_clean else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 50))
