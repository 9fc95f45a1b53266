"""The results of a survey, each figure worked out by hand on a small pile of sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from app.domain.contacts import ContactKind
from app.domain.follow_ups import FollowUpKind
from app.domain.survey_errors import SurveyGone
from app.domain.survey_results import (
    OTHERS,
    Answered,
    CameBack,
    CrossBy,
    EverybodyAsked,
    InCross,
    InNpsGroup,
    NpsGroup,
    Soundness,
    WordCount,
)
from app.domain.surveys import Answer, Audience, Question, QuestionKind, ResponseSource, SurveyContent, SurveyRules
from app.models.database import Database
from app.queries.survey_answerers import people_of
from app.queries.survey_remarks import remarks
from app.queries.survey_results import survey_results
from app.queries.surveys import survey_view, surveys
from app.services.customers import add_contact
from app.services.survey_bulk import record_many
from app.services.survey_responses import record_response, throw_out
from app.services.surveys import ensure_version, save_draft
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff
from tests.surveys import CONTENT, add_sheet, add_survey, answered, nps

OCTOBER, JULY = date(2026, 10, 1), date(2026, 7, 1)
QUIET = SurveyRules(low_on=False)


def give(session: Session, survey_id: int, *answers: Answer, day: date = TODAY, customer_id: int | None = None) -> int:
    fields = answered(survey_id, *answers, day=day, customer_id=customer_id)
    return record_response(session, fields, now=NOW, today=TODAY).response_id


def many(session: Session, survey_id: int, scores: Sequence[int], *, day: date = TODAY, first_customer: int | None = None) -> None:
    fields = [
        answered(survey_id, nps(score), day=day, customer_id=None if first_customer is None else first_customer + place)
        for place, score in enumerate(scores)
    ]
    record_many(session, fields, now=NOW, today=TODAY)


def test_an_unknown_survey_is_said_to_be_gone(database: Database) -> None:
    with database.read() as session, pytest.raises(SurveyGone):
        survey_results(session, 9, today=TODAY)


def test_nothing_has_come_back_yet(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session)
        add_sheet(session, survey, "AAAAAAA")
        results = survey_results(session, survey, today=TODAY)
        assert (results.chosen.handed_out, results.chosen.answers, results.chosen.returned.numerator) == (1, 0, 0)
        assert results.chosen.nps is not None
        assert results.chosen.nps.nps is None
        assert results.is_few
        assert results.coming_back is None


def test_the_score_of_a_wave_counts_the_last_answer_of_each(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=QUIET)
        one, other = add_customer(session, "吉田 和子"), add_customer(session, "中村 翔太")
        give(session, survey, nps(3), day=TODAY - timedelta(days=5), customer_id=one)
        give(session, survey, nps(10), day=TODAY, customer_id=one)
        give(session, survey, nps(6), day=date(2026, 7, 20), customer_id=one)
        give(session, survey, nps(9), customer_id=other)
        give(session, survey, nps(0))
        give(session, survey, nps(0))
        gone = give(session, survey, nps(0))
        throw_out(session, gone, "いたずら", now=NOW, today=TODAY)
        results = survey_results(session, survey, wave=TODAY.replace(day=1), today=TODAY)
        assert results.chosen.answers == 5
        score = results.chosen.nps
        assert score is not None
        assert (score.n, score.promoters, score.detractors) == (4, 2, 2)
        assert [one.wave for one in results.waves] == [JULY, TODAY.replace(day=1)]
        # All together: one respondent of July and four of November.
        together = survey_results(session, survey, today=TODAY)
        assert together.chosen.nps is not None
        assert (together.chosen.nps.n, together.chosen.answers) == (5, 6)


def note(session: Session, survey_id: int, words: str, *answers: Answer, **more: Any) -> int:
    fields = answered(survey_id, *answers, source=ResponseSource.TALK, note=words, **more)
    return record_response(session, fields, now=NOW, today=TODAY).response_id


def test_the_note_of_a_talk_is_a_remark_and_no_answer(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=QUIET)
        one, other = add_customer(session, "吉田 和子"), add_customer(session, "中村 翔太")
        sheet = add_sheet(session, survey, "AAAAAAA", other)
        give(session, survey, nps(3), Answer("words", words="待った"), day=TODAY - timedelta(days=3), customer_id=one)
        note(session, survey, "駐車場がほしい", day=TODAY - timedelta(days=2), customer_id=one)
        note(session, survey, "また来るとのこと", nps(9), day=TODAY - timedelta(days=1), customer_id=other)
        note(session, survey, "電話で伺った", sheet_id=sheet)
        results = survey_results(session, survey, today=TODAY)
        assert (results.chosen.answers, results.chosen.handed_out, results.chosen.returned.numerator, results.notes) == (2, 1, 0, 3)
        # The note came later than what was answered, and the answer counts all the same.
        assert results.chosen.nps is not None and (results.chosen.nps.n, results.chosen.nps.detractors) == (2, 1)
        found = remarks(session, survey)
        assert [(row.words, row.score, row.name, row.answer_id is None) for row in found.shown] == [
            ("電話で伺った", None, "中村 翔太", True),
            ("また来るとのこと", 9, "中村 翔太", True),
            ("駐車場がほしい", None, "吉田 和子", True),
            ("待った", 3, "吉田 和子", False),
        ]
        assert [row.words for row in remarks(session, survey, words="駐車").shown] == ["駐車場がほしい"]
        assert [(row.answers, row.last_answer) for row in surveys(session)] == [(2, TODAY - timedelta(days=1))]
        assert survey_view(session, survey).answers == 2


def test_the_only_note_of_a_month_makes_a_wave_and_notes_of_the_staff_stay_with_shown_ones(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=QUIET)
        note(session, survey, "七月に聞いた", day=date(2026, 7, 20))
        give(session, survey, nps(9))
        assert [(one.wave, one.answers) for one in survey_results(session, survey, today=TODAY).waves] == [
            (JULY, 0),
            (TODAY.replace(day=1), 1),
        ]
        july = survey_results(session, survey, wave=JULY, today=TODAY)
        assert (july.chosen.answers, july.notes) == (0, 1)
        assert [row.words for row in remarks(session, survey, wave=JULY).shown] == ["七月に聞いた"]
        staff = add_survey(session, audience=Audience.STAFF)
        note(session, staff, "七月の声", day=date(2026, 7, 20))
        note(session, staff, "今月の声")
        assert (remarks(session, staff).all, survey_results(session, staff, today=TODAY).notes) == (0, 0)
        many(session, staff, [5] * 5)
        assert [row.words for row in remarks(session, staff).shown] == ["今月の声"]


def test_sheets_handed_out_and_their_rate_of_return(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=QUIET)
        people = [add_customer(session, f"お客様 {number}") for number in range(4)]
        sheets = [add_sheet(session, survey, f"AAAAAA{place}", person) for place, person in enumerate(people)]
        back = answered(survey, nps(9), sheet_id=sheets[0])
        record_response(session, back, now=NOW, today=TODAY)
        give(session, survey, nps(9))
        results = survey_results(session, survey, today=TODAY)
        # An answer without paper counts among the answers, not among the sheets that came back.
        assert (results.chosen.handed_out, results.chosen.answers, results.chosen.returned.numerator) == (4, 2, 1)
        assert results.chosen.returned.low == pytest.approx(0.0456, abs=1e-4)
        assert people_of(session, survey, EverybodyAsked(), today=TODAY).ids == tuple(people)
        assert people_of(session, survey, EverybodyAsked(answered=True), today=TODAY).ids == (people[0],)
        assert people_of(session, survey, EverybodyAsked(answered=False), today=TODAY).ids == tuple(people[1:])


def test_a_new_version_joins_what_is_asked_alike(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=QUIET)
        for score in (9, 9, 2):
            give(session, survey, nps(score), Answer("staff", ("4",)), Answer("why", ("チラシ",)))
        edits: dict[str, dict[str, Any]] = {"staff": {"text": "スタッフの対応に満足ですか"}, "why": {"options": ("ネット", "ご紹介")}}
        changed = tuple(replace(one, **edits.get(one.id, {})) for one in CONTENT.questions)
        save_draft(session, survey, replace(CONTENT, questions=changed), now=NOW)
        number = ensure_version(session, survey, now=NOW).number
        assert number == 2
        for score in (10, 0):
            fields = answered(survey, nps(score), Answer("staff", ("2",)), Answer("why", ("ネット",)), version=2)
            record_response(session, fields, now=NOW, today=TODAY)
        results = survey_results(session, survey, today=TODAY)
        assert results.version == 2
        assert [one.key for one in results.questions[:3]] == ["nps", "staff", "why"]
        asked = {one.key: one for one in results.questions}
        assert asked["nps"].n == 5
        assert [(bar.choice, bar.count) for bar in asked["why"].bars] == [("ネット", 2), ("ご紹介", 0), ("other", 0), ("チラシ", 3)]
        # Other words make it another question, with figures of its own.
        assert (asked["staff"].n, asked["staff@1"].n, asked["staff@1"].is_current) == (2, 3, False)


def test_every_kind_of_question_is_counted(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=QUIET)
        ages = (1, 2, 2, 30, 12)
        for place, times in enumerate(ages):
            give(
                session,
                survey,
                nps(9),
                Answer("staff", (str(place + 1),)),
                Answer("liked", ("技術", "価格") if place else ("技術",)),
                Answer("visits", number=float(times)),
                Answer("since", day=date(2024, 1 + place // 3, 5)),
                Answer("words", words="" if place else "また来ます"),
            )
        asked = {one.key: one for one in survey_results(session, survey, today=TODAY).questions}
        scale = asked["staff"].mean
        assert scale is not None
        # 1 to 5: mean 3, s = sqrt(2.5), t(4) = 2.776445: 3 ± 1.9632.
        assert (scale.n, scale.mean) == (5, 3.0)
        assert scale.low == pytest.approx(1.03676, abs=1e-4)
        assert scale.high == pytest.approx(4.96324, abs=1e-4)
        assert [(bar.choice, bar.count, bar.share.denominator) for bar in asked["liked"].bars[:3]] == [
            ("技術", 5, 5),
            ("雰囲気", 0, 5),
            ("価格", 4, 5),
        ]
        assert [(bar.choice, bar.count) for bar in asked["visits"].bars] == [("1", 1), ("2", 2), ("12", 1), ("30", 1)]
        assert asked["visits"].middle == 2
        assert [(bar.choice, bar.count) for bar in asked["since"].bars] == [("2024-01", 3), ("2024-02", 2)]
        assert asked["since"].days == (date(2024, 1, 5), date(2024, 2, 5))
        assert asked["words"].remarks == 1


def test_many_different_numbers_stand_in_steps(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=QUIET)
        record_many(session, [answered(survey, Answer("visits", number=float(n))) for n in range(0, 36, 3)], now=NOW, today=TODAY)
        asked = survey_results(session, survey, today=TODAY).question("visits")
        assert asked is not None
        assert [(bar.choice, bar.count) for bar in asked.bars] == [
            ("0–5", 2), ("5–10", 2), ("10–15", 1), ("15–20", 2), ("20–25", 2), ("25–30", 1), ("30–35", 2),
        ]  # fmt: skip
        assert people_of(session, survey, Answered("visits", "5–10"), today=TODAY).unnamed == 2


def test_below_five_answers_only_counts_are_shown(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=QUIET)
        many(session, survey, [9, 9, 9, 0])
        results = survey_results(session, survey, by=CrossBy.AREA, today=TODAY)
        assert results.is_few
        asked = results.question("nps")
        assert asked is not None
        assert (asked.mean, asked.bars[9].count) == (None, 3)
        many(session, survey, [9])
        assert not survey_results(session, survey, today=TODAY).is_few


def test_a_wave_is_set_beside_the_one_before_it(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=QUIET)
        many(session, survey, [10] * 15 + [8] * 15, day=date(2026, 7, 3))
        many(session, survey, [10] * 18 + [8] * 12, day=date(2026, 10, 3))
        step = survey_results(session, survey, wave=OCTOBER, today=TODAY).nps_step
        assert step is not None
        assert (step.before, step.difference, step.is_sure) == (JULY, 10, False)
        many(session, survey, [10] * 200, day=date(2026, 10, 4))
        step = survey_results(session, survey, wave=OCTOBER, today=TODAY).nps_step
        assert step is not None
        assert step.is_sure
        assert survey_results(session, survey, wave=JULY, today=TODAY).nps_step is None


def test_a_difference_of_means_between_waves_is_corrected_for_their_number(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=QUIET)
        for day, points in ((date(2026, 7, 3), "34"), (date(2026, 10, 3), "45")):
            fields = [
                answered(survey, Answer("staff", (points[n % 2],)), Answer("visits", number=float(n % 5)), day=day) for n in range(40)
            ]
            record_many(session, fields, now=NOW, today=TODAY)
        results = survey_results(session, survey, wave=OCTOBER, today=TODAY)
        steps = {one.key: one.step for one in results.questions if one.step is not None}
        assert (steps["staff"].difference, steps["staff"].is_sure) == (1.0, True)
        assert (steps["visits"].difference, steps["visits"].is_sure) == (0.0, False)
        asked = results.question("staff")
        assert asked is not None
        assert [(one.wave, one.mean.mean) for one in asked.waves] == [(JULY, 3.5), (OCTOBER, 4.5)]


def cross_shop(session: Session) -> tuple[int, dict[str, list[int]]]:
    """Forty people each of two towns, and twelve of a third; the first town is content, the second is not."""
    survey = add_survey(session, rules=QUIET)
    towns: dict[str, list[int]] = {}
    for town, count in (("渋谷区", 40), ("目黒区", 40), ("港区", 12), ("", 4)):
        towns[town] = [add_customer(session, f"{town} {n}", city=town) for n in range(count)]
        fields = [
            answered(survey, nps(10 if town == "渋谷区" else 9 - 2 * (n % 2)), Answer("staff", (str(4 + n % 2),)), customer_id=number)
            for n, number in enumerate(towns[town])
        ]
        record_many(session, fields, now=NOW, today=TODAY)
    many(session, survey, [5, 5])
    return survey, towns


def test_a_cross_table_by_town(database: Database) -> None:
    with database.write() as session:
        survey, towns = cross_shop(session)
        table = survey_results(session, survey, by=CrossBy.AREA, today=TODAY).cross
        assert table is not None
        assert table.columns == ("nps", "staff")
        assert [(row.key, row.n) for row in table.rows] == [("渋谷区", 40), ("目黒区", 40), ("港区", 12), ("", 4)]
        assert [[cell.soundness for cell in row.cells] for row in table.rows] == [
            [Soundness.SOUND] * 2, [Soundness.SOUND] * 2, [Soundness.REFERENCE] * 2, [Soundness.HIDDEN] * 2,
        ]  # fmt: skip
        content, other = table.rows[0].cells[0], table.rows[1].cells[0]
        assert content.nps is not None
        assert content.nps.shown == 100
        # 100 beside (20 + 6 + 2) promoters of 56 others.
        assert content.difference == pytest.approx(50.0)
        assert content.is_sure
        assert other.is_sure
        assert table.rows[3].cells[0].nps is None
        assert table.rows[2].cells[0].p is None
        assert (table.tested, table.unnamed) == (4, 2)
        assert [(row.key, column) for row, column, _cell in table.sure] == [("渋谷区", "nps"), ("目黒区", "nps")]
        assert people_of(session, survey, InCross(CrossBy.AREA, "港区"), today=TODAY).ids == tuple(towns["港区"])
        assert people_of(session, survey, InCross(CrossBy.AREA, "", "nps"), today=TODAY).ids == tuple(towns[""])


def test_many_small_towns_are_put_together(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=QUIET)
        people = [add_customer(session, f"お客様 {n}", city=f"{chr(ord('A') + n)}市") for n in range(10)]
        many(session, survey, [9] * 10, first_customer=people[0])
        table = survey_results(session, survey, by=CrossBy.AREA, today=TODAY).cross
        assert table is not None
        assert [(row.key, row.n) for row in table.rows][-2:] == [("G市", 1), (OTHERS, 3)]
        assert people_of(session, survey, InCross(CrossBy.AREA, OTHERS), today=TODAY).ids == tuple(people[7:])


def test_who_received_the_customer_and_what_was_bought(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=QUIET)
        add_staff(session, "田中 美咲")
        add_staff(session, "佐々木 健")
        one, two, three = (add_customer(session, name, staff="佐々木 健") for name in ("一", "二", "三"))
        add_purchase(session, one, TODAY - timedelta(days=9), staff="佐々木 健")
        add_purchase(session, one, TODAY - timedelta(days=2), staff="田中 美咲")
        add_purchase(session, two, TODAY + timedelta(days=-1), staff="")
        for number in (one, two, three):
            give(session, survey, nps(9), day=TODAY - timedelta(days=2 if number == one else 1), customer_id=number)
        many(session, survey, [9, 9])
        table = survey_results(session, survey, by=CrossBy.STAFF, today=TODAY).cross
        assert table is not None
        assert {row.key: row.n for row in table.rows} == {"田中 美咲": 1, "佐々木 健": 2}
        bands = survey_results(session, survey, by=CrossBy.PURCHASES, today=TODAY).cross
        assert bands is not None
        assert {row.key: row.n for row in bands.rows} == {0: 2, 1: 1}


def test_low_scores_that_were_not_answered_yet(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=replace(QUIET, low_kind=FollowUpKind.TALK))
        people = [add_customer(session, f"お客様 {n}") for n in range(5)]
        stopped = add_customer(session, "連絡しない", do_not_contact=True)
        for number, score in zip((*people, stopped), (6, 2, 0, 7, 3, 1), strict=True):
            give(session, survey, nps(score), Answer("words", words=f"{score}点"), customer_id=number, day=TODAY - timedelta(days=3))
        give(session, survey, nps(0))
        give(session, survey, nps(9), customer_id=people[4])  # changed their mind
        add_contact(session, people[2], ContactKind.PHONE, "お詫びした", day=TODAY, staff_id=None, now=NOW)
        found = survey_results(session, survey, today=TODAY).to_answer
        assert found is not None
        assert (found.limit, found.all, found.unnamed, found.out_of_reach, found.kind) == (6, 5, 1, 1, FollowUpKind.TALK)
        assert [(one.customer_id, one.score, one.words) for one in found.people] == [(people[1], 2, "2点"), (people[0], 6, "6点")]


def test_promoters_without_a_card_to_hand_on(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=QUIET)
        people = [add_customer(session, f"お客様 {n}") for n in range(3)]
        for number, score in zip(people, (10, 9, 8), strict=True):
            give(session, survey, nps(score), customer_id=number)
        give(session, survey, nps(10))
        found = survey_results(session, survey, today=TODAY).to_thank
        assert found is not None
        assert (found.all, found.ids) == (3, tuple(people[:2]))


def test_whether_they_came_again_within_ninety_days(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=QUIET)
        day = TODAY - timedelta(days=91)
        people = [add_customer(session, f"お客様 {n}") for n in range(6)]
        many(session, survey, [10, 9, 3, 2, 1, 8], day=day, first_customer=people[0])
        add_purchase(session, people[0], day)
        add_purchase(session, people[0], day + timedelta(days=90))
        add_purchase(session, people[1], day + timedelta(days=91))
        add_purchase(session, people[2], day + timedelta(days=1))
        late = add_customer(session, "まだ")
        many(session, survey, [10], day=day + timedelta(days=1), first_customer=late)
        back = survey_results(session, survey, today=TODAY).coming_back
        assert back is not None
        rates = {group: (rate.numerator, rate.denominator) for group, rate in back.groups}
        assert rates == {NpsGroup.PROMOTERS: (1, 2), NpsGroup.PASSIVES: (0, 1), NpsGroup.DETRACTORS: (1, 3)}
        assert not back.is_sure
        assert people_of(session, survey, CameBack(NpsGroup.PROMOTERS, came=True), today=TODAY).ids == (people[0],)
        assert people_of(session, survey, CameBack(NpsGroup.DETRACTORS), today=TODAY).ids == tuple(people[2:5])


def test_remarks_are_searched_and_their_words_counted(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=QUIET)
        who = add_customer(session, "渡辺 真理")
        give(session, survey, nps(3), Answer("words", words="待ち時間が長いです"), customer_id=who, day=TODAY - timedelta(days=2))
        give(session, survey, nps(9), Answer("words", words="待ち時間のお茶がうれしかった"), day=TODAY - timedelta(days=1))
        give(session, survey, nps(9), Answer("why", ("other",), words="ｶﾝﾊﾞﾝを見て"))
        found = remarks(session, survey)
        assert [(one.words, one.score, one.name) for one in found.shown] == [
            ("ｶﾝﾊﾞﾝを見て", 9, ""), ("待ち時間のお茶がうれしかった", 9, ""), ("待ち時間が長いです", 3, "渡辺 真理"),
        ]  # fmt: skip
        assert (found.all, found.words) == (3, (WordCount("待ち時間", 2),))
        assert [one.words for one in remarks(session, survey, words="かんばん").shown] == ["ｶﾝﾊﾞﾝを見て"]
        assert [one.words for one in remarks(session, survey, words="待ち お茶").shown] == ["待ち時間のお茶がうれしかった"]
        assert remarks(session, survey, wave=JULY).all == 0
        assert (remarks(session, survey, limit=1).found, len(remarks(session, survey, limit=1).shown)) == (3, 1)


def test_who_is_behind_a_bar(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=QUIET)
        one, two = add_customer(session, "一"), add_customer(session, "二")
        give(session, survey, nps(9), Answer("liked", ("技術", "価格")), Answer("words", words="はい"), customer_id=one)
        give(session, survey, nps(7), Answer("liked", ("価格",)), Answer("since", day=date(2024, 1, 5)), customer_id=two)
        give(session, survey, nps(9))

        def ids(spec: Answered | InNpsGroup) -> tuple[tuple[int, ...], int]:
            found = people_of(session, survey, spec, today=TODAY)
            return found.ids, found.unnamed

        assert ids(Answered("nps", "9")) == ((one,), 1)
        assert ids(Answered("nps")) == ((one, two), 1)
        assert ids(Answered("liked", "価格")) == ((one, two), 0)
        assert ids(Answered("liked", "駅")) == ((), 0)
        assert ids(Answered("since", "2024-01")) == ((two,), 0)
        assert ids(Answered("words")) == ((one,), 0)
        assert ids(Answered("gone")) == ((), 0)
        assert ids(InNpsGroup(NpsGroup.PASSIVES)) == ((two,), 0)


def test_a_staff_survey_says_nothing_before_five_have_answered(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, audience=Audience.STAFF)
        many(session, survey, [9, 2, 3, 4], day=date(2026, 7, 5))
        give(session, survey, Answer("words", words="つかれた"), day=date(2026, 8, 5))
        few = survey_results(session, survey, wave=JULY, by=CrossBy.STAFF, today=TODAY)
        assert few.is_withheld
        assert (few.questions, few.waves, few.to_answer, few.cross) == ((), (), None, None)
        assert remarks(session, survey, wave=JULY).all == 0
        together = survey_results(session, survey, today=TODAY)
        assert (together.is_withheld, together.chosen.answers) == (False, 5)
        assert (together.to_answer, together.to_thank, together.coming_back, together.crosses) == (None, None, None, ())
        many(session, survey, [9] * 5, day=date(2026, 9, 5))
        # What August alone says could be told from the difference: it is left out until it has five.
        assert survey_results(session, survey, today=TODAY).chosen.answers == 5
        assert people_of(session, survey, Answered("nps"), today=TODAY).ids == ()


def test_a_survey_without_nps_reckons_with_its_scales(database: Database) -> None:
    questions = (Question("q", QuestionKind.SCALE, "満足度", points=3), Question("w", QuestionKind.TEXT, "声"))
    content = SurveyContent("短いアンケート", "ja", questions)
    with database.write() as session:
        survey = add_survey(session, content, rules=QUIET)
        who = add_customer(session, "渡辺 真理")
        give(session, survey, Answer("q", ("1",)), Answer("w", words="残念"), customer_id=who)
        results = survey_results(session, survey, today=TODAY)
        assert (results.nps_key, results.chosen.nps, results.to_thank, results.coming_back) == ("", None, None, None)
        assert results.to_answer is not None
        assert [one.customer_id for one in results.to_answer.people] == [who]
        assert remarks(session, survey).shown[0].score == 1


def test_what_was_read_is_kept_until_an_answer_comes(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=QUIET)
        many(session, survey, [9])
    with database.read() as session:
        assert survey_results(session, survey, today=TODAY).chosen.answers == 1
    with database.write() as session:
        many(session, survey, [9])
    with database.read() as session:
        assert survey_results(session, survey, today=TODAY).chosen.answers == 2
