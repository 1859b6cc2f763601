"""The changes in words, by group: each kind is seen, and none is invented."""

from __future__ import annotations

import msgspec
import pytest

from headway.core.diff import Group, PlanDiff
from headway.core.plan.entities import (
    Agile,
    Amounts,
    Baseline,
    Calendar,
    CalendarException,
    Rate,
    Resource,
    Shift,
    Sprint,
    Task,
)
from headway.core.plan.plan import Plan, Rules
from tests.drawn.words import instant
from tests.unit.core.diff.pairs import compared, diff_of, drawn, group, groups, text

G = Group
BASE = "A 3d\nB 2d after A"
PEOPLE = "resource Ann: units 100%\nresource Bob: units 100%\n"


@pytest.mark.parametrize(
    ("old", "new", "which", "expected"),
    [
        (BASE, BASE + "\nC 4d", G.ADDED, ["'C' was added"]),
        (BASE, "A 3d\nB 2d after A\nP\n  C 4d", G.ADDED, ["'C' was added under 'P'", "'P' was added"]),
        (BASE + "\nC 4d", BASE, G.REMOVED, ["'C' was removed"]),
        ("P\n  A 3d\n  C 4d", "P\n  A 3d", G.REMOVED, ["'C' was removed from 'P'"]),
        (BASE, "A 3d\nB 2d after A; inactive", G.REMOVED, ["'B' was made inactive"]),
        ("A 3d\nB 2d after A; inactive", BASE, G.ADDED, ["'B' is active again"]),
        ("A 3d\nB 2d called Paint walls", "A 3d\nB 2d called Paint the walls", G.RENAMED,
         ["'Paint walls' is called 'Paint the walls' now"]),
        ("P\n  A 3d\n  B 1d\nQ\n  C 1d", "P\n  A 3d\nQ\n  C 1d\n  B 1d", G.MOVED, ["'B' was moved from 'P' to 'Q'"]),
        ("P\n  A 3d\n  B 1d", "P\n  A 3d\nB 1d", G.MOVED, ["'B' was moved from 'P' to the top"]),
        ("A 1d\nB 1d\nC 1d", "C 1d\nA 1d\nB 1d", G.MOVED, ["'C' has another place among its neighbours"]),
        (BASE, "A 3d\nB 2d", G.LOGIC, ["'B' no longer waits for 'A' (FS)"]),
        ("A 3d\nB 2d", "A 3d\nB 2d after A SS+1d", G.LOGIC, ["'B' now waits for 'A' (SS + 1 working day)"]),
        (BASE, "A 3d\nB 2d after A-1d", G.LOGIC, ["the link from 'A' to 'B' is now FS − 1 working day (it was FS)"]),
        (BASE, "A 3d\nB 2d after A+50%", G.LOGIC, ["the link from 'A' to 'B' is now FS + 50 % (it was FS)"]),
        (BASE, "A 3d\nB 2d after A+2ed", G.LOGIC,
         ["the link from 'A' to 'B' is now FS + 2 calendar days (it was FS)"]),
        (BASE, "A 5d\nB 1d after A", G.DURATIONS,
         ["'A' takes 2 working days longer (3 working days → 5 working days)",
          "'B' takes 1 working day less (2 working days → 1 working day)"]),
        (BASE, "A 3d; estimate 1d 2d 5d\nB 2d after A", G.DURATIONS, ["the estimate of 'A' changed"]),
        ("A 4d", "A 4d; parts 2027-03-01..2027-03-02, 2027-03-04..2027-03-05", G.DURATIONS,
         ["'A' is worked in another way"]),
        (BASE, "A 3d; type fixed_work\nB 2d after A", G.OTHER, ["the task type of 'A' changed"]),
        (BASE, "A 3d; priority 700\nB 2d after A", G.OTHER, ["the priority of 'A' changed"]),
        (BASE, "A 3d; wbs X.1\nB 2d after A", G.OTHER, ["the WBS code of 'A' changed"]),
        (BASE, "A 3d; actual start=2027-03-01 finish=2027-03-03\nB 2d after A", G.PROGRESS,
         ["'A' was finished Wed 3 Mar 2027"]),
        ("A 3d; actual start=2027-03-01 finish=2027-03-03", "A 3d", G.PROGRESS,
         ["'A' is not finished any more; 0 % complete (it was 100 %)"]),
        ("A 4d", "A 4d; actual start=2027-03-02; percent 25", G.PROGRESS,
         ["'A' was started Tue 2 Mar 2027; 25 % complete (it was 0 %)"]),
        ("A 4d; actual start=2027-03-01; percent 25", "A 4d; actual start=2027-03-01; percent 75", G.PROGRESS,
         ["'A' has 2 working days less left to do; 75 % complete (it was 25 %)"]),
        ("A 4d; actual start=2027-03-01; percent 25", "A 4d", G.PROGRESS,
         ["'A' is not started any more; 0 % complete (it was 25 %)"]),
        (BASE, "A 3d; SNET 2027-03-02\nB 2d after A", G.CONSTRAINTS,
         ["'A' has a new constraint: it must not start before Tue 2 Mar 2027"]),
        ("A 3d; SNET 2027-03-02", "A 3d; FNLT 2027-03-09", G.CONSTRAINTS,
         ["'A' has another constraint: it must finish by Tue 9 Mar 2027"]),
        ("A 3d; ALAP", "A 3d", G.CONSTRAINTS, ["'A' has lost its constraint (it is to be as late as possible)"]),
        ("A 3d", "A 3d; expected finish 2027-03-09", G.CONSTRAINTS, ["'A' has another expected finish"]),
        ("A 3d", "A 3d; deadline 2027-03-09", G.CONSTRAINTS, ["'A' has a deadline now, Tue 9 Mar 2027"]),
        ("A 3d; deadline 2027-03-09", "A 3d", G.CONSTRAINTS, ["'A' has no deadline any more"]),
        ("A 3d; deadline 2027-03-09", "A 3d; deadline 2027-03-12", G.CONSTRAINTS,
         ["the deadline of 'A' moved (Tue 9 Mar 2027 → Fri 12 Mar)"]),
        ("A 3d", "A 3d; manual start=2027-03-02 finish=2027-03-04", G.CONSTRAINTS, ["'A' has dates typed by hand now"]),
        ("A 3d; manual start=2027-03-02 finish=2027-03-04", "A 3d", G.CONSTRAINTS, ["'A' follows its links again"]),
        ("A 3d", "project: start 2027-03-01; must finish by 2027-03-12\nA 3d", G.CONSTRAINTS,
         ["the project must finish by Fri 12 Mar 2027 now"]),
        ("A 3d", "calendar Night: Mon-Fri 22:00-30:00\nA 3d; calendar Night", G.CALENDARS,
         ["the calendar Night was added", "'A' follows the calendar Night now"]),
        ("calendar Night: Mon-Fri 22:00-30:00\nA 3d; calendar Night", "A 3d", G.CALENDARS,
         ["the calendar Night was removed", "'A' follows another calendar"]),
        ("calendar Night: Mon-Fri 22:00-30:00\nA 3d", "calendar Night: Mon-Thu 22:00-30:00; Fri off\nA 3d", G.CALENDARS,
         ["the calendar Night has other working time"]),
        ("A 3d", "A 3d; delay 2d", G.RESOURCES, ["'A' is delayed by 2 working days to level the work load"]),
        ("A 3d; delay 2ed", "A 3d", G.RESOURCES, ["'A' is no longer delayed to level the work load"]),
        (PEOPLE + "A 3d", PEOPLE + "A 3d; resource Ann", G.ASSIGNMENTS, ["Ann now works on 'A'"]),
        (PEOPLE + "A 3d; resource Ann", PEOPLE + "A 3d; resource Bob", G.ASSIGNMENTS,
         ["Bob now works on 'A'", "Ann no longer works on 'A'"]),
        (PEOPLE + "A 3d; resource Ann", PEOPLE + "A 3d; resource Ann 50%", G.ASSIGNMENTS,
         ["Ann works 50 % of the time on 'A' (it was 100 %)"]),
        ("A 3d", "A 3d; owner Ann", G.ASSIGNMENTS, ["'A' is now owned by Ann"]),
        ("A 3d; owner Ann", "A 3d; owner Bob", G.ASSIGNMENTS, ["'A' is now owned by Bob (before: Ann)"]),
        ("A 3d; owner Ann", "A 3d", G.ASSIGNMENTS, ["'A' has no owner any more (before: Ann)"]),
        ("A 3d", "resource Ann: units 100%\nA 3d", G.RESOURCES, ["Ann was added"]),
        ("resource Ann: units 100%\nA 3d", "A 3d", G.RESOURCES, ["Ann was removed"]),
        ("resource Ann: units 100%\nA 3d", "resource Ann: units 50%\nA 3d", G.RESOURCES,
         ["Ann is there 50 % of the time (it was 100 %)"]),
        ("A 3d", "project: start 2027-03-02\nA 3d", G.SETTINGS,
         ["the start of the project moved (Mon 1 Mar 2027 → Tue 2 Mar)"]),
        ("A 3d", "project: start 2027-03-01; data date 2027-03-02\nA 3d", G.SETTINGS,
         ["the data date is Tue 2 Mar 2027"]),
        ("A 3d", "project: start 2027-03-01; no split\nA 3d", G.SETTINGS, ["the settings of the project changed"]),
    ],
)  # fmt: skip
def test_each_kind_of_change_has_its_sentence(old: str, new: str, which: Group, expected: list[str]) -> None:
    assert sorted(group(compared(old, new), which)) == sorted(expected)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (BASE, BASE + "\nC 4d after B", {"added"}),
        (BASE + "\nC 4d after B", BASE, {"removed"}),
        (BASE, "A 4d\nB 2d after A", {"durations"}),
        (BASE, "A 3d\nB 2d after A+1d", {"logic"}),
        (BASE, "A 3d; SNET 2027-03-02\nB 2d after A", {"constraints"}),
        (BASE, "A 3d; owner Ann\nB 2d after A", {"assignments"}),
        (BASE, "A 3d; actual start=2027-03-01; percent 50\nB 2d after A", {"progress"}),
        (BASE, "project: start 2027-03-02\n" + BASE, {"settings"}),
        (BASE, BASE, set()),
        ("A 3d\nB 3d\nC 3d", "A 3d\nX 1d\nB 3d\nC 3d", {"added"}),
        ("P\n  A 3d\n  B 3d", "P\n  A 5d\n  B 3d", {"durations"}),
    ],
)
def test_no_other_group_is_there(old: str, new: str, expected: set[str]) -> None:
    assert set(groups(compared(old, new))) == expected


def changed(fields: dict[str, object]) -> PlanDiff:
    """A drawn plan compared with itself after fields of its first task were replaced."""
    plan = drawn(BASE)
    value = msgspec.structs.replace(plan.tasks[1], **fields)
    return diff_of(plan, msgspec.structs.replace(plan, tasks={**plan.tasks, 1: value}))


@pytest.mark.parametrize(
    ("fields", "which", "expected"),
    [
        ({"notes": "Mind the cables"}, G.OTHER, "the notes of 'A' changed"),
        ({"custom": {"Zone": "1"}}, G.OTHER, "the custom fields of 'A' changed"),
        ({"agile": Agile(points=3)}, G.OTHER, "the points, state or sprint of 'A' changed"),
        ({"team": "Roof"}, G.ASSIGNMENTS, "'A' is now with the team Roof"),
        ({"recurring": True}, G.OTHER, "the recurrence of 'A' changed"),
        ({"amounts": Amounts(work=9_600)}, G.COSTS, "the work of 'A' changed (no time → 2 working days)"),
        ({"amounts": Amounts(actual_work=4_800)}, G.COSTS, "the work done on 'A' changed (no time → 1 working day)"),
        ({"amounts": Amounts(cost=12_345_600)}, G.COSTS, "the cost of 'A' changed (0.00 → 1,234.56)"),
        ({"amounts": Amounts(actual_cost=10_000)}, G.COSTS, "the cost so far of 'A' changed (0.00 → 1.00)"),
    ],
)
def test_fields_that_a_drawing_has_no_words_for(fields: dict[str, object], which: Group, expected: str) -> None:
    assert groups(changed(fields)) == {which.value: [expected]}


def test_totals_add_up_all_that_is_no_summary() -> None:
    plan = drawn("P\n  A 3d\n  B 2d")
    amounts = {1: Amounts(work=99, cost=99), 2: Amounts(work=10, cost=7), 3: Amounts(work=5, cost=1)}
    tasks = {i: msgspec.structs.replace(task, amounts=amounts[i]) for i, task in plan.tasks.items()}
    totals = diff_of(plan, msgspec.structs.replace(plan, tasks=tasks)).summary.totals
    assert (totals.work_before, totals.work_after, totals.cost_before, totals.cost_after) == (0, 15, 0, 8)


def test_what_a_file_rolls_up_into_a_summary_is_no_change() -> None:
    plan = drawn("P\n  A 3d\n  B 2d")
    rolled = msgspec.structs.replace(plan.tasks[1], duration=99, amounts=Amounts(work=9), estimated=True)
    found = diff_of(plan, msgspec.structs.replace(plan, tasks={**plan.tasks, 1: rolled}))
    assert groups(found) == {}
    assert len(found.changes) == 3
    assert not found.same


def with_calendar(exceptions: tuple[CalendarException, ...] = (), name: str = "Office", **fields: object) -> Plan:
    office = (Shift(4_800, 7_200), Shift(7_800, 10_200))
    calendar = Calendar(id=5, name=name, days=(office,) * 5 + ((), ()), exceptions=exceptions)
    plan = drawn(BASE)
    return msgspec.structs.replace(plan, calendars={**plan.calendars, 5: msgspec.structs.replace(calendar, **fields)})


def test_days_off_that_come_and_go_are_told_by_name() -> None:
    day = instant("2027-03-05", 0) // 14_400
    off, strike = CalendarException(day, day, (), "Spring holiday"), CalendarException(day + 3, day + 4)
    there = group(diff_of(with_calendar(), with_calendar((off, strike))), G.CALENDARS)
    assert sorted(there) == [
        "the calendar Office treats Fri 5 Mar 2027 differently now: Spring holiday",
        "the calendar Office treats Mon 8 Mar 2027 – Tue 9 Mar differently now",
    ]
    back = group(diff_of(with_calendar((off, strike)), with_calendar()), G.CALENDARS)
    assert sorted(back) == [
        "the calendar Office no longer treats Fri 5 Mar 2027 differently: Spring holiday",
        "the calendar Office no longer treats Mon 8 Mar 2027 – Tue 9 Mar differently",
    ]


def test_a_calendar_that_is_called_otherwise() -> None:
    assert group(diff_of(with_calendar(), with_calendar(name="Bureau")), G.CALENDARS) == [
        "the calendar Office is called Bureau now"
    ]


def test_personal_calendars_come_and_go_with_their_people() -> None:
    plan = drawn(BASE)
    own = Calendar(id=9, name="Ann", personal=True)
    found = diff_of(plan, msgspec.structs.replace(plan, calendars={**plan.calendars, 9: own}))
    assert group(found, G.CALENDARS) == []


def with_resource(**fields: object) -> Plan:
    return msgspec.structs.replace(
        drawn(BASE), resources={1: msgspec.structs.replace(Resource(id=1, name="Ann"), **fields)}
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"name": "Anna"}, "Ann is called Anna now"),
        ({"rates": (Rate(standard=10_000),)}, "the rates of Ann changed"),
        ({"notes": "on leave"}, "the notes of Ann changed"),
        ({"group": "Roof"}, "the settings of Ann changed"),
        ({"max_units": 5_000}, "Ann is there 50 % of the time (it was 100 %)"),
    ],
)
def test_resources_that_are_not_what_they_were(fields: dict[str, object], expected: str) -> None:
    assert group(diff_of(with_resource(), with_resource(**fields)), G.RESOURCES) == [expected]


def with_project(**fields: object) -> Plan:
    plan = drawn(BASE)
    return msgspec.structs.replace(plan, project=msgspec.structs.replace(plan.project, **fields))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({}, {"name": "Hall"}, {"renamed": ["the project  is called Hall now"]}),
        ({}, {"rules": Rules.P6}, {"settings": ["the dates follow the rules of P6 now"]}),
        ({}, {"manager": "Ann"}, {"settings": ["the manager of the project changed"]}),
        ({}, {"calendar": None}, {"settings": ["the calendar of the project changed"]}),
        ({}, {"finish": 300_000_000}, {}),
        ({"data_date": instant("2027-03-02", 4_800)}, {"data_date": instant("2027-03-05", 4_800)},
         {"settings": ["the data date moved (Tue 2 Mar 2027 → Fri 5 Mar)"]}),
        ({"data_date": instant("2027-03-02", 4_800)}, {}, {"settings": ["the data date of the project changed"]}),
        ({"must_finish_by": instant("2027-03-02", 0)}, {}, {"settings": ["the settings of the project changed"]}),
    ],
)  # fmt: skip
def test_settings_of_the_project(
    old: dict[str, object], new: dict[str, object], expected: dict[str, list[str]]
) -> None:
    assert groups(diff_of(with_project(**old), with_project(**new))) == expected


def test_baselines_and_sprints() -> None:
    plan = drawn(BASE)

    def with_both(taken: int | None, goal: str | None) -> Plan:
        baselines = {} if taken is None else {1: Baseline(id=1, name="First", taken=taken)}
        sprints = {} if goal is None else {1: Sprint(id=1, name="Spring", goal=goal)}
        return msgspec.structs.replace(plan, baselines=baselines, sprints=sprints)

    assert groups(diff_of(with_both(None, None), with_both(1, "x"))) == {
        "baselines": ["the baseline First was taken"],
        "other": ["the sprint Spring was added"],
    }
    assert groups(diff_of(with_both(1, "x"), with_both(2, "y"))) == {
        "baselines": ["the baseline First was taken anew"],
        "other": ["the sprint Spring changed"],
    }
    assert groups(diff_of(with_both(1, "x"), with_both(None, None))) == {
        "baselines": ["the baseline First was cleared"],
        "other": ["the sprint Spring was removed"],
    }


def test_the_greatest_comes_first_then_the_order_of_the_rows() -> None:
    found = compared("A 1d\nB 1d\nC 1d\nD 1d", "A 2d\nB 5d\nC 2d\nD 3d")
    assert [line.split("'")[1] for line in group(found, G.DURATIONS)] == ["B", "D", "A", "C"]


def test_groups_stand_in_their_order_with_a_heading() -> None:
    found = compared("A 1d\nB 2d after A\nC 1d", "A 2d\nB 2d\nP\n  D 4d")
    assert [each.group for each in found.summary.groups] == [G.ADDED, G.REMOVED, G.LOGIC, G.DURATIONS]
    assert [text(each.message) for each in found.summary.groups] == [
        "2 tasks added",
        "1 task removed",
        "1 link added, removed or changed",
        "1 duration or estimate changed",
    ]


def test_items_say_what_they_are_about() -> None:
    found = compared(BASE, "A 4d\nB 2d after A+1d")
    about = {
        (item.entity, item.id, item.task.name if item.task else "") for g in found.summary.groups for item in g.items
    }
    assert about == {("task", 1, "A"), ("link", 1, "B")}


def test_a_task_without_a_name_goes_by_its_number() -> None:
    old = Plan(tasks={4: Task(id=4, duration=4_800)})
    new = Plan(tasks={4: Task(id=4, duration=9_600)})
    assert group(diff_of(old, new), G.DURATIONS) == [
        "task 4 takes 1 working day longer (1 working day → 2 working days)"
    ]
