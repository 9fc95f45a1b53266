"""What an entry of the ledger is, and what it came from, in words."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.dates import DateStyle
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.money import currency_of, format_money
from app.domain.point_statement import ENTRY_WORDS, EntryFilter, StatementLine, StatementView
from app.domain.points import PER_CENT, EarnBasis, EntryKind, EntryRow, PointActKind
from app.views.labels import label_of, translated
from app.views.moments import day_text, language
from app.views.points.sentences import money_words, points_text, rate_text
from app.views.tokens import Tone

CONTEXT = "PointEntries"
FILTERS: Mapping[EntryFilter, str] = {
    EntryFilter.ALL: QT_TRANSLATE_NOOP("PointEntries", "All"),
    EntryFilter.EARNED: QT_TRANSLATE_NOOP("PointEntries", "Earned"),
    EntryFilter.USED: QT_TRANSLATE_NOOP("PointEntries", "Used"),
    EntryFilter.LAPSED: QT_TRANSLATE_NOOP("PointEntries", "Lapsed"),
    EntryFilter.CORRECTED: QT_TRANSLATE_NOOP("PointEntries", "Corrected"),
    EntryFilter.TAKEN_BACK: QT_TRANSLATE_NOOP("PointEntries", "Taken back"),
}
_ICONS: Mapping[EntryKind, tuple[str, Tone]] = {
    EntryKind.EARN: ("plus", Tone.OK),
    EntryKind.REDEEM: ("gift", Tone.INFO),
    EntryKind.EXPIRE: ("history", Tone.WARN),
    EntryKind.ADJUST: ("pencil", Tone.NEUTRAL),
    EntryKind.REVERSE: ("undo-2", Tone.DANGER),
    EntryKind.OPENING: ("download", Tone.OK),
}


def kind_text(entry: EntryRow) -> str:
    if entry.kind is EntryKind.REVERSE and entry.points > 0:
        return _say(QT_TRANSLATE_NOOP("PointEntries", "Given back"))
    if entry.kind is EntryKind.EARN and entry.purchase_id is None:
        return _say(QT_TRANSLATE_NOOP("PointEntries", "Given"))
    return label_of(entry.kind, ENTRY_WORDS, CONTEXT)


def filter_text(chosen: EntryFilter) -> str:
    return label_of(chosen, FILTERS, CONTEXT)


def icon_of(entry: EntryRow) -> tuple[str, Tone]:
    icon, tone = _ICONS[entry.kind]
    return icon, Tone.OK if entry.kind is EntryKind.REVERSE and entry.points > 0 else tone


def signed(points: int) -> str:
    return f"{points:+,}".replace("-", "−")


def source_text(entry: EntryRow, view: StatementView) -> str:
    """In a line: which receipt or reason, and how it was worked out."""
    staff = _say(QT_TRANSLATE_NOOP("PointEntries", "with {name}"), name=entry.staff) if entry.staff else ""
    parts = [_receipt(entry), _reason(entry), staff]
    if entry.kind is EntryKind.EXPIRE:
        last = view.last_days.get(entry.lot)
        if last is not None and last < entry.day:
            parts.append(_say(QT_TRANSLATE_NOOP("PointEntries", "the last valid day was {day}"), day=day_text(last, today=view.today)))
    if entry.kind is EntryKind.REVERSE and entry.purchase_id is None and not entry.reason:
        parts.append(_say(QT_TRANSLATE_NOOP("PointEntries", "what had lapsed")))
    elif entry.kind in (EntryKind.OPENING, EntryKind.ADJUST) and entry.points > 0 and entry.lot in view.last_days:
        parts.append(_say(QT_TRANSLATE_NOOP("PointEntries", "up to {day}"), day=day_text(view.last_days[entry.lot], today=view.today)))
    working = working_text(entry, view)
    if working:
        parts.append(working)
    return _say(QT_TRANSLATE_NOOP("PointEntries", " · ")).join(part for part in parts if part)


def working_text(entry: EntryRow, view: StatementView) -> str:
    """How what was earned follows from the rule: ¥10,995(100円で1ポイント)、ゴールド 1.5倍. Empty for any other entry."""
    rule = view.rules.get(entry.rule_id) if entry.rule_id is not None else None
    if rule is None or entry.basis is None or entry.kind is not EntryKind.EARN:
        return ""
    currency, basis = currency_of(view.currency), EarnBasis.from_json(entry.basis)
    base = format_money(int(entry.basis.get("base", 0)), currency, language())
    each, points = money_words(rule.amount, currency), points_text(rule.points)
    parts = [_say(QT_TRANSLATE_NOOP("PointEntries", "{base} ({points} per {amount})"), base=base, points=points, amount=each)]
    rates = (
        (basis.tier_rate, basis.tier or _say(QT_TRANSLATE_NOOP("PointEntries", "tier"))),
        (basis.birthday_rate, _say(QT_TRANSLATE_NOOP("PointEntries", "month of the birthday"))),
        (basis.bonus_rate, _say(QT_TRANSLATE_NOOP("PointEntries", "special day"))),
    )
    for rate, name in rates:
        if rate != PER_CENT:
            parts.append(_say(QT_TRANSLATE_NOOP("PointEntries", "{name} {rate}"), name=name, rate=rate_text(rate)))
    if basis.first_visit_points:
        first = points_text(basis.first_visit_points)
        parts.append(_say(QT_TRANSLATE_NOOP("PointEntries", "first visit plus {points}"), points=first))
    return _say(QT_TRANSLATE_NOOP("PointEntries", ", ")).join(parts)


def lots_sentence(line: StatementLine, view: StatementView) -> str:
    """Until when the points of the line count, that day included; of several lots, how many of each."""
    if len(line.parts) > 1:
        dot = _say(QT_TRANSLATE_NOOP("PointEntries", ", "))
        return _say(QT_TRANSLATE_NOOP("PointEntries", "In parts: {parts}."), parts=dot.join(_part(part, view) for part in line.parts))
    if line.points <= 0:
        return ""
    last = view.last_days.get(line.entry.lot)
    if last is None:
        return _say(QT_TRANSLATE_NOOP("PointEntries", "These points do not lapse."))
    return _say(QT_TRANSLATE_NOOP("PointEntries", "These points count up to and including {day}."), day=day_text(last, today=view.today))


def _part(entry: EntryRow, view: StatementView) -> str:
    last = view.last_days.get(entry.lot)
    if last is None:
        return _say(QT_TRANSLATE_NOOP("PointEntries", "{points} (without end)"), points=signed(entry.points))
    day = day_text(last, DateStyle.TABLE)
    return _say(QT_TRANSLATE_NOOP("PointEntries", "{points} (up to {day})"), points=signed(entry.points), day=day)


def _reason(entry: EntryRow) -> str:
    """In the shop's own words; of a survey with what it was for."""
    if entry.act is PointActKind.SURVEY:
        return _say(QT_TRANSLATE_NOOP("PointEntries", "answered the survey “{title}”"), title=entry.reason)
    return entry.reason


def _receipt(entry: EntryRow) -> str:
    if entry.receipt:
        return _say(QT_TRANSLATE_NOOP("PointEntries", "receipt {number}"), number=entry.receipt)
    return _say(QT_TRANSLATE_NOOP("PointEntries", "a purchase")) if entry.purchase_id is not None else ""


def _say(source: str, **values: object) -> str:
    return translated(CONTEXT, source, **values)
