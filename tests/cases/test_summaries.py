"""Summaries: roll-up, and links, constraints and deadlines that stand on them."""

from __future__ import annotations

import pytest

from tests.cases.solved import codes_of, solved

MS = "project: start 2027-03-01\n"


@pytest.mark.parametrize("rules", ["msproject", "p6"])
def test_a_summary_spans_what_is_below_it(rules: str) -> None:
    """Source: Microsoft Support, "Summary (task field)"; Oracle, "WBS Fields", StartDate."""
    solved(
        f"""
        project: start 2027-03-01; rules {rules}
        Outer               => 2027-03-01..2027-03-10
          Inner             => 2027-03-01..2027-03-04
            A 2d            => 2027-03-01..2027-03-02
            B 2d after A    => 2027-03-03..2027-03-04
          C 3d after B +1d  => 2027-03-08..2027-03-10
        """
    )


def test_a_link_from_a_summary_waits_for_all_of_it() -> None:
    """Source: Microsoft Support, "Link tasks in a project", summary tasks."""
    solved(
        MS
        + """
        Phase
          A 2d
          B 4d                  => 2027-03-01..2027-03-04; float 0d
        After 1d after Phase    => 2027-03-05..2027-03-05
        """
    )


def test_a_link_into_a_summary_holds_back_everything_below() -> None:
    """Source: Microsoft Support, "Link tasks in a project", summary tasks."""
    solved(
        MS
        + """
        Before 2d               => float 0d
        Phase after Before      => 2027-03-03..2027-03-08
          A 2d                  => 2027-03-03..2027-03-04; float 2d
          Inner                 => 2027-03-03..2027-03-08
            B 4d                => 2027-03-03..2027-03-08; float 0d
        """
    )


@pytest.mark.parametrize(
    ("link", "first", "second"),
    [
        ("P SS+1d", "2027-03-02..2027-03-03", "2027-03-02..2027-03-05"),
        ("P +1d", "2027-03-05..2027-03-08", "2027-03-05..2027-03-10"),
        ("P -1d", "2027-03-03..2027-03-04", "2027-03-03..2027-03-08"),
    ],
)
def test_links_with_lag_into_a_summary(link: str, first: str, second: str) -> None:
    """Source: Microsoft Support, "Set lead or lag time (float) between tasks"."""
    solved(f"{MS}P 3d\nPhase after {link}\n  A 2d => {first}\n  B 4d => {second}")


def test_a_finish_to_finish_link_into_a_summary_reaches_each_task_below() -> None:
    """Every task of the phase ends no earlier than the predecessor.

    Source: saved dates of MS Project; it offers only FS and SS into summaries in its dialogs, files hold the others.
    """
    solved(
        MS
        + """
        P 5d
        Phase after P FF
          A 2d   => 2027-03-04..2027-03-05
          B 6d   => 2027-03-01..2027-03-08
        """
    )


def test_summary_to_summary() -> None:
    """Source: Microsoft Support, "Link tasks in a project", summary tasks."""
    solved(
        MS
        + """
        One                 => 2027-03-01..2027-03-03
          A 3d
          B 1d              => float 2d
        Two after One       => 2027-03-04..2027-03-05
          C 2d              => 2027-03-04..2027-03-05
          D 1d              => 2027-03-04..2027-03-04; float 1d
        """
    )


def test_links_on_nested_summaries_add_up() -> None:
    """The later of the two entrances counts for the inner tasks, the outer one alone for the others.

    Source: Microsoft Support, "Link tasks in a project", summary tasks.
    """
    solved(
        MS
        + """
        P 1d
        Q 3d
        Outer after P        => 2027-03-02..2027-03-05
          A 1d               => 2027-03-02..2027-03-02
          Inner after Q      => 2027-03-04..2027-03-05
            B 2d             => 2027-03-04..2027-03-05
            C 1d after A     => 2027-03-04..2027-03-04
        """
    )


def test_a_summary_in_the_middle_passes_logic_on() -> None:
    """From a task through a summary inside a summary to the next task.

    Source: Microsoft Support, "Link tasks in a project", summary tasks.
    """
    solved(
        MS
        + """
        P 2d                  => float 0d
        Outer
          Inner after P
            A 2d              => 2027-03-03..2027-03-04; float 0d
        Last 1d after Outer   => 2027-03-05..2027-03-05; float 0d
        """
    )


def test_late_dates_pass_through_a_summary() -> None:
    """P must end before the first late start below, A and B before the late start of what follows.

    Source: saved dates of MS Project.
    """
    solved(
        MS
        + """
        X 10d
        P 1d                  => late 2027-03-08..2027-03-08; float 5d
        Phase after P
          A 2d                => late 2027-03-10..2027-03-11; float 6d
          B 3d                => late 2027-03-09..2027-03-11; float 5d
        Last 1d after Phase   => late 2027-03-12..2027-03-12; float 5d
        """
    )


def test_start_no_earlier_than_on_a_summary() -> None:
    """Source: Microsoft Support, "Set a task start or finish date (constraint) for a task", summary tasks."""
    solved(
        MS
        + """
        Phase SNET 2027-03-03  => 2027-03-03..2027-03-04
          A 2d                 => 2027-03-03..2027-03-04
          B 1d                 => 2027-03-03..2027-03-03
        C 1d                   => 2027-03-01..2027-03-01
        """
    )


def test_finish_no_later_than_on_a_summary_bounds_the_tasks_below() -> None:
    """Source: Microsoft Support, "Set a task start or finish date (constraint) for a task", summary tasks."""
    solved(
        MS
        + """
        X 10d
        Phase FNLT 2027-03-04
          A 2d                 => 2027-03-01..2027-03-02; late finish 2027-03-04; float 2d
          B 5d                 => 2027-03-01..2027-03-05; late finish 2027-03-04; float -1d
        """
    )


def test_a_deadline_on_a_summary() -> None:
    """Source: Microsoft Support, "Deadline (task field)"."""
    solved(
        MS
        + """
        X 10d
        Phase deadline 2027-03-04
          A 2d                     => late finish 2027-03-04; float 2d
          Inner
            B 1d                   => late finish 2027-03-04; float 3d
        """
    )


def test_p6_links_on_a_wbs_element_are_not_logic() -> None:
    """In P6 only activities carry relationships; an element just spans its activities.

    Source: Oracle, "WBS Fields".
    """
    solved(
        """
        project: start 2027-03-01; rules p6
        W                  => 2027-03-01..2027-03-03
          A 3d             => float 0d
          B 1d             => float 2d
        """
    )


def test_a_link_between_a_summary_and_a_task_inside_it_is_left_out_and_told() -> None:
    """Source: Microsoft Support, "Link tasks in a project": a summary cannot be linked to its own subtask."""
    found = solved(
        MS
        + """
        Outer                 => 2027-03-01..2027-03-02
          Inner
            A 2d after Outer  => 2027-03-01..2027-03-02
            B 1d
        C 1d after C          => 2027-03-01..2027-03-01
        """
    )
    assert codes_of(found) == ["link_inside_summary", "link_inside_summary"]


def test_a_loop_through_a_summary_is_found() -> None:
    """Phase waits for P, and P for a task inside Phase; the rest of the plan is scheduled all the same.

    Source: Microsoft Support, "You can't create a circular relationship" (error message).
    """
    found = solved(
        MS
        + """
        P 1d after A
        Phase after P
          A 2d
          B 1d
        C 1d           => 2027-03-01..2027-03-01
        """
    )
    assert codes_of(found) == ["loop"]


def test_a_gate_inside_a_summary_changes_no_limit() -> None:
    """A constraint on an inner summary that holds nothing leaves the late dates of the outer one's predecessor alone.

    Source: saved dates of MS Project: the limit of begun work is where it resumes.
    """
    text = """
        project: start 2027-03-01
        X 10d                                                        => critical
        P 1d                                                         => late finish 2027-03-02
        Outer after P
          Inner{}
            A 4d actual start=2027-03-01; remaining 2d; resume 2027-03-04
          B 2d SNET 2027-03-03
        """
    solved(text.format(""))
    solved(text.format(" SNET 2027-03-01"))
