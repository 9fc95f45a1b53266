"""How the disk image of macOS looks: the program beside the Applications folder, to be dragged over."""

from __future__ import annotations

from pathlib import Path

_APPLICATION = Path("dist") / "Okaeri.app"

format = "UDZO"
filesystem = "APFS"
files = [str(_APPLICATION)]
symlinks = {"Applications": "/Applications"}
icon_locations = {"Okaeri.app": (150, 170), "Applications": (430, 170)}
window_rect = ((200, 200), (580, 360))
icon_size = 96
text_size = 13
