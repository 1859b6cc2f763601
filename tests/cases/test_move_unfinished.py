"""Unfinished work never lies before the data date, in plans that say so."""

from __future__ import annotations

from tests.cases.solved import solved

MOVED = "project: start 2027-03-01; data date 2027-03-08; move unfinished\n"


def test_tasks_that_have_not_started_wait_for_the_data_date() -> None:
    """Source: Microsoft Support, "Update work on a project": reschedule uncompleted work to start after a date."""
    solved(
        MOVED
        + """
        A 2d          => 2027-03-08..2027-03-09
        B 1d after A  => 2027-03-10..2027-03-10
        """
    )


def test_what_remains_of_a_started_task_comes_after_the_data_date() -> None:
    """Source: Microsoft Support, "Update work on a project": reschedule uncompleted work to start after a date."""
    solved(
        MOVED
        + """
        A 4d actual start=2027-03-01; remaining 2d  => 2027-03-01..2027-03-09
        B 1d after A                                => 2027-03-10..2027-03-10
        """
    )


def test_finished_work_stays() -> None:
    """Source: Microsoft Support, "Update work on a project": reschedule uncompleted work to start after a date."""
    solved(
        MOVED
        + """
        A 2d actual start=2027-03-01 finish=2027-03-02  => 2027-03-01..2027-03-02
        B 1d after A                                    => 2027-03-08..2027-03-08
        """
    )
