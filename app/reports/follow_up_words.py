"""Follow-ups in words for paper and calendars: who, what to do, why, and what was said last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.care_words import CareSpeaker, reason_sentence, short_day, what_to_do
from app.domain.follow_ups import KIND_LABELS, FollowUpRow
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.names import with_honorific
from app.words import Catalogue

CONTEXT = "CarePaper"
_KINDS = "FollowUps"
_LATE = QT_TRANSLATE_NOOP("FollowUps", "{days} d late")
_BY = QT_TRANSLATE_NOOP("FollowUps", "by {name}")
_TALK = QT_TRANSLATE_NOOP("CarePaper", "{day} {words}")
_PROMISED = QT_TRANSLATE_NOOP("CarePaper", "Promised by {day}")


@dataclass(frozen=True, slots=True)
class FollowUpWords:
    """Says it as on `today`."""

    catalogue: Catalogue
    today: date

    @property
    def language(self) -> str:
        return self.catalogue.language

    def say(self, source: str, **values: object) -> str:
        return self.catalogue.tr(CONTEXT, source).format(**values)

    def count(self, source: str, number: int) -> str:
        return self.catalogue.tr(CONTEXT, source, number)

    def name(self, row: FollowUpRow) -> str:
        return with_honorific(row.customer_name, is_organisation=row.is_company, language=self.language)

    def what(self, row: FollowUpRow) -> str:
        return " ".join(what_to_do(row.kind, row.note, row.reason, self._speaker()).split())

    def kind(self, row: FollowUpRow) -> str:
        return self.catalogue.tr(_KINDS, KIND_LABELS[row.kind])

    def why(self, row: FollowUpRow) -> str:
        said = reason_sentence(row.reason, self._speaker())
        if row.deadline is None:
            return said
        promised = self.say(_PROMISED, day=short_day(row.deadline, self._speaker()))
        return f"{promised} · {said}" if said else promised

    def last_talk(self, talk: tuple[date, str] | None) -> str:
        return "" if talk is None else self.say(_TALK, day=short_day(talk[0], self._speaker()), words=talk[1])

    def side(self, row: FollowUpRow) -> str:
        """How late it is, and by whom it is done."""
        late = self.catalogue.tr(_KINDS, _LATE).format(days=(self.today - row.due).days) if row.due < self.today else ""
        return " · ".join(part for part in (late, self.by(row.staff)) if part)

    def by(self, staff: str) -> str:
        return self.catalogue.tr(_KINDS, _BY).format(name=staff) if staff else ""

    def _speaker(self) -> CareSpeaker:
        return CareSpeaker(self.catalogue.tr, self.language, self.today)
