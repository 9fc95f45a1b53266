"""What the log of print runs says: the kinds of pieces, and how each run and piece stands in its list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.domain.codes import written
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_problems import PROBLEM_SENTENCES
from app.domain.print_runs import PrintRunRow
from app.domain.prints import PrintKind
from app.domain.run_changes import Stop
from app.domain.run_details import RunLeftOut, RunPiece
from app.views.labels import label_of, translated
from app.views.labels_customers import polite_name
from app.views.moments import language, short_day
from app.views.theme import Tone
from app.views.widgets.row_list import RowAction, RowContent

CONTEXT = "PrintLog"
ALL_RUNS = "all runs"

KIND_NAMES: Mapping[PrintKind, str] = {
    PrintKind.THANK_YOU: QT_TRANSLATE_NOOP("PrintLog", "Postcards"),
    PrintKind.LETTER: QT_TRANSLATE_NOOP("PrintLog", "Letters"),
    PrintKind.ENVELOPE: QT_TRANSLATE_NOOP("PrintLog", "Envelopes"),
    PrintKind.LABELS: QT_TRANSLATE_NOOP("PrintLog", "Labels"),
    PrintKind.MEMBER_CARDS: QT_TRANSLATE_NOOP("PrintLog", "Member cards"),
    PrintKind.REFERRAL_CARDS: QT_TRANSLATE_NOOP("PrintLog", "Cards to hand on"),
    PrintKind.SURVEY: QT_TRANSLATE_NOOP("PrintLog", "Survey sheets"),
}


def kind_name(kind: PrintKind) -> str:
    return label_of(kind, KIND_NAMES, CONTEXT)


def go_on_words(position: int) -> str:
    return translated(CONTEXT, QT_TRANSLATE_NOOP("PrintLog", "Go on from number {position}"), position=position)


def done_words(run: PrintRunRow) -> str:
    """How far a run came that is not printed to the end."""
    words = QT_TRANSLATE_NOOP("PrintLog", "{done} of {pieces} printed")
    return translated(CONTEXT, words, done=run.pieces - run.unsent, pieces=run.pieces)


def stop_words(stop: Stop) -> str:
    """Who is against a piece, and why, in one line."""
    words = QT_TRANSLATE_NOOP("PrintLog", "{name}: {reason}")
    return translated(CONTEXT, words, name=stop.name, reason=label_of(stop.problem, PROBLEM_SENTENCES, "PrintProblems"))


def with_acts(content: RowContent, run: PrintRunRow) -> RowContent:
    """A run in the log with what can be done; one that is not printed to the end says so and offers to go on. What is done less often
    is in the row's menu alone."""
    details = RowAction("details", translated(CONTEXT, QT_TRANSLATE_NOOP("PrintLog", "Details")))
    if not run.unsent:
        again, *others = content.actions
        acts = (again, details, *others) if run.has_document else (details, *others)
        return replace(content, detail=_with_notes(content.detail, run), actions=(*acts, *_menu(run)))
    go_on = RowAction("go_on", go_on_words(run.next_position), primary=True, always=True)
    return replace(
        content,
        icon="triangle-alert",
        icon_tone=Tone.WARN,
        what=done_words(run),
        detail=_with_notes(content.detail, run),
        detail_tone=Tone.WARN,
        actions=(details, go_on, *_menu(run)) if run.has_people else (details, *_menu(run)),
    )


def all_runs_row() -> RowContent:
    """The way from the latest runs to all of them."""
    words = QT_TRANSLATE_NOOP("PrintLog", "Look through all runs")
    return RowContent(ALL_RUNS, translated(CONTEXT, words), icon="search", icon_tone=Tone.NEUTRAL, icon_circle=True)


def not_kept_words() -> str:
    """Of a run of old."""
    return translated(CONTEXT, QT_TRANSLATE_NOOP("PrintLog", "Its pages are no longer kept"))


def follows_words(run: PrintRunRow) -> str:
    return translated(CONTEXT, QT_TRANSLATE_NOOP("PrintLog", "goes with run {run}"), run=run.follows)


def _with_notes(detail: str, run: PrintRunRow) -> str:
    notes = (detail, follows_words(run) if run.follows else "", "" if run.has_document else not_kept_words())
    return " · ".join(note for note in notes if note)


def _menu(run: PrintRunRow) -> tuple[RowAction, ...]:
    """In the row's menu alone."""
    is_written = run.kind not in (PrintKind.ENVELOPE, PrintKind.LABELS)
    offered = (
        ("follow", QT_TRANSLATE_NOOP("PrintLog", "Envelopes or labels for this run"), is_written and run.has_people and not run.unsent),
        ("stop", QT_TRANSLATE_NOOP("PrintLog", "It stopped at…"), run.unsent < run.pieces),
        ("give_up", QT_TRANSLATE_NOOP("PrintLog", "Leave the rest…"), run.unsent > 0),
        ("keep", QT_TRANSLATE_NOOP("PrintLog", "Save the PDF again…"), run.has_document),
        ("people", QT_TRANSLATE_NOOP("PrintLog", "People of this run"), True),
    )
    return tuple(RowAction(name, translated(CONTEXT, words), shown=False) for name, words, is_offered in offered if is_offered)


def piece_row(piece: RunPiece, today: date) -> RowContent:
    """A piece in the order of the pages: its number, the name, and what became of it."""
    icon, tone = _sign_of(piece)
    actions = [RowAction("open", translated(CONTEXT, QT_TRANSLATE_NOOP("PrintLog", "Open the record")))]
    if piece.sent_on is not None and not piece.is_out:
        actions.insert(0, RowAction("stopped", translated(CONTEXT, QT_TRANSLATE_NOOP("PrintLog", "It stopped here")), key="S"))
    return RowContent(
        piece.id,
        numbered(piece),
        detail=piece.address,
        icon=icon,
        icon_tone=tone,
        icon_circle=True,
        side=written(piece.code) if piece.code else "",
        side_detail=_state_of(piece, today),
        actions=tuple(actions),
    )


def left_out_row(one: RunLeftOut) -> RowContent:
    by_hand = QT_TRANSLATE_NOOP("PrintLog", "Was taken out by hand.")
    reason = translated(CONTEXT, by_hand) if one.problem is None else label_of(one.problem, PROBLEM_SENTENCES, "PrintProblems")
    return RowContent(
        ("left_out", one.customer_id),
        polite_name(one.name, is_company=one.is_company),
        detail=reason.rstrip("。") if language() == "ja" else reason,
        icon="user",
        icon_tone=Tone.NEUTRAL,
        icon_circle=True,
        actions=(RowAction("open", translated(CONTEXT, QT_TRANSLATE_NOOP("PrintLog", "Open the record"))),),
    )


def numbered(piece: RunPiece) -> str:
    """The number of a piece, as it is counted at the printer, and whose it is."""
    return f"{piece.position}  {polite_name(piece.name, is_company=piece.is_company)}"


def _sign_of(piece: RunPiece) -> tuple[str, Tone]:
    if piece.sent_on is None:
        return "triangle-alert", Tone.WARN
    if piece.returned_on is not None:
        return "mail-x", Tone.WARN
    return ("mail-check", Tone.OK) if piece.is_brought else ("mail", Tone.INFO)


def _state_of(piece: RunPiece, today: date) -> str:
    if piece.sent_on is None:
        return translated(CONTEXT, QT_TRANSLATE_NOOP("PrintLog", "not printed"))
    if piece.returned_on is not None:
        return translated(CONTEXT, QT_TRANSLATE_NOOP("PrintLog", "returned {day}"), day=short_day(piece.returned_on, today))
    if piece.is_brought:
        return translated(CONTEXT, QT_TRANSLATE_NOOP("PrintLog", "sent {day}, code used"), day=short_day(piece.sent_on, today))
    return translated(CONTEXT, QT_TRANSLATE_NOOP("PrintLog", "sent {day}"), day=short_day(piece.sent_on, today))
