"""Post that came back, and what it saved since."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.print_problems import PrintProblem
from app.domain.print_runs import YEN
from app.domain.returned import ReturnedRow, ReturnedView, SavedPost
from app.models.customer import Customer
from app.models.records import PrintPiece, PrintRun
from app.models.returned_rows import piece_coded, returned_row, row_of
from app.models.shop import Shop


def look_up_returned(session: Session, text: str) -> ReturnedRow:
    """The piece a code is on. CodeUnreadable, ReturnedUnknown."""
    return returned_row(session, piece_coded(session, text))


def returned_pieces(session: Session, *, limit: int = 200) -> list[ReturnedRow]:
    """What came back, the latest first."""
    query = (
        select(PrintPiece, Customer, PrintRun)
        .join(Customer, Customer.id == PrintPiece.customer_id)
        .join(PrintRun, PrintRun.id == PrintPiece.run_id)
        .where(PrintPiece.returned_on.is_not(None))
        .order_by(PrintPiece.returned_on.desc(), PrintPiece.id.desc())
        .limit(limit)
    )
    return [row_of(piece, customer, run) for piece, customer, run in session.execute(query)]


def saved_by_returns(session: Session) -> SavedPost:
    """Pieces left out of later runs because post had come back from the address, at what a piece of those runs cost."""
    pieces = yen = 0
    for left_out, cost, printed in session.execute(select(PrintRun.left_out, PrintRun.cost, PrintRun.pieces)):
        spared = sum(one["problem"] == PrintProblem.BAD_ADDRESS for one in left_out)
        pieces += spared
        yen += spared * cost // printed if printed else 0
    return SavedPost(pieces, yen)


def returned_view(session: Session) -> ReturnedView:
    """All that the panel of returned post shows."""
    has_yen = session.scalars(select(Shop.currency)).one() == YEN
    return ReturnedView(tuple(returned_pieces(session)), saved_by_returns(session), has_yen)
