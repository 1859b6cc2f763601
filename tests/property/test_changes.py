"""What holds for all changes: inverse, diff, JSON, conflicts, order."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.core.changes import (
    Change,
    ChangeConflict,
    apply,
    coalesce,
    conflicts,
    decode_changes,
    diff,
    encode_changes,
    inverse,
    touched,
    without_conflicts,
)
from headway.core.plan.codec import encode
from headway.core.plan.plan import Plan
from tests.property.strategies import plans, plans_and_changes

Both = tuple[Plan, tuple[Change, ...], tuple[Change, ...]]


@given(plans(), plans())
def test_applying_the_diff_of_two_plans_to_the_first_gives_the_second(one: Plan, two: Plan) -> None:
    assert encode(apply(one, diff(one, two))) == encode(two)


@given(plans_and_changes())
def test_applying_and_taking_back_is_nothing(both: Both) -> None:
    plan, changes, _ = both
    before = encode(plan)
    assert encode(apply(apply(plan, changes), inverse(changes))) == before
    assert encode(plan) == before


@given(plans_and_changes())
def test_stored_changes_come_back(both: Both) -> None:
    _, changes, _ = both
    again = decode_changes(encode_changes(changes))
    assert again == changes
    assert encode_changes(again) == encode_changes(changes)


@given(plans_and_changes())
def test_a_diff_is_minimal(both: Both) -> None:
    plan, changes, _ = both
    assert coalesce(changes) == changes
    assert len(touched(changes)) == len(changes)
    for left_out in range(len(changes)):
        rest = changes[:left_out] + changes[left_out + 1 :]
        assert encode(apply(plan, rest)) != encode(apply(plan, changes))


@given(plans_and_changes(), st.integers())
def test_coalesced_changes_have_the_same_effect_in_any_order(both: Both, seed: int) -> None:
    plan, changes, _ = both
    detour = [*changes, *inverse(changes), *changes]
    net = list(coalesce(detour))
    random.Random(seed).shuffle(net)
    assert encode(apply(plan, net)) == encode(apply(plan, detour))


@given(plans_and_changes())
def test_a_conflict_is_one_for_both_sides(both: Both) -> None:
    plan, mine, theirs = both
    against_theirs = conflicts(mine, apply(plan, theirs))
    against_mine = conflicts(theirs, apply(plan, mine))
    assert bool(against_theirs) == bool(against_mine)


@given(plans_and_changes())
def test_changes_without_conflict_give_the_same_plan_in_either_order(both: Both) -> None:
    plan, mine, theirs = both
    head = apply(plan, theirs)
    mine = without_conflicts(mine, head)
    theirs = without_conflicts(theirs, apply(plan, mine))
    if not conflicts(mine, apply(plan, theirs)):
        assert encode(apply(apply(plan, theirs), mine)) == encode(apply(apply(plan, mine), theirs))


@given(plans_and_changes())
def test_changes_apply_exactly_when_there_is_no_conflict(both: Both) -> None:
    plan, mine, theirs = both
    head = apply(plan, theirs)
    if conflicts(mine, head):
        with pytest.raises(ChangeConflict):
            apply(head, mine)
    else:
        apply(head, mine)


@given(plans_and_changes())
def test_the_rest_without_conflicts_always_applies(both: Both) -> None:
    plan, mine, theirs = both
    head = apply(plan, theirs)
    apply(head, without_conflicts(mine, head))
