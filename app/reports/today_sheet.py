"""Today on one sheet of A4: the tasks of the day in words, and what else is due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.domain.dates import DateStyle, format_date
from app.domain.day_plan import DayPlan
from app.domain.follow_ups import FollowUpRow
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.text import is_japanese
from app.printing.today_sheet import PrintedToday, SheetLine, SheetSection, TodaySheet, render_today
from app.queries.day_plan import day_plan
from app.queries.last_talks import last_talks
from app.queries.shop import shop_fields
from app.reports.follow_up_words import FollowUpWords
from app.words import Catalogue

_TITLE = QT_TRANSLATE_NOOP("CarePaper", "Follow-ups of {day}")
_DONE = QT_TRANSLATE_NOOP("CarePaper", "{done} of {total} done")
_WHOSE = QT_TRANSLATE_NOOP("CarePaper", "{name} · {done}")
_NOTES = QT_TRANSLATE_NOOP("CarePaper", "Telephone and room for notes")
_LATE = QT_TRANSLATE_NOOP("CarePaper", "%n overdue")
_TODAY = QT_TRANSLATE_NOOP("CarePaper", "%n today")
_EMPTY = QT_TRANSLATE_NOOP("CarePaper", "Nothing is left for today.")
_MORE = QT_TRANSLATE_NOOP("CarePaper", "%n more customer(s) are due today, beyond what the day takes. They are named in the program.")
_LEFT_OUT = QT_TRANSLATE_NOOP("CarePaper", "Not on this page ({count}): {names}")


def today_sheet(session: Session, today: date, language: str, staff: str = "") -> PrintedToday:
    """The page of the day; with `staff` (a name) of what that member has to do. The same rows give the same bytes."""
    plan = day_plan(session, today, staff or None)
    words = FollowUpWords(Catalogue.load(language), today)
    talks = last_talks(session, (row.customer_id for row in plan.tasks))
    return render_today(_sheet(plan, talks, words, shop_fields(session).name, staff))


def _sheet(
    plan: DayPlan,
    talks: Mapping[int, tuple[date, str]],
    words: FollowUpWords,
    shop: str,
    staff: str,
) -> TodaySheet:
    late, due, done = plan.overdue, plan.due_today, len(plan.done)
    fact = words.say(_DONE, done=done, total=done + len(plan.tasks))
    return TodaySheet(
        language=words.language,
        shop=shop,
        title=words.say(_TITLE, day=format_date(plan.day, words.language, DateStyle.TEXT)),
        fact=words.say(_WHOSE, name=staff, done=fact) if staff else fact,
        notes=words.say(_NOTES),
        sections=(
            SheetSection(words.count(_LATE, len(late)), _lines(late, talks, words), True),
            SheetSection(words.count(_TODAY, len(due)), _lines(due, talks, words)),
        ),
        empty=words.say(_EMPTY),
        more=words.count(_MORE, len(plan.more_customers)) if plan.more else "",
        left_out=words.say(_LEFT_OUT, count="{count}", names="{names}"),
        joined=" · ",
        comma="、" if is_japanese(words.language) else ", ",
    )


def _lines(rows: Sequence[FollowUpRow], talks: Mapping[int, tuple[date, str]], words: FollowUpWords) -> tuple[SheetLine, ...]:
    return tuple(
        SheetLine(
            words.name(row),
            words.what(row),
            words.why(row),
            words.last_talk(talks.get(row.customer_id)),
            row.phone,
            words.side(row),
            row.due < words.today,
        )
        for row in rows
    )
