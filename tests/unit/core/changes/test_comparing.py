"""Diff, coalescing and conflicts."""

from __future__ import annotations

import pytest

from headway.core.changes import (
    EXISTENCE,
    Change,
    ChangeConflict,
    Conflict,
    Put,
    Remove,
    Set,
    Unit,
    apply,
    coalesce,
    conflicts,
    diff,
    touched,
    without_conflicts,
)
from headway.core.plan.entities import Link, Task
from headway.core.plan.plan import Plan, Project

DIG = Task(id=1, name="Dig")
POUR = Task(id=2, name="Pour")
PLAN = Plan(tasks={1: DIG, 2: POUR}, links={1: Link(1, 1, 2)})


def test_a_plan_does_not_differ_from_itself() -> None:
    assert diff(PLAN, PLAN) == ()
    assert diff(PLAN, Plan(tasks=dict(PLAN.tasks), links=dict(PLAN.links))) == ()


def test_a_diff_is_field_by_field_in_a_fixed_order() -> None:
    other = Plan(
        project=Project(name="House"),
        tasks={3: Task(id=3), 1: Task(id=1, name="Trench", duration=5)},
    )
    assert diff(PLAN, other) == (
        Set("project", 0, "name", "", "House"),
        Set("task", 1, "name", "Dig", "Trench"),
        Set("task", 1, "duration", 0, 5),
        Remove("task", POUR),
        Put("task", None, Task(id=3)),
        Remove("link", Link(1, 1, 2)),
    )
    assert apply(PLAN, diff(PLAN, other)) == other


def test_a_diff_tells_numbers_of_different_kinds_apart() -> None:
    one, two = Plan(tasks={1: Task(id=1, custom={"n": 1})}), Plan(tasks={1: Task(id=1, custom={"n": True})})
    assert one == two
    assert diff(one, two) == (Set("task", 1, "custom", {"n": 1}, {"n": True}),)


@pytest.mark.parametrize(
    ("changes", "net"),
    [
        ([Set("task", 1, "name", "Dig", "A"), Set("task", 1, "name", "A", "B")], [Set("task", 1, "name", "Dig", "B")]),
        ([Set("task", 1, "name", "Dig", "A"), Set("task", 1, "name", "A", "Dig")], []),
        ([Set("task", 1, "name", "Dig", "Dig")], []),
        (
            [Put("task", None, Task(id=3)), Set("task", 3, "name", "", "C")],
            [Put("task", None, Task(id=3, name="C"))],
        ),
        ([Put("task", None, Task(id=3)), Remove("task", Task(id=3))], []),
        (
            [Set("task", 1, "name", "Dig", "A"), Remove("task", Task(id=1, name="A"))],
            [Remove("task", DIG)],
        ),
        (
            [Set("task", 1, "name", "Dig", "A"), Put("task", Task(id=1, name="A"), Task(id=1, name="B"))],
            [Put("task", DIG, Task(id=1, name="B"))],
        ),
        ([Remove("task", DIG), Put("task", None, DIG)], []),
        ([Remove("task", DIG), Put("task", None, Task(id=1))], [Put("task", DIG, Task(id=1))]),
        ([Set("project", 0, "name", "", "X"), Put("project", Project(name="X"), Project())], []),
    ],
)
def test_only_the_net_effect_is_left(changes: list[Change], net: list[Change]) -> None:
    assert list(coalesce(changes)) == net
    assert apply(PLAN, coalesce(changes)) == apply(PLAN, changes)


@pytest.mark.parametrize(
    ("changes", "unit"),
    [
        ([Set("task", 1, "name", "Dig", "A"), Set("task", 1, "name", "B", "C")], Unit("task", 1, "name")),
        ([Remove("task", DIG), Set("task", 1, "name", "Dig", "A")], Unit("task", 1, EXISTENCE)),
        ([Set("task", 1, "name", "Dig", "A"), Put("task", None, DIG)], Unit("task", 1, EXISTENCE)),
        ([Set("task", 1, "name", "Dig", "A"), Remove("task", DIG)], Unit("task", 1, "name")),
        ([Put("task", None, DIG), Put("task", None, DIG)], Unit("task", 1, EXISTENCE)),
        ([Put("task", None, DIG), Set("task", 1, "name", "X", "A")], Unit("task", 1, "name")),
    ],
)
def test_changes_that_do_not_follow_on_each_other_are_refused(changes: list[Change], unit: Unit) -> None:
    with pytest.raises(ChangeConflict) as caught:
        coalesce(changes)
    assert caught.value.unit == unit


def test_what_changes_write() -> None:
    changes: list[Change] = [
        Set("task", 1, "name", "Dig", "A"),
        Put("task", None, Task(id=3)),
        Remove("link", Link(1, 1, 2)),
        Put("task", POUR, Task(id=2, duration=5)),
    ]
    assert touched(changes) == {
        Unit("task", 1, "name"),
        Unit("task", 3, EXISTENCE),
        Unit("link", 1, EXISTENCE),
        Unit("task", 2, "name"),
        Unit("task", 2, "duration"),
    }


def test_another_field_of_the_same_task_is_no_conflict() -> None:
    head = apply(PLAN, [Set("task", 1, "duration", 0, 5)])
    mine = [Set("task", 1, "name", "Dig", "Trench")]
    assert conflicts(mine, head) == ()
    assert apply(head, mine).tasks[1] == Task(id=1, name="Trench", duration=5)


def test_the_same_field_is_a_conflict_told_with_both_values() -> None:
    head = apply(PLAN, [Set("task", 1, "name", "Dig", "Shovel")])
    assert conflicts([Set("task", 1, "name", "Dig", "Trench")], head) == (
        Conflict(Unit("task", 1, "name"), "Dig", "Shovel"),
    )


def test_what_others_removed_is_told_once() -> None:
    head = apply(PLAN, [Remove("task", DIG)])
    mine = [Set("task", 1, "name", "Dig", "Trench"), Set("task", 1, "duration", 0, 5)]
    assert conflicts(mine, head) == (Conflict(Unit("task", 1, EXISTENCE), expected=True, found=False),)


def test_removing_what_others_changed_is_a_conflict_in_their_fields() -> None:
    head = apply(PLAN, [Set("link", 1, "lag", 0, 5), Set("link", 1, "successor", 2, 1)])
    assert [each.unit.field for each in conflicts([Remove("link", Link(1, 1, 2))], head)] == ["successor", "lag"]


def test_two_who_add_the_same_id_are_in_conflict() -> None:
    head = apply(PLAN, [Put("task", None, Task(id=3, name="C"))])
    assert conflicts([Put("task", None, Task(id=3, name="D"))], head) == (
        Conflict(Unit("task", 3, EXISTENCE), expected=False, found=True),
    )


def test_a_field_that_a_change_leaves_as_it_was_is_no_conflict() -> None:
    head = apply(PLAN, [Set("task", 1, "name", "Dig", "Shovel")])
    assert conflicts([Set("task", 1, "name", "Dig", "A"), Set("task", 1, "name", "A", "Dig")], head) == ()


def test_the_project_has_conflicts_too() -> None:
    head = apply(PLAN, [Set("project", 0, "name", "", "Villa")])
    assert [each.found for each in conflicts([Set("project", 0, "name", "", "House")], head)] == ["Villa"]


def test_the_rest_can_still_be_applied() -> None:
    head = apply(PLAN, [Set("task", 1, "name", "Dig", "Shovel"), Remove("task", POUR)])
    mine: list[Change] = [
        Set("task", 1, "name", "Dig", "Trench"),
        Set("task", 1, "duration", 0, 5),
        Set("task", 2, "duration", 0, 5),
        Put("task", None, Task(id=3)),
    ]
    rest = without_conflicts(mine, head)
    assert rest == (mine[1], mine[3])
    assert sorted(apply(head, rest).tasks) == [1, 3]
