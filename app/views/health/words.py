"""The health score in words: its reasons, its parts, and how it moved."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from app.domain.health import FAIR, PART_NAMES, HealthFacts, HealthPart, HealthView, VoiceState
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import format_percent
from app.views.labels import translated
from app.views.theme import Tone
from app.views.widgets.explanation import Explanation

CONTEXT = "Health"
SOUND = 65
"""From here on the gauge is drawn as all is well; the score may still be short of the shop's word for high."""
_TENTH = Decimal("0.1")

TITLE = QT_TRANSLATE_NOOP("Health", "Health")
MEANING = QT_TRANSLATE_NOOP(
    "Health",
    "A guide from 0 to 100 to how well things stand with this customer. Parts of which nothing is known are left out, and the others "
    "count in their place.",
)
KNOWN_PARTS = QT_TRANSLATE_NOOP("Health", "Data {known}/{of}")
PART_LINE = QT_TRANSLATE_NOOP("Health", "{part}: {value} (counts {weight})")
UNKNOWN_LINE = QT_TRANSLATE_NOOP("Health", "{part}: not known")
ADJUST = QT_TRANSLATE_NOOP("Health", "Change how much each part counts")
FALLEN = QT_TRANSLATE_NOOP("Health", "down from {before}")
RISEN = QT_TRANSLATE_NOOP("Health", "up from {before}")
SAME = QT_TRANSLATE_NOOP("Health", "as a month ago")
NEW = QT_TRANSLATE_NOOP("Health", "no score a month ago")
NOT_KNOWN = QT_TRANSLATE_NOOP("Health", "known after the first visit")
BETWEEN = QT_TRANSLATE_NOOP("Health", " · ")
BEYOND_GAP = QT_TRANSLATE_NOOP("Health", "{times} × the gap")
WITHIN_GAP = QT_TRANSLATE_NOOP("Health", "in the usual gap")
CHANGED = QT_TRANSLATE_NOOP("Health", "visits {before} → {now}")
AS_OFTEN = QT_TRANSLATE_NOOP("Health", "visits as before")
GROUPS = QT_TRANSLATE_NOOP("Health", "groups: {groups}")
RENEWAL = QT_TRANSLATE_NOOP("Health", "days to renewal: {days}")
RENEWAL_PAST = QT_TRANSLATE_NOOP("Health", "past the day of renewal")
RECOMMENDS = QT_TRANSLATE_NOOP("Health", "recommends {score}/10")
SATISFIED = QT_TRANSLATE_NOOP("Health", "satisfaction {score}/5")
VOICE_WORDS: Mapping[VoiceState, str] = {
    VoiceState.OPEN_COMPLAINT: QT_TRANSLATE_NOOP("Health", "complaint still open"),
    VoiceState.FRESH_COMPLAINT: QT_TRANSLATE_NOOP("Health", "complaint lately"),
    VoiceState.OPEN_VOICE: QT_TRANSLATE_NOOP("Health", "voice not yet answered"),
    VoiceState.OLD_COMPLAINT: QT_TRANSLATE_NOOP("Health", "complaint within a year"),
    VoiceState.ANSWERED: QT_TRANSLATE_NOOP("Health", "voices answered"),
}


def part_name(part: HealthPart) -> str:
    return translated(CONTEXT, PART_NAMES[part])


def reason_words(part: HealthPart, facts: HealthFacts) -> str:
    """One part in a few words with its figure."""
    if part is HealthPart.RECENCY:
        return _gap_words(facts)
    if part is HealthPart.FREQUENCY:
        now, before = facts.visits, facts.visits_before
        return translated(CONTEXT, AS_OFTEN if now == before else CHANGED, now=now, before=before)
    if part is HealthPart.BREADTH:
        return translated(CONTEXT, GROUPS, groups=facts.groups)
    if part is HealthPart.INQUIRIES and facts.voice is not None:
        return translated(CONTEXT, VOICE_WORDS[facts.voice])
    if part is HealthPart.RENEWAL and facts.to_renewal is not None:
        return translated(CONTEXT, RENEWAL if facts.to_renewal >= 0 else RENEWAL_PAST, days=facts.to_renewal)
    if facts.nps is not None:
        return translated(CONTEXT, RECOMMENDS, score=facts.nps)
    return translated(CONTEXT, SATISFIED, score=_short(facts.satisfaction or 0.0))


def reasons_text(view: HealthView) -> str:
    return translated(CONTEXT, BETWEEN).join(reason_words(part, view.facts) for part in view.reasons)


def moved_text(view: HealthView) -> tuple[str, Tone]:
    """How the score moved within a month; a fall is no matter of colour alone."""
    if view.score is None:
        return translated(CONTEXT, NOT_KNOWN), Tone.TEXT2
    if view.before is None:
        return translated(CONTEXT, NEW), Tone.TEXT2
    if view.score == view.before:
        return translated(CONTEXT, SAME), Tone.TEXT2
    fell = view.score < view.before
    return translated(CONTEXT, FALLEN if fell else RISEN, before=view.before), Tone.DANGER if fell else Tone.OK


def known_text(view: HealthView) -> str:
    return translated(CONTEXT, KNOWN_PARTS, known=view.known, of=view.of) if view.of else ""


def tone_of(score: int | None) -> Tone:
    if score is None:
        return Tone.TEXT3
    return Tone.DANGER if score < FAIR else Tone.WARN if score < SOUND else Tone.PRIMARY


def explanation_of(view: HealthView) -> Explanation:
    """The ⓘ: every part with its value and its share, and where to change that."""
    whole = sum(one.weight for one in view.parts if one.value is not None)
    lines = []
    for one in view.parts:
        name = part_name(one.part)
        if one.value is None:
            lines.append(translated(CONTEXT, UNKNOWN_LINE, part=name))
            continue
        weight = format_percent(Decimal(str(one.weight / whole)), 0) if whole else "—"
        lines.append(translated(CONTEXT, PART_LINE, part=name, value=_rounded(one.value), weight=weight))
    return Explanation(
        translated(CONTEXT, TITLE), translated(CONTEXT, MEANING), "\n".join(lines), known_text(view), translated(CONTEXT, ADJUST)
    )


def _gap_words(facts: HealthFacts) -> str:
    if facts.days_since is None or facts.rhythm is None or facts.days_since <= facts.rhythm:
        return translated(CONTEXT, WITHIN_GAP)
    return translated(CONTEXT, BEYOND_GAP, times=_short(facts.days_since / facts.rhythm))


def _short(value: float) -> str:
    """One decimal, half-up, none where it is nought."""
    shown = Decimal(str(value)).quantize(_TENTH, rounding=ROUND_HALF_UP)
    return str(int(shown)) if shown == int(shown) else str(shown)


def _rounded(value: float) -> int:
    return int(Decimal(str(value)).quantize(Decimal(1), rounding=ROUND_HALF_UP))
