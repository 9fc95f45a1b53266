"""The first rows of a list as they will stand in the shop's records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.addresses import Address, join_address
from app.domain.dates import format_birthday, format_date
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.money import currency_of, format_money
from app.domain.numbers import format_number
from app.views.importing.words import field_word
from app.views.moments import language
from app.views.widgets.card import Card
from app.views.widgets.table_view import Column, SimpleTable

if TYPE_CHECKING:
    from datetime import date

    from app.exchange.contracts import ContractDraft
    from app.exchange.customers import CustomerDraft
    from app.exchange.point_openings import OpeningDraft
    from app.exchange.products import ProductDraft
    from app.exchange.purchases import PurchaseDraft
    from app.views.importing.desk import ImportDraft

CONTEXT = "ImportPreview"
SHOWN = 100
_TITLE = QT_TRANSLATE_NOOP("ImportPreview", "How it comes in")
_NOTE = QT_TRANSLATE_NOOP("ImportPreview", "the first rows")
_ROW = QT_TRANSLATE_NOOP("ImportPreview", "Row")
_ADDRESS = QT_TRANSLATE_NOOP("ImportPreview", "Address")
_PEOPLE = ("code", "name", "kana", "phone", "birthday")
_PRODUCTS = ("product_code", "product", "group", "price", "reuse_days")
_POINTS = ("customer_code", "customer_name", "phone", "points", "expires")
_CONTRACTS = ("customer_code", "customer_name", "plan", "start", "end", "price", "reason")
_SALES = ("date", "receipt", "customer_name", "product", "amount")


def preview_card(draft: ImportDraft, today: date, currency: str) -> Card:
    """A card with a table of the first rows."""
    card = Card(QCoreApplication.translate(CONTEXT, _TITLE))
    card.set_note(QCoreApplication.translate(CONTEXT, _NOTE))
    columns = [Column("row", QCoreApplication.translate(CONTEXT, _ROW), numeric=True)]
    if draft.people is not None:
        columns += [Column(name, field_word(name)) for name in _PEOPLE]
        columns.append(Column("address", QCoreApplication.translate(CONTEXT, _ADDRESS), stretch=True))
        rows = [(people.row, _person(people, today)) for people in draft.people.reading.drafts[:SHOWN]]
    elif draft.products is not None:
        columns += [
            Column(name, field_word(name), numeric=name in ("price", "reuse_days"), stretch=name == "product") for name in _PRODUCTS
        ]
        rows = [(product.row, _product(product, currency)) for product in draft.products.reading.drafts[:SHOWN]]
    elif draft.points is not None:
        columns += [Column(name, field_word(name), numeric=name == "points", stretch=name == "customer_name") for name in _POINTS]
        rows = [(opening.row, _opening(opening)) for opening in draft.points.reading.drafts[:SHOWN]]
    elif draft.contracts is not None:
        columns += [Column(name, field_word(name), numeric=name == "price", stretch=name == "plan") for name in _CONTRACTS]
        rows = [(contract.row, _contract(contract, currency)) for contract in draft.contracts.reading.drafts[:SHOWN]]
    else:
        columns += [Column(name, field_word(name), numeric=name == "amount", stretch=name == "product") for name in _SALES]
        sales = draft.sales.reading.drafts[:SHOWN] if draft.sales is not None else []
        rows = [(sale.row, _sale(sale, currency)) for sale in sales]
    table = SimpleTable(columns, card.title_label.text())
    table.set_rows(rows)
    card.add_list(table)
    return card


def _person(draft: CustomerDraft, today: date) -> list[str]:
    fields = draft.fields
    address = join_address(Address(fields.prefecture, fields.city, fields.street, fields.building))
    birthday = format_birthday(fields.birthday, language(), today=today)
    return [f"{draft.row:,}", fields.code, fields.name, fields.kana, fields.phone or fields.mobile, birthday, address]


def _product(draft: ProductDraft, currency: str) -> list[str]:
    fields = draft.fields
    price = "" if fields.price is None else format_money(fields.price, currency_of(currency), language())
    return [f"{draft.row:,}", fields.code, fields.name, fields.group, price, str(fields.reuse_days or "")]


def _opening(draft: OpeningDraft) -> list[str]:
    customer = draft.customer
    last = "" if draft.expires is None else format_date(draft.expires, language())
    return [f"{draft.row:,}", customer.code, customer.name, customer.phone, format_number(draft.points), last]


def _contract(draft: ContractDraft, currency: str) -> list[str]:
    customer, words = draft.customer, language()
    end = "" if draft.end is None else format_date(draft.end, words)
    price = "" if draft.price is None else format_money(draft.price, currency_of(currency), words)
    return [f"{draft.row:,}", customer.code, customer.name, draft.plan, format_date(draft.start, words), end, price, draft.reason]


def _sale(draft: PurchaseDraft, currency: str) -> list[str]:
    fields, customer = draft.fields, draft.customer
    products = "、".join(line.product for line in fields.lines if line.product)
    amount = format_money(fields.amount, currency_of(currency), language())
    return [f"{draft.row:,}", format_date(fields.day, language()), fields.receipt, customer.said, products, amount]
