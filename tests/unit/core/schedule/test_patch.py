"""What a patch follows, what it compiles afresh, and what it shares with the network before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from numba import typeof  # type: ignore[attr-defined]

from headway.core.changes import Change, Put, Remove, Set, apply
from headway.core.plan.entities import (
    Assignment,
    Calendar,
    Constraint,
    ConstraintKind,
    LagKind,
    Link,
    LinkKind,
    Manual,
    Progress,
    Resource,
    Shift,
    Task,
    TaskKind,
    TaskType,
)
from headway.core.plan.plan import FloatKind, LagCalendar, P6Options, Plan, Project, Rules
from headway.core.schedule import compile_plan, patch
from headway.core.schedule.patch import patched
from tests.unit.core.schedule.canonical import assert_in_order, canonical

if TYPE_CHECKING:
    from headway.core.schedule.compiled import Compiled

MONDAY = 270_086_400 + 4_800
DAY = 4_800
WEEK = ((Shift(4_800, 7_200), Shift(7_800, 10_200)),) * 5 + ((), ())
SIX_DAYS = (*WEEK[:5], WEEK[0], ())

EXCAVATE, POUR, CURE, WALLS, ROOF, PAINT = 11, 12, 13, 21, 22, 23
GROUND, HOUSE, GARDEN = 1, 2, 3


def house() -> Plan:
    """Two phases, the second one with a deadline (so with a gate), and a third one without logic of its own."""
    tasks = [
        Task(id=GROUND, name="Ground"),
        Task(id=EXCAVATE, parent=GROUND, duration=2 * DAY),
        Task(id=POUR, parent=GROUND, duration=DAY),
        Task(id=CURE, parent=GROUND, duration=7 * 14_400, elapsed=True),
        Task(id=HOUSE, name="House", deadline=MONDAY + 60 * 14_400),
        Task(id=WALLS, parent=HOUSE, duration=10 * DAY),
        Task(id=ROOF, parent=HOUSE, duration=5 * DAY),
        Task(id=PAINT, parent=HOUSE, duration=3 * DAY),
        Task(id=GARDEN, name="Garden"),
        Task(id=31, parent=GARDEN, duration=4 * DAY),
    ]
    links = [
        Link(id=1, predecessor=EXCAVATE, successor=POUR),
        Link(id=2, predecessor=POUR, successor=CURE),
        Link(id=3, predecessor=CURE, successor=HOUSE),
        Link(id=4, predecessor=WALLS, successor=ROOF, kind=LinkKind.SS, lag=5_000, lag_kind=LagKind.PERCENT),
        Link(id=5, predecessor=ROOF, successor=PAINT),
    ]
    return Plan(
        project=Project(start=MONDAY, calendar=1),
        tasks={task.id: task for task in tasks},
        links={link.id: link for link in links},
        calendars={1: Calendar(id=1, days=WEEK), 2: Calendar(id=2, days=SIX_DAYS), 3: Calendar(id=3, days=WEEK)},
        resources={1: Resource(id=1, calendar=2), 2: Resource(id=2)},
        assignments={1: Assignment(id=1, task=WALLS, resource=1, work=10 * DAY, remaining_work=10 * DAY)},
    )


def changed(plan: Plan, task: int, field: str, value: object) -> Set:
    return Set("task", task, field, getattr(plan.tasks[task], field), value)


HOUSE_PLAN = house()
AT_ONCE = Constraint(ConstraintKind.START_NO_EARLIER_THAN, MONDAY + 14_400 * 7)
STARTED = Progress(actual_start=MONDAY, actual_duration=DAY, remaining_duration=DAY)
ROWS: dict[str, Change] = {
    "duration": changed(HOUSE_PLAN, POUR, "duration", 3 * DAY),
    "duration that a lag is a share of": changed(HOUSE_PLAN, WALLS, "duration", 20 * DAY),
    "constraint": changed(HOUSE_PLAN, WALLS, "constraint", AT_ONCE),
    "deadline of a task": changed(HOUSE_PLAN, PAINT, "deadline", MONDAY + 14_400 * 9),
    "deadline of a summary with a gate": changed(HOUSE_PLAN, HOUSE, "deadline", MONDAY + 14_400 * 9),
    "progress": changed(HOUSE_PLAN, EXCAVATE, "progress", STARTED),
    "dates typed by hand": changed(HOUSE_PLAN, POUR, "manual", Manual(start=MONDAY, finish=MONDAY + 14_400)),
    "calendar, of the lag as well": changed(HOUSE_PLAN, POUR, "calendar", 2),
    "elapsed": changed(HOUSE_PLAN, CURE, "elapsed", False),
    "levelling delay": changed(HOUSE_PLAN, PAINT, "levelling_delay", DAY),
    "type, so that resources no longer decide": changed(HOUSE_PLAN, WALLS, "type", TaskType.FIXED_DURATION),
    "lag": Set("link", 5, "lag", 0, DAY),
    "kind of a link into a gate": Set("link", 3, "kind", LinkKind.FS, LinkKind.SS),
    "work": Set("assignment", 1, "work", 10 * DAY, 30 * DAY),
    "assignment on another task": Set("assignment", 1, "task", WALLS, ROOF),
    "assignment": Put("assignment", None, Assignment(id=2, task=POUR, resource=2, work=3 * DAY)),
    "no assignment": Remove("assignment", HOUSE_PLAN.assignments[1]),
}
SETTINGS: dict[str, Change] = {
    "data date": Set("project", 0, "data_date", None, MONDAY),
    "start": Set("project", 0, "start", MONDAY, MONDAY + 14_400),
    "no start": Set("project", 0, "start", MONDAY, None),
    "finish": Set("project", 0, "finish", None, MONDAY + 14_400),
    "critical limit": Set("project", 0, "critical_float", 0, DAY),
    "float kind of P6": Set("project", 0, "p6", None, P6Options(float_kind=FloatKind.START)),
}
NEUTRAL: dict[str, Change] = {
    "name": changed(HOUSE_PLAN, POUR, "name", "Pour the slab"),
    "notes": changed(HOUSE_PLAN, POUR, "notes", "Call the plant first"),
    "rank": changed(HOUSE_PLAN, POUR, "rank", "a5"),
    "name of a resource": Set("resource", 1, "name", "", "Masons"),
}
STRUCTURE: dict[str, Change] = {
    "link": Put("link", None, Link(id=9, predecessor=POUR, successor=WALLS)),
    "link against the order": Put("link", None, Link(id=9, predecessor=31, successor=EXCAVATE)),
    "link into a summary that gets a gate": Put("link", None, Link(id=9, predecessor=POUR, successor=GARDEN)),
    "link out of a summary": Put("link", None, Link(id=9, predecessor=HOUSE, successor=31)),
    "link removed": Remove("link", HOUSE_PLAN.links[5]),
    "link into a gate removed": Remove("link", HOUSE_PLAN.links[3]),
    "other predecessor": Set("link", 5, "predecessor", ROOF, WALLS),
    "other successor": Set("link", 2, "successor", CURE, PAINT),
    "move out of a gate": changed(HOUSE_PLAN, PAINT, "parent", GARDEN),
    "move into a gate": changed(HOUSE_PLAN, 31, "parent", HOUSE),
    "move to the top": changed(HOUSE_PLAN, PAINT, "parent", 0),
    "move that makes a summary": changed(HOUSE_PLAN, PAINT, "parent", 31),
    "summary under another": changed(HOUSE_PLAN, GARDEN, "parent", HOUSE),
    "task": Put("task", None, Task(id=99, parent=HOUSE, duration=DAY)),
    "task at the top": Put("task", None, Task(id=99, duration=DAY)),
    "task removed": Remove("task", HOUSE_PLAN.tasks[31]),
    "summary removed, its task left": Remove("task", HOUSE_PLAN.tasks[GARDEN]),
    "inactive": changed(HOUSE_PLAN, 31, "inactive", True),
    "level of effort": changed(HOUSE_PLAN, POUR, "kind", TaskKind.LEVEL_OF_EFFORT),
    "deadline that makes a gate": changed(HOUSE_PLAN, GARDEN, "deadline", MONDAY + 14_400 * 9),
    "deadline that leaves the gate to a link": changed(HOUSE_PLAN, HOUSE, "deadline", None),
}
AFRESH: dict[str, Change] = {
    "loop": Put("link", None, Link(id=9, predecessor=CURE, successor=EXCAVATE)),
    "loop through a gate": Put("link", None, Link(id=9, predecessor=PAINT, successor=EXCAVATE)),
    "link to itself": Put("link", None, Link(id=9, predecessor=POUR, successor=POUR)),
    "link to its own summary": Put("link", None, Link(id=9, predecessor=POUR, successor=GROUND)),
    "link without end": Put("link", None, Link(id=9, predecessor=POUR, successor=404)),
    "task removed, its links left": Remove("task", HOUSE_PLAN.tasks[POUR]),
    "move under its own predecessor's gate": changed(HOUSE_PLAN, CURE, "parent", HOUSE),
    "parents in a circle": changed(HOUSE_PLAN, GARDEN, "parent", 31),
    "calendar that nothing used": changed(HOUSE_PLAN, POUR, "calendar", 3),
    "working time": Set("calendar", 1, "days", WEEK, SIX_DAYS),
    "calendar of a resource": Set("resource", 1, "calendar", 2, None),
    "resource": Put("resource", None, Resource(id=7)),
    "calendar of the project": Set("project", 0, "calendar", 1, 2),
    "rules": Set("project", 0, "rules", Rules.MSPROJECT, Rules.P6),
    "lag calendar": Set("project", 0, "p6", None, P6Options(lag_calendar=LagCalendar.PROJECT)),
}


@pytest.fixture(scope="module")
def compiled() -> Compiled:
    return compile_plan(HOUSE_PLAN)


def followed(compiled: Compiled, *changes: Change) -> Compiled:
    """The patched network, which must be as good as one compiled afresh."""
    plan = apply(compiled.plan, changes)
    found = patched(compiled, plan, changes)
    assert found is not None, "compiled afresh"
    assert_in_order(found)
    assert canonical(found) == canonical(compile_plan(plan))
    for ours, theirs in zip(found.network, compiled.network, strict=True):
        assert typeof(ours) == typeof(theirs), "kernels would be compiled once more"
    return found


@pytest.mark.parametrize("change", ROWS.values(), ids=ROWS)
def test_rows_change_in_place(compiled: Compiled, change: Change) -> None:
    found = followed(compiled, change)
    assert found.order is compiled.order
    assert found.network.outgoing is compiled.network.outgoing
    assert found.link_ids is compiled.link_ids
    assert found.index is compiled.index


@pytest.mark.parametrize("change", STRUCTURE.values(), ids=STRUCTURE)
def test_structure_is_followed(compiled: Compiled, change: Change) -> None:
    before = canonical(compiled)
    found = followed(compiled, change)
    assert found.calendars is compiled.calendars
    assert canonical(compiled) == before, "the old network has been written to"


@pytest.mark.parametrize("change", SETTINGS.values(), ids=SETTINGS)
def test_settings_alone_leave_the_network(compiled: Compiled, change: Change) -> None:
    found = followed(compiled, change)
    assert found.network is compiled.network
    assert found.order is compiled.order


@pytest.mark.parametrize("change", NEUTRAL.values(), ids=NEUTRAL)
def test_what_moves_no_date_changes_nothing(compiled: Compiled, change: Change) -> None:
    found = followed(compiled, change)
    assert found.network is compiled.network
    assert found.settings is compiled.settings


@pytest.mark.parametrize("change", AFRESH.values(), ids=AFRESH)
def test_the_rest_is_compiled_afresh(compiled: Compiled, change: Change) -> None:
    plan = msgspec.structs.replace(compiled.plan)
    plan = apply(plan, [change])
    assert patched(compiled, plan, [change]) is None


def test_a_loop_is_reported(compiled: Compiled) -> None:
    change = AFRESH["loop"]
    plan = apply(compiled.plan, [change])
    assert [warning.code for warning in patch(compiled, plan, [change]).warnings] == ["loop"]


def test_a_loop_that_is_opened_is_forgotten(compiled: Compiled) -> None:
    change = AFRESH["loop"]
    looped = compile_plan(apply(compiled.plan, [change]))
    opening = Remove("link", HOUSE_PLAN.links[1])
    assert patch(looped, apply(looped.plan, [opening]), [opening]).warnings == ()


def test_links_left_out_for_good_hinder_no_other_link(compiled: Compiled) -> None:
    dangling = AFRESH["link to its own summary"]
    warned = compile_plan(apply(compiled.plan, [dangling]))
    link = Put("link", None, Link(id=10, predecessor=POUR, successor=WALLS))
    assert [warning.code for warning in followed(warned, link).warnings] == ["link_inside_summary"]
    mending = Remove("link", warned.plan.links[9])
    assert patch(warned, apply(warned.plan, [mending]), [mending]).warnings == ()


def test_only_the_stretch_between_the_ends_of_a_link_is_sorted_again() -> None:
    tasks = {i: Task(id=i, duration=DAY) for i in range(1, 101)}
    chain = compile_plan(Plan(project=Project(start=MONDAY), tasks=tasks))
    found = followed(chain, Put("link", None, Link(id=1, predecessor=60, successor=40)))
    before, after = chain.order.nodes.tolist(), found.order.nodes.tolist()
    assert before[:39] == after[:39]
    assert before[60:] == after[60:]
    assert sorted(before[39:60]) == sorted(after[39:60])


def test_a_link_along_the_order_keeps_it(compiled: Compiled) -> None:
    found = followed(compiled, Put("link", None, Link(id=9, predecessor=EXCAVATE, successor=CURE)))
    assert found.order.nodes is compiled.order.nodes


def test_new_links_stand_behind_the_others_of_their_successor(compiled: Compiled) -> None:
    found = followed(compiled, Put("link", None, Link(id=9, predecessor=EXCAVATE, successor=PAINT)))
    row = found.network.tasks[found.index[PAINT]]
    assert found.link_ids[row["predecessors"] : row["predecessors_end"]] == (5, 9)


def test_a_task_with_links_and_assignments_at_once(compiled: Compiled) -> None:
    found = followed(
        compiled,
        Put("task", None, Task(id=99, parent=HOUSE, duration=DAY)),
        Put("link", None, Link(id=8, predecessor=99, successor=WALLS)),
        Put("link", None, Link(id=9, predecessor=CURE, successor=99)),
        Put("assignment", None, Assignment(id=9, task=99, resource=1, work=2 * DAY)),
        changed(HOUSE_PLAN, 31, "parent", 99),
    )
    assert found.task_ids[-1] == 99


def test_a_task_put_again_keeps_its_links(compiled: Compiled) -> None:
    walls = HOUSE_PLAN.tasks[WALLS]
    again = msgspec.structs.replace(walls, duration=DAY)
    found = followed(compiled, Remove("task", walls), Put("task", None, again))
    assert found.task_ids[-1] == WALLS


def test_many_links_at_once(compiled: Compiled) -> None:
    tasks = [Put("task", None, Task(id=1_000 + i, duration=DAY)) for i in range(300)]
    links = [Put("link", None, Link(id=1_000 + i, predecessor=1_000 + i, successor=1_001 + i)) for i in range(299)]
    wide = followed(compiled, *tasks, *links)
    every_second = [Remove("link", link.after) for link in links[::2]]
    followed(wide, *every_second)


def test_a_plan_emptied_and_filled(compiled: Compiled) -> None:
    everything: list[Change] = [Remove("task", task) for task in HOUSE_PLAN.tasks.values()]
    everything += [Remove("link", link) for link in HOUSE_PLAN.links.values()]
    everything += [Remove("assignment", each) for each in HOUSE_PLAN.assignments.values()]
    empty = followed(compiled, *everything)
    assert empty.network.tasks.size == 0
    assert followed(empty, Put("task", None, Task(id=1, duration=DAY))).task_ids == (1,)


def test_a_plan_without_start_begins_with_its_earliest_task() -> None:
    plan = Plan(tasks={1: Task(id=1, duration=DAY, constraint=AT_ONCE)})
    earlier = Constraint(ConstraintKind.START_NO_EARLIER_THAN, MONDAY)
    found = followed(compile_plan(plan), Set("task", 1, "constraint", AT_ONCE, earlier))
    assert found.settings.start == MONDAY
