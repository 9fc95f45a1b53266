"""Short steps for each kind of follow-up, as they come with the program; the owner writes his own over them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.domain.follow_ups import FollowUpKind
from app.domain.marking import QT_TRANSLATE_NOOP

CONTEXT = "Care"


def topic_of(kind: FollowUpKind) -> str:
    return f"follow_up:{kind.value}"


SHIPPED_GUIDES: Mapping[str, tuple[str, ...]] = {
    topic_of(FollowUpKind.CALL): (
        QT_TRANSLATE_NOOP("Care", "Say who is calling and ask whether it suits now"),
        QT_TRANSLATE_NOOP("Care", "“How has it been since your last visit?”"),
        QT_TRANSLATE_NOOP("Care", "Listen first; sell nothing in the first minute"),
        QT_TRANSLATE_NOOP("Care", "If something is wrong, put it right at once and note it"),
        QT_TRANSLATE_NOOP("Care", "Offer a day for the next visit, and thank them"),
    ),
    topic_of(FollowUpKind.VISIT): (
        QT_TRANSLATE_NOOP("Care", "Agree on the time, and read the last notes before going"),
        QT_TRANSLATE_NOOP("Care", "Thank them for the last order before anything else"),
        QT_TRANSLATE_NOOP("Care", "“Is everything running as you had hoped?”"),
        QT_TRANSLATE_NOOP("Care", "Ask what will be needed next, and when it is decided"),
        QT_TRANSLATE_NOOP("Care", "Agree on the next step with a date"),
    ),
    topic_of(FollowUpKind.CARD): (
        QT_TRANSLATE_NOOP("Care", "One line that only this customer can get"),
        QT_TRANSLATE_NOOP("Care", "Thanks first, news after it, no more than one wish"),
        QT_TRANSLATE_NOOP("Care", "Check the name, the address and whether post is welcome"),
    ),
    topic_of(FollowUpKind.LETTER): (
        QT_TRANSLATE_NOOP("Care", "Say in the first two lines why you write"),
        QT_TRANSLATE_NOOP("Care", "Name what was agreed or bought, and since when"),
        QT_TRANSLATE_NOOP("Care", "Say what the customer can do next, by when and with whom"),
    ),
    topic_of(FollowUpKind.EMAIL): (
        QT_TRANSLATE_NOOP("Care", "A subject that says what it is about"),
        QT_TRANSLATE_NOOP("Care", "One thing in one e-mail"),
        QT_TRANSLATE_NOOP("Care", "A name and a telephone number at the end"),
    ),
    topic_of(FollowUpKind.TALK): (
        QT_TRANSLATE_NOOP("Care", "“How has it been since?”"),
        QT_TRANSLATE_NOOP("Care", "Show that you remember: what was said last time"),
        QT_TRANSLATE_NOOP("Care", "Note new wishes, dates and names while they are fresh"),
    ),
    topic_of(FollowUpKind.OTHER): (
        QT_TRANSLATE_NOOP("Care", "Read the last notes first"),
        QT_TRANSLATE_NOOP("Care", "Note what came of it, and when to ask again"),
    ),
}


def guide_steps(topic: str, stored: Mapping[str, tuple[str, ...]], look_up: Callable[[str, str], str]) -> tuple[str, ...]:
    """The shop's own steps of a topic, else the shipped ones as `look_up(context, source)` says them; none for a topic nobody knows."""
    own = stored.get(topic, ())
    return own or tuple(look_up(CONTEXT, source) for source in SHIPPED_GUIDES.get(topic, ()))
