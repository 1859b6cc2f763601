"""Invariants of tasks, resources and assignments."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec
import pytest

from headway.core.plan.entities import (
    Agile,
    Assignment,
    Constraint,
    ConstraintKind,
    Manual,
    Part,
    Progress,
    Resource,
    Sprint,
    Task,
    ThreePoint,
)
from headway.core.plan.invariants import Problem, check
from headway.core.plan.plan import Plan
from headway.core.time import to_instant
from tests.drawn import build

MON = to_instant(datetime(2027, 3, 1, 8))
TUE = to_instant(datetime(2027, 3, 2, 8))
FAR = to_instant(datetime(2300, 1, 1))
SNET = ConstraintKind.START_NO_EARLIER_THAN

SOUND = build("""
    project: start 2027-03-01; data date 2027-03-03
    resource Ann: units 50%
    Phase
      Dig 3d; resource Ann; percent 40; actual start=2027-03-01
      Pour 2d after Dig; SNET 2027-03-04
    Open milestone; after Pour
""")


def dig(**fields: Any) -> Plan:
    """The sound plan with other fields on task 2, Dig, which stands in row 2."""
    changed = msgspec.structs.replace(SOUND.tasks[2], **fields)
    return msgspec.structs.replace(SOUND, tasks={**SOUND.tasks, 2: changed})


def the_problem(plan: Plan) -> Problem:
    (problem,) = check(plan)
    return problem


def test_a_sound_plan_has_no_problems() -> None:
    assert check(SOUND) == ()
    assert check(Plan()) == ()


@pytest.mark.parametrize(
    ("fields", "code", "field", "value"),
    [
        ({"duration": -1}, "task.duration_negative", "duration", -1),
        ({"duration": 2**31}, "task.duration_out_of_range", "duration", 2**31),
        ({"rank": "a-1"}, "task.rank_characters", "rank", "a-1"),
        ({"rank": "a0"}, "task.rank_characters", "rank", "a0"),
        ({"priority": 1_001}, "task.priority_out_of_range", "priority", 1_001),
        ({"deadline": FAR}, "task.date_out_of_range", "deadline", FAR),
        ({"expected_finish": -FAR}, "task.date_out_of_range", "expected_finish", -FAR),
        ({"constraint": Constraint(SNET)}, "task.constraint_without_date", "constraint", "start_no_earlier_than"),
        ({"secondary_constraint": Constraint(SNET, FAR)}, "task.date_out_of_range", "secondary_constraint.date", FAR),
        ({"manual": Manual(TUE, MON)}, "task.manual_finish_before_start", "manual", MON),
        ({"manual": Manual(FAR)}, "task.date_out_of_range", "manual.start", FAR),
        ({"manual": Manual(duration=-5)}, "task.duration_negative", "manual.duration", -5),
        ({"parts": (Part(TUE, MON),)}, "task.parts_order", "parts", None),
        ({"parts": (Part(TUE, TUE + 1), Part(MON, MON + 1))}, "task.parts_order", "parts", None),
        ({"estimate": ThreePoint(3, 2, 5)}, "task.estimate_order", "estimate", 2),
        ({"custom": {"a": 1, "Cost": float("nan")}}, "task.custom_not_finite", "custom.Cost", "nan"),
        ({"progress": Progress(TUE, MON)}, "task.actual_finish_before_start", "progress", MON),
        ({"progress": Progress(actual_finish=MON)}, "task.actual_finish_without_start", "progress", MON),
        ({"progress": Progress(MON + 30_000)}, "task.actual_after_data_date", "progress", MON + 30_000),
        ({"progress": Progress(stop=TUE, resume=MON)}, "task.resume_before_stop", "progress", MON),
        ({"progress": Progress(remaining_duration=-1)}, "task.remaining_negative", "progress", -1),
        ({"progress": Progress(actual_duration=-1)}, "task.actual_negative", "progress", -1),
        (
            {"progress": Progress(percent_complete=10_001)},
            "task.percent_out_of_range",
            "progress.percent_complete",
            10_001,
        ),
        ({"progress": Progress(physical_percent=-1)}, "task.percent_out_of_range", "progress.physical_percent", -1),
        ({"progress": Progress(suspended=FAR)}, "task.date_out_of_range", "progress.suspended", FAR),
    ],
)
def test_a_field_that_cannot_be(fields: dict[str, Any], code: str, field: str, value: object) -> None:
    problem = the_problem(dig(**fields))
    assert (problem.code, problem.field, problem.value) == (code, field, value)
    assert (problem.entity, problem.id, problem.row, problem.name) == ("task", 2, 2, "Dig")


@pytest.mark.parametrize(
    ("fields", "code", "other"),
    [
        ({"parent": 99}, "task.parent_missing", 99),
        ({"calendar": 99}, "task.calendar_missing", 99),
        ({"agile": Agile(sprint=99)}, "task.sprint_missing", 99),
    ],
)
def test_a_task_that_names_something_missing(fields: dict[str, Any], code: str, other: int) -> None:
    problems = [problem for problem in check(dig(**fields)) if problem.entity == "task"]
    assert [(problem.code, problem.other, problem.name) for problem in problems] == [(code, other, "Dig")]


@pytest.mark.parametrize(
    "fields",
    [
        {"constraint": Constraint(ConstraintKind.AS_LATE_AS_POSSIBLE)},
        {"parts": (Part(MON, MON), Part(TUE, TUE + 1))},
        {"manual": Manual()},
        {"manual": Manual(MON, MON)},
        {"custom": {"a": 1.5, "b": "x", "c": True}},
        {"estimate": ThreePoint(1, 1, 1)},
        {"priority": 0},
        {"rank": ""},
    ],
)
def test_what_may_be(fields: dict[str, Any]) -> None:
    assert check(dig(**fields)) == ()


def test_a_cycle_of_parents_is_told_once_with_all_members_in_order() -> None:
    plan = Plan(tasks={n: Task(id=n, name=f"T{n}", parent=p) for n, p in {1: 2, 2: 3, 3: 1, 4: 1}.items()})
    problem = the_problem(plan)
    assert (problem.code, problem.tasks, problem.names) == ("task.parent_cycle", (1, 2, 3), ("T1", "T2", "T3"))


def test_resources() -> None:
    plan = Plan(
        resources={
            1: Resource(id=1, name="Ann", calendar=9),
            2: Resource(id=2, name="Ben", max_units=-1, parent=8),
            3: Resource(id=3, name="Cid", parent=4),
            4: Resource(id=4, name="Dot", parent=3),
        }
    )
    assert [(each.code, each.id, each.name, each.other) for each in check(plan)] == [
        ("resource.calendar_missing", 1, "Ann", 9),
        ("resource.parent_missing", 2, "Ben", 8),
        ("resource.units_negative", 2, "Ben", None),
        ("resource.parent_cycle", 3, "Cid", None),
    ]
    assert check(plan)[3].names == ("Cid", "Dot")


@pytest.mark.parametrize(
    ("fields", "code", "field", "row"),
    [
        ({"task": 99}, "assignment.task_missing", "task", None),
        ({"resource": 99}, "assignment.resource_missing", "resource", 2),
        ({"units": -1}, "assignment.units_negative", "units", 2),
        ({"remaining_work": -1}, "assignment.work_negative", "remaining_work", 2),
        ({"actual_start": TUE, "actual_finish": MON}, "assignment.actual_finish_before_start", "actual_finish", 2),
        ({"start": FAR}, "assignment.date_out_of_range", "start", 2),
    ],
)
def test_assignments(fields: dict[str, Any], code: str, field: str, row: int | None) -> None:
    changed = msgspec.structs.replace(SOUND.assignments[1], **fields)
    problem = the_problem(msgspec.structs.replace(SOUND, assignments={1: changed}))
    assert (problem.code, problem.id, problem.field, problem.row) == (code, 1, field, row)


def test_the_same_resource_twice_on_a_task_is_odd() -> None:
    twice = {1: Assignment(id=1, task=2, resource=1), 2: Assignment(id=2, task=2, resource=1)}
    problem = the_problem(msgspec.structs.replace(SOUND, assignments=twice))
    assert (problem.code, problem.id, problem.row, problem.name) == ("assignment.duplicate", 2, 2, "Dig")
    nobody = {1: Assignment(id=1, task=2), 2: Assignment(id=2, task=2)}
    assert check(msgspec.structs.replace(SOUND, assignments=nobody)) == ()


def test_a_sprint_that_ends_before_it_begins() -> None:
    assert (
        the_problem(Plan(sprints={1: Sprint(id=1, name="S", start=TUE, finish=MON)})).code
        == "sprint.finish_before_start"
    )
