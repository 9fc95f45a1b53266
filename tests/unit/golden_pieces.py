"""What is drawn on one of everything, as it was when somebody last looked at it. Kept is a digest of the operators of all pages, not of
the file: that would change with the libraries that pack it.

When a piece looks otherwise on purpose: `python -m tests.unit.golden_pieces FOLDER` writes the pieces that changed as PDF into the folder,
to be looked at, and the digests anew.
"""

from __future__ import annotations

import hashlib
import io
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from app.printing.house import render
from tests.unit.pieces import PEOPLE, jobs

FILE = Path(__file__).parent / "golden" / "pieces.json"
_SIGNS = 16


def drawn(document: bytes) -> str:
    """A digest of size and operators of every page, and of the forms and pictures that the pages show."""
    digest = hashlib.sha256()
    reader = PdfReader(io.BytesIO(document))
    for page in reader.pages:
        content = page.get_contents()
        assert content is not None
        digest.update(f"{page.mediabox}".encode())
        digest.update(content.get_data())
    shown: Any = reader.pages[0]["/Resources"]
    for name, one in sorted(shown.get("/XObject", {}).items()):
        digest.update(name.encode())
        digest.update(one.get_object().get_data())
    return digest.hexdigest()[:_SIGNS]


def kept() -> Mapping[str, str]:
    found: dict[str, str] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    before = kept() if FILE.exists() else {}
    now = {}
    for name, job in jobs().items():
        document = render(PEOPLE, job).document
        now[name] = drawn(document)
        if now[name] != before.get(name):
            (folder / f"{name.replace(':', ' ')}.pdf").write_bytes(document)
            sys.stdout.write(f"{name}\n")
    FILE.write_text(json.dumps(now, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
