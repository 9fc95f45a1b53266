"""The result of a campaign, as its owner reads it and acts on it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.follow_ups import FollowUpSource
from app.domain.measure_cost import MeasureCost
from app.domain.measures import MeasureChannel, MeasureKind, MeasureState
from app.domain.offers import Offer, OfferKind
from app.models.counter import FollowUp
from app.models.database import Database
from app.models.measures import Measure
from app.models.records import ExportLog
from app.queries.measures import measures
from app.views.insights.table_panel import TablePanel
from app.views.measures.result import ResultView
from app.views.measures.result_words import ResultWords
from app.views.theme import Theme, Tone
from app.views.widgets.form_field import FormField
from app.views.widgets.number_field import NumberField
from tests.factories import TODAY
from tests.fakes import MessageSpy
from tests.gui.surveys.shown import done
from tests.gui.widgets.audit import clipped
from tests.measures import PLAN, bought, people, started

COUPON = Offer(OfferKind.AMOUNT, 300, words="300円引き")
START = TODAY - timedelta(days=70)
Shown = Callable[..., ResultView]
Made = Callable[..., int]


@pytest.fixture
def campaign(context: AppContext) -> Made:
    """`came_sent` of those sent to and `came_held` of the others spend 5,000 yen, a fifth of them in each week."""

    def make(
        count: int = 130,
        held: int = 65,
        came_sent: int = 30,
        came_held: int = 5,
        day: date = START,
        name: str = "",
        offer: Offer = COUPON,
    ) -> int:
        def fill(session: Session) -> int:
            cost = MeasureCost(postage=85, printing=22, minutes_once=60, wage=1_200, offer=300, offer_share=0.5)
            plan = replace(PLAN, name=name or PLAN.name, cost=cost, offer=offer)
            made = started(session, people(session, count), held, day, plan)
            for arm, came in ((made.sent, came_sent), (made.held, came_held)):
                for place, number in enumerate(arm[:came]):
                    bought(session, number, day + timedelta(days=7 * (place % 5) + 2), 5_000)
            return made.measure_id

        return done(context, fill)

    return make


@pytest.fixture
def shown(qtbot: QtBot, context: AppContext) -> Shown:
    def show(measure_id: int, width: int = 1162, height: int = 690) -> ResultView:
        view = ResultView(context, measure_id)
        qtbot.addWidget(view)
        view.resize(width, height)
        with qtbot.waitExposed(view):
            view.show()
            view.refresh()
        qtbot.waitUntil(lambda: clipped(view) == [])
        return view

    return show


def asked(view: ResultView) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    view.people_requested.connect(lambda title, ids: found.append((title, len(ids))))
    return found


def words_of(view: ResultView) -> ResultWords:
    result = view.result()
    assert result is not None
    return ResultWords(result, TODAY)


def test_a_campaign_that_worked_is_said_so_in_a_sentence(campaign: Made, shown: Shown) -> None:
    view = shown(campaign())
    assert view.header.title_label.text() == "秋のおかえりはがき"
    assert view.chip.text() == "Works"
    assert view.verdict.verdict.text() == "It can be said that this campaign worked"
    # (30 - 5) of 65.
    assert view.verdict.headline.text() == "About 25 customer(s) came back who would not have come otherwise"
    assert "65名 it was not sent to" in view.verdict.words.text()
    # 25 x 3,000 / (65 x 107 + 1,200)
    assert view.verdict.factor.text() == "9.2 times"
    assert view.shares.sentence.text().startswith("Difference +38.5 points (")
    assert view.profit.sentence.text().startswith("Most likely 820%. Even at the low end")
    amounts = [amount for _name, amount, _sum in view.money.amounts(words_of(view))]
    assert amounts == ["¥75,000", "¥5,525", "¥1,430", "¥1,200", "¥9,750", "¥17,905", "¥9,750", "¥66,845"]
    assert view.money.note.text() == "¥9,750 of points and offers has lowered the profit already and is not taken off a second time."
    assert "¥150,000" in view.beside.touched.text()


def test_a_running_campaign_tells_counts_and_the_day_of_the_verdict(campaign: Made, shown: Shown) -> None:
    view = shown(campaign(day=TODAY - timedelta(days=11)))
    assert view.verdict.headline.text().startswith("Day 12 of 60. The verdict is known on 2027年1月8日")
    assert "65名 on the list" in view.verdict.words.text()
    assert not any(card.isVisible() for card in (view.shares, view.profit, view.came))
    assert view.people.links()[0].text() == "on the list 65名"
    assert view.money.amounts(words_of(view))[0][0] == "Postage"


@pytest.mark.parametrize(
    ("sizes", "tone", "verdict", "headline"),
    [
        ((65, 0, 20, 0), Tone.DANGER, "For reference only: there is nothing to compare with", "Whether it worked cannot be known."),
        ((60, 20, 20, 2), Tone.WARN, "For reference", "With fewer than 30 people"),
        ((100, 40, 20, 2), Tone.WARN, "For reference", "The smaller group has only 40"),
        ((130, 65, 6, 5), Tone.WARN, "Nothing can be said yet", "About 4,974 more"),
        ((130, 65, 5, 6), Tone.WARN, "Nothing can be said yet", "No gain can be seen"),
        ((130, 65, 5, 30), Tone.DANGER, "It may have done harm", "Each of those it was sent to brought about ¥1,154 less"),
    ],
)
def test_no_more_is_said_than_is_known(
    campaign: Made, shown: Shown, sizes: tuple[int, int, int, int], tone: Tone, verdict: str, headline: str
) -> None:
    view = shown(campaign(*sizes))
    assert view.verdict.verdict.text() == verdict
    assert view.verdict.headline.text().startswith(headline)
    assert words_of(view).tone() is tone
    assert view.verdict.factor.text() == ""
    assert view.profit.isVisible() == (sizes[1] >= 30)


def test_what_a_tiny_difference_would_need_is_not_said(campaign: Made, shown: Shown) -> None:
    result = shown(campaign(130, 65, 6, 5)).result()
    assert result is not None
    words = ResultWords(replace(result, needed=10_001), TODAY)
    assert words.headline() == "The effect, if there is one, is too small to be seen with this shop's numbers"


def test_what_rather_brought_less_is_not_to_be_done_again(campaign: Made, shown: Shown) -> None:
    better, worse = shown(campaign(130, 65, 6, 5)), shown(campaign(130, 65, 5, 6))
    assert "Do it again for the same aim" in [title for title, _why in better.steps.advice(words_of(better))]
    said = [title for title, _why in worse.steps.advice(words_of(worse))]
    assert "Do it again for the same aim" not in said
    assert "Change what is sent, or leave it" in said
    assert (worse.chip.text(), words_of(worse).chip()[1]) == ("Not yet clear", Tone.WARN)


@pytest.mark.parametrize(
    ("channel", "called"),
    [
        (MeasureChannel.CALLS, "called"),
        (MeasureChannel.POINTS, "given points"),
        (MeasureChannel.EMAIL, "written an e-mail"),
        (MeasureChannel.POSTCARD, "sent to"),
    ],
)
def test_those_reached_are_called_by_how_they_were_reached(campaign: Made, shown: Shown, channel: MeasureChannel, called: str) -> None:
    result = shown(campaign(day=TODAY - timedelta(days=11))).result()
    assert result is not None
    words = ResultWords(replace(result, channel=channel), TODAY)
    assert f"· {called} 65名" in words.fact()
    assert words.words().startswith(f"Of 65名 {called}, ")


def test_a_running_one_is_stopped_from_its_page_after_a_question(campaign: Made, shown: Shown, database: Database) -> None:
    view = shown(campaign(came_sent=0, came_held=0, day=TODAY - timedelta(days=11)))
    assert view.stop.isVisible()
    # Nobody has come, and there is somebody to compare with: nothing is to be done next.
    assert not view.steps.isVisible()
    view.stop.click()
    with database.read() as session:
        (row,) = measures(session, TODAY)
    assert row.state is MeasureState.STOPPED
    view.refresh()
    assert not view.stop.isVisible()


def test_every_number_opens_its_people(campaign: Made, shown: Shown) -> None:
    view = shown(campaign())
    found = asked(view)
    for link in view.people.links():
        link.click()
    view.shares.chart.point_clicked.emit(1)
    view.came.chart.point_clicked.emit(3)
    view.steps.names.click()
    assert [count for _title, count in found] == [65, 30, 65, 5, 5, 30, 30]
    assert found[4][0] == "Came without “秋のおかえりはがき”"


def test_every_chart_is_a_table_too(campaign: Made, shown: Shown) -> None:
    view = shown(campaign())
    found = asked(view)
    for card in (view.shares, view.profit, view.came):
        assert card.action is not None
        card.action.click()
    panel = view.window().findChild(TablePanel)
    assert isinstance(panel, TablePanel)
    shares, came = view.shares.table(), view.came.table()
    assert shares is not None
    assert came is not None
    assert [row[1][1:4] for row in shares.rows] == [("30", "65", "46.2%"), ("5", "65", "7.7%")]
    assert came.rows[-1][1] == ("60 day(s)", "46.2%", "7.7%")
    panel.names_requested.emit(shares.rows[1][0], shares.names)
    assert found == [("Came without “秋のおかえりはがき”", 5)]


def test_the_costs_are_corrected_and_the_result_with_them(campaign: Made, shown: Shown, messages: MessageSpy) -> None:
    view = shown(campaign())
    view.money.edit.click()
    panel = view.cost_panel()
    assert panel is not None
    _type(panel.fields["postage"], "-5")
    panel.save.click()
    assert panel.fields["postage"].error()
    _type(panel.fields["postage"], "110")
    _type(panel.fields["other"], "5000")
    panel.save.click()
    assert messages.toasts[-1][0] == "The costs are corrected"
    assert messages.toasts[-1][1] is not None
    view.refresh()
    result = view.result()
    assert result is not None
    assert result.charged == 65 * (110 + 22) + 1_200 + 5_000
    assert "¥24,530" in [amount for _name, amount, _sum in view.money.amounts(words_of(view))]


@pytest.mark.parametrize(
    ("offer", "said"),
    [
        (COUPON, "¥9,750 of points and offers has lowered the profit already and is not taken off a second time."),
        (Offer(OfferKind.GIFT, words="お菓子"), "Points and gifts are charged in full, because they have not lowered the profit."),
    ],
)
def test_the_cost_is_that_of_the_list_and_says_what_the_profit_has_borne(
    campaign: Made, shown: Shown, context: AppContext, offer: Offer, said: str
) -> None:
    number = campaign(offer=offer)
    view = shown(number)
    amounts = {name: amount for name, amount, _sum in view.money.amounts(words_of(view))}
    (row,) = done(context, lambda session: measures(session, TODAY))
    assert row.cost == 17_905
    assert amounts["Cost in all"] == "¥17,905"
    assert view.money.note.text() == said
    assert amounts["Left over"] == ("¥66,845" if offer is COUPON else "¥57,095")


def _type(box: FormField, text: str) -> None:
    assert isinstance(box.field, NumberField)
    box.field.setText(text)


def test_those_who_returned_are_led_to_a_second_visit(campaign: Made, shown: Shown, database: Database, messages: MessageSpy) -> None:
    view = shown(campaign())
    QTest.mouseClick(view.steps.plan, Qt.MouseButton.LeftButton)
    with database.read() as session:
        planned = [(one.due, one.source) for one in session.scalars(select(FollowUp))]
    assert len(planned) == 30
    assert set(planned) == {(TODAY + timedelta(days=30), FollowUpSource.MEASURE)}
    assert messages.toasts[-1][1] is not None
    view.steps.plan.click()
    assert messages.toasts[-1] == ("All of them are planned already, or are not to be contacted.", None)


def test_it_is_done_again_as_a_new_draft(campaign: Made, shown: Shown, database: Database) -> None:
    view = shown(campaign())
    copied: list[int] = []
    view.copied.connect(copied.append)
    view.trigger_primary()
    with database.read() as session:
        states = {row.id: row.state for row in session.scalars(select(Measure))}
    assert copied == [2]
    assert states == {1: MeasureState.STARTED, 2: MeasureState.DRAFT}


def test_of_an_event_who_came_is_one_click_away(campaign: Made, shown: Shown, context: AppContext, qtbot: QtBot) -> None:
    plain = shown(campaign())
    assert not plain.event_list.isVisible()
    done(context, lambda session: session.execute(update(Measure).values(kind=MeasureKind.EVENT)))
    view = shown(1)
    with qtbot.waitSignal(view.came_requested) as asked_for:
        view.event_list.click()
    assert asked_for.args == [1]


def test_campaigns_of_a_kind_are_told_together(campaign: Made, shown: Shown) -> None:
    campaign(day=START - timedelta(days=90), name="夏のはがき")
    view = shown(campaign())
    opened: list[int] = []
    view.measure_requested.connect(opened.append)
    assert "All 2 campaigns “Long time no see” together: ¥1,154" in view.beside.pooled.text()
    assert "Together they worked." in view.beside.pooled.text()
    (other,) = [link for link in view.beside.findChildren(type(view.steps.names)) if link.text() == "夏のはがき"]
    other.click()
    assert opened == [1]


def test_one_page_of_paper_says_what_the_screen_says(
    campaign: Made, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, messages: MessageSpy
) -> None:
    view = shown(campaign())
    path = tmp_path / "結果.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(path), ""))
    view.paper.click()
    first = path.read_bytes()
    view.paper.click()
    assert path.read_bytes() == first
    (page,) = PdfReader(path).pages
    text = page.extract_text().replace("\n", "")
    for words in ("秋のおかえりはがき", "It can be said that this campaign worked", "¥75,000", "9.2 times", "46.2%", "Cost in all"):
        assert words in text
    assert messages.toasts[-1][0] == "The result is saved in 結果.pdf"


def test_the_rows_to_check_by_are_saved_and_noted(
    campaign: Made, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: Database
) -> None:
    view = shown(campaign())
    path = tmp_path / "rows.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(path), ""))
    view.rows.click()
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sum(float(row["margin_in_window"]) for row in rows) == 35 * 3_000
    with database.read() as session:
        assert session.scalars(select(ExportLog.rows)).one() == 130


@pytest.mark.parametrize(("width", "percent"), [(1020, 100), (1162, 150), (700, 100)])
def test_it_folds_where_there_is_little_room(campaign: Made, shown: Shown, theme: Theme, width: int, percent: int) -> None:
    theme.set_text_percent(percent)
    view = shown(campaign(), width, 560)
    assert clipped(view) == []
    assert view.minimumSizeHint().width() <= (1080 if percent == 100 else 1620)


def test_a_campaign_that_is_gone_leads_back(shown: Shown, context: AppContext, messages: MessageSpy, qtbot: QtBot) -> None:
    view = ResultView(context, 99)
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.back_requested):
        view.refresh()
    assert len(messages.errors) == 1
