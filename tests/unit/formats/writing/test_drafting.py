"""What the child process is told to write, for each family of formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from headway.core.plan.entities import (
    Calendar,
    Constraint,
    ConstraintKind,
    External,
    LagKind,
    Link,
    Part,
    Progress,
    Recurrence,
    Shift,
    Task,
    TaskKind,
    WorkWeek,
)
from headway.core.plan.plan import Plan
from tests.unit.formats.writing.plans import DAY, EVENING, MONDAY, OFFICE, WORKDAY, begun, draft_for, house, tower

if TYPE_CHECKING:
    from headway.formats.writing.draft import Draft

OTHERS = ("mspdi", "mpx", "planner")
P6 = ("pmxml", "xer")


def fields_of(draft: Draft, name: str) -> dict[str, Any]:
    return next(row.fields for row in draft.tasks if row.level and row.fields.get("NAME") == name)


def with_task(plan: Plan, task_id: int, **changes: Any) -> Plan:
    changed = msgspec.structs.replace(plan.tasks[task_id], **changes)
    return msgspec.structs.replace(plan, tasks=plan.tasks | {task_id: changed})


def test_microsoft_project_has_a_row_for_the_project() -> None:
    first, second, *_ = draft_for(house(), "mspdi").tasks
    assert (first.level, first.fields["UNIQUE_ID"], first.fields["ID"], first.fields["NAME"]) == (0, 0, 0, "House")
    assert (second.level, second.fields["ID"], second.fields["NAME"]) == (1, 1, "Walls")


@pytest.mark.parametrize("name", ["mpx", "planner"])
def test_others_have_not(name: str) -> None:
    assert draft_for(house(), name).tasks[0].fields["NAME"] == "Walls"


@pytest.mark.parametrize("name", OTHERS)
def test_rows_come_in_the_order_of_the_outline(name: str) -> None:
    rows = [row for row in draft_for(house(), name).tasks if row.level]
    assert [(row.level, row.fields["OUTLINE_NUMBER"]) for row in rows] == [
        (1, "1"),
        (2, "1.1"),
        (2, "1.2"),
        (2, "1.3"),
        (1, "2"),
    ]
    assert [row.fields["SUMMARY"] for row in rows] == [True, False, False, False, False]


def test_durations_are_shown_in_days() -> None:
    assert fields_of(draft_for(house(), "mspdi"), "Brick")["DURATION"] == (2.0, "DAYS")
    plan = with_task(house(), 2, duration=1_500)
    assert fields_of(draft_for(plan, "mspdi"), "Brick")["DURATION"] == (2.5, "HOURS")
    plan = with_task(house(), 2, duration=DAY, elapsed=True)
    assert fields_of(draft_for(plan, "mspdi"), "Brick")["DURATION"] == (1.0, "ELAPSED_DAYS")


@pytest.mark.parametrize("name", P6)
def test_p6_counts_hours(name: str) -> None:
    fields = fields_of(draft_for(house(), name), "Brick")
    assert fields["DURATION"] == fields["PLANNED_DURATION"] == fields["REMAINING_DURATION"] == (16.0, "HOURS")


def test_dates_are_those_the_plan_carries() -> None:
    fields = fields_of(draft_for(house(), "mspdi"), "Plaster")
    assert (fields["START"], fields["FINISH"]) == (MONDAY + 2 * DAY, EVENING + 2 * DAY)
    assert fields["EARLY_START"] == fields["LATE_START"] == MONDAY + 2 * DAY
    assert fields["CRITICAL"] is True


def test_no_float_is_written_as_nearly_none() -> None:
    """The library leaves a plain zero out, and readers then compute one of their own."""
    assert fields_of(draft_for(house(), "mspdi"), "Plaster")["TOTAL_SLACK"] == (0.01, "MINUTES")
    assert fields_of(draft_for(house(), "mpx"), "Plaster")["TOTAL_SLACK"] == (0.0, "DAYS")


def test_custom_values_get_fields_with_their_names() -> None:
    draft = draft_for(house(), "mspdi")
    fields = fields_of(draft, "Brick")
    assert (fields["TEXT1"], fields["NUMBER1"]) == ("A", 3.0)
    assert {(each.entity, each.field, each.name) for each in draft.names} == {
        ("task", "TEXT1", "Lot"),
        ("task", "NUMBER1", "Urgency"),
    }


@pytest.mark.parametrize(("name", "lag"), [("mspdi", (1.0, "ELAPSED_DAYS")), ("xer", (3_429 / 600, "HOURS"))])
def test_elapsed_lags(name: str, lag: tuple[float, str]) -> None:
    assert next(link.lag for link in draft_for(house(), name).links if link.id == 3) == lag


@pytest.mark.parametrize(("name", "lag"), [("mspdi", (50.0, "PERCENT")), ("xer", (8.0, "HOURS"))])
def test_percent_lags(name: str, lag: tuple[float, str]) -> None:
    half = Link(1, 2, 3, lag=5_000, lag_kind=LagKind.PERCENT)
    plan = msgspec.structs.replace(house(), links={1: half})
    assert draft_for(plan, name).links[0].lag == lag


def test_links_with_an_end_that_is_not_there_are_left_out() -> None:
    plan = msgspec.structs.replace(house(), links={1: Link(1, 2, 99)})
    assert draft_for(plan, "mspdi").links == ()


@pytest.mark.parametrize("name", P6)
def test_summaries_of_p6_have_neither_links_nor_assignments(name: str) -> None:
    plan = house()
    onto = msgspec.structs.replace(plan.assignments[1], task=1)
    plan = msgspec.structs.replace(plan, links={1: Link(1, 1, 5)}, assignments={1: onto})
    assert draft_for(plan, name).links == ()
    assert draft_for(plan, name).assignments == ()


def test_progress() -> None:
    fields = fields_of(draft_for(begun(), "mspdi"), "Brick")
    assert (fields["ACTUAL_START"], fields["ACTUAL_DURATION"]) == (MONDAY, (1.0, "DAYS"))
    assert (fields["REMAINING_DURATION"], fields["PERCENT_COMPLETE"]) == ((1.0, "DAYS"), 50.0)
    assert fields_of(draft_for(begun(), "xer"), "Brick")["ACTIVITY_STATUS"] == "IN_PROGRESS"


def test_p6_wants_a_remaining_duration() -> None:
    done = Progress(actual_start=MONDAY, actual_finish=EVENING, percent_complete=10_000)
    fields = fields_of(draft_for(with_task(house(), 2, progress=done), "xer"), "Brick")
    assert (fields["ACTIVITY_STATUS"], fields["REMAINING_DURATION"]) == ("COMPLETED", (0.0, "HOURS"))


def test_begun_work_of_p6_lasts_what_is_done_and_left() -> None:
    more = Progress(actual_start=MONDAY, actual_duration=WORKDAY, remaining_duration=WORKDAY, percent_complete=5_000)
    fields = fields_of(draft_for(with_task(tower(), 2, progress=more), "mspdi"), "Dig")
    assert fields["DURATION"] == (2.0, "DAYS")


def test_tasks_placed_by_hand() -> None:
    fields = fields_of(draft_for(begun(), "mspdi"), "Plaster")
    assert (fields["TASK_MODE"], fields["MANUAL_DURATION"]) == ("MANUALLY_SCHEDULED", (1.0, "DAYS"))


@pytest.mark.parametrize("name", [*OTHERS, *P6])
def test_a_constraint_without_its_date_holds_nothing(name: str) -> None:
    plan = with_task(house(), 2, constraint=Constraint(ConstraintKind.MUST_START_ON))
    assert fields_of(draft_for(plan, name), "Brick")["CONSTRAINT_TYPE"] == "AS_SOON_AS_POSSIBLE"


def test_only_p6_has_two_constraints() -> None:
    plan = with_task(house(), 2, secondary_constraint=Constraint(ConstraintKind.FINISH_NO_LATER_THAN, EVENING))
    assert fields_of(draft_for(plan, "xer"), "Brick")["SECONDARY_CONSTRAINT_DATE"] == EVENING
    assert "SECONDARY_CONSTRAINT_DATE" not in fields_of(draft_for(plan, "mspdi"), "Brick")


def test_a_xer_has_one_root() -> None:
    rows = draft_for(house(), "xer").tasks
    assert [(row.level, row.fields["NAME"]) for row in rows[:3]] == [(1, "House"), (2, "Walls"), (3, "Brick")]
    assert (rows[0].fields["WBS"], rows[1].fields["WBS"]) == ("HOUSE", "HOUSE.1")


def test_in_p6_xml_the_project_is_the_root() -> None:
    assert draft_for(house(), "pmxml").tasks[0].fields["NAME"] == "Walls"
    assert [row.fields["NAME"] for row in draft_for(tower(), "pmxml").tasks] == ["Dig", "Start"]
    assert [row.fields["NAME"] for row in draft_for(tower(), "xer").tasks] == ["Tower", "Dig", "Start"]


def test_a_root_that_says_more_is_kept() -> None:
    plan = with_task(tower(), 1, notes="See the drawings")
    assert draft_for(plan, "pmxml").tasks[0].fields["NAME"] == "Tower"


def test_activities_get_ids() -> None:
    ids = [row.fields.get("ACTIVITY_ID") for row in draft_for(house(), "xer").tasks]
    assert ids == [None, None, "A1000", "A1010", "A1020", "A1030"]


def test_activity_ids_are_unique() -> None:
    twice = External(code="X" * 50)
    plan = with_task(with_task(house(), 2, external=twice), 3, external=twice)
    ids = [row.fields["ACTIVITY_ID"] for row in draft_for(plan, "xer").tasks if "ACTIVITY_ID" in row.fields]
    assert len(set(ids)) == 4
    assert max(map(len, ids)) == 40


def test_activity_ids_of_p6_become_a_text() -> None:
    draft = draft_for(tower(), "mspdi")
    assert fields_of(draft, "Dig")["TEXT1"] == "A100"
    assert [(each.field, each.name) for each in draft.names] == [("TEXT1", "Activity ID")]


def test_elements_of_a_work_breakdown_get_the_dates_of_what_is_below() -> None:
    fields = fields_of(draft_for(tower(), "mspdi"), "Tower")
    assert (fields["START"], fields["FINISH"], fields["DURATION"]) == (MONDAY, EVENING, (1.0, "DAYS"))


def test_an_element_with_nothing_below_starts_with_the_project() -> None:
    plan = tower()
    plan = msgspec.structs.replace(plan, tasks=plan.tasks | {9: Task(9, "Empty", kind=TaskKind.WBS, rank="z")})
    assert fields_of(draft_for(plan, "planner"), "Empty")["START"] == MONDAY


def test_kinds_of_activities() -> None:
    draft = draft_for(tower(), "xer")
    assert fields_of(draft, "Start")["ACTIVITY_TYPE"] == "START_MILESTONE"
    assert fields_of(draft_for(house(), "xer"), "Done")["ACTIVITY_TYPE"] == "FINISH_MILESTONE"
    plan = with_task(house(), 2, resource_dependent=True)
    assert fields_of(draft_for(plan, "xer"), "Brick")["ACTIVITY_TYPE"] == "RESOURCE_DEPENDENT"


def test_generic_resources_are_roles_in_p6() -> None:
    draft = draft_for(house(), "xer")
    assert draft.resources[1].fields["ROLE"] is True
    assert draft.assignments[1].fields["ROLE_UNIQUE_ID"] == 2
    assert "ROLE" not in draft_for(house(), "mspdi").resources[1].fields


def test_resources_of_p6_have_ids_rates_and_availability() -> None:
    mason, painter = draft_for(house(), "xer").resources
    assert (mason.fields["RESOURCE_ID"], painter.fields["RESOURCE_ID"]) == ("MASON", "PAINTER")
    assert [(rate.standard, rate.start) for rate in mason.rates] == [(50.0, None)]
    assert painter.availability == ((None, None, 200.0),)
    assert len(painter.rates) == 1


def test_nobodys_calendar_needs_a_resource_without_a_name() -> None:
    plan = house()
    plan = msgspec.structs.replace(plan, resources={})
    (nobody,) = draft_for(plan, "mspdi").resources
    assert nobody.fields == {"UNIQUE_ID": 0, "ID": 0, "CALENDAR_UNIQUE_ID": 2}
    assert draft_for(plan, "mpx").resources == ()


def test_costs_of_no_resource_become_expenses() -> None:
    rows = draft_for(begun(), "xer").tasks
    assert [(row.expense.name, row.expense.remaining) for row in rows if row.expense] == [("Fixed cost", 90.0)]
    assert not any(row.expense for row in draft_for(begun(), "mspdi").tasks)


def test_calendars_come_after_their_parents() -> None:
    plan = house()
    turned = dict(sorted(plan.calendars.items(), reverse=True))
    draft = draft_for(msgspec.structs.replace(plan, calendars=turned), "mspdi")
    assert [each.id for each in draft.calendars] == [3, 1, 2]
    assert next(each.parent for each in draft.calendars if each.id == 2) == 1


def test_a_circle_of_calendars_ends() -> None:
    circle = {1: Calendar(1, "A", parent=2), 2: Calendar(2, "B", parent=1)}
    assert len(draft_for(Plan(calendars=circle), "mspdi").calendars) == 3


def test_kinds_of_calendars_in_p6() -> None:
    kinds = {each.name: each.kind for each in draft_for(house(), "xer").calendars}
    assert kinds == {"Standard": "GLOBAL", "Mason": "RESOURCE", "Long days": "GLOBAL"}


@pytest.mark.parametrize("name", [*OTHERS, *P6])
def test_a_project_without_a_calendar_gets_the_standard_one(name: str) -> None:
    draft = draft_for(Plan(tasks={1: Task(1, "A")}), name)
    (calendar,) = draft.calendars
    assert (calendar.name, draft.settings["DEFAULT_CALENDAR_UNIQUE_ID"]) == ("Standard", calendar.id)
    assert calendar.days[0] == ((4_800, 7_200), (7_800, 10_200))
    assert calendar.days[5] == ()


def test_days_as_in_the_parent_of_a_calendar_without_one() -> None:
    draft = draft_for(Plan(calendars={1: Calendar(1, "Bare")}), "mspdi")
    assert draft.calendars[0].days == ((((4_800, 7_200), (7_800, 10_200)),) * 5) + ((), ())


def test_work_weeks_are_not_inherited_in_files() -> None:
    week = WorkWeek(20_700, 20_710, (None, (), None, None, None, None, None), "Short")
    base = Calendar(1, "Base", days=(OFFICE,) * 7, work_weeks=(week,))
    draft = draft_for(Plan(calendars={1: base, 2: Calendar(2, "Own", parent=1)}), "mspdi")
    own = next(each for each in draft.calendars if each.id == 2)
    assert own.parent is None
    assert [each.name for each in own.weeks] == ["Short"]
    assert own.days[6] == ((4_800, 7_200), (7_800, 10_200))


def test_night_shifts_end_on_the_next_day() -> None:
    night = Calendar(1, "Night", days=((Shift(13_200, 18_000),),) * 7)
    assert draft_for(Plan(calendars={1: night}), "mspdi").calendars[0].days[0] == ((13_200, 3_600),)


def test_recurring_tasks_keep_their_rule_where_it_fits() -> None:
    rule = Recurrence("weekly", 20_513, 20_600, weekdays=(0, 9))
    plan = with_task(house(), 2, recurring=True, recurrence=rule)
    found = next(row.rule for row in draft_for(plan, "mspdi").tasks if row.fields["NAME"] == "Brick")
    assert found is not None
    assert (found.kind, found.weekdays) == ("weekly", (0,))
    assert all(row.rule is None for row in draft_for(plan, "mpx").tasks)
    odd = with_task(house(), 2, recurrence=Recurrence("hourly", 1))
    assert all(row.rule is None for row in draft_for(odd, "mspdi").tasks)


def test_ids_beyond_the_format_are_replaced() -> None:
    plan = Plan(tasks={2**53: Task(2**53, "Big"), 7: Task(7, "Small", rank="z")})
    assert [row.fields["UNIQUE_ID"] for row in draft_for(plan, "mspdi").tasks] == [0, 8, 7]


def test_very_deep_outlines_have_no_codes() -> None:
    tasks = {number: Task(number, "A", parent=number - 1) for number in range(1, 300)}
    rows = draft_for(Plan(tasks=tasks), "mspdi").tasks
    assert rows[-1].level == 299
    assert "OUTLINE_NUMBER" not in rows[-1].fields


def test_what_is_no_guid_is_not_written() -> None:
    good = "0a1b2c3d-0000-1111-2222-333344445555"
    plan = with_task(with_task(house(), 2, external=External(guid="nonsense")), 3, external=External(guid=good))
    draft = draft_for(plan, "mspdi")
    assert "GUID" not in fields_of(draft, "Brick")
    assert fields_of(draft, "Plaster")["GUID"] == good


def test_split_work_is_divided() -> None:
    parts = (Part(MONDAY, EVENING), Part(MONDAY + 2 * DAY, EVENING + 2 * DAY))
    plan = with_task(house(), 2, parts=parts)
    moved = msgspec.structs.replace(plan.assignments[1], finish=EVENING + 2 * DAY)
    plan = msgspec.structs.replace(plan, assignments={1: moved})
    worked = draft_for(plan, "mspdi").assignments[0].worked
    assert [(each.start, each.finish, each.work) for each in worked] == [
        (MONDAY, EVENING, WORKDAY),
        (MONDAY + DAY, EVENING + DAY, 0),
        (MONDAY + 2 * DAY, EVENING + 2 * DAY, WORKDAY),
    ]
    assert draft_for(plan, "xer").assignments[0].worked == ()


def test_split_work_of_nobody_gets_a_stand_in() -> None:
    parts = (Part(MONDAY, EVENING), Part(MONDAY + 2 * DAY, EVENING + 2 * DAY))
    plan = msgspec.structs.replace(with_task(house(), 2, parts=parts), assignments={})
    (stand_in,) = draft_for(plan, "mspdi").assignments
    assert stand_in.resource is None
    assert len(stand_in.worked) == 3
