"""What is wrong or doubtful in a plan."""

from __future__ import annotations

import msgspec
import pytest

from headway.core.plan.entities import Link
from headway.core.schedule.findings import Severity
from headway.messages import render
from tests.drawn import build
from tests.unit.core.schedule.spoken import of_plan, spoken

MS = "project: start 2027-03-01\n"
P6 = "project: start 2027-03-01; data date 2027-03-01; rules p6\n"
BOTH = pytest.mark.parametrize("opening", [MS, P6])


@BOTH
def test_a_sound_plan_has_no_findings(opening: str) -> None:
    assert spoken(opening + "A 1d\nB 2d; after A\nC 1d; after B").findings == ()


@BOTH
def test_an_empty_plan_has_no_findings(opening: str) -> None:
    assert spoken(opening).findings == ()


@BOTH
def test_a_loop_names_all_its_tasks_in_order(opening: str) -> None:
    said = spoken(opening + "A 1d; after C\nB 1d; after A\nC 1d; after B\nD 1d; after C")
    loop = next(each for each in said.findings if each.code == "loop")
    assert loop.severity is Severity.ERROR
    names = said.names(loop.tasks)
    turn = names.index("A")
    assert names[turn:] + names[:turn] == ["A", "B", "C"]
    assert render(loop.message).startswith("These tasks wait for each other in a circle: ")


def test_two_loops_are_two_findings() -> None:
    said = spoken(MS + "A 1d; after B\nB 1d; after A\nC 1d; after D\nD 1d; after C")
    assert len(said.found("loop")) == 2


@BOTH
def test_the_rest_is_scheduled_in_spite_of_a_loop(opening: str) -> None:
    said = spoken(opening + "A 1d; after B\nB 1d; after A\nC 1d; after B")
    assert all(said.schedule.dates(task).start is not None for task in said.plan.tasks)


def test_a_link_from_a_summary_to_its_child() -> None:
    said = spoken(MS + "Phase\n  A 1d; after Phase\n  B 1d; after A")
    assert said.found("link_inside_summary") == ["'A' is linked with its own summary 'Phase'. The link was left out."]


def test_a_link_from_a_child_to_its_summary() -> None:
    said = spoken(MS + "Phase; after A\n  A 1d\n  B 1d; after A")
    assert said.found("link_inside_summary") == ["'A' is linked with its own summary 'Phase'. The link was left out."]


def test_a_task_linked_with_itself() -> None:
    said = spoken(MS + "A 1d; after A")
    assert said.found("link_inside_summary") == ["'A' is linked with itself. The link was left out."]


def test_a_link_without_an_end() -> None:
    plan = build(MS + "A 1d\nB 1d; after A")
    said = of_plan(msgspec.structs.replace(plan, links={**plan.links, 9: Link(9, 1, 77)}))
    assert said.found("link_without_end") == [
        "Link 9 leads from or to a task that is not in the plan. It was left out."
    ]


def test_calendars_without_work() -> None:
    said = spoken(MS + "calendar Never: Mon-Sun off\nA 1d; calendar Never")
    found = next(each for each in said.findings if each.code == "calendar_without_work")
    assert found.severity is Severity.ERROR
    assert render(found.message) == "Calendar Never has no working time at all; it counts as round the clock."


def test_a_missing_calendar() -> None:
    plan = build(MS + "A 1d")
    task = msgspec.structs.replace(plan.tasks[1], calendar=77)
    said = of_plan(msgspec.structs.replace(plan, tasks={1: task}))
    assert all(each.code == "calendar_missing" for each in said.findings)


@BOTH
def test_negative_float_is_said_where_it_comes_from(opening: str) -> None:
    said = spoken(opening + "A 5d\nB 2d; after A; FNLT 2027-03-08\nC 1d; after B")
    assert said.found("negative_float") == ["'B' is 1 working day too late: it must finish by Mon 8 Mar 2027."]


def test_negative_float_by_a_deadline() -> None:
    said = spoken(MS + "A 5d\nB 2d; after A; deadline 2027-03-08\nC 1d; after B")
    assert said.found("negative_float") == ["'B' is 1 working day too late: its deadline is Mon 8 Mar 2027."]
    assert said.found("deadline_missed") == ["'B' finishes Tue 9 Mar 2027, after its deadline, Mon 8 Mar."]


def test_negative_float_by_a_date_on_a_summary() -> None:
    said = spoken(MS + "Phase; deadline 2027-03-03\n  A 5d")
    assert said.found("negative_float") == [
        "'A' is 2 working days too late: its summary must be done by Wed 3 Mar 2027."
    ]
    assert said.found("deadline_missed") == ["'Phase' finishes Fri 5 Mar 2027, after its deadline, Wed 3 Mar."]


def test_what_waits_for_a_summary_is_not_blamed_on_it() -> None:
    said = spoken(MS + "Phase\n  A 5d\nB 1d; after Phase; deadline 2027-03-05")
    assert [said.names(each.tasks) for each in said.findings if each.code == "negative_float"] == [["B"]]


@pytest.mark.parametrize(
    "waits", ["Z 2d\nA 5d; after Z\nPhase; after A", "Big\n  Z 2d\n  A 5d; after Z\nPhase; after Big"]
)
def test_what_a_summary_that_has_begun_waits_for_is_too_late(waits: str) -> None:
    said = spoken(MS + waits + "\n  B 3d; actual start=2027-03-01; remaining 1d; resume 2027-03-04\n  C 2d; after B")
    assert said.found("negative_float") == [
        "'A' is 4 working days too late: 'Phase' has begun and goes on Thu 4 Mar 2027."
    ]


def test_what_is_too_late_below_a_summary_is_said_there() -> None:
    said = spoken(MS + "A 5d\nPhase; after A\n  Inner; deadline 2027-03-09\n    B 3d\nC 1d; after Phase")
    assert [said.names(each.tasks) for each in said.findings if each.code == "negative_float"] == [["B"]]


def test_a_project_that_must_finish_earlier() -> None:
    said = spoken("project: start 2027-03-01; data date 2027-03-01; rules p6; must finish by 2027-03-03\nA 5d")
    assert said.found("must_finish_by_missed") == ["The project must finish by Wed 3 Mar 2027, but finishes Fri 5 Mar."]


def test_a_deadline_that_is_kept_is_no_finding() -> None:
    assert spoken(MS + "A 5d; deadline 2027-03-05").findings == ()


@BOTH
def test_a_constraint_that_overrides_its_links(opening: str) -> None:
    said = spoken(opening + "A 5d\nB 2d; after A; MSO 2027-03-03")
    assert said.found("constraint_overridden") == [
        "'B' starts Wed 3 Mar 2027 although 'A' finishes Fri 5 Mar: it must start on Wed 3 Mar."
    ]


@BOTH
def test_open_ends_beyond_the_first(opening: str) -> None:
    said = spoken(opening + "A 1d\nB 2d; after A\nC 1d\nD 1d; after B")
    assert said.found("open_starts") == ["2 tasks wait for nothing: 'A', 'C'."]
    assert said.found("open_ends") == ["Nothing waits for 2 tasks: 'C', 'D'."]


def test_of_many_open_ends_the_first_are_named() -> None:
    said = spoken(MS + "".join(f"T{i} 1d\n" for i in range(9)))
    assert said.found("open_starts") == ["9 tasks wait for nothing: 'T0', 'T1', 'T2', 'T3', 'T4', 4 more."]


def test_links_of_a_summary_close_the_ends_below() -> None:
    said = spoken(MS + "A 1d\nPhase; after A\n  B 1d\n  C 1d\nD 1d; after Phase")
    assert said.found("open_starts") == []
    assert said.found("open_ends") == []


def test_links_of_an_outer_summary_close_the_ends_below() -> None:
    said = spoken(MS + "A 1d\nOuter; after A\n  Inner; SNET 2027-03-04\n    B 1d\n    C 1d\nD 1d; after Outer")
    assert said.found("open_starts") == []
    assert said.found("open_ends") == []


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        ("A 5d; actual start=2027-03-01\nB 2d; after A; actual start=2027-03-02", True),
        ("A 5d\nB 2d; after A; actual start=2027-03-02", True),
        ("A 2d; actual start=2027-03-01 finish=2027-03-02\nB 2d; after A; actual start=2027-03-03", False),
        ("A 2d; actual start=2027-03-01 finish=2027-03-02\nB 2d; after A +1d; actual start=2027-03-03", True),
        ("A 2d; actual start=2027-03-01 finish=2027-03-03\nB 2d; after A; actual start=2027-03-03", True),
        ("A 2d; actual start=2027-03-01 finish=2027-03-03\nB 2d; after A -1d; actual start=2027-03-03", False),
        ("A 5d; actual start=2027-03-01\nB 2d; after A SS; actual start=2027-03-02", False),
        ("A 5d; actual start=2027-03-01\nB 2d; after A SS+2d; actual start=2027-03-02", True),
        ("A 5d\nB 2d; after A SS; actual start=2027-03-02", True),
        ("A 5d; actual start=2027-03-01\nB 2d; after A FF; actual start=2027-03-02", False),
        ("A 5d; actual start=2027-03-01\nB 1d; after A FF; actual start=2027-03-02 finish=2027-03-02", True),
    ],
)
@BOTH
def test_work_out_of_sequence(opening: str, lines: str, wrong: bool) -> None:
    said = spoken(opening.replace("data date 2027-03-01", "data date 2027-03-04") + lines)
    assert bool(said.found("out_of_sequence")) is wrong


def test_out_of_sequence_says_what_it_should_have_waited_for() -> None:
    said = spoken(MS + "A 5d\nB 2d; after A; actual start=2027-03-02")
    assert said.found("out_of_sequence") == ["'B' went ahead without what it waits for: 'A' finishes Fri 5 Mar 2027."]


@BOTH
def test_actual_dates_after_the_data_date(opening: str) -> None:
    dated = (
        "project: start 2027-03-01; data date 2027-03-03\n"
        if opening == MS
        else P6.replace("date 2027-03-01;", "date 2027-03-03;")
    )
    said = spoken(dated + "A 2d; actual start=2027-03-08\nB 1d; after A")
    assert said.found("actual_after_data_date") == ["'A' has actual dates after the data date, Wed 3 Mar 2027."]


def test_work_left_behind_the_data_date() -> None:
    said = spoken("project: start 2027-03-01; data date 2027-03-10\nA 2d\nB 1d; after A")
    assert said.found("behind_data_date") == [
        "2 tasks were to begin before the data date, Wed 10 Mar 2027, but have not: 'A', 'B'."
    ]


def test_worst_first() -> None:
    said = spoken(
        "project: start 2027-03-01; data date 2027-03-10\nA 9d; deadline 2027-03-02\nB 1d; after C\nC 1d; after B"
    )
    severities = [each.severity for each in said.findings]
    assert severities == sorted(severities, key=list(Severity).index)
    assert severities[0] is Severity.ERROR
    assert severities[-1] is Severity.NOTE
