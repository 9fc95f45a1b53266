"""The sheet that goes with work from one member of the staff to another: what is open, promised until when, and said last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.domain.care_words import CareSpeaker, reason_sentence, what_to_do
from app.domain.dates import DateStyle, format_date
from app.domain.follow_ups import KIND_LABELS, FollowUpRow, FollowUpSource
from app.domain.hand_over import HandOverPerson, HandOverView
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.names import with_honorific
from app.domain.staff import HandOverSpan
from app.printing.hand_over_sheet import HandOverEntry, HandOverLine, HandOverSheet, render_hand_over
from app.queries.hand_over import hand_over_view
from app.queries.shop import shop_fields
from app.words import Catalogue

CONTEXT, FOLLOW_UPS = "HandOver", "FollowUps"
TITLE = QT_TRANSLATE_NOOP("HandOver", "Handed over: {name} → {to}")
AS_OF = QT_TRANSLATE_NOOP("HandOver", "As of {day}")
SPAN = QT_TRANSLATE_NOOP("HandOver", "What is due from {first} to {last}: {what}.")
UNTIL = QT_TRANSLATE_NOOP("HandOver", "What is due up to {last}: {what}.")
ALL = QT_TRANSLATE_NOOP("HandOver", "Everything: {customers} customers, {what}. Below are those with something open.")
WHAT = QT_TRANSLATE_NOOP("HandOver", "{follow_ups} follow-ups, {promises} voices to answer, {proposals} suggestions")
NOTHING = QT_TRANSLATE_NOOP("HandOver", "Nothing is open.")
VOICE = QT_TRANSLATE_NOOP("HandOver", "Voice: {title}")
PROMISE = QT_TRANSLATE_NOOP("HandOver", "Voice: {title}. Promised: {promise}")
PROPOSAL = QT_TRANSLATE_NOOP("HandOver", "Suggestion: {title}")
DUE = QT_TRANSLATE_NOOP("HandOver", "{kind}: {note}")
WHY = QT_TRANSLATE_NOOP("HandOver", "{what} ({why})")
NO_DAY = QT_TRANSLATE_NOOP("HandOver", "no day")
BY = QT_TRANSLATE_NOOP("HandOver", "by {day}")
LAST_TALK = QT_TRANSLATE_NOOP("HandOver", "Last talk, {day}: “{words}”")
LAST_VISIT = QT_TRANSLATE_NOOP("HandOver", "Last visit: {day}")
SOMEBODY = QT_TRANSLATE_NOOP("HandOver", "Somebody without a name")
PAGE = "{page} / {pages}"
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class HandOverPaper:
    """`title` also names the file."""

    title: str
    document: bytes
    pages: int
    view: HandOverView


def hand_over_paper(session: Session, staff_id: int, to: str, span: HandOverSpan | None, *, today: date, language: str) -> HandOverPaper:
    """As it stands before it is handed over. The same work on the same day gives the same bytes. StaffUnknown."""
    view = hand_over_view(session, staff_id, span)
    words = _Words(Catalogue.load(language), today)
    title = words.say(TITLE, name=view.name, to=to)
    sheet = HandOverSheet(
        language=language,
        shop=shop_fields(session).name,
        title=title,
        fact=words.say(AS_OF, day=words.day(today)),
        summary=words.summary(view, span),
        entries=tuple(words.entry(one) for one in view.people),
        empty=words.say(NOTHING),
        page=PAGE,
    )
    document, pages = render_hand_over(sheet)
    return HandOverPaper(title, document, pages, view)


@dataclass(frozen=True, slots=True)
class _Words:
    catalogue: Catalogue
    today: date

    def say(self, source: str, **values: object) -> str:
        return self.catalogue.tr(CONTEXT, source).format(**values)

    def day(self, day: date) -> str:
        return format_date(day, self.catalogue.language, DateStyle.TEXT, today=self.today)

    def summary(self, view: HandOverView, span: HandOverSpan | None) -> str:
        what = self.say(WHAT, follow_ups=view.follow_ups, promises=view.promises, proposals=view.proposals)
        if span is None:
            return self.say(ALL, customers=view.customers, what=what)
        last = self.day(span.end - _ONE_DAY)
        return (
            self.say(UNTIL, last=last, what=what)
            if span.start is None
            else self.say(SPAN, first=self.day(span.start), last=last, what=what)
        )

    def entry(self, person: HandOverPerson) -> HandOverEntry:
        name = with_honorific(person.name, is_organisation=person.is_company, language=self.catalogue.language)
        found = [(row.due, self._follow_up(row)) for row in person.follow_ups]
        found += [(one.due or date.max, self._line(one.due, self._promise(one.title, one.promise))) for one in person.promises]
        # Its day is among the follow-ups already, where it has one.
        said = {row.about_id for row in person.follow_ups if row.source is FollowUpSource.PROPOSAL}
        offers = [one for one in person.proposals if one.id not in said]
        found += [(one.due or date.max, self._line(one.due, self.say(PROPOSAL, title=one.title))) for one in offers]
        lines = tuple(line for _day, line in sorted(found, key=lambda one: one[0]))
        return HandOverEntry(name or self.say(SOMEBODY), person.phone, lines, self._last(person))

    def _follow_up(self, row: FollowUpRow) -> HandOverLine:
        kind = self.catalogue.tr(FOLLOW_UPS, KIND_LABELS[row.kind])
        speaker = CareSpeaker(self.catalogue.tr, self.catalogue.language, self.today)
        what = " ".join(what_to_do(row.kind, row.note, row.reason, speaker).split())
        why = reason_sentence(row.reason, speaker)
        text = self.say(DUE, kind=kind, note=what) if what != kind else kind
        text = self.say(WHY, what=text, why=why) if why else text
        return self._line(row.deadline or row.due, text, is_promised=row.deadline is not None)

    def _promise(self, title: str, promise: str) -> str:
        return self.say(PROMISE, title=title, promise=promise) if promise else self.say(VOICE, title=title)

    def _line(self, due: date | None, text: str, *, is_promised: bool = False) -> HandOverLine:
        if due is None:
            return HandOverLine(self.say(NO_DAY), text)
        shown = self.say(BY, day=self.day(due)) if is_promised else self.day(due)
        return HandOverLine(shown, text, due < self.today)

    def _last(self, person: HandOverPerson) -> tuple[str, ...]:
        lines = []
        if person.last_talk is not None:
            day, said = person.last_talk
            lines.append(self.say(LAST_TALK, day=self.day(day), words=said))
        if person.last_visit is not None:
            lines.append(self.say(LAST_VISIT, day=self.day(person.last_visit)))
        return tuple(lines)
