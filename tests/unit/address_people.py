"""The torture set: people, households and firms of our own making at hard addresses. Nobody of them lives."""

from __future__ import annotations

from itertools import chain

from app.domain.cards import Recipient
from tests.unit.address_places import ABROAD, PLACES

_NAMES: tuple[str, ...] = (
    "吉田 和子",
    "髙﨑 𠮷德",
    "林 健",
    "辻󠄀 一",
    "辻󠄁 葛󠄀之介",
    "渡邉󠄂 邊",
    "長谷川 小百合",
    "勅使河原 龍之介",
    "小比類巻 かほる",
    "佐々木 奈々",
    "乃",
    "一 二三",
    "葛󠄀城 蓮",
    "𠮷野家 奈津子",
    "齋藤 﨑",
    "Alexander Montgomery",
    "Jean-Pierre Lefèvre",
    "マリア・デル・カルメン ゴンサレス",
    "李 明",
    "五十嵐 みづゑ",
    "寿限無寿限無五劫 擦切海砂利水魚",
    "ヴェロニカ・アレクサンドロヴナ・コスモデミヤンスカヤ",
    "Ng",
    "Maximilian-Ferdinand von Hohenberg-Wildenstein",
    "山﨑 ゝ子",
    "鳥󠄂飼 榊󠄁",
    "東海林 ゆ",
    "ﾔﾏﾀﾞ ﾀﾛｳ",
    "万俟 〆",
    "O'Brien Séamus",
)
LATIN_NAMES: tuple[str, ...] = (
    "Montgomery-Smythe John Christopher",
    "Wolfeschlegelsteinhausen Hubert",
    "Papadimitropoulos-Konstantinidis Anastasia",
    "Venkatanarasimharajuvaripeta",
    "Jean-Baptiste de La Rochefoucauld-Doudeauville",
    "Raghunathanarayanaswamy Krishnamurthysubramaniam",
    "Featherstonehaugh-Cholmondeley Séamus Ó'Súilleabháin",
    "Anna Schwarzenbergerstein-Oberhausen-Lindenthal",
    "Þórunn Ragnheiðardóttir-Hallgrímsson",
    "Nguyễn Thị Phương-Thảo",
    "MARIA FERNANDA ALBUQUERQUE CAVALCANTI",
    "Zo Li",
)
_FIRMS: tuple[str, ...] = (
    "株式会社青山フラワーサービス",
    "有限会社 髙橋製作所",
    "㈱サンライズ・エンタープライズ・ホールディングス",
    "医療法人社団 明徳会 さくら歯科",
    "一般社団法人 全日本理美容技術者育成協議会連合会",
    "株式会社ABC",
    "Komorebi International Trading Co., Ltd.",
    "社会福祉法人 あおぞら福祉会 特別養護老人ホーム ひだまりの里",
    "独立行政法人国立高等専門学校機構 木漏日工業高等専門学校",
    "㈲丸一",
)
_DEPARTMENTS: tuple[str, ...] = (
    "営業本部 第二営業部",
    "",
    "カスタマーリレーション推進統括本部 企画課",
    "事務局",
    "ＩＴ推進室",
    "経営企画本部 サステナビリティ推進部 環境グループ",
)
_ROLES: tuple[str, ...] = ("部長", "代表取締役社長", "シニアマネージャー", "", "事務長", "執行役員 本部長", "グループリーダー")
_JOINT: tuple[tuple[str, ...], ...] = (
    ("花子",),
    ("花子", "太郎"),
    ("林 百合子",),
    ("花子", "太郎", "次郎"),
    ("鈴木 次郎", "三郎"),
    ("小百合", "龍之介", "千代の丞"),
    ("勅使河原 美紗緒", "聡一郎", "乃"),
)


def _singles() -> list[Recipient]:
    return [
        Recipient(f"S{index}-{step}", _NAMES[(index * 3 + step * 7) % len(_NAMES)], "様", number, address, building)
        for index, (number, address, building) in enumerate(PLACES)
        for step in range(2)
    ]


def _latin_names() -> list[Recipient]:
    """At addresses in Japanese, some of them of a firm or with somebody beside."""
    found = []
    for index, name in enumerate(LATIN_NAMES):
        for step in range(3):
            number, address, building = PLACES[(index * 13 + step * 31) % len(PLACES)]
            found.append(
                Recipient(
                    f"L{index}-{step}",
                    name,
                    "様",
                    number,
                    address,
                    building,
                    company=_FIRMS[(index * 2 + 4) % len(_FIRMS)] if step == 1 else "",
                    joint_names=("Mary-Elizabeth", "Christopher") if step == 2 and len(name) < 45 else (),
                )
            )
    return found


def _firms() -> list[Recipient]:
    return [
        Recipient(
            f"F{index}",
            _NAMES[(index * 7 + 2) % len(_NAMES)],
            "様",
            number,
            address,
            building,
            company=_FIRMS[index % len(_FIRMS)],
            department=_DEPARTMENTS[index % len(_DEPARTMENTS)],
            role=_ROLES[index % len(_ROLES)],
        )
        for index, (number, address, building) in enumerate(PLACES)
    ]


def _families() -> list[Recipient]:
    return [
        Recipient(f"J{index}", _NAMES[index * 11 % 15], "様", number, address, building, joint_names=_JOINT[index % len(_JOINT)])
        for index, (number, address, building) in enumerate(PLACES[::2])
    ]


def _offices() -> list[Recipient]:
    """Firms without a person."""
    found = []
    for index, (number, address, building) in enumerate(PLACES[1::4]):
        firm = _FIRMS[index % len(_FIRMS)]
        has_section = index % 2 == 1
        name = (_DEPARTMENTS[index % len(_DEPARTMENTS)] or "総務部") if has_section else firm
        found.append(Recipient(f"K{index}", name, "御中", number, address, building, company=firm if has_section else ""))
    return found


def _foreigners() -> list[Recipient]:
    latin = [*(name for name in _NAMES if name.isascii() or "è" in name or "é" in name), *LATIN_NAMES]
    of_firms = [name for name in latin if len(name) < 45]
    found = []
    for index, (number, address, building) in enumerate(ABROAD):
        name = latin[index % len(latin)]
        found.append(Recipient(f"A{index}", name, "様", number, address, building))
        found.append(
            Recipient(
                f"AF{index}",
                of_firms[(index + 2) % len(of_firms)],
                ("様", "Dr.", "Ms.")[index % 3],
                number,
                address,
                building,
                company="Komorebi International Trading Co., Ltd.",
                department=("", "Customer Relations")[index % 2],
                role=("Managing Director", "")[index % 2],
            )
        )
    return found


TORTURE_SET: tuple[Recipient, ...] = tuple(chain(_singles(), _latin_names(), _firms(), _families(), _offices(), _foreigners()))
