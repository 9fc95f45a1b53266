"""Products and their groups: adding, changing, putting aside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.products import (
    BarcodeTaken,
    GroupFields,
    GroupGone,
    GroupInUse,
    GroupNameTaken,
    ProductCodeTaken,
    ProductFields,
    ProductGone,
    ProductNameTaken,
    ProductOutcome,
    checked_group,
    checked_product,
    product_search_key,
)
from app.models.product import Product, ProductGroup
from app.services.actions import recorded


def add_product(session: Session, fields: ProductFields, *, now: datetime) -> ProductOutcome:
    """ProductNameMissing, ProductNameTaken, ProductCodeTaken, BarcodeTaken, and what is out of range."""
    fields = checked_product(fields)
    check_free(session, fields)
    with recorded(session, ActionKind.ADD_PRODUCT, now=now, name=fields.name) as act:
        product = new_product(session, fields, now=now)
        session.flush()
    return ProductOutcome(product.id, act.action_id)


def add_products(session: Session, wanted: Sequence[ProductFields], *, now: datetime) -> int:
    """Several as one act; its id. The errors of `add_product`: then none is added."""
    with recorded(session, ActionKind.ADD_PRODUCTS, now=now, count=len(wanted)) as act:
        for typed in wanted:
            fields = checked_product(typed)
            check_free(session, fields)
            new_product(session, fields, now=now)
            session.flush()
    return act.action_id


def edit_product(session: Session, product_id: int, fields: ProductFields, *, now: datetime) -> int:
    """The action's id. Receipts that name the product as it was called still mean it. The errors of `add_product`, ProductGone."""
    product = _product(session, product_id)
    fields = checked_product(fields)
    check_free(session, fields, besides=product_id)
    with recorded(session, ActionKind.EDIT_PRODUCT, now=now, name=fields.name) as act:
        write_fields(session, product, fields)
    return act.action_id


def archive_product(session: Session, product_id: int, *, now: datetime) -> int:
    """Out of the list and of the counter; receipts keep it. The action's id. ProductGone."""
    product = _product(session, product_id)
    with recorded(session, ActionKind.ARCHIVE_PRODUCT, now=now, name=product.name) as act:
        product.is_active = False
    return act.action_id


def bring_product_back(session: Session, product_id: int, *, now: datetime) -> int:
    """The action's id. ProductGone; ProductNameTaken or BarcodeTaken by a newer one."""
    product = _product(session, product_id)
    check_free(session, ProductFields(product.name, code=product.code or "", barcode=product.barcode), besides=product_id)
    with recorded(session, ActionKind.RESTORE_PRODUCT, now=now, name=product.name) as act:
        product.is_active = True
        if product.group_id is not None:
            session.get_one(ProductGroup, product.group_id).is_active = True
    return act.action_id


def add_group(session: Session, fields: GroupFields, *, now: datetime) -> int:
    """The action's id. GroupNameMissing, GroupNameTaken, and what is out of range."""
    fields = checked_group(fields)
    _check_group_name(session, fields.name)
    with recorded(session, ActionKind.ADD_PRODUCT_GROUP, now=now, name=fields.name) as act:
        _write_group(new_group(session, fields.name), fields)
    return act.action_id


def edit_group(session: Session, group_id: int, fields: GroupFields, *, now: datetime) -> int:
    """The action's id. The errors of `add_group`, GroupGone."""
    group = _group(session, group_id)
    fields = checked_group(fields)
    _check_group_name(session, fields.name, besides=group_id)
    with recorded(session, ActionKind.EDIT_PRODUCT_GROUP, now=now, name=fields.name) as act:
        _write_group(group, fields)
    return act.action_id


def archive_group(session: Session, group_id: int, *, now: datetime) -> int:
    """The action's id. GroupInUse while products stand in it, GroupGone."""
    group = _group(session, group_id)
    inside = select(func.count()).select_from(Product).where(Product.group_id == group_id, Product.is_active.is_(True))
    count = session.scalar(inside) or 0
    if count:
        raise GroupInUse(name=group.name, count=count)
    with recorded(session, ActionKind.ARCHIVE_PRODUCT_GROUP, now=now, name=group.name) as act:
        group.is_active = False
    return act.action_id


def bring_group_back(session: Session, group_id: int, *, now: datetime) -> int:
    """The action's id. GroupGone."""
    group = _group(session, group_id)
    with recorded(session, ActionKind.EDIT_PRODUCT_GROUP, now=now, name=group.name) as act:
        group.is_active = True
    return act.action_id


def check_free(session: Session, fields: ProductFields, *, besides: int = 0) -> None:
    """Receipts tell products by code, else by name: ProductCodeTaken (also by one put aside), BarcodeTaken, and ProductNameTaken unless
    both have a code."""
    others = select(Product.name).where(Product.id != besides)
    if fields.code:
        owner = session.scalar(others.where(func.lower(Product.code) == fields.code.lower()).limit(1))
        if owner is not None:
            raise ProductCodeTaken(field="code", code=fields.code, name=owner)
    active = others.where(Product.is_active.is_(True))
    if fields.barcode:
        owner = session.scalar(active.where(Product.barcode == fields.barcode).limit(1))
        if owner is not None:
            raise BarcodeTaken(field="barcode", barcode=fields.barcode, name=owner)
    same = active.where(Product.name == fields.name)
    if fields.code:
        same = same.where(Product.code.is_(None))
    if session.scalar(same.limit(1)) is not None:
        raise ProductNameTaken(field="name", name=fields.name)


def new_product(session: Session, fields: ProductFields, *, now: datetime) -> Product:
    """A row of checked fields at the end of the list."""
    last = session.scalar(select(func.max(Product.position)))
    product = Product(former_names=[], is_active=True, position=0 if last is None else last + 1, created_at=now)
    write_fields(session, product, fields)
    session.add(product)
    return product


def write_fields(session: Session, product: Product, fields: ProductFields) -> None:
    """Checked fields onto a row; what it was called before is kept."""
    if product.name and product.name != fields.name:
        product.former_names = [*(name for name in product.former_names if name != fields.name), product.name]
    product.group_id = _group_named(session, fields.group)
    product.name, product.code, product.kana, product.barcode = fields.name, fields.code or None, fields.kana, fields.barcode
    product.price, product.tax_rate, product.margin_rate = fields.price, fields.tax_rate, fields.margin_rate
    product.earns_points, product.is_service, product.reuse_days = fields.earns_points, fields.is_service, fields.reuse_days
    product.search_key = product_search_key(fields, product.former_names)


def new_group(session: Session, name: str) -> ProductGroup:
    """A group at the end of the list that says nothing of its own."""
    last = session.scalar(select(func.max(ProductGroup.position)))
    position = 0 if last is None else last + 1
    group = ProductGroup(
        name=name, former_names=[], margin_rate=None, tax_rate=None, earns_points=True, is_active=True, position=position, import_id=None
    )
    session.add(group)
    session.flush()
    return group


def _group_named(session: Session, name: str) -> int | None:
    """The id of the group, which comes back or is made when there is none in the list."""
    if not name:
        return None
    group = session.scalar(select(ProductGroup).where(ProductGroup.name == name))
    if group is None:
        return new_group(session, name).id
    if not group.is_active:
        group.is_active = True
    return group.id


def _write_group(group: ProductGroup, fields: GroupFields) -> None:
    if group.name != fields.name:
        group.former_names = [*(name for name in group.former_names if name != fields.name), group.name]
        group.name = fields.name
    group.margin_rate, group.tax_rate, group.earns_points = fields.margin_rate, fields.tax_rate, fields.earns_points


def _check_group_name(session: Session, name: str, *, besides: int = 0) -> None:
    if session.scalar(select(ProductGroup.id).where(ProductGroup.name == name, ProductGroup.id != besides)) is not None:
        raise GroupNameTaken(field="name", name=name)


def _product(session: Session, product_id: int) -> Product:
    product = session.get(Product, product_id)
    if product is None:
        raise ProductGone
    return product


def _group(session: Session, group_id: int) -> ProductGroup:
    group = session.get(ProductGroup, group_id)
    if group is None:
        raise GroupGone
    return group
