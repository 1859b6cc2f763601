"""Manually scheduled, inactive, external and split tasks; levelling delays."""

from __future__ import annotations

from tests.cases.solved import dates_of, solved

MS = "project: start 2027-03-01\n"


def test_typed_dates_stay_whatever_the_links_say() -> None:
    """Source: Microsoft Support, "How Project schedules tasks: Behind the scenes", manual scheduling."""
    solved(
        MS
        + """
        A 4d                                                        => 2027-03-01..2027-03-04
        B 2d after A; manual start=2027-03-02 finish=2027-03-03     => 2027-03-02..2027-03-03
        C 1d after B                                                => 2027-03-04..2027-03-04
        """
    )


def test_a_manual_task_with_a_start_alone_runs_for_its_duration() -> None:
    """Source: Microsoft Support, "Task Mode (task field)"."""
    solved(MS + "A 3d manual start=2027-03-04 => 2027-03-04..2027-03-08")


def test_a_manual_task_may_span_more_or_less_than_its_duration() -> None:
    """Start and finish are both kept as typed; late dates keep that span.

    Source: saved dates of MS Project.
    """
    solved(
        MS
        + """
        X 10d
        A 1d manual start=2027-03-02 finish=2027-03-04  => 2027-03-02..2027-03-04; late 2027-03-10..2027-03-12; float 6d
        """
    )


def test_a_manual_task_without_dates_is_scheduled_by_its_links() -> None:
    """Source: Microsoft Support, "Task Mode (task field)", placeholder."""
    solved(MS + "A 2d\nB 1d manual; after A => 2027-03-03..2027-03-03")


def test_links_give_a_manual_task_late_dates() -> None:
    """Its successor's late start bounds it, and what it overruns is negative float.

    Source: saved dates of MS Project.
    """
    solved(
        MS
        + """
        A 2d manual start=2027-03-03 finish=2027-03-04   => float -1d
        B 1d after A                                     => 2027-03-05..2027-03-05; float -1d
        C 1d after B; deadline 2027-03-05                => 2027-03-08..2027-03-08; float -1d
        """
    )


def test_start_links_from_a_manual_task_do_not_bound_its_late_dates() -> None:
    """Start-to-start and start-to-finish leave the project finish as its late finish.

    Source: saved dates of MS Project.
    """
    solved(
        MS
        + """
        X 10d
        A 1d manual start=2027-03-01 finish=2027-03-01  => late finish 2027-03-12
        B 9d after A SS; SNET 2027-03-02                => late 2027-03-02..2027-03-12
        """
    )


def test_a_manual_summary_keeps_its_typed_dates() -> None:
    """The tasks below start at the summary's start and may outlast it; what follows waits for the typed finish.

    Source: Microsoft Support, "How Project schedules tasks: Behind the scenes", manual summary tasks.
    """
    solved(
        MS
        + """
        Phase manual start=2027-03-03 finish=2027-03-04  => 2027-03-03..2027-03-04
          A 3d                                           => 2027-03-03..2027-03-05
          B 1d                                           => 2027-03-03..2027-03-03
        After 1d after Phase                             => 2027-03-05..2027-03-05
        """
    )


def test_an_inactive_task_has_no_dates_and_holds_nobody_up() -> None:
    """Its links count for nothing.

    Source: Microsoft Support, "Inactivate a task"; MS Project 2010.
    """
    found = solved(
        MS
        + """
        A 3d
        B 5d after A; inactive
        C 1d after B            => 2027-03-01..2027-03-01
        Phase                   => 2027-03-01..2027-03-03
          D 3d
          E 9d inactive
        """
    )
    assert dates_of(found, "B").start is None
    assert not dates_of(found, "B").critical
    assert found.finish == dates_of(found, "A").finish


def test_split_tasks_keep_their_gap() -> None:
    """Two parts with a gap of two days: the span is five days, and it moves as one.

    Source: Microsoft Support, "Split a task (interrupt work)".
    """
    solved(
        MS
        + """
        A 3d parts 2027-03-01..2027-03-02, 2027-03-05..2027-03-05            => 2027-03-01..2027-03-05
        B 1d
        C 3d after B; parts 2027-03-01..2027-03-02, 2027-03-05..2027-03-05   => 2027-03-02..2027-03-08
        """
    )


def test_late_dates_of_a_split_task_keep_the_gap() -> None:
    """Source: Microsoft Support, "Split a task (interrupt work)"."""
    solved(
        MS
        + """
        X 10d
        A 3d parts 2027-03-01..2027-03-02, 2027-03-05..2027-03-05  => late 2027-03-08..2027-03-12; float 5d
        """
    )


def test_levelling_delay_is_added_after_logic() -> None:
    """Elapsed by default: three days after Wednesday 08:00 is Saturday 08:00, so Monday.

    Source: Microsoft Support, "Leveling Delay (task field)".
    """
    solved(
        MS
        + """
        A 2d                      => 2027-03-01..2027-03-02
        B 1d after A; delay 3ed   => 2027-03-08..2027-03-08
        C 1d after A; delay 1ed   => 2027-03-04..2027-03-04
        D 1d after A; delay 1d    => 2027-03-04..2027-03-04
        """
    )


def test_an_external_task_keeps_the_dates_of_its_own_project() -> None:
    """It stands for a task elsewhere, and its successors follow.

    Source: Microsoft Support, "Create a task dependency between projects", external tasks.
    """
    solved(
        MS
        + """
        A 3d
        E 2d external; after A; manual start=2027-03-02 finish=2027-03-03   => 2027-03-02..2027-03-03
        B 1d after E                                                        => 2027-03-04..2027-03-04
        """
    )


def test_work_below_a_manual_summary_may_begin_before_the_project() -> None:
    """Its automatic tasks begin with the summary, wherever its dates were typed.

    Source: saved dates of MS Project: automatic tasks below summaries typed three weeks before the project start.
    """
    solved(
        """
        project: start 2027-03-08
        Phase manual start=2027-03-01 finish=2027-03-04  => 2027-03-01..2027-03-04
          A 2d                                           => 2027-03-01..2027-03-02
          B 1d after A                                   => 2027-03-03..2027-03-03
        C 1d                                             => 2027-03-08..2027-03-08
        """
    )
