"""The reading process: asked for one page at a time, it opens the file, reads the page and answers; a form it lacks it asks back for.

It is started and ended by `reading`, and ends by itself when that side is gone.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from app.domain.survey_pages import Corners, ReadingFailed, ScanError
from app.scanning import wire
from app.scanning.forms import SheetForm
from app.scanning.limits import limit_memory, stand_back
from app.scanning.pictures import Pictures, open_kept, open_pictures
from app.scanning.sheets import Reading, read_sheet, read_with

_MOST_FORMS = 6


def serve(arguments: Sequence[str]) -> int:
    """Until the other side hangs up. Returns the exit code."""
    stand_back()
    limit_memory()
    with wire.connected(arguments[0]) as connection:
        try:
            wire.send(connection, {"say": wire.READY})
            _Desk(connection).run()
        except (EOFError, OSError):
            return 0
    return 0


class _Desk:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._forms: OrderedDict[int, SheetForm] = OrderedDict()
        self._path: Path | None = None
        self._pictures: Pictures | None = None

    def run(self) -> None:
        while True:
            message = wire.receive(self._connection)
            name = Path(str(message.head.get("path", ""))).name
            try:
                head, parts = self._answer(message)
            except ScanError as error:
                head, parts = wire.refusal(error), []
            except MemoryError:
                self._put_away()
                head, parts = wire.refusal(ReadingFailed(name=name)), []
            wire.send(self._connection, head, parts)

    def _answer(self, message: wire.Message) -> tuple[dict[str, Any], list[bytes]]:
        asked, page = message.head, int(message.head["page_in_file"])
        if asked["ask"] == "read":
            pictures = self._opened(Path(asked["path"]))
            return _answered(read_sheet(pictures.gray(page), self._form), pictures.pages)
        form = wire.form_from_message(asked["form"], message.parts[:-1] if asked["is_kept"] else message.parts)
        pictures = open_kept(message.parts[-1], Path(asked["path"]).name) if asked["is_kept"] else self._opened(Path(asked["path"]))
        corners = _corners(asked["corners"])
        return _answered(read_with(pictures.gray(page), form, int(asked["page"]), corners, str(asked["code"])), pictures.pages)

    def _opened(self, path: Path) -> Pictures:
        if self._pictures is None or self._path != path:
            self._put_away()
            self._pictures, self._path = open_pictures(path), path
        return self._pictures

    def _put_away(self) -> None:
        if self._pictures is not None:
            self._pictures.close()
        self._pictures = self._path = None

    def _form(self, layout: int) -> SheetForm | None:
        if layout in self._forms:
            self._forms.move_to_end(layout)
            return self._forms[layout]
        wire.send(self._connection, {"say": "form", "layout": layout})
        message = wire.receive(self._connection)
        if message.head.get("form") is None:
            return None
        self._forms[layout] = wire.form_from_message(message.head["form"], message.parts)
        if len(self._forms) > _MOST_FORMS:
            self._forms.popitem(last=False)
        return self._forms[layout]


def _answered(reading: Reading, pages: int) -> tuple[dict[str, Any], list[bytes]]:
    names = list(reading.crops)
    head = {
        "say": "page",
        "pages": pages,
        "state": reading.state.value,
        "read": None if reading.read is None else reading.read.to_json(),
        "corners": reading.corners,
        "is_blank": reading.is_blank,
        "crops": names,
    }
    return head, [reading.picture, *(reading.crops[name] for name in names)]


def _corners(given: Sequence[Sequence[float]]) -> Corners:
    one, two, three, four = ((float(x), float(y)) for x, y in given)
    return one, two, three, four
