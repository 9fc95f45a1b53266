"""What can be wrong with a survey or an answer to it, said so that it can be mended."""

from __future__ import annotations

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP


class SurveyError(DomainError):
    """Something about a survey that the user can mend."""


class SurveyUnreadable(SurveyError):
    """`what`: the place in the file that is not understood."""

    sentence = QT_TRANSLATE_NOOP("Errors", "This is no survey of this program: {what} is not understood. Nothing was changed.")


class SurveyFileUnreadable(SurveyError):
    """`name`: of the file."""

    sentence = QT_TRANSLATE_NOOP("Errors", "{name} cannot be read as a survey. Nothing was changed. Please choose another file.")


class SurveyGone(SurveyError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This survey is no longer there. Nothing was changed.")


class NoNamesOfStaff(SurveyError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "A survey of the staff is answered without names. Nothing was printed. Please print sheets that carry no name."
    )


class SurveyInUse(SurveyError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "Sheets of this survey were printed or answered, so it cannot be deleted. Nothing was changed. Please archive it instead."
    )


class UnknownSurvey(SurveyError):
    """`name` as given."""

    sentence = QT_TRANSLATE_NOOP("Errors", "There is no survey “{name}”. Nothing was done. The list of surveys shows which there are.")


class SurveyTitleMissing(SurveyError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The survey has no title yet. Please type one.")


class NothingAsked(SurveyError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The survey asks nothing yet. Please add a question.")


class QuestionTextMissing(SurveyError):
    """`number`: of the question, from 1."""

    sentence = QT_TRANSLATE_NOOP("Errors", "Question {number} has no text yet. Please type one.")


class OptionsMissing(SurveyError):
    """`number`: of the question, from 1."""

    sentence = QT_TRANSLATE_NOOP("Errors", "Question {number} needs at least two answers to choose from. Please add some.")


class OptionTwice(SurveyError):
    """`number`: of the question, from 1; `option`: what stands there twice."""

    sentence = QT_TRANSLATE_NOOP("Errors", "Question {number} offers “{option}” twice. Please change one of them.")


class LimitsCrossed(SurveyError):
    """`number`: of the question, from 1."""

    sentence = QT_TRANSLATE_NOOP("Errors", "Question {number} allows no number: its lowest is above its highest. Please change one.")


class TooMuchAsked(SurveyError):
    """`most` questions or options."""

    sentence = QT_TRANSLATE_NOOP("Errors", "That is more than fits: at most {most}. Please take some away.")


class TextTooLong(SurveyError):
    """`most` letters, at question `number` (0: the survey's own words)."""

    sentence = QT_TRANSLATE_NOOP("Errors", "One of the texts is too long: at most {most} letters. Please shorten it.")


class AnswerUnfit(SurveyError):
    """`number` of the question on the sheet; `value` as given."""

    sentence = QT_TRANSLATE_NOOP("Errors", "“{value}” is no answer to question {number}. Please correct it.")
