"""What holds for every plan: outline, ranks, invariants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from headway.core.plan.invariants import check
from headway.core.plan.outline import outline_of
from headway.core.plan.ranks import DIGITS, is_rank, rank_between
from tests.property.strategies import plans

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan

_ANY_RANK = st.text(alphabet=DIGITS, min_size=1, max_size=6).map(lambda text: text.rstrip("0")).filter(bool)


@given(plans())
def test_the_outline_has_each_task_once_below_its_parent(plan: Plan) -> None:
    outline = outline_of(plan)
    assert sorted(outline.order) == sorted(plan.tasks)
    for task_id, task in plan.tasks.items():
        assert outline.parents[task_id] == task.parent
        assert task_id in outline.descendants(task.parent)
        assert outline.levels[task_id] == 1 + len(list(outline.ancestors(task_id)))
        assert outline.wbs()[task_id] == outline.wbs_of(task_id)


@given(plans())
def test_a_plan_without_dangling_references_has_none_reported(plan: Plan) -> None:
    """Links may still run between a summary and its rows, and dates are drawn in any order."""
    codes = {problem.code for problem in check(plan)}
    assert not {code for code in codes if code.endswith(("_missing", "_cycle", ".key", ".range", "characters"))} - {
        "task.sprint_missing",
        "project.finish_missing",
    }


@given(_ANY_RANK, _ANY_RANK)
def test_there_is_a_rank_between_any_two(one: str, two: str) -> None:
    lower, upper = sorted((one, two))
    for low, high in ((lower, None), ("", upper), (lower, upper) if lower < upper else ("", upper)):
        rank = rank_between(low, high)
        assert is_rank(rank)
        assert low < rank
        assert high is None or rank < high


@given(st.lists(st.integers(0, 10_000), max_size=60))
def test_rows_put_anywhere_keep_their_order(places: list[int]) -> None:
    ranks: list[str] = []
    for place in places:
        at = place % (len(ranks) + 1)
        lower = ranks[at - 1] if at else ""
        ranks.insert(at, rank_between(lower, ranks[at] if at < len(ranks) else None))
    assert ranks == sorted(set(ranks))
