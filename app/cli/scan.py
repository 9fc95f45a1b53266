"""scan: reads filled-in sheets from pictures, as the window does, and says what is ticked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.call import DONE, REFUSED, Call, Outcome
from app.cli.points import begin_day
from app.domain.errors import in_a_row
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.survey_pages import Doubt, PageState, ReadPage
from app.domain.survey_queue import TakenPage

if TYPE_CHECKING:
    from app.models.database import Database
    from app.reports.survey_reading import FoundFiles, PageRead

_SAID: Mapping[PageState, str] = {
    PageState.READ: QT_TRANSLATE_NOOP("CommandLine", "Read without a doubt: {count}"),
    PageState.WAITING: QT_TRANSLATE_NOOP("CommandLine", "With doubts, waiting to be looked at: {count}"),
    PageState.UNLOCATED: QT_TRANSLATE_NOOP("CommandLine", "No sheet found in the picture: {count}"),
    PageState.DOUBLE: QT_TRANSLATE_NOOP("CommandLine", "Read before, counted once: {count}"),
    PageState.FOREIGN: QT_TRANSLATE_NOOP("CommandLine", "Not sheets of this shop: {count}"),
    PageState.REFUSED: QT_TRANSLATE_NOOP("CommandLine", "Codes that do not agree: {count}"),
    PageState.BROKEN: QT_TRANSLATE_NOOP("CommandLine", "Could not be opened: {count}"),
    PageState.THROWN_OUT: QT_TRANSLATE_NOOP("CommandLine", "Left out: {count}"),
}
_NOTHING = QT_TRANSLATE_NOOP("CommandLine", "There is no picture among these files. Nothing was read.")


class _OnlyTried(Exception):
    """Nothing is to be stored."""


def scan(call: Call) -> Outcome:
    """Every page of the files; recorded unless it is only tried."""
    from app.reports.survey_reading import find_files

    found = find_files([Path(name) for name in call.options.file])
    names = _names(found)
    with call.database() as database:
        pages = _read(call, database, found)
    facts: dict[str, Any] = {names[path]: None for path, _ in found.unreadable}
    complaints = [call.sentence(error) for _, error in found.unreadable]
    states: Counter[PageState] = Counter({PageState.BROKEN: len(found.unreadable)} if found.unreadable else {})
    for read, state in pages:
        place = read.page.page_in_file
        facts[names[read.path] + (f"#{place + 1}" if place else "")] = _told(read.page, state)
        states[state] += 1
        if read.error is not None:
            complaints.append(call.sentence(read.error))
    if not facts:
        return Outcome({}, [], REFUSED, call.say(_NOTHING))
    code = REFUSED if set(states) == {PageState.BROKEN} else DONE
    complaint = ""
    for sentence in complaints:
        complaint = in_a_row(complaint, sentence) if complaint else sentence
    lines = [call.say(words, count=states[state]) for state, words in _SAID.items() if states[state]]
    return Outcome(facts, lines, code, complaint)


def _read(call: Call, database: Database, found: FoundFiles) -> list[tuple[PageRead, PageState]]:
    """Every page with what became of it, stored in portions; what was read before a fault or a stop is kept."""
    from app.queries.shop import shop_zone
    from app.queries.survey_queue import known_files
    from app.reports.survey_reading import FormBook, in_portions, read_files, stored_forms
    from app.services.survey_scans import take_in

    with database.read() as session:
        today = call.today(shop_zone(session))
        forms = FormBook(stored_forms(session))
        known = known_files(session, [file_hash for _, file_hash in found.files])
    if not call.options.dry_run:
        today = begin_day(call, database)
    pages: list[tuple[PageRead, PageState]] = []
    batch_id: int | None = None
    action_id: int | None = None
    for portion in in_portions(read_files(found.files, forms, known)):
        with suppress(_OnlyTried), database.write() as session:
            taken = take_in(
                session,
                found.files[0][0].name,
                [read.page for read in portion],
                now=call.now,
                today=today,
                batch_id=batch_id,
                action_id=action_id,
            )
            if call.options.dry_run:
                raise _OnlyTried
        if not call.options.dry_run:
            batch_id, action_id = taken.batch_id, taken.action_id
        pages += zip(portion, taken.pages, strict=True)
    return pages


def _told(page: TakenPage, state: PageState) -> dict[str, dict[str, bool]] | None:
    """By question and option whether it is ticked and whether that is doubted; None where nothing was read of a sheet of this shop."""
    reading: ReadPage | None = page.reading
    if reading is None or not reading.boxes or state in (PageState.FOREIGN, PageState.REFUSED, PageState.UNLOCATED, PageState.BROKEN):
        return None
    # A question that is doubted as a whole is doubted at each of its boxes.
    whole = set(reading.doubts) - {box.question for box in reading.boxes if box.doubt is not Doubt.NONE}
    return {
        f"{box.question}|{box.option}": {"sel": box.is_ticked, "doubt": box.doubt is not Doubt.NONE or box.question in whole}
        for box in reading.boxes
    }


def _names(found: FoundFiles) -> dict[Path, str]:
    """What each file is called in the answer: its name, or all of its path where two have the same."""
    paths = [path for path, _ in (*found.files, *found.unreadable)]
    often = Counter(path.name for path in paths)
    return {path: path.name if often[path.name] == 1 else str(path) for path in paths}
