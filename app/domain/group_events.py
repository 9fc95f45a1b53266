"""Conditions of groups on what happened, and on who may be contacted."""

from __future__ import annotations

from app.domain.group_specs import MOST_TIMES, ConditionKind, Param, ParamKind, Section, Variant, days_param, either, plain, spec
from app.domain.marking import QT_TRANSLATE_NOOP

EVENTS = (
    spec(
        ConditionKind.BOUGHT,
        Section.EVENTS,
        QT_TRANSLATE_NOOP("GroupConditions", "Bought a product"),
        *either(
            QT_TRANSLATE_NOOP("GroupConditions", "{how} “{product}” within {days}"),
            QT_TRANSLATE_NOOP("GroupConditions", "bought"),
            QT_TRANSLATE_NOOP("GroupConditions", "did not buy"),
            Param("product", ParamKind.PRODUCT),
            days_param(60),
        ),
    ),
    spec(
        ConditionKind.BOUGHT_GROUP,
        Section.EVENTS,
        QT_TRANSLATE_NOOP("GroupConditions", "Bought of a product group"),
        *either(
            QT_TRANSLATE_NOOP("GroupConditions", "{how} of the group “{group}” within {days}"),
            QT_TRANSLATE_NOOP("GroupConditions", "bought something"),
            QT_TRANSLATE_NOOP("GroupConditions", "bought nothing"),
            Param("group", ParamKind.PRODUCT_GROUP),
            days_param(60),
        ),
    ),
    spec(
        ConditionKind.CAME,
        Section.EVENTS,
        QT_TRANSLATE_NOOP("GroupConditions", "Came in a period"),
        *either(
            QT_TRANSLATE_NOOP("GroupConditions", "{how} from {from} to {until}"),
            QT_TRANSLATE_NOOP("GroupConditions", "came"),
            QT_TRANSLATE_NOOP("GroupConditions", "did not come"),
            Param("from", ParamKind.DAY),
            Param("until", ParamKind.DAY),
        ),
    ),
    spec(
        ConditionKind.CARD,
        Section.EVENTS,
        QT_TRANSLATE_NOOP("GroupConditions", "Cards and letters sent"),
        *either(
            QT_TRANSLATE_NOOP("GroupConditions", "{how} within {days}"),
            QT_TRANSLATE_NOOP("GroupConditions", "got a card or letter"),
            QT_TRANSLATE_NOOP("GroupConditions", "got no card or letter"),
            days_param(90),
        ),
    ),
    spec(
        ConditionKind.CODE,
        Section.EVENTS,
        QT_TRANSLATE_NOOP("GroupConditions", "Code used"),
        *either(
            QT_TRANSLATE_NOOP("GroupConditions", "{how} within {days}"),
            QT_TRANSLATE_NOOP("GroupConditions", "used a code"),
            QT_TRANSLATE_NOOP("GroupConditions", "used no code"),
            days_param(90),
        ),
    ),
    spec(
        ConditionKind.LAPSE,
        Section.EVENTS,
        QT_TRANSLATE_NOOP("GroupConditions", "Points about to lapse"),
        *either(
            QT_TRANSLATE_NOOP("GroupConditions", "{how} within the next {days}"),
            QT_TRANSLATE_NOOP("GroupConditions", "with points that lapse"),
            QT_TRANSLATE_NOOP("GroupConditions", "without points that lapse"),
            days_param(30),
        ),
    ),
    spec(
        ConditionKind.BROUGHT,
        Section.EVENTS,
        QT_TRANSLATE_NOOP("GroupConditions", "Brought somebody"),
        Variant(
            "yes",
            QT_TRANSLATE_NOOP("GroupConditions", "brought"),
            QT_TRANSLATE_NOOP("GroupConditions", "{how} {people} or more"),
            (Param("people", ParamKind.PEOPLE, 1, 1, MOST_TIMES),),
        ),
        *plain(no=QT_TRANSLATE_NOOP("GroupConditions", "brought nobody")),
    ),
    spec(
        ConditionKind.INTRODUCED,
        Section.EVENTS,
        QT_TRANSLATE_NOOP("GroupConditions", "Brought by somebody"),
        *plain(
            yes=QT_TRANSLATE_NOOP("GroupConditions", "brought by another customer"),
            no=QT_TRANSLATE_NOOP("GroupConditions", "not brought by another customer"),
        ),
    ),
    spec(
        ConditionKind.PLANNED,
        Section.EVENTS,
        QT_TRANSLATE_NOOP("GroupConditions", "Follow-up planned"),
        *plain(
            yes=QT_TRANSLATE_NOOP("GroupConditions", "with a follow-up planned"),
            no=QT_TRANSLATE_NOOP("GroupConditions", "with no follow-up planned"),
        ),
    ),
)

MARKS = (
    spec(
        ConditionKind.POST,
        Section.MARKS,
        QT_TRANSLATE_NOOP("GroupConditions", "Cards and letters"),
        *plain(
            yes=QT_TRANSLATE_NOOP("GroupConditions", "agreed to post"),
            open=QT_TRANSLATE_NOOP("GroupConditions", "did not refuse post"),
            no=QT_TRANSLATE_NOOP("GroupConditions", "refused post"),
        ),
    ),
    spec(
        ConditionKind.EMAIL,
        Section.MARKS,
        QT_TRANSLATE_NOOP("GroupConditions", "E-mail"),
        *plain(
            yes=QT_TRANSLATE_NOOP("GroupConditions", "agreed to e-mail"),
            open=QT_TRANSLATE_NOOP("GroupConditions", "did not refuse e-mail"),
            no=QT_TRANSLATE_NOOP("GroupConditions", "refused e-mail"),
        ),
    ),
    spec(
        ConditionKind.CONTACT,
        Section.MARKS,
        QT_TRANSLATE_NOOP("GroupConditions", "Contact wanted"),
        *plain(
            yes=QT_TRANSLATE_NOOP("GroupConditions", "may be contacted"),
            no=QT_TRANSLATE_NOOP("GroupConditions", "do not contact"),
        ),
    ),
    spec(
        ConditionKind.ADDRESS,
        Section.MARKS,
        QT_TRANSLATE_NOOP("GroupConditions", "Address"),
        *plain(
            yes=QT_TRANSLATE_NOOP("GroupConditions", "with an address"),
            no=QT_TRANSLATE_NOOP("GroupConditions", "without an address"),
        ),
    ),
    spec(
        ConditionKind.BAD_ADDRESS,
        Section.MARKS,
        QT_TRANSLATE_NOOP("GroupConditions", "Post that came back"),
        *plain(
            no=QT_TRANSLATE_NOOP("GroupConditions", "no post came back"),
            yes=QT_TRANSLATE_NOOP("GroupConditions", "post came back"),
        ),
    ),
    spec(
        ConditionKind.MOURNING,
        Section.MARKS,
        QT_TRANSLATE_NOOP("GroupConditions", "In mourning"),
        *plain(
            no=QT_TRANSLATE_NOOP("GroupConditions", "not in mourning"),
            yes=QT_TRANSLATE_NOOP("GroupConditions", "in mourning"),
        ),
    ),
)
