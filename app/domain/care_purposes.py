"""The words of rules: their sentences, what a follow-up of theirs is for, and why it is there."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.care import RuleKind
from app.domain.follow_ups import FollowUpKind
from app.domain.marking import QT_TRANSLATE_NOOP

PATTERNS: Mapping[RuleKind, str] = {
    RuleKind.FIRST_VISIT: QT_TRANSLATE_NOOP("Care", "{number} a first visit: {act}."),
    RuleKind.AFTER_VISIT: QT_TRANSLATE_NOOP("Care", "{number} a visit: {act}."),
    RuleKind.BIRTHDAY: QT_TRANSLATE_NOOP("Care", "{number} a birthday: {act}."),
    RuleKind.ANNIVERSARY: QT_TRANSLATE_NOOP("Care", "{number} the anniversary of the first visit: {act}."),
    RuleKind.OVERDUE: QT_TRANSLATE_NOOP("Care", "When {number} between visits has passed: {act}."),
    RuleKind.YEARLY: QT_TRANSLATE_NOOP("Care", "When {number} went by without a visit or a word: {act}."),
    RuleKind.LAPSE: QT_TRANSLATE_NOOP("Care", "{number} the lapse of points: {act}."),
    RuleKind.LOW_SURVEY: QT_TRANSLATE_NOOP("Care", "When a survey says {number}, on that day: {act}."),
    RuleKind.INQUIRY_OVERDUE: QT_TRANSLATE_NOOP("Care", "{number} the day promised to a customer: {act}."),
    RuleKind.AFTER_EVENT: QT_TRANSLATE_NOOP("Care", "{number} an event, for those who came: {act}."),
    RuleKind.RENEWAL: QT_TRANSLATE_NOOP("Care", "{number} the renewal of a contract: {act}."),
    RuleKind.JOB_DONE: QT_TRANSLATE_NOOP("Care", "{number} the end of a job or project: {act}."),
    RuleKind.NEED_DUE: QT_TRANSLATE_NOOP("Care", "{number} an inspection or a refill: {act}."),
    RuleKind.PRODUCT_DUE: QT_TRANSLATE_NOOP("Care", "{number} the day something is used up: {act}."),
    RuleKind.FISCAL_START: QT_TRANSLATE_NOOP("Care", "{number} the first day of a company's year: {act}."),
    RuleKind.BUDGET: QT_TRANSLATE_NOOP("Care", "{number} the budget month of a company: {act}."),
    RuleKind.NEW_PERSON: QT_TRANSLATE_NOOP("Care", "Within {number} of a new contact person: {act}."),
    RuleKind.HAND_PICKED: QT_TRANSLATE_NOOP("Care", "{number} a year, for regulars: {act}."),
    RuleKind.HEALTH_FALLING: QT_TRANSLATE_NOOP("Care", "When the health of a customer falls by {number} in a month: {act}."),
}

RULE_NAMES: Mapping[RuleKind, str] = {
    RuleKind.FIRST_VISIT: QT_TRANSLATE_NOOP("Care", "After the first visit"),
    RuleKind.AFTER_VISIT: QT_TRANSLATE_NOOP("Care", "After each visit"),
    RuleKind.BIRTHDAY: QT_TRANSLATE_NOOP("Care", "Before the birthday"),
    RuleKind.ANNIVERSARY: QT_TRANSLATE_NOOP("Care", "Before the anniversary of the first visit"),
    RuleKind.OVERDUE: QT_TRANSLATE_NOOP("Care", "When the usual time between visits has passed"),
    RuleKind.YEARLY: QT_TRANSLATE_NOOP("Care", "A long time without a visit or a word"),
    RuleKind.LAPSE: QT_TRANSLATE_NOOP("Care", "Before points lapse"),
    RuleKind.LOW_SURVEY: QT_TRANSLATE_NOOP("Care", "A low score in a survey"),
    RuleKind.INQUIRY_OVERDUE: QT_TRANSLATE_NOOP("Care", "A promise to a customer is overdue"),
    RuleKind.AFTER_EVENT: QT_TRANSLATE_NOOP("Care", "After an event"),
    RuleKind.RENEWAL: QT_TRANSLATE_NOOP("Care", "Before a contract is renewed"),
    RuleKind.JOB_DONE: QT_TRANSLATE_NOOP("Care", "After a job or project"),
    RuleKind.NEED_DUE: QT_TRANSLATE_NOOP("Care", "Before an inspection or a refill"),
    RuleKind.PRODUCT_DUE: QT_TRANSLATE_NOOP("Care", "Before something is used up"),
    RuleKind.FISCAL_START: QT_TRANSLATE_NOOP("Care", "Before the year of a company begins"),
    RuleKind.BUDGET: QT_TRANSLATE_NOOP("Care", "Before the budget month of a company"),
    RuleKind.NEW_PERSON: QT_TRANSLATE_NOOP("Care", "A new contact person"),
    RuleKind.HAND_PICKED: QT_TRANSLATE_NOOP("Care", "Something hand-picked for regulars"),
    RuleKind.HEALTH_FALLING: QT_TRANSLATE_NOOP("Care", "The health of a customer falls"),
}

PURPOSES: Mapping[RuleKind, str] = {
    RuleKind.FIRST_VISIT: QT_TRANSLATE_NOOP("Care", "say thank you"),
    RuleKind.AFTER_VISIT: QT_TRANSLATE_NOOP("Care", "ask how it has been since"),
    RuleKind.BIRTHDAY: QT_TRANSLATE_NOOP("Care", "wish a happy birthday"),
    RuleKind.ANNIVERSARY: QT_TRANSLATE_NOOP("Care", "give thanks for the years together"),
    RuleKind.OVERDUE: QT_TRANSLATE_NOOP("Care", "invite to the next visit"),
    RuleKind.YEARLY: QT_TRANSLATE_NOOP("Care", "say hello again"),
    RuleKind.LAPSE: QT_TRANSLATE_NOOP("Care", "tell of the points that lapse"),
    RuleKind.LOW_SURVEY: QT_TRANSLATE_NOOP("Care", "reply to the survey"),
    RuleKind.INQUIRY_OVERDUE: QT_TRANSLATE_NOOP("Care", "give the promised reply"),
    RuleKind.AFTER_EVENT: QT_TRANSLATE_NOOP("Care", "give thanks for coming to the event"),
    RuleKind.RENEWAL: QT_TRANSLATE_NOOP("Care", "talk about the renewal"),
    RuleKind.JOB_DONE: QT_TRANSLATE_NOOP("Care", "ask whether all is well with the work"),
    RuleKind.NEED_DUE: QT_TRANSLATE_NOOP("Care", "tell of what is due soon"),
    RuleKind.PRODUCT_DUE: QT_TRANSLATE_NOOP("Care", "offer to refill what is used up"),
    RuleKind.FISCAL_START: QT_TRANSLATE_NOOP("Care", "talk about the new year"),
    RuleKind.BUDGET: QT_TRANSLATE_NOOP("Care", "talk about the budget"),
    RuleKind.NEW_PERSON: QT_TRANSLATE_NOOP("Care", "introduce yourself"),
    RuleKind.HAND_PICKED: QT_TRANSLATE_NOOP("Care", "suggest something hand-picked"),
    RuleKind.HEALTH_FALLING: QT_TRANSLATE_NOOP("Care", "ask how things are"),
}

DO_FOR: Mapping[FollowUpKind, str] = {
    FollowUpKind.CALL: QT_TRANSLATE_NOOP("Care", "Call to {purpose}"),
    FollowUpKind.VISIT: QT_TRANSLATE_NOOP("Care", "Visit them to {purpose}"),
    FollowUpKind.CARD: QT_TRANSLATE_NOOP("Care", "Write a card to {purpose}"),
    FollowUpKind.LETTER: QT_TRANSLATE_NOOP("Care", "Write a letter to {purpose}"),
    FollowUpKind.EMAIL: QT_TRANSLATE_NOOP("Care", "Send an e-mail to {purpose}"),
    FollowUpKind.TALK: QT_TRANSLATE_NOOP("Care", "At the next visit, {purpose}"),
    FollowUpKind.OTHER: QT_TRANSLATE_NOOP("Care", "{purpose}"),
}

DO_PLAIN: Mapping[FollowUpKind, str] = {
    FollowUpKind.CALL: QT_TRANSLATE_NOOP("Care", "Call"),
    FollowUpKind.VISIT: QT_TRANSLATE_NOOP("Care", "Visit them"),
    FollowUpKind.CARD: QT_TRANSLATE_NOOP("Care", "Write a card"),
    FollowUpKind.LETTER: QT_TRANSLATE_NOOP("Care", "Write a letter"),
    FollowUpKind.EMAIL: QT_TRANSLATE_NOOP("Care", "Send an e-mail"),
    FollowUpKind.TALK: QT_TRANSLATE_NOOP("Care", "Talk at the next visit"),
    FollowUpKind.OTHER: QT_TRANSLATE_NOOP("Care", "As planned"),
}

# Where there is a better word for it.
WHOLE: Mapping[tuple[RuleKind, FollowUpKind], str] = {
    (RuleKind.FIRST_VISIT, FollowUpKind.CARD): QT_TRANSLATE_NOOP("Care", "Write a thank-you card"),
    (RuleKind.AFTER_VISIT, FollowUpKind.CALL): QT_TRANSLATE_NOOP("Care", "Ask how it has been since"),
    (RuleKind.BIRTHDAY, FollowUpKind.CARD): QT_TRANSLATE_NOOP("Care", "Send a birthday card"),
    (RuleKind.OVERDUE, FollowUpKind.CALL): QT_TRANSLATE_NOOP("Care", "Call and offer the next appointment"),
    (RuleKind.NEW_PERSON, FollowUpKind.VISIT): QT_TRANSLATE_NOOP("Care", "Visit the new contact person and introduce yourself"),
}

# Why: as much as is known first, else the last.
REASONS: Mapping[RuleKind, tuple[str, ...]] = {
    RuleKind.FIRST_VISIT: (QT_TRANSLATE_NOOP("Care", "First visit on {day}"),),
    RuleKind.AFTER_VISIT: (QT_TRANSLATE_NOOP("Care", "Visited on {day}"),),
    RuleKind.BIRTHDAY: (QT_TRANSLATE_NOOP("Care", "Birthday on {day}"),),
    RuleKind.ANNIVERSARY: (QT_TRANSLATE_NOOP("Care", "Anniversary of the first visit on {day}"),),
    RuleKind.OVERDUE: (QT_TRANSLATE_NOOP("Care", "Usually every {usual} days, now {since} since the last visit"),),
    RuleKind.YEARLY: (QT_TRANSLATE_NOOP("Care", "No visit and no word since {day}"),),
    RuleKind.LAPSE: (QT_TRANSLATE_NOOP("Care", "{points} points lapse after {day}"),),
    RuleKind.LOW_SURVEY: (QT_TRANSLATE_NOOP("Care", "{text}"),),
    RuleKind.INQUIRY_OVERDUE: (QT_TRANSLATE_NOOP("Care", "Promised by {day}: {title}"), QT_TRANSLATE_NOOP("Care", "Promised by {day}")),
    RuleKind.AFTER_EVENT: (QT_TRANSLATE_NOOP("Care", "Came to {name} on {day}"),),
    RuleKind.RENEWAL: (QT_TRANSLATE_NOOP("Care", "{plan} is renewed on {day}"),),
    RuleKind.JOB_DONE: (QT_TRANSLATE_NOOP("Care", "{plan} was done on {day}"),),
    RuleKind.NEED_DUE: (QT_TRANSLATE_NOOP("Care", "{title} is due on {day}"),),
    RuleKind.PRODUCT_DUE: (QT_TRANSLATE_NOOP("Care", "{product} is used up around {day}"),),
    RuleKind.FISCAL_START: (QT_TRANSLATE_NOOP("Care", "Their new year begins on {day}"),),
    RuleKind.BUDGET: (QT_TRANSLATE_NOOP("Care", "Their budget month begins on {day}"),),
    RuleKind.NEW_PERSON: (QT_TRANSLATE_NOOP("Care", "{name} is the new contact person since {day}"),),
    RuleKind.HAND_PICKED: (QT_TRANSLATE_NOOP("Care", "One of your regulars"),),
    RuleKind.HEALTH_FALLING: (QT_TRANSLATE_NOOP("Care", "Health fell from {before} to {now} within a month"),),
}
