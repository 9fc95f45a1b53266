"""What was done: recent actions with what undoes them, imports, print runs, exports."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.actions import ActionKind, ActionRow
from app.domain.entities import Entity
from app.domain.imports import ImportKind, ImportRow
from app.domain.prints import PrintKind
from app.models.base import STRICT, STRICT_KEEPING_IDS, Base, Choice, Day, Flag, Instant, Integer, Json, LargeBinary, Text


class Action(Base):
    """One user act. `images` lists the rows it wrote, each with the columns before and after; `values` fills the
    sentence that names the act."""

    __tablename__ = "action"
    __table_args__ = STRICT_KEEPING_IDS
    entity = Entity.ACTION

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)
    kind: Mapped[ActionKind] = mapped_column(Choice(ActionKind))
    values: Mapped[dict[str, Any]] = mapped_column(Json)
    images: Mapped[list[Any]] = mapped_column(Json)
    undone_at: Mapped[datetime | None] = mapped_column(Instant)

    def row(self) -> ActionRow:
        """As the list of recent actions shows it."""
        return ActionRow(self.id, self.at, self.kind, dict(self.values), self.undone_at is not None)


class ImportBatch(Base):
    __tablename__ = "import_batch"
    __table_args__ = STRICT_KEEPING_IDS
    entity = Entity.IMPORT

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)
    kind: Mapped[str] = mapped_column(Text)
    file_name: Mapped[str] = mapped_column(Text)
    fingerprint: Mapped[str] = mapped_column(Text)
    accepted: Mapped[int] = mapped_column(Integer)
    created: Mapped[int] = mapped_column(Integer)
    updated: Mapped[int] = mapped_column(Integer)
    refused: Mapped[int] = mapped_column(Integer)
    without_customer: Mapped[int] = mapped_column(Integer)
    undone_at: Mapped[datetime | None] = mapped_column(Instant)

    def row(self) -> ImportRow:
        """As the list of imports shows it."""
        return ImportRow(
            self.id,
            self.at,
            ImportKind(self.kind),
            self.file_name,
            self.accepted,
            self.created,
            self.updated,
            self.refused,
            self.without_customer,
            self.undone_at,
        )


class ImportChange(Base):
    """A row that was there before the import and was changed by it: the columns before and after."""

    __tablename__ = "import_change"
    __table_args__ = (Index(None, "import_id"), STRICT)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("import_batch.id", ondelete="CASCADE"))
    customer_id: Mapped[int] = mapped_column(Integer)
    before: Mapped[dict[str, Any]] = mapped_column(Json)
    after: Mapped[dict[str, Any]] = mapped_column(Json)


class PrintRun(Base):
    """A run of pieces. `recipe` says for whom it was meant, what stood on it and how it was laid out; `left_out` who got none and why
    ([{"customer", "problem"}], with the "position" of a piece that was given up). The same recipe for the same people on the same day has
    the same `fingerprint`."""

    __tablename__ = "print_run"
    __table_args__ = (Index(None, "day"), Index(None, "fingerprint"), STRICT_KEEPING_IDS)
    entity = Entity.PRINT_RUN

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)
    day: Mapped[date] = mapped_column(Day)
    kind: Mapped[PrintKind] = mapped_column(Choice(PrintKind))
    title: Mapped[str] = mapped_column(Text)
    recipe: Mapped[dict[str, Any]] = mapped_column(Json)
    template_hash: Mapped[str] = mapped_column(Text)
    file_hash: Mapped[str] = mapped_column(Text)
    pieces: Mapped[int] = mapped_column(Integer)
    cost: Mapped[int] = mapped_column(Integer)
    fingerprint: Mapped[str] = mapped_column(Text, default="")
    left_out: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)


class PrintDocument(Base):
    """The bytes of a run, for printing the same again. Held apart from the run, so that the images of an act stay small and a
    run taken back and brought back finds its bytes: hence no foreign key."""

    __tablename__ = "print_document"
    __table_args__ = STRICT

    run_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class PrintPiece(Base):
    """`code` is the short code printed on it. The same card for the same customer, printed again, carries the same code: the offer
    counts once all the same. `recipient`: name and address as frozen for the run, so that what is left of it can be printed later.
    `sent_on` None: not come out of the printer yet."""

    __tablename__ = "print_piece"
    __table_args__ = (
        Index(None, "customer_id", "run_id"),
        Index(None, "run_id", "position"),
        Index(None, "code"),
        STRICT_KEEPING_IDS,
    )
    entity = Entity.PRINT_RUN

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("print_run.id", ondelete="CASCADE"))
    position: Mapped[int] = mapped_column(Integer)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
    overridden: Mapped[bool] = mapped_column(Flag, default=False)
    code: Mapped[str | None] = mapped_column(Text)
    recipient: Mapped[dict[str, Any] | None] = mapped_column(Json)
    sent_on: Mapped[date | None] = mapped_column(Day)
    returned_on: Mapped[date | None] = mapped_column(Day)


class PrintPieceJoint(Base):
    """Somebody of the household who shares a piece with its addressee."""

    __tablename__ = "print_piece_joint"
    __table_args__ = (Index(None, "piece_id"), Index(None, "customer_id"), STRICT_KEEPING_IDS)
    entity = Entity.PRINT_RUN

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    piece_id: Mapped[int] = mapped_column(ForeignKey("print_piece.id", ondelete="CASCADE"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))


class ExportLog(Base):
    """Who took out how many rows of what, written before the file exists."""

    __tablename__ = "export_log"
    __table_args__ = STRICT

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)
    who: Mapped[str] = mapped_column(Text)
    what: Mapped[str] = mapped_column(Text)
    rows: Mapped[int] = mapped_column(Integer)
    columns: Mapped[list[str]] = mapped_column(Json)
