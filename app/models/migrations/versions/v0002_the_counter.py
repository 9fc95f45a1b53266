"""The counter: products, the ledger of points, tiers, rewards, codes, follow-ups.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import json
import os
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STRICT: dict[str, Any] = {"sqlite_strict": True}
KEEPING_IDS: dict[str, Any] = {**STRICT, "sqlite_autoincrement": True}


def upgrade() -> None:
    _create_products()
    _create_rules()
    _create_rewards()
    _create_acts()
    _create_ledger()
    _create_tiers()
    _create_codes()
    _create_follow_ups()
    _create_former_records()
    _widen_tables()
    _bring_opening_points()


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _points_to(table: str, column: str, other: str, *, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}_{other}", ondelete=ondelete)


def _create_products() -> None:
    op.create_table(
        "product_group",
        _id(),
        _text("name"),
        _text("former_names"),
        sa.Column("margin_rate", sa.REAL(), nullable=True),
        _number("tax_rate", nullable=True),
        _number("earns_points"),
        _number("is_active"),
        _number("position"),
        _number("import_id", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_product_group"),
        sa.UniqueConstraint("name", name="uq_product_group_name"),
        _points_to("product_group", "import_id", "import_batch"),
        **KEEPING_IDS,
    )
    op.create_index("ix_product_group_import_id", "product_group", ["import_id"])
    op.create_table(
        "product",
        _id(),
        _text("code", nullable=True),
        _text("name"),
        _text("former_names"),
        _text("kana"),
        _text("barcode"),
        _number("group_id", nullable=True),
        _number("price", nullable=True),
        _number("tax_rate", nullable=True),
        sa.Column("margin_rate", sa.REAL(), nullable=True),
        _number("earns_points", nullable=True),
        _number("is_service"),
        _number("reuse_days", nullable=True),
        _number("is_active"),
        _number("position"),
        _text("search_key"),
        _number("import_id", nullable=True),
        _number("created_at"),
        sa.PrimaryKeyConstraint("id", name="pk_product"),
        sa.UniqueConstraint("code", name="uq_product_code"),
        _points_to("product", "group_id", "product_group"),
        _points_to("product", "import_id", "import_batch"),
        **KEEPING_IDS,
    )
    op.create_index("ix_product_group_id", "product", ["group_id"])
    op.create_index("ix_product_import_id", "product", ["import_id"])
    op.create_table(
        "product_change",
        _id(),
        _number("import_id"),
        _number("product_id"),
        _text("before"),
        _text("after"),
        sa.PrimaryKeyConstraint("id", name="pk_product_change"),
        _points_to("product_change", "import_id", "import_batch", ondelete="CASCADE"),
        **STRICT,
    )
    op.create_index("ix_product_change_import_id", "product_change", ["import_id"])


def _create_rules() -> None:
    op.create_table(
        "point_rule",
        _id(),
        _number("made_at"),
        _number("valid_from", nullable=True),
        _text("fields"),
        sa.PrimaryKeyConstraint("id", name="pk_point_rule"),
        **KEEPING_IDS,
    )
    op.create_table(
        "loyalty_state",
        _id(),
        _number("lapsed_to", nullable=True),
        _number("tiers_on", nullable=True),
        _number("tiers_version"),
        sa.PrimaryKeyConstraint("id", name="pk_loyalty_state"),
        **STRICT,
    )
    op.execute(sa.text("INSERT INTO loyalty_state (id, tiers_version) VALUES (1, 0)"))


def _create_rewards() -> None:
    op.create_table(
        "tier",
        _id(),
        _number("position"),
        _text("name"),
        _number("threshold"),
        _number("rate"),
        _text("perks"),
        _number("is_active"),
        sa.PrimaryKeyConstraint("id", name="pk_tier"),
        **KEEPING_IDS,
    )
    op.create_table(
        "reward",
        _id(),
        _text("kind"),
        _text("name"),
        _number("points"),
        _number("value"),
        _number("cost"),
        _number("product_id", nullable=True),
        _number("tier_id", nullable=True),
        _number("stock", nullable=True),
        _number("is_active"),
        _number("position"),
        sa.PrimaryKeyConstraint("id", name="pk_reward"),
        _points_to("reward", "product_id", "product"),
        _points_to("reward", "tier_id", "tier"),
        **KEEPING_IDS,
    )


def _create_acts() -> None:
    op.create_table(
        "point_act",
        _id(),
        _number("customer_id"),
        _text("kind"),
        _number("day"),
        _number("at"),
        _number("points"),
        _number("expires", nullable=True),
        _number("rule_id", nullable=True),
        _text("reason"),
        _number("staff_id", nullable=True),
        _number("reward_id", nullable=True),
        _number("import_id", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_point_act"),
        _points_to("point_act", "customer_id", "customer"),
        _points_to("point_act", "rule_id", "point_rule"),
        _points_to("point_act", "staff_id", "staff"),
        _points_to("point_act", "reward_id", "reward"),
        _points_to("point_act", "import_id", "import_batch"),
        **KEEPING_IDS,
    )
    op.create_index("ix_point_act_customer_id", "point_act", ["customer_id"])
    op.create_index("ix_point_act_import_id", "point_act", ["import_id"])
    op.create_index("ix_point_act_reward_id", "point_act", ["reward_id"])


def _create_ledger() -> None:
    op.create_table(
        "point_lot",
        _id(),
        _number("customer_id"),
        _number("day"),
        _number("expires", nullable=True),
        _number("visit_months", nullable=True),
        _number("to_month_end"),
        _number("left"),
        sa.PrimaryKeyConstraint("id", name="pk_point_lot"),
        **KEEPING_IDS,
    )
    op.create_index("ix_point_lot_customer_id", "point_lot", ["customer_id"])
    op.create_index("ix_point_lot_to_lapse", "point_lot", ["expires"], sqlite_where=sa.text('"left" > 0'))
    op.create_index("ix_point_lot_open", "point_lot", ["customer_id", "expires", "left"], sqlite_where=sa.text('"left" <> 0'))
    op.create_table(
        "point_entry",
        _id(),
        _number("lot_id"),
        _text("kind"),
        _number("points"),
        _number("day"),
        _number("at"),
        _number("expires", nullable=True),
        _number("purchase_id", nullable=True),
        _number("act_id", nullable=True),
        _number("reverses_id", nullable=True),
        _number("cover_lot_id", nullable=True),
        _number("rule_id", nullable=True),
        _text("basis", nullable=True),
        _text("receipt"),
        _text("reason"),
        sa.PrimaryKeyConstraint("id", name="pk_point_entry"),
        _points_to("point_entry", "lot_id", "point_lot"),
        **KEEPING_IDS,
    )
    for column in ("lot_id", "purchase_id", "act_id"):
        op.create_index(f"ix_point_entry_{column}", "point_entry", [column])


def _create_tiers() -> None:
    op.create_table(
        "customer_tier",
        _id(),
        _number("customer_id"),
        _number("tier_id", nullable=True),
        _number("day"),
        _text("reason"),
        _number("amount"),
        _number("visits"),
        _number("grace_until", nullable=True),
        _number("version"),
        sa.PrimaryKeyConstraint("id", name="pk_customer_tier"),
        _points_to("customer_tier", "customer_id", "customer", ondelete="CASCADE"),
        **KEEPING_IDS,
    )
    op.create_index("ix_customer_tier_customer_id_day", "customer_tier", ["customer_id", "day"])


def _create_codes() -> None:
    op.create_table(
        "code_use",
        _id(),
        _text("code"),
        _number("piece_id"),
        _number("customer_id"),
        _number("purchase_id", nullable=True),
        _number("day"),
        _number("at"),
        _text("offer"),
        _number("point_act_id", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_code_use"),
        sa.UniqueConstraint("code", name="uq_code_use_code"),
        _points_to("code_use", "piece_id", "print_piece"),
        _points_to("code_use", "customer_id", "customer"),
        _points_to("code_use", "purchase_id", "purchase"),
        _points_to("code_use", "point_act_id", "point_act"),
        **KEEPING_IDS,
    )
    op.create_index("ix_code_use_customer_id", "code_use", ["customer_id"])
    op.create_index("ix_code_use_purchase_id", "code_use", ["purchase_id"])
    op.create_table(
        "referral",
        _id(),
        _number("referrer_id"),
        _number("referred_id"),
        _number("day"),
        _number("at"),
        _number("purchase_id", nullable=True),
        _number("referrer_act_id", nullable=True),
        _number("referred_act_id", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_referral"),
        sa.UniqueConstraint("referred_id", name="uq_referral_referred_id"),
        _points_to("referral", "referrer_id", "customer"),
        _points_to("referral", "referred_id", "customer"),
        _points_to("referral", "purchase_id", "purchase"),
        _points_to("referral", "referrer_act_id", "point_act"),
        _points_to("referral", "referred_act_id", "point_act"),
        **KEEPING_IDS,
    )
    for column in ("referrer_id", "purchase_id", "referrer_act_id", "referred_act_id"):
        op.create_index(f"ix_referral_{column}", "referral", [column])


def _create_follow_ups() -> None:
    op.create_table(
        "follow_up",
        _id(),
        _number("customer_id"),
        _number("due"),
        _text("kind"),
        _text("source"),
        _text("note"),
        _number("staff_id", nullable=True),
        _number("purchase_id", nullable=True),
        _number("done_on", nullable=True),
        _number("done_at", nullable=True),
        _number("contact_id", nullable=True),
        _number("created_at"),
        sa.PrimaryKeyConstraint("id", name="pk_follow_up"),
        _points_to("follow_up", "customer_id", "customer", ondelete="CASCADE"),
        _points_to("follow_up", "staff_id", "staff"),
        **KEEPING_IDS,
    )
    op.create_index("ix_follow_up_customer_id_due", "follow_up", ["customer_id", "due"])
    op.create_index("ix_follow_up_done_on_due", "follow_up", ["done_on", "due"])


def _create_former_records() -> None:
    op.create_table(
        "former_record",
        sa.Column("id", sa.Integer(), nullable=False),
        _number("customer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_former_record"),
        _points_to("former_record", "customer_id", "customer", ondelete="CASCADE"),
        **STRICT,
    )
    op.create_index("ix_former_record_customer_id", "former_record", ["customer_id"])


def _widen_tables() -> None:
    op.add_column("purchase", _number("rule_id", nullable=True))
    op.add_column("purchase", _text("points_basis", nullable=True))
    op.add_column("purchase", sa.Column("points_used", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("purchase_line", sa.Column("earns_points", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("print_piece", _text("code", nullable=True))
    op.create_index("ix_print_piece_code", "print_piece", ["code"])
    op.create_index("ix_customer_referred_by_id", "customer", ["referred_by_id"])
    op.add_column("shop", sa.Column("loyalty", sa.Text(), nullable=False, server_default="{}"))
    op.add_column("shop", sa.Column("code_secret", sa.LargeBinary(), nullable=True))
    op.get_bind().execute(sa.text("UPDATE shop SET code_secret = :secret"), {"secret": os.urandom(16)})


def _bring_opening_points() -> None:
    """Points that a list of customers brought along become the first lots, and go again when the list is undone."""
    link = op.get_bind()
    zone = ZoneInfo(link.execute(sa.text("SELECT timezone FROM shop")).scalar() or "UTC")
    added_to = _lists_that_added_points(link)
    query = "SELECT id, points_opening, created_at, import_id FROM customer WHERE points_opening > 0 ORDER BY id"
    for customer, points, at, made_by in link.execute(sa.text(query)).all():
        day = (datetime.fromtimestamp(at / 1000, zone).date() - date(1970, 1, 1)).days
        act = link.execute(
            sa.text(
                "INSERT INTO point_act (customer_id, kind, day, at, points, reason, import_id) "
                "VALUES (:customer, 'opening', :day, :at, :points, '', :list) RETURNING id"
            ),
            {"customer": customer, "day": day, "at": at, "points": points, "list": added_to.get(customer, made_by)},
        ).scalar_one()
        lot = link.execute(
            sa.text('INSERT INTO point_lot (customer_id, day, to_month_end, "left") VALUES (:customer, :day, 0, :points) RETURNING id'),
            {"customer": customer, "day": day, "points": points},
        ).scalar_one()
        link.execute(
            sa.text(
                "INSERT INTO point_entry (lot_id, kind, points, day, at, act_id, receipt, reason) "
                "VALUES (:lot, 'opening', :points, :day, :at, :act, '', '')"
            ),
            {"lot": lot, "points": points, "day": day, "at": at, "act": act},
        )


def _lists_that_added_points(link: sa.Connection) -> dict[int, int]:
    """By customer the list that gave points to somebody who was there before."""
    query = """SELECT customer_id, import_id, "after" FROM import_change
               WHERE import_id IN (SELECT id FROM import_batch WHERE undone_at IS NULL) ORDER BY id"""
    return {customer: batch for customer, batch, after in link.execute(sa.text(query)) if json.loads(after).get("points_opening")}
