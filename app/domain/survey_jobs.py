"""What is printed as the sheets of a survey."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_problems import NOT_PRINTED, PrintError
from app.domain.survey_sheets import SheetChoice, SheetLayout
from app.domain.surveys import SurveyContent


class SheetsChanged(PrintError):
    """The boxes would lie elsewhere than where the shop would look for them."""

    refusal = NOT_PRINTED
    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "These sheets were laid out by another version of the program, so the rest of them would not be read back. "
        "Please print the survey anew for those who have none yet.",
    )


class CopiesOfSheets(PrintError):
    """`most`: sheets at once."""

    refusal = NOT_PRINTED
    sentence = QT_TRANSLATE_NOOP("Errors", "Please choose a number of sheets from 1 to {most}.")


@dataclass(frozen=True, slots=True)
class SurveyJob:
    """`layout`: its number in the shop, as it stands on each sheet; `places` says where the boxes lie by it, as `places_of` makes it.
    `is_named`: the customer's name stands on the sheet. `pages` of one sheet."""

    survey_id: int
    version: int
    layout: int
    places: str
    content: SurveyContent
    choice: SheetChoice
    pages: int = 1
    is_named: bool = True

    @property
    def title(self) -> str:
        return self.content.title

    @property
    def asked(self) -> str:
        """The same for jobs that ask the same at the same places by the same layout. After an older copy of the shop was brought back, the
        number of a layout may stand for another one: what is on paper by the one must not be taken for the other."""
        said = [self.survey_id, self.layout, self.places, self.content.to_json()]
        return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]

    @property
    def paper(self) -> str:
        """What goes through the printer."""
        return "A4" if self.choice.per_page == 2 else self.choice.paper.value


def places_of(layout: SheetLayout) -> str:
    """The same for layouts of which every box, square and code lies at the same place."""
    return hashlib.sha256(json.dumps(layout.to_json(), ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]
