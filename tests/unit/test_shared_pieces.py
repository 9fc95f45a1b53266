"""One piece for a household: who is addressed, who is named, who never is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cards import Card, CardDesign, CardText, Recipient, Sender
from app.domain.households import Home
from app.domain.print_problems import PROBLEM_SEVERITY, PrintProblem, Severity
from app.domain.print_runs import Candidate, PrintSettings, plan_line
from app.domain.prints import PrintKind
from app.domain.shared_pieces import MOST_JOINT, NEVER_NAMED, settled, share_pieces, shared_for, tolerated_by, unnamed
from app.domain.templates import Occasion, Template, TemplateKind

P = PrintProblem
HOME = Home("#1")


def person(number: int, name: str, *marks: PrintProblem, home: Home = HOME, wrong: tuple[PrintProblem, ...] = ()) -> Candidate:
    family, _, given_name = name.partition(" ")
    recipient = Recipient(str(number), name, fields={"family_name": family, "given_name": given_name})
    return Candidate(number, str(number), name, False, recipient, marks=marks, address_problems=wrong, home=home)


def card(occasion: Occasion | None = None, *, mourning_safe: bool = False, kind: PrintKind = PrintKind.THANK_YOU) -> Card:
    template = (
        None if occasion is None else Template("x", "ja", TemplateKind.CARD, "x", "はがき", (), occasion, mourning_safe=mourning_safe)
    )
    return Card(CardDesign.PLAIN, CardText(), Sender(), template=template, kind=kind)


def names(people: list[Candidate]) -> dict[int, tuple[str, ...]]:
    return {one.customer_id: one.recipient.joint_names for one in people if one.recipient.joint_names}


def sharing(people: list[Candidate]) -> dict[int, int]:
    return {one.customer_id: one.sharing.addressee for one in people if one.sharing.addressee is not None}


def test_the_first_is_addressed_and_the_others_stand_beside() -> None:
    found = share_pieces([person(1, "渡辺 真理"), person(2, "渡辺 健"), person(3, "林 花子"), person(4, "清水 恵", home=Home())])
    assert names(found) == {1: ("健", "林 花子")}
    assert found[0].joint == (2, 3)
    assert sharing(found) == {2: 1, 3: 1}
    assert [one.marks for one in found] == [(), (P.SAME_HOUSEHOLD,), (P.SAME_HOUSEHOLD,), ()]


def test_the_order_said_by_hand_counts_more_than_the_list() -> None:
    found = share_pieces([person(1, "渡辺 健", home=Home("#1", 2)), person(2, "渡辺 真理", home=Home("#1", 1)), person(3, "渡辺 恵")])
    assert [one.customer_id for one in found] == [1, 2, 3]
    assert found[1].joint == (1, 3)


@pytest.mark.parametrize("mark", sorted(NEVER_NAMED))
def test_who_must_not_be_named_is_not_and_says_why(mark: PrintProblem) -> None:
    found = share_pieces([person(1, "渡辺 真理"), person(2, "渡辺 健", mark)])
    assert (names(found), found[1].marks, found[0].joint) == ({}, (mark,), ())
    turned = share_pieces([person(2, "渡辺 健", mark), person(1, "渡辺 真理")])
    assert [one.marks for one in turned] == [(mark,), ()]


def test_who_had_post_today_shares_a_piece_all_the_same() -> None:
    found = share_pieces([person(1, "渡辺 真理", P.MAILED_TODAY), person(2, "渡辺 健", P.MAILED_TODAY)])
    assert sharing(found) == {2: 1}
    assert sharing(share_pieces([person(1, "渡辺 真理", P.MAILED_LATELY), person(2, "渡辺 健", P.MAILED_LATELY)])) == {}


@pytest.mark.parametrize("kind", [PrintKind.MEMBER_CARDS, PrintKind.REFERRAL_CARDS, PrintKind.ENVELOPE, PrintKind.LABELS])
def test_post_of_days_before_is_nothing_against_what_is_no_post(kind: PrintKind) -> None:
    job = card(kind=kind)
    for mark in (P.MAILED_LATELY, P.MAILED_TODAY):
        assert plan_line(person(1, "渡辺 真理", mark), [], job, tolerated_by(job)).problems == ()


def test_where_nobody_may_get_a_card_everybody_says_why() -> None:
    people = [person(1, "渡辺 真理", wrong=(P.NO_ADDRESS,)), person(2, "渡辺 健", P.NO_CONSENT)]
    assert share_pieces(people) == people


def test_who_has_no_address_shares_the_card_of_who_has_one() -> None:
    found = share_pieces([person(1, "渡辺 健", wrong=(P.NO_ADDRESS,)), person(2, "渡辺 真理")])
    assert (sharing(found), names(found)) == ({1: 2}, {2: ("健",)})


def test_family_without_records_stands_behind_those_with_one() -> None:
    home = Home("#1", typed=("太郎", "健", "渡辺 次郎"))
    found = share_pieces([person(1, "渡辺 真理", home=home), person(2, "渡辺 健"), person(3, "林 恵", home=Home("#1", typed=("花",)))])
    assert names(found) == {1: ("健", "林 恵", "太郎"), 3: ("花",)}
    alone = share_pieces([person(1, "渡辺 真理", home=Home("", typed=("太郎",)))])
    assert names(alone) == {1: ("太郎",)}


def with_honorific(one: Candidate, honorific: str) -> Candidate:
    return replace(one, recipient=replace(one.recipient, honorific=honorific))


def test_everybody_keeps_the_own_honorific() -> None:
    teacher = with_honorific(person(1, "堀 一郎", home=Home("#1", typed=("健",))), "先生")
    wife, son = person(2, "堀 花子"), with_honorific(person(3, "堀 誠"), "くん")
    found = share_pieces([teacher, wife, son])
    assert found[0].recipient.named(with_joint=True) == (("堀 一郎", "先生"), ("花子", "様"), ("誠", "くん"), ("健", "様"))
    turned = share_pieces([wife, teacher])
    assert turned[0].recipient.named(with_joint=True) == (("堀 花子", "様"), ("一郎", "先生"), ("健", "様"))
    apart = settled([found[0], found[1]])
    assert apart[0].recipient.named(with_joint=True) == (("堀 一郎", "先生"), ("誠", "くん"), ("健", "様"))
    assert PrintSettings(honorific="さま").recipient(found[0]).joint_honorifics == ("さま", "くん", "さま")


def test_a_typed_name_does_not_bring_in_who_must_not_be_named() -> None:
    home = Home("#1", typed=("健", "渡邊　健", "太郎"), unnamed=frozenset({"健", "渡辺健"}))
    assert names(share_pieces([person(1, "渡辺 真理", home=home)])) == {1: ("太郎",)}


def test_too_many_names_share_without_being_named() -> None:
    people = [person(number, f"渡辺 {given_name}") for number, given_name in enumerate("真健恵誠恭花", start=1)]
    found = share_pieces(people)
    assert found[0].joint == (2, 3, 4, 5, 6)
    assert names(found) == {1: tuple("健恵誠恭花")[:MOST_JOINT]}


def test_who_is_recorded_twice_is_named_once() -> None:
    found = share_pieces([person(1, "渡辺 真理"), person(2, "渡辺 健"), person(3, "渡邊 健"), person(4, "渡辺 真理")])
    assert (found[0].joint, names(found)) == ((2, 3, 4), {1: ("健",)})


def test_when_the_addressee_falls_out_the_next_is_addressed_without_that_name() -> None:
    people = share_pieces([person(1, "渡辺 真理"), person(2, "渡辺 健"), person(3, "渡辺 恵")])
    found = share_pieces(people, without={1})
    assert (names(found), sharing(found), found[0].marks) == ({2: ("恵",)}, {3: 2}, ())


def test_who_is_taken_in_gets_an_own_card_and_is_not_named_on_the_other() -> None:
    people = share_pieces([person(1, "渡辺 真理", home=Home("#1", typed=("太郎",))), person(2, "渡辺 健"), person(3, "渡辺 恵")])
    assert settled(people[:1]) == people[:1]
    both = settled([people[0], people[1]])
    assert (names(both), both[0].joint) == ({1: ("恵", "太郎")}, (3,))
    assert names(settled([unnamed(people[0]), people[1]])) == {}
    assert unnamed(people[0]).joint == (2, 3)


@pytest.mark.parametrize("occasion", Occasion)
def test_a_household_in_mourning_gets_no_greeting_of_joy(occasion: Occasion) -> None:
    people = [
        person(1, "渡辺 真理", P.MOURNING, home=Home("#1", is_mourning=True)),
        person(2, "渡辺 健", home=Home("#1", is_mourning=True)),
    ]
    job = card(occasion)
    lines = [plan_line(one, [], job, tolerated_by(job)) for one in shared_for(people, job)]
    is_joy = occasion in (Occasion.SEASON, Occasion.BIRTHDAY, Occasion.ANNIVERSARY)
    assert [line.problems for line in lines] == [(P.MOURNING,), (P.HOUSEHOLD_MOURNING,) if is_joy else ()]
    assert names([line.candidate for line in lines]) == {}


def test_a_card_for_a_time_of_mourning_goes_to_those_who_mourn() -> None:
    people = [
        person(1, "渡辺 真理", P.MOURNING, home=Home("#1", is_mourning=True)),
        person(2, "渡辺 健", home=Home("#1", is_mourning=True)),
    ]
    job = card(Occasion.SEASON, mourning_safe=True)
    lines = [plan_line(one, [], job, tolerated_by(job)) for one in shared_for(people, job)]
    assert [line.problems for line in lines] == [(), (P.SAME_HOUSEHOLD,)]
    assert names([line.candidate for line in lines]) == {1: ("健",)}


def test_a_card_for_the_purse_is_everybodys_own() -> None:
    people = share_pieces([person(1, "渡辺 真理", home=Home("#1", typed=("太郎",))), person(2, "渡辺 健")])
    found = shared_for(people, card(kind=PrintKind.MEMBER_CARDS))
    assert (names(found), sharing(found), [one.joint for one in found]) == ({}, {}, [(), ()])
    assert all(not one.marks for one in found)


SOME = (*sorted(NEVER_NAMED), P.MAILED_LATELY, P.MAILED_TODAY, P.NO_POSTCODE)
MARKS = st.lists(st.sampled_from(SOME), max_size=2, unique=True).map(tuple)
PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(("渡辺 真理", "渡辺 健", "渡邊 健", "林 花子", "恵", "渡辺 ")),
        MARKS,
        st.sampled_from((Home(), Home("#1"), Home("#1", 1), Home("#1", 2, ("太郎", "健")), Home("a@b", is_mourning=True))),
        st.sampled_from(((), (), (P.NO_ADDRESS,))),
    ),
    max_size=7,
).map(lambda rows: [person(n, name, *marks, home=home, wrong=wrong) for n, (name, marks, home, wrong) in enumerate(rows, start=1)])


@given(PEOPLE, st.sets(st.integers(1, 7)))
def test_nobody_is_missed_and_nobody_gets_two(people: list[Candidate], without: set[int]) -> None:
    found = share_pieces(people, without)
    assert [one.customer_id for one in found] == [one.customer_id for one in people]
    served: list[int] = []
    for one in found:
        if P.SAME_HOUSEHOLD not in one.marks:
            served += [one.customer_id, *one.joint]
        assert len(one.recipient.joint_names) <= MOST_JOINT
        assert (one.sharing.addressee is not None) == (P.SAME_HOUSEHOLD in one.marks)
    assert sorted(served) == [one.customer_id for one in people]
    by_number = {one.customer_id: one for one in people}
    for one in found:
        for number in one.joint:
            assert NEVER_NAMED.isdisjoint(by_number[number].marks)
            assert number not in without
        if one.joint:
            assert one.customer_id not in without
            assert not any(
                PROBLEM_SEVERITY[problem] is Severity.BLOCKS for problem in (*by_number[one.customer_id].marks, *one.address_problems)
            )


@given(PEOPLE, st.sets(st.integers(1, 7)), st.sets(st.integers(1, 7)))
def test_sharing_again_says_the_same(people: list[Candidate], without: set[int], others: set[int]) -> None:
    assert share_pieces(share_pieces(people, others), without) == share_pieces(people, without)


@given(PEOPLE, st.sets(st.integers(1, 7)))
def test_what_is_printed_names_nobody_who_has_an_own_piece(people: list[Candidate], chosen: set[int]) -> None:
    before = [one for one in share_pieces(people) if one.customer_id in chosen]
    printed = settled(before)
    for one, was in zip(printed, before, strict=True):
        called = dict(zip(was.joint, was.sharing.names, strict=True))
        assert one.joint == tuple(number for number in was.joint if number not in chosen)
        assert not {called[number] for number in was.joint if number in chosen and called[number]} & set(one.recipient.joint_names)
        assert len(one.recipient.joint_names) == len(one.recipient.joint_honorifics) <= MOST_JOINT
    assert settled([replace(one) for one in printed]) == printed


def test_a_part_of_the_home_is_printed_for_the_rest_of_it() -> None:
    found = share_pieces([person(1, "渡辺 真理"), person(2, "渡辺 健"), person(3, "渡辺 恵")])
    (first, third) = settled([found[0], found[2]])
    assert (first.joint, first.recipient.joint_names) == ((2,), ("健",))
    assert (third.joint, third.recipient.joint_names) == ((), ())


@pytest.mark.parametrize(("occasion", "points", "is_told"), [("lapse", None, True), ("lapse", 300, False), ("birthday", None, False)])
def test_who_has_no_points_that_lapse_is_told_of(occasion: str, points: int | None, is_told: bool) -> None:
    template = Template("key", "ja", TemplateKind.CARD, "名前", "はがき", (), occasion=Occasion(occasion))
    job = Card(CardDesign.PLAIN, CardText(), Sender(), template=template)
    someone = person(1, "渡辺 真理")
    known = replace(someone, recipient=replace(someone.recipient, fields={"lapse_points": points}))
    problems = plan_line(known, [], job, tolerated_by(job)).problems
    assert (PrintProblem.NOTHING_LAPSES in problems) is is_told
