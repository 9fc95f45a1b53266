"""What a printed piece promised, its code, and whether it came back, in one line."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.codes import written
from app.domain.customer_rows import SentRow
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.prints import PrintKind
from app.views.labels import translated
from app.views.moments import day_text

CONTEXT = "SentPieces"
_USED = QT_TRANSLATE_NOOP("SentPieces", "brought on {day}")
_USED_BY = QT_TRANSLATE_NOOP("SentPieces", "brought on {day} by {name}")
_RETURNED = QT_TRANSLATE_NOOP("SentPieces", "post came back on {day}")
_SHARED = QT_TRANSLATE_NOOP("SentPieces", "to the household")
_CODE = QT_TRANSLATE_NOOP("SentPieces", "code {code}")

_SENTENCES: Mapping[PrintKind, str] = {
    PrintKind.THANK_YOU: QT_TRANSLATE_NOOP("SentPieces", "A card was sent"),
    PrintKind.LETTER: QT_TRANSLATE_NOOP("SentPieces", "A letter was sent"),
    PrintKind.ENVELOPE: QT_TRANSLATE_NOOP("SentPieces", "An envelope or address side was printed"),
    PrintKind.LABELS: QT_TRANSLATE_NOOP("SentPieces", "A label was printed"),
    PrintKind.MEMBER_CARDS: QT_TRANSLATE_NOOP("SentPieces", "A member card was printed"),
    PrintKind.REFERRAL_CARDS: QT_TRANSLATE_NOOP("SentPieces", "A referral card was printed"),
    PrintKind.SURVEY: QT_TRANSLATE_NOOP("SentPieces", "A survey sheet was printed"),
}


def sent_sentence(sent: SentRow | None) -> str:
    """What was sent, or only printed, by its kind."""
    return translated(CONTEXT, _SENTENCES[PrintKind.THANK_YOU if sent is None else sent.kind])


def promise_text(sent: SentRow) -> str:
    """The offer and the code, and that others share the piece; empty for a piece without any of it."""
    code = translated(CONTEXT, _CODE, code=written(sent.code)) if sent.code else ""
    shared = translated(CONTEXT, _SHARED) if sent.is_shared else ""
    return " · ".join(part for part in (sent.offer, code, shared) if part)


def fate_text(sent: SentRow, customer: str) -> str:
    """When it came back by post, else when it was brought."""
    if sent.returned_on is not None:
        return translated(CONTEXT, _RETURNED, day=day_text(sent.returned_on))
    return use_text(sent, customer)


def use_text(sent: SentRow, customer: str) -> str:
    """When it was brought; by whom too, when it was not the customer named `customer`."""
    if sent.used is None:
        return ""
    day = day_text(sent.used.day)
    if sent.used.name == customer:
        return translated(CONTEXT, _USED, day=day)
    return translated(CONTEXT, _USED_BY, day=day, name=sent.used.name)
