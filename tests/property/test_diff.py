"""What holds for all pairs of plans: what is the same is found, changes lead from one to the other, steps add up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from headway.core.changes import Change, apply, diff, id_of
from headway.core.diff import StepKind, diff_plans, matched
from headway.core.plan.codec import encode
from headway.core.plan.entities import Constraint, ConstraintKind, Link, LinkKind, Progress, Task
from headway.core.plan.outline import outline_of
from headway.core.plan.plan import Plan, Rules
from headway.core.plan.ranks import initial_ranks
from headway.core.schedule import schedule
from headway.core.time import TENTHS_PER_HOUR
from headway.messages import render
from tests.property.schedules import instant_of, nets, plan_of
from tests.property.strategies import plans, plans_and_changes

if TYPE_CHECKING:
    import random

    from tests.property.schedule_oracle import Net

Both = tuple[Plan, tuple[Change, ...], tuple[Change, ...]]


def in_order(numbers: dict[int, Any], first: int) -> dict[int, int]:
    """Other numbers, in the same order."""
    return {number: first + 3 * place for place, number in enumerate(sorted(numbers))}


def mapped(table: dict[int, int], number: int | None) -> int | None:
    return None if number is None else table.get(number, number)


def renumbered(plan: Plan, first: int) -> Plan:
    """The same plan with other numbers everywhere, and its entities the other way round."""
    tasks, links = in_order(plan.tasks, first), in_order(plan.links, first)
    calendars, resources = in_order(plan.calendars, first), in_order(plan.resources, first)
    assignments, sprints = in_order(plan.assignments, first), in_order(plan.sprints, first)
    replace = msgspec.structs.replace
    return Plan(
        project=replace(plan.project, calendar=mapped(calendars, plan.project.calendar)),
        tasks={
            tasks[i]: replace(
                task,
                id=tasks[i],
                parent=tasks.get(task.parent, 0),
                calendar=mapped(calendars, task.calendar),
                agile=None if task.agile is None else replace(task.agile, sprint=mapped(sprints, task.agile.sprint)),
            )
            for i, task in reversed(plan.tasks.items())
        },
        links={
            links[i]: replace(link, id=links[i], predecessor=tasks[link.predecessor], successor=tasks[link.successor])
            for i, link in reversed(plan.links.items())
        },
        calendars={
            calendars[i]: replace(each, id=calendars[i], parent=mapped(calendars, each.parent))
            for i, each in reversed(plan.calendars.items())
        },
        resources={
            resources[i]: replace(
                each,
                id=resources[i],
                calendar=mapped(calendars, each.calendar),
                parent=mapped(resources, each.parent),
            )
            for i, each in reversed(plan.resources.items())
        },
        assignments={
            assignments[i]: replace(
                each, id=assignments[i], task=tasks[each.task], resource=mapped(resources, each.resource)
            )
            for i, each in reversed(plan.assignments.items())
        },
        baselines={
            i: replace(each, dates=tuple(replace(d, task=tasks.get(d.task, d.task)) for d in each.dates))
            for i, each in plan.baselines.items()
        },
        sprints={sprints[i]: replace(each, id=sprints[i]) for i, each in plan.sprints.items()},
        saved={tasks[i]: replace(each, task=tasks[i]) for i, each in plan.saved.items()},
    )


def distinct(plan: Plan) -> Plan:
    """The same plan with a name of its own for every task, resource, calendar and sprint, and with clear ranks.

    Two rows without any difference but their number cannot be told apart; nobody could say which is which.
    """
    order = outline_of(plan).order
    ranks = dict(zip(order, initial_ranks(len(order)), strict=True))
    replace = msgspec.structs.replace
    return replace(
        plan,
        tasks={i: replace(task, name=f"Task {i}", rank=ranks[i], external=None) for i, task in plan.tasks.items()},
        calendars={i: replace(each, name=f"Calendar {i}", external=None) for i, each in plan.calendars.items()},
        resources={i: replace(each, name=f"Resource {i}", external=None) for i, each in plan.resources.items()},
        sprints={i: replace(each, name=f"Sprint {i}") for i, each in plan.sprints.items()},
        baselines={},
    )


def sound(plan: Plan) -> Plan:
    """Without references that lead nowhere: a sprint, a parent or the task of a baseline that the plan has not."""
    tasks = {
        i: task
        if task.agile is None or task.agile.sprint in plan.sprints
        else msgspec.structs.replace(task, agile=msgspec.structs.replace(task.agile, sprint=None))
        for i, task in plan.tasks.items()
    }
    return msgspec.structs.replace(plan, tasks=tasks)


@given(plans(), st.integers(1, 2**40))
def test_a_plan_with_other_numbers_in_another_order_is_the_same_plan(plan: Plan, first: int) -> None:
    plan = distinct(sound(plan))
    again = matched(plan, renumbered(plan, first))
    assert diff(plan, again.plan) == ()
    assert encode(again.plan) == encode(plan)


@given(plans())
def test_a_plan_compared_with_itself_has_no_change(plan: Plan) -> None:
    assert diff(plan, matched(plan, plan).plan) == ()


@given(plans(), plans())
def test_changes_lead_from_the_old_plan_to_the_new_one_in_its_numbers(old: Plan, new: Plan) -> None:
    found = matched(old, new)
    assert encode(apply(old, diff(old, found.plan))) == encode(found.plan)


@given(plans_and_changes())
def test_every_entity_is_there_once_under_one_number(both: Both) -> None:
    old, changes, _ = both
    new = apply(old, changes)
    found = matched(old, new)
    for collection, entity in (("tasks", "task"), ("links", "link"), ("resources", "resource")):
        numbers = found.numbers[entity]
        assert sorted(numbers) == sorted(getattr(new, collection))
        assert sorted(numbers.values()) == sorted(getattr(found.plan, collection))
        assert len(set(numbers.values())) == len(numbers)
        partners = {pair.new: pair.old for pair in found.pairs[entity]}
        assert all(numbers[theirs] == ours for theirs, ours in partners.items())
        unpaired = {numbers[number] for number in numbers if number not in partners}
        assert not unpaired & set(getattr(old, collection)), "what is new never gets a number that the old plan uses"


@given(plans_and_changes())
def test_the_outline_keeps_the_order_of_the_new_plan(both: Both) -> None:
    old, changes, _ = both
    new = apply(old, changes)
    found = matched(old, new)
    numbers = found.numbers["task"]
    assert [numbers[i] for i in outline_of(new).order] == list(outline_of(found.plan).order)


@given(plans_and_changes(), st.randoms())
def test_the_order_of_the_entities_makes_no_difference(both: Both, chance: random.Random) -> None:
    old, changes, _ = both
    new = apply(old, changes)
    assert encode(matched(shuffled(old, chance), shuffled(new, chance)).plan) == encode(matched(old, new).plan)


def shuffled(plan: Plan, chance: random.Random) -> Plan:
    """The same plan with its mappings in another order."""
    fields = {}
    for name in ("tasks", "links", "calendars", "resources", "assignments", "baselines", "sprints", "saved"):
        pairs = list(getattr(plan, name).items())
        chance.shuffle(pairs)
        fields[name] = dict(pairs)
    return msgspec.structs.replace(plan, **fields)


class Edit(msgspec.Struct, frozen=True):
    """One random edit: a kind and three numbers that choose what and how much."""

    kind: str
    where: int
    other: int
    amount: int


KINDS = ("duration", "lag", "link", "unlink", "add", "remove", "constraint", "progress", "calendar", "start", "rename")
EDITS = st.lists(
    st.builds(Edit, st.sampled_from(KINDS), st.integers(0, 99), st.integers(0, 99), st.integers(1, 20)), max_size=5
)


def edited(plan: Plan, edits: list[Edit]) -> Plan:
    """A plan after random edits, named so that its tasks can be matched."""
    for edit in edits:
        if plan.tasks:
            plan = EDITORS[edit.kind](plan, edit)
    return plan


def pick(table: dict[int, Any], place: int) -> int:
    return sorted(table)[place % len(table)]


def with_task(plan: Plan, number: int, **fields: Any) -> Plan:
    task = msgspec.structs.replace(plan.tasks[number], **fields)
    return msgspec.structs.replace(plan, tasks={**plan.tasks, number: task})


def with_links(plan: Plan, links: dict[int, Link]) -> Plan:
    return msgspec.structs.replace(plan, links=links)


def edit_duration(plan: Plan, edit: Edit) -> Plan:
    number = pick(plan.tasks, edit.where)
    return with_task(plan, number, duration=edit.amount * TENTHS_PER_HOUR)


def edit_lag(plan: Plan, edit: Edit) -> Plan:
    if not plan.links:
        return plan
    number = pick(plan.links, edit.where)
    link = msgspec.structs.replace(plan.links[number], lag=(edit.amount - 5) * TENTHS_PER_HOUR)
    return with_links(plan, {**plan.links, number: link})


def edit_link(plan: Plan, edit: Edit) -> Plan:
    """A new link forwards, so that there is never a loop."""
    one, other = sorted((pick(plan.tasks, edit.where), pick(plan.tasks, edit.other)))
    if one == other or any((link.predecessor, link.successor) == (one, other) for link in plan.links.values()):
        return plan
    number = max(plan.links, default=0) + 1
    kind = list(LinkKind)[edit.amount % 3]
    return with_links(plan, {**plan.links, number: Link(number, one, other, kind)})


def edit_unlink(plan: Plan, edit: Edit) -> Plan:
    if not plan.links:
        return plan
    gone = pick(plan.links, edit.where)
    return with_links(plan, {i: link for i, link in plan.links.items() if i != gone})


def edit_add(plan: Plan, edit: Edit) -> Plan:
    number = max(plan.tasks) + 1
    task = Task(id=number, name=f"New {number}", duration=edit.amount * TENTHS_PER_HOUR, rank="z9", calendar=1)
    link = max(plan.links, default=0) + 1
    plan = msgspec.structs.replace(plan, tasks={**plan.tasks, number: task})
    return with_links(plan, {**plan.links, link: Link(link, pick(plan.tasks, edit.where), number)})


def edit_remove(plan: Plan, edit: Edit) -> Plan:
    if len(plan.tasks) == 1:
        return plan
    gone = pick(plan.tasks, edit.where)
    plan = msgspec.structs.replace(plan, tasks={i: task for i, task in plan.tasks.items() if i != gone})
    return with_links(plan, {i: x for i, x in plan.links.items() if gone not in (x.predecessor, x.successor)})


def edit_constraint(plan: Plan, edit: Edit) -> Plan:
    kind = ConstraintKind.START_NO_EARLIER_THAN
    constraint = Constraint(kind, instant_of(8 + 24 * edit.amount)) if edit.other % 4 else None
    return with_task(plan, pick(plan.tasks, edit.where), constraint=constraint)


def edit_progress(plan: Plan, edit: Edit) -> Plan:
    number = pick(plan.tasks, edit.where)
    duration = plan.tasks[number].duration
    progress = Progress(actual_start=instant_of(8 + edit.amount), remaining_duration=duration // 2, actual_duration=0)
    return with_task(plan, number, progress=progress)


def edit_calendar(plan: Plan, edit: Edit) -> Plan:
    return with_task(plan, pick(plan.tasks, edit.where), calendar=1 + edit.other % 4)


def edit_start(plan: Plan, edit: Edit) -> Plan:
    project = msgspec.structs.replace(plan.project, start=instant_of(8 + 24 * (edit.amount % 7)))
    return msgspec.structs.replace(plan, project=project)


def edit_rename(plan: Plan, edit: Edit) -> Plan:
    number = pick(plan.tasks, edit.where)
    return with_task(plan, number, name=plan.tasks[number].name + " again")


EDITORS = {
    "duration": edit_duration,
    "lag": edit_lag,
    "link": edit_link,
    "unlink": edit_unlink,
    "add": edit_add,
    "remove": edit_remove,
    "constraint": edit_constraint,
    "progress": edit_progress,
    "calendar": edit_calendar,
    "start": edit_start,
    "rename": edit_rename,
}


def named(net: Net, rules: Rules) -> Plan:
    """The plan of a net, its tasks with names and places."""
    plan = plan_of(net, rules)
    ranks = initial_ranks(len(plan.tasks))
    tasks = {i: msgspec.structs.replace(t, name=f"Task {i}", rank=next(ranks)) for i, t in plan.tasks.items()}
    return msgspec.structs.replace(plan, tasks=tasks)


PLANS = nets(calendars=3, constraints=True)
RULES = st.sampled_from(list(Rules))


@given(PLANS, RULES, EDITS)
def test_the_steps_add_up_to_the_move_of_the_finish(net: Net, rules: Rules, edits: list[Edit]) -> None:
    old = named(net, rules)
    found = diff_plans(schedule(old), schedule(edited(old, edits))).summary.finish
    working = [step.slip.span for step in found.steps if not step.slip.elapsed]
    assert sum(working) == (0 if found.slip.elapsed else found.slip.span)
    assert StepKind.REST not in {step.kind for step in found.steps}
    instants = [found.before.instant, *(step.after.instant for step in found.steps)]
    assert instants[-1] == found.after.instant
    assert [step.before.instant for step in found.steps] == instants[:-1]
    assert [step.kind for step in found.steps] == [kind for kind in StepKind if kind in {s.kind for s in found.steps}]


@given(PLANS, RULES, EDITS)
def test_all_that_moved_is_there_and_nothing_else(net: Net, rules: Rules, edits: list[Edit]) -> None:
    old = named(net, rules)
    new = edited(old, edits)
    before, after = schedule(old), schedule(new)
    found = diff_plans(before, after)
    told = {move.task.id: move for move in found.summary.dates}
    for pair in found.matching.pairs["task"]:
        was, becomes = before.dates(pair.old), after.dates(pair.new)
        if (was.start, was.finish) == (becomes.start, becomes.finish):
            assert pair.old not in told
        elif pair.old in told:
            move = told[pair.old]
            assert move.finish_before is not None
            assert move.finish_after is not None
            assert (move.finish_before.instant, move.finish_after.instant) == (was.finish, becomes.finish)
            assert (move.slip.span > 0) == (becomes.finish > was.finish) or not move.slip.span  # type: ignore[operator]
    assert set(told) <= {pair.old for pair in found.matching.pairs["task"]}


@given(PLANS, RULES, EDITS)
def test_every_cause_is_a_real_change_and_every_message_has_a_text(net: Net, rules: Rules, edits: list[Edit]) -> None:
    old = named(net, rules)
    found = diff_plans(schedule(old), schedule(edited(old, edits)))
    touched = {id_of(change) for change in found.changes if change.entity == "task"}
    links = {**old.links, **found.matching.plan.links}
    waiting = {links[id_of(change)].successor for change in found.changes if change.entity == "link"}
    for move in found.summary.dates:
        assert render(move.message)
        for cause in move.causes:
            assert render(cause.message)
            assert cause.task is None or cause.kind == "unknown" or cause.task.id in touched | waiting
    for effect in found.summary.causes:
        assert render(effect.message)
        assert set(effect.tasks) <= {move.task.id for move in found.summary.dates}
    for group in found.summary.groups:
        assert render(group.message)
        assert all(render(item.message) for item in group.items)
    assert render(found.summary.headline)


@given(PLANS, RULES)
def test_nothing_is_found_where_nothing_changed(net: Net, rules: Rules) -> None:
    plan = named(net, rules)
    found = diff_plans(schedule(plan), schedule(plan))
    assert found.same
    assert found.summary.headline.code == "headline.nothing"
    assert (found.summary.dates, found.summary.causes, found.summary.groups) == ((), (), ())
    assert found.summary.finish.steps == ()


@given(PLANS, RULES, EDITS)
def test_there_and_back_mirror_each_other(net: Net, rules: Rules, edits: list[Edit]) -> None:
    old = named(net, rules)
    before, after = schedule(old), schedule(edited(old, edits))
    there, back = diff_plans(before, after), diff_plans(after, before)
    assert (there.summary.finish.before, there.summary.finish.after) == (
        back.summary.finish.after,
        back.summary.finish.before,
    )
    assert len(there.summary.dates) == len(back.summary.dates)
    assert len(there.changes) == len(back.changes)
