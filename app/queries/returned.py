"""Post that came back, and what it saved since."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.print_problems import PrintProblem
from app.domain.print_runs import YEN
from app.domain.returned import ReturnedRow, ReturnedView, SavedPost
from app.models.customer import Customer
from app.models.mailed_runs import is_mailed_run
from app.models.records import PrintPiece, PrintPieceJoint, PrintRun
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
    """Pieces left out of later runs by post because some had come back from the address, at what a piece of those runs cost. A mark that
    was set by hand saves nothing that is known."""
    came_back = _came_back(session)
    pieces = yen = 0
    runs = select(PrintRun.day, PrintRun.left_out, PrintRun.cost, PrintRun.pieces).where(is_mailed_run())
    for day, left_out, cost, printed in session.execute(runs):
        spared = sum(
            one["problem"] == PrintProblem.BAD_ADDRESS and came_back.get(one["customer"], date.max) <= day for one in left_out
        )
        pieces += spared
        yen += spared * cost // printed if printed else 0
    return SavedPost(pieces, yen)


def _came_back(session: Session) -> dict[int, date]:
    """Everybody to whom a piece was on its way that came back, also as one of several on it, with the first day."""
    own = select(PrintPiece.customer_id, PrintPiece.returned_on).where(PrintPiece.returned_on.is_not(None))
    joint = PrintPieceJoint
    shared = select(joint.customer_id, PrintPiece.returned_on).join(PrintPiece, PrintPiece.id == joint.piece_id)
    found: dict[int, date] = {}
    for customer, day in session.execute(own.union(shared.where(PrintPiece.returned_on.is_not(None)))):
        if day is not None:
            found[customer] = min(day, found.get(customer, day))
    return found


def returned_view(session: Session) -> ReturnedView:
    """All that the panel of returned post shows."""
    has_yen = session.scalars(select(Shop.currency)).one() == YEN
    return ReturnedView(tuple(returned_pieces(session)), saved_by_returns(session), has_yen)
