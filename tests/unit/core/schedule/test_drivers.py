"""Driving links, longest path, critical and near-critical tasks."""

from __future__ import annotations

import pytest

from headway.core.schedule.drivers import within_float
from headway.core.time import NEVER
from tests.unit.core.schedule.spoken import spoken

RULES = ["msproject", "p6"]
DAY = 4_800


@pytest.fixture(params=RULES)
def rules(request: pytest.FixtureRequest) -> str:
    return f"project: start 2027-03-01; data date 2027-03-01; rules {request.param}\n"


def test_the_later_of_two_predecessors_drives(rules: str) -> None:
    said = spoken(rules + "A 3d\nB 2d\nC 1d; after A, B")
    assert said.drivers_of("C") == ["A"]


def test_two_that_ask_the_same_drive_both(rules: str) -> None:
    said = spoken(rules + "A 2d\nB 2d\nC 1d; after A, B")
    assert said.drivers_of("C") == ["A", "B"]


def test_lag_counts(rules: str) -> None:
    said = spoken(rules + "A 3d\nB 2d\nC 1d; after A; after B +2d")
    assert said.drivers_of("C") == ["B"]


@pytest.mark.parametrize("kind", ["FS", "SS", "FF", "SF"])
def test_every_kind_of_link_can_drive(rules: str, kind: str) -> None:
    said = spoken(rules + f"A 3d\nB 1d; after A {kind}+4d")
    assert said.drivers_of("B") == ["A"]


def test_ends_on_either_side_of_a_weekend_ask_the_same(rules: str) -> None:
    said = spoken(
        rules
        + """
calendar Always: 24h
A 5d
B 6ed
C 1d; after A, B
""",
    )
    assert said.drivers_of("C") == ["A", "B"]


def test_a_task_without_links_has_no_driver(rules: str) -> None:
    assert spoken(rules + "A 3d").drivers_of("A") == []


def test_where_a_constraint_decided_no_link_drives(rules: str) -> None:
    said = spoken(rules + "A 1d\nB 1d; after A; SNET 2027-03-08")
    assert said.drivers_of("B") == []


def test_a_constraint_that_asks_for_less_leaves_the_link_driving(rules: str) -> None:
    said = spoken(rules + "A 5d\nB 1d; after A; SNET 2027-03-03")
    assert said.drivers_of("B") == ["A"]


def test_where_a_constraint_overrides_no_link_drives(rules: str) -> None:
    said = spoken(rules + "A 5d\nB 1d; after A; MSO 2027-03-02")
    assert said.drivers_of("B") == []
    assert said.drivers.slack.tolist() == [-4 * DAY]


def test_inactive_predecessors_move_nothing() -> None:
    said = spoken("project: start 2027-03-01\nA 5d; inactive\nB 1d; after A")
    assert said.drivers_of("B") == []
    assert said.drivers.slack.tolist() == [NEVER]


def test_started_tasks_follow_no_link_in_ms_project() -> None:
    said = spoken("project: start 2027-03-01\nA 5d\nB 2d; after A; actual start=2027-03-02")
    assert said.drivers_of("B") == []
    assert said.drivers.slack.tolist() == [NEVER]


def test_started_work_waits_with_retained_logic() -> None:
    said = spoken(
        """
project: start 2027-03-01; data date 2027-03-03; rules p6; retained logic
A 5d; actual start=2027-03-01; remaining 3d
B 2d; after A; actual start=2027-03-02; remaining 1d
""",
    )
    assert said.drivers_of("B") == ["A"]


def test_started_work_goes_on_with_progress_override() -> None:
    said = spoken(
        """
project: start 2027-03-01; data date 2027-03-03; rules p6; progress override
A 5d; actual start=2027-03-01; remaining 3d
B 2d; after A; actual start=2027-03-02; remaining 1d
""",
    )
    assert said.drivers_of("B") == []


def test_what_is_done_before_the_data_date_no_longer_drives() -> None:
    said = spoken(
        """
project: start 2027-03-01; data date 2027-03-08; rules p6
A 2d; actual start=2027-03-01 finish=2027-03-02
B 2d; after A
""",
    )
    assert said.drivers_of("B") == []


def test_a_lag_that_still_runs_drives_after_its_predecessor_is_done() -> None:
    said = spoken(
        """
project: start 2027-03-01; data date 2027-03-08; rules p6
A 2d; actual start=2027-03-03 finish=2027-03-05
B 2d; after A +3d
""",
    )
    assert said.drivers_of("B") == ["A"]


def test_manual_tasks_have_no_driver() -> None:
    said = spoken("project: start 2027-03-01\nA 2d\nB 1d; after A; manual start=2027-03-03 finish=2027-03-03")
    assert said.drivers_of("B") == []


def test_tasks_as_late_as_possible_have_no_driver() -> None:
    said = spoken("project: start 2027-03-01\nA 2d\nB 1d; after A; ALAP\nC 9d")
    assert said.drivers_of("B") == []


def test_a_link_on_a_summary_drives_the_tasks_below() -> None:
    said = spoken(
        """
project: start 2027-03-01
A 3d
Phase; after A
  B 1d
  C 1d; after B
""",
    )
    assert said.drivers_of("B") == ["A"]
    assert said.drivers_of("C") == ["B"]


def test_a_link_on_a_summary_above_drives_through_an_inner_one() -> None:
    said = spoken(
        """
project: start 2027-03-01
A 3d
Z 1d
Outer; after A
  Inner; after Z
    B 1d
""",
    )
    assert said.drivers_of("B") == ["A"]


def test_what_leaves_a_summary_drives_by_the_summary() -> None:
    said = spoken(
        """
project: start 2027-03-01
Phase
  A 3d
  B 5d
C 1d; after Phase
""",
    )
    assert said.drivers_of("C") == ["Phase"]
    assert said.marked(said.drivers.longest_path()) == ["B", "C"]


def test_the_link_of_the_plan_is_named(rules: str) -> None:
    said = spoken(rules + "A 3d\nB 2d\nC 1d; after A, B")
    link = said.plan.links[said.drivers.links(said.id("C"))[0]]
    assert (link.predecessor, link.successor) == (said.id("A"), said.id("C"))


def test_slack_is_the_room_before_a_link_drives(rules: str) -> None:
    said = spoken(rules + "A 3d\nB 1d\nC 1d; after A, B")
    by_predecessor = {
        said.name(said.plan.links[link].predecessor): int(slack)
        for link, slack in zip(said.schedule.compiled.link_ids, said.drivers.slack, strict=True)
    }
    assert by_predecessor == {"A": 0, "B": 2 * DAY}


def test_unknown_tasks_are_refused(rules: str) -> None:
    with pytest.raises(KeyError):
        spoken(rules + "A 1d").drivers.tasks(99)


def test_the_longest_path_runs_back_from_the_last_finish(rules: str) -> None:
    said = spoken(rules + "A 3d\nB 1d; after A\nC 2d\nD 1d; after B, C\nE 1d")
    assert said.marked(said.drivers.longest_path()) == ["A", "B", "D"]


def test_the_longest_path_goes_through_a_constraint_no_further(rules: str) -> None:
    said = spoken(rules + "A 1d\nB 1d; after A; SNET 2027-03-10\nC 1d; after B")
    assert said.marked(said.drivers.longest_path()) == ["B", "C"]


def test_two_last_finishes_give_two_longest_paths(rules: str) -> None:
    said = spoken(rules + "A 3d\nB 3d\nC 1d")
    assert said.marked(said.drivers.longest_path()) == ["A", "B"]


def test_finished_tasks_are_on_no_path(rules: str) -> None:
    said = spoken(rules + "A 1d; actual start=2027-03-01 finish=2027-03-01\nB 2d; after A")
    assert said.marked(said.drivers.longest_path()) == ["B"]


def test_an_empty_plan_has_no_path(rules: str) -> None:
    assert spoken(rules).drivers.longest_path().tolist() == []
    assert spoken(rules + "A 1d; actual start=2027-03-01 finish=2027-03-01").marked([False]) == []


def test_critical_by_float(rules: str) -> None:
    said = spoken(rules + "A 3d\nB 2d\nC 1d; after A, B")
    assert said.marked(said.drivers.critical()) == ["A", "C"]


def test_critical_by_longest_path() -> None:
    said = spoken(
        """
project: start 2027-03-01; data date 2027-03-01; rules p6; longest path
A 3d; MFO 2027-03-02
B 5d
""",
    )
    assert said.marked(said.drivers.critical()) == ["B"]
    assert "A" in said.marked(within_float(said.drivers.schedule, 0))


def test_the_limit_of_criticality_is_the_projects() -> None:
    said = spoken("project: start 2027-03-01; critical float 1d\nA 3d\nB 2d\nC 1d\nD 1d; after A, B, C")
    assert said.marked(said.drivers.critical()) == ["A", "B", "D"]


def test_near_critical_by_a_threshold(rules: str) -> None:
    said = spoken(rules + "A 5d\nB 4d\nC 2d\nD 1d; after A, B, C")
    assert said.marked(said.drivers.near_critical(DAY)) == ["B"]
    assert said.marked(said.drivers.near_critical(3 * DAY)) == ["B", "C"]


def test_a_long_chain_is_no_trouble() -> None:
    count = 3_000
    lines = ["project: start 2027-03-01", "T0 1d"]
    lines += [f"T{i} 1d; after T{i - 1}" for i in range(1, count)]
    said = spoken("\n".join(lines))
    assert int(said.drivers.longest_path().sum()) == count
    assert len(said.of(f"T{count - 1}").chain) == count
