"""What limits late dates, and why tasks have the float they have."""

from __future__ import annotations

import pytest

from tests.unit.core.schedule.spoken import spoken

MS = "project: start 2027-03-01\n"
P6 = "project: start 2027-03-01; data date 2027-03-01; rules p6\n"
BOTH = pytest.mark.parametrize("opening", [MS, P6])


@BOTH
def test_the_project_finish(opening: str) -> None:
    said = spoken(opening + "A 3d\nB 5d")
    assert said.of("A").late.cause == "project_finish"
    assert said.late("A") == "Must finish by Fri 5 Mar 2027: the project finishes Fri 5 Mar."
    assert said.total_float("A") == (
        "Can slip by 2 working days before it moves anything that matters: the project finishes Fri 5 Mar 2027."
    )


@BOTH
def test_a_successor(opening: str) -> None:
    said = spoken(opening + "A 3d\nB 5d; after A")
    assert said.of("A").late.cause == "link"
    assert said.late("A") == "Must finish by Wed 3 Mar 2027: 'B' must start by Thu 4 Mar."
    assert said.total_float("A") == (
        "Has no float, any delay moves what comes after: 'B' must start by Thu 4 Mar 2027."
    )


@BOTH
def test_a_successor_that_waits_with_its_finish(opening: str) -> None:
    said = spoken(opening + "A 3d\nB 3d; after A FF+1d")
    assert said.late("A") == "Must finish by Wed 3 Mar 2027: 'B' must finish by Thu 4 Mar."


def test_many_successors() -> None:
    tasks = "".join(f"T{i} 2d; after A\n" for i in range(5))
    assert said_late(MS + "A 1d\n" + tasks).endswith("and 2 more tasks wait.")


def said_late(text: str) -> str:
    return spoken(text).late("A")


def test_a_deadline() -> None:
    said = spoken(MS + "A 3d; deadline 2027-03-02\nB 9d")
    assert said.of("A").late.cause == "deadline"
    assert said.late("A") == "Must finish by Tue 2 Mar 2027: its deadline is Tue 2 Mar."
    assert said.total_float("A") == "Is 1 working day too late: its deadline is Tue 2 Mar 2027."


@BOTH
@pytest.mark.parametrize(
    ("constraint", "limit"),
    [
        ("FNLT 2027-03-04", "Must finish by Thu 4 Mar 2027: it must finish by Thu 4 Mar."),
        ("SNLT 2027-03-03", "Must finish by Thu 4 Mar 2027: it must start by Wed 3 Mar."),
        ("MFO 2027-03-04", "Must finish by Thu 4 Mar 2027: it must finish on Thu 4 Mar."),
        ("MSO 2027-03-03", "Must finish by Thu 4 Mar 2027: it must start on Wed 3 Mar."),
    ],
)
def test_constraints(opening: str, constraint: str, limit: str) -> None:
    said = spoken(opening + f"A 2d; {constraint}\nB 9d")
    assert said.of("A").late.cause == "constraint"
    assert said.late("A") == limit


def test_a_summary() -> None:
    said = spoken(MS + "Phase; deadline 2027-03-04\n  A 2d\nB 9d")
    assert said.of("A").late.cause == "summary"
    assert said.late("A") == "Must finish by Thu 4 Mar 2027: its summary must be done by Thu 4 Mar."


def test_what_waits_for_a_summary() -> None:
    said = spoken(MS + "Phase\n  A 2d\nB 2d; after Phase; deadline 2027-03-05\nC 9d")
    assert said.late("A") == "Must finish by Wed 3 Mar 2027: 'B' must start by Thu 4 Mar."


def test_must_finish_by() -> None:
    said = spoken("project: start 2027-03-01; data date 2027-03-01; rules p6; must finish by 2027-03-12\nA 3d")
    assert said.of("A").late.cause == "must_finish_by"
    assert said.late("A") == "Must finish by Fri 12 Mar 2027: the project must finish by Fri 12 Mar."


def test_open_ends_that_count_as_critical() -> None:
    said = spoken("project: start 2027-03-01; data date 2027-03-01; rules p6; open ends critical\nA 3d\nB 5d")
    assert said.of("A").late.cause == "open_end"
    assert said.total_float("A").startswith("Has no float")


@BOTH
def test_done(opening: str) -> None:
    said = spoken(opening + "A 1d; actual start=2027-03-01 finish=2027-03-01\nB 2d; after A")
    assert said.late("A") == "Is done: nothing limits it any more."
    assert said.total_float("A") == "Has no float: it is done."


def test_inactive() -> None:
    said = spoken(MS + "A 1d; inactive\nB 2d")
    assert said.late("A") == "Has no late dates."
    assert said.total_float("A") == "Has no float of its own."


def test_a_rolled_up_summary() -> None:
    said = spoken(MS + "Phase\n  A 2d\n  B 4d")
    assert said.of("Phase").late.cause == "rolled_up"
    assert said.late("Phase") == "Must finish by Thu 4 Mar 2027, the latest date of its tasks."


def test_level_of_effort_has_float_from_its_ties() -> None:
    said = spoken(P6 + "A 5d\nC 9d\nB LOE; after A SS, A FF")
    assert said.of("B").total_float.cause in ("span", "none")


def test_the_links_that_limit_are_data() -> None:
    said = spoken(MS + "A 3d\nB 5d; after A\nC 5d; after A")
    assert [said.plan.links[link.link].successor for link in said.of("A").late.links] == [said.id("B"), said.id("C")]


def test_a_started_successor() -> None:
    said = spoken(MS + "A 3d\nB 5d; after A; actual start=2027-03-02")
    assert "'B'" in said.late("A") or "project" in said.late("A")


def test_a_summary_that_follows_must_start() -> None:
    said = spoken(MS + "A 2d\nPhase; after A\n  B 3d\nC 6d")
    assert said.late("A") == "Must finish by Wed 3 Mar 2027: 'Phase' must start by Thu 4 Mar."


def test_a_milestone_at_the_end_of_a_day_must_be_there_by_the_end_of_a_day() -> None:
    said = spoken(MS + "A 2d\nM milestone; after A\nB 4d")
    assert said.late("A") == "Must finish by Thu 4 Mar 2027: 'M' must start by Thu 4 Mar."
