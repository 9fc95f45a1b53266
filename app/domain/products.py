"""What the shop sells: products and services in groups, and what a line of a receipt is taken for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.purchases import LineFields
from app.domain.text import collapse_spaces, fold

STANDARD_TAX = 1000
REDUCED_TAX = 800
UNTAXED = 0
USUAL_TAXES = (STANDARD_TAX, REDUCED_TAX, UNTAXED)
BASIS_POINTS = 10_000
HIGHEST_TAX = 5_000
LARGEST_PRICE = 10**9
LONGEST_REUSE = 3_660


class ProductNameMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please type what the product is called.")


class ProductNameTaken(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "There is already something called {name}. Please tell the two apart in the name, or give each a code."
    )


class ProductCodeTaken(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The code {code} belongs to {name} already. Please choose another.")


class BarcodeTaken(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The barcode {barcode} belongs to {name} already. Please check the digits.")


class PriceOutOfRange(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This price cannot be. Please check the digits.")


class TaxOutOfRange(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The tax rate must be between 0 and 50 per cent.")


class ProductMarginOutOfRange(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The gross margin must be between 0 and 100 per cent.")


class ReuseOutOfRange(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The number of days must be between 1 and {high}.")


class ProductGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This product is no longer in the list. Nothing was changed.")


class GroupNameMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please type what the group is called.")


class GroupNameTaken(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "There is already a group called {name}. Please choose another name.")


class GroupGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This group is no longer in the list. Nothing was changed.")


class GroupInUse(DomainError):
    """`count` active products stand in the group."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors", "Products ({count}) still stand in the group {name}. Nothing was changed. Please move them to another group first."
    )


@dataclass(frozen=True, slots=True)
class ProductFields:
    """`group` by name ("": none; a new name makes a group). None is "as the group says": `tax_rate` in basis points, `margin_rate` a
    fraction, `earns_points`. `price` in minor units as the shop writes prices, None when it differs. `reuse_days`: due again so many days
    after it was bought."""

    name: str
    code: str = ""
    kana: str = ""
    barcode: str = ""
    group: str = ""
    price: int | None = None
    tax_rate: int | None = None
    margin_rate: float | None = None
    earns_points: bool | None = None
    is_service: bool = False
    reuse_days: int | None = None


@dataclass(frozen=True, slots=True)
class GroupFields:
    """None: as the shop says (its margin, the standard tax rate)."""

    name: str
    margin_rate: float | None = None
    tax_rate: int | None = None
    earns_points: bool = True


@dataclass(frozen=True, slots=True)
class GroupRow:
    """`products`: how many active ones stand in it."""

    id: int
    fields: GroupFields
    former_names: tuple[str, ...] = ()
    is_active: bool = True
    products: int = 0

    @property
    def name(self) -> str:
        return self.fields.name


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product with what counts for it in the end: its own word, else its group's, else the shop's."""

    id: int
    fields: ProductFields
    tax_rate: int
    margin_rate: float
    earns_points: bool
    former_names: tuple[str, ...] = ()
    is_active: bool = True
    search_key: str = ""

    @property
    def name(self) -> str:
        return self.fields.name

    def line(self) -> LineFields:
        """One piece of it for a receipt; a price of 0 is still to be typed."""
        fields, price = self.fields, self.fields.price or 0
        rate = Decimal(self.tax_rate) / BASIS_POINTS
        return LineFields(fields.name, fields.code, fields.group, Decimal(1), price, 0, price, rate, earns_points=self.earns_points)


@dataclass(frozen=True, slots=True)
class ProductOutcome:
    """`action_id` undoes the act."""

    product_id: int
    action_id: int


@dataclass(frozen=True, slots=True)
class SoldProduct:
    """Something on receipts that is no product yet, as it was sold last. `times`: on how many lines."""

    fields: ProductFields
    times: int
    last: date


@dataclass(frozen=True, slots=True)
class ProductBook:
    """All products and groups, former ones included, to tell what a line of a receipt is.

    A line is the product with its code, else the one with its name (active ones first), else the one that was called so before.
    What no product says is said by the line's own group, then by the shop.
    """

    products: tuple[ProductRow, ...] = ()
    groups: tuple[GroupRow, ...] = ()
    shop_margin: float = 0.0
    _by_code: dict[str, ProductRow] = field(default_factory=dict, repr=False, compare=False)
    _by_name: dict[str, ProductRow] = field(default_factory=dict, repr=False, compare=False)
    _by_group: dict[str, GroupRow] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        listed = sorted(self.products, key=lambda product: not product.is_active)
        for product in listed:
            if product.fields.code:
                self._by_code.setdefault(product.fields.code.casefold(), product)
            self._by_name.setdefault(_name_key(product.name), product)
        for product in listed:
            for former in product.former_names:
                self._by_name.setdefault(_name_key(former), product)
        for group in self.groups:
            self._by_group.setdefault(_name_key(group.name), group)
        for group in self.groups:
            for former in group.former_names:
                self._by_group.setdefault(_name_key(former), group)

    def find(self, code: str, name: str) -> ProductRow | None:
        found = self._by_code.get(code.strip().casefold()) if code.strip() else None
        return found or (self._by_name.get(_name_key(name)) if name.strip() else None)

    def find_group(self, name: str) -> GroupRow | None:
        return self._by_group.get(_name_key(name)) if name.strip() else None

    def group_of(self, code: str, name: str, group: str = "") -> str:
        """The name of the group as it is called now; a line's own word where no group is called so; "" for none."""
        product = self.find(code, name)
        wanted = product.fields.group if product is not None and product.fields.group else collapse_spaces(group)
        found = self.find_group(wanted)
        return found.name if found is not None else wanted

    def tax_rate_of(self, code: str, name: str, group: str = "") -> int | None:
        """In basis points; None when neither a product nor a group is known."""
        product = self.find(code, name)
        if product is not None:
            return product.tax_rate
        found = self.find_group(group)
        if found is None:
            return None
        return STANDARD_TAX if found.fields.tax_rate is None else found.fields.tax_rate

    def margin_rate_of(self, code: str, name: str, group: str = "") -> float:
        """A fraction of the amount; a product's own word, else that of its group (else of the line's), else the shop's."""
        product = self.find(code, name)
        if product is not None and (product.fields.margin_rate is not None or product.fields.group):
            return product.margin_rate
        found = self.find_group(group)
        return self.shop_margin if found is None or found.fields.margin_rate is None else found.fields.margin_rate

    def earns(self, code: str, name: str, group: str = "") -> bool:
        """Whether a line earns points; what is unknown does."""
        product = self.find(code, name)
        if product is not None:
            return product.earns_points
        found = self.find_group(group)
        return True if found is None else found.fields.earns_points


def _name_key(name: str) -> str:
    """Width, case and blanks aside; a name of signs alone is itself."""
    return fold(name) or collapse_spaces(name).casefold()


def checked_product(fields: ProductFields) -> ProductFields:
    """The fields without stray blanks, or one of the errors above with the field it is about."""
    name = collapse_spaces(fields.name)
    if not name:
        raise ProductNameMissing(field="name")
    if fields.price is not None and not 0 <= fields.price <= LARGEST_PRICE:
        raise PriceOutOfRange(field="price")
    if fields.reuse_days is not None and not 1 <= fields.reuse_days <= LONGEST_REUSE:
        raise ReuseOutOfRange(field="reuse_days", high=LONGEST_REUSE)
    _check_rates(fields.tax_rate, fields.margin_rate)
    return replace(
        fields,
        name=name,
        code=collapse_spaces(fields.code),
        kana=collapse_spaces(fields.kana),
        barcode="".join(fields.barcode.split()),
        group=collapse_spaces(fields.group),
    )


def checked_group(fields: GroupFields) -> GroupFields:
    """The same for a group."""
    name = collapse_spaces(fields.name)
    if not name:
        raise GroupNameMissing(field="name")
    _check_rates(fields.tax_rate, fields.margin_rate)
    return replace(fields, name=name)


def _check_rates(tax_rate: int | None, margin_rate: float | None) -> None:
    if tax_rate is not None and not 0 <= tax_rate <= HIGHEST_TAX:
        raise TaxOutOfRange(field="tax_rate")
    if margin_rate is not None and not 0 <= margin_rate <= 1:
        raise ProductMarginOutOfRange(field="margin_rate")


def product_search_key(fields: ProductFields, former_names: Sequence[str] = ()) -> str:
    """One string to search a product in: `fold(query) in key`; folded words are held apart by line feeds."""
    return "\n".join(key for key in map(fold, (fields.name, fields.kana, fields.code, fields.barcode, *former_names)) if key)
