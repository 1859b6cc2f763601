"""Which tasks decide the finish, and where a delay is tried."""

from __future__ import annotations

import pytest

from headway.core.review.critical_path import critical_path, is_held
from headway.core.review.reviewed import Reviewed
from tests.drawn import id_of
from tests.recounts.drawing import drawn


def path(text: str) -> tuple[list[str], str | None]:
    """Names of the tasks on the path, and of the one that is delayed."""
    reviewed = Reviewed(drawn(text))
    found = critical_path(reviewed)
    names = [reviewed.plan.tasks[task].name for task in found.tasks]
    return names, None if found.first is None else found.first.name


def held(text: str, name: str) -> bool:
    """Whether logic does not move a task."""
    reviewed = Reviewed(drawn(text))
    return is_held(reviewed, id_of(reviewed.plan, name))


@pytest.mark.parametrize("rules", ["msproject", "p6"])
def test_the_longest_path_in_the_order_of_work(rules: str) -> None:
    text = "End milestone; after C\nC 1d after B\nSide 1d after A\nB 3d after A\nA 5d"
    assert path(f"project: rules {rules}\n{text}") == (["A", "B", "C", "End"], "A")


def test_milestones_and_tasks_of_other_projects_are_not_delayed() -> None:
    assert path("Gate milestone\nA 5d after Gate\nB 1d after A") == (["Gate", "A", "B"], "A")
    assert path("Gate milestone; SNET 2027-06-01\nA 5d") == (["Gate"], None)
    assert path("Other 3d external; manual start=2027-04-01 finish=2027-04-03\nA 1d") == (["Other"], None)


def test_a_task_is_delayed_where_its_finish_counts() -> None:
    assert path("A 5d\nB 20d after A SS\nC 3d after B") == (["A", "B", "C"], "B")
    assert path("A 5d\nB 20d after A SS+2d\nC 3d after B") == (["A", "B", "C"], "B")
    assert path("A 5d\nB 20d after A SS+2d\nSide 3d after A") == (["A", "B"], "B")
    assert path("A 5d\nB 20d after A, A SS") == (["A", "B"], "A")


def test_a_link_that_p6_cuts_off_at_the_data_date_does_not_count() -> None:
    """A could take a day longer: its lead reaches back before the data date."""
    text = "project: rules p6\nA 1d\nB 1d after A FS-2d\nC 1d after B SS+1d"
    assert path(text) == (["B", "A", "C"], "C")
    assert path(text.replace("FS-2d", "FS")) == (["A", "B", "C"], "A")


def test_members_of_a_summary_pass_their_finish_on() -> None:
    assert path("S\n    A 5d\n    B 2d\nC 3d after S") == (["A", "C"], "A")
    assert path("S\n    A 5d\nT after S\n    C 3d") == (["A", "C"], "A")


def test_what_is_finished_or_not_work_is_not_on_it() -> None:
    done = "A 5d actual start=2027-03-01 finish=2027-03-05\n"
    assert path(done + "B 3d after A") == (["B"], "B")
    assert path("project: rules p6\nA 5d\nGuard 1d LOE; after A SS") == (["A"], "A")
    assert path(done) == ([], None)
    assert path("") == ([], None)


def test_the_chain_goes_on_before_a_task_that_logic_does_not_move() -> None:
    assert path("A 5d\nB 3d after A; manual start=2027-03-08\nC 1d after B") == (["A", "B", "C"], "A")
    assert path("Z 2d\nA 5d after Z\nB 9d after A; MSO 2027-03-03\nC 1d after B") == (["Z", "A", "B", "C"], "Z")


def test_it_does_not_where_there_is_float_in_between() -> None:
    assert path("A 5d\nB 3d after A; manual start=2027-03-15\nC 1d after B") == (["B", "C"], "B")
    assert path("A 5d\nB 9d after A SS; manual start=2027-03-01\nC 1d after B") == (["B", "C"], "B")


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        ("B 3d after A", False),
        ("B 3d after A; SNET 2027-03-20", False),
        ("B 3d after A; MSO 2027-03-20", False),
        ("B 3d after A; MSO 2027-03-03", True),
        ("B 3d after A; FNLT 2027-03-03", True),
        ("B 3d after A; manual start=2027-03-20", True),
        ("B 3d after A; actual start=2027-03-01", True),
    ],
)
def test_what_holds_a_task_of_ms_project(task: str, expected: bool) -> None:
    assert held(f"A 5d\n{task}", "B") is expected


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        ("B 3d after A; FNLT 2027-03-03", False),
        ("B 3d after A; SO 2027-03-03", False),
        ("B 3d after A; MSO 2027-03-03", True),
        ("B 3d after A; MFO 2027-03-20", True),
        ("B 3d after A; actual start=2027-03-01", False),
    ],
)
def test_what_holds_an_activity_of_p6(task: str, expected: bool) -> None:
    assert held(f"project: rules p6\nA 5d\n{task}", "B") is expected
