"""Rows of a list of products as drafts, and products as rows of a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from app.domain.money import AmountError, Currency, parse_amount
from app.domain.numbers import parse_decimal, parse_int
from app.domain.products import (
    BASIS_POINTS,
    HIGHEST_TAX,
    LARGEST_PRICE,
    LONGEST_REUSE,
    REDUCED_TAX,
    STANDARD_TAX,
    UNTAXED,
    GroupFields,
    GroupRow,
    ProductFields,
    ProductRow,
)
from app.domain.progress import NO_PROGRESS, Progress
from app.exchange.columns import PRODUCT_FIELDS, ColumnMapping, label
from app.exchange.export import ExportStyle, write_table
from app.exchange.problems import MissingColumns, RowError, RowReason, RowWarning, shown
from app.exchange.source import Table
from app.exchange.typed import AMOUNT_REASONS, code_text, one_line, read_flag, to_narrow
from app.exchange.values import KIND_WORDS

_NO_TAX = ("なし", "無し", "税なし", "非課税", "不課税", "免税", "対象外", "none", "no tax", "exempt", "zero")
_REDUCED = ("軽減", "軽減税率", "軽減8%", "8%軽減", "8%(軽減)", "reduced", "8% (reduced)")
_STANDARD = ("標準", "標準税率", "10%(標準)", "課税", "standard", "10% (standard)")
_EARNS: Mapping[str, bool] = {
    "付く": True,
    "つく": True,
    "ポイントが付く": True,
    "付与": True,
    "付与する": True,
    "対象": True,
    "earns points": True,
    "付かない": False,
    "つかない": False,
    "ポイントなし": False,
    "付与しない": False,
    "対象外": False,
    "earns no points": False,
}
_BETWEEN = "\n"
_FIELD_OF: Mapping[str, str] = {"product": "name", "product_code": "code", "service": "is_service"}
_OF_GROUP = ("group_tax_rate", "group_margin_rate", "group_earns_points")


@dataclass(frozen=True, slots=True)
class ProductDraft:
    """A product as the file has it. `said`: the fields of ProductFields that the row has a value for. `group`: what the file says of the
    group, when it says something. `is_archived` None: the file does not say."""

    row: int
    fields: ProductFields
    said: frozenset[str]
    former_names: tuple[str, ...] = ()
    is_archived: bool | None = None
    group: GroupFields | None = None


@dataclass(slots=True)
class ProductReading:
    """All rows of the list: drafts, groups that stand in rows of their own, and every row that stays out (`refused`) with its reasons."""

    drafts: list[ProductDraft] = field(default_factory=list)
    groups: list[GroupFields] = field(default_factory=list)
    refused: list[RowError] = field(default_factory=list)
    warnings: list[RowWarning] = field(default_factory=list)
    rows_read: int = 0


def read_products(
    table: Table,
    mapping: ColumnMapping,
    *,
    currency: Currency,
    overrides: Mapping[tuple[int, str], str] | None = None,
    progress: Progress = NO_PROGRESS,
) -> ProductReading:
    """Read every row. `overrides`: texts typed by the user in place of a cell. Raises MissingColumns without a column of names."""
    if "product" not in mapping.fields:
        raise MissingColumns(fields="product")
    reading = ProductReading()
    typed: dict[int, dict[str, str]] = {}
    for (row, name), text in (overrides or {}).items():
        typed.setdefault(row, {})[name] = text
    indexes = tuple(mapping.field_indexes.items())
    seen: dict[tuple[str, str], int] = {}
    for row, cells in table.records(reading.refused, progress):
        reading.rows_read += 1
        texts = {name: cells[index].strip() for name, index in indexes} | typed.get(row, {})
        product = _Row(row, texts, currency)
        if product.is_of_group_alone():
            group = product.group()
            if product.errors or group is None:
                reading.refused.extend(product.errors)
            else:
                reading.groups.append(group)
            continue
        draft = product.read()
        reading.warnings.extend(product.warnings)
        if draft is not None:
            first = seen.setdefault(_identity(draft.fields), row)
            if first != row:
                about = "product_code" if draft.fields.code else "product"
                twice = draft.fields.code or draft.fields.name
                product.errors.append(RowError(row, RowReason.PRODUCT_TWICE, about, shown(twice), shown(draft.fields.name), str(first)))
        if product.errors or draft is None:
            reading.refused.extend(product.errors)
        else:
            reading.drafts.append(draft)
    reading.refused.sort(key=lambda error: error.row)
    return reading


def _identity(fields: ProductFields) -> tuple[str, str]:
    return ("code", fields.code.casefold()) if fields.code else ("name", fields.name)


class _Row:
    """One row: cells into fields, what is wrong into `errors`."""

    def __init__(self, row: int, texts: Mapping[str, str], currency: Currency) -> None:
        self._row = row
        self._texts = texts
        self._currency = currency
        self._name = " ".join(one_line(texts.get("product", "")).split())
        self.errors: list[RowError] = []
        self.warnings: list[RowWarning] = []

    def is_of_group_alone(self) -> bool:
        """A group in which there is no product yet."""
        said = {name for name in self._texts if self._text(name)}
        return "group" in said and bool(said & set(_OF_GROUP)) and said <= {"group", *_OF_GROUP}

    def group(self) -> GroupFields | None:
        """What the row says of the group, when it says anything."""
        name = self._group_name()
        if not name or not any(self._text(part) for part in _OF_GROUP):
            return None
        earns = self._flag("group_earns_points", _EARNS)
        return GroupFields(name, self._margin("group_margin_rate"), self._tax("group_tax_rate"), True if earns is None else earns)

    def read(self) -> ProductDraft | None:
        if not self._name:
            self._refuse(RowReason.PRODUCT_MISSING, "product")
            return None
        tax, margin = self._tax("tax_rate"), self._margin("margin_rate")
        fields = ProductFields(
            name=self._name,
            code=code_text(self._text("product_code")),
            kana=one_line(self._text("kana")),
            barcode="".join(code_text(self._text("barcode")).split()),
            group=self._group_name(),
            price=self._price(),
            tax_rate=tax,
            margin_rate=margin,
            earns_points=self._flag("earns_points", _EARNS),
            is_service=bool(self._flag("service", KIND_WORDS)),
            reuse_days=self._days(),
        )
        names = tuple(name for name in self._texts if name not in _OF_GROUP and self._text(name))
        said = frozenset(_FIELD_OF.get(name, name) for name in names) & frozenset(ProductFields.__dataclass_fields__)
        archived = self._flag("archived")
        former = tuple(name.strip() for name in self._text("former_names").split(_BETWEEN) if name.strip())
        return ProductDraft(self._row, fields, said, former, archived, self.group())

    def _text(self, name: str) -> str:
        return self._texts.get(name, "")

    def _refuse(self, reason: RowReason, name: str, other: str = "") -> None:
        self.errors.append(RowError(self._row, reason, name, shown(self._text(name)), shown(self._name), other))

    def _price(self) -> int | None:
        text = self._text("price")
        if not text:
            return None
        amount = parse_amount(text, self._currency)
        if isinstance(amount, AmountError):
            self._refuse(AMOUNT_REASONS[amount.problem], "price")
            return None
        if not 0 <= amount.minor <= LARGEST_PRICE:
            self._refuse(RowReason.AMOUNT_UNREADABLE if amount.minor < 0 else RowReason.AMOUNT_TOO_LARGE, "price")
            return None
        if amount.is_rounded:
            after = str(Decimal(amount.minor).scaleb(-self._currency.digits))
            self.warnings.append(RowWarning(self._row, RowReason.PRICE_ROUNDED, "price", shown(text), shown(self._name), after))
        return amount.minor

    def _tax(self, name: str) -> int | None:
        word = to_narrow(self._text(name)).strip().casefold()
        if not word:
            return None
        for words, rate in ((_NO_TAX, UNTAXED), (_REDUCED, REDUCED_TAX), (_STANDARD, STANDARD_TAX)):
            if word in words:
                return rate
        share = self._share(name, Decimal(HIGHEST_TAX) / BASIS_POINTS)
        return None if share is None else int(share * BASIS_POINTS)

    def _margin(self, name: str) -> float | None:
        share = self._share(name, Decimal(1))
        return None if share is None else float(share)

    def _share(self, name: str, highest: Decimal) -> Decimal | None:
        """A rate as a fraction: "42%", "42" and "0.42" are 0.42."""
        text = to_narrow(self._text(name)).strip()
        plain = text.rstrip("%").removesuffix("パーセント").strip()
        if not plain:
            return None
        rate = parse_decimal(plain)
        if rate is None:
            self._refuse(RowReason.NUMBER_UNREADABLE, name)
            return None
        share = rate / 100 if plain != text or rate >= 1 else rate
        if not 0 <= share <= highest:
            self._refuse(RowReason.RATE_OUT_OF_RANGE, name, str((highest * 100).to_integral_value()))
            return None
        return share

    def _flag(self, name: str, words: Mapping[str, bool] = MappingProxyType({})) -> bool | None:
        """Yes or no, also in `words` of its own."""
        text = self._text(name)
        if not text:
            return None
        flag = words.get(to_narrow(text).strip().casefold())
        if flag is None:
            flag = read_flag(text)
        if flag is None:
            self._refuse(RowReason.CHOICE_UNREADABLE, name)
        return flag

    def _days(self) -> int | None:
        text = self._text("reuse_days")
        if not text:
            return None
        days = parse_int(to_narrow(text).strip().removesuffix("日").removesuffix("days").strip())
        if days is None or not 1 <= days <= LONGEST_REUSE:
            self._refuse(RowReason.DAYS_OUT_OF_RANGE, "reuse_days", str(LONGEST_REUSE))
            return None
        return days

    def _group_name(self) -> str:
        return " ".join(one_line(self._text("group")).split())


def write_products(
    path: Path,
    products: Iterable[ProductRow],
    groups: Sequence[GroupRow],
    *,
    style: ExportStyle,
    language: str,
    currency: Currency,
    progress: Progress = NO_PROGRESS,
) -> int:
    """Write one row per product; returns how many. Prices in major units; for moving, the header has the field names, a group's own
    words stand with each of its products, and a group without any has a row of its own."""
    is_moving = style is ExportStyle.MOVING
    header = PRODUCT_FIELDS if is_moving else tuple(label(name, language) for name in PRODUCT_FIELDS)
    by_name = {group.name: group.fields for group in groups}
    listed = list(products)
    rows = [_cells(product, by_name.get(product.fields.group), currency) for product in listed]
    if is_moving:
        used = {product.fields.group for product in listed}
        rows.extend(
            _in_order({"group": group.name, **_group_cells(group.fields)}) for group in groups if group.is_active and group.name not in used
        )
    return write_table(path, header, rows, style=style, progress=progress)


def _cells(product: ProductRow, group: GroupFields | None, currency: Currency) -> list[str]:
    fields = product.fields
    cells = {
        "product_code": fields.code,
        "product": fields.name,
        "kana": fields.kana,
        "barcode": fields.barcode,
        "group": fields.group,
        "price": "" if fields.price is None else format(Decimal(fields.price).scaleb(-currency.digits), "f"),
        "tax_rate": _percent(None if fields.tax_rate is None else Decimal(fields.tax_rate) / BASIS_POINTS),
        "margin_rate": _percent(None if fields.margin_rate is None else Decimal(str(fields.margin_rate))),
        "earns_points": _yes_or_no(fields.earns_points),
        "service": "yes" if fields.is_service else "",
        "reuse_days": "" if fields.reuse_days is None else str(fields.reuse_days),
        "former_names": _BETWEEN.join(product.former_names),
        "archived": "" if product.is_active else "yes",
    }
    if group is not None:
        cells.update(_group_cells(group))
    return _in_order(cells)


def _group_cells(group: GroupFields) -> dict[str, str]:
    return {
        "group_tax_rate": _percent(None if group.tax_rate is None else Decimal(group.tax_rate) / BASIS_POINTS),
        "group_margin_rate": _percent(None if group.margin_rate is None else Decimal(str(group.margin_rate))),
        "group_earns_points": _yes_or_no(group.earns_points),
    }


def _in_order(cells: Mapping[str, str]) -> list[str]:
    return [cells.get(name, "") for name in PRODUCT_FIELDS]


def _percent(share: Decimal | None) -> str:
    return "" if share is None else f"{(share * 100).normalize():f}%"


def _yes_or_no(flag: bool | None) -> str:
    return "" if flag is None else "yes" if flag else "no"
