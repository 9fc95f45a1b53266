"""The month-end report as a PDF: facts, words, charts and pages put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from sqlalchemy.orm import Session

from app.domain.figures import PeopleSpec
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.month_report import MonthFacts, NameList
from app.domain.numbers import format_percent
from app.printing.month_report import (
    CHART_HEIGHT,
    LEAST_CHART,
    LinePlace,
    PrintedReport,
    ReportLine,
    ReportPages,
    ReportTable,
    render_report,
)
from app.queries.month_report import month_facts
from app.reports.month_charts import month_charts
from app.reports.month_parts import LEAST, month_parts
from app.reports.month_words import MonthWords
from app.words import Catalogue

PAGES = 2
"""So many at most, lists of names not counted."""

TITLE = QT_TRANSLATE_NOOP("MonthReport", "Report of {month}")
AS_OF = QT_TRANSLATE_NOOP("MonthReport", "As of {day}")
COMMENT = QT_TRANSLATE_NOOP("MonthReport", "From the owner")
TO_DO = QT_TRANSLATE_NOOP("MonthReport", "To do next month")
TO_DO_LINE = QT_TRANSLATE_NOOP("MonthReport", "{title}. {reason}")
FOOT = QT_TRANSLATE_NOOP("MonthReport", "Sales without a customer: {percent}. How the figures are worked out stands on page 2.")
SECOND = QT_TRANSLATE_NOOP("MonthReport", "Figures and campaigns of {month}")
NAMES = QT_TRANSLATE_NOOP("MonthReport", "Names of {month}")
NAME = QT_TRANSLATE_NOOP("MonthReport", "Name")
LAST_VISIT = QT_TRANSLATE_NOOP("MonthReport", "Last visit")
VISITS = QT_TRANSLATE_NOOP("MonthReport", "Visits")
LIST_TITLE = QT_TRANSLATE_NOOP("MonthReport", "{title}: {count}")
AND_MORE = QT_TRANSLATE_NOOP("MonthReport", "and {count} more")


@dataclass(frozen=True, slots=True)
class ReportLink:
    """A sentence of the first page as text, with the names behind it and how their list is called; `place` where it stands."""

    text: str
    people: PeopleSpec | None
    title: str
    place: LinePlace


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """`lines`: what stands on it as text, for whoever cannot see the page; `links` the sentences; `suggestions`: what to do and why;
    `body`: how many of the pages are no lists of names; `over`: by how many mm the first one is too full."""

    facts: MonthFacts
    document: bytes
    pages: int
    body: int
    over: float
    links: tuple[ReportLink, ...]
    lines: tuple[str, ...]
    suggestions: tuple[tuple[str, str], ...]


def month_document(session: Session, month: date, today: date, language: str) -> ReportDocument:
    """The report of the month in which `month` lies. MonthNotThere."""
    return document_of(month_facts(session, month, today), language)


def document_of(facts: MonthFacts, language: str) -> ReportDocument:
    """The same facts give the same bytes."""
    words = MonthWords(_catalogue(language), facts.currency, facts.month)
    report, made = _fitted(facts, words)
    links = tuple(
        ReportLink(report.lines[place.line].text, sentence.people, words.say(sentence.title) if sentence.title else "", place)
        for place, sentence in zip(made.places, facts.sentences, strict=True)
    )
    todos = tuple(words.suggestion(one) for one in facts.suggestions)
    return ReportDocument(facts, made.document, made.pages, made.body, made.over, links, _text_of(report), todos)


def _fitted(facts: MonthFacts, words: MonthWords) -> tuple[PrintedReport, ReportPages]:
    """On two pages. The charts give way, then their sentences, then some of what there is much of on the second page: what is said and
    what to do stays on the first."""
    report = _printed(facts, words)
    made = render_report(report)
    if made.over:
        height = max(LEAST_CHART, report.chart_height - made.over / 2 - 0.5)
        report = replace(report, charts=month_charts(facts, words, height), chart_height=height)
        made = render_report(report)
    if made.over:
        report = replace(report, charts=month_charts(facts, words, LEAST_CHART, with_words=False), chart_height=LEAST_CHART)
        made = render_report(report)
    for less in range(1, LEAST + 1):
        if made.body > PAGES:
            report = replace(report, parts=month_parts(facts, words, less=less))
            made = render_report(report)
    return report, made


@lru_cache(maxsize=2)
def _catalogue(language: str) -> Catalogue:
    return Catalogue.load(language)


def _printed(facts: MonthFacts, words: MonthWords) -> PrintedReport:
    todos = [words.suggestion(one) for one in facts.suggestions]
    month = words.month_name(facts.month)
    return PrintedReport(
        language=words.language,
        shop=facts.shop,
        title=words.say(TITLE, month=month),
        day=words.say(AS_OF, day=words.day(facts.closing_day)),
        lines=tuple(ReportLine(words.sentence(one), one.is_head) for one in facts.sentences),
        charts=month_charts(facts, words),
        chart_height=CHART_HEIGHT,
        comment_title=words.say(COMMENT),
        comment=facts.comment,
        todo_title=words.say(TO_DO),
        todos=tuple(words.say(TO_DO_LINE, title=title, reason=reason) for title, reason in todos),
        foot=words.say(FOOT, percent=format_percent(facts.coverage.share)),
        page="{page} / {pages}",
        second_title=words.say(SECOND, month=month),
        parts=month_parts(facts, words),
        names_title=words.say(NAMES, month=month) if facts.names else "",
        names=tuple(_name_table(one, words) for one in facts.names),
    )


def _name_table(one: NameList, words: MonthWords) -> ReportTable:
    columns = (words.say(NAME), words.say(LAST_VISIT), words.say(VISITS))
    rows = tuple((row.name, words.day(row.last_day), str(row.visits)) for row in one.rows)
    left = one.count - len(one.rows)
    note = words.say(AND_MORE, count=left) if left else ""
    title = words.say(LIST_TITLE, title=words.say(one.title), count=one.count)
    return ReportTable(title, columns, rows, (0.6, 0.24, 0.16), note=note)


def _text_of(report: PrintedReport) -> tuple[str, ...]:
    """Everything on the pages in reading order."""
    lines = [report.shop, report.title, report.day, *(line.text for line in report.lines)]
    for chart in report.charts:
        lines.append(chart.title)
        lines += [text for text in (chart.sentence, chart.empty if chart.drawing is None else "") if text]
    if report.comment:
        lines += [report.comment_title, report.comment]
    if report.todos:
        lines += [report.todo_title, *(f"{number}. {todo}" for number, todo in enumerate(report.todos, 1))]
    for part in report.parts:
        lines.append(part.title)
        if isinstance(part, ReportTable):
            lines += [" · ".join(cell for cell in row if cell) for row in (part.columns, *part.rows)] if part.rows else [part.empty]
        else:
            lines += [*part.lines, *part.quotes]
    for table in report.names:
        lines += [table.title, *(" · ".join(row) for row in table.rows)]
    return (*lines, report.foot)
