"""Surveys: what is asked, what was printed, what was answered, and the pages that came back through a scanner."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.entities import Entity
from app.domain.survey_pages import PageState
from app.domain.surveys import Audience, ResponseSource, ResponseState, SurveyState
from app.models.base import REAL, STRICT, STRICT_KEEPING_IDS, Base, Choice, Day, Flag, Instant, Integer, Json, LargeBinary, Text


class Survey(Base):
    """`draft` is SurveyContent as JSON, `rules` SurveyRules, `choice` SheetChoice of the last print; `is_open`: its sheets carry no
    customer."""

    __tablename__ = "survey"
    __table_args__ = STRICT_KEEPING_IDS
    entity = Entity.SURVEY

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    audience: Mapped[Audience] = mapped_column(Choice(Audience))
    state: Mapped[SurveyState] = mapped_column(Choice(SurveyState))
    draft: Mapped[dict[str, Any]] = mapped_column(Json)
    rules: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    choice: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    is_open: Mapped[bool] = mapped_column(Flag, default=False)
    created_at: Mapped[datetime] = mapped_column(Instant)
    updated_at: Mapped[datetime] = mapped_column(Instant)


class SurveyVersion(Base):
    """What was once printed or answered; never changed. `number` from 1 within the survey; `content` SurveyContent as JSON."""

    __tablename__ = "survey_version"
    __table_args__ = (UniqueConstraint("survey_id", "number"), STRICT_KEEPING_IDS)
    entity = Entity.SURVEY

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"))
    number: Mapped[int] = mapped_column(Integer)
    content: Mapped[dict[str, Any]] = mapped_column(Json)
    made_at: Mapped[datetime] = mapped_column(Instant)


class SurveyLayout(Base):
    """Where the boxes of a version lie on one kind of sheet; its number stands in the squares of each sheet. `choice` SheetChoice and
    `content` SheetLayout as JSON; `drawn`: the pages without anybody's code as a PDF, which a reader compares with. Never changed and
    never taken back, for the paper is out: hence no foreign key."""

    __tablename__ = "survey_layout"
    __table_args__ = (Index(None, "version_id"), STRICT_KEEPING_IDS)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    version_id: Mapped[int] = mapped_column(Integer)
    choice: Mapped[dict[str, Any]] = mapped_column(Json)
    content: Mapped[dict[str, Any]] = mapped_column(Json)
    drawn: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime] = mapped_column(Instant)


class SurveySheet(Base):
    """One sheet of paper. `code` stands on it; `customer_id` None: an open sheet. It stays when its run is taken back, for it may come back
    filled in: hence written beside the acts, and no foreign keys but the customer's. `wave`: first day of the month of printing."""

    __tablename__ = "survey_sheet"
    __table_args__ = (UniqueConstraint("code"), Index(None, "customer_id"), Index(None, "layout_id", "wave"), STRICT_KEEPING_IDS)
    entity = Entity.SURVEY

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    layout_id: Mapped[int] = mapped_column(Integer)
    survey_id: Mapped[int] = mapped_column(Integer)
    code: Mapped[str] = mapped_column(Text)
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id", ondelete="SET NULL"))
    run_id: Mapped[int | None] = mapped_column(Integer)
    position: Mapped[int] = mapped_column(Integer)
    wave: Mapped[date] = mapped_column(Day)


class SurveyResponse(Base):
    """One filled sheet. `state` OPEN and THROWN_OUT (with its `reason`) count in no figure. `follow_up_id`, `point_act_id`: what it made;
    they may be gone, hence no foreign keys. `reference`: of the row of a file, so that it comes in once."""

    __tablename__ = "survey_response"
    __table_args__ = (
        Index(None, "survey_id", "state", "wave"),
        Index(None, "customer_id", "day"),
        Index(None, "sheet_id"),
        Index(None, "import_id"),
        STRICT_KEEPING_IDS,
    )
    entity = Entity.ANSWER

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"))
    version_id: Mapped[int] = mapped_column(ForeignKey("survey_version.id"))
    sheet_id: Mapped[int | None] = mapped_column(Integer)
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id", ondelete="SET NULL"))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    day: Mapped[date] = mapped_column(Day)
    wave: Mapped[date] = mapped_column(Day)
    at: Mapped[datetime] = mapped_column(Instant)
    source: Mapped[ResponseSource] = mapped_column(Choice(ResponseSource))
    state: Mapped[ResponseState] = mapped_column(Choice(ResponseState))
    reason: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")
    reference: Mapped[str] = mapped_column(Text, default="")
    follow_up_id: Mapped[int | None] = mapped_column(Integer)
    point_act_id: Mapped[int | None] = mapped_column(Integer)
    import_id: Mapped[int | None] = mapped_column(ForeignKey("import_batch.id"))


class SurveyAnswer(Base):
    """To one question; of one with several boxes a row for each ticked one. `choice` is one of Question.choices, `number` the score or the
    number, `tags` what the shop filed the words under."""

    __tablename__ = "survey_answer"
    __table_args__ = (Index(None, "response_id"), STRICT_KEEPING_IDS)
    entity = Entity.ANSWER

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    response_id: Mapped[int] = mapped_column(ForeignKey("survey_response.id", ondelete="CASCADE"))
    question: Mapped[str] = mapped_column(Text)
    choice: Mapped[str | None] = mapped_column(Text)
    number: Mapped[float | None] = mapped_column(REAL)
    words: Mapped[str] = mapped_column(Text, default="")
    day: Mapped[date | None] = mapped_column(Day)
    tags: Mapped[list[str]] = mapped_column(Json, default=list)


class SurveyBatch(Base):
    """Pictures that were read in one go. `name`: of the folder or the first file."""

    __tablename__ = "survey_batch"
    __table_args__ = STRICT_KEEPING_IDS
    entity = Entity.ANSWER

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)
    name: Mapped[str] = mapped_column(Text)
    pages: Mapped[int] = mapped_column(Integer)


class SurveyPage(Base):
    """One page of a picture that was read. `reading` is ReadPage as JSON, `fingerprint` of the file with the page's number in it.
    `sheet_page` from 0. `response_id`: whose answers it holds; it may be gone, hence no foreign key."""

    __tablename__ = "survey_page"
    __table_args__ = (
        Index(None, "batch_id"),
        Index(None, "state"),
        Index(None, "sheet_id"),
        Index(None, "response_id"),
        Index(None, "fingerprint"),
        STRICT_KEEPING_IDS,
    )
    entity = Entity.ANSWER

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("survey_batch.id", ondelete="CASCADE"))
    file_name: Mapped[str] = mapped_column(Text)
    page_in_file: Mapped[int] = mapped_column(Integer)
    fingerprint: Mapped[str] = mapped_column(Text)
    state: Mapped[PageState] = mapped_column(Choice(PageState))
    reason: Mapped[str] = mapped_column(Text, default="")
    layout_id: Mapped[int | None] = mapped_column(Integer)
    sheet_id: Mapped[int | None] = mapped_column(Integer)
    sheet_page: Mapped[int] = mapped_column(Integer, default=0)
    response_id: Mapped[int | None] = mapped_column(Integer)
    reading: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)


class SurveyPicture(Base):
    """The page as it was set straight (or as it came, where it was not located), as a JPEG. Held apart from the page, so that the images
    of an act stay small; dropped some time after the sheet is settled: hence no foreign key."""

    __tablename__ = "survey_picture"
    __table_args__ = STRICT

    page_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class SurveyCrop(Base):
    """What was cut out of a page for one question: words by hand, and what was in doubt. It stays with the answer."""

    __tablename__ = "survey_crop"
    __table_args__ = (UniqueConstraint("response_id", "question"), STRICT)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    response_id: Mapped[int] = mapped_column(Integer)
    question: Mapped[str] = mapped_column(Text)
    content: Mapped[bytes] = mapped_column(LargeBinary)
