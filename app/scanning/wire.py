"""What the program and its reading process say to each other: JSON and raw bytes, never objects. The reading process handles files from
outside; whatever happens to it, its words are only ever data.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import Any

import numpy as np

from app import paths
from app.domain.survey_pages import ReadingFailed, ScanError
from app.domain.survey_sheets import SheetLayout
from app.scanning import READ_PICTURES
from app.scanning.forms import SheetForm

READY = "ready"
"""What the reading process says first."""
MOST_BYTES = 96_000_000
"""Of one message."""
_LENGTH = 4
_CONSOLE_STARTER = "okaeri-cli.exe"


@dataclass(frozen=True, slots=True)
class Message:
    head: Mapping[str, Any]
    parts: tuple[bytes, ...] = field(default=())


class Garbled(Exception):
    """What came is no message."""


def send(connection: Connection, head: Mapping[str, Any], parts: Sequence[bytes] = ()) -> None:
    """OSError when the other side is gone."""
    told = json.dumps({**head, "sizes": [len(part) for part in parts]}, ensure_ascii=False).encode()
    connection.send_bytes(b"".join([len(told).to_bytes(_LENGTH, "big"), told, *parts]))


def receive(connection: Connection) -> Message:
    """EOFError or OSError when the other side is gone; Garbled."""
    whole = connection.recv_bytes(MOST_BYTES)
    end = _LENGTH + int.from_bytes(whole[:_LENGTH], "big")
    try:
        head = json.loads(whole[_LENGTH:end])
        sizes = [int(size) for size in head["sizes"]]
    except (ValueError, KeyError, TypeError) as error:
        raise Garbled from error
    if min(sizes, default=0) < 0 or end + sum(sizes) != len(whole):
        raise Garbled
    parts = []
    for size in sizes:
        parts.append(whole[end : end + size])
        end += size
    return Message(head, tuple(parts))


def form_as_message(form: SheetForm) -> tuple[dict[str, Any], list[bytes]]:
    head = {"layout": form.layout_id, "content": form.layout.to_json(), "shapes": [list(page.shape) for page in form.blank]}
    return head, [np.ascontiguousarray(page).tobytes() for page in form.blank]


def form_from_message(head: Mapping[str, Any], parts: Sequence[bytes]) -> SheetForm:
    pages = [np.frombuffer(part, dtype=np.uint8).reshape(shape) for part, shape in zip(parts, head["shapes"], strict=True)]
    return SheetForm(int(head["layout"]), SheetLayout.from_json(head["content"]), tuple(pages))


def this_program() -> list[str]:
    """How this very program is started, frozen or from its sources."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, str(paths.program_dir() / "main.py")]
    # A windowed program on Windows has no streams; its second starter has.
    console = Path(sys.executable).with_name(_CONSOLE_STARTER)
    return [str(console if console.exists() else sys.executable)]


def start(program: Sequence[str]) -> tuple[subprocess.Popen[bytes], Connection]:
    """The reading process and the connection to it. OSError."""
    ours, theirs = Pipe()
    try:
        return _start(program, theirs), ours
    except OSError:
        ours.close()
        raise
    finally:
        theirs.close()


def connected(argument: str) -> Connection:
    """The reading process's end, by what it was started with."""
    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection

        return PipeConnection(int(argument))
    return Connection(int(argument))


def _start(program: Sequence[str], theirs: Connection) -> subprocess.Popen[bytes]:
    handle = theirs.fileno()
    command = [*program, READ_PICTURES, str(handle)]
    nowhere = subprocess.DEVNULL
    # One process for each core: libraries that use several threads by themselves would only get into each other's way.
    surroundings = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    if sys.platform == "win32":
        os.set_handle_inheritable(handle, True)
        startup = subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]})
        flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
        return subprocess.Popen(
            command, env=surroundings, stdin=nowhere, stdout=nowhere, stderr=nowhere, startupinfo=startup, creationflags=flags
        )
    return subprocess.Popen(command, env=surroundings, stdin=nowhere, stdout=nowhere, stderr=nowhere, pass_fds=(handle,))


def refusal(error: ScanError) -> dict[str, Any]:
    return {"say": "refused", "error": type(error).__name__, "values": dict(error.values)}


def refused(head: Mapping[str, Any], name: str) -> ScanError:
    """What the reading process could not do, as it is said to the user."""
    known = {kind.__name__: kind for kind in ScanError.__subclasses__()}
    values = head.get("values")
    given = {str(key): value for key, value in values.items()} if isinstance(values, dict) else {}
    return known.get(str(head.get("error")), ReadingFailed)(**(given | {"name": name}))
