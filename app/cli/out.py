"""Where the command line says things, also when nobody reads them any more."""

from __future__ import annotations

import errno
import os
from typing import TextIO

# Windows says EINVAL of a pipe that nobody reads any more.
_CLOSED = (errno.EPIPE, errno.EINVAL)


def put_out(text: str, stream: TextIO | None) -> None:
    """Write a line, or what was written before when `text` is empty. A reader who has gone, as head goes, is no fault; what the encoding
    of the stream cannot say is written in numbers. A windowed program of Windows has no streams at all. OSError where there is no room."""
    if stream is None:
        return
    line = f"{text}\n" if text else ""
    try:
        try:
            stream.write(line)
        except UnicodeEncodeError:
            encoding = stream.encoding or "utf-8"
            stream.write(line.encode(encoding, errors="backslashreplace").decode(encoding))
        stream.flush()
    except OSError as error:
        # What is still held back goes nowhere, or the interpreter would complain of it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if error.errno not in _CLOSED:
            raise
