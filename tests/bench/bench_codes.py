"""More than 500 pieces with squares as scanned, read by a reader not ours: python -m tests.bench.bench_codes [python]

The reader (zxing-cpp) is no part of the program's own tools: it is asked for in the Python given, else in this one.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from app.domain.cards import Recipient
from app.domain.codes import code_in, piece_code, written
from app.domain.prints import PrintKind
from app.printing.code_squares import SQUARES
from app.printing.house import render
from tests.bench.bench_cards import people
from tests.scans import MOST_TURNED, pages_of, scanned
from tests.unit.pieces import FIELDS, jobs

# Ten of them stand on labels that have room for the signs alone.
PIECES = 520
CODE = "code"
READER = """
import json, sys
import zxingcpp
from PIL import Image
for line in sys.stdin:
    found = zxingcpp.read_barcodes(Image.open(line.strip()), formats=zxingcpp.BarcodeFormat.QRCode)
    print(json.dumps([one.text for one in found]), flush=True)
"""


def addressees() -> list[Recipient]:
    return [replace(one, code=written(piece_code(b"a secret", one.key)), fields=FIELDS) for one in people(PIECES)]


def scans(folder: Path) -> Iterator[tuple[str, tuple[str, ...], Path]]:
    """Each page that carries codes: what it is, whose codes, and the picture."""
    random = np.random.default_rng(20261122)
    left = addressees()
    printed = jobs()
    for number, (name, job) in enumerate(printed.items()):
        share = len(left) // (len(printed) - number)
        own, left = left[:share], left[share:]
        made = render(own, job)
        codes: dict[int, dict[str, None]] = {}
        squares = SQUARES if any(field.field == SQUARES for field in made.placed) or job.kind is PrintKind.LABELS else CODE
        for field in made.placed:
            if field.field == squares:
                codes.setdefault(field.page, {})[own[field.piece - 1].code] = None
        for page, pixels in enumerate(pages_of(made.document)):
            if page not in codes:
                continue
            path = folder / f"{number}-{page}.png"
            Image.fromarray(scanned(pixels, random, float(random.uniform(-MOST_TURNED, MOST_TURNED)))).save(path, compress_level=1)
            yield name, tuple(codes[page]), path


def main(python: str) -> int:
    if subprocess.run([python, "-c", "import zxingcpp, PIL"], capture_output=True, check=False).returncode:
        print("zxing-cpp is not installed in the Python given")
        return 1
    pieces = decoded = wrong = 0
    missed: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        reader = subprocess.Popen([python, "-c", READER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert reader.stdin is not None and reader.stdout is not None
        for name, codes, path in scans(Path(folder)):
            reader.stdin.write(f"{path}\n")
            reader.stdin.flush()
            read = {written(code) for text in json.loads(reader.stdout.readline()) if (code := code_in(text))}
            path.unlink()
            pieces += len(codes)
            decoded += len(read & set(codes))
            wrong += len(read - set(codes))
            missed += [f"{name} {code}" for code in codes if code not in read]
        reader.stdin.close()
        reader.wait()
    print(f"{decoded} of {pieces} codes read at 200 dpi, crooked by up to {MOST_TURNED:g} degrees; {wrong} of another customer (aim 0)")
    print(*missed, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else sys.executable))
