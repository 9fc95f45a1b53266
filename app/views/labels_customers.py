"""How a customer is shown anywhere: the name with 様, the chip, the reason in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.domain.contacts import ContactKind
from app.domain.customer_rows import CustomerFilter, CustomerListRow, CustomerSort
from app.domain.customers import Consent, PartialDate
from app.domain.dates import format_birthday
from app.domain.field_words import FIELD_NAMES
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.names import initials, with_honorific
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
FILTER_NAMES: Mapping[CustomerFilter, str] = {
    CustomerFilter.ALL: QT_TRANSLATE_NOOP("CustomerList", "All"),
    CustomerFilter.MINE: QT_TRANSLATE_NOOP("CustomerList", "Mine"),
    CustomerFilter.REGULARS: QT_TRANSLATE_NOOP("CustomerList", "Regulars"),
    CustomerFilter.ATTENTION: QT_TRANSLATE_NOOP("CustomerList", "Attention"),
    CustomerFilter.SECOND_VISIT: QT_TRANSLATE_NOOP("CustomerList", "2nd visit"),
    CustomerFilter.ARCHIVED: QT_TRANSLATE_NOOP("CustomerList", "Archived"),
}
SORT_NAMES: Mapping[CustomerSort, str] = {
    CustomerSort.LAST_VISIT: QT_TRANSLATE_NOOP("CustomerList", "last visit first"),
    CustomerSort.KANA: QT_TRANSLATE_NOOP("CustomerList", "by name"),
    CustomerSort.AMOUNT: QT_TRANSLATE_NOOP("CustomerList", "largest purchases first"),
    CustomerSort.VISITS: QT_TRANSLATE_NOOP("CustomerList", "most visits first"),
    CustomerSort.NEWEST: QT_TRANSLATE_NOOP("CustomerList", "newest customers first"),
}
CONTACT_NAMES: Mapping[ContactKind, str] = {
    ContactKind.PHONE: QT_TRANSLATE_NOOP("Contacts", "Phone call"),
    ContactKind.TALK: QT_TRANSLATE_NOOP("Contacts", "Talk"),
    ContactKind.EMAIL: QT_TRANSLATE_NOOP("Contacts", "E-mail"),
    ContactKind.NOTE: QT_TRANSLATE_NOOP("Contacts", "Note"),
}
CONSENT_NAMES: Mapping[Consent, str] = {
    Consent.YES: QT_TRANSLATE_NOOP("CustomerFields", "Yes, may be sent"),
    Consent.NO: QT_TRANSLATE_NOOP("CustomerFields", "No, do not send"),
    Consent.UNKNOWN: QT_TRANSLATE_NOOP("CustomerFields", "Not asked yet"),
}
VISIT = QT_TRANSLATE_NOOP("CustomerRow", "seen {day}")
NO_VISIT = QT_TRANSLATE_NOOP("CustomerRow", "no visit yet")
PHONE_TAIL = QT_TRANSLATE_NOOP("CustomerRow", "phone …{digits}")
BORN = QT_TRANSLATE_NOOP("CustomerRow", "born {day}")
BETWEEN = QT_TRANSLATE_NOOP("CustomerRow", " · ")


def polite_name(name: str, *, is_company: bool = False) -> str:
    """The name as the customer is addressed in the window's language."""
    return with_honorific(name, is_organisation=is_company, language=language())


def chip_word(chip: Chip) -> tuple[str, Tone]:
    return translated("Status", CHIP_NAMES[chip]), CHIP_TONES[chip]


def reason_sentence(reason: Reason) -> str:
    usual = "" if reason.usual_days is None else str(round(reason.usual_days))
    days = "" if reason.days_since is None else str(reason.days_since)
    return translated("Reasons", REASONS[reason.kind], usual=usual, days=days)


def field_name(name: str) -> str:
    return translated("CustomerFields", FIELD_NAMES[name])


PASSED_AWAY = QT_TRANSLATE_NOOP("CustomerRow", "Has passed away")


def row_sentence(row: CustomerListRow, today: date) -> str:
    """What a screen reader says of a customer in a list."""
    return customer_row(row, today).sentence()


def customer_row(row: CustomerListRow, today: date, *, actions: tuple[RowAction, ...] = ()) -> RowContent:
    """A customer as a line of a list: name, kana, chip as a coloured word, last visit."""
    word, tone = (translated("CustomerRow", PASSED_AWAY), Tone.NEUTRAL) if row.is_deceased else chip_word(row.chip)
    visit = translated("CustomerRow", VISIT, day=short_day(row.last_day, today)) if row.last_day else translated("CustomerRow", NO_VISIT)
    return RowContent(
        row.id,
        polite_name(row.name, is_company=row.is_company),
        detail=row.kana,
        avatar=initials(row.name),
        side=word,
        side_tone=tone,
        side_detail=visit,
        actions=actions,
    )


def hit_row(row: CustomerListRow, today: date) -> RowContent:
    """A customer among those found: with what tells people of the same name apart."""
    shown = customer_row(row, today)
    parts = [row.kana]
    if row.phone_tail:
        parts.append(translated("CustomerRow", PHONE_TAIL, digits=row.phone_tail))
    if row.birthday is not None:
        day = format_birthday(PartialDate(None, row.birthday.month, row.birthday.day), language(), today=today)
        parts.append(translated("CustomerRow", BORN, day=day))
    parts.append(row.city)
    return replace(shown, detail=translated("CustomerRow", BETWEEN).join(part for part in parts if part))
