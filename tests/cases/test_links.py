"""The four kinds of link, with lag and lead, and the float they leave."""

from __future__ import annotations

import pytest

from tests.cases.solved import solved, solved_by_both

START = "project: start 2027-03-01\n"


def test_finish_to_start() -> None:
    """The successor starts when the predecessor has finished.

    Source: Microsoft Support, "How Project schedules tasks: Behind the scenes"; Oracle, "Relationship Fields".
    """
    solved_by_both(
        START
        + """
        A 3d          => 2027-03-01..2027-03-03
        B 2d after A  => 2027-03-04..2027-03-05
        C 1d after B  => 2027-03-08..2027-03-08
        """
    )


@pytest.mark.parametrize(
    ("link", "start", "finish"),
    [
        ("A", "2027-03-04", "2027-03-05"),
        ("A FS+1d", "2027-03-05", "2027-03-08"),
        ("A FS+4h", "2027-03-04T13:00", "2027-03-08T12:00"),
        ("A FS-1d", "2027-03-03", "2027-03-04"),
        ("A FS-3d", "2027-03-01", "2027-03-02"),
        ("A SS", "2027-03-01", "2027-03-02"),
        ("A SS+1d", "2027-03-02", "2027-03-03"),
        ("A FF", "2027-03-02", "2027-03-03"),
        ("A FF+1d", "2027-03-03", "2027-03-04"),
        ("A FF-1d", "2027-03-01", "2027-03-02"),
        ("A SF+2d", "2027-03-01", "2027-03-02"),
        ("A SF+3d", "2027-03-02", "2027-03-03"),
    ],
)
def test_every_kind_with_lag_and_lead(link: str, start: str, finish: str) -> None:
    """Lag is added to the predecessor's date, a lead is taken off; both are working time.

    Source: Microsoft Support, "Set lead or lag time (float) between tasks"; Oracle, "Relationship Fields".
    """
    solved_by_both(f"{START}A 3d => 2027-03-01..2027-03-03\nB 2d after {link} => {start}..{finish}")


def test_a_lead_does_not_pass_the_project_start() -> None:
    """Nothing unfinished lies before the start of the project.

    Source: Microsoft Support, "How Project schedules tasks: Behind the scenes", project start date.
    """
    solved_by_both(
        START + "A 1d\nB 1d after A FS-5d => 2027-03-01..2027-03-01\nC 1d after A SS-3d => 2027-03-01..2027-03-01"
    )


def test_lag_runs_in_working_time_over_a_weekend() -> None:
    """One day of lag after a Friday is the Monday.

    Source: Microsoft Support, "Set lead or lag time (float) between tasks".
    """
    solved_by_both(START + "A 5d => 2027-03-01..2027-03-05\nB 1d after A +1d => 2027-03-09..2027-03-09")


def test_start_to_finish() -> None:
    """The successor ends when the predecessor starts; the finish shown is the end of the shift before.

    Source: Microsoft Support, "Link tasks in a project", start-to-finish.
    """
    solved_by_both(
        START
        + """
        A 2d SNET 2027-03-04   => 2027-03-04..2027-03-05
        B 1d after A SF        => 2027-03-03T08:00..2027-03-03T17:00
        C 1d after A SF+1d     => 2027-03-04T08:00..2027-03-04T17:00
        D 1d after A SF-1d     => 2027-03-02T08:00..2027-03-02T17:00
        """
    )


def test_finish_to_finish_does_not_delay_a_long_successor() -> None:
    """A link is a bound, not an appointment: the successor may finish later.

    Source: Microsoft Support, "Link tasks in a project".
    """
    solved_by_both(START + "A 2d => 2027-03-01..2027-03-02\nB 5d after A FF => 2027-03-01..2027-03-05; float 0d")


def test_the_latest_predecessor_decides() -> None:
    """Source: Microsoft Support, "How Project schedules tasks: Behind the scenes", task links."""
    solved_by_both(
        START
        + """
        A 3d                  => float 0d; critical
        B 1d                  => float 2d; free 2d; not critical
        C 1d after A, B       => 2027-03-04..2027-03-04; float 0d
        """
    )


def test_several_links_between_the_same_two_tasks() -> None:
    """P6 allows two kinds between two activities (a "ladder"): start after the start, finish after the finish.

    Source: Oracle, "Relationship Fields".
    """
    solved(
        "project: start 2027-03-01; rules p6\n"
        "A 4d => 2027-03-01..2027-03-04\n"
        "B 2d after A SS+1d; after A FF+1d => 2027-03-04..2027-03-05"
    )


def test_free_float_is_what_the_next_task_leaves_total_float_what_the_project_leaves() -> None:
    """Source: Microsoft Learn, "Task.TotalSlack property" and "Task.FreeSlack property"."""
    solved_by_both(
        START
        + """
        A 5d
        B 1d             => 2027-03-01..2027-03-01; float 3d; free 0d
        C 1d after B     => 2027-03-02..2027-03-02; float 3d; free 3d
        """
    )


@pytest.mark.parametrize(("link", "free"), [("B SS", "0d"), ("B SS+1d", "0d"), ("B FF", "0d"), ("B FF+1d", "0d")])
def test_free_float_with_other_kinds_of_link(link: str, free: str) -> None:
    """The gap is measured between the two dates that the link joins, less its lag.

    Source: Microsoft Learn, "Task.FreeSlack property".
    """
    solved_by_both(f"{START}A 5d\nB 2d => free {free}\nC 2d after {link}")


@pytest.mark.parametrize(
    ("link", "late"),
    [
        ("A", "2027-03-08..2027-03-08"),
        ("A +1d", "2027-03-05..2027-03-05"),
        ("A SS", "2027-03-09..2027-03-09"),
        ("A SS+1d", "2027-03-08..2027-03-08"),
        ("A FF", "2027-03-12..2027-03-12"),
        ("A FF+1d", "2027-03-11..2027-03-11"),
        ("A SF+1d", "2027-03-12..2027-03-12"),
    ],
)
def test_late_dates_through_every_kind_of_link(link: str, late: str) -> None:
    """Backwards each link takes its lag off the late date of the successor: B must start by Tue 9 and end by Fri 12.

    Source: Oracle, "Activity Fields", LateFinishDate; Microsoft Support, "Late Finish (task field)".
    """
    solved_by_both(
        f"{START}X 10d => 2027-03-01..2027-03-12\nA 1d => late {late}\nB 4d after {link} => late 2027-03-09..2027-03-12"
    )


def test_milestones_stand_where_their_predecessor_ends() -> None:
    """A milestone after a task is at the end of that day, one without predecessors at the start of the project.

    Source: Microsoft Support, "Milestone (task field)".
    """
    solved(
        START
        + """
        Begin milestone            => 2027-03-01T08:00..2027-03-01T08:00
        A 2d after Begin           => 2027-03-01..2027-03-02
        End milestone; after A     => 2027-03-02T17:00..2027-03-02T17:00
        B 1d after End             => 2027-03-03T08:00..2027-03-03T17:00
        """
    )


def test_p6_start_milestones_open_the_day_and_finish_milestones_close_it() -> None:
    """A start milestone takes the start face of its moment, a finish milestone the finish face.

    Source: P6 help, "General Columns of the Activity Table", activity type.
    """
    solved(
        """
        project: start 2027-03-01; rules p6
        A 2d
        S start milestone; after A   => start 2027-03-03T08:00
        F finish milestone; after A  => finish 2027-03-02T17:00
        B 1d after S, F              => 2027-03-03T08:00..2027-03-03T17:00
        """
    )


def test_a_drawn_week() -> None:
    """A plan of two weeks as a picture.  Source: Microsoft Support, "Link tasks in a project"."""
    solved(
        """
        days | MTWTFSSMTWTFSS | starts 2027-03-01
        A    | XX             |
        B    |   XXX..X       | after A
        C    |  XXX           | after A SS+1d
        D    |        XX      | after C FF+2d, B SS+3d
        M    |        >       | after B
        """
    )
