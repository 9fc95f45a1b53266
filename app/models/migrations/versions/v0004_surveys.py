"""Surveys: what is asked, the sheets, the answers, and the pages that came back.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STRICT: dict[str, Any] = {"sqlite_strict": True}
KEEPING_IDS: dict[str, Any] = {**STRICT, "sqlite_autoincrement": True}


def upgrade() -> None:
    _create_surveys()
    _create_sheets()
    _create_answers()
    _create_pages()
    _create_pictures()


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _real(name: str, *, nullable: bool = False) -> sa.Column[float]:
    return sa.Column(name, sa.REAL(), nullable=nullable)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def _points_to(table: str, column: str, other: str, ondelete: str | None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}_{other}", ondelete=ondelete)


def _create_surveys() -> None:
    op.create_table(
        "survey",
        _id(),
        _text("title"),
        _text("audience"),
        _text("state"),
        _text("draft"),
        _text("rules"),
        _text("choice"),
        _number("is_open"),
        _number("created_at"),
        _number("updated_at"),
        sa.PrimaryKeyConstraint("id", name="pk_survey"),
        **KEEPING_IDS,
    )
    op.create_table(
        "survey_version",
        _id(),
        _number("survey_id"),
        _number("number"),
        _text("content"),
        _number("made_at"),
        sa.PrimaryKeyConstraint("id", name="pk_survey_version"),
        sa.UniqueConstraint("survey_id", "number", name="uq_survey_version_survey_id_number"),
        _points_to("survey_version", "survey_id", "survey", "CASCADE"),
        **KEEPING_IDS,
    )


def _create_sheets() -> None:
    op.create_table(
        "survey_layout",
        _id(),
        _number("version_id"),
        _text("choice"),
        _text("content"),
        _bytes("drawn"),
        _number("made_at"),
        sa.PrimaryKeyConstraint("id", name="pk_survey_layout"),
        **KEEPING_IDS,
    )
    op.create_index("ix_survey_layout_version_id", "survey_layout", ["version_id"])
    op.create_table(
        "survey_sheet",
        _id(),
        _number("layout_id"),
        _number("survey_id"),
        _text("code"),
        _number("customer_id", nullable=True),
        _number("run_id", nullable=True),
        _number("position"),
        _number("wave"),
        sa.PrimaryKeyConstraint("id", name="pk_survey_sheet"),
        sa.UniqueConstraint("code", name="uq_survey_sheet_code"),
        _points_to("survey_sheet", "customer_id", "customer", "SET NULL"),
        **KEEPING_IDS,
    )
    op.create_index("ix_survey_sheet_customer_id", "survey_sheet", ["customer_id"])
    op.create_index("ix_survey_sheet_layout_id_wave", "survey_sheet", ["layout_id", "wave"])


def _create_answers() -> None:
    op.create_table(
        "survey_response",
        _id(),
        _number("survey_id"),
        _number("version_id"),
        _number("sheet_id", nullable=True),
        _number("customer_id", nullable=True),
        _number("staff_id", nullable=True),
        _number("day"),
        _number("wave"),
        _number("at"),
        _text("source"),
        _text("state"),
        _text("reason"),
        _text("note"),
        _text("reference"),
        _number("follow_up_id", nullable=True),
        _number("point_act_id", nullable=True),
        _number("import_id", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_survey_response"),
        _points_to("survey_response", "customer_id", "customer", "SET NULL"),
        _points_to("survey_response", "import_id", "import_batch", None),
        _points_to("survey_response", "staff_id", "staff", None),
        _points_to("survey_response", "survey_id", "survey", "CASCADE"),
        _points_to("survey_response", "version_id", "survey_version", None),
        **KEEPING_IDS,
    )
    op.create_index("ix_survey_response_customer_id_day", "survey_response", ["customer_id", "day"])
    op.create_index("ix_survey_response_import_id", "survey_response", ["import_id"])
    op.create_index("ix_survey_response_sheet_id", "survey_response", ["sheet_id"])
    op.create_index("ix_survey_response_survey_id_state_wave", "survey_response", ["survey_id", "state", "wave"])
    op.create_table(
        "survey_answer",
        _id(),
        _number("response_id"),
        _text("question"),
        _text("choice", nullable=True),
        _real("number", nullable=True),
        _text("words"),
        _number("day", nullable=True),
        _text("tags"),
        sa.PrimaryKeyConstraint("id", name="pk_survey_answer"),
        _points_to("survey_answer", "response_id", "survey_response", "CASCADE"),
        **KEEPING_IDS,
    )
    op.create_index("ix_survey_answer_response_id", "survey_answer", ["response_id"])


def _create_pages() -> None:
    op.create_table(
        "survey_batch",
        _id(),
        _number("at"),
        _text("name"),
        _number("pages"),
        sa.PrimaryKeyConstraint("id", name="pk_survey_batch"),
        **KEEPING_IDS,
    )
    op.create_table(
        "survey_page",
        _id(),
        _number("batch_id"),
        _text("file_name"),
        _number("page_in_file"),
        _text("fingerprint"),
        _text("state"),
        _text("reason"),
        _number("layout_id", nullable=True),
        _number("sheet_id", nullable=True),
        _number("sheet_page"),
        _number("response_id", nullable=True),
        _text("reading"),
        sa.PrimaryKeyConstraint("id", name="pk_survey_page"),
        _points_to("survey_page", "batch_id", "survey_batch", "CASCADE"),
        **KEEPING_IDS,
    )
    op.create_index("ix_survey_page_batch_id", "survey_page", ["batch_id"])
    op.create_index("ix_survey_page_fingerprint", "survey_page", ["fingerprint"])
    op.create_index("ix_survey_page_response_id", "survey_page", ["response_id"])
    op.create_index("ix_survey_page_sheet_id", "survey_page", ["sheet_id"])
    op.create_index("ix_survey_page_state", "survey_page", ["state"])


def _create_pictures() -> None:
    op.create_table(
        "survey_picture",
        _number("page_id"),
        _bytes("content"),
        sa.PrimaryKeyConstraint("page_id", name="pk_survey_picture"),
        **STRICT,
    )
    op.create_table(
        "survey_crop",
        _id(),
        _number("response_id"),
        _text("question"),
        _bytes("content"),
        sa.PrimaryKeyConstraint("id", name="pk_survey_crop"),
        sa.UniqueConstraint("response_id", "question", name="uq_survey_crop_response_id_question"),
        **STRICT,
    )
