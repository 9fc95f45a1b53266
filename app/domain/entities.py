"""What a change was about: pages name the entities they show and are told when one of them changed."""

from __future__ import annotations

from enum import StrEnum


class Entity(StrEnum):
    SHOP = "shop"
    STAFF = "staff"
    CUSTOMER = "customer"
    CONTACT = "contact"
    PURCHASE = "purchase"
    PRINT_RUN = "print_run"
    PRODUCT = "product"
    POINTS = "points"
    FOLLOW_UP = "follow_up"
    CODE = "code"
    GROUP = "group"
    TEMPLATE = "template"
    SURVEY = "survey"
    ANSWER = "answer"
    MEASURE = "measure"
    TARGET = "target"
    REPORT = "report"
    RULE = "rule"
    INQUIRY = "inquiry"
    CONTRACT = "contract"
    PROPOSAL = "proposal"
    IMPORT = "import"
    ACTION = "action"


EVERYTHING: frozenset[Entity] = frozenset(Entity)
