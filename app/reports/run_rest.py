"""The pages of what is left of a run."""

from __future__ import annotations

from app.domain.print_runs import RestOfRun
from app.domain.progress import NO_PROGRESS, Progress
from app.printing.house import render


def rest_document(rest: RestOfRun, progress: Progress = NO_PROGRESS) -> bytes:
    """The pieces that did not come out, as they lie in the whole document. Cancelled."""
    return render(rest.recipients, rest.card, progress).document
