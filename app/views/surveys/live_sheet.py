"""The sheet as it would be printed, made again in the background as the survey is built."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.context import AppContext
from app.domain.survey_prints import SheetRemark, SheetShop
from app.domain.survey_sheets import SheetChoice
from app.domain.surveys import SurveyContent
from app.views.live_making import LiveMaking

if TYPE_CHECKING:
    from app.printing.preview import Picture

_WIDEST = 2600


@dataclass(frozen=True, slots=True)
class SheetRequest:
    """`page` from 0, `width` of the page in pixels of the screen; `addressee` without 様, empty for an open sheet."""

    content: SurveyContent
    choice: SheetChoice
    shop: SheetShop
    page: int
    width: int
    addressee: str = ""


@dataclass(frozen=True, slots=True)
class SheetSeen:
    """The page asked for, or the last one there is; what there is to say of the sheet."""

    picture: Picture
    page: int
    pages: int
    remarks: tuple[SheetRemark, ...]


class LiveSheet(LiveMaking):
    """`made`: a SheetSeen and the SheetRequest it answers."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(context, parent, lambda request: partial(_seen, request), "sheet")


def _seen(request: SheetRequest) -> SheetSeen:
    from app.printing.survey_layout import lay_out
    from app.printing.survey_remarks import remarks
    from app.printing.survey_sheets import preview_picture

    laid = lay_out(request.content, request.choice)
    page = max(0, min(request.page, len(laid.pages) - 1))
    picture = preview_picture(laid, request.shop, page, min(request.width, _WIDEST), request.addressee)
    return SheetSeen(picture, page, len(laid.pages), remarks(laid))
