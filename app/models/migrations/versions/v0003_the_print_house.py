"""The print house: groups, households, templates, printers, and runs that can be gone on with.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEEPING_IDS: dict[str, Any] = {"sqlite_strict": True, "sqlite_autoincrement": True}


def upgrade() -> None:
    _create_groups()
    _create_paper()
    _widen_customers()
    _widen_runs()


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _said(name: str, value: str) -> sa.Column[str]:
    """A column of text that says `value` in every row that is there already."""
    return sa.Column(name, sa.Text(), nullable=False, server_default=value)


def _points_to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}_{other}", ondelete="CASCADE")


def _create_groups() -> None:
    op.create_table(
        "customer_group",
        _id(),
        _text("name"),
        _text("rules", nullable=True),
        _number("position"),
        _number("created_at"),
        _number("updated_at"),
        sa.PrimaryKeyConstraint("id", name="pk_customer_group"),
        sa.UniqueConstraint("name", name="uq_customer_group_name"),
        **KEEPING_IDS,
    )
    op.create_table(
        "customer_group_member",
        _id(),
        _number("group_id"),
        _number("customer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_customer_group_member"),
        sa.UniqueConstraint("group_id", "customer_id", name="uq_customer_group_member_group_id_customer_id"),
        _points_to("customer_group_member", "group_id", "customer_group"),
        _points_to("customer_group_member", "customer_id", "customer"),
        **KEEPING_IDS,
    )
    op.create_index("ix_customer_group_member_customer_id", "customer_group_member", ["customer_id"])


def _create_paper() -> None:
    op.create_table(
        "print_template",
        _id(),
        _text("key"),
        _text("language"),
        _text("name"),
        _text("content"),
        _number("created_at"),
        _number("updated_at"),
        _number("archived_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_print_template"),
        sa.UniqueConstraint("key", "language", name="uq_print_template_key_language"),
        **KEEPING_IDS,
    )
    op.create_table(
        "print_profile",
        _id(),
        _text("printer"),
        _text("stock"),
        sa.Column("dx", sa.REAL(), nullable=False),
        sa.Column("dy", sa.REAL(), nullable=False),
        sa.Column("scale", sa.REAL(), nullable=False),
        _number("rotated"),
        _text("tray"),
        sa.PrimaryKeyConstraint("id", name="pk_print_profile"),
        sa.UniqueConstraint("printer", "stock", name="uq_print_profile_printer_stock"),
        **KEEPING_IDS,
    )


def _widen_customers() -> None:
    op.create_table("household", _id(), _number("created_at"), sa.PrimaryKeyConstraint("id", name="pk_household"), **KEEPING_IDS)
    op.add_column("customer", _said("post_consent_source", ""))
    op.add_column("customer", _said("email_consent_source", ""))
    op.add_column("customer", sa.Column("is_deceased", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("customer", _said("joint_names", "[]"))
    # Written out: adding a column together with its key is known to SQLite, not to the tool.
    op.execute(
        "ALTER TABLE customer ADD COLUMN household_id INTEGER CONSTRAINT fk_customer_household_id_household REFERENCES household (id)"
    )
    op.add_column("customer", sa.Column("household_place", sa.Integer(), nullable=False, server_default="0"))
    op.create_index("ix_customer_household_id", "customer", ["household_id"])


def _widen_runs() -> None:
    op.add_column("shop", _said("print_rates", "{}"))
    op.add_column("print_run", _said("fingerprint", ""))
    op.add_column("print_run", _said("left_out", "[]"))
    op.create_index("ix_print_run_fingerprint", "print_run", ["fingerprint"])
    op.add_column("print_piece", _text("recipient", nullable=True))
    op.add_column("print_piece", _number("sent_on", nullable=True))
    op.add_column("print_piece", _number("returned_on", nullable=True))
    op.execute("UPDATE print_piece SET sent_on = (SELECT day FROM print_run WHERE print_run.id = print_piece.run_id)")
    op.create_table(
        "print_piece_joint",
        _id(),
        _number("piece_id"),
        _number("customer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_print_piece_joint"),
        _points_to("print_piece_joint", "piece_id", "print_piece"),
        _points_to("print_piece_joint", "customer_id", "customer"),
        **KEEPING_IDS,
    )
    op.create_index("ix_print_piece_joint_piece_id", "print_piece_joint", ["piece_id"])
    op.create_index("ix_print_piece_joint_customer_id", "print_piece_joint", ["customer_id"])
