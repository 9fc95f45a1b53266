"""points rule, statement, balance."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from app.cli.call import Call, Outcome
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.point_statement import ENTRY_WORDS, StatementLine, lines_of
from app.domain.points import Expiry, ExpiryKind, RuleFields

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.models.database import Database


_OPTIONS = {
    "rounding": "--rounding",
    "taxed": "--tax",
    "minimum": "--minimum",
    "bonus_weekdays": "--bonus-weekdays",
    "bonus_days": "--bonus-days",
    "bonus_rate": "--bonus-rate",
    "birthday_rate": "--birthday-rate",
    "first_visit_points": "--first-visit",
    "referrer_points": "--referral",
    "point_value": "--point-value",
    "use_from": "--use-from",
}


def points(call: Call) -> Outcome:
    acts = {"rule": _rule, "statement": _statement, "balance": _balance}
    with call.database() as database:
        return acts[call.options.act](call, database)


def begin_day(call: Call, database: Database) -> date:
    """What a new day brings (points lapse, tiers are decided), also when the program was not open for weeks; the shop's today."""
    from app.queries.point_lapse import is_day_begun
    from app.queries.shop import shop_zone
    from app.services.daily import begin_day as begin

    with database.read() as session:
        today = call.today(shop_zone(session))
        is_begun = is_day_begun(session, today)
    if not is_begun:
        with database.write() as session:
            begin(session, now=call.now, today=today)
    return today


def _rule(call: Call, database: Database) -> Outcome:
    from app.domain.money import currency_of, format_money
    from app.domain.points import EarnBasis, PointLine, earned_by
    from app.queries.shop import shop_fields
    from app.services.points import set_rule

    begin_day(call, database)
    with database.write() as session:
        fields = _fields(call, session)
        warnings = _no_longer(call, session, fields)
        call.heed(warnings)
        rule_id, _ = set_rule(session, fields, valid_from=call.options.valid_from, now=call.now)
        currency = currency_of(shop_fields(session).currency)
    facts = {"rule": rule_id, "valid_from": call.options.valid_from, **fields.as_json(), "warnings": warnings}
    if not fields.is_on:
        return Outcome(facts, [call.say(QT_TRANSLATE_NOOP("CommandLine", "From now on purchases earn no points."))])

    def money(minor: int) -> str:
        return format_money(minor, currency, call.language)

    def earns(minor: int) -> int:
        return earned_by(fields, EarnBasis(taxed_prices=fields.taxed), [PointLine(minor)]).points

    each = QT_TRANSLATE_NOOP("CommandLine", "From now on every {amount} earns points: {points}.")
    if call.options.valid_from is not None:
        each = QT_TRANSLATE_NOOP("CommandLine", "Purchases from {day} on earn points for every {amount}: {points}.")
    lines = [call.say(each, amount=money(fields.amount), points=fields.points, day=call.options.valid_from)]
    example = QT_TRANSLATE_NOOP("CommandLine", "A purchase of {amount} earns {points}.")
    examples = (fields.amount - 1, fields.amount, 10 * fields.amount) if fields.amount > 1 else (fields.amount, 10 * fields.amount)
    lines += [call.say(example, amount=money(minor), points=earns(minor)) for minor in examples]
    return Outcome(facts, [*lines, _expiry_line(call, fields.expiry), *(str(warning["text"]) for warning in warnings)])


def _no_longer(call: Call, session: Session, fields: RuleFields) -> list[dict[str, str]]:
    """What the rule so far says and the new one, which is stated as a whole, no longer does."""
    from app.queries.points import rules

    known = rules(session)
    if not known or not fields.is_on:
        return []
    plain, before = RuleFields(), known[-1].fields
    sentence = QT_TRANSLATE_NOOP("CommandLine", "Not named, and so no longer part of the rule: {option} {value}.")
    gone = [
        (option, getattr(before, name))
        for name, option in _OPTIONS.items()
        if getattr(before, name) != getattr(plain, name) and getattr(fields, name) == getattr(plain, name)
    ]
    warnings = [{"text": call.say(sentence, option=option, value=_written(value))} for option, value in gone]
    if before.expiry.kind is not ExpiryKind.NEVER and fields.expiry.kind is ExpiryKind.NEVER:
        lapses = QT_TRANSLATE_NOOP("CommandLine", "The rule so far let points lapse; those earned under the new one do not.")
        warnings.append({"text": call.say(lapses)})
    return warnings


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(str(one) for one in value)
    return "out" if value is False else str(value)


def _fields(call: Call, session: Session) -> RuleFields:
    given = call.options
    if given.off:
        from dataclasses import replace

        from app.queries.points import rules

        known = rules(session)
        return replace(known[-1].fields if known else RuleFields(), is_on=False)
    return RuleFields(
        amount=given.yen,
        points=given.points,
        rounding=RuleFields.from_json({"rounding": given.rounding}).rounding,
        taxed=given.tax == "in",
        minimum=given.minimum,
        bonus_weekdays=given.bonus_weekdays,
        bonus_days=given.bonus_days,
        bonus_rate=given.bonus_rate,
        birthday_rate=given.birthday_rate,
        first_visit_points=given.first_visit,
        referrer_points=given.referral,
        referred_points=given.referral,
        point_value=given.point_value,
        use_from=given.use_from,
        expiry=_expiry(given),
    )


def _expiry(given: Any) -> Expiry:
    if given.expire_on is not None:
        return Expiry(ExpiryKind.FIXED_DAY, month=given.expire_on[0], day=given.expire_on[1])
    if given.expire_after_visit:
        return Expiry(ExpiryKind.AFTER_VISIT, 12 if given.expire_months is None else given.expire_months, given.month_end)
    if given.expire_months is not None:
        return Expiry(ExpiryKind.AFTER_EARNING, given.expire_months, given.month_end)
    return Expiry()


def _expiry_line(call: Call, expiry: Expiry) -> str:
    if expiry.kind is ExpiryKind.NEVER:
        return call.say(QT_TRANSLATE_NOOP("CommandLine", "Points do not lapse."))
    if expiry.kind is ExpiryKind.FIXED_DAY:
        fixed = QT_TRANSLATE_NOOP("CommandLine", "Points count up to and including {month}/{day} of the year.")
        return call.say(fixed, month=expiry.month, day=expiry.day)
    sentence = QT_TRANSLATE_NOOP("CommandLine", "Points count for {months} months after they are earned, the last day included.")
    if expiry.kind is ExpiryKind.AFTER_VISIT:
        sentence = QT_TRANSLATE_NOOP("CommandLine", "Points count for {months} months after the last visit, the last day included.")
    if expiry.to_month_end:
        sentence = QT_TRANSLATE_NOOP("CommandLine", "Points count to the end of the month {months} months after they are earned.")
        if expiry.kind is ExpiryKind.AFTER_VISIT:
            sentence = QT_TRANSLATE_NOOP("CommandLine", "Points count to the end of the month {months} months after the last visit.")
    return call.say(sentence, months=expiry.months)


def _statement(call: Call, database: Database) -> Outcome:
    from app.queries.points import standing, statement
    from app.queries.shop import shop_zone

    today = begin_day(call, database)
    with database.read() as session:
        customer = customer_coded(session, call.options.code)
        entries = statement(session, customer)
        balance = standing(session, customer, today).balance
        zone = shop_zone(session)
    facts = {
        "customer": call.options.code,
        "balance": balance,
        "entries": [
            {
                "id": entry.id, "at": entry.at.astimezone(zone).isoformat(), "day": entry.day, "kind": entry.kind, "points": entry.points,
                "lot": entry.lot, "expires": entry.expires, "receipt": entry.receipt, "reason": entry.reason,
            }
            for entry in entries
        ],
    }  # fmt: skip
    head = call.say(QT_TRANSLATE_NOOP("CommandLine", "{customer} has {points} points."), customer=call.options.code, points=balance)
    # As the window shows it: what one act did is one line, and points that only change lots are none.
    return Outcome(facts, [head, *(_entry_line(call, line) for line in reversed(lines_of(entries)))])


def _entry_line(call: Call, shown: StatementLine) -> str:
    entry = shown.entry
    line = QT_TRANSLATE_NOOP("CommandLine", "  {day} {what} {points} → {balance}")
    if entry.expires is not None:
        line = QT_TRANSLATE_NOOP("CommandLine", "  {day} {what} {points} → {balance} (last valid day {expires})")
    what = call.translate("PointEntries", ENTRY_WORDS[entry.kind])
    about = " · ".join(part for part in (what, entry.receipt, entry.reason) if part)
    return call.say(line, day=entry.day, what=about, points=f"{shown.points:+,}", balance=entry.balance, expires=entry.expires)


def _balance(call: Call, database: Database) -> Outcome:
    from app.domain.money import currency_of, format_money
    from app.queries.point_lapse import customers_with_points
    from app.queries.point_money import point_value_on
    from app.queries.points import balances
    from app.queries.shop import shop_fields

    today = begin_day(call, database)
    as_of = call.options.as_of or today
    with database.read() as session:
        found = balances(session, as_of)
        names = customers_with_points(session)
        owed = sum(found.values()) * point_value_on(session, as_of)
        currency = currency_of(shop_fields(session).currency)
    rows: list[dict[str, Any]] = [{"customer": code, "balance": found.get(number, 0)} for number, code in names.items()]
    lines = [
        call.say(
            QT_TRANSLATE_NOOP("CommandLine", "As of {day} customers have {points} points, {money} in money."),
            day=as_of, points=sum(row["balance"] for row in rows), money=format_money(owed, currency, call.language),
        )
    ]  # fmt: skip
    line = QT_TRANSLATE_NOOP("CommandLine", "  {customer}: {points}")
    lines += [call.say(line, customer=row["customer"], points=row["balance"]) for row in rows if row["balance"]]
    return Outcome({"as_of": as_of, "rows": rows, "owed": owed}, lines)


def customer_coded(session: Session, code: str) -> int:
    """The customer with this number, also by one he had before two records became one; "#12" without a number. NobodyNumbered."""
    from app.domain.customer_rules import NobodyNumbered
    from app.domain.print_runs import NobodyCoded
    from app.queries.prints import ids_coded
    from app.services.import_customers import numbers_of

    try:
        return ids_coded(session, [code])[0]
    except NobodyCoded as error:
        former = numbers_of(session).get(code)
        if former is None:
            raise NobodyNumbered(field="customer", code=code) from error
        return former
