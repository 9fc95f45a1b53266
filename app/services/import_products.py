"""Storing a list of products: all accepted rows or none; what was there is brought up to date and can be put back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from app.domain.entities import Entity
from app.domain.errors import DomainError
from app.domain.imports import ImportKind, ImportSource
from app.domain.products import GroupFields, ProductFields, checked_group, checked_product, product_search_key
from app.domain.progress import NO_PROGRESS, Progress
from app.exchange.problems import RowError, RowReason, shown
from app.exchange.products import ProductDraft, ProductReading
from app.models.changes import mark_changed
from app.models.points import Reward
from app.models.product import Product, ProductChange, ProductGroup
from app.models.records import ImportBatch
from app.services.import_customers import ImportOutcome, close_batch, new_batch

PROGRESS_STEP = 200
_KEPT = ("id", "import_id", "created_at", "position")
_COLUMNS = tuple(column.name for column in Product.__table__.columns if column.name not in _KEPT)


def store_products(
    session: Session,
    reading: ProductReading,
    *,
    source: ImportSource,
    now: datetime,
    progress: Progress = NO_PROGRESS,
) -> ImportOutcome:
    """Write the drafts in this transaction. A product that is there, by code or else by name, takes what the row says; cells left empty
    leave it as it is."""
    outcome = ImportOutcome(refused=list(reading.refused), warnings=list(reading.warnings))
    batch = new_batch(session, ImportKind.PRODUCTS, source, now)
    writer = _Writer(session, batch, outcome, now)
    for number, draft in enumerate(reading.drafts):
        if number % PROGRESS_STEP == 0:
            progress.advance(number, len(reading.drafts))
        writer.take(draft)
    for group in reading.groups:
        writer.take_group(group)
    session.flush()
    outcome.refused.sort(key=lambda error: error.row)
    close_batch(session, batch, outcome)
    progress.advance(len(reading.drafts), len(reading.drafts))
    return outcome


class _Writer:
    """Knows all products by what tells them apart, so that a list of thousands asks the database once."""

    def __init__(self, session: Session, batch: ImportBatch, outcome: ImportOutcome, now: datetime) -> None:
        self._session = session
        self._batch = batch
        self._outcome = outcome
        self._now = now
        self._products = list(session.scalars(select(Product).order_by(Product.is_active.desc(), Product.id)))
        self._groups = {group.name: group for group in session.scalars(select(ProductGroup))}
        self._by_code = {product.code.casefold(): product for product in self._products if product.code}
        self._by_name: dict[str, list[Product]] = {}
        self._by_barcode = {product.barcode: product for product in self._products if product.barcode and product.is_active}
        for product in self._products:
            self._by_name.setdefault(product.name, []).append(product)
        self._next = 1 + max((product.position for product in self._products), default=-1)

    def take(self, draft: ProductDraft) -> None:
        known = self._known(draft.fields)
        fields = draft.fields if known is None else _merged(self._fields_of(known), draft)
        error = self._problem(draft, fields, known)
        if error is not None:
            self._outcome.refused.append(error)
            return
        fields = checked_product(fields)
        self._outcome.accepted += 1
        if known is None:
            self._add(draft, fields)
        else:
            self._change(draft, fields, known)

    def take_group(self, fields: GroupFields) -> None:
        """A group without products."""
        self._group_id(fields.name, fields)
        self._outcome.accepted += 1

    def _known(self, fields: ProductFields) -> Product | None:
        """The product of the code; without one the only product of that name, or the one whose code is not known yet."""
        if fields.code:
            found = self._by_code.get(fields.code.casefold())
            if found is not None:
                return found
        same = self._by_name.get(fields.name, [])
        unnumbered = [product for product in same if not product.code]
        if fields.code:
            return unnumbered[0] if unnumbered else None
        return same[0] if len(same) == 1 else unnumbered[0] if unnumbered else None

    def _problem(self, draft: ProductDraft, fields: ProductFields, known: Product | None) -> RowError | None:
        row, name = draft.row, shown(draft.fields.name)
        owner = self._by_barcode.get(fields.barcode) if fields.barcode else None
        if owner is not None and owner is not known:
            return RowError(row, RowReason.BARCODE_TAKEN, "barcode", shown(fields.barcode), name, shown(owner.name))
        others = [product for product in self._by_name.get(fields.name, []) if product is not known and product.is_active]
        if any(not product.code or not fields.code for product in others):
            return RowError(row, RowReason.PRODUCT_NAME_TAKEN, "product", shown(fields.name), name)
        try:
            checked_product(fields)
        except DomainError:
            return RowError(row, RowReason.NUMBER_UNREADABLE, "", name, name)
        return None

    def _add(self, draft: ProductDraft, fields: ProductFields) -> None:
        product = Product(
            former_names=list(draft.former_names),
            is_active=not draft.is_archived,
            position=self._next,
            import_id=self._batch.id,
            created_at=self._now,
        )
        self._next += 1
        self._write(product, fields, draft)
        self._session.add(product)
        self._learn(product)
        self._outcome.created += 1

    def _change(self, draft: ProductDraft, fields: ProductFields, product: Product) -> None:
        before = _stored(product)
        if draft.is_archived is not None:
            product.is_active = not draft.is_archived
        product.former_names = list(dict.fromkeys((*product.former_names, *draft.former_names)))
        if product.name != fields.name:
            product.former_names = [*(name for name in product.former_names if name != fields.name), product.name]
        self._write(product, fields, draft)
        after = _stored(product)
        changed = [name for name in _COLUMNS if before[name] != after[name]]
        if not changed:
            return
        self._learn(product)
        if product.import_id == self._batch.id:
            # Another row of the list made it; undoing takes it out whole.
            return
        self._outcome.updated += 1
        self._session.add(
            ProductChange(
                import_id=self._batch.id,
                product_id=product.id,
                before={name: before[name] for name in changed},
                after={name: after[name] for name in changed},
            )
        )

    def _write(self, product: Product, fields: ProductFields, draft: ProductDraft) -> None:
        product.group_id = self._group_id(fields.group, draft.group)
        product.name, product.code, product.kana, product.barcode = fields.name, fields.code or None, fields.kana, fields.barcode
        product.price, product.tax_rate, product.margin_rate = fields.price, fields.tax_rate, fields.margin_rate
        product.earns_points, product.is_service, product.reuse_days = fields.earns_points, fields.is_service, fields.reuse_days
        product.search_key = product_search_key(fields, product.former_names)

    def _group_id(self, name: str, said: GroupFields | None) -> int | None:
        """A new group takes what the list says of it; one that is there stays as the shop has it."""
        if not name:
            return None
        group = self._groups.get(name)
        if group is None:
            own = checked_group(said) if said is not None else None
            group = ProductGroup(
                name=name,
                former_names=[],
                margin_rate=own.margin_rate if own is not None else None,
                tax_rate=own.tax_rate if own is not None else None,
                earns_points=own.earns_points if own is not None else True,
                is_active=True,
                position=1 + max((known.position for known in self._groups.values()), default=-1),
                import_id=self._batch.id,
            )
            self._session.add(group)
            self._session.flush()
            self._groups[name] = group
        group.is_active = True
        return group.id

    def _fields_of(self, product: Product) -> ProductFields:
        group = next((group.name for group in self._groups.values() if group.id == product.group_id), "")
        values = {name: getattr(product, name) for name in ProductFields.__dataclass_fields__ if name not in ("code", "group")}
        return ProductFields(**values, code=product.code or "", group=group)

    def _learn(self, product: Product) -> None:
        if product.code:
            self._by_code[product.code.casefold()] = product
        if product.barcode:
            self._by_barcode[product.barcode] = product
        same = self._by_name.setdefault(product.name, [])
        if product not in same:
            same.append(product)


def take_products_out(session: Session, import_id: int) -> tuple[int, int, int]:
    """Undo what an import did to products: (taken out, put back, kept because something hangs on them)."""
    restored = _put_back(session, import_id)
    product = Product
    used = select(Reward.product_id).where(Reward.product_id.is_not(None))
    mine = product.import_id == import_id
    kept = session.scalar(select(func.count()).select_from(product).where(mine, product.id.in_(used))) or 0
    removed = session.scalar(select(func.count()).select_from(product).where(mine, product.id.not_in(used))) or 0
    session.execute(delete(product).where(mine, product.id.not_in(used)))
    session.execute(update(product).where(mine).values(import_id=None))
    inside = select(product.group_id).where(product.group_id.is_not(None))
    ours = ProductGroup.import_id == import_id
    session.execute(delete(ProductGroup).where(ours, ProductGroup.id.not_in(inside)))
    session.execute(update(ProductGroup).where(ours).values(import_id=None))
    if removed or restored:
        mark_changed(session, Entity.PRODUCT)
    return removed, restored, kept


def _put_back(session: Session, import_id: int) -> int:
    """Columns that still say what the import wrote get their old value back; what was changed since stays."""
    changes = session.scalars(select(ProductChange).where(ProductChange.import_id == import_id).order_by(ProductChange.id.desc())).all()
    for change in changes:
        product = session.get(Product, change.product_id)
        if product is None:
            continue
        for name, before in change.before.items():
            if getattr(product, name) == change.after[name] and _is_free(session, product.id, name, before):
                setattr(product, name, before)
        product.search_key = product_search_key(_words_of(product), product.former_names)
        session.flush()
    return len({change.product_id for change in changes})


def _is_free(session: Session, product_id: int, name: str, value: Any) -> bool:
    """Whether a value may come back: a code nobody else has by now, a group that is still there."""
    if value is None:
        return True
    if name == "code":
        return session.scalar(select(Product.id).where(Product.code == value, Product.id != product_id)) is None
    if name == "group_id":
        return session.get(ProductGroup, value) is not None
    return True


def _words_of(product: Product) -> ProductFields:
    return ProductFields(product.name, product.code or "", product.kana, product.barcode)


def _stored(product: Product) -> dict[str, Any]:
    """Every column as JSON keeps it."""
    return {name: list(value) if isinstance(value := getattr(product, name), list | tuple) else value for name in _COLUMNS}


def _merged(known: ProductFields, draft: ProductDraft) -> ProductFields:
    return replace(known, **{name: getattr(draft.fields, name) for name in draft.said})
