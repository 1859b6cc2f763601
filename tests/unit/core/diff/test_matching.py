"""Two plans aligned as a whole: everything but tasks matched, and the new plan in the old one's numbers."""

from __future__ import annotations

import msgspec
import pytest

from headway.core.changes import Put, Remove, Set, apply, diff, id_of
from headway.core.diff import Matching, Reason, matched
from headway.core.plan.codec import encode
from headway.core.plan.entities import (
    Agile,
    Assignment,
    Baseline,
    BaselineDates,
    Calendar,
    External,
    Link,
    LinkKind,
    Resource,
    SavedDates,
    Sprint,
    Task,
)
from headway.core.plan.outline import outline_of
from headway.core.plan.plan import Plan, Project
from tests.unit.core.diff.pairs import drawn

TASKS = {i: Task(id=i, name=f"Task {i}", rank=f"a{i}") for i in (1, 2, 3)}
OTHER = {i + 10: Task(id=i + 10, name=f"Task {i}", rank=f"a{i}") for i in (1, 2, 3)}
"""The same tasks with other numbers."""


def changes(old: Plan, new: Plan) -> list[tuple[str, str, int, str]]:
    """Kind, entity, number and field of each raw change."""
    kinds = {Put: "put", Set: "set", Remove: "remove"}
    return [
        (kinds[type(each)], each.entity, id_of(each), each.field if isinstance(each, Set) else "")
        for each in diff(old, matched(old, new).plan)
    ]


def partners(found: Matching, entity: str) -> dict[int, int]:
    return {pair.old: pair.new for pair in found.pairs[entity]}


def test_links_are_matched_by_their_ends_and_kind() -> None:
    old = Plan(tasks=TASKS, links={1: Link(1, 1, 2), 2: Link(2, 1, 2, LinkKind.SS), 3: Link(3, 2, 3)})
    new = Plan(tasks=OTHER, links={7: Link(7, 12, 13), 8: Link(8, 11, 12, LinkKind.SS), 9: Link(9, 11, 12)})
    found = matched(old, new)
    assert partners(found, "link") == {1: 9, 2: 8, 3: 7}
    assert {pair.reason for pair in found.pairs["link"]} == {Reason.ENDS}
    assert changes(old, new) == []


def test_a_link_of_another_kind_between_the_same_tasks_is_the_same_link() -> None:
    old = Plan(tasks=TASKS, links={1: Link(1, 1, 2)})
    new = Plan(tasks=OTHER, links={5: Link(5, 11, 12, LinkKind.FF, lag=10)})
    assert changes(old, new) == [("set", "link", 1, "kind"), ("set", "link", 1, "lag")]


def test_a_link_that_leads_elsewhere_is_another_link() -> None:
    old = Plan(tasks=TASKS, links={1: Link(1, 1, 2)})
    new = Plan(tasks=TASKS, links={1: Link(1, 1, 3)})
    assert changes(old, new) == [("remove", "link", 1, ""), ("put", "link", 2, "")]


def test_links_between_the_same_tasks_are_told_apart_by_their_lag() -> None:
    old = Plan(tasks=TASKS, links={1: Link(1, 1, 2, lag=10), 2: Link(2, 1, 2, lag=20)})
    new = Plan(tasks=TASKS, links={1: Link(1, 1, 2, lag=20)})
    assert changes(old, new) == [("remove", "link", 1, "")]


def test_what_is_new_keeps_its_number_where_it_is_free() -> None:
    old = Plan(tasks=TASKS)
    new = Plan(tasks={**TASKS, 44: Task(id=44, name="New", rank="a9")})
    found = matched(old, new)
    assert found.numbers["task"][44] == 44
    assert changes(old, new) == [("put", "task", 44, "")]


def test_what_is_new_gets_a_fresh_number_where_the_old_plan_uses_its_own() -> None:
    old = Plan(tasks=TASKS)
    new = Plan(tasks={3: Task(id=3, name="Quite another", rank="a0V"), **OTHER})
    found = matched(old, new)
    assert found.numbers["task"] == {11: 1, 12: 2, 13: 3, 3: 4}
    assert changes(old, new) == [("put", "task", 4, "")]


def test_numbers_at_the_upper_end_leave_room_below() -> None:
    top = 2**53 - 1
    old = Plan(tasks={top: Task(id=top, name="Old"), 1: Task(id=1, name="One")})
    new = Plan(tasks={top: Task(id=top, name="Completely different"), 1: Task(id=1, name="One")}, project=Project())
    found = matched(old, new)
    assert all(0 < number <= top for number in found.plan.tasks)


def test_an_inserted_row_changes_no_other_row() -> None:
    old = drawn("A 1d\nB 1d\nC 1d\nD 1d")
    new = drawn("A 1d\nB 1d\nX 1d\nC 1d\nD 1d")
    found = matched(old, new)
    assert [(type(each).__name__, each.entity) for each in diff(old, found.plan)] == [("Put", "task")]
    order = [found.plan.tasks[i].name for i in outline_of(found.plan).order]
    assert order == ["A", "B", "X", "C", "D"]


def test_a_row_that_went_up_is_the_only_one_with_another_rank() -> None:
    old = drawn("A 1d\nB 1d\nC 1d\nD 1d")
    new = drawn("D 1d\nA 1d\nB 1d\nC 1d")
    assert [kind for kind, _, _, _ in changes(old, new)] == ["set"]
    assert changes(old, new)[0][3] == "rank"


def test_rows_and_identifiers_of_a_file_are_no_change() -> None:
    old = Plan(tasks={1: Task(id=1, name="Dig", external=External(unique_id=1, row=1, guid="a", source="x.mpp"))})
    new = Plan(tasks={5: Task(id=5, name="Dig", external=External(unique_id=77, row=9, source="y.xer"))})
    assert changes(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (None, External(code="A1"), External(code="A1")),
        (External(unique_id=3, code="A1"), External(unique_id=9, code="B2"), External(unique_id=3, code="B2")),
        (External(unique_id=3, code="A1"), None, External(unique_id=3)),
        (External(unique_id=3), External(unique_id=4, row=8), External(unique_id=3)),
    ],
)
def test_of_the_origin_only_the_code_is_new(
    old: External | None, new: External | None, expected: External | None
) -> None:
    before = Plan(tasks={1: Task(id=1, name="Dig", external=old)})
    after = Plan(tasks={1: Task(id=1, name="Dig", external=new)})
    assert matched(before, after).plan.tasks[1].external == expected


def test_resources_are_matched_by_name_and_keep_their_assignments() -> None:
    old = Plan(
        tasks=TASKS,
        resources={1: Resource(id=1, name="Ann"), 2: Resource(id=2, name="Bob", parent=1)},
        assignments={1: Assignment(id=1, task=1, resource=1), 2: Assignment(id=2, task=2, resource=2)},
    )
    new = Plan(
        tasks=OTHER,
        resources={8: Resource(id=8, name="Bob", parent=9), 9: Resource(id=9, name="ann")},
        assignments={5: Assignment(id=5, task=12, resource=8), 6: Assignment(id=6, task=11, resource=9)},
    )
    found = matched(old, new)
    assert partners(found, "resource") == {1: 9, 2: 8}
    assert partners(found, "assignment") == {1: 6, 2: 5}
    assert changes(old, new) == [("set", "resource", 1, "name")]


def test_a_renamed_resource_is_known_by_its_unique_id() -> None:
    old = Plan(tasks=TASKS, resources={4: Resource(id=4, name="Electrician")})
    new = Plan(tasks=TASKS, resources={4: Resource(id=4, name="J. Smith")})
    assert changes(old, new) == [("set", "resource", 4, "name")]


def test_a_resource_with_another_guid_and_name_is_another_one() -> None:
    old = Plan(tasks=TASKS, resources={4: Resource(id=4, name="Electrician", external=External(guid="a"))})
    new = Plan(tasks=TASKS, resources={4: Resource(id=4, name="J. Smith", external=External(guid="b"))})
    assert [kind for kind, _, _, _ in changes(old, new)] == ["remove", "put"]


def test_a_resource_is_known_by_its_guid_and_by_its_code() -> None:
    old = Plan(
        tasks=TASKS,
        resources={
            1: Resource(id=1, name="Ann", external=External(guid="g")),
            2: Resource(id=2, name="Bob", external=External(code="B")),
        },
    )
    new = Plan(
        tasks=OTHER,
        resources={
            7: Resource(id=7, name="Anna", external=External(guid="g")),
            8: Resource(id=8, name="Robert", external=External(code="B")),
        },
    )
    found = matched(old, new)
    assert {pair.old: pair.reason for pair in found.pairs["resource"]} == {1: Reason.GUID, 2: Reason.CODE}


def test_an_assignment_of_someone_else_is_another_assignment() -> None:
    people = {1: Resource(id=1, name="Ann"), 2: Resource(id=2, name="Bob")}
    old = Plan(tasks=TASKS, resources=people, assignments={1: Assignment(id=1, task=1, resource=1)})
    new = Plan(tasks=TASKS, resources=people, assignments={1: Assignment(id=1, task=1, resource=2)})
    assert changes(old, new) == [("remove", "assignment", 1, ""), ("put", "assignment", 2, "")]


def test_two_assignments_of_one_person_to_one_task_are_told_apart() -> None:
    people = {1: Resource(id=1, name="Ann")}

    def plan(*units: int) -> Plan:
        made = {i: Assignment(id=i, task=1, resource=1, units=each) for i, each in enumerate(units, start=1)}
        return Plan(tasks=TASKS, resources=people, assignments=made)

    assert changes(plan(5_000, 10_000), plan(10_000, 5_000)) == []
    assert changes(plan(5_000, 10_000), plan(10_000, 2_500)) == [("set", "assignment", 1, "units")]


def test_work_that_nobody_has_is_matched_too() -> None:
    old = Plan(tasks=TASKS, assignments={1: Assignment(id=1, task=1)})
    new = Plan(tasks=OTHER, assignments={9: Assignment(id=9, task=11)})
    assert changes(old, new) == []


def test_calendars_are_matched_by_name_and_followed_everywhere() -> None:
    old = Plan(
        project=Project(calendar=1),
        tasks={1: Task(id=1, name="Dig", calendar=2)},
        calendars={1: Calendar(id=1, name="Office"), 2: Calendar(id=2, name="Night", parent=1)},
    )
    new = Plan(
        project=Project(calendar=21),
        tasks={5: Task(id=5, name="Dig", calendar=20)},
        calendars={20: Calendar(id=20, name="Night", parent=21), 21: Calendar(id=21, name="Office")},
    )
    assert changes(old, new) == []


def test_a_renamed_calendar_is_known_by_its_unique_id() -> None:
    old = Plan(tasks=TASKS, calendars={3: Calendar(id=3, name="Office")})
    new = Plan(tasks=TASKS, calendars={3: Calendar(id=3, name="Bureau")})
    assert changes(old, new) == [("set", "calendar", 3, "name")]


def test_personal_calendars_belong_to_their_resource() -> None:
    def plan(first: int, second: int, tasks: dict[int, Task]) -> Plan:
        return Plan(
            tasks=tasks,
            resources={
                first: Resource(id=first, name="Ann", calendar=first),
                second: Resource(id=second, name="Bob", calendar=second),
            },
            calendars={
                first: Calendar(id=first, personal=True, minutes_per_day=1),
                second: Calendar(id=second, personal=True, minutes_per_day=2),
            },
        )

    assert changes(plan(1, 2, TASKS), plan(9, 8, OTHER)) == []


def test_baselines_and_sprints_are_matched_by_name() -> None:
    old = Plan(
        tasks={1: Task(id=1, name="Dig", agile=Agile(sprint=1))},
        baselines={1: Baseline(id=1, name="First", dates=(BaselineDates(task=1, start=5),))},
        sprints={1: Sprint(id=1, name="Spring")},
    )
    new = Plan(
        tasks={6: Task(id=6, name="Dig", agile=Agile(sprint=4))},
        baselines={3: Baseline(id=3, name="First", dates=(BaselineDates(task=6, start=5),))},
        sprints={4: Sprint(id=4, name="Spring")},
    )
    assert changes(old, new) == []


def test_a_baseline_taken_anew_is_the_same_baseline() -> None:
    old = Plan(tasks=TASKS, baselines={1: Baseline(id=1, name="Baseline", taken=10)})
    new = Plan(tasks=TASKS, baselines={1: Baseline(id=1, name="Baseline", taken=20)})
    assert changes(old, new) == [("set", "baseline", 1, "taken")]


def test_the_dates_of_a_baseline_are_in_no_order() -> None:
    dates = tuple(BaselineDates(task=i, start=i) for i in (1, 2, 3))
    old = Plan(tasks=TASKS, baselines={1: Baseline(id=1, name="B", dates=dates)})
    new = Plan(tasks=TASKS, baselines={1: Baseline(id=1, name="B", dates=dates[::-1])})
    assert changes(old, new) == []


def test_saved_dates_follow_their_task() -> None:
    old = Plan(tasks=TASKS, saved={1: SavedDates(task=1, start=5)})
    new = Plan(tasks=OTHER, saved={11: SavedDates(task=11, start=5)})
    assert changes(old, new) == []


def test_references_that_lead_nowhere_never_lead_somewhere_afterwards() -> None:
    old = Plan(tasks={7: Task(id=7, name="Dig"), 8: Task(id=8, name="Pour")})
    new = Plan(tasks={1: Task(id=1, name="Dig", parent=7), 2: Task(id=2, name="Pour", parent=99)})
    found = matched(old, new).plan
    assert found.tasks[7].parent == 0
    assert found.tasks[8].parent == 99


def test_empty_plans_match() -> None:
    found = matched(Plan(), Plan())
    assert found.plan == Plan()
    assert set(found.pairs) == {"calendar", "resource", "task", "link", "assignment", "baseline", "sprint"}
    assert changes(Plan(), Plan(tasks=TASKS)) == [("put", "task", i, "") for i in TASKS]
    assert changes(Plan(tasks=TASKS), Plan()) == [("remove", "task", i, "") for i in TASKS]


def test_the_changes_make_the_new_plan_of_the_old() -> None:
    old = drawn("A 1d\nB 2d after A\nPhase\n  C 3d after B\nresource Ann: units 50%\nD 1d; resource Ann")
    new = drawn(
        "Phase\n  C 4d\n  B 2d after C\nX 1d\nresource Bob: units 50%\nresource Ann: units 50%\nD 1d; resource Bob"
    )
    found = matched(old, new)
    assert encode(apply(old, diff(old, found.plan))) == encode(found.plan)


def test_nothing_in_the_given_plans_is_touched() -> None:
    old, new = drawn("A 1d\nB 2d after A"), drawn("B 2d\nA 1d after B")
    before = encode(old), encode(new)
    matched(old, new)
    assert (encode(old), encode(new)) == before


def test_unchanged_tasks_are_the_very_same_values() -> None:
    plan = drawn("A 1d\nB 2d after A")
    copy = msgspec.structs.replace(plan, tasks=dict(plan.tasks))
    assert all(matched(plan, copy).plan.tasks[i] is task for i, task in plan.tasks.items())
