"""Playing a history, and making one that shows a fault as short as it can be."""

from __future__ import annotations

from dataclasses import replace

from tests.ledger.histories import History
from tests.ledger.plans import Plan
from tests.ledger.stage import Stage


def play(stage: Stage, plan: Plan) -> None:
    """AssertionError with a history that can be played again where file and model differ, or anything else does not hold."""
    fault = fault_of(stage, plan)
    if fault is not None:
        smallest, fault = shortened(stage, plan, fault)
        raise AssertionError(f"{fault}\n{smallest}") from fault


def fault_of(stage: Stage, plan: Plan) -> Exception | None:
    history = History(stage, plan.rule, plan.may_go_below)
    try:
        for op in plan.ops:
            history.do(op)
        history.finish()
    except Exception as fault:
        return fault
    return None


def shortened(stage: Stage, plan: Plan, fault: Exception) -> tuple[Plan, Exception]:
    """The history without the acts that the fault, of the same class, can do without."""
    place = 0
    while place < len(plan.ops):
        shorter = replace(plan, ops=plan.ops[:place] + plan.ops[place + 1 :])
        found = fault_of(stage, shorter)
        if found is not None and type(found) is type(fault):
            plan, fault = shorter, found
        else:
            place += 1
    return plan, fault
