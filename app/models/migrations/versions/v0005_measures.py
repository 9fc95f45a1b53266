"""Measures with their frozen lists, targets, monthly reports, fitted lifetime models, and what the owner chose about the figures.

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

STRICT: dict[str, Any] = {"sqlite_strict": True}
KEEPING_IDS: dict[str, Any] = {**STRICT, "sqlite_autoincrement": True}


def upgrade() -> None:
    op.add_column("shop", _said("figures", "{}"))
    _create_measures()
    _create_people()
    _create_targets()
    _create_reports()


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _real(name: str, *, nullable: bool = False) -> sa.Column[float]:
    return sa.Column(name, sa.REAL(), nullable=nullable)


def _said(name: str, value: str) -> sa.Column[str]:
    """A column of text that says `value` in every row that is there already."""
    return sa.Column(name, sa.Text(), nullable=False, server_default=value)


def _points_to(table: str, column: str, other: str, ondelete: str | None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}_{other}", ondelete=ondelete)


def _create_measures() -> None:
    op.create_table(
        "measure",
        _id(),
        _text("name"),
        _text("kind"),
        _text("state"),
        _text("plan"),
        _number("is_outside"),
        _number("sent_on", nullable=True),
        _number("window_days"),
        _number("stopped_on", nullable=True),
        _number("seed", nullable=True),
        _real("share_held", nullable=True),
        _number("run_id", nullable=True),
        _number("started_at", nullable=True),
        _number("created_at"),
        _number("updated_at"),
        sa.PrimaryKeyConstraint("id", name="pk_measure"),
        **KEEPING_IDS,
    )
    op.create_index("ix_measure_sent_on", "measure", ["sent_on"])


def _create_people() -> None:
    op.create_table(
        "measure_person",
        _id(),
        _number("measure_id"),
        _number("customer_id", nullable=True),
        _text("arm"),
        _number("stratum"),
        _number("recency"),
        _number("frequency"),
        _number("sent_on", nullable=True),
        _number("cost"),
        _number("came_on", nullable=True),
        _number("margin", nullable=True),
        _number("came", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_measure_person"),
        sa.UniqueConstraint("measure_id", "customer_id", name="uq_measure_person_measure_id_customer_id"),
        _points_to("measure_person", "customer_id", "customer", "SET NULL"),
        _points_to("measure_person", "measure_id", "measure", "CASCADE"),
        **KEEPING_IDS,
    )
    op.create_index("ix_measure_person_customer_id", "measure_person", ["customer_id"])


def _create_targets() -> None:
    op.create_table(
        "target",
        _id(),
        _text("figure"),
        _number("year"),
        _real("value"),
        sa.PrimaryKeyConstraint("id", name="pk_target"),
        sa.UniqueConstraint("figure", "year", name="uq_target_figure_year"),
        **KEEPING_IDS,
    )


def _create_reports() -> None:
    op.create_table(
        "month_report",
        _id(),
        _number("month"),
        _text("comment"),
        _text("options"),
        _text("suggestions"),
        _number("made_at"),
        sa.PrimaryKeyConstraint("id", name="pk_month_report"),
        sa.UniqueConstraint("month", name="uq_month_report_month"),
        **KEEPING_IDS,
    )
    op.create_table(
        "lifetime_fit",
        _id(),
        _number("as_of"),
        _text("content"),
        _number("made_at"),
        sa.PrimaryKeyConstraint("id", name="pk_lifetime_fit"),
        sa.UniqueConstraint("as_of", name="uq_lifetime_fit_as_of"),
        **KEEPING_IDS,
    )
