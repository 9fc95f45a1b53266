"""The pages of a template for one person, made again in the background as it is changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.context import AppContext
from app.domain.print_runs import Candidate
from app.domain.templates import Template
from app.views.live_making import LiveMaking
from app.views.moments import language

if TYPE_CHECKING:
    from app.reports.designs import DesignPreview, DesignView

_WIDEST = 2600


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """`person` None: somebody made up. `width`: of a page, in pixels of the screen."""

    view: DesignView
    template: Template
    person: Candidate | None
    width: int
    day: date


class LivePreview(LiveMaking):
    """`made`: a DesignPreview and the PreviewRequest it answers."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(context, parent, lambda request: partial(_made, request, language()), "design")


def _made(request: PreviewRequest, spoken: str) -> DesignPreview:
    from app.reports.designs import design_job, design_preview, design_recipient, sample_recipient

    view, template = request.view, request.template
    person = request.person
    recipient = sample_recipient(spoken, view.own_fields) if person is None else design_recipient(view, person)
    job = design_job(view, template, spoken, request.day)
    return design_preview(template, recipient, job, min(request.width, _WIDEST))
