"""MS Project's constraints, hard and soft, and deadlines."""

from __future__ import annotations

import pytest

from tests.cases.solved import solved

HARD = "project: start 2027-03-01\n"
SOFT = "project: start 2027-03-01; soft constraints\n"


@pytest.mark.parametrize("project", [HARD, SOFT])
@pytest.mark.parametrize(
    ("constraint", "start", "finish"),
    [
        ("SNET 2027-03-03", "2027-03-03", "2027-03-04"),
        ("SNET 2027-03-06", "2027-03-08", "2027-03-09"),
        ("SNET 2027-02-15", "2027-03-01", "2027-03-02"),
        ("FNET 2027-03-05", "2027-03-04", "2027-03-05"),
        ("FNET 2027-03-07", "2027-03-04", "2027-03-05"),
        ("FNET 2027-02-15", "2027-03-01", "2027-03-02"),
        ("MSO 2027-03-04", "2027-03-04", "2027-03-05"),
        ("MFO 2027-03-05", "2027-03-04", "2027-03-05"),
        ("SNLT 2027-03-04", "2027-03-01", "2027-03-02"),
        ("FNLT 2027-03-04", "2027-03-01", "2027-03-02"),
    ],
)
def test_constraints_that_logic_allows(project: str, constraint: str, start: str, finish: str) -> None:
    """Nothing stands in the way of the date, so hard and soft plans agree.

    Source: Microsoft Support, "Set a task start or finish date (constraint) for a task".
    """
    solved(f"{project}A 2d {constraint} => {start}..{finish}")


def test_start_no_earlier_waits_for_predecessors_all_the_same() -> None:
    """Source: Microsoft Support, "How Project schedules tasks: Behind the scenes", moderate constraints."""
    solved(HARD + "P 4d\nA 2d after P; SNET 2027-03-03 => 2027-03-05..2027-03-08")


def test_a_moderate_constraint_holds_a_task_after_its_predecessor() -> None:
    """The predecessor gains float, the constrained task keeps none.

    Source: Microsoft Support, "How Project schedules tasks: Behind the scenes", constraints and float.
    """
    solved(
        HARD
        + """
        P 1d                              => 2027-03-01..2027-03-01; float 2d; free 2d
        A 2d after P; SNET 2027-03-04     => 2027-03-04..2027-03-05; float 0d
        """
    )


@pytest.mark.parametrize(
    ("constraint", "start", "finish"),
    [
        ("SNLT 2027-03-03", "2027-03-03", "2027-03-04"),
        ("FNLT 2027-03-04", "2027-03-03", "2027-03-04"),
        ("MSO 2027-03-03", "2027-03-03", "2027-03-04"),
        ("MFO 2027-03-04", "2027-03-03", "2027-03-04"),
    ],
)
def test_hard_constraints_break_logic_when_they_are_honoured(constraint: str, start: str, finish: str) -> None:
    """P ends on Friday, the constraint wants Wednesday: the date wins, and both tasks are three days short.

    Source: Microsoft Support, "How Project schedules tasks: Behind the scenes", tasks always honour their constraint
    dates; float by comparison with saved dates.
    """
    solved(
        HARD
        + f"""
        P 5d                       => 2027-03-01..2027-03-05; late finish 2027-03-02; float -3d; critical
        A 2d after P; {constraint}  => {start}..{finish}; late {start}..{finish}; float -3d; critical
        """
    )


@pytest.mark.parametrize("constraint", ["SNLT 2027-03-03", "FNLT 2027-03-04", "MSO 2027-03-03", "MFO 2027-03-04"])
def test_hard_constraints_only_cost_float_when_they_are_not_honoured(constraint: str) -> None:
    """The task follows its predecessor and shows how late it is.

    Source: Microsoft Support, "Schedule options", tasks will always honour their constraint dates switched off.
    """
    solved(
        SOFT
        + f"""
        P 5d                       => 2027-03-01..2027-03-05; float -3d
        A 2d after P; {constraint}  => 2027-03-08..2027-03-09; late 2027-03-03..2027-03-04; float -3d
        """
    )


@pytest.mark.parametrize("constraint", ["MSO 2027-03-04", "MFO 2027-03-05"])
@pytest.mark.parametrize("project", [HARD, SOFT])
def test_must_dates_after_logic_leave_float_before_them(project: str, constraint: str) -> None:
    """The task itself has no float, its predecessor may slip up to the date.

    Source: Microsoft Support, "Constraint Type (task field)".
    """
    solved(
        project
        + f"""
        P 1d                        => 2027-03-01..2027-03-01; late 2027-03-03..2027-03-03; float 2d
        A 2d after P; {constraint}   => 2027-03-04..2027-03-05; late 2027-03-04..2027-03-05; float 0d
        X 10d                       => 2027-03-01..2027-03-12
        """
    )


@pytest.mark.parametrize(
    ("constraint", "late"),
    [("SNLT 2027-03-03", "2027-03-03..2027-03-04"), ("FNLT 2027-03-05", "2027-03-04..2027-03-05")],
)
def test_no_later_than_bounds_the_late_dates(constraint: str, late: str) -> None:
    """Source: Microsoft Support, "Constraint Type (task field)"."""
    solved(HARD + f"X 10d\nA 2d {constraint} => 2027-03-01..2027-03-02; late {late}")


def test_a_deadline_moves_no_date_and_bounds_the_late_finish() -> None:
    """Source: Microsoft Support, "Deadline (task field)"; "Set a deadline for a task"."""
    solved(
        HARD
        + """
        X 10d
        A 2d deadline 2027-03-04                 => 2027-03-01..2027-03-02; late finish 2027-03-04; float 2d
        B 4d deadline 2027-03-02                 => 2027-03-01..2027-03-04; late finish 2027-03-02; float -2d; critical
        """
    )


def test_a_missed_deadline_makes_its_predecessors_late_as_well() -> None:
    """Source: Microsoft Support, "How Project schedules tasks: Behind the scenes", deadline dates and total slack."""
    solved(
        HARD
        + """
        A 3d                              => float -1d; critical
        B 2d after A; deadline 2027-03-04 => 2027-03-04..2027-03-05; float -1d; critical
        """
    )


def test_as_late_as_possible_without_successors() -> None:
    """The task ends with the project, and shows no float.

    Source: Microsoft Support, "Constraint Type (task field)", As Late As Possible.
    """
    solved(HARD + "X 5d\nA 2d ALAP => 2027-03-04..2027-03-05; float 0d; critical")


def test_as_late_as_possible_pushes_a_successor_that_is_as_soon_as_possible() -> None:
    """MS Project's late task uses up all its float and takes its successors along.

    Source: Microsoft Learn, "PjConstraint enumeration"; saved dates of MS Project.
    """
    solved(
        HARD
        + """
        X 5d
        A 1d ALAP     => 2027-03-04..2027-03-04
        B 1d after A  => 2027-03-05..2027-03-05
        """
    )


def test_a_chain_as_late_as_possible() -> None:
    """Source: Microsoft Learn, "PjConstraint enumeration", pjALAP."""
    solved(
        HARD
        + """
        X 5d
        A 1d ALAP           => 2027-03-03..2027-03-03
        B 2d ALAP; after A  => 2027-03-04..2027-03-05
        """
    )


def test_a_constraint_in_the_middle_of_a_day() -> None:
    """Source: Microsoft Support, "Constraint Date (task field)"."""
    solved(HARD + "A 1d SNET 2027-03-02T10:00 => 2027-03-02T10:00..2027-03-03T10:00")


def test_a_constraint_outside_working_time_moves_to_it() -> None:
    """A start takes the next shift, a finish the shift before.

    Source: Microsoft Support, "How Project schedules tasks: Behind the scenes", calendars.
    """
    solved(
        HARD
        + """
        A 1d SNET 2027-03-02T17:00  => 2027-03-03T08:00..2027-03-03T17:00
        B 1d FNET 2027-03-07T12:00  => 2027-03-05T08:00..2027-03-05T17:00
        C 1d MSO 2027-03-03T12:00   => 2027-03-03T13:00..2027-03-04T12:00
        """
    )


def test_milestones_take_constraints_too() -> None:
    """A milestone that must start at eight stands at eight, one that must finish by five at five.

    Source: Microsoft Support, "Milestone (task field)"; "Constraint Type (task field)".
    """
    solved(
        HARD
        + """
        A milestone; SNET 2027-03-03  => 2027-03-03T08:00..2027-03-03T08:00
        B milestone; MFO 2027-03-03   => 2027-03-03T17:00..2027-03-03T17:00
        C milestone; MSO 2027-03-04   => 2027-03-04T08:00..2027-03-04T08:00
        """
    )


def test_negative_float_is_carried_through_the_whole_chain() -> None:
    """Each task before a missed date is as late as the date itself.

    Source: Microsoft Support, "Total Slack (task field)", negative slack.
    """
    solved(
        HARD
        + """
        A 2d                            => float -2d
        B 2d after A                    => float -2d
        C 2d after B; FNLT 2027-03-04   => 2027-03-03..2027-03-04; float -2d
        D 1d                            => float 3d; not critical
        """
    )


def test_the_critical_limit_takes_in_tasks_with_a_little_float() -> None:
    """Source: Microsoft Support, "Show the critical path of your project", tasks are critical if slack is at most."""
    solved(
        """
        project: start 2027-03-01; critical float 1d
        A 5d => float 0d; critical
        B 4d => float 1d; critical
        C 3d => float 2d; not critical
        """
    )
