"""Tasks that wait for nothing, or that nothing waits for."""

from __future__ import annotations

import pytest

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, rows_of, texts_of

RULE = "dcma-01"


def chain(count: int, opening: str = "T1 1d") -> str:
    """Tasks one after the other."""
    return "\n".join([opening, *(f"T{i} 1d after T{i - 1}" for i in range(2, count + 1))])


def test_a_chain_has_all_the_logic_it_needs() -> None:
    result = asked(RULE, drawn(chain(5)))
    assert (result.status, result.count, result.population, result.value) == (Status.PASS, 0, 5, 0)


def test_each_kind_of_open_end_is_told() -> None:
    found = drawn(chain(4) + "\nLoose 1d\nOpen 1d after T1\nLate 1d\nEnd 1d after T4, Late")
    result = asked(RULE, found)
    # The first task in the plan is where the project starts; 'Late' starts the same day and is not.
    assert texts_of(result) == [
        "'Loose' waits for nothing, and nothing waits for it.",
        "Nothing waits for 'Open'.",
        "'Late' waits for nothing.",
    ]
    assert result.status is Status.FAIL
    assert result.value == pytest.approx(100 * 3 / 8)


def test_five_percent_is_just_enough() -> None:
    """20 tasks, one of them open."""
    assert asked(RULE, drawn(chain(19) + "\nOpen 1d after T1")).status is Status.PASS
    found = asked(RULE, drawn(chain(18) + "\nOpen 1d after T1"))
    assert (found.status, found.count, found.population) == (Status.FAIL, 1, 19)


def test_the_share_is_a_setting() -> None:
    found = drawn(chain(9) + "\nOpen 1d after T1")
    assert asked(RULE, found, most_percent=10).status is Status.PASS
    assert asked(RULE, found, most_percent=9.99).status is Status.FAIL


def test_milestones_take_the_exemption_and_are_not_counted() -> None:
    found = drawn("Begin milestone\nA 2d\nB 2d after Begin\nEnd milestone; after B")
    result = asked(RULE, found)
    assert (rows_of(result, found), result.population) == (["A"], 2)


def test_complete_tasks_are_not_counted() -> None:
    done = "Done 1d actual start=2027-03-01 finish=2027-03-01"
    found = drawn(f"{done}\nA 1d\nB 1d after A\nC 1d after B")
    result = asked(RULE, found)
    assert (rows_of(result, found), result.population) == (["A"], 3)


def test_links_of_inactive_tasks_are_no_logic() -> None:
    found = drawn("A 1d\nIdle 1d after A; inactive\nB 3d after Idle\nC 5d after A")
    result = asked(RULE, found)
    assert (rows_of(result, found), result.population) == (["B"], 3)


def test_support_that_runs_along_is_not_counted() -> None:
    found = drawn("project: rules p6\nA 3d\nB 2d after A\nGuard 1d LOE")
    assert asked(RULE, found).population == 2


def test_a_plan_without_open_work_is_not_evaluated() -> None:
    result = asked(RULE, drawn("A 1d actual start=2027-03-01 finish=2027-03-01"))
    assert (result.status, result.value, result.population) == (Status.NOT_EVALUATED, None, 0)
