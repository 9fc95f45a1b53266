"""Groups as data and as sentences: without a shop, without a window."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.group_conditions import CONDITIONS
from app.domain.group_specs import FIXED, TYPED, Choice, ConditionKind, Param, ParamKind, Value, Variant
from app.domain.group_words import Speaker, condition_words, name_for, option_words, sentence_of
from app.domain.groups import (
    Condition,
    ConditionBackwards,
    ConditionEmpty,
    ConditionOutOfRange,
    CustomerGroupNameMissing,
    CustomerGroupNameTooLong,
    GroupChoices,
    GroupRules,
    GroupUnreadable,
    GroupWithoutConditions,
    checked_name,
    new_condition,
)
from app.domain.ready_groups import PROPOSALS, READY_MADE, ready_rules
from app.words import Catalogue

TODAY = date(2026, 11, 20)
CHOICES = GroupChoices(
    {
        ParamKind.PRODUCT: (Choice(7, "カット"), Choice("ワックス", "ワックス")),
        ParamKind.TIER: (Choice(2, "ゴールド"),),
        ParamKind.TAG: (Choice("A & B", "A & B"),),
        ParamKind.FIELD: (Choice("own:肌質", "肌質"), Choice("phone", "Phone")),
    },
    {ParamKind.PRODUCT: {9: "パーマ"}},
)
CUT = Condition(ConditionKind.BOUGHT, "yes", {"product": 7, "days": 60})
AWAY = Condition(ConditionKind.LAST_VISIT, "ago", {"days": 90})
POST = Condition(ConditionKind.POST, "yes")


def speaker(language: str) -> Speaker:
    return Speaker(Catalogue.load(language).tr, language, TODAY)


@pytest.fixture(scope="module", params=["ja", "en"])
def either(request: pytest.FixtureRequest) -> Speaker:
    return speaker(str(request.param))


def test_the_sentence_in_japanese() -> None:
    rules = GroupRules(((CUT,), (AWAY,), (POST,)))
    assert sentence_of(rules, CHOICES, speaker("ja")) == "60日以内に「カット」をお買い上げ、90日以上ご来店なし、郵送に同意"


def test_the_sentence_in_english() -> None:
    rules = GroupRules(((CUT,), (AWAY,), (POST,)))
    assert sentence_of(rules, CHOICES, speaker("en")) == "Bought “カット” within 60 days, not here for 90 days or more, agreed to post"


def test_alternatives_stand_in_brackets_only_beside_others() -> None:
    points = Condition(ConditionKind.POINTS, "least", {"points": 500})
    alone, mixed = GroupRules(((AWAY, points),)), GroupRules(((POST,), (AWAY, points)))
    assert sentence_of(alone, CHOICES, speaker("ja")) == "90日以上ご来店なしまたはポイントの残りが500ポイント以上"
    assert sentence_of(mixed, CHOICES, speaker("en")) == "Agreed to post, (not here for 90 days or more or holding at least 500 points)"


def test_the_words_of_a_sentence_can_be_pressed() -> None:
    said = condition_words(CUT, CHOICES, speaker("ja"))
    assert said.pattern == "{0}以内に「{1}」を{2}"
    assert said.words == (("days", "60日"), ("product", "カット"), ("how", "お買い上げ"))


def test_what_can_no_longer_be_chosen_keeps_its_name_and_what_is_gone_is_said() -> None:
    former, gone = CUT.with_value("product", 9), CUT.with_value("product", 8)
    assert "パーマ" in condition_words(former, CHOICES, speaker("ja")).text
    assert "(no longer there)" in condition_words(gone, CHOICES, speaker("en")).text


def test_money_days_and_fields_are_said_as_everywhere() -> None:
    spent = Condition(ConditionKind.SPENT, "least", {"amount": 12_000, "days": 365})
    came = Condition(ConditionKind.CAME, "no", {"from": "2025-12-01", "until": "2025-12-31"})
    field = Condition(ConditionKind.FIELD, "contains", {"field": "own:肌質", "text": "乾"})
    assert condition_words(spent, CHOICES, speaker("ja")).text == "365日以内のお買上げが¥12,000以上"
    assert condition_words(came, CHOICES, speaker("en")).text == "did not come from 1 Dec 2025 to 31 Dec 2025"
    assert condition_words(field, CHOICES, speaker("ja")).text == "「肌質」が「乾」を含む"


def test_every_way_of_every_kind_is_a_whole_sentence(either: Speaker) -> None:
    for spec in CONDITIONS.values():
        for way in spec.variants:
            condition = Condition(spec.kind, way.how, {param.name: _any(param) for param in way.params})
            said = condition_words(condition, CHOICES, either)
            assert said.text.strip() and "{" not in said.text
            assert {name for name, _ in said.words} >= {param.name for param in way.params}
            assert len(spec.variants) == 1 or "how" in dict(said.words)
            assert all(word for _, word in said.words)


def test_the_ways_of_a_kind_can_be_told_apart(either: Speaker) -> None:
    for spec in CONDITIONS.values():
        texts = [
            condition_words(Condition(spec.kind, way.how, {param.name: _any(param) for param in way.params}), CHOICES, either).text
            for way in spec.variants
        ]
        assert len(set(texts)) == len(texts), texts


def test_a_name_is_made_of_the_first_conditions() -> None:
    rules = GroupRules(((CUT,), (AWAY,), (POST,)))
    assert name_for(rules, CHOICES, speaker("ja")) == "60日以内に「カット」をお買い上げ・90日以上ご来店なし"
    assert name_for(rules, CHOICES, speaker("en")) == "Bought “カット” within 60 days"
    assert name_for(GroupRules(), CHOICES, speaker("ja")) == ""


def test_a_new_condition_begins_with_what_there_is() -> None:
    assert new_condition(ConditionKind.BOUGHT, CHOICES, TODAY).values == {"product": 7, "days": 60}
    assert new_condition(ConditionKind.CAME, CHOICES, TODAY).values == {"from": "2026-11-01", "until": "2026-11-20"}
    # Without staff there is nobody to name, but somebody may still have nobody in charge.
    assert new_condition(ConditionKind.STAFF, CHOICES, TODAY).how == "nobody"


def test_a_kind_without_anything_to_choose_is_not_offered() -> None:
    asked = {kind for kind, spec in CONDITIONS.items() if CHOICES.can_ask(spec)}
    assert {ConditionKind.TAG, ConditionKind.POST, ConditionKind.FIELD, ConditionKind.BOUGHT} <= asked
    assert not {ConditionKind.STAFF, ConditionKind.GENDER, ConditionKind.AREA, ConditionKind.BOUGHT_GROUP} & asked


def test_another_way_keeps_what_both_know() -> None:
    spent = Condition(ConditionKind.SPENT, "least", {"amount": 7, "days": 30})
    assert spent.with_how("ever_below") == Condition(ConditionKind.SPENT, "ever_below", {"amount": 7})
    assert spent.with_how("ever_below").with_how("below").values == {"amount": 7, "days": 365}


def test_conditions_are_put_in_and_taken_out() -> None:
    rules = GroupRules().adding(CUT).adding(AWAY).adding(POST, 1)
    assert rules.blocks == ((CUT,), (AWAY, POST))
    assert rules.without(0, 0).blocks == ((AWAY, POST),)
    assert rules.without(1, 0).blocks == ((CUT,), (POST,))
    assert rules.replacing(1, 1, CUT).blocks == ((CUT,), (AWAY, CUT))


@pytest.mark.parametrize(
    ("condition", "error"),
    [
        (CUT.with_value("days", 0), ConditionOutOfRange),
        (CUT.with_value("days", 3_661), ConditionOutOfRange),
        (CUT.with_value("product", ""), ConditionEmpty),
        (Condition(ConditionKind.FIELD, "is", {"field": "phone", "text": "  "}), ConditionEmpty),
        (Condition(ConditionKind.CAME, "yes", {"from": "2026-11-20", "until": "2026-11-19"}), ConditionBackwards),
        (Condition(ConditionKind.AGE, "least", {"years": 131}), ConditionOutOfRange),
        (Condition(ConditionKind.SPENT, "ever_least", {"amount": -1}), ConditionOutOfRange),
    ],
)
def test_what_cannot_be_is_said(condition: Condition, error: type[Exception]) -> None:
    with pytest.raises(error):
        GroupRules(((POST,), (condition,))).checked()


def test_the_edges_can_be() -> None:
    edges = (CUT.with_value("days", 1), CUT.with_value("days", 3_660))
    one_day = Condition(ConditionKind.CAME, "yes", {"from": "2026-11-20", "until": "2026-11-20"})
    rules = GroupRules(((*edges, one_day),))
    assert rules.checked() is rules


def test_a_group_needs_a_condition_and_a_name() -> None:
    with pytest.raises(GroupWithoutConditions):
        GroupRules().checked()
    with pytest.raises(CustomerGroupNameMissing):
        checked_name(" \u3000 ")
    with pytest.raises(CustomerGroupNameTooLong):
        checked_name("あ" * 81)
    assert checked_name("  常連　さん ") == "常連 さん"


@pytest.mark.parametrize(
    "stored",
    [
        None,
        {},
        {"all": [[]]},
        {"all": [{"kind": "tag"}]},
        {"all": [["tag"]]},
        {"all": [[{"kind": "of another world", "how": "yes"}]]},
        {"all": [[{"kind": "bought", "how": "yes", "days": 60}]]},
        {"all": [[{"kind": "bought", "how": "maybe", "days": 60, "product": 7}]]},
        {"all": [[{"kind": "bought", "how": "yes", "days": "sixty", "product": 7}]]},
        {"all": [[{"kind": "bought", "how": "yes", "days": True, "product": 7}]]},
        {"all": [[{"kind": "came", "how": "yes", "from": "yesterday", "until": "2026-11-20"}]]},
    ],
)
def test_what_is_no_group_is_refused(stored: object) -> None:
    with pytest.raises(GroupUnreadable):
        GroupRules.from_json(stored)


def _any(param: Param) -> Value:
    if param.kind.is_number:
        return max(param.low, 3)
    if param.kind is ParamKind.DAY:
        return "2026-11-20"
    return FIXED[param.kind].choices[0].value if param.kind in FIXED else "phone" if param.kind is ParamKind.FIELD else "ことば"


def _values(param: Param) -> st.SearchStrategy[Value]:
    if param.kind.is_number:
        return st.integers(param.low, param.high)
    if param.kind is ParamKind.DAY:
        return st.just("2026-11-20")
    if param.kind in FIXED:
        return st.sampled_from([choice.value for choice in FIXED[param.kind].choices])
    words = st.text(min_size=1).filter(lambda text: bool(text.strip()))
    return words if param.kind in TYPED or param.kind is ParamKind.FIELD else st.one_of(words, st.integers(1, 99))


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    kind = draw(st.sampled_from(ConditionKind))
    way: Variant = draw(st.sampled_from(CONDITIONS[kind].variants))
    return Condition(kind, way.how, {param.name: draw(_values(param)) for param in way.params})


RULES = st.lists(st.lists(conditions(), min_size=1, max_size=3).map(tuple), min_size=1, max_size=3).map(tuple).map(GroupRules)


@given(RULES)
def test_rules_come_back_as_they_went(rules: GroupRules) -> None:
    assert GroupRules.from_json(rules.to_json()) == rules
    assert rules.checked() is rules


def test_every_kind_is_told_once_and_every_choice_has_a_word(either: Speaker) -> None:
    assert set(CONDITIONS) == set(ConditionKind)
    for kind in FIXED:
        words = [word for _, word in option_words(kind, CHOICES, either)]
        assert all(words) and len(set(words)) == len(words)


def test_ready_made_groups_and_proposals_are_groups() -> None:
    for proposal in PROPOSALS:
        assert proposal.rules.checked() is proposal.rules
    for group in READY_MADE:
        rules = ready_rules(group)
        assert rules is None or rules.checked() is rules
