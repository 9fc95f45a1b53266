"""Reading the sheets of this shop from pictures: the shop's layouts as forms, the reader beside the program, what it found as pages to
take in. Nothing is stored here; whoever takes the portions stores them one by one."""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.errors import Cancelled
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.survey_pages import Corners, PageState, PictureUnreadable, ReadPage, ScanError
from app.domain.survey_queue import KnownFile, PageReason, TakenPage, fingerprint_of
from app.domain.survey_sheets import SheetLayout
from app.models.surveys import SurveyLayout
from app.printing.page_images import READING
from app.scanning.forms import READ_DPI, SheetForm, form_shape
from app.scanning.reading import PageResult, Reader, pictures_in

PORTION_PAGES = 20
PORTION_SECONDS = 3.0
_FORMS_DRAWN = 6
_READ_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class StoredForm:
    """A layout of the shop as it is kept: `drawn` is a PDF with the pages of one empty sheet."""

    layout_id: int
    layout: SheetLayout
    drawn: bytes


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The pictures among what was chosen, in order, with the hash of each; `unreadable`: with the sentence why."""

    files: tuple[tuple[Path, str], ...]
    unreadable: tuple[tuple[Path, ScanError], ...] = ()


def stored_forms(session: Session) -> dict[int, StoredForm]:
    """Every layout that was ever printed, by its number. LayoutUnreadable."""
    rows = session.execute(select(SurveyLayout.id, SurveyLayout.content, SurveyLayout.drawn))
    return {number: StoredForm(number, SheetLayout.from_json(content), drawn) for number, content, drawn in rows}


class FormBook:
    """Gives the reader the forms it asks for, each drawn when it is first needed."""

    def __init__(self, stored: Mapping[int, StoredForm]) -> None:
        self._stored = stored
        self._drawn: OrderedDict[int, SheetForm] = OrderedDict()

    def __call__(self, layout_id: int) -> SheetForm | None:
        stored = self._stored.get(layout_id)
        if stored is None:
            return None
        form = self._drawn.pop(layout_id, None) or drawn_form(stored)
        self._drawn[layout_id] = form
        while len(self._drawn) > _FORMS_DRAWN:
            self._drawn.popitem(last=False)
        return form


def drawn_form(stored: StoredForm) -> SheetForm:
    """A layout with its empty pages in gray, as the reader compares with them."""
    height, width = form_shape(stored.layout)
    with READING:
        document = pypdfium2.PdfDocument(stored.drawn)
        try:
            pages = [_gray(document[number], width, height) for number in range(min(len(document), stored.layout.pages))]
        finally:
            document.close()
    return SheetForm(stored.layout_id, stored.layout, tuple(pages))


def _gray(page: pypdfium2.PdfPage, width: int, height: int) -> NDArray[np.uint8]:
    bitmap = page.render(scale=READ_DPI / 72, grayscale=True)
    try:
        seen = np.asarray(bitmap.to_numpy(), dtype=np.uint8).reshape(bitmap.height, bitmap.width, -1)[:, :, 0]
        sheet = np.full((height, width), 255, np.uint8)
        rows, columns = min(height, seen.shape[0]), min(width, seen.shape[1])
        sheet[:rows, :columns] = seen[:rows, :columns]
    finally:
        bitmap.close()
        page.close()
    return sheet


def find_files(chosen: Sequence[Path], progress: Progress = NO_PROGRESS) -> FoundFiles:
    """The files, and the pictures of the folders among them, each once."""
    paths: dict[Path, None] = {}
    for path in chosen:
        paths |= dict.fromkeys(pictures_in(path) if path.is_dir() else [path])
    files: list[tuple[Path, str]] = []
    unreadable: list[tuple[Path, ScanError]] = []
    for number, path in enumerate(paths):
        progress.advance(number, len(paths))
        try:
            files.append((path, hash_of(path)))
        except OSError:
            unreadable.append((path, PictureUnreadable(name=path.name)))
    return FoundFiles(tuple(files), tuple(unreadable))


def hash_of(path: Path) -> str:
    """Of the contents of a file. OSError."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(_READ_AT_ONCE):
            found.update(part)
    return found.hexdigest()


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page that is to be taken in, with the file it comes from; `error` of one that could not be opened."""

    path: Path
    page: TakenPage
    error: ScanError | None = None


def read_files(
    files: Iterable[tuple[Path, str]],
    forms: Callable[[int], SheetForm | None],
    known: Mapping[str, KnownFile],
    progress: Progress = NO_PROGRESS,
    reader: Callable[[], Reader] = Reader,
) -> Iterator[PageRead]:
    """Every page of these files, those first that were read before and are there still. Cancelled."""
    fresh: dict[Path, str] = {}
    for path, file_hash in files:
        before = known.get(file_hash)
        if before is None or not before.is_there:
            fresh[path] = file_hash
            continue
        for _, page in sorted(before.pages.items()):
            yield PageRead(path, page)
    if not fresh:
        return
    with reader() as open_reader:
        for result in open_reader.read(list(fresh), forms, progress):
            yield PageRead(result.path, taken_page(result, fresh[result.path]), result.error)


def taken_page(result: PageResult, file_hash: str) -> TakenPage:
    """What the reader said of a page, as it is taken in. The empty back of a sheet is left out by itself."""
    state, reason = result.state, PageReason.NONE.value
    if result.is_blank:
        state, reason = PageState.THROWN_OUT, PageReason.BLANK.value
    elif state is PageState.BROKEN and result.error is not None:
        reason = type(result.error).__name__
    elif state is PageState.REFUSED:
        reason = PageReason.CODES_DISAGREE.value
    read = result.read
    if read is None and state is PageState.UNLOCATED:
        # Where the reader thinks the sheet might be is where somebody begins to show it.
        read = ReadPage(0, 0, "", corners=result.corners)
    picture = b"" if result.is_blank else result.picture
    return TakenPage(
        result.path.name,
        result.page_in_file,
        fingerprint_of(file_hash, result.page_in_file),
        state,
        read,
        picture,
        dict(result.crops),
        reason,
        max(1, result.pages_in_file),
    )


def in_portions(pages: Iterable[PageRead], clock: Callable[[], float] = time.monotonic) -> Iterator[list[PageRead]]:
    """Pages to be stored together: some at a time, and never long after they were read. What was read before somebody stopped it comes
    as well; then Cancelled is raised."""
    portion: list[PageRead] = []
    since = clock()
    stopped: Cancelled | None = None
    source = iter(pages)
    while True:
        try:
            portion.append(next(source))
        except StopIteration:
            break
        except Cancelled as error:
            stopped = error
            break
        if len(portion) >= PORTION_PAGES or clock() - since >= PORTION_SECONDS:
            yield portion
            portion, since = [], clock()
    if portion:
        yield portion
    if stopped is not None:
        raise stopped


def read_by_hand(lost: TakenPage, stored: StoredForm, page: int, corners: Corners, reader: Callable[[], Reader] = Reader) -> TakenPage:
    """A page that was not located, read by the corners somebody showed. `lost.picture` is read, for its file may be gone. ScanError."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.jpg"
        path.write_bytes(lost.picture)
        with reader() as open_reader:
            result = open_reader.read_with(path, 0, drawn_form(stored), page, corners)
    if result.error is not None:
        raise result.error
    state = result.state if result.read is not None else PageState.UNLOCATED
    return TakenPage(
        lost.file_name,
        lost.page_in_file,
        lost.fingerprint,
        state,
        result.read,
        result.picture,
        dict(result.crops),
        pages_in_file=lost.pages_in_file,
    )
