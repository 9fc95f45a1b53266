"""The acts of a user that can be taken back, and why one cannot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP


class ActionKind(StrEnum):
    ADD_CUSTOMER = "add_customer"
    EDIT_CUSTOMER = "edit_customer"
    ARCHIVE_CUSTOMER = "archive_customer"
    RESTORE_CUSTOMER = "restore_customer"
    MARK_CUSTOMER = "mark_customer"
    ADD_CONTACT = "add_contact"
    EDIT_CONTACT = "edit_contact"
    DELETE_CONTACT = "delete_contact"
    RECORD_VISIT = "record_visit"
    EDIT_VISIT = "edit_visit"
    REFUND_VISIT = "refund_visit"
    DELETE_VISIT = "delete_visit"
    ADD_STAFF = "add_staff"
    EDIT_STAFF = "edit_staff"
    REMOVE_STAFF = "remove_staff"
    HAND_OVER = "hand_over"
    HAND_OVER_DAYS = "hand_over_days"
    CHANGE_SHOP = "change_shop"
    ADD_PRODUCT = "add_product"
    ADD_PRODUCTS = "add_products"
    EDIT_PRODUCT = "edit_product"
    ARCHIVE_PRODUCT = "archive_product"
    RESTORE_PRODUCT = "restore_product"
    ADD_PRODUCT_GROUP = "add_product_group"
    EDIT_PRODUCT_GROUP = "edit_product_group"
    ARCHIVE_PRODUCT_GROUP = "archive_product_group"
    PRINT_CARDS = "print_cards"
    ADD_TEMPLATE = "add_template"
    SAVE_TEMPLATE = "save_template"
    TYPE_TEMPLATE = "type_template"
    RESET_TEMPLATE = "reset_template"
    DELETE_TEMPLATE = "delete_template"
    CHANGE_RULE = "change_rule"
    CHANGE_LOYALTY = "change_loyalty"
    ADJUST_POINTS = "adjust_points"
    REDEEM_CODE = "redeem_code"
    ADD_FOLLOW_UP = "add_follow_up"
    ADD_FOLLOW_UPS = "add_follow_ups"
    EDIT_FOLLOW_UP = "edit_follow_up"
    MOVE_FOLLOW_UP = "move_follow_up"
    FINISH_FOLLOW_UP = "finish_follow_up"
    REOPEN_FOLLOW_UP = "reopen_follow_up"
    DELETE_FOLLOW_UP = "delete_follow_up"
    MERGE_CUSTOMERS = "merge_customers"
    JOIN_HOUSEHOLD = "join_household"
    LEAVE_HOUSEHOLD = "leave_household"
    ORDER_HOUSEHOLD = "order_household"
    CHANGE_TIERS = "change_tiers"
    SET_TIER = "set_tier"
    ADD_REWARD = "add_reward"
    EDIT_REWARD = "edit_reward"
    ARCHIVE_REWARD = "archive_reward"
    RESTORE_REWARD = "restore_reward"
    GIVE_REWARD = "give_reward"
    ADD_GROUP = "add_group"
    EDIT_GROUP = "edit_group"
    DELETE_GROUP = "delete_group"
    ADD_TO_GROUP = "add_to_group"
    REMOVE_FROM_GROUP = "remove_from_group"
    STOP_RUN = "stop_run"
    FINISH_RUN = "finish_run"
    GIVE_UP_RUN = "give_up_run"
    CHANGE_PRINT_RATES = "change_print_rates"
    SAVE_PRINT_PROFILE = "save_print_profile"
    FORGET_PRINT_PROFILE = "forget_print_profile"
    RECORD_RETURNS = "record_returns"
    MOVE_SHOP_IN = "move_shop_in"
    ADD_SURVEY = "add_survey"
    EDIT_SURVEY = "edit_survey"
    CHANGE_SURVEY_RULES = "change_survey_rules"
    ARCHIVE_SURVEY = "archive_survey"
    RESTORE_SURVEY = "restore_survey"
    DELETE_SURVEY = "delete_survey"
    RECORD_ANSWERS = "record_answers"
    EDIT_ANSWERS = "edit_answers"
    DELETE_ANSWERS = "delete_answers"
    THROW_OUT_ANSWERS = "throw_out_answers"
    TAKE_ANSWERS_BACK_IN = "take_answers_back_in"
    LINK_ANSWERS = "link_answers"
    READ_SHEETS = "read_sheets"
    DECIDE_ANSWER = "decide_answer"
    TAG_ANSWER = "tag_answer"
    DECIDE_SHEET = "decide_sheet"
    PLACE_SHEET = "place_sheet"
    LEAVE_PAGE_OUT = "leave_page_out"
    ADD_MEASURE = "add_measure"
    EDIT_MEASURE = "edit_measure"
    START_MEASURE = "start_measure"
    STOP_MEASURE = "stop_measure"
    DELETE_MEASURE = "delete_measure"
    BRING_IN_MEASURE = "bring_in_measure"
    CHANGE_MEASURE_COST = "change_measure_cost"
    MARK_CAME = "mark_came"
    SET_TARGET = "set_target"
    CHANGE_FIGURES = "change_figures"
    COMMENT_REPORT = "comment_report"
    ADD_RULE = "add_rule"
    EDIT_RULE = "edit_rule"
    SWITCH_RULE = "switch_rule"
    DELETE_RULE = "delete_rule"
    CHANGE_CARE = "change_care"
    EDIT_GUIDE = "edit_guide"
    TRY_FOLLOW_UP = "try_follow_up"
    SKIP_FOLLOW_UP = "skip_follow_up"
    FINISH_FOLLOW_UPS = "finish_follow_ups"
    MOVE_FOLLOW_UPS = "move_follow_ups"
    ASSIGN_FOLLOW_UPS = "assign_follow_ups"
    SKIP_FOLLOW_UPS = "skip_follow_ups"
    RELEASE_FOLLOW_UPS = "release_follow_ups"
    ADD_INQUIRY = "add_inquiry"
    EDIT_INQUIRY = "edit_inquiry"
    DELETE_INQUIRY = "delete_inquiry"
    REPLY_INQUIRY = "reply_inquiry"
    CLOSE_INQUIRY = "close_inquiry"
    REOPEN_INQUIRY = "reopen_inquiry"
    GROUP_REQUESTS = "group_requests"
    ADD_FAQ = "add_faq"
    EDIT_FAQ = "edit_faq"
    DELETE_FAQ = "delete_faq"
    CHANGE_REPLIES = "change_replies"
    ADD_CONTRACT = "add_contract"
    EDIT_CONTRACT = "edit_contract"
    RENEW_CONTRACT = "renew_contract"
    END_CONTRACT = "end_contract"
    DELETE_CONTRACT = "delete_contract"
    BRING_IN_CONTRACTS = "bring_in_contracts"
    ADD_NEED = "add_need"
    EDIT_NEED = "edit_need"
    FINISH_NEED = "finish_need"
    DELETE_NEED = "delete_need"
    ADD_PROPOSAL = "add_proposal"
    EDIT_PROPOSAL = "edit_proposal"
    PRESENT_PROPOSAL = "present_proposal"
    PRINT_PROPOSAL = "print_proposal"
    DECIDE_PROPOSAL = "decide_proposal"
    PASS_PROPOSAL = "pass_proposal"
    DELETE_PROPOSAL = "delete_proposal"
    ADD_PERSON = "add_person"
    EDIT_PERSON = "edit_person"
    DELETE_PERSON = "delete_person"
    EDIT_COMPANY = "edit_company"


KEPT_ACTIONS = 50


class NothingToUndo(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "There is nothing to undo.")


class NothingToRedo(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "There is nothing to redo.")


class ChangedSince(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "This was changed again afterwards, so it cannot be undone by itself. Nothing was changed. Please undo the later change first.",
    )


@dataclass(frozen=True, slots=True)
class ActionRow:
    """A line of the list of recent actions; `values` fills the sentence of `kind`."""

    id: int
    at: datetime
    kind: ActionKind
    values: dict[str, Any]
    is_undone: bool
