"""Which merge field somebody meant who wrote one that is not there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from app.domain.cards import FIELD_NAMES
from app.domain.text import fold

_LIKE_ENOUGH = 0.6

_SPOKEN: Mapping[str, tuple[str, ...]] = {
    "name": ("なまえ", "お名前", "おなまえ", "しめい", "名前", "お客様名", "宛名", "full name", "customer", "customer name"),
    "family_name": ("せい", "みょうじ", "苗字", "名字", "surname", "last name"),
    "given_name": ("めい", "下の名前", "したのなまえ", "first name"),
    "kana": ("かな", "カナ", "フリガナ", "よみ", "読み", "よみがな", "reading"),
    "honorific": ("けいしょう", "様", "さま", "title"),
    "number": ("お客様コード", "会員番号", "番号", "ばんごう", "member number", "customer number"),
    "company": ("会社", "かいしゃ", "勤務先", "firm"),
    "shop": ("店", "お店", "店舗", "みせ", "てんめい", "屋号", "shop name", "store"),
    "sender": ("差出人名", "店主", "さしだしにん", "from"),
    "phone": ("電話番号", "でんわ", "でんわばんごう", "telephone", "tel"),
    "today": ("今日", "きょう", "本日", "ひづけ", "date"),
    "last_visit": ("前回来店", "来店日", "最終来店日", "ぜんかいらいてんび", "last visit", "visit date"),
    "visits": ("来店数", "回数", "らいてんかいすう", "visit count"),
    "points": ("ポイント数", "ポイント残高", "残高", "ぽいんと", "point"),
    "lapse_points": ("失効するポイント", "しっこうぽいんと", "expiring points"),
    "lapse_day": ("失効日", "有効期限", "期限", "ゆうこうきげん", "expiry", "expiry date"),
    "staff": ("担当者", "たんとう", "スタッフ", "staff name"),
    "birthday": ("生年月日", "誕生月", "たんじょうび", "バースデー", "date of birth"),
}


def nearest_field(written: str, own_fields: Iterable[str] = ()) -> str:
    """The field, by its English name or as the shop calls its own, that comes nearest to what was written; empty when none is near."""
    wanted = fold(written).replace("_", " ")
    best, found = 0.0, ""
    calls = [(name, (name, alias, *_SPOKEN.get(name, ()))) for name, alias in FIELD_NAMES.items()]
    for name, words in [*calls, *((own, (own,)) for own in own_fields)]:
        for word in words:
            likeness = SequenceMatcher(None, wanted, fold(word).replace("_", " ")).ratio()
            if likeness > best:
                best, found = likeness, name
    return found if best >= _LIKE_ENOUGH else ""
