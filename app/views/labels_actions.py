"""The sentence of each recorded act, for the toast and the list of recent actions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.domain.actions import ActionKind
from app.domain.marking import QT_TRANSLATE_NOOP
from app.views.labels import translated

CONTEXT = "Actions"
SENTENCES: Mapping[ActionKind, str] = {
    ActionKind.ADD_CUSTOMER: QT_TRANSLATE_NOOP("Actions", "Added {name}"),
    ActionKind.EDIT_CUSTOMER: QT_TRANSLATE_NOOP("Actions", "Changed the record of {name}"),
    ActionKind.ARCHIVE_CUSTOMER: QT_TRANSLATE_NOOP("Actions", "Archived {name}"),
    ActionKind.RESTORE_CUSTOMER: QT_TRANSLATE_NOOP("Actions", "Brought {name} back from the archive"),
    ActionKind.MARK_CUSTOMER: QT_TRANSLATE_NOOP("Actions", "Changed how {name} may be contacted"),
    ActionKind.ADD_CONTACT: QT_TRANSLATE_NOOP("Actions", "Noted a contact with {name}"),
    ActionKind.EDIT_CONTACT: QT_TRANSLATE_NOOP("Actions", "Changed a note on {name}"),
    ActionKind.DELETE_CONTACT: QT_TRANSLATE_NOOP("Actions", "Deleted a note on {name}"),
    ActionKind.RECORD_VISIT: QT_TRANSLATE_NOOP("Actions", "Recorded a visit of {name}"),
    ActionKind.EDIT_VISIT: QT_TRANSLATE_NOOP("Actions", "Changed a visit of {name}"),
    ActionKind.REFUND_VISIT: QT_TRANSLATE_NOOP("Actions", "Refunded a purchase of {name}"),
    ActionKind.DELETE_VISIT: QT_TRANSLATE_NOOP("Actions", "Deleted a visit of {name}"),
    ActionKind.ADD_STAFF: QT_TRANSLATE_NOOP("Actions", "Added {name} to the staff"),
    ActionKind.EDIT_STAFF: QT_TRANSLATE_NOOP("Actions", "Changed the staff member {name}"),
    ActionKind.REMOVE_STAFF: QT_TRANSLATE_NOOP("Actions", "Removed {name} from the staff"),
    ActionKind.HAND_OVER: QT_TRANSLATE_NOOP("Actions", "Handed the customers of {name} over to {to}"),
    ActionKind.CHANGE_SHOP: QT_TRANSLATE_NOOP("Actions", "Changed the shop's settings"),
    ActionKind.ADD_PRODUCT: QT_TRANSLATE_NOOP("Actions", "Added {name} to the products"),
    ActionKind.ADD_PRODUCTS: QT_TRANSLATE_NOOP("Actions", "Made {count} products of what was sold"),
    ActionKind.EDIT_PRODUCT: QT_TRANSLATE_NOOP("Actions", "Changed the product {name}"),
    ActionKind.ARCHIVE_PRODUCT: QT_TRANSLATE_NOOP("Actions", "Put the product {name} aside"),
    ActionKind.RESTORE_PRODUCT: QT_TRANSLATE_NOOP("Actions", "Brought the product {name} back"),
    ActionKind.ADD_PRODUCT_GROUP: QT_TRANSLATE_NOOP("Actions", "Added the product group {name}"),
    ActionKind.EDIT_PRODUCT_GROUP: QT_TRANSLATE_NOOP("Actions", "Changed the product group {name}"),
    ActionKind.ARCHIVE_PRODUCT_GROUP: QT_TRANSLATE_NOOP("Actions", "Put the product group {name} aside"),
    ActionKind.PRINT_CARDS: QT_TRANSLATE_NOOP("Actions", "Recorded {count} printed pieces as sent"),
    ActionKind.ADD_TEMPLATE: QT_TRANSLATE_NOOP("Actions", "Added the template {name}"),
    ActionKind.SAVE_TEMPLATE: QT_TRANSLATE_NOOP("Actions", "Changed the template {name}"),
    ActionKind.TYPE_TEMPLATE: QT_TRANSLATE_NOOP("Actions", "Changed the words of {name}"),
    ActionKind.RESET_TEMPLATE: QT_TRANSLATE_NOOP("Actions", "Put the template {name} back as it came with the program"),
    ActionKind.DELETE_TEMPLATE: QT_TRANSLATE_NOOP("Actions", "Deleted the template {name}"),
    ActionKind.CHANGE_RULE: QT_TRANSLATE_NOOP("Actions", "Changed the rules of points"),
    ActionKind.CHANGE_LOYALTY: QT_TRANSLATE_NOOP("Actions", "Changed how points and tiers are decided"),
    ActionKind.ADJUST_POINTS: QT_TRANSLATE_NOOP("Actions", "Corrected the points of {name}"),
    ActionKind.REDEEM_CODE: QT_TRANSLATE_NOOP("Actions", "Used the code {code} of {name}"),
    ActionKind.ADD_FOLLOW_UP: QT_TRANSLATE_NOOP("Actions", "Planned a follow-up for {name}"),
    ActionKind.ADD_FOLLOW_UPS: QT_TRANSLATE_NOOP("Actions", "Planned a follow-up for {count} customers"),
    ActionKind.EDIT_FOLLOW_UP: QT_TRANSLATE_NOOP("Actions", "Changed a follow-up for {name}"),
    ActionKind.MOVE_FOLLOW_UP: QT_TRANSLATE_NOOP("Actions", "Moved a follow-up for {name} to another day"),
    ActionKind.FINISH_FOLLOW_UP: QT_TRANSLATE_NOOP("Actions", "Finished a follow-up for {name}"),
    ActionKind.REOPEN_FOLLOW_UP: QT_TRANSLATE_NOOP("Actions", "Opened a follow-up for {name} again"),
    ActionKind.DELETE_FOLLOW_UP: QT_TRANSLATE_NOOP("Actions", "Deleted a follow-up for {name}"),
    ActionKind.MERGE_CUSTOMERS: QT_TRANSLATE_NOOP("Actions", "Made the records of {name} and {other} into one"),
    ActionKind.JOIN_HOUSEHOLD: QT_TRANSLATE_NOOP("Actions", "Put {name} and {other} in one household"),
    ActionKind.LEAVE_HOUSEHOLD: QT_TRANSLATE_NOOP("Actions", "Took {name} out of the household"),
    ActionKind.ORDER_HOUSEHOLD: QT_TRANSLATE_NOOP("Actions", "Changed whom the household's post is addressed to: {name}"),
    ActionKind.CHANGE_TIERS: QT_TRANSLATE_NOOP("Actions", "Changed the tiers"),
    ActionKind.SET_TIER: QT_TRANSLATE_NOOP("Actions", "Changed the tier of {name}"),
    ActionKind.ADD_REWARD: QT_TRANSLATE_NOOP("Actions", "Added the reward {reward}"),
    ActionKind.EDIT_REWARD: QT_TRANSLATE_NOOP("Actions", "Changed the reward {reward}"),
    ActionKind.ARCHIVE_REWARD: QT_TRANSLATE_NOOP("Actions", "Put the reward {reward} aside"),
    ActionKind.RESTORE_REWARD: QT_TRANSLATE_NOOP("Actions", "Brought the reward {reward} back"),
    ActionKind.GIVE_REWARD: QT_TRANSLATE_NOOP("Actions", "Gave {name} the reward {reward}"),
    ActionKind.ADD_GROUP: QT_TRANSLATE_NOOP("Actions", "Made the group {name}"),
    ActionKind.EDIT_GROUP: QT_TRANSLATE_NOOP("Actions", "Changed the group {name}"),
    ActionKind.DELETE_GROUP: QT_TRANSLATE_NOOP("Actions", "Deleted the group {name}"),
    ActionKind.ADD_TO_GROUP: QT_TRANSLATE_NOOP("Actions", "Put {count} customers into the group {name}"),
    ActionKind.REMOVE_FROM_GROUP: QT_TRANSLATE_NOOP("Actions", "Took {count} customers out of the group {name}"),
    ActionKind.STOP_RUN: QT_TRANSLATE_NOOP("Actions", "Noted that {count} pieces did not come out of the printer"),
    ActionKind.FINISH_RUN: QT_TRANSLATE_NOOP("Actions", "Recorded the remaining {count} pieces as sent"),
    ActionKind.GIVE_UP_RUN: QT_TRANSLATE_NOOP("Actions", "Gave up {count} pieces that were not printed"),
    ActionKind.CHANGE_PRINT_RATES: QT_TRANSLATE_NOOP("Actions", "Changed what printing costs"),
    ActionKind.SAVE_PRINT_PROFILE: QT_TRANSLATE_NOOP("Actions", "Kept how the printer {name} is adjusted"),
    ActionKind.FORGET_PRINT_PROFILE: QT_TRANSLATE_NOOP("Actions", "Forgot how the printer {name} is adjusted"),
    ActionKind.RECORD_RETURNS: QT_TRANSLATE_NOOP("Actions", "Recorded {count} pieces of post as returned"),
    ActionKind.MOVE_SHOP_IN: QT_TRANSLATE_NOOP("Actions", "Brought in households, groups, templates and printers of another computer"),
    ActionKind.ADD_SURVEY: QT_TRANSLATE_NOOP("Actions", "Added the survey {name}"),
    ActionKind.EDIT_SURVEY: QT_TRANSLATE_NOOP("Actions", "Changed the survey {name}"),
    ActionKind.CHANGE_SURVEY_RULES: QT_TRANSLATE_NOOP("Actions", "Changed what is done with answers to {name}"),
    ActionKind.ARCHIVE_SURVEY: QT_TRANSLATE_NOOP("Actions", "Archived the survey {name}"),
    ActionKind.RESTORE_SURVEY: QT_TRANSLATE_NOOP("Actions", "Brought the survey {name} back from the archive"),
    ActionKind.DELETE_SURVEY: QT_TRANSLATE_NOOP("Actions", "Deleted the survey {name}"),
    ActionKind.RECORD_ANSWERS: QT_TRANSLATE_NOOP("Actions", "Recorded a sheet of {name}"),
    ActionKind.EDIT_ANSWERS: QT_TRANSLATE_NOOP("Actions", "Corrected a sheet of {name}"),
    ActionKind.DELETE_ANSWERS: QT_TRANSLATE_NOOP("Actions", "Deleted a sheet of {name}"),
    ActionKind.THROW_OUT_ANSWERS: QT_TRANSLATE_NOOP("Actions", "Left a sheet of {name} out of the figures"),
    ActionKind.TAKE_ANSWERS_BACK_IN: QT_TRANSLATE_NOOP("Actions", "Took a sheet of {name} into the figures again"),
    ActionKind.LINK_ANSWERS: QT_TRANSLATE_NOOP("Actions", "Changed whose sheet of {name} it is"),
    ActionKind.READ_SHEETS: QT_TRANSLATE_NOOP("Actions", "Read {count} scanned pages: {name}"),
    ActionKind.DECIDE_ANSWER: QT_TRANSLATE_NOOP("Actions", "Decided question {number} of a sheet of {name}"),
    ActionKind.TAG_ANSWER: QT_TRANSLATE_NOOP("Actions", "Filed a remark under {tags}"),
    ActionKind.DECIDE_SHEET: QT_TRANSLATE_NOOP("Actions", "Decided how a sheet of {name} counts"),
    ActionKind.PLACE_SHEET: QT_TRANSLATE_NOOP("Actions", "Showed where the sheet of {name} is in the picture"),
    ActionKind.LEAVE_PAGE_OUT: QT_TRANSLATE_NOOP("Actions", "Left the page {name} out"),
    ActionKind.ADD_MEASURE: QT_TRANSLATE_NOOP("Actions", "Planned the campaign {name}"),
    ActionKind.EDIT_MEASURE: QT_TRANSLATE_NOOP("Actions", "Changed the campaign {name}"),
    ActionKind.START_MEASURE: QT_TRANSLATE_NOOP("Actions", "Started the campaign {name} for {count}"),
    ActionKind.STOP_MEASURE: QT_TRANSLATE_NOOP("Actions", "Stopped the campaign {name}"),
    ActionKind.DELETE_MEASURE: QT_TRANSLATE_NOOP("Actions", "Deleted the campaign {name}"),
    ActionKind.BRING_IN_MEASURE: QT_TRANSLATE_NOOP("Actions", "Brought in the campaign {name}"),
    ActionKind.CHANGE_MEASURE_COST: QT_TRANSLATE_NOOP("Actions", "Changed what the campaign {name} costs"),
    ActionKind.MARK_CAME: QT_TRANSLATE_NOOP("Actions", "Noted who came to {name}"),
    ActionKind.SET_TARGET: QT_TRANSLATE_NOOP("Actions", "Changed the target of a figure"),
    ActionKind.CHANGE_FIGURES: QT_TRANSLATE_NOOP("Actions", "Changed the settings of the figures"),
    ActionKind.COMMENT_REPORT: QT_TRANSLATE_NOOP("Actions", "Changed the monthly report"),
}
UNDONE: Mapping[ActionKind, str] = {
    ActionKind.PRINT_CARDS: QT_TRANSLATE_NOOP("Actions", "The record that {count} pieces were sent was taken back"),
    ActionKind.FINISH_RUN: QT_TRANSLATE_NOOP("Actions", "The record that the remaining {count} pieces were sent was taken back"),
}
"""Where the sentence of the act behind "Undone" would read as if it were done just now."""
_UNNAMED = QT_TRANSLATE_NOOP("Actions", "a customer without a name")


def action_sentence(kind: ActionKind, values: Mapping[str, Any]) -> str:
    """The whole sentence; values that an act does not know are said in words, never left empty."""
    named = {"name": "", "to": "", "count": "", "other": "", "code": "", "reward": "", "number": "", "tags": "", **values}
    if not named["name"]:
        named["name"] = translated(CONTEXT, _UNNAMED)
    return translated(CONTEXT, SENTENCES[kind], **named)


def undone_sentence(kind: ActionKind, values: Mapping[str, Any]) -> str:
    """What undoing says; empty where it says no more than what was undone."""
    return translated(CONTEXT, UNDONE[kind], **{"count": "", **values}) if kind in UNDONE else ""
