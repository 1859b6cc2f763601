"""Activities that span others: level of effort, WBS summary, hammock."""

from __future__ import annotations

import pytest

from tests.cases.solved import dates_of, solved

P6 = "project: start 2027-03-01; rules p6\n"


def test_level_of_effort_runs_from_its_first_tie_to_its_last() -> None:
    """Started by A, ended by C; it moves nobody and has the float of what it spans.

    Source: P6 help, "General Columns of the Activity Table", activity type, level of effort.
    """
    solved(
        P6
        + """
        A 2d
        B 3d after A
        C 1d after B           => 2027-03-08..2027-03-08
        L LOE; after A SS, C FF  => 2027-03-01..2027-03-08
        """
    )


def test_level_of_effort_with_lag_on_its_ties() -> None:
    """Source: P6 help, "General Columns of the Activity Table", level of effort."""
    solved(P6 + "A 2d\nB 3d after A\nL LOE; after A SS+1d, B FF-1d => 2027-03-02..2027-03-04")


def test_level_of_effort_tied_by_its_successors() -> None:
    """L starts with A and ends when B starts, by links that leave it.

    Source: P6 help, "General Columns of the Activity Table", level of effort.
    """
    solved(P6 + "L LOE => 2027-03-01..2027-03-04\nA 4d after L SS\nB 1d after A; after L => 2027-03-05..2027-03-05")


def test_level_of_effort_drives_nothing() -> None:
    """A successor of level of effort is not held by it.

    Source: P6 help, "General Columns of the Activity Table", level of effort.
    """
    solved(
        P6
        + """
        A 5d
        L LOE; after A SS, A FF   => 2027-03-01..2027-03-05
        B 1d after L              => 2027-03-01..2027-03-01
        """
    )


def test_level_of_effort_without_ties_spans_the_project() -> None:
    """Source: saved dates of P6."""
    solved(P6 + "A 4d\nL LOE => start 2027-03-01")


def test_level_of_effort_begins_with_the_actual_start_of_what_it_spans() -> None:
    """Its start is the actual start of A, its end moves with A.

    Source: P6 help, "General Columns of the Activity Table", level of effort.
    """
    found = solved(
        """
        project: start 2027-03-01; rules p6; data date 2027-03-03
        A 5d actual start=2027-03-01; remaining 3d                   => 2027-03-01..2027-03-05
        L LOE; after A SS, A FF; actual start=2027-03-01; remaining 3d
        """
    )
    assert dates_of(found, "L").start == dates_of(found, "A").start
    assert dates_of(found, "L").finish == dates_of(found, "A").finish


@pytest.mark.parametrize("rules", ["msproject", "p6"])
def test_a_hammock_hangs_between_two_dates(rules: str) -> None:
    """Source: our rule for files that carry hammocks: as level of effort."""
    solved(
        f"""
        project: start 2027-03-01; rules {rules}
        A 2d
        B 3d after A
        H hammock; after A SS, B FF  => 2027-03-01..2027-03-05
        """
    )


def test_a_wbs_summary_activity_spans_its_element() -> None:
    """From the earliest start to the latest finish of the activities of its WBS element.

    Source: Primavera P6 client help, "WBS summary activity".
    """
    solved(
        P6
        + """
        W                        => 2027-03-01..2027-03-05
          S wbs summary          => 2027-03-01..2027-03-05
          A 2d
          B 3d after A
        C 10d
        """
    )


def test_wbs_elements_have_no_dates_of_their_own() -> None:
    """Source: Oracle, "WBS Fields"."""
    found = solved(P6 + "W wbs element\nA 1d => 2027-03-01..2027-03-01")
    assert dates_of(found, "W").start is None
    assert not dates_of(found, "W").critical


def test_level_of_effort_keeps_its_own_actual_dates() -> None:
    """What was recorded as begun or ended stays, whatever the activities it is tied to do.

    Source: Oracle, "Activity Fields", Start and Finish: the actual date when there is one.
    """
    solved(
        """
        project: start 2027-03-01; rules p6; data date 2027-03-03
        A 5d SNET 2027-03-08
        L LOE; after A SS, A FF; actual start=2027-03-01; remaining 3d  => start 2027-03-01; finish 2027-03-12
        """
    )
    solved(
        """
        project: start 2027-03-01; rules p6; data date 2027-03-08
        A 5d actual start=2027-03-01; remaining 3d
        L LOE; after A SS, A FF; actual start=2027-03-01 finish=2027-03-03  => 2027-03-01..2027-03-03
        """
    )
