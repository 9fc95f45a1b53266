"""The results of a survey, as a user looks at them and acts on them."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.survey_results import CrossBy
from app.domain.surveys import Answer, Audience, ResponseSource, SurveyRules
from app.models.counter import FollowUp
from app.models.database import Database
from app.models.records import ExportLog
from app.models.surveys import SurveyAnswer
from app.services.survey_bulk import record_many
from app.services.survey_responses import record_response
from app.views.insights.table_panel import TablePanel
from app.views.surveys.page import SurveysPage
from app.views.surveys.results import ResultsView
from app.views.surveys.results_export import AnswersExport
from app.views.theme import Mode, Theme
from app.views.widgets.buttons import IconButton, LinkButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.segmented import Segmented
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.surveys.shown import done
from tests.gui.widgets.audit import clipped
from tests.surveys import CONTENT, add_sheet, add_survey, answered, nps

JULY, OCTOBER = date(2026, 7, 15), date(2026, 10, 15)
QUIET = SurveyRules(low_on=False)
Shown = Callable[..., ResultsView]


@pytest.fixture
def survey(context: AppContext) -> int:
    """Forty answers in July, and forty-two in October; half by the customers of one member of the staff, who are less content."""

    def fill(session: Session) -> int:
        number = add_survey(session, rules=QUIET)
        for name in ("田中 美咲", "佐々木 健"):
            add_staff(session, name)
        people = [add_customer(session, f"お客様 {n:02}", staff=("田中 美咲", "佐々木 健")[n % 2], city="渋谷区") for n in range(80)]
        for place, day in enumerate((JULY, OCTOBER)):
            fields = [
                answered(
                    number,
                    nps(10 if n % 2 == 0 else 8 - n % 3),
                    Answer("staff", (str(5 - n % 2),)),
                    Answer("liked", ("技術", "価格")),
                    Answer("words", words=f"待ち時間が長い {n}" if n % 10 == 1 else ""),
                    day=day,
                    customer_id=people[place * 40 + n] if place == 0 else people[n] if n < 80 else None,
                )
                for n in range(40 if place == 0 else 80)
            ]
            record_many(session, fields, now=NOW, today=TODAY)
        record_many(session, [answered(number, nps(0), day=OCTOBER)] * 2, now=NOW, today=TODAY)
        add_purchase(session, people[0], JULY + timedelta(days=30))
        for place in range(4):
            add_sheet(session, number, f"AAAAAA{place}", people[place], wave=OCTOBER.replace(day=1))
        return number

    return done(context, fill)


@pytest.fixture
def shown(qtbot: QtBot, context: AppContext) -> Shown:
    def show(survey_id: int, width: int = 1162, height: int = 768) -> ResultsView:
        view = ResultsView(context, survey_id)
        qtbot.addWidget(view)
        view.resize(width, height)
        with qtbot.waitExposed(view):
            view.show()
            view.refresh()
        qtbot.waitUntil(lambda: clipped(view) == [])
        return view

    return show


def press(widget: QWidget, x: float, y: float) -> None:
    where = QPointF(x, y)
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(
            kind, where, widget.mapToGlobal(where), Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(widget, event)


def asked(view: ResultsView) -> list[tuple[str, tuple[int, ...]]]:
    found: list[tuple[str, tuple[int, ...]]] = []
    view.people_requested.connect(lambda title, ids: found.append((title, tuple(ids))))
    return found


def choose_wave(view: ResultsView, wave: date | None) -> None:
    field = view.waves.field
    assert isinstance(field, Segmented)
    QTest.mouseClick(field.button(wave), Qt.MouseButton.LeftButton)


def test_the_last_wave_is_shown_first_with_its_facts(survey: int, shown: Shown) -> None:
    view = shown(survey)
    assert view.header.title_label.text() == "ご来店アンケート"
    assert view.header.fact_label.text() == "4 handed out · 82 answers · 0.0% came back"
    assert view.waves.current() == OCTOBER.replace(day=1)
    # 40 promoters, 2 + 13 detractors of 82: 30.5; July had 20 of 40 and 6: 35.
    assert view.nps.finding.text().startswith("10月: +30 (+14 to +47). The difference of −5 to 7月")
    assert "within the range of chance" in view.nps.finding.text()
    assert view.spread.finding.text() == "Of 82名, 40名 (48.8%) would recommend the shop."
    assert not view.empty.isVisible()
    assert [card.asked.key for card in view.question_cards()] == ["staff", "why", "liked", "visits", "since"]


def test_another_wave_and_all_together(survey: int, shown: Shown) -> None:
    view = shown(survey)
    choose_wave(view, JULY.replace(day=1))
    assert view.header.fact_label.text() == "40 answers"
    assert len(view.nps.table().rows) == 2
    choose_wave(view, None)
    assert view.header.fact_label.text().endswith("122 answers · 0.0% came back")
    assert view.nps.finding.text().startswith("All together: ")
    # The choice outlives new answers.
    view.refresh()
    assert view.waves.current() is None


def test_bars_and_groups_open_the_people_behind_them(survey: int, shown: Shown, messages: MessageSpy) -> None:
    view = shown(survey)
    found = asked(view)
    view.spread.chart.point_clicked.emit(10)
    view.spread.chart.point_clicked.emit(13)
    view.spread.chart.point_clicked.emit(0)
    assert [(title, len(ids)) for title, ids in found] == [("Answered with 10", 40), ("Would recommend", 40)]
    assert messages.toasts == [("2 answer(s), all without a name.", None)]
    view.spread.chart.point_clicked.emit(1)
    assert messages.toasts[-1][0] == "Nobody is behind this figure."
    view.nps.chart.point_clicked.emit(0)
    assert (found[-1][0], len(found[-1][1])) == ("Answered in 2026年7月", 40)


def test_the_bars_of_a_question_are_cells(survey: int, shown: Shown) -> None:
    view = shown(survey)
    found = asked(view)
    bars = next(card for card in view.question_cards() if card.asked.key == "liked").bars
    assert [bar.name for bar in bars.bars()] == ["技術", "雰囲気", "価格", "立地"]
    press(bars, 20, bars.row_height() * 2.5)
    assert (found[-1][0], len(found[-1][1])) == ("“よかったところ”: 価格", 80)
    bars.setFocus()
    QTest.keyClick(bars, Qt.Key.Key_Up)
    QTest.keyClick(bars, Qt.Key.Key_Up)
    QTest.keyClick(bars, Qt.Key.Key_Return)
    assert bars.current() == 0
    assert len(found) == 2
    assert "技術: 80名 (100.0%)" in bars.accessibleDescription()


def test_the_cross_table_says_what_outlasts_chance(survey: int, shown: Shown, context: AppContext) -> None:
    view = shown(survey)
    found = asked(view)
    model = view.cross.model
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["佐々木 健", "田中 美咲"]
    assert [model.headerData(place, Qt.Orientation.Horizontal) for place in range(4)] == [
        "Staff",
        "People",
        "Recommend",
        "スタッフの対応はいかがでしたか",
    ]
    assert model.index(1, 3).data() == "5.0"
    assert "佐々木 健 stands out" in view.cross.finding.text()
    assert "2 answer(s) without a name" in view.cross.finding.text()
    view.cross.table_view.clicked.emit(model.index(0, 2))
    assert (found[-1][0], len(found[-1][1])) == ("佐々木 健", 40)
    view.cross.chips.button(CrossBy.AREA).click()
    assert model.index(0, 0).data() == "渋谷区"
    assert context.settings.remembered("survey_cross", "") == "area"


def test_every_chart_is_a_table_too(survey: int, shown: Shown) -> None:
    view = shown(survey)
    found = asked(view)
    for card in (view.nps, view.spread, view.cross):
        assert card.action is not None
        card.action.click()
        panel = view.findChild(TablePanel)
        assert isinstance(panel, TablePanel)
    view.question_cards()[0].as_table.click()
    panel = view.findChild(TablePanel)
    assert isinstance(panel, TablePanel)
    panel.names_requested.emit(view.spread.table().rows[10][0], "10")
    panel.names_requested.emit(view.nps.table().rows[1][0], "July")
    panel.names_requested.emit(None, "")
    assert [(title, len(ids)) for title, ids in found] == [("10", 40), ("July", 40)]
    assert [cells[1] for _key, cells in view.question_cards()[0].table().rows][-2:] == ["40", "80"]


def test_remarks_are_searched_and_filed(survey: int, shown: Shown, messages: MessageSpy, database: Database) -> None:
    view = shown(survey)
    card = view.remarks
    assert card.title_label.text() == "8 remark(s)"
    assert len(card.shown()) == 8
    card.search.setText("41")
    card.search.search_changed.emit("41")
    assert [one.words for one in card.shown()] == ["待ち時間が長い 41"]
    one = card.shown()[0]
    card.set_tags(one.answer_id, ("待ち時間",))
    assert messages.toasts[-1][0] == "The remark is filed"
    assert messages.toasts[-1][1] is not None
    with database.read() as session:
        assert session.get_one(SurveyAnswer, one.answer_id).tags == ["待ち時間"]
    view.refresh()
    entries = card.menu_of(card.shown()[0], card)
    ticked = {entry.text(): entry.isChecked() for entry in entries.actions() if entry.isCheckable()}
    assert ticked == {"待ち時間": True}
    next(entry for entry in entries.actions() if entry.isCheckable()).trigger()
    with database.read() as session:
        assert session.get_one(SurveyAnswer, one.answer_id).tags == []


def test_a_tag_and_words_narrow_together(survey: int, shown: Shown) -> None:
    view = shown(survey)
    card = view.remarks
    for one in card.shown()[:3]:
        card.set_tags(one.answer_id, ("待ち時間",))
    view.refresh()
    card.chips.button("待ち時間").click()
    assert len(card.shown()) == 3
    card.search.setText("71")
    card.search.search_changed.emit("71")
    assert [one.words for one in card.shown()] == ["待ち時間が長い 71"]
    # Another wave begins with all of its remarks.
    card.search.setText("")
    choose_wave(view, JULY.replace(day=1))
    assert (card.tag, len(card.shown())) == ("", 4)


def test_follow_ups_for_the_unhappy_are_planned_at_once(survey: int, shown: Shown, messages: MessageSpy, database: Database) -> None:
    view = shown(survey)
    results = view.results()
    assert results is not None
    assert results.to_answer is not None
    waiting = [one.customer_id for one in results.to_answer.people]
    assert len(waiting) == 13
    view.trigger_primary()
    text, action = messages.toasts[-1]
    assert text == "Planned a follow-up today for 13 customer(s)"
    assert action is not None
    with database.read() as session:
        plans = session.scalars(select(FollowUp)).all()
        assert sorted(row.customer_id for row in plans) == sorted(waiting)
        assert all(row.note.startswith("ご来店アンケート: answered with 6.") for row in plans)
    view.refresh()
    assert not view.act.plan.isVisible()


def test_cards_to_hand_on_are_printed_for_exactly_those(survey: int, shown: Shown, navigation: NavigationSpy) -> None:
    view = shown(survey)
    results = view.results()
    assert results is not None
    assert results.to_thank is not None
    view.act.cards.click()
    name, arguments = navigation.shown[-1]
    assert name == "printing"
    assert arguments["customer_ids"] == list(results.to_thank.ids)
    assert arguments["template"] == "referral_card"


def test_names_lead_to_the_customer(survey: int, shown: Shown, navigation: NavigationSpy) -> None:
    view = shown(survey)
    links = [link for link in view.act.findChildren(LinkButton) if link.label().startswith("お客様")]
    links[0].click()
    assert navigation.shown[-1][0] == "customers"


def test_a_file_is_offered_under_a_name_every_system_takes(
    survey: int, shown: Shown, context: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def ask(_over: QWidget, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(path).name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    AnswersExport(context, shown(survey), survey).ask('How was it? A/B: "fine"', JULY.replace(day=1))
    assert len(offered) == 1 and offered[0].startswith("How was it_ A_B_ _fine_")


def test_answers_are_saved_as_a_list_and_noted(
    survey: int, shown: Shown, context: AppContext, tmp_path: Path, database: Database, messages: MessageSpy
) -> None:
    view = shown(survey)
    target = tmp_path / "お答え.csv"
    AnswersExport(context, view, survey).write(target, "アンケート", JULY.replace(day=1))
    lines = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines()))
    assert lines[0][:5] == ["Day", "Wave", "Customer number", "Customer", "Sheet"]
    assert lines[0][7:] == [*(one.text for one in CONTENT.asked), "Tags"]
    assert len(lines) == 41
    assert lines[2][:2] + lines[2][7:] == ["2026-07-15", "2026-07", "7", "4", "", "技術, 価格", "", "", "待ち時間が長い 1", ""]
    with database.read() as session:
        log = session.scalars(select(ExportLog)).one()
        assert (log.what, log.rows) == ("アンケート", 40)
    assert messages.toasts[-1][0] == "40 answer(s) are saved in お答え.csv"


def test_nothing_has_come_back_yet(shown: Shown, context: AppContext) -> None:
    view = shown(done(context, lambda session: add_survey(session)))
    assert view.empty.isVisible()
    assert not view.export.isEnabled()
    wanted: list[str] = []
    view.place_requested.connect(wanted.append)
    view.empty.action_clicked.emit()
    view.bring.click()
    assert wanted == ["entry", "import"]


def test_where_only_talks_were_noted_their_words_are_shown(shown: Shown, context: AppContext) -> None:
    def fill(session: Session) -> int:
        number = add_survey(session, rules=QUIET)
        fields = answered(number, source=ResponseSource.TALK, note="駐車場がほしいとのこと")
        record_response(session, fields, now=NOW, today=TODAY)
        return number

    view = shown(done(context, fill))
    assert view.header.fact_label.text() == "0 answers"
    assert view.remarks.isVisible() and [one.words for one in view.remarks.shown()] == ["駐車場がほしいとのこと"]
    assert not (view.empty.isVisible() or view.nps.isVisible() or view.spread.isVisible() or view.act.isVisible())
    assert view.question_cards() == [] and not view.export.isEnabled()
    # It can be filed nowhere.
    assert not view.remarks.rows.findChildren(IconButton)


def test_under_five_answers_only_counts_and_remarks_are_shown(shown: Shown, context: AppContext) -> None:
    def fill(session: Session) -> int:
        number = add_survey(session, rules=QUIET)
        record_many(session, [answered(number, nps(9), Answer("words", words="よい"))] * 4, now=NOW, today=TODAY)
        return number

    view = shown(done(context, fill))
    assert (view.nps.isVisible(), view.spread.isVisible(), view.cross.isVisible()) == (False, True, False)
    assert len(view.remarks.shown()) == 4
    # One wave needs no choice.
    assert not view.waves.isVisible()


def test_of_the_staff_nothing_before_five_and_no_names_after(shown: Shown, context: AppContext, messages: MessageSpy) -> None:
    def fill(session: Session) -> int:
        number = add_survey(session, audience=Audience.STAFF)
        record_many(session, [answered(number, nps(3), Answer("words", words="忙しい"))] * 4, now=NOW, today=TODAY)
        return number

    survey = done(context, fill)
    view = shown(survey)
    assert view.empty.isVisible()
    assert view.header.fact_label.text() == "4 answers"
    done(context, lambda session: record_many(session, [answered(survey, nps(9))], now=NOW, today=TODAY))
    view.refresh()
    assert not view.empty.isVisible()
    assert not view.act.isVisible()
    assert not view.cross.isVisible()
    found = asked(view)
    view.spread.chart.point_clicked.emit(3)
    assert (found, messages.toasts) == ([], [])
    assert len(view.remarks.shown()) == 4
    assert not [link for link in view.remarks.rows.findChildren(LinkButton) if link.label()]


def test_a_survey_that_is_gone_leads_back(shown: Shown, context: AppContext, messages: MessageSpy) -> None:
    view = ResultsView(context, 99)
    back: list[bool] = []
    view.back_requested.connect(lambda: back.append(True))
    view.refresh()
    assert (len(messages.errors), back) == (1, [True])


@pytest.mark.parametrize("width", [1162, 1033, 660])
@pytest.mark.parametrize("percent", [100, 150])
def test_no_word_is_cut(survey: int, shown: Shown, qapp: QApplication, width: int, percent: int) -> None:
    Theme.install(qapp, mode=Mode.DARK if width == 1033 else Mode.LIGHT, text_percent=percent)
    # Which waits until nothing is.
    view = shown(survey, width * percent // 100, 614)
    assert view.minimumSizeHint().width() <= 1020 * percent // 100


def test_many_waves_are_chosen_from_a_list(shown: Shown, context: AppContext) -> None:
    def fill(session: Session) -> int:
        number = add_survey(session, rules=QUIET)
        for month in range(1, 9):
            record_many(
                session, [answered(number, nps(9), Answer("words", words="よい"), day=date(2026, month, 3))] * 6, now=NOW, today=TODAY
            )
        return number

    view = shown(done(context, fill))
    field = view.waves.field
    assert isinstance(field, ComboField)
    assert [field.itemText(place) for place in range(field.count())][:2] == ["8月", "7月"]
    # What is inside scrolls; nothing is pressed together.
    for area in (view.remarks.rows, view.cards):
        inside = area.widget()
        assert inside is not None
        assert inside.height() >= inside.minimumSizeHint().height()
    field.changed.emit(None)
    assert view.header.fact_label.text() == "48 answers"


def test_the_page_of_surveys_leads_here(qtbot: QtBot, context: AppContext, survey: int, navigation: NavigationSpy) -> None:
    page = SurveysPage(context)
    qtbot.addWidget(page)
    page.open_with(survey_id=survey, view="results")
    page.resize(1162, 768)
    page.show()
    view = page.shown
    assert isinstance(view, ResultsView)
    view.people_requested.emit("すすめる方", (1, 2))
    assert navigation.shown[-1] == ("people", {"customer_ids": [1, 2], "title": "すすめる方"})
    page.trigger_primary()
    results = view.results()
    assert results is not None
    assert results.to_answer is not None
    assert results.to_answer.people == ()
