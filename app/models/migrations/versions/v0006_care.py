"""Rules that make follow-ups, inquiries, contracts, needs, proposals, companies, and how much care a day can take.

Revision ID: 0006
Revises: 0005
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

STRICT: dict[str, Any] = {"sqlite_strict": True}
KEEPING_IDS: dict[str, Any] = {**STRICT, "sqlite_autoincrement": True}


def upgrade() -> None:
    op.add_column("shop", _said("care", "{}"))
    _widen_follow_ups()
    _create_care()
    _create_inquiries()
    _create_courses()
    _create_answers()
    _create_contracts()
    _create_needs()
    _create_proposals()
    _create_companies()


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


def _widen_follow_ups() -> None:
    for column in (
        _number("deadline", nullable=True),
        _number("rule_id", nullable=True),
        _said("occasion", ""),
        _said("reason", "{}"),
        _number("about_id", nullable=True),
        _said("template", ""),
        sa.Column("tries", sa.Integer(), nullable=False, server_default="0"),
        _number("repeat_months", nullable=True),
        _text("outcome", nullable=True),
    ):
        op.add_column("follow_up", column)
    op.execute("UPDATE follow_up SET outcome = 'done' WHERE done_on IS NOT NULL")
    op.create_index("ix_follow_up_rule_id_done_on", "follow_up", ["rule_id", "done_on"])
    op.add_column("contact", _text("attempt", nullable=True))
    op.add_column("contact", _number("follow_up_id", nullable=True))


def _create_care() -> None:
    op.create_table(
        "care_rule",
        _id(),
        _text("kind"),
        _real("number"),
        _text("follow_up_kind"),
        _text("words"),
        _number("staff_id", nullable=True),
        _text("template"),
        _number("cap", nullable=True),
        _number("is_on"),
        _number("since", nullable=True),
        _number("position"),
        _number("created_at"),
        _number("updated_at"),
        sa.PrimaryKeyConstraint("id", name="pk_care_rule"),
        _points_to("care_rule", "staff_id", "staff", None),
        **KEEPING_IDS,
    )
    op.create_table(
        "rule_occasion",
        _id(),
        _number("rule_id"),
        _number("customer_id"),
        _text("occasion"),
        _number("follow_up_id", nullable=True),
        _number("due"),
        _number("made_at"),
        sa.PrimaryKeyConstraint("id", name="pk_rule_occasion"),
        sa.UniqueConstraint("customer_id", "rule_id", "occasion", name="uq_rule_occasion_customer_id_rule_id_occasion"),
        _points_to("rule_occasion", "customer_id", "customer", "CASCADE"),
        **KEEPING_IDS,
    )
    op.create_index("ix_rule_occasion_follow_up_id", "rule_occasion", ["follow_up_id"])
    op.create_table(
        "guide",
        _id(),
        _text("topic"),
        _text("steps"),
        sa.PrimaryKeyConstraint("id", name="pk_guide"),
        sa.UniqueConstraint("topic", name="uq_guide_topic"),
        **KEEPING_IDS,
    )


def _create_inquiries() -> None:
    op.create_table(
        "request_group",
        _id(),
        _text("title"),
        _text("state"),
        _number("created_at"),
        sa.PrimaryKeyConstraint("id", name="pk_request_group"),
        **KEEPING_IDS,
    )
    op.create_table(
        "inquiry",
        _id(),
        _text("kind"),
        _text("state"),
        _number("customer_id", nullable=True),
        _text("who"),
        _text("title"),
        _text("text"),
        _text("channel"),
        _number("received_at"),
        _number("received_by_id", nullable=True),
        _number("staff_id", nullable=True),
        _text("promise"),
        _text("promise_kind", nullable=True),
        _number("due_at", nullable=True),
        _text("taken_by"),
        _text("taken_place"),
        _number("taken_at", nullable=True),
        _number("typed_at", nullable=True),
        _text("draft"),
        _text("steps"),
        _number("first_reply_at", nullable=True),
        _number("closed_at", nullable=True),
        _text("cause"),
        _text("prevention"),
        _number("request_group_id", nullable=True),
        _number("response_id", nullable=True),
        _number("created_at"),
        _number("updated_at"),
        sa.PrimaryKeyConstraint("id", name="pk_inquiry"),
        _points_to("inquiry", "customer_id", "customer", "SET NULL"),
        _points_to("inquiry", "received_by_id", "staff", None),
        _points_to("inquiry", "request_group_id", "request_group", "SET NULL"),
        _points_to("inquiry", "staff_id", "staff", None),
        **KEEPING_IDS,
    )
    op.create_index("ix_inquiry_customer_id", "inquiry", ["customer_id"])
    op.create_index("ix_inquiry_received_at", "inquiry", ["received_at"])
    op.create_index("ix_inquiry_state_due_at", "inquiry", ["state", "due_at"])


def _create_courses() -> None:
    op.create_table(
        "inquiry_entry",
        _id(),
        _number("inquiry_id"),
        _text("kind"),
        _number("at"),
        _text("by"),
        _text("text"),
        _number("contact_id", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_inquiry_entry"),
        _points_to("inquiry_entry", "inquiry_id", "inquiry", "CASCADE"),
        **KEEPING_IDS,
    )
    op.create_index("ix_inquiry_entry_inquiry_id_at", "inquiry_entry", ["inquiry_id", "at"])


def _create_answers() -> None:
    op.create_table(
        "faq",
        _id(),
        _text("question"),
        _text("answer"),
        _number("used"),
        _number("inquiry_id", nullable=True),
        _number("created_at"),
        _number("updated_at"),
        sa.PrimaryKeyConstraint("id", name="pk_faq"),
        **KEEPING_IDS,
    )
    op.create_table(
        "reply_template",
        _id(),
        _text("kind", nullable=True),
        _text("title"),
        _text("text"),
        _number("created_at"),
        _number("updated_at"),
        sa.PrimaryKeyConstraint("id", name="pk_reply_template"),
        **KEEPING_IDS,
    )


def _create_contracts() -> None:
    op.create_table(
        "contract",
        _id(),
        _number("customer_id"),
        _text("kind"),
        _text("plan"),
        _number("product_id", nullable=True),
        _number("staff_id", nullable=True),
        _number("started_on"),
        _number("ended_on", nullable=True),
        _number("term_months", nullable=True),
        _number("renews_on", nullable=True),
        _number("price", nullable=True),
        _text("price_every"),
        _number("paused_from", nullable=True),
        _number("paused_until", nullable=True),
        _text("reason"),
        _text("note"),
        _number("import_id", nullable=True),
        _number("created_at"),
        _number("updated_at"),
        sa.PrimaryKeyConstraint("id", name="pk_contract"),
        _points_to("contract", "customer_id", "customer", "CASCADE"),
        _points_to("contract", "import_id", "import_batch", None),
        _points_to("contract", "product_id", "product", None),
        _points_to("contract", "staff_id", "staff", None),
        **KEEPING_IDS,
    )
    op.create_index("ix_contract_customer_id", "contract", ["customer_id"])
    op.create_index("ix_contract_import_id", "contract", ["import_id"])
    op.create_index("ix_contract_renews_on", "contract", ["renews_on"])
    op.create_table(
        "contract_event",
        _id(),
        _number("contract_id"),
        _text("kind"),
        _number("day"),
        _number("at"),
        _number("price", nullable=True),
        _text("text"),
        sa.PrimaryKeyConstraint("id", name="pk_contract_event"),
        _points_to("contract_event", "contract_id", "contract", "CASCADE"),
        **KEEPING_IDS,
    )
    op.create_index("ix_contract_event_contract_id_day", "contract_event", ["contract_id", "day"])


def _create_needs() -> None:
    op.create_table(
        "need",
        _id(),
        _number("customer_id"),
        _text("title"),
        _number("product_id", nullable=True),
        _number("due"),
        _number("every_months", nullable=True),
        _number("done_on", nullable=True),
        _text("note"),
        _number("created_at"),
        _number("updated_at"),
        sa.PrimaryKeyConstraint("id", name="pk_need"),
        _points_to("need", "customer_id", "customer", "CASCADE"),
        _points_to("need", "product_id", "product", None),
        **KEEPING_IDS,
    )
    op.create_index("ix_need_customer_id", "need", ["customer_id"])
    op.create_index("ix_need_due", "need", ["due"])


def _create_proposals() -> None:
    op.create_table(
        "proposal",
        _id(),
        _number("customer_id"),
        _text("kind"),
        _text("step"),
        _text("outcome"),
        _text("title"),
        _text("text"),
        _number("product_id", nullable=True),
        _number("target_percent", nullable=True),
        _number("target_months", nullable=True),
        _text("evidence"),
        _number("staff_id", nullable=True),
        _number("due", nullable=True),
        _number("presented_on", nullable=True),
        _number("decided_on", nullable=True),
        _number("rests_until", nullable=True),
        _text("reason"),
        _number("amount", nullable=True),
        _number("created_at"),
        _number("updated_at"),
        sa.PrimaryKeyConstraint("id", name="pk_proposal"),
        _points_to("proposal", "customer_id", "customer", "CASCADE"),
        _points_to("proposal", "product_id", "product", None),
        _points_to("proposal", "staff_id", "staff", None),
        **KEEPING_IDS,
    )
    op.create_index("ix_proposal_customer_id", "proposal", ["customer_id"])
    op.create_index("ix_proposal_outcome_due", "proposal", ["outcome", "due"])


def _create_companies() -> None:
    op.create_table(
        "contact_person",
        _id(),
        _number("customer_id"),
        _text("name"),
        _text("kana"),
        _text("department"),
        _text("role"),
        _text("phone"),
        _text("email"),
        _number("since", nullable=True),
        _number("until", nullable=True),
        _number("is_addressee"),
        _text("note"),
        _number("recorded_on"),
        _number("created_at"),
        sa.PrimaryKeyConstraint("id", name="pk_contact_person"),
        _points_to("contact_person", "customer_id", "customer", "CASCADE"),
        **KEEPING_IDS,
    )
    op.create_index("ix_contact_person_customer_id", "contact_person", ["customer_id"])
    op.create_table(
        "company_record",
        _id(),
        _number("customer_id"),
        _text("industry"),
        _text("size"),
        _text("issues"),
        _number("fiscal_month", nullable=True),
        _number("budget_month", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_company_record"),
        sa.UniqueConstraint("customer_id", name="uq_company_record_customer_id"),
        _points_to("company_record", "customer_id", "customer", "CASCADE"),
        **KEEPING_IDS,
    )
