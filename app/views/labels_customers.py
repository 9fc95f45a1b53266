"""How a customer is shown anywhere: the name with 様, the chip, the reason in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.domain.customer_rows import CustomerListRow
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.names import with_honorific
from app.domain.status import CHIP_NAMES, Chip, Reason, ReasonKind
from app.views.labels import translated
from app.views.moments import language, short_day
from app.views.tokens import Tone
from app.views.widgets.row_list import RowAction, RowContent

CHIP_TONES: Mapping[Chip, Tone] = {
    Chip.PROSPECT: Tone.NEUTRAL,
    Chip.FINE: Tone.OK,
    Chip.WATCH: Tone.WARN,
    Chip.ATTENTION: Tone.DANGER,
    Chip.SECOND_VISIT: Tone.INFO,
    Chip.DORMANT: Tone.NEUTRAL,
    Chip.LEFT: Tone.NEUTRAL,
}
REASONS: Mapping[ReasonKind, str] = {
    ReasonKind.NO_VISIT: QT_TRANSLATE_NOOP("Reasons", "No visit yet"),
    ReasonKind.WITHIN_RHYTHM: QT_TRANSLATE_NOOP("Reasons", "Usually every {usual} days, last seen {days} days ago"),
    ReasonKind.PAST_RHYTHM: QT_TRANSLATE_NOOP("Reasons", "Usually every {usual} days → not seen for {days} days"),
    ReasonKind.OPEN_COMPLAINT: QT_TRANSLATE_NOOP("Reasons", "A complaint is still open"),
    ReasonKind.SECOND_VISIT: QT_TRANSLATE_NOOP("Reasons", "First visit {days} days ago · not yet a second"),
    ReasonKind.LONG_AWAY: QT_TRANSLATE_NOOP("Reasons", "Not seen for {days} days"),
    ReasonKind.LEFT: QT_TRANSLATE_NOOP("Reasons", "Marked as having left"),
}


VISIT = QT_TRANSLATE_NOOP("CustomerRow", "seen {day}")
NO_VISIT = QT_TRANSLATE_NOOP("CustomerRow", "no visit yet")


def polite_name(name: str, *, is_company: bool = False) -> str:
    """The name as the customer is addressed in the window's language."""
    return with_honorific(name, is_organisation=is_company, language=language())


def chip_word(chip: Chip) -> tuple[str, Tone]:
    return translated("Status", CHIP_NAMES[chip]), CHIP_TONES[chip]


def reason_sentence(reason: Reason) -> str:
    usual = "" if reason.usual_days is None else str(round(reason.usual_days))
    days = "" if reason.days_since is None else str(reason.days_since)
    return translated("Reasons", REASONS[reason.kind], usual=usual, days=days)


def customer_row(row: CustomerListRow, today: date, *, actions: tuple[RowAction, ...] = ()) -> RowContent:
    """A customer as a line of a list: name, kana, chip as a coloured word, last visit."""
    word, tone = chip_word(row.chip)
    visit = translated("CustomerRow", VISIT, day=short_day(row.last_day, today)) if row.last_day else translated("CustomerRow", NO_VISIT)
    return RowContent(
        row.id,
        polite_name(row.name, is_company=row.is_company),
        detail=row.kana,
        avatar=row.name,
        side=word,
        side_tone=tone,
        side_detail=visit,
        actions=actions,
    )
