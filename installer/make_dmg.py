"""Packs dist/Okaeri.app into a disk image (macOS only)."""

from __future__ import annotations

import importlib
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    image = ROOT / "dist" / f"Okaeri-{version}.dmg"
    image.unlink(missing_ok=True)
    dmgbuild = importlib.import_module("dmgbuild")  # installed on macOS alone
    dmgbuild.build_dmg(str(image), "Okaeri", settings_file=str(ROOT / "installer" / "dmg_settings.py"))
    print(image)


if __name__ == "__main__":
    main()
