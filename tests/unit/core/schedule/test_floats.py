"""Float, case by case."""

from __future__ import annotations

import pytest

from tests.unit.core.schedule.solving import dates_of, solved_from

DAY = 4_800


def floats(text: str, name: str, options: str = "") -> tuple[int | None, int | None, int | None, int | None]:
    """Total, free, start and finish float."""
    dates = dates_of(solved_from(text, options), name)
    return dates.total_float, dates.free_float, dates.start_float, dates.finish_float


def test_ms_project_takes_the_smaller_end() -> None:
    text = "X 10d\nA 1d manual start=2027-03-02 finish=2027-03-04\nB 1d after A; deadline 2027-03-09"
    total, _, start, finish = floats(text, "A")
    assert total == min(start or 0, finish or 0) == 2 * DAY


def test_ms_project_takes_the_finish_once_work_has_begun() -> None:
    total, _, start, finish = floats("X 10d\nA 4d actual start=2027-03-01; remaining 2d", "A")
    assert (total, start, finish) == (6 * DAY, 0, 6 * DAY)


def test_ms_project_late_tasks_have_none() -> None:
    assert floats("X 10d\nA 1d ALAP", "A") == (0, 0, 0, 0)


def test_ms_project_hard_constraints_show_how_far_logic_is_past_them() -> None:
    assert floats("P 5d\nA 2d after P; MFO 2027-03-04", "A")[0] == -3 * DAY
    assert floats("P 5d\nA 2d after P; MFO 2027-03-04", "A")[2:] == (0, 0)


@pytest.mark.parametrize(
    ("link", "free"), [("A", 2), ("A +1d", 1), ("A SS", 4), ("A SS+1d", 3), ("A FF", 3), ("A SF", 5), ("A +9d", 0)]
)
def test_ms_project_free_float(link: str, free: int) -> None:
    """A of two days, then S of one day which another task holds to Friday."""
    text = f"X 10d\nH 4d\nA 2d\nS 1d after H; after {link}"
    assert floats(text, "A")[1] == free * DAY


def test_ms_project_free_float_of_finished_work_and_before_finished_work() -> None:
    text = "X 10d\nA 1d\nB 1d after A; actual start=2027-03-01 finish=2027-03-01\nC 1d after B"
    assert floats(text, "A")[1] == floats(text, "A")[0] == 9 * DAY
    assert floats(text, "B")[1] == 0


def test_ms_project_free_float_is_never_negative() -> None:
    assert floats("A 5d\nB 1d after A; MSO 2027-03-03", "A")[:2] == (-3 * DAY, 0)


def test_ms_project_free_float_before_a_summary() -> None:
    assert floats("X 10d\nA 1d\nP after A\n  B 1d SNET 2027-03-04", "A")[1] == 0


def test_p6_free_float_may_be_negative() -> None:
    assert floats("A 5d\nB 1d after A; MSO 2027-03-03", "A", "rules p6")[1] == -3 * DAY


def test_p6_free_float_of_mandatory_activities() -> None:
    assert floats("X 10d\nA 1d MSO 2027-03-03", "A", "rules p6")[1] == 0
    assert floats("X 10d\nA 1d MFO 2027-03-03\nB 1d after A; SNET 2027-03-10", "A", "rules p6")[1] == 0


def test_p6_free_float_runs_to_the_early_finish_of_the_project() -> None:
    assert floats("X 10d\nA 1d", "A", "rules p6; must finish by 2027-03-31")[1] == 9 * DAY


def test_p6_a_started_predecessor_has_no_free_float_by_start_to_start() -> None:
    text = "X 10d\nA 4d actual start=2027-03-01; remaining 2d\nB 1d after A SS; SNET 2027-03-10"
    assert floats(text, "A", "rules p6; data date 2027-03-03")[1] == 0


@pytest.mark.parametrize(("kind", "total"), [("start", 8), ("finish", 4), ("smallest", 4)])
def test_p6_float_kinds(kind: str, total: int) -> None:
    text = "X 10d\nA 2d expected finish 2027-03-08"
    assert floats(text, "A", f"rules p6; float kind {kind}") == (total * DAY, 4 * DAY, 8 * DAY, 4 * DAY)


def test_p6_finished_activities_have_none() -> None:
    text = "X 10d\nA 1d actual start=2027-03-01 finish=2027-03-01"
    assert floats(text, "A", "rules p6; data date 2027-03-02") == (None, None, None, None)
