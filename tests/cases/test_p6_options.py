"""P6's options for float and for what is critical."""

from __future__ import annotations

import pytest

from tests.cases.solved import solved


@pytest.mark.parametrize(
    ("kind", "total"),
    [("start", "8d"), ("finish", "4d"), ("smallest", "4d")],
)
def test_float_kinds_differ_where_the_ends_have_different_room(kind: str, total: str) -> None:
    """The expected finish stretches B's early dates only, so its start has more room than its finish.

    Source: Oracle, "ScheduleOptions Fields", ComputeTotalFloatType.
    """
    solved(
        f"""
        project: start 2027-03-01; rules p6; float kind {kind}
        X 10d
        B 2d expected finish 2027-03-08   => 2027-03-01..2027-03-08; start float 8d; finish float 4d; float {total}
        """
    )


def test_finish_float_is_the_default() -> None:
    """Source: Oracle, "ScheduleOptions Fields", compute total float as."""
    solved("project: start 2027-03-01; rules p6\nX 10d\nB 2d expected finish 2027-03-08 => float 4d; start float 8d")


@pytest.mark.parametrize("kind", ["start", "finish", "smallest"])
def test_started_activities(kind: str) -> None:
    """Early start and late start are those of the remaining work.

    Source: Oracle, "ScheduleOptions Fields", ComputeTotalFloatType.
    """
    solved(
        f"""
        project: start 2027-03-01; rules p6; data date 2027-03-03; float kind {kind}
        X 10d
        A 3d actual start=2027-03-01; remaining 1d  => float 9d
        """
    )


def test_open_ends_are_critical_when_the_option_says_so() -> None:
    """An activity without successors may not finish later than it does.

    Source: Oracle, "ScheduleOptions Fields", MakeOpenEndedActivitiesCritical.
    """
    text = """
    A 5d             => float 0d; critical
    B 1d             => float {}
    C 1d after B     => float {}
    """
    solved("project: start 2027-03-01; rules p6; open ends critical\n" + text.format("0d", "0d"))
    solved("project: start 2027-03-01; rules p6\n" + text.format("3d", "3d"))


def test_open_ends_win_over_must_finish_by() -> None:
    """Source: Oracle, "ScheduleOptions Fields", make open-ended activities critical."""
    solved(
        "project: start 2027-03-01; rules p6; open ends critical; must finish by 2027-03-12\n"
        "A 5d => late finish 2027-03-05; float 0d; critical"
    )


def test_the_critical_float_limit() -> None:
    """Source: Oracle, "ScheduleOptions Fields", CriticalActivityFloatThreshold."""
    solved(
        """
        project: start 2027-03-01; rules p6; critical float 2d
        A 5d => critical
        B 3d => float 2d; critical
        C 2d => float 3d; not critical
        """
    )


def test_negative_float_is_critical() -> None:
    """Source: Oracle, "Activity Fields", TotalFloat."""
    solved(
        "project: start 2027-03-01; rules p6; must finish by 2027-03-02\n"
        "A 3d => float -1d; critical\nB 2d => float 0d; critical"
    )


def test_float_is_counted_in_the_activitys_calendar() -> None:
    """Two weeks of room are ten days for the office and fourteen for those who never rest.

    Source: Oracle, "Activity Fields", TotalFloat.
    """
    solved(
        """
        project: start 2027-03-01; rules p6
        calendar Seven: Sat-Sun 08:00-12:00 13:00-17:00
        X 11d                  => 2027-03-01..2027-03-15
        A 1d                   => float 10d
        B 1d calendar Seven    => float 14d
        """
    )


def test_free_float_is_counted_to_the_successors_early_date() -> None:
    """Source: Oracle, "Activity Fields", FreeFloat."""
    solved(
        """
        project: start 2027-03-01; rules p6
        A 5d
        B 2d              => free 3d
        C 2d              => free 0d
        D 1d after A, B   => 2027-03-08..2027-03-08; free 0d
        E 4d after C      => 2027-03-03..2027-03-08; free 0d
        """
    )


def test_start_milestones_have_late_dates_at_the_start_of_a_shift() -> None:
    """The late date of a start milestone is not moved to the end of the shift before.

    Source: saved dates of P6.
    """
    solved(
        """
        project: start 2027-03-01; rules p6
        X 5d
        S start milestone           => late start 2027-03-04T08:00; float 3d
        A 2d after S                => late 2027-03-04..2027-03-05
        """
    )


def test_lone_start_to_start_successors_bound_the_finish() -> None:
    """Without lag and without successors of its own, B bounds A's finish by its late finish.

    Source: saved dates of P6.
    """
    solved(
        """
        project: start 2027-03-01; rules p6
        X 10d
        A 2d              => late 2027-03-11..2027-03-12
        B 1d after A SS   => late 2027-03-12..2027-03-12
        """
    )
