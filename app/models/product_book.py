"""All products and groups as one book, kept until one of them changes."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.entities import Entity
from app.domain.products import STANDARD_TAX, GroupFields, GroupRow, ProductBook, ProductFields, ProductRow
from app.models.changes import cache_of, changed_in
from app.models.product import Product, ProductGroup
from app.models.shop import Shop

_MADE_OF = (Entity.PRODUCT, Entity.SHOP)


def product_book(session: Session) -> ProductBook:
    """Products and groups in the order of their lists, former ones included."""
    if changed_in(session) & set(_MADE_OF):
        # What may still be rolled back is for this session alone.
        return _read(session)
    return cache_of(session).get("product book", _MADE_OF, lambda: _read(session))


def _read(session: Session) -> ProductBook:
    margin = session.scalar(select(Shop.margin_rate)) or 0.0
    groups = {row.id: row for row in _groups(session)}
    listed = select(Product).order_by(Product.position, Product.id)
    return ProductBook(tuple(_product(row, groups, margin) for row in session.scalars(listed)), tuple(groups.values()), margin)


def _groups(session: Session) -> list[GroupRow]:
    counts: dict[int | None, int] = {
        group: count
        for group, count in session.execute(
            select(Product.group_id, func.count()).where(Product.is_active.is_(True)).group_by(Product.group_id)
        )
    }
    return [
        GroupRow(
            group.id,
            GroupFields(group.name, group.margin_rate, group.tax_rate, group.earns_points),
            tuple(group.former_names),
            group.is_active,
            counts.get(group.id, 0),
        )
        for group in session.scalars(select(ProductGroup).order_by(ProductGroup.position, ProductGroup.id))
    ]


def _product(product: Product, groups: Mapping[int, GroupRow], shop_margin: float) -> ProductRow:
    group = groups[product.group_id].fields if product.group_id is not None else GroupFields("")
    fields = ProductFields(
        name=product.name,
        code=product.code or "",
        kana=product.kana,
        barcode=product.barcode,
        group=group.name,
        price=product.price,
        tax_rate=product.tax_rate,
        margin_rate=product.margin_rate,
        earns_points=product.earns_points,
        is_service=product.is_service,
        reuse_days=product.reuse_days,
    )
    tax = next((rate for rate in (product.tax_rate, group.tax_rate) if rate is not None), STANDARD_TAX)
    margin = next((rate for rate in (product.margin_rate, group.margin_rate) if rate is not None), shop_margin)
    earns = group.earns_points if product.earns_points is None else product.earns_points
    return ProductRow(product.id, fields, tax, margin, earns, tuple(product.former_names), product.is_active, product.search_key)
