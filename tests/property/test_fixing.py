"""What must hold whatever is mended in whatever plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.core.changes import Change, Put, Set, apply, inverse
from headway.core.plan.invariants import introduced
from headway.core.review import RULES, Status, offers, review
from headway.core.review.fixing import Fixed, fix
from headway.core.review.history import touched_past
from headway.core.review.logic import has_begun
from headway.core.schedule import schedule
from headway.messages import render
from tests.drawn import build
from tests.property.strategies import plans, plans_and_changes

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan
    from headway.core.schedule import Schedule

MENDABLE = tuple(RULES)
few = settings(max_examples=settings().max_examples * 2 // 5)
"""A plan is reviewed some twenty times here."""


def mend_all(answer: Schedule) -> Fixed:
    return fix(answer, MENDABLE, name=render)


@st.composite
def faulty_plans(draw: st.DrawFn) -> Plan:
    """Plans as people write them, with faults that can be mended: half of the tasks done or begun, the others linked by
    all kinds with lags and leads, with constraints and open ends, some of it in the past."""
    rules = draw(st.sampled_from(["msproject", "p6"]))
    lines = [f"project: start 2027-03-01; data date 2027-03-10; rules {rules}", "Go milestone"]
    names: list[str] = []
    for number in range(draw(st.integers(2, 7))):
        name = f"T{number}"
        if draw(st.integers(0, 4)) == 0:
            lines.append(f"Phase{number}" + (f" after {draw(st.sampled_from(names))}" if names else ""))
            name = f"  {name}"
        parts = [f"{name} {draw(st.integers(1, 6))}d"]
        if draw(st.booleans()) and names:
            kind, lag = draw(st.sampled_from(["FS", "SS", "FF"])), draw(st.integers(-2, 4))
            parts.append(f"after {draw(st.sampled_from(names))} {kind}" + (f"{lag:+d}d" if lag else ""))
        held = draw(st.sampled_from(["", "", "MSO", "MFO", "SNLT", "FNLT", "SNET", "deadline"]))
        if held:
            parts.append(f"{held} 2027-03-{draw(st.integers(2, 26)):02d}")
        parts.append(draw(st.sampled_from(["", "", "actual start=2027-03-02; percent 40", DONE])))
        lines.append("; ".join(part for part in parts if part))
        names.append(f"T{number}")
    lines.append("Done milestone; after " + draw(st.sampled_from(names)))
    return build("\n".join(lines))


DONE = "actual start=2027-03-01 finish=2027-03-03"


@few
@given(faulty_plans())
def test_no_rule_that_passed_fails(plan: Plan) -> None:
    fixed = mend_all(schedule(plan))
    for before, after in zip(fixed.before.results, fixed.after.results, strict=True):
        if before.status is Status.PASS:
            assert after.status is not Status.FAIL, before.rule


@few
@given(faulty_plans())
def test_nothing_that_has_happened_changes(plan: Plan) -> None:
    answer = schedule(plan)
    fixed = mend_all(answer)
    after = fixed.schedule.compiled.plan
    assert set(plan.tasks) <= set(after.tasks)
    for number, task in plan.tasks.items():
        assert after.tasks[number].progress == task.progress
        if has_begun(task):
            assert fixed.schedule.dates(number).start == answer.dates(number).start
        if task.progress is not None and task.progress.actual_finish is not None:
            assert after.tasks[number] == task
            assert fixed.schedule.dates(number).finish == answer.dates(number).finish
    assert all(not has_begun(task) for number, task in after.tasks.items() if number not in plan.tasks)
    assert (after.baselines, after.assignments, after.project) == (plan.baselines, plan.assignments, plan.project)


@few
@given(faulty_plans())
def test_mending_a_mended_plan_does_nothing(plan: Plan) -> None:
    once = mend_all(schedule(plan))
    twice = mend_all(schedule(once.schedule.compiled.plan))
    assert twice.mended == ()
    assert twice.schedule.compiled.plan == once.schedule.compiled.plan


@few
@given(faulty_plans())
def test_the_changes_are_the_whole_difference_and_can_be_taken_back(plan: Plan) -> None:
    fixed = mend_all(schedule(plan))
    after = fixed.schedule.compiled.plan
    assert apply(plan, fixed.changes) == after
    assert apply(after, inverse(fixed.changes)) == plan
    assert introduced(plan, after) == ()
    assert touched_past(plan, fixed.changes) is None


@few
@given(faulty_plans())
def test_the_effects_add_up_to_the_move_of_the_finish(plan: Plan) -> None:
    answer = schedule(plan)
    fixed = mend_all(answer)
    if answer.finish == fixed.schedule.finish:
        assert sum(each.finish for each in fixed.mended) == 0
    else:
        assert (sum(each.finish for each in fixed.mended) > 0) == (fixed.schedule.finish > answer.finish)


@given(plans())
def test_every_offer_for_any_plan_can_be_tried(plan: Plan) -> None:
    """Plans with every field in play, sense or not: a mend is carried out or refused, never an error."""
    answer = schedule(plan)
    found = review(answer)
    offering = [rule for rule in RULES if offers(answer, found, rule)]
    fixed = fix(answer, offering, name=render)
    assert introduced(plan, fixed.schedule.compiled.plan) == ()


@given(plans_and_changes())
def test_changes_of_work_that_was_done_are_always_seen(
    drawn: tuple[Plan, tuple[Change, ...], tuple[Change, ...]],
) -> None:
    plan, changes, _ = drawn
    for change in changes:
        if touched_past(plan, [change]) is None:
            assert is_harmless(change)


def is_harmless(change: Change) -> bool:
    """Told in another way: the change leaves every progress as it is, and all of each task that is done."""
    if change.entity not in ("task", "link"):
        return False
    if change.entity == "link":
        return True
    if isinstance(change, Set):
        return change.field != "progress"
    if isinstance(change, Put):
        before = None if change.before is None else change.before.progress
        return bool(change.after.progress == before)
    return not has_begun(change.before)


def test_offers_are_values() -> None:
    """The same plan gives the same mends, to the byte."""
    plan = build("project: start 2027-03-01\nA 5d\nB 5d after A -2d\nC 2d after A SS+5d")
    once, again = (mend_all(schedule(plan)) for _ in range(2))
    assert msgspec.json.encode(once.mended) == msgspec.json.encode(again.mended)
