"""Contracts and needs in words: prices, days left, what a contract is doing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.contracts import STATE_NAMES, ContractRow, ContractState, PriceEvery
from app.domain.dates import DateStyle
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.money import Currency, format_money
from app.domain.needs import NextDue
from app.views.labels import label_of, translated
from app.views.moments import day_text, language
from app.views.tokens import Tone

CONTEXT = "ContractWords"
SOON, LATER = 30, 90
PER: Mapping[PriceEvery, str] = {
    PriceEvery.MONTH: QT_TRANSLATE_NOOP("ContractWords", "{price} a month"),
    PriceEvery.YEAR: QT_TRANSLATE_NOOP("ContractWords", "{price} a year"),
    PriceEvery.ONCE: QT_TRANSLATE_NOOP("ContractWords", "{price} once"),
}
PER_NAMES: Mapping[PriceEvery, str] = {
    PriceEvery.MONTH: QT_TRANSLATE_NOOP("ContractWords", "a month"),
    PriceEvery.YEAR: QT_TRANSLATE_NOOP("ContractWords", "a year"),
    PriceEvery.ONCE: QT_TRANSLATE_NOOP("ContractWords", "once"),
}
LEFT = QT_TRANSLATE_NOOP("ContractWords", "%n day(s) left")
PAST = QT_TRANSLATE_NOOP("ContractWords", "%n day(s) past")
TODAY = QT_TRANSLATE_NOOP("ContractWords", "today")
BETWEEN = QT_TRANSLATE_NOOP("ContractWords", " · ")
SINCE = QT_TRANSLATE_NOOP("ContractWords", "since {day}")
FROM_DAY = QT_TRANSLATE_NOOP("ContractWords", "from {day}")
RENEWS = QT_TRANSLATE_NOOP("ContractWords", "renewal {day}")
RENEWS_EVERY = QT_TRANSLATE_NOOP("ContractWords", "renewal {day}, every %n month(s)")
NEXT_PRICE = QT_TRANSLATE_NOOP("ContractWords", "{price} from {day}")
PAUSED = QT_TRANSLATE_NOOP("ContractWords", "paused since {day}")
PAUSED_UNTIL = QT_TRANSLATE_NOOP("ContractWords", "paused until {day}")
ENDS = QT_TRANSLATE_NOOP("ContractWords", "ends on {day}")
ENDED = QT_TRANSLATE_NOOP("ContractWords", "{first} to {last}")
DONE = QT_TRANSLATE_NOOP("ContractWords", "done on {day}")
IN_CHARGE = QT_TRANSLATE_NOOP("ContractWords", "in charge: {name}")
EVERY = QT_TRANSLATE_NOOP("ContractWords", "every %n month(s)")
BOUGHT = QT_TRANSLATE_NOOP("ContractWords", "bought on {day}")
_TONES: Mapping[ContractState, Tone] = {
    ContractState.COMING: Tone.INFO,
    ContractState.PAUSED: Tone.NEUTRAL,
    ContractState.ENDING: Tone.WARN,
    ContractState.ENDED: Tone.NEUTRAL,
    ContractState.DONE: Tone.OK,
    ContractState.RUNNING: Tone.OK,
}


def join(*parts: str) -> str:
    return translated(CONTEXT, BETWEEN).join(part for part in parts if part)


def price_text(price: int | None, every: PriceEvery, currency: Currency) -> str:
    """Nothing where it is not known."""
    return "" if price is None else translated(CONTEXT, PER[every], price=format_money(price, currency, language()))


def days_text(days: int) -> str:
    """あと51日, 本日, 3日過ぎています."""
    if days == 0:
        return translated(CONTEXT, TODAY)
    return QCoreApplication.translate(CONTEXT, LEFT if days > 0 else PAST, "", abs(days))


def days_chip(days: int) -> tuple[str, Tone]:
    tone = Tone.DANGER if days < 0 else Tone.ACCENT if days <= SOON else Tone.WARN if days <= LATER else Tone.NEUTRAL
    return days_text(days), tone


def state_chip(row: ContractRow) -> tuple[str, Tone] | None:
    """What a contract is doing, where it does not simply run; else the days that are left."""
    if row.state is not ContractState.RUNNING:
        return label_of(row.state, STATE_NAMES, "Contracts"), _TONES[row.state]
    return None if row.days_left is None else days_chip(row.days_left)


def contract_detail(row: ContractRow, today: date, currency: Currency) -> str:
    """The second line of a contract: since when, until when, what comes."""

    def day(one: date) -> str:
        return day_text(one, DateStyle.TEXT, today=today)

    if row.is_over:
        ended = row.ended_on or today
        said = translated(CONTEXT, DONE, day=day(ended)) if row.state is ContractState.DONE else ""
        return join(said or translated(CONTEXT, ENDED, first=day(row.started_on), last=day(ended)), row.reason, row.note)
    parts = [translated(CONTEXT, FROM_DAY if row.state is ContractState.COMING else SINCE, day=day(row.started_on))]
    if row.state is ContractState.PAUSED and row.paused_from is not None:
        words = PAUSED if row.paused_until is None else PAUSED_UNTIL
        parts.append(translated(CONTEXT, words, day=day(row.paused_until or row.paused_from)))
    if row.ended_on is not None:
        parts += [translated(CONTEXT, ENDS, day=day(row.ended_on)), row.reason]
    elif row.renews_on is not None and row.term_months:
        parts.append(QCoreApplication.translate(CONTEXT, RENEWS_EVERY, "", row.term_months).format(day=day(row.renews_on)))
    elif row.renews_on is not None:
        parts.append(translated(CONTEXT, RENEWS, day=day(row.renews_on)))
    if row.next_price is not None and row.next_price_from is not None:
        price = format_money(row.next_price, currency, language())
        parts.append(translated(CONTEXT, NEXT_PRICE, price=price, day=day(row.next_price_from)))
    if row.staff:
        parts.append(translated(CONTEXT, IN_CHARGE, name=row.staff))
    return join(*parts, row.note)


def need_detail(row: NextDue, today: date) -> str:
    parts = [day_text(row.due, DateStyle.TEXT, today=today)]
    if row.every_months:
        parts.append(QCoreApplication.translate(CONTEXT, EVERY, "", row.every_months))
    if row.bought is not None:
        parts.append(translated(CONTEXT, BOUGHT, day=day_text(row.bought, DateStyle.TEXT, today=today)))
    return join(*parts, row.note)
