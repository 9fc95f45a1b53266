"""A run that was planned elsewhere: what is printed and promised is chosen already, and the run is noted with its campaign or with the
follow-ups that it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain.measures import MeasureGone, MeasureTakenBack
from app.domain.offers import NO_OFFER, Offer
from app.domain.print_kinds import WorkKind
from app.views.printing.settings_card import SettingsCard

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class PlannedRun:
    """`template`: its key, empty for the one that fits; `measure_id`: the campaign the run belongs to, 0 for none; `follow_ups`: the
    planned cards or letters that are done with it."""

    work: WorkKind
    measure_id: int = 0
    template: str = ""
    offer: Offer = NO_OFFER
    follow_ups: tuple[int, ...] = ()

    def choose(self, card: SettingsCard) -> None:
        """In the fields of the workspace, where it can still be changed."""
        if self.template:
            card.choose_template(self.template)
        if self.measure_id:
            card.choose_offer(self.offer)

    def is_off(self, session: Session) -> bool:
        """Whether the campaign was taken back, or is not there any more."""
        if not self.measure_id:
            return False
        from app.services.measures import refuse_taken_back

        try:
            refuse_taken_back(session, self.measure_id)
        except (MeasureGone, MeasureTakenBack):
            return True
        return False


def planned_run(arguments: dict[str, Any]) -> PlannedRun | None:
    """What another page handed over, where it is of a campaign or of follow-ups."""
    work, measure_id, offer = arguments.get("work"), arguments.get("measure_id", 0), arguments.get("offer")
    follow_ups = tuple(arguments.get("follow_up_ids", ()))
    if not isinstance(work, WorkKind) or not (measure_id or follow_ups):
        return None
    chosen = offer if isinstance(offer, Offer) else NO_OFFER
    return PlannedRun(work, int(measure_id), str(arguments.get("template") or ""), chosen, follow_ups)
