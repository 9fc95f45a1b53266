"""Japanese addresses: splitting one line, joining parts, comparing with the postal code. Other countries' are kept whole."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.kanji_variants import KANJI_FOLDING
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.postal_codes import PostalArea, PostalCodeReading, PostalLookup, PostalProblem, read_postal_code
from app.domain.text import collapse_spaces

__all__ = [
    "PREFECTURES",
    "PROBLEM_SENTENCES",
    "Address",
    "AddressProblem",
    "PostalArea",
    "PostalCodeReading",
    "PostalLookup",
    "PostalProblem",
    "address_of_areas",
    "address_problems",
    "behind_name",
    "has_street_number",
    "join_address",
    "read_postal_code",
    "split_address",
]

_NAMES = """
北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県
石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県
岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県
"""
PREFECTURES: tuple[str, ...] = tuple(_NAMES.split())


class AddressProblem(StrEnum):
    NO_POSTAL_CODE = "no_postal_code"
    POSTAL_CODE_UNREADABLE = "postal_code_unreadable"
    POSTAL_CODE_UNKNOWN = "postal_code_unknown"
    POSTAL_CODE_MISMATCH = "postal_code_mismatch"
    NO_ADDRESS = "no_address"
    NO_STREET_NUMBER = "no_street_number"


PROBLEM_SENTENCES: Mapping[AddressProblem, str] = {
    AddressProblem.NO_POSTAL_CODE: QT_TRANSLATE_NOOP("Formats", "There is no postal code."),
    AddressProblem.POSTAL_CODE_UNREADABLE: QT_TRANSLATE_NOOP("Formats", "The postal code does not have seven digits."),
    AddressProblem.POSTAL_CODE_UNKNOWN: QT_TRANSLATE_NOOP("Formats", "This postal code is not in the list of the post office."),
    AddressProblem.POSTAL_CODE_MISMATCH: QT_TRANSLATE_NOOP("Formats", "The postal code belongs to another address."),
    AddressProblem.NO_ADDRESS: QT_TRANSLATE_NOOP("Formats", "There is no address."),
    AddressProblem.NO_STREET_NUMBER: QT_TRANSLATE_NOOP("Formats", "The street number is missing."),
}


@dataclass(frozen=True, slots=True)
class Address:
    """`street` is town and number (神宮前1-2-3), `building` the house, floor and room."""

    prefecture: str = ""
    city: str = ""
    street: str = ""
    building: str = ""


_NUMERAL = "〇一二三四五六七八九十百"
_DASH = "-‐‑‒–—―−ー─－ｰ"
# 三号地, 四番川 and the like are towns; 3号棟 is a house of an estate and stays with its number.
_SUFFIX = r"(?:丁目|丁|番地|番町|番(?!耕地|[川沢江丁館])|号[棟館室]|号(?![地東西南北])|条[東西南北]?|線[東西南北]?|地割)"
_UNIT = rf"(?:[0-9０-９]+{_SUFFIX}?|[{_NUMERAL}]+{_SUFFIX})"
_NUMBERS = re.compile(rf"{_UNIT}(?:\s*[{_DASH}のノ之]?\s*(?<![ 　]){_UNIT}|\s*[{_DASH}]\s*{_UNIT}|[のノ之]{_UNIT})*")
_DECIDES = re.compile(rf"[{_DASH}番号のノ]")
_POSTAL_HEAD = re.compile(rf"^\s*(?:〒\s*[0-9０-９]{{3}}[{_DASH}]?[0-9０-９]{{4}}|[0-9０-９]{{3}}[{_DASH}][0-9０-９]{{4}}(?=\s))\s*")
_CITY = re.compile(
    "杵島郡大町町|佐波郡玉村町|四日市市|廿日市市|野々市市|余市郡余市町|(?:大和)?郡山市|郡上市|蒲郡市|小郡市|(?:武蔵|東)村山市|[大羽]村市|(?:北)?村上市|田村市|村山市|十日町市|町田市"
    "|.{1,6}?郡.{1,6}?[町村]|市[川原].?市|.{1,6}?市.{1,3}?区|.{1,6}?[市区町村]"
)
_JAPANESE = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")
_SAME_SIGNS = {ord(sign): "ケ" for sign in "ヶがガゖ"} | {ord(sign): "ノ" for sign in "の之"} | {ord("ツ"): "ッ", ord("つ"): "ッ"}


def _alike(text: str) -> str:
    # One character for one, so that positions stay those of the text.
    return text.translate(KANJI_FOLDING).translate(_SAME_SIGNS)


def split_address(text: str, lookup: PostalLookup | None = None) -> Address:
    """Split one line (or several) into prefecture, city, street and building; a postal code in front is dropped.

    With `lookup` the city is found in the list of municipalities, without it by its ending. Nothing is added that was
    not written: an address without prefecture stays without. Text that is not Japanese stays whole as `street`.
    """
    lines = [collapse_spaces(line) for line in _POSTAL_HEAD.sub("", text).splitlines()]
    plain = " ".join(line for line in lines if line)
    if not _JAPANESE.search(plain):
        return Address(street=plain)
    prefecture = next((name for name in PREFECTURES if plain.startswith(name)), "")
    rest = plain[len(prefecture) :].lstrip()
    city = _city_of(rest, prefecture, lookup)
    street, building = _split_street(rest[len(city) :].strip())
    return Address(prefecture, city, street, building)


def _city_of(rest: str, prefecture: str, lookup: PostalLookup | None) -> str:
    if lookup is None:
        match = _CITY.match(rest) if not rest[:1].isdigit() else None
        return match.group() if match else ""
    written = _alike(rest)
    longest = 0
    for city in lookup.cities(prefecture):
        for name in (city, city.partition("郡")[2] if "郡" in city[1:] else ""):
            if name and len(name) > longest and written.startswith(_alike(name)):
                longest = len(name)
    return rest[:longest]


def _split_street(rest: str) -> tuple[str, str]:
    blocks = list(_NUMBERS.finditer(rest))
    for block in blocks:
        behind = rest[block.end() :]
        if not behind or behind[0].isspace() or _DECIDES.search(block.group()) or block is blocks[-1]:
            return rest[: block.end()].replace(" ", ""), behind.strip(" ,、")
    street, _, building = rest.partition(" ")
    return street, building


def join_address(address: Address, *, building_on_own_line: bool = False) -> str:
    """The parts as one text: Japanese without blanks before the building, or with it on a line of its own."""
    parts = (address.prefecture, address.city, address.street)
    is_japanese_text = any(_JAPANESE.search(part) for part in parts)
    head = ("" if is_japanese_text else ", ").join(part.strip() for part in parts if part.strip())
    return ("\n" if building_on_own_line else " ").join(part for part in (head, address.building.strip()) if part)


def address_of_areas(areas: Sequence[PostalArea]) -> Address | None:
    """What all areas of a postal code have in common, to fill in a form; None without areas or a common prefecture."""
    if len({area.prefecture for area in areas}) != 1:
        return None
    first = areas[0]
    city = first.city if all(area.city == first.city for area in areas) else ""
    town = first.town if city and all(area.town == first.town for area in areas) else ""
    street = first.street if len(areas) == 1 else ""
    return Address(first.prefecture, city, town + street)


_TOWN_NUMBERS = re.compile(rf"(?:[0-9]+|[{_NUMERAL}]+)(?:丁目|番町|条|線)")
_WITHOUT_NUMBER = re.compile(rf"無番地|番外地|官有地|条[東西南北]?[0-9{_NUMERAL}]+丁目")
_HAS_NUMBER = re.compile(rf"[0-9]|[{_NUMERAL}]+(?:番|号|[{_DASH}ノの][{_NUMERAL}])")


def has_street_number(street: str) -> bool:
    """Whether a street has more than its town: 神宮前1-2-3 has a number, 神宮前 and 神宮前1丁目 have none.

    Grids of streets (北1条西2丁目) and places without numbers (無番地) count as complete. Text without Japanese does too.
    """
    plain = unicodedata.normalize("NFKC", street)
    if not _JAPANESE.search(plain):
        return bool(plain.strip())
    return bool(_WITHOUT_NUMBER.search(plain) or _HAS_NUMBER.search(_TOWN_NUMBERS.sub("", plain)))


def address_problems(postal_code: str, address: Address, lookup: PostalLookup | None) -> tuple[AddressProblem, ...]:
    """What may keep a letter from arriving, most serious first; empty when nothing was found.

    Without `lookup` the code is not compared with the table. Addresses without Japanese are only checked for being there.
    """
    written = f"{address.prefecture}{address.city}{address.street}"
    if not written.strip():
        return (AddressProblem.NO_ADDRESS,)
    if not _JAPANESE.search(written):
        return ()
    problems: list[AddressProblem] = []
    reading = read_postal_code(postal_code)
    areas: Sequence[PostalArea] = ()
    if not reading.text:
        problems.append(AddressProblem.NO_POSTAL_CODE)
    elif reading.problem:
        problems.append(AddressProblem.POSTAL_CODE_UNREADABLE)
    elif lookup is not None:
        areas = lookup.lookup(reading.digits)
        if not areas:
            problems.append(AddressProblem.POSTAL_CODE_UNKNOWN)
        elif not any(_is_in(address, area) for area in areas):
            problems.append(AddressProblem.POSTAL_CODE_MISMATCH)
    if not any(area.office for area in areas) and not has_street_number(address.street):
        problems.append(AddressProblem.NO_STREET_NUMBER)
    return tuple(problems)


def _is_in(address: Address, area: PostalArea) -> bool:
    if address.prefecture.strip() and address.prefecture.strip() != area.prefecture:
        return False
    # The county may be left out, and streets of Kyoto stand before the town, so parts are looked for, not compared.
    written = _comparable(f"{address.city}{address.street}")
    _, found, behind = written.partition(_comparable(area.city.partition("郡")[2] if "郡" in area.city[1:] else area.city))
    if not found:
        return False
    return bool(area.office) or _comparable(area.town) in behind or _is_tower(area.town, address.street)


_KATAKANA = re.compile("[ァ-ヴ]{2}")


def _is_tower(town: str, street: str) -> bool:
    # The floors of tall houses have codes of their own (西新宿 + 新宿住友ビル), people write the number between the two.
    before_number = _comparable(re.split(r"\d", street, maxsplit=1)[0])
    start = _comparable(town)
    return len(before_number) > 1 and start.startswith(before_number) and bool(_KATAKANA.search(start[len(before_number) :]))


def behind_name(text: str, name: str) -> str | None:
    """What follows the name of a place at the beginning of `text`, however its numbers and signs are written: of 北3条西4丁目 and 北三条西
    that is 4丁目. None where the text begins otherwise; a number is never taken apart: 北三 begins no 北三十, 十余二 does 十余二24."""
    wanted, read, end = _comparable(name), "", 0
    for found in _PIECE.finditer(text):
        piece = _comparable_piece(found.group())
        if read == wanted and piece:
            goes_on = wanted[-1:] in _NUMERAL and found.group()[0] in _NUMERAL
            return None if goes_on else text[end:]
        read, end = read + piece, found.end()
        if not wanted.startswith(read):
            return None
    return "" if read == wanted else None


# One sign with its voicing mark, a whole number, or a word for "part of" that may as well be left out.
_PIECE = re.compile(r"大?字|\d+|.[ﾞﾟ\u3099\u309a]?", re.DOTALL)


def _comparable(text: str) -> str:
    return "".join(_comparable_piece(piece) for piece in _PIECE.findall(text))


def _comparable_piece(piece: str) -> str:
    if piece.endswith("字"):
        return ""
    plain = "".join(unicodedata.normalize("NFKC", piece).translate(KANJI_FOLDING).split())
    return re.sub(r"\d+", _in_kanji, plain).translate(_SAME_SIGNS)


def _in_kanji(match: re.Match[str]) -> str:
    number = int(match.group())
    if not 0 < number < 100:
        return match.group()
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _NUMERAL[tens] + "十") + (_NUMERAL[ones] if ones else "")
