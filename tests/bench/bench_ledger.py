"""10,000 random histories of points on real files beside the slow model: python -m tests.bench.bench_ledger [HISTORIES [SEED]]"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.ledger.plans import HISTORIES, Plan
from tests.ledger.playing import play
from tests.ledger.stage import Stage

PART = 500


def play_many(start: int, count: int) -> tuple[int, int]:
    """Histories and steps played; an AssertionError names the smallest history on which ledger and model differ."""
    played = steps = 0
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder))

        @seed(start)
        @settings(max_examples=count, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
        @given(HISTORIES)
        def run(plan: Plan) -> None:
            nonlocal played, steps
            play(stage, plan)
            played, steps = played + 1, steps + len(plan.ops)

        run()
        stage.close()
    return played, steps


def main() -> None:
    count, start = (int(sys.argv[1]) if len(sys.argv) > 1 else 10_000), (int(sys.argv[2]) if len(sys.argv) > 2 else 20_261_120)
    workers, turns = os.cpu_count() or 1, -(-count // PART)
    begin = time.perf_counter()
    histories = steps = 0
    with ProcessPoolExecutor(workers) as pool:
        for turn in [pool.submit(play_many, start + number, PART) for number in range(turns)]:
            try:
                played, acts = turn.result()
            except AssertionError:
                pool.shutdown(cancel_futures=True)
                raise
            histories, steps = histories + played, steps + acts
            print(f"{histories:,} histories of {steps:,} acts agree with the model, {time.perf_counter() - begin:.0f} s", flush=True)


if __name__ == "__main__":
    main()
