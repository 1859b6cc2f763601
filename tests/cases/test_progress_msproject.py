"""Work that has begun or ended, by MS Project's rules."""

from __future__ import annotations

from tests.cases.solved import dates_of, solved

MS = "project: start 2027-03-01\n"


def test_finished_tasks_stand_on_their_actual_dates() -> None:
    """Late dates are the actual ones as well, and a finished task is not critical.

    Source: Microsoft Support, "Actual Finish (task field)".
    """
    solved(
        MS
        + """
        A 3d actual start=2027-03-02 finish=2027-03-03  => 2027-03-02..2027-03-03; late start 2027-03-02; not critical
        B 1d after A                                    => 2027-03-04..2027-03-04
        """
    )


def test_a_started_task_no_longer_follows_its_predecessors() -> None:
    """Its start is the actual one, its finish the actual start plus the duration.

    Source: Microsoft Support, "Actual Start (task field)".
    """
    solved(
        MS
        + """
        A 5d                                                 => 2027-03-01..2027-03-05
        B 3d after A; actual start=2027-03-02; remaining 2d  => 2027-03-02..2027-03-04
        """
    )


def test_remaining_work_resumes_on_its_resume_date() -> None:
    """Two days were done, three remain and go on from Wednesday the 10th.

    Source: Microsoft Support, "Resume (task field)".
    """
    solved(
        MS
        + """
        A 5d actual start=2027-03-01; remaining 3d; stop 2027-03-02; resume 2027-03-10  => 2027-03-01..2027-03-12
        B 1d after A                                                                    => 2027-03-15..2027-03-15
        """
    )


def test_a_resume_date_earlier_than_needed_changes_nothing() -> None:
    """Source: Microsoft Support, "Resume (task field)"."""
    solved(MS + "A 5d actual start=2027-03-01; remaining 3d; resume 2027-03-03 => 2027-03-01..2027-03-05")


def test_a_started_task_keeps_its_actual_start_as_late_start() -> None:
    """Float is that of the finish.

    Source: Microsoft Support, "Late Start (task field)"; saved dates of MS Project.
    """
    solved(
        MS
        + """
        X 10d
        A 4d actual start=2027-03-01; remaining 2d  => late 2027-03-01..2027-03-12; float 6d; finish float 6d
        """
    )


def test_a_predecessor_is_bound_by_what_remains_of_its_successor() -> None:
    """B has two of four days left and must end by Friday the 12th: A by Wednesday the 10th.

    Source: saved dates of MS Project.
    """
    solved(
        MS
        + """
        X 10d
        A 5d                                                => 2027-03-01..2027-03-05; late finish 2027-03-10
        B 4d after A; actual start=2027-03-01; remaining 2d => 2027-03-01..2027-03-04; late finish 2027-03-12
        """
    )


def test_the_late_limit_of_a_started_successor_is_its_resume_date() -> None:
    """B goes on on Monday the 8th, so A is late after Friday the 5th.

    Source: saved dates of MS Project.
    """
    solved(
        MS
        + """
        X 10d
        A 5d  => 2027-03-01..2027-03-05; late finish 2027-03-05; float 0d
        B 4d after A; actual start=2027-03-01; remaining 2d; stop 2027-03-02; resume 2027-03-08 => finish 2027-03-09
        """
    )


def test_finished_successors_bound_nobody() -> None:
    """Source: saved dates of MS Project."""
    solved(
        MS
        + """
        X 10d
        A 5d                                                => late finish 2027-03-12; float 5d
        B 1d after A; actual start=2027-03-01 finish=2027-03-01
        """
    )


def test_the_status_date_alone_moves_nothing() -> None:
    """MS Project leaves unstarted tasks before the status date until told to reschedule.

    Source: Microsoft Support, "Update Project dialog box", reschedule uncompleted work.
    """
    solved(
        """
        project: start 2027-03-01; status date 2027-03-05
        A 2d    => 2027-03-01..2027-03-02
        """
    )


def test_native_plans_never_leave_unfinished_work_in_the_past() -> None:
    """Our own addition to the rules, an option of the plan.

    Source: decision record 11, Time.
    """
    solved(
        """
        project: start 2027-03-01; data date 2027-03-04; move unfinished
        A 2d                    => 2027-03-04..2027-03-05
        B 1d after A            => 2027-03-08..2027-03-08
        C 1d SNET 2027-03-09    => 2027-03-09..2027-03-09
        """
    )


def test_actual_dates_outside_working_time_stay_as_they_are() -> None:
    """Source: Microsoft Support, "Actual Start (task field)"."""
    solved(MS + "A 1d actual start=2027-03-06T10:00 finish=2027-03-06T15:00 => 2027-03-06T10:00..2027-03-06T15:00")


def test_summaries_with_started_work_open_at_its_resume_date() -> None:
    """The predecessor of a summary is bound by what remains below, not by what was begun.

    Source: saved dates of MS Project.
    """
    found = solved(
        MS
        + """
        X 10d
        P 5d
        Phase after P
          A 4d actual start=2027-03-01; remaining 2d; stop 2027-03-02; resume 2027-03-08  => 2027-03-01..2027-03-09
          B 2d actual start=2027-03-01 finish=2027-03-02                                  => 2027-03-01..2027-03-02
        """
    )
    assert dates_of(found, "P").total_float == 0


def test_a_plan_without_a_start_begins_with_its_earliest_date() -> None:
    """Source: our rule for files that carry no project start."""
    solved(
        "A 1d SNET 2027-03-03 => 2027-03-03..2027-03-03\nB 1d => 2027-03-02..2027-03-02\nC 1d actual start=2027-03-02"
    )
