"""MS Project's passes from the inside: causes, what logic asked, limits that are not shown."""

from __future__ import annotations

import pytest

from headway.core.schedule import network as net
from headway.core.time import NEVER
from tests.drawn.words import instant
from tests.unit.core.schedule.solving import dates_of, solved_from, solved_row


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("A 1d", net.BY_PROJECT_START),
        ("X 1d\nA 1d after X", net.BY_LINK),
        ("X 1d\nA 1d after X -1d", net.BY_LINK),
        ("A 1d SNET 2027-03-04", net.BY_CONSTRAINT),
        ("A 1d SNET 2027-02-04", net.BY_PROJECT_START),
        ("X 2d\nA 1d after X; MSO 2027-03-02", net.BY_CONSTRAINT),
        ("A 1d actual start=2027-03-02", net.BY_ACTUAL),
        ("A 1d manual start=2027-03-02", net.BY_MANUAL),
        ("A 1d external; manual start=2027-03-02 finish=2027-03-02", net.BY_MANUAL),
        ("X 1d\nP after X\n  A 1d", net.BY_SUMMARY),
        ("X 3d\nP after X FF\n  A 1d", net.BY_SUMMARY),
        ("X 3d\nA 1d ALAP", net.BY_LATE),
        ("A 1d delay 1ed", net.BY_DELAY),
        ("A LOE; after X SS, X FF\nX 1d", net.BY_SPAN),
    ],
)
def test_what_decided_the_start(text: str, cause: int) -> None:
    assert solved_row(solved_from(text), "A")["cause"] == cause


def test_the_link_that_decided() -> None:
    found = solved_from("X 1d\nY 3d\nZ 2d\nA 1d after X, Y, Z")
    link = found.compiled.link_ids[int(solved_row(found, "A")["cause_link"])]
    assert found.compiled.plan.links[link].predecessor == 2


def test_a_link_that_asks_nothing_later_is_no_cause() -> None:
    found = solved_from("X 1d\nY 3d SNET 2027-03-04\nP after Y\n  A 1d after X")
    assert solved_row(found, "A")["cause"] == net.BY_SUMMARY


def test_what_logic_asked_before_the_constraint() -> None:
    row = solved_row(solved_from("X 5d\nA 2d after X; SNLT 2027-03-03"), "A")
    assert row["asked_start"] == instant("2027-03-08", 4_800)
    assert row["early_start"] == instant("2027-03-03", 4_800)


def test_the_limit_of_a_started_task_is_that_of_its_remaining_work() -> None:
    row = solved_row(solved_from("X 5d\nA 4d actual start=2027-03-01; remaining 2d"), "A")
    assert row["limit_start"] == instant("2027-03-04", 4_800)
    assert row["late_start"] == instant("2027-03-01", 4_800)


def test_a_gate_hands_on_the_finish_that_it_is_asked_for() -> None:
    found = solved_from("X 5d\nP after X FF\n  Q SNET 2027-03-02\n    A 1d\n  B 1d")
    gates = found.arrays[len(found.compiled.task_ids) :]
    assert [row["bound_finish"] for row in gates] == [instant("2027-03-05", 10_200)] * 2
    assert gates[1]["early_start"] == instant("2027-03-02", 4_800)
    assert dates_of(found, "A").finish == dates_of(found, "B").finish == dates_of(found, "X").finish


def test_a_started_task_held_back_by_a_finish_constraint() -> None:
    found = solved_from("A 2d actual start=2027-03-01; remaining 1d; FNET 2027-03-04")
    assert dates_of(found, "A").finish == instant("2027-03-04", 10_200)


@pytest.mark.parametrize("kind", ["SS", "SF"])
def test_start_links_do_not_bound_started_predecessors(kind: str) -> None:
    text = f"X 10d\nA 4d actual start=2027-03-01; remaining 2d\nB 1d after A {kind}; deadline 2027-03-03"
    found = solved_from(text)
    assert dates_of(found, "A").late_finish == found.finish


def test_start_to_start_into_started_work_bounds_nothing() -> None:
    found = solved_from("X 10d\nA 1d\nB 4d after A SS; actual start=2027-03-01; remaining 2d; deadline 2027-03-05")
    assert dates_of(found, "A").late_finish == found.finish


def test_late_milestones_stay_at_the_face_they_are_given() -> None:
    found = solved_from("X 5d\nM milestone\nA 2d after M")
    assert dates_of(found, "M").late_finish == instant("2027-03-04", 4_800)


def test_inactive_predecessors_and_successors_are_passed_over() -> None:
    found = solved_from("X 9d inactive\nA 1d after X\nY 1d after A; deadline 2027-03-01; inactive\nZ 5d")
    assert dates_of(found, "A").start == instant("2027-03-01", 4_800)
    assert dates_of(found, "A").late_finish == found.finish


def test_inactive_predecessors_of_a_summary() -> None:
    found = solved_from("X 9d inactive\nP after X\n  A 1d")
    assert dates_of(found, "A").start == instant("2027-03-01", 4_800)


def test_a_gated_summary_with_nothing_below_has_no_dates() -> None:
    found = solved_from("X 1d\nP after X\n  A 1d inactive\nB 1d after P\nC 2d")
    assert solved_row(found, "P")["early_start"] == NEVER
    assert dates_of(found, "B").start == instant("2027-03-01", 4_800)


def test_work_below_a_nested_summary_counts_as_begun() -> None:
    text = """
    X 10d
    P 1d
    Outer after P
      Inner
        A 4d actual start=2027-03-01; remaining 2d; resume 2027-03-04
      B 2d SNET 2027-03-03
    """
    assert dates_of(solved_from(text), "P").late_finish == instant("2027-03-02", 10_200)


def test_a_summary_begun_without_a_resume_date_goes_on_at_its_limit() -> None:
    found = solved_from("X 10d\nP 1d\nQ after P\n  A 4d actual start=2027-03-01; remaining 2d")
    assert dates_of(found, "P").late_finish == instant("2027-03-10", 10_200)


def test_the_finish_of_resource_driven_work() -> None:
    text = """
    resource Ann:
    X 10d
    A 1d resource Ann work=16h
    B 2d resource Ann work=32h; actual start=2027-03-01; remaining 1d
    C 1d after B SF+3d; resource Ann work=16h
    """
    found = solved_from(text)
    assert dates_of(found, "A").finish == instant("2027-03-02", 10_200)
    assert dates_of(found, "A").late_start == instant("2027-03-11", 4_800)
    assert dates_of(found, "B").finish == instant("2027-03-04", 10_200)
    assert dates_of(found, "C").start == instant("2027-03-02", 4_800)


def test_what_remains_of_resource_driven_work_goes_on_at_its_resume_date() -> None:
    text = """
    calendar Wed: Wed off
    resource Ann: calendar Wed
    A 4d resource Ann actual=16h; actual start=2027-03-01; remaining 2d; resume 2027-03-09
    """
    assert dates_of(solved_from(text), "A").finish == instant("2027-03-11", 10_200)
