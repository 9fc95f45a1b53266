"""The rules of points as sentences, whose words can be pressed to change them; and short forms of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.domain.dates import DateStyle, format_date
from app.domain.formats import CountUnit, format_count
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.money import Currency, format_amount, format_money
from app.domain.points import PER_CENT, EarnBasis, Expiry, ExpiryKind, PointLine, Rounding, RuleFields, earned_by
from app.domain.tiers import TierFields
from app.views.labels import label_of, translated
from app.views.labels_shop import weekday_options
from app.views.moments import language

CONTEXT = "PointRules"
ROUNDINGS: Mapping[Rounding, str] = {
    Rounding.DOWN: QT_TRANSLATE_NOOP("PointRules", "rounded down"),
    Rounding.NEAREST: QT_TRANSLATE_NOOP("PointRules", "rounded to the nearest"),
    Rounding.UP: QT_TRANSLATE_NOOP("PointRules", "rounded up"),
}
_EXPIRIES: Mapping[ExpiryKind, str] = {
    ExpiryKind.AFTER_EARNING: QT_TRANSLATE_NOOP("PointRules", "From the day they were earned points last {0}; the last day counts."),
    ExpiryKind.AFTER_VISIT: QT_TRANSLATE_NOOP("PointRules", "From the last visit points last {0}; the last day counts."),
    ExpiryKind.FIXED_DAY: QT_TRANSLATE_NOOP("PointRules", "Points last until the next {0} at least a month away; that day counts."),
    ExpiryKind.NEVER: QT_TRANSLATE_NOOP("PointRules", "Points stay {0}."),
}
NAMES_SHOWN = 3
# In minor units: below such a step hardly a purchase earns nothing.
WORTH_A_WARNING = 300
# In minor units; what a shop recognises at once, and an amount that shows the rounding.
EXAMPLES = (9350, 90, 10_995)


_PLAIN = EarnBasis()


class RuleWord(StrEnum):
    """What of a rule a word stands for."""

    EARN = "earn"
    POINTS = "points"
    TAX = "tax"
    ROUNDING = "rounding"
    BIRTHDAY = "birthday"
    FIRST_VISIT = "first_visit"
    BONUS_DAYS = "bonus_days"
    BONUS_RATE = "bonus_rate"
    REFERRER = "referrer"
    REFERRED = "referred"
    MINIMUM = "minimum"
    VALUE = "value"
    USE_FROM = "use_from"
    EXPIRY = "expiry"
    EXCLUDED = "excluded"


WORD_NAMES: Mapping[RuleWord, str] = {
    RuleWord.EARN: QT_TRANSLATE_NOOP("PointRules", "Amount for points"),
    RuleWord.POINTS: QT_TRANSLATE_NOOP("PointRules", "Points for it"),
    RuleWord.TAX: QT_TRANSLATE_NOOP("PointRules", "Tax"),
    RuleWord.ROUNDING: QT_TRANSLATE_NOOP("PointRules", "What is left over"),
    RuleWord.BIRTHDAY: QT_TRANSLATE_NOOP("PointRules", "Month of the birthday"),
    RuleWord.FIRST_VISIT: QT_TRANSLATE_NOOP("PointRules", "First visit"),
    RuleWord.BONUS_DAYS: QT_TRANSLATE_NOOP("PointRules", "Special days"),
    RuleWord.BONUS_RATE: QT_TRANSLATE_NOOP("PointRules", "Rate of special days"),
    RuleWord.REFERRER: QT_TRANSLATE_NOOP("PointRules", "Bringing a customer"),
    RuleWord.REFERRED: QT_TRANSLATE_NOOP("PointRules", "Being brought"),
    RuleWord.MINIMUM: QT_TRANSLATE_NOOP("PointRules", "Least amount"),
    RuleWord.VALUE: QT_TRANSLATE_NOOP("PointRules", "Worth of a point"),
    RuleWord.USE_FROM: QT_TRANSLATE_NOOP("PointRules", "Points to be used at least"),
    RuleWord.EXPIRY: QT_TRANSLATE_NOOP("PointRules", "How long points last"),
    RuleWord.EXCLUDED: QT_TRANSLATE_NOOP("PointRules", "Without points"),
}


@dataclass(frozen=True, slots=True)
class RuleSentence:
    """`pattern` with places {0}, {1}, … for `words`."""

    pattern: str
    words: tuple[tuple[RuleWord, str], ...]

    @property
    def text(self) -> str:
        """The sentence as plain text."""
        return self.pattern.format(*(word for _, word in self.words))


def rule_sentences(rule: RuleFields, currency: Currency, excluded: Sequence[str] = ()) -> tuple[RuleSentence, ...]:
    """What the rule says; what it leaves at the usual is not said. `excluded`: names of products and groups without points."""
    if not rule.is_on:
        return (RuleSentence(_say(QT_TRANSLATE_NOOP("PointRules", "Purchases earn no points now.")), ()),)
    found = [_earning(rule, currency), _occasions(rule), _bonus(rule), _minimum(rule, currency), _referral(rule)]
    found += [_using(rule, currency), _lasting(rule.expiry), _excluded(excluded)]
    return tuple(sentence for sentence in found if sentence is not None)


def further_sentence(rule: RuleFields, excluded: Sequence[str] = ()) -> RuleSentence | None:
    """What the rule does not use yet, each a word to press; None when it uses everything."""
    unused = {
        RuleWord.BIRTHDAY: rule.birthday_rate == PER_CENT,
        RuleWord.FIRST_VISIT: not rule.first_visit_points,
        RuleWord.BONUS_DAYS: not _has_bonus(rule),
        RuleWord.MINIMUM: not rule.minimum,
        RuleWord.REFERRER: not (rule.referrer_points or rule.referred_points),
        RuleWord.EXCLUDED: not excluded,
    }
    words = tuple((word, word_name(word)) for word, is_unused in unused.items() if is_unused)
    if not words:
        return None
    places = _say(QT_TRANSLATE_NOOP("PointRules", ", ")).join(f"{{{place}}}" for place in range(len(words)))
    return RuleSentence(_say(QT_TRANSLATE_NOOP("PointRules", "Can be added: {words}.")).replace("{words}", places), words)


def counter_hint(rule: RuleFields | None, currency: Currency, tier: TierFields | None = None, basis: EarnBasis = _PLAIN) -> str:
    """The rule in a line for the counter: 100円で1、ゴールドは1.5倍、お誕生月は2倍、端数は切り捨て. What the day and the customer add is in
    `basis`. Empty without a rule."""
    if rule is None or not rule.is_on:
        return ""
    parts = [
        _say(QT_TRANSLATE_NOOP("PointRules", "{points} per {amount}"), amount=money_words(rule.amount, currency), points=f"{rule.points:,}")
    ]
    if tier is not None and tier.rate != PER_CENT:
        parts.append(_say(QT_TRANSLATE_NOOP("PointRules", "{tier} {rate}"), tier=tier.name, rate=rate_text(tier.rate)))
    if basis.birthday_rate != PER_CENT:
        parts.append(_say(QT_TRANSLATE_NOOP("PointRules", "birthday month {rate}"), rate=rate_text(basis.birthday_rate)))
    if basis.bonus_rate != PER_CENT:
        parts.append(_say(QT_TRANSLATE_NOOP("PointRules", "special day {rate}"), rate=rate_text(basis.bonus_rate)))
    if basis.first_visit_points:
        parts.append(_say(QT_TRANSLATE_NOOP("PointRules", "first visit +{points}"), points=f"{basis.first_visit_points:,}"))
    parts.append(_say(QT_TRANSLATE_NOOP("PointRules", "{rounding}"), rounding=rounding_text(rule.rounding)))
    return _say(QT_TRANSLATE_NOOP("PointRules", ", ")).join(parts)


def example_text(rule: RuleFields, currency: Currency, tier: TierFields | None = None) -> str:
    """What three amounts earn, the last in `tier` when there is one: 例: ¥9,350 → 93、¥90 → 0、ゴールドの ¥10,995 → 163."""
    examples = []
    for place, amount in enumerate(EXAMPLES):
        in_tier = tier if place == len(EXAMPLES) - 1 else None
        basis = EarnBasis(tier_rate=in_tier.rate if in_tier is not None else PER_CENT, taxed_prices=rule.taxed)
        points = earned_by(rule, basis, (PointLine(amount),)).points
        words = QT_TRANSLATE_NOOP("PointRules", "{amount} → {points}")
        if in_tier is not None:
            words = QT_TRANSLATE_NOOP("PointRules", "{tier} {amount} → {points}")
        name = in_tier.name if in_tier is not None else ""
        examples.append(_say(words, tier=name, amount=format_money(amount, currency, language()), points=f"{points:,}"))
    joined = _say(QT_TRANSLATE_NOOP("PointRules", ", ")).join(examples)
    return _say(QT_TRANSLATE_NOOP("PointRules", "Examples: {examples}"), examples=joined)


def zero_warning(rule: RuleFields, currency: Currency) -> str:
    """That a purchase below a first step as high as this earns nothing, with an amount; empty when it is low or every purchase earns."""
    if not rule.is_on or rule.amount < WORTH_A_WARNING:
        return ""
    below = max(rule.amount * 9 // 10, 1)
    if earned_by(rule, EarnBasis(taxed_prices=rule.taxed), (PointLine(below),)).points:
        return ""
    points = points_text(rule.points)
    words = QT_TRANSLATE_NOOP("PointRules", "With {points} per {amount}, a purchase of {below} earns 0.")
    return _say(words, points=points, amount=money_words(rule.amount, currency), below=format_money(below, currency, language()))


def points_text(points: int) -> str:
    return format_count(points, CountUnit.POINTS, language())


def rate_text(rate: int) -> str:
    """Per cent as times: 150 is 1.5倍."""
    times = Decimal(rate) / PER_CENT
    return _say(QT_TRANSLATE_NOOP("PointRules", "{times} times"), times=f"{times.normalize():,f}")


def money_words(minor: int, currency: Currency) -> str:
    """As a sentence says an amount: 100円; ¥100 in English."""
    if currency.code == "JPY" and language() == "ja":
        return f"{format_amount(minor, currency)}円"
    return format_money(minor, currency, language())


def tax_text(taxed: bool) -> str:
    return _say(QT_TRANSLATE_NOOP("PointRules", "with tax") if taxed else QT_TRANSLATE_NOOP("PointRules", "without tax"))


def rounding_text(rounding: Rounding) -> str:
    return label_of(rounding, ROUNDINGS, CONTEXT)


def expiry_text(expiry: Expiry) -> str:
    """12か月, 12か月後の月末, 3月31日, 期限なし."""
    if expiry.kind is ExpiryKind.NEVER:
        return _say(QT_TRANSLATE_NOOP("PointRules", "without end"))
    if expiry.kind is ExpiryKind.FIXED_DAY:
        return day_of_year_text(expiry.month, expiry.day)
    if expiry.to_month_end:
        return _say(QT_TRANSLATE_NOOP("PointRules", "{months} months, to the end of that month"), months=expiry.months)
    return _say(QT_TRANSLATE_NOOP("PointRules", "{months} months"), months=expiry.months)


def day_of_year_text(month: int, day: int) -> str:
    """3月31日; 31 Mar."""
    if language() == "ja":
        return f"{month}月{day}日"
    return f"{day} {format_date(date(2000, month, 1), 'en', DateStyle.MONTH).split()[0]}"


def bonus_days_text(rule: RuleFields) -> str:
    """金曜日と毎月5日・15日."""
    names = dict(weekday_options())
    dot = _say(QT_TRANSLATE_NOOP("PointRules", " · "))
    weekdays = dot.join(names[number] for number in sorted(rule.bonus_weekdays))
    days = dot.join(str(day) for day in sorted(rule.bonus_days))
    of_month = _say(QT_TRANSLATE_NOOP("PointRules", "day {days} of the month"), days=days) if days else ""
    if weekdays and of_month:
        return _say(QT_TRANSLATE_NOOP("PointRules", "{weekdays} and {days}"), weekdays=weekdays, days=of_month)
    return weekdays or of_month


def names_text(names: Sequence[str]) -> str:
    """The first names; then how many more."""
    dot = _say(QT_TRANSLATE_NOOP("PointRules", " · "))
    shown = dot.join(names[:NAMES_SHOWN])
    if len(names) <= NAMES_SHOWN:
        return shown
    return _say(QT_TRANSLATE_NOOP("PointRules", "{names} and {more} more"), names=shown, more=len(names) - NAMES_SHOWN)


def word_name(word: RuleWord) -> str:
    """What a word of a rule is about, as a title."""
    return label_of(word, WORD_NAMES, CONTEXT)


def _earning(rule: RuleFields, currency: Currency) -> RuleSentence:
    words = (
        (RuleWord.EARN, money_words(rule.amount, currency)),
        (RuleWord.POINTS, points_text(rule.points)),
        (RuleWord.TAX, tax_text(rule.taxed)),
        (RuleWord.ROUNDING, rounding_text(rule.rounding)),
    )
    return RuleSentence(_say(QT_TRANSLATE_NOOP("PointRules", "Every {0} spent earns {1} ({2}, {3} on each purchase).")), words)


def _occasions(rule: RuleFields) -> RuleSentence | None:
    birthday = (RuleWord.BIRTHDAY, rate_text(rule.birthday_rate))
    first = (RuleWord.FIRST_VISIT, points_text(rule.first_visit_points))
    if rule.birthday_rate != PER_CENT and rule.first_visit_points:
        return RuleSentence(
            _say(QT_TRANSLATE_NOOP("PointRules", "Months of birthdays count {0}, a first visit adds {1}.")), (birthday, first)
        )
    if rule.birthday_rate != PER_CENT:
        return RuleSentence(_say(QT_TRANSLATE_NOOP("PointRules", "Months of birthdays count {0}.")), (birthday,))
    if rule.first_visit_points:
        return RuleSentence(_say(QT_TRANSLATE_NOOP("PointRules", "A first visit adds {0}.")), (first,))
    return None


def _bonus(rule: RuleFields) -> RuleSentence | None:
    if not _has_bonus(rule):
        return None
    words = ((RuleWord.BONUS_DAYS, bonus_days_text(rule)), (RuleWord.BONUS_RATE, rate_text(rule.bonus_rate)))
    return RuleSentence(_say(QT_TRANSLATE_NOOP("PointRules", "Purchases on {0} count {1}.")), words)


def _has_bonus(rule: RuleFields) -> bool:
    return bool(rule.bonus_weekdays or rule.bonus_days) and rule.bonus_rate != PER_CENT


def _minimum(rule: RuleFields, currency: Currency) -> RuleSentence | None:
    if not rule.minimum:
        return None
    words = ((RuleWord.MINIMUM, money_words(rule.minimum, currency)),)
    return RuleSentence(_say(QT_TRANSLATE_NOOP("PointRules", "Purchases below {0} earn none.")), words)


def _referral(rule: RuleFields) -> RuleSentence | None:
    if not (rule.referrer_points or rule.referred_points):
        return None
    words = ((RuleWord.REFERRER, points_text(rule.referrer_points)), (RuleWord.REFERRED, points_text(rule.referred_points)))
    return RuleSentence(_say(QT_TRANSLATE_NOOP("PointRules", "Who brings a customer gets {0}, who is brought gets {1}.")), words)


def _using(rule: RuleFields, currency: Currency) -> RuleSentence:
    words = ((RuleWord.VALUE, money_words(rule.point_value, currency)), (RuleWord.USE_FROM, points_text(rule.use_from)))
    return RuleSentence(_say(QT_TRANSLATE_NOOP("PointRules", "A point is worth {0} and can be used from {1} on.")), words)


def _lasting(expiry: Expiry) -> RuleSentence:
    return RuleSentence(_say(_EXPIRIES[expiry.kind]), ((RuleWord.EXPIRY, expiry_text(expiry)),))


def _excluded(names: Sequence[str]) -> RuleSentence | None:
    if not names:
        return None
    return RuleSentence(_say(QT_TRANSLATE_NOOP("PointRules", "No points for {0}.")), ((RuleWord.EXCLUDED, names_text(names)),))


def _say(source: str, **values: object) -> str:
    return translated(CONTEXT, source, **values)
