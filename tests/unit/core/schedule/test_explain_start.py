"""Why tasks start where they do."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from headway.core.message import Days
from headway.core.plan.entities import External
from headway.core.time import to_day
from tests.drawn import build
from tests.unit.core.schedule.spoken import of_plan, spoken

UK = "calendar UK: off 2027-03-09\n"
MS = "project: start 2027-03-01\n"
P6 = "project: start 2027-03-01; data date 2027-03-01; rules p6\n"


@pytest.mark.parametrize("opening", [MS, P6])
def test_with_the_project(opening: str) -> None:
    said = spoken(opening + "A 1d")
    assert said.of("A").start.cause == "project_start"
    assert said.start("A") == "Starts Mon 1 Mar 2027, with the project: nothing holds it back."


def test_a_project_that_starts_on_a_free_day() -> None:
    said = spoken("project: start 2027-02-27\nA 1d")
    assert said.start("A") == (
        "Starts Mon 1 Mar 2027 because the project starts Sat 27 Feb and nothing else holds it "
        "(Sat 27 Feb – Sun 28 Feb is a weekend)."
    )


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("A", "Starts Wed 3 Mar 2027 because 'A' finishes Tue 2 Mar."),
        ("A +1d", "Starts Thu 4 Mar 2027 because 'A' finishes Tue 2 Mar + 1 working day."),
        ("A -1d", "Starts Tue 2 Mar 2027 because 'A' finishes Tue 2 Mar − 1 working day."),
        ("A SS+1d", "Starts Tue 2 Mar 2027 because 'A' starts Mon 1 Mar + 1 working day."),
        ("A +4h", "Starts Wed 3 Mar 2027 13:00 because 'A' finishes Tue 2 Mar + 4 hours."),
        ("A +1ed", "Starts Thu 4 Mar 2027 because 'A' finishes Tue 2 Mar + 1 calendar day."),
        (
            "A FF+2d",
            "Starts Thu 4 Mar 2027 because 'A' finishes Tue 2 Mar + 2 working days (it may not finish before that).",
        ),
    ],
)
@pytest.mark.parametrize("opening", [MS, P6])
def test_links_of_every_kind(opening: str, link: str, reason: str) -> None:
    said = spoken(opening + f"A 2d\nB 1d; after {link}")
    assert said.of("B").start.cause == "link"
    assert said.start("B") == reason


def test_start_to_finish() -> None:
    said = spoken(MS + "A 2d; SNET 2027-03-04\nB 1d; after A SF")
    assert "'A' starts Thu 4 Mar (it may not finish before that)" in said.start("B")


def test_several_drivers_are_all_named() -> None:
    said = spoken(MS + "A 2d\nB 2d\nC 2d\nD 1d; after A, B, C")
    assert said.start("D") == (
        "Starts Wed 3 Mar 2027 because 'A' finishes Tue 2 Mar, 'B' finishes Tue 2 Mar and 'C' finishes Tue 2 Mar."
    )
    assert [link.predecessor.name for link in said.of("D").start.links] == ["A", "B", "C"]


def test_of_many_drivers_the_first_five_are_named() -> None:
    tasks = "".join(f"T{i} 2d\n" for i in range(8))
    said = spoken(MS + tasks + "Z 1d; after " + ", ".join(f"T{i}" for i in range(8)))
    assert said.start("Z").endswith("'T4' finishes Tue 2 Mar and 3 more links.")
    assert len(said.of("Z").start.links) == 8


def test_the_holiday_in_the_lag_is_named() -> None:
    plan = build(MS + UK + "A 6d\nB 1d; after A +2d; calendar UK")
    calendar = plan.calendars[2]
    named = tuple(msgspec.structs.replace(x, name="Spring bank holiday") for x in calendar.exceptions)
    calendars = {**plan.calendars, 2: msgspec.structs.replace(calendar, exceptions=named)}
    said = of_plan(msgspec.structs.replace(plan, calendars=calendars))
    assert said.start("B") == (
        "Starts Fri 12 Mar 2027 because 'A' finishes Mon 8 Mar + 2 working days "
        "(calendar UK; Tue 9 Mar is a holiday: Spring bank holiday)."
    )
    assert [(gap.kind, gap.name) for gap in said.of("B").start.gaps] == [("holiday", "Spring bank holiday")]


def test_a_day_off_without_a_name() -> None:
    said = spoken(MS + UK + "A 6d\nB 1d; after A; calendar UK")
    assert said.start("B") == (
        "Starts Wed 10 Mar 2027 because 'A' finishes Mon 8 Mar (calendar UK; Tue 9 Mar is not a working day)."
    )


def test_a_weekend_before_the_start_is_named() -> None:
    said = spoken(MS + "A 5d\nB 1d; after A")
    reason = said.of("B").start
    assert said.start("B") == (
        "Starts Mon 8 Mar 2027 because 'A' finishes Fri 5 Mar (Sat 6 Mar – Sun 7 Mar is a weekend)."
    )
    assert [(gap.kind, gap.days) for gap in reason.gaps] == [("weekend", Days(to_day_of(6), to_day_of(7)))]


def to_day_of(day: int) -> int:
    return to_day(date(2027, 3, day))


def test_nights_go_without_saying() -> None:
    assert spoken(MS + "A 1d\nB 1d; after A").of("B").start.gaps == ()


def test_a_finished_predecessor_finished() -> None:
    said = spoken(MS + "A 2d; actual start=2027-03-01 finish=2027-03-02\nB 1d; after A")
    assert said.start("B") == "Starts Wed 3 Mar 2027 because 'A' finished Tue 2 Mar."


def test_a_started_predecessor_started() -> None:
    said = spoken(MS + "A 5d; actual start=2027-03-02\nB 1d; after A SS+1d")
    assert said.start("B") == "Starts Wed 3 Mar 2027 because 'A' started Tue 2 Mar + 1 working day."


@pytest.mark.parametrize(
    ("constraint", "reason"),
    [
        ("SNET 2027-03-04", "Starts Thu 4 Mar 2027 because it must not start before Thu 4 Mar."),
        ("FNET 2027-03-04", "Starts Wed 3 Mar 2027 because it must not finish before Thu 4 Mar."),
        ("MSO 2027-03-04", "Starts Thu 4 Mar 2027 because it must start on Thu 4 Mar."),
        ("MFO 2027-03-04", "Starts Wed 3 Mar 2027 because it must finish on Thu 4 Mar."),
    ],
)
@pytest.mark.parametrize("opening", [MS, P6])
def test_constraints(opening: str, constraint: str, reason: str) -> None:
    said = spoken(opening + f"A 1d\nB 2d; after A; {constraint}")
    assert said.of("B").start.cause == "constraint"
    assert said.start("B") == reason


def test_a_constraint_that_pulls_ahead_of_the_links() -> None:
    said = spoken(MS + "A 5d\nB 2d; after A; SNLT 2027-03-03")
    assert said.start("B") == "Starts Wed 3 Mar 2027 because it must start by Wed 3 Mar."


def test_a_constraint_on_a_free_day() -> None:
    said = spoken(MS + "A 2d; SNET 2027-03-06")
    assert said.start("A") == (
        "Starts Mon 8 Mar 2027 because it must not start before Sat 6 Mar (Sat 6 Mar – Sun 7 Mar is a weekend)."
    )


def test_the_second_constraint_of_p6() -> None:
    said = spoken(P6 + "A 2d; FNLT 2027-03-20; SNET 2027-03-04")
    assert said.of("A").start.cause == "secondary_constraint"


def test_the_data_date_in_p6() -> None:
    said = spoken("project: start 2027-03-01; data date 2027-03-06; rules p6\nA 2d")
    assert said.of("A").start.cause == "data_date"
    assert said.start("A") == (
        "Starts Mon 8 Mar 2027 because work that is still open cannot lie before the data date, Sat 6 Mar "
        "(Sat 6 Mar – Sun 7 Mar is a weekend)."
    )


def test_the_data_date_of_a_plan_that_moves_open_work() -> None:
    said = spoken("project: start 2027-03-01; data date 2027-03-04; move unfinished\nA 2d")
    assert said.of("A").start.cause == "data_date"


def test_levelling() -> None:
    said = spoken(MS + "A 2d; delay 2ed")
    assert said.start("A") == "Starts Wed 3 Mar 2027 because it was delayed by 2 calendar days to level the work load."


def test_levelling_after_a_link() -> None:
    said = spoken(MS + "A 1d\nB 2d; after A; delay 1ed")
    assert said.of("B").start.cause == "link"
    assert "delayed by 1 calendar day" in said.start("B")


@pytest.mark.parametrize("opening", [MS, P6])
def test_actual_starts(opening: str) -> None:
    said = spoken(opening + "A 2d; actual start=2027-03-02")
    assert said.start("A") == "Started Tue 2 Mar 2027: this is recorded as an actual date."


def test_typed_dates() -> None:
    said = spoken(MS + "A 2d; manual start=2027-03-04 finish=2027-03-05")
    assert said.start("A") == "Starts Thu 4 Mar 2027 because this date was typed by hand; links do not move it."


def test_as_late_as_possible() -> None:
    said = spoken(MS + "A 2d; ALAP\nB 4d")
    assert said.start("A") == (
        "Starts Wed 3 Mar 2027 because it is planned as late as possible; its links would let it start Mon 1 Mar."
    )


def test_summaries_start_with_their_first_task() -> None:
    said = spoken(MS + "Phase\n  A 2d; SNET 2027-03-03\n  B 1d; SNET 2027-03-02")
    assert said.start("Phase") == "Starts Tue 2 Mar 2027 with 'B', the first of its tasks."


def test_links_of_a_summary() -> None:
    said = spoken(MS + "A 2d\nPhase; after A\n  B 1d")
    assert said.of("B").start.cause == "summary"
    assert said.start("B") == (
        "Starts Wed 3 Mar 2027 because 'A' finishes Tue 2 Mar, which its summary 'Phase' waits for."
    )


def test_constraints_of_a_summary() -> None:
    said = spoken(MS + "Phase; SNET 2027-03-04\n  B 1d")
    assert said.start("B") == ("Starts Thu 4 Mar 2027 because its summary 'Phase' must not start before Thu 4 Mar.")


def test_inactive_tasks_say_so() -> None:
    said = spoken(MS + "A 2d; inactive")
    assert said.of("A").start.cause == "inactive"
    assert said.start("A") == said.finish("A") == "Has no dates because it is inactive."


def test_empty_elements_say_so() -> None:
    said = spoken(P6 + "A wbs element\nB 1d")
    assert said.start("A") == "Has no dates because nothing below it is scheduled."


def test_level_of_effort_spans() -> None:
    said = spoken(P6 + "A 5d\nB LOE; after A SS, A FF")
    assert said.start("B") == "Starts Mon 1 Mar 2027: it runs as long as the tasks that it is tied to."
    assert said.finish("B") == "Finishes Fri 5 Mar 2027: it runs as long as the tasks that it is tied to."


def test_a_milestone_at_the_end_of_a_day_shows_the_day() -> None:
    said = spoken(MS + "A 2d\nM milestone; after A")
    assert said.start("M") == "Starts Tue 2 Mar 2027 because 'A' finishes Tue 2 Mar."


def test_tasks_without_a_name_have_their_number() -> None:
    plan = build(MS + "A 2d\nB 1d; after A\nC 1d; after B")
    tasks = dict(plan.tasks)
    tasks[1] = msgspec.structs.replace(tasks[1], name=" ")
    tasks[2] = msgspec.structs.replace(tasks[2], name="", external=External(code="A1020"))
    said = of_plan(msgspec.structs.replace(plan, tasks=tasks))
    assert "because task 1 finishes" in said.start("")
    assert "because 'A1020' finishes" in said.start("C")


def test_summaries_with_typed_dates() -> None:
    said = spoken(MS + "Phase; manual start=2027-03-08 finish=2027-03-12\n  A 2d; SNET 2027-03-09")
    assert said.start("Phase") == "Starts Mon 8 Mar 2027 because this date was typed by hand; links do not move it."
    assert said.finish("Phase") == "Finishes Fri 12 Mar 2027 because this date was typed by hand."
