"""Work that has begun or ended, by P6's rules: retained logic, progress override, actual dates."""

from __future__ import annotations

import pytest

from tests.cases.solved import dates_of, solved


def project(options: str = "", data_date: str = "2027-03-03") -> str:
    return f"project: start 2027-03-01; rules p6; data date {data_date}; {options}\n"


def test_unstarted_work_begins_at_the_data_date() -> None:
    """Source: Oracle, "Activity Fields", RemainingEarlyStartDate."""
    solved(project() + "A 2d => 2027-03-03..2027-03-04")


def test_what_remains_begins_at_the_data_date() -> None:
    """The bar runs from the actual start, the early dates are those of the remaining work.

    Source: Oracle, "Activity Fields", RemainingDuration.
    """
    solved(
        project() + "A 5d actual start=2027-03-01; remaining 4d => 2027-03-01..2027-03-08; early 2027-03-03..2027-03-08"
    )


def test_finished_activities_have_no_float() -> None:
    """Source: Oracle, "Activity Fields", TotalFloat."""
    found = solved(
        project() + "A 2d actual start=2027-03-01 finish=2027-03-02 => 2027-03-01..2027-03-02; not critical\nB 1d"
    )
    assert dates_of(found, "A").total_float is None


def test_logic_through_finished_work_ends_at_the_data_date() -> None:
    """Source: Oracle, "Activity Fields", RemainingEarlyStartDate."""
    solved(
        project()
        + """
        A 2d actual start=2027-03-01 finish=2027-03-02
        B 1d after A                                    => 2027-03-03..2027-03-03
        """
    )


OUT_OF_SEQUENCE = """
A 5d actual start=2027-03-01; remaining 3d                    => 2027-03-01..2027-03-05
B 4d after A; actual start=2027-03-02; remaining 3d           => 2027-03-02..{finish}
C 1d after B                                                  => {next}..{next}
"""


@pytest.mark.parametrize(
    ("option", "finish", "following"),
    [
        ("retained logic", "2027-03-10", "2027-03-11"),
        ("progress override", "2027-03-05", "2027-03-08"),
        ("actual dates", "2027-03-10", "2027-03-11"),
    ],
)
def test_out_of_sequence_progress(option: str, finish: str, following: str) -> None:
    """B began before A ended.  With retained logic the rest of B waits for A, with progress override it does not;
    actual dates differ from retained logic only behind finished work.

    Source: Oracle, "ScheduleOptions Fields", OutOfSequenceScheduleType; Oracle, "ScheduleOptions Fields".
    """
    solved(project(option) + OUT_OF_SEQUENCE.format(finish=finish, next=following))


FINISHED_EARLY = """
A 5d                                                          => 2027-03-03..2027-03-09
B 2d after A; actual start=2027-03-01 finish=2027-03-02       => 2027-03-01..2027-03-02
C 1d after B                                                  => {next}..{next}
"""


@pytest.mark.parametrize(
    ("option", "following"),
    [("retained logic", "2027-03-10"), ("progress override", "2027-03-03"), ("actual dates", "2027-03-03")],
)
def test_out_of_sequence_work_that_is_done(option: str, following: str) -> None:
    """B is finished before A began.  Retained logic hands on what A asks; override and actual dates do not.

    Source: Oracle, "ScheduleOptions Fields", OutOfSequenceScheduleType.
    """
    solved(project(option) + FINISHED_EARLY.format(next=following))


def test_progress_override_takes_the_predecessors_limit_away_too() -> None:
    """Backwards the overridden link bounds nothing: A has float to the end of the project.

    Source: Oracle, "ScheduleOptions Fields", progress override.
    """
    text = """
    X 10d                                                       => 2027-03-03..2027-03-16
    A 2d                                                        => late finish {late}
    B 4d after A; actual start=2027-03-02; remaining 3d
    """
    solved(project("progress override") + text.format(late="2027-03-16"))
    solved(project("retained logic") + text.format(late="2027-03-11"))


def test_progress_override_keeps_links_from_finished_work_and_to_unstarted_work() -> None:
    """Source: Oracle, "ScheduleOptions Fields", progress override."""
    solved(
        project("progress override")
        + """
        A 2d
        B 1d after A                                              => 2027-03-05..2027-03-05
        C 3d after A; actual start=2027-03-02; remaining 2d       => 2027-03-02..2027-03-04
        """
    )


def test_suspend_and_resume() -> None:
    """The remaining work goes on on the resume date.

    Source: Oracle, "Activity Fields", SuspendDate and ResumeDate.
    """
    solved(
        project()
        + """
        A 4d actual start=2027-03-01; remaining 2d; suspended 2027-03-03; resume 2027-03-09  => 2027-03-01..2027-03-10
        B 1d after A                                                                         => 2027-03-11..2027-03-11
        """
    )


def test_a_resume_date_before_the_data_date_has_passed() -> None:
    """Source: Oracle, "Activity Fields", SuspendDate and ResumeDate."""
    solved(
        project(data_date="2027-03-08")
        + "A 4d actual start=2027-03-01; remaining 2d; suspended 2027-03-02; resume 2027-03-04 => finish 2027-03-09"
    )


def test_lag_after_finished_work_runs_off_before_the_data_date() -> None:
    """A ended on Monday; of four days of lag two are left on Wednesday.

    Source: Oracle, "Relationship Fields", Lag.
    """
    solved(
        project()
        + """
        A 1d actual start=2027-03-01 finish=2027-03-01
        B 1d after A +4d                                => 2027-03-08..2027-03-08
        C 1d after A +1d                                => 2027-03-03..2027-03-03
        """
    )


@pytest.mark.parametrize("option", ["", "lag from actual start"])
def test_start_to_start_lag_of_started_work(option: str) -> None:
    """A has worked one day, so three of four days of lag are left from the data date; four from Tuesday is the same.

    Source: Oracle, "ScheduleOptions Fields", StartToStartLagCalculationType.
    """
    solved(
        project(option)
        + """
        A 9d actual start=2027-03-02; remaining 8d
        B 1d after A SS+4d                           => 2027-03-08..2027-03-08
        """
    )


def test_start_to_start_lag_differs_when_work_and_calendar_time_do() -> None:
    """A was at work for one day only since Monday the 1st: from the early start three days are left, from the actual
    start the lag has run off.

    Source: Oracle, "ScheduleOptions Fields", StartToStartLagCalculationType.
    """
    text = "A 9d actual start=2027-03-01; remaining 8d\nB 1d after A SS+4d => {start}..{start}"
    solved(project("", "2027-03-08") + text.format(start="2027-03-11"))
    solved(project("lag from actual start", "2027-03-08") + text.format(start="2027-03-08"))


def test_finish_to_finish_from_finished_work() -> None:
    """The lag counts from the actual finish.  Source: Oracle, "Relationship Fields"."""
    solved(
        project()
        + """
        A 1d actual start=2027-03-01 finish=2027-03-01
        B 2d after A FF+6d                              => 2027-03-08..2027-03-09
        """
    )


def test_start_to_finish_from_started_work() -> None:
    """What is left of the lag bounds the finish of B.  Source: Oracle, "Relationship Fields"."""
    solved(
        project()
        + """
        A 9d actual start=2027-03-01; remaining 7d
        B 4d actual start=2027-03-02; remaining 1d; after A SF+5d  => 2027-03-02..2027-03-05
        """
    )


STATES = ("", "actual start=2027-03-01; remaining 2d", "actual start=2027-03-01 finish=2027-03-02")


@pytest.mark.parametrize("kind", ["FS", "SS", "FF", "SF"])
@pytest.mark.parametrize("lag", ["", "+3d", "-1d"])
@pytest.mark.parametrize("before", STATES, ids=["open", "begun", "done"])
@pytest.mark.parametrize("after", STATES, ids=["open", "begun", "done"])
def test_every_kind_of_link_between_every_progress(kind: str, lag: str, before: str, after: str) -> None:
    """Whatever has begun or ended on either side, unfinished work lies at or after the data date, and early dates are
    not after late dates.

    Source: Oracle, "Activity Fields", RemainingEarlyStartDate.
    """
    found = solved(project() + f"X 20d => critical\nA 4d {before}\nB 4d after A {kind}{lag}; {after}")
    for name, state in (("A", before), ("B", after)):
        dates = dates_of(found, name)
        if state != STATES[2]:
            assert dates.early_start is not None
            assert dates.late_start is not None
            assert found.compiled.settings.data_date <= dates.early_start <= dates.late_start


def test_percent_complete_of_a_started_activity_is_in_its_remaining_duration() -> None:
    """Source: Oracle, "Activity Fields", PercentCompleteType."""
    solved(project() + "A 10d actual start=2027-03-01; percent 20 => 2027-03-01..2027-03-12")


def test_milestones_that_are_done() -> None:
    """Source: P6 help, "General Columns of the Activity Table", milestones."""
    solved(
        project()
        + """
        S start milestone; actual start=2027-03-01 finish=2027-03-01T08:00  => start 2027-03-01T08:00
        A 2d after S                                                        => 2027-03-03..2027-03-04
        """
    )
