"""A patched network is the network compiled afresh, whatever changes lead there, and gives the same dates."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from headway.core.changes import Change, Put, Remove, Set, apply, diff, inverse
from headway.core.plan.entities import Assignment, Calendar, Link, Resource, Task, TaskKind
from headway.core.plan.plan import Plan, Project
from headway.core.schedule.compile import compile_plan
from headway.core.schedule.patch import patch
from headway.core.schedule.solve import solve
from tests.property.strategies import Dice, edited, random_plan
from tests.unit.core.schedule.canonical import assert_in_order, canonical

if TYPE_CHECKING:
    from headway.core.schedule.compiled import Compiled

FIELDS = [field for field in Task.__struct_fields__ if field not in ("id", "parent")]
SEEDS = st.integers(0, 2**32)
RICH = st.integers(0, 6)
DAY = 4_800


def dates_of(compiled: Compiled) -> dict[int, Any]:
    schedule = solve(compiled)
    return {number: schedule.dates(number) for number in compiled.task_ids} | {0: schedule.finish}


def assert_same(found: Compiled, plan: Plan) -> None:
    """``found`` is what compiling ``plan`` gives, but for the order of rows."""
    afresh = compile_plan(plan)
    assert_in_order(found)
    assert canonical(found) == canonical(afresh)
    assert dates_of(found) == dates_of(afresh)


def grown_plan(dice: Dice, tasks: int) -> Plan:
    """A plan of some depth with links across it, summaries' links among them."""
    random = dice.random
    calendars = {number: dice.fields(Calendar, id=number, parent=None) for number in (1, 2)}
    resources = {n: Resource(id=n, name=f"R{n}", calendar=random.choice([None, 1, 2])) for n in (1, 2)}
    plan = Plan(
        project=dice.fields(Project, calendar=random.choice([None, 1])), calendars=calendars, resources=resources
    )
    for _ in range(tasks):
        plan = apply(plan, [new_task(dice, plan)])
    for _ in range(tasks):
        plan = apply(plan, new_link(dice, plan))
    for _ in range(tasks // 4):
        plan = apply(plan, new_assignment(dice, plan))
    return plan


def new_task(dice: Dice, plan: Plan) -> Change:
    number = dice.random.randint(1, 10**9)
    parent = dice.random.choice([0, *list(plan.tasks)[:8]])
    calendar = dice.random.choice([None, None, *plan.calendars])
    kind = dice.random.choice([TaskKind.TASK] * 6 + list(TaskKind))
    days = DAY * dice.random.randint(0, 4)
    task = dice.fields(Task, id=number, parent=parent, calendar=calendar, duration=days)
    return Put("task", None, msgspec.structs.replace(task, kind=kind))


def new_link(dice: Dice, plan: Plan) -> tuple[Change, ...]:
    """A link from an earlier to a later task, most often one that the network can hold."""
    if len(plan.tasks) < 2:
        return ()
    number = max(plan.links, default=0) + 1
    bare = msgspec.structs.replace(plan, calendars={}, assignments={})
    for _ in range(6):
        earlier, later = sorted(dice.random.sample(range(len(plan.tasks)), 2))
        ends = list(plan.tasks)[earlier], list(plan.tasks)[later]
        change = Put("link", None, dice.fields(Link, id=number, predecessor=ends[0], successor=ends[1]))
        if dice.random.random() < 0.01 or not compile_plan(apply(bare, [change])).warnings:
            return (change,)
    return ()


def new_assignment(dice: Dice, plan: Plan) -> tuple[Change, ...]:
    number = max(plan.assignments, default=0) + 1
    task, work = dice.random.choice(list(plan.tasks)), DAY * dice.random.randint(0, 3)
    resource = dice.random.choice([None, *plan.resources])
    return (Put("assignment", None, dice.fields(Assignment, id=number, task=task, resource=resource, work=work)),)


def set_fields(dice: Dice, plan: Plan) -> tuple[Change, ...]:
    """One to three fields of one task."""
    task = dice.random.choice(list(plan.tasks.values()))
    other: Task = new_task(dice, plan).after  # type: ignore[union-attr]
    chosen = dice.random.sample(FIELDS, dice.random.randint(1, 3))
    return tuple(Set("task", task.id, field, getattr(task, field), getattr(other, field)) for field in chosen)


def move(dice: Dice, plan: Plan) -> tuple[Change, ...]:
    """A task under another parent that is not below it."""
    task = dice.random.choice(list(plan.tasks.values()))
    parent = dice.random.choice([0, *plan.tasks])
    above: int = parent
    while above:
        if above == task.id:
            return ()
        above = plan.tasks[above].parent if above in plan.tasks else 0
    return (Set("task", task.id, "parent", task.parent, parent),)


def remove_task(dice: Dice, plan: Plan) -> tuple[Change, ...]:
    """A task, most often with its links and assignments."""
    task = dice.random.choice(list(plan.tasks.values()))
    gone: list[Change] = [Remove("task", task)]
    if dice.random.random() < 0.8:
        gone += [Remove("link", x) for x in plan.links.values() if task.id in (x.predecessor, x.successor)]
        gone += [Remove("assignment", x) for x in plan.assignments.values() if x.task == task.id]
    dice.random.shuffle(gone)
    return tuple(gone)


def remove_link(dice: Dice, plan: Plan) -> tuple[Change, ...]:
    return (Remove("link", dice.random.choice(list(plan.links.values()))),) if plan.links else ()


def set_link(dice: Dice, plan: Plan) -> tuple[Change, ...]:
    if not plan.links:
        return ()
    link = dice.random.choice(list(plan.links.values()))
    if dice.random.random() < 0.3:
        end = dice.random.choice(["predecessor", "successor"])
        return (Set("link", link.id, end, getattr(link, end), dice.random.choice(list(plan.tasks))),)
    other = dice.fields(Link, id=link.id, predecessor=link.predecessor, successor=link.successor)
    return (Put("link", link, other),)


def set_assignment(dice: Dice, plan: Plan) -> tuple[Change, ...]:
    if not plan.assignments:
        return ()
    assignment = dice.random.choice(list(plan.assignments.values()))
    return dice.random.choice(
        [
            (Remove("assignment", assignment),),
            (Set("assignment", assignment.id, "task", assignment.task, dice.random.choice(list(plan.tasks))),),
            (Set("assignment", assignment.id, "work", assignment.work, DAY * dice.random.randint(0, 5)),),
        ]
    )


def put_again(dice: Dice, plan: Plan) -> tuple[Change, ...]:
    """A task taken away and put back, which gives it another place among the rows."""
    task = dice.random.choice(list(plan.tasks.values()))
    return Remove("task", task), Put("task", None, msgspec.structs.replace(task, duration=DAY))


def set_project(dice: Dice, plan: Plan) -> tuple[Change, ...]:
    field = dice.random.choice(Project.__struct_fields__)
    if field == "calendar":
        return (Set("project", 0, field, plan.project.calendar, dice.random.choice([None, *plan.calendars])),)
    return (Set("project", 0, field, getattr(plan.project, field), getattr(dice.fields(Project), field)),)


STEPS = (
    *(set_fields, set_fields, set_fields, new_link, new_link, move, move, remove_link, remove_task, set_link),
    *(set_assignment, new_assignment, put_again, set_project),
)


def step(dice: Dice, plan: Plan) -> tuple[Change, ...]:
    """Changes of one edit."""
    if not plan.tasks or dice.random.random() < 0.1:
        return (new_task(dice, plan),)
    return dice.random.choice(STEPS)(dice, plan)


@given(SEEDS, RICH, st.integers(0, 20))
def test_many_steps_in_a_row(seed: int, rich: int, tasks: int) -> None:
    dice = Dice(Random(seed), rich / 20)
    plan = grown_plan(dice, tasks)
    compiled = compile_plan(plan)
    for _ in range(8):
        changes = step(dice, plan)
        if dice.random.random() < 0.3:
            changes += step(dice, apply(plan, changes))
        plan = apply(plan, changes)
        compiled = patch(compiled, plan, changes)
        assert_same(compiled, plan)


@given(SEEDS, RICH, st.integers(0, 8))
def test_any_two_plans(seed: int, rich: int, tasks: int) -> None:
    dice = Dice(Random(seed), rich / 10)
    before = random_plan(dice, tasks)
    after = edited(dice, before)
    changes = diff(before, after)
    assert_same(patch(compile_plan(before), after, changes), after)


@given(SEEDS, st.integers(1, 20))
def test_there_and_back(seed: int, tasks: int) -> None:
    dice = Dice(Random(seed), 0.1)
    plan = grown_plan(dice, tasks)
    compiled = compile_plan(plan)
    untouched = canonical(compiled)
    changes = step(dice, plan)
    after = apply(plan, changes)
    back = inverse(changes)
    assert_same(patch(patch(compiled, after, changes), plan, back), plan)
    assert canonical(compiled) == untouched, "the old network has been written to"
