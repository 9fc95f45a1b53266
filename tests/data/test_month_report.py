"""The month-end report of a real file: the same figures as the pages, and the same bytes whenever it is made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pypdfium2
import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.domain.customers import CustomerFields
from app.domain.figure_settings import FigureSettings
from app.domain.month_report import MeasureStage, MonthNotThere, ReportOptions, Suggestion, SuggestionKind
from app.domain.month_sentences import ABOUT, FALLEN, FLOW, NO_RATE, NOBODY_THERE, RISEN, UNFINISHED, WHO_STOPPED
from app.domain.periods import month_of
from app.domain.rates import rate_of
from app.domain.tiles import DEFAULT_REPORT_TILES, TileKey
from app.models.database import Database
from app.models.measures import MonthReport
from app.models.shop import Shop
from app.queries.flows import flows
from app.queries.insights import cohort_matrix, insight_tiles
from app.queries.month_report import month_facts
from app.queries.people import people_behind
from app.queries.return_rate import return_trend
from app.queries.tiles import tiles
from app.reports.month_report import document_of, month_document
from app.services.customers import add_customer, archive_customer
from app.services.purchases import refund_visit
from app.services.summaries import bring_to_day
from tests.factories import NOW, TODAY, add_purchase
from tests.measures import bought, started

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)


def _customers(session: Session, count: int) -> list[int]:
    named = (CustomerFields(name=f"客 {number}", kana=f"きゃく{number:03}") for number in range(count))
    return [add_customer(session, fields, now=NOW, today=TODAY) for fields in named]


def _shop(session: Session) -> list[int]:
    """40 customers who all came in June and July: 30 of them again in October, 10 never; 5 new ones in October; sales to nobody."""
    ids = _customers(session, 45)
    for place, number in enumerate(ids[:40]):
        for month in (5, 6, 7):
            add_purchase(session, number, date(2026, month, 1 + place % 28), 4_000 + 10 * place)
        if place < 30:
            add_purchase(session, number, date(2026, 10, 1 + place % 28), 5_000)
    for number in ids[40:]:
        add_purchase(session, number, date(2026, 10, 20), 3_000)
    add_purchase(session, None, date(2026, 10, 11), 10_000)
    return ids


def test_the_figures_are_those_of_the_pages(database: Database) -> None:
    with database.write() as session:
        _shop(session)
    with database.read() as session:
        facts = month_facts(session, OCTOBER, TODAY)
        shown = insight_tiles(session, TODAY)
        assert facts.trend.lines[-1].rate == shown.return_rate == rate_of(30, 40)
        on_page = return_trend(session, TODAY, 14).lines
        assert facts.trend.lines == tuple(line for line in on_page if line.month <= OCTOBER)
        assert facts.flows == tuple(row for row in flows(session, TODAY, None) if row.month <= OCTOBER)
        assert facts.cohorts == cohort_matrix(session, NOVEMBER)
        of_month = [key for key in DEFAULT_REPORT_TILES if key not in (TileKey.GOOD_SALES, TileKey.SLIPPING)]
        on_page_tiles = {one.key: one for one in tiles(session, TODAY, month_of(OCTOBER), of_month)}
        assert {one.key: one.value for one in facts.tiles if one.key in on_page_tiles} == {
            key: one.value for key, one in on_page_tiles.items()
        }
        assert facts.coverage.amount == 10_000
        assert facts.coverage.share == pytest.approx(10_000 / (30 * 5_000 + 5 * 3_000 + 10_000))
        assert sum(share.customers.numerator for share in facts.segments) == 45


def test_the_names_behind_a_sentence_are_as_many_as_it_says(database: Database) -> None:
    with database.write() as session:
        _shop(session)
    with database.read() as session:
        facts = month_facts(session, OCTOBER, TODAY)
        flow = next(one for one in facts.sentences if one.source == FLOW)
        assert flow.people is not None
        assert len(people_behind(session, flow.people)) == flow.values["lost"] == facts.flows[-1].lost
        assert flow.title == WHO_STOPPED
        head = facts.sentences[0]
        assert head.people is not None
        assert len(people_behind(session, head.people)) == 30


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_same_month_gives_the_same_bytes_whenever_it_is_made(database: Database, language: str) -> None:
    with database.write() as session:
        ids = _shop(session)
        session.add(MonthReport(month=OCTOBER, comment="よい月でした", options=ReportOptions(with_names=True).to_json(), made_at=NOW))
    with database.read() as session:
        first = month_document(session, OCTOBER, NOVEMBER, language).document
        assert month_document(session, OCTOBER, NOVEMBER, language).document == first
        assert month_document(session, OCTOBER, TODAY, language).document == first
        assert month_document(session, OCTOBER, date(2027, 2, 3), language).document == first
    with database.write() as session:
        for place, number in enumerate(ids):
            for day in range(1, 4):
                add_purchase(session, number, date(2026, 11, 1) + timedelta(days=day * 5 + place % 4), 9_000)
        add_purchase(session, _customers(session, 1)[0], NOVEMBER, 1_000)
    with database.read() as session:
        assert month_document(session, OCTOBER, TODAY, language).document == first
    with database.write() as session:
        add_purchase(session, ids[39], date(2026, 10, 30), 1_000)
    with database.read() as session:
        assert month_document(session, OCTOBER, TODAY, language).document != first


def test_made_on_the_first_day_after_the_month_it_says_the_same_as_later(database: Database) -> None:
    november, december = date(2026, 11, 1), date(2026, 12, 1)
    with database.write() as session:
        ids = _shop(session)
        session.execute(update(Shop).values(figures=FigureSettings(report_tiles=tuple(TileKey)).to_json()))
        bring_to_day(session, december)
    with database.read() as session:
        first = month_document(session, november, december, "en").document
    with database.write() as session:
        for number in ids[:20]:
            bought(session, number, december, 9_000)
    with database.read() as session:
        assert month_document(session, november, december, "en").document == first
    with database.write() as session:
        bring_to_day(session, date(2026, 12, 9))
    with database.read() as session:
        assert month_document(session, november, date(2026, 12, 9), "en").document == first


def test_a_customer_who_left_since_is_still_counted(database: Database) -> None:
    with database.write() as session:
        ids = _shop(session)
    with database.read() as session:
        before = month_facts(session, OCTOBER, TODAY)
    with database.write() as session:
        archive_customer(session, ids[0], now=NOW)
    with database.read() as session:
        after = month_facts(session, OCTOBER, TODAY)
    assert after.segments == before.segments
    assert (after.trend, after.flows) == (before.trend, before.flows)


def test_a_refund_later_makes_the_visit_undone_as_on_the_pages(database: Database) -> None:
    with database.write() as session:
        _shop(session)
        visit = add_purchase(session, _customers(session, 1)[0], date(2026, 10, 3), 2_000)
        refund_visit(session, visit, now=NOW, today=TODAY)
    with database.read() as session:
        assert month_facts(session, OCTOBER, TODAY).flows[-1].new == 5


def test_a_month_that_runs_says_nothing_but_that(database: Database) -> None:
    with database.write() as session:
        ids = _shop(session)
        add_purchase(session, ids[0], date(2026, 11, 5), 5_000)
    with database.read() as session:
        made = month_document(session, NOVEMBER, TODAY, "en")
        assert [one.source for one in made.facts.sentences] == [UNFINISHED]
        assert not made.facts.is_complete
        assert not made.facts.trend.lines[-1].is_complete
        assert made.facts.suggestions == ()
        assert made.facts.closing_day == date(2026, 11, 19)


def test_no_report_of_a_month_that_is_not_there(database: Database) -> None:
    with database.read() as session, pytest.raises(MonthNotThere):
        month_facts(session, OCTOBER, TODAY)
    with database.write() as session:
        _shop(session)
    with database.read() as session:
        for month in (date(2026, 12, 1), date(2026, 4, 1)):
            with pytest.raises(MonthNotThere):
                month_facts(session, month, TODAY)


def test_a_young_shop_says_which_figures_come_when(database: Database) -> None:
    with database.write() as session:
        for number in _customers(session, 3):
            add_purchase(session, number, date(2026, 10, 5), 3_000)
    with database.read() as session:
        facts = month_facts(session, OCTOBER, TODAY)
        assert facts.sentences[0].source == NO_RATE
        begins = dict(facts.waiting)
        # Visits from 5 October: November is the first whole start, three months later the first rate.
        assert [month for month in begins.values()] == [date(2027, 1, 1), date(2027, 2, 1), date(2027, 10, 1)]
        later = month_facts(session, date(2027, 1, 1), date(2027, 2, 2))
        assert later.trend.lines[-1].month == date(2027, 1, 1)
        assert later.trend.lines[-1].rate.denominator == 3
        assert month_facts(session, date(2026, 12, 1), date(2027, 1, 2)).trend.lines == ()


@pytest.mark.parametrize(("came", "source"), [(120, RISEN), (68, ABOUT), (8, FALLEN)])
def test_a_difference_is_said_where_chance_is_ruled_out(database: Database, came: int, source: str) -> None:
    with database.write() as session:
        ids = _customers(session, 120)
        for place, number in enumerate(ids):
            for month in (5, 6):
                add_purchase(session, number, date(2026, month, 20), 4_000)
            # Those of July are still there at the end of September, and not in October unless they came in it.
            if place < 60:
                add_purchase(session, number, date(2026, 7, 20), 4_000)
            if place < came:
                add_purchase(session, number, date(2026, 10, 5), 4_000)
    with database.read() as session:
        facts = month_facts(session, OCTOBER, TODAY)
        assert [line.rate for line in facts.trend.lines[-2:]] == [rate_of(60, 120), rate_of(came, 120)]
        assert facts.sentences[0].source == source


def test_campaigns_stand_in_the_month_in_which_something_happened(database: Database) -> None:
    with database.write() as session:
        ids = _shop(session)
        started(session, ids[:40], 20, date(2026, 8, 20))
    with database.read() as session:
        stages = {month: [one.stage for one in month_facts(session, date(2026, month, 1), TODAY).measures] for month in (7, 8, 9, 10)}
        assert stages == {7: [], 8: [MeasureStage.STARTED], 9: [MeasureStage.RUNNING], 10: [MeasureStage.KNOWN]}
        known = month_facts(session, OCTOBER, TODAY).measures[0]
        assert known.result is not None
        assert month_facts(session, date(2026, 9, 1), TODAY).measures[0].result is None


@pytest.mark.parametrize("language", ["ja", "en"])
def test_two_pages_hold_the_fullest_month(database: Database, language: str) -> None:
    with database.write() as session:
        ids = _shop(session)
        for place in range(9):
            started(
                session,
                ids[place * 4 : place * 4 + 4],
                2,
                date(2026, 10, 1 + place),
                name=f"とても長い名前の秋のキャンペーンその{place}です",
            )
        session.add(MonthReport(month=OCTOBER, comment="長いひとことです。" * 17, made_at=NOW))
    with database.read() as session:
        facts = month_facts(session, OCTOBER, TODAY)
    assert len(facts.measures) == 9
    long = tuple(
        Suggestion(kind, (1,), {"count": 1_234_567, "amount": "1" * 40, "days": 90, "new": 1, "lost": 2}) for kind in SuggestionKind
    )
    full = replace(facts, sentences=(*facts.sentences, *facts.sentences[-3:]), suggestions=long[:3])
    made = document_of(full, language)
    assert (made.over, made.body, made.pages) == (0.0, 2, 2)
    assert made.links[-1].place.box.bottom < 283
    document = pypdfium2.PdfDocument(made.document)
    words = "".join(document[number].get_textpage().get_text_range() for number in range(2)).split()
    for line in (facts.comment[:20], *(link.text[:12] for link in made.links)):
        assert "".join(line.split()) in "".join(words)
    document.close()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_long_names_stand_whole_on_the_second_page(database: Database, language: str) -> None:
    name = "季節の変わり目にお送りする髙橋・山﨑両店長からのごあいさつ状キャンペーン"
    with database.write() as session:
        ids = _shop(session)
        for place in range(6):
            started(session, ids[place * 6 : place * 6 + 6], 3, date(2026, 10, 1 + place), name=f"{name}{place + 1}", window_days=14)
    with database.read() as session:
        document = month_document(session, OCTOBER, TODAY, language)
    pages = pypdfium2.PdfDocument(document.document)
    text = "".join(pages[1].get_textpage().get_text_range().split())
    assert (document.body, len(pages), "…" in text) == (2, 2, False)
    told = [place for place in range(6) if f"{name}{place + 1}" in text]
    assert len(told) >= 4


def test_who_comes_again_after_years_is_told_as_such(database: Database) -> None:
    with database.write() as session:
        for place, number in enumerate(_customers(session, 3)):
            for day in (date(2023, 5, 3 + place), date(2026, 10, 2 + place)):
                add_purchase(session, number, day)
    with database.read() as session:
        made = month_document(session, OCTOBER, TODAY, "en")
    assert made.facts.sentences[0].source == NOBODY_THERE
    assert (made.facts.flows[-1].returned, made.facts.flows[-1].new) == (3, 0)
    assert "Nobody has come yet." not in made.lines
