"""What a group can ask for: each kind of condition with the ways of saying it and the words that can be chosen in it.

A kind is told here once: where it stands in the menu, its sentences, its parameters and what they begin with. How it is found in the
shop's data stands in queries.group_finders, under the same name. Conditions on what happened and on marks: domain.group_events.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.group_events import EVENTS, MARKS
from app.domain.group_specs import (
    MOST_MONEY,
    MOST_POINTS,
    MOST_TIMES,
    THIS_MONTH,
    ConditionKind,
    ConditionSpec,
    Param,
    ParamKind,
    Section,
    Variant,
    compared,
    days_param,
    either,
    plain,
    spec,
)
from app.domain.marking import QT_TRANSLATE_NOOP

_TEXT, _NUMBER = Param("text", ParamKind.TEXT), Param("number", ParamKind.NUMBER, 1, -MOST_MONEY)
_FIELD, _MONEY = Param("field", ParamKind.FIELD), Param("amount", ParamKind.MONEY, 10_000, 0)
_FROM, _UNTIL = Param("from", ParamKind.DAY), Param("until", ParamKind.DAY)

RECORD = (
    spec(
        ConditionKind.TAG,
        Section.RECORD,
        QT_TRANSLATE_NOOP("GroupConditions", "Tag"),
        *either(
            QT_TRANSLATE_NOOP("GroupConditions", "{how} the tag “{tag}”"),
            QT_TRANSLATE_NOOP("GroupConditions", "with"),
            QT_TRANSLATE_NOOP("GroupConditions", "without"),
            Param("tag", ParamKind.TAG),
        ),
    ),
    spec(
        ConditionKind.AREA,
        Section.RECORD,
        QT_TRANSLATE_NOOP("GroupConditions", "Where they live"),
        *either(
            QT_TRANSLATE_NOOP("GroupConditions", "{how} {area}"),
            QT_TRANSLATE_NOOP("GroupConditions", "living in"),
            QT_TRANSLATE_NOOP("GroupConditions", "not living in"),
            Param("area", ParamKind.AREA),
        ),
    ),
    spec(
        ConditionKind.BIRTHDAY,
        Section.RECORD,
        QT_TRANSLATE_NOOP("GroupConditions", "Month of the birthday"),
        Variant(
            "in",
            "",
            QT_TRANSLATE_NOOP("GroupConditions", "with a birthday {month}"),
            (Param("month", ParamKind.MONTH, THIS_MONTH),),
        ),
    ),
    spec(
        ConditionKind.AGE,
        Section.RECORD,
        QT_TRANSLATE_NOOP("GroupConditions", "Age"),
        *compared(
            QT_TRANSLATE_NOOP("GroupConditions", "{how} {years}"),
            QT_TRANSLATE_NOOP("GroupConditions", "aged at least"),
            QT_TRANSLATE_NOOP("GroupConditions", "aged below"),
            Param("years", ParamKind.YEARS, 60, 1, 130),
        ),
    ),
    spec(
        ConditionKind.GENDER,
        Section.RECORD,
        QT_TRANSLATE_NOOP("GroupConditions", "Gender"),
        *either(
            QT_TRANSLATE_NOOP("GroupConditions", "gender {how} “{gender}”"),
            QT_TRANSLATE_NOOP("GroupConditions", "is"),
            QT_TRANSLATE_NOOP("GroupConditions", "is not"),
            Param("gender", ParamKind.GENDER),
        ),
    ),
    spec(
        ConditionKind.COMPANY,
        Section.RECORD,
        QT_TRANSLATE_NOOP("GroupConditions", "Person or company"),
        *plain(
            yes=QT_TRANSLATE_NOOP("GroupConditions", "a company"),
            no=QT_TRANSLATE_NOOP("GroupConditions", "a person"),
        ),
    ),
    spec(
        ConditionKind.STAFF,
        Section.RECORD,
        QT_TRANSLATE_NOOP("GroupConditions", "In charge"),
        *either(
            QT_TRANSLATE_NOOP("GroupConditions", "{how} {staff}"),
            QT_TRANSLATE_NOOP("GroupConditions", "looked after by"),
            QT_TRANSLATE_NOOP("GroupConditions", "not looked after by"),
            Param("staff", ParamKind.STAFF),
        ),
        *plain(nobody=QT_TRANSLATE_NOOP("GroupConditions", "with nobody in charge")),
    ),
    spec(
        ConditionKind.CHANNEL,
        Section.RECORD,
        QT_TRANSLATE_NOOP("GroupConditions", "How they came"),
        *either(
            QT_TRANSLATE_NOOP("GroupConditions", "{how} “{channel}”"),
            QT_TRANSLATE_NOOP("GroupConditions", "came through"),
            QT_TRANSLATE_NOOP("GroupConditions", "did not come through"),
            Param("channel", ParamKind.CHANNEL),
        ),
    ),
    spec(
        ConditionKind.JOINED,
        Section.RECORD,
        QT_TRANSLATE_NOOP("GroupConditions", "Customer since"),
        Variant(
            "within",
            QT_TRANSLATE_NOOP("GroupConditions", "registered"),
            QT_TRANSLATE_NOOP("GroupConditions", "{how} within the last {days}"),
            (days_param(90),),
        ),
        Variant(
            "ago",
            QT_TRANSLATE_NOOP("GroupConditions", "registered"),
            QT_TRANSLATE_NOOP("GroupConditions", "{how} {days} ago or earlier"),
            (days_param(365),),
        ),
        Variant(
            "between",
            QT_TRANSLATE_NOOP("GroupConditions", "registered"),
            QT_TRANSLATE_NOOP("GroupConditions", "{how} from {from} to {until}"),
            (_FROM, _UNTIL),
        ),
    ),
    spec(
        ConditionKind.FIELD,
        Section.RECORD,
        QT_TRANSLATE_NOOP("GroupConditions", "Any field of the record"),
        Variant(
            "is",
            QT_TRANSLATE_NOOP("GroupConditions", "is"),
            QT_TRANSLATE_NOOP("GroupConditions", "“{field}” {how} “{text}”"),
            (_FIELD, _TEXT),
        ),
        Variant(
            "contains",
            QT_TRANSLATE_NOOP("GroupConditions", "contains"),
            QT_TRANSLATE_NOOP("GroupConditions", "“{field}” {how} “{text}”"),
            (_FIELD, _TEXT),
        ),
        Variant(
            "least",
            QT_TRANSLATE_NOOP("GroupConditions", "is at least"),
            QT_TRANSLATE_NOOP("GroupConditions", "“{field}” {how} {number}"),
            (_FIELD, _NUMBER),
        ),
        Variant(
            "below",
            QT_TRANSLATE_NOOP("GroupConditions", "is below"),
            QT_TRANSLATE_NOOP("GroupConditions", "“{field}” {how} {number}"),
            (_FIELD, _NUMBER),
        ),
        Variant(
            "filled",
            QT_TRANSLATE_NOOP("GroupConditions", "is filled in"),
            QT_TRANSLATE_NOOP("GroupConditions", "“{field}” {how}"),
            (_FIELD,),
        ),
        Variant(
            "empty", QT_TRANSLATE_NOOP("GroupConditions", "is empty"), QT_TRANSLATE_NOOP("GroupConditions", "“{field}” {how}"), (_FIELD,)
        ),
    ),
)

FIGURES = (
    spec(
        ConditionKind.LAST_VISIT,
        Section.FIGURES,
        QT_TRANSLATE_NOOP("GroupConditions", "Last visit"),
        Variant(
            "ago",
            QT_TRANSLATE_NOOP("GroupConditions", "not here"),
            QT_TRANSLATE_NOOP("GroupConditions", "{how} for {days} or more"),
            (days_param(90),),
        ),
        Variant(
            "within",
            QT_TRANSLATE_NOOP("GroupConditions", "here"),
            QT_TRANSLATE_NOOP("GroupConditions", "{how} within {days}"),
            (days_param(90),),
        ),
        *plain(never=QT_TRANSLATE_NOOP("GroupConditions", "not here yet")),
    ),
    spec(
        ConditionKind.VISITS,
        Section.FIGURES,
        QT_TRANSLATE_NOOP("GroupConditions", "Number of visits"),
        *compared(
            QT_TRANSLATE_NOOP("GroupConditions", "came {how} {times}"),
            QT_TRANSLATE_NOOP("GroupConditions", "at least"),
            QT_TRANSLATE_NOOP("GroupConditions", "fewer than"),
            Param("times", ParamKind.TIMES, 3, 1, MOST_TIMES),
        ),
    ),
    spec(
        ConditionKind.SPENT,
        Section.FIGURES,
        QT_TRANSLATE_NOOP("GroupConditions", "Amount bought"),
        Variant(
            "least",
            QT_TRANSLATE_NOOP("GroupConditions", "at least"),
            QT_TRANSLATE_NOOP("GroupConditions", "bought for {how} {amount} within {days}"),
            (_MONEY, days_param(365)),
        ),
        Variant(
            "below",
            QT_TRANSLATE_NOOP("GroupConditions", "less than"),
            QT_TRANSLATE_NOOP("GroupConditions", "bought for {how} {amount} within {days}"),
            (_MONEY, days_param(365)),
        ),
        Variant(
            "ever_least",
            QT_TRANSLATE_NOOP("GroupConditions", "at least"),
            QT_TRANSLATE_NOOP("GroupConditions", "bought for {how} {amount} in all"),
            (_MONEY,),
        ),
        Variant(
            "ever_below",
            QT_TRANSLATE_NOOP("GroupConditions", "less than"),
            QT_TRANSLATE_NOOP("GroupConditions", "bought for {how} {amount} in all"),
            (_MONEY,),
        ),
    ),
    spec(
        ConditionKind.AVERAGE,
        Section.FIGURES,
        QT_TRANSLATE_NOOP("GroupConditions", "Average purchase"),
        *compared(
            QT_TRANSLATE_NOOP("GroupConditions", "an average purchase of {how} {amount}"),
            QT_TRANSLATE_NOOP("GroupConditions", "at least"),
            QT_TRANSLATE_NOOP("GroupConditions", "less than"),
            _MONEY,
        ),
    ),
    spec(
        ConditionKind.POINTS,
        Section.FIGURES,
        QT_TRANSLATE_NOOP("GroupConditions", "Points"),
        *compared(
            QT_TRANSLATE_NOOP("GroupConditions", "holding {how} {points}"),
            QT_TRANSLATE_NOOP("GroupConditions", "at least"),
            QT_TRANSLATE_NOOP("GroupConditions", "fewer than"),
            Param("points", ParamKind.POINTS, 100, 1, MOST_POINTS),
        ),
    ),
    spec(
        ConditionKind.TIER,
        Section.FIGURES,
        QT_TRANSLATE_NOOP("GroupConditions", "Tier"),
        *either(
            QT_TRANSLATE_NOOP("GroupConditions", "{how} “{tier}”"),
            QT_TRANSLATE_NOOP("GroupConditions", "in the tier"),
            QT_TRANSLATE_NOOP("GroupConditions", "not in the tier"),
            Param("tier", ParamKind.TIER),
        ),
        *plain(none=QT_TRANSLATE_NOOP("GroupConditions", "in no tier")),
    ),
    spec(
        ConditionKind.SEGMENT,
        Section.FIGURES,
        QT_TRANSLATE_NOOP("GroupConditions", "Ready-made group"),
        *either(
            QT_TRANSLATE_NOOP("GroupConditions", "{how} the group “{segment}”"),
            QT_TRANSLATE_NOOP("GroupConditions", "in"),
            QT_TRANSLATE_NOOP("GroupConditions", "not in"),
            Param("segment", ParamKind.SEGMENT),
        ),
    ),
    spec(
        ConditionKind.STATE,
        Section.FIGURES,
        QT_TRANSLATE_NOOP("GroupConditions", "How they stand today"),
        *either(
            QT_TRANSLATE_NOOP("GroupConditions", "{how} “{state}” today"),
            QT_TRANSLATE_NOOP("GroupConditions", "standing at"),
            QT_TRANSLATE_NOOP("GroupConditions", "not standing at"),
            Param("state", ParamKind.STATE),
        ),
    ),
    spec(
        ConditionKind.OVERDUE,
        Section.FIGURES,
        QT_TRANSLATE_NOOP("GroupConditions", "Past the usual gap"),
        *either(
            QT_TRANSLATE_NOOP("GroupConditions", "{how} {factor} their own usual gap"),
            QT_TRANSLATE_NOOP("GroupConditions", "past"),
            QT_TRANSLATE_NOOP("GroupConditions", "not past"),
            Param("factor", ParamKind.FACTOR, "1.5"),
        ),
    ),
)

CONDITIONS: Mapping[ConditionKind, ConditionSpec] = dict((*RECORD, *FIGURES, *EVENTS, *MARKS))
