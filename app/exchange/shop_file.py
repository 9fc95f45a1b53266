"""The file a shop is moved with, beside its lists."""

from __future__ import annotations

import json
import os
from pathlib import Path

from app.domain.exports import ExportPlaceUnusable
from app.domain.print_problems import CalibrationOutOfRange
from app.domain.shop_moves import ShopFileUnreadable, ShopPack

LARGEST = 256 * 1024 * 1024


def write_shop_file(path: Path, pack: ShopPack) -> None:
    """Write it whole or not at all. ExportPlaceUnusable."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8") as file:
            file.write(json.dumps(pack.to_json(), ensure_ascii=False, indent=1) + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ExportPlaceUnusable(field="file", name=path.name) from error


def read_shop_file(path: Path) -> ShopPack:
    """ShopFileUnreadable."""
    try:
        if path.stat().st_size > LARGEST:
            raise ShopFileUnreadable(field="file", name=path.name)
        return ShopPack.from_json(json.loads(path.read_text(encoding="utf-8-sig")))
    except (OSError, ValueError, RecursionError, CalibrationOutOfRange) as error:
        raise ShopFileUnreadable(field="file", name=path.name) from error
