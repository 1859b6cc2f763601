"""Any plan at all, written in any format: a file with every loss named, or an error with a way out."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import msgspec
import pytest

from headway.core.plan.entities import SavedDates, TaskKind
from headway.formats import PlanFileError, UnwritableError, WriteResult, read_many, write_many
from tests.property.strategies import Dice, random_plan

if TYPE_CHECKING:
    from pathlib import Path

    from headway.core.plan.plan import Plan

ENDINGS = ["xml", "pmxml", "xer", "mpx", "planner"]
_EARLIEST, _LATEST = 262_000_000, 330_000_000
"""1968 to 2032, in tenths of a minute."""


def dated_plan(seed: int) -> Plan:
    """A random plan in which every task has some dates."""
    random = Random(seed)
    plan = random_plan(Dice(random, random.random()), 8)
    saved = {}
    for key, task in plan.tasks.items():
        own = plan.saved.get(key, SavedDates(key))
        start = random.randint(_EARLIEST, _LATEST) if own.start is None else own.start
        if task.kind is not TaskKind.WBS:
            saved[key] = msgspec.structs.replace(own, start=start, finish=start if own.finish is None else own.finish)
    return msgspec.structs.replace(plan, saved=saved)


def check(plans: list[Plan], folder: Path, endings: list[str]) -> None:
    targets = [(plan, folder / f"{number}.{endings[number % len(endings)]}") for number, plan in enumerate(plans)]
    results = write_many(targets)
    crashed = [result for result in results if isinstance(result, UnwritableError) and "crashed" in result.message]
    assert crashed == []
    for result, (_, path) in zip(results, targets, strict=True):
        assert path.exists() == isinstance(result, WriteResult)
        if isinstance(result, PlanFileError):
            assert result.mend
    check_tasks(plans, results)


def check_tasks(plans: list[Plan], results: list[WriteResult | PlanFileError]) -> None:
    """A task less than there were, counted by reading the file anew, is among the losses."""
    pairs = [(p, r) for p, r in zip(plans, results, strict=True) if isinstance(r, WriteResult) and len(p.tasks) > 1]
    for (plan, result), back in zip(pairs, read_many([result.path for _, result in pairs]), strict=True):
        gone = {loss.field for loss in result.losses if loss.entity == "task"}
        if not isinstance(back, PlanFileError) and "existence" not in gone:
            roots = 0 if result.format == "mspdi" else 1
            assert abs(len(back.plan.tasks) - len(plan.tasks)) <= roots


def test_some_plans_in_every_format(tmp_path: Path) -> None:
    check([dated_plan(seed) for seed in range(40)], tmp_path, ENDINGS)


@pytest.mark.full
@pytest.mark.parametrize("ending", ENDINGS)
def test_many_plans(tmp_path: Path, ending: str) -> None:
    for batch in range(10):
        check([dated_plan(1_000 + batch * 50 + seed) for seed in range(50)], tmp_path, [ending])
