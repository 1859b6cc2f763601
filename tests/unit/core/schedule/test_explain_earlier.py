"""What would have to move for a task to be earlier."""

from __future__ import annotations

import pytest

from headway.messages import render
from tests.unit.core.schedule.spoken import spoken

MS = "project: start 2027-03-01\n"
P6 = "project: start 2027-03-01; data date 2027-03-01; rules p6\n"
BOTH = pytest.mark.parametrize("opening", [MS, P6])
MOVED = "project: start 2027-03-01; data date 2027-03-04; move unfinished\n"
LEFT = "project: start 2027-03-01; data date 2027-03-04\n"
LATE_P6 = "project: start 2027-03-01; data date 2027-03-04; rules p6\n"
DAY = 4_800


@BOTH
def test_one_link_holds_and_another_is_next(opening: str) -> None:
    said = spoken(opening + "A 5d\nB 3d\nC 1d; after A, B")
    earlier = said.of("C").earlier
    assert [holder.task.name for holder in earlier.holders if holder.task] == ["A"]
    assert earlier.gain is not None
    assert earlier.gain.span == 2 * DAY
    assert said.earlier("C") == (
        "What holds it: 'A' finishes Fri 5 Mar 2027. If that gave way, it could start up to 2 working days earlier; "
        "then this would hold it: 'B' finishes Wed 3 Mar."
    )


@BOTH
def test_two_hold_at_once(opening: str) -> None:
    said = spoken(opening + "A 5d\nB 5d\nC 3d\nD 1d; after A, B, C")
    earlier = said.of("D").earlier
    assert [holder.gain.span for holder in earlier.holders if holder.gain] == [0, 0]
    assert earlier.gain is not None
    assert earlier.gain.span == 2 * DAY
    assert said.earlier("D").startswith("What holds it, all at once: 'A' finishes Fri 5 Mar 2027 and 'B' finishes")


def test_the_project_start_is_the_last_thing_to_hold() -> None:
    said = spoken(MS + "A 2d\nB 1d; after A")
    assert said.earlier("B") == (
        "What holds it: 'A' finishes Tue 2 Mar 2027. If that gave way, it could start up to 2 working days earlier; "
        "then this would hold it: the project starts Mon 1 Mar."
    )


def test_nothing_but_the_project_start_holds() -> None:
    earlier = spoken(MS + "A 2d").of("A").earlier
    assert earlier.gain is None
    assert earlier.next == ()
    assert render(earlier.message) == "What holds it: the project starts Mon 1 Mar 2027. Nothing else does."


def test_the_data_date_holds_in_p6() -> None:
    said = spoken("project: start 2027-03-01; data date 2027-03-04; rules p6\nA 2d")
    assert said.earlier("A") == (
        "What holds it: open work cannot lie before the data date, Thu 4 Mar 2027. Nothing else does."
    )


def test_the_data_date_of_a_plan_that_moves_open_work() -> None:
    said = spoken(MOVED + "A 2d")
    assert said.earlier("A") == (
        "What holds it: open work cannot lie before the data date, Thu 4 Mar 2027. Nothing else does."
    )


@pytest.mark.parametrize(
    ("opening", "holds"),
    [
        (MOVED, "open work cannot lie"),
        (LATE_P6, "open work cannot lie"),
        (LEFT, "what is not done cannot begin"),
    ],
)
def test_no_gain_reaches_before_the_data_date(opening: str, holds: str) -> None:
    said = spoken(opening + "A 2d; SNET 2027-03-08\nB 1d; after A")
    earlier = said.of("B").earlier
    assert earlier.gain is not None
    assert earlier.gain.span == 4 * DAY
    assert [holder.gain.span for holder in earlier.holders if holder.gain] == [4 * DAY]
    assert [holder.cause for holder in earlier.next] == ["data_date"]
    assert said.earlier("B").endswith(
        f"could start up to 4 working days earlier; then this would hold it: {holds} before the data date, Thu 4 Mar."
    )


def test_a_task_on_the_data_date_cannot_be_earlier() -> None:
    said = spoken(LEFT + "A 3d\nB 1d; after A")
    assert said.earlier("B") == (
        "What holds it: 'A' finishes Wed 3 Mar 2027. Even without that it would not start earlier: "
        "what is not done cannot begin before the data date, Thu 4 Mar."
    )


def test_a_task_left_behind_cannot_be_earlier() -> None:
    said = spoken(LEFT + "A 1d\nB 1d; after A\nC 1d; manual start=2027-03-02 finish=2027-03-02")
    for name, cause in (("B", "link"), ("C", "manual")):
        earlier = said.of(name).earlier
        assert [(holder.cause, holder.gain.span) for holder in earlier.holders if holder.gain] == [(cause, 0)]
        assert said.earlier(name) == (
            "Nothing: it was to begin before the data date, Thu 4 Mar 2027, but has not; nothing can begin in the past."
        )


def test_typed_dates_give_way_down_to_the_data_date() -> None:
    said = spoken(LEFT + "A 1d; manual start=2027-03-08 finish=2027-03-08")
    assert said.earlier("A") == (
        "Its dates were typed by hand; by its links it would start 2 working days earlier, Thu 4 Mar 2027. "
        "Before the data date, Thu 4 Mar, nothing can begin that is not done."
    )


def test_as_late_as_possible_gives_way_down_to_the_data_date() -> None:
    said = spoken(LEFT + "A 2d; ALAP\nB 8d")
    earlier = said.of("A").earlier
    assert earlier.gain is not None
    assert earlier.gain.span == 3 * DAY
    assert said.earlier("A").endswith("Before the data date, Thu 4 Mar, nothing can begin that is not done.")


def test_in_p6_what_waits_for_nothing_is_not_before_the_project() -> None:
    said = spoken("project: start 2027-03-03; data date 2027-03-01; rules p6\nA 5d\nB 1d; after A")
    earlier = said.of("B").earlier
    assert earlier.gain is not None
    assert earlier.gain.span == 5 * DAY
    assert [holder.cause for holder in earlier.next] == ["project_start"]


@BOTH
def test_a_constraint_holds(opening: str) -> None:
    said = spoken(opening + "A 2d\nB 1d; after A; SNET 2027-03-08")
    assert said.earlier("B") == (
        "What holds it: it must not start before Mon 8 Mar 2027. If that gave way, it could start up to 3 working days "
        "earlier; then this would hold it: 'A' finishes Tue 2 Mar."
    )


@BOTH
def test_a_constraint_and_a_link_hold(opening: str) -> None:
    said = spoken(opening + "A 5d\nB 1d; after A; SNET 2027-03-08")
    assert [holder.cause for holder in said.of("B").earlier.holders] == ["link", "constraint"]


@BOTH
def test_a_constraint_that_pulls_ahead(opening: str) -> None:
    said = spoken(opening + "A 5d\nB 1d; after A; MSO 2027-03-03")
    assert said.earlier("B") == (
        "Nothing: it is already ahead of its links, which would let it start Mon 8 Mar 2027: "
        "it must start on Wed 3 Mar."
    )


def test_a_limit_that_pulls_ahead() -> None:
    said = spoken(MS + "A 5d\nB 1d; after A; SNLT 2027-03-03")
    assert said.earlier("B").startswith("Nothing: it is already ahead of its links")


def test_a_summary_holds() -> None:
    said = spoken(MS + "A 3d\nZ 1d\nPhase; after A\n  B 1d; after Z")
    earlier = said.of("B").earlier
    assert [holder.cause for holder in earlier.holders] == ["summary"]
    assert said.earlier("B") == (
        "What holds it: 'A' finishes Wed 3 Mar 2027, which its summary 'Phase' waits for. If that gave way, it could "
        "start up to 2 working days earlier; then this would hold it: 'Z' finishes Mon 1 Mar."
    )


def test_a_constraint_on_a_summary_holds() -> None:
    said = spoken(MS + "Phase; SNET 2027-03-04\n  B 1d")
    assert said.earlier("B").startswith("What holds it: its summary holds it.")


def test_levelling_holds() -> None:
    said = spoken(MS + "A 1d\nB 2d; after A; delay 2ed")
    assert [holder.cause for holder in said.of("B").earlier.holders] == ["link", "delay"]
    assert "delayed by 2 calendar days" in said.earlier("B")


def test_days_off_hold_as_well() -> None:
    said = spoken(MS + "calendar UK: off 2027-03-03\nA 2d\nB 1d; after A; calendar UK")
    assert said.earlier("B").endswith("Days off also stand in the way: Wed 3 Mar is not a working day.")
    assert [gap.kind for gap in said.of("B").earlier.gaps] == ["holiday"]


def test_weekends_are_not_offered_for_work() -> None:
    said = spoken(MS + "A 5d\nB 1d; after A")
    assert "Days off" not in said.earlier("B")
    assert [gap.kind for gap in said.of("B").earlier.gaps] == ["weekend"]


def test_started_work() -> None:
    said = spoken(MS + "A 5d; actual start=2027-03-01")
    assert said.earlier("A") == "It has started; only less work would make it finish earlier."


def test_started_work_in_p6_is_held_by_the_data_date() -> None:
    said = spoken(
        "project: start 2027-03-01; data date 2027-03-04; rules p6\nA 5d; actual start=2027-03-01; remaining 3d"
    )
    assert [holder.cause for holder in said.of("A").earlier.holders] == ["data_date"]


def test_suspended_work_in_p6() -> None:
    said = spoken(
        "project: start 2027-03-01; data date 2027-03-04; rules p6\n"
        "A 5d; actual start=2027-03-01; remaining 3d; resume 2027-03-10",
    )
    assert "its work is suspended until Wed 10 Mar" in said.earlier("A")


@BOTH
def test_done(opening: str) -> None:
    assert spoken(opening + "A 1d; actual start=2027-03-01 finish=2027-03-01").earlier("A") == "It is done."


def test_typed_dates() -> None:
    said = spoken(MS + "A 1d\nB 2d; after A; manual start=2027-03-08 finish=2027-03-09")
    assert said.earlier("B") == (
        "Its dates were typed by hand; by its links it would start 4 working days earlier, Tue 2 Mar 2027."
    )


def test_typed_dates_ahead_of_the_links() -> None:
    said = spoken(MS + "A 5d\nB 2d; after A; manual start=2027-03-02 finish=2027-03-03")
    assert said.earlier("B") == "Its dates were typed by hand; by its links it would not start before Mon 8 Mar 2027."


def test_as_late_as_possible() -> None:
    said = spoken(MS + "A 2d; ALAP\nB 4d")
    assert said.earlier("A") == (
        "It could start 2 working days earlier, Mon 1 Mar 2027, if it were not planned as late as possible."
    )


def test_summaries_and_spans_follow_others() -> None:
    said = spoken(MS + "Phase\n  A 2d")
    assert said.earlier("Phase") == "Its dates are those of the tasks that it stands for: move those."


def test_no_dates() -> None:
    assert spoken(MS + "A 2d; inactive").earlier("A") == "It has no dates."


def test_of_many_holders_the_first_are_named() -> None:
    tasks = "".join(f"T{i} 2d\n" for i in range(8))
    said = spoken(MS + tasks + "Z 1d; after " + ", ".join(f"T{i}" for i in range(8)))
    assert "and 3 more links" in said.earlier("Z")
    assert len(said.of("Z").earlier.holders) == 8
