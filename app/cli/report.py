"""report: the month-end report as a PDF."""

from __future__ import annotations

from app.cli.call import Call, Outcome, target_of
from app.domain.dates import DateStyle, format_date
from app.domain.marking import QT_TRANSLATE_NOOP

_MADE = QT_TRANSLATE_NOOP("CommandLine", "Report of {month}: {pages} pages, in {file}.")


def report(call: Call) -> Outcome:
    """Of the month that was named, as of its end; of the one that runs, up to today. MonthNotThere."""
    from app.queries.shop import shop_zone
    from app.reports.month_report import month_document
    from app.services.prints import save_document

    target = target_of(call.options.out)
    month = call.options.month
    with call.database() as database, database.read() as session:
        made = month_document(session, month, call.today(shop_zone(session)), call.language)
    save_document(target, made.document)
    facts = {"file": target, "pages": made.pages, "month": f"{month:%Y-%m}", "complete": made.facts.is_complete}
    named = format_date(month, call.language, DateStyle.MONTH)
    return Outcome(facts, [call.say(_MADE, month=named, pages=made.pages, file=target)])
