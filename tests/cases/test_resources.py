"""Dates that follow the people: calendars and units of assigned resources."""

from __future__ import annotations

import pytest

from tests.cases.solved import solved

MS = """
project: start 2027-03-01
calendar NoWednesday: Wed off
calendar Mornings: Mon-Fri 08:00-12:00
resource Ann: calendar NoWednesday
resource Bob: calendar Mornings
resource Cem:
resource Paint: material
"""


def test_a_task_follows_its_resources_calendar() -> None:
    """Ann does not work on Wednesday, so three days end on Thursday.

    Source: Microsoft Support, "How Project schedules tasks: Behind the scenes", resource calendars.
    """
    solved(MS + "A 3d resource Ann => 2027-03-01..2027-03-04")


def test_a_task_may_ignore_resource_calendars() -> None:
    """Source: Microsoft Support, "Ignore Resource Calendar (task field)"."""
    solved(MS + "A 3d resource Ann; ignore resource calendars => 2027-03-01..2027-03-03")


def test_the_slowest_resource_ends_the_task() -> None:
    """Eight hours of Bob's mornings take two days, eight of Cem's one.

    Source: Microsoft Support, "How Project schedules tasks: Behind the scenes", driving resources.
    """
    solved(MS + "A 1d resource Bob; resource Cem => 2027-03-01T08:00..2027-03-02T12:00")


def test_fixed_duration_does_not_follow_resources() -> None:
    """Source: Microsoft Support, "Task Type (task field)", fixed duration."""
    solved(MS + "A 3d resource Ann; type fixed_duration => 2027-03-01..2027-03-03")


def test_half_a_person_takes_twice_as_long() -> None:
    """Eight hours of work at 50 % are two days.

    Source: Microsoft Support, "Assignment Units (assignment field)".
    """
    solved(MS + "A 1d resource Cem 50% work=8h => 2027-03-01..2027-03-02")


def test_two_resources_with_different_work() -> None:
    """The one with more work decides the finish.

    Source: Microsoft Support, "How Project schedules tasks: Behind the scenes", driving resources.
    """
    solved(MS + "A 3d resource Cem work=8h; resource Ann work=16h => 2027-03-01..2027-03-02")


def test_an_assignment_may_start_later_than_its_task() -> None:
    """A delay of one day before eight hours of work.

    Source: Microsoft Support, "Assignment Delay (assignment field)".
    """
    solved(MS + "A 1d resource Cem delay=1d => 2027-03-01..2027-03-02")


def test_material_never_decides() -> None:
    """Source: Microsoft Support, "Resource Type (resource field)"."""
    solved(MS + "A 2d resource Paint work=40h => 2027-03-01..2027-03-02")


def test_late_dates_follow_the_resource_too() -> None:
    """Backwards from Friday three of Ann's days begin on Tuesday.

    Source: Microsoft Support, "Late Start (task field)".
    """
    solved(MS + "X 5d\nA 3d resource Ann => late 2027-03-02..2027-03-05")


def test_a_task_calendar_wins_over_the_projects() -> None:
    """Source: Microsoft Support, "Create a calendar for a task"."""
    solved(MS + "A 3d calendar NoWednesday => 2027-03-01..2027-03-04\nB 1d after A => 2027-03-05..2027-03-05")


def test_night_shifts_end_on_the_next_day() -> None:
    """Source: Microsoft Support, "Change working days for a project calendar", night shift."""
    solved(
        """
        project: start 2027-03-01
        calendar Night: Mon-Fri 22:00-30:00; Sat-Sun off
        A 2d calendar Night  => 2027-03-01T22:00..2027-03-03T06:00
        B 1d after A         => 2027-03-03T08:00..2027-03-03T17:00
        """
    )


def test_holidays_are_skipped() -> None:
    """Source: Microsoft Support, "Add a holiday to the project calendar"."""
    solved(
        """
        project: start 2027-03-01
        calendar Standard: off 2027-03-02..2027-03-03; work 2027-03-06 08:00-12:00
        A 3.5d  => 2027-03-01T08:00..2027-03-06T12:00
        """
    )


@pytest.mark.parametrize(("kind", "finish"), [("resource dependent; ", "2027-03-04"), ("", "2027-03-03")])
def test_p6_resource_dependent_activities_use_resource_calendars(kind: str, finish: str) -> None:
    """Task dependent ones use the activity's own calendar.

    Source: P6 help, "General Columns of the Activity Table", activity type.
    """
    text = MS.replace("start 2027-03-01", "start 2027-03-01; rules p6")
    solved(f"{text}A 3d {kind}resource Ann => 2027-03-01..{finish}")
