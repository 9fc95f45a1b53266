"""One piece of post for a household: who it is addressed to, who is named beside, who must never be.

The rule, and why:

- A household gets one piece; a second one is money spent to look careless. The first who may get post is the addressee: in a household
  joined by hand the first of its order, else the first asked for.
- Only who was asked for is named beside the addressee, so that a birthday card does not congratulate the wrong person.
- Nobody is named who wants no post or no contact, is dead or in mourning, has left, or whose post came back. A name on a card to the
  family breaks such a word just as a card of the own would. What was typed as a family name on another record counts the same.
- Mourning is a household's: nobody in it gets a greeting of joy, whoever of them told the shop. Any other piece goes to the others as
  ever, without the mourner's name; one that is made for a time of mourning goes to everybody.
- Everybody keeps the own honorific: a teacher's wife is no teacher for it. A name that was typed has that of any person.
- What is handed over in the shop, a card for the purse or a sheet to fill in, is everybody's own.
- Whoever shares a piece gets no own one unless the user takes the person in; then the shared one does not name him as well.
- When the addressee falls out, the next one is addressed: nobody is missed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from app.domain.cards import Card, Recipient
from app.domain.households import NOBODYS, Living, Sharing, joint_name
from app.domain.names import PERSON_HONORIFIC, split_name
from app.domain.print_problems import PROBLEM_SEVERITY, PrintProblem, Severity
from app.domain.print_runs import Candidate
from app.domain.prints import HANDED_OVER, PrintKind
from app.domain.templates import Occasion
from app.domain.text import fold

MOST_JOINT = 3
"""With the addressee four names, the most that stand on a postcard in a type larger than the address; the others share it unnamed."""

NEVER_NAMED = frozenset(
    {
        PrintProblem.DO_NOT_CONTACT,
        PrintProblem.NO_CONSENT,
        PrintProblem.DECEASED,
        PrintProblem.MOURNING,
        PrintProblem.LEFT,
        PrintProblem.BAD_ADDRESS,
    }
)

FESTIVE = frozenset({Occasion.SEASON, Occasion.BIRTHDAY, Occasion.ANNIVERSARY})
"""Greetings of joy: not for a household in mourning."""

_MAILED = frozenset({PrintProblem.MAILED_LATELY, PrintProblem.MAILED_TODAY, PrintProblem.TOUCHED_LATELY})
_OF_HOUSEHOLDS = frozenset({PrintProblem.SAME_HOUSEHOLD, PrintProblem.HOUSEHOLD_MOURNING})


def tolerated_by(card: Card) -> frozenset[PrintProblem]:
    """What is nothing against a piece like this, though it is against others.

    A card for the purse or a survey sheet is handed over, and an envelope or a label goes around something that was printed a moment ago.
    """
    if card.kind in HANDED_OVER:
        return frozenset({PrintProblem.NO_CONSENT, PrintProblem.BAD_ADDRESS, PrintProblem.HOUSEHOLD_MOURNING}) | _MAILED
    if card.kind in (PrintKind.ENVELOPE, PrintKind.LABELS):
        return frozenset({PrintProblem.HOUSEHOLD_MOURNING}) | _MAILED
    template = card.template
    if template is not None and template.mourning_safe:
        return frozenset({PrintProblem.MOURNING, PrintProblem.HOUSEHOLD_MOURNING})
    is_festive = template is not None and template.occasion in FESTIVE
    return frozenset() if is_festive else frozenset({PrintProblem.HOUSEHOLD_MOURNING})


def shared_for(people: Iterable[Candidate], card: Card, without: Collection[int] = ()) -> list[Candidate]:
    """As `share_pieces`, for the pieces of one job: nothing is shared of a kind that everybody has for himself."""
    if card.kind in HANDED_OVER:
        return [replace(_unshared(person), home=NOBODYS, recipient=_alone(person)) for person in people]
    return share_pieces(people, without, tolerated_by(card))


def share_pieces(people: Iterable[Candidate], without: Collection[int] = (), tolerated: Collection[PrintProblem] = ()) -> list[Candidate]:
    """The people in their order, each with what the household makes of his piece. `without`: those whose piece is not printed, so that
    the next of the household is addressed; they are not named either. Said once more of its own result, it says the same.
    """
    fresh = [_unshared(person) for person in people]
    homes: dict[str, list[Candidate]] = {}
    for person in fresh:
        if person.home.key:
            homes.setdefault(person.home.key, []).append(person)
    shared: dict[int, Candidate] = {}
    for members in homes.values():
        shared |= _of_one_home(members, without, tolerated)
    return [_in_mourning(shared.get(person.customer_id, person)) for person in fresh]


def settled(people: Sequence[Candidate]) -> list[Candidate]:
    """Those who are printed, as they are printed: whoever gets an own piece is not named on another's as well."""
    printed = {person.customer_id for person in people}
    return [_apart_from(person, printed) for person in people]


def without_mark(person: Candidate, mark: PrintProblem) -> Candidate:
    """Of whom the user says that it shall not count."""
    return replace(person, marks=tuple(one for one in person.marks if one is not mark))


def unnamed(person: Candidate) -> Candidate:
    """The same piece without the names of the others, who still share it."""
    return replace(
        person,
        recipient=_alone(person),
        sharing=replace(person.sharing, names=("",) * len(person.joint), typed=()),
    )


def _unshared(person: Candidate) -> Candidate:
    own = Sharing(typed=_allowed(person.home.typed, person))
    marks = tuple(mark for mark in person.marks if mark not in _OF_HOUSEHOLDS)
    return replace(_named(person, (), own), marks=marks)


def _in_mourning(person: Candidate) -> Candidate:
    if not person.home.is_mourning or PrintProblem.MOURNING in person.marks:
        return person
    return replace(person, marks=(*person.marks, PrintProblem.HOUSEHOLD_MOURNING))


def _of_one_home(members: Sequence[Candidate], without: Collection[int], tolerated: Collection[PrintProblem]) -> dict[int, Candidate]:
    """Those of a household whose piece is another than if they lived alone."""
    in_order = sorted(members, key=lambda person: (not person.home.place, person.home.place))
    there = [person for person in in_order if person.customer_id not in without]
    addressee = next((person for person in there if _may_get(person, tolerated)), None)
    if addressee is None:
        return {}
    never = NEVER_NAMED.difference(tolerated)
    others = [person for person in there if person is not addressee and never.isdisjoint(person.marks)]
    found = {
        person.customer_id: replace(
            person, marks=(*person.marks, PrintProblem.SAME_HOUSEHOLD), sharing=replace(person.sharing, addressee=addressee.customer_id)
        )
        for person in others
    }
    return found | {addressee.customer_id: _with_others(addressee, others)}


def _with_others(addressee: Candidate, others: Sequence[Candidate]) -> Candidate:
    first = _living(addressee)
    said = {fold(addressee.name), fold(first.given)}
    names: list[str] = []
    for person in others:
        called = joint_name(_living(person), first)
        is_new = bool(called) and not said & {fold(called), fold(person.name)}
        names.append(called if is_new and sum(map(bool, names)) < MOST_JOINT else "")
        said |= {fold(called), fold(person.name), fold(_living(person).given)}
    typed: list[str] = []
    for person in (addressee, *others):
        for word in person.sharing.typed:
            called = word if len(split_name(word)[1]) or _living(person).family == first.family else f"{_living(person).family} {word}"
            if not said & {fold(word), fold(called)}:
                typed.append(called)
                said |= {fold(word), fold(called)}
    honorifics = tuple(person.recipient.honorific for person in others)
    return _named(addressee, tuple(person.customer_id for person in others), Sharing(None, tuple(names), tuple(typed), honorifics))


def _apart_from(person: Candidate, printed: Collection[int]) -> Candidate:
    if not any(number in printed for number in person.joint):
        return person
    shared = person.sharing
    kept = [one for one in zip(person.joint, shared.names, shared.honorifics, strict=True) if one[0] not in printed]
    names, honorifics = tuple(name for _, name, _ in kept), tuple(honorific for _, _, honorific in kept)
    return _named(person, tuple(number for number, _, _ in kept), replace(shared, names=names, honorifics=honorifics))


def _named(person: Candidate, joint: tuple[int, ...], sharing: Sharing) -> Candidate:
    members = [(name, honorific) for name, honorific in zip(sharing.names, sharing.honorifics, strict=True) if name]
    shown = [*members, *((name, PERSON_HONORIFIC) for name in sharing.typed if name)][:MOST_JOINT]
    names, honorifics = tuple(name for name, _ in shown), tuple(honorific for _, honorific in shown)
    recipient = replace(person.recipient, joint_names=names, joint_honorifics=honorifics)
    return replace(person, joint=joint, sharing=sharing, recipient=recipient)


def _alone(person: Candidate) -> Recipient:
    return replace(person.recipient, joint_names=(), joint_honorifics=())


def _allowed(typed: Iterable[str], person: Candidate) -> tuple[str, ...]:
    own = fold(person.name)
    return tuple(dict.fromkeys(name for name in typed if fold(name) not in person.home.unnamed and fold(name) != own))


def _may_get(person: Candidate, tolerated: Collection[PrintProblem]) -> bool:
    found = (problem for problem in (*person.marks, *person.address_problems) if problem not in tolerated)
    return all(PROBLEM_SEVERITY[problem] is Severity.WARNS for problem in found)


def _living(person: Candidate) -> Living:
    fields = person.recipient.fields
    family, given = str(fields.get("family_name") or ""), str(fields.get("given_name") or "")
    if not family and not given:
        family, given = split_name(person.name)
    return Living(family, given, "")
