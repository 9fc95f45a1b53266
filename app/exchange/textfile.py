"""Text files, plain or gzipped: measured once from end to end before anything is believed, then read line by line."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from app.domain.progress import NO_PROGRESS, Progress
from app.exchange.encodings import guess_encoding, reading_codec
from app.exchange.limits import Deadline, Limits
from app.exchange.problems import FileDamaged, FileMissing, FileTooLarge, NotASpreadsheet, NothingInIt
from app.exchange.records import read_records

SEPARATORS = (",", "\t", ";")
_GZIP = b"\x1f\x8b"
_CHUNK = 1 << 20
_GUESS_BYTES = 1 << 18
_GUESS_LINES = 60
_LONGEST_LINE = 4 << 20
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\x0b\x0c\x1a\x1b")
_BINARY_SHARE = 0.005


@dataclass(frozen=True, slots=True)
class TextSurvey:
    """What reading the whole file once has shown. `undecodable`: some characters do not fit the encoding."""

    encoding: str
    lines: int
    undecodable: bool
    has_nul: bool


def open_bytes(path: Path) -> IO[bytes]:
    """The file's bytes, unpacked when it is gzipped."""
    try:
        with path.open("rb") as file:
            packed = file.read(2) == _GZIP
        return cast(IO[bytes], gzip.open(path, "rb")) if packed else path.open("rb")
    except OSError as problem:
        raise FileMissing(name=path.name) from problem


def survey_text(path: Path, encoding: str, limits: Limits, progress: Progress = NO_PROGRESS) -> TextSurvey:
    """Read the file once and find out its encoding ("" = guess it); raises a DomainError for what is no text."""
    deadline = Deadline(path.name, limits.seconds)
    with open_bytes(path) as file:
        head = _read(file, path, _GUESS_BYTES)
        if not head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
            raise NothingInIt(name=path.name)
        chosen = encoding or guess_encoding(head)
        if _is_binary(head, chosen):
            raise NotASpreadsheet(name=path.name)
        meter = _Meter(path, chosen, limits)
        chunk = head
        while chunk:
            meter.take(chunk)
            deadline.check()
            progress.advance(meter.size, 0)
            chunk = _read(file, path, _CHUNK)
        meter.finish()
    return TextSurvey(chosen, meter.lines, meter.undecodable, meter.has_nul)


class _Meter:
    """Counts lines and finds undecodable text, NULs, bombs and endless lines while the bytes go by."""

    def __init__(self, path: Path, encoding: str, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        self._packed_size = max(1, path.stat().st_size)
        self._decode = codecs.getincrementaldecoder(reading_codec(encoding))("strict").decode
        self._without_line_end = 0
        self._ends_line = False
        self.size = 0
        self.lines = 1
        self.undecodable = False
        self.has_nul = False

    def take(self, chunk: bytes) -> None:
        self.size += len(chunk)
        if self.size > self._limits.unpacked_bytes:
            raise FileTooLarge(name=self._path.name, size=self.size, limit=self._limits.unpacked_bytes)
        ends = chunk.count(b"\n") or chunk.count(b"\r")
        self.lines += ends
        self._ends_line = chunk.rstrip(b"\0").endswith((b"\n", b"\r"))
        self._without_line_end = 0 if ends else self._without_line_end + len(chunk)
        if self._without_line_end > _LONGEST_LINE:
            raise NotASpreadsheet(name=self._path.name)
        self.has_nul = self.has_nul or b"\0" in chunk
        self._check(chunk, final=False)

    def finish(self) -> None:
        # Behind the last line end stands no line.
        self.lines -= self._ends_line
        self._check(b"", final=True)

    def _check(self, chunk: bytes, *, final: bool) -> None:
        if self.undecodable:
            return
        try:
            self._decode(chunk, final)
        except UnicodeDecodeError:
            self.undecodable = True


def _read(file: IO[bytes], path: Path, size: int) -> bytes:
    try:
        return file.read(size)
    except (EOFError, gzip.BadGzipFile, zlib.error) as problem:
        raise FileDamaged(name=path.name) from problem
    except OSError as problem:
        raise FileMissing(name=path.name) from problem


def _is_binary(head: bytes, encoding: str) -> bool:
    if encoding.startswith("utf-16"):
        return False
    return sum(head.count(control) for control in _CONTROLS) > len(head) * _BINARY_SHARE


def text_lines(path: Path, encoding: str) -> Generator[str, None, None]:
    """Lines with their ends; what cannot be decoded becomes U+FFFD. The file is closed with the iterator."""
    with open_bytes(path) as file, io.TextIOWrapper(file, reading_codec(encoding), errors="replace", newline="") as text:
        yield from text


def guess_separator(lines: list[str]) -> str:
    """The separator that cuts the most lines into the same number of cells."""
    best, best_score = SEPARATORS[0], 0.0
    for separator in SEPARATORS:
        widths = [len(cells) for _, cells in read_records(lines, separator) if isinstance(cells, list) and cells]
        if not widths:
            continue
        usual = max(set(widths), key=widths.count)
        score = (usual - 1) * widths.count(usual) / len(widths)
        if score > best_score:
            best, best_score = separator, score
    return best


def first_lines(path: Path, encoding: str, count: int = _GUESS_LINES) -> list[str]:
    lines: list[str] = []
    source = text_lines(path, encoding)
    for line in source:
        lines.append(line)
        if len(lines) == count:
            break
    source.close()
    return lines
