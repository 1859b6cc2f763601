"""Changes are applied all or nothing and can be turned round."""

from __future__ import annotations

import pytest

from headway.core.changes import (
    EXISTENCE,
    Change,
    ChangeConflict,
    ChangeError,
    Put,
    Remove,
    Set,
    Unit,
    apply,
    id_of,
    inverse,
)
from headway.core.plan.entities import Link, SavedDates, Task
from headway.core.plan.plan import Plan, Project

DIG = Task(id=1, name="Dig")
POUR = Task(id=2, name="Pour")
PLAN = Plan(tasks={1: DIG, 2: POUR}, links={1: Link(1, 1, 2)}, project=Project(name="House"))


def test_a_field_is_set_and_nothing_else_changes() -> None:
    after = apply(PLAN, [Set("task", 1, "name", "Dig", "Trench")])
    assert after.tasks == {1: Task(id=1, name="Trench"), 2: POUR}
    assert after.links is PLAN.links
    assert PLAN.tasks[1] is DIG


def test_entities_are_put_replaced_and_removed() -> None:
    cure = Task(id=3, name="Cure")
    changes: list[Change] = [
        Put("task", None, cure),
        Remove("link", Link(1, 1, 2)),
        Put("task", DIG, Task(id=1, name="D")),
    ]
    after = apply(PLAN, changes)
    assert (after.tasks[3], after.links, after.tasks[1].name) == (cure, {}, "D")


def test_a_later_change_sees_the_earlier_one() -> None:
    changes: list[Change] = [
        Put("task", None, Task(id=3)),
        Set("task", 3, "name", "", "Cure"),
        Set("task", 3, "name", "Cure", "Wait"),
    ]
    assert apply(PLAN, changes).tasks[3].name == "Wait"


def test_the_project_is_an_entity_too() -> None:
    changes: list[Change] = [
        Set("project", 0, "name", "House", "Villa"),
        Put("project", Project(name="Villa"), Project()),
    ]
    after = apply(PLAN, changes)
    assert after.project == Project()


def test_saved_dates_are_kept_by_task() -> None:
    changes: list[Change] = [Put("saved", None, SavedDates(task=2, start=5)), Set("saved", 2, "start", 5, 6)]
    after = apply(PLAN, changes)
    assert after.saved == {2: SavedDates(task=2, start=6)}


def test_no_changes_give_the_same_plan() -> None:
    assert apply(PLAN, []) == PLAN


@pytest.mark.parametrize(
    ("change", "unit", "expected", "found"),
    [
        (Set("task", 1, "name", "Digging", "X"), Unit("task", 1, "name"), "Digging", "Dig"),
        (Set("task", 9, "name", "", "X"), Unit("task", 9, EXISTENCE), True, False),
        (Put("task", None, Task(id=1)), Unit("task", 1, EXISTENCE), False, True),
        (Put("task", Task(id=9), Task(id=9, name="X")), Unit("task", 9, EXISTENCE), True, False),
        (Put("task", Task(id=1, name="Old"), Task(id=1)), Unit("task", 1, "name"), "Old", "Dig"),
        (Remove("task", Task(id=9)), Unit("task", 9, EXISTENCE), True, False),
        (Remove("link", Link(1, 2, 1)), Unit("link", 1, "predecessor"), 2, 1),
        (Set("project", 0, "name", "Villa", "X"), Unit("project", 0, "name"), "Villa", "House"),
        (Put("project", Project(), Project()), Unit("project", 0, "name"), "", "House"),
    ],
)
def test_a_change_that_expects_something_else_is_a_conflict(
    change: Change, unit: Unit, expected: object, found: object
) -> None:
    with pytest.raises(ChangeConflict, match="read the plan again") as caught:
        apply(PLAN, [Set("task", 2, "name", "Pour", "Poured"), change])
    assert (caught.value.unit, caught.value.expected, caught.value.found) == (unit, expected, found)
    assert PLAN.tasks[2] is POUR


def test_a_number_of_another_kind_is_something_else() -> None:
    plan = Plan(tasks={1: Task(id=1, custom={"n": 1})})
    with pytest.raises(ChangeConflict):
        apply(plan, [Set("task", 1, "custom", {"n": True}, None)])
    with pytest.raises(ChangeConflict):
        apply(plan, [Remove("task", Task(id=1, custom={"n": 1.0}))])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Set("tusk", 1, "name", "", ""), "no plan has a 'tusk'; there are: project"),
        (Set("task", 1, "colour", "", ""), "has no field 'colour'"),
        (Set("task", 1, "id", 1, 2), "never changes"),
        (Remove("project", Project()), "cannot be removed"),
        (Remove("task", None), "not a task"),
        (Put("task", None, None), "not a task"),
        (Put("task", None, Link(1, 1, 2)), "not a task"),
        (Put("task", Link(1, 1, 2), Task(id=1)), "not a task"),
        (Put("task", Task(id=1), Task(id=2)), "task 1 cannot become task 2"),
    ],
)
def test_a_change_that_makes_no_sense_is_refused(change: Change, words: str) -> None:
    with pytest.raises(ChangeError, match=words):
        apply(PLAN, [change])


def test_the_inverse_takes_everything_back() -> None:
    changes: list[Change] = [
        Put("task", None, Task(id=3)),
        Set("task", 3, "parent", 0, 1),
        Set("task", 1, "name", "Dig", "Trench"),
        Remove("link", Link(1, 1, 2)),
        Put("task", POUR, Task(id=2, name="Cure")),
        Set("project", 0, "name", "House", "Villa"),
    ]
    assert apply(apply(PLAN, changes), inverse(changes)) == PLAN
    assert list(inverse(inverse(changes))) == changes


def test_every_change_knows_its_id() -> None:
    assert [
        id_of(change) for change in (Put("task", None, DIG), Remove("task", POUR), Set("link", 7, "lag", 0, 1))
    ] == [1, 2, 7]
