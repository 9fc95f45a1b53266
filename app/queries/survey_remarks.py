"""What was written on the sheets of a survey: searched, by tag, and the words that come up often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from math import isnan

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.analytics.survey_words import frequent_words, installed_tokenizer
from app.domain.customers import CustomerKind
from app.domain.periods import day_of
from app.domain.survey_results import Remark, RemarkList, WordCount
from app.domain.text import fold
from app.models.changes import cache_of, changed_in
from app.models.customer import Customer
from app.queries.survey_acts import low_scores
from app.queries.survey_book import MADE_OF, Noted, SurveyBook, Written, survey_book
from app.queries.survey_results import chosen_of, is_withheld, notes_of

SHOWN = 100
_PORTION = 500
_BEHIND_ANSWERS = 2**63
NO_REMARKS = RemarkList(0, 0, (), (), ())


def remarks(
    session: Session, survey_id: int, *, wave: date | None = None, tag: str = "", words: str = "", limit: int = SHOWN
) -> RemarkList:
    """The newest first. `tag` and `words` narrow together; words are found however they are written. SurveyGone."""
    book = survey_book(session, survey_id)
    chosen = chosen_of(book, wave)
    if is_withheld(book, int(chosen.sum())):
        return NO_REMARKS
    written = _in_order([one for one in book.written if chosen[one.place]], notes_of(book, wave))
    wanted = [fold(part) for part in words.split()]
    found = [one for one in written if (not tag or tag in _tags(one)) and _has(one.words, wanted)]
    newest = found[::-1][:limit]
    tags = Counter(name for one in written for name in _tags(one))
    counted = tuple(WordCount(name, count) for name, count in sorted(tags.items(), key=lambda item: (-item[1], item[0])))
    return RemarkList(len(written), len(found), _shown(session, book, newest), counted, _frequent(session, book, wave, written))


def _in_order(written: Sequence[Written], noted: Sequence[Noted]) -> list[Written | Noted]:
    """The oldest first; what was noted in a talk stands behind what was answered in it, and before the answers that came next."""
    keyed: list[tuple[tuple[int, bool, int], Written | Noted]] = [((one.place, True, one.answer_id), one) for one in written]
    keyed += [((one.place, one.is_answered, _BEHIND_ANSWERS), one) for one in noted]
    return [one for _, one in sorted(keyed, key=lambda pair: pair[0])]


def _tags(one: Written | Noted) -> tuple[str, ...]:
    return one.tags if isinstance(one, Written) else ()


def _has(text: str, wanted: Sequence[str]) -> bool:
    if not wanted:
        return True
    plain = fold(text)
    return all(word in plain for word in wanted)


def _frequent(session: Session, book: SurveyBook, wave: date | None, written: Sequence[Written | Noted]) -> tuple[WordCount, ...]:
    def build() -> tuple[WordCount, ...]:
        return frequent_words([one.words for one in reversed(written)], installed_tokenizer())

    if changed_in(session):
        return build()
    return cache_of(session).get(f"words of survey {book.survey_id} in {wave}", MADE_OF, build)


def _shown(session: Session, book: SurveyBook, newest: Sequence[Written | Noted]) -> tuple[Remark, ...]:
    scores, texts = low_scores(book), {one.key: one.question.text for one in book.asked}
    customers = {_customer(book, one) for one in newest} - {0}
    names: dict[int, tuple[str, bool]] = {}
    for start in range(0, len(customers), _PORTION):
        part = sorted(customers)[start : start + _PORTION]
        query = select(Customer.id, Customer.name, Customer.kind).where(Customer.id.in_(part))
        names |= {number: (name, kind is CustomerKind.COMPANY) for number, name, kind in session.execute(query)}
    rows = []
    for one in newest:
        customer = _customer(book, one)
        who = (customer or None, *names.get(customer, ("", False)))
        is_scored = scores is not None and (isinstance(one, Written) or one.is_answered) and not isnan(scores[one.place])
        score = int(scores[one.place]) if scores is not None and is_scored else None
        if isinstance(one, Written):
            day = day_of(int(book.day[one.place]))
            rows.append(Remark(one.answer_id, int(book.response[one.place]), *who, score, day, texts[one.key], one.words, one.tags))
        else:
            rows.append(Remark(None, one.response, *who, score, day_of(one.day), "", one.words, ()))
    return tuple(rows)


def _customer(book: SurveyBook, one: Written | Noted) -> int:
    """0 for nobody."""
    return int(book.customer[one.place]) if isinstance(one, Written) else one.customer
