"""In which calendar a lag runs, and lags that are not working time."""

from __future__ import annotations

import pytest

from tests.cases.solved import solved

SEVEN_DAYS = """
calendar Seven: Sat-Sun 08:00-12:00 13:00-17:00
A 5d => 2027-03-01..2027-03-05
"""


def test_ms_project_counts_lag_in_the_calendar_of_the_successor() -> None:
    """B works on weekends, so its day of lag is the Saturday.

    Source: Microsoft Support, "How Project schedules tasks: Behind the scenes", calendars; saved dates of MS Project.
    """
    solved("project: start 2027-03-01\n" + SEVEN_DAYS + "B 2d after A +1d; calendar Seven => 2027-03-07..2027-03-08")


@pytest.mark.parametrize(
    ("calendar", "start"),
    [
        ("predecessor", "2027-03-09"),
        ("successor", "2027-03-07"),
        ("project", "2027-03-09"),
        ("twenty_four_hour", "2027-03-06"),
    ],
)
def test_p6_counts_lag_in_the_calendar_that_its_option_names(calendar: str, start: str) -> None:
    """Eight hours of lag: the Monday by the predecessor's week, the Saturday by the successor's, the night by 24 hours.

    Source: Oracle, "ScheduleOptions Fields" (P6 EPPM Web Services), RelationshipLagCalendar.
    """
    solved(
        f"project: start 2027-03-01; rules p6; lag calendar {calendar}\n"
        + SEVEN_DAYS
        + f"B 1d after A +1d; calendar Seven => {start}..{start}"
    )


def test_p6_counts_in_the_predecessors_calendar_when_nothing_is_said() -> None:
    """Source: Oracle, "ScheduleOptions Fields", calendar for scheduling relationship lag."""
    solved(
        "project: start 2027-03-01; rules p6\n" + SEVEN_DAYS + "B 1d after A +1d; calendar Seven => start 2027-03-09"
    )


def test_p6_project_calendar_differs_from_both_ends() -> None:
    """Neither end works on Wednesdays, the project does.

    Source: Oracle, "ScheduleOptions Fields", RelationshipLagCalendar, project default calendar.
    """
    solved(
        """
        project: start 2027-03-01; rules p6; lag calendar project
        calendar NoWednesday: Wed off
        A 2d calendar NoWednesday          => 2027-03-01..2027-03-02
        B 1d after A +1d; calendar NoWednesday => 2027-03-04..2027-03-04
        """
    )


@pytest.mark.parametrize("rules", ["msproject", "p6"])
def test_lag_runs_backwards_in_the_same_calendar(rules: str) -> None:
    """The late finish of A is B's late start less one day of lag: Monday the 8th less Friday.

    Source: Microsoft Support, "Late Finish (task field)".
    """
    solved(
        f"""
        project: start 2027-03-01; rules {rules}
        X 6d               => 2027-03-01..2027-03-08
        A 1d               => late 2027-03-04..2027-03-04; float 3d; free 0d
        B 1d after A +1d   => 2027-03-03..2027-03-03; late 2027-03-08..2027-03-08
        """
    )


@pytest.mark.parametrize(
    ("lag", "start"),
    [
        ("+2ed", "2027-03-08T08:00"),
        ("+3ed", "2027-03-09T08:00"),
        ("+64eh", "2027-03-08T09:00"),
        ("-1ed", "2027-03-05T08:00"),
        ("-20eh", "2027-03-05T08:00"),
        ("-2eh", "2027-03-05T15:00"),
    ],
)
def test_an_elapsed_lag_runs_through_nights_and_weekends(lag: str, start: str) -> None:
    """Friday 17:00 and two days is Sunday 17:00, so Monday 08:00.

    Source: Microsoft Support, "Duration fields", elapsed duration; "Set lead or lag time (float) between tasks".
    """
    solved(f"project: start 2027-03-01\nA 5d\nB 1d after A {lag} => start {start}")


@pytest.mark.parametrize(
    ("link", "start"),
    [
        ("A SS+50%", "2027-03-03T08:00"),
        ("A SS+25%", "2027-03-02T08:00"),
        ("A -25%", "2027-03-04T08:00"),
        ("A +100%", "2027-03-11T08:00"),
        ("A SS+10%", "2027-03-01T11:12"),
    ],
)
def test_a_percent_lag_is_a_share_of_the_predecessors_duration(link: str, start: str) -> None:
    """A takes four days, so a half is two.

    Source: Microsoft Support, "Set lead or lag time (float) between tasks", percentage of the predecessor's duration.
    """
    solved(f"project: start 2027-03-01\nA 4d\nB 1d after {link} => start {start}")


def test_an_elapsed_percent_lag_is_counted_on_the_clock() -> None:
    """Half of two days is eight hours, and from Tuesday 17:00 they end at one in the night; all of it at 09:00.

    Source: Microsoft Learn, "LagFormat element", elapsed percent.
    """
    solved(
        """
        project: start 2027-03-01
        A 2d
        B 1d after A +50e%   => start 2027-03-03T08:00
        C 1d after A +100e%  => start 2027-03-03T09:00
        """
    )


def test_an_elapsed_duration_counts_calendar_time() -> None:
    """Two elapsed days from Friday 08:00 end on Sunday 08:00; the successor starts on Monday.

    Source: Microsoft Support, "Change a task duration", elapsed durations.
    """
    solved(
        """
        project: start 2027-03-05
        A 2ed          => 2027-03-05T08:00..2027-03-07T08:00
        B 1d after A   => 2027-03-08T08:00..2027-03-08T17:00
        """
    )


def test_an_elapsed_task_starts_when_its_predecessor_ends_even_at_night() -> None:
    """Source: Microsoft Support, "Change a task duration", elapsed durations."""
    solved("project: start 2027-03-01\nA 1d\nB 3ed after A => 2027-03-01T17:00..2027-03-04T17:00; float 0d")


def test_p6_a_lead_never_reaches_before_the_data_date() -> None:
    """Remaining work starts on or after the data date, whatever the lead.

    Source: Oracle, "Activity Fields", RemainingEarlyStartDate.
    """
    solved(
        """
        project: start 2027-03-01; rules p6; data date 2027-03-08
        A 1d                 => 2027-03-08..2027-03-08
        B 1d after A FS-10d  => 2027-03-08..2027-03-08
        """
    )
