"""Reads a folder through the reading process and tells what became of it: python -m tests.e2e.read_pictures FOLDER"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from app.scanning.reading import Reader
from tests.sheets.reading import form_of


def most_memory() -> int:
    """Of the processes that were started and have ended, in bytes; 0 where the system does not tell."""
    if sys.platform != "linux":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024


def main(folder: Path) -> None:
    paths = sorted(folder / name for name in os.listdir(folder))
    told = []
    with Reader(workers=1) as reader:
        for result in reader.read(paths, form_of):
            error = "" if result.error is None else result.error.sentence.format(**result.error.values)
            told.append([result.path.name, result.state.value, type(result.error).__name__, error, result.read.code if result.read else ""])
    sys.stdout.write(json.dumps({"pages": told, "most_memory": most_memory()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
