"""Reads files of scanned sheets in processes of their own: a page that hangs or breaks its process costs that page and nothing else."""

from __future__ import annotations

import logging
import os
import subprocess
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import TracebackType
from typing import Any

from app.domain.progress import NO_PROGRESS, Progress
from app.domain.stored import is_member
from app.domain.survey_pages import Corners, PageState, ReadingFailed, ReadingTooLong, ReadPage, ScanError
from app.scanning import wire
from app.scanning.forms import FormSource, SheetForm
from app.scanning.pictures import picture_suffixes, pictures_in

__all__ = ["PICTURE_SUFFIXES", "FormSource", "PageResult", "Reader", "SheetForm", "pictures_in"]

log = logging.getLogger(__name__)

PICTURE_SUFFIXES = picture_suffixes()
SECONDS = 60.0
"""For one page, with the opening of its file; on a busy old machine it may well take five."""
_STARTING = 120.0
"""Seconds until a process has to be ready."""
_TURN = 0.2
_MOST_WORKERS = 6
_AHEAD = 8
"""Pages for each process that may be done before the one whose turn it is."""


@dataclass(frozen=True, slots=True)
class PageResult:
    """`page_in_file` from 0. `picture`: the page set straight, or as it came where it was not placed; `crops`: by question, its row; all
    gray JPEG. `error`: why the picture is BROKEN. `corners`: where the sheet lies or may lie, as shares of the picture as it came.
    `is_blank`: an empty page, as the back of a sheet is."""

    path: Path
    page_in_file: int
    pages_in_file: int
    state: PageState
    read: ReadPage | None = None
    picture: bytes = b""
    crops: Mapping[str, bytes] = field(default_factory=dict)
    error: ScanError | None = None
    corners: Corners | None = None
    is_blank: bool = False


@dataclass(frozen=True, slots=True, order=True)
class _Job:
    file: int
    page: int


@dataclass(slots=True)
class _Process:
    process: subprocess.Popen[bytes]
    connection: Connection
    job: _Job | None = None
    until: float = 0.0
    is_ready: bool = False

    def kill(self) -> None:
        self.connection.close()
        self.process.kill()
        self.process.wait()


@dataclass(slots=True)
class _Pile:
    """What of the files is still to be done, and what is done but not handed out. `pages` by file, as far as they are known."""

    paths: Sequence[Path]
    todo: deque[_Job]
    done: dict[_Job, PageResult] = field(default_factory=dict)
    pages: dict[int, int] = field(default_factory=dict)
    turn: _Job = _Job(0, 0)
    handed_out: int = 0

    @property
    def total(self) -> int:
        return sum(self.pages.values()) + len(self.paths) - len(self.pages)

    @property
    def is_finished(self) -> bool:
        return self.turn.file >= len(self.paths)

    def put(self, job: _Job, result: PageResult) -> None:
        self.done[job] = result
        if job.file not in self.pages:
            self.pages[job.file] = result.pages_in_file
            self.todo.extendleft(_Job(job.file, page) for page in reversed(range(1, result.pages_in_file)))

    def ready(self) -> Iterator[PageResult]:
        while self.turn in self.done:
            result = self.done.pop(self.turn)
            self.handed_out += 1
            is_last = self.turn.page + 1 >= self.pages[self.turn.file]
            self.turn = _Job(self.turn.file + 1, 0) if is_last else _Job(self.turn.file, self.turn.page + 1)
            yield result


class Reader:
    """`program`: how the program is started that knows `wire.ARGUMENT`; by itself this very one. `workers`: processes at a time, by itself
    as many as there are cores. `seconds`: for one page. Processes stay between calls; leaving the block ends them."""

    def __init__(self, program: Sequence[str] | None = None, workers: int | None = None, seconds: float = SECONDS) -> None:
        self._program = list(program) if program is not None else wire.this_program()
        self._most = workers or max(1, min(os.cpu_count() or 1, _MOST_WORKERS))
        self._seconds = seconds
        self._processes: list[_Process] = []

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        while self._processes:
            self._processes.pop().kill()

    def read(self, paths: Sequence[Path], forms: FormSource, progress: Progress = NO_PROGRESS) -> Iterator[PageResult]:
        """Every page of every file, in their order. `forms` is asked in the thread that iterates. Cancelled."""
        pile = _Pile(paths, deque(_Job(number, 0) for number in range(len(paths))))
        try:
            while not pile.is_finished:
                progress.advance(pile.handed_out, pile.total)
                self._hand_in(pile)
                self._take_out(pile, forms)
                yield from pile.ready()
            progress.advance(pile.handed_out, pile.total)
        finally:
            self._drop_busy()

    def read_with(
        self, picture: Path | bytes, page_in_file: int, form: SheetForm, page: int, corners: Corners, code: str = "", name: str = ""
    ) -> PageResult:
        """By hand: `corners` are the middles of the four squares as shares of the picture, as the sheet is read; `picture` a file, or what
        was kept of one."""
        path = picture if isinstance(picture, Path) else Path(name)
        told, parts = wire.form_as_message(form)
        asked = {"ask": "read_with", "path": str(path), "page_in_file": page_in_file, "form": told, "page": page}
        asked |= {"corners": corners, "code": code, "is_kept": isinstance(picture, bytes)}
        pile = _Pile([path], deque())
        try:
            self._begin(self._free(), _Job(0, 0), asked, [*parts, picture] if isinstance(picture, bytes) else parts)
            while not pile.done:
                self._take_out(pile, lambda _layout: form)
        except OSError:
            return _broken(path, 0, ReadingFailed(name=path.name))
        finally:
            self._drop_busy()
        return pile.done[_Job(0, 0)]

    def _hand_in(self, pile: _Pile) -> None:
        while pile.todo and sum(one.job is not None for one in self._processes) < self._most:
            if len(pile.done) >= _AHEAD * self._most and pile.todo[0] != pile.turn:
                break
            job = pile.todo.popleft()
            path = pile.paths[job.file]
            try:
                self._begin(self._free(), job, {"ask": "read", "path": str(path), "page_in_file": job.page})
            except OSError as error:
                log.warning("the reading process does not start", exc_info=error)
                pile.put(job, _broken(path, job.page, ReadingFailed(name=path.name), pile.pages.get(job.file, 1)))

    def _free(self) -> _Process:
        for process in self._processes:
            if process.job is None:
                return process
        self._processes.append(_Process(*wire.start(self._program)))
        return self._processes[-1]

    def _begin(self, process: _Process, job: _Job, asked: Mapping[str, Any], parts: Sequence[bytes] = ()) -> None:
        process.job, process.until = job, time.monotonic() + (self._seconds if process.is_ready else _STARTING)
        try:
            wire.send(process.connection, asked, parts)
        except OSError:
            self._end(process)
            raise

    def _take_out(self, pile: _Pile, forms: FormSource) -> None:
        """What the processes have to say within a moment; those that take too long or have died are ended."""
        heard = set(wait([one.connection for one in self._processes if one.job is not None], _TURN))
        for process in [one for one in self._processes if one.job is not None]:
            job = process.job
            if job is None:
                continue
            path, pages = pile.paths[job.file], pile.pages.get(job.file, 1)
            if process.connection in heard:
                result = self._heard(process, path, job, forms)
                if result is not None:
                    pile.put(job, result)
            elif time.monotonic() > process.until:
                self._end(process)
                pile.put(job, _broken(path, job.page, ReadingTooLong(name=path.name, seconds=round(self._seconds)), pages))

    def _heard(self, process: _Process, path: Path, job: _Job, forms: FormSource) -> PageResult | None:
        """The result, or nothing yet."""
        try:
            message = wire.receive(process.connection)
            if message.head.get("say") == wire.READY:
                process.is_ready, process.until = True, time.monotonic() + self._seconds
                return None
            asked = int(message.head["layout"]) if message.head.get("say") == "form" else None
            result = None if asked is not None else _result(message, path, job.page)
        except (EOFError, OSError, wire.Garbled, KeyError, TypeError, ValueError) as error:
            log.warning("the reading process broke off at %s, page %d", path.name, job.page + 1, exc_info=error)
            self._end(process)
            return _broken(path, job.page, ReadingFailed(name=path.name))
        if asked is None:
            process.job = None
            return result
        form = forms(asked)
        told, parts = (None, []) if form is None else wire.form_as_message(form)
        try:
            wire.send(process.connection, {"form": told}, parts)
        except OSError as error:
            log.warning("the reading process broke off at %s, page %d", path.name, job.page + 1, exc_info=error)
            self._end(process)
            return _broken(path, job.page, ReadingFailed(name=path.name))
        return None

    def _end(self, process: _Process) -> None:
        self._processes.remove(process)
        process.kill()

    def _drop_busy(self) -> None:
        """What is on its way belongs to nobody any more."""
        for process in [one for one in self._processes if one.job is not None]:
            self._end(process)


def _result(message: wire.Message, path: Path, page: int) -> PageResult:
    head = message.head
    if head.get("say") == "refused":
        return _broken(path, page, wire.refused(head, path.name))
    if not is_member(PageState, head["state"]):
        raise ValueError(head["state"])
    given = head["corners"]
    corners = None if given is None else ReadPage.from_json({"corners": given}).corners
    crops = dict(zip((str(name) for name in head["crops"]), message.parts[1:], strict=True))
    read = None if head["read"] is None else ReadPage.from_json(head["read"])
    return PageResult(
        path, page, int(head["pages"]), PageState(head["state"]), read, message.parts[0], crops, None, corners, bool(head["is_blank"])
    )


def _broken(path: Path, page: int, error: ScanError, pages: int = 1) -> PageResult:
    return PageResult(path, page, pages, PageState.BROKEN, error=error)
