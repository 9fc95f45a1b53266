"""The first tables.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STRICT: dict[str, Any] = {"sqlite_strict": True}
KEEPING_IDS: dict[str, Any] = {**STRICT, "sqlite_autoincrement": True}
NO_ROWID: dict[str, Any] = {**STRICT, "sqlite_with_rowid": False}


def upgrade() -> None:
    _create_shop()
    _create_staff()
    _create_revision()
    _create_summary_state()
    _create_import_batch()
    _create_customer()
    _create_contact()
    _create_customer_change()
    _create_purchase()
    _create_purchase_line()
    _create_customer_month()
    _create_customer_stat()
    _create_month_stat()
    _create_anonymous_month()
    _create_cohort_stat()
    _create_action()
    _create_import_change()
    _create_print_run()
    _create_print_document()
    _create_print_piece()
    _create_export_log()
    op.execute(sa.text("INSERT INTO revision (id, number) VALUES (1, 0)"))


def _create_shop() -> None:
    op.create_table(
        "shop",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("postal_code", sa.Text(), nullable=False),
        sa.Column("prefecture", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("street", sa.Text(), nullable=False),
        sa.Column("building", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("trade", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("timezone", sa.Text(), nullable=False),
        sa.Column("tax_entry", sa.Text(), nullable=False),
        sa.Column("closed_weekdays", sa.Text(), nullable=False),
        sa.Column("window_days", sa.Integer(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("margin_rate", sa.REAL(), nullable=False),
        sa.Column("fiscal_year_start", sa.Integer(), nullable=False),
        sa.Column("rfm_cuts", sa.Text(), nullable=True),
        sa.Column("print_settings", sa.Text(), nullable=False),
        sa.Column("is_demo", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_shop"),
        **STRICT,
    )


def _create_staff() -> None:
    op.create_table(
        "staff",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("is_active", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        **KEEPING_IDS,
    )


def _create_revision() -> None:
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_revision"),
        **STRICT,
    )


def _create_summary_state() -> None:
    op.create_table(
        "summary_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("window_days", sa.Integer(), nullable=False),
        sa.Column("as_of", sa.Integer(), nullable=False),
        sa.Column("shop_gap", sa.REAL(), nullable=True),
        sa.Column("gap_n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_summary_state"),
        **STRICT,
    )


def _create_import_batch() -> None:
    op.create_table(
        "import_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("accepted", sa.Integer(), nullable=False),
        sa.Column("created", sa.Integer(), nullable=False),
        sa.Column("updated", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("without_customer", sa.Integer(), nullable=False),
        sa.Column("undone_at", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_import_batch"),
        **KEEPING_IDS,
    )


def _create_customer() -> None:
    op.create_table(
        "customer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("former_codes", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("given_name", sa.Text(), nullable=False),
        sa.Column("kana", sa.Text(), nullable=False),
        sa.Column("family_kana", sa.Text(), nullable=False),
        sa.Column("given_kana", sa.Text(), nullable=False),
        sa.Column("honorific", sa.Text(), nullable=False),
        sa.Column("company", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("postal_code", sa.Text(), nullable=False),
        sa.Column("prefecture", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("street", sa.Text(), nullable=False),
        sa.Column("building", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("mobile", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("birthday", sa.Text(), nullable=True),
        sa.Column("gender", sa.Text(), nullable=False),
        sa.Column("joined_on", sa.Integer(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("referred_by_id", sa.Integer(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.Column("own", sa.Text(), nullable=False),
        sa.Column("post_consent", sa.Text(), nullable=False),
        sa.Column("post_consent_on", sa.Integer(), nullable=True),
        sa.Column("email_consent", sa.Text(), nullable=False),
        sa.Column("email_consent_on", sa.Integer(), nullable=True),
        sa.Column("do_not_contact", sa.Integer(), nullable=False),
        sa.Column("mourning_until", sa.Integer(), nullable=True),
        sa.Column("bad_address", sa.Integer(), nullable=False),
        sa.Column("points_opening", sa.Integer(), nullable=False),
        sa.Column("left_on", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.Integer(), nullable=True),
        sa.Column("search_key", sa.Text(), nullable=False),
        sa.Column("sort_key", sa.Text(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_customer"),
        sa.ForeignKeyConstraint(["import_id"], ["import_batch.id"], name="fk_customer_import_id_import_batch"),
        sa.ForeignKeyConstraint(["referred_by_id"], ["customer.id"], name="fk_customer_referred_by_id_customer"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_customer_staff_id_staff"),
        sa.UniqueConstraint("code", name="uq_customer_code"),
        **KEEPING_IDS,
    )
    op.create_index("ix_customer_import_id", "customer", ["import_id"])
    op.create_index("ix_customer_sort_key_id", "customer", ["sort_key", "id"])
    op.create_index("ix_customer_staff_id", "customer", ["staff_id"])


def _create_contact() -> None:
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_contact"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_contact_customer_id_customer", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_contact_staff_id_staff"),
        **KEEPING_IDS,
    )
    op.create_index("ix_contact_customer_id_day", "contact", ["customer_id", "day"])


def _create_customer_change() -> None:
    op.create_table(
        "customer_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_customer_change"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_customer_change_customer_id_customer", ondelete="CASCADE"),
        **KEEPING_IDS,
    )
    op.create_index("ix_customer_change_customer_id_at", "customer_change", ["customer_id", "at"])


def _create_purchase() -> None:
    op.create_table(
        "purchase",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("has_time", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("net", sa.Integer(), nullable=False),
        sa.Column("line_count", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("payment", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("refund_of_id", sa.Integer(), nullable=True),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_purchase"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_purchase_customer_id_customer"),
        sa.ForeignKeyConstraint(["import_id"], ["import_batch.id"], name="fk_purchase_import_id_import_batch"),
        sa.ForeignKeyConstraint(["refund_of_id"], ["purchase.id"], name="fk_purchase_refund_of_id_purchase"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_purchase_staff_id_staff"),
        **KEEPING_IDS,
    )
    op.create_index("ix_purchase_customer_id_day", "purchase", ["customer_id", "day"])
    op.create_index("ix_purchase_day_customer_id_amount_net", "purchase", ["day", "customer_id", "amount", "net"])
    op.create_index("ix_purchase_import_id", "purchase", ["import_id"])
    op.create_index("ix_purchase_receipt", "purchase", ["receipt"])
    op.create_index("ix_purchase_refund_of_id", "purchase", ["refund_of_id"])


def _create_purchase_line() -> None:
    op.create_table(
        "purchase_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("purchase_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("product", sa.Text(), nullable=False),
        sa.Column("product_code", sa.Text(), nullable=False),
        sa.Column("product_group", sa.Text(), nullable=False),
        sa.Column("quantity", sa.REAL(), nullable=False),
        sa.Column("unit_price", sa.Integer(), nullable=False),
        sa.Column("discount", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("tax_rate", sa.Integer(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_purchase_line"),
        sa.ForeignKeyConstraint(["purchase_id"], ["purchase.id"], name="fk_purchase_line_purchase_id_purchase", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_purchase_line_staff_id_staff"),
        **KEEPING_IDS,
    )
    op.create_index("ix_purchase_line_purchase_id", "purchase_line", ["purchase_id"])


def _create_customer_month() -> None:
    op.create_table(
        "customer_month",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("receipts", sa.Integer(), nullable=False),
        sa.Column("receipts_amount", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("customer_id", "month", name="pk_customer_month"),
        **NO_ROWID,
    )
    op.create_index("ix_customer_month_month_customer_id", "customer_month", ["month", "customer_id"])


def _create_customer_stat() -> None:
    op.create_table(
        "customer_stat",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Integer(), nullable=True),
        sa.Column("second_day", sa.Integer(), nullable=True),
        sa.Column("last_day", sa.Integer(), nullable=True),
        sa.Column("previous_day", sa.Integer(), nullable=True),
        sa.Column("returned_day", sa.Integer(), nullable=True),
        sa.Column("first_month", sa.Integer(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("n_365", sa.Integer(), nullable=False),
        sa.Column("amount_365", sa.Integer(), nullable=False),
        sa.Column("median_gap", sa.REAL(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("customer_id", name="pk_customer_stat"),
        **STRICT,
    )
    op.create_index("ix_customer_stat_last_day", "customer_stat", ["last_day"])
    op.create_index("ix_customer_stat_revision", "customer_stat", ["revision"])


def _create_month_stat() -> None:
    op.create_table(
        "month_stat",
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("buyers", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("receipts", sa.Integer(), nullable=False),
        sa.Column("receipts_amount", sa.Integer(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("repurchased", sa.Integer(), nullable=False),
        sa.Column("active_at_start", sa.Integer(), nullable=False),
        sa.Column("stayed_1", sa.Integer(), nullable=False),
        sa.Column("stayed_3", sa.Integer(), nullable=False),
        sa.Column("stayed_12", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("month", name="pk_month_stat"),
        **STRICT,
    )


def _create_anonymous_month() -> None:
    op.create_table(
        "anonymous_month",
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("receipts", sa.Integer(), nullable=False),
        sa.Column("receipts_amount", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("month", name="pk_anonymous_month"),
        **STRICT,
    )


def _create_cohort_stat() -> None:
    op.create_table(
        "cohort_stat",
        sa.Column("cohort", sa.Integer(), nullable=False),
        sa.Column("k", sa.Integer(), nullable=False),
        sa.Column("active", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("cohort", "k", name="pk_cohort_stat"),
        **NO_ROWID,
    )


def _create_action() -> None:
    op.create_table(
        "action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("values", sa.Text(), nullable=False),
        sa.Column("images", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_action"),
        **KEEPING_IDS,
    )


def _create_import_change() -> None:
    op.create_table(
        "import_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_import_change"),
        sa.ForeignKeyConstraint(["import_id"], ["import_batch.id"], name="fk_import_change_import_id_import_batch", ondelete="CASCADE"),
        **STRICT,
    )
    op.create_index("ix_import_change_import_id", "import_change", ["import_id"])


def _create_print_run() -> None:
    op.create_table(
        "print_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("recipe", sa.Text(), nullable=False),
        sa.Column("template_hash", sa.Text(), nullable=False),
        sa.Column("file_hash", sa.Text(), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("cost", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_print_run"),
        **KEEPING_IDS,
    )
    op.create_index("ix_print_run_day", "print_run", ["day"])


def _create_print_document() -> None:
    op.create_table(
        "print_document",
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("run_id", name="pk_print_document"),
        **STRICT,
    )


def _create_print_piece() -> None:
    op.create_table(
        "print_piece",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("overridden", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_print_piece"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_print_piece_customer_id_customer", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["run_id"], ["print_run.id"], name="fk_print_piece_run_id_print_run", ondelete="CASCADE"),
        **KEEPING_IDS,
    )
    op.create_index("ix_print_piece_customer_id_run_id", "print_piece", ["customer_id", "run_id"])
    op.create_index("ix_print_piece_run_id_position", "print_piece", ["run_id", "position"])


def _create_export_log() -> None:
    op.create_table(
        "export_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("columns", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_export_log"),
        **STRICT,
    )
