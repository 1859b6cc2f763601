"""Plans that are scheduled back from their finish date."""

from __future__ import annotations

from tests.cases.solved import dates_of, solved

BACK = "project: start 2027-03-01; finish 2027-03-12; from finish\n"


def test_tasks_end_with_the_project() -> None:
    """The project starts where the longest chain must; tasks go as late as they can when they say so.

    Source: Microsoft Support, "How Project schedules tasks: Behind the scenes", schedule from finish date.
    """
    solved(
        BACK
        + """
        A 3d            => late 2027-03-08..2027-03-10; float 0d
        B 2d after A    => 2027-03-11..2027-03-12; late 2027-03-11..2027-03-12
        """
    )


def test_as_late_as_possible_is_what_its_new_tasks_get() -> None:
    """Source: Microsoft Support, "Set a task start or finish date (constraint) for a task", defaults."""
    solved(
        BACK
        + """
        A 3d ALAP             => 2027-03-08..2027-03-10
        B 2d ALAP; after A    => 2027-03-11..2027-03-12
        C 1d ALAP             => 2027-03-12..2027-03-12
        D 1d ALAP; after C -1d  => 2027-03-12..2027-03-12
        """
    )


def test_the_project_starts_where_its_longest_chain_must() -> None:
    """Source: Microsoft Support, "Schedule from the project finish date"."""
    found = solved(
        BACK
        + """
        A 4d ALAP            => 2027-03-05..2027-03-10
        B 2d ALAP; after A   => 2027-03-11..2027-03-12
        C 1d                 => 2027-03-05..2027-03-05; float 5d
        """
    )
    assert found.finish == dates_of(found, "B").finish


def test_constraints_hold_backwards_too() -> None:
    """A must end by Tuesday, which makes the project start on Monday.

    Source: Microsoft Support, "Constraint Type (task field)".
    """
    solved(
        BACK
        + """
        A 2d FNLT 2027-03-09      => 2027-03-08..2027-03-09; float 0d
        B 2d ALAP; after A        => 2027-03-11..2027-03-12
        C 1d ALAP                 => 2027-03-12..2027-03-12
        """
    )


def test_without_a_finish_date_the_plan_runs_forwards() -> None:
    """Source: our rule for files that lack the date they are scheduled from."""
    solved("project: start 2027-03-01; from finish\nA 2d => 2027-03-01..2027-03-02")
