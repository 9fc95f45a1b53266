"""Customer barcodes beside those of zint, an independent program: python -m tests.bench.bench_barcode [ADDRESSES [FILE]]

With a FILE the data and zint's bars are written there, one a line (tests/unit/data/postal_barcodes.txt was made so).
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from app.domain.postal_barcode import ADDRESS_SIGNS, BARS, postal_barcode

_TYPE = {(True, True): "1", (True, False): "2", (False, True): "3", (False, False): "4"}
_HOUSES = ("郵便ビル{n}号", "コーポ{l}{n}", "ハイツ{n}号室", "{l}棟{n}", "第2メゾン{n}", "プラザ{n}F", "", "", "")


def some_address(draw: random.Random) -> tuple[str, str]:
    """A postal code and what follows the town."""
    number = draw.choice(
        (
            f"{draw.randint(1, 99)}-{draw.randint(1, 99)}-{draw.randint(1, 99)}",
            f"{draw.choice('一二三四五六七八九')}丁目{draw.randint(1, 40)}番地{draw.randint(1, 30)}",
            f"{draw.randint(1, 3000)}-{draw.randint(1, 20)}",
            f"第{draw.choice(('十一', '二十三', '五'))}地割{draw.randint(1, 99)}",
        )
    )
    house = draw.choice(_HOUSES).format(n=draw.randint(1, 1205), l=draw.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    return f"{draw.randint(10_000, 9_999_999):07d}", f"{number} {house}"


def zint_bars(data: str) -> str:
    """The bars zint draws; empty when it takes the data for too long (it cuts nothing)."""
    done = subprocess.run(["zint", "-b", "JAPANPOST", "-d", data, "--dump"], capture_output=True, text=True, check=False)
    if done.returncode:
        return ""
    upper, _middle, lower = ("".join(f"{int(pair, 16):08b}" for pair in row.split())[: 2 * BARS : 2] for row in done.stdout.splitlines())
    return "".join(_TYPE[up == "1", down == "1"] for up, down in zip(upper, lower, strict=True))


def main(count: int, target: Path | None) -> int:
    if shutil.which("zint") is None:
        sys.stdout.write("zint is not installed (Debian package zint)\n")
        return 1
    draw = random.Random(20_261_122)
    lines: list[str] = []
    unlike = too_long = 0
    start = time.perf_counter()
    while len(lines) < count:
        code, rest = some_address(draw)
        made = postal_barcode(code, rest)
        judged = zint_bars(code + made.address_number)
        if not judged:
            too_long += 1
            continue
        unlike += judged != made.bars
        lines.append(f"{code} {made.address_number} {judged}")
    sys.stdout.write(f"{count:,} addresses: {unlike} unlike zint; {too_long} more than {ADDRESS_SIGNS} signs, which zint refuses")
    sys.stdout.write(f" ({time.perf_counter() - start:.0f} s)\n")
    if target is not None:
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 1 if unlike else 0


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(int(given[0]) if given else 2000, Path(given[1]) if len(given) > 1 else None))
