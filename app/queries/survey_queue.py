"""What a person has to look at of the pages that came back, and what became of a go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import tzinfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.customers import CustomerKind
from app.domain.survey_entry import keyed_choices
from app.domain.survey_pages import PageRow, PageState, ReadPage
from app.domain.survey_queue import (
    COUNT_KEY,
    ItemKind,
    KnownFile,
    LayoutRow,
    PageReason,
    QueueItem,
    ReviewPage,
    ReviewQueue,
    TakenPage,
    Told,
    fingerprint_of,
    is_taken_as_it_is,
    open_doubts,
    pages_needed,
    settled_in,
    told_by,
    whole_on,
)
from app.domain.survey_sheets import SheetChoice
from app.domain.surveys import Audience, ResponseState
from app.models.answer_rows import read_answers
from app.models.customer import Customer
from app.models.survey_page_rows import PrintedAs, is_page_there, pages_of_response, pages_read_of, printed_as, response_of_sheet
from app.models.surveys import (
    Survey,
    SurveyBatch,
    SurveyCrop,
    SurveyLayout,
    SurveyPage,
    SurveyPicture,
    SurveyResponse,
    SurveySheet,
    SurveyVersion,
)
from app.queries.shop import shop_zone

_AT_ONCE = 500


def review_queue(session: Session, survey_id: int | None = None) -> ReviewQueue:
    """Of one survey, or of all. Pages that were not located belong to none yet: they stand in every queue, at its end."""
    waiting = _waiting_pages(session, survey_id)
    forms = _Forms(session)
    items = [*_questions(waiting, forms), *_different(waiting), *_missing(session, waiting, forms)]
    unlocated = select(SurveyPage).where(SurveyPage.state == PageState.UNLOCATED).order_by(SurveyPage.id)
    lost = session.scalars(unlocated).all()
    items += [QueueItem(ItemKind.UNLOCATED, page.id) for page in lost]
    batches = {page.batch_id for page in waiting} or {page.batch_id for page in lost} or _last_batch(session, survey_id)
    title = session.scalar(select(Survey.title).where(Survey.id == survey_id)) if survey_id is not None else None
    read_at = session.scalar(select(func.max(SurveyBatch.at)).where(SurveyBatch.id.in_(batches))) if batches else None
    name = title or (session.scalar(select(SurveyBatch.name).where(SurveyBatch.id == max(batches))) if batches else "") or ""
    return ReviewQueue(tuple(items), _pages_by_state(session, batches), name, read_at, _sheets_counted(session, batches))


def count_waiting(session: Session) -> int:
    """How many pages wait for somebody to look at them."""
    lost = session.scalar(select(func.count()).select_from(SurveyPage).where(SurveyPage.state == PageState.UNLOCATED)) or 0
    return lost + len(_waiting_pages(session, None))


def review_page(session: Session, page_id: int) -> ReviewPage | None:
    """None for one that is gone."""
    page = session.get(SurveyPage, page_id)
    if page is None:
        return None
    printed = None if page.layout_id is None else printed_as(session, page.layout_id)
    picture = session.scalar(select(SurveyPicture.content).where(SurveyPicture.page_id == page_id)) or b""
    crops = {} if page.response_id is None else crops_of(session, page.response_id)
    settled = settled_in(page.reading)
    told = told_by(page.reading)
    return ReviewPage(
        _page_row(session, page, printed),
        told,
        settled,
        ReadPage.from_json(page.reading),
        None if printed is None else printed.content,
        None if printed is None else printed.layout,
        picture,
        crops,
        page.response_id,
        printed is not None and printed.survey.audience is Audience.STAFF,
        _earlier(session, page, printed),
        () if printed is None else _pages_missing(session, page, printed),
    )


def crops_of(session: Session, response_id: int) -> dict[str, bytes]:
    """What was cut out of the picture of a sheet, by question; JPEGs."""
    rows = session.execute(select(SurveyCrop.question, SurveyCrop.content).where(SurveyCrop.response_id == response_id))
    return {question: content for question, content in rows}


def printed_layouts(session: Session) -> tuple[LayoutRow, ...]:
    """Every kind of sheet that was printed, the latest first."""
    rows, zone = [], shop_zone(session)
    for number in session.scalars(select(SurveyLayout.id).order_by(SurveyLayout.id.desc())).all():
        printed = printed_as(session, number)
        row = session.get(SurveyLayout, number)
        if printed is not None and row is not None:
            choice, survey = SheetChoice.from_json(row.choice), printed.survey
            is_staff = survey.audience is Audience.STAFF
            made_on, pages = row.made_at.astimezone(zone).date(), printed.layout.pages
            rows.append(LayoutRow(number, survey.id, survey.title, printed.version, choice, pages, is_staff, made_on))
    return tuple(rows)


def known_files(session: Session, hashes: Iterable[str]) -> dict[str, KnownFile]:
    """By the hash of its contents, each of these files that was read before."""
    wanted = list(dict.fromkeys(hashes))
    found: dict[str, KnownFile] = {}
    for begin in range(0, len(wanted), _AT_ONCE):
        part = {fingerprint_of(one, 0): one for one in wanted[begin : begin + _AT_ONCE]}
        for fingerprint in session.scalars(select(SurveyPage.fingerprint).where(SurveyPage.fingerprint.in_(part)).distinct()):
            found[part[fingerprint]] = _known_file(session, part[fingerprint])
    return found


def _known_file(session: Session, file_hash: str) -> KnownFile:
    begins = fingerprint_of(file_hash, 0)[:-1]
    query = select(SurveyPage).where(SurveyPage.fingerprint >= begins, SurveyPage.fingerprint < begins + ":").order_by(SurveyPage.id)
    rows = session.scalars(query).all()
    pages = {row.page_in_file: _taken(row) for row in rows}
    count = max(page.pages_in_file for page in pages.values())
    is_there = all(is_page_there(session, page.fingerprint) for page in pages.values())
    return KnownFile(pages, len(pages) >= count, len(pages) >= count and is_there)


def _taken(row: SurveyPage) -> TakenPage:
    count = row.reading.get(COUNT_KEY)
    reading = ReadPage.from_json(row.reading) if row.reading.get("boxes") else None
    pages = count if isinstance(count, int) else 1
    return TakenPage(row.file_name, row.page_in_file, row.fingerprint, row.state, reading, reason=row.reason, pages_in_file=pages)


class _Forms:
    """By what each layout was printed, read once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept: dict[int | None, PrintedAs | None] = {}

    def of(self, page: SurveyPage) -> PrintedAs | None:
        if page.layout_id not in self._kept:
            self._kept[page.layout_id] = None if page.layout_id is None else printed_as(self._session, page.layout_id)
        return self._kept[page.layout_id]


def _waiting_pages(session: Session, survey_id: int | None) -> Sequence[SurveyPage]:
    """Those whose answers were not thrown out."""
    query = (
        select(SurveyPage)
        .outerjoin(SurveyResponse, SurveyResponse.id == SurveyPage.response_id)
        .join(SurveyLayout, SurveyLayout.id == SurveyPage.layout_id)
        .join(SurveyVersion, SurveyVersion.id == SurveyLayout.version_id)
        .where(SurveyPage.state == PageState.WAITING)
        .where((SurveyPage.reason == PageReason.DIFFERS) | (SurveyResponse.state != ResponseState.THROWN_OUT))
    )
    if survey_id is not None:
        query = query.where(SurveyVersion.survey_id == survey_id)
    return session.scalars(query.order_by(SurveyPage.id)).all()


def _questions(waiting: Iterable[SurveyPage], forms: _Forms) -> list[QueueItem]:
    """A sheet after the other, its questions as they stand on it."""
    items: list[QueueItem] = []
    for pages in _by_response(waiting).values():
        printed = forms.of(pages[0])
        if printed is None:
            continue
        doubts = open_doubts([(page.id, told_by(page.reading), settled_in(page.reading)) for page in pages], printed.layout.questions)
        content = printed.content
        for page_id, question in sorted(doubts, key=lambda one: (content.number_of(one[1]), one[0])):
            page = next(one for one in pages if one.id == page_id)
            items.append(_question_item(page, question, printed))
    return items


def _question_item(page: SurveyPage, name: str, printed: PrintedAs) -> QueueItem:
    question = printed.content.question(name)
    shown = () if question is None else tuple(one.choice for one in keyed_choices(question))
    ticked = told_by(page.reading).chosen.get(name, ())
    marks = tuple(place for place, choice in enumerate(shown) if choice in ticked)
    return QueueItem(ItemKind.QUESTION, page.id, name, len(shown), marks)


def _different(waiting: Iterable[SurveyPage]) -> list[QueueItem]:
    return [QueueItem(ItemKind.DIFFERENT, page.id) for page in waiting if page.reason == PageReason.DIFFERS]


def _missing(session: Session, waiting: Iterable[SurveyPage], forms: _Forms) -> list[QueueItem]:
    """Sheets without doubts of which a page did not come."""
    items = []
    for pages in _by_response(waiting).values():
        printed = forms.of(pages[0])
        if printed is not None and _pages_missing(session, pages[0], printed):
            items.append(QueueItem(ItemKind.MISSING, pages[-1].id))
    return items


def _by_response(waiting: Iterable[SurveyPage]) -> dict[int, list[SurveyPage]]:
    found: dict[int, list[SurveyPage]] = {}
    for page in waiting:
        if page.response_id is not None and page.reason != PageReason.DIFFERS:
            found.setdefault(page.response_id, []).append(page)
    return found


def _pages_missing(session: Session, page: SurveyPage, printed: PrintedAs) -> tuple[int, ...]:
    if page.response_id is None or page.state is not PageState.WAITING or len(pages_needed(printed.layout)) == 1:
        return ()
    pages = pages_of_response(session, page.response_id)
    if any(is_taken_as_it_is(one.reading) for one in pages):
        return ()
    return tuple(sorted(pages_needed(printed.layout) - {one.sheet_page for one in pages}))


def _earlier(session: Session, page: SurveyPage, printed: PrintedAs | None) -> Mapping[str, tuple[str, ...]]:
    """What is there already of a sheet that came twice with other answers."""
    if printed is None or page.reason != PageReason.DIFFERS or page.sheet_id is None:
        return {}
    response = response_of_sheet(session, page.sheet_id)
    if response is not None and response.state is ResponseState.SETTLED:
        answers = {answer.question: answer.chosen for answer in read_answers(session, [response.id])[response.id]}
        return {name: answers.get(name, ()) for name in whole_on(printed.layout, {page.sheet_page})}
    earlier = [one for one in pages_read_of(session, page.sheet_id, page.sheet_page) if one.id != page.id]
    told = told_by(earlier[0].reading) if earlier else Told({})
    return told.chosen


def _page_row(session: Session, page: SurveyPage, printed: PrintedAs | None) -> PageRow:
    sheet = None if page.sheet_id is None else session.get(SurveySheet, page.sheet_id)
    response = None if page.response_id is None else session.get(SurveyResponse, page.response_id)
    customer_id = response.customer_id if response is not None else (sheet.customer_id if sheet is not None else None)
    customer = None if customer_id is None else session.get(Customer, customer_id)
    at = session.scalar(select(SurveyBatch.at).where(SurveyBatch.id == page.batch_id))
    zone: tzinfo = shop_zone(session)
    if at is None:
        raise ValueError(page.batch_id)
    return PageRow(
        page.id,
        page.state,
        None if printed is None else printed.survey.id,
        "" if printed is None else printed.survey.title,
        0 if printed is None else printed.version,
        page.sheet_id,
        "" if sheet is None else sheet.code,
        customer_id,
        "" if customer is None else customer.name,
        at.astimezone(zone).date(),
        page.file_name,
        page.page_in_file,
        customer is not None and customer.kind is CustomerKind.COMPANY,
    )


def _pages_by_state(session: Session, batches: Iterable[int]) -> dict[PageState, int]:
    wanted = sorted(set(batches))
    counted = SurveyPage.batch_id.in_(wanted[-_AT_ONCE:]) & (SurveyPage.reason != PageReason.BLANK)
    query = select(SurveyPage.state, func.count()).where(counted).group_by(SurveyPage.state)
    return {state: count for state, count in session.execute(query)}


def _sheets_counted(session: Session, batches: Iterable[int]) -> int:
    """How many answers of these goes count, of however many pages each."""
    wanted = sorted(set(batches))[-_AT_ONCE:]
    is_read = SurveyPage.batch_id.in_(wanted) & SurveyPage.state.in_((PageState.READ, PageState.SETTLED))
    query = select(func.count(SurveyPage.response_id.distinct())).join(SurveyResponse, SurveyResponse.id == SurveyPage.response_id)
    return session.scalar(query.where(is_read, SurveyResponse.state == ResponseState.SETTLED)) or 0


def _last_batch(session: Session, survey_id: int | None) -> set[int]:
    query = select(func.max(SurveyPage.batch_id))
    if survey_id is not None:
        query = query.join(SurveySheet, SurveySheet.id == SurveyPage.sheet_id).where(SurveySheet.survey_id == survey_id)
    number = session.scalar(query)
    return set() if number is None else {number}
