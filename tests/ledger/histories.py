"""Random histories of one shop: what happens to points, played on a real file and on the slow model side by side."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from app.domain.actions import ActionKind, ChangedSince, NothingToRedo, NothingToUndo
from app.domain.periods import add_months
from app.domain.points import (
    PER_CENT,
    EarnBasis,
    NotEnoughPoints,
    PointActKind,
    PointLine,
    PointsKeepDay,
    PointsUsedAlready,
    RuleRow,
    basis_for,
    rule_on,
)
from app.domain.visits import VisitOutcome
from app.models.points import PointAct
from app.services import actions
from app.services.ledger import follow_acts
from app.services.merges import merge_customers
from app.services.points import adjust_points, set_rule
from app.services.purchases import delete_visit, edit_visit, record_visit, refund_visit
from tests.ledger.plans import (
    DAYS_BACK,
    RULES,
    Op,
    fields_of,
    line_of,
    lines_back,
    lines_for,
    mixed,
)
from tests.ledger.reference import Bought, Given, Merged, ReferenceShop, Refund, Source, steps_of
from tests.ledger.stage import FIRST_DAY, PEOPLE, Seen, Stage

Fact = Bought | Given | Merged | RuleRow | None
Facts = Mapping[Source, Fact]
NEW_PURCHASE: Source = ("purchase", 0)
NEW_ACT: Source = ("act", 0)


@dataclass
class Act:
    """What a recorded act changed, and how the lots stood before it, on which day (None: no longer known).
    `undone`: as which act it was undone, 0: it is not."""

    number: int
    before: Facts
    after: Facts
    stood: tuple[date, Seen] | None
    undone: int = 0


class History:
    """Plays operations; what cannot be done just then (nothing is there to be changed) is passed over."""

    def __init__(self, stage: Stage, rule: int, may_go_below: bool) -> None:
        self.stage = stage
        stage.begin()
        self.model = ReferenceShop(FIRST_DAY)
        self.rules: dict[int, RuleRow] = {}
        self.acts: list[Act] = []
        self.seen = stage.seen()
        self.was_below_allowed = may_go_below
        self.is_rewritten = False
        self._undone = 0
        self._given = 0
        if may_go_below:
            stage.allow_negative(True)
            self.model.allow_negative = True
        self._set_rule(Op("rule", size=rule))

    @property
    def today(self) -> date:
        return self.stage.today

    def do(self, op: Op) -> None:
        acts: Mapping[str, Callable[[Op], None]] = {
            "buy": self._buy, "pay": self._buy, "amount": self._edit, "day": self._edit, "owner": self._edit, "points": self._edit,
            "part back": self._give_back, "all back": self._give_back, "delete": self._delete, "undo": self._undo,
            "undo older": self._undo, "redo": self._redo, "correct": self._give, "take off": self._give, "opening": self._give,
            "reward": self._give, "days": self._pass, "months": self._pass, "last day": self._go_to_last_day, "lapse": self._lapse,
            "clock": self._set_clock_ahead,
            "rule": self._set_rule, "tier": self._set_tier, "race": self._race, "merge": self._merge,
        }  # fmt: skip
        acts[op.kind](op)
        self.check(op.pick + op.back)

    # what can happen

    def _buy(self, op: Op) -> None:
        who, day = self._person(op), self.today - timedelta(days=DAYS_BACK[op.back])
        bought = self._bought(who, day, lines_for(op), 0)
        if op.kind == "pay" and bought.rule is not None:
            bought = replace(bought, used=self._payable(who, bought, op.pick))
        now = self.stage.now()
        self._attempt(
            lambda session: record_visit(session, who, fields_of(bought), now=now, today=self.today),
            {NEW_PURCHASE: bought},
            is_rewriting=False,
        )

    def _edit(self, op: Op) -> None:
        number = self._some_purchase(op)
        if number is None:
            return
        old = self.model.purchases[number]
        new = old
        if op.kind == "amount":
            new = replace(old, lines=lines_for(op))
        elif op.kind == "day":
            latest = min((back.day for _, back in old.refunds), default=self.today)
            new = replace(old, day=min(latest, self.today - timedelta(days=DAYS_BACK[op.back])))
        elif op.kind == "owner":
            new = replace(old, customer=None if op.size == 9 and not old.used else self._person(op))
        elif old.customer is not None and old.rule is not None:
            new = replace(old, used=self._payable(old.customer, old, op.size % 5))
        refunded = -sum(line.amount for _, back in old.refunds for line in back.lines)
        total = sum(line.amount for line in new.lines)
        if total < refunded or (new.rule is not None and new.used * new.rule.point_value > total):
            return
        if (new.customer, new.day) != (old.customer, old.day) and (new.customer is not None or old.customer is not None):
            new = replace(new, basis=self._basis(new, number))
        now, below = self.stage.now(), op.pick == 0
        self._attempt(
            lambda session: edit_visit(
                session, number, fields_of(new), customer_id=new.customer, now=now, today=self.today, allow_negative=below
            ),
            {("purchase", number): new},
            below=below,
        )  # fmt: skip

    def _give_back(self, op: Op) -> None:
        number = self._some_purchase(op)
        if number is None or self.model.purchases[number].left <= 0:
            return
        old = self.model.purchases[number]
        day = max(old.day, self.today - timedelta(days=DAYS_BACK[op.back]))
        # Refunds of one purchase in the order of their days; a later one on an earlier day is played by hand in the tests.
        day = max([day, *(back.day for _, back in old.refunds)])
        amount = old.left if op.kind == "all back" else max(1, old.left * op.size // 10)
        lines = None if op.kind == "all back" and not old.refunds else lines_back(old, amount)
        now, below = self.stage.now(), op.who == 0
        back = Refund(day, tuple(replace(line, amount=-line.amount) for line in (lines or old.lines)))
        drafts = None if lines is None else [line_of(line) for line in lines]
        self._attempt(
            lambda session: refund_visit(session, number, drafts, now=now, today=self.today, day=day, allow_negative=below),
            {("purchase", number): replace(old, refunds=(*old.refunds, (0, back)))},
            day=day, below=below, is_rewriting=False,
        )  # fmt: skip

    def _delete(self, op: Op) -> None:
        number = self._some_purchase(op)
        if number is None:
            return
        old = self.model.purchases[number]
        changed: dict[Source, Fact] = {("purchase", number): None}
        gone = number
        if old.refunds and op.size % 2:
            gone = old.refunds[-1][0]
            changed = {("purchase", number): replace(old, refunds=old.refunds[:-1])}
        now, below = self.stage.now(), op.who == 0
        self._attempt(lambda session: delete_visit(session, gone, now=now, today=self.today, allow_negative=below), changed, below=below)

    def _give(self, op: Op) -> None:
        who, size = self._person(op), 10 + 37 * op.size
        points = size if op.kind in ("correct", "opening") else -size
        expires = add_months(self.today, op.back) if op.back > 3 and points > 0 else None
        given = Given(who, self.today, points, expires, may_go_below=op.kind == "take off")
        now = self.stage.now()

        def act(session: Session) -> int:
            if op.kind in ("correct", "take off"):
                return adjust_points(session, who, points, "数え直し", now=now, today=self.today, expires=expires)
            kind = PointActKind.OPENING if op.kind == "opening" else PointActKind.REWARD
            row = PointAct(customer_id=who, kind=kind, day=self.today, at=now, points=points, expires=expires)
            with actions.recorded(session, ActionKind.ADJUST_POINTS, now=now, name="", points=points) as recorded:
                session.add(row)
            follow_acts(session, [row.id], now=now, today=self.today)
            return recorded.action_id

        self._attempt(act, {NEW_ACT: given}, is_rewriting=False)

    def _undo(self, op: Op) -> None:
        undoable = [act for act in self.acts if not act.undone]
        if op.kind == "undo older":
            undoable = undoable[: 1 + op.pick]
        act = undoable[-1] if undoable else None
        now, is_latest = self.stage.now(), op.kind == "undo"
        number = None if is_latest or act is None else act.number
        turned = {} if act is None else self._turned(act.after, act.before)
        done = self._attempt(lambda session: actions.undo(session, number, now=now).id, turned, is_undo=True)
        if done is None or act is None:
            return
        assert done == act.number
        self._undone += 1
        act.undone = self._undone
        if not is_latest:
            # What stood before the later acts stood on the one undone now.
            for later in self.acts[self.acts.index(act) + 1 :]:
                later.stood = None
        if is_latest and act.stood is not None and act.stood[0] == self.today:
            self._compare_undone(act.stood[1])

    def _redo(self, op: Op) -> None:
        undone = sorted((act for act in self.acts if act.undone), key=lambda act: act.undone)
        act = undone[-1] if undone else None
        now = self.stage.now()
        turned = {} if act is None else self._turned(act.before, act.after)
        done = self._attempt(lambda session: actions.redo(session, now=now).id, turned, is_undo=True)
        if done is not None and act is not None:
            assert done == act.number
            act.undone = 0

    def _pass(self, op: Op) -> None:
        days = op.size + 1 if op.kind == "days" else 30 * (op.size + 1)
        self._go_to(self.today + timedelta(days=days))

    def _go_to_last_day(self, op: Op) -> None:
        """To the last day on which some points of somebody count, or to the day after."""
        lasts = sorted(last for _, last in self.model.account(self._person(op)).open_lots(self.today) if last is not None)
        if lasts:
            self._go_to(max(self.today, lasts[op.size % len(lasts)] + timedelta(days=op.pick % 2)))

    def _go_to(self, day: date) -> None:
        self.stage.today = self.model.today = day

    def _lapse(self, op: Op) -> None:
        self.stage.lapse()
        assert self.stage.lapse() == 0

    def _set_clock_ahead(self, op: Op) -> None:
        """The computer's clock is some months ahead for a while, then right again."""
        today = self.today
        self.stage.today += timedelta(days=30 * (op.size + 1))
        self.stage.lapse()
        self.stage.today = today
        self.stage.lapse()

    def _set_rule(self, op: Op) -> None:
        fields = RULES[op.size % len(RULES)]
        valid_from = (None, self.today, self.today + timedelta(days=5), self.today - timedelta(days=20))[op.pick % 4]
        now = self.stage.now()
        stood = self.today, self.seen
        rule, action = self.stage.write(lambda session: set_rule(session, fields, valid_from=valid_from, now=now))
        self.rules[rule] = RuleRow(rule, valid_from, fields)
        self.acts.append(Act(action, {("rule", rule): None}, {("rule", rule): self.rules[rule]}, stood))

    def _set_tier(self, op: Op) -> None:
        self.stage.set_tier(self._person(op), (0, 1, None)[op.pick % 3])

    def _merge(self, op: Op) -> None:
        keep, gone = self._person(op), self.here[(op.who + 1 + op.pick % 2) % len(self.here)]
        if keep == gone:
            return
        now = self.stage.now()
        self._attempt(
            lambda session: merge_customers(session, keep, gone, now=now, today=self.today).action_id,
            {("merge", gone): self.model.merged(keep, gone)},
        )

    def _race(self, op: Op) -> None:
        """Two programs have both seen the same points and both want all of them."""
        who = self._person(op)
        bought = self._bought(who, self.today, (PointLine(100_000, earns=False),), 0)
        points = self.model.account(who).usable(self.today, self.today)
        if bought.rule is None or not 0 < points <= 20_000:
            return
        bought = replace(bought, used=points)
        now = self.stage.now()
        self._attempt(
            lambda session: record_visit(session, who, fields_of(bought), now=now, today=self.today),
            {NEW_PURCHASE: bought},
            is_rewriting=False,
        )
        left = self.model.account(who).usable(self.today, self.today)
        if left >= points:
            return
        later = self.stage.now()
        try:
            self.stage.write_elsewhere(lambda session: record_visit(session, who, fields_of(bought), now=later, today=self.today))
        except NotEnoughPoints as error:
            assert error.values == {"wanted": points, "left": left}
        else:
            raise AssertionError(f"{points} points were used twice")

    # both sides

    def _attempt(
        self,
        act: Callable[[Session], int | VisitOutcome],
        changed: Facts,
        *,
        day: date | None = None,
        below: bool = False,
        is_undo: bool = False,
        is_rewriting: bool = True,
    ) -> int | None:
        """Do it on the file and on the model: both or neither succeed, for the same reason. The action's id when they do."""
        refused = ""
        outcome: int | VisitOutcome = 0
        try:
            outcome = self.stage.write(act)
        except (NotEnoughPoints, PointsKeepDay, PointsUsedAlready) as error:
            refused = _said(error)
        except (ChangedSince, NothingToUndo, NothingToRedo):
            assert is_undo
            return None
        after = self._numbered(changed, outcome)
        before = {source: self._fact(source) for source in after}
        trial: ReferenceShop = pickle.loads(pickle.dumps(self.model))
        said = _followed(trial, after, day, below)
        assert refused == said, f"the ledger said {refused or 'yes'}, the model {said or 'yes'}"
        if refused:
            return None
        self.model = trial
        for (kind, number), fact in after.items():
            if kind == "rule":
                self.rules.pop(number, None)
                if isinstance(fact, RuleRow):
                    self.rules[number] = fact
        action = outcome.action_id if isinstance(outcome, VisitOutcome) else outcome
        if not is_undo:
            self.acts.append(Act(action, before, after, (self.today, self.seen)))
        self.was_below_allowed = self.was_below_allowed or below
        self.is_rewritten = self.is_rewritten or is_rewriting
        return action

    def _numbered(self, changed: Facts, outcome: int | VisitOutcome) -> Facts:
        """What is new gets the number it has on the file; what was given by hand one of our own."""
        made = outcome.purchase_id if isinstance(outcome, VisitOutcome) else 0
        found: dict[Source, Fact] = {}
        for source, fact in changed.items():
            if source == NEW_ACT:
                self._given += 1
                source = ("act", self._given)
            elif source == NEW_PURCHASE:
                source = ("purchase", made)
            elif isinstance(fact, Bought) and fact.refunds and not fact.refunds[-1][0]:
                fact = replace(fact, refunds=(*fact.refunds[:-1], (made, fact.refunds[-1][1])))
            found[source] = fact
        return found

    def _fact(self, source: Source) -> Fact:
        kind, number = source
        return self.rules.get(number) if kind == "rule" else self.model.fact(source)

    def _turned(self, away: Facts, back: Facts) -> Facts:
        """What the sources say when an act is turned round; what later acts did beside it stays."""
        return {source: _turned_round(self._fact(source), away[source], fact) for source, fact in back.items()}

    def _compare_undone(self, stood: Seen) -> None:
        """The latest act undone on its own day leaves everything as it was."""
        seen = self.stage.seen()
        for who in PEOPLE:
            then, here = stood.open_lots(who, self.today), seen.open_lots(who, self.today)
            assert sum(then.values()) == sum(here.values()), f"undone, {who} had {then} and has {here}"
            # A debt may stand in another lot than before; it is the same debt.
            if min([*then.values(), *here.values()], default=0) >= 0:
                assert then == here, f"undone, {who} had {then} and has {here}"

    # what is bought

    @property
    def here(self) -> list[int]:
        """Those who are not part of another."""
        return [number for number in PEOPLE if number not in self.model.gone]

    def _person(self, op: Op) -> int:
        return self.here[op.who % len(self.here)]

    def _bought(self, who: int, day: date, lines: tuple[PointLine, ...], used: int) -> Bought:
        rule = rule_on([self.rules[number] for number in sorted(self.rules)], day)
        bought = Bought(who, day, lines, used, None if rule is None else rule.fields, EarnBasis())
        return replace(bought, basis=self._basis(bought, None))

    def _basis(self, bought: Bought, number: int | None) -> EarnBasis:
        if bought.rule is None or bought.customer is None:
            return EarnBasis()
        who, day = bought.customer, bought.day
        others = [one for key, one in self.model.purchases.items() if key != number and one.customer == who and one.left > 0]
        is_known = any(one.day <= day or one.basis.first_visit_points for one in others)
        is_first = bought.rule.first_visit_points > 0 and not is_known
        rate = self.stage.tier_rate(who, day)
        name = f"T{rate}" if rate != PER_CENT else ""
        return basis_for(bought.rule, day, None, is_first=is_first, tier=name, tier_rate=rate, taxed_prices=True)

    def _payable(self, who: int, bought: Bought, choice: int) -> int:
        """All the points there are, half of them, a few, one too many, none; never more than the amount."""
        rule = bought.rule
        assert rule is not None
        usable = self.model.account(who).usable(bought.day, self.today)
        wanted = (usable, usable // 2, min(7, usable), usable + 1, 0)[choice % 5]
        return min(wanted, sum(line.amount for line in bought.lines) // rule.point_value)

    def _some_purchase(self, op: Op) -> int | None:
        numbers = sorted(self.model.purchases)
        return numbers[-1 - op.pick % len(numbers)] if numbers else None

    # what must hold after every step

    def check(self, chance: int) -> None:
        past, one = self.today - timedelta(days=chance * chance), PEOPLE[chance % len(PEOPLE)]
        seen, stands, balances = self.stage.state(one, past)
        assert seen.entries[: len(self.seen.entries)] == self.seen.entries, "an entry was changed or deleted"
        self.seen = seen
        sums = dict.fromkeys(seen.lots, 0)
        for entry in seen.entries:
            sums[entry.lot] += entry.points
        assert sums == {number: left for number, (_, _, _, left) in seen.lots.items()}, "a lot is not the sum of its entries"
        for who in PEOPLE:
            account = self.model.account(who)
            there, wanted = seen.open_lots(who, self.today), account.open_lots(self.today)
            # Below zero only the sum is fixed: a debt may stand in the lot that was taken back or in the one that covers it.
            if min([*there.values(), *wanted.values()], default=0) >= 0:
                assert there == wanted, f"lots of {who}: {there}, not {wanted}"
            balance = account.balance_on(self.today)
            assert sum(there.values()) == balance, f"lots of {who}: {there}, in all not {balance}"
            assert self.was_below_allowed or balance >= 0
            then = account.balance_on(past)
            # An act that rewrites the past may be dated otherwise than here: then the entries alone decide (see `finish`).
            assert self.is_rewritten or balances.get(who, 0) == then, f"{who} on {past}: {balances.get(who, 0)}, not {then}"
        balance = self.model.account(one).balance_on(self.today)
        assert stands == (balance, max(0, balance)), f"standing of {one}: {stands}, not {balance}"

    def finish(self) -> None:
        """Everything that is over lapses; then the entries alone say what there is, today and on any day."""
        self._lapse(Op("lapse"))
        for chance in range(len(PEOPLE)):
            self.check(chance)
        faults = self.stage.faults()
        assert not faults, str(faults)
        seen, lines = self.seen, self.stage.last_lines()
        days = [self.today - timedelta(days=ago) for ago in (0, 1, 8, 27, 50, 120, 240, 390)]
        balances = self.stage.balances(days)
        lapsed: set[int] = set()
        for entry in seen.entries:
            if entry.kind == "expire" or entry.reverses in lapsed:
                lapsed.add(entry.id)
        for who in PEOPLE:
            account = self.model.account(who)
            balance = account.balance_on(self.today)
            assert (seen.balance(who), lines[who]) == (balance, balance)
            for past in days:
                said, entries, then = balances[past].get(who, 0), seen.balance(who, past), account.balance_on(past)
                assert said == entries, f"{who} on {past}: {said}, entries {entries}"
                assert self.is_rewritten or said == then, f"{who} on {past}: {said}, not {then}"
            lasting = [entry.points for entry in seen.entries if seen.lots[entry.lot][0] == who and entry.id not in lapsed]
            assert sum(lasting) == _truth(self.model, who), f"{who} has {sum(lasting)} but for what lapsed, not {_truth(self.model, who)}"


def _turned_round(now: Fact, was: Fact, fact: Fact) -> Fact:
    if isinstance(now, Bought) and isinstance(was, Bought) and isinstance(fact, Bought):
        return mixed(now, was, fact)
    # What is deleted by now is not brought back by an earlier act that changed nothing.
    return None if isinstance(was, Bought) and now is None else fact


def _truth(model: ReferenceShop, who: int) -> int:
    """What purchases and gifts say without any lot, had nothing ever lapsed."""
    given = sum(one.points for one in model.gifts.values() if one.customer == who)
    bought = [one for one in model.purchases.values() if one.customer == who]
    last = [list(steps_of(one, one.rule))[-1] for one in bought if one.rule is not None]
    return given + sum(step.earned - step.used for step in last)


def _said(error: NotEnoughPoints | PointsKeepDay | PointsUsedAlready) -> str:
    """The kind of refusal and by how many points; that a day lacks them is told in other words only."""
    values: Mapping[str, Any] = error.values
    if isinstance(error, PointsUsedAlready):
        return f"used already: {values['missing']}"
    return f"not enough by {values['wanted'] - values['left']}"


def _followed(model: ReferenceShop, facts: Facts, day: date | None, below: bool) -> str:
    """Let the model follow; why it would not, empty when it did."""
    for source, fact in facts.items():
        if source[0] != "rule":
            assert not isinstance(fact, RuleRow)
            model.put(source, fact)
    try:
        model.follow([source for source in facts if source[0] in ("act", "purchase")], day=day, allow_negative=below)
    except (NotEnoughPoints, PointsUsedAlready) as error:
        return _said(error)
    return ""
